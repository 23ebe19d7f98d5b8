/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts that are kept as text and as picture, and what has changed since they were. */

#pragma once

#include "plot/plot-layout.h"

G_BEGIN_DECLS

typedef struct
{
  const char *sample; /* its name, and that of the files */
  const char *language;
  double width, height;
  PlotTheme theme;
} GoldenChart;

extern const GoldenChart golden_charts[];
extern const guint golden_n_charts;

PlotLayout *golden_create_layout (const GoldenChart *golden);
/* As it is drawn now; destroy with cairo_surface_destroy. */
cairo_surface_t *golden_paint (const GoldenChart *golden);
/* NULL where the two look alike, within what another freetype may change; else where they differ. */
cairo_surface_t *golden_compare (cairo_surface_t *now, cairo_surface_t *kept);

/* Writes into folder a page index.html of the charts that are not as data (the folder of kept dumps
 * and pictures) has them: old, new and difference side by side, and the lines of the dump that came
 * and went. What folder held before is replaced; without a change it is left empty. Returns how many
 * have changed, or -1 with an error. */
int golden_show (const char *data, const char *folder, GError **error);
/* Keeps what is drawn now. */
gboolean golden_accept (const char *data, GError **error);

G_END_DECLS
