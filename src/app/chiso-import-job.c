/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pipe of three parts: walk folders, read and extract one report, store it while the next is read.
 * Knows no widgets. */

#include "chiso-import-job.h"

#include "chiso-error-words.h"
#include "core/chiso-derive.h"
#include "import/chiso-import.h"

/* Texts that were read and wait for the store: with the one that is being read, all that is held. */
#define MAX_STORING 3

struct _ChisoImportJob
{
  GObject parent_instance;

  ChisoStore *store;
  ChisoExtractor *extractor;
  GCancellable *cancellable;

  GQueue items; /* of Item*: what is still to be read */
  guint n_walking;
  guint n_storing;
  gboolean reading;
  guint start_source;
  gboolean finished;

  guint done;
  guint total;
  char *name;
  ChisoImportSummary summary;
};

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_FINISHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoImportJob, chiso_import_job, G_TYPE_OBJECT)

static void advance (ChisoImportJob *self);

/* One report to be: one of file, bytes and document is set at first, document and extraction in the
 * end. Passed from thread to thread, never shared. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *name;
  char *path; /* what a message calls it */
  ChisoDocument *document;
  ChisoExtraction *extraction;
  ChisoExtractor *extractor;
  GPtrArray *problems; /* of char*: rows of a table that were left out; NULL before it is read */
} Item;

static void
free_item (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->file);
  g_clear_pointer (&item->problems, g_ptr_array_unref);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_clear_pointer (&item->document, chiso_document_free);
  g_clear_pointer (&item->extraction, chiso_extraction_free);
  g_clear_pointer (&item->extractor, chiso_extractor_unref);
  g_free (item->name);
  g_free (item->path);
  g_free (item);
}

static Item *
new_item (ChisoImportJob *self, const char *name)
{
  Item *item = g_new0 (Item, 1);

  item->name = g_strdup (name);
  item->path = g_strdup (name);
  item->extractor = chiso_extractor_ref (self->extractor);
  return item;
}

static Item *
new_file_item (ChisoImportJob *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  Item *item = new_item (self, name);

  g_free (item->path);
  item->path = g_file_get_parse_name (file);
  item->file = g_object_ref (file);
  return item;
}

static gboolean
is_cancelled (ChisoImportJob *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static void
emit_progress (ChisoImportJob *self)
{
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

/* A report that was not stored because the person said so has not failed. */
static void
take_failure (ChisoImportJob *self, const GError *error, const char *path)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_ptr_array_add (self->summary.failures, chiso_error_words_of_report (error, path));
}

/* Rows that could not be used; the rest of their table is kept. */
static void
take_problems (ChisoImportJob *self, const Item *item)
{
  for (guint i = 0; i < item->problems->len; i++)
    g_ptr_array_add (
        self->summary.failures,
        g_strdup_printf ("“%s”, %s", item->path, (const char *) item->problems->pdata[i]));
}

static void
stored_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  ChisoImportJob *self = g_task_get_source_object (task);
  Item *item = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  ChisoAdded added;

  self->n_storing--;
  self->done++;
  if (!chiso_store_add_finish (CHISO_STORE (store), result, &added, &error))
    take_failure (self, error, item->path);
  else
    {
      if (added.already_there)
        self->summary.n_already_there++;
      else
        {
          self->summary.n_imported++;
          self->summary.n_figures += added.n_observations;
        }
      if (self->summary.first_document == 0)
        self->summary.first_document = added.document_id;
    }
  advance (self);
}

/* The only thread beside the main one: an extractor is immutable, the rest is the item's own. */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Item *item = data;
  GError *error = NULL;

  if (item->file != NULL)
    item->document = chiso_import_file (item->file, cancellable, &error);
  else if (item->bytes != NULL)
    item->document = chiso_import_bytes (item->bytes, item->name, &error);
  if (item->document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  item->problems = g_ptr_array_new_with_free_func (g_free);
  item->extraction = chiso_derive (item->extractor, item->document, NULL, item->problems);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ChisoImportJob *self = CHISO_IMPORT_JOB (source);
  Item *item = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->reading = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->done++;
      take_failure (self, error, item->path);
    }
  else
    {
      take_problems (self, item);
      item->document->id = 0;
      item->document->imported = g_get_real_time () / G_USEC_PER_SEC;
      self->n_storing++;
      chiso_store_add_async (self->store, item->document, item->extraction, self->cancellable,
                             stored_cb, g_object_ref (result));
    }
  advance (self);
}

static void
read_next (ChisoImportJob *self)
{
  Item *item = g_queue_pop_head (&self->items);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);

  g_free (self->name);
  self->name = g_strdup (item->name);
  self->reading = TRUE;
  g_task_set_task_data (task, item, free_item);
  g_task_run_in_thread (task, read_thread);
}

static void
finish (ChisoImportJob *self)
{
  self->finished = TRUE;
  self->summary.cancelled = is_cancelled (self);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

/* Starts whatever can be started; ends the job when there is nothing. */
static void
advance (ChisoImportJob *self)
{
  if (is_cancelled (self))
    g_queue_clear_full (&self->items, free_item);
  if (!self->reading && self->n_storing < MAX_STORING && !g_queue_is_empty (&self->items))
    read_next (self);
  emit_progress (self);
  if (!self->reading && self->n_storing == 0 && self->n_walking == 0
      && g_queue_is_empty (&self->items) && self->start_source == 0)
    finish (self);
}

static gboolean
start_cb (gpointer data)
{
  ChisoImportJob *self = data;

  self->start_source = 0;
  advance (self);
  return G_SOURCE_REMOVE;
}

/* Never from inside a call of the owner, who connects to the signals after adding or before. */
static void
start_soon (ChisoImportJob *self)
{
  if (self->start_source == 0)
    self->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, g_object_ref (self),
                                          g_object_unref);
}

