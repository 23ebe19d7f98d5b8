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

/* Who a mark is, in words; free with g_free. */
typedef char *(*PlotSubjectOf) (PlotFigure *figure, guint series, const PlotMark *mark);
/* mark and what is level with it and known as well: "Nghệ An, 2023; Thanh Hóa, 2023; and 4 more items".
 * Free with g_free. */
char *plot_summary_level (PlotFigure *figure, const PlotSummary *sum, guint series,
                          const PlotMark *mark, PlotSubjectOf subject_of);

G_END_DECLS
