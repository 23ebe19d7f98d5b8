/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of drawing, for a format that writes texts by itself. Internal to libplot. */

#pragma once

#include "plot-arrays.h"

G_BEGIN_DECLS

/* Of the pen that draws a text's rim, which lies half below the letters. */
#define PLOT_HALO_WIDTH 4.5

/* All that plot_layout_draw() paints below the texts. */
void plot_draw_shapes (PlotLayout *self, cairo_t *cr, gboolean background);

/* plot-draw-area.c. share: of the ink against the page; mixed rather than translucent, so that no grid
 * shines through. */
void plot_draw_set_ink (cairo_t *cr, const PlotLayout *self, PlotInk ink, double share);
void plot_draw_box (cairo_t *cr, const PlotLayout *self, const PlotBox *box);
/* Whether the text needs a rim, and in which ink: the page's where it stands on lines, the area's
 * where that has lines of its own. */
gboolean plot_draw_rim (const PlotLayout *self, const PlotText *text, PlotInk *ink);

/* plot-draw-line.c. */
void plot_draw_path (cairo_t *cr, const PlotLayout *self, const PlotPath *path);

/* plot-draw-symbol.c */
void plot_draw_symbol (cairo_t *cr, const PlotLayout *layout, const PlotSymbol *symbol);

/* Symbols where there are thousands, as stamps that are put down to a quarter of a pixel, in the order in
 * which they are added; on pictures that are made of pixels. */
typedef struct _PlotStamps PlotStamps;
PlotStamps *plot_stamps_new (cairo_t *cr, const PlotLayout *layout);
void plot_stamps_free (PlotStamps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlotStamps, plot_stamps_free)
/* FALSE: it is none. A stamp is painted with the next call of plot_stamps_draw(). */
gboolean plot_stamps_add (PlotStamps *self, const PlotSymbol *symbol);
void plot_stamps_draw (PlotStamps *self);

G_END_DECLS
