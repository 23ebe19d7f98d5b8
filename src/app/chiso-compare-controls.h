/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of choices above the comparison: indicator, years, kind of chart, measure, base year,
 * boundaries. Shows a state and tells what the person chose; decides nothing. */

#pragma once

#include "chiso-compare-state.h"
#include "chiso-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CHISO_TYPE_COMPARE_CONTROLS (chiso_compare_controls_get_type ())
G_DECLARE_FINAL_TYPE (ChisoCompareControls, chiso_compare_controls, CHISO, COMPARE_CONTROLS, AdwBin)

/* Signals "indicator-picked" and, for what a scatter chart measures across, "across-picked" (const char
 * *id). Signal "changed" (void): any of the other choices;
 * chiso_compare_controls_apply() writes them into a state.
 * Accessibility: every control has a name of its own. */

/* Shows state, which is read during the call only; coverage: of ChisoCoverage*. Emits nothing. */
void chiso_compare_controls_set_state (ChisoCompareControls *self, const ChisoCompareState *state,
                                       GPtrArray *coverage, ChisoSession *session);
/* Writes years, kind, measure and base year. Returns the boundary set that the person chose, which
 * chiso_compare_state_set_boundary() takes. */
ChisoBoundary chiso_compare_controls_apply (ChisoCompareControls *self, ChisoCompareState *state);

/* Opens the list of indicators. */
void chiso_compare_controls_choose_indicator (ChisoCompareControls *self);

G_END_DECLS
