/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table's view: which there are, how wide, what a cell shows, and by which of them a
 * person sorts. Internal to libplot-view. */

#pragma once

#include <gtk/gtk.h>

#include "plot-table-order.h"

G_BEGIN_DECLS

typedef struct _PlotTableColumns PlotTableColumns;

/* view is borrowed, and asked for its sorter. */
PlotTableColumns *plot_table_columns_new (GtkColumnView *view);
void plot_table_columns_free (PlotTableColumns *self);

/* Those that tell something of rows, in the words of its figure. Columns that were there stay, as wide
 * and as sorted as they are. */
void plot_table_columns_set_rows (PlotTableColumns *self, PlotTableRows *rows);

/* The cells that are shown ask their rows anew what they say. */
void plot_table_columns_refresh (PlotTableColumns *self);

/* The column that is sorted by, PLOT_N_COLUMNS for none. */
PlotColumn plot_table_columns_get_sorted (PlotTableColumns *self, gboolean *reversed);
PlotColumn plot_table_columns_which (GtkColumnViewColumn *column);

G_END_DECLS
