/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl audit through the real program: one finding of each kind in made-up reports, none in a
 * clean one, of files and of the library alike. */

#include "cli-support.h"
#include "json-check.h"

#include <string.h>

typedef struct
{
  const char *kind;     /* the only one that is found */
  const char *severity; /* likewise */
  const char *reports[2];
  const char *vi; /* the sentence */
  const char *en;
} Case;

static const Case cases[] = {
  { "growth",
    "error",
    { "Năm 2022, tỉnh Nghệ An tiếp 1.000 lượt công dân. Năm 2023, tỉnh tiếp 1.200 lượt công dân, "
      "tăng 14% so với năm 2022.\n" },
    "Số lượt tiếp công dân của Nghệ An, 2023: nêu +14 % so với 2022, nhưng 1.200 lượt so với 1.000 "
    "lượt là +20 %.",
    "Citizen receptions in Nghe An, 2023: stated as +14% on 2022, but 1,200 against 1,000 is "
    "+20%." },
  { "fraction",
    "error",
    { "Năm 2023, tỉnh Nghệ An có 226/431 xã đạt chuẩn nông thôn mới (đạt 52,49%).\n" },
    "Tỷ lệ xã đạt chuẩn nông thôn mới của Nghệ An, 2023: 226/431 là 52,44 %, nhưng ghi 52,49 %.",
    "Share of communes of the new-rural standard in Nghe An, 2023: 226 of 431 is 52.44%, but "
    "52.49% "
    "is stated." },
  { "parts",
    "warning",
    { "Năm 2023, tỉnh Nghệ An tổ chức 100 cuộc đối thoại, trong đó cấp huyện 30 cuộc, cấp xã 90 "
      "cuộc.\n" },
    "Số cuộc đối thoại với nhân dân của Nghệ An, 2023: các phần cộng lại là 120 cuộc, nhiều hơn "
    "tổng số 100 cuộc.",
    "Dialogues with the people in Nghe An, 2023: the parts add up to 120, more than the total of "
    "100." },
  { "whole",
    "error",
    { "Năm 2023, tỉnh Nghệ An có tỷ lệ xã đạt chuẩn nông thôn mới là 102%.\n" },
    "Tỷ lệ xã đạt chuẩn nông thôn mới của Nghệ An, 2023: 102 % là hơn 100 %.",
    "Share of communes of the new-rural standard in Nghe An, 2023: 102% is more than 100%." },
  { "fall",
    "warning",
    { "Năm 2022, tỉnh Nghệ An có 310 xã đạt chuẩn nông thôn mới.\n",
      "Năm 2023, tỉnh Nghệ An có 300 xã đạt chuẩn nông thôn mới.\n" },
    "Số xã đạt chuẩn nông thôn mới của Nghệ An, 2023: số lũy kế giảm từ 310 xã (2022) xuống 300 "
    "xã; nếu không do sáp nhập thì một trong hai số sai.",
    "Communes of the new-rural standard in Nghe An, 2023: the running total falls from 310 (2022) "
    "to 300; unless units merged, one of them is wrong." },
  { "conflict",
    "warning",
    { "Kết quả thứ nhất\n\nNăm 2023, tỉnh Nghệ An tổ chức 226 cuộc đối thoại.\n",
      "Kết quả thứ hai\n\nNăm 2023, tỉnh Nghệ An tổ chức 227 cuộc đối thoại.\n" },
    "Số cuộc đối thoại với nhân dân của Nghệ An, 2023: “Kết quả thứ nhất” ghi 226 cuộc, còn “Kết "
    "quả thứ hai” ghi 227 cuộc.",
    "Dialogues with the people in Nghe An, 2023: “Kết quả thứ nhất” says 226, “Kết quả thứ hai” "
    "says 227." },
};

static void
write_reports (CliFixture *self, const Case *audited)
{
  cli_write (self, "reports/1.txt", audited->reports[0]);
  if (audited->reports[1] != NULL)
    cli_write (self, "reports/2.txt", audited->reports[1]);
}

/* Plain blanks for the no-break ones before units. */
static char *
plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);

  return g_strjoinv (" ", parts);
}

static void
test_kind (CliFixture *self, gconstpointer data)
{
  const Case *audited = data;
  const char *severity = strcmp (audited->severity, "error") == 0 ? "lỗi" : "cảnh báo";
  const char *const languages[][3] = { { "--lang=vi", severity, audited->vi },
                                       { "--lang=en", audited->severity, audited->en } };

  write_reports (self, audited);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (GStrv) lines = NULL;
      g_autofree char *out = NULL;
      g_autofree char *expected = g_strdup_printf ("%s: %s", languages[i][1], languages[i][2]);

      cli_run (self, "audit", languages[i][0], "reports", NULL);
      cli_assert (self, 0, "");
      out = plain (self->out);
      lines = g_strsplit (out, "\n", -1);
      g_assert_cmpstr (lines[0], ==, expected);
      /* One finding, and below it the sentence that it is about. */
      g_assert_null (strstr (out, "\n\n"));
      g_assert_true (g_str_has_prefix (lines[1], "    “"));
    }
  g_assert_false (cli_exists (self, "data/chiso/library.chiso"));
}

