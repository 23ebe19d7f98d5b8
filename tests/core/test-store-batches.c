/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports that are stored together: as many as can be are there as a whole, the others not at all,
 * whatever happens to one of them, to the disk, to the process or by a cancel. */

#include "store-support.h"

#include "core/chiso-backup.h"
#include "core/chiso-catalogue-load.h"

#include <math.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define LIBRARY_VARIABLE "CHISO_TEST_LIBRARY"

/* A report with one figure, and a repeat of it. */
static ChisoAddition *
new_addition (guint n)
{
  g_autofree char *name = g_strdup_printf ("report-%u.txt", n);
  g_autofree char *figure = g_strdup_printf ("%u", 100 + n);
  g_autofree char *evidence = g_strdup_printf ("%s cuộc đối thoại", figure);
  g_autofree char *text = g_strdup_printf ("Năm 2023, tỉnh tổ chức %s.", evidence);
  ChisoExtraction *extraction = store_extraction ();
  ChisoObservation *observation = store_observe (extraction, text, evidence, figure, 2023, 100 + n);
  const ChisoSpan span = { 0, 1 };

  observation->repeats = g_array_new (FALSE, FALSE, sizeof (ChisoSpan));
  g_array_append_val (observation->repeats, span);
  return chiso_addition_new (store_document (name, text, n), extraction);
}

static GPtrArray *
new_batch (guint first, guint n)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_addition_free);

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (batch, new_addition (i));
  return batch;
}

static ChisoAddition *
addition (GPtrArray *batch, guint i)
{
  return batch->pdata[i];
}

/* The rule of the schema that a confidence is no more than one. */
static void
spoil (ChisoAddition *spoilt)
{
  ((ChisoObservation *) spoilt->extraction->observations->pdata[0])->confidence = 2;
}

static void
assert_whole (const char *path, gint64 n)
{
  static const char *const counts[] = {
    "SELECT count(*) FROM documents",    "SELECT count(*) FROM derivations",
    "SELECT count(*) FROM observations", "SELECT count(*) FROM repeats",
    "SELECT count(*) FROM search_keys",  "SELECT count(*) FROM search WHERE search MATCH 'doi'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (store_number (path, counts[i]), ==, n);
  g_assert_cmpint (store_number (path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
                   ==, 1);
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

static void
test_together (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) batch = new_batch (0, 50);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (chiso_store_add_all_sync (store, batch, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < batch->len; i++)
    {
      g_assert_no_error (addition (batch, i)->error);
      g_assert_false (addition (batch, i)->added.already_there);
      g_assert_cmpuint (addition (batch, i)->added.n_observations, ==, 1);
      g_assert_cmpint (addition (batch, i)->added.document_id, ==,
                       addition (batch, i)->document->id);
    }
  assert_whole (fixture->path, 50);
  /* One series for all. */
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM series"), ==, 1);
  records = store_ask (store, (ChisoQuery){ 0 });
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];
      g_autofree char *figure = g_strdup_printf ("%.0f", record->observation->value);

      g_assert_nonnull (strstr (record->sentence, figure));
      g_assert_cmpuint (record->observation->repeats->len, ==, 1);
    }
  /* Keys are looked after again: what hangs on a document goes with it. */
  g_assert_true (chiso_store_remove_sync (store, addition (batch, 7)->added.document_id, NULL));
  assert_whole (fixture->path, 49);
}

/* Same bytes in one batch, and in an earlier one. */
static void
test_duplicates (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) first = new_batch (0, 2);
  g_autoptr (GPtrArray) second = new_batch (1, 3);

  g_ptr_array_add (second, new_addition (3));
  g_assert_true (chiso_store_add_all_sync (store, first, NULL));
  g_assert_true (chiso_store_add_all_sync (store, second, NULL));
  g_assert_true (addition (second, 0)->added.already_there);
  g_assert_cmpint (addition (second, 0)->added.document_id, ==,
                   addition (first, 1)->added.document_id);
  g_assert_cmpuint (addition (second, 0)->added.n_observations, ==, 1);
  g_assert_false (addition (second, 1)->added.already_there);
  g_assert_true (addition (second, 3)->added.already_there);
  g_assert_cmpint (addition (second, 3)->added.document_id, ==,
                   addition (second, 2)->added.document_id);
  assert_whole (fixture->path, 4);
}

/* One that is refused is named, and takes no other with it; numbers of series that were given in vain
 * are forgotten. */
