/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import as a window shows it: an intake (import/chiso-intake.h), and what there is to say of it
 * in the person's language. */

#pragma once

#include "core/chiso-extract.h"
#include "core/chiso-store.h"

G_BEGIN_DECLS

/* What came of an import; also while it runs, of what is done so far. */
typedef struct
{
  guint n_imported;
  guint n_already_there;
  guint n_figures;
  GPtrArray *failures;   /* of char*: a sentence in the person's language for each report */
  gint64 first_document; /* id of the first report that was imported or already there, or 0 */
  gboolean cancelled;
} ChisoImportSummary;

#define CHISO_TYPE_IMPORT_JOB (chiso_import_job_get_type ())
G_DECLARE_FINAL_TYPE (ChisoImportJob, chiso_import_job, CHISO, IMPORT_JOB, GObject)

/* signal "progress" (void): done, total or name are others than before.
 * signal "finished" (void): emitted once; nothing of the job is under way any more. */

ChisoImportJob *chiso_import_job_new (ChisoStore *store, ChisoExtractor *extractor);

/* Each starts the job when it is the first, and may be called until it has finished. Folders are
 * walked off the main thread. files: GListModel of GFile. */
void chiso_import_job_add_files (ChisoImportJob *self, GListModel *files);
/* name stands for the file in lists and messages. */
void chiso_import_job_add_text (ChisoImportJob *self, const char *text, const char *name);
/* A document that was read before, such as one that was removed; it is copied. */
void chiso_import_job_add_document (ChisoImportJob *self, const ChisoDocument *document);

/* What was stored stays, the rest does not happen. "finished" follows soon, never from inside. */
void chiso_import_job_cancel (ChisoImportJob *self);

gboolean chiso_import_job_is_finished (ChisoImportJob *self);
guint chiso_import_job_get_done (ChisoImportJob *self);
/* How many are known of: it grows while a folder is walked. */
guint chiso_import_job_get_total (ChisoImportJob *self);
/* The report that is being read, or was last; NULL before the first. */
const char *chiso_import_job_get_name (ChisoImportJob *self);
/* Borrowed. */
const ChisoImportSummary *chiso_import_job_get_summary (ChisoImportJob *self);

G_END_DECLS
