/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as an extractor meets them: each text is scanned from left to right and everything found
 * is compared, so that what must not be read as a number is tested by the same rows. */

#include "core/chiso-number.h"
#include "core/chiso-observation.h"
#include "scan-support.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char
      *expected; /* "as written=value" of each number, "; " between; x/y fractions, a..b ranges */
} Case;

static void
append_number (GString *out, const Lexed *lexed, const ChisoNumber *number)
{
  g_autofree char *slice = lexed_slice (lexed, number->first, number->last);
  g_autofree char *value = chiso_value_format (number->value);
  g_autofree char *second = chiso_value_format (number->denominator);

  g_string_append_printf (out, "%s%s=%s", out->len > 0 ? "; " : "", slice, value);
  if (number->kind != CHISO_NUMBER_PLAIN)
    g_string_append_printf (out, "%s%s", number->kind == CHISO_NUMBER_RANGE ? ".." : "/", second);
}

static char *
scan_all (const char *text)
{
  g_autoptr (Lexed) lexed = lexed_new (text);
  GString *out = g_string_new (NULL);
  ChisoNumber number;

  for (guint i = 0; i < lexed->tokens->len; i++)
    if (chiso_number_scan (lexed_tokens (lexed), lexed->tokens->len, i, text, &number))
      {
        g_assert_cmpuint (number.first, ==, i);
        g_assert_cmpuint (number.last, >, i);
        g_assert_cmpuint (number.last, <, lexed->tokens->len);
        append_number (out, lexed, &number);
        i = number.last - 1;
      }
  return g_string_free (out, FALSE);
}

static void
check_cases (gconstpointer data)
{
  gboolean failed = FALSE;

  for (const Case *c = data; c->text != NULL; c++)
    {
      g_autofree char *found = scan_all (c->text);

      if (strcmp (found, c->expected) != 0)
        {
          g_test_message ("“%s”: found [%s], expected [%s]", c->text, found, c->expected);
          failed = TRUE;
        }
    }
  if (failed)
    g_test_fail ();
}

static const Case digits[] = {
  { "tiếp 2.904 lượt với 2.964 công dân", "2.904=2904; 2.964=2964" },
  { "125.900 lượt", "125.900=125900" },
  { "1.234.567 người", "1.234.567=1234567" },
  { "tăng 1,14 lần", "1,14=1.14" },
  { "chiếm 5,77 %", "5,77=5.77" },
  { "3.058,62 tỷ đồng", "3.058,62 tỷ=3058620000000" },
  { "đạt 79.6%", "79.6=79.6" },
  { "34.23 điểm", "34.23=34.23" },
  { "đạt 75.420%", "75.420=75.42" },
  { "đạt 75.420 phần trăm", "75.420=75.42" },
  { "tại 1.097 điểm", "1.097=1097" },
  { "giảm 2,3 điểm %", "2,3=2.3" },
  { "tăng 0.904%", "0.904=0.904" },
  { "03 nghị quyết, 01 thành phố", "03=3; 01=1" },
  { "15,000 người", "15,000=15000" },
  { "1,234,567 người", "1,234,567=1234567" },
  { "có 37,58ha và 1769lượt", "37,58=37.58; 1769=1769" },
  { "toàn tỉnh có 1. 026 hộ", "1. 026=1026" },
  { "tiếp 2 904 lượt", "2 904=2904" },
  { "xã 145 154\n2", "145=145; 154=154; 2=2" },
  { "1. 200 mô hình", "1=1; 200=200" },
  { "đạt 20. Năm sau", "20=20" },
  { "năm 2023. Năm 2024", "2023=2023; 2024=2024" },
  { "(73,65%)", "73,65=73.65" },
  { "16.500  tỷ", "16.500  tỷ=16500000000000" },
  { "259 lượt/316 người", "259=259; 316=316" },
  { "4 lần/năm", "4=4" },
  { NULL, NULL },
};

static const Case scales[] = {
  { "trên 3 nghìn lượt", "3 nghìn=3000" },
  { "hơn 35 ngàn", "35 ngàn=35000" },
  { "1,2 triệu lượt", "1,2 triệu=1200000" },
  { "13,8 nghìn tỷ đồng", "13,8 nghìn tỷ=13800000000000" },
  { "17.678 tỷ 617 triệu đồng", "17.678 tỷ 617 triệu=17678617000000" },
  { "13.805 tỉ đồng", "13.805 tỉ=13805000000000" },
  { "3 tỷ rưỡi", "3 tỷ rưỡi=3500000000" },
  { "bốn tỷ rưỡi", "bốn tỷ rưỡi=4500000000" },
  { "3 vạn người", "3 vạn=30000" },
  { "2 trăm triệu", "2 trăm triệu=200000000" },
  { "35nghìn lượt", "35nghìn=35000" },
  { "3 nghìn 200 lượt", "3 nghìn 200=3200" },
  { "5 tỷ 12 xã", "5 tỷ=5000000000; 12=12" },
  { "đạt 95 tỷ lệ", "95=95" },
  { "5 xã ở Triệu Phong", "5=5" },
  { "gồm 5 Triệu Phong", "5=5" },
  { "trong 10 Vạn Ninh", "10=10" },
  { "hàng nghìn lượt, hàng trăm triệu", "" },
  { "THU 3 TRIỆU ĐỒNG", "3 TRIỆU=3000000" },
  { NULL, NULL },
};

