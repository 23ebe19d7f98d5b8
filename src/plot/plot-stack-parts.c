/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the parts of a stack: from where to where each reaches, its label while that fits, and the
 * signs beyond the end for what is missing. Must not choose scales. */

#include "plot-stack-parts.h"

#include <math.h>

/* The share or value that a mark has on the scale. */
static double
extent_of (const PlotStackPlan *plan, guint category, const PlotMark *mark)
{
  return plan->shares ? mark->value / plan->stacks[category].above : mark->value;
}

gboolean
plot_stack_is_drawn (const PlotStackPlan *plan, guint category)
{
  return !plan->shares || plot_stack_has_shares (&plan->stacks[category]);
}

/* Middle of a stack across its direction. */
double
plot_stack_middle (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  return plan->rows ? plot_rows_top (self, &plan->row, category) + plan->row.pitch / 2
                    : plot_scale_map (&plan->band, category);
}

/* What lies between two values of a category's stack, across a breadth. */
static PlotRect
span (PlotBuilder *self, const PlotStackPlan *plan, guint category, double from, double to,
      double breadth)
{
  double across = round (plot_stack_middle (self, plan, category) - breadth / 2);
  double a = round (plot_scale_map (&plan->value, from));
  double b = round (plot_scale_map (&plan->value, to));

  breadth = MAX (round (breadth), 1);
  if (fabs (a - b) < 1)
    b = a + (plan->rows == (to > from) ? 1 : -1);
  return plan->rows ? (PlotRect){ MIN (a, b), across, fabs (b - a), breadth }
                    : (PlotRect){ across, MIN (a, b), breadth, fabs (b - a) };
}

/* A hair of page between neighbours, taken from the end that lies further from zero. */
static PlotRect
apart (const PlotStackPlan *plan, PlotRect box, gboolean negative)
{
  double *length = plan->rows ? &box.width : &box.height;
  double *start = plan->rows ? &box.x : &box.y;

  if (*length < 4)
    return box;
  *length -= 1;
  if (plan->rows == negative)
    *start += 1;
  return box;
}

static void
put_label (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series,
           const PlotMark *mark, const PlotRect *box)
{
  const PlotStack *stack = &plan->stacks[category];
  gboolean focus = plot_builder_mark_role (self, series, mark) == PLOT_ROLE_FOCUS;
  g_autofree char *text = plan->shares ? plot_stack_share_text (stack, self->figure, mark)
                                       : plot_builder_mark_text (self, mark, FALSE);
  g_auto (PlotLabel) label = PLOT_LABEL_NONE;
  PlotRect at;

  /* Alone it is the sum, which stands beside it. */
  if (!plan->shares && stack->n_values + stack->n_missing == 1)
    return;
  label = plot_builder_measure (self, focus ? PLOT_STYLE_VALUE_FOCUS : PLOT_STYLE_VALUE, text, 0,
                                1);
  /* A line's height has room above and below the digits. */
  if (label.width + 0.5 * self->em > box->width || 0.85 * label.height > box->height)
    return;
  at = (PlotRect){ box->x + (box->width - label.width) / 2,
                   box->y + (box->height - label.height) / 2, label.width, label.height };
  if (!plot_builder_is_free (self, &at))
    return;
  if (plot_mark_fill (mark) == PLOT_FILL_SOLID && !plot_builder_mark_is_pale (self, series, mark))
    plot_builder_put_on (self, &label, plot_builder_mark_ink (self, series, mark), at.x, at.y);
  else
    plot_builder_put_over (self, &label, PLOT_INK_TEXT, at.x, at.y);
}

