/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places the evidence pane and gives it its size. What it shows is handed over. */

#include "chiso-evidence-popover.h"

struct _ChisoEvidencePopover
{
  GtkPopover parent_instance;

  ChisoEvidencePane *pane;
};

G_DEFINE_FINAL_TYPE (ChisoEvidencePopover, chiso_evidence_popover, GTK_TYPE_POPOVER)

/* A longer pane is scrolled. */
#define PANE_WIDTH 360
#define PANE_MAX_HEIGHT 480

/* A popover asks for the height of unwrapped text: it is told the one that its width needs. */
static void
fix_size (ChisoEvidencePopover *self)
{
  GtkWidget *pane = GTK_WIDGET (self->pane);
  int width, height;

  gtk_widget_set_size_request (pane, PANE_WIDTH, -1);
  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (pane, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (pane, PANE_WIDTH, MIN (height, PANE_MAX_HEIGHT));
}

static void
chiso_evidence_popover_class_init (ChisoEvidencePopoverClass *klass)
{
}

static void
chiso_evidence_popover_init (ChisoEvidencePopover *self)
{
  self->pane = CHISO_EVIDENCE_PANE (chiso_evidence_pane_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self), "evidence-popover");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->pane));
}

GtkWidget *
chiso_evidence_popover_new (void)
{
  return g_object_new (CHISO_TYPE_EVIDENCE_POPOVER, NULL);
}

void
chiso_evidence_popover_show (ChisoEvidencePopover *self, GtkWidget *widget,
                             const graphene_rect_t *mark, GPtrArray *records, const char *computed,
                             ChisoSession *session)
{
  graphene_rect_t bounds;

  g_return_if_fail (CHISO_IS_EVIDENCE_POPOVER (self));
  g_return_if_fail (records != NULL && records->len > 0);

  if (!gtk_widget_compute_bounds (widget, gtk_widget_get_parent (GTK_WIDGET (self)), &bounds))
    return;
  if (mark != NULL)
    {
      graphene_rect_offset (&bounds, mark->origin.x, mark->origin.y);
      bounds.size = mark->size;
    }
  chiso_evidence_pane_set_records (self->pane, records, computed, session);
  fix_size (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) MAX (1, bounds.size.width),
                                                (int) MAX (1, bounds.size.height) });
  gtk_popover_popup (GTK_POPOVER (self));
}

const char *
chiso_evidence_popover_get_sentence (ChisoEvidencePopover *self)
{
  g_return_val_if_fail (CHISO_IS_EVIDENCE_POPOVER (self), NULL);
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? chiso_evidence_pane_get_sentence (self->pane)
                                                    : NULL;
}
