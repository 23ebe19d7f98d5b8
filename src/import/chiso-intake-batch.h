/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to import: some reports that are read together, off the main thread, and stored together. */

#pragma once

#include "core/chiso-extract.h"
#include "core/chiso-store.h"

G_BEGIN_DECLS

/* One report to be: one of file, bytes and document is set at first. Passed from thread to thread,
 * never shared. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  ChisoDocument *document;
  char *name;
  char *path;
  ChisoAddition *addition; /* once it was read; its batch's */
  GPtrArray *problems;     /* of char*, or NULL */
  GError *error;           /* why it could not be read, or NULL */
} ChisoIntakeItem;

ChisoIntakeItem *chiso_intake_item_new (const char *name);
ChisoIntakeItem *chiso_intake_item_new_for_file (GFile *file);
void chiso_intake_item_free (gpointer item);

typedef struct
{
  GPtrArray *items;
  guint n_read;         /* of items, from the first */
  gboolean is_read;     /* the thread is done with it */
  GPtrArray *additions; /* of ChisoAddition: what was read */
  ChisoExtractor *extractor;
  ChisoDate published; /* year 0: as each report says */
  char *published_text;
} ChisoIntakeBatch;

ChisoIntakeBatch *chiso_intake_batch_new (ChisoExtractor *extractor);
void chiso_intake_batch_free (gpointer batch);

/* Reads and extracts its items until there are no more, the time is up, there is enough text, or
 * cancellable is cancelled; at least one. */
void chiso_intake_batch_read (ChisoIntakeBatch *self, GCancellable *cancellable);

G_END_DECLS
