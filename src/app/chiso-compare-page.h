/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Compare page: one indicator, several places, a range of years; the evidence of the selected
 * mark stands beside the chart. */

#pragma once

#include <adwaita.h>

#include "chiso-compare-state.h"
#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_COMPARE_PAGE (chiso_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (ChisoComparePage, chiso_compare_page, CHISO, COMPARE_PAGE, AdwBin)

/* Signal "loaded" (void): what was asked for is on the screen. */

/* Reads the library now and whenever the session says that it changed; opens as the person left it. */
void chiso_compare_page_set_session (ChisoComparePage *self, ChisoSession *session);

/* Charts the record's indicator and place, selects the record's mark and shows its evidence. */
void chiso_compare_page_show_record (ChisoComparePage *self, gint64 record_id);

/* Borrowed; NULL before the library was read. */
const ChisoCompareState *chiso_compare_page_get_state (ChisoComparePage *self);

/* The chart on the screen, for export: GPtrArray of PlotFigure* with a reference each. */
GPtrArray *chiso_compare_page_list_figures (ChisoComparePage *self);
/* What the chart's table lists, for a sheet: to be unreferenced; NULL where that is the chart alone. */
PlotFigure *chiso_compare_page_list_all (ChisoComparePage *self);
/* The records that the chart was made of, borrowed; NULL while there are none. */
GPtrArray *chiso_compare_page_get_records (ChisoComparePage *self);

/* Opens the evidence of a mark as if it had been clicked; FALSE when the chart does not show it. */
gboolean chiso_compare_page_activate (ChisoComparePage *self, guint64 key);
/* What stands for the sentence in the evidence shown; NULL when none is. */
const char *chiso_compare_page_get_sentence (ChisoComparePage *self);

G_END_DECLS
