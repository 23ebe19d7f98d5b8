/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as an extractor meets them: each text is scanned from left to right, everything found is
 * resolved and compared, so that what is no time is tested by the same rows. */

#include "core/chiso-time.h"
#include "scan-support.h"

#include <string.h>

/* expected: "as written=EDTF" of each time, "; " between; "?" where it cannot be resolved. Flags behind a
 * space: a as_at, u until, d day, b bare year, e edge of a year, t term, c deictic. */
typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
append_flags (GString *out, const ChisoTimeMention *mention)
{
  const struct
  {
    gboolean set;
    char letter;
  } flags[] = { { mention->as_at, 'a' },     { mention->until, 'u' },     { mention->day, 'd' },
                { mention->bare_year, 'b' }, { mention->year_edge, 'e' }, { mention->term, 't' },
                { mention->deictic, 'c' } };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].set)
      {
        g_string_append (out, any ? "" : " ");
        g_string_append_c (out, flags[i].letter);
        any = TRUE;
      }
}

static char *
scan_all (const char *text, const ChisoDate *published, const ChisoPeriod *context)
{
  g_autoptr (Lexed) lexed = lexed_new (text);
  GString *out = g_string_new (NULL);
  char buffer[CHISO_PERIOD_MAX];
  ChisoTimeMention mention;
  ChisoPeriod period;

  for (guint i = 0; i < lexed->tokens->len; i++)
    if (chiso_time_scan (lexed_tokens (lexed), lexed->tokens->len, i, text, &mention))
      {
        g_autofree char *slice = lexed_slice (lexed, mention.first, mention.last);
        gboolean known = chiso_time_resolve (&mention, published, context, &period);

        g_assert_cmpuint (mention.first, ==, i);
        g_assert_cmpint (known, ==, chiso_period_is_set (&period));
        g_string_append_printf (out, "%s%s=%s", out->len > 0 ? "; " : "", slice,
                                known ? chiso_period_format (&period, buffer) : "?");
        append_flags (out, &mention);
        i = mention.last - 1;
      }
  return g_string_free (out, FALSE);
}

static void
check_cases (gconstpointer data)
{
  const ChisoDate published = { 2023, 10, 15 };
  gboolean failed = FALSE;

  for (const Case *c = data; c->text != NULL; c++)
    {
      g_autofree char *found = scan_all (c->text, &published, NULL);

      if (strcmp (found, c->expected) != 0)
        {
          g_test_message ("“%s”: found [%s], expected [%s]", c->text, found, c->expected);
          failed = TRUE;
        }
    }
  if (failed)
    g_test_fail ();
}

