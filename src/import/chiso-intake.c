/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pipe of three parts: walk folders, read reports in batches, a few at a time, store each batch while
 * the next are read. Batches are stored in the order of the reports, whichever was read first. All of it is
 * steered from the main thread, which reads and writes nothing itself. */

#include "chiso-intake.h"

#include "chiso-import.h"
#include "chiso-intake-batch.h"

#include <string.h>

/* The first batches are small, so that something is to be seen soon; then each is twice the last. */
#define MAX_BATCH 256
/* Batches that wait for the store or are stored. */
#define MAX_STORING 2
/* Batches that are read at a time, where there are that many processors: more would only wait for the store. With
 * those above, this is all that is held. */
#define MAX_READING 2

struct _ChisoIntake
{
  GObject parent_instance;

  ChisoStore *store;
  ChisoExtractor *extractor;
  ChisoDate published;
  char *published_text;
  GCancellable *cancellable;

  GQueue items; /* of ChisoIntakeItem*: what is still to be read */
  GQueue
      batches; /* of GTask*: of those that are read and not handed on, in the order of their items */
  guint batch_size;
  guint n_walking;
  guint n_reading;
  guint n_storing;
  gboolean broken; /* the library cannot be written, and that was told */
  guint start_source;
  gboolean finished;

  guint done;
  guint total;
  guint n_left;
  char *name;
};

enum
{
  SIGNAL_REPORT,
  SIGNAL_PROGRESS,
  SIGNAL_FINISHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoIntake, chiso_intake, G_TYPE_OBJECT)

static void advance (ChisoIntake *self);

static gboolean
is_cancelled (ChisoIntake *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/* Of one report; a cancelled one has not failed. */
static void
tell (ChisoIntake *self, const ChisoIntakeItem *item, const ChisoAdded *added, const GError *error)
{
  const ChisoIntakeReport report = {
    .name = item->name,
    .path = item->path,
    .added = added,
    .error = error,
    .problems = item->problems,
  };

  self->done++;
  if (error == NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_REPORT], 0, &report);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

/* problem: why not all of the batch was stored, or NULL. What the library cannot take now it cannot
 * take from the reports after it: that is told of once, and ends the import. */
static void
tell_of_batch (ChisoIntake *self, const ChisoIntakeBatch *batch, const GError *problem)
{
  for (guint i = 0; i < batch->n_read; i++)
    {
      const ChisoIntakeItem *item = batch->items->pdata[i];
      const ChisoAddition *addition = item->addition;

      if (addition == NULL)
        tell (self, item, NULL, item->error);
      else if (addition->added.document_id != 0)
        tell (self, item, &addition->added, NULL);
      else if (addition->error != NULL)
        tell (self, item, NULL, addition->error);
      else if (problem == NULL || self->broken)
        self->n_left++;
      else
        {
          self->broken = !is_cancelled (self);
          tell (self, item, NULL, problem);
        }
    }
}

static void
drop_items (ChisoIntake *self)
{
  g_queue_clear_full (&self->items, chiso_intake_item_free);
}

static void
stored_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  ChisoIntake *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  self->n_storing--;
  chiso_store_add_all_finish (CHISO_STORE (store), result, &error);
  tell_of_batch (self, g_task_get_task_data (task), error);
  advance (self);
}

