/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing one indicator between places: what stands beside what, what is left out and said to be,
 * and how far a title may go. */

#include "figures-support.h"

#define RECEPTIONS "citizen_receptions"

static void
test_bars_by_value (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 100",
                                           "citizen_receptions 38 2023 level 300",
                                           "citizen_receptions 42 2023 level 200");
  g_autoptr (PlotFigure)
      bar = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      column = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_COLUMN });

  assert_marks (bar, "Thanh Hóa=300 | Hà Tĩnh=200 | Nghệ An=100");
  assert_marks (column, "Nghệ An=100 | Thanh Hóa=300 | Hà Tĩnh=200");
  assert_text (plot_figure_title (bar),
               "Thanh Hóa có nhiều lượt tiếp công dân nhất: 300 lượt (2023)");
  assert_text (plot_figure_subtitle (bar), "Đơn vị: lượt · 2023 · 3 địa phương có số liệu");
  assert_text (plot_figure_source (bar), "Nguồn: Báo A");
  assert_text (plot_figure_note (bar), "");
  g_assert_cmpuint (plot_figure_mark (bar, 0, 0)->key, ==, 2);
}

static void
test_english (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 1100",
                                           "citizen_receptions 38 2023 level 300");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_BAR, .language = "en" });

  assert_text (plot_figure_title (figure), "Nghe An has the most citizen receptions: 1,100 (2023)");
  assert_text (plot_figure_subtitle (figure), "Unit: receptions · 2023 · 2 places with data");
  assert_text (plot_figure_source (figure), "Source: Báo A");
}

static void
test_unlike_periods (void)
{
  /* Nine months beside two whole years: left out, and said to be. */
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2023-01/2023-09 level 900", "citizen_receptions 38 2023 level 300",
      "citizen_receptions 42 2023 level 200", "citizen_receptions 42 2020/.. level 5000");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_BAR });

  assert_marks (figure, "Thanh Hóa=300 | Hà Tĩnh=200");
  assert_text (plot_figure_note (figure),
               "Không so được vì khác kỳ: Nghệ An (9 tháng đầu năm 2023) "
               "và Hà Tĩnh (từ 2020 đến nay).");
}

/* Numbers of a mark's note are written as all others are, whatever the size and the locale. */
static void
test_fraction (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share 40 2023 level 61.73");
  ChisoObservation *observation = ((ChisoRecord *) records->pdata[0])->observation;
  g_autoptr (PlotFigure) figure = NULL;

  observation->numerator = 1234567;
  observation->denominator = 2000000;
  figure = test_compare (records, &(Compared){ "ntm_communes_share", "40", PLOT_KIND_BAR });
  g_assert_cmpstr (plot_figure_mark (figure, 0, 0)->note, ==, "1.234.567/2.000.000");
}

static void
test_kind_of_period (void)
{
  /* The kind that most places have, though it is no whole year. */
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023-01/2023-06 level 90",
                                           "citizen_receptions 40 2022 level 170",
                                           "citizen_receptions 38 2023-01/2023-06 level 30");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      alone = test_compare (records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_LINE });

  assert_marks (figure, "Nghệ An=90 | Thanh Hóa=30");
  /* Of kinds that cover as much the whole year goes first, and lines join one kind only. */
  assert_marks (alone, "2022=170");
}

static void
test_other_years (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2021 level 90", "citizen_receptions 38 2023 level 30",
      "citizen_receptions 42 2023 level 20", "citizen_receptions 42 2024 level 25");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_BAR });

  assert_marks (figure, "Nghệ An (2021)=90 | Thanh Hóa=30 | Hà Tĩnh=20");
  /* Of different years nobody has the most. */
  assert_text (plot_figure_title (figure), "Số lượt tiếp công dân của 3 địa phương (2021 – 2023)");
  assert_text (plot_figure_subtitle (figure),
               "Đơn vị: lượt · 2023, kỳ khác ghi cạnh tên · 3 địa phương có số liệu");
}

static void
test_range (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2021 level 90",
                                           "citizen_receptions 40 2023 level 30");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_LINE, .last_year = 2022 });

  assert_marks (figure, "2021=90");
}

static void
test_stock_dates (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("ntm_communes 38 2025-03 level 374", "ntm_communes 40 2022-09 level 299",
                         "ntm_communes 38 2019-10 level 347");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ "ntm_communes", "38,40", PLOT_KIND_BAR });

  assert_marks (figure, "Thanh Hóa (3/2025)=374 | Nghệ An (9/2022)=299");
  assert_text (plot_figure_title (figure),
               "Số xã đạt chuẩn nông thôn mới của 2 địa phương (9/2022 – 3/2025)");
  assert_text (plot_figure_subtitle (figure),
               "Đơn vị: xã · số liệu gần nhất, 9/2022 – 3/2025 · 2 địa phương có số liệu");
}

