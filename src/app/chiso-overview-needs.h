/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a place and a year lack and what a person should look at: two lists at the foot of the
 * Overview. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_OVERVIEW_NEEDS (chiso_overview_needs_get_type ())
G_DECLARE_FINAL_TYPE (ChisoOverviewNeeds, chiso_overview_needs, CHISO, OVERVIEW_NEEDS, AdwBin)

/* Signal "counted" (void): the answer about what is to be reviewed has come.
 * Signal "year-wanted" (int year): the person wants the year in which something was reported.
 * Signal "record-wanted" (GtkWidget *row, const ChisoRecord *record): the person wants to see what is
 * doubted; the record is borrowed for the call. */

/* coverage: of the whole library, read during the call only. The list of what is to be reviewed
 * follows when the library has answered, unless something else was shown by then. */
void chiso_overview_needs_show (ChisoOverviewNeeds *self, ChisoSession *session,
                                GPtrArray *coverage, const char *key, int year);
/* Nothing is shown or told from now on. */
void chiso_overview_needs_stop (ChisoOverviewNeeds *self);

guint chiso_overview_needs_get_n_missing (ChisoOverviewNeeds *self);
guint chiso_overview_needs_get_n_reviews (ChisoOverviewNeeds *self);
/* For tests: what the i-th row to review says, NULL where there are no more. */
const char *chiso_overview_needs_get_review (ChisoOverviewNeeds *self, guint i);
/* Brings a list into view and the keyboard to its first row. */
void chiso_overview_needs_go_to_missing (ChisoOverviewNeeds *self);
void chiso_overview_needs_go_to_reviews (ChisoOverviewNeeds *self);

G_END_DECLS
