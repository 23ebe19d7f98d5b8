/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can tell the window to do: its actions and their keys. */

#include "chiso-window-private.h"

#include "chiso-toast.h"

#include <glib/gi18n.h>

#define SHORTCUTS_RESOURCE "/org/chiso/ChiSo/ui/shortcuts.ui"

/* Who comes to a page by a key goes on there with the keyboard, and with the keys that only the page
 * knows. */
static void
move_focus_to_page (ChisoWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL || (focus != page && !gtk_widget_is_ancestor (focus, page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  chiso_window_show_page (CHISO_WINDOW (widget), g_variant_get_string (parameter, NULL));
  move_focus_to_page (CHISO_WINDOW (widget));
}

static void
show_menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (CHISO_WINDOW (widget)->menu_button);
}

static void
show_evidence_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 document_id, record_id;

  g_variant_get (parameter, "(xx)", &document_id, &record_id);
  chiso_window_show_evidence (CHISO_WINDOW (widget), document_id, record_id);
}

/* Without a file manager on the bus, the folder is opened as any other file is. */
static void
shown_in_folder_cb (GObject *connection, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = data;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  g_autoptr (GVariant)
      answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (connection), result, NULL);

  if (answer == NULL && uri != NULL)
    gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

void
_chiso_window_tell_written (ChisoWindow *self, const char *sentence, const char *file)
{
  g_autoptr (GFile) written = g_file_parse_name (file);
  g_autofree char *name = g_file_get_basename (written);
  g_autofree char *named = g_strdup_printf (_ ("“%s” was written"), name);
  AdwToast *toast = chiso_toast_new (sentence != NULL ? sentence : named);

  adw_toast_set_button_label (toast, _ ("Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target (toast, "s", file);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
tell_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  chiso_window_tell (CHISO_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
tell_written_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _chiso_window_tell_written (CHISO_WINDOW (widget), NULL, g_variant_get_string (parameter, NULL));
}

static void
show_in_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_parse_name (g_variant_get_string (parameter, NULL));
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *const uris[] = { uri, NULL };

  if (bus == NULL)
    {
      chiso_window_tell (CHISO_WINDOW (widget), g_variant_get_string (parameter, NULL));
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, shown_in_folder_cb, g_steal_pointer (&file));
}

static void
library_chosen_cb (ChisoWindow *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GtkFileChooserNative) owned = chooser;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  /* Without a path it would be the person's own library. */
  if (g_file_peek_path (file) == NULL)
    {
      chiso_window_tell (self, _ ("A library has to lie in a folder of this computer."));
      return;
    }
  if (chiso_session_open_library (self->session, g_file_peek_path (file), &error))
    _chiso_window_set_failed (self, FALSE);
  else
    chiso_window_show_failure (self, g_file_peek_path (file), error);
}

static void
open_library_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open Library"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (library_chosen_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* GtkApplication would make it with the window, long before anybody wants to see it. */
static void
show_help_overlay_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SHORTCUTS_RESOURCE);
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static void
add_page_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, const char *page)
{
  gtk_widget_class_add_binding_action (widget_class, key, GDK_CONTROL_MASK, "win.show-page", "s",
                                       page);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, GDK_CONTROL_MASK, "win.show-page",
                                       "s", page);
}

void
_chiso_window_class_actions_init (ChisoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-evidence", "(xx)", show_evidence_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-folder", "s", show_in_folder_action);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell_action);
  gtk_widget_class_install_action (widget_class, "win.tell-written", "s", tell_written_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_action);
  gtk_widget_class_install_action (widget_class, "win.open-library", NULL, open_library_action);
  add_page_key (widget_class, GDK_KEY_1, GDK_KEY_KP_1, "overview");
  add_page_key (widget_class, GDK_KEY_2, GDK_KEY_KP_2, "compare");
  add_page_key (widget_class, GDK_KEY_3, GDK_KEY_KP_3, "reports");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, 0, "win.show-menu", NULL);
  _chiso_window_class_charts_init (klass);
  _chiso_window_class_sheet_init (klass);
  _chiso_window_class_decide_init (klass);
}