/* Dates of one year are set beside each other, and said; lines that are not tell all of their years. */
static void
test_dates_of_a_year (void)
{
  g_autoptr (GPtrArray)
      near = RECORDS ("ntm_communes 38 2022-03 level 374", "ntm_communes 40 2022-09 level 299");
  g_autoptr (GPtrArray)
      far = RECORDS ("ntm_communes 38 2019-10 level 347", "ntm_communes 38 2025-03 level 374",
                     "ntm_communes 40 2022-09 level 299");
  g_autoptr (PlotFigure)
      bars = test_compare (near, &(Compared){ "ntm_communes", "38,40", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      lines = test_compare (far, &(Compared){ "ntm_communes", "38,40", PLOT_KIND_LINE });

  assert_text (plot_figure_title (bars), "Theo số liệu gần nhất, Thanh Hóa có nhiều xã đạt chuẩn "
                                         "nông thôn mới nhất: 374 xã (3/2022)");
  assert_text (plot_figure_title (lines),
               "Số xã đạt chuẩn nông thôn mới của 2 địa phương (10/2019 – 3/2025)");
}

static void
test_ties (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share 34 2021 level 100",
                                           "ntm_communes_share 35 2021 level 100",
                                           "ntm_communes_share 40 2021 level 70");
  g_autoptr (GPtrArray) all = RECORDS ("ntm_communes_share 34 2021 level 100",
                                       "ntm_communes_share 35 2021 level 100");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ "ntm_communes_share", "34,35,40", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      equal = test_compare (all, &(Compared){ "ntm_communes_share", "34,35", PLOT_KIND_BAR });

  assert_text (
      plot_figure_title (figure),
      "Thái Bình và Hà Nam cùng có tỷ lệ xã đạt chuẩn nông thôn mới cao nhất: 100 % (2021)");
  /* Where all are equal nobody leads. */
  assert_text (plot_figure_title (equal),
               "Tỷ lệ xã đạt chuẩn nông thôn mới của 2 địa phương (2021)");
}

static void
test_at_least (void)
{
  /* 300 is the largest number, but the one of which "at least 200" is known may be larger. */
  g_autoptr (GPtrArray) open = RECORDS ("citizen_receptions 40 2023 level 200>",
                                        "citizen_receptions 38 2023 level 300");
  g_autoptr (GPtrArray) certain = RECORDS ("citizen_receptions 40 2023 level 400>",
                                           "citizen_receptions 38 2023 level 300");
  g_autoptr (PlotFigure)
      unsure = test_compare (open, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      sure = test_compare (certain, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_BAR });

  assert_marks (unsure, "Thanh Hóa=300 | Nghệ An=200>");
  assert_text (plot_figure_title (unsure), "Số lượt tiếp công dân của 2 địa phương (2023)");
  assert_text (plot_figure_title (sure),
               "Nghệ An có nhiều lượt tiếp công dân nhất: ít nhất 400 lượt (2023)");
}

static void
test_about (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 300~",
                                           "citizen_receptions 38 2023 level 295");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_BAR, .language = "en" });

  assert_text (plot_figure_title (figure), "Citizen receptions in 2 places (2023)");
}

static void
test_country (void)
{
  /* The country has more than each of its provinces; that is no finding. */
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions VN 2023 level 390980",
                                           "citizen_receptions 38 2023 level 300",
                                           "citizen_receptions 40 2023 level 200");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "VN,38,40", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      one = test_compare (records, &(Compared){ RECEPTIONS, "VN,38", PLOT_KIND_BAR });

  assert_text (plot_figure_title (figure),
               "Thanh Hóa có nhiều lượt tiếp công dân nhất: 300 lượt (2023)");
  assert_text (plot_figure_subtitle (figure), "Đơn vị: lượt · 2023 · 2 địa phương có số liệu");
  g_assert_cmpint (plot_figure_mark (figure, 0, 0)->role, ==, PLOT_ROLE_CONTEXT);
  assert_text (plot_figure_title (one), "Số lượt tiếp công dân của Thanh Hóa: 300 lượt (2023)");
}

static void
test_focus (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 100",
                                           "citizen_receptions 38 2023 level 300",
                                           "citizen_receptions 42 2023 level 200");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_BAR, .focus = "42" });

  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân của Hà Tĩnh: 200 lượt (2023), thứ 2 "
               "trong 3 địa phương có số liệu");
  g_assert_cmpint (plot_figure_mark (figure, 0, 1)->role, ==, PLOT_ROLE_FOCUS);
  g_assert_cmpint (plot_figure_mark (figure, 0, 0)->role, ==, PLOT_ROLE_CONTEXT);
}

