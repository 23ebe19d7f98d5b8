/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that were taken out of the comparison can be put back, by a toast that says which. Owns that
 * toast; must not decide what is taken out. */

#include "chiso-compare-page-private.h"

#include "chiso-toast.h"

#include <glib/gi18n.h>

/* What the page showed before. */
typedef struct
{
  ChisoBoundary boundary;
  GPtrArray *places; /* of char* */
  gboolean suggested;
} Before;

static void
free_before (Before *before)
{
  g_ptr_array_unref (before->places);
  g_free (before);
}

static GPtrArray *
copy_places (GPtrArray *places)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (copy, g_strdup (places->pdata[i]));
  return copy;
}

static void
undo_cb (ChisoComparePage *self, AdwToast *toast)
{
  const Before *before = g_object_get_data (G_OBJECT (toast), "before");

  if (self->state == NULL)
    return;
  g_ptr_array_unref (self->state->places);
  self->state->places = copy_places (before->places);
  self->state->boundary = before->boundary;
  self->suggested = before->suggested;
  _chiso_compare_page_state_changed (self);
}

AdwToast *
_chiso_compare_page_new_undo (ChisoComparePage *self)
{
  Before *before = g_new (Before, 1);
  AdwToast *toast = chiso_toast_new ("");

  *before = (Before){ .boundary = self->state->boundary,
                      .places = copy_places (self->state->places),
                      .suggested = self->suggested };
  g_object_set_data_full (G_OBJECT (toast), "before", before, (GDestroyNotify) free_before);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  return g_object_ref_sink (toast);
}

void
_chiso_compare_page_offer_undo (ChisoComparePage *self, AdwToast *toast, const char *sentence)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  if (overlay == NULL)
    return;
  /* Toasts wait for each other, and one that takes something back must not. */
  if (self->undo != NULL)
    adw_toast_dismiss (self->undo);
  g_set_weak_pointer (&self->undo, toast);
  adw_toast_set_title (toast, escaped);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
}
