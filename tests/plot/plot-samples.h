/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that the tests and the gallery draw: the ordinary ones and the awkward ones. */

#pragma once

#include "plot/plot-figure.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  PlotFigure *(*create) (const char *language);
} PlotSample;

extern const PlotSample plot_samples[];
extern const guint plot_n_samples;

G_END_DECLS
