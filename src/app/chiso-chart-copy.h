/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart for the clipboard, and for paper. */

#pragma once

#include <gtk/gtk.h>

#include "plot/plot-export.h"

G_BEGIN_DECLS

/* As a picture: PNG, and SVG for who takes it. NULL with PLOT_EXPORT_ERROR. */
GdkContentProvider *chiso_chart_copy_picture (PlotFigure *figure, const PlotExportOptions *options,
                                              GError **error);
/* What the picture of that size draws, as a table: HTML for texts, tabs between cells for
 * spreadsheets. */
GdkContentProvider *chiso_chart_copy_table (PlotFigure *figure, const PlotExportOptions *options);

/* figures: GPtrArray of PlotFigure*; a page each, across, in the colours for print. */
GtkPrintOperation *chiso_chart_print_new (GPtrArray *figures);

G_END_DECLS
