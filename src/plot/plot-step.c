/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns walking from mark to mark where marks lie in two dimensions. Reads only the layout's spots;
 * every mark can be reached from every other. */

#include <math.h>

#include "plot-arrays.h"

static double
middle_x (const PlotSpot *spot)
{
  return spot->bounds.x + spot->bounds.width / 2;
}

static double
middle_y (const PlotSpot *spot)
{
  return spot->bounds.y + spot->bounds.height / 2;
}

/* Left and right stay in the row; up and down go to the next row that has marks, there to the one
 * that lies nearest along x. */
static int
step_grid (PlotLayout *self, guint mark, int dx, int dy)
{
  const PlotSpot *from = PLOT_SPOT (self, mark);
  int best = (int) mark;
  double best_row = INFINITY, best_x = INFINITY;

  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    {
      const PlotSpot *to = PLOT_SPOT (self, i);
      double rows = ((double) to->row - from->row) * (dy != 0 ? dy : 1);
      double away = middle_x (to) - middle_x (from);

      if (dy != 0 ? rows <= 0 : rows != 0 || away * dx <= 0)
        continue;
      if (fabs (rows) < best_row || (fabs (rows) == best_row && fabs (away) < best_x))
        {
          best_row = fabs (rows);
          best_x = fabs (away);
          best = (int) i;
        }
    }
  return best;
}

/* Left and right in the order of x, up and down in that of y, equals by the other and by index. */
static int
order (const PlotLayout *self, guint a, guint b, gboolean across)
{
  const PlotSpot *one = PLOT_SPOT (self, a), *other = PLOT_SPOT (self, b);
  double x = middle_x (one) - middle_x (other), y = middle_y (one) - middle_y (other);
  double first = across ? x : y, second = across ? y : x;

  if (first != 0)
    return first < 0 ? -1 : 1;
  if (second != 0)
    return second < 0 ? -1 : 1;
  return a < b ? -1 : a > b;
}

static int
step_plane (PlotLayout *self, guint mark, int dx, int dy)
{
  gboolean across = dy == 0;
  int direction = across ? dx : dy, best = (int) mark;

  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    if (order (self, i, mark, across) * direction > 0
        && (best == (int) mark || order (self, i, (guint) best, across) * direction < 0))
      best = (int) i;
  return best;
}

int
plot_layout_step_free (PlotLayout *self, guint mark, int dx, int dy)
{
  dx = (dx > 0) - (dx < 0);
  dy = (dy > 0) - (dy < 0);
  return self->step == PLOT_STEP_GRID ? step_grid (self, mark, dx, dy)
                                      : step_plane (self, mark, dx, dy);
}
