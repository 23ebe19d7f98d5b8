/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding reports: a batch of them in one transaction, and where one of them is refused each in its
 * own, so that it does not take the others with it. The functions that end in _work, and what they
 * call, run on the worker's thread, all others on the creator's. */

#include "chiso-backup.h"
#include "chiso-sha256.h"
#include "chiso-store-request.h"

ChisoAddition *
chiso_addition_new (ChisoDocument *document, ChisoExtraction *extraction)
{
  ChisoAddition *addition;

  g_return_val_if_fail (document != NULL && document->name != NULL, NULL);
  g_return_val_if_fail (document->text != NULL, NULL);
  g_return_val_if_fail (extraction != NULL, NULL);

  addition = g_new0 (ChisoAddition, 1);
  addition->document = document;
  addition->extraction = extraction;
  if (document->sha256 == NULL)
    document->sha256 = chiso_sha256 (document->text, document->length);
  addition->words = chiso_search_words (document, extraction, &addition->is_utf8);

  return addition;
}

void
chiso_addition_free (ChisoAddition *addition)
{
  if (addition == NULL)
    return;

  chiso_document_free (addition->document);
  chiso_extraction_free (addition->extraction);
  g_free (addition->words);
  g_clear_error (&addition->error);
  g_free (addition);
}

/* What became of a batch that was begun: error is why it stopped, NULL where it did not. */
typedef struct
{
  GError *error;
} Outcome;

static void
free_outcome (gpointer data)
{
  Outcome *outcome = data;

  g_clear_error (&outcome->error);
  g_free (outcome);
}

/* The first that is not there yet; *found is NULL where all are. */
static gboolean
find_new (ChisoDb *db, GPtrArray *additions, const ChisoAddition **found, GError **error)
{
  *found = NULL;
  for (guint i = 0; i < additions->len && *found == NULL; i++)
    {
      const ChisoAddition *addition = additions->pdata[i];
      gint64 known = 0;

      if (!chiso_documents_find (db, addition->document->sha256, &known, error))
        return FALSE;
      if (known == 0)
        *found = addition;
    }

  return TRUE;
}

static void
explain (const ChisoAddition *addition, GError **error)
{
  if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, "Cannot store “%s”: ", addition->document->name);
}

/* A session's first import into a library that has something to lose is preceded by a copy of it.
 * Reports that are there already change nothing: a copy would only push an older one out. */
static gboolean
add_prepare (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;
  const ChisoAddition *found;
  gint64 reports = 0;

  if (request->session->backed_up)
    return TRUE;
  if (!find_new (db, request->additions, &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;

  if (!chiso_db_number (db, "SELECT EXISTS (SELECT 1 FROM documents)", &reports, error)
      || (reports > 0 && !chiso_backup_roll (db, error)))
    {
      explain (found, error);
      return FALSE;
    }
  request->session->backed_up = TRUE;

  return TRUE;
}

static gboolean
write_one (ChisoDb *db, ChisoWriter *writer, ChisoAddition *addition, GError **error)
{
  ChisoAdded *added = &addition->added;

  if (!addition->is_utf8)
    {
      g_set_error_literal (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT,
                           "its text is not valid UTF-8");
      return FALSE;
    }
  if (!chiso_writer_insert_document (writer, addition->document, &added->already_there, error))
    return FALSE;
  added->document_id = addition->document->id;
  if (added->already_there)
    return chiso_observations_count (db, added->document_id, &added->n_observations, error);

  added->n_observations = chiso_observations_asserted (addition->extraction);

  return chiso_writer_insert_derived (writer, addition->document, addition->extraction,
                                      addition->words, error);
}

static gboolean
write_all (ChisoDb *db, ChisoSession *session, ChisoAddition *const *additions, guint n,
           GError **error)
{
  g_autoptr (ChisoWriter) writer = NULL;

  if (session->series == NULL)
    session->series = chiso_series_new ();
  writer = chiso_writer_new (db, session->series, session->catalogue, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!write_one (db, writer, additions[i], error) || chiso_db_is_cancelled (db, error))
      return FALSE;

  return TRUE;
}

/* One transaction: all of them, or none with an error. */
static gboolean
store_together (ChisoDb *db, ChisoSession *session, ChisoAddition *const *additions, guint n,
                GError **error)
{
  if (!chiso_db_begin (db, CHISO_DB_WRITE, error))
    return FALSE;
  if (write_all (db, session, additions, n, error) && chiso_db_commit (db, error))
    return TRUE;

  chiso_db_rollback (db);
  g_clear_pointer (&session->series, g_hash_table_unref);
  for (guint i = 0; i < n; i++)
    additions[i]->added = (ChisoAdded){ 0 };

  return FALSE;
}

/* Statements are compiled anew where keys are no longer checked, and again: that pays from here on. */
#define MANY_ADDITIONS 32

/* The rows of new reports refer to documents and series that were just written or looked up: to look
 * all of these up again would take a sixth of the time. */
static gboolean
store_batch (ChisoDb *db, ChisoRequest *request, GError **error)
{
  GPtrArray *additions = request->additions;
  gboolean good;

  chiso_db_check_keys (db, additions->len < MANY_ADDITIONS);
  good = store_together (db, request->session, (ChisoAddition *const *) additions->pdata,
                         additions->len, error);
  chiso_db_check_keys (db, TRUE);

  return good;
}

/* Each on its own. What the schema refuses is that report's fault; any other error would meet the
 * next one as well. */
static void
store_each (ChisoDb *db, ChisoRequest *request, GCancellable *cancellable, Outcome *outcome)
{
  for (guint i = 0; i < request->additions->len && outcome->error == NULL; i++)
    {
      ChisoAddition *addition = request->additions->pdata[i];
      GError *error = NULL;

      /* A rollback lets go of it. */
      chiso_db_set_cancellable (db, cancellable);
      if (store_together (db, request->session, &addition, 1, &error))
        continue;
      explain (addition, &error);
      if (g_error_matches (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT))
        addition->error = error;
      else
        outcome->error = error;
    }
}

static gboolean
any_stored (GPtrArray *additions)
{
  for (guint i = 0; i < additions->len; i++)
    if (((ChisoAddition *) additions->pdata[i])->added.document_id != 0)
      return TRUE;

  return FALSE;
}

static gpointer
add_work (ChisoDb *db, gpointer data, GError **error)
{
  ChisoRequest *request = data;
  GPtrArray *additions = request->additions;
  g_autoptr (GCancellable) cancellable = chiso_db_dup_cancellable (db);
  g_autoptr (GError) problem = NULL;
  Outcome *outcome = g_new0 (Outcome, 1);

  if (additions->len == 1 || !store_batch (db, request, &problem))
    {
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        outcome->error = g_steal_pointer (&problem);
      else
        store_each (db, request, cancellable, outcome);
    }
  if (outcome->error == NULL || any_stored (additions))
    return outcome;

  g_propagate_error (error, g_steal_pointer (&outcome->error));
  free_outcome (outcome);

  return NULL;
}

static const ChisoWork add = {
  .kind = CHISO_WORK_BATCH,
  .prepare = add_prepare,
  .run = add_work,
  .free_result = free_outcome,
  .free_data = chiso_request_free,
};

static ChisoRequest *
add_request (ChisoStore *self, GPtrArray *additions)
{
  ChisoRequest *request = chiso_request_new (self);

  request->additions = g_ptr_array_ref (additions);

  return request;
}

static gboolean
give_outcome (Outcome *outcome, GError **error)
{
  gboolean good = outcome != NULL && outcome->error == NULL;

  if (outcome == NULL)
    return FALSE;
  if (!good)
    g_propagate_error (error, g_steal_pointer (&outcome->error));
  free_outcome (outcome);

  return good;
}

void
chiso_store_add_all_async (ChisoStore *self, GPtrArray *additions, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (additions != NULL);

  chiso_request_push (add_request (self, additions), self, &add, cancellable, callback, data);
}

gboolean
chiso_store_add_all_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return give_outcome (chiso_request_finish (self, &add, result, error), error);
}

gboolean
chiso_store_add_all_sync (ChisoStore *self, GPtrArray *additions, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), FALSE);
  g_return_val_if_fail (additions != NULL, FALSE);

  return give_outcome (chiso_request_run (add_request (self, additions), self, &add, error), error);
}

