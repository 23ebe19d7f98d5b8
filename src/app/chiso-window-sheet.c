/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report sheet of the page in view: asks for a file and writes it. What stands on a sheet is
 * libsheet's matter. */

#include "chiso-window-private.h"

#include "chiso-export-job.h"
#include "chiso-save-file.h"
#include "sheet/sheet-pdf.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* What the person saw when they asked, kept while the file is chosen. */
typedef struct
{
  GPtrArray *figures; /* PlotFigure*, derived: a sheet takes their titles */
  PlotFigure *table;  /* what the only one's table lists, or NULL */
  GPtrArray *records; /* of the figures; a reference */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_ptr_array_unref (asked->figures);
  g_ptr_array_unref (asked->records);
  g_clear_pointer (&asked->table, plot_figure_unref);
  g_free (asked);
}

/* NULL where the page has no chart with its records. */
static Asked *
ask (ChisoWindow *self)
{
  gboolean compare = g_str_equal (chiso_window_get_page (self), "compare");
  gboolean overview = g_str_equal (chiso_window_get_page (self), "overview");
  g_autoptr (GPtrArray)
      figures = compare    ? chiso_compare_page_list_figures (_chiso_window_get_compare (self))
                : overview ? chiso_overview_page_list_figures (self->overview)
                           : NULL;
  GPtrArray *records = compare ? chiso_compare_page_get_records (_chiso_window_get_compare (self))
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
  if (compare)
    asked->table = chiso_compare_page_list_all (_chiso_window_get_compare (self));
  return asked;
}

static gboolean
write_sheet (ChisoWindow *self, Asked *asked, const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  const SheetHead head = { .date = day, .language = chiso_session_get_language (self->session) };

  return sheet_pdf_write (path, &head, (PlotFigure *const *) asked->figures->pdata,
                          asked->table != NULL ? &asked->table : NULL, asked->figures->len,
                          asked->records, chiso_session_get_catalogue (self->session), error);
}

/* The PDF is written beside what it is to be and renamed; where no path leads, here and copied. */
static gboolean
write_to (ChisoWindow *self, Asked *asked, GFile *file, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) made = NULL;
  gboolean written;

  if (g_file_peek_path (file) != NULL)
    return write_sheet (self, asked, g_file_peek_path (file), error);
  folder = g_dir_make_tmp ("chiso-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, "sheet.pdf", NULL);
  made = g_file_new_for_path (path);
  written = write_sheet (self, asked, path, error)
            && g_file_copy (made, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                            NULL, NULL, NULL, error);
  g_file_delete (made, NULL, NULL);
  g_rmdir (folder);
  return written;
}

static void
save_cb (GtkWidget *widget, GFile *file, gpointer asked)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = NULL;

  if (write_to (CHISO_WINDOW (widget), asked, file, &error))
    _chiso_window_tell_written (CHISO_WINDOW (widget), NULL, name);
  else
    chiso_window_tell (CHISO_WINDOW (widget), error->message);
}

static void
report_sheet_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  Asked *asked = ask (self);
  g_autofree char *name = NULL;

  if (asked == NULL)
    {
      chiso_window_tell (self, _ ("There is no chart on this page."));
      return;
    }
  name = chiso_export_file_name (plot_figure_title (asked->figures->pdata[0]), "pdf");
  chiso_save_file_ask (widget,
                       &(ChisoSaveFile){ .title = _ ("Report Sheet"),
                                         .name = name,
                                         .ending = ".pdf",
                                         .kind = "PDF",
                                         .mime = "application/pdf" },
                       save_cb, asked, asked_free);
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
