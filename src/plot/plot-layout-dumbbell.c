/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dumbbell chart: a row a category, the earlier period (first series) and the later one (second)
 * as dots joined by a bar with an arrow's head, both values written outside of them. An end that is
 * not reported is a cross beside the other one, with the word for it. */

#include <math.h>

#include "plot-kind.h"
#include "plot-rows.h"

/* Further series would stand on the same row with nothing to say which is which. */
#define N_ENDS 2

typedef struct
{
  const PlotMark *mark; /* NULL: the figure has none */
  guint index;
  PlotLabel label;
} End;

typedef struct
{
  End ends[N_ENDS];
} Pair;

typedef struct
{
  PlotRows rows;
  Pair *pairs;
  PlotScale scale;
  double radius, gap;
} Plan;

static gboolean
has_value (const End *end)
{
  return end->mark != NULL && plot_mark_has_value (end->mark);
}

/* "2018: not reported", or the word alone where there is no room for both. */
static PlotLabel
measure_missing (PlotBuilder *self, guint series, const PlotMark *mark, double room)
{
  const char *name = plot_figure_series_name (self->figure, series);
  g_autofree char *word = plot_builder_mark_text (self, mark, FALSE);
  g_autofree char *both = g_strconcat (name, *name != '\0' ? ": " : "", word, NULL);
  PlotLabel label = plot_builder_measure (self, PLOT_STYLE_MISSING, both, room, 1);

  if (!label.cut)
    return label;
  plot_label_clear (&label);
  return plot_builder_measure (self, PLOT_STYLE_MISSING, word, room, 1);
}

/* A unit that is a word is written once, at the top. */
static PlotLabel
measure_value (PlotBuilder *self, guint series, const PlotMark *mark, gboolean unit)
{
  gboolean focus = plot_builder_mark_role (self, series, mark) == PLOT_ROLE_FOCUS;
  PlotStyle style = focus ? PLOT_STYLE_VALUE_FOCUS : PLOT_STYLE_VALUE;
  g_autofree char *text = plot_builder_mark_text (self, mark, unit);
  PlotLabel label = plot_builder_measure (self, style, text, self->area.width * 0.24, 1);

  if (!label.cut || !unit)
    return label;
  plot_label_clear (&label);
  return measure_value (self, series, mark, FALSE);
}

static void
collect_pairs (PlotBuilder *self, Plan *plan)
{
  const PlotCategories *categories = plan->rows.categories;

  plan->pairs = g_new0 (Pair, MAX (categories->n, 1));
  for (guint c = 0; c < categories->n; c++)
    for (guint s = 0; s < MIN (categories->n_series, N_ENDS); s++)
      {
        End *end = &plan->pairs[c].ends[s];

        end->mark = plot_categories_mark (categories, self->figure, c, s, &end->index);
        if (has_value (end))
          end->label = measure_value (self, s, end->mark, c == 0);
      }
}

static void
free_pairs (Plan *plan)
{
  for (guint c = 0; c < plan->rows.categories->n; c++)
    for (guint s = 0; s < N_ENDS; s++)
      plot_label_clear (&plan->pairs[c].ends[s].label);
  g_free (plan->pairs);
}

/* Every value has room outside of its dot, wherever that lies; beside a single one there is room for
 * what is said of the other. */
static void
init_scale (PlotBuilder *self, Plan *plan)
{
  double left = plan->radius, right = left, lo, hi, start, end;

  for (guint c = 0; c < plan->rows.categories->n; c++)
    {
      const End *ends = plan->pairs[c].ends;
      gboolean both = has_value (&ends[0]) && has_value (&ends[1]);
      gboolean falls = both && ends[1].mark->value < ends[0].mark->value;

      for (guint s = 0; s < N_ENDS; s++)
        {
          double room = plan->radius + plan->gap + ends[s].label.width;

          if (!both || (s == 0) != falls)
            left = MAX (left, room);
          if (!both || (s == 1) != falls)
            right = MAX (right, room);
        }
    }
  if (!plot_axis_extent (self, &lo, &hi))
    lo = hi = 0;
  start = plan->rows.left + left;
  end = plan->rows.right - right;
  if (end < start)
    start = end = (start + end) / 2;
  plot_scale_init_linear (&plan->scale, lo, hi, start, end, 2, PLOT_SCALE_ANY_STEP, FALSE);
}

static double
dot_x (const Plan *plan, const End *end)
{
  return plot_scale_map (&plan->scale, end->mark->value);
}

