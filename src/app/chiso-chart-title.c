/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the popover with the entry; it lives until it is closed. The title itself is the state's. */

#include "chiso-chart-title.h"

#include <glib/gi18n.h>

typedef struct
{
  PlotViewState *state;
  PlotFigure *figure;
  GtkPopover *popover;
  GtkEntry *entry;
} Editing;

static void
editing_free (gpointer data)
{
  Editing *editing = data;

  g_object_unref (editing->state);
  plot_figure_unref (editing->figure);
  g_free (editing);
}

static void
apply_cb (Editing *editing)
{
  g_autofree char *title = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (editing->entry))));

  plot_view_state_set_title (editing->state, title, plot_figure_title (editing->figure));
  gtk_popover_popdown (editing->popover);
}

static void
restore_cb (Editing *editing)
{
  plot_view_state_set_title (editing->state, NULL, plot_figure_title (editing->figure));
  gtk_popover_popdown (editing->popover);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not while it is being closed. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static GtkWidget *
create_buttons (Editing *editing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *restore = gtk_button_new_with_mnemonic (_ ("Use the _Generated Title"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_ ("_Apply"));

  gtk_widget_set_hexpand (restore, TRUE);
  gtk_widget_set_halign (restore, GTK_ALIGN_START);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_swapped (restore, "clicked", G_CALLBACK (restore_cb), editing);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_cb), editing);
  gtk_box_append (GTK_BOX (box), restore);
  gtk_box_append (GTK_BOX (box), apply);
  return box;
}

static GtkWidget *
create_entry (Editing *editing)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *title = plot_view_state_get_title (editing->state,
                                                 plot_figure_title (editing->figure));

  editing->entry = GTK_ENTRY (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), title != NULL ? title : "");
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 48);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the chart"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (apply_cb), editing);
  return entry;
}

GtkPopover *
chiso_chart_title_edit (GtkWidget *widget, PlotViewState *state, PlotFigure *figure)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Editing *editing = g_new0 (Editing, 1);

  editing->state = g_object_ref (state);
  editing->figure = plot_figure_ref (figure);
  editing->popover = GTK_POPOVER (popover);
  g_object_set_data_full (G_OBJECT (popover), "chiso-editing", editing, editing_free);
  gtk_box_append (GTK_BOX (box), create_entry (editing));
  gtk_box_append (GTK_BOX (box), create_buttons (editing));
  gtk_popover_set_child (editing->popover, box);
  gtk_popover_set_position (editing->popover, GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (editing->popover,
                               &(GdkRectangle){ gtk_widget_get_width (widget) / 2, 24, 1, 1 });
  gtk_widget_set_parent (popover, widget);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (editing->popover);
  gtk_widget_grab_focus (GTK_WIDGET (editing->entry));
  return editing->popover;
}