/* What was asked for, and what was found below it. */
typedef struct
{
  GPtrArray *roots; /* of GFile* */
  GPtrArray *files; /* of GFile* */
  GPtrArray *failures;
} Walk;

static void
free_walk (gpointer data)
{
  Walk *walk = data;

  g_ptr_array_unref (walk->roots);
  g_ptr_array_unref (walk->files);
  g_clear_pointer (&walk->failures, g_ptr_array_unref);
  g_free (walk);
}

static void
walk_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Walk *walk = data;

  for (guint i = 0; i < walk->roots->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *files = chiso_import_list (walk->roots->pdata[i], cancellable, &error);
      g_autofree char *path = g_file_get_parse_name (walk->roots->pdata[i]);

      if (files != NULL)
        g_ptr_array_extend_and_steal (walk->files, files);
      else
        g_ptr_array_add (walk->failures, chiso_error_words_of_report (error, path));
    }
  g_task_return_boolean (task, TRUE);
}

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ChisoImportJob *self = CHISO_IMPORT_JOB (source);
  Walk *walk = g_task_get_task_data (G_TASK (result));

  self->n_walking--;
  /* The only way to fail is to be cancelled, which advance() sees to. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    {
      g_ptr_array_extend_and_steal (self->summary.failures, g_steal_pointer (&walk->failures));
      for (guint i = 0; i < walk->files->len; i++)
        g_queue_push_tail (&self->items, new_file_item (self, walk->files->pdata[i]));
      self->total += walk->files->len;
    }
  advance (self);
}

static void
chiso_import_job_finalize (GObject *object)
{
  ChisoImportJob *self = CHISO_IMPORT_JOB (object);

  g_queue_clear_full (&self->items, free_item);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  chiso_extractor_unref (self->extractor);
  g_ptr_array_unref (self->summary.failures);
  g_free (self->name);
  G_OBJECT_CLASS (chiso_import_job_parent_class)->finalize (object);
}

static void
chiso_import_job_class_init (ChisoImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chiso_import_job_finalize;
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", CHISO_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", CHISO_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chiso_import_job_init (ChisoImportJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->summary.failures = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->items);
}

ChisoImportJob *
chiso_import_job_new (ChisoStore *store, ChisoExtractor *extractor)
{
  ChisoImportJob *self = g_object_new (CHISO_TYPE_IMPORT_JOB, NULL);

  g_return_val_if_fail (CHISO_IS_STORE (store), NULL);

  self->store = g_object_ref (store);
  self->extractor = chiso_extractor_ref (extractor);
  return self;
}

void
chiso_import_job_add_files (ChisoImportJob *self, GListModel *files)
{
  g_autoptr (GTask) task = NULL;
  Walk *walk;

  g_return_if_fail (CHISO_IS_IMPORT_JOB (self) && !self->finished);

  walk = g_new0 (Walk, 1);
  walk->roots = g_ptr_array_new_with_free_func (g_object_unref);
  walk->files = g_ptr_array_new_with_free_func (g_object_unref);
  walk->failures = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (walk->roots, g_list_model_get_item (files, i));
  self->n_walking++;
  task = g_task_new (self, self->cancellable, walked_cb, NULL);
  g_task_set_task_data (task, walk, free_walk);
  g_task_run_in_thread (task, walk_thread);
  start_soon (self);
}

void
chiso_import_job_add_text (ChisoImportJob *self, const char *text, const char *name)
{
  Item *item;

  g_return_if_fail (CHISO_IS_IMPORT_JOB (self) && !self->finished);

  item = new_item (self, name);
  item->bytes = g_bytes_new (text, strlen (text));
  g_queue_push_tail (&self->items, item);
  self->total++;
  start_soon (self);
}

void
chiso_import_job_add_document (ChisoImportJob *self, const ChisoDocument *document)
{
  Item *item;

  g_return_if_fail (CHISO_IS_IMPORT_JOB (self) && !self->finished);

  item = new_item (self, document->name);
  item->document = chiso_document_copy (document);
  g_queue_push_tail (&self->items, item);
  self->total++;
  start_soon (self);
}

void
chiso_import_job_cancel (ChisoImportJob *self)
{
  g_return_if_fail (CHISO_IS_IMPORT_JOB (self));

  if (self->finished || is_cancelled (self))
    return;
  g_cancellable_cancel (self->cancellable);
  start_soon (self);
}

gboolean
chiso_import_job_is_finished (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), TRUE);
  return self->finished;
}

guint
chiso_import_job_get_done (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), 0);
  return self->done;
}

guint
chiso_import_job_get_total (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), 0);
  return self->total;
}

const char *
chiso_import_job_get_name (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), NULL);
  return self->name;
}

const ChisoImportSummary *
chiso_import_job_get_summary (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), NULL);
  return &self->summary;
}