static const Case years[] = {
  { "Năm 2023, tỉnh", "Năm 2023=2023" },
  { "trong năm 2022 và năm 2021", "trong năm 2022=2022; năm 2021=2021" },
  { "cả năm 2023", "cả năm 2023=2023" },
  { "giai đoạn 2016 - 2020", "giai đoạn 2016 - 2020=2016/2020" },
  { "Giai đoạn 2016–2020", "Giai đoạn 2016–2020=2016/2020" },
  { "giai đoạn từ năm 2016 đến năm 2020", "giai đoạn từ năm 2016 đến năm 2020=2016/2020" },
  { "giai đoạn 2021 đến nay", "giai đoạn 2021 đến nay=2021/.." },
  { "thời kỳ 2011 - 2020", "thời kỳ 2011 - 2020=2011/2020" },
  { "nhiệm kỳ 2019 - 2024", "nhiệm kỳ 2019 - 2024=2019/2024 t" },
  { "nhiệm kì 2020- 2025", "nhiệm kì 2020- 2025=2020/2025 t" },
  { "(2016 - 2020)", "2016 - 2020=2016/2020" },
  { "từ năm 2016 đến nay", "từ năm 2016 đến nay=2016/.." },
  { "Từ 2019 đến 2023", "Từ 2019 đến 2023=2019/2023" },
  { "từ năm 2016 đến đầu năm 2021", "từ năm 2016 đến đầu năm 2021=2016/2021-01" },
  { "từ năm 2016 đến hết năm 2020", "từ năm 2016 đến hết năm 2020=2016/2020" },
  { "Từ năm 2016 trở lại đây", "Từ năm 2016 trở lại đây=2016/.." },
  { "từ năm 2016, tỉnh", "từ năm 2016=2016/.." },
  { "2 năm 2022 - 2023", "2 năm 2022 - 2023=2022/2023" },
  { "hai năm 2022, 2023", "hai năm 2022, 2023=2022/2023" },
  { "trong 2 năm 2022 và 2023", "trong 2 năm 2022 và 2023=2022/2023" },
  { "các năm 2021, 2022 và 2023", "năm 2021, 2022 và 2023=2021/2023" },
  { "năm 2021/2022", "năm 2021/2022=2021/2022" },
  { "năm 2022-2023", "năm 2022-2023=2022/2023" },
  { "năm 2022/năm 2021", "năm 2022=2022; năm 2021=2021" },
  { "Trong 5 năm, từ 2019 đến 2023", "Trong 5 năm=?; từ 2019 đến 2023=2019/2023" },
  { "đạt chuẩn (2022)", "2022=2022 b" },
  { "Chỉ tiêu Năm 2022 2023\n", "Năm 2022=2022; 2023=2023 b" },
  { "giám sát (2022: 541 cuộc)", "2022=2022 b" },
  { "tăng 5% so với 2022.", "2022=2022 b" },
  { "2022 là 145 xã", "2022=2022 b" },
  { "từ đầu nhiệm kỳ 2020 - 2025 đến nay", "từ đầu nhiệm kỳ 2020 - 2025 đến nay=2020/.." },
  { "Từ đầu nhiệm kỳ đến nay", "Từ đầu nhiệm kỳ đến nay=?" },
  { "từ đầu năm 2016 đến năm 2020", "từ đầu năm 2016 đến năm 2020=2016/2020" },
  { NULL, NULL },
};

static const Case months[] = {
  { "6 tháng đầu năm 2023", "6 tháng đầu năm 2023=2023-01/2023-06" },
  { "Sáu tháng đầu năm", "Sáu tháng đầu năm=2023-01/2023-06" },
  { "nửa đầu năm thu được", "nửa đầu năm=2023-01/2023-06" },
  { "nửa cuối năm 2022", "nửa cuối năm 2022=2022-07/2022-12" },
  { "6 tháng cuối năm 2022", "6 tháng cuối năm 2022=2022-07/2022-12" },
  { "3 tháng cuối năm 2022", "3 tháng cuối năm 2022=2022-10/2022-12" },
  { "9 tháng năm 2019", "9 tháng năm 2019=2019-01/2019-09" },
  { "9 tháng của năm 2019", "9 tháng của năm 2019=2019-01/2019-09" },
  { "Trong 9 tháng, các cấp", "Trong 9 tháng=2023-01/2023-09" },
  { "GRDP 9 tháng ước đạt", "9 tháng=2023-01/2023-09" },
  { "10 tháng đầu năm", "10 tháng đầu năm=2023-01/2023-10" },
  { "10 tháng/2022", "10 tháng/2022=2022-01/2022-10" },
  { "11 tháng đầu năm nay", "11 tháng đầu năm nay=2023-01/2023-11 c" },
  { "3 tháng đầu năm", "3 tháng đầu năm=2023-01/2023-03" },
  { "ba tháng đầu năm", "ba tháng đầu năm=2023-01/2023-03" },
  { "12 tháng năm 2022", "12 tháng năm 2022=2022" },
  { "2 quý đầu năm 2022", "2 quý đầu năm 2022=2022-01/2022-06" },
  { "quý I/2022", "quý I/2022=2022-01/2022-03" },
  { "Quý III năm 2021", "Quý III năm 2021=2021-07/2021-09" },
  { "quý IV-2022, quý 2.2022", "quý IV-2022=2022-10/2022-12; quý 2.2022=2022-04/2022-06" },
  { "quý I tăng 5%", "quý I=2023-01/2023-03" },
  { "quí II/2022", "quí II/2022=2022-04/2022-06" },
  { "tháng 5/2022", "tháng 5/2022=2022-05 a" },
  { "tháng 4.2020", "tháng 4.2020=2020-04 a" },
  { "tháng 10 năm 2021", "tháng 10 năm 2021=2021-10 a" },
  { "tháng 5, tỉnh", "tháng 5=2023-05 a" },
  { "vào tháng ba, tháng mười hai năm 2022",
    "vào tháng ba=2023-03 a; tháng mười hai năm 2022=2022-12 a" },
  { "tháng 01/2018", "tháng 01/2018=2018-01 a" },
  { "từ tháng 1 đến tháng 6/2023", "từ tháng 1 đến tháng 6/2023=2023-01/2023-06" },
  { "tháng 1 - tháng 6 năm 2023", "tháng 1 - tháng 6 năm 2023=2023-01/2023-06" },
  { "tháng 1-6/2023", "tháng 1-6/2023=2023-01/2023-06" },
  { "từ tháng 10/2021 đến tháng 3/2022", "từ tháng 10/2021 đến tháng 3/2022=2021-10/2022-03" },
  { "từ tháng 10 đến tháng 3/2022", "từ tháng 10 đến tháng 3/2022=2021-10/2022-03" },
  { "tại thời điểm 6/2022", "tại thời điểm 6/2022=2022-06 a" },
  { NULL, NULL },
};

