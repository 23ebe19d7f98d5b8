/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One series as a line: paths, symbols and spots, with gaps as gaps; shared by the kinds that draw
 * lines. Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

typedef struct
{
  const PlotScale *x;
  const PlotScale *y;
  double line_width;
  double radius;       /* of symbols */
  gboolean last_only;  /* no symbol but the last, and none for what is missing */
  gboolean few;        /* of plain marks only the last has a symbol */
  gboolean plain;      /* each series has a panel of its own: no colour or shape of its own */
  GHashTable *missing; /* pixel column -> how many crosses stand there already */
} PlotTrace;

/* Places series; sets *last to its last point with a value and returns the index of that mark,
 * or -1 when it has none. */
int plot_trace_build (PlotBuilder *self, const PlotTrace *trace, guint series, PlotPoint *last);

/* The ink of a mark in a panel of its own: only focus and context differ. */
PlotInk plot_trace_plain_ink (PlotBuilder *self, guint series, const PlotMark *mark);

/* Indices of the marks of series that make a visible difference: of those that fall on one pixel
 * column the first, least, greatest and last, and one missing mark where a column has nothing else.
 * All of them while they are few. GArray of guint, in order. */
GArray *plot_trace_decimate (const PlotFigure *figure, guint series, const PlotScale *x);

G_END_DECLS