/* The library answers as its reports do, and as a table. */
static void
test_library (CliFixture *self, gconstpointer data)
{
  const Case *audited = data;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) cells = NULL;
  g_autofree char *finding = NULL;

  write_reports (self, audited);
  cli_run (self, "import", "reports", NULL);
  cli_assert (self, 0, "");
  cli_run (self, "audit", "--format=tsv", "--lang=en", "--place=Nghệ An", NULL);
  cli_assert (self, 0, "");
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "kind\tseverity\tindicator\tplace\t"));
  /* The starter library has figures of the same province; they may differ from made-up ones. */
  for (char **line = lines + 1; cells == NULL && *line != NULL; line++)
    {
      g_auto (GStrv) row = g_strsplit (*line, "\t", -1);
      g_autofree char *words = g_strv_length (row) == 14 ? plain (row[9]) : NULL;

      if (g_strcmp0 (words, audited->en) == 0)
        {
          cells = g_steal_pointer (&row);
          finding = g_steal_pointer (&words);
        }
    }
  g_assert_nonnull (cells);
  g_assert_cmpstr (cells[0], ==, audited->kind);
  g_assert_cmpstr (cells[1], ==, audited->severity);
  g_assert_cmpstr (cells[3], ==, "40");
  g_assert_cmpstr (cells[4], ==, "Nghe An");
  g_assert_cmpstr (cells[5], ==, "2023");
  g_assert_cmpstr (cells[10], !=, "");
}

static const char clean[] =
    "Nghệ An đối thoại với nhân dân\n\n"
    "Năm 2022, tỉnh Nghệ An tiếp 1.000 lượt công dân. Năm 2023, tỉnh tiếp 1.137 lượt công dân, "
    "tăng 13,7% so với năm 2022.\n\n"
    "Năm 2023, tỉnh tổ chức 100 cuộc đối thoại, trong đó cấp huyện 10 cuộc, cấp xã 90 cuộc.\n\n"
    "Đến cuối năm 2023, toàn tỉnh có 226/431 xã đạt chuẩn nông thôn mới (đạt 52,4%).\n";

static void
test_clean (CliFixture *self, gconstpointer data)
{
  cli_write (self, "clean.txt", clean);
  cli_run (self, "audit", "--lang=en", "clean.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "No contradictions were found; figures read: 6.\n");
  cli_run (self, "audit", "--format=json", "clean.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "[]\n");
}

static void
test_filters (CliFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("reports/%u.txt", i);

      cli_write (self, name, cases[i].reports[0]);
    }
  cli_run (self, "audit", "--format=tsv", "--indicator=citizen_receptions", "reports", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpuint (cli_count_lines (self->out), ==, 2);
  g_assert_nonnull (strstr (self->out, "\ngrowth\terror\tcitizen_receptions\t40\t"));
  cli_run (self, "audit", "--format=tsv", "--place=Thanh Hóa", "reports", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpuint (cli_count_lines (self->out), ==, 1);
  cli_run (self, "audit", "--format=json", "reports", NULL);
  cli_assert (self, 0, "");
  g_assert_true (json_check (self->out));
}

/* A file that fails is named, and the others are audited. */
static void
test_failure (CliFixture *self, gconstpointer data)
{
  cli_write (self, "reports/0.txt", "\x01\x02\x03");
  cli_write (self, "reports/1.txt", cases[0].reports[0]);
  cli_run (self, "audit", "--lang=en", "reports", NULL);
  cli_assert (self, 1, "chisoctl: Cannot read “@/reports/0.txt”: it is binary data, not text\n");
  g_assert_true (g_str_has_prefix (self->out, "error: Citizen receptions in Nghe An"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/audit/files/%s", cases[i].kind);
      g_autofree char *library_path = g_strdup_printf ("/cli/audit/library/%s", cases[i].kind);

      g_test_add (path, CliFixture, &cases[i], cli_set_up, test_kind, cli_tear_down);
      g_test_add (library_path, CliFixture, &cases[i], cli_set_up, test_library, cli_tear_down);
    }
  CLI_ADD ("/cli/audit/clean", test_clean);
  CLI_ADD ("/cli/audit/filters", test_filters);
  CLI_ADD ("/cli/audit/failure", test_failure);
  return g_test_run ();
}