static const Case days[] = {
  { "ngày 30/6/2023", "ngày 30/6/2023=2023-06 ad" },
  { "Ngày 31/12/2010, khi", "Ngày 31/12/2010=2010-12 ad" },
  { "14 tháng 12 năm 2023, 9 tháng năm 2023",
    "14 tháng 12 năm 2023=2023-12 ad; 9 tháng năm 2023=2023-01/2023-09" },
  { "mốc 30/8/2023", "30/8/2023=2023-08 ad" },
  { "30-6-2023 và 18.3.2021", "30-6-2023=2023-06 ad; 18.3.2021=2021-03 ad" },
  { "ngày 15 tháng 6 năm 2023", "ngày 15 tháng 6 năm 2023=2023-06 ad" },
  { "sáng 16/01/2024", "sáng 16/01/2024=2024-01 ad" },
  { "ngày 28-1", "ngày 28-1=2023-01 ad" },
  { "ngày 22/11", "ngày 22/11=2022-11 ad" },
  { "22/11 năm 2022", "22/11 năm 2022=2022-11 ad" },
  { "từ ngày 1/8/2018 đến 31/7/2019", "từ ngày 1/8/2018 đến 31/7/2019=2018-08/2019-07 d" },
  { "Tính từ ngày 1/8/2018 đến ngày 31/7/2019",
    "Tính từ ngày 1/8/2018 đến ngày 31/7/2019=2018-08/2019-07 d" },
  { "từ ngày 1/7 đến 30/9/2025", "từ ngày 1/7 đến 30/9/2025=2025-07/2025-09 d" },
  { "từ ngày 15/12/2022 đến ngày 14/12/2023",
    "từ ngày 15/12/2022 đến ngày 14/12/2023=2022-12-15/2023-12-14 d" },
  { "từ 15/12 đến 14/6/2023", "từ 15/12 đến 14/6/2023=2022-12-15/2023-06-14 d" },
  { "từ ngày 01 đến ngày 30/6/2023", "từ ngày 01 đến ngày 30/6/2023=2023-06 d" },
  { "từ 01/01/2023 - 31/12/2023", "từ 01/01/2023 - 31/12/2023=2023 d" },
  { "kể từ ngày 1/7/2022 đến nay", "kể từ ngày 1/7/2022 đến nay=2022-07/.. d" },
  { "từ ngày 1/7/2022", "từ ngày 1/7/2022=2022-07/.. d" },
  { "giải ngân đến 30/11/2022", "đến 30/11/2022=2022-11 aud" },
  { "Đến hết ngày 31/7/2023", "Đến hết ngày 31/7/2023=2023-07 aud" },
  { "lũy kế đến ngày 31/12", "lũy kế đến ngày 31/12=2022-12 aud" },
  { NULL, NULL },
};