/* Beside the main thread: an extractor is immutable, the rest is the batch's own. */
static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  chiso_intake_batch_read (data, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void read_cb (GObject *source, GAsyncResult *result, gpointer data);

/* before: the batch that goes before this one, NULL for none. */
static void
start_reading (ChisoIntake *self, ChisoIntakeBatch *batch, GList *before)
{
  GTask *task = g_task_new (self, self->cancellable, read_cb, NULL);

  batch->published = self->published;
  batch->published_text = g_strdup (self->published_text);
  g_task_set_task_data (task, batch, chiso_intake_batch_free);
  g_queue_insert_after (&self->batches, before, task);
  self->n_reading++;
  g_task_run_in_thread (task, read_thread);
}

static void
read_next (ChisoIntake *self)
{
  ChisoIntakeBatch *batch = chiso_intake_batch_new (self->extractor);

  while (batch->items->len < self->batch_size && !g_queue_is_empty (&self->items))
    g_ptr_array_add (batch->items, g_queue_pop_head (&self->items));
  self->batch_size = MIN (self->batch_size * 2, MAX_BATCH);
  start_reading (self, batch, g_queue_peek_tail_link (&self->batches));
}

/* What there was no time for is a batch of its own, right behind; nothing of an import that has ended is. */
static void
read_rest (ChisoIntake *self, ChisoIntakeBatch *batch, GList *link)
{
  ChisoIntakeBatch *rest = chiso_intake_batch_new (self->extractor);

  while (batch->items->len > batch->n_read)
    g_ptr_array_insert (rest->items, 0,
                        g_ptr_array_steal_index (batch->items, batch->items->len - 1));
  if (!self->broken && !is_cancelled (self))
    {
      start_reading (self, rest, link);
      return;
    }
  self->n_left += self->broken ? rest->items->len : 0;
  chiso_intake_batch_free (rest);
}

static void
hand_on (ChisoIntake *self, GTask *task)
{
  ChisoIntakeBatch *batch = g_task_get_task_data (task);

  if (batch->n_read > 0)
    {
      g_free (self->name);
      self->name = g_strdup (((ChisoIntakeItem *) batch->items->pdata[batch->n_read - 1])->name);
    }
  if (batch->additions->len == 0 || self->broken)
    {
      tell_of_batch (self, batch, NULL);
      return;
    }
  self->n_storing++;
  chiso_store_add_all_async (self->store, batch->additions, self->cancellable, stored_cb,
                             g_object_ref (task));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ChisoIntake *self = CHISO_INTAKE (source);
  ChisoIntakeBatch *batch = g_task_get_task_data (G_TASK (result));

  self->n_reading--;
  batch->is_read = TRUE;
  if (batch->items->len > batch->n_read)
    read_rest (self, batch, g_queue_find (&self->batches, result));
  while (!g_queue_is_empty (&self->batches))
    {
      g_autoptr (GTask) first = g_object_ref (g_queue_peek_head (&self->batches));

      if (!((ChisoIntakeBatch *) g_task_get_task_data (first))->is_read)
        break;
      g_object_unref (g_queue_pop_head (&self->batches));
      hand_on (self, first);
    }
  advance (self);
}

/* Another batch may be read now. */
static gboolean
can_read (ChisoIntake *self)
{
  guint most = CLAMP (g_get_num_processors (), 1, MAX_READING);

  return self->n_reading < most && self->batches.length + self->n_storing < MAX_STORING + most - 1
         && !g_queue_is_empty (&self->items);
}

/* Starts whatever can be started; ends when there is nothing. */
static void
advance (ChisoIntake *self)
{
  if (self->broken)
    self->n_left += g_queue_get_length (&self->items);
  if (self->broken || is_cancelled (self))
    drop_items (self);
  while (can_read (self))
    read_next (self);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  if (self->finished || !g_queue_is_empty (&self->batches) || self->n_storing > 0
      || self->n_walking > 0 || !g_queue_is_empty (&self->items) || self->start_source != 0)
    return;
  self->finished = TRUE;
  /* A thread of the pool may be the last to let go of this, and a store ends where it was made. */
  g_clear_object (&self->store);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static gboolean
start_cb (gpointer data)
{
  ChisoIntake *self = data;

  self->start_source = 0;
  advance (self);
  return G_SOURCE_REMOVE;
}

/* Never from inside a call of the owner, who connects to the signals after adding or before. */
static void
start_soon (ChisoIntake *self)
{
  if (self->start_source == 0)
    self->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, g_object_ref (self),
                                          g_object_unref);
}

/* What was asked for, and what was found below it. */
typedef struct
{
  GPtrArray *roots; /* of GFile* */
  GPtrArray *items; /* of ChisoIntakeItem*: of a root that cannot be walked, with its error */
} Walk;

static void
free_walk (gpointer data)
{
  Walk *walk = data;

  g_ptr_array_unref (walk->roots);
  g_ptr_array_unref (walk->items);
  g_free (walk);
}

static void
walk_root (Walk *walk, GFile *root, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = chiso_import_list (root, cancellable, &error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    g_ptr_array_add (walk->items, chiso_intake_item_new_for_file (files->pdata[i]));
  if (files == NULL)
    {
      ChisoIntakeItem *item = chiso_intake_item_new_for_file (root);

      item->error = g_steal_pointer (&error);
      g_ptr_array_add (walk->items, item);
    }
}

static void
walk_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Walk *walk = data;

  for (guint i = 0; i < walk->roots->len && !g_cancellable_is_cancelled (cancellable); i++)
    walk_root (walk, walk->roots->pdata[i], cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ChisoIntake *self = CHISO_INTAKE (source);
  Walk *walk = g_task_get_task_data (G_TASK (result));

  self->n_walking--;
  /* The only way to fail is to be cancelled, which advance() sees to. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    {
      gsize n;
      g_autofree gpointer *items = g_ptr_array_steal (walk->items, &n);

      self->total += n;
      for (gsize i = 0; i < n; i++)
        g_queue_push_tail (&self->items, items[i]);
    }
  advance (self);
}

static void
chiso_intake_finalize (GObject *object)
{
  ChisoIntake *self = CHISO_INTAKE (object);

  drop_items (self);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  chiso_extractor_unref (self->extractor);
  g_free (self->published_text);
  g_free (self->name);
  G_OBJECT_CLASS (chiso_intake_parent_class)->finalize (object);
}

static void
chiso_intake_class_init (ChisoIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chiso_intake_finalize;
  signals[SIGNAL_REPORT] = g_signal_new ("report", CHISO_TYPE_INTAKE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", CHISO_TYPE_INTAKE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", CHISO_TYPE_INTAKE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chiso_intake_init (ChisoIntake *self)
{
  self->cancellable = g_cancellable_new ();
  self->batch_size = 1;
  g_queue_init (&self->items);
  g_queue_init (&self->batches);
}

ChisoIntake *
chiso_intake_new (ChisoStore *store, ChisoExtractor *extractor)
{
  ChisoIntake *self = g_object_new (CHISO_TYPE_INTAKE, NULL);

  g_return_val_if_fail (CHISO_IS_STORE (store), NULL);

  self->store = g_object_ref (store);
  self->extractor = chiso_extractor_ref (extractor);
  return self;
}

void
chiso_intake_set_published (ChisoIntake *self, const ChisoDate *date, const char *text)
{
  g_return_if_fail (CHISO_IS_INTAKE (self));
  g_return_if_fail (date != NULL && text != NULL);

  self->published = *date;
  g_free (self->published_text);
  self->published_text = g_strdup (text);
}

void
chiso_intake_add_files (ChisoIntake *self, GListModel *files)
{
  g_autoptr (GTask) task = NULL;
  Walk *walk;

  g_return_if_fail (CHISO_IS_INTAKE (self) && !self->finished);

  walk = g_new0 (Walk, 1);
  walk->roots = g_ptr_array_new_with_free_func (g_object_unref);
  walk->items = g_ptr_array_new_with_free_func (chiso_intake_item_free);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (walk->roots, g_list_model_get_item (files, i));
  self->n_walking++;
  task = g_task_new (self, self->cancellable, walked_cb, NULL);
  g_task_set_task_data (task, walk, free_walk);
  g_task_run_in_thread (task, walk_thread);
  start_soon (self);
}

static void
add_item (ChisoIntake *self, ChisoIntakeItem *item)
{
  g_queue_push_tail (&self->items, item);
  self->total++;
  start_soon (self);
}

void
chiso_intake_add_text (ChisoIntake *self, const char *text, const char *name)
{
  ChisoIntakeItem *item;

  g_return_if_fail (CHISO_IS_INTAKE (self) && !self->finished);

  item = chiso_intake_item_new (name);
  item->bytes = g_bytes_new (text, strlen (text));
  add_item (self, item);
}

void
chiso_intake_add_document (ChisoIntake *self, const ChisoDocument *document)
{
  ChisoIntakeItem *item;

  g_return_if_fail (CHISO_IS_INTAKE (self) && !self->finished);

  item = chiso_intake_item_new (document->name);
  item->document = chiso_document_copy (document);
  chiso_document_forget_read (item->document);
  add_item (self, item);
}

void
chiso_intake_cancel (ChisoIntake *self)
{
  g_return_if_fail (CHISO_IS_INTAKE (self));

  if (self->finished || is_cancelled (self))
    return;
  g_cancellable_cancel (self->cancellable);
  start_soon (self);
}

gboolean
chiso_intake_is_cancelled (ChisoIntake *self)
{
  g_return_val_if_fail (CHISO_IS_INTAKE (self), FALSE);
  return is_cancelled (self);
}

gboolean
chiso_intake_is_finished (ChisoIntake *self)
{
  g_return_val_if_fail (CHISO_IS_INTAKE (self), TRUE);
  return self->finished;
}

guint
chiso_intake_get_done (ChisoIntake *self)
{
  g_return_val_if_fail (CHISO_IS_INTAKE (self), 0);
  return self->done;
}

guint
chiso_intake_get_total (ChisoIntake *self)
{
  g_return_val_if_fail (CHISO_IS_INTAKE (self), 0);
  return self->total;
}

guint
chiso_intake_get_n_left (ChisoIntake *self)
{
  g_return_val_if_fail (CHISO_IS_INTAKE (self), 0);
  return self->n_left;
}

const char *
chiso_intake_get_name (ChisoIntake *self)
{
  g_return_val_if_fail (CHISO_IS_INTAKE (self), NULL);
  return self->name;
}
