/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a small sign and a few words: the legend of series, and the key of unusual marks.
 * Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

typedef struct
{
  PlotLabel label;
  PlotInk ink, text_ink;
  PlotFill fill;
  PlotShape shape;
  gboolean swatch;          /* a small area rather than a symbol */
  gboolean line;            /* a symbol on a piece of line */
  gboolean bare;            /* words only */
  guint series;             /* that it names, plus one; 0: none */
  gboolean across, upright; /* a dashed line: the reference, a break */
  gboolean capped;          /* a way to what another source says */
  gboolean classes;         /* a sample of a class, in the colour of one */
} PlotKeyItem;

/* Items flow in rows over width; of those that do not fit max_rows the last ones give way to "+3".
 * Returns the height. */
double plot_key_measure (PlotBuilder *self, GArray *items, double width, guint max_rows);
void plot_key_place (PlotBuilder *self, GArray *items, double x, double y, double width);
/* What must be explained in this figure, and only that. GArray of PlotKeyItem. */
GArray *plot_key_collect (PlotBuilder *self, gboolean swatches);

G_END_DECLS
