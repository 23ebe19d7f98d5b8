/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of chart beyond lines, columns and bars: what they take, what they refuse, and what they
 * say is missing. */

#include "figures-support.h"

#include <math.h>

#define RECEPTIONS "citizen_receptions"
#define SHARE "ntm_communes_share"

/* The years across and the places on top of each other; a year of which a place said nothing is a
 * missing part, and the country is no part. */
static void
test_stacks (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2021 level 100", "citizen_receptions 40 2022 level 120",
      "citizen_receptions 38 2022 level 50", "citizen_receptions VN 2022 level 9000",
      "citizen_receptions 38 2023-01/2023-06 level 7");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,VN", PLOT_KIND_STACKED });

  assert_marks (figure, "2021=100 | 2022=120 | 2021=- | 2022=50");
  g_assert_cmpuint (plot_figure_n_series (figure), ==, 2);
  g_assert_cmpstr (plot_figure_series_name (figure, 1), ==, "Thanh Hóa");
  g_assert_cmpint (plot_figure_mark (figure, 1, 0)->state, ==, PLOT_STATE_NOT_REPORTED);
  assert_text (plot_figure_note (figure),
               "Không so được vì khác kỳ: Thanh Hóa (6 tháng đầu năm 2023).");
}

/* Of more places than hues the greatest come first, as only these have a hue and a name; of fewer the
 * order that was asked for stays. */
static void
test_stacks_of_many (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 01 2021 level 5", "citizen_receptions 02 2021 level 10",
      "citizen_receptions 04 2021 level 15", "citizen_receptions 06 2021 level 20",
      "citizen_receptions 08 2021 level 25", "citizen_receptions 10 2021 level 30",
      "citizen_receptions 11 2021 level 35", "citizen_receptions 12 2021 level 90",
      "citizen_receptions 12 2022 level 1", "citizen_receptions 14 2021 level 60",
      "citizen_receptions 14 2022 level 60");
  g_autoptr (PlotFigure) many = test_compare (
      records, &(Compared){ RECEPTIONS, "01,02,04,06,08,10,11,12,14", PLOT_KIND_STACKED });
  g_autoptr (PlotFigure)
      few = test_compare (records, &(Compared){ RECEPTIONS, "01,12,14", PLOT_KIND_STACKED });

  g_assert_cmpstr (plot_figure_series_name (many, 0), ==, "Sơn La");
  g_assert_cmpstr (plot_figure_series_name (many, 1), ==, "Lai Châu");
  g_assert_cmpstr (plot_figure_series_name (many, 8), ==, "Hà Nội");
  g_assert_cmpuint (plot_figure_series_colour (many, 0), ==, 0);
  g_assert_cmpuint (plot_figure_series_colour (many, 8), ==, 8);
  g_assert_cmpstr (plot_figure_series_name (few, 0), ==, "Hà Nội");
}

static void
test_refusals (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share 40 2021 level 50",
                                           "citizen_receptions 40 2021 level 100",
                                           "citizen_receptions 40 2022 level 120");
  g_autoptr (PlotFigure) shares = test_compare (
      records, &(Compared){ SHARE, "40", PLOT_KIND_STACKED_100, .language = "en" });
  g_autoptr (PlotFigure) counts = test_compare (
      records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_ATTAINMENT, .language = "en" });
  g_autoptr (PlotFigure) changes = test_compare (
      records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_STACKED, CHISO_SHOW_YEAR_ON_YEAR });

  assert_text (plot_figure_empty (shares),
               "“Share of communes of the new-rural standard” does not add up, so it cannot be "
               "stacked; choose the values of a count.");
  assert_text (plot_figure_empty (counts),
               "“Citizen receptions” is no share, so its attainment cannot be drawn; choose the "
               "values of a share.");
  g_assert_cmpuint (plot_figure_n_series (shares) + plot_figure_n_series (counts)
                        + plot_figure_n_series (changes),
                    ==, 0);
}

/* The share, what it was counted from, and the country's as the standard. */
static void
test_attainment (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share 40 2021 level 226/431",
                                           "ntm_communes_share 38 2021 level 77.6",
                                           "ntm_communes_share VN 2021 level 68.2");
  g_autoptr (PlotFigure) figure = NULL;

  ((ChisoRecord *) records->pdata[0])->observation->value = 52.44;
  figure = test_compare (records, &(Compared){ SHARE, "40,38,VN", PLOT_KIND_ATTAINMENT });
  assert_marks (figure, "Thanh Hóa=77.6 | Cả nước=68.2 | Nghệ An=52.4");
  g_assert_cmpfloat (plot_figure_mark (figure, 0, 2)->part, ==, 226);
  g_assert_cmpfloat (plot_figure_mark (figure, 0, 2)->of, ==, 431);
  g_assert_cmpfloat (plot_figure_mark (figure, 0, 0)->of, ==, 0);
  g_assert_cmpfloat (plot_figure_reference (figure), ==, 68.2);
  assert_text (plot_figure_reference_label (figure), "Cả nước: 68,2 %");
}

/* The two years furthest apart that most places have both of; who lacks one keeps the row. */
static void
test_dumbbell (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2018 level 100", "citizen_receptions 40 2022 level 300",
      "citizen_receptions 38 2018 level 500", "citizen_receptions 38 2022 level 400",
      "citizen_receptions 42 2022 level 350", "citizen_receptions 42 2023 level 10",
      "citizen_receptions 08 2018 level 20", "citizen_receptions 08 2022 level 30");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42,08", PLOT_KIND_DUMBBELL });

  assert_marks (figure, "Thanh Hóa=500 | Hà Tĩnh=- | Nghệ An=100 | Tuyên Quang=20 | "
                        "Thanh Hóa=400 | Hà Tĩnh=350 | Nghệ An=300 | Tuyên Quang=30");
  g_assert_cmpstr (plot_figure_series_name (figure, 0), ==, "2018");
  g_assert_cmpstr (plot_figure_series_name (figure, 1), ==, "2022");
  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân tăng ở 2 trong 3 địa phương (2018 – 2022)");
}

