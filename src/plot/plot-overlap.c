/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how overlap is counted and what follows from it. Draws nothing. */

#include "plot-overlap.h"

#include <math.h>

/* Where so few lie on each other their outlines tell them apart. */
#define HARDLY 1.5
#define COVERED 0.9
/* One point alone, against the page. */
#define FAINTEST 0.35
/* Cells each way: points smaller than a cell are counted as if they were as large. */
#define MOST_CELLS 1024

/* In cells as wide as a point: what shares a cell covers the middle of a point there by the share of the
 * cell that a disc has. */
double
plot_overlap (const PlotPoint *points, guint n, double radius, const PlotRect *plot)
{
  double size = MAX (2 * radius, MAX (plot->width, plot->height) / MOST_CELLS);
  guint across = (guint) MAX (ceil (plot->width / size), 1);
  guint down = (guint) MAX (ceil (plot->height / size), 1);
  g_autofree guint *counts = g_new0 (guint, across * down);
  double squares = 0;

  if (n == 0)
    return 1;
  for (guint i = 0; i < n; i++)
    {
      guint x = (guint) CLAMP ((points[i].x - plot->x) / size, 0, across - 1);
      guint y = (guint) CLAMP ((points[i].y - plot->y) / size, 0, down - 1);
      guint *count = &counts[y * across + x];

      /* Together the squares: each of the cell's points meets all of them. */
      squares += 2 * *count + 1;
      ++*count;
    }
  return 1 + (squares / n - 1) * G_PI * radius * radius / (size * size);
}

double
plot_overlap_opacity (double overlap)
{
  if (overlap < HARDLY)
    return 1;
  return MAX (1 - pow (1 - COVERED, 1 / overlap), FAINTEST);
}
