/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls that change a library or copy it: each is one static piece of work for the worker. The
 * functions that end in _work run on the worker's thread, all others on the creator's. */

#include "chiso-backup.h"
#include "chiso-store-request.h"

/* Adding. */

/* A session's first import into a library that has something to lose is preceded by a copy of it.
 * A report that is there already changes nothing: a copy would only push an older one out. */
static gboolean
add_prepare (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;
  gint64 reports = 0, known = 0;

  if (request->session->backed_up)
    return TRUE;
  if (!chiso_documents_find (db, request->document, &known, error))
    return FALSE;
  if (known != 0)
    return TRUE;

  if (!chiso_db_number (db, "SELECT EXISTS (SELECT 1 FROM documents)", &reports, error)
      || (reports > 0 && !chiso_backup_roll (db, error)))
    return FALSE;
  request->session->backed_up = TRUE;

  return TRUE;
}

static gpointer
add_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;
  g_autofree ChisoAdded *added = g_new0 (ChisoAdded, 1);

  if (!chiso_documents_insert (db, request->document, &added->document_id, &added->already_there,
                               error))
    return NULL;
  request->document->id = added->document_id;
  if (!added->already_there
      && !chiso_observations_insert (db, request->document, request->extraction,
                                     request->session->catalogue, error))
    return NULL;
  if (!chiso_observations_count (db, added->document_id, &added->n_observations, error))
    return NULL;

  return g_steal_pointer (&added);
}

static void
explain (gpointer data, GError **error)
{
  ChisoRequest *request = data;

  if (request->document != NULL)
    g_prefix_error (error, "Cannot store “%s”: ", request->document->name);
}

static const ChisoWork add = {
  .kind = CHISO_WORK_WRITE,
  .prepare = add_prepare,
  .run = add_work,
  .free_result = g_free,
  .free_data = chiso_request_free,
  .explain = explain,
};

static ChisoRequest *
add_request (ChisoStore *self, const ChisoDocument *document, const ChisoExtraction *extraction)
{
  ChisoRequest *request = chiso_request_new (self);

  request->document = chiso_document_copy (document);
  chiso_request_set_extraction (request, extraction);

  return request;
}

static gboolean
give_added (ChisoAdded *result, ChisoAdded *added)
{
  if (result != NULL && added != NULL)
    *added = *result;

  return result != NULL;
}

void
chiso_store_add_async (ChisoStore *self, const ChisoDocument *document,
                       const ChisoExtraction *extraction, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (document != NULL && document->name != NULL);
  g_return_if_fail (document->text != NULL);
  g_return_if_fail (extraction != NULL);

  chiso_request_push (add_request (self, document, extraction), self, &add, cancellable, callback,
                      data);
}

gboolean
chiso_store_add_finish (ChisoStore *self, GAsyncResult *result, ChisoAdded *added, GError **error)
{
  g_autofree ChisoAdded *given = chiso_request_finish (self, &add, result, error);

  return give_added (given, added);
}

gboolean
chiso_store_add_sync (ChisoStore *self, const ChisoDocument *document,
                      const ChisoExtraction *extraction, ChisoAdded *added, GError **error)
{
  g_autofree ChisoAdded *given = NULL;

  g_return_val_if_fail (CHISO_IS_STORE (self), FALSE);
  g_return_val_if_fail (document != NULL && document->name != NULL, FALSE);
  g_return_val_if_fail (document->text != NULL, FALSE);
  g_return_val_if_fail (extraction != NULL, FALSE);

  given = chiso_request_run (add_request (self, document, extraction), self, &add, error);

  return give_added (given, added);
}

/* Replacing what is derived. */

static gpointer
replace_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;

  /* Cleared first, the document comes back with what was given with it and nothing derived. */
  if (!chiso_observations_clear (db, request->id, error))
    return NULL;
  request->document = chiso_documents_get (db, request->id, error);

  return GINT_TO_POINTER (request->document != NULL
                          && chiso_observations_insert (db, request->document, request->extraction,
                                                        request->session->catalogue, error));
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