static const Case points[] = {
  { "tính đến tháng 6/2018", "tính đến tháng 6/2018=2018-06 au" },
  { "tính đến tháng 8.2023", "tính đến tháng 8.2023=2023-08 au" },
  { "Đến hết năm 2022", "Đến hết năm 2022=2022-12 aue" },
  { "Đến cuối tháng 5/2022", "Đến cuối tháng 5/2022=2022-05 au" },
  { "tới cuối năm 2021", "tới cuối năm 2021=2021-12 aue" },
  { "Hết năm 2018", "Hết năm 2018=2018-12 aue" },
  { "hết quý II/2022", "hết quý II/2022=2022-06 au" },
  { "tính đến quý III/2022", "tính đến quý III/2022=2022-09 au" },
  { "đến hết 6 tháng đầu năm 2022", "đến hết 6 tháng đầu năm 2022=2022-06 au" },
  { "cuối năm 2021", "cuối năm 2021=2021-12 ae" },
  { "giữa năm 2020", "giữa năm 2020=2020-06 ae" },
  { "đầu năm 2021", "đầu năm 2021=2021-01 ae" },
  { "so với đầu năm", "đầu năm=2023-01 ae" },
  { "Đầu tháng 6, tổ", "Đầu tháng 6=2023-06 a" },
  { "cuối năm ngoái", "cuối năm ngoái=2022-12 aec" },
  { "tại thời điểm cuối năm 2022", "tại thời điểm cuối năm 2022=2022-12 ae" },
  { "Cộng dồn đến hết tháng 3/2023", "Cộng dồn đến hết tháng 3/2023=2023-03 au" },
  { "lũy kế hết năm 2022", "lũy kế hết năm 2022=2022-12 aue" },
  { "luỹ kế năm 2022", "luỹ kế năm 2022=2022 au" },
  { "đến năm 2022 có", "đến năm 2022=2022 au" },
  { "cho đến cuối 2022", "cho đến cuối 2022=2022-12 aue" },
  { "đến nay", "đến nay=2023-10 au" },
  { "Tính đến nay", "Tính đến nay=2023-10 au" },
  { "Hiện nay, hiện tại", "Hiện nay=2023-10 a; hiện tại=2023-10 a" },
  { "toàn tỉnh hiện có 97 xã", "hiện=2023-10 a" },
  { "Đến thời điểm này", "Đến thời điểm này=2023-10 au" },
  { "đến thời điểm hiện tại", "đến thời điểm hiện tại=2023-10 au" },
  { "thời điểm này", "thời điểm này=2023-10 a" },
  { "đạt 19 tiêu chí, nay xét lại", "nay=2023-10 a" },
  { "từ đầu năm đến nay", "từ đầu năm đến nay=2023-01/2023-10" },
  { "từ đầu năm 2023 đến nay", "từ đầu năm 2023 đến nay=2023-01/2023-10" },
  { "từ đầu năm 2022 đến nay", "từ đầu năm 2022 đến nay=2022-01/.." },
  { "Từ đầu năm đến hết tháng 8/2022", "Từ đầu năm đến hết tháng 8/2022=2022-01/2022-08" },
  { "từ đầu năm đến ngày 31/8", "từ đầu năm đến ngày 31/8=2023-01/2023-08-31 d" },
  { "Từ nay đến cuối năm", "Từ nay đến cuối năm=?" },
  { "từ nay đến năm 2025, tỉnh", "từ nay đến năm 2025=?" },
  { NULL, NULL },
};

