/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns where the names of a scatter chart's points stand. Must not move or rank points. */

#include "plot-dots.h"

#include <math.h>

/* Beyond so many points names are tried only for the first by rank. */
#define MOST_NAMES 120

/* The sides of a point, the best first. */
static const double sides[8][2] = { { 1, 0 },  { -1, 0 },  { 0, -1 }, { 0, 1 },
                                    { 1, -1 }, { -1, -1 }, { 1, 1 },  { -1, 1 } };

/* How far off a name is put that has no room beside its point, in base sizes: further, and nobody
 * follows the line. */
static const double pointers[] = { 1, 1.6, 2.2 };
/* More such lines than this for each line of text in the plot's height are a thicket. */
#define POINTERS_A_LINE 0.5

static double
distance (const PlotRect *box, double x, double y)
{
  return hypot (x - CLAMP (x, box->x, box->x + box->width),
                y - CLAMP (y, box->y, box->y + box->height));
}

static int
compare_across_cb (gconstpointer a, gconstpointer b)
{
  const PlotDot *one = *(const PlotDot *const *) a, *other = *(const PlotDot *const *) b;

  return one->x < other->x ? -1 : one->x > other->x;
}

/* The first of the dots from left to right that does not lie left of x. */
static guint
first_across (const PlotDots *plan, double x)
{
  guint lo = 0, hi = plan->across->len;

  while (lo < hi)
    {
      guint middle = lo + (hi - lo) / 2;

      if (((const PlotDot *) plan->across->pdata[middle])->x < x)
        lo = middle + 1;
      else
        hi = middle;
    }
  return lo;
}

static gboolean
covers_dot (const PlotDots *plan, const PlotRect *box)
{
  double right = box->x + box->width + plan->radius;

  for (guint i = first_across (plan, box->x - plan->radius); i < plan->across->len; i++)
    {
      const PlotDot *dot = plan->across->pdata[i];

      if (dot->x > right)
        break;
      if (distance (box, dot->x, dot->y) < plan->radius)
        return TRUE;
    }
  return FALSE;
}

