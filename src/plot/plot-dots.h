/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of a scatter chart, and their names. Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

typedef struct
{
  const PlotMark *mark;
  guint series, index;
  double x, y; /* pixels */
  gboolean whole;
  int rank;        /* 0: what the chart is about */
  double outwards; /* from the middle of all, in shares of the plot */
} PlotDot;

typedef struct
{
  PlotScale x, y;
  gboolean log_x, log_y;
  GArray *dots; /* PlotDot */
  /* The same, column of pixels by column, while names are placed. */
  const PlotDot **across;
  guint *begins, n_columns;
  double left;
  double radius;
  double opacity; /* of what is neither in focus nor open */
  guint n_lacking;
} PlotDots;

/* A name at each point, in the order of dots, as long as there is room: beside it, or further off with
 * a line to it. All points are placed; no name lies on one, except that of rank 0. */
void plot_dots_build_names (PlotBuilder *self, PlotDots *plan);

G_END_DECLS
