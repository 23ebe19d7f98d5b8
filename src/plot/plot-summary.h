/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts and extremes of what a figure shows. Internal to libplot. */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

/* What a summary needs of all marks. */
typedef struct
{
  guint n_values, n_missing, n_rounded, n_computed;
  guint least_series, greatest_series;
  const PlotMark *least, *greatest;
} PlotSummary;

PlotSummary plot_summarise (PlotFigure *figure);

G_END_DECLS
