/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headline charts: what stands beside the place, what the title says, and where to go when
 * there is nothing. */

#include "figures-support.h"

#include "plot/plot-proof.h"

static void
assert_nearest (GPtrArray *records, ChisoHeadline which, const char *place, int year,
                const char *expected_place, int expected_year)
{
  const char *nearest_place = NULL;
  int nearest_year = 0;

  g_assert_true (test_nearest (records, which, place, year, &nearest_place, &nearest_year));
  g_assert_cmpstr (nearest_place, ==, expected_place);
  g_assert_cmpint (nearest_year, ==, expected_year);
}

static void
test_growth (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "citizen_receptions 08 2023 ratio 1.14 2022", "petitions_received 08 2023 ratio 0.7634 2022",
      "citizen_receptions VN 2023 ratio 1.375 2022", "citizen_receptions 49 2023 ratio 1.049 2022",
      "citizen_receptions 40 2021 ratio 1.093 2020");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_GROWTH, "08", 2023, "vi");
  g_autoptr (PlotFigure) english = test_headline (records, CHISO_HEADLINE_GROWTH, "08", 2023, "en");

  assert_marks (figure, "Tuyên Quang: lượt tiếp công dân=14 | Cả nước=37.5 | Quảng Nam=4.9 | "
                        "Tuyên Quang: đơn thư tiếp nhận=-23.7");
  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân của Tuyên Quang tăng 14 % năm 2023; cả nước tăng 37,5 %");
  assert_text (plot_figure_title (english),
               "Citizen receptions in Tuyen Quang rose 14% in 2023; nationwide they rose 37.5%");
  assert_text (plot_figure_subtitle (figure), "Thay đổi so với cùng kỳ năm trước, % · 2023");
  g_assert_cmpint (plot_figure_mark (figure, 0, 0)->role, ==, PLOT_ROLE_FOCUS);
  g_assert_cmpint (plot_figure_mark (figure, 0, 1)->role, ==, PLOT_ROLE_CONTEXT);
  g_assert_cmpuint (plot_figure_mark (figure, 0, 1)->key, ==, 3);
}

static void
test_growth_alone (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2021 ratio 1.093 2020",
                                           "petitions_received 40 2021 ratio 0.996 2020");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_GROWTH, "40", 2021, "vi");

  assert_marks (figure, "Nghệ An: lượt tiếp công dân=9.3 | Nghệ An: đơn thư tiếp nhận=-0.4");
  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân của Nghệ An tăng 9,3 % năm 2021; đơn "
               "thư tiếp nhận giảm 0,4 %");
}

static void
test_growth_periods (void)
{
  /* The longer part of the year, never beside the shorter one. */
  g_autoptr (GPtrArray)
      records = RECORDS ("citizen_receptions 40 2025-01/2025-06 ratio 0.669 2024-01/2024-06",
                         "citizen_receptions 40 2025-01/2025-09 ratio 1.173 2024-01/2024-09",
                         "citizen_receptions 19 2025-01/2025-06 ratio 0.978 2024-01/2024-06");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_GROWTH, "40", 2025, "vi");

  assert_marks (figure, "Nghệ An=17.3");
  assert_text (plot_figure_title (figure),
               "Số lượt tiếp công dân của Nghệ An tăng 17,3 % trong 9 tháng đầu năm 2025");
  assert_text (plot_figure_note (figure),
               "Không so được vì khác kỳ: Thái Nguyên (6 tháng đầu năm 2025).");
}

static void
test_growth_undecided (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("leader_receptions 08 2023 ratio 1.3 2022",
                                           "leader_receptions 08 2023 ratio 1.48 2022");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_GROWTH, "08", 2023, "vi");

  assert_text (plot_figure_empty (figure),
               "Chưa có số liệu về mức tăng, giảm đối thoại và tiếp công dân "
               "của Tuyên Quang năm 2023.");
  assert_text (plot_figure_note (figure),
               "Tuyên Quang (2023): nguồn nêu nhiều số (+48 %; +30 %) mà không "
               "có số chung nên không vẽ.");
}

