/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call's way to the worker and back. Owns copies of all that the call was given, so that
 * callers may free theirs at once; knows nothing of what is asked. */

#include "chiso-store-request.h"

ChisoRequest *
chiso_request_new (ChisoStore *store)
{
  ChisoRequest *request = g_new0 (ChisoRequest, 1);

  request->session = chiso_store_session (store);

  return request;
}

ChisoExtraction *
chiso_request_copy_extraction (const ChisoExtraction *extraction)
{
  ChisoExtraction *copy = g_memdup2 (extraction, sizeof *extraction);

  copy->title = g_strdup (extraction->title);
  copy->publisher = g_strdup (extraction->publisher);
  copy->place = g_strdup (extraction->place);
  copy->observations = g_ptr_array_new_full (extraction->observations->len,
                                             (GDestroyNotify) chiso_observation_free);
  for (guint i = 0; i < extraction->observations->len; i++)
    g_ptr_array_add (copy->observations,
                     chiso_observation_copy (g_ptr_array_index (extraction->observations, i)));

  return copy;
}

void
chiso_request_set_extraction (ChisoRequest *request, const ChisoExtraction *extraction)
{
  request->extraction = chiso_request_copy_extraction (extraction);
}

void
chiso_request_free (gpointer data)
{
  ChisoRequest *request = data;

  g_clear_pointer (&request->document, chiso_document_free);
  g_clear_pointer (&request->extraction, chiso_extraction_free);
  g_clear_pointer (&request->additions, g_ptr_array_unref);
  g_strfreev ((char **) request->query.indicators);
  g_strfreev ((char **) request->query.places);
  g_free (request->text);
  g_free (request);
}

static void
free_request (const ChisoWork *work, gpointer request)
{
  if (work->free_data != NULL && request != NULL)
    work->free_data (request);
}

void
chiso_request_push (gpointer request, ChisoStore *self, const ChisoWork *work,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GError) error = NULL;
  ChisoWorker *worker = chiso_store_worker (self, &error);

  g_task_set_source_tag (task, (gpointer) work);
  if (worker != NULL)
    {
      chiso_worker_push (worker, work, request, g_steal_pointer (&task));
      return;
    }

  free_request (work, request);
  g_task_return_error (task, g_steal_pointer (&error));
}

gpointer
chiso_request_run (gpointer request, ChisoStore *self, const ChisoWork *work, GError **error)
{
  ChisoWorker *worker = chiso_store_worker (self, error);

  if (worker != NULL)
    return chiso_worker_run (worker, work, request, error);

  free_request (work, request);

  return NULL;
}

gpointer
chiso_request_finish (ChisoStore *self, const ChisoWork *work, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == work, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
chiso_request_set_query (ChisoRequest *request, const ChisoQuery *query)
{
  request->query = *query;
  request->query.indicators = (const char *const *) g_strdupv ((char **) query->indicators);
  request->query.places = (const char *const *) g_strdupv ((char **) query->places);
}
