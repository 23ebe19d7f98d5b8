/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the parts of a stack: from where to where each reaches, its label while that fits, and the
 * signs beyond the end for what is missing. Must not choose scales. */

#include "plot-stack-parts.h"

#include <math.h>

/* Of a line's height: lower parts have no name beside them. */
#define LOWEST_NAMED 0.8
/* Of the area, what legend, axis and sums leave to the columns, about. */
#define PLOT_SHARE 0.7

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

/* Length of a stack's parts beyond the last hue, in the mean, as a share of all. */
static double
mean_alike (PlotBuilder *self, const PlotCategories *categories, guint category, double all)
{
  PlotStack rest = { 0 };

  for (guint s = 0; s < categories->n_series; s++)
    {
      guint index;
      const PlotMark *mark = plot_categories_mark (categories, self->figure, category, s, &index);

      if (mark != NULL && plot_builder_series_is_alike (self, s))
        plot_stack_add (&rest, mark);
    }
  return rest.n_values > 1 && all > 0 ? (rest.above - rest.below) / rest.n_values / all : 0;
}

gboolean
plot_stack_wants_together (PlotBuilder *self, const PlotCategories *categories, gboolean shares)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_KEY), lo = 0, hi = 0, most = 0;

  for (guint c = 0; c < categories->n; c++)
    {
      PlotStack stack = plot_stack_sum (categories, self->figure, c);

      lo = MIN (lo, stack.below);
      hi = MAX (hi, stack.above);
      if (shares)
        most = MAX (most, mean_alike (self, categories, c, stack.above - stack.below));
    }
  for (guint c = 0; c < categories->n && !shares; c++)
    most = MAX (most, mean_alike (self, categories, c, hi - lo));
  return most > 0 && most * PLOT_SHARE * self->area.height < LOWEST_NAMED * line;
}

