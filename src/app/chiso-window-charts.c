/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window does with the charts of the page in view: export, copy, print. */

#include "chiso-window-private.h"

#include "chiso-chart-copy.h"
#include "chiso-export-dialog.h"
#include "chiso-export-settings.h"
#include "chiso-text-scale.h"
#include "view/plot-view.h"

#include <glib/gi18n.h>

static GPtrArray *
list_figures (ChisoWindow *self)
{
  const char *page = chiso_window_get_page (self);
  g_autoptr (GPtrArray) figures = NULL;

  if (g_str_equal (page, "compare"))
    figures = chiso_compare_page_list_figures (_chiso_window_get_compare (self));
  else if (g_str_equal (page, "overview"))
    figures = chiso_overview_page_list_figures (self->overview);
  if (figures != NULL && figures->len > 0)
    return g_steal_pointer (&figures);
  chiso_window_tell (self, _ ("There is no chart on this page."));
  return NULL;
}

/* The chart that the keyboard stands on, else the only one of the page; a reference, or NULL after
 * saying what is missing. */
static PlotFigure *
find_figure (ChisoWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr (GPtrArray) figures = NULL;

  if (focus != NULL && !PLOT_IS_VIEW (focus))
    focus = gtk_widget_get_ancestor (focus, PLOT_TYPE_VIEW);
  if (focus != NULL && plot_view_get_figure (PLOT_VIEW (focus)) != NULL)
    return plot_figure_ref (plot_view_get_figure (PLOT_VIEW (focus)));
  figures = list_figures (self);
  if (figures != NULL && figures->len == 1)
    return plot_figure_ref (figures->pdata[0]);
  if (figures != NULL)
    chiso_window_tell (self, _ ("Click on the chart that you mean first."));
  return NULL;
}

static GSettings *
get_settings (ChisoWindow *self)
{
  return self->session != NULL ? chiso_session_get_settings (self->session) : NULL;
}

static void
exported_cb (ChisoWindow *self, const char *path, guint n)
{
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%u file was written", "%u files were written", n), n);

  if (n == 1)
    _chiso_window_tell_written (self, NULL, path);
  else
    _chiso_window_tell_written (self, sentence, path);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  g_autoptr (GPtrArray) figures = list_figures (self);
  GtkWidget *dialog;

  if (figures == NULL)
    return;
  dialog = chiso_export_dialog_new (figures, get_settings (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  chiso_text_scale_window (GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy (ChisoWindow *self, GdkContentProvider *content, const char *sentence)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  chiso_window_tell (self, sentence);
}

static void
copy_picture_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  ChisoExportSettings last = chiso_export_settings_load (get_settings (self));
  g_autoptr (PlotFigure) figure = find_figure (self);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GError) error = NULL;

  if (figure == NULL)
    return;
  content = chiso_chart_copy_picture (figure, &last.options, &error);
  if (content != NULL)
    copy (self, content, _ ("The chart was copied as a picture."));
  else
    chiso_window_tell (self, error->message);
}

static void
copy_table_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  ChisoExportSettings last = chiso_export_settings_load (get_settings (self));
  g_autoptr (PlotFigure) figure = find_figure (self);
  g_autoptr (GdkContentProvider) content = NULL;

  if (figure == NULL)
    return;
  content = chiso_chart_copy_table (figure, &last.options);
  copy (self, content, _ ("The figures of the chart were copied as a table."));
}

static void
printed_cb (ChisoWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  chiso_window_tell (self, error->message);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ChisoWindow *self = CHISO_WINDOW (widget);
  g_autoptr (GPtrArray) figures = list_figures (self);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (figures == NULL)
    return;
  operation = chiso_chart_print_new (figures);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

void
_chiso_window_class_charts_init (ChisoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "win.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}
