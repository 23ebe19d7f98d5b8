/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files and folders dropped anywhere on the window are imported. */

#include "chiso-window-private.h"

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  ChisoWindow *self = data;
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *item = list; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  if (list == NULL)
    return FALSE;
  chiso_window_import (self, G_LIST_MODEL (files));
  return TRUE;
}

void
_chiso_window_dnd_init (ChisoWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
