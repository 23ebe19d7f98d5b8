/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker on a database of its own: order, transactions, cancelling, and on which thread things
 * happen. */

#include "store-support.h"

typedef struct
{
  StoreFixture store;
  ChisoWorker *worker;
  guint n_changed;
  GString *log; /* of the worker's doings, in order; read while it is idle */
  GMutex gate;
} Fixture;

static gpointer
open_work (ChisoDb *none, gpointer data, GError **error)
{
  g_autoptr (ChisoDb) db = NULL;

  g_assert_true (g_file_set_contents (data, "", 0, error));
  db = chiso_db_open (data, error);
  g_assert_true (chiso_db_script (db,
                                  "CREATE TABLE t (x INTEGER UNIQUE) STRICT;"
                                  "CREATE TABLE child (x INTEGER REFERENCES t (x)) STRICT",
                                  error));
  g_assert_true (chiso_db_use_wal (db, error));

  return g_steal_pointer (&db);
}

static gboolean
changed_cb (gpointer data)
{
  Fixture *fixture = data;

  fixture->n_changed++;

  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_set_up (&fixture->store, NULL);
  fixture->log = g_string_new (NULL);
  g_mutex_init (&fixture->gate);
  fixture->worker = chiso_worker_new (open_work, fixture->store.path, changed_cb, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  chiso_worker_free (fixture->worker);
  g_string_free (fixture->log, TRUE);
  g_mutex_clear (&fixture->gate);
  store_tear_down (&fixture->store, NULL);
}

static gint64
count (Fixture *fixture)
{
  return store_number (fixture->store.path, "SELECT count(*) FROM t");
}

static gpointer
insert_work (ChisoDb *db, gpointer data, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, "INSERT INTO t VALUES (?1)", error);

  chiso_stmt_bind_int (stmt, 1, GPOINTER_TO_INT (data));

  return GINT_TO_POINTER (chiso_stmt_run (stmt, error));
}

/* Writes, then finds that it cannot go on. */
static gpointer
fail_work (ChisoDb *db, gpointer data, GError **error)
{
  g_assert_nonnull (insert_work (db, data, error));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");

  return NULL;
}

/* Writes, tells that it did, and would then count for ever. */
static gpointer
endless_work (ChisoDb *db, gpointer data, GError **error)
{
  GCancellable *cancellable = data;
  gint64 number = 0;

  g_assert_nonnull (insert_work (db, GINT_TO_POINTER (7), error));
  /* From this thread, and while the message runs: the statement below must notice. */
  g_cancellable_cancel (cancellable);
  g_assert_false (chiso_db_number (db,
                                   "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
                                   "FROM c) SELECT count(*) FROM c",
                                   &number, error));

  return NULL;
}

/* Cancelled between its last statement and the commit. */
static gpointer
late_work (ChisoDb *db, gpointer data, GError **error)
{
  g_assert_nonnull (insert_work (db, GINT_TO_POINTER (8), error));
  g_cancellable_cancel (data);

  return GINT_TO_POINTER (TRUE);
}

static gpointer
read_work (ChisoDb *db, gpointer data, GError **error)
{
  g_string_append_c (data, 'r');

  return data;
}

static gpointer
write_work (ChisoDb *db, gpointer data, GError **error)
{
  g_string_append_c (data, 'w');

  return data;
}

static gpointer
gate_work (ChisoDb *db, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_mutex_lock (&fixture->gate);
  g_string_append_c (fixture->log, 'g');
  g_mutex_unlock (&fixture->gate);

  return data;
}

