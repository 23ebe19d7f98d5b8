/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a mark's value changed since the year before, where who makes the figure knows: for its table. */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

typedef struct
{
  double value;        /* to sort by */
  const char *written; /* "+14,5 %", with what is known of it: "≥ +14,5 %" */
  gboolean computed;   /* from two levels, rather than stated */
} PlotChange;

/* Of the mark with that key, which is not 0; the last one counts. written is copied. */
void plot_figure_set_change (PlotFigure *self, guint64 key, const PlotChange *change);
/* NULL where there is none. */
const PlotChange *plot_figure_change (const PlotFigure *self, guint64 key);
gboolean plot_figure_has_changes (const PlotFigure *self);

G_END_DECLS
