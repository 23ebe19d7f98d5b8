/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of lines at their ends: measured, dropped by rank where too many want one height, moved
 * apart, joined to their lines. Shared by the kinds that name lines directly. Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

typedef struct
{
  guint series;
  PlotLabel label;
  double value;   /* of the mark it stands at, for the order from top to bottom */
  int rank;       /* by role */
  double inwards; /* how far value is from the least or the greatest of all */
  double middle;  /* height at which it stands */
} PlotEnd;

typedef enum
{
  PLOT_SIDE_LEFT,  /* "Nghệ An 412", ends at the line's beginning */
  PLOT_SIDE_RIGHT, /* "Nghệ An 742", begins at the line's end */
} PlotSide;

/* The value that a series' name stands at, and the mark of it, or NULL where the line goes on beyond
 * what is shown; FALSE where there is no end to name. */
typedef gboolean (*PlotEndAt) (PlotBuilder *self, guint series, const PlotMark **mark,
                               double *value);

/* Name and value; the name alone where both are wider than room or there is no mark. GArray of PlotEnd, by rank. */
GArray *plot_ends_measure (PlotBuilder *self, PlotEndAt end_at, double room, guint lines);
/* How high the names are together, and how wide the widest is. */
double plot_ends_height (GArray *ends);
double plot_ends_width (GArray *ends);
/* Drops by rank what a better one displaces at its line's height, then what is more than height;
 * returns how many went. y: the values over that height. */
guint plot_ends_drop (GArray *ends, const PlotScale *y, double height);
/* Moves names apart between lo and hi; returns how far the furthest came from its line. */
double plot_ends_spread (GArray *ends, const PlotScale *y, double lo, double hi);
/* Places the names at x, with leaders from the lines' ends (one a series). */
void plot_ends_put (PlotBuilder *self, GArray *ends, const PlotPoint *points, double x,
                    PlotSide side);

/* From a line's end to its name, in base sizes; more where leaders need room to slant. */
double plot_ends_gap (double furthest);

G_END_DECLS
