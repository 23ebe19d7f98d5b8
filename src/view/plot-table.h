/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of a chart as a table: for who cannot see a picture, and for who wants the numbers. */

#pragma once

#include <gtk/gtk.h>

#include "plot/plot-figure.h"

G_BEGIN_DECLS

#define PLOT_TYPE_TABLE (plot_table_get_type ())
G_DECLARE_FINAL_TYPE (PlotTable, plot_table, PLOT, TABLE, GtkWidget)

/* Signal "mark-activated" (guint64 key): Enter or a double click on a row whose mark has a key.
 *
 * A row for each mark that the figure shows, also for what is missing, in the figure's order until a
 * person sorts by a heading. Only columns that tell something. Words are the figure's language's. */
GtkWidget *plot_table_new (void);

/* figure may be NULL: no rows. A reference is taken. */
void plot_table_set_figure (PlotTable *self, PlotFigure *figure);
PlotFigure *plot_table_get_figure (PlotTable *self);

/* The rows as they are sorted, and what column i of one says; for tests. Free with g_free. */
guint plot_table_n_rows (PlotTable *self);
guint plot_table_n_columns (PlotTable *self);
char *plot_table_heading (PlotTable *self, guint column);
char *plot_table_cell (PlotTable *self, guint row, guint column);
void plot_table_activate_row (PlotTable *self, guint row);
void plot_table_sort (PlotTable *self, guint column, GtkSortType order);

G_END_DECLS