/* A batch of one. */

static GPtrArray *
only (const ChisoDocument *document, const ChisoExtraction *extraction)
{
  GPtrArray *additions = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_addition_free);

  g_ptr_array_add (additions, chiso_addition_new (chiso_document_copy (document),
                                                  chiso_request_copy_extraction (extraction)));

  return additions;
}

static gboolean
give_added (GPtrArray *additions, ChisoAdded *added, GError **error)
{
  ChisoAddition *addition = additions->pdata[0];

  if (addition->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&addition->error));
      return FALSE;
    }
  if (added != NULL)
    *added = addition->added;

  return TRUE;
}

gboolean
chiso_store_add_sync (ChisoStore *self, const ChisoDocument *document,
                      const ChisoExtraction *extraction, ChisoAdded *added, GError **error)
{
  g_autoptr (GPtrArray) additions = NULL;

  g_return_val_if_fail (CHISO_IS_STORE (self), FALSE);
  g_return_val_if_fail (document != NULL && document->name != NULL, FALSE);
  g_return_val_if_fail (document->text != NULL, FALSE);
  g_return_val_if_fail (extraction != NULL, FALSE);

  additions = only (document, extraction);

  return chiso_store_add_all_sync (self, additions, error) && give_added (additions, added, error);
}

static void
added_cb (GObject *store_object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  ChisoAdded added;

  if (chiso_store_add_all_finish (CHISO_STORE (store_object), result, &error)
      && give_added (g_task_get_task_data (task), &added, &error))
    g_task_return_pointer (task, g_memdup2 (&added, sizeof added), g_free);
  else
    g_task_return_error (task, error);
}

void
chiso_store_add_async (ChisoStore *self, const ChisoDocument *document,
                       const ChisoExtraction *extraction, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  GPtrArray *additions;
  GTask *task;

  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (document != NULL && document->name != NULL);
  g_return_if_fail (document->text != NULL);
  g_return_if_fail (extraction != NULL);

  additions = only (document, extraction);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, chiso_store_add_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, additions, (GDestroyNotify) g_ptr_array_unref);
  chiso_store_add_all_async (self, additions, cancellable, added_cb, task);
}

gboolean
chiso_store_add_finish (ChisoStore *self, GAsyncResult *result, ChisoAdded *added, GError **error)
{
  g_autofree ChisoAdded *given = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, chiso_store_add_async), FALSE);

  given = g_task_propagate_pointer (G_TASK (result), error);
  if (given != NULL && added != NULL)
    *added = *given;

  return given != NULL;
}
