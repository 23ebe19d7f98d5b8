/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries to test on, and a second connection to look at them with. */

#include "store-support.h"

#include "core/chiso-catalogue-load.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define RESOURCES "/org/chiso/ChiSo/data/"

void
store_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("chiso-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "library.chiso", NULL);
  fixture->catalogue = chiso_catalogue_load (NULL, &error);
  g_assert_no_error (error);
  fixture->geo = chiso_geo_new_from_resources (&error);
  g_assert_no_error (error);
  fixture->starter = g_resources_lookup_data (RESOURCES "starter.tsv", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                              &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
store_tear_down (StoreFixture *fixture, gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  chiso_catalogue_unref (fixture->catalogue);
  chiso_geo_unref (fixture->geo);
  g_bytes_unref (fixture->starter);
}

static ChisoStore *
open_store (StoreFixture *fixture, GBytes *starter)
{
  g_autoptr (GError) error = NULL;
  ChisoStore *store = chiso_store_open (fixture->path, fixture->catalogue, fixture->geo, starter,
                                        &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

ChisoStore *
store_open_empty (StoreFixture *fixture)
{
  return open_store (fixture, NULL);
}

ChisoStore *
store_open_starter (StoreFixture *fixture)
{
  return open_store (fixture, fixture->starter);
}

ChisoDocument *
store_document (const char *name, const char *text, gint64 imported)
{
  ChisoDocument *document = chiso_document_new (name);

  document->text = g_strdup (text);
  document->length = strlen (text);
  document->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  document->format = g_strdup ("text");
  document->encoding = g_strdup ("UTF-8");
  document->imported = imported;

  return document;
}

ChisoExtraction *
store_extraction (void)
{
  ChisoExtraction *extraction = g_new0 (ChisoExtraction, 1);

  extraction->observations = g_ptr_array_new_with_free_func (
      (GDestroyNotify) chiso_observation_free);
  extraction->title = g_strdup ("Đối thoại với nhân dân");
  extraction->published = (ChisoDate){ 2024, 1, 15 };
  extraction->place = g_strdup ("40");
  extraction->boundary = CHISO_BOUNDARY_63;

  return extraction;
}

ChisoObservation *
store_observe (ChisoExtraction *extraction, const char *text, const char *evidence,
               const char *figure, int year, double value)
{
  ChisoObservation *observation = chiso_observation_new ("dialogue_sessions", "40");
  const char *start = strstr (text, evidence);
  const char *digits = strstr (start, figure);
  const char *stop = strchr (start, '.');
  const char *first = start;

  while (first > text && first[-1] != '.')
    first--;
  observation->boundary = CHISO_BOUNDARY_63;
  observation->period = chiso_period_year (year);
  observation->value = value;
  observation->evidence = (ChisoSpan){ start - text, start - text + strlen (evidence) };
  observation->figure = (ChisoSpan){ digits - text, digits - text + strlen (figure) };
  observation->sentence = (ChisoSpan){ first - text,
                                       stop != NULL ? stop + 1 - text : strlen (text) };
  observation->confidence = 0.9;
  observation->rule = g_intern_static_string ("count");
  g_ptr_array_add (extraction->observations, observation);

  return observation;
}

void
store_extraction_free (ChisoExtraction *extraction)
{
  g_ptr_array_unref (extraction->observations);
  g_free (extraction->title);
  g_free (extraction->publisher);
  g_free (extraction->place);
  g_free (extraction);
}

gint64
store_add_report (ChisoStore *store, const char *name, int year, double value)
{
  g_autofree char *figure = g_strdup_printf ("%.0f", value);
  g_autofree char *evidence = g_strdup_printf ("%s cuộc đối thoại", figure);
  g_autofree char *text = g_strdup_printf ("%s: năm %d, tỉnh tổ chức %s.", name, year, evidence);
  g_autoptr (ChisoDocument) document = store_document (name, text, year);
  ChisoExtraction *extraction = store_extraction ();
  g_autoptr (GError) error = NULL;
  ChisoAdded added;

  store_observe (extraction, text, evidence, figure, year, value);
  chiso_store_add_sync (store, document, extraction, &added, &error);
  g_assert_no_error (error);
  g_assert_false (added.already_there);
  store_extraction_free (extraction);

  return added.document_id;
}

static sqlite3 *
connect (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);

  return handle;
}

gint64
store_number (const char *path, const char *sql)
{
  sqlite3 *handle = connect (path);
  sqlite3_stmt *stmt = NULL;
  gint64 number;

  if (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (handle);

  return number;
}

void
store_script (const char *path, const char *sql)
{
  sqlite3 *handle = connect (path);
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (handle);
}

static gpointer
script_work (ChisoDb *db, gpointer data, GError **error)
{
  return GINT_TO_POINTER (chiso_db_script (db, data, error));
}

gboolean
store_run (ChisoStore *store, ChisoWorkKind kind, const char *sql, GError **error)
{
  static const ChisoWork read = { CHISO_WORK_READ, NULL, script_work, NULL, NULL };
  static const ChisoWork write = { CHISO_WORK_WRITE, NULL, script_work, NULL, NULL };
  static const ChisoWork bare = { CHISO_WORK_BARE, NULL, script_work, NULL, NULL };
  const ChisoWork *work = kind == CHISO_WORK_READ    ? &read
                          : kind == CHISO_WORK_WRITE ? &write
                                                     : &bare;

  return chiso_worker_run (chiso_store_worker (store, NULL), work, (gpointer) sql, error) != NULL;
}

GPtrArray *
store_ask (ChisoStore *store, ChisoQuery query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = chiso_store_query_sync (store, &query, &error);

  g_assert_no_error (error);

  return records;
}

GBytes *
store_read_file (const char *path)
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
void
store_assert_refused (StoreFixture *fixture, ChisoStoreError code)
{
  g_autoptr (GBytes) before = store_read_file (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (fixture);

  g_assert_null (
      chiso_store_open (fixture->path, fixture->catalogue, fixture->geo, fixture->starter, &error));
  g_assert_error (error, CHISO_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "library.chiso"));
  after = store_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture), ==, n_files);
}

void
store_write_file (const char *path, const char *contents, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

/* Overwrites bytes of the file. */
void
store_spoil (const char *path, gsize offset, gsize n)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >=, offset + n);
  memset (contents + offset, 0xa5, n);
  store_write_file (path, contents, length);
}

/* Overwrites the root of a table or an index. */
void
store_spoil_root (const char *path, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'",
                                          name);
  gint64 size = store_number (path, "PRAGMA page_size");

  store_spoil (path, (store_number (path, sql) - 1) * size, size);
}
