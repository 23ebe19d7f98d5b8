/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arranges the evidence cards. Finds no records itself: its page hands them over. */

#include "chiso-evidence-pane.h"

#include <glib/gi18n.h>

struct _ChisoEvidencePane
{
  AdwBin parent_instance;

  gint64 record_id;

  GtkStack *stack;
  guint n_records;
  GtkLabel *computed;
  ChisoEvidenceCard *card;
  GtkWidget *others; /* heading and cards */
  GtkLabel *others_title;
  GtkBox *cards;
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
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, others);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, others_title);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, cards);
  gtk_widget_class_bind_template_child (widget_class, ChisoEvidencePane, computed);
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

/* What is computed is of one indicator; a point of a scatter chart has one along each axis. */
static gboolean
are_of_two (GPtrArray *records)
{
  const ChisoRecord *first, *second;

  if (records == NULL || records->len < 2)
    return FALSE;
  first = records->pdata[0];
  second = records->pdata[1];
  return g_strcmp0 (first->observation->indicator, second->observation->indicator) != 0;
}

static void
show_others (ChisoEvidencePane *self, GPtrArray *records, ChisoSession *session)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  for (guint i = 1; i < self->n_records; i++)
    {
      child = g_object_new (CHISO_TYPE_EVIDENCE_CARD, NULL);
      chiso_evidence_card_set_record (CHISO_EVIDENCE_CARD (child), records->pdata[i], session);
      gtk_box_append (self->cards, child);
    }
  gtk_widget_set_visible (self->others, self->n_records > 1);
  gtk_label_set_label (self->others_title,
                       are_of_two (records) ? _ ("On the other axis") : _ ("Computed with"));
}

void
chiso_evidence_pane_set_records (ChisoEvidencePane *self, GPtrArray *records, const char *computed,
                                 ChisoSession *session)
{
  const ChisoRecord *first;

  g_return_if_fail (CHISO_IS_EVIDENCE_PANE (self));

  self->n_records = records != NULL ? records->len : 0;
  first = self->n_records > 0 ? records->pdata[0] : NULL;
  self->record_id = first != NULL ? first->id : 0;
  if (first != NULL)
    chiso_evidence_card_set_record (self->card, first, session);
  show_others (self, records, session);
  gtk_label_set_label (self->computed, computed != NULL ? computed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->computed), computed != NULL);
  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "record" : "empty");
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
