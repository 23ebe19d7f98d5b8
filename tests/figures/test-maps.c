/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Provinces as tiles, places by years, and two indicators of one year: what is shown, what is said to
 * be missing, and what must not be joined. */

#include <math.h>

#include "figures-support.h"

#include <string.h>

#define RECEPTIONS "citizen_receptions"
#define SHARE "ntm_communes_share"

/* A flow's map is of one period; another year's figure is named, not coloured. */
static void
test_tiles_of_a_flow (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2023 level 100", "citizen_receptions 38 2023 level 300",
      "citizen_receptions 42 2021 level 200", "citizen_receptions VN 2023 level 99999");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40,38,42,01,VN", PLOT_KIND_TILEMAP });
  guint row, column;

  assert_marks (figure, "Nghệ An=100 | Thanh Hóa=300 | Hà Tĩnh=- | Hà Nội=-");
  assert_text (plot_figure_title (figure),
               "Thanh Hóa có nhiều lượt tiếp công dân nhất: 300 lượt (2023)");
  assert_text (plot_figure_note (figure),
               "Không so được vì khác kỳ: Hà Tĩnh (2021). Không có số liệu: Hà Nội và Cả nước.");
  g_assert_true (plot_figure_tile (figure, 0, &row, &column));
  g_assert_cmpuint (row, ==, 6);
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpstr (plot_figure_category_brief (figure, 3), ==, "HNO");
}

/* A stock's map has each province's latest date, and says so. */
static void
test_tiles_of_a_stock (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share 40 2022-12 level 70",
                                           "ntm_communes_share 38 2023-12 level 80",
                                           "ntm_communes_share 38 2021-12 level 60");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ SHARE, "40,38", PLOT_KIND_TILEMAP });

  assert_marks (figure, "Nghệ An=70 | Thanh Hóa=80");
  assert_text (plot_figure_subtitle (figure),
               "Đơn vị: % · số liệu gần nhất, 12/2022 – 12/2023 · 2 địa phương có số liệu");
}

/* Each year between the first and the last has a column, each place with a figure a row. */
static void
test_cells (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2020 level 100", "citizen_receptions 40 2022 level 120>",
      "citizen_receptions 38 2021 level 300", "citizen_receptions 38 2021-01/2021-06 level 140");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_HEATMAP });

  g_assert_cmpuint (plot_figure_n_series (figure), ==, 3);
  g_assert_cmpuint (plot_figure_n_categories (figure), ==, 2);
  g_assert_cmpstr (plot_figure_series_name (figure, 1), ==, "2021");
  assert_marks (figure, "Nghệ An=100 | Thanh Hóa=- | Nghệ An=- | Thanh Hóa=300 | "
                        "Nghệ An=120> | Thanh Hóa=-");
  assert_text (plot_figure_note (figure), "Không so được vì khác kỳ: Thanh Hóa (6 tháng đầu năm "
                                          "2021). Không có số liệu: Hà Tĩnh.");
}

/* The year that most places have both figures of; who lacks one stays. */
static void
test_points (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2022 level 100", "citizen_receptions 40 2023 level 110",
      "citizen_receptions 38 2022 level 300", "citizen_receptions 42 2022 level 200",
      "ntm_communes_share 40 2022-12 level 70", "ntm_communes_share 40 2023-12 level 75",
      "ntm_communes_share 38 2022-12 level 80~");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ SHARE, "40,38,42,01", PLOT_KIND_SCATTER, .across = RECEPTIONS });
  const PlotMark *mark;

  g_assert_cmpuint (plot_figure_n_marks (figure, 0), ==, 3);
  mark = plot_figure_mark (figure, 0, 0);
  g_assert_cmpfloat (mark->x, ==, 100);
  g_assert_cmpfloat (mark->value, ==, 70);
  g_assert_cmpuint (mark->key, ==, 5);
  g_assert_cmpuint (mark->x_key, ==, 1);
  g_assert_cmpint (plot_figure_mark (figure, 0, 1)->state, ==, PLOT_STATE_ABOUT);
  mark = plot_figure_mark (figure, 0, 2);
  g_assert_cmpint (mark->state, ==, PLOT_STATE_NOT_REPORTED);
  g_assert_cmpuint (mark->key, ==, 4);
  g_assert_cmpstr (plot_figure_x_title (figure), ==, "Số lượt tiếp công dân");
  assert_text (plot_figure_subtitle (figure), "Năm 2022 · 2 địa phương có cả hai số liệu");
  assert_text (plot_figure_note (figure), "");
}

/* A point opens both of its sentences, and either of them shows the point. */
static void
test_behind_points (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2022 level 100", "citizen_receptions 40 2023 level 110",
      "citizen_receptions 38 2022 level 300", "citizen_receptions 42 2022 level 200",
      "ntm_communes_share 40 2022-12 level 70", "ntm_communes_share 38 2022-12 level 80");
  const Compared asked = { SHARE, "40,38,42", PLOT_KIND_SCATTER, .across = RECEPTIONS };
  g_autofree char *both = test_behind_of (records, &asked, 5);
  g_autofree char *only = test_behind_of (records, &asked, 4);

  g_assert_cmpstr (both, ==, "5 1");
  g_assert_cmpstr (only, ==, "4");
  g_assert_cmpuint (test_mark_of (records, &asked, 1), ==, 5);
  g_assert_cmpuint (test_mark_of (records, &asked, 6), ==, 6);
  /* Of another year than the chart's. */
  g_assert_cmpuint (test_mark_of (records, &asked, 2), ==, 0);
}

