/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the table of a figure says in one cell: a pure function of figure, mark and column, so that
 * nothing is kept for a row that nobody looks at. Internal to libplot-view. */

#pragma once

#include "plot/plot-figure.h"
#include "plot/plot-table.h"

G_BEGIN_DECLS

/* In the order of the words of their headings. */
typedef enum
{
  PLOT_COLUMN_SERIES,
  PLOT_COLUMN_CATEGORY,
  PLOT_COLUMN_PLACE,
  PLOT_COLUMN_PERIOD,
  PLOT_COLUMN_RANK,
  PLOT_COLUMN_X,
  PLOT_COLUMN_VALUE,
  PLOT_COLUMN_STATE,    /* exact, at least, computed, not reported */
  PLOT_COLUMN_CHANGE,   /* on the year before, as plot_figure_change() */
  PLOT_COLUMN_ORIGIN,   /* whether that is stated or computed */
  PLOT_COLUMN_REPORTED, /* as the sources word it */
  PLOT_COLUMN_NOTE,     /* how it was computed, and what else there is to know */
  PLOT_COLUMN_REVIEW,
  PLOT_COLUMN_SOURCE,
  PLOT_N_COLUMNS
} PlotColumn;

/* Numbers stand at the right, and are sorted by amount. */
gboolean plot_column_is_number (PlotColumn column);
/* The words above the column. Free with g_free. */
char *plot_column_heading (const PlotFigure *figure, PlotColumn column);
/* Whether the column tells something of any of the marks; what one column says another does not say
 * again. */
gboolean plot_column_is_used (const PlotFigure *figure, const PlotMarkRef *marks, guint n,
                              PlotColumn column);

/* "" where there is nothing to say. Free with g_free. Both may be called in any thread. */
char *plot_cell_text (const PlotFigure *figure, PlotMarkRef ref, PlotColumn column);
/* What a number, or a period whose time is known, is sorted by; NAN where there is none. */
double plot_cell_number (const PlotFigure *figure, PlotMarkRef ref, PlotColumn column);

G_END_DECLS
