/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report sheet of the page in view: asks for a file and writes it. What stands on a sheet is
 * libsheet's matter. */

#include "chiso-window-private.h"

#include "chiso-export-job.h"
#include "sheet/sheet-pdf.h"

#include <glib/gi18n.h>

/* What the person saw when they asked, kept while the file is chosen. */
typedef struct
{
  GPtrArray *figures; /* PlotFigure*, derived: a sheet takes their titles */
  GPtrArray *records; /* of the figures; a reference */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_ptr_array_unref (asked->figures);
  g_ptr_array_unref (asked->records);
  g_free (asked);
}

/* NULL where the page has no chart with its records. */
static Asked *
ask (ChisoWindow *self)
{
  gboolean compare = g_str_equal (chiso_window_get_page (self), "compare");
  gboolean overview = g_str_equal (chiso_window_get_page (self), "overview");
  g_autoptr (GPtrArray) figures = compare    ? chiso_compare_page_list_figures (self->compare)
                                  : overview ? chiso_overview_page_list_figures (self->overview)
                                             : NULL;
  GPtrArray *records = compare    ? chiso_compare_page_get_records (self->compare)
                       : overview ? chiso_overview_page_get_records (self->overview)
                                  : NULL;
  Asked *asked;

  if (figures == NULL || figures->len == 0 || records == NULL)
    return NULL;
  asked = g_new0 (Asked, 1);
  asked->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (asked->figures, plot_figure_derive (figures->pdata[i]));
  asked->records = g_ptr_array_ref (records);
  return asked;
}

static gboolean
write_sheet (ChisoWindow *self, Asked *asked, const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  const SheetHead head = { .date = day, .language = chiso_session_get_language (self->session) };

  return sheet_pdf_write (path, &head, (PlotFigure *const *) asked->figures->pdata,
                          asked->figures->len, asked->records,
                          chiso_session_get_catalogue (self->session), error);
}

static void
tell_written (ChisoWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” was written"), name);
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_button_label (toast, _ ("Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target (toast, "s", path);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, gpointer data)
{
  ChisoWindow *self = data;
  g_autoptr (GtkFileChooserNative) owned = chooser;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = g_str_has_suffix (g_file_peek_path (file), ".pdf")
             ? g_strdup (g_file_peek_path (file))
             : g_strconcat (g_file_peek_path (file), ".pdf", NULL);
  if (write_sheet (self, g_object_get_data (G_OBJECT (chooser), "asked"), path, &error))
    tell_written (self, path);
  else
    chiso_window_tell (self, error->message);
}

static void
report_sheet_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  Asked *asked = ask (self);
  g_autoptr (GtkFileFilter) filter = NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;

  if (asked == NULL)
    {
      chiso_window_tell (self, _ ("There is no chart on this page."));
      return;
    }
  chooser = gtk_file_chooser_native_new (_ ("Report Sheet"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  g_object_set_data_full (G_OBJECT (chooser), "asked", asked, asked_free);
  name = chiso_export_file_name (plot_figure_title (asked->figures->pdata[0]), "pdf");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, "PDF");
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
_chiso_window_class_sheet_init (ChisoWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.report-sheet", NULL,
                                   report_sheet_action);
}

gboolean
_chiso_window_write_sheet (ChisoWindow *self, const char *path, GError **error)
{
  Asked *asked = ask (self);
  gboolean written;

  if (asked == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                   _ ("There is no chart on this page."));
      return FALSE;
    }
  written = write_sheet (self, asked, path, error);
  asked_free (asked);
  return written;
}
