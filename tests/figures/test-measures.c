/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of what levels are turned into, and of provinces added up: what the marks, titles, subtitles
 * and notes say. 02 and 08 (Hà Giang, Tuyên Quang) became 08 of the 34. */

#include "figures-support.h"
#include "plot/plot-proof.h"

#include <string.h>

#define RECEPTIONS "citizen_receptions"

static void
test_per_commune (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 08 2023 level 276",
                                           "citizen_receptions 02 2023 level 193",
                                           "citizen_receptions 02 2003 level 5");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "02,08", PLOT_KIND_BAR, .show = CHISO_SHOW_PER_COMMUNE });

  assert_marks (figure, "Tuyên Quang=2c | Hà Giang=1c");
  assert_text (plot_figure_title (figure),
               "Tuyên Quang có số lượt tiếp công dân trên mỗi xã cao nhất: 2 lượt (2023)");
  assert_text (plot_figure_subtitle (figure), "Đơn vị: lượt trên mỗi xã, phường, thị trấn · 2023 · "
                                              "2 địa phương có số liệu");
  assert_text (plot_figure_note (figure),
               "Không có dân số hoặc số xã của năm đó: Hà Giang (2003).");
  assert_text (plot_figure_mark (figure, 0, 0)->note,
               "276 lượt chia cho 138 xã, phường, thị trấn (cuối năm 2023)");
  assert_text (plot_figure_computed (figure), "số liệu chia cho số xã, báo cáo không nêu");
}

/* 412 communes until June 2025 and 130 since: two figures that a line does not join. */
static void
test_per_commune_over_mergers (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2024 level 412",
                                           "citizen_receptions 40 2025 level 260 ^34");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_LINE, .show = CHISO_SHOW_PER_COMMUNE });

  assert_marks (figure, "2024=1c | 2025=2c");
  g_assert_cmpuint (plot_figure_n_breaks (figure), ==, 1);
  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân trên mỗi xã của Nghệ An: 2 lượt (2025)");
}

/* What a computed value rests on is told as it is known. */
static void
test_ways_keep_qualifiers (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 08 2023 level 10>", "citizen_receptions 02 2023 level 20",
      "citizen_receptions 40 2022 level 50~", "citizen_receptions 40 2023 level 60");
  g_autoptr (PlotFigure) sum = test_compare (
      records, &(Compared){ RECEPTIONS, "08", PLOT_KIND_BAR, .boundary = CHISO_BOUNDARY_34 });
  g_autoptr (PlotFigure) change = test_compare (
      records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_BAR, .show = CHISO_SHOW_YEAR_ON_YEAR });

  assert_marks (sum, "Tuyên Quang=30>c");
  assert_text (plot_figure_mark (sum, 0, 0)->note,
               "cộng từ các tỉnh cũ: Hà Giang 20 lượt; Tuyên Quang ít nhất 10 lượt");
  assert_text (plot_figure_mark (change, 0, 0)->note, "tính từ khoảng 50 lượt và 60 lượt");
}

static void
test_index_finds_its_base (void)
{
  /* 2020 is the first year that both have and go on from. */
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40 2019 level 50", "citizen_receptions 40 2020 level 100",
      "citizen_receptions 40 2023 level 150", "citizen_receptions 38 2020 level 10",
      "citizen_receptions 38 2023 level 12");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_BAR,
                                                   .show = CHISO_SHOW_INDEX, .language = "en" });

  assert_marks (figure, "Nghe An=150c | Thanh Hoa=120c");
  assert_text (plot_figure_title (figure),
               "Nghe An has the highest citizen receptions, index (2020 = 100): 150 (2023)");
  assert_text (plot_figure_subtitle (figure), "Index, 2020 = 100 · 2023 · 2 places with data");
  assert_text (plot_figure_mark (figure, 0, 0)->note, "150 against 100");
}

static void
test_since_base (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2020 level 100",
                                           "citizen_receptions 40 2023 level 150",
                                           "citizen_receptions 38 2023 level 12");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40,38", PLOT_KIND_LINE, .show = CHISO_SHOW_SINCE_BASE,
                            .base_year = 2020 });

  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân của Nghệ An tăng 50 % từ năm 2020 đến 2023");
  assert_text (plot_figure_note (figure),
               "Không có số liệu năm 2020 để so: Thanh Hóa (2023). Không có số liệu: Thanh Hóa.");
}

