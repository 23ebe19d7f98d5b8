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
  double least_value, greatest_value;
  double first_x, last_x; /* least and greatest x, where there is a mark */
} PlotTally;

/* Marks of a segment, a power of two. */
#define PLOT_SEGMENT_SHIFT 16
#define PLOT_SEGMENT (1u << PLOT_SEGMENT_SHIFT)

/* In the order in which they were added, a segment's side by side: what is there need not be copied to
 * make room for more. */
typedef struct
{
  PlotMark **segments;
  guint n, room;
  PlotTally tally;
} PlotMarks;

static inline PlotMark *
plot_marks_at (const PlotMarks *self, guint i)
{
  return &self->segments[i >> PLOT_SEGMENT_SHIFT][i & (PLOT_SEGMENT - 1)];
}

/* Copies mark behind the others; the copy may be changed until it is counted. */
PlotMark *plot_marks_append (PlotMarks *self, const PlotMark *mark);
/* Takes what was appended last into the tally. */
void plot_marks_count (PlotMarks *self);
/* Both for a mark that has an exact value and nothing else; x and value are finite. */
void plot_marks_add_point (PlotMarks *self, double x, double value);
void plot_marks_clear (PlotMarks *self);

/* Of all marks of a series of a figure (plot-figure.c). */
const PlotMarks *plot_figure_marks (const PlotFigure *figure, guint series);

G_END_DECLS
