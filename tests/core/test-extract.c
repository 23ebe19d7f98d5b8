/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The extractor as a whole: constructions of the genre one by one. The reports with their golds are
 * test-extract-reports.c's. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-extract.h"

#include <string.h>

static ChisoExtractor *extractor;

/* What is asserted of text, a line an observation: "indicator place period measure value base". */
static char *
extract_lines (const char *text, const ChisoDate *published)
{
  g_autoptr (ChisoExtraction)
      extraction = chiso_extract (extractor, text, strlen (text), published);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *o = g_ptr_array_index (extraction->observations, i);
      char period[CHISO_PERIOD_MAX], base[CHISO_PERIOD_MAX];
      g_autofree char *value = chiso_value_format (o->value);

      if (o->confidence < CHISO_CONFIDENCE_ASSERTED)
        continue;
      g_string_append_printf (lines, "%s %s %s %s %s%s", o->indicator, o->place,
                              chiso_period_format (&o->period, period),
                              chiso_measure_to_string (o->measure), value,
                              *chiso_qualifier_to_string (o->qualifier) != '\0' ? " " : "");
      g_string_append (lines, chiso_qualifier_to_string (o->qualifier));
      if (chiso_period_is_set (&o->base))
        g_string_append_printf (lines, " / %s", chiso_period_format (&o->base, base));
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

#define HEAD "Phú Yên: Tin trong tỉnh\n\n15/11/2023 08:00\n\n"

static const Case cases[] = {
  { "number-before-topic", HEAD "Năm 2022, toàn tỉnh tổ chức 118 hội nghị đối thoại với nhân dân.",
    "dialogue_sessions 54 2022 level 118\n" },
  { "topic-before-number", HEAD "Năm 2022, các cấp ủy đối thoại với nhân dân được 118 cuộc.",
    "dialogue_sessions 54 2022 level 118\n" },
  { "other-kind-of-event",
    HEAD "Sau các buổi đối thoại, tỉnh tổ chức 12 cuộc thi và 9 hội nghị tập huấn.", "" },
  { "attendance-and-opinions",
    HEAD "Năm 2022, tỉnh tổ chức 118 hội nghị đối thoại với trên 9.500 lượt người tham gia, nêu "
         "640 ý kiến.",
    "dialogue_sessions 54 2022 level 118\ndialogue_participants 54 2022 level 9500 at_least\n"
    "dialogue_opinions 54 2022 level 640\n" },
  { "fraction-gives-share", HEAD "Đến hết năm 2022, tỉnh có 61/83 xã đạt chuẩn nông thôn mới.",
    "ntm_communes 54 2022-12 level 61\nntm_communes_share 54 2022-12 level 73.49\n" },
  { "stated-share-stands",
    HEAD "Đến hết năm 2022, tỉnh có 61/83 xã đạt chuẩn nông thôn mới, đạt 73,9%.",
    "ntm_communes 54 2022-12 level 61\nntm_communes_share 54 2022-12 level 73.9\n" },
  { "elided-heads",
    HEAD
    "Hết năm 2022, tỉnh có 61 xã đạt chuẩn nông thôn mới, trong đó 20 xã nâng cao, 2 kiểu mẫu.",
    "ntm_communes 54 2022-12 level 61\nntm_advanced_communes 54 2022-12 level 20\n"
    "ntm_model_communes 54 2022-12 level 2\n" },
  { "growth-of-the-figure-before",
    HEAD "Năm 2022, Mặt trận các cấp chủ trì 214 cuộc giám sát, tăng 7% so với năm 2021.",
    "supervision_sessions 54 2022 level 214\nsupervision_sessions 54 2022 ratio 1.07 / 2021\n" },
  { "fall-in-times", HEAD "Năm 2022, số đơn thư tiếp nhận giảm 2 lần so với năm 2021.",
    "petitions_received 54 2022 ratio 0.5 / 2021\n" },
  { "comparison-with-a-plan",
    HEAD "Năm 2022, thu ngân sách đạt 5.120 tỷ đồng, tăng 12% so với kế hoạch.",
    "budget_revenue 54 2022 level 5120\n" },
  { "same-period",
    HEAD "6 tháng đầu năm 2023, các cơ quan tiếp 812 lượt công dân, giảm 3,5% so với cùng kỳ.",
    "citizen_receptions 54 2023-01/2023-06 level 812\n"
    "citizen_receptions 54 2023-01/2023-06 ratio 0.965 / 2022-01/2022-06\n" },
  { "year-before-in-brackets",
    HEAD "Năm 2022, MTTQ các cấp thực hiện 579 cuộc giám sát (năm 2021: 541 cuộc).",
    "supervision_sessions 54 2022 level 579\nsupervision_sessions 54 2021 level 541\n" },
  { "respectively",
    HEAD "Năm 2022, các cấp tiếp 2.467 lượt công dân, tiếp nhận 3.904 đơn, tăng lần lượt 3,2% và "
         "6,5% so với năm 2021.",
    "citizen_receptions 54 2022 level 2467\npetitions_received 54 2022 level 3904\n"
    "citizen_receptions 54 2022 ratio 1.032 / 2021\npetitions_received 54 2022 ratio 1.065 / "
    "2021\n" },
  { "target", HEAD "Đến năm 2025, tỉnh phấn đấu có 70/83 xã đạt chuẩn nông thôn mới.", "" },
  { "parts-of-a-total",
    HEAD "Năm 2022, Mặt trận chủ trì 214 cuộc giám sát, trong đó cấp tỉnh 6 cuộc, cấp xã 208 cuộc.",
    "supervision_sessions 54 2022 level 214\n" },
  { "levels-without-a-total",
    HEAD "Năm 2022, đại biểu HĐND tỉnh tiếp xúc cử tri tại 97 điểm, đại biểu HĐND huyện tiếp xúc "
         "cử tri tại 395 điểm.",
    "voter_meetings 54 2022 level 97\nvoter_meetings 54 2022 level 395\n" },
  { "quota", HEAD "Theo quy chế, mỗi xã tổ chức đối thoại 2 hội nghị/năm.", "" },
  { "district", HEAD "Năm 2022, huyện Sông Hinh tổ chức 31 cuộc đối thoại.",
    "dialogue_sessions 54/Sông Hinh 2022 level 31\n" },
  { "commune-with-its-district",
    HEAD "Xã Ea Bar (huyện Sông Hinh) đạt 17/19 tiêu chí nông thôn mới vào năm 2022.",
    "ntm_criteria_met 54/Ea Bar 2022 level 17\n" },
  { "back-to-the-province",
    HEAD
    "Năm 2022, huyện Sông Hinh tổ chức 31 cuộc đối thoại. Toàn tỉnh tổ chức 402 cuộc đối thoại.",
    "dialogue_sessions 54/Sông Hinh 2022 level 31\ndialogue_sessions 54 2022 level 402\n" },
  { "words", HEAD "Trong năm 2022, Mặt trận tỉnh chủ trì hai mươi ba cuộc giám sát.",
    "supervision_sessions 54 2022 level 23\n" },
  { "old-tone-placement",
    HEAD "Năm 2022, Uỷ ban MTTQ các cấp chủ trì 48 hội nghị phản biện xã hội.",
    "social_criticism_sessions 54 2022 level 48\n" },
  { "document-numbers",
    HEAD "Thực hiện Nghị quyết số 26-NQ/TW và Kế hoạch số 145 ngày 12/3/2022, tỉnh mở đối thoại.",
    "" },
  { "money",
    HEAD "Năm 2022, thu nhập bình quân đầu người đạt 52,7 triệu đồng/người/năm; thu ngân sách 13,8 "
         "nghìn tỷ đồng.",
    "income_per_capita 54 2022 level 52.7\nbudget_revenue 54 2022 level 13800\n" },
  { "nation", HEAD "Đến hết tháng 6/2022, cả nước có 5.775/8.227 xã đạt chuẩn nông thôn mới.",
    "ntm_communes VN 2022-06 level 5775\nntm_communes_share VN 2022-06 level 70.2\n" },
  { "community-supervision",
    HEAD "Năm 2022, Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng giám sát 331 cuộc.",
    "community_supervisions 54 2022 level 331\n" },
  { "bare-name-of-a-commune-told-before",
    HEAD "Cuối năm 2022, xã Ea Nhiên đạt 17/19 tiêu chí. Toàn tỉnh tổ chức 402 cuộc đối thoại. Ea "
         "Nhiên tổ chức 9 cuộc đối thoại.",
    "ntm_criteria_met 54/Ea Nhiên 2022-12 level 17\ndialogue_sessions 54 2022 level 402\n"
    "dialogue_sessions 54/Ea Nhiên 2022 level 9\n" },
  { "name-explained-behind-it",
    HEAD "Ea Nhiên, xã cửa ngõ của Sông Hinh, đạt 18/19 tiêu chí năm 2022.",
    "ntm_criteria_met 54/Ea Nhiên 2022 level 18\n" },
  { "district-that-another-was-part-of",
    HEAD "Năm 2022, Sông Hinh, huyện tách từ Sơn Hòa, tổ chức 31 cuộc đối thoại.",
    "dialogue_sessions 54/Sông Hinh 2022 level 31\n" },
  { "places-and-figures-in-turn",
    HEAD
    "Sông Hinh, Sơn Hòa và Tuy An có số cuộc đối thoại năm 2022 tương ứng là 27, 24 và 35 cuộc.",
    "dialogue_sessions 54/Sông Hinh 2022 level 27\ndialogue_sessions 54/Sơn Hòa 2022 level 24\n"
    "dialogue_sessions 54/Tuy An 2022 level 35\n" },
  { "names-that-fill-in-a-figure",
    HEAD "Hết năm 2022, tỉnh công nhận 2 xã nâng cao gồm Ea Bá và Hòa An; cả thảy 61 xã đạt chuẩn "
         "nông thôn mới.",
    "ntm_advanced_communes 54 2022-12 level 2\nntm_communes 54 2022-12 level 61\n" },
  { "now-against-a-year",
    HEAD "Nếu năm 2011 bình quân mỗi xã có 3,1 tiêu chí thì nay là 16,2 tiêu chí.",
    "ntm_criteria_average 54 2011 level 3.1\nntm_criteria_average 54 2023-11 level 16.2\n" },
  { "year-beside",
    HEAD
    "Năm 2022, có 742 ý kiến của cử tri, năm 2021 là 815 ý kiến. Các cơ quan tiếp 604 lượt công "
    "dân.",
    "voter_petitions 54 2022 level 742\nvoter_petitions 54 2021 level 815\n"
    "citizen_receptions 54 2022 level 604\n" },
  { "months-that-are-only-parts",
    "Phú Yên: Báo cáo 9 tháng năm 2023\n\nHĐND tỉnh tiếp xúc cử tri tại 62 điểm trong hai đợt "
    "tháng "
    "5 và tháng 7; nhận 127 kiến nghị của cử tri.",
    "voter_meetings 54 2023-01/2023-09 level 62\nvoter_petitions 54 2023-01/2023-09 level 127\n" },
  { "months-back-early-in-the-month",
    "Phú Yên: Tin trong tỉnh\n\n07/10/2023 08:00\n\nChín tháng qua, Mặt trận các cấp giám sát 402 "
    "cuộc.",
    "supervision_sessions 54 2023-01/2023-09 level 402\n" },
  { "city-that-is-a-province",
    "Cần Thơ: Tin thành phố\n\n15/11/2023 08:00\n\nNăm 2022, huyện Cờ Đỏ mở 84 hội nghị lấy ý "
    "kiến. Thành phố tổ chức 31 cuộc đối thoại.",
    "consultation_sessions 92/Cờ Đỏ 2022 level 84\ndialogue_sessions 92 2022 level 31\n" },
  { "person-behind-an-office",
    HEAD
    "Chủ tịch UBND xã Vàng A Sử cho biết năm 2022 toàn tỉnh tổ chức 118 cuộc đối thoại; ông Sử "
    "dự 9 cuộc đối thoại.",
    "dialogue_sessions 54 2022 level 118\ndialogue_sessions 54 2022 level 9\n" },
  { "place-in-brackets",
    HEAD
    "Năm 2022, nhiều nhất là 31 cuộc đối thoại (Sông Hinh), kế đến 27 cuộc đối thoại (Sơn Hòa).",
    "dialogue_sessions 54/Sông Hinh 2022 level 31\ndialogue_sessions 54/Sơn Hòa 2022 level 27\n" },
  { "example-ends-with-its-sentence",
    HEAD "Năm 2022, toàn tỉnh tổ chức 402 cuộc đối thoại, riêng huyện Sông Hinh 31 cuộc. Mặt trận "
         "giám sát 214 cuộc.",
    "dialogue_sessions 54 2022 level 402\ndialogue_sessions 54/Sông Hinh 2022 level 31\n"
    "supervision_sessions 54 2022 level 214\n" },
  { "number-before-its-noun",
    HEAD "Năm 2022, 1.860 là số cấp ủy viên được phân công phụ trách thôn.",
    "grassroots_assignees 54 2022 level 1860\n" },
  { "quota-for-each", HEAD "Năm 2022, mỗi đơn vị đối thoại không dưới 30 cuộc.", "" },
  { "year-gone-on-with",
    HEAD "Đó là bước tiến so với năm 2015, khi toàn tỉnh có 40 xã đạt chuẩn nông thôn mới.",
    "ntm_communes 54 2015 level 40\n" },
  { "years-in-brackets-behind-both",
    HEAD
    "Thu nhập bình quân đầu người từ 14,6 triệu đồng (năm 2010) lên 55,2 triệu đồng (năm 2022).",
    "income_per_capita 54 2010 level 14.6\nincome_per_capita 54 2022 level 55.2\n" },
  { "money-by-the-year",
    HEAD
    "Sáu tháng đầu năm 2023, tỉnh tổ chức 40 cuộc đối thoại. Thu nhập bình quân đầu người đạt 52 "
    "triệu đồng.",
    "dialogue_sessions 54 2023-01/2023-06 level 40\nincome_per_capita 54 2023 level 52\n" },
  { "participants-before-the-number",
    HEAD "Năm 2022, tỉnh tổ chức 118 hội nghị đối thoại; lượt người dự 9.500.",
    "dialogue_sessions 54 2022 level 118\ndialogue_participants 54 2022 level 9500\n" },
  { "heading-of-indicators",
    HEAD "6. Một số chỉ tiêu đời sống\n\nNăm 2022, tỷ lệ hộ nghèo còn 3,2%.",
    "poverty_rate 54 2022 level 3.2\n" },
  { "rise-from-an-untold-year",
    HEAD "Năm 2022, số lượt tiếp công dân tăng từ 2.377 lượt lên 2.690 lượt.",
    "citizen_receptions 54 2022 level 2690\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autofree char *lines = extract_lines (item->text, NULL);

  g_assert_cmpstr (lines, ==, item->expected);
}

static void
test_published (void)
{
  const ChisoDate date = { 2021, 9, 0 };
  g_autofree char *lines = extract_lines (
      "Phú Yên: Tin ngắn\n\n9 tháng đầu năm, tỉnh tổ chức 88 cuộc đối thoại.", &date);

  g_assert_cmpstr (lines, ==, "dialogue_sessions 54 2021-01/2021-09 level 88\n");
}

static void
test_boundary (void)
{
  const char *text =
      "Ninh Bình: Tin trong tỉnh\n\n14/10/2025\n\nTỉnh có 97/97 xã đạt chuẩn nông thôn mới. Riêng "
      "tỉnh Nam Định cũ đến hết năm 2024 có 150 xã đạt chuẩn nông thôn mới nâng cao.";
  g_autoptr (ChisoExtraction) extraction = chiso_extract (extractor, text, strlen (text), NULL);
  const ChisoObservation *first, *last;

  g_assert_cmpuint (extraction->observations->len, ==, 3);
  first = g_ptr_array_index (extraction->observations, 0);
  last = g_ptr_array_index (extraction->observations, 2);
  g_assert_cmpint (first->boundary, ==, CHISO_BOUNDARY_34);
  g_assert_cmpstr (first->place, ==, "37");
  g_assert_cmpint (last->boundary, ==, CHISO_BOUNDARY_63);
  g_assert_cmpstr (last->place, ==, "36");
}

static void
assert_title (const char *text, const char *expected)
{
  g_autoptr (ChisoExtraction) extraction = chiso_extract (extractor, text, strlen (text), NULL);

  g_assert_cmpstr (extraction->title, ==, expected);
}

static void
test_title (void)
{
  assert_title ("Phú Yên: Tin trong tỉnh\n\n15/11/2023\n\nNăm 2022, tỉnh mở đối thoại.",
                "Phú Yên: Tin trong tỉnh");
  assert_title ("Banner trang tin\nSkip to main content\nThứ Bảy, 25/5/2024\nNghe dân nói, làm dân "
                "tin\n\nNăm 2022, tỉnh "
                "mở đối thoại.",
                "Nghe dân nói, làm dân tin");
  assert_title ("TỈNH ỦY PHÚ YÊN\nBAN DÂN VẬN\nSố: 12-BC/BDVTU\n\nBÁO CÁO\nKết quả công tác dân "
                "vận năm 2024\n\nI. Kết quả\n",
                "BÁO CÁO: Kết quả công tác dân vận năm 2024");
  assert_title ("TIN NÔNG THÔN MỚI CÁC ĐỊA PHƯƠNG\n(Bản tin số 3, tháng 8/2024)\n\n1. Phú Thọ\n",
                "TIN NÔNG THÔN MỚI CÁC ĐỊA PHƯƠNG");
  assert_title ("PHÚ YÊN NGHE DÂN NÓI\n\n1. Đối thoại\n\nNăm 2022, tỉnh mở đối thoại.",
                "PHÚ YÊN NGHE DÂN NÓI");
  assert_title (
      "TỈNH PHÚ YÊN\n\nBÁO CÁO\nkết quả dân vận năm 2023,\nnhiệm vụ năm 2024\n\nI. Kết quả\n",
      "BÁO CÁO: kết quả dân vận năm 2023, nhiệm vụ năm 2024");
  assert_title ("", NULL);
}

static void
test_repeats (void)
{
  const char *text = HEAD "Năm 2022, tỉnh tổ chức 118 hội nghị đối thoại. Như vậy, trong năm 2022 "
                          "đã có 118 hội nghị đối "
                          "thoại được tổ chức.";
  g_autoptr (ChisoExtraction) extraction = chiso_extract (extractor, text, strlen (text), NULL);
  const ChisoObservation *observation;

  g_assert_cmpuint (extraction->observations->len, ==, 1);
  observation = g_ptr_array_index (extraction->observations, 0);
  g_assert_nonnull (observation->repeats);
  g_assert_cmpuint (observation->repeats->len, ==, 1);
  g_assert_cmpuint (g_array_index (observation->repeats, ChisoSpan, 0).start, >,
                    observation->evidence.end);
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "",
                                       " \n\n ",
                                       "Không có số liệu nào ở đây.",
                                       "12/3 (((",
                                       "%%%%",
                                       "\n\n\n1.\n2.",
                                       "nhớ với Lào Cai" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *lines = extract_lines (texts[i], NULL);

      g_assert_cmpstr (lines, ==, "");
    }
}

/* An extractor reads one text after another in the same memory: what a text says does not depend on the one before,
 * even where it ends in the middle of a comparison. */
static void
test_one_after_another (void)
{
  static const char cut_off[] = HEAD
      "Năm 2022, toàn tỉnh tổ chức 118 hội nghị đối thoại với nhân dân, gấp đôi tổng số";
  g_autofree char *first = extract_lines (cut_off, NULL);
  g_autoptr (GString) years = g_string_new (HEAD);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (years, "năm %u ", 1990 + i % 20);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *other = extract_lines (years->str, NULL);
      g_autofree char *again = extract_lines (cut_off, NULL);

      g_assert_cmpstr (again, ==, first);
      g_string_prepend (years, "và ");
    }
}