static gboolean
is_together (PlotBuilder *self, const PlotStackPlan *plan, guint series)
{
  return plan->together && plot_builder_series_is_alike (self, series);
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

/* In the middle of the part, if it fits. ink: of the part that is to be written on, or PLOT_INK_PAGE
 * where that does not cover the page. */
static void
put_text (PlotBuilder *self, PlotStyle style, const char *text, PlotInk ink, const PlotRect *box)
{
  g_auto (PlotLabel) label = plot_builder_measure (self, style, text, 0, 1);
  PlotRect at;

  /* A line's height has room above and below the digits. */
  if (label.width + 0.5 * self->em > box->width || 0.85 * label.height > box->height)
    return;
  at = (PlotRect){ box->x + (box->width - label.width) / 2,
                   box->y + (box->height - label.height) / 2, label.width, label.height };
  if (!plot_builder_is_free (self, &at))
    return;
  if (ink != PLOT_INK_PAGE)
    plot_builder_put_on (self, &label, ink, at.x, at.y);
  else
    plot_builder_put_over (self, &label, PLOT_INK_TEXT, at.x, at.y);
}

static void
put_label (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series,
           const PlotMark *mark, const PlotRect *box)
{
  const PlotStack *stack = &plan->stacks[category];
  gboolean focus = plot_builder_mark_role (self, series, mark) == PLOT_ROLE_FOCUS;
  gboolean covers = plot_mark_fill (mark) == PLOT_FILL_SOLID
                    && !plot_builder_mark_is_pale (self, series, mark);
  g_autofree char *text = plan->shares
                              ? plot_stack_share_text (stack, self->figure, mark->value, TRUE)
                              : plot_builder_mark_text (self, mark, FALSE);

  /* Alone it is the sum, which stands beside it. */
  if (plan->shares || stack->n_values + stack->n_missing > 1)
    put_text (self, focus ? PLOT_STYLE_VALUE_FOCUS : PLOT_STYLE_VALUE, text,
              covers ? plot_builder_mark_ink (self, series, mark) : PLOT_INK_PAGE, box);
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

static gboolean
is_sign (const PlotStackPlan *plan, guint category, const PlotMark *mark)
{
  return !plot_mark_has_value (mark) || !plot_stack_is_drawn (plan, category);
}

/* How many signs stand beyond the end: parts that are missing, and all where there are no shares. Those
 * that are one part have one. */
static guint
count_signs (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  guint n = 0, index;
  gboolean together = FALSE;

  for (guint s = 0; s < plan->categories->n_series; s++)
    {
      const PlotMark *mark = plot_categories_mark (plan->categories, self->figure, category, s,
                                                   &index);

      if (mark == NULL || !is_sign (plan, category, mark))
        continue;
      if (is_together (self, plan, s))
        together = TRUE;
      else
        n++;
    }
  return n + together;
}

static void
build_sign (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series, guint index,
            const PlotMark *mark, const PlotRect *box, gboolean drawn)
{
  double r = box->width / 2;

  if (drawn && plot_mark_has_value (mark))
    plot_builder_symbol (self, box->x + r, box->y + r, r, PLOT_SHAPE_SQUARE,
                         plot_builder_mark_ink (self, series, mark), PLOT_FILL_HOLLOW);
  else if (drawn)
    plot_builder_symbol (self, box->x + r, box->y + r, r, PLOT_SHAPE_CROSS,
                         plot_builder_series_ink (self, series), PLOT_FILL_SOLID);
  add_spot (self, plan, category, series, index, box, 0.12 * self->em);
}

static void
build_part (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series, guint index,
            const PlotMark *mark, double from, double to)
{
  PlotRect box = span (self, plan, category, from, to, plan->thickness);

  if (from != to && !is_together (self, plan, series))
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

/* How far a stack has been built. */
typedef struct
{
  double above, below;
  guint n_signs, sign, signs_together;
  PlotStack rest; /* what is one part */
} Heap;

static void
build_series (PlotBuilder *self, const PlotStackPlan *plan, guint category, guint series,
              Heap *heap)
{
  guint index;
  const PlotMark *mark = plot_categories_mark (plan->categories, self->figure, category, series,
                                               &index);
  gboolean together = is_together (self, plan, series);
  double *from, part;

  if (mark == NULL)
    return;
  self->series = series + 1;
  if (together)
    plot_stack_add (&heap->rest, mark);
  if (is_sign (plan, category, mark))
    {
      gboolean drawn = !together || heap->signs_together++ == 0;
      PlotRect box = sign_box (self, plan, category, drawn ? heap->sign++ : heap->sign - 1,
                               heap->n_signs);

      build_sign (self, plan, category, series, index, mark, &box, drawn);
      return;
    }
  part = extent_of (plan, category, mark);
  from = part < 0 ? &heap->below : &heap->above;
  build_part (self, plan, category, series, index, mark, *from, *from + part);
  *from += part;
}

/* The one part of what looks alike, between two values. */
static void
build_rest (PlotBuilder *self, const PlotStackPlan *plan, guint category, const PlotStack *rest,
            double from, double to)
{
  gboolean exact = !rest->at_least && !rest->at_most && !rest->about;
  g_autofree char *text = NULL;
  PlotRect box;

  if (from == to)
    return;
  box = apart (plan, span (self, plan, category, from, to, plan->thickness), to < from);
  plot_builder_box (self, box, PLOT_INK_CONTEXT, exact ? PLOT_FILL_SOLID : PLOT_FILL_HOLLOW, FALSE);
  if (plan->shares)
    text = plot_stack_share_text (&plan->stacks[category], self->figure, rest->above, TRUE);
  else if (rest->above == 0 || rest->below == 0)
    text = plot_stack_text (rest, self);
  put_text (self, PLOT_STYLE_VALUE, text, exact ? PLOT_INK_CONTEXT : PLOT_INK_PAGE, &box);
}

void
plot_stack_build (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  const PlotStack *stack = &plan->stacks[category];
  Heap heap = { .n_signs = count_signs (self, plan, category) };
  double above, below;

  for (guint s = 0; s < plan->categories->n_series; s++)
    if (!is_together (self, plan, s))
      build_series (self, plan, category, s, &heap);
  above = heap.above;
  below = heap.below;
  for (guint s = 0; s < plan->categories->n_series; s++)
    if (is_together (self, plan, s))
      build_series (self, plan, category, s, &heap);
  build_rest (self, plan, category, &heap.rest, above, heap.above);
  build_rest (self, plan, category, &heap.rest, below, heap.below);
  self->series = 0;
  if (stack->above > 0 && stack->below < 0 && stack->n_missing == 0 && !plan->shares)
    build_sum_notches (self, plan, category);
}

double
plot_stack_signs_length (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  guint n = count_signs (self, plan, category);

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
  if (!plot_builder_series_is_alike (self, series)
      || box->height < LOWEST_NAMED * plot_builder_line_height (self, PLOT_STYLE_KEY))
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

  if (plan->rows || plan->together || plan->categories->n == 0 || !plot_stack_is_drawn (plan, last))
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
