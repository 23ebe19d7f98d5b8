/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries of older versions, as those wrote them: brought up to date with all that is in them, or left as they were. */

#include "core/chiso-store-decisions.h"
#include "store-support.h"

#include "core/chiso-backup.h"
#include "core/chiso-schema.h"

#include <sqlite3.h>
#include <string.h>

static void
make_version (StoreFixture *fixture, int version)
{
  g_autofree char *name = g_strdup_printf ("library-v%d.sql", version);
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "data", "store", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (sql_path, &sql, NULL, &error);
  g_assert_no_error (error);
  store_script (fixture->path, sql);
}

static void
assert_old_is_kept (StoreFixture *fixture, ChisoStore *store)
{
  ChisoQuery query = { .document_id = 1 };
  g_autoptr (GPtrArray) records = chiso_store_query_sync (store, &query, NULL);
  const ChisoRecord *record = g_ptr_array_index (records, 0);
  g_autoptr (GPtrArray) found = chiso_store_documents_sync (store, "đối thoại", NULL);
  g_autoptr (GArray) stale = chiso_store_stale_sync (store, NULL);

  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpfloat (record->observation->value, ==, 12);
  g_assert_cmpstr (record->sentence, ==, "Năm 2022, tỉnh có 12 cuộc đối thoại.");
  g_assert_cmpuint (record->observation->repeats->len, ==, 1);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (stale->len, ==, 1);
  g_assert_cmpint (
      store_number (fixture->path, "SELECT count(*) FROM decisions WHERE kind = 'accept'"), ==, 1);
}

/* The shape of all tables as one text, in an order of its own. */
static char *
describe_schema (const char *path)
{
  static const char sql[] =
      "SELECT group_concat(line, char(10)) FROM (SELECT m.type || ' ' || m.name || ' ' || "
      "coalesce((SELECT group_concat(c.name || ':' || c.type || ':' || c.'notnull' || ':' || "
      "c.pk || ':' || c.hidden) FROM pragma_table_xinfo(m.name) AS c), '') || ' ' || "
      "coalesce((SELECT group_concat(i.name) FROM pragma_index_info(m.name) AS i), '') AS line "
      "FROM sqlite_schema AS m WHERE m.name NOT LIKE 'sqlite_%' ORDER BY m.type, m.name)";
  sqlite3 *handle = NULL;
  sqlite3_stmt *stmt = NULL;
  char *description;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  description = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (handle);

  return description;
}

/* A migrated library and a new one are alike. */
static void
assert_like_new (StoreFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "fresh.chiso", NULL);
  g_autoptr (ChisoStore)
      other = chiso_store_open (path, fixture->catalogue, fixture->geo, NULL, NULL);
  g_autofree char *migrated = describe_schema (fixture->path);
  g_autofree char *fresh = describe_schema (path);

  g_assert_nonnull (strstr (fresh, "curated_by_place"));
  g_assert_cmpstr (migrated, ==, fresh);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (store_number (i == 0 ? fixture->path : path,
                                   "SELECT group_concat(v) = '0,64' FROM (SELECT v FROM "
                                   "search_config WHERE k LIKE '%merge' ORDER BY k)"),
                     ==, 1);
}

