/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands charts on: to the clipboard and to a printer, by the same layout as on the screen. Knows no
 * page and no window. */

#include "chiso-chart-copy.h"

#include <string.h>

#include "plot/plot-table.h"

#define POINTS_PER_PIXEL 0.75

GdkContentProvider *
chiso_chart_copy_picture (PlotFigure *figure, const PlotExportOptions *options, GError **error)
{
  g_autoptr (GBytes) png = plot_export_bytes (figure, "png", options, error);
  g_autoptr (GBytes) svg = png != NULL ? plot_export_bytes (figure, "svg", options, error) : NULL;
  GdkContentProvider *providers[2];

  if (svg == NULL)
    return NULL;
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static PlotLayout *
lay_out (PlotFigure *figure, double width, double height, PlotTheme theme)
{
  PangoContext *context = plot_text_context_new ();
  PlotLayout *layout = plot_layout_new (figure, width, height, theme, context);

  g_object_unref (context);
  return layout;
}

GdkContentProvider *
chiso_chart_copy_table (PlotFigure *figure, const PlotExportOptions *options)
{
  g_autoptr (PlotLayout) layout = lay_out (figure, options->width, options->height, options->theme);
  g_autofree char *tsv = plot_layout_table (layout, PLOT_TABLE_TSV);
  char *html = plot_layout_table (layout, PLOT_TABLE_HTML);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[2];

  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, tsv);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GPtrArray *figures)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PlotLayout) layout = lay_out (
      figures->pdata[page], gtk_print_context_get_width (context) / POINTS_PER_PIXEL,
      gtk_print_context_get_height (context) / POINTS_PER_PIXEL, PLOT_THEME_PRINT);

  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  plot_layout_draw (layout, cr, FALSE);
}

static void
release_cb (gpointer figures, GClosure *closure)
{
  g_ptr_array_unref (figures);
}

GtkPrintOperation *
chiso_chart_print_new (GPtrArray *figures)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  const char *title = figures->len > 0 ? plot_figure_title (figures->pdata[0]) : NULL;

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) figures->len);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (title != NULL)
    gtk_print_operation_set_job_name (operation, title);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         g_ptr_array_ref (figures), release_cb, 0);
  return operation;
}