static void
add_spot (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series, guint index,
          const PlotRect *bounds, double margin)
{
  double pitch = plan->rows ? plan->row.pitch : plot_scale_band_width (&plan->band);
  double middle = plot_stack_middle (self, plan, category);
  PlotSpot spot = { .series = series,
                    .index = index,
                    .row = category * plan->categories->n_series + series,
                    .bounds = *bounds,
                    .region = *bounds };

  if (plan->rows)
    spot.region = (PlotRect){ bounds->x - margin, middle - pitch / 2, bounds->width + 2 * margin,
                              pitch };
  else
    spot.region = (PlotRect){ middle - pitch / 2, bounds->y - margin, pitch,
                              bounds->height + 2 * margin };
  plot_builder_spot (self, &spot, -1);
}

/* Crosses and other small signs beyond a stack's end: the i-th of n. */
static PlotRect
sign_box (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint i, guint n)
{
  double end = plot_stack_is_drawn (plan, category)
                   ? (plan->shares ? 1 : plan->stacks[category].above)
                   : 0;
  double at = plot_scale_map (&plan->value, end), middle = plot_stack_middle (self, plan, category);
  double r = 0.22 * self->em, step = 0.75 * self->em, x, y;

  if (plan->rows)
    {
      x = at + 0.6 * self->em + i * step;
      y = middle;
    }
  else
    {
      step = MIN (step, plot_scale_band_width (&plan->band) / n);
      x = middle + (i - (n - 1) / 2.0) * step;
      y = at - 0.6 * self->em;
    }
  return (PlotRect){ x - r, y - r, 2 * r, 2 * r };
}

/* How many signs stand beyond the end: parts that are missing, and all where there are no shares. */
static guint
count_signs (const PlotStackPlan *plan, guint category, PlotFigure *figure)
{
  guint n = 0, index;

  for (guint s = 0; s < plan->categories->n_series; s++)
    {
      const PlotMark *mark = plot_categories_mark (plan->categories, figure, category, s, &index);

      n += mark != NULL && (!plot_mark_has_value (mark) || !plot_stack_is_drawn (plan, category));
    }
  return n;
}

static void
build_sign (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series, guint index,
            const PlotMark *mark, guint i, guint n)
{
  PlotRect box = sign_box (self, plan, category, i, n);
  double r = box.width / 2;

  if (plot_mark_has_value (mark))
    plot_builder_symbol (self, box.x + r, box.y + r, r, PLOT_SHAPE_SQUARE,
                         plot_builder_mark_ink (self, series, mark), PLOT_FILL_HOLLOW);
  else
    plot_builder_symbol (self, box.x + r, box.y + r, r, PLOT_SHAPE_CROSS,
                         plot_builder_series_ink (self, series), PLOT_FILL_SOLID);
  add_spot (self, plan, category, series, index, &box, 0.12 * self->em);
}

static void
build_part (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series, guint index,
            const PlotMark *mark, double from, double to)
{
  PlotRect box = span (self, plan, category, from, to, plan->thickness);

  if (from != to)
    {
      PlotRect inner = apart (plan, box, mark->value < 0);

      plot_builder_box (self, inner, plot_builder_mark_ink (self, series, mark),
                        plot_mark_fill (mark), plot_builder_mark_is_pale (self, series, mark));
      put_label (self, plan, category, series, mark, &inner);
    }
  add_spot (self, plan, category, series, index, &box, 0.5);
}

/* Where the sum lies among parts of both signs: a notch at either side, clear of their labels. */
static void
build_sum_notches (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  double sum = plan->stacks[category].above + plan->stacks[category].below;
  PlotRect box = span (self, plan, category, sum, sum, plan->thickness);
  double length = 0.6 * self->em, at = plan->rows ? box.x : box.y;

  for (guint i = 0; i < 2; i++)
    {
      double start = plan->rows ? box.y : box.x, size = plan->rows ? box.height : box.width;
      double from = i == 0 ? start - length : start + size;

      if (plan->rows)
        plot_builder_stroke (self, at, from, at, from + length, 2.5, PLOT_INK_TEXT,
                             PLOT_STROKE_AXIS);
      else
        plot_builder_stroke (self, from, at, from + length, at, 2.5, PLOT_INK_TEXT,
                             PLOT_STROKE_AXIS);
    }
}