static void
test_migrate (StoreFixture *fixture, gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *backup = chiso_backup_path (fixture->path, 1);
  g_autofree char *checksum = NULL;
  g_autofree char *update = NULL;
  g_autoptr (ChisoStore) store = NULL;

  make_version (fixture, version);
  /* Filled from the same table even, its curated rows lack what version 1 had no column for. */
  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, fixture->starter);
  update = g_strconcat ("UPDATE library SET value = '", version == 1 ? checksum : "older", "'",
                        NULL);
  store_script (fixture->path, update);
  store = store_open_starter (fixture);
  assert_old_is_kept (fixture, store);
  g_assert_cmpint (store_number (fixture->path, "PRAGMA user_version"), ==, CHISO_SCHEMA_VERSION);

  /* The curated rows are the program's, filled anew with the notes that version 1 had lost. */
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 728);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(note) FROM curated"), >, 0);

  g_assert_cmpint (store_number (backup, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (store_number (backup, "PRAGMA application_id"), ==, CHISO_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (store_number (backup, "SELECT count(*) FROM documents"), ==, 1);
  g_assert_cmpint (store_number (backup, "SELECT count(*) FROM curated"), ==, 1);
  assert_like_new (fixture);

  /* What was taken over can be removed with all that hangs on it. */
  g_assert_true (chiso_store_remove_sync (store, 1, NULL));
  g_assert_cmpint (store_number (fixture->path, "SELECT (SELECT count(*) FROM observations) + "
                                                "(SELECT count(*) FROM repeats) + "
                                                "(SELECT count(*) FROM search_keys)"),
                   ==, 0);
  g_assert_cmpint (store_number (fixture->path, "SELECT integrity_check = 'ok' "
                                                "FROM pragma_integrity_check"),
                   ==, 1);
}

/* Version 2 had a number for each figure where version 3 counts them by document, three indexes, and
 * curated rows that are kept where nobody brings newer ones. */
static void
test_migrate_records (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const ChisoRecord *sure, *doubtful, *curated;

  make_version (fixture, 2);
  store = store_open_empty (fixture);
  all = store_ask (store, (ChisoQuery){ .min_confidence = -1 });
  g_assert_cmpuint (all->len, ==, 3);
  curated = all->pdata[0];
  sure = all->pdata[1];
  doubtful = all->pdata[2];
  g_assert_cmpint (curated->id, ==, CHISO_CURATED_FIRST_ID);
  g_assert_cmpstr (curated->note, ==, "year inferred");
  g_assert_cmpint (doubtful->id, ==, sure->id + 1);
  g_assert_cmpstr (doubtful->observation->place, ==, "40/Nam Đàn");
  g_assert_cmpint (doubtful->observation->qualifier, ==, CHISO_QUALIFIER_ABOUT);
  g_assert_cmpfloat (doubtful->observation->confidence, ==, 0.3);
  g_assert_cmpstr (doubtful->sentence, ==, sure->sentence);
  g_assert_cmpuint (doubtful->observation->repeats->len, ==, 1);
  g_assert_cmpuint (g_array_index (doubtful->observation->repeats, ChisoSpan, 0).end, ==, 3);
  g_assert_cmpuint (g_array_index (sure->observation->repeats, ChisoSpan, 0).end, ==, 46);
}

/* Decisions keep their numbers, so that those that undo keep theirs, and are counted on from there. */
static void
test_migrate_decisions (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const ChisoRecord *record;

  make_version (fixture, 3);
  store = store_open_empty (fixture);
  all = store_ask (store, (ChisoQuery){ .document_id = 1 });
  g_assert_cmpuint (all->len, ==, 1);
  record = all->pdata[0];
  g_assert_cmpint (record->decision.id, ==, 3);
  g_assert_cmpint (record->decision.kind, ==, CHISO_DECISION_REJECT);
  g_assert_cmpint (record->decision.reason, ==, CHISO_REASON_NONE);
  g_assert_cmpint (chiso_store_decide_sync (store, record->id, CHISO_DECISION_CHOOSE,
                                            CHISO_REASON_OTHER_PERIOD, NULL, 9, NULL),
                   ==, 4);
  g_assert_cmpint (store_number (fixture->path, "SELECT undoes FROM decisions WHERE id = 2"), ==,
                   1);
}

/* A library that is damaged, if only in an index, is not migrated, and keeps its bytes. */
static void
test_migrate_damaged (StoreFixture *fixture, gconstpointer data)
{
  make_version (fixture, 1);
  store_spoil_root (fixture->path, "decisions_by_document");
  store_assert_refused (fixture, CHISO_STORE_ERROR_CORRUPT);
}

/* A step that fails takes all of the migration back. */
static void
test_migrate_rolls_back (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_version (fixture, 1);
  /* In the way of the step's last statement. */
  store_script (fixture->path, "CREATE TABLE observations_by_place (x)");
  before = describe_schema (fixture->path);
  g_assert_null (
      chiso_store_open (fixture->path, fixture->catalogue, fixture->geo, fixture->starter, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "version 2"));
  after = describe_schema (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (store_number (fixture->path, "PRAGMA user_version"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/" path, StoreFixture, NULL, store_set_up, function, store_tear_down)
  for (int version = 1; version < CHISO_SCHEMA_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/core/store/migrate/%d", version);

      g_test_add (path, StoreFixture, GINT_TO_POINTER (version), store_set_up, test_migrate,
                  store_tear_down);
    }
  ADD ("migrate/records", test_migrate_records);
  ADD ("migrate/decisions", test_migrate_decisions);
  ADD ("migrate/damaged", test_migrate_damaged);
  ADD ("migrate/rolls-back", test_migrate_rolls_back);

  return g_test_run ();
}
