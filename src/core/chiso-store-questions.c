/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls that ask: each is one static piece of work for the worker, in a reading transaction.
 * The functions that end in _work run on the worker's thread, all others on the creator's. */

#include "chiso-store-request.h"

/* Records. */

static gpointer
query_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  return chiso_records_query (db, &request->query, error);
}

static const ChisoWork records = {
  .kind = CHISO_WORK_READ,
  .run = query_work,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .free_data = chiso_request_free,
};

static ChisoRequest *
query_request (ChisoStore *self, const ChisoQuery *query)
{
  ChisoRequest *request = chiso_request_new (self);

  chiso_request_set_query (request, query);

  return request;
}

void
chiso_store_query_async (ChisoStore *self, const ChisoQuery *query, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (query != NULL);

  chiso_request_push (query_request (self, query), self, &records, cancellable, callback, data);
}

GPtrArray *
chiso_store_query_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &records, result, error);
}

GPtrArray *
chiso_store_query_sync (ChisoStore *self, const ChisoQuery *query, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return chiso_request_run (query_request (self, query), self, &records, error);
}

/* Coverage. */

static gpointer
coverage_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  return chiso_coverage_list (db, request->session, error);
}

static const ChisoWork coverage = {
  .kind = CHISO_WORK_READ,
  .run = coverage_work,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .free_data = chiso_request_free,
};

void
chiso_store_coverage_async (ChisoStore *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));

  chiso_request_push (chiso_request_new (self), self, &coverage, cancellable, callback, data);
}

GPtrArray *
chiso_store_coverage_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &coverage, result, error);
}

GPtrArray *
chiso_store_coverage_sync (ChisoStore *self, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);

  return chiso_request_run (chiso_request_new (self), self, &coverage, error);
}

/* Lists of documents. */

static gpointer
documents_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  return chiso_documents_list (db, request->text, error);
}

static const ChisoWork documents = {
  .kind = CHISO_WORK_READ,
  .run = documents_work,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .free_data = chiso_request_free,
};

static ChisoRequest *
documents_request (ChisoStore *self, const char *search)
{
  ChisoRequest *request = chiso_request_new (self);

  request->text = g_strdup (search);

  return request;
}

void
chiso_store_documents_async (ChisoStore *self, const char *search, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));

  chiso_request_push (documents_request (self, search), self, &documents, cancellable, callback,
                      data);
}

GPtrArray *
chiso_store_documents_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &documents, result, error);
}

GPtrArray *
chiso_store_documents_sync (ChisoStore *self, const char *search, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);

  return chiso_request_run (documents_request (self, search), self, &documents, error);
}

/* One document. */

static gpointer
document_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  return chiso_documents_get (db, request->id, error);
}

static const ChisoWork document = {
  .kind = CHISO_WORK_READ,
  .run = document_work,
  .free_result = (GDestroyNotify) chiso_document_free,
  .free_data = chiso_request_free,
};

static ChisoRequest *
document_request (ChisoStore *self, gint64 id)
{
  ChisoRequest *request = chiso_request_new (self);

  request->id = id;

  return request;
}

void
chiso_store_document_async (ChisoStore *self, gint64 id, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));

  chiso_request_push (document_request (self, id), self, &document, cancellable, callback, data);
}

ChisoDocument *
chiso_store_document_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &document, result, error);
}

ChisoDocument *
chiso_store_document_sync (ChisoStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);

  return chiso_request_run (document_request (self, id), self, &document, error);
}

/* What is out of date. */

static gpointer
stale_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  return chiso_observations_stale (db, request->session->catalogue, error);
}

static const ChisoWork stale = {
  .kind = CHISO_WORK_READ,
  .run = stale_work,
  .free_result = (GDestroyNotify) g_array_unref,
  .free_data = chiso_request_free,
};

void
chiso_store_stale_async (ChisoStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));

  chiso_request_push (chiso_request_new (self), self, &stale, cancellable, callback, data);
}

GArray *
chiso_store_stale_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &stale, result, error);
}

GArray *
chiso_store_stale_sync (ChisoStore *self, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);

  return chiso_request_run (chiso_request_new (self), self, &stale, error);
}