static void
test_change_of_sums_is_proved (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 08 2022 level 10 @a", "citizen_receptions 02 2022 level 20 @b",
      "citizen_receptions 08 2023 level 12 @c", "citizen_receptions 02 2023 level 21 @d");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "08", PLOT_KIND_BAR, .show = CHISO_SHOW_YEAR_ON_YEAR,
                            .boundary = CHISO_BOUNDARY_34 });

  /* Both sums, with each of their addends, and with each of their sources. */
  g_assert_cmpuint (plot_figure_n_proofs (figure, plot_figure_mark (figure, 0, 0)->key), ==, 4);
  assert_text (plot_figure_source (figure), "Nguồn: Báo d, Báo c, Báo b và 1 nguồn khác");
}

/* A province by its districts: Hà Nam had six. */
#define HA_NAM(period, how)                                                                        \
  "citizen_receptions 35/Bình_Lục " period " level 1 @5 " how,                                     \
      "citizen_receptions 35/Kim_Bảng " period " level 2 @5 " how,                                 \
      "citizen_receptions 35/Lý_Nhân " period " level 3 @5 " how,                                  \
      "citizen_receptions 35/Thanh_Liêm " period " level 4 @5 " how,                               \
      "citizen_receptions 35/Duy_Tiên " period " level 5 @5 " how
#define PHU_LY(period) "citizen_receptions 35/Phủ_Lý " period " level 5 @5 #all"

static void
test_districts_added_up (void)
{
  g_autoptr (GPtrArray) records = RECORDS (HA_NAM ("2023", "#all"), PHU_LY ("2023"),
                                           "citizen_receptions 40 2023 level 9");
  const Compared asked = { RECEPTIONS, "35,40", PLOT_KIND_BAR };
  g_autoptr (PlotFigure) figure = test_compare (records, &asked);
  g_autofree char *behind = test_behind_of (records, &asked, plot_figure_mark (figure, 0, 0)->key);

  assert_marks (figure, "Hà Nam=20c | Nghệ An=9");
  assert_text (
      plot_figure_mark (figure, 0, 0)->note,
      "cộng từ 6 huyện, xã, theo báo cáo là tất cả (“tất cả”): Bình Lục 1 lượt; Duy Tiên 5 "
      "lượt; Kim Bảng 2 lượt; Lý Nhân 3 lượt; Phủ Lý 5 lượt; Thanh Liêm 4 lượt");
  /* Each of them proves the sum, and leads to it. */
  g_assert_cmpstr (behind, ==, "1 5 2 3 6 4");
  g_assert_cmpuint (test_mark_of (records, &asked, 4), ==, plot_figure_mark (figure, 0, 0)->key);
  g_assert_cmpuint (plot_figure_n_proofs (figure, plot_figure_mark (figure, 0, 0)->key), ==, 6);
}

static void
test_districts_not_added_up (void)
{
  g_autoptr (GPtrArray) records = RECORDS (HA_NAM ("2023", "#all"), HA_NAM ("2022", "#"),
                                           "citizen_receptions 40 2023 level 9");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "35,40", PLOT_KIND_BAR, .language = "en" });

  assert_marks (figure, "Nghe An=9 | Ha Nam=-");
  assert_text (plot_figure_note (figure),
               "Figures of districts or communes are not added up, as the report does not say that "
               "they are all: Ha Nam (2022). A report speaks of all districts or communes, but not "
               "all have a figure, so they are not added up: Ha Nam (2023: 5 of 6).");
}

/* What a change is computed from is the sum, not the first of its figures; no sum is set against what the
 * province says of itself. */