static void
test_missing (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 100");
  g_autoptr (PlotFigure)
      bars = test_compare (records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      lines = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_LINE });

  assert_marks (bars, "Nghệ An=100 | Thanh Hóa=-");
  g_assert_cmpint (plot_figure_mark (bars, 0, 1)->state, ==, PLOT_STATE_NOT_REPORTED);
  assert_marks (lines, "2023=100");
  assert_text (plot_figure_note (lines), "Không có số liệu: Thanh Hóa và Hà Tĩnh.");
}

static void
test_line_gaps (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2018 level 100", "citizen_receptions 40 2019 level 120",
      "citizen_receptions 40 2021 level 130", "citizen_receptions 40 2023-01/2023-06 level 70");
  g_autoptr (GPtrArray)
      stock = RECORDS ("ntm_communes 40 2019-10 level 10", "ntm_communes 40 2021-06 level 20",
                       "ntm_communes 40 2025-03 level 30");
  g_autoptr (PlotFigure)
      flow = test_compare (records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_LINE });
  g_autoptr (PlotFigure)
      dated = test_compare (stock, &(Compared){ "ntm_communes", "40", PLOT_KIND_LINE });

  assert_marks (flow, "2018=100 | 2019=120 | 2020=- | 2021=130");
  assert_text (plot_figure_title (flow),
               "Số lượt tiếp công dân của Nghệ An tăng từ 100 lượt (2018) lên 130 lượt (2021)");
  assert_text (plot_figure_subtitle (flow), "Đơn vị: lượt · 2018 – 2021");
  assert_marks (dated, "10/2019=10 | 6/2021=20 | 2022 – 2024=- | 3/2025=30");
}

static void
test_line_titles (void)
{
  g_autoptr (GPtrArray)
      fell = RECORDS ("poverty_rate 40 2021 level 6.4", "poverty_rate 40 2022 level 5");
  g_autoptr (GPtrArray)
      same = RECORDS ("poverty_rate 40 2021 level 5", "poverty_rate 40 2022 level 5");
  g_autoptr (GPtrArray)
      open = RECORDS ("poverty_rate 40 2021 level 5", "poverty_rate 40 2022 level 4.9~");
  const Compared asked = { "poverty_rate", "40", PLOT_KIND_LINE, .language = "en" };
  g_autoptr (PlotFigure) a = test_compare (fell, &asked);
  g_autoptr (PlotFigure) b = test_compare (same, &asked);
  g_autoptr (PlotFigure) c = test_compare (open, &asked);

  assert_text (plot_figure_title (a), "Poverty rate in Nghe An fell from 6.4% (2021) to 5% (2022)");
  assert_text (plot_figure_title (b), "Poverty rate in Nghe An: 5% in both 2021 and 2022");
  assert_text (plot_figure_title (c), "Poverty rate in Nghe An: about 4.9% (2022)");
}

static void
test_changes (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("supervision_sessions 08 2023 level 579",
                                           "supervision_sessions 08 2022 level 541",
                                           "supervision_sessions 60 2023 ratio 1.02 2022",
                                           "supervision_sessions 60 2023 ratio 1.5 2019");
  g_autoptr (PlotFigure)
      both = test_compare (records, &(Compared){ "supervision_sessions", "60,08", PLOT_KIND_BAR,
                                                 CHISO_SHOW_YEAR_ON_YEAR });
  g_autoptr (PlotFigure)
      one = test_compare (records, &(Compared){ "supervision_sessions", "08", PLOT_KIND_COLUMN,
                                                CHISO_SHOW_YEAR_ON_YEAR });
  g_autoptr (PlotFigure)
      english = test_compare (records, &(Compared){ "supervision_sessions", "08", PLOT_KIND_COLUMN,
                                                    CHISO_SHOW_YEAR_ON_YEAR, .language = "en" });

  assert_marks (both, "Tuyên Quang=7c | Bình Thuận=2");
  assert_text (plot_figure_title (both),
               "Số cuộc giám sát tăng nhiều nhất ở Tuyên Quang: +7 % (2023)");
  assert_text (plot_figure_subtitle (both), "Thay đổi so với cùng kỳ năm trước, % · 2023 · 2 địa "
                                            "phương có số liệu");
  assert_text (plot_figure_title (one), "Số cuộc giám sát của Tuyên Quang tăng 7 % năm 2023");
  assert_text (plot_figure_title (english), "Supervision sessions in Tuyen Quang rose 7% in 2023");
  assert_text (plot_figure_mark (one, 0, 0)->note, "tính từ 541 cuộc và 579 cuộc");
}