static gpointer
extract_many (gpointer data)
{
  const char *text = data;
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *lines = extract_lines (text, NULL);

      g_string_append (all, lines);
    }
  return g_string_free (all, FALSE);
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("extract", extract_many, (gpointer) cases[12].text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *lines = g_thread_join (threads[i]);

      if (first == NULL)
        first = g_steal_pointer (&lines);
      else
        g_assert_cmpstr (lines, ==, first);
    }
  g_assert_cmpuint (strlen (first), >, 1000);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ChisoCatalogue) catalogue = NULL;
  g_autoptr (ChisoGeo) geo = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalogue = chiso_catalogue_load (NULL, NULL);
  geo = chiso_geo_new_from_resources (NULL);
  extractor = chiso_extractor_new (catalogue, geo);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/extract/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/core/extract/published", test_published);
  g_test_add_func ("/core/extract/boundary", test_boundary);
  g_test_add_func ("/core/extract/title", test_title);
  g_test_add_func ("/core/extract/repeats", test_repeats);
  g_test_add_func ("/core/extract/nothing", test_nothing);
  g_test_add_func ("/core/extract/one-after-another", test_one_after_another);
  g_test_add_func ("/core/extract/threads", test_threads);
  status = g_test_run ();
  chiso_extractor_unref (extractor);
  return status;
}
