/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which panels small multiples show, and where each lies. Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

typedef struct
{
  guint *shown; /* series */
  guint n, columns, rows;
  gboolean as_columns, own_axes;
  double title, below; /* heights above and below a panel's plot */
  guint title_lines;
  double left;          /* room for the labels of the value axis */
  double width, height; /* of a panel with what belongs to it */
  double gap;
} PlotPanels;

/* What a panel is about: the role of its series, or of a single mark. */
gboolean plot_panels_is_focus (PlotFigure *figure, guint series);

/* As many panels as fit, in the rows that make their plots largest; what is left out is said in a
 * line that it takes from the area. */
void plot_panels_fit (PlotBuilder *self, PlotPanels *panels);
/* Sizes, with left as the room for the labels of the value axis. A shared axis is labelled once a
 * row, else every panel has labels of its own. */
void plot_panels_measure (PlotBuilder *self, PlotPanels *panels, double left);
void plot_panels_clear (PlotPanels *panels);

/* Where the marks of the i-th panel lie. */
PlotRect plot_panels_plot (PlotBuilder *self, const PlotPanels *panels, guint i);
/* The name above the i-th panel. */
void plot_panels_build_title (PlotBuilder *self, const PlotPanels *panels, guint i);

/* From a panel's last mark to its value, in base sizes. */
#define PLOT_PANEL_VALUE_AWAY 0.4
/* The value of a panel's last mark, which stands at that point, on the wanted side if that is free of the
 * panel's marks, which are built (plot-panel-value.c). */
void plot_panel_value_build (PlotBuilder *self, guint series, const PlotMark *mark, PlotPoint at,
                             gboolean below, const PlotRect *plot);

G_END_DECLS
