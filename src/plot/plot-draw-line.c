/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how lines of many points become ink: a few as a stroke, many that never turn back as the area
 * that a round pen covers, which is the same picture in a fraction of the time. Must not measure or
 * move anything. */

#include <math.h>

#include "plot-draw.h"

/* cairo's time for a stroke grows with the square of its crossings; round caps hide the seams. */
#define STROKE_CHUNK 48
/* Beyond so many points, and from so many a pixel on, a line is filled rather than stroked: it is a
 * texture, of which nobody sees the 256 shades, so that a sixteenth of the pixel is fine enough. */
#define MANY 512
#define DENSE 0.5
/* Columns of the line, in pixels, and how many of them are between two corners of what is filled. */
#define COLUMN 0.25
#define COLUMNS_A_CORNER 4
/* Columns that a pen reaches to a side at least and at most; others stroke. */
#define LEAST_REACH 2
#define MOST_REACH 64

/* What the line takes of a column: least > greatest where it does not come by. */
typedef struct
{
  double least, greatest;
} Range;

typedef struct
{
  Range *columns;
  guint n;
  double left;              /* of the first column */
  double bulge[MOST_REACH]; /* half the pen's height on the far side of a column so many off */
  guint reach;
} Band;

static void
range_add (Range *range, double a, double b)
{
  range->least = MIN (range->least, MIN (a, b));
  range->greatest = MAX (range->greatest, MAX (a, b));
}

static guint
column_of (const Band *band, double x)
{
  return (guint) CLAMP ((x - band->left) / COLUMN, 0, band->n - 1);
}

/* Column by column from a to b, which lies not left of it. */
static void
band_add (Band *band, const PlotPoint *a, const PlotPoint *b)
{
  guint first = column_of (band, a->x), last = column_of (band, b->x);
  double slope = first < last ? (b->y - a->y) / (b->x - a->x) : 0;
  double from = a->y;

  for (guint i = first; i < last; i++)
    {
      double to = a->y + slope * (band->left + (i + 1) * COLUMN - a->x);

      range_add (&band->columns[i], from, to);
      from = to;
    }
  range_add (&band->columns[last], from, b->y);
}

/* What the pen covers between the columns i - 1 and i, whose side touches both. */
static Range
pen_range (const Band *band, guint i)
{
  Range range = { INFINITY, -INFINITY };
  guint from = i > band->reach ? i - band->reach : 0, end = MIN (i + band->reach, band->n);

  for (guint j = from; j < end; j++)
    {
      const Range *column = &band->columns[j];
      double bulge = band->bulge[j < i ? i - 1 - j : j - i];

      range.least = MIN (range.least, column->least - bulge);
      range.greatest = MAX (range.greatest, column->greatest + bulge);
    }
  return range;
}

/* There along the upper side, back along the lower one. A line that has one value for each time has no
 * holes: what a disc along it covers above a point is one piece. */
static void
trace_band (cairo_t *cr, const Band *band)
{
  g_autofree double *lower = g_new (double, band->n + 1);
  guint first = band->n + 1, end = 0;

  for (guint i = 0; i <= band->n; i += COLUMNS_A_CORNER)
    {
      Range range = pen_range (band, i);

      if (range.least > range.greatest)
        continue;
      cairo_line_to (cr, band->left + i * COLUMN, range.least);
      lower[i] = range.greatest;
      first = MIN (first, i);
      end = i + COLUMNS_A_CORNER;
    }
  for (guint i = end; i > first; i -= COLUMNS_A_CORNER)
    cairo_line_to (cr, band->left + (i - COLUMNS_A_CORNER) * COLUMN, lower[i - COLUMNS_A_CORNER]);
  cairo_close_path (cr);
}

static void
fill_line (cairo_t *cr, const PlotPoint *points, guint n, double width)
{
  double radius = width / 2;
  Band band = { .reach = (guint) (radius / COLUMN) };
  double margin = ceil (radius) + 1;

  band.left = floor (points[0].x) - margin;
  band.n = (guint) ((ceil (points[n - 1].x) + margin - band.left) / COLUMN);
  band.columns = g_new (Range, band.n);
  for (guint i = 0; i < band.n; i++)
    band.columns[i] = (Range){ INFINITY, -INFINITY };
  for (guint i = 0; i < band.reach; i++)
    {
      double off = (i == 0 ? 0.5 : i + 1) * COLUMN;

      band.bulge[i] = sqrt (radius * radius - off * off);
    }
  for (guint i = 1; i < n; i++)
    band_add (&band, &points[i - 1], &points[i]);
  trace_band (cr, &band);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_fill (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  g_free (band.columns);
}

static gboolean
turns_back (const PlotPoint *points, guint n)
{
  for (guint i = 1; i < n; i++)
    if (points[i].x < points[i - 1].x)
      return TRUE;
  return FALSE;
}

static gboolean
is_dense (const PlotPath *path, const PlotPoint *points, double width)
{
  return path->n > MANY && !path->dashed && width >= 2 * COLUMN * LEAST_REACH
         && width <= 2 * COLUMN * MOST_REACH
         && path->n >= DENSE * (points[path->n - 1].x - points[0].x)
         && !turns_back (points, path->n);
}

static void
stroke_line (cairo_t *cr, const PlotPoint *points, const PlotPath *path, double width)
{
  static const double dashes[] = { 4, 3.5 };

  if (path->dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, path->dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, width);
  for (guint i = 0; i < path->n; i++)
    {
      cairo_line_to (cr, points[i].x, points[i].y);
      if (path->dashed || i % STROKE_CHUNK != STROKE_CHUNK - 1)
        continue;
      cairo_stroke (cr);
      cairo_move_to (cr, points[i].x, points[i].y);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

void
plot_draw_path (cairo_t *cr, const PlotLayout *self, const PlotPath *path)
{
  const PlotPoint *points = &g_array_index (self->points, PlotPoint, path->first);
  double width = path->width * plot_theme_line_factor (self->theme);

  plot_draw_set_ink (cr, self, path->ink, 1);
  if (is_dense (path, points, width))
    fill_line (cr, points, path->n, width);
  else
    stroke_line (cr, points, path, width);
}