static void
test_change_of_districts (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      HA_NAM ("2022", "#all"), PHU_LY ("2022"), HA_NAM ("2023", "#all"),
      "citizen_receptions 35/Phủ_Lý 2023 level 15 @5 #all", "citizen_receptions 35 2024 level 60");
  const Compared asked = { RECEPTIONS, "35", PLOT_KIND_LINE, .show = CHISO_SHOW_YEAR_ON_YEAR };
  g_autoptr (PlotFigure) figure = test_compare (records, &asked);
  g_autoptr (PlotFigure)
      index = test_compare (records, &(Compared){ RECEPTIONS, "35", PLOT_KIND_LINE,
                                                  .show = CHISO_SHOW_INDEX, .base_year = 2023 });
  g_autoptr (PlotFigure) pair = test_compare (
      records, &(Compared){ RECEPTIONS, "35", PLOT_KIND_DUMBBELL, .first_year = 2023 });

  assert_marks (figure, "2023=50c");
  assert_text (plot_figure_mark (figure, 0, 0)->note, "tính từ số cộng của 6 huyện, xã");
  assert_text (plot_figure_note (figure),
               "Không so số của tỉnh với tổng của các huyện, xã, vì số của tỉnh có thể gồm cả cơ "
               "quan khác: Hà Nam (2024).");
  assert_marks (index, "2022=66.7c | 2023=100c");
  assert_text (plot_figure_mark (index, 0, 0)->note, "tính từ số cộng của 6 huyện, xã");
  /* Both are shown, and neither said to have risen. */
  assert_text (plot_figure_title (pair), "Số lượt tiếp công dân của Hà Nam: 60 lượt (2024)");
}

static void
test_stated_change_is_told_as_one (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "dialogue_sessions 15 2023 level 560", "dialogue_sessions 15 2023 delta 60 2022",
      "poverty_rate 15 2023 level 6", "poverty_rate 15 2023 ratio 0.75 2022");
  g_autoptr (PlotFigure)
      delta = test_compare (records, &(Compared){ "dialogue_sessions", "15", PLOT_KIND_BAR,
                                                  .show = CHISO_SHOW_YEAR_ON_YEAR });
  g_autoptr (PlotFigure) ratio = test_compare (
      records, &(Compared){ "poverty_rate", "15", PLOT_KIND_BAR, .show = CHISO_SHOW_YEAR_ON_YEAR,
                            .language = "en" });

  assert_marks (delta, "Yên Bái=12c");
  assert_text (plot_figure_mark (delta, 0, 0)->note,
               "tính từ mức thay đổi đã nêu (+60 cuộc) và 560 cuộc (2023)");
  assert_marks (ratio, "Yen Bai=-2c");
  assert_text (plot_figure_mark (ratio, 0, 0)->note,
               "computed from the stated change (0.75 times) and 6% (2023)");
}

/* From 411 communes to 121: what is left of the count is neither a change nor an index. */
static void
test_no_change_over_mergers (void)
{
  static const ChisoShow shows[] = { CHISO_SHOW_YEAR_ON_YEAR, CHISO_SHOW_SINCE_BASE,
                                     CHISO_SHOW_INDEX };
  g_autoptr (GPtrArray) records = RECORDS (
      "ntm_communes 40 2023-12 level 300", "ntm_communes 40 2024-12 level 330/411",
      "ntm_communes 40 2025-12 level 95/121 ^34", "ntm_communes 40 2026-12 level 100 ^34");

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    for (int boundary = 34; boundary <= 63; boundary += 29)
      {
        g_autoptr (PlotFigure) figure = test_compare (
            records, &(Compared){ "ntm_communes", "40", PLOT_KIND_LINE, .show = shows[i],
                                  .last_year = 2025, .base_year = 2024, .boundary = boundary });

        for (guint m = 0; m < plot_figure_n_marks (figure, 0); m++)
          g_assert_cmpstr (plot_figure_mark (figure, 0, m)->period, !=, "12/2025");
        g_assert_nonnull (strstr (plot_figure_note (figure),
                                  "Không tính thay đổi qua tháng 7/2025, khi sáp nhập xã, bỏ cấp "
                                  "huyện: Nghệ An (12/2025)."));
      }
}

static void
test_provinces_added_up (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 08 2022 level 10", "citizen_receptions 02 2022 level 20",
      "citizen_receptions 02 2023 level 21", "citizen_receptions 40 2022 level 25");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "08,40", PLOT_KIND_BAR, .boundary = CHISO_BOUNDARY_34 });

  /* Which provinces these are is said once, for all of them. */
  assert_marks (figure, "Tuyên Quang=30c | Nghệ An=25");
  g_assert_true (g_str_has_suffix (plot_figure_subtitle (figure), " · địa giới từ 7/2025"));
  assert_text (plot_figure_mark (figure, 0, 0)->note,
               "cộng từ các tỉnh cũ: Hà Giang 20 lượt; Tuyên Quang 10 lượt");
  assert_text (plot_figure_computed (figure), "tính từ số liệu các tỉnh cũ, báo cáo không nêu");
  /* Both predecessors prove the sum. */
  g_assert_cmpuint (plot_figure_n_proofs (figure, plot_figure_mark (figure, 0, 0)->key), ==, 2);
  g_assert_cmpuint (plot_figure_n_proofs (figure, plot_figure_mark (figure, 0, 1)->key), ==, 1);
  assert_text (plot_figure_note (figure), "Chưa đủ các tỉnh cũ báo cáo nên không cộng: "
                                          "Tuyên Quang (2023: 1/2 tỉnh).");
}

