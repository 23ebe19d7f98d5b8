/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an import: counts, and a sentence for each report that failed. Knows no widgets. */

#include "chiso-import-job.h"

#include "chiso-error-words.h"
#include "chiso-report-item.h"
#include "import/chiso-intake.h"

#include <glib/gi18n.h>

struct _ChisoImportJob
{
  GObject parent_instance;

  ChisoIntake *intake;
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

static void
take_added (ChisoImportJob *self, const ChisoAdded *added)
{
  if (added->already_there)
    {
      self->summary.n_already_there++;
    }
  else
    {
      self->summary.n_imported++;
      self->summary.n_figures += added->n_observations;
    }
  if (self->summary.first_document == 0)
    self->summary.first_document = added->document_id;
}

static void
report_cb (ChisoImportJob *self, const ChisoIntakeReport *report)
{
  GPtrArray *failures = self->summary.failures;
  const char *path = chiso_report_name (report->path);

  /* Rows that could not be used; the rest of their table is kept. */
  for (guint i = 0; report->problems != NULL && i < report->problems->len; i++)
    g_ptr_array_add (failures,
                     g_strdup_printf ("“%s”, %s", path, (const char *) report->problems->pdata[i]));
  if (report->error != NULL)
    g_ptr_array_add (failures, chiso_error_words_of_report (report->error, path));
  else
    take_added (self, report->added);
}

static void
progress_cb (ChisoImportJob *self)
{
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

static void
finished_cb (ChisoImportJob *self)
{
  guint n_left = chiso_intake_get_n_left (self->intake);

  self->summary.cancelled = chiso_intake_is_cancelled (self->intake);
  if (n_left > 0 && !self->summary.cancelled)
    g_ptr_array_add (self->summary.failures,
                     g_strdup_printf (ngettext ("%u report after it was not imported.",
                                                "%u reports after it were not imported.", n_left),
                                      n_left));
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
chiso_import_job_finalize (GObject *object)
{
  ChisoImportJob *self = CHISO_IMPORT_JOB (object);

  g_clear_object (&self->intake);
  g_ptr_array_unref (self->summary.failures);
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
  self->summary.failures = g_ptr_array_new_with_free_func (g_free);
}

ChisoImportJob *
chiso_import_job_new (ChisoStore *store, ChisoExtractor *extractor)
{
  ChisoImportJob *self = g_object_new (CHISO_TYPE_IMPORT_JOB, NULL);

  g_return_val_if_fail (CHISO_IS_STORE (store), NULL);

  self->intake = chiso_intake_new (store, extractor);
  g_signal_connect_object (self->intake, "report", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->intake, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
chiso_import_job_add_files (ChisoImportJob *self, GListModel *files)
{
  g_return_if_fail (CHISO_IS_IMPORT_JOB (self));
  chiso_intake_add_files (self->intake, files);
}

void
chiso_import_job_add_text (ChisoImportJob *self, const char *text, const char *name)
{
  g_return_if_fail (CHISO_IS_IMPORT_JOB (self));
  chiso_intake_add_text (self->intake, text, name);
}

void
chiso_import_job_add_document (ChisoImportJob *self, const ChisoDocument *document)
{
  g_return_if_fail (CHISO_IS_IMPORT_JOB (self));
  chiso_intake_add_document (self->intake, document);
}

void
chiso_import_job_cancel (ChisoImportJob *self)
{
  g_return_if_fail (CHISO_IS_IMPORT_JOB (self));
  chiso_intake_cancel (self->intake);
}

gboolean
chiso_import_job_is_finished (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), TRUE);
  return chiso_intake_is_finished (self->intake);
}

guint
chiso_import_job_get_done (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), 0);
  return chiso_intake_get_done (self->intake);
}

guint
chiso_import_job_get_total (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), 0);
  return chiso_intake_get_total (self->intake);
}

const char *
chiso_import_job_get_name (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), NULL);
  return chiso_intake_get_name (self->intake);
}

const ChisoImportSummary *
chiso_import_job_get_summary (ChisoImportJob *self)
{
  g_return_val_if_fail (CHISO_IS_IMPORT_JOB (self), NULL);
  return &self->summary;
}
