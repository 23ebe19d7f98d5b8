/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks on charts of one period: as wide as the figures leave them, among how many, or why none. */

#include "figures-support.h"

#include <string.h>

#define RECEPTIONS "citizen_receptions"
#define SIX "40,38,42,08,01,02"

/* "1–2. Nghệ An" of each row. */
static void
assert_rows (PlotFigure *figure, const char *expected)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < plot_figure_n_categories (figure); i++)
    g_string_append_printf (rows, "%s%s", i > 0 ? " | " : "", plot_figure_category (figure, i));
  g_assert_cmpstr (rows->str, ==, expected);
}

static const char *
note_of (PlotFigure *figure, const char *place)
{
  for (guint i = 0; i < plot_figure_n_marks (figure, 0); i++)
    if (g_str_equal (plot_figure_mark (figure, 0, i)->place, place))
      return plot_figure_mark (figure, 0, i)->note;
  g_assert_not_reached ();
}

static GPtrArray *
close_ones (void)
{
  return RECORDS ("citizen_receptions 40 2023 level 200", "citizen_receptions 38 2023 level 199",
                  "citizen_receptions 42 2023 level 150", "citizen_receptions 08 2023 level 100",
                  "citizen_receptions 01 2023 level 100", "citizen_receptions 02 2023 level 50",
                  "citizen_receptions VN 2023 level 9000");
}

/* Close ones and equal ones share their ranks; the country has none. */
static void
test_ranges (void)
{
  g_autoptr (GPtrArray) records = close_ones ();
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, SIX ",VN", PLOT_KIND_BAR });

  assert_rows (figure, "Cả nước | 1–2. Nghệ An | 1–2. Thanh Hóa | 3. Hà Tĩnh | 4–5. Tuyên Quang | "
                       "4–5. Hà Nội | 6. Hà Giang");
  assert_text (note_of (figure, "Thanh Hóa"), "hạng 1–2 trong 6 tỉnh");
  assert_text (note_of (figure, "Hà Tĩnh"), "hạng 3 trong 6 tỉnh");
  g_assert_null (note_of (figure, "Cả nước"));
  assert_text (plot_figure_note (figure), "Hạng trong 6 tỉnh có số liệu; số chênh nhau không quá "
                                          "2 % thì chung khoảng hạng.");
}

/* Columns are too narrow for it, and tell it in words; so does English. */
static void
test_columns (void)
{
  g_autoptr (GPtrArray) records = close_ones ();
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, SIX, PLOT_KIND_COLUMN, .language = "en" });

  g_assert_cmpstr (plot_figure_category (figure, 0), ==, "Nghe An");
  assert_text (note_of (figure, "Nghe An"), "rank 1–2 of 6 provinces");
}

/* "At least" may be anywhere above what it is at least. */
static void
test_at_least (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2023 level 200", "citizen_receptions 38 2023 level 100>",
      "citizen_receptions 42 2023 level 150", "citizen_receptions 08 2023 level 80",
      "citizen_receptions 01 2023 level 50");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42,08,01", PLOT_KIND_BAR });

  assert_rows (figure, "1–2. Nghệ An | 2–3. Hà Tĩnh | 1–3. Thanh Hóa | 4. Tuyên Quang | 5. Hà Nội");
}

static void
test_too_few (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 200",
                                           "citizen_receptions 38 2023 level 100");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, SIX, PLOT_KIND_BAR });

  g_assert_null (note_of (figure, "Nghệ An"));
  g_assert_nonnull (strstr (plot_figure_note (figure),
                            "Không xếp hạng vì chỉ 2 trong 6 tỉnh có số liệu cùng kỳ, chưa được "
                            "một nửa."));
}

/* Among four a rank says nothing that the bars do not. */
static void
test_handful (void)
{
  g_autoptr (GPtrArray) records = close_ones ();
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42,08", PLOT_KIND_BAR });

  assert_rows (figure, "Nghệ An | Thanh Hóa | Hà Tĩnh | Tuyên Quang");
  assert_text (plot_figure_note (figure), "");
}

/* A stock's other years are no rivals either; its other months are. */
static void
test_years_of_a_stock (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("ntm_communes 40 2022-09 level 299", "ntm_communes 38 2022-12 level 250",
                         "ntm_communes 42 2022 level 150", "ntm_communes 08 2022-05 level 54",
                         "ntm_communes 01 2022-06 level 358", "ntm_communes 02 2018 level 30");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ "ntm_communes", SIX, PLOT_KIND_BAR });
  g_autoptr (PlotFigure) few = NULL;

  assert_text (note_of (figure, "Nghệ An"), "hạng 2 trong 5 tỉnh");
  g_assert_null (note_of (figure, "Hà Giang"));
  g_ptr_array_set_size (records, 2);
  few = test_compare (records, &(Compared){ "ntm_communes", SIX, PLOT_KIND_BAR });
  g_assert_nonnull (strstr (plot_figure_note (few), "Không xếp hạng vì chỉ 2 trong 6 tỉnh"));
}

/* A flow of another year is no rival, and a district no province. */
static void
test_rivals (void)
{
  g_autoptr (GPtrArray) records = close_ones ();
  g_autoptr (PlotFigure) figure = NULL;

  g_ptr_array_remove_index (records, 5);
  test_records_add (records, "citizen_receptions 02 2022 level 300");
  test_records_add (records, "citizen_receptions 40/Vinh 2023 level 20");
  figure = test_compare (records, &(Compared){ RECEPTIONS, SIX ",40/Vinh", PLOT_KIND_BAR });
  assert_rows (figure, "Hà Giang (2022) | 1–2. Nghệ An | 1–2. Thanh Hóa | 3. Hà Tĩnh | "
                       "4–5. Tuyên Quang | 4–5. Hà Nội | Vinh (Nghệ An)");
  assert_text (note_of (figure, "Nghệ An"), "hạng 1–2 trong 5 tỉnh");
}

/* A map ranks as bars do, and says among how many or why not. */
static void
test_tiles (void)
{
  g_autoptr (GPtrArray) records = close_ones ();
  g_autoptr (PlotFigure)
      map = test_compare (records, &(Compared){ RECEPTIONS, SIX, PLOT_KIND_TILEMAP });
  g_autoptr (PlotFigure) wide = test_compare (
      records, &(Compared){ RECEPTIONS, SIX ",04,06,10,11,12,14,15,17", PLOT_KIND_TILEMAP });

  assert_text (note_of (map, "Thanh Hóa"), "hạng 1–2 trong 6 tỉnh");
  g_assert_cmpuint (plot_figure_mark (map, 0, 2)->rank, ==, 3);
  g_assert_nonnull (strstr (plot_figure_note (map), "Hạng trong 6 tỉnh có số liệu"));
  g_assert_null (note_of (wide, "Thanh Hóa"));
  g_assert_cmpuint (plot_figure_mark (wide, 0, 0)->rank, ==, 0);
  g_assert_true (
      g_str_has_prefix (plot_figure_note (wide), "Không xếp hạng vì chỉ 6 trong 14 tỉnh"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/ranks/years-of-a-stock", test_years_of_a_stock);
  g_test_add_func ("/figures/ranks/ranges", test_ranges);
  g_test_add_func ("/figures/ranks/columns", test_columns);
  g_test_add_func ("/figures/ranks/at-least", test_at_least);
  g_test_add_func ("/figures/ranks/too-few", test_too_few);
  g_test_add_func ("/figures/ranks/handful", test_handful);
  g_test_add_func ("/figures/ranks/rivals", test_rivals);
  g_test_add_func ("/figures/ranks/tiles", test_tiles);
  return test_figures_run ();
}
