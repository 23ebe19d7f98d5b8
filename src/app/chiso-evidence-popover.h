/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence pane in a popover that points at the mark or tile it belongs to. */

#pragma once

#include "chiso-evidence-pane.h"

G_BEGIN_DECLS

#define CHISO_TYPE_EVIDENCE_POPOVER (chiso_evidence_popover_get_type ())
G_DECLARE_FINAL_TYPE (ChisoEvidencePopover, chiso_evidence_popover, CHISO, EVIDENCE_POPOVER,
                      GtkPopover)

GtkWidget *chiso_evidence_popover_new (void);

/* Pops up at mark, a rectangle of widget, or at widget itself when mark is NULL. widget is inside the
 * popover's parent. records (of ChisoRecord*, not empty) are read during the call only; computed: how
 * the value came about, or NULL. */
void chiso_evidence_popover_show (ChisoEvidencePopover *self, GtkWidget *widget,
                                  const graphene_rect_t *mark, GPtrArray *records,
                                  const char *computed, ChisoSession *session);

/* What stands for the sentence of the record shown; NULL while the popover is not. */
const char *chiso_evidence_popover_get_sentence (ChisoEvidencePopover *self);

G_END_DECLS
