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

/* The same of points, which are a page of memory of the larger kind. */
#define PLOT_POINTS_SHIFT 17
#define PLOT_POINTS (1u << PLOT_POINTS_SHIFT)

/* What has an exact value and nothing else, a fifth of a mark's size: of a million of them few are ever
 * asked for as marks. */
typedef struct
{
  double x, value;
} PlotSample;

/* In the order in which they were added, a segment's side by side: what is there need not be copied to
 * make room for more. */
typedef struct
{
  PlotMark **segments;
  PlotSample **samples; /* all there is, in place of segments; NULL where any mark has more to it */
  struct _PlotAsked *asked; /* of samples, those that were asked for as marks */
  guint n, room;
  PlotTally tally;
} PlotMarks;

static inline const PlotSample *
plot_marks_sample (const PlotMarks *self, guint i)
{
  return &self->samples[i >> PLOT_POINTS_SHIFT][i & (PLOT_POINTS - 1)];
}

PlotMark *plot_marks_ask (const PlotMarks *self, guint i);

/* Stays where it is until the marks are cleared or more are added; from any thread. */
static inline PlotMark *
plot_marks_at (const PlotMarks *self, guint i)
{
  if (self->samples != NULL)
    return plot_marks_ask (self, i);
  return &self->segments[i >> PLOT_SEGMENT_SHIFT][i & (PLOT_SEGMENT - 1)];
}

/* Copies mark behind the others; the copy may be changed until it is counted. */
PlotMark *plot_marks_append (PlotMarks *self, const PlotMark *mark);
/* Takes what was appended last into the tally. */
void plot_marks_count (PlotMarks *self);
/* Both for n marks that have an exact value and nothing else; x and values are finite. */
void plot_marks_add_points (PlotMarks *self, const double *x, const double *values, guint n);
void plot_marks_clear (PlotMarks *self);

/* Of all marks of a series of a figure (plot-figure.c). */
const PlotMarks *plot_figure_marks (const PlotFigure *figure, guint series);

G_END_DECLS
