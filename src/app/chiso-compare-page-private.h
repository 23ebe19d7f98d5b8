/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Compare page's own struct, for the files that it is made of. */

#pragma once

#include "chiso-compare-page.h"

#include "chiso-chart.h"
#include "chiso-compare-controls.h"
#include "chiso-evidence-pane.h"
#include "chiso-loader.h"
#include "chiso-place-bar.h"
#include "chiso-views-button.h"

G_BEGIN_DECLS

struct _ChisoComparePage
{
  AdwBin parent_instance;

  ChisoSession *session;
  ChisoLoader *loader;        /* coverage; the indicator of the places */
  ChisoLoader *record_loader; /* the record that is to be shown */
  ChisoCompareState *state;
  gboolean suggested; /* nobody chose the state's places yet */
  gint64 wanted;      /* record to select when the chart is there, 0 for none */
  AdwToast *undo;     /* puts back the places that were taken out last; not owned, may be NULL */
  gulong painted;     /* handler that waits for the controls' first frame, 0 for none */

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  ChisoCompareControls *controls;
  ChisoPlaceBar *places;
  ChisoViewsButton *views;
  GtkToggleButton *table;
  ChisoChart *chart;
  ChisoEvidencePane *evidence;
};

/* chiso-compare-page.c: after a choice by the person or the program, the controls, the memory and the
 * chart follow. */
void _chiso_compare_page_state_changed (ChisoComparePage *self);

/* chiso-compare-evidence.c */

/* NULL while nothing is chosen. */
const ChisoIndicator *_chiso_compare_page_indicator (ChisoComparePage *self);
/* The state's places as the NULL-terminated array that queries and figures take. Free with g_free; the
 * keys are the state's. */
const char **_chiso_compare_page_borrow_places (ChisoComparePage *self);
/* The figure that the state asks for; places are of the function above. */
ChisoFigureSpec _chiso_compare_page_spec (ChisoComparePage *self, const char **places);
void _chiso_compare_page_activate_mark (ChisoComparePage *self, guint64 key);
/* Evidence stays beside the chart as long as figure shows its mark, or one in its stead; what was
 * rejected there stays where that can be undone. */
void _chiso_compare_page_keep_evidence (ChisoComparePage *self, PlotFigure *figure);

/* chiso-compare-focus.c: the keyboard goes on to the next part of the page that takes it, or where args is
 * TRUE back to the one before. FALSE where there is none. For a key's binding. */
gboolean _chiso_compare_page_change_part (GtkWidget *widget, GVariant *args, gpointer data);

/* chiso-compare-suggested.c */

/* Fills in what the state lacks, of the coverage that was loaded. */
void _chiso_compare_page_complete (ChisoComparePage *self);
/* Keeps the state for the next time, without places that were only suggested. */
void _chiso_compare_page_remember (ChisoComparePage *self);
/* Takes suggested places out, for others to be suggested. */
void _chiso_compare_page_forget_suggested (ChisoComparePage *self);
/* The same for the person's own, who is told. */
void _chiso_compare_page_make_room (ChisoComparePage *self);

/* chiso-compare-undo.c */

/* Remembers the state's places; made before they change. Unref when done. */
AdwToast *_chiso_compare_page_new_undo (ChisoComparePage *self);
/* Shows it with the sentence that says what was done. */
void _chiso_compare_page_offer_undo (ChisoComparePage *self, AdwToast *toast, const char *sentence);

/* chiso-compare-views.c: shows the view of that name; what it names and is not there is told. */
void _chiso_compare_page_open_view (ChisoComparePage *self, const char *name, const char *choice);

G_END_DECLS