/* What could not be added up is said of the place and the year alone, each with what it is. */
static void
test_gaps (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "supervision_sessions 08 2023 level 100", "supervision_sessions 02 2023 level 50",
      "supervision_teams 02 2023 level 7", "social_criticism_sessions 02 2023 level 7",
      "supervision_sessions 24 2019 level 9", "supervision_sessions 15 2023 level 9");
  g_autoptr (PlotFigure)
      figure = test_headline_of_34 (records, CHISO_HEADLINE_SUPERVISION, "08", 2023);

  assert_marks (figure, "Tuyên Quang=150c");
  g_assert_true (g_str_has_suffix (plot_figure_subtitle (figure), " · địa giới từ 7/2025"));
  assert_text (plot_figure_note (figure),
               "Chưa đủ các tỉnh cũ báo cáo nên không cộng: Tuyên Quang (hội nghị phản biện, 2023: "
               "1/2 tỉnh) và Tuyên Quang (đoàn giám sát, 2023: 1/2 tỉnh).");
}

static void
test_supervision (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("supervision_sessions 08 2023 level 579",
                                           "supervision_sessions 60 2023 level 219",
                                           "supervision_sessions 93 2023-01/2023-06 level 83",
                                           "supervision_sessions VN 2023 level 90000");
  g_autoptr (PlotFigure)
      figure = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2023, "vi");
  g_autoptr (PlotFigure)
      english = test_headline (records, CHISO_HEADLINE_SUPERVISION, "60", 2023, "en");

  /* The country's count would dwarf every province's, and half a year is no year. */
  assert_marks (figure, "Tuyên Quang=579 | Bình Thuận=219");
  assert_text (plot_figure_title (figure),
               "Tuyên Quang có 579 cuộc giám sát năm 2023; Bình Thuận có 219 cuộc");
  assert_text (plot_figure_title (english),
               "Binh Thuan had 219 supervision sessions in 2023; Tuyen Quang had 579");
  assert_text (plot_figure_note (figure),
               "Không so được vì khác kỳ: Hậu Giang (6 tháng đầu năm 2023).");
}

static void
test_supervision_rank (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "supervision_sessions 08 2023 level 579", "supervision_sessions 60 2023 level 219",
      "supervision_sessions 93 2023 level 83", "supervision_teams 08 2023 level 162");
  g_autoptr (PlotFigure)
      first = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2023, "vi");
  g_autoptr (PlotFigure)
      second = test_headline (records, CHISO_HEADLINE_SUPERVISION, "60", 2023, "en");

  assert_marks (first, "Tuyên Quang: cuộc giám sát=579 | Bình Thuận=219 | Hậu Giang=83 | "
                       "Tuyên Quang: đoàn giám sát=162");
  assert_text (plot_figure_title (first),
               "Tuyên Quang có 579 cuộc giám sát năm 2023, nhiều nhất trong "
               "3 địa phương có số liệu");
  assert_text (plot_figure_title (second),
               "Binh Thuan had 219 supervision sessions in 2023, number 2 of "
               "3 places with data");
}

static void
test_supervision_at_least (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "supervision_sessions 38 2022 level 13", "supervision_sessions 38 2022 level 1234",
      "supervision_sessions 93 2022 level 205", "supervision_sessions 08 2022 level 1300");
  g_autoptr (PlotFigure)
      figure = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2022, "vi");

  assert_marks (figure, "Tuyên Quang=1300 | Thanh Hóa=1234> | Hậu Giang=205");
  /* Thanh Hóa may have had more: no rank. */
  assert_text (plot_figure_title (figure), "Tuyên Quang có 1.300 cuộc giám sát năm 2022");
}

static void
test_supervision_other_year (void)
{
  /* Nobody else has a figure of 2023, so the nearest one stands in, with its year. */
  g_autoptr (GPtrArray)
      records = RECORDS ("supervision_teams 08 2023 level 162", "supervision_teams 38 2022 level 4",
                         "supervision_teams 54 2019 level 18");
  g_autoptr (PlotFigure)
      figure = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2023, "vi");

  assert_marks (figure, "Tuyên Quang=162 | Thanh Hóa (2022)=4");
  assert_text (plot_figure_title (figure), "Tuyên Quang có 162 đoàn giám sát năm 2023");
}

static void
test_supervision_term (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("supervision_sessions 54 2019/2024 level 736",
                                           "supervision_sessions 68 2018/.. level 1008");
  g_autoptr (PlotFigure)
      figure = test_headline (records, CHISO_HEADLINE_SUPERVISION, "54", 2024, "vi");
  const char *place;
  int year;

  assert_text (plot_figure_title (figure), "Giám sát và phản biện xã hội");
  assert_text (plot_figure_empty (figure),
               "Chưa có số liệu về giám sát, phản biện xã hội của Phú Yên năm 2024.");
  g_assert_false (test_nearest (records, CHISO_HEADLINE_SUPERVISION, "54", 2024, &place, &year));
}