static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) batch = new_batch (0, 40);
  g_autoptr (GPtrArray) next = new_batch (40, 2);
  g_autoptr (GError) error = NULL;

  spoil (addition (batch, 1));
  spoil (addition (batch, 4));
  g_assert_true (chiso_store_add_all_sync (store, batch, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < batch->len; i++)
    if (i == 1 || i == 4)
      {
        g_assert_error (addition (batch, i)->error, CHISO_STORE_ERROR,
                        CHISO_STORE_ERROR_CONSTRAINT);
        g_assert_nonnull (
            strstr (addition (batch, i)->error->message, addition (batch, i)->document->name));
        g_assert_cmpint (addition (batch, i)->added.document_id, ==, 0);
      }
    else
      g_assert_cmpint (addition (batch, i)->added.document_id, >, 0);
  assert_whole (fixture->path, 38);
  g_assert_true (chiso_store_add_all_sync (store, next, NULL));
  assert_whole (fixture->path, 40);
}

/* As much as there is room for, and one error for the rest. */
static void
test_full (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) batch = new_batch (0, 40);
  g_autoptr (GPtrArray) again = new_batch (0, 40);
  g_autofree char *filler = g_strnfill (1000000, 'a');
  g_autoptr (GError) error = NULL;
  ChisoDocument *large = addition (batch, 2)->document;

  g_free (large->text);
  large->text = g_strdup_printf ("Năm 2023, tỉnh tổ chức 102 cuộc đối thoại. %s", filler);
  large->length = strlen (large->text);
  g_assert_true (store_run (store, CHISO_WORK_BARE, "PRAGMA max_page_count = 60", NULL));
  g_assert_false (chiso_store_add_all_sync (store, batch, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "report-2.txt"));
  g_assert_cmpint (addition (batch, 1)->added.document_id, >, 0);
  for (guint i = 2; i < batch->len; i++)
    {
      g_assert_cmpint (addition (batch, i)->added.document_id, ==, 0);
      g_assert_no_error (addition (batch, i)->error);
    }
  assert_whole (fixture->path, 2);

  g_assert_true (store_run (store, CHISO_WORK_BARE, "PRAGMA max_page_count = 100000", NULL));
  g_assert_true (chiso_store_add_all_sync (store, again, NULL));
  assert_whole (fixture->path, 40);
}

typedef struct
{
  gboolean done;
  GError *error;
} Answer;

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  chiso_store_add_all_finish (CHISO_STORE (source), result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
wait_work (ChisoDb *db, gpointer data, GError **error)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);
  return data;
}

/* Of a batch that is cancelled while it waits nothing is stored; the one before and after are. */
static void
test_cancel (StoreFixture *fixture, gconstpointer data)
{
  static const ChisoWork waiting = { CHISO_WORK_WRITE, NULL, wait_work, NULL, NULL };
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) before = new_batch (0, 3);
  g_autoptr (GPtrArray) cancelled = new_batch (10, 3);
  g_autoptr (GPtrArray) after = new_batch (20, 3);
  Answer answers[3] = { 0 };
  GMutex gate;

  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  chiso_store_add_all_async (store, before, NULL, added_cb, &answers[0]);
  chiso_worker_push (chiso_store_worker (store, NULL), &waiting, &gate,
                     g_task_new (store, NULL, NULL, NULL));
  chiso_store_add_all_async (store, cancelled, cancellable, added_cb, &answers[1]);
  chiso_store_add_all_async (store, after, cancellable, added_cb, &answers[2]);
  wait_for (&answers[0]);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  wait_for (&answers[1]);
  wait_for (&answers[2]);

  g_assert_no_error (answers[0].error);
  for (guint i = 1; i < 3; i++)
    {
      g_assert_error (answers[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&answers[i].error);
    }
  g_assert_cmpint (addition (cancelled, 0)->added.document_id, ==, 0);
  assert_whole (fixture->path, 3);
  g_mutex_clear (&gate);
}

/* Cancels from inside the transaction, by the first report that it writes. */
static gpointer
cancelling_work (ChisoDb *db, gpointer data, GError **error)
{
  g_autoptr (GCancellable) cancellable = chiso_db_dup_cancellable (db);

  g_cancellable_cancel (cancellable);
  g_assert_true (chiso_db_is_cancelled (db, error));
  chiso_db_rollback (db);
  g_assert_false (chiso_db_is_cancelled (db, NULL));
  return NULL;
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  g_task_propagate_pointer (G_TASK (result), &answer->error);
  answer->done = TRUE;
}

