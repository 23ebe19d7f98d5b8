/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layout draws as a table, a row a mark in walking order: what was left out of the picture
 * is left out of the table. For files, the clipboard, and the record inside a picture. */

#pragma once

#include "plot-layout.h"
#include "plot-proof.h"

G_BEGIN_DECLS

typedef enum
{
  PLOT_TABLE_CSV,  /* RFC 4180, with the mark of UTF-8 in front, without which spreadsheets guess */
  PLOT_TABLE_TSV,  /* tabs and line ends in cells are made spaces */
  PLOT_TABLE_HTML, /* a fragment: one table element */
} PlotTableFormat;

/* Columns: series, category, place, period, value (digits with a point), written (value as in the
 * picture), state, origin (stated or computed), note, reported (the sources' own wording), evidence,
 * source, review; of a figure with changes also change (as it is written) and change_origin. Free with
 * g_free. */
char *plot_layout_table (PlotLayout *self, PlotTableFormat format);

/* A mark by where it stands in its figure. */
typedef struct
{
  guint series, index;
} PlotMarkRef;

/* The same table of these n marks in that order, whether a picture has room for them or not. May be
 * called in any thread as long as the figure does not change. Free with g_free. */
char *plot_figure_table (const PlotFigure *figure, const PlotMarkRef *marks, guint n,
                         PlotTableFormat format);

/* One mark that is drawn; texts are the figure's, but for written. */
typedef struct
{
  const char *series, *category;
  const PlotMark *mark;
  char *written; /* free with g_free */
} PlotRow;

void plot_layout_row (PlotLayout *self, guint i, PlotRow *row);
/* "exact", "at_least", …, "not_reported", …: the same in every language. */
const char *plot_state_to_string (PlotState state);

G_END_DECLS
