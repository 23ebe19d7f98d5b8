/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a chart's table as text with their evidence, made off the main thread: for the clipboard and
 * for a file. */

#pragma once

#include <gdk/gdk.h>

#include "plot/plot-table.h"

G_BEGIN_DECLS

/* marks: n of them, taken over. The figure must not change. */
void chiso_table_text_async (PlotFigure *figure, PlotMarkRef *marks, guint n,
                             PlotTableFormat format, gpointer source, GAsyncReadyCallback callback,
                             gpointer data);
GBytes *chiso_table_text_finish (GAsyncResult *result, GError **error);

/* The same for the clipboard: tabs between cells for spreadsheets, and HTML for texts where there are
 * not too many rows for that. */
void chiso_table_content_async (PlotFigure *figure, PlotMarkRef *marks, guint n, gpointer source,
                                GAsyncReadyCallback callback, gpointer data);
GdkContentProvider *chiso_table_content_finish (GAsyncResult *result, GError **error);

G_END_DECLS
