/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns finding and walking marks: one search behind hover, click, tooltip and keyboard. Reads only
 * the layout's arrays. */

#include <math.h>
#include <string.h>

#include "plot-arrays.h"

static double
region_begin (const PlotLayout *self, guint spot)
{
  const PlotRect *region = &PLOT_SPOT (self, spot)->region;

  return self->along == PLOT_ALONG_X ? region->x : region->y;
}

static double
region_length (const PlotLayout *self, guint spot)
{
  const PlotRect *region = &PLOT_SPOT (self, spot)->region;

  return self->along == PLOT_ALONG_X ? region->width : region->height;
}

/* A spot, and by what it is sorted. */
typedef struct
{
  double key;
  guint spot;
} Keyed;

/* One past the end of what is in order from first on. */
static guint
run_end (const Keyed *all, guint first, guint n)
{
  guint end = first + 1;

  while (end < n && !(all[end].key < all[end - 1].key))
    end++;
  return end;
}

static void
merge (const Keyed *from, guint middle, guint end, Keyed *to)
{
  guint a = 0, b = middle;

  while (a < middle && b < end)
    *to++ = from[a].key <= from[b].key ? from[a++] : from[b++];
  memcpy (to, &from[a], (middle - a) * sizeof *to);
  memcpy (to + (middle - a), &from[b], (end - b) * sizeof *to);
}

/* Each series is mostly in order already, so runs are merged, two by two, until one is left. */
static Keyed *
sort_keyed (Keyed *all, Keyed *room, guint n)
{
  guint n_runs;

  do
    {
      Keyed *sorted = room;

      n_runs = 0;
      for (guint first = 0; first < n; n_runs++)
        {
          guint middle = run_end (all, first, n);
          guint end = middle < n ? run_end (all, middle, n) : n;

          merge (&all[first], middle - first, end - first, &room[first]);
          first = end;
        }
      room = all;
      all = sorted;
    }
  while (n_runs > 1);
  return all;
}

/* Exact for as many series and marks as memory holds. */
static double
walk_key (const PlotLayout *self, guint spot)
{
  return PLOT_SPOT (self, spot)->series * 4294967296.0 + PLOT_SPOT (self, spot)->index;
}

/* The spots' numbers in the order of their keys. */
static GArray *
sort_spots (const PlotLayout *self, double (*key_of) (const PlotLayout *self, guint spot))
{
  guint n = PLOT_N_SPOTS (self);
  g_autofree Keyed *all = g_new (Keyed, MAX (n, 1)), *room = g_new (Keyed, MAX (n, 1));
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  const Keyed *sorted;

  for (guint i = 0; i < n; i++)
    all[i] = (Keyed){ key_of (self, i), i };
  sorted = sort_keyed (all, room, n);
  g_array_set_size (order, n);
  for (guint i = 0; i < n; i++)
    g_array_index (order, guint, i) = sorted[i].spot;
  return order;
}

static void
put_in_walking_order (PlotLayout *self)
{
  g_autoptr (GArray) order = sort_spots (self, walk_key);
  GArray *spots = g_array_sized_new (FALSE, FALSE, sizeof (PlotSpot), order->len);

  g_array_set_size (spots, order->len);
  for (guint i = 0; i < order->len; i++)
    g_array_index (spots, PlotSpot, i) = *PLOT_SPOT (self, g_array_index (order, guint, i));
  g_array_unref (self->spots);
  self->spots = spots;
}

void
plot_layout_index_spots (PlotLayout *self)
{
  guint n_series = plot_figure_n_series (self->figure);
  guint next = 0;

  put_in_walking_order (self);
  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    self->longest_region = MAX (self->longest_region, region_length (self, i));
  self->sorted = sort_spots (self, region_begin);
  for (guint s = 0; s <= n_series; s++)
    {
      while (next < PLOT_N_SPOTS (self) && PLOT_SPOT (self, next)->series < s)
        next++;
      g_array_append_val (self->series_first, next);
    }
}

