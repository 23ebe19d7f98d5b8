/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compared places as chips that can be taken out and put into another order, with the list to add
 * from. Shows a state and tells what the person did; decides nothing. */

#pragma once

#include "chiso-compare-state.h"
#include "chiso-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CHISO_TYPE_PLACE_BAR (chiso_place_bar_get_type ())
G_DECLARE_FINAL_TYPE (ChisoPlaceBar, chiso_place_bar, CHISO, PLACE_BAR, AdwBin)

/* Signals: "added" (const char *key of chiso_place_key()), "removed" (const char *place), "moved"
 * (const char *place, int steps): by dragging a chip onto another, or with Alt+Left and Alt+Right.
 * Accessibility: chips are buttons named "Remove NAME", described by how they are moved. */

/* choices: as of chiso_coverage_place_choices(). state is read during the call only. Emits nothing. */
void chiso_place_bar_set_state (ChisoPlaceBar *self, const ChisoCompareState *state,
                                GPtrArray *choices, ChisoSession *session);

/* Puts a widget of its owner's behind the last one of the bar, in the same rows. */
void chiso_place_bar_append (ChisoPlaceBar *self, GtkWidget *widget);

/* Opens the list of places. */
void chiso_place_bar_choose (ChisoPlaceBar *self);

G_END_DECLS