/* The way from the earlier to the later value. */
static void
build_way (PlotBuilder *self, const Plan *plan, const Pair *pair, double y)
{
  double from = dot_x (plan, &pair->ends[0]), to = dot_x (plan, &pair->ends[1]);
  double side = to < from ? -1 : 1, r = plan->radius;
  double tip = to - side * (r + MAX (2.5, 0.45 * r)), head = 0.9 * r;
  PlotInk ink = pair->ends[0].mark->role == PLOT_ROLE_FOCUS
                        || pair->ends[1].mark->role == PLOT_ROLE_FOCUS
                    ? PLOT_INK_AXIS
                    : PLOT_INK_CONTEXT;

  if ((tip - from) * side <= r)
    return;
  plot_builder_stroke (self, from, y, tip, y, MAX (2, 0.35 * r), ink, PLOT_STROKE_WAY);
  if ((tip - from) * side < 3 * r)
    return;
  for (int i = -1; i <= 1; i += 2)
    plot_builder_stroke (self, tip, y, tip - side * head, y + i * head, MAX (1.5, 0.3 * r),
                         PLOT_INK_AXIS, PLOT_STROKE_WAY);
}

static void
put_text (PlotBuilder *self, End *end, double x, double y)
{
  PlotInk ink = has_value (end) ? PLOT_INK_TEXT : PLOT_INK_MUTED;
  PlotRect box = { x, y - end->label.height / 2, end->label.width, end->label.height };

  if (!plot_builder_is_free (self, &box))
    return;
  if (isnan (plot_figure_reference (self->figure)))
    plot_builder_put (self, &end->label, ink, box.x, box.y);
  else
    plot_builder_put_over (self, &end->label, ink, box.x, box.y);
}

/* A dot with its value outside of it; side: -1 where that is at the left. */
static PlotRect
build_dot (PlotBuilder *self, const Plan *plan, End *end, guint series, double x, double y,
           double side)
{
  double r = plan->radius, text = x + side * (r + plan->gap);

  self->series = series + 1;
  plot_builder_symbol (self, x, y, r, PLOT_SHAPE_CIRCLE,
                       plot_builder_mark_ink (self, series, end->mark), plot_mark_fill (end->mark));
  put_text (self, end, side < 0 ? text - end->label.width : text, y);
  self->series = 0;
  return (PlotRect){ x - r, y - r, 2 * r, 2 * r };
}

/* A cross and the word for what is not known, towards the side given and no further than edge. */
static PlotRect
build_cross (PlotBuilder *self, const Plan *plan, End *end, guint series, double x, double y,
             double side, double edge)
{
  double r = plan->radius * 0.8, text = x + side * (r + plan->gap);
  double room = side * (edge - text);

  plot_builder_symbol (self, x, y, r, PLOT_SHAPE_CROSS, PLOT_INK_MUTED, PLOT_FILL_SOLID);
  if (room > 2 * self->em)
    {
      end->label = measure_missing (self, series, end->mark, room);
      put_text (self, end, side < 0 ? text - end->label.width : text, y);
    }
  return (PlotRect){ x - r, y - r, 2 * r, 2 * r };
}

static void
add_spot (PlotBuilder *self, const Plan *plan, const End *end, guint series, guint category,
          const PlotRect *bounds, double from, double to)
{
  PlotSpot spot = { .series = series,
                    .index = end->index,
                    .row = category * N_ENDS + series,
                    .round = TRUE,
                    .bounds = *bounds };

  spot.region = (PlotRect){ from, plot_rows_top (self, &plan->rows, category), MAX (to - from, 1),
                            plan->rows.pitch };
  plot_builder_spot (self, &spot, -1);
}

static void
build_both (PlotBuilder *self, const Plan *plan, Pair *pair, guint category, double y)
{
  double x[N_ENDS] = { dot_x (plan, &pair->ends[0]), dot_x (plan, &pair->ends[1]) };
  double half = (x[0] + x[1]) / 2;

  build_way (self, plan, pair, y);
  for (guint s = 0; s < N_ENDS; s++)
    {
      gboolean left = (s == 0) == (x[0] <= x[1]);
      PlotRect bounds = build_dot (self, plan, &pair->ends[s], s, x[s], y, left ? -1 : 1);

      add_spot (self, plan, &pair->ends[s], s, category, &bounds, left ? 0 : half,
                left ? half : self->layout->width);
    }
}