guint
plot_layout_n_marks (PlotLayout *self)
{
  return PLOT_N_SPOTS (self);
}

static gboolean
contains (const PlotRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

/* Outside of what is drawn the distance to it; inside a negative number, less the nearer its
 * middle. */
static double
distance (const PlotRect *bounds, double x, double y)
{
  double dx = fabs (x - (bounds->x + bounds->width / 2)) - bounds->width / 2;
  double dy = fabs (y - (bounds->y + bounds->height / 2)) - bounds->height / 2;

  if (dx <= 0 && dy <= 0)
    return hypot (dx + bounds->width / 2, dy + bounds->height / 2) - 1e6;
  return hypot (MAX (dx, 0), MAX (dy, 0));
}

/* The first of the sorted spots whose region may still reach at. */
static guint
first_candidate (const PlotLayout *self, double at)
{
  guint lo = 0, hi = self->sorted->len;

  while (lo < hi)
    {
      guint middle = lo + (hi - lo) / 2;

      if (region_begin (self, g_array_index (self->sorted, guint, middle)) + self->longest_region
          < at)
        lo = middle + 1;
      else
        hi = middle;
    }
  return lo;
}

int
plot_layout_hit (PlotLayout *self, double x, double y)
{
  double at = self->along == PLOT_ALONG_X ? x : y;
  double best_distance = INFINITY;
  int best = -1;

  for (guint i = first_candidate (self, at); i < self->sorted->len; i++)
    {
      guint spot = g_array_index (self->sorted, guint, i);
      double d;

      if (region_begin (self, spot) > at)
        break;
      if (!contains (&PLOT_SPOT (self, spot)->region, x, y))
        continue;
      d = distance (&PLOT_SPOT (self, spot)->bounds, x, y);
      if (d < best_distance || (d == best_distance && (int) spot < best))
        {
          best_distance = d;
          best = (int) spot;
        }
    }
  return best;
}

static const PlotMark *
mark_of (PlotLayout *self, guint mark)
{
  const PlotSpot *spot = PLOT_SPOT (self, mark);

  return plot_figure_mark (self->figure, spot->series, spot->index);
}

guint64
plot_layout_mark_key (PlotLayout *self, guint mark)
{
  g_return_val_if_fail (mark < PLOT_N_SPOTS (self), 0);

  return mark_of (self, mark)->key;
}

void
plot_layout_mark_place (PlotLayout *self, guint mark, guint *series, guint *index)
{
  g_return_if_fail (mark < PLOT_N_SPOTS (self));

  *series = PLOT_SPOT (self, mark)->series;
  *index = PLOT_SPOT (self, mark)->index;
}

/* A legend's sign stands left of its words. */
int
plot_layout_hit_series (PlotLayout *self, double x, double y)
{
  for (guint i = 0; i < self->texts->len && plot_figure_n_series (self->figure) > 1; i++)
    {
      const PlotText *text = &g_array_index (self->texts, PlotText, i);
      double sign = text->style == PLOT_STYLE_KEY ? 2.2 * text->box.height : 0;
      PlotRect box = { text->box.x - sign - 2, text->box.y, text->box.width + sign + 4,
                       text->box.height };

      if (text->series != 0 && (text->style == PLOT_STYLE_KEY || text->style == PLOT_STYLE_SERIES)
          && contains (&box, x, y))
        return (int) text->series - 1;
    }
  return -1;
}

/* A mark that was thinned out is stood for by the drawn one before it, or the first of its
 * series. */
static int
find_stand_in (PlotLayout *self, guint series, guint index)
{
  guint first = g_array_index (self->series_first, guint, series);
  guint end = g_array_index (self->series_first, guint, series + 1);
  guint lo = first, hi = end;

  while (lo < hi)
    {
      guint middle = lo + (hi - lo) / 2;

      if (PLOT_SPOT (self, middle)->index <= index)
        lo = middle + 1;
      else
        hi = middle;
    }
  return first == end ? -1 : (int) MAX (lo, first + 1) - 1;
}

int
plot_layout_find_mark (PlotLayout *self, guint series, guint index)
{
  int found = series + 1 < self->series_first->len ? find_stand_in (self, series, index) : -1;

  return found >= 0 && PLOT_SPOT (self, found)->index == index ? found : -1;
}

int
plot_layout_find_key (PlotLayout *self, guint64 key)
{
  if (key == 0)
    return -1;
  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    if (mark_of (self, i)->key == key)
      return (int) i;
  if (plot_figure_n_categories (self->figure) > 0 || self->step == PLOT_STEP_PLANE)
    return -1;
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (self->figure, s); i++)
      if (plot_figure_mark (self->figure, s, i)->key == key)
        return find_stand_in (self, s, i);
  return -1;
}

