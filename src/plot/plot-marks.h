/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marks of one series, and what is counted of them while they are added: a million marks are too
 * many to be walked through by each who asks for the greatest. Internal to libplot. */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_values, n_missing;
  guint n_rounded, n_computed; /* of those with a value */
  guint least, greatest;       /* index of the first such value, where there is one */
  double first_x, last_x;      /* least and greatest x, where there is a mark */
} PlotTally;

typedef struct
{
  PlotMark *marks; /* side by side, in the order in which they were added */
  guint n, room;
  PlotTally tally;
} PlotMarks;

void plot_marks_append (PlotMarks *self, const PlotMark *mark);
void plot_marks_clear (PlotMarks *self);

/* Of all marks of a series of a figure (plot-figure.c). */
const PlotMarks *plot_figure_marks (const PlotFigure *figure, guint series);

G_END_DECLS