/* The other end's cross stands where the row has more room. */
static void
build_single (PlotBuilder *self, const Plan *plan, Pair *pair, guint known, guint category,
              double y)
{
  End *end = &pair->ends[known], *other = &pair->ends[1 - known];
  double x = dot_x (plan, end), width = self->layout->width;
  double side = x - plan->rows.left > plan->rows.right - x ? -1 : 1;
  double cross = x + side * (2 * plan->radius + 2 * plan->gap), half = (x + cross) / 2;
  PlotRect bounds = build_dot (self, plan, end, known, x, y, -side);

  if (other->mark == NULL)
    half = side < 0 ? 0 : width;
  add_spot (self, plan, end, known, category, &bounds, side < 0 ? half : 0,
            side < 0 ? width : half);
  if (other->mark == NULL)
    return;
  bounds = build_cross (self, plan, other, 1 - known, cross, y, side,
                        side < 0 ? plan->rows.left : plan->rows.right);
  add_spot (self, plan, other, 1 - known, category, &bounds, side < 0 ? 0 : half,
            side < 0 ? half : width);
}

/* Two crosses at the left, and the words behind them; one where both are missing alike. */
static void
build_none (PlotBuilder *self, const Plan *plan, Pair *pair, guint category, double y)
{
  double x = plan->rows.left + plan->radius, apart = 2 * plan->radius + plan->gap;
  const PlotMark *first = pair->ends[0].mark, *second = pair->ends[1].mark;
  gboolean alike = first != NULL && second != NULL && first->state == second->state;
  double from = 0;

  for (guint s = 0; s < N_ENDS; s++)
    {
      End *end = &pair->ends[s];
      gboolean last = s == 1 || second == NULL;
      /* The second cross has its room before the first one's word. */
      double edge = plan->rows.right - (last ? 0 : apart + plan->radius);
      PlotRect bounds;

      if (end->mark == NULL)
        continue;
      bounds = build_cross (self, plan, end, s, x, y, 1, alike ? x : edge);
      if (alike && last)
        {
          g_autofree char *word = plot_builder_mark_text (self, end->mark, FALSE);

          end->label = plot_builder_measure (self, PLOT_STYLE_MISSING, word,
                                             MAX (plan->rows.right - x - apart, 1), 1);
          put_text (self, end, x + apart - plan->gap, y);
        }
      x += apart + (alike ? 0 : end->label.width + plan->gap);
      add_spot (self, plan, end, s, category, &bounds, from,
                last ? self->layout->width : x - apart / 2);
      from = x - apart / 2;
    }
}

static void
build_pair (PlotBuilder *self, const Plan *plan, guint category)
{
  Pair *pair = &plan->pairs[category];
  double y = plot_rows_top (self, &plan->rows, category) + plan->rows.pitch / 2;
  gboolean earlier = has_value (&pair->ends[0]), later = has_value (&pair->ends[1]);

  if (earlier && later)
    build_both (self, plan, pair, category, y);
  else if (earlier || later)
    build_single (self, plan, pair, later, category, y);
  else
    build_none (self, plan, pair, category, y);
}

static void
build (PlotBuilder *self)
{
  g_autoptr (PlotCategories) categories = plot_categories_new (self->figure);
  Plan plan = { .gap = 0.45 * self->em };
  PlotScale scale;
  PlotRect plot;

  plot_key_build_legend_of_dots (self);
  plot_rows_reserve_reference (self);
  plot_rows_fit (self, &plan.rows, categories, 1);
  plan.radius = CLAMP (plan.rows.pitch * 0.28, 2.5, 0.5 * self->em);
  collect_pairs (self, &plan);
  init_scale (self, &plan);

  plot = plot_rows_plot (self, &plan.rows);
  self->layout->plot = plot;
  plot_rows_build_names (self, &plan.rows);
  for (guint c = 0; c < categories->n; c++)
    build_pair (self, &plan, c);
  scale = plan.scale;
  plot_axis_build_reference (self, &scale, &plot, TRUE);
  free_pairs (&plan);
}

const PlotKindClass plot_kind_dumbbell = {
  .name = "dumbbell",
  .word = PLOT_WORD_CHART_DUMBBELL,
  .along = PLOT_ALONG_Y,
  .past = PLOT_PAST_SERIES,
  .pairs = TRUE,
  .categories = TRUE,
  .words = TRUE,
  .build = build,
};
