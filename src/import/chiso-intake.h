/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports on their way into a library: files, folders and texts are read and extracted on one thread
 * while the store's worker writes those before them, many in one transaction. However many are asked
 * for, a few megabytes of text are held at a time. The one way to import, with a window and without;
 * whoever waits for it runs the main context. */

#pragma once

#include "core/chiso-extract.h"
#include "core/chiso-store.h"

G_BEGIN_DECLS

/* What became of one report; all is borrowed. */
typedef struct
{
  const char *name;        /* that stands for it in lists */
  const char *path;        /* what a message calls it */
  const ChisoAdded *added; /* NULL where it was not stored */
  const GError *error;     /* why, NULL where it was */
  GPtrArray *problems;     /* of char*: rows of a table that were left out; NULL for none */
} ChisoIntakeReport;

#define CHISO_TYPE_INTAKE (chiso_intake_get_type ())
G_DECLARE_FINAL_TYPE (ChisoIntake, chiso_intake, CHISO, INTAKE, GObject)

/* signal "report" (const ChisoIntakeReport *): one was stored or failed; in the order in which they
 * were asked for, but that a report that cannot be read may come before those that are being stored.
 * One that was cancelled is not told of.
 * signal "progress" (void): done, total or name are others than before.
 * signal "finished" (void): emitted once; nothing is under way any more. */

ChisoIntake *chiso_intake_new (ChisoStore *store, ChisoExtractor *extractor);

/* For reports that do not say when they were published, and those that do: date goes before all
 * else, and text is kept with them. */
void chiso_intake_set_published (ChisoIntake *self, const ChisoDate *date, const char *text);

/* Each starts it when it is the first, and may be called until it has finished. Folders are walked
 * off the main thread. files: GListModel of GFile. */
void chiso_intake_add_files (ChisoIntake *self, GListModel *files);
void chiso_intake_add_text (ChisoIntake *self, const char *text, const char *name);
/* A document that was stored before, such as one that was removed; it is copied, and what was read in its
 * text is read anew. */
void chiso_intake_add_document (ChisoIntake *self, const ChisoDocument *document);

/* What was stored stays, the rest does not happen. "finished" follows soon, never from inside. */
void chiso_intake_cancel (ChisoIntake *self);
gboolean chiso_intake_is_cancelled (ChisoIntake *self);
gboolean chiso_intake_is_finished (ChisoIntake *self);

guint chiso_intake_get_done (ChisoIntake *self);
/* How many are known of: it grows while a folder is walked. */
guint chiso_intake_get_total (ChisoIntake *self);
/* How many were not read because the library could not be written any more. */
guint chiso_intake_get_n_left (ChisoIntake *self);
/* The report that was read last; NULL before the first. */
const char *chiso_intake_get_name (ChisoIntake *self);

G_END_DECLS