static const Case relative[] = {
  { "năm nay", "năm nay=2023 c" },
  { "năm ngoái xóm ông", "năm ngoái=2022 c" },
  { "so với năm trước", "năm trước=2022" },
  { "năm trước đó", "năm trước đó=2022" },
  { "mười năm trước, xã nghèo", "mười năm trước=2013" },
  { "cách đây 3 năm", "cách đây 3 năm=2020" },
  { "so với thời điểm này năm ngoái", "thời điểm này năm ngoái=2022 c" },
  { "hai tháng 5 và 6/2023", "hai tháng 5 và 6/2023=2023-05/2023-06" },
  { "ba tháng 7, 8, 9/2022", "ba tháng 7, 8, 9/2022=2022-07/2022-09" },
  { "quý I và quý II năm 2022", "quý I và quý II năm 2022=2022-01/2022-06" },
  { "năm 2021 và 9 tháng năm 2022", "năm 2021 và 9 tháng năm 2022=2021-01/2022-09" },
  { "3 năm (2020, 2021, 2022)", "3 năm=?; 2020, 2021, 2022=2020/2022" },
  { "9 tháng cùng kỳ năm 2021", "9 tháng cùng kỳ năm 2021=2021-01/2021-09" },
  { "trong năm, các cấp", "trong năm=2023" },
  { "Cả năm, MTTQ", "Cả năm=2023" },
  { "nơi năm qua tổ chức", "năm qua=2023" },
  { "một năm qua họ", "một năm qua=2023" },
  { "trong năm vừa qua", "trong năm vừa qua=2023" },
  { "3 năm qua", "3 năm qua=2020/2023" },
  { "trong 5 năm qua", "trong 5 năm qua=2018/2023" },
  { "hơn 2 năm qua", "2 năm qua=2021/2023" },
  { "Trong hai mươi năm qua", "Trong hai mươi năm qua=2003/2023" },
  { "5 năm gần đây", "5 năm gần đây=2018/2023" },
  { "19 tháng vừa qua", "19 tháng vừa qua=2022-03/2023-09" },
  { "Sáu tháng qua", "Sáu tháng qua=2023-04/2023-09" },
  { "nửa năm qua", "nửa năm qua=2023-04/2023-09" },
  { "so với cùng kỳ năm 2022", "cùng kỳ năm 2022=2022" },
  { "cùng kỳ 9 tháng năm 2018", "cùng kỳ 9 tháng năm 2018=2018-01/2018-09" },
  { "cùng thời điểm năm 2022", "cùng thời điểm năm 2022=2022" },
  { "so với cùng kì", "cùng kì=?" },
  { "nhiệm kỳ qua", "nhiệm kỳ qua=?" },
  { "nhiệm kỳ trước, nhiệm kỳ này", "nhiệm kỳ trước=?; nhiệm kỳ này=?" },
  { "năm tới", "năm tới=?" },
  { "những tháng đầu năm", "tháng đầu năm=2023-01/2023-10" },
  { "tháng trước, tháng vừa qua", "tháng trước=2023-09; tháng vừa qua=2023-09" },
  { "đến cuối tháng trước", "đến cuối tháng trước=2023-09 au" },
  { "Hôm nay, đến hôm nay", "Hôm nay=2023-10 a; đến hôm nay=2023-10 au" },
  { "quý ba, quý đầu năm", "quý ba=2023-07/2023-09; quý đầu năm=2023-01/2023-03" },
  { "hai năm nay", "hai năm nay=2021/2023" },
  { "nửa năm đầu", "nửa năm đầu=2023-01/2023-06" },
  { "khởi đầu năm 2011", "năm 2011=2011" },
  { "cùng kỳ năm ngoái", "cùng kỳ năm ngoái=2022 c" },
  { "sau 5 năm thực hiện", "5 năm=?" },
  { "trong 3 tháng, sau 6 tháng", "trong 3 tháng=?; 6 tháng=?" },
  { "6 tháng triển khai", "6 tháng=?" },
  { "Trong tháng, Mặt trận", "Trong tháng=?" },
  { "trong quý, trong tháng tới", "trong quý=?" },
  { "cả nhiệm kỳ, nửa nhiệm kỳ", "cả nhiệm kỳ=?; nửa nhiệm kỳ=?" },
  { NULL, NULL },
};

static const Case no_times[] = {
  { "năm học 2023 - 2024", "" },
  { "trong năm học", "" },
  { "năm cuộc đối thoại", "" },
  { "hơn 5 năm, gần 3 tháng, ba tháng rưỡi", "" },
  { "6 tháng/lần, 6 tháng một lần", "" },
  { "những năm qua, nhiều năm qua", "" },
  { "mỗi năm, hằng năm, hàng năm", "" },
  { "mười năm trước khi về đây, năm trước mắt", "" },
  { "Hai năm trước nữa", "" },
  { "22/11 xã, 31/63 tỉnh", "" },
  { "hỗ trợ 24/7", "" },
  { "30/13/2023, 31/2/2023", "" },
  { "2.023 hộ, 2018 cuộc", "" },
  { "thế kỷ XXI", "" },
  { "thực hiện, phát hiện có sai sót, hiện đại", "" },
  { "mỗi quý, quý nhất", "" },
  { "hai giờ, xưa và nay, từ nhiều năm nay (nay là xã An)", "" },
  { "kéo dài 9 tháng, hơn 6 tháng", "" },
  { "so với 2022 hộ", "" },
  { "đến dự, tới thăm, từ dân", "" },
  { "cuối buổi, giữa lúc, đầu tư", "" },
  { "cả nước, trong đó", "" },
  { "cùng nhau", "" },
  { NULL, NULL },
};

