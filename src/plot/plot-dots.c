/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns where the names of a scatter chart's points stand. Must not move or rank points. */

#include "plot-dots.h"

#include <math.h>
#include <string.h>

/* Beyond so many points names are tried only for the first by rank. */
#define MOST_NAMES 120

/* No name is narrower or lower than this, in base sizes. */
#define LEAST_NAME 0.3

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

/* The column of pixels that a dot stands in, within those of the plot. */
static guint
column_of (const PlotDots *plan, double x)
{
  return (guint) CLAMP (floor (x - plan->left), 0, plan->n_columns - 1);
}

/* By columns from left to right; begins: where each column does, and behind the last. */
static void
sort_across (PlotDots *plan)
{
  guint n = plan->dots->len;

  plan->begins = g_new0 (guint, plan->n_columns + 1);
  for (guint i = 0; i < n; i++)
    plan->begins[column_of (plan, g_array_index (plan->dots, PlotDot, i).x) + 1]++;
  for (guint c = 0; c < plan->n_columns; c++)
    plan->begins[c + 1] += plan->begins[c];
  plan->across = g_new (const PlotDot *, MAX (n, 1));
  for (guint i = n; i-- > 0;)
    {
      const PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);
      guint *end = &plan->begins[column_of (plan, dot->x) + 1];

      plan->across[--*end] = dot;
    }
  /* What was counted down is where the columns before begin. */
  memmove (plan->begins, plan->begins + 1, plan->n_columns * sizeof *plan->begins);
  plan->begins[plan->n_columns] = n;
}

/* The first of the dots that may stand at x or to the right of it, and behind the last that may stand
 * at it or to the left. */
static guint
first_across (const PlotDots *plan, double x)
{
  return plan->begins[column_of (plan, x)];
}

static guint
end_across (const PlotDots *plan, double x)
{
  return plan->begins[column_of (plan, x) + 1];
}

static gboolean
covers_dot (const PlotDots *plan, const PlotRect *box)
{
  guint end = end_across (plan, box->x + box->width + plan->radius);

  for (guint i = first_across (plan, box->x - plan->radius); i < end; i++)
    if (distance (box, plan->across[i]->x, plan->across[i]->y) < plan->radius)
      return TRUE;
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
static PlotRect
box_beside (const PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, guint side,
            double width, double height)
{
  double away = plan->radius + 0.3 * self->em;
  double out = side < 4 ? away : 0.7 * away, up = side < 4 ? plan->radius : 0.4 * plan->radius;
  double x = dot->x + sides[side][0] * (out + width / 2);
  double y = dot->y + sides[side][1] * (up + height / 2);

  return (PlotRect){ x - width / 2, y - height / 2, width, height };
}

static gboolean
put_beside (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, PlotLabel *label,
            gboolean anywhere)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      PlotRect box = box_beside (self, plan, dot, i, label->width, label->height);

      if (put_name (self, plan, dot, label, &box, anywhere))
        return TRUE;
    }
  return FALSE;
}

/* Whether there is room for a single letter, which every name's place holds. */
static gboolean
has_room (const PlotBuilder *self, const PlotDots *plan, const PlotDot *dot)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      PlotRect box = box_beside (self, plan, dot, i, LEAST_NAME * self->em, LEAST_NAME * self->em);

      if (is_inside (self, &box) && !covers_dot (plan, &box))
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

  const guint last = end_across (plan, MAX (start.x, end->x) + r);

  for (guint i = first_across (plan, MIN (start.x, end->x) - r); i < last; i++)
    {
      const PlotDot *other = plan->across[i];

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

static PlotLabel
measure_name (PlotBuilder *self, const PlotDot *dot)
{
  const char *text = dot->mark->place != NULL ? dot->mark->place
                                              : plot_figure_series_name (self->figure, dot->series);

  return plot_builder_measure (self, dot->rank == 0 ? PLOT_STYLE_CATEGORY_FOCUS : PLOT_STYLE_KEY,
                               text, self->layout->plot.width * 0.5, 1);
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
      PlotRect box;

      if (!way_is_free (self, plan, dot, &end))
        continue;
      if (label->layout == NULL)
        *label = measure_name (self, dot);
      /* Beside the end where the line runs sideways, else above or below it. */
      box = (PlotRect){ end.x
                            + (ux == 0  ? -label->width / 2
                               : ux > 0 ? gap
                                        : -gap - label->width),
                        end.y
                            + (ux != 0  ? -label->height / 2
                               : uy > 0 ? 0
                                        : -label->height),
                        label->width, label->height };
      if (!put_name (self, plan, dot, label, &box, FALSE))
        continue;
      plot_builder_stroke (self, dot->x + ux * plan->radius, dot->y + uy * plan->radius, end.x,
                           end.y, 0.75, PLOT_INK_AXIS, PLOT_STROKE_POINTER);
      return TRUE;
    }
  return FALSE;
}

/* A name is measured when there may be room for it, once. */
static gboolean
build_name (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot, PlotLabel *label,
            gboolean off)
{
  if (!off && !has_room (self, plan, dot))
    return FALSE;
  if (!off)
    {
      *label = measure_name (self, dot);
      return put_beside (self, plan, dot, label, FALSE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    if (put_off (self, plan, dot, label, pointers[i] * self->em + plan->radius))
      return TRUE;
  if (dot->rank > 0)
    return FALSE;
  if (label->layout == NULL)
    *label = measure_name (self, dot);
  return put_beside (self, plan, dot, label, TRUE);
}

/* First those beside their points, since a line to a name must not take their room. */
void
plot_dots_build_names (PlotBuilder *self, PlotDots *plan)
{
  guint end = MIN (plan->dots->len, MOST_NAMES);
  g_autofree gboolean *named = g_new0 (gboolean, MAX (end, 1));
  g_autofree PlotLabel *labels = g_new0 (PlotLabel, MAX (end, 1));
  double line = plot_builder_line_height (self, PLOT_STYLE_KEY);
  guint left = (guint) (POINTERS_A_LINE * self->layout->plot.height / line);

  plan->left = self->layout->plot.x;
  plan->n_columns = (guint) MAX (ceil (self->layout->plot.width), 1);
  sort_across (plan);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < end; i++)
      {
        const PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);

        if (named[i] || !dot->whole || (pass == 1 && dot->rank > 0 && left == 0))
          continue;
        named[i] = build_name (self, plan, dot, &labels[i], pass == 1);
        left -= named[i] && pass == 1 && left > 0 ? 1 : 0;
      }
  for (guint i = 0; i < end; i++)
    plot_label_clear (&labels[i]);
  g_clear_pointer (&plan->across, g_free);
  g_clear_pointer (&plan->begins, g_free);
}
