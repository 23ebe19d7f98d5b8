/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a selection: every figure of it, whatever a chart has room for, and what each is. */

#include "figures-support.h"

#include "plot/plot-change.h"
#include "plot/plot-other.h"

#include <math.h>

#define RECEPTIONS "citizen_receptions"

/* Rows as "place period=value(note; change)", a change that is computed with "c". */
static void
assert_rows (PlotFigure *figure, const char *expected)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (figure, s, i);
        const PlotChange *change = plot_figure_change (figure, mark->key);
        const char *sign = isnan (mark->value) ? "-" : plot_state_sign (mark->state);

        g_string_append_printf (rows, "%s%s %s=%s", rows->len > 0 ? " | " : "", mark->place,
                                mark->period != NULL ? mark->period : "?", sign);
        if (!isnan (mark->value))
          g_string_append_printf (rows, "%g", mark->value);
        if (mark->note != NULL)
          g_string_append_printf (rows, "(%s)", mark->note);
        if (change != NULL)
          g_string_append_printf (rows, " %s%s", change->written, change->computed ? "c" : "");
      }
  assert_text (rows->str, expected);
}

/* Of all years and kinds of period, with the years between that are not known, and places without. */
static void
test_periods (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2020 level 100", "citizen_receptions 40 2023 level 200",
      "citizen_receptions 40 2023-01/2023-06 level 90", "citizen_receptions 40 2023 ratio 1.1 2022",
      "citizen_receptions 38 2019 level 5", "citizen_receptions 38 2023 level 300>");
  const Compared asked = { RECEPTIONS, "40,38,42", PLOT_KIND_BAR, .first_year = 2020 };
  g_autoptr (PlotFigure) bars = test_compare (records, &asked);
  g_autoptr (PlotFigure) figure = test_listing (records, &asked, bars);

  assert_rows (figure, "Nghệ An 2020=100 | Nghệ An 2021 – 2022=- | "
                       "Nghệ An 6 tháng đầu năm 2023=90 | Nghệ An 2023=200 +10 % | "
                       "Thanh Hóa 2023=≥ 300 | Hà Tĩnh ?=-");
  g_assert_cmpstr (plot_figure_title (figure), ==, plot_figure_title (bars));
}

/* What another source says has a row, behind the one that was chosen. */
static void
test_sources (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2022 level 100 @a", "citizen_receptions 40 2023 level 200 @b",
      "citizen_receptions 40 2023 level 250 @c", "citizen_receptions 40 2023 level 200 @d");
  g_autoptr (PlotFigure)
      figure = test_listing (records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_LINE }, NULL);

  assert_rows (figure, "Nghệ An 2022=100 | Nghệ An 2023=200(nguồn khác: 250 lượt) +100 %c | "
                       "Nghệ An 2023=250(của nguồn khác, không vẽ)");
  g_assert_cmpuint (plot_figure_mark (figure, 0, 2)->key, ==, 3);
  g_assert_cmpint (plot_figure_mark (figure, 0, 2)->role, ==, PLOT_ROLE_CONTEXT);
  /* and is marked beside it; who agrees is not. */
  g_assert_cmpuint (plot_figure_n_others (figure, 2), ==, 1);
  g_assert_cmpfloat (plot_figure_other (figure, 2, 0), ==, 250);
  g_assert_cmpuint (plot_figure_n_others (figure, 1), ==, 0);
}

/* Parts are rows, whether they bound the whole (of what adds up) or not. */
static void
test_parts (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "voter_meetings 40 2023 level 97 @a", "voter_meetings 40 2023 level 395 @a",
      "voter_meetings 40 2023 level 35 @a", "poverty_rate 40 2023 level 5 @a",
      "poverty_rate 40 2023 level 7 @a");
  g_autoptr (PlotFigure) bounded = test_listing (
      records, &(Compared){ "voter_meetings", "40", PLOT_KIND_LINE, .language = "en" }, NULL);
  g_autoptr (PlotFigure) open = test_listing (
      records, &(Compared){ "poverty_rate", "40", PLOT_KIND_LINE, .language = "en" }, NULL);

  assert_rows (bounded, "Nghe An 2023=≥ 395(the largest of 3 parts) | "
                        "Nghe An 2023=97(one of several parts, not added up) | "
                        "Nghe An 2023=35(one of several parts, not added up)");
  assert_rows (open, "Nghe An 2023=7(one of several parts, not added up) | "
                     "Nghe An 2023=5(one of several parts, not added up)");
}

/* Ranks are the chart's; changes have none of their own. */
static void
test_chart (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2023 level 500", "citizen_receptions 38 2023 level 400",
      "citizen_receptions 42 2023 level 300", "citizen_receptions 44 2023 level 200",
      "citizen_receptions 45 2023 level 100", "citizen_receptions 45 2022 level 50",
      "citizen_receptions VN 2023 level 9000");
  const Compared asked = { RECEPTIONS, "VN,40,38,42,44,45", PLOT_KIND_BAR };
  g_autoptr (PlotFigure) bars = test_compare (records, &asked);
  g_autoptr (PlotFigure) figure = test_listing (records, &asked, bars);
  g_autoptr (PlotFigure) changes = test_listing (
      records, &(Compared){ RECEPTIONS, "45", PLOT_KIND_BAR, .show = CHISO_SHOW_YEAR_ON_YEAR },
      NULL);

  g_assert_cmpuint (plot_figure_mark (figure, 0, 0)->rank, ==, 0);
  g_assert_cmpuint (plot_figure_mark (figure, 2, 0)->rank, ==, 2);
  assert_text (plot_figure_mark (figure, 2, 0)->note, "hạng 2 trong 5 tỉnh");
  g_assert_cmpuint (plot_figure_mark (figure, 5, 0)->rank, ==, 0);
  g_assert_cmpuint (plot_figure_mark (figure, 5, 1)->rank, ==, 5);
  assert_rows (changes, "Quảng Trị 2023=100(tính từ 50 lượt và 100 lượt)");
  g_assert_false (plot_figure_has_changes (changes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/listing/periods", test_periods);
  g_test_add_func ("/figures/listing/sources", test_sources);
  g_test_add_func ("/figures/listing/parts", test_parts);
  g_test_add_func ("/figures/listing/chart", test_chart);
  return test_figures_run ();
}