static void
test_many_places (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("supervision_sessions 08 2023 level 5");
  static const char *const codes[] = { "02", "04", "06", "10", "11", "12", "14",
                                       "15", "17", "19", "20", "22", NULL };
  g_autoptr (PlotFigure) figure = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("supervision_sessions %s 2023 level %u", codes[i],
                                               100 + i);

      test_records_add (records, line);
    }
  figure = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2023, "en");
  g_assert_cmpuint (plot_figure_n_categories (figure), ==, 10);
  g_assert_cmpstr (plot_figure_category (figure, 9), ==, "Tuyen Quang");
  assert_text (plot_figure_note (figure), "Places with data but not drawn: 3.");
}

static void
test_ntm (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "ntm_communes_share 40 2019 level 52.49", "ntm_communes 40 2019 level 226/431",
      "ntm_communes_share VN 2019-11 level 53.99", "ntm_communes_share 33 2019-07 level 97.2",
      "ntm_communes_share 15 2018 level 30", "ntm_communes_share 40/Nam_Đàn 2019 level 100");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_NTM, "40", 2019, "vi");
  g_autoptr (PlotFigure) english = test_headline (records, CHISO_HEADLINE_NTM, "40", 2019, "en");

  assert_marks (figure, "Hưng Yên (7/2019)=97.2 | Cả nước (11/2019)=54 | Nghệ An=52.5");
  assert_text (plot_figure_title (figure),
               "Nghệ An có 52,49 % số xã đạt chuẩn nông thôn mới (2019), thấp "
               "hơn mức 53,99 % (11/2019) của cả nước");
  assert_text (
      plot_figure_title (english),
      "In Nghe An, 52.49% of communes meet the new-rural standard (2019), below the country’s "
      "53.99% (November 2019)");
  assert_text (plot_figure_subtitle (figure), "Tỷ lệ xã đạt chuẩn nông thôn mới, % · 2019");
}

static void
test_ntm_latest (void)
{
  /* A stock counts as at its latest date of the year. */
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share 68 2016-06 level 38.5",
                                           "ntm_communes_share 68 2016 level 51.28",
                                           "ntm_communes_share VN 2016 level 51~");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_NTM, "68", 2016, "vi");

  assert_marks (figure, "Lâm Đồng=51.3 | Cả nước=51~");
  /* Above "about 51" it is not certain. */
  assert_text (plot_figure_title (figure),
               "Lâm Đồng có 51,28 % số xã đạt chuẩn nông thôn mới (2016)");
}

static void
test_ntm_all (void)
{
  g_autoptr (GPtrArray) records = RECORDS ("ntm_communes_share 30 2021 level 100");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_NTM, "30", 2021, "vi");
  g_autoptr (PlotFigure) english = test_headline (records, CHISO_HEADLINE_NTM, "30", 2021, "en");

  assert_text (plot_figure_title (figure),
               "Toàn bộ số xã của Hải Dương đạt chuẩn nông thôn mới (2021)");
  assert_text (plot_figure_title (english),
               "All communes of Hai Duong meet the new-rural standard (2021)");
}

static void
test_ntm_count (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("ntm_communes 08 2022-05 level 54", "ntm_communes VN 2022-06 level 5775");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_NTM, "08", 2022, "vi");

  assert_marks (figure, "Tuyên Quang=54");
  assert_text (plot_figure_title (figure), "Tuyên Quang có 54 xã đạt chuẩn nông thôn mới (5/2022)");
}

static void
test_ntm_last_known (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("ntm_communes 08 2022-05 level 54", "ntm_communes 08 2021 level 50",
                         "ntm_communes 40 2022 level 300", "ntm_communes 40 2024 level 310");
  g_autoptr (PlotFigure) figure = test_headline (records, CHISO_HEADLINE_NTM, "08", 2024, "vi");
  g_autoptr (PlotFigure) english = test_headline (records, CHISO_HEADLINE_NTM, "08", 2023, "en");
  g_autoptr (PlotFigure) old = test_headline (records, CHISO_HEADLINE_NTM, "08", 2025, "vi");

  /* With its date, and beside what others had then. */
  assert_marks (figure, "Nghệ An (2022)=300 | Tuyên Quang=54");
  assert_text (plot_figure_title (figure), "Tuyên Quang có 54 xã đạt chuẩn nông thôn mới (5/2022)");
  assert_text (plot_figure_note (figure), "Chưa có số liệu năm 2024; đây là số gần nhất trước đó.");
  assert_text (plot_figure_note (english), "No figure for 2023; this is the last one before it.");
  /* Three years are too long ago. */
  g_assert_nonnull (plot_figure_empty (old));
}