void
plot_layout_mark_bounds (PlotLayout *self, guint mark, double *x, double *y, double *width,
                         double *height)
{
  const PlotRect *bounds;

  g_return_if_fail (mark < PLOT_N_SPOTS (self));

  bounds = &PLOT_SPOT (self, mark)->bounds;
  *x = bounds->x;
  *y = bounds->y;
  *width = bounds->width;
  *height = bounds->height;
}

/* The next row downwards or upwards, whichever series it belongs to. */
static int
step_row (PlotLayout *self, guint mark, int dy)
{
  guint row = PLOT_SPOT (self, mark)->row;
  int best = (int) mark;

  for (guint i = 0; i < PLOT_N_SPOTS (self); i++)
    {
      guint other = PLOT_SPOT (self, i)->row;
      gboolean beyond = dy > 0 ? other > row : other < row;
      guint best_row = PLOT_SPOT (self, best)->row;

      if (beyond && (best == (int) mark || (dy > 0 ? other < best_row : other > best_row)))
        best = (int) i;
    }
  return best;
}

/* How far two marks are apart along x: in what x measures, since the same period is elsewhere in
 * another panel. */
static double
apart (PlotLayout *self, guint mark, guint other)
{
  const PlotRect *from = &PLOT_SPOT (self, mark)->bounds, *to = &PLOT_SPOT (self, other)->bounds;
  double along = fabs (mark_of (self, mark)->x - mark_of (self, other)->x);

  return isfinite (along) ? along : fabs (to->x + to->width / 2 - from->x - from->width / 2);
}

/* In the next series that has marks, the one nearest along x. */
static int
step_series (PlotLayout *self, guint mark, int dy)
{
  int series = (int) PLOT_SPOT (self, mark)->series + dy;
  int n_series = (int) self->series_first->len - 1;
  double nearest = INFINITY;
  int best = (int) mark;

  for (; series >= 0 && series < n_series && best == (int) mark; series += dy)
    for (guint i = g_array_index (self->series_first, guint, series);
         i < g_array_index (self->series_first, guint, series + 1); i++)
      {
        double d = apart (self, mark, i);

        if (d < nearest)
          {
            nearest = d;
            best = (int) i;
          }
      }
  return best;
}

gboolean
plot_layout_has_rows (PlotLayout *self)
{
  return self->along == PLOT_ALONG_Y;
}

int
plot_layout_step (PlotLayout *self, int mark, int dx, int dy)
{
  int n = (int) PLOT_N_SPOTS (self);
  int next = mark + (dx > 0) - (dx < 0);

  if (n == 0)
    return -1;
  if (mark < 0 || mark >= n)
    return 0;
  if (self->step != PLOT_STEP_SERIES)
    return plot_layout_step_free (self, (guint) mark, dx, dy);
  if (dy != 0)
    return self->along == PLOT_ALONG_Y ? step_row (self, mark, dy > 0 ? 1 : -1)
                                       : step_series (self, mark, dy > 0 ? 1 : -1);
  if (next < 0 || next >= n || PLOT_SPOT (self, next)->series != PLOT_SPOT (self, mark)->series)
    return mark;
  return next;
}