static gboolean
covers_pointer (const PlotBuilder *self, const PlotRect *box)
{
  for (guint i = 0; i < self->layout->strokes->len; i++)
    {
      const PlotStroke *s = &g_array_index (self->layout->strokes, PlotStroke, i);

      if (s->kind == PLOT_STROKE_POINTER
          && plot_rect_crosses (box, &(PlotPoint){ s->x1, s->y1 }, &(PlotPoint){ s->x2, s->y2 }))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_inside (const PlotBuilder *self, const PlotRect *box)
{
  const PlotRect *plot = &self->layout->plot;

  return box->x >= plot->x + 2 && box->x + box->width <= self->area.x + self->area.width
         && box->y >= self->area.y && box->y + box->height <= plot->y + plot->height;
}

static gboolean
put_name (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, PlotLabel *label,
          const PlotRect *box, gboolean anywhere)
{
  PlotInk ink = dot->rank == 0 ? plot_builder_mark_ink (self, dot->series, dot->mark)
                               : PLOT_INK_TEXT;

  if (!is_inside (self, box)
      || (!anywhere && (covers_dot (plan, box) || covers_pointer (self, box))))
    return FALSE;
  return plot_builder_put_if_free (self, label, ink, box->x, box->y);
}

/* The letters' own height leaves room above and below, so there the gap is smaller. */
static gboolean
put_beside (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, PlotLabel *label,
            gboolean anywhere)
{
  double away = plan->radius + 0.3 * self->em;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double out = i < 4 ? away : 0.7 * away, up = i < 4 ? plan->radius : 0.4 * plan->radius;
      double x = dot->x + sides[i][0] * (out + label->width / 2);
      double y = dot->y + sides[i][1] * (up + label->height / 2);
      PlotRect box = { x - label->width / 2, y - label->height / 2, label->width, label->height };

      if (put_name (self, plan, dot, label, &box, anywhere))
        return TRUE;
    }
  return FALSE;
}

/* Whether a line from the dot to that end meets neither another dot nor a name. */
static gboolean
way_is_free (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, const PlotPoint *end)
{
  const PlotPoint start = { dot->x, dot->y };
  double r = plan->radius + 1;

  for (guint i = first_across (plan, MIN (start.x, end->x) - r); i < plan->across->len; i++)
    {
      const PlotDot *other = plan->across->pdata[i];

      if (other->x > MAX (start.x, end->x) + r)
        break;
      if (other != dot
          && plot_rect_crosses (&(PlotRect){ other->x - r, other->y - r, 2 * r, 2 * r }, &start,
                                end))
        return FALSE;
    }
  for (guint i = 0; i < self->layout->texts->len; i++)
    if (plot_rect_crosses (&g_array_index (self->layout->texts, PlotText, i).box, &start, end))
      return FALSE;
  return TRUE;
}

static gboolean
put_off (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, PlotLabel *label, double off)
{
  double gap = 0.15 * self->em;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double length = hypot (sides[i][0], sides[i][1]);
      double ux = sides[i][0] / length, uy = sides[i][1] / length;
      PlotPoint end = { dot->x + ux * off, dot->y + uy * off };
      /* Beside the end where the line runs sideways, else above or below it. */
      PlotRect box = { end.x
                           + (ux == 0  ? -label->width / 2
                              : ux > 0 ? gap
                                       : -gap - label->width),
                       end.y
                           + (ux != 0  ? -label->height / 2
                              : uy > 0 ? 0
                                       : -label->height),
                       label->width, label->height };

      if (!way_is_free (self, plan, dot, &end) || !put_name (self, plan, dot, label, &box, FALSE))
        continue;
      plot_builder_stroke (self, dot->x + ux * plan->radius, dot->y + uy * plan->radius, end.x,
                           end.y, 0.75, PLOT_INK_AXIS, PLOT_STROKE_POINTER);
      return TRUE;
    }
  return FALSE;
}

static gboolean
build_name (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, gboolean off)
{
  const char *text = dot->mark->place != NULL ? dot->mark->place
                                              : plot_figure_series_name (self->figure, dot->series);
  g_auto (PlotLabel) label = plot_builder_measure (
      self, dot->rank == 0 ? PLOT_STYLE_CATEGORY_FOCUS : PLOT_STYLE_KEY, text,
      self->layout->plot.width * 0.5, 1);

  if (!off)
    return put_beside (self, plan, dot, &label, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    if (put_off (self, plan, dot, &label, pointers[i] * self->em + plan->radius))
      return TRUE;
  return dot->rank == 0 && put_beside (self, plan, dot, &label, TRUE);
}

/* First those beside their points, since a line to a name must not take their room. */
void
plot_dots_build_names (PlotBuilder *self, PlotDots *plan)
{
  guint end = MIN (plan->dots->len, MOST_NAMES);
  g_autofree gboolean *named = g_new0 (gboolean, MAX (end, 1));
  double line = plot_builder_line_height (self, PLOT_STYLE_KEY);
  guint left = (guint) (POINTERS_A_LINE * self->layout->plot.height / line);

  plan->across = g_ptr_array_new ();
  for (guint i = 0; i < plan->dots->len; i++)
    g_ptr_array_add (plan->across, &g_array_index (plan->dots, PlotDot, i));
  g_ptr_array_sort (plan->across, compare_across_cb);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < end; i++)
      {
        const PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);

        if (named[i] || !dot->whole || (pass == 1 && dot->rank > 0 && left == 0))
          continue;
        named[i] = build_name (self, plan, dot, pass == 1);
        left -= named[i] && pass == 1 && left > 0 ? 1 : 0;
      }
  g_clear_pointer (&plan->across, g_ptr_array_unref);
}
