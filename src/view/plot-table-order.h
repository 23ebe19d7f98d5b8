/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a table are shown, and in which order: numbers by amount, periods by time, texts by
 * their letters, what is missing last. Works on plain arrays in any thread. Internal to libplot-view. */

#pragma once

#include <gio/gio.h>

#include "plot-table-cell.h"

G_BEGIN_DECLS

/* A text as it is searched and sorted by, words parted by single spaces. Free with g_free. Called in
 * other threads. */
typedef char *(*PlotFold) (const char *text);

/* What does not change while a figure is shown. Only one order is worked out at a time. */
typedef struct
{
  gatomicrefcount references;
  PlotFigure *figure;
  PlotMarkRef *marks; /* row i of the figure's own order */
  guint n;
  gboolean used[PLOT_N_COLUMNS]; /* columns that are shown, and so searched */
  gboolean columns_known;        /* made by the first order, as is used */
  PlotFold fold;
  char **keys; /* what each row is found by; made by the first search */
} PlotTableRows;

/* All marks that the figure shows. */
PlotTableRows *plot_table_rows_new (PlotFigure *figure, PlotFold fold);
PlotTableRows *plot_table_rows_ref (PlotTableRows *self);
void plot_table_rows_unref (PlotTableRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlotTableRows, plot_table_rows_unref)

typedef struct
{
  PlotTableRows *rows;
  guint32 *all;      /* all rows as they were sorted before: what is equal stays in that order */
  PlotColumn column; /* to sort by; PLOT_N_COLUMNS: as they are */
  gboolean reversed;
  char *search;   /* NULL or "": all rows are shown */
  guint32 *shown; /* the result */
  guint n_shown;
} PlotTableOrder;

/* all: n rows, or NULL for the figure's own order; copied, as is search. */
PlotTableOrder *plot_table_order_new (PlotTableRows *rows, const guint32 *all);
void plot_table_order_free (PlotTableOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlotTableOrder, plot_table_order_free)

/* Fills in all and shown; FALSE where it was cancelled. */
gboolean plot_table_order_run (PlotTableOrder *self, GCancellable *cancellable);

G_END_DECLS