static void
test_region_first (void)
{
  /* Seven provinces elsewhere have more than all four of the region (Tuyên Quang's). */
  g_autoptr (GPtrArray) records = RECORDS (
      "supervision_sessions 08 2023 level 10", "supervision_sessions 01 2023 level 900",
      "supervision_sessions 31 2023 level 901", "supervision_sessions 48 2023 level 902",
      "supervision_sessions 79 2023 level 903", "supervision_sessions 92 2023 level 904",
      "supervision_sessions 40 2023 level 905", "supervision_sessions 38 2023 level 906",
      "supervision_sessions 02 2023 level 7", "supervision_sessions 04 2023 level 6",
      "supervision_sessions 06 2023 level 5", "supervision_sessions 10 2023 level 4");
  g_autoptr (PlotFigure)
      figure = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2023, "vi");

  assert_marks (figure, "Thanh Hóa=906 | Nghệ An=905 | Cần Thơ=904 | Hồ Chí Minh=903 | "
                        "Đà Nẵng=902 | Tuyên Quang=10 | Hà Giang=7 | Cao Bằng=6 | Bắc Kạn=5 | "
                        "Lào Cai=4");
}

static void
test_where_nearest (void)
{
  g_autoptr (GPtrArray) records = RECORDS (
      "ntm_communes 08 2020 level 47", "ntm_communes 08 2022-05 level 54",
      "ntm_communes 40 2023 level 300", "ntm_communes 15 2023 level 99",
      "ntm_communes VN 2024 level 6000", "ntm_communes 17/Hòa_Bình 2024 level 7");

  /* The place itself in the nearest year, the later of two, before others in the very year. */
  assert_nearest (records, CHISO_HEADLINE_NTM, "08", 2023, "08", 2022);
  assert_nearest (records, CHISO_HEADLINE_NTM, "08", 2021, "08", 2022);
  /* Another place in the year; the country and districts do not count as that. */
  assert_nearest (records, CHISO_HEADLINE_NTM, "68", 2023, "15", 2023);
  assert_nearest (records, CHISO_HEADLINE_NTM, "68", 2024, "15", 2023);
  assert_nearest (records, CHISO_HEADLINE_NTM, "VN", 2010, "VN", 2024);
}

static void
test_nearest_growth (void)
{
  /* A level alone is no growth. */
  g_autoptr (GPtrArray) records = RECORDS ("citizen_receptions 40 2023 level 300",
                                           "citizen_receptions 40 2020 level 200",
                                           "citizen_receptions 40 2019 level 180");

  assert_nearest (records, CHISO_HEADLINE_GROWTH, "40", 2023, "40", 2020);
}

/* A report of two years beside the starter library, which holds some of the same figures. */
static void
test_report (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  g_autoptr (PlotFigure) growth = NULL;
  g_autoptr (PlotFigure) supervision = NULL;
  const PlotMark *own;

  test_records_add_starter (records);
  test_records_add_report (records, "19-tuyen-quang-mttq-hai-nam.tsv", 19);
  growth = test_headline (records, CHISO_HEADLINE_GROWTH, "08", 2023, "vi");
  supervision = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2023, "vi");
  assert_marks (growth, "Tuyên Quang: lượt tiếp công dân=14 | Cả nước=37.5 | Quảng Nam=4.9 | "
                        "Tuyên Quang: cuộc đối thoại=-10 | "
                        "Tuyên Quang: đơn thư tiếp nhận=-23.7 | Cả nước=29.6 | Cần Thơ=-6.1c");
  assert_text (plot_figure_title (supervision),
               "Tuyên Quang có 579 cuộc giám sát năm 2023; Bình Thuận có 219 cuộc");
  /* The document's sentence proves the mark, not the curated figure beside it. */
  own = plot_figure_mark (supervision, 0, 0);
  g_assert_cmpint (((ChisoRecord *) records->pdata[own->key - 1])->document_id, ==, 19);
  g_assert_null (strstr (plot_figure_note (supervision), "nguồn khác"));
}

