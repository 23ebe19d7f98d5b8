/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How translucent points must be for one to see how many lie on each other. Internal to libplot. */

#pragma once

#include "plot-arrays.h"

G_BEGIN_DECLS

/* How many of n points lie on a place that has one, in the mean: 1 where none meets another. */
double plot_overlap (const PlotPoint *points, guint n, double radius, const PlotRect *plot);
/* The opacity with which so many on each other cover nine tenths of the page: fewer look fainter, more
 * darker. 1 where they hardly meet, and never so little that a single one is lost. After Matejka,
 * Anderson and Fitzmaurice, Dynamic Opacity Optimization for Scatter Plots, CHI 2015, which chooses the
 * opacity by what the drawn points cover as well. */
double plot_overlap_opacity (double overlap);

G_END_DECLS
