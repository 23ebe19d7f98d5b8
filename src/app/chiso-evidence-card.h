/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What proves one record: its value, the sentence with the figure highlighted, the source. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_EVIDENCE_CARD (chiso_evidence_card_get_type ())
G_DECLARE_FINAL_TYPE (ChisoEvidenceCard, chiso_evidence_card, CHISO, EVIDENCE_CARD, AdwBin)

/* Shows record, which is read during the call only. "Open report" activates win.show-evidence with
 * the record's document and id. */
void chiso_evidence_card_set_record (ChisoEvidenceCard *self, const ChisoRecord *record,
                                     ChisoSession *session);

/* The text that stands for the sentence; for tests. */
const char *chiso_evidence_card_get_sentence (ChisoEvidenceCard *self);

G_END_DECLS
