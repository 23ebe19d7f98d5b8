/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people decided about figures, from the library to everything that chisoctl writes: a rejected
 * figure is counted nowhere, a chosen one everywhere, and both are said. */

#include "cli-support.h"

#include <sqlite3.h>
#include <string.h>

/* Two reports that disagree, and a growth that neither bears out. */
static void
import_reports (CliFixture *self)
{
  cli_write (self, "reports/1.txt",
             "Kết quả thứ nhất\n\nNăm 2023, tỉnh Nghệ An tổ chức 1226 cuộc đối thoại, tăng 90% so "
             "với năm 2022. Năm 2022, tỉnh Nghệ An tổ chức 1000 cuộc đối thoại.\n");
  cli_write (self, "reports/2.txt",
             "Kết quả thứ hai\n\nNăm 2023, tỉnh Nghệ An tổ chức 1227 cuộc đối thoại.\n");
  cli_run (self, "import", "reports", NULL);
  cli_assert (self, 0, "");
}

/* As the window writes it. */
static void
decide (CliFixture *self, const char *kind, const char *measure, double value)
{
  g_autofree char *path = cli_path (self, "data/chiso/library.chiso");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO decisions (decided, kind, reason, sha256, indicator, place, boundary, period, "
      "measure, value, evidence_start, evidence_end) "
      "SELECT 1, '%s', 'typing_error', d.sha256, s.indicator, s.place, s.boundary, o.period, "
      "o.measure, o.value, o.evidence_start, o.evidence_stop FROM observations AS o "
      "JOIN series AS s ON s.id = o.series JOIN documents AS d ON d.id = o.document_id "
      "WHERE o.measure = '%s' AND abs (o.value - %s) < 1e-9",
      kind, measure, g_ascii_dtostr (number, sizeof number, value));
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
audit (CliFixture *self)
{
  cli_run (self, "audit", "--format=tsv", "--lang=en", "--indicator=dialogue_sessions",
           "--place=40", NULL);
  cli_assert (self, 0, "");
}

/* The chart of 2023 as CSV. */
static char *
chart (CliFixture *self, const char *measure)
{
  g_autofree char *shown = g_strconcat ("--measure=", measure, NULL);

  cli_run (self, "chart", "--indicator=dialogue_sessions", "--place=40", "--period=2023",
           "--kind=bar", "--lang=en", "--output=x.csv", shown, NULL);
  cli_assert (self, 0, "");
  return cli_read (self, "x.csv");
}

static void
test_choose (CliFixture *self, gconstpointer data)
{
  g_autofree char *csv = NULL;

  import_reports (self);
  audit (self);
  g_assert_nonnull (strstr (self->out, "\nconflict\twarning\tdialogue_sessions\t40\t"));
  decide (self, "choose", "level", 1227);
  audit (self);
  g_assert_nonnull (strstr (self->out, "\nconflict\tnote\tdialogue_sessions\t40\t"));
  g_assert_nonnull (strstr (self->out, "Decided: 1,227 chosen (typing error)."));
  g_assert_nonnull (strstr (self->out, "\tchoose\n"));
  csv = chart (self, "value");
  g_assert_nonnull (strstr (csv, ",1227,"));
  g_assert_nonnull (strstr (csv, ",chosen (typing error)\r\n"));
}

static void
test_reject (CliFixture *self, gconstpointer data)
{
  g_autofree char *value = NULL;
  g_autofree char *change = NULL;

  import_reports (self);
  audit (self);
  g_assert_nonnull (strstr (self->out, "\ngrowth\terror\t"));
  decide (self, "reject", "level", 1227);
  decide (self, "reject", "ratio", 1.9);
  audit (self);
  g_assert_null (strstr (self->out, "\ngrowth\t"));
  g_assert_nonnull (strstr (self->out, "Decided: 1,227 rejected (typing error)."));
  g_assert_nonnull (strstr (self->out, "\treject\n"));
  value = chart (self, "value");
  g_assert_nonnull (strstr (value, ",1226,"));
  g_assert_null (strstr (value, "another source"));
  change = chart (self, "yoy");
  g_assert_nonnull (strstr (change, ",+22.6%,exact,computed,"));
  /* The table has all there is, and what became of it. */
  cli_run (self, "query", "--indicator=dialogue_sessions", "--place=40", "--period=2023", NULL);
  cli_assert (self, 0, "");
  g_assert_nonnull (strstr (self->out, "\tnote\tdecision\treason\n"));
  g_assert_nonnull (strstr (self->out, "\t1227\t"));
  g_assert_nonnull (strstr (self->out, "\treject\ttyping_error\n"));
  g_assert_cmpuint (cli_count_lines (self->out), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_ADD ("/cli/decisions/choose", test_choose);
  CLI_ADD ("/cli/decisions/reject", test_reject);
  return g_test_run ();
}
