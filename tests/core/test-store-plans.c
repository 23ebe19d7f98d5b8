/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How SQLite means to answer: no statement of the store may read a whole table but those that ask
 * for all of it. */

#include "store-support.h"

#include "core/chiso-db-private.h"
#include "core/chiso-schema.h"
#include "core/chiso-store-decisions.h"
#include "made-library.h"

#include <string.h>

/* The plan's steps, one a line. */
static char *
explain (const char *path, const char *statement)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", statement, NULL);
  GString *plan = g_string_new (NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (chiso_rows_register (handle), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", statement, sqlite3_errmsg (handle));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (stmt, 3));
  sqlite3_finalize (stmt);
  sqlite3_close (handle);

  return g_string_free (plan, FALSE);
}

static void
assert_plan (StoreFixture *fixture, ChisoQuery query, ChisoSelectFrom from, const char *step)
{
  g_autoptr (ChisoSelection) selection = chiso_selection_new (&query, from);
  g_autofree char *plan = explain (fixture->path, selection->sql->str);

  if (strstr (plan, step) == NULL || strstr (plan, "SCAN") != NULL)
    g_error ("no “%s” in the plan of %s:\n%s", step, selection->sql->str, plan);
  /* What is joined is looked up by key. */
  if (from != CHISO_SELECT_CURATED)
    {
      g_assert_nonnull (strstr (plan, "SEARCH d USING INTEGER PRIMARY KEY"));
      g_assert_nonnull (strstr (plan, "SEARCH v USING INTEGER PRIMARY KEY"));
      g_assert_nonnull (strstr (plan, "SEARCH s USING"));
    }
}

static void
test_queries (StoreFixture *fixture, gconstpointer data)
{
  const char *indicators[] = { "ntm_communes", "dialogue_sessions", NULL };
  const char *places[] = { "40", "38", "08", NULL };
  ChisoQuery series = { .indicators = indicators, .places = places, .first_year = 2020 };
  ChisoQuery indicator = { .indicators = indicators, .provinces_only = TRUE };
  ChisoQuery headlines = { .indicators = indicators, .no_smaller_units = TRUE };
  ChisoQuery record = { .record_id = 1 };
  ChisoQuery place = { .places = places, .first_year = 2020, .last_year = 2023 };

  g_object_unref (store_open_starter (fixture));
  assert_plan (fixture, series, CHISO_SELECT_OBSERVATIONS,
               "sqlite_autoindex_series_1 (indicator=? AND place=?)");
  assert_plan (fixture, series, CHISO_SELECT_OBSERVATIONS,
               "observations_by_series (series=? AND last_year>?)");
  assert_plan (fixture, series, CHISO_SELECT_CURATED,
               "curated_by_series (indicator=? AND place=? AND last_year>?)");
  assert_plan (fixture, indicator, CHISO_SELECT_OBSERVATIONS,
               "sqlite_autoindex_series_1 (indicator=?)");
  assert_plan (fixture, indicator, CHISO_SELECT_OBSERVATIONS, "observations_by_series (series=?)");
  assert_plan (fixture, indicator, CHISO_SELECT_CURATED, "curated_by_series (indicator=?)");
  assert_plan (fixture, headlines, CHISO_SELECT_OBSERVATIONS, "series_of_provinces (indicator=?)");
  assert_plan (fixture, headlines, CHISO_SELECT_OBSERVATIONS, "observations_by_series (series=?)");
  assert_plan (fixture, headlines, CHISO_SELECT_CURATED, "curated_by_series (indicator=?)");
  assert_plan (fixture, place, CHISO_SELECT_OBSERVATIONS, "series_by_place (place=?)");
  assert_plan (fixture, place, CHISO_SELECT_OBSERVATIONS,
               "observations_by_series (series=? AND last_year>? AND last_year<?)");
  assert_plan (fixture, place, CHISO_SELECT_CURATED,
               "curated_by_place (place=? AND last_year>? AND last_year<?)");
  assert_plan (fixture, (ChisoQuery){ .document_id = 1 }, CHISO_SELECT_OBSERVATIONS,
               "SEARCH r USING PRIMARY KEY (document_id=?)");
  assert_plan (fixture, record, CHISO_SELECT_OBSERVATIONS,
               "SEARCH r USING PRIMARY KEY (document_id=? AND n=?)");
  assert_plan (fixture, record, CHISO_SELECT_CURATED, "SEARCH s USING INTEGER PRIMARY KEY");
  assert_plan (fixture, series, CHISO_SELECT_LISTED,
               "SEARCH l USING INDEX listed_by_province (indicator=? AND province=?)");
  assert_plan (fixture, series, CHISO_SELECT_LISTED,
               "SEARCH r USING PRIMARY KEY (document_id=? AND n=?)");
  assert_plan (fixture, series, CHISO_SELECT_LISTED,
               "SEARCH o USING INDEX observations_by_series (series=? AND last_year=?");
  assert_plan (fixture, series, CHISO_SELECT_LISTED,
               "SEARCH a USING INDEX decisions_by_fact (indicator=? AND place=?)");
  assert_plan (fixture, indicator, CHISO_SELECT_LISTED,
               "SEARCH l USING INDEX listed_by_province (indicator=?)");
}

/* Statements that ask for all of a table, by a piece of their text. */
static gboolean
may_scan (const char *sql)
{
  static const char *const whole[] = {
    "ORDER BY d.imported DESC",        /* the list of all reports */
    "v.extractor IS NOT",              /* which of all reports are out of date */
    "FROM search_keys WHERE document", /* its SCAN is of no table: see below */
    "sqlite_schema",
    "PRAGMA",
    "EXISTS (SELECT 1 FROM documents)",
    "FROM chiso_rows (?1)", /* rows in memory, to be written */
    "WHERE l.said_stop >",  /* what of all lists is of all units */
  };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (strstr (sql, whole[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gpointer
list_work (ChisoDb *db, gpointer data, GError **error)
{
  return g_hash_table_get_keys_as_array (db->statements, NULL);
}

static void
test_statements (StoreFixture *fixture, gconstpointer data)
{
  static const ChisoWork list = { CHISO_WORK_READ, NULL, list_work, NULL, NULL };
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  g_autoptr (GPtrArray) coverage = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) stale = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 decision;
  g_autofree char **statements = NULL;
  gboolean seen_coverage = FALSE;

  /* Each call once, so that the connection has compiled what it needs. */
  g_assert_true (chiso_store_remove_sync (store, store_add_report (store, "a", 2020, 1), NULL));
  store_add_report (store, "b", 2020, 2);
  coverage = chiso_store_coverage_sync (store, NULL);
  found = chiso_store_documents_sync (store, "doi thoai", NULL);
  stale = chiso_store_stale_sync (store, NULL);
  decision = chiso_store_decide_sync (store, CHISO_CURATED_FIRST_ID, CHISO_DECISION_CHOOSE,
                                      CHISO_REASON_TYPING_ERROR, NULL, 1, NULL);
  records = store_ask (store, (ChisoQuery){ .record_id = CHISO_CURATED_FIRST_ID });
  g_assert_true (chiso_store_undo_decision_sync (store, decision, 2, NULL));
  statements = chiso_worker_run (chiso_store_worker (store, NULL), &list, NULL, NULL);

  for (guint i = 0; statements[i] != NULL; i++)
    {
      g_autofree char *plan = explain (fixture->path, statements[i]);

      if (strstr (statements[i], "last_year, s.boundary, count(*)") != NULL)
        {
          seen_coverage = TRUE;
          g_assert_cmpstr (plan, ==,
                           "SCAN s USING INDEX series_of_provinces\n"
                           "SEARCH r USING COVERING INDEX observations_by_series (series=?)\n");
        }
      else if (strstr (statements[i], "last_year, boundary, count(*)") != NULL)
        {
          g_assert_cmpstr (plan, ==, "SCAN curated USING COVERING INDEX curated_by_series\n");
        }
      else if (strstr (plan, "SCAN") != NULL && !may_scan (statements[i]))
        {
          g_error ("a whole table is read by %s:\n%s", statements[i], plan);
        }
    }
  g_assert_true (seen_coverage);
  g_assert_cmpuint (g_strv_length (statements), >, 15);
}

/* Among many communes' figures those of provinces are counted and found, each once. */
static void
test_among_communes (StoreFixture *fixture, gconstpointer data)
{
  const MadeSize size = {
    .n_observations = 3000, .n_communes = 200, .n_indicators = 5, .first_year = 2020, .n_years = 3
  };
  const char *id = chiso_catalogue_indicator (fixture->catalogue, 1)->id;
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) coverage = NULL;
  g_autoptr (GPtrArray) provinces = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (made_library_fill (store, fixture->catalogue, fixture->geo, &size, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM observations"), ==, 3000);

  coverage = chiso_store_coverage_sync (store, NULL);
  g_assert_cmpuint (coverage->len, ==, 63 * 5 * 3);
  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];

      g_assert_cmpuint (row->n, ==, 1);
      g_assert_null (strchr (row->place, '/'));
    }

  provinces = store_ask (
      store, (ChisoQuery){ .indicators = (const char *[]){ id, NULL }, .no_smaller_units = TRUE });
  all = store_ask (store, (ChisoQuery){ .indicators = (const char *[]){ id, NULL } });
  g_assert_cmpuint (provinces->len, ==, 63 * 3);
  g_assert_cmpuint (all->len, >, provinces->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/plans/" path, StoreFixture, NULL, store_set_up, function,               \
              store_tear_down)
  ADD ("queries", test_queries);
  ADD ("statements", test_statements);
  ADD ("among-communes", test_among_communes);

  return g_test_run ();
}
