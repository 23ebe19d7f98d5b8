/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of categories with their names at the left, shared by the kinds that lie down. Rows that do
 * not fit are left out and counted below; no text is ever squeezed. Internal to libplot. */

#pragma once

#include "plot-categories.h"

G_BEGIN_DECLS

typedef struct
{
  PlotCategories *categories; /* borrowed */
  PlotLabel *names;           /* of the shown categories */
  guint lanes;                /* marks below each other in a row */
  double pitch;               /* pixels of one row */
  double thickness;           /* of one lane */
  double left, right;         /* where marks may lie */
} PlotRows;

/* Room for the label of a vertical reference line, which stands above the rows. */
void plot_rows_reserve_reference (PlotBuilder *self);
/* Rows as high as there is room for, within what looks like a row, and the width of their names;
 * limits categories and may take a line below from the area. */
void plot_rows_fit (PlotBuilder *self, PlotRows *rows, PlotCategories *categories, guint lanes);
double plot_rows_top (PlotBuilder *self, const PlotRows *rows, guint category);
/* Top of a lane, which is as high as rows->thickness. */
double plot_rows_lane_top (PlotBuilder *self, const PlotRows *rows, guint category, guint lane);
/* Where the marks lie. */
PlotRect plot_rows_plot (PlotBuilder *self, const PlotRows *rows);
/* Places the names and frees them. */
void plot_rows_build_names (PlotBuilder *self, PlotRows *rows);

G_END_DECLS
