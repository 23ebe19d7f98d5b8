/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can tell the window to do: its actions and their keys. */

#include "chiso-window-private.h"

static void
show_page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  chiso_window_show_page (CHISO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (CHISO_WINDOW (widget)->menu_button);
}

void
_chiso_window_class_actions_init (ChisoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "win.show-page",
                                       "s", "overview");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "win.show-page",
                                       "s", "compare");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_3, GDK_CONTROL_MASK, "win.show-page",
                                       "s", "reports");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, 0, "win.show-menu", NULL);
}

void
_chiso_window_actions_init (ChisoWindow *self)
{
  chiso_reports_page_install_actions (self->reports, G_ACTION_MAP (self));
}
