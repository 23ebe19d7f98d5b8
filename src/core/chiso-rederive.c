/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through the documents that are out of date. Must not keep more than one text in memory, nor
 * decide what is out of date: the store knows. */

#include "chiso-rederive.h"

#include "chiso-derive.h"

/* The document is the caller's own copy. */
static ChisoExtraction *
extract (ChisoExtractor *extractor, ChisoDocument *document)
{
  chiso_document_forget_read (document);
  return chiso_derive (extractor, document, NULL, NULL);
}

static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
}

static gboolean
rederive_document (ChisoStore *store, ChisoExtractor *extractor, gint64 id, GError **error)
{
  g_autoptr (ChisoDocument) document = chiso_store_document_sync (store, id, error);
  g_autoptr (ChisoExtraction) extraction = NULL;

  if (document == NULL)
    return FALSE;
  extraction = extract (extractor, document);
  return chiso_store_replace_sync (store, id, extraction, error);
}

gboolean
chiso_rederive_sync (ChisoStore *store, ChisoExtractor *extractor, guint *n, GError **error)
{
  g_autoptr (GArray) stale = NULL;
  guint done = 0;
  gboolean good = TRUE;

  g_return_val_if_fail (CHISO_IS_STORE (store), FALSE);
  g_return_val_if_fail (extractor != NULL, FALSE);

  stale = chiso_store_stale_sync (store, error);
  for (guint i = 0; good && stale != NULL && i < stale->len; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (rederive_document (store, extractor, g_array_index (stale, gint64, i), &problem))
        done++;
      else if (!is_gone (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          good = FALSE;
        }
    }
  if (n != NULL)
    *n = done;
  return good && stale != NULL;
}

/* The state of an asynchronous walk, data of its task. */
typedef struct
{
  ChisoExtractor *extractor;
  GArray *stale; /* of gint64 */
  guint next;    /* index in stale of the document that is under way */
  guint done;
} Walk;

static void
walk_free (gpointer data)
{
  Walk *walk = data;

  chiso_extractor_unref (walk->extractor);
  g_clear_pointer (&walk->stale, g_array_unref);
  g_free (walk);
}

static void next_document (GTask *task);

/* Each callback below owns the task, and hands it on or ends it. */
static void
go_on (GTask *task, GError *problem)
{
  Walk *walk = g_task_get_task_data (task);

  if (problem == NULL)
    walk->done++;
  else if (!is_gone (problem))
    {
      g_task_return_error (task, problem);
      g_object_unref (task);
      return;
    }
  g_clear_error (&problem);
  walk->next++;
  next_document (task);
}

static void
replaced_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  GError *problem = NULL;

  chiso_store_replace_finish (CHISO_STORE (store), result, &problem);
  go_on (data, problem);
}

static void
extracted_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  GError *problem = NULL;
  g_autoptr (ChisoExtraction) extraction = g_task_propagate_pointer (G_TASK (result), &problem);

  if (extraction == NULL)
    {
      go_on (task, problem);
      return;
    }
  chiso_store_replace_async (CHISO_STORE (store), g_array_index (walk->stale, gint64, walk->next),
                             extraction, g_task_get_cancellable (task), replaced_cb, task);
}

/* What goes to the pool's thread. */
typedef struct
{
  ChisoExtractor *extractor;
  ChisoDocument *document;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  chiso_extractor_unref (job->extractor);
  chiso_document_free (job->document);
  g_free (job);
}

static void
extract_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, extract (job->extractor, job->document),
                         (GDestroyNotify) chiso_extraction_free);
}

static void
document_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  GError *problem = NULL;
  ChisoDocument *document = chiso_store_document_finish (CHISO_STORE (store), result, &problem);
  g_autoptr (GTask) extraction = NULL;
  Job *job;

  if (document == NULL)
    {
      go_on (task, problem);
      return;
    }
  job = g_new0 (Job, 1);
  job->extractor = chiso_extractor_ref (walk->extractor);
  job->document = document;
  extraction = g_task_new (store, g_task_get_cancellable (task), extracted_cb, task);
  g_task_set_task_data (extraction, job, job_free);
  g_task_run_in_thread (extraction, extract_in_thread);
}

static void
next_document (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);

  if (walk->next == walk->stale->len)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  chiso_store_document_async (g_task_get_source_object (task),
                              g_array_index (walk->stale, gint64, walk->next),
                              g_task_get_cancellable (task), document_cb, task);
}

static void
stale_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  GError *problem = NULL;

  walk->stale = chiso_store_stale_finish (CHISO_STORE (store), result, &problem);
  if (walk->stale != NULL)
    {
      next_document (task);
      return;
    }
  g_task_return_error (task, problem);
  g_object_unref (task);
}

void
chiso_rederive_async (ChisoStore *store, ChisoExtractor *extractor, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  Walk *walk;
  GTask *task;

  g_return_if_fail (CHISO_IS_STORE (store));
  g_return_if_fail (extractor != NULL);

  walk = g_new0 (Walk, 1);
  walk->extractor = chiso_extractor_ref (extractor);
  task = g_task_new (store, cancellable, callback, data);
  g_task_set_source_tag (task, chiso_rederive_async);
  g_task_set_task_data (task, walk, walk_free);
  chiso_store_stale_async (store, cancellable, stale_cb, task);
}

gboolean
chiso_rederive_finish (ChisoStore *store, GAsyncResult *result, guint *n, GError **error)
{
  const Walk *walk;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, chiso_rederive_async), FALSE);

  walk = g_task_get_task_data (G_TASK (result));
  if (n != NULL)
    *n = walk->done;
  return g_task_propagate_boolean (G_TASK (result), error);
}
