/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Compare page is asked to show: a plain value that is chosen from the coverage, kept in
 * the settings, and turned into a query and a figure. */

#pragma once

#include "figures/chiso-figures.h"

G_BEGIN_DECLS

/* More lines than the palette has hues cannot be told apart. */
#define CHISO_COMPARE_MAX_PLACES 8

typedef struct
{
  char *indicator;        /* id; NULL: nothing to show */
  GPtrArray *places;      /* of char*: place keys, in the order of their colours */
  ChisoBoundary boundary; /* of all of them */
  int first_year;         /* 0: from the first there is */
  int last_year;          /* 0: to the last there is */
  PlotKind kind;
  ChisoShow show;
} ChisoCompareState;

/* An empty state: no indicator, lines, values, the 63 provinces. */
ChisoCompareState *chiso_compare_state_new (void);
void chiso_compare_state_free (ChisoCompareState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoCompareState, chiso_compare_state_free)

/* As the person left it, settings NULL giving the empty state. What the catalogue does not have
 * (any more) is left out. */
ChisoCompareState *chiso_compare_state_load (GSettings *settings, ChisoCatalogue *catalogue);
void chiso_compare_state_save (const ChisoCompareState *state, GSettings *settings);

/* Fills in what is missing so that there is something to see: the indicator that most places have
 * figures of, the five places with the longest series. coverage: of ChisoCoverage*. */
void chiso_compare_state_complete (ChisoCompareState *state, GPtrArray *coverage);

/* Another indicator; the places stay if any of them has figures of it, and are chosen anew if none has. */
void chiso_compare_state_set_indicator (ChisoCompareState *state, const char *indicator,
                                        GPtrArray *coverage);
/* FALSE when it is there already or there are CHISO_COMPARE_MAX_PLACES. A place of the other boundary
 * set replaces those of this one, since figures of both sets are not compared. */
gboolean chiso_compare_state_add_place (ChisoCompareState *state, ChisoBoundary boundary,
                                        const char *place);
void chiso_compare_state_remove_place (ChisoCompareState *state, const char *place);

G_END_DECLS