static void
test_slope (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2018 level 100", "citizen_receptions 40 2022 level 300",
      "citizen_receptions 38 2018 level 500", "citizen_receptions 38 2022 level 400");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_SLOPE, .focus = "40" });
  g_autoptr (PlotFigure) single = test_compare (
      records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_SLOPE, .last_year = 2018 });

  assert_marks (figure, "2018=500 | 2022=400 | 2018=100 | 2022=300");
  g_assert_cmpint (plot_figure_series_role (figure, 0), ==, PLOT_ROLE_CONTEXT);
  g_assert_cmpint (plot_figure_series_role (figure, 1), ==, PLOT_ROLE_FOCUS);
  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân của Nghệ An tăng từ 100 lượt (2018) lên 300 lượt (2022)");
  assert_text (plot_figure_empty (single),
               "Cần số liệu của hai năm để so sánh, nhưng chỉ có một năm.");
}

/* A panel a place, also for the place that reported nothing. */
static void
test_multiples (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2021 level 100",
                                           "citizen_receptions 40 2023 level 120",
                                           "citizen_receptions 38 2022 level 50");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_MULTIPLES });

  g_assert_cmpuint (plot_figure_n_series (figure), ==, 3);
  g_assert_cmpuint (plot_figure_n_marks (figure, 0), ==, 3);
  g_assert_cmpuint (plot_figure_n_marks (figure, 2), ==, 0);
  g_assert_cmpstr (plot_figure_series_name (figure, 2), ==, "Hà Tĩnh");
}

/* Provinces and communes merged on 1 July 2025: lines of what counts communes break there, whatever the
 * place and the set; other lines of what stayed as it was go on. */
static void
test_break (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("ntm_communes 40 2024-12 level 300", "ntm_communes 40 2025-06 level 310",
                         "ntm_communes 40 2025-09 level 90", "ntm_communes VN 2024-12 level 6000",
                         "ntm_communes VN 2025-12 level 2500");
  g_autoptr (PlotFigure)
      place = test_compare (records, &(Compared){ "ntm_communes", "40", PLOT_KIND_LINE });
  g_autoptr (PlotFigure) before = test_compare (
      records, &(Compared){ "ntm_communes", "40", PLOT_KIND_LINE, .last_year = 2024 });
  g_autoptr (PlotFigure)
      country = test_compare (records, &(Compared){ "ntm_communes", "VN", PLOT_KIND_LINE });
  g_autoptr (PlotFigure) now = test_compare (
      records, &(Compared){ "ntm_communes", "40", PLOT_KIND_LINE, .boundary = CHISO_BOUNDARY_34 });
  g_autoptr (GPtrArray) visits = RECORDS ("citizen_receptions 40 2024 level 300",
                                          "citizen_receptions 40 2025 level 310 ^34");
  g_autoptr (PlotFigure)
      unbroken = test_compare (visits, &(Compared){ RECEPTIONS, "40", PLOT_KIND_LINE });
  double x = 0;

  g_assert_cmpuint (plot_figure_n_breaks (place), ==, 1);
  g_assert_cmpstr (plot_figure_break (place, 0, &x), ==, "Địa giới mới từ 7/2025");
  g_assert_cmpfloat (x, >, plot_figure_mark (place, 0, 1)->x);
  g_assert_cmpfloat (x, <, plot_figure_mark (place, 0, 2)->x);
  g_assert_cmpuint (plot_figure_n_breaks (before), ==, 0);
  g_assert_cmpuint (plot_figure_n_breaks (country), ==, 1);
  g_assert_cmpuint (plot_figure_n_breaks (now), ==, 1);
  g_assert_cmpuint (plot_figure_n_breaks (unbroken), ==, 0);
  /* Fewer communes of fewer are no fall. */
  assert_text (plot_figure_title (country),
               "Số xã đạt chuẩn nông thôn mới trên cả nước: 2.500 xã (12/2025)");
  assert_text (plot_figure_note (country), "Tháng 7/2025 sáp nhập xã, bỏ cấp huyện: số trước và "
                                           "sau không so được với nhau.");
}

/* Two years from the same side of the mergers, where most places have any. */
static void
test_pairs_beside_mergers (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("ntm_communes 40 2020 level 200", "ntm_communes 40 2023 level 300",
                         "ntm_communes 40 2025-12 level 90 ^34");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ "ntm_communes", "40", PLOT_KIND_DUMBBELL });

  g_assert_cmpstr (plot_figure_series_name (figure, 1), ==, "2023");
  assert_text (plot_figure_title (figure), "Số xã đạt chuẩn nông thôn mới của Nghệ An tăng từ 200 "
                                           "xã (2020) lên 300 xã (2023)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/kinds/stacks", test_stacks);
  g_test_add_func ("/figures/kinds/stacks-of-many", test_stacks_of_many);
  g_test_add_func ("/figures/kinds/refusals", test_refusals);
  g_test_add_func ("/figures/kinds/attainment", test_attainment);
  g_test_add_func ("/figures/kinds/dumbbell", test_dumbbell);
  g_test_add_func ("/figures/kinds/slope", test_slope);
  g_test_add_func ("/figures/kinds/multiples", test_multiples);
  g_test_add_func ("/figures/kinds/break", test_break);
  g_test_add_func ("/figures/kinds/pairs-beside-mergers", test_pairs_beside_mergers);
  return test_figures_run ();
}