static void
test_starter (void)
{
  g_autoptr (GPtrArray) records = test_records_new ();
  static const char *const places[] = { "08", "40", "68", "42", "38", "93", "92", "VN" };

  /* Whatever the library holds, a chart has a title, and either marks with a source or a reason. */
  test_records_add_starter (records);
  test_records_add_report (records, "02-nghe-an-don-thu-2021.tsv", 2);
  test_records_add_report (records, "12-ha-tinh-thong-bao-mttq.tsv", 12);
  test_records_add_report (records, "18-nghe-an-thanh-hoa-so-sanh.tsv", 18);
  for (guint p = 0; p < G_N_ELEMENTS (places); p++)
    for (int year = 2013; year <= 2025; year++)
      for (int which = CHISO_HEADLINE_GROWTH; which <= CHISO_HEADLINE_NTM; which++)
        {
          g_autoptr (PlotFigure)
              figure = test_headline (records, which, places[p], year, year % 2 == 0 ? "vi" : "en");
          gboolean empty = plot_figure_n_series (figure) == 0;

          g_assert_nonnull (plot_figure_title (figure));
          g_assert_null (strchr (plot_figure_title (figure), '{'));
          g_assert_cmpuint (g_utf8_strlen (plot_figure_title (figure), -1), <, 130);
          g_assert_true (empty == (plot_figure_empty (figure) != NULL));
          g_assert_true (empty == (plot_figure_source (figure) == NULL));
        }
}

/* What a report gives of all districts stands for their province, and each of them proves it. */
static void
test_districts (void)
{
  g_autoptr (GPtrArray)
      records = RECORDS ("supervision_sessions 08/Lâm_Bình 2023 level 1 @5 #all",
                         "supervision_sessions 08/Na_Hang 2023 level 2 @5 #all",
                         "supervision_sessions 08/Chiêm_Hóa 2023 level 3 @5 #all",
                         "supervision_sessions 08/Hàm_Yên 2023 level 4 @5 #all",
                         "supervision_sessions 08/Yên_Sơn 2023 level 5 @5 #all",
                         "supervision_sessions 08/Sơn_Dương 2023 level 6 @5 #all",
                         "supervision_sessions 08/Tuyên_Quang 2023 level 10 @5 #all",
                         "supervision_sessions 60 2023 level 19");
  g_autoptr (PlotFigure)
      figure = test_headline (records, CHISO_HEADLINE_SUPERVISION, "08", 2023, "vi");
  g_autoptr (PlotFigure)
      other = test_headline (records, CHISO_HEADLINE_SUPERVISION, "60", 2023, "vi");

  assert_marks (figure, "Tuyên Quang=31c | Bình Thuận=19");
  g_assert_cmpuint (plot_figure_n_proofs (figure, plot_figure_mark (figure, 0, 0)->key), ==, 7);
  assert_marks (other, "Tuyên Quang=31c | Bình Thuận=19");
  /* Where there is nothing of a year, the way leads to the sum. */
  assert_nearest (records, CHISO_HEADLINE_SUPERVISION, "08", 2021, "08", 2023);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/headline/districts", test_districts);
  g_test_add_func ("/figures/headline/growth", test_growth);
  g_test_add_func ("/figures/headline/growth-alone", test_growth_alone);
  g_test_add_func ("/figures/headline/growth-periods", test_growth_periods);
  g_test_add_func ("/figures/headline/growth-undecided", test_growth_undecided);
  g_test_add_func ("/figures/headline/gaps", test_gaps);
  g_test_add_func ("/figures/headline/supervision", test_supervision);
  g_test_add_func ("/figures/headline/supervision-rank", test_supervision_rank);
  g_test_add_func ("/figures/headline/supervision-at-least", test_supervision_at_least);
  g_test_add_func ("/figures/headline/supervision-other-year", test_supervision_other_year);
  g_test_add_func ("/figures/headline/supervision-term", test_supervision_term);
  g_test_add_func ("/figures/headline/many-places", test_many_places);
  g_test_add_func ("/figures/headline/ntm", test_ntm);
  g_test_add_func ("/figures/headline/ntm-latest", test_ntm_latest);
  g_test_add_func ("/figures/headline/ntm-all", test_ntm_all);
  g_test_add_func ("/figures/headline/ntm-count", test_ntm_count);
  g_test_add_func ("/figures/headline/ntm-last-known", test_ntm_last_known);
  g_test_add_func ("/figures/headline/region-first", test_region_first);
  g_test_add_func ("/figures/headline/nearest", test_where_nearest);
  g_test_add_func ("/figures/headline/nearest-growth", test_nearest_growth);
  g_test_add_func ("/figures/headline/report", test_report);
  g_test_add_func ("/figures/headline/starter", test_starter);
  return test_figures_run ();
}