/* A name that ends in brackets is not followed by others. */
static void
test_dated_brackets (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 40/Vinh 2022 level 30", "citizen_receptions 38 2022 level 20",
      "citizen_receptions 38 2023 level 20", "citizen_receptions 37 2023 level 10");
  g_autoptr (PlotFigure)
      figure = test_compare (records, &(Compared){ RECEPTIONS, "40/Vinh,38,37", PLOT_KIND_BAR });

  assert_text (plot_figure_category (figure, 0), "Vinh (Nghệ An; 2022)");
  assert_text (plot_figure_category (figure, 1), "Thanh Hóa");
}

/* Two summed provinces of 2023 against the same two of 2022: four sentences behind one mark, and each
 * of them leads to it. */
static void
test_behind (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 08 2022 level 10", "citizen_receptions 02 2022 level 20",
      "citizen_receptions 08 2023 level 11", "citizen_receptions 02 2023 level 22");
  const Compared asked = { RECEPTIONS, "08", PLOT_KIND_BAR, .show = CHISO_SHOW_YEAR_ON_YEAR,
                           .boundary = CHISO_BOUNDARY_34 };
  g_autoptr (PlotFigure) figure = test_compare (records, &asked);
  g_autofree char *behind = NULL;

  assert_marks (figure, "Tuyên Quang=10c");
  behind = test_behind_of (records, &asked, plot_figure_mark (figure, 0, 0)->key);
  g_assert_cmpstr (behind, ==, "4 3 2 1");
  for (gint64 id = 1; id <= 4; id++)
    g_assert_cmpuint (test_mark_of (records, &asked, id), ==, 4);
  g_assert_cmpuint (test_mark_of (records, &asked, 5), ==, 0);
}

static void
test_country_share (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2022 level 25",
                                           "citizen_receptions VN 2022 level 1000");
  g_autoptr (PlotFigure) figure = test_compare (
      records, &(Compared){ RECEPTIONS, "40", PLOT_KIND_BAR, .show = CHISO_SHOW_COUNTRY_SHARE });

  assert_marks (figure, "Nghệ An=2.5c");
  assert_text (plot_figure_title (figure),
               "Tỷ trọng lượt tiếp công dân trong cả nước của Nghệ An: 2,5 % (2022)");
  assert_text (plot_figure_mark (figure, 0, 0)->note, "25 lượt trong 1.000 lượt của cả nước");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/measures/per-commune", test_per_commune);
  g_test_add_func ("/figures/measures/per-commune-over-mergers", test_per_commune_over_mergers);
  g_test_add_func ("/figures/measures/ways-keep-qualifiers", test_ways_keep_qualifiers);
  g_test_add_func ("/figures/measures/index-finds-its-base", test_index_finds_its_base);
  g_test_add_func ("/figures/measures/since-base", test_since_base);
  g_test_add_func ("/figures/measures/change-of-sums-is-proved", test_change_of_sums_is_proved);
  g_test_add_func ("/figures/measures/stated-change-is-told-as-one",
                   test_stated_change_is_told_as_one);
  g_test_add_func ("/figures/measures/no-change-over-mergers", test_no_change_over_mergers);
  g_test_add_func ("/figures/measures/provinces-added-up", test_provinces_added_up);
  g_test_add_func ("/figures/measures/districts-added-up", test_districts_added_up);
  g_test_add_func ("/figures/measures/districts-not-added-up", test_districts_not_added_up);
  g_test_add_func ("/figures/measures/change-of-districts", test_change_of_districts);
  g_test_add_func ("/figures/measures/behind", test_behind);
  g_test_add_func ("/figures/measures/dated-brackets", test_dated_brackets);
  g_test_add_func ("/figures/measures/country-share", test_country_share);
  return test_figures_run ();
}
