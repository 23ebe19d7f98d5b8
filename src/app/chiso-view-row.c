/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a view and takes a new name for it. Must not change the library.
 *
 * # Accessibility
 *
 * The row is labelled with the name and what is compared; its buttons are
 * named "Rename" and "Delete". */

#include "chiso-view-row.h"

struct _ChisoViewRow
{
  GtkListBoxRow parent_instance;

  ChisoSavedView *view;

  GtkStack *stack;
  GtkImage *mark;
  GtkLabel *name;
  GtkLabel *detail;
  GtkEntry *entry;
};

enum
{
  SIGNAL_RENAMED,
  SIGNAL_REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoViewRow, chiso_view_row, GTK_TYPE_LIST_BOX_ROW)

static void
edit_cb (ChisoViewRow *self)
{
  chiso_view_row_edit (self);
}

static void
remove_cb (ChisoViewRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
stop_editing (ChisoViewRow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "name");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
rename_cb (ChisoViewRow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  stop_editing (self);
  g_signal_emit (self, signals[SIGNAL_RENAMED], 0, name);
}

/* Escape leaves the name, not the list. */
static gboolean
key_cb (ChisoViewRow *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  stop_editing (self);
  return TRUE;
}

static void
chiso_view_row_finalize (GObject *object)
{
  chiso_saved_view_free (CHISO_VIEW_ROW (object)->view);
  G_OBJECT_CLASS (chiso_view_row_parent_class)->finalize (object);
}

static void
chiso_view_row_class_init (ChisoViewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chiso_view_row_finalize;
  signals[SIGNAL_RENAMED] = g_signal_new ("renamed", CHISO_TYPE_VIEW_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", CHISO_TYPE_VIEW_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-view-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoViewRow, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewRow, mark);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewRow, name);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewRow, detail);
  gtk_widget_class_bind_template_child (widget_class, ChisoViewRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
chiso_view_row_init (ChisoViewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
chiso_view_row_new (const ChisoSavedView *view, const char *detail, gboolean shown)
{
  ChisoViewRow *self;
  g_autofree char *words = NULL;

  g_return_val_if_fail (view != NULL && view->name != NULL, NULL);

  self = g_object_new (CHISO_TYPE_VIEW_ROW, NULL);
  self->view = chiso_saved_view_new (view->id, view->name, view->choice, view->saved);
  gtk_label_set_label (self->name, view->name);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), view->name);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), shown);
  words = g_strdup_printf ("%s, %s", view->name, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}

const ChisoSavedView *
chiso_view_row_get_view (ChisoViewRow *self)
{
  g_return_val_if_fail (CHISO_IS_VIEW_ROW (self), NULL);
  return self->view;
}

void
chiso_view_row_edit (ChisoViewRow *self)
{
  g_return_if_fail (CHISO_IS_VIEW_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->view->name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