static const Case words[] = {
  { "hai mươi ba cuộc", "hai mươi ba=23" },
  { "Ba mươi mốt xã", "Ba mươi mốt=31" },
  { "mười lăm hộ", "mười lăm=15" },
  { "hai mươi lăm, hai mươi nhăm", "hai mươi lăm=25; hai mươi nhăm=25" },
  { "ba lăm, bốn mốt", "ba lăm=35; bốn mốt=41" },
  { "hai mươi tư", "hai mươi tư=24" },
  { "bốn mươi tám hội nghị", "bốn mươi tám=48" },
  { "sáu mươi điểm", "sáu mươi=60" },
  { "ba trăm mười lăm cuộc", "ba trăm mười lăm=315" },
  { "một trăm bốn mươi hai ý kiến", "một trăm bốn mươi hai=142" },
  { "hai nghìn một trăm lượt", "hai nghìn một trăm=2100" },
  { "một nghìn sáu trăm đơn", "một nghìn sáu trăm=1600" },
  { "một nghìn lượt", "một nghìn=1000" },
  { "hai nghìn năm trăm", "hai nghìn năm trăm=2500" },
  { "một trăm linh năm, hai trăm lẻ ba", "một trăm linh năm=105; hai trăm lẻ ba=203" },
  { "một nghìn không trăm linh hai", "một nghìn không trăm linh hai=1002" },
  { "hai nghìn một trăm tỷ", "hai nghìn một trăm tỷ=2100000000000" },
  { "hai triệu ba trăm nghìn", "hai triệu ba trăm nghìn=2300000" },
  { "một trăm rưỡi", "một trăm rưỡi=150" },
  { "năm mươi sáu hộ", "năm mươi sáu=56" },
  { "năm trăm lượt", "năm trăm=500" },
  { "ba chục hộ, một chục", "ba chục=30; một chục=10" },
  { "hơn bảy mươi phần trăm", "bảy mươi=70" },
  { "trăm phần trăm số xã", "trăm=100" },
  { "hai phẩy năm phần trăm", "hai phẩy năm=2.5" },
  { "giảm một phần tư", "một phần tư=0.25" },
  { "ba phần tư, hai phần ba", "ba phần tư=0.75; hai phần ba=0.666667" },
  { "giảm một nửa; quá nửa", "một nửa=0.5; nửa=0.5" },
  { "sáu cuộc, bẩy buổi", "sáu=6; bẩy=7" },
  { "tổ chức năm cuộc", "năm=5" },
  { "mười năm thực hiện", "mười=10" },
  { "hai mươi năm qua", "hai mươi=20" },
  { "bảy năm đầu", "bảy=7" },
  { "bốn tỷ năm 2022", "bốn tỷ=4000000000; 2022=2022" },
  { "hai nghìn ba xã", "hai nghìn=2000; ba=3" },
  { NULL, NULL },
};

static const Case no_numbers[] = {
  { "dịch Covid-19 và đường QL7, 420 m2", "420=420" },
  { "Quyết định 217-QĐ/TW, 218-QĐ/TW", "" },
  { "Kế hoạch 363/KH-TTCP", "" },
  { "Công văn 11/TTg", "" },
  { "Kế hoạch 201 - KH/TU, 06 -ĐA/TU", "" },
  { "0205 3812 345; 024 3733 0000", "" },
  { "là năm cao điểm", "" },
  { "gọi 0912345678 hoặc 0207.3822.456", "" },
  { "đứng thứ 36/63 tỉnh, lần thứ hai", "" },
  { "thứ ba, thứ năm", "" },
  { "tháng ba, tháng tư", "" },
  { "ông Ba và chị Năm, Hai Bà Trưng", "" },
  { "một số xã, một phần việc", "" },
  { "trong năm, cả năm, đầu năm", "" },
  { "năm nay, năm ngoái, năm qua, năm học", "" },
  { "năm 2023", "2023=2023" },
  { "so với năm trước, so với năm đã qua", "" },
  { "không có đơn", "" },
  { "doanh nghiệp tư nhân", "" },
  { "nửa đầu năm", "" },
  { "hỗ trợ 24/7", "" },
  { "22/11, 30/4", "" },
  { "30/6/2023 và 8-1-2024", "" },
  { "31.12.2010", "" },
  { "mùa vụ 2021/2022", "" },
  { "tháng 6/2023", "" },
  { "thắng 3-2", "" },
  { "1,2,3,4", "" },
  { "12345678901234567890", "" },
  { NULL, NULL },
};

