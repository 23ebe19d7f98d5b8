/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks as areas coloured by class, with the legend that explains them; shared by the kinds that are
 * made of tiles. Internal to libplot. */

#pragma once

#include "plot-classes.h"
#include "plot-key.h"

G_BEGIN_DECLS

typedef struct
{
  PlotClasses classes;
  gboolean has[PLOT_STATE_REJECTED + 1]; /* by state: whether a mark is in it */
  gboolean has_none;                     /* some tile has no mark at all */
} PlotTiles;

/* Over the marks of the figure that the chart shows. */
typedef gboolean (*PlotTilesShows) (PlotBuilder *builder, guint series, const PlotMark *mark);
void plot_tiles_init (PlotTiles *self, PlotBuilder *builder, PlotTilesShows shows);
/* The legend as a strip over the area, from which it takes its height; nothing where that leaves
 * too little. */
void plot_tiles_build_strip (const PlotTiles *self, PlotBuilder *builder);
double plot_tiles_strip_height (const PlotTiles *self, PlotBuilder *builder, double width);
/* The legend as a list at (x, y); its lines go upwards from much to little. */
void plot_tiles_build_list (const PlotTiles *self, PlotBuilder *builder, double x, double y);
void plot_tiles_list_size (const PlotTiles *self, PlotBuilder *builder, double *width,
                           double *height);

/* A box for mark, or where it is NULL for a tile that nothing is known of. */
void plot_tiles_build_tile (const PlotTiles *self, PlotBuilder *builder, const PlotMark *mark,
                            const PlotRect *box);
/* Pixels that an open tile's rim takes on each side, 0 for others. */
double plot_tile_rim (const PlotMark *mark, const PlotRect *box);
/* The ink of text on it, and whether it needs a halo. */
PlotInk plot_tiles_text_ink (const PlotTiles *self, const PlotMark *mark, gboolean *halo);
/* What stands for the value in a tile: "≥ 412", without a unit, which legend and subtitle have, and
 * without the sign where only the number fits into room, since the rim says as much; or the sign of a
 * kind of nothing, which is none for what is not reported. */
PlotLabel plot_tile_measure_value (PlotBuilder *builder, PlotStyle style, const PlotMark *mark,
                                   double room);
/* The same of the few values that have no room, rounded until they have: "1,2 tr". */
PlotLabel plot_tile_measure_rounded (PlotBuilder *builder, PlotStyle style, const PlotMark *mark,
                                     double room);

G_END_DECLS
