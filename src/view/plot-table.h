/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of a chart as a table: for who cannot see a picture, and for who wants the numbers. */

#pragma once

#include <gtk/gtk.h>

#include "plot/plot-figure.h"
#include "plot/plot-table.h"

G_BEGIN_DECLS

#define PLOT_TYPE_TABLE (plot_table_get_type ())
G_DECLARE_FINAL_TYPE (PlotTable, plot_table, PLOT, TABLE, GtkWidget)

/* Signal "mark-activated" (guint64 key): Enter or a double click on a row whose mark has a key.
 * Signal "changed" (void): other rows, another order, another selection.
 *
 * A row for each mark that the figure shows, also for what is missing, in the figure's order until a
 * person sorts by a heading; of two headings the second sorts, and leaves in order what is equal. Only
 * columns that tell something. Words are the figure's language's. Of any length: row objects are made
 * for what is looked at, and many rows are sorted and searched on another thread. */
GtkWidget *plot_table_new (void);

/* How texts are searched and sorted: the key of one, words parted by single spaces; to be freed with
 * g_free. Called in other threads. Without it case alone is folded. */
void plot_table_set_fold (PlotTable *self, char *(*fold) (const char *text));

/* figure may be NULL: no rows. A reference is taken. How it was sorted and searched stays. */
void plot_table_set_figure (PlotTable *self, PlotFigure *figure);
PlotFigure *plot_table_get_figure (PlotTable *self);

/* Shows the rows of whose cells words begin with each word of text; NULL or "": all. */
void plot_table_set_search (PlotTable *self, const char *text);
/* Of how many rows plot_table_n_rows() shows those that were searched for. */
guint plot_table_n_all_rows (PlotTable *self);
/* FALSE while another order is being worked out; "changed" tells when it is there. */
gboolean plot_table_is_settled (PlotTable *self);

/* Selects the row of the mark with that key alone, and scrolls there; 0, and what is not shown, is
 * passed over. */
void plot_table_select_key (PlotTable *self, guint64 key);
guint plot_table_n_selected (PlotTable *self);
/* The marks of the selected rows, or of all that are shown where none is, in their order; *n of them.
 * Free with g_free. */
PlotMarkRef *plot_table_get_marks (PlotTable *self, guint *n);

/* The rows as they are sorted, and what column i of one says; for tests. Free with g_free. */
guint plot_table_n_rows (PlotTable *self);
guint plot_table_n_columns (PlotTable *self);
/* The column that is sorted by, G_MAXUINT for none. */
guint plot_table_get_sorted (PlotTable *self, GtkSortType *order);
char *plot_table_heading (PlotTable *self, guint column);
char *plot_table_cell (PlotTable *self, guint row, guint column);
void plot_table_activate_row (PlotTable *self, guint row);
void plot_table_select_row (PlotTable *self, guint row);
void plot_table_select_all (PlotTable *self);
void plot_table_sort (PlotTable *self, guint column, GtkSortType order);
void plot_table_scroll_to (PlotTable *self, guint row);
/* Row objects that are alive. */
guint plot_table_n_objects (PlotTable *self);

G_END_DECLS
