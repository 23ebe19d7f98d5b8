/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls that change a library or copy it, but for adding reports: each is one static piece of work for the worker. The
 * functions that end in _work run on the worker's thread, all others on the creator's. */

#include "chiso-backup.h"
#include "chiso-store-request.h"

/* Replacing what is derived. */

static gpointer
replace_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;
  /* Of this message only, which the worker may yet roll back. */
  g_autoptr (GHashTable) series = chiso_series_new ();
  g_autoptr (ChisoWriter)
      writer = chiso_writer_new (db, series, request->session->catalogue, error);

  /* Cleared first, the document comes back with what was given with it and nothing derived. */
  if (writer == NULL || !chiso_observations_clear (db, request->id, error))
    return NULL;
  request->document = chiso_documents_get (db, request->id, error);
  if (request->document == NULL)
    return NULL;
  request->text = chiso_search_words (request->document, request->extraction, NULL);

  return GINT_TO_POINTER (chiso_writer_insert_derived (writer, request->document,
                                                       request->extraction, request->text, error));
}

static void
explain (gpointer data, GError **error)
{
  ChisoRequest *request = data;

  if (request->document != NULL)
    g_prefix_error (error, "Cannot store “%s”: ", request->document->name);
}

static const ChisoWork replace = {
  .kind = CHISO_WORK_WRITE,
  .run = replace_work,
  .free_data = chiso_request_free,
  .explain = explain,
};

static ChisoRequest *
replace_request (ChisoStore *self, gint64 document_id, const ChisoExtraction *extraction)
{
  ChisoRequest *request = chiso_request_new (self);

  request->id = document_id;
  chiso_request_set_extraction (request, extraction);

  return request;
}

void
chiso_store_replace_async (ChisoStore *self, gint64 document_id, const ChisoExtraction *extraction,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (extraction != NULL);

  chiso_request_push (replace_request (self, document_id, extraction), self, &replace, cancellable,
                      callback, data);
}

gboolean
chiso_store_replace_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &replace, result, error) != NULL;
}

gboolean
chiso_store_replace_sync (ChisoStore *self, gint64 document_id, const ChisoExtraction *extraction,
                          GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), FALSE);
  g_return_val_if_fail (extraction != NULL, FALSE);

  return chiso_request_run (replace_request (self, document_id, extraction), self, &replace, error)
         != NULL;
}

/* Removing. */

static gpointer
remove_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  return GINT_TO_POINTER (chiso_documents_remove (db, request->id, error));
}

/* Not named remove: that is stdio's. */
static const ChisoWork removal = {
  .kind = CHISO_WORK_WRITE,
  .run = remove_work,
  .free_data = chiso_request_free,
};

static ChisoRequest *
remove_request (ChisoStore *self, gint64 document_id)
{
  ChisoRequest *request = chiso_request_new (self);

  request->id = document_id;

  return request;
}

void
chiso_store_remove_async (ChisoStore *self, gint64 document_id, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));

  chiso_request_push (remove_request (self, document_id), self, &removal, cancellable, callback,
                      data);
}

gboolean
chiso_store_remove_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &removal, result, error) != NULL;
}

gboolean
chiso_store_remove_sync (ChisoStore *self, gint64 document_id, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), FALSE);

  return chiso_request_run (remove_request (self, document_id), self, &removal, error) != NULL;
}

/* Copying. */

static gpointer
backup_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  return GINT_TO_POINTER (chiso_backup_copy (db, request->text, error));
}

static const ChisoWork backup = {
  .kind = CHISO_WORK_BARE,
  .run = backup_work,
  .free_data = chiso_request_free,
};

gboolean
chiso_store_backup_sync (ChisoStore *self, const char *path, GError **error)
{
  ChisoRequest *request;

  g_return_val_if_fail (CHISO_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  request = chiso_request_new (self);
  request->text = g_strdup (path);

  return chiso_request_run (request, self, &backup, error) != NULL;
}
