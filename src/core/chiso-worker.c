/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the thread, its queue and the rule that a message is a transaction. The connection lives and
 * dies on that thread. It must not call back into the program from there: answers go through GTask,
 * the news of a change through a source of the creator's main context. */

#include "chiso-worker.h"

/* Commits become durable once nothing has come for so long; see chiso_db_use_wal(). */
#define QUIET_US (G_TIME_SPAN_SECOND / 2)
/* So long after the news of a change the next one waits: everything shown is asked for again. */
#define MIN_NEWS_US (G_TIME_SPAN_SECOND / 10)

typedef struct
{
  const ChisoWork *work;
  gpointer data;
  GTask *task;   /* NULL where a caller waits */
  gboolean done; /* for the waiting caller, under the worker's mutex */
  gpointer result;
  GError *error;
} Message;

struct _ChisoWorker
{
  GThread *thread;
  GSource *changed;

  GMutex mutex;
  GCond cond;
  GQueue reads; /* of Message */
  GQueue others;
  gboolean closing;
};

typedef struct
{
  ChisoWorker *worker;
  ChisoWorkFunc open;
  gpointer data;
  gboolean done;
  GError *error;
} Opening;

/* A source that is ready when the worker says so, once for any number of commits. */
typedef struct
{
  GSource source;
  GMutex mutex;
  gboolean due;
  gint64 not_before;
} ChangedSource;

/* On the worker's thread. */
static void
changed_source_trigger (ChangedSource *self)
{
  g_mutex_lock (&self->mutex);
  if (!self->due)
    g_source_set_ready_time (&self->source, self->not_before);
  self->due = TRUE;
  g_mutex_unlock (&self->mutex);
}

static gboolean
changed_dispatch_cb (GSource *source, GSourceFunc callback, gpointer data)
{
  ChangedSource *self = (ChangedSource *) source;

  g_mutex_lock (&self->mutex);
  self->due = FALSE;
  self->not_before = g_get_monotonic_time () + MIN_NEWS_US;
  g_source_set_ready_time (source, -1);
  g_mutex_unlock (&self->mutex);
  if (callback != NULL)
    callback (data);

  return G_SOURCE_CONTINUE;
}

static void
changed_finalize_cb (GSource *source)
{
  g_mutex_clear (&((ChangedSource *) source)->mutex);
}

static GSourceFuncs changed_funcs = {
  .dispatch = changed_dispatch_cb,
  .finalize = changed_finalize_cb,
};

static GSource *
changed_source_new (GSourceFunc callback, gpointer data)
{
  GSource *source = g_source_new (&changed_funcs, sizeof (ChangedSource));

  g_mutex_init (&((ChangedSource *) source)->mutex);
  g_source_set_name (source, "chiso-store-changed");
  g_source_set_callback (source, callback, data, NULL);
  g_source_set_ready_time (source, -1);
  g_source_attach (source, g_main_context_get_thread_default ());

  return source;
}

