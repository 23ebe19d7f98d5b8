/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store and files that are not as it wants them: foreign, newer, older, damaged, out of reach.
 * What is refused must not be touched. */

#include "store-support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

static void
test_not_a_library (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *noise = g_malloc (5000);

  store_write_file (fixture->path, "Báo cáo năm 2023.\n", -1);
  store_assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);

  for (guint i = 0; i < 5000; i++)
    noise[i] = (i * 31 + 7) & 0xff;
  store_write_file (fixture->path, noise, 5000);
  store_assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);

  g_remove (fixture->path);
  store_script (fixture->path, "CREATE TABLE library (key TEXT); CREATE TABLE documents (id INT);");
  store_assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);

  /* Another program's, with the same version and no table. */
  g_remove (fixture->path);
  store_script (fixture->path, "PRAGMA application_id = 42; PRAGMA user_version = 1;");
  store_assert_refused (fixture, CHISO_STORE_ERROR_NO_LIBRARY);
}

static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  ChisoStore *store = store_open_empty (fixture);

  store_add_report (store, "a", 2020, 1);
  g_object_unref (store);
  store_script (fixture->path, "PRAGMA user_version = 99");
  store_assert_refused (fixture, CHISO_STORE_ERROR_TOO_NEW);
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
  file = store_read_file (fixture->path);
  log = store_read_file (log_path);
  sqlite3_close (handle);
  store_write_file (fixture->path, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  store_write_file (log_path, g_bytes_get_data (log, NULL), g_bytes_get_size (log));

  store_assert_refused (fixture, CHISO_STORE_ERROR_TOO_NEW);
  log_after = store_read_file (log_path);
  g_assert_true (g_bytes_equal (log, log_after));
}

static void
test_damaged_schema (StoreFixture *fixture, gconstpointer data)
{
  g_object_unref (store_open_starter (fixture));
  store_spoil (fixture->path, 100, store_number (fixture->path, "PRAGMA page_size") - 100);
  store_assert_refused (fixture, CHISO_STORE_ERROR_CORRUPT);
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
  store_spoil_root (fixture->path, "curated");

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
  store_write_file (file, "no folder", -1);
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

  store_write_file (fixture->path, "", 0);
  store = store_open_starter (fixture);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 728);
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
  ADD ("shared", test_shared);
  ADD ("refresh-starter", test_refresh_starter);

  return g_test_run ();
}
