/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing places of which more than one figure is told: parts, sources that disagree, what a person has decided. */

#include "figures-support.h"
#include "plot/plot-proof.h"

#define RECEPTIONS "citizen_receptions"

static void
test_parts (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("voter_meetings 08 2023 level 97", "voter_meetings 08 2023 level 395",
                         "voter_meetings 08 2023 level 35");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ "voter_meetings", "08", PLOT_KIND_BAR });

  assert_marks (figure, "Tuyên Quang=395>");
  assert_text (plot_figure_title (figure),
               "Số cuộc tiếp xúc cử tri của Tuyên Quang: ít nhất 395 cuộc (2023)");
  assert_text (plot_figure_note (figure),
               "Tuyên Quang (2023): nguồn chỉ nêu từng phần (395 cuộc; 97 "
               "cuộc; 35 cuộc), không cộng lại.");
  assert_text (plot_figure_mark (figure, 0, 0)->note, "phần lớn nhất trong 3 phần");
}

static void
test_undecided (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("petition_resolution_rate 22 2016 level 71.3",
                                           "petition_resolution_rate 22 2016 level 76",
                                           "petition_resolution_rate 40 2016 level 88.9");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ "petition_resolution_rate", "22,40", PLOT_KIND_BAR });

  assert_marks (figure, "Nghệ An=88.9");
  assert_text (plot_figure_note (figure),
               "Quảng Ninh (2016): nguồn nêu nhiều số (76 %; 71,3 %) mà không "
               "có số chung nên không vẽ.");
}

static void
test_conflict (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes 08 2020 level 47/124 @A",
                                           "ntm_communes 08 2020 level 35 @B");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ "ntm_communes", "08", PLOT_KIND_BAR });

  assert_marks (figure, "Tuyên Quang=47");
  assert_text (plot_figure_note (figure), "Tuyên Quang (2020): nguồn khác nêu 35 xã.");
  assert_text (plot_figure_mark (figure, 0, 0)->note, "47/124; nguồn khác: 35 xã");
}

/* Two of five are not enough to say which of them has the most. */
static void
test_few_of_many (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2022 level 5", "citizen_receptions 38 2022 level 5",
      "citizen_receptions 40 2023 level 9", "citizen_receptions 38 2023 level 8");
  g_autoptr (PlotFigure)
      few = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42,08,17", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      half = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42,08,VN", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      grown = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42,08,17", PLOT_KIND_BAR,
                                                  .show = CHISO_SHOW_YEAR_ON_YEAR });

  assert_text (plot_figure_title (few), "Số lượt tiếp công dân của 2 địa phương (2023)");
  assert_text (plot_figure_title (half), "Nghệ An có nhiều lượt tiếp công dân nhất: 9 lượt (2023)");
  assert_text (plot_figure_title (grown),
               "Số lượt tiếp công dân: thay đổi so với cùng kỳ ở 2 địa phương (2023)");
}

/* What was rejected is no other source any more; what was chosen says so, and exports carry it. */
static void
test_decided (void)
{
  g_autoptr (GPtrArray) rejected = RECORDS ("ntm_communes 08 2020 level 47/124 @A",
                                            "ntm_communes 08 2020 level 35 @B !-1");
  g_autoptr (GPtrArray) chosen = RECORDS ("ntm_communes 08 2020 level 47/124 @A",
                                          "ntm_communes 08 2020 level 35 @B !1");
  g_autoptr (PlotFigure)
      one = test_compare (rejected, &(Compared){ "ntm_communes", "08", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      other = test_compare (chosen, &(Compared){ "ntm_communes", "08", PLOT_KIND_BAR });

  assert_marks (one, "Tuyên Quang=47");
  assert_text (plot_figure_note (one), "");
  assert_text (plot_figure_mark (one, 0, 0)->note, "47/124");
  g_assert_null (plot_figure_proof (one, 1, 0)->review);
  assert_marks (other, "Tuyên Quang=35");
  assert_text (plot_figure_note (other),
               "Tuyên Quang (2020): nguồn khác nêu 47 xã; số vẽ ở đây được chọn (lỗi đánh máy).");
  g_assert_cmpstr (plot_figure_proof (other, 2, 0)->review, ==, "được chọn (lỗi đánh máy)");
}

static void
test_sources (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2023 level 9 @A", "citizen_receptions 38 2023 level 8 @B",
      "citizen_receptions 42 2023 level 7 @C", "citizen_receptions 08 2023 level 6 @D",
      "citizen_receptions 17 2023 level 5 @A", "citizen_receptions 49 2023 level 4 @E");
  g_autoptr (PlotFigure)
      five = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42,08,17,49", PLOT_KIND_BAR });
  g_autoptr (PlotFigure)
      three = test_compare (records, &(Compared){ RECEPTIONS, "40,38,42", PLOT_KIND_BAR });

  assert_text (plot_figure_source (five), "Nguồn: Báo A, Báo B, Báo C và 2 nguồn khác");
  assert_text (plot_figure_source (three), "Nguồn: Báo A, Báo B và Báo C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/compare/parts", test_parts);
  g_test_add_func ("/figures/compare/undecided", test_undecided);
  g_test_add_func ("/figures/compare/conflict", test_conflict);
  g_test_add_func ("/figures/compare/few-of-many", test_few_of_many);
  g_test_add_func ("/figures/compare/decided", test_decided);
  g_test_add_func ("/figures/compare/sources", test_sources);
  return test_figures_run ();
}
