/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person decided about one of several figures that disagree, or can decide about it. */

#pragma once

#include "chiso-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A new row: what stands, with a button that takes it back (win.undo-decision), else a button with a
 * menu of reasons to choose the figure or, where drawn says that it is the chart's already, one to accept
 * it and a menu to reject it (win.decide). record is read during the call only. */
GtkWidget *chiso_decision_row_new (const ChisoRecord *record, gboolean drawn,
                                   ChisoSession *session);

/* "Chosen: later correction"; without a reason "Chosen". Free with g_free. */
char *chiso_decision_words (ChisoDecisionKind kind, ChisoReason reason);

G_END_DECLS
