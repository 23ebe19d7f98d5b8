/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of time that a figure shows: which marks lie in it, where lines enter and leave it, and
 * the sign that there is more. Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

/* FALSE where all is shown. */
gboolean plot_window_of (const PlotFigure *figure, double *from, double *to);
/* The marks of series that are shown: from *first on, up to and without *end. */
void plot_window_marks (const PlotFigure *figure, guint series, guint *first, guint *end);
/* The time and the value where the line of series comes in from marks before (at_end: goes on to
 * marks after) the part that is shown; FALSE where it does not. */
gboolean plot_window_edge (const PlotFigure *figure, guint series, gboolean at_end, double *x,
                           double *value);

/* Values that are not shown. */
guint plot_window_n_outside (const PlotFigure *figure);

/* A line at the bottom of the area that says how many values are not shown; takes its height. */
void plot_window_build_more (PlotBuilder *self);
/* An arrowhead at each end of the axis of time beyond which there are marks. */
void plot_window_build_signs (PlotBuilder *self, const PlotRect *plot);

G_END_DECLS
