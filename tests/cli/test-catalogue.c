/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new indicator as data, from end to end through the real program: the example of the README is
 * what is tested, so that it stays true. */

#include "cli-support.h"

#include <cairo.h>
#include <sqlite3.h>
#include <string.h>

#define LIBRARY "data/chiso/library.chiso"
#define OWN "data/chiso/catalogue.d/own.ini"

static char *
read_me (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The indented block that begins with the group of the README's example. */
static char *
example_indicator (void)
{
  g_autofree char *text = read_me ();
  char *at = strstr (text, "    [village_libraries]\n");
  g_auto (GStrv) lines = NULL;
  GString *block = g_string_new (NULL);

  g_assert_nonnull (at);
  lines = g_strsplit (at, "\n", -1);
  for (char **line = lines; g_str_has_prefix (*line, "    "); line++)
    g_string_append_printf (block, "%s\n", *line + 4);
  return g_string_free (block, FALSE);
}

/* The sentence in quotation marks that the README says of what is found. */
static char *
example_sentence (void)
{
  g_autofree char *text = read_me ();
  const char *start = strstr (text, "1250 libraries in “");
  const char *end;

  g_assert_nonnull (start);
  start += strlen ("1250 libraries in “");
  end = strstr (start, "”");
  g_assert_nonnull (end);
  return g_strndup (start, end - start);
}

static void
write_example (CliFixture *self)
{
  g_autofree char *indicator = example_indicator ();

  cli_write (self, OWN, indicator);
}

static void
write_report (CliFixture *self)
{
  g_autofree char *sentence = example_sentence ();
  g_autofree char *text = g_strconcat (sentence, ".\n", NULL);

  cli_write (self, "report.txt", text);
}

static void
assert_picture (CliFixture *self, const char *name)
{
  g_autofree char *path = cli_path (self, name);
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 960);
  cairo_surface_destroy (picture);
}

static void
test_from_end_to_end (CliFixture *self, gconstpointer data)
{
  write_example (self);
  write_report (self);
  cli_run (self, "import", "report.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "report.txt\t1 figure\n");

  cli_run (self, "query", "--indicators", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (self->out, "\nvillage_libraries\tThư viện thôn\tVillage libraries\t"
                                       "thư viện\tlibraries\n"));
  cli_run (self, "query", "--indicator=village_libraries", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (
      strstr (self->out, "\nvillage_libraries\t40\tNghệ An\t63\t2023\tlevel\t1250\t"));

  for (guint i = 0; i < 2; i++)
    {
      cli_run (self, "chart", "--indicator=village_libraries", "--kind=bar", "--output=chart.png",
               i == 0 ? "--lang=vi" : "--lang=en", NULL);
      cli_assert (self, 0, "");
      assert_picture (self, "chart.png");
    }
  cli_run (self, "audit", "--lang=en", "--indicator=village_libraries", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "No contradictions were found; figures read: 1.\n");
}

static gint64
number (CliFixture *self, const char *sql)
{
  g_autofree char *path = cli_path (self, LIBRARY);
  sqlite3_stmt *stmt;
  sqlite3 *db;
  gint64 n;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  n = sqlite3_step (stmt) == SQLITE_ROW ? sqlite3_column_int64 (stmt, 0) : 0;
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return n;
}

/* Reports that are in the library already give the new indicator's figures as well; what people
 * decided is kept. */
static void
test_after_import (CliFixture *self, gconstpointer data)
{
  write_report (self);
  cli_run (self, "import", "report.txt", NULL);
  cli_assert (self, 0, "");
  g_assert_cmpstr (self->out, ==, "report.txt\t0 figures\n");
  number (self, "INSERT INTO decisions (decided, kind, sha256, indicator, place, boundary, period, "
                "measure, value, evidence_start, evidence_end) SELECT 1, 'reject', sha256, 'x', "
                "'40', 63, '2023', 'level', 7, 0, 5 FROM documents");

  write_example (self);
  cli_run (self, "query", "--indicator=village_libraries", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (self->out, "\t2023\tlevel\t1250\t"));
  g_assert_cmpint (number (self, "SELECT count(*) FROM decisions WHERE value = 7"), ==, 1);
  g_assert_cmpint (number (self, "SELECT count(*) FROM documents"), ==, 1);

  /* Without the file the indicator is gone, and the report is not. */
  cli_write (self, OWN, "# nothing yet\n");
  cli_run (self, "query", "--place=40", NULL);
  cli_assert (self, 0, "");
  g_assert_null (strstr (self->out, "village_libraries"));
  g_assert_cmpint (number (self, "SELECT count(*) FROM documents"), ==, 1);
}

/* Each command that reads the catalogue tells a mistake in it with file and line, and touches
 * nothing. */
static void
test_mistake (CliFixture *self, gconstpointer data)
{
  static const char *const commands[][4] = {
    { "extract", "report.txt" },
    { "import", "report.txt" },
    { "query" },
    { "audit" },
    { "chart", "--indicator=ntm_communes", "--output=x.png" },
  };
  g_autofree char *indicator = example_indicator ();
  g_autofree char *text = g_strconcat ("# of my own\n", indicator, "topcs=mở\n", NULL);
  g_autofree char *expected = NULL;

  cli_write (self, OWN, text);
  write_report (self);
  expected = g_strdup_printf ("chisoctl: @/" OWN ":%u: indicators have no key “topcs”\n",
                              cli_count_lines (text));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      cli_run_strv (self, commands[i]);
      cli_assert (self, 1, expected);
      g_assert_cmpstr (self->out, ==, "");
    }
  g_assert_false (cli_exists (self, LIBRARY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  CLI_ADD ("/cli/catalogue/from-end-to-end", test_from_end_to_end);
  CLI_ADD ("/cli/catalogue/after-import", test_after_import);
  CLI_ADD ("/cli/catalogue/mistake", test_mistake);
  return g_test_run ();
}
