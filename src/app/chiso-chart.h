/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a person works with it: the picture or, one key away, the same data as a table; a title
 * of their own; the way back from a zoom; a menu of all this. */

#pragma once

#include <adwaita.h>

#include "chiso-table-pane.h"
#include "view/plot-view.h"

G_BEGIN_DECLS

#define CHISO_TYPE_CHART (chiso_chart_get_type ())
G_DECLARE_FINAL_TYPE (ChisoChart, chiso_chart, CHISO, CHART, AdwBin)

/* Property "least-height" (int): of the chart, at text of the usual size.
 * Property "table-shown" (boolean): the table stands in place of the picture.
 * Signal "mark-activated" (guint64 key): of the chart or a row of the table.
 * Actions: "chart.table", "chart.title", "chart.all-years". Keys: F9 for the table,
 * F2 for the title, Shift+F10 and Menu for the menu. */

/* figure may be NULL. A reference is taken. */
void chiso_chart_set_figure (ChisoChart *self, PlotFigure *figure);
/* Makes what the table says of the chart's figure, with a reference, or NULL where that says all. */
typedef PlotFigure *(*ChisoChartListing) (PlotFigure *figure, gpointer data);
/* Asked when the table is shown, once for each figure; data is borrowed. Without it the table has the
 * marks of the chart. */
void chiso_chart_set_listing (ChisoChart *self, ChisoChartListing listing, gpointer data);
/* Charts of one state zoom, select and emphasise together. */
void chiso_chart_set_state (ChisoChart *self, PlotViewState *state);
/* With the person's title and the part of time that they look at; NULL for none. Borrowed. */
PlotFigure *chiso_chart_get_shown_figure (ChisoChart *self);

/* What the table lists, whether it is shown or not; likewise borrowed. */
PlotFigure *chiso_chart_get_listed_figure (ChisoChart *self);

PlotView *chiso_chart_get_view (ChisoChart *self);

/* The table in place of the picture, which takes the keyboard where the picture had it. */
void chiso_chart_set_table_shown (ChisoChart *self, gboolean shown);
gboolean chiso_chart_get_table_shown (ChisoChart *self);
/* NULL before it was first shown. */
PlotTable *chiso_chart_get_table (ChisoChart *self);

G_END_DECLS
