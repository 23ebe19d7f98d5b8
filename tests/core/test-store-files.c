/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store and files that are not as it wants them: foreign, newer, older, damaged, out of reach.
 * What is refused must not be touched. */

#include "core/chiso-store-decisions.h"
#include "store-support.h"

#include "core/chiso-backup.h"
#include "core/chiso-schema.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static guint
count_files (StoreFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_suffix (name, "-shm");

  return n;
}

/* Opening must fail with code, say the file's name, and leave the file as it was and no other
 * there; the log's index in shared memory is no file of the library's. */
static void
assert_refused (StoreFixture *fixture, ChisoStoreError code)
{
  g_autoptr (GBytes) before = read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (fixture);

  g_assert_null (
      chiso_store_open (fixture->path, fixture->catalogue, fixture->geo, fixture->starter, &error));
  g_assert_error (error, CHISO_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "library.chiso"));
  after = read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture), ==, n_files);
}

static void
write_file (const char *path, const char *contents, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

static void
test_not_a_library (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *noise = g_malloc (5000);

  write_file (fixture->path, "Báo cáo năm 2023.\n", -1);
  assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);

  for (guint i = 0; i < 5000; i++)
    noise[i] = (i * 31 + 7) & 0xff;
  write_file (fixture->path, noise, 5000);
  assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);

  g_remove (fixture->path);
  store_script (fixture->path, "CREATE TABLE library (key TEXT); CREATE TABLE documents (id INT);");
  assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);

  /* Another program's, with the same version and no table. */
  g_remove (fixture->path);
  store_script (fixture->path, "PRAGMA application_id = 42; PRAGMA user_version = 1;");
  assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);
}

static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  ChisoStore *store = store_open_empty (fixture);

  store_add_report (store, "a", 2020, 1);
  g_object_unref (store);
  store_script (fixture->path, "PRAGMA user_version = 99");
  assert_refused (fixture, CHISO_STORE_ERROR_TOO_NEW);
}

/* The version may stand in the log only: here in one that a newer program left when it was killed. */
static void
test_newer_in_log (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *log_path = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) log = NULL;
  g_autoptr (GBytes) log_after = NULL;
  sqlite3 *handle = NULL;

  g_object_unref (store_open_empty (fixture));
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 99", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  file = read_file (fixture->path);
  log = read_file (log_path);
  sqlite3_close (handle);
  write_file (fixture->path, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  write_file (log_path, g_bytes_get_data (log, NULL), g_bytes_get_size (log));

  assert_refused (fixture, CHISO_STORE_ERROR_TOO_NEW);
  log_after = read_file (log_path);
  g_assert_true (g_bytes_equal (log, log_after));
}

/* Overwrites bytes of the file. */
static void
spoil (const char *path, gsize offset, gsize n)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >=, offset + n);
  memset (contents + offset, 0xa5, n);
  write_file (path, contents, length);
}

/* Overwrites the root of a table or an index. */
static void
spoil_root (const char *path, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'",
                                          name);
  gint64 size = store_number (path, "PRAGMA page_size");

  spoil (path, (store_number (path, sql) - 1) * size, size);
}

static void
test_damaged_schema (StoreFixture *fixture, gconstpointer data)
{
  g_object_unref (store_open_starter (fixture));
  spoil (fixture->path, 100, store_number (fixture->path, "PRAGMA page_size") - 100);
  assert_refused (fixture, CHISO_STORE_ERROR_CORRUPT);
}

/* Damage deeper in the file is found by whoever reads it. */
static void
test_damaged_rows (StoreFixture *fixture, gconstpointer data)
{
  ChisoStore *store = store_open_starter (fixture);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  ChisoQuery query = { 0 };

  chiso_store_close (store);
  g_object_unref (store);
  spoil_root (fixture->path, "curated");

  store = store_open_empty (fixture);
  records = chiso_store_query_sync (store, &query, &error);
  g_assert_null (records);
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "library.chiso"));
  g_object_unref (store);
}

static void
assert_cannot_open (StoreFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (chiso_store_open (path, fixture->catalogue, fixture->geo, NULL, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, fixture->folder));
}

static void
test_out_of_reach (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "folder", "library.chiso", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);

  /* Not by permissions: they do not bind root. */
  write_file (file, "no folder", -1);
  assert_cannot_open (fixture, below);
  assert_cannot_open (fixture, fixture->folder);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_cannot_open (fixture, pipe);
}

/* The folder is made, an empty file is taken, and a failed creation leaves nothing. */
static void
test_create (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "một", "hai", "thư viện.chiso", NULL);
  g_autoptr (GBytes) wrong = g_bytes_new_static ("indicator\tplace\n", 16);
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = chiso_store_open (deep, fixture->catalogue, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chiso_store_path (store), ==, deep);
  g_clear_object (&store);

  g_assert_null (chiso_store_open (fixture->path, fixture->catalogue, NULL, wrong, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FAILED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  write_file (fixture->path, "", 0);
  store = store_open_starter (fixture);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 728);
}

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
  spoil_root (fixture->path, "decisions_by_document");
  assert_refused (fixture, CHISO_STORE_ERROR_CORRUPT);
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

/* The application and chisoctl on one library. */
static void
test_shared (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) one = store_open_starter (fixture);
  g_autoptr (ChisoStore) other = store_open_starter (fixture);
  g_autoptr (GPtrArray) seen_by_one = NULL;
  g_autoptr (GPtrArray) seen_by_other = NULL;
  gint64 first = store_add_report (one, "first", 2020, 1);
  gint64 second = store_add_report (other, "second", 2021, 2);

  g_assert_cmpint (first, !=, second);
  seen_by_one = chiso_store_documents_sync (one, NULL, NULL);
  seen_by_other = chiso_store_documents_sync (other, "doi thoai", NULL);
  g_assert_cmpuint (seen_by_one->len, ==, 2);
  g_assert_cmpuint (seen_by_other->len, ==, 2);
  /* The one that closes first leaves the log to the other. */
  g_clear_object (&one);
  store_add_report (other, "third", 2022, 3);
  g_clear_object (&other);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM documents"), ==, 3);
}

/* A library that was made without the starter data stays without; one that has an earlier table of
 * them gets the present one. */
static void
test_refresh_starter (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) earlier = g_bytes_new_from_bytes (
      fixture->starter, 0,
      strchr (strchr (g_bytes_get_data (fixture->starter, NULL), '\n') + 1, '\n') + 1
          - (const char *) g_bytes_get_data (fixture->starter, NULL));
  ChisoStore *store = store_open_empty (fixture);

  g_object_unref (store);
  g_object_unref (store_open_starter (fixture));
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 0);

  g_remove (fixture->path);
  store = chiso_store_open (fixture->path, fixture->catalogue, fixture->geo, earlier, NULL);
  g_object_unref (store);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 1);
  g_object_unref (store_open_empty (fixture));
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 1);
  g_object_unref (store_open_starter (fixture));
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 728);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/" path, StoreFixture, NULL, store_set_up, function, store_tear_down)
  ADD ("not-a-library", test_not_a_library);
  ADD ("newer", test_newer);
  ADD ("newer/in-log", test_newer_in_log);
  ADD ("damaged/schema", test_damaged_schema);
  ADD ("damaged/rows", test_damaged_rows);
  ADD ("out-of-reach", test_out_of_reach);
  ADD ("create", test_create);
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
  ADD ("shared", test_shared);
  ADD ("refresh-starter", test_refresh_starter);

  return g_test_run ();
}