static const ChisoWork insert = { CHISO_WORK_WRITE, NULL, insert_work, NULL, NULL };
static const ChisoWork fail = { CHISO_WORK_WRITE, NULL, fail_work, NULL, NULL };
static const ChisoWork endless = { CHISO_WORK_WRITE, NULL, endless_work, NULL, NULL };
static const ChisoWork late = { CHISO_WORK_WRITE, NULL, late_work, NULL, NULL };
static const ChisoWork reading = { CHISO_WORK_READ, NULL, read_work, NULL, NULL };
static const ChisoWork writing = { CHISO_WORK_WRITE, NULL, write_work, NULL, NULL };
static const ChisoWork gate = { CHISO_WORK_BARE, NULL, gate_work, NULL, NULL };

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (chiso_worker_run (fixture->worker, &fail, GINT_TO_POINTER (1), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (count (fixture), ==, 0);
  g_clear_error (&error);

  /* Its value is free, and the failed message has left no transaction behind. */
  g_assert_nonnull (chiso_worker_run (fixture->worker, &insert, GINT_TO_POINTER (1), &error));
  g_assert_no_error (error);
  g_assert_null (chiso_worker_run (fixture->worker, &insert, GINT_TO_POINTER (1), &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (count (fixture), ==, 1);
}

/* Breaks a rule that is only looked at when all is done. */
static gpointer
defer_work (ChisoDb *db, gpointer data, GError **error)
{
  g_assert_true (chiso_db_script (db,
                                  "PRAGMA defer_foreign_keys = ON;"
                                  "INSERT INTO child VALUES (99)",
                                  error));

  return g_object_ref (data);
}

static void
explain (gpointer data, GError **error)
{
  g_prefix_error (error, "Cannot do it: ");
}

/* A commit that is refused undoes the message, frees its result and leaves the connection usable. */
static void
test_commit_fails (Fixture *fixture, gconstpointer data)
{
  static const ChisoWork defer = {
    .kind = CHISO_WORK_WRITE,
    .run = defer_work,
    .free_result = g_object_unref,
    .explain = explain,
  };
  g_autoptr (GCancellable) result = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (chiso_worker_run (fixture->worker, &defer, result, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT);
  g_assert_true (g_str_has_prefix (error->message, "Cannot do it: The library"));
  g_assert_cmpuint (G_OBJECT (result)->ref_count, ==, 1);
  g_assert_cmpint (store_number (fixture->store.path, "SELECT count(*) FROM child"), ==, 0);
  g_assert_nonnull (chiso_worker_run (fixture->worker, &insert, GINT_TO_POINTER (1), NULL));
}

typedef struct
{
  gboolean done;
  GThread *thread;
  gpointer result;
  GError *error;
} Answer;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->result = g_task_propagate_pointer (G_TASK (result), &answer->error);
  answer->thread = g_thread_self ();
  answer->done = TRUE;
}

static void
push (Fixture *fixture, const ChisoWork *work, gpointer data, GCancellable *cancellable,
      Answer *answer)
{
  chiso_worker_push (fixture->worker, work, data,
                     g_task_new (NULL, cancellable, answer_cb, answer));
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_cancelled (Fixture *fixture, const ChisoWork *work)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };
  Answer next = { 0 };

  push (fixture, work, cancellable, cancellable, &answer);
  push (fixture, &insert, GINT_TO_POINTER (1), NULL, &next);
  wait_for (&answer);
  wait_for (&next);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (next.error);
  /* Only the next one's row is there. */
  g_assert_cmpint (count (fixture), ==, 1);
  g_assert_cmpint (store_number (fixture->store.path, "SELECT x FROM t"), ==, 1);
  g_clear_error (&answer.error);
}

static void
test_cancel_running (Fixture *fixture, gconstpointer data)
{
  assert_cancelled (fixture, &endless);
}

static void
test_cancel_before_commit (Fixture *fixture, gconstpointer data)
{
  assert_cancelled (fixture, &late);
}

/* What was committed is not called cancelled, even if its task is before it was answered. */
static void
test_cancel_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  Answer answer = { 0 };

  task = g_task_new (NULL, cancellable, answer_cb, &answer);
  chiso_worker_push (fixture->worker, &insert, GINT_TO_POINTER (3), g_object_ref (task));
  /* Returns after the one before it was committed; nothing was dispatched here yet. */
  g_assert_nonnull (chiso_worker_run (fixture->worker, &writing, fixture->log, NULL));
  g_cancellable_cancel (cancellable);
  wait_for (&answer);
  g_assert_no_error (answer.error);
  g_assert_nonnull (answer.result);
  g_assert_cmpint (count (fixture), ==, 1);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  Answer answers[5] = { 0 };

  g_mutex_lock (&fixture->gate);
  push (fixture, &gate, fixture, NULL, &answers[0]);
  push (fixture, &writing, fixture->log, NULL, &answers[1]);
  push (fixture, &writing, fixture->log, NULL, &answers[2]);
  push (fixture, &reading, fixture->log, NULL, &answers[3]);
  push (fixture, &reading, fixture->log, NULL, &answers[4]);
  g_mutex_unlock (&fixture->gate);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      wait_for (&answers[i]);
      g_assert_true (answers[i].thread == g_thread_self ());
    }

  /* The worker may have been quick enough to take the gate before the others came, or have found
   * the reads waiting: in any case they go before the writes. */
  g_assert_true (g_str_equal (fixture->log->str, "grrww")
                 || g_str_equal (fixture->log->str, "rrgww"));
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  for (int i = 1; i <= 10; i++)
    g_assert_nonnull (chiso_worker_run (fixture->worker, &insert, GINT_TO_POINTER (i), NULL));
  /* Nothing is heard but from the main context, and ten commits are heard of once. */
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  g_assert_null (chiso_worker_run (fixture->worker, &insert, GINT_TO_POINTER (1), NULL));
  g_assert_null (chiso_worker_run (fixture->worker, &fail, GINT_TO_POINTER (11), NULL));
  g_assert_nonnull (chiso_worker_run (fixture->worker, &reading, fixture->log, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/worker/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("rollback", test_rollback);
  ADD ("commit-fails", test_commit_fails);
  ADD ("cancel-running", test_cancel_running);
  ADD ("cancel-before-commit", test_cancel_before_commit);
  ADD ("cancel-too-late", test_cancel_too_late);
  ADD ("order", test_order);
  ADD ("changed", test_changed);

  return g_test_run ();
}
