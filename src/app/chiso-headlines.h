/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three headline charts of the Overview side by side. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"
#include "view/plot-view.h"

G_BEGIN_DECLS

#define CHISO_TYPE_HEADLINES (chiso_headlines_get_type ())
G_DECLARE_FINAL_TYPE (ChisoHeadlines, chiso_headlines, CHISO, HEADLINES, AdwBin)

/* Signal "mark-activated" (guint64 key, PlotView *view): the person wants the evidence of a mark.
 * Signal "nearest-wanted" (const char *key, int year): instead of an empty chart, the nearest place
 * and year that have one. */

/* records: GPtrArray of ChisoRecord*, of all places, of chiso_headline_indicators() at least; its
 * reference is kept. key: a chiso_place_key(). */
void chiso_headlines_show (ChisoHeadlines *self, ChisoSession *session, GPtrArray *records,
                           const char *key, int year);
/* The charts that are not empty. GPtrArray of PlotFigure*, owned. */
GPtrArray *chiso_headlines_list_figures (ChisoHeadlines *self);
/* As if the mark of that key had been activated; FALSE where no chart has it. */
gboolean chiso_headlines_activate (ChisoHeadlines *self, guint64 key);
/* No mark is selected any more. */
void chiso_headlines_unselect (ChisoHeadlines *self);

G_END_DECLS
