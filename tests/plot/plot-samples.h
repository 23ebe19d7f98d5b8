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

/* Names to be used in figures: short and long ones. */
extern const char *const plot_sample_provinces[];
extern const guint plot_n_sample_provinces;

/* A figure of that kind with random texts, marks and states, from g_test_rand_int(). */
PlotFigure *plot_sample_create_random (PlotKind kind, const char *language);

extern const PlotSample plot_samples[];
extern const guint plot_n_samples;
/* The sample of that name, which must be there. */
PlotFigure *plot_sample_create (const char *name, const char *language);

G_END_DECLS