/* What a batch asks between two reports. */
static void
test_cancellable (StoreFixture *fixture, gconstpointer data)
{
  static const ChisoWork work = { CHISO_WORK_BATCH, NULL, cancelling_work, NULL, NULL };
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  chiso_worker_push (chiso_store_worker (store, NULL), &work, NULL,
                     g_task_new (store, cancellable, run_cb, &answer));
  wait_for (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

/* A batch that brings nothing new pushes no backup out; the first that does is preceded by one. */
static void
test_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *backup = chiso_backup_path (fixture->path, 1);
  ChisoStore *store = store_open_empty (fixture);
  g_autoptr (GPtrArray) first = new_batch (0, 3);
  g_autoptr (GPtrArray) known = new_batch (0, 3);
  g_autoptr (GPtrArray) mixed = new_batch (2, 2);

  g_assert_true (chiso_store_add_all_sync (store, first, NULL));
  g_object_unref (store);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));

  store = store_open_empty (fixture);
  g_assert_true (chiso_store_add_all_sync (store, known, NULL));
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_true (chiso_store_add_all_sync (store, mixed, NULL));
  g_object_unref (store);
  g_assert_cmpint (store_number (backup, "SELECT count(*) FROM documents"), ==, 3);
  assert_whole (fixture->path, 4);
}

/* Stores one batch, begins the next in a cache of one page, so that it reaches the disk, and dies. */
static gpointer
killed_work (ChisoDb *db, gpointer data, GError **error)
{
  g_autoptr (GHashTable) series = chiso_series_new ();
  g_autoptr (ChisoWriter) writer = NULL;
  g_autoptr (GPtrArray) batch = new_batch (100, 20);

  g_assert_true (chiso_db_script (db, "PRAGMA cache_size = 1", NULL));
  g_assert_true (chiso_db_begin (db, CHISO_DB_WRITE, NULL));
  writer = chiso_writer_new (db, series, "any", NULL);
  for (guint i = 0; i < batch->len; i++)
    {
      gboolean there;

      g_assert_true (
          chiso_writer_insert_document (writer, addition (batch, i)->document, &there, NULL));
      g_assert_true (chiso_writer_insert_derived (writer, addition (batch, i)->document,
                                                  addition (batch, i)->extraction,
                                                  addition (batch, i)->words, NULL));
    }
  kill (getpid (), SIGKILL);
  return NULL;
}

static void
run_until_killed (void)
{
  static const ChisoWork work = { CHISO_WORK_BATCH, NULL, killed_work, NULL, NULL };
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (ChisoStore)
      store = chiso_store_open (g_getenv (LIBRARY_VARIABLE), catalogue, NULL, NULL, NULL);
  g_autoptr (GPtrArray) batch = new_batch (0, 20);

  g_assert_true (chiso_store_add_all_sync (store, batch, NULL));
  chiso_worker_run (chiso_store_worker (store, NULL), &work, NULL, NULL);
}

static void
test_kill (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GPtrArray) again = new_batch (0, 120);

  g_setenv (LIBRARY_VARIABLE, fixture->path, TRUE);
  g_test_trap_subprocess ("/core/store/batches/kill/subprocess", 0, 0);
  g_unsetenv (LIBRARY_VARIABLE);
  g_assert_false (g_test_trap_has_passed ());

  store = store_open_empty (fixture);
  assert_whole (fixture->path, 20);
  /* The same import again brings in what was lost, and nothing twice. */
  g_assert_true (chiso_store_add_all_sync (store, again, NULL));
  g_assert_true (addition (again, 19)->added.already_there);
  g_assert_false (addition (again, 20)->added.already_there);
  assert_whole (fixture->path, 120);
}

static void
count_cb (ChisoStore *store, guint *n)
{
  *n += 1;
}

/* However many batches are committed, the news of it comes ten times a second at most, and at last. */
static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  gint64 start = g_get_monotonic_time ();
  guint n_changed = 0;

  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n_changed);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GPtrArray) batch = new_batch (i, 1);

      g_assert_true (chiso_store_add_all_sync (store, batch, NULL));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpint (n_changed, <=, 1 + (g_get_monotonic_time () - start) / 100000);
    }
  g_assert_cmpuint (n_changed, >, 0);
  n_changed = 0;
  chiso_store_remove_sync (store, 1, NULL);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/batches/" path, StoreFixture, NULL, store_set_up, function,             \
              store_tear_down)
  ADD ("together", test_together);
  ADD ("duplicates", test_duplicates);
  ADD ("refused", test_refused);
  ADD ("full", test_full);
  ADD ("cancel", test_cancel);
  ADD ("cancellable", test_cancellable);
  ADD ("backup", test_backup);
  ADD ("kill", test_kill);
  ADD ("changed", test_changed);
  g_test_add_func ("/core/store/batches/kill/subprocess", run_until_killed);

  return g_test_run ();
}
