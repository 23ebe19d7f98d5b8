/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to core: the one thread that owns the library's connection. Work goes in by a queue, each
 * piece a transaction of its own; answers come back by GTask or to a waiting caller. Knows neither
 * tables nor what the work means. */

#pragma once

#include "chiso-db.h"

G_BEGIN_DECLS

typedef struct _ChisoWorker ChisoWorker;

typedef enum
{
  CHISO_WORK_READ,  /* goes before waiting writes, so that a long import does not freeze a chart */
  CHISO_WORK_WRITE, /* in the order given */
  CHISO_WORK_BATCH, /* likewise, beginning and ending its transactions itself */
  CHISO_WORK_BARE,  /* likewise, without a transaction: copying the library needs none */
} ChisoWorkKind;

/* Runs on the worker's thread; NULL with *error undoes all that it wrote. */
typedef gpointer (*ChisoWorkFunc) (ChisoDb *db, gpointer data, GError **error);
/* Runs on the worker's thread before the transaction begins. */
typedef gboolean (*ChisoWorkPrepareFunc) (ChisoDb *db, gpointer data, GError **error);
/* Gets the error of a message that failed anywhere, be it at its commit, to say in front of it what
 * could not be done. Not called for a cancelled one. */
typedef void (*ChisoWorkExplainFunc) (gpointer data, GError **error);

typedef struct
{
  ChisoWorkKind kind;
  ChisoWorkPrepareFunc prepare; /* or NULL */
  ChisoWorkFunc run;
  GDestroyNotify free_result;   /* or NULL, for results that own nothing */
  GDestroyNotify free_data;     /* or NULL */
  ChisoWorkExplainFunc explain; /* or NULL */
} ChisoWork;

/* Opens the connection on the new thread; NULL with its error. changed_cb is called on the thread
 * that calls this, from its main context, after commits that changed something; several commits
 * may give one call, and there are ten a second at most. */
ChisoWorker *chiso_worker_new (ChisoWorkFunc open, gpointer open_data, GSourceFunc changed_cb,
                               gpointer changed_data, GError **error);
/* Finishes what is queued, closes the connection, joins the thread; no changed_cb comes after. */
void chiso_worker_free (ChisoWorker *self);

/* Queues work and returns; task returns its result on its own context. Takes data and task. work is
 * borrowed for ever: a static constant. Work whose task is cancelled before it began does nothing;
 * cancelled while it runs it is stopped and undone; once committed it is done and says so. */
void chiso_worker_push (ChisoWorker *self, const ChisoWork *work, gpointer data, GTask *task);
/* Queues work and waits for its result. Takes data. */
gpointer chiso_worker_run (ChisoWorker *self, const ChisoWork *work, gpointer data, GError **error);

G_END_DECLS