void
plot_stack_build (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  const PlotStack *stack = &plan->stacks[category];
  double above = 0, below = 0;
  guint n_signs = count_signs (plan, category, self->figure), sign = 0, index;

  for (guint s = 0; s < plan->categories->n_series; s++)
    {
      const PlotMark *mark = plot_categories_mark (plan->categories, self->figure, category, s,
                                                   &index);
      double *from, part;

      if (mark == NULL)
        continue;
      self->series = s + 1;
      if (!plot_mark_has_value (mark) || !plot_stack_is_drawn (plan, category))
        {
          build_sign (self, plan, category, s, index, mark, sign++, n_signs);
          continue;
        }
      part = extent_of (plan, category, mark);
      from = part < 0 ? &below : &above;
      build_part (self, plan, category, s, index, mark, *from, *from + part);
      *from += part;
    }
  self->series = 0;
  if (stack->above > 0 && stack->below < 0 && stack->n_missing == 0 && !plan->shares)
    build_sum_notches (self, plan, category);
}

double
plot_stack_signs_length (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  guint n = count_signs (plan, category, self->figure);

  if (n == 0)
    return 0;
  return 0.45 * self->em + (plan->rows ? n : 1) * 0.75 * self->em;
}

/* The part of the last column that has its name beside it, and the name; FALSE where it has none. */
static gboolean
measure_part_name (PlotBuilder *self, const PlotStackPlan *plan, guint series, double from,
                   double to, PlotRect *box, PlotLabel *label)
{
  guint last = plan->categories->n - 1;

  *box = span (self, plan, last, from, to, plan->thickness);
  *label = PLOT_LABEL_NONE;
  if (plot_figure_series_role (self->figure, series) != PLOT_ROLE_NORMAL
      || plot_builder_series_ink (self, series) != PLOT_INK_CONTEXT
      || box->height < 0.8 * plot_builder_line_height (self, PLOT_STYLE_KEY))
    return FALSE;
  *label = plot_builder_measure (self, PLOT_STYLE_KEY,
                                 plot_figure_series_name (self->figure, series),
                                 0.22 * self->layout->width, 1);
  return label->layout != NULL;
}

/* Returns the greatest width; builds the names only where build is set. */
static double
walk_part_names (PlotBuilder *self, const PlotStackPlan *plan, gboolean build)
{
  guint last = plan->categories->n - 1, index;
  double above = 0, below = 0, widest = 0;

  if (plan->rows || plan->categories->n == 0 || !plot_stack_is_drawn (plan, last))
    return 0;
  for (guint s = 0; s < plan->categories->n_series; s++)
    {
      const PlotMark *mark = plot_categories_mark (plan->categories, self->figure, last, s, &index);
      g_auto (PlotLabel) label = PLOT_LABEL_NONE;
      double part, *from;
      PlotRect box;

      if (mark == NULL || !plot_mark_has_value (mark))
        continue;
      part = extent_of (plan, last, mark);
      from = part < 0 ? &below : &above;
      if (measure_part_name (self, plan, s, *from, *from + part, &box, &label))
        widest = MAX (widest, label.width + 0.5 * self->em);
      *from += part;
      self->series = s + 1;
      if (build)
        plot_builder_put_if_free (self, &label, PLOT_INK_MUTED, box.x + box.width + 0.4 * self->em,
                                  box.y + (box.height - label.height) / 2);
      self->series = 0;
    }
  return widest;
}

double
plot_stack_names_width (PlotBuilder *self, const PlotStackPlan *plan)
{
  return walk_part_names (self, plan, FALSE);
}

void
plot_stack_build_names (PlotBuilder *self, const PlotStackPlan *plan)
{
  walk_part_names (self, plan, TRUE);
}
