/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reports come in: chosen, dropped or pasted; the bar that shows how far the import is; what is
 * said at its end. The importing itself is the job's. */

#include "chiso-reports-page-private.h"

#include "chiso-report-item.h"

#include <glib/gi18n.h>

static void
append_part (GString *sentence, const char *part)
{
  if (sentence->len > 0)
    g_string_append (sentence, " · ");
  g_string_append (sentence, part);
}

static void
append_count (GString *sentence, guint n, const char *format)
{
  g_autofree char *part = NULL;

  if (n == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  part = g_strdup_printf (format, n);
#pragma GCC diagnostic pop
  append_part (sentence, part);
}

/* "3 reports imported · 41 figures · 1 already there". */
static char *
summarize (const ChisoImportSummary *summary)
{
  GString *sentence = g_string_new (NULL);

  if (summary->cancelled)
    append_part (sentence, _ ("Import cancelled"));
  append_count (sentence, summary->n_imported,
                ngettext ("%u report imported", "%u reports imported", summary->n_imported));
  append_count (sentence, summary->n_figures,
                ngettext ("%u figure", "%u figures", summary->n_figures));
  append_count (sentence, summary->n_already_there,
                ngettext ("%u already there", "%u already there", summary->n_already_there));
  append_count (sentence, summary->failures->len,
                ngettext ("%u failed", "%u failed", summary->failures->len));
  if (sentence->len == 0)
    append_part (sentence, _ ("There was no report to import"));
  return g_string_free (sentence, FALSE);
}

static GtkWidget *
new_failure_list (GPtrArray *failures)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  for (guint i = 0; i < failures->len; i++)
    {
      GtkWidget *label = gtk_label_new (failures->pdata[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_focusable (label, FALSE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static void
show_failures (ChisoReportsPage *self, GPtrArray *failures)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *heading = g_strdup_printf (ngettext ("%u report could not be imported",
                                                        "%u reports could not be imported",
                                                        failures->len),
                                              failures->len);
  GtkWidget *dialog;

  if (root == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_failure_list (failures));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
progress_cb (ChisoReportsPage *self, ChisoImportJob *job)
{
  guint done = chiso_import_job_get_done (job), total = chiso_import_job_get_total (job);
  const char *name = chiso_import_job_get_name (job);
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), done, total);

  if (total == 0)
    gtk_progress_bar_pulse (self->import_bar);
  else
    gtk_progress_bar_set_fraction (self->import_bar, (double) done / total);
  gtk_progress_bar_set_text (self->import_bar, words);
  gtk_label_set_label (self->import_name,
                       name != NULL ? chiso_report_name (name) : _ ("Looking for reports…"));
}

static void
finished_cb (ChisoReportsPage *self, ChisoImportJob *job)
{
  const ChisoImportSummary *summary = chiso_import_job_get_summary (job);
  g_autoptr (ChisoImportJob) owned = g_steal_pointer (&self->job);
  g_autofree char *sentence = summarize (summary);

  gtk_revealer_set_reveal_child (self->import_revealer, FALSE);
  chiso_session_tell (self->session, sentence);
  if (summary->failures->len > 0)
    show_failures (self, summary->failures);
  if (summary->first_document != 0)
    _chiso_reports_page_want (self, summary->first_document);
}

ChisoImportJob *
_chiso_reports_page_ensure_job (ChisoReportsPage *self)
{
  ChisoStore *store = self->session != NULL ? chiso_session_get_store (self->session) : NULL;

  if (self->job != NULL || store == NULL)
    return self->job;
  self->job = chiso_import_job_new (store, chiso_session_get_extractor (self->session));
  g_signal_connect_object (self->job, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_progress_bar_set_fraction (self->import_bar, 0);
  gtk_revealer_set_reveal_child (self->import_revealer, TRUE);
  return self->job;
}

void
chiso_reports_page_import (ChisoReportsPage *self, GListModel *files)
{
  ChisoImportJob *job;

  g_return_if_fail (CHISO_IS_REPORTS_PAGE (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  job = _chiso_reports_page_ensure_job (self);
  if (job != NULL)
    chiso_import_job_add_files (job, files);
}

static void
cancel_cb (ChisoReportsPage *self)
{
  if (self->job != NULL)
    chiso_import_job_cancel (self->job);
}

/* An import shows itself on its page, wherever it was asked for. */
static void
show_page (ChisoReportsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "reports");
}

static void
chooser_response_cb (ChisoReportsPage *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GListModel) files = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  show_page (self);
  chiso_reports_page_import (self, files);
}

static void
add_filters (GtkFileChooser *chooser)
{
  /* What the importers read; the bytes decide in the end, whatever a file calls itself. */
  static const char *const types[] = {
    "text/*",
    "application/xhtml+xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
  };
  g_autoptr (GtkFileFilter) reports = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (reports, _ ("Reports"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (reports, types[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, reports);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
choose (ChisoReportsPage *self, const char *title, GtkFileChooserAction action)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (title, root != NULL ? GTK_WINDOW (root) : NULL,
                                               action, _ ("_Import"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    add_filters (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
import_files_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose (data, _ ("Import Reports"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
import_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose (data, _ ("Import Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChisoReportsPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  ChisoImportJob *job;

  if (self->session == NULL)
    return;
  if (text == NULL || *text == '\0')
    {
      chiso_session_tell (self->session, _ ("There is no text on the clipboard."));
      return;
    }
  show_page (self);
  job = _chiso_reports_page_ensure_job (self);
  if (job != NULL)
    chiso_import_job_add_text (job, text, CHISO_DOCUMENT_CLIPBOARD);
}

static void
files_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChisoReportsPage) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) list = NULL;

  if (value == NULL || self->session == NULL)
    return;
  list = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *item = list; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  show_page (self);
  chiso_reports_page_import (self, G_LIST_MODEL (files));
}

/* Files that were copied in a file manager are imported as if they were dropped. */
static void
paste_report_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (data);

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, g_object_ref (data));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (data));
}

/* Reached only when nothing that has the focus wanted the key, such as a text entry. */
static gboolean
paste_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  return gtk_widget_activate_action (widget, "win.paste-report", NULL);
}

void
chiso_reports_page_install_actions (ChisoReportsPage *self, GActionMap *window)
{
  const GActionEntry entries[] = {
    { "import-files", import_files_cb },
    { "import-folder", import_folder_cb },
    { "paste-report", paste_report_cb },
  };

  g_return_if_fail (CHISO_IS_REPORTS_PAGE (self));
  g_action_map_add_action_entries (window, entries, G_N_ELEMENTS (entries), self);
}

void
_chiso_reports_page_class_import_init (ChisoReportsPageClass *klass)
{
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), cancel_cb);
}

void
_chiso_reports_page_import_init (ChisoReportsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *paste = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                         gtk_callback_action_new (paste_key_cb, NULL, NULL));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), paste);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
_chiso_reports_page_import_dispose (ChisoReportsPage *self)
{
  if (self->job != NULL)
    chiso_import_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->chooser);
}