typedef struct
{
  const char *text;
  const char *published;
  const char *context;
  const char *stock; /* "?" where it cannot be told */
  const char *flow;
} Reading;

static const Reading readings[] = {
  /* Until a point: from the year's start for a flow. */
  { "đến tháng 8.2023", "2023-09-09", "", "2023-08", "2023-01/2023-08" },
  { "đến hết năm 2022", "2023-05", "", "2022-12", "2022" },
  { "đến năm 2022", "2023-05", "", "2022", "2022" },
  { "đến giữa năm 2022", "2023", "", "2022-06", "2022-01/2022-06" },
  { "đến đầu năm 2022", "2023", "", "2022-01", "2021" },
  { "đến hết tháng 9", "2025-10-14", "2025-07/2025-09", "2025-09", "2025-01/2025-09" },
  { "đến 30/11", "2025-01-20", "2024", "2024-11", "2024-01/2024-11" },
  { "đến ngày 31/12", "2024-01-16", "", "2023-12", "2023" },
  { "ngày 30/6/2023", "2023-09", "", "2023-06", "2023-06" },
  /* Rough points of a year. */
  { "cuối năm 2021", "2022-05", "", "2021-12", "2021" },
  { "giữa năm 2023", "2024-01", "", "2023-06", "2023" },
  /* Now. */
  { "đến nay", "2023-09-09", "", "2023-09", "2023" },
  { "đến nay", "2023", "", "2023", "2023" },
  { "đến nay", "", "2022", "2022", "2022" },
  { "đến nay", "2023-09", "2016/..", "2023-09", "2016/.." },
  { "đến nay", "", "", "?", "?" },
  { "từ năm 2016 đến nay", "2023-09", "", "2016/..", "2016/.." },
  { "từ đầu năm đến nay", "2023-09", "2022", "2023-01/2023-09", "2023-01/2023-09" },
  /* Without a year: the context's, else the report's, else the year before. */
  { "6 tháng đầu năm", "2024-01", "2023", "2023-01/2023-06", "2023-01/2023-06" },
  { "6 tháng đầu năm", "2023-07", "", "2023-01/2023-06", "2023-01/2023-06" },
  { "6 tháng đầu năm", "2023-05-28", "2016/2020", "2023-01/2023-06", "2023-01/2023-06" },
  { "9 tháng", "2024-02", "", "2023-01/2023-09", "2023-01/2023-09" },
  { "quý IV", "2024-01", "", "2023-10/2023-12", "2023-10/2023-12" },
  { "tháng 6", "2022-06-12", "", "2022-06", "2022-06" },
  { "cuối năm", "2021-12-28", "", "2021-12", "2021" },
  { "9 tháng", "", "", "?", "?" },
  { "từ tháng 10 đến tháng 3", "2023-04", "", "2022-10/2023-03", "2022-10/2023-03" },
  /* Years counted from somewhere. */
  { "trong năm", "2021-12-28", "", "2021", "2021" },
  { "trong năm", "2022-01-10", "", "2021", "2021" },
  { "trong năm", "2022-01-10", "2022", "2022", "2022" },
  { "năm nay", "2022-01-10", "2021", "2022", "2022" },
  { "năm trước", "2023-05", "2020", "2019", "2019" },
  { "năm ngoái", "2023-05", "2020", "2022", "2022" },
  { "năm trước", "2023-05", "", "2022", "2022" },
  { "cuối năm trước", "2023-05", "2021", "2020-12", "2020" },
  { "6 tháng đầu năm nay", "2023-08", "2022", "2023-01/2023-06", "2023-01/2023-06" },
  { "một năm qua", "2022-05-19", "", "2021/2022", "2021/2022" },
  { "năm qua", "2024-01-10", "", "2023", "2023" },
  { "năm qua", "2023-12", "", "2023", "2023" },
  { "3 năm qua", "2019-10", "", "2016/2019", "2016/2019" },
  { "5 năm qua", "2024-01", "", "2019/2023", "2019/2023" },
  { "5 năm qua", "2023-12", "", "2019/2023", "2019/2023" },
  { "19 tháng vừa qua", "2025-03", "", "2023-08/2025-03", "2023-08/2025-03" },
  { "3 tháng qua", "2024-02", "", "2023-11/2024-02", "2023-11/2024-02" },
  { "nhiệm kỳ qua", "2024-05", "2019/2024", "2019/2024", "2019/2024" },
  { "nhiệm kỳ qua", "2024-05", "2023", "?", "?" },
  /* The same span elsewhere. */
  { "cùng kỳ", "2023-07", "2023-01/2023-06", "2022-01/2022-06", "2022-01/2022-06" },
  { "cùng kỳ năm trước", "2023-07", "2023-01/2023-06", "2022-01/2022-06", "2022-01/2022-06" },
  { "cùng kỳ năm 2020", "2023-07", "2023-01/2023-06", "2020-01/2020-06", "2020-01/2020-06" },
  { "cùng kỳ", "2021-12", "2021", "2020", "2020" },
  { "cùng kỳ", "2019-08", "2018-08/2019-07", "2017-08/2018-07", "2017-08/2018-07" },
  { "cùng kỳ", "2019-08", "2016/..", "?", "?" },
  { "từ nay đến cuối năm", "2023-09", "2023", "?", "?" },
  { NULL, NULL, NULL, NULL, NULL },
};

