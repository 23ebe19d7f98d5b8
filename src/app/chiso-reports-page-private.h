/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the Reports page share; nobody else but tests includes this. */

#pragma once

#include "chiso-import-job.h"
#include "chiso-reader.h"
#include "chiso-reports-page.h"

G_BEGIN_DECLS

struct _ChisoReportsPage
{
  AdwBin parent_instance;

  /* Owned by the page. */
  ChisoSession *session;
  GCancellable *cancellable; /* of the list that is asked for */
  gint64 wanted;             /* report to select when it is in the list, 0 for none */
  gboolean selecting;        /* the selection is being set by the program, not by the person */

  /* Owned by the importing part. */
  ChisoImportJob *job; /* NULL when none runs */
  GtkFileChooserNative *chooser;

  /* Template widgets, borrowed. */
  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkStack *results;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *reports;
  ChisoReader *reader;
  GtkRevealer *import_revealer;
  GtkLabel *import_name;
  GtkProgressBar *import_bar;
};

/* chiso-reports-page.c: selects the report and opens it once it is in the list. */
void _chiso_reports_page_want (ChisoReportsPage *self, gint64 document_id);

/* chiso-reports-import.c */
void _chiso_reports_page_class_import_init (ChisoReportsPageClass *klass);
void _chiso_reports_page_import_init (ChisoReportsPage *self);
void _chiso_reports_page_import_dispose (ChisoReportsPage *self);
/* The job that runs, or a new one; NULL without a library. */
ChisoImportJob *_chiso_reports_page_ensure_job (ChisoReportsPage *self);

/* chiso-reports-remove.c */
void _chiso_reports_page_remove (ChisoReportsPage *self, gint64 document_id);

G_END_DECLS
