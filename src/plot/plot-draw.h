/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of drawing, for a format that writes texts by itself. Internal to libplot. */

#pragma once

#include "plot-arrays.h"

G_BEGIN_DECLS

/* All that plot_layout_draw() paints below the texts. */
void plot_draw_shapes (PlotLayout *self, cairo_t *cr, gboolean background);

G_END_DECLS