static void
check_reading (const Reading *reading)
{
  g_autoptr (Lexed) lexed = lexed_new (reading->text);
  ChisoPeriod published = { 0 }, context = { 0 }, period;
  char buffer[CHISO_PERIOD_MAX];
  ChisoTimeMention mention;
  const struct
  {
    const char *expected;
    gboolean (*resolve) (const ChisoTimeMention *mention, const ChisoDate *published,
                         const ChisoPeriod *context, ChisoPeriod *period);
  } kinds[] = { { reading->stock, chiso_time_resolve },
                { reading->flow, chiso_time_resolve_flow } };

  g_test_message ("%s, published %s, in %s", reading->text, reading->published, reading->context);
  g_assert_true (*reading->published == '\0'
                 || chiso_period_parse (reading->published, &published));
  g_assert_true (*reading->context == '\0' || chiso_period_parse (reading->context, &context));
  g_assert_true (
      chiso_time_scan (lexed_tokens (lexed), lexed->tokens->len, 0, lexed->text, &mention));
  g_assert_cmpuint (mention.last, ==, lexed->tokens->len - 1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean known = kinds[i].resolve (&mention, &published.start, &context, &period);

      g_assert_cmpstr (known ? chiso_period_format (&period, buffer) : "?", ==, kinds[i].expected);
    }
}

static void
test_readings (void)
{
  for (const Reading *reading = readings; reading->text != NULL; reading++)
    check_reading (reading);
}

/* A scan may start anywhere, and the array may end anywhere. */
static void
test_any_window (void)
{
  g_autoptr (Lexed) lexed = lexed_new (
      "tính từ ngày 1/7 đến hết 6 tháng đầu năm 2021, 2022 và 2023 - 30.9.2025 cùng kỳ "
      "thời điểm nửa cuối năm quý III/ tháng mười giai đoạn 2016 - trong suốt 5 năm gần");
  const ChisoDate published = { 2023, 10, 15 };
  ChisoTimeMention mention;
  ChisoPeriod period;

  for (guint n = 0; n <= lexed->tokens->len; n++)
    for (guint at = 0; at <= n; at++)
      if (chiso_time_scan (lexed_tokens (lexed), n, at, lexed->text, &mention))
        {
          g_assert_cmpuint (mention.first, ==, at);
          g_assert_cmpuint (mention.last, >, at);
          g_assert_cmpuint (mention.last, <=, n);
          chiso_time_resolve_flow (&mention, &published, NULL, &period);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/core/time/years", years, check_cases);
  g_test_add_data_func ("/core/time/months", months, check_cases);
  g_test_add_data_func ("/core/time/days", days, check_cases);
  g_test_add_data_func ("/core/time/points", points, check_cases);
  g_test_add_data_func ("/core/time/relative", relative, check_cases);
  g_test_add_data_func ("/core/time/none", no_times, check_cases);
  g_test_add_func ("/core/time/readings", test_readings);
  g_test_add_func ("/core/time/any-window", test_any_window);
  return g_test_run ();
}
