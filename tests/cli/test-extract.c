/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl extract through the real program: forms of output, and input that cannot be read. */

#include "cli-support.h"
#include "json-check.h"

#include <string.h>
#include <unistd.h>

#define HEADER                                                                                     \
  "indicator\tplace\tperiod\tmeasure\tvalue\tnumerator\tdenominator\tqualifier\tbase\tevidence\tc" \
  "onfidence\n"

/* Every row has eleven cells, one reading a period, a number, and evidence that stands in the
 * report. */
static void
assert_rows (const char *rows, const char *report)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (report, &text, NULL, NULL));
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, "\t", -1);
      char *end;

      g_assert_cmpuint (g_strv_length (cells), ==, 11);
      g_assert_null (strchr (cells[2], '|'));
      g_assert_null (strchr (cells[8], '|'));
      g_ascii_strtod (cells[4], &end);
      g_assert_cmpstr (end, ==, "");
      g_assert_nonnull (strstr (text, cells[9]));
      g_assert_cmpfloat (g_ascii_strtod (cells[10], NULL), >=, 0.5);
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_tsv (CliFixture *self, gconstpointer data)
{
  g_autofree char *report = cli_report ("01");

  cli_run (self, "extract", report, NULL);
  cli_assert (self, 0, "");
  g_assert_true (g_str_has_prefix (self->out, HEADER));
  assert_rows (self->out, report);
  /* No library is made. */
  g_assert_false (cli_exists (self, "data"));
}

static void
test_several (CliFixture *self, gconstpointer data)
{
  g_autofree char *first = cli_report ("01");
  g_autofree char *second = cli_report ("02");
  const char *mark;

  cli_run (self, "extract", first, second, NULL);
  cli_assert (self, 0, "");
  g_assert_true (g_str_has_prefix (self->out, HEADER "# 01-tuyen-quang-ntm-va-tiep-dan\n"));
  mark = strstr (self->out, "\n# 02-nghe-an-don-thu-2021\n");
  g_assert_nonnull (mark);
  g_assert_null (strstr (mark, HEADER));
}

static void
test_json (CliFixture *self, gconstpointer data)
{
  g_autofree char *first = cli_report ("01");
  g_autofree char *second = cli_report ("02");

  cli_run (self, "extract", "--format=json", first, second, NULL);
  cli_assert (self, 0, "");
  g_assert_true (json_check (self->out));
  g_assert_nonnull (strstr (self->out, "\"name\": \"02-nghe-an-don-thu-2021.txt\""));
  g_assert_nonnull (strstr (self->out, "\"sentence\": \""));
}

static void
test_output (CliFixture *self, gconstpointer data)
{
  g_autofree char *report = cli_report ("01");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (report, &text, NULL, NULL));
  cli_write (self, "in/2022/báo cáo.txt", text);
  cli_write (self, "in/2023/báo cáo.txt", text);
  cli_run (self, "extract", "--output=out/tables", "in", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "");
  /* Two reports of one name are two files. */
  first = cli_read (self, "out/tables/báo cáo.tsv");
  second = cli_read (self, "out/tables/báo cáo-2.tsv");
  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_prefix (first, HEADER));
  assert_rows (first, report);

  cli_run (self, "extract", "--format=json", "--output=out", "in/2022", NULL);
  cli_assert (self, 0, "");
  g_free (g_steal_pointer (&first));
  first = cli_read (self, "out/báo cáo.json");
  g_assert_true (json_check (first));
}

