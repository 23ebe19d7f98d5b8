/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the pages together: gives them the session, carries a record from one page to another, shows
 * messages. Must not know what a page shows, nor ask the store anything. */

#include "chiso-window-private.h"

#include "chiso-error-words.h"
#include "chiso-toast.h"

#include <glib/gi18n.h>

/* How long a window may stay away for being shown with what is in it, in place of a spinner. */
#define PATIENCE_MS 100

G_DEFINE_FINAL_TYPE (ChisoWindow, chiso_window, ADW_TYPE_APPLICATION_WINDOW)

static void
message_cb (ChisoWindow *self, const char *sentence)
{
  chiso_window_tell (self, sentence);
}

static void
start_compare (ChisoWindow *self)
{
  if (self->compares || self->session == NULL)
    return;
  self->compares = TRUE;
  chiso_compare_page_set_session (_chiso_window_get_compare (self), self->session);
}

/* It opens a report, which may be a long one: not before somebody wants to see it. */
static void
start_reports (ChisoWindow *self)
{
  if (self->session != NULL)
    g_object_set (_chiso_window_get_reports (self), "session", self->session, NULL);
}

/* A page at a time, so that none of them is felt. */
static gboolean
start_cb (gpointer data)
{
  ChisoWindow *self = data;

  if (!self->compares)
    {
      start_compare (self);
      return G_SOURCE_CONTINUE;
    }
  _chiso_window_get_reports (self);
  self->starting = 0;
  return G_SOURCE_REMOVE;
}

static void
show_now (ChisoWindow *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

/* The page that is seen first does not wait for the others, which follow when it is painted: that has
 * a higher priority. */
static void
overview_loaded_cb (ChisoWindow *self)
{
  if (self->patience != 0)
    show_now (self);
  if (self->starting == 0 && adw_bin_get_child (self->reports_place) == NULL)
    self->starting = g_idle_add_full (G_PRIORITY_LOW, start_cb, self, NULL);
}

static gboolean
patience_cb (gpointer data)
{
  ChisoWindow *self = data;

  self->patience = 0;
  show_now (self);
  return G_SOURCE_REMOVE;
}

static void
page_cb (ChisoWindow *self)
{
  if (g_strcmp0 (chiso_window_get_page (self), "compare") == 0)
    start_compare (self);
  if (g_strcmp0 (chiso_window_get_page (self), "reports") == 0)
    start_reports (self);
}

static void
show_record_cb (ChisoWindow *self, gint64 record_id)
{
  chiso_window_show_page (self, "compare");
  chiso_compare_page_show_record (_chiso_window_get_compare (self), record_id);
}

/* The size is remembered; without settings each window has the template's. */
static void
bind_size (ChisoWindow *self, GSettings *settings)
{
  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
chiso_window_dispose (GObject *object)
{
  ChisoWindow *self = CHISO_WINDOW (object);

  g_clear_handle_id (&self->starting, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (chiso_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/chiso/ChiSo/ui/chiso-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, content);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, compare_place);
  gtk_widget_class_bind_template_child (widget_class, ChisoWindow, reports_place);
}

static void
chiso_window_class_init (ChisoWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chiso_window_dispose;

  g_type_ensure (CHISO_TYPE_OVERVIEW_PAGE);
  bind_template (GTK_WIDGET_CLASS (klass));
  _chiso_window_class_actions_init (klass);
}

static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, CHISO_WINDOW (data)->primary_menu);
}

static void
chiso_window_init (ChisoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
}

static void
set_session (ChisoWindow *self, ChisoSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->overview, "loaded", G_CALLBACK (overview_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_cb), self,
                           G_CONNECT_SWAPPED);
  chiso_overview_page_set_session (self->overview, session);
  bind_size (self, chiso_session_get_settings (session));
  if (chiso_session_get_warning (session) != NULL)
    chiso_window_tell (self, chiso_session_get_warning (session));
}

ChisoComparePage *
_chiso_window_get_compare (ChisoWindow *self)
{
  if (adw_bin_get_child (self->compare_place) == NULL)
    adw_bin_set_child (self->compare_place, g_object_new (CHISO_TYPE_COMPARE_PAGE, NULL));
  return CHISO_COMPARE_PAGE (adw_bin_get_child (self->compare_place));
}

ChisoReportsPage *
_chiso_window_get_reports (ChisoWindow *self)
{
  if (adw_bin_get_child (self->reports_place) == NULL)
    {
      ChisoReportsPage *reports = g_object_new (CHISO_TYPE_REPORTS_PAGE, NULL);

      adw_bin_set_child (self->reports_place, GTK_WIDGET (reports));
      chiso_reports_page_install_actions (reports, G_ACTION_MAP (self));
      g_signal_connect_object (reports, "show-record", G_CALLBACK (show_record_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return CHISO_REPORTS_PAGE (adw_bin_get_child (self->reports_place));
}

GtkWidget *
chiso_window_new (GtkApplication *application, ChisoSession *session)
{
  ChisoWindow *self;

  g_return_val_if_fail (CHISO_IS_SESSION (session), NULL);

  self = g_object_new (CHISO_TYPE_WINDOW, "application", application, NULL);
  set_session (self, session);
  _chiso_window_dnd_init (self);
  return GTK_WIDGET (self);
}

void
chiso_window_present (ChisoWindow *self)
{
  gboolean failed;

  g_return_if_fail (CHISO_IS_WINDOW (self));
  failed = g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "failure") == 0;
  if (failed || gtk_widget_get_visible (GTK_WIDGET (self)))
    show_now (self);
  else if (self->patience == 0)
    self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

void
chiso_window_show_page (ChisoWindow *self, const char *name)
{
  g_return_if_fail (CHISO_IS_WINDOW (self));
  adw_view_stack_set_visible_child_name (self->stack, name);
}

const char *
chiso_window_get_page (ChisoWindow *self)
{
  g_return_val_if_fail (CHISO_IS_WINDOW (self), NULL);
  return adw_view_stack_get_visible_child_name (self->stack);
}

void
chiso_window_import (ChisoWindow *self, GListModel *files)
{
  g_return_if_fail (CHISO_IS_WINDOW (self));
  chiso_window_show_page (self, "reports");
  chiso_reports_page_import (_chiso_window_get_reports (self), files);
}

void
chiso_window_show_evidence (ChisoWindow *self, gint64 document_id, gint64 record_id)
{
  g_return_if_fail (CHISO_IS_WINDOW (self));
  chiso_window_show_page (self, "reports");
  chiso_reports_page_show_evidence (_chiso_window_get_reports (self), document_id, record_id);
}

void
chiso_window_tell (ChisoWindow *self, const char *sentence)
{
  g_return_if_fail (CHISO_IS_WINDOW (self));
  adw_toast_overlay_add_toast (self->toast_overlay, chiso_toast_new (sentence));
}

void
chiso_window_show_failure (ChisoWindow *self, const char *path, const GError *error)
{
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (CHISO_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  words = chiso_error_words (error, path);
  markup = g_markup_escape_text (words, -1);
  adw_status_page_set_description (self->failure, markup);
  adw_status_page_set_icon_name (self->failure, "dialog-error-symbolic");
  _chiso_window_set_failed (self, TRUE);
}

void
_chiso_window_set_failed (ChisoWindow *self, gboolean failed)
{
  gtk_stack_set_visible_child_name (self->content, failed ? "failure" : "pages");
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, !failed);
  gtk_widget_set_visible (self->switcher_bar, !failed);
}
