/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. Knows neither the store's queue nor who waits for what. */

#include "chiso-intake-batch.h"

#include "chiso-import.h"
#include "core/chiso-derive.h"

/* A batch is written in one piece, and told of when it is: neither may take long. */
#define MAX_TEXT_BYTES (1u * 1024 * 1024)
#define MAX_READING_US (400 * 1000)

ChisoIntakeItem *
chiso_intake_item_new (const char *name)
{
  ChisoIntakeItem *item = g_new0 (ChisoIntakeItem, 1);

  item->name = g_strdup (name);
  item->path = g_strdup (name);
  return item;
}

ChisoIntakeItem *
chiso_intake_item_new_for_file (GFile *file)
{
  g_autofree char *name = chiso_import_name (file);
  ChisoIntakeItem *item = chiso_intake_item_new (name);

  g_free (item->path);
  item->path = g_file_get_parse_name (file);
  item->file = g_object_ref (file);
  return item;
}

void
chiso_intake_item_free (gpointer data)
{
  ChisoIntakeItem *item = data;

  g_clear_object (&item->file);
  g_clear_pointer (&item->bytes, g_bytes_unref);
  g_clear_pointer (&item->document, chiso_document_free);
  g_clear_pointer (&item->problems, g_ptr_array_unref);
  g_clear_error (&item->error);
  g_free (item->name);
  g_free (item->path);
  g_free (item);
}

ChisoIntakeBatch *
chiso_intake_batch_new (ChisoExtractor *extractor)
{
  ChisoIntakeBatch *self = g_new0 (ChisoIntakeBatch, 1);

  self->extractor = chiso_extractor_ref (extractor);
  self->items = g_ptr_array_new_with_free_func (chiso_intake_item_free);
  self->additions = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_addition_free);
  return self;
}

void
chiso_intake_batch_free (gpointer data)
{
  ChisoIntakeBatch *self = data;

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->additions);
  chiso_extractor_unref (self->extractor);
  g_free (self->published_text);
  g_free (self);
}

static ChisoDocument *
read_document (ChisoIntakeItem *item, GCancellable *cancellable)
{
  if (item->file != NULL)
    return chiso_import_file (item->file, cancellable, &item->error);
  if (item->bytes != NULL)
    return chiso_import_bytes (item->bytes, item->name, &item->error);
  return g_steal_pointer (&item->document);
}

/* Gives how much text it was. */
static gsize
read_item (ChisoIntakeBatch *self, ChisoIntakeItem *item, GCancellable *cancellable)
{
  ChisoDocument *document = item->error == NULL ? read_document (item, cancellable) : NULL;
  ChisoExtraction *extraction;

  if (document == NULL)
    return 0;
  item->problems = g_ptr_array_new_with_free_func (g_free);
  extraction = chiso_derive (self->extractor, document,
                             self->published.year != 0 ? &self->published : NULL, item->problems);
  if (self->published_text != NULL)
    {
      g_free (document->published);
      document->published = g_strdup (self->published_text);
    }
  document->id = 0;
  document->imported = g_get_real_time () / G_USEC_PER_SEC;
  item->addition = chiso_addition_new (document, extraction);
  g_ptr_array_add (self->additions, item->addition);
  return document->length;
}

void
chiso_intake_batch_read (ChisoIntakeBatch *self, GCancellable *cancellable)
{
  gint64 start = g_get_monotonic_time ();
  gsize bytes = 0;

  while (self->n_read < self->items->len && !g_cancellable_is_cancelled (cancellable)
         && bytes < MAX_TEXT_BYTES
         && (self->n_read == 0 || g_get_monotonic_time () - start < MAX_READING_US))
    bytes += read_item (self, self->items->pdata[self->n_read++], cancellable);
}