static void
test_published (CliFixture *self, gconstpointer data)
{
  cli_write (self, "a.txt",
             "Tỉnh Nghệ An\n\nToàn tỉnh hiện nay có 300 xã đạt chuẩn nông thôn mới.\n");
  cli_run (self, "extract", "--published=2021-05-10", "a.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (self->out, "ntm_communes\t40\t2021"));
}

/* An indicator is data: a file of the person's own is all that a new one needs. */
static void
test_own_indicator (CliFixture *self, gconstpointer data)
{
  cli_write (self, "data/chiso/catalogue.d/own.ini",
             "[village_libraries]\nname_vi=Thư viện thôn\nname_en=Village libraries\n"
             "unit_vi=thư viện\nunit_en=libraries\ngroup=living\nkind=count\naggregate=sum\n"
             "units=thư viện;tủ sách\ntopics=xây dựng;thành lập\n");
  cli_write (self, "a.txt",
             "Năm 2023, tỉnh Nghệ An đã xây dựng 1.250 thư viện tại các thôn, bản.\n");
  cli_run (self, "extract", "a.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (self->out, "\nvillage_libraries\t40\t2023\tlevel\t1250\t"));
}

/* What cannot be read is named, each in one sentence; the rest is done. */
static void
test_failures (CliFixture *self, gconstpointer data)
{
  g_autofree char *large = NULL;

  cli_write (self, "good.txt", "Năm 2023, tỉnh Nghệ An tổ chức 226 cuộc đối thoại.\n");
  cli_write (self, "large.txt", "");
  large = cli_path (self, "large.txt");
  g_assert_cmpint (truncate (large, 200 * 1024 * 1024), ==, 0);
  cli_write (self, "legacy.txt", "B\xb8o c\xb8o n\xa8m 2023");
  cli_write (self, "binary.txt", "\x01\x02\x03\x04\x05");
  cli_write (self, "empty.txt", "");
  cli_write (self, "folder/picture.png", "x");

  cli_run (self, "extract", "large.txt", "legacy.txt", "binary.txt", "empty.txt", "missing.txt",
           "folder", "good.txt", NULL);
  cli_assert (self, 1,
              "chisoctl: There is no report in the folder “folder”\n"
              "chisoctl: Cannot read “@/large.txt”: it is too large (200 MB, the limit is 64 MB)\n"
              "chisoctl: Cannot read “@/legacy.txt”: its encoding is not recognised (not UTF-8 "
              "from byte 2 on); "
              "save it as UTF-8\n"
              "chisoctl: Cannot read “@/binary.txt”: it is binary data, not text\n"
              "chisoctl: Cannot read “@/empty.txt”: it is empty\n"
              "chisoctl: Cannot read “@/missing.txt”: there is no such file\n");
  g_assert_nonnull (strstr (self->out, "# good\ndialogue_sessions\t40\t2023\tlevel\t226\t"));
}

/* A script's empty variable is not the folder that it runs in. */
static void
test_empty_name (CliFixture *self, gconstpointer data)
{
  cli_write (self, "a.txt", "Năm 2023, tỉnh Nghệ An tổ chức 12 cuộc đối thoại.");
  cli_run (self, "extract", "", NULL);
  cli_assert (self, 1, "chisoctl: Cannot read “”: an empty name is no file\n");
  g_assert_cmpstr (self->out, ==, HEADER);
}

static void
test_no_folder (CliFixture *self, gconstpointer data)
{
  cli_write (self, "a.txt", "x");
  cli_run (self, "extract", "--output=a.txt", "a.txt", NULL);
  cli_assert (self, 1, "chisoctl: Cannot make the folder “a.txt”: there is a file of that name\n");
}

/* Output that does not arrive is a failure, not silence. */
static void
test_full_output (CliFixture *self, gconstpointer data)
{
  g_autofree char *report = cli_report ("01");
  g_autofree char *script = NULL;
  g_autofree char *quoted = g_shell_quote (report);
  const char *argv[] = { "/bin/sh", "-c", NULL, NULL };
  int wait_status;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full on this system");
      return;
    }
  script = g_strdup_printf ("\"$CHISOCTL\" extract %s >/dev/full", quoted);
  argv[2] = script;
  g_assert_true (g_spawn_sync (self->folder, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               &self->out, &self->err, &wait_status, NULL));
  self->status = g_spawn_check_wait_status (wait_status, NULL) ? 0 : 1;
  cli_assert (self, 1, "chisoctl: Cannot write the output: No space left on device\n");
}

/* What reads them is loaded by the program. */
static void
test_documents (CliFixture *self, gconstpointer data)
{
  static const char *const names[] = { "nam-dinh.docx", "nam-dinh.odt", "nam-dinh.pdf",
                                       "bao-dien-tu.html" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *document = g_test_build_filename (G_TEST_DIST, "data", "import", names[i],
                                                         NULL);

      cli_run (self, "extract", document, NULL);
      cli_assert (self, 0, "");
      g_assert_cmpuint (cli_count_lines (self->out), >, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_ADD ("/cli/extract/tsv", test_tsv);
  CLI_ADD ("/cli/extract/several", test_several);
  CLI_ADD ("/cli/extract/json", test_json);
  CLI_ADD ("/cli/extract/output", test_output);
  CLI_ADD ("/cli/extract/published", test_published);
  CLI_ADD ("/cli/extract/own-indicator", test_own_indicator);
  CLI_ADD ("/cli/extract/documents", test_documents);
  CLI_ADD ("/cli/extract/failures", test_failures);
  CLI_ADD ("/cli/extract/empty-name", test_empty_name);
  CLI_ADD ("/cli/extract/no-folder", test_no_folder);
  CLI_ADD ("/cli/extract/full-output", test_full_output);
  return g_test_run ();
}
