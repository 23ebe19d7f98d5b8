/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arranges the evidence cards. Finds no records itself: its page hands them over. */

#include "chiso-evidence-pane.h"

struct _ChisoEvidencePane
{
  AdwBin parent_instance;

  gint64 record_id;

  GtkStack *stack;
  ChisoEvidenceCard *card;
  ChisoEvidenceCard *earlier_card;
  GtkWidget *earlier_box;
};

G_DEFINE_FINAL_TYPE (ChisoEvidencePane, chiso_evidence_pane, ADW_TYPE_BIN)

static void
chiso_evidence_pane_class_init (ChisoEvidencePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CHISO_TYPE_EVIDENCE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, card);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, earlier_card);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, earlier_box);
}

static void
chiso_evidence_pane_init (ChisoEvidencePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
chiso_evidence_pane_new (void)
{
  return g_object_new (CHISO_TYPE_EVIDENCE_PANE, NULL);
}

void
chiso_evidence_pane_set_records (ChisoEvidencePane *self, const ChisoRecord *record,
                                 const ChisoRecord *earlier, ChisoSession *session)
{
  g_return_if_fail (CHISO_IS_EVIDENCE_PANE (self));

  self->record_id = record != NULL ? record->id : 0;
  if (record != NULL)
    chiso_evidence_card_set_record (self->card, record, session);
  if (record != NULL && earlier != NULL)
    chiso_evidence_card_set_record (self->earlier_card, earlier, session);
  gtk_widget_set_visible (self->earlier_box, record != NULL && earlier != NULL);
  gtk_stack_set_visible_child_name (self->stack, record != NULL ? "record" : "empty");
}

gint64
chiso_evidence_pane_get_record_id (ChisoEvidencePane *self)
{
  g_return_val_if_fail (CHISO_IS_EVIDENCE_PANE (self), 0);
  return self->record_id;
}

const char *
chiso_evidence_pane_get_sentence (ChisoEvidencePane *self)
{
  g_return_val_if_fail (CHISO_IS_EVIDENCE_PANE (self), NULL);
  return self->record_id != 0 ? chiso_evidence_card_get_sentence (self->card) : NULL;
}