static gboolean
is_cancelled (const Message *message, GError **error)
{
  GCancellable *cancellable = message->task ? g_task_get_cancellable (message->task) : NULL;

  return g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Sets the message's result, or its error with everything undone. */
static void
run_transaction (ChisoDb *db, Message *message)
{
  const ChisoWork *work = message->work;
  ChisoDbBegin kind = work->kind == CHISO_WORK_READ ? CHISO_DB_READ : CHISO_DB_WRITE;

  if (!chiso_db_begin (db, kind, &message->error))
    return;

  message->result = work->run (db, message->data, &message->error);
  /* The last moment at which cancelling can still mean that nothing happened. */
  if (message->result != NULL && !is_cancelled (message, &message->error)
      && chiso_db_commit (db, &message->error))
    return;

  chiso_db_rollback (db);
  if (message->result != NULL && work->free_result != NULL)
    work->free_result (message->result);
  message->result = NULL;
}

static void
run_message (ChisoWorker *self, ChisoDb *db, Message *message)
{
  const ChisoWork *work = message->work;
  gint64 before = chiso_db_total_changes (db);

  if (is_cancelled (message, &message->error))
    return;

  chiso_db_set_cancellable (db, message->task ? g_task_get_cancellable (message->task) : NULL);
  if (work->prepare == NULL || work->prepare (db, message->data, &message->error))
    {
      if (work->kind == CHISO_WORK_BARE || work->kind == CHISO_WORK_BATCH)
        message->result = work->run (db, message->data, &message->error);
      else
        run_transaction (db, message);
    }
  chiso_db_set_cancellable (db, NULL);

  g_assert ((message->result == NULL) == (message->error != NULL));
  if (message->error != NULL && work->explain != NULL
      && !g_error_matches (message->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    work->explain (message->data, &message->error);
  if (message->result != NULL && (work->kind == CHISO_WORK_WRITE || work->kind == CHISO_WORK_BATCH)
      && chiso_db_total_changes (db) != before)
    changed_source_trigger ((ChangedSource *) self->changed);
}

static gboolean
drop_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* Gives up the worker's hold of a task where the task is at home. Dropped here, it could be the
 * last one, and with it the store, which would then wait on its own worker to join itself. */
static void
drop_task (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, drop_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
answer (ChisoWorker *self, Message *message)
{
  const ChisoWork *work = message->work;

  if (work->free_data != NULL && message->data != NULL)
    work->free_data (message->data);

  if (message->task == NULL)
    {
      g_mutex_lock (&self->mutex);
      message->done = TRUE;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->mutex);
      return;
    }

  if (message->error != NULL)
    g_task_return_error (message->task, message->error);
  else
    g_task_return_pointer (message->task, message->result, work->free_result);
  drop_task (message->task);
  g_free (message);
}

/* The next message, NULL when the worker is closing and everything is done. */
static Message *
pop (ChisoWorker *self, ChisoDb *db, gboolean *unsynced)
{
  Message *message;

  g_mutex_lock (&self->mutex);
  while ((message = g_queue_pop_head (&self->reads)) == NULL
         && (message = g_queue_pop_head (&self->others)) == NULL && !self->closing)
    {
      if (!*unsynced)
        {
          g_cond_wait (&self->cond, &self->mutex);
        }
      else if (!g_cond_wait_until (&self->cond, &self->mutex, g_get_monotonic_time () + QUIET_US))
        {
          g_mutex_unlock (&self->mutex);
          chiso_db_checkpoint (db);
          *unsynced = FALSE;
          g_mutex_lock (&self->mutex);
        }
    }
  g_mutex_unlock (&self->mutex);

  return message;
}

static gpointer
worker_thread (gpointer data)
{
  Opening *opening = data;
  ChisoWorker *self = opening->worker;
  g_autoptr (ChisoDb) db = opening->open (NULL, opening->data, &opening->error);
  gboolean unsynced = FALSE;
  Message *message;

  g_assert ((db == NULL) == (opening->error != NULL));
  g_mutex_lock (&self->mutex);
  opening->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  if (db == NULL)
    return NULL;

  while ((message = pop (self, db, &unsynced)) != NULL)
    {
      unsynced |= message->work->kind != CHISO_WORK_READ;
      run_message (self, db, message);
      answer (self, message);
    }

  return NULL;
}

ChisoWorker *
chiso_worker_new (ChisoWorkFunc open, gpointer open_data, GSourceFunc changed_cb,
                  gpointer changed_data, GError **error)
{
  ChisoWorker *self = g_new0 (ChisoWorker, 1);
  Opening opening = { .worker = self, .open = open, .data = open_data };

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->reads);
  g_queue_init (&self->others);
  self->changed = changed_source_new (changed_cb, changed_data);
  self->thread = g_thread_new ("chiso-store", worker_thread, &opening);

  g_mutex_lock (&self->mutex);
  while (!opening.done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (opening.error != NULL)
    {
      g_propagate_error (error, opening.error);
      chiso_worker_free (self);
      return NULL;
    }

  return self;
}

void
chiso_worker_free (ChisoWorker *self)
{
  if (self == NULL)
    return;

  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  g_source_destroy (self->changed);
  g_source_unref (self->changed);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static void
push (ChisoWorker *self, Message *message)
{
  gboolean read = message->work->kind == CHISO_WORK_READ;

  g_assert (g_thread_self () != self->thread);

  g_mutex_lock (&self->mutex);
  g_queue_push_tail (read ? &self->reads : &self->others, message);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
chiso_worker_push (ChisoWorker *self, const ChisoWork *work, gpointer data, GTask *task)
{
  Message *message = g_new0 (Message, 1);

  message->work = work;
  message->data = data;
  message->task = task;
  /* Otherwise a task that is cancelled after its commit would call itself cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  push (self, message);
}

gpointer
chiso_worker_run (ChisoWorker *self, const ChisoWork *work, gpointer data, GError **error)
{
  Message message = { .work = work, .data = data };

  push (self, &message);

  g_mutex_lock (&self->mutex);
  while (!message.done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (message.error != NULL)
    g_propagate_error (error, message.error);

  return message.result;
}
