/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence of the selected mark: one record, or for a computed mark all that it was computed
 * from. */

#pragma once

#include "chiso-evidence-card.h"

G_BEGIN_DECLS

#define CHISO_TYPE_EVIDENCE_PANE (chiso_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (ChisoEvidencePane, chiso_evidence_pane, CHISO, EVIDENCE_PANE, AdwBin)

GtkWidget *chiso_evidence_pane_new (void);

/* Shows records (of const ChisoRecord*), the mark's own first, then what it was computed with. Without
 * any the pane says how to choose one. computed: what the mark shows where that is no record's own
 * figure, and how it came about, or NULL. All are read during the call only. */
void chiso_evidence_pane_set_records (ChisoEvidencePane *self, GPtrArray *records,
                                      const char *computed, ChisoSession *session);

/* The record shown, 0 for none. */
gint64 chiso_evidence_pane_get_record_id (ChisoEvidencePane *self);
/* What stands for the sentence of the record shown; NULL for none. */
const char *chiso_evidence_pane_get_sentence (ChisoEvidencePane *self);

G_END_DECLS
