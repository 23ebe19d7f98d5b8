/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several commands ask for in the same words, a comparison of places: its options, what they
 * mean, and its charts. */

#pragma once

#include "ctl.h"
#include "figures/chiso-figures.h"

G_BEGIN_DECLS

typedef struct
{
  char *view, *indicator, *place, *kind, *measure, *base, *period,
      *set;                    /* as typed; NULL where not */
  char **indicators, **places; /* read; places NULL: all */
  ChisoProvinceFacts *facts;
  ChisoFigureSpec spec; /* read; indicator and places are set for each chart */
} CtlCompare;

void ctl_compare_clear (CtlCompare *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlCompare, ctl_compare_clear)

#define CTL_N_COMPARE_ENTRIES 8
/* Fills the next entries of a command's options; what they mean is read by ctl_compare_read(). */
void ctl_compare_entries (CtlCompare *self, GOptionEntry *entries);
/* Loads the session, but not the library, unless a view in it is asked for. */
gboolean ctl_compare_read (CtlCompare *self, CtlSession *session, const CtlCommon *common,
                           GError **error);
/* Opens the library where that was not done yet. */
gboolean ctl_compare_open (CtlSession *session, const CtlCommon *common, GError **error);
/* Appends a figure for each indicator, and unless they are NULL to tables what its table lists, or NULL,
 * and to records what they were made of and what changes year on year need: both or none. CTL_FAILED after saying why a figure has nothing to show. */
CtlStatus ctl_compare_figures (CtlCompare *self, const CtlSession *session, GPtrArray *figures,
                               GPtrArray *tables, GPtrArray *records);

G_END_DECLS
