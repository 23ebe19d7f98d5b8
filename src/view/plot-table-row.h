/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mark as a row of texts. Internal to libplot-view. */

#pragma once

#include "plot/plot-figure.h"

G_BEGIN_DECLS

/* In the order of the words of their headings. */
typedef enum
{
  PLOT_COLUMN_SERIES,
  PLOT_COLUMN_CATEGORY,
  PLOT_COLUMN_PLACE,
  PLOT_COLUMN_PERIOD,
  PLOT_COLUMN_VALUE,
  PLOT_COLUMN_NOTE,
  PLOT_N_COLUMNS
} PlotColumn;

#define PLOT_TYPE_TABLE_ROW (plot_table_row_get_type ())
G_DECLARE_FINAL_TYPE (PlotTableRow, plot_table_row, PLOT, TABLE_ROW, GObject)

/* GPtrArray of PlotTableRow*, of the marks that the figure shows; what one column says the others do
 * not say again. */
GPtrArray *plot_table_rows (PlotFigure *figure);

const char *plot_table_row_text (PlotTableRow *self, PlotColumn column);
guint64 plot_table_row_key (PlotTableRow *self);
/* Values by amount and what has none last, periods by time, all else by its letters. */
int plot_table_row_compare (const PlotTableRow *a, const PlotTableRow *b, PlotColumn column);

G_END_DECLS