/* Ranks that agree make the title, whatever one extreme value does. */
static void
test_ranks (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  static const char *const places = "01,02,04,06,08,10,11,12";
  g_auto (GStrv) codes = g_strsplit (places, ",", -1);
  g_autoptr (PlotFigure) figure = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *one = g_strdup_printf ("citizen_receptions %s 2022 level %u", codes[i],
                                              i == 7 ? 900000 : 100 + i);
      g_autofree char *other = g_strdup_printf ("petitions_received %s 2022 level %u", codes[i],
                                                50 + i * i);

      test_records_add (records, one);
      test_records_add (records, other);
    }
  figure = test_compare (records, &(Compared){ "petitions_received", places, PLOT_KIND_SCATTER,
                                               .across = RECEPTIONS });
  assert_text (plot_figure_title (figure),
               "Nơi có số lượt tiếp công dân cao hơn thường có số đơn thư tiếp nhận cao hơn (8 địa "
               "phương, 2022)");
  assert_text (plot_figure_note (figure),
               "Tương quan hạng (Spearman): 1,00; không phải là quan hệ nhân quả.");
}

/* Nine months beside a year, a span of years, figures without a whole: said, not passed over; and what is
 * "at least" has no rank. */
static void
test_unlike_points (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "leader_receptions 40 2023 level 100", "leader_receptions 38 2023 level 90",
      "leader_receptions 42 2021/2023 level 300", "supervision_teams 40 2023-01/2023-09 level 7",
      "supervision_teams 38 2023-01/2023-09 level 8",
      "supervision_teams 42 2023-01/2023-09 level 9",
      "petition_resolution_rate 38 2023 level 97 @5",
      "petition_resolution_rate 38 2023 level 90 @5", "petition_resolution_rate 40 2023 level 95");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ "supervision_teams", "40,38,42", PLOT_KIND_SCATTER,
                            .across = "leader_receptions", .language = "en" });
  g_autoptr (PlotFigure) rates = test_compare (
      records, &(Compared){ "petition_resolution_rate", "40,38", PLOT_KIND_SCATTER,
                            .across = "leader_receptions", .language = "en" });

  assert_text (plot_figure_note (figure),
               "Not compared, as the periods differ: Ha Tinh (leaders’ receptions, 2021 – 2023). "
               "The axes’ periods differ: Receptions held by leaders (2023); Supervision teams "
               "(first 9 months of 2023).");
  assert_text (plot_figure_mark (figure, 0, 0)->period, "2023 · first 9 months of 2023");
  g_assert_nonnull (strstr (plot_figure_note (rates), "states several figures (97"));
}

static void
test_ranks_of_bounds (void)
{
  static const char *const places = "01,02,04,06,08,10,11,12";
  g_autoptr (GPtrArray) records = test_records_new ();
  g_auto (GStrv) codes = g_strsplit (places, ",", -1);
  g_autoptr (PlotFigure) figure = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *one = g_strdup_printf ("citizen_receptions %s 2022 level %u%s", codes[i],
                                              100 + i, i == 3 ? ">" : "");
      g_autofree char *other = g_strdup_printf ("petitions_received %s 2022 level %u", codes[i],
                                                50 + i);

      test_records_add (records, one);
      test_records_add (records, other);
    }
  figure = test_compare (records, &(Compared){ "petitions_received", places, PLOT_KIND_SCATTER,
                                               .across = RECEPTIONS });
  assert_text (plot_figure_note (figure), "");
}

static void
test_no_pair (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2022 level 100",
                                           "ntm_communes_share 40 2023-12 level 70");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ SHARE, "40", PLOT_KIND_SCATTER, .language = "en",
                                                   .across = RECEPTIONS });

  g_assert_cmpuint (plot_figure_n_marks (figure, 0), ==, 0);
  assert_text (plot_figure_empty (figure), "No place has both figures in one year.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/maps/tiles-of-a-flow", test_tiles_of_a_flow);
  g_test_add_func ("/figures/maps/tiles-of-a-stock", test_tiles_of_a_stock);
  g_test_add_func ("/figures/maps/cells", test_cells);
  g_test_add_func ("/figures/maps/points", test_points);
  g_test_add_func ("/figures/maps/behind-points", test_behind_points);
  g_test_add_func ("/figures/maps/ranks", test_ranks);
  g_test_add_func ("/figures/maps/unlike-points", test_unlike_points);
  g_test_add_func ("/figures/maps/ranks-of-bounds", test_ranks_of_bounds);
  g_test_add_func ("/figures/maps/no-pair", test_no_pair);
  return test_figures_run ();
}