static const Case pairs[] = {
  { "226/431 xã", "226/431=226/431" },
  { "5.775/8.227 xã", "5.775/8.227=5775/8227" },
  { "7 / 7 huyện", "7 / 7=7/7" },
  { "24 trên 96 xã", "24 trên 96=24/96" },
  { "24 trong tổng số 96 xã", "24 trong tổng số 96=24/96" },
  { "24/tổng số 96", "24/tổng số 96=24/96" },
  { "24 trên tổng số 96.", "24 trên tổng số 96=24/96" },
  { "đạt 96 trên 24 xã", "96=96; 24=24" },
  { "19/19 tiêu chí", "19/19=19/19" },
  { "205/200 cuộc", "205/200=205/200" },
  { "1.200/2.000 hộ", "1.200/2.000=1200/2000" },
  { "5 - 7 buổi", "5 - 7=5..7" },
  { "5 – 7 buổi", "5 – 7=5..7" },
  { "12-15 tiêu chí", "12-15=12..15" },
  { "1 - 1,5%", "1 - 1,5=1..1.5" },
  { "1% - 1,5%", "1% - 1,5=1..1.5" },
  { "từ 5 đến 7 buổi", "từ 5 đến 7=5..7" },
  { "hai đến ba lần", "hai đến ba=2..3" },
  { "hai ba cuộc", "hai ba=2..3" },
  { "ba năm thực hiện", "ba=3" },
  { "2 - 3 nghìn lượt", "2 - 3 nghìn=2000..3000" },
  { "2015 - 2018", "2015 - 2018=2015..2018" },
  { "từ 12 xã", "12=12" },
  { "mục 5 - 3 xã", "5=5; 3=3" },
  { NULL, NULL },
};

static void
test_fields (void)
{
  g_autoptr (Lexed) lexed = lexed_new ("03 2.904 13,8 nghìn tỷ sáu 5/9");
  const ChisoToken *tokens = lexed_tokens (lexed);
  guint n = lexed->tokens->len;
  ChisoNumber number;

  g_assert_true (chiso_number_scan (tokens, n, 0, lexed->text, &number));
  g_assert_cmpuint (number.n_digits, ==, 2);
  g_assert_true (isnan (number.denominator));
  g_assert_true (chiso_number_scan (tokens, n, 1, lexed->text, &number));
  g_assert_cmpuint (number.n_digits, ==, 1);
  g_assert_false (number.decimals);
  g_assert_true (chiso_number_scan (tokens, n, 4, lexed->text, &number));
  g_assert_true (number.decimals);
  g_assert_false (number.in_words);
  g_assert_cmpfloat (number.scale, ==, 1e9);
  g_assert_true (chiso_number_scan (tokens, n, 9, lexed->text, &number));
  g_assert_true (number.in_words);
  g_assert_cmpuint (number.n_digits, ==, 0);
  g_assert_cmpuint (number.last, ==, 10);
  g_assert_true (chiso_number_scan (tokens, n, 10, lexed->text, &number));
  g_assert_cmpint (number.kind, ==, CHISO_NUMBER_FRACTION);
}

/* A scan may start anywhere, and the array may end anywhere. */
static void
test_any_window (void)
{
  g_autoptr (Lexed) lexed = lexed_new (
      "từ 5 - 7 nghìn tỷ hai mươi phẩy 1.2.3,4 / tổng số 9 phần trăm một phần năm mươi - 2 đến");
  ChisoNumber number;

  for (guint n = 0; n <= lexed->tokens->len; n++)
    for (guint at = 0; at <= n; at++)
      if (chiso_number_scan (lexed_tokens (lexed), n, at, lexed->text, &number))
        {
          g_assert_cmpuint (number.first, ==, at);
          g_assert_cmpuint (number.last, >, at);
          g_assert_cmpuint (number.last, <=, n);
        }
}

/* What cannot begin a number is never scanned: no number begins there, whatever follows. */
static void
test_opens (void)
{
  ChisoToken tokens[] = { { .kind = CHISO_TOKEN_WORD },
                          { .kind = CHISO_TOKEN_WORD },
                          { .kind = CHISO_TOKEN_WORD },
                          { .kind = CHISO_TOKEN_BREAK, .mark = 'P' } };
  ChisoNumber number;

  g_assert_true (chiso_number_opens (CHISO_W_HAI));
  for (guint16 first = 0; first <= CHISO_W_N; first++)
    for (guint16 second = 0; second < CHISO_W_N && !chiso_number_opens (first); second++)
      {
        tokens[0].word = first;
        tokens[1].word = second;
        tokens[2].word = CHISO_W_TRAM;
        g_assert_false (chiso_number_scan (tokens, G_N_ELEMENTS (tokens), 0, "", &number));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/core/number/digits", digits, check_cases);
  g_test_add_data_func ("/core/number/scales", scales, check_cases);
  g_test_add_data_func ("/core/number/words", words, check_cases);
  g_test_add_data_func ("/core/number/none", no_numbers, check_cases);
  g_test_add_data_func ("/core/number/pairs", pairs, check_cases);
  g_test_add_func ("/core/number/fields", test_fields);
  g_test_add_func ("/core/number/any-window", test_any_window);
  g_test_add_func ("/core/number/opens", test_opens);
  return g_test_run ();
}
