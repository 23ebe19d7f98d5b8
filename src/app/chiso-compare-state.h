/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Compare page is asked to show: a plain value that is chosen from the coverage, kept in
 * the settings, and turned into a query and a figure. */

#pragma once

#include "figures/chiso-comparison.h"

G_BEGIN_DECLS

/* All provinces of a set, and the country. */
#define CHISO_COMPARE_MAX_PLACES 64

typedef ChisoComparison ChisoCompareState;

/* As the person left it, settings NULL giving the empty state. What the catalogue does not have
 * (any more) is left out. */
ChisoCompareState *chiso_compare_state_load (GSettings *settings, ChisoCatalogue *catalogue,
                                             ChisoGeo *geo);
void chiso_compare_state_save (const ChisoCompareState *state, GSettings *settings);

/* Fills in what is missing so that there is something to see: the indicator that most places have
 * figures of, the five places with the longest series; for a scatter chart as the second indicator the one that has
 * most years of places in common with the first, or lines where there is none. coverage: of ChisoCoverage*. */
void chiso_compare_state_complete (ChisoCompareState *state, GPtrArray *coverage);

/* Another indicator, which the second changes places with where it is that; the places stay if any of them has figures of it, and are chosen anew if none has. */
void chiso_compare_state_set_indicator (ChisoCompareState *state, const char *indicator,
                                        GPtrArray *coverage, ChisoGeo *geo);
/* What a scatter chart measures across; the first indicator and the second change places where that is
 * the first. */
void chiso_compare_state_set_across (ChisoCompareState *state, const char *across);
/* FALSE when it is there already or there are CHISO_COMPARE_MAX_PLACES. A place of the other boundary
 * set takes the others with it, since figures of both sets are not compared. */
gboolean chiso_compare_state_add_place (ChisoCompareState *state, ChisoGeo *geo,
                                        ChisoBoundary boundary, const char *place);
void chiso_compare_state_remove_place (ChisoCompareState *state, const char *place);
/* Moves the place by so many steps towards the end (negative: the beginning); FALSE where it cannot. */
gboolean chiso_compare_state_move_place (ChisoCompareState *state, const char *place, int steps);
/* Turns the places into those of the other set: of the 63 each into the one that it became part of, of
 * the 34 each into all that it was made of. Smaller units have no counterpart and go. */
void chiso_compare_state_set_boundary (ChisoCompareState *state, ChisoGeo *geo,
                                       ChisoBoundary boundary);

G_END_DECLS
