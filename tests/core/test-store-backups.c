/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the library: the one that is asked for, and those that roll before an import. */

#include "store-support.h"

#include "core/chiso-backup.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.chiso", NULL);
  g_autoptr (ChisoStore) other = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  store_add_report (store, "earlier", 2019, 3);
  g_assert_true (chiso_store_backup_sync (store, copy, &error));
  g_assert_no_error (error);
  store_add_report (store, "later", 2020, 3);

  other = chiso_store_open (copy, fixture->catalogue, fixture->geo, fixture->starter, &error);
  g_assert_no_error (error);
  records = store_ask (other, (ChisoQuery){ 0 });
  g_assert_cmpuint (records->len, ==, 729);

  g_assert_false (chiso_store_backup_sync (store, copy, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_OPEN);
}

static gint64
count_in_backup (StoreFixture *fixture, guint n)
{
  g_autofree char *path = chiso_backup_path (fixture->path, n);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return -1;

  return store_number (path, "SELECT count(*) FROM documents");
}

static void
test_rolling_backups (StoreFixture *fixture, gconstpointer data)
{
  /* Sessions of two imports each: a backup holds what the library held before its session. */
  for (int session = 0; session < 6; session++)
    {
      g_autoptr (ChisoStore) store = store_open_empty (fixture);
      g_autofree char *first = g_strdup_printf ("first %d", session);
      g_autofree char *second = g_strdup_printf ("second %d", session);

      store_add_report (store, first, 2020, session);
      store_add_report (store, second, 2021, session);
      /* Nothing was there to lose before the first session. */
      g_assert_cmpint (count_in_backup (fixture, 1), ==, session > 0 ? 2 * session : -1);
    }

  g_assert_cmpint (count_in_backup (fixture, 1), ==, 10);
  g_assert_cmpint (count_in_backup (fixture, 2), ==, 8);
  g_assert_cmpint (count_in_backup (fixture, 3), ==, 6);
  g_assert_cmpint (count_in_backup (fixture, 4), ==, -1);
}

/* What brings in nothing pushes no older backup out: a nightly import of the same folder. */
static void
test_backup_of_nothing_new (StoreFixture *fixture, gconstpointer data)
{
  ChisoExtraction *extraction = store_extraction ();
  ChisoAdded added;

  for (int session = 0; session < 3; session++)
    {
      g_autoptr (ChisoStore) store = store_open_empty (fixture);
      g_autoptr (ChisoDocument) document = store_document ("same", "Không có số liệu.", 1);

      g_assert_true (chiso_store_add_sync (store, document, extraction, &added, NULL));
      g_assert_cmpint (added.already_there, ==, session > 0);
    }
  g_assert_cmpint (count_in_backup (fixture, 1), ==, -1);
  store_extraction_free (extraction);
}

/* Where no backup can be made, nothing is imported; once it can, it is made. */
static void
test_backup_in_the_way (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *in_the_way = g_build_filename (fixture->folder, "library.backup-new.chiso",
                                                  NULL);
  g_autoptr (ChisoDocument) document = store_document ("later", "Không có số liệu.", 1);
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GError) error = NULL;
  ChisoExtraction *extraction = store_extraction ();

  store_add_report (store, "first", 2020, 1);
  g_clear_object (&store);
  store = store_open_empty (fixture);
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);

  g_assert_false (chiso_store_add_sync (store, document, extraction, NULL, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "library.backup-new.chiso"));
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM documents"), ==, 1);

  g_assert_cmpint (g_rmdir (in_the_way), ==, 0);
  g_assert_true (chiso_store_add_sync (store, document, extraction, NULL, NULL));
  g_assert_cmpint (count_in_backup (fixture, 1), ==, 1);
  store_extraction_free (extraction);
}

#define N_PROGRAMS 4
#define N_ROLLS 8

/* What another program does: it has a connection of its own. */
static gpointer
roll_many (gpointer path)
{
  g_autoptr (ChisoDb) db = chiso_db_open (path, NULL);
  guint n_rolled = 0;

  for (guint i = 0; db != NULL && i < N_ROLLS; i++)
    n_rolled += chiso_backup_roll (db, NULL);
  return GUINT_TO_POINTER (n_rolled);
}

/* Programs that start on one library at the same time all get their backup, and each of these is whole. */
static void
test_backups_at_a_time (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "library.backup-new.chiso", NULL);
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  GThread *programs[N_PROGRAMS];

  store_add_report (store, "first", 2020, 1);
  chiso_store_close (store);
  /* One was killed while it copied. */
  store_write_file (fresh, "SQLite format 3", -1);
  for (guint i = 0; i < N_PROGRAMS; i++)
    programs[i] = g_thread_new ("roll", roll_many, fixture->path);
  for (guint i = 0; i < N_PROGRAMS; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (programs[i])), ==, N_ROLLS);
  for (guint n = 1; n <= CHISO_BACKUP_KEEP; n++)
    {
      g_autofree char *path = chiso_backup_path (fixture->path, n);

      g_assert_cmpint (count_in_backup (fixture, n), ==, 1);
      g_assert_cmpint (store_number (path, "SELECT count(*) FROM pragma_integrity_check "
                                           "WHERE integrity_check = 'ok'"),
                       ==, 1);
    }
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/" path, StoreFixture, NULL, store_set_up, function, store_tear_down)
  ADD ("backup", test_backup);
  ADD ("rolling-backups", test_rolling_backups);
  ADD ("backup-of-nothing-new", test_backup_of_nothing_new);
  ADD ("backup-in-the-way", test_backup_in_the_way);
  ADD ("backups-at-a-time", test_backups_at_a_time);

  return g_test_run ();
}
