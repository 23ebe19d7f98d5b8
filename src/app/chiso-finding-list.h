/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the auditor finds about one record: a line for each finding that cites it. Takes no room where
 * there is none. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_FINDING_LIST (chiso_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (ChisoFindingList, chiso_finding_list, CHISO, FINDING_LIST, AdwBin)

/* Empties the list and asks the session's library for what stands beside the record, which is read
 * during the call only; the findings follow when the answer comes, unless another record was set by
 * then, and again when the library changed. */
void chiso_finding_list_set_record (ChisoFindingList *self, const ChisoRecord *record,
                                    ChisoSession *session);

/* The button of a sentence that the findings cite beside the record's own, from the top; NULL where
 * there are no more. */
GtkWidget *chiso_finding_list_get_cited (ChisoFindingList *self, guint i);

/* The row by which the record itself is rejected, or a decision about it taken back; NULL until the
 * answer comes. */
GtkWidget *chiso_finding_list_get_own_decision (ChisoFindingList *self);

/* For tests: how many lines are shown, and one's text; whether an answer is awaited. */
guint chiso_finding_list_get_n_findings (ChisoFindingList *self);
const char *chiso_finding_list_get_text (ChisoFindingList *self, guint i);
gboolean chiso_finding_list_is_loading (ChisoFindingList *self);

G_END_DECLS
