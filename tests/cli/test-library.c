/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl import, query and backup through the real program, and libraries that it must not
 * touch. */

#include "cli-support.h"
#include "json-check.h"

#include <sqlite3.h>
#include <glib/gstdio.h>
#include <string.h>

#define LIBRARY "data/chiso/library.chiso"
#define SENTENCE "Năm 2023, tỉnh Nghệ An tổ chức 226 cuộc đối thoại, \"mở rộng\"."

static void
import_sample (CliFixture *self)
{
  cli_write (self, "mẫu.txt", "Nghệ An đối thoại\n\n" SENTENCE "\n");
  cli_run (self, "import", "mẫu.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "mẫu.txt\t1 figure\n");
}

static void
test_import (CliFixture *self, gconstpointer data)
{
  import_sample (self);
  g_assert_true (cli_exists (self, LIBRARY));

  /* The same bytes under another name are the same document. */
  cli_write (self, "copy.txt", "Nghệ An đối thoại\n\n" SENTENCE "\n");
  cli_run (self, "import", "copy.txt", "mẫu.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "copy.txt\talready there\nmẫu.txt\talready there\n");
}

static void
test_import_failure (CliFixture *self, gconstpointer data)
{
  cli_write (self, "reports/1.txt", "\x01\x02\x03");
  cli_write (self, "reports/2.txt", "Năm 2023, tỉnh Nghệ An tổ chức 226 cuộc đối thoại.\n");
  cli_run (self, "import", "reports", NULL);
  cli_assert (self, 1, "chisoctl: Cannot read “@/reports/1.txt”: it is binary data, not text\n");
  g_assert_cmpstr (self->out, ==, "2.txt\t1 figure\n");
}

/* One sentence, and no import without the backup that should come before it. */
static void
test_import_without_backup (CliFixture *self, gconstpointer data)
{
  g_autofree char *in_the_way = cli_path (self, "data/chiso/library.backup-new.chiso");

  import_sample (self);
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  cli_write (self, "later.txt", "Năm 2023, tỉnh Nghệ An tổ chức 12 cuộc đối thoại.");
  cli_run (self, "import", "later.txt", NULL);
  cli_assert (self, 1,
              "chisoctl: Cannot store “later.txt”: The backup "
              "“@/data/chiso/library.backup-new.chiso” cannot be written: Is a directory\n");
}

static void
test_query (CliFixture *self, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) cells = NULL;

  import_sample (self);
  cli_run (self, "query", "--indicator=dialogue_sessions", "--place=nghe an", "--period=2023",
           NULL);
  cli_assert (self, 0, "");
  for (char **line = lines = g_strsplit (self->out, "\n", -1); *line != NULL; line++)
    if (strstr (*line, "\treport\t") != NULL)
      {
        g_assert_null (cells);
        cells = g_strsplit (*line, "\t", -1);
      }
  g_assert_true (g_str_has_prefix (lines[0], "indicator\tplace\tplace_name\tboundary\tperiod\t"));
  g_assert_nonnull (cells);
  g_assert_cmpstr (cells[0], ==, "dialogue_sessions");
  g_assert_cmpstr (cells[1], ==, "40");
  g_assert_cmpstr (cells[2], ==, "Nghệ An");
  g_assert_cmpstr (cells[4], ==, "2023");
  g_assert_cmpstr (cells[6], ==, "226");
  g_assert_nonnull (strstr (SENTENCE, cells[11]));
  g_assert_cmpstr (cells[12], ==, SENTENCE);
}

/* Quotes, commas and letters survive each format. */
static void
test_query_formats (CliFixture *self, gconstpointer data)
{
  import_sample (self);
  cli_run (self, "query", "--indicator=dialogue_sessions", "--place=40", "--format=csv", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (
      self->out, ",\"Năm 2023, tỉnh Nghệ An tổ chức 226 cuộc đối thoại, \"\"mở rộng\"\".\","));

  cli_run (self, "query", "--indicator=dialogue_sessions", "--place=40", "--format=json", NULL);
  cli_assert (self, 0, "");
  g_assert_true (json_check (self->out));
  g_assert_nonnull (strstr (self->out, "đối thoại, \\\"mở rộng\\\".\""));
  g_assert_nonnull (strstr (self->out, "\"value\": 226"));

  cli_run (self, "query", "--indicator=grdp_growth", "--period=..1990", "--format=json", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "[]\n");
}

/* A new library holds the starter library, whose figures have sources and no sentence. */
static void
test_starter (CliFixture *self, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;

  cli_run (self, "query", "--place=VN", "--indicator=citizen_receptions", "--period=2023", NULL);
  cli_assert (self, 0, "");
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  g_assert_nonnull (strstr (lines[1], "\t390980\t"));
  g_assert_nonnull (strstr (lines[1], "\tcurated\t"));
  g_assert_nonnull (strstr (lines[1], "https://"));
}

static void
test_indicators (CliFixture *self, gconstpointer data)
{
  cli_run (self, "query", "--indicators", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (self->out, "\nntm_communes\t"));
  g_assert_cmpuint (cli_count_lines (self->out), >, 30);
  g_assert_false (cli_exists (self, LIBRARY));
}

static void
test_catalogue_folder (CliFixture *self, gconstpointer data)
{
  cli_write (self, "data/chiso/catalogue.d/own.ini", "this is no key file\n");
  cli_run (self, "query", "--indicators", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_nonnull (strstr (self->err, "own.ini"));
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
}

static void
test_library_option (CliFixture *self, gconstpointer data)
{
  cli_write (self, "a.txt", SENTENCE);
  cli_run (self, "import", "--library=own/place/lib.chiso", "a.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_true (cli_exists (self, "own/place/lib.chiso"));
  g_assert_false (cli_exists (self, LIBRARY));
}

static void
test_backup (CliFixture *self, gconstpointer data)
{
  g_autofree char *original = NULL;

  import_sample (self);
  cli_run (self, "backup", "copy.chiso", NULL);
  cli_assert (self, 0, "");
  cli_run (self, "query", "--indicator=dialogue_sessions", "--place=40", NULL);
  original = g_strdup (self->out);
  cli_run (self, "query", "--library=copy.chiso", "--indicator=dialogue_sessions", "--place=40",
           NULL);
  g_assert_cmpstr (self->out, ==, original);

  /* Nothing is written over. */
  cli_write (self, "mine.txt", "mine");
  cli_run (self, "backup", "mine.txt", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_nonnull (strstr (self->err, "mine.txt"));
  g_free (g_steal_pointer (&original));
  original = cli_read (self, "mine.txt");
  g_assert_cmpstr (original, ==, "mine");
}

static void
test_no_library (CliFixture *self, gconstpointer data)
{
  g_autofree char *after = NULL;

  cli_write (self, "notes.txt", "my own notes, no library at all");
  cli_run (self, "query", "--library=notes.txt", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_nonnull (strstr (self->err, "notes.txt"));
  g_assert_cmpstr (self->out, ==, "");
  after = cli_read (self, "notes.txt");
  g_assert_cmpstr (after, ==, "my own notes, no library at all");
}

static void
set_version (CliFixture *self, int version)
{
  g_autofree char *path = cli_path (self, LIBRARY);
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_newer_library (CliFixture *self, gconstpointer data)
{
  import_sample (self);
  set_version (self, 9999);
  cli_run (self, "import", "mẫu.txt", NULL);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (cli_count_lines (self->err), ==, 1);
  g_assert_nonnull (strstr (self->err, "library.chiso"));
  g_assert_nonnull (strstr (self->err, "newer"));
  g_assert_cmpstr (self->out, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_ADD ("/cli/import/twice", test_import);
  CLI_ADD ("/cli/import/failure", test_import_failure);
  CLI_ADD ("/cli/import/without-backup", test_import_without_backup);
  CLI_ADD ("/cli/query/sentence", test_query);
  CLI_ADD ("/cli/query/formats", test_query_formats);
  CLI_ADD ("/cli/query/starter", test_starter);
  CLI_ADD ("/cli/query/indicators", test_indicators);
  CLI_ADD ("/cli/query/catalogue-folder", test_catalogue_folder);
  CLI_ADD ("/cli/library/option", test_library_option);
  CLI_ADD ("/cli/library/none", test_no_library);
  CLI_ADD ("/cli/library/newer", test_newer_library);
  CLI_ADD ("/cli/backup", test_backup);
  return g_test_run ();
}
