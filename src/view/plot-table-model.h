/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of a table's rows as a list whose items are made when they are asked for, and which rows
 * are selected. An item is a place, at which another row stands after sorting: the list keeps what it
 * shows and is refreshed, rather than built anew. What is selected are rows, wherever they are sorted
 * to. Internal to libplot-view. */

#pragma once

#include <gtk/gtk.h>

#include "plot-table-order.h"

G_BEGIN_DECLS

#define PLOT_TYPE_TABLE_ROW (plot_table_row_get_type ())
G_DECLARE_FINAL_TYPE (PlotTableRow, plot_table_row, PLOT, TABLE_ROW, GObject)

/* Free with g_free. */
char *plot_table_row_text (PlotTableRow *self, PlotColumn column);
guint64 plot_table_row_key (PlotTableRow *self);

#define PLOT_TYPE_TABLE_MODEL (plot_table_model_get_type ())
G_DECLARE_FINAL_TYPE (PlotTableModel, plot_table_model, PLOT, TABLE_MODEL, GObject)

/* A GListModel of PlotTableRow and a GtkSelectionModel. */
PlotTableModel *plot_table_model_new (void);

/* rows may be NULL: none. Nothing is selected afterwards, and nothing shown; who lists rows is told of
 * that with the next plot_table_model_set_shown(). */
void plot_table_model_set_rows (PlotTableModel *self, PlotTableRows *rows);
PlotTableRows *plot_table_model_get_rows (PlotTableModel *self);
/* The rows to show, in that order; shown is taken over. Whoever shows items must ask anew what they
 * say. Of more rows than before the list tells a few. */
void plot_table_model_set_shown (PlotTableModel *self, guint32 *shown, guint n);
guint plot_table_model_n_shown (PlotTableModel *self);
/* Tells some more of the rows to who lists them; FALSE when all are told. Each that is looked at takes
 * a list a good part of a millisecond to set up, of all that follow none. */
gboolean plot_table_model_tell_more (PlotTableModel *self);
/* The figure's row that stands there. */
guint plot_table_model_get_row (PlotTableModel *self, guint position);
/* G_MAXUINT where it is not shown. */
guint plot_table_model_find_row (PlotTableModel *self, guint row);
/* Of what is shown, whether the list knows of it or not. */
gboolean plot_table_model_is_selected (PlotTableModel *self, guint position);
guint plot_table_model_n_selected (PlotTableModel *self);
/* Items that are alive; for tests. */
guint plot_table_model_n_objects (PlotTableModel *self);

G_END_DECLS