static void
test_changes_down (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("citizen_receptions 40 2025-01/2025-06 ratio 0.669 2024-01/2024-06",
                         "citizen_receptions 19 2025-01/2025-06 ratio 0.978 2024-01/2024-06");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40,19", PLOT_KIND_BAR, CHISO_SHOW_YEAR_ON_YEAR });

  assert_marks (figure, "Thái Nguyên=-2.2 | Nghệ An=-33.1");
  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân giảm ở cả 2 địa phương, nhiều nhất ở Nghệ An: −33,1 % "
               "(6 tháng đầu năm 2025)");
}

static void
test_points (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share VN 2022-12 delta 4.8 2021-12");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ "ntm_communes_share", "VN", PLOT_KIND_COLUMN,
                                                   CHISO_SHOW_YEAR_ON_YEAR });

  assert_text (
      plot_figure_title (figure),
      "Tỷ lệ xã đạt chuẩn nông thôn mới trên cả nước tăng 4,8 điểm % trong một năm đến 12/2022");
  assert_text (plot_figure_subtitle (figure),
               "Thay đổi so với cùng kỳ năm trước, điểm % · 12/2022");
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = test_records_new ();
  g_autoptr (GPtrArray) spans = RECORDS ("community_supervisions 54 2016/.. level 5476");
  const Compared asked = { "community_supervisions", "54", PLOT_KIND_BAR };
  g_autoptr (PlotFigure) nothing = test_compare (none, &asked);
  g_autoptr (PlotFigure) running = test_compare (spans, &asked);

  assert_text (plot_figure_empty (nothing),
               "Chưa có số liệu cho các địa phương và thời gian đã chọn.");
  assert_text (plot_figure_empty (running), "Chỉ có số liệu cộng dồn nhiều năm, không so được.");
  assert_text (plot_figure_note (running), "Không so được vì khác kỳ: Phú Yên (từ 2016 đến nay).");
  g_assert_cmpuint (plot_figure_n_series (nothing), ==, 0);
}

static void
test_boundary (void)
{
  /* Nghệ An is the same province in both sets; Ninh Bình is not. */
  g_autoptr (GPtrArray)
      records = RECORDS ("ntm_communes 40 2024 level 300", "ntm_communes 37 2024 level 90");
  g_autoptr (PlotFigure) figure = NULL;

  test_records_add (records, "ntm_communes 40 2025-10 level 310")->observation->boundary =
      CHISO_BOUNDARY_34;
  test_records_add (records, "ntm_communes 37 2025-10 level 97")->observation->boundary =
      CHISO_BOUNDARY_34;
  figure = test_compare (records, &(Compared){ "ntm_communes", "40,37", PLOT_KIND_BAR });
  assert_marks (figure, "Nghệ An (10/2025)=310 | Ninh Bình (2024)=90");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/compare/bars-by-value", test_bars_by_value);
  g_test_add_func ("/figures/compare/english", test_english);
  g_test_add_func ("/figures/compare/unlike-periods", test_unlike_periods);
  g_test_add_func ("/figures/compare/fraction", test_fraction);
  g_test_add_func ("/figures/compare/kind-of-period", test_kind_of_period);
  g_test_add_func ("/figures/compare/other-years", test_other_years);
  g_test_add_func ("/figures/compare/range", test_range);
  g_test_add_func ("/figures/compare/stock-dates", test_stock_dates);
  g_test_add_func ("/figures/compare/dates-of-a-year", test_dates_of_a_year);
  g_test_add_func ("/figures/compare/ties", test_ties);
  g_test_add_func ("/figures/compare/at-least", test_at_least);
  g_test_add_func ("/figures/compare/about", test_about);
  g_test_add_func ("/figures/compare/country", test_country);
  g_test_add_func ("/figures/compare/focus", test_focus);
  g_test_add_func ("/figures/compare/missing", test_missing);
  g_test_add_func ("/figures/compare/line-gaps", test_line_gaps);
  g_test_add_func ("/figures/compare/line-titles", test_line_titles);
  g_test_add_func ("/figures/compare/changes", test_changes);
  g_test_add_func ("/figures/compare/changes-down", test_changes_down);
  g_test_add_func ("/figures/compare/points", test_points);
  g_test_add_func ("/figures/compare/empty", test_empty);
  g_test_add_func ("/figures/compare/boundary", test_boundary);
  return test_figures_run ();
}
