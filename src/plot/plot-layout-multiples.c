/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples: a panel a series, as lines or as columns, all over the same span of time and,
 * unless the figure says otherwise, all on the same value axis. Panels are as many in a row as makes
 * them largest; those that do not fit are left out and counted below, the focus never. */

#include <math.h>

#include "plot-kind.h"
#include "plot-trace.h"

/* Least size of a panel, in base sizes. */
#define LEAST_WIDTH 8.5
#define LEAST_HEIGHT 6.2
/* Width of a panel's plot for its height that reads best. */
#define ASPECT 1.7

typedef struct
{
  guint *shown; /* series */
  guint n, columns, rows;
  gboolean as_columns, own_axes;
  double title, below; /* heights above and below a panel's plot */
  guint title_lines;
  double left;          /* room for the labels of the value axis */
  double width, height; /* of a panel with what belongs to it */
  double gap;
} Plan;

static guint
count_fitting (PlotBuilder *self, double height)
{
  guint across = (guint) MAX (1, floor (self->area.width / (LEAST_WIDTH * self->em)));
  guint down = (guint) MAX (1, floor (height / (LEAST_HEIGHT * self->em)));

  return across * down;
}

/* What a panel is about: the role of its series, or of a single mark. */
static gboolean
is_focus (PlotFigure *figure, guint series)
{
  if (plot_figure_series_role (figure, series) == PLOT_ROLE_FOCUS)
    return TRUE;
  for (guint i = 0; i < plot_figure_n_marks (figure, series); i++)
    if (plot_figure_mark (figure, series, i)->role == PLOT_ROLE_FOCUS)
      return TRUE;
  return FALSE;
}

/* The first ones up to capacity, and the focus in any case. */
static void
choose_panels (PlotBuilder *self, Plan *plan, guint capacity)
{
  guint n = plot_figure_n_series (self->figure), focused = 0, others;

  for (guint s = 0; s < n; s++)
    focused += is_focus (self->figure, s) ? 1 : 0;
  focused = MIN (focused, capacity);
  others = capacity - focused;
  plan->shown = g_new (guint, MAX (n, 1));
  for (guint s = 0; s < n; s++)
    {
      guint *room = is_focus (self->figure, s) ? &focused : &others;

      if (*room == 0)
        continue;
      (*room)--;
      plan->shown[plan->n++] = s;
    }
}

static gboolean
has_places (PlotFigure *figure)
{
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    if (plot_figure_n_marks (figure, s) > 0)
      return plot_figure_mark (figure, s, 0)->place != NULL;
  return FALSE;
}

static void
fit_panels (PlotBuilder *self, Plan *plan)
{
  guint n = plot_figure_n_series (self->figure);
  guint capacity = count_fitting (self, self->area.height - plan->below);

  if (capacity < n)
    {
      PlotWord word = has_places (self->figure) ? PLOT_WORD_MORE_PLACES : PLOT_WORD_MORE_ITEMS;
      double more = plot_builder_line_height (self, PLOT_STYLE_NOTE) + 0.2 * self->em;
      g_autofree char *text = NULL;

      capacity = MIN (capacity, count_fitting (self, self->area.height - plan->below - more));
      text = plot_word_count (word, self->language, n - MIN (capacity, n));
      plot_frame_build_more (self, text);
    }
  choose_panels (self, plan, MIN (capacity, n));
}

/* The number of columns that makes the panels' plots largest, at the shape that reads best. */
static void
arrange (PlotBuilder *self, Plan *plan)
{
  double best = -INFINITY;
  guint most = (guint) MAX (1, floor (self->area.width / (LEAST_WIDTH * self->em)));

  for (guint columns = 1; columns <= MIN (plan->n, most); columns++)
    {
      guint rows = (plan->n + columns - 1) / columns;
      double width = self->area.width / columns - plan->gap;
      double height = (self->area.height - plan->below) / rows - plan->title;
      double size = MIN (width, height * ASPECT);

      if (size > best + 0.5)
        {
          best = size;
          plan->columns = columns;
          plan->rows = rows;
        }
    }
}

static void
extent_of (PlotBuilder *self, const Plan *plan, guint series, double *lo, double *hi)
{
  double reference = plot_figure_reference (self->figure);
  guint first = plan->own_axes ? series : 0;
  guint end = plan->own_axes ? series + 1 : plot_figure_n_series (self->figure);

  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint s = first; s < end; s++)
    for (guint i = 0; i < plot_figure_n_marks (self->figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (self->figure, s, i);

        if (!plot_mark_has_value (mark))
          continue;
        *lo = MIN (*lo, mark->value);
        *hi = MAX (*hi, mark->value);
      }
  if (*lo > *hi)
    return;
  if (!isnan (reference))
    {
      *lo = MIN (*lo, reference);
      *hi = MAX (*hi, reference);
    }
  if (plan->as_columns)
    {
      *lo = MIN (*lo, 0);
      *hi = MAX (*hi, 0);
    }
}

static void
init_value (PlotBuilder *self, const Plan *plan, guint series, const PlotRect *plot,
            PlotScale *scale)
{
  double lo, hi;

  extent_of (self, plan, series, &lo, &hi);
  plot_axis_init_open_extent (self, scale, plot, lo, hi);
}

static double
axis_width (PlotBuilder *self, const Plan *plan)
{
  PlotRect plot = { 0, 0, 1, MAX (plan->height - plan->title, 1) };
  double widest = 0;

  for (guint i = 0; i < (plan->own_axes ? plan->n : 1); i++)
    {
      PlotScale scale;

      init_value (self, plan, plan->shown[i], &plot, &scale);
      widest = MAX (widest, plot_axis_value_labels_width (self, &scale));
    }
  return widest + 0.6 * self->em;
}

/* A shared axis is labelled once a row, else every panel has labels of its own. */
static void
measure (PlotBuilder *self, Plan *plan)
{
  plan->height = (self->area.height - plan->below) / plan->rows;
  plan->left = axis_width (self, plan);
  if (!plan->own_axes)
    plan->width = (self->area.width - plan->left) / plan->columns;
  else
    plan->width = self->area.width / plan->columns;
}

static PlotRect
panel_plot (PlotBuilder *self, const Plan *plan, guint i)
{
  double x = self->area.x + (i % plan->columns) * plan->width + plan->left;
  double y = self->area.y + (i / plan->columns) * plan->height + plan->title;
  double width = plan->width - plan->gap - (plan->own_axes ? plan->left : 0);

  return (PlotRect){ x, y, MAX (width, 1), MAX (plan->height - plan->title - 0.9 * self->em, 1) };
}

static PlotLabel
measure_title (PlotBuilder *self, guint series, double width, guint lines)
{
  PlotStyle style = is_focus (self->figure, series) ? PLOT_STYLE_CATEGORY_FOCUS : PLOT_STYLE_SERIES;

  return plot_builder_measure (self, style, plot_figure_series_name (self->figure, series), width,
                               lines);
}

/* Names that one line would cut take two where the plots are high enough for that. */
static void
fit_titles (PlotBuilder *self, Plan *plan)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_SERIES);
  double width = panel_plot (self, plan, 0).width;

  plan->title_lines = 1;
  if (panel_plot (self, plan, 0).height - line < 2.6 * self->em)
    return;
  for (guint i = 0; i < plan->n && plan->title_lines == 1; i++)
    {
      g_auto (PlotLabel) title = measure_title (self, plan->shown[i], width, 1);

      if (title.cut)
        plan->title_lines = 2;
    }
  if (plan->title_lines == 2)
    plan->title += line;
}

static void
build_title (PlotBuilder *self, const Plan *plan, guint series, const PlotRect *plot)
{
  PlotInk ink = is_focus (self->figure, series) ? PLOT_INK_ACCENT : PLOT_INK_TEXT;
  g_auto (PlotLabel) title = measure_title (self, series, plot->width, plan->title_lines);

  plot_builder_put_if_free (self, &title, ink, plot->x, plot->y - 0.35 * self->em - title.height);
}

/* The least time between two marks of a series, in pixels: what a column may be wide. */
static double
column_width (PlotBuilder *self, const PlotScale *x)
{
  double least = INFINITY;

  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    for (guint i = 1; i < plot_figure_n_marks (self->figure, s); i++)
      {
        double step = plot_figure_mark (self->figure, s, i)->x
                      - plot_figure_mark (self->figure, s, i - 1)->x;

        if (step > 0)
          least = MIN (least, step);
      }
  least = plot_scale_map (x, x->lo + MIN (least, 1)) - plot_scale_map (x, x->lo);
  return CLAMP (least * 0.7, 1, 3 * self->em);
}

static PlotPoint
build_column (PlotBuilder *self, guint series, guint index, const PlotScale *x, const PlotScale *y,
              double width)
{
  const PlotMark *mark = plot_figure_mark (self->figure, series, index);
  double middle = plot_scale_map (x, mark->x), zero = round (plot_scale_map (y, 0));
  double end = plot_mark_has_value (mark) ? round (plot_scale_map (y, mark->value)) : zero;
  double left = round (middle - width / 2), r = MIN (0.22 * self->em, width / 2);
  PlotSpot spot = { .series = series, .index = index, .row = index };

  if (!plot_mark_has_value (mark))
    {
      spot.round = TRUE;
      spot.bounds = (PlotRect){ middle - r, zero - 0.5 * self->em - r, 2 * r, 2 * r };
      plot_builder_symbol (self, middle, zero - 0.5 * self->em, r, PLOT_SHAPE_CROSS, PLOT_INK_MUTED,
                           PLOT_FILL_SOLID);
    }
  else
    {
      if (mark->value != 0 && fabs (end - zero) < 1)
        end = zero + (mark->value > 0 ? -1 : 1);
      spot.bounds = (PlotRect){ left, MIN (zero, end) - (end == zero), MAX (round (width), 1),
                                MAX (fabs (end - zero), 2) };
      if (end != zero)
        plot_builder_box (self,
                          (PlotRect){ left, MIN (zero, end), spot.bounds.width, fabs (end - zero) },
                          plot_trace_plain_ink (self, series, mark), plot_mark_fill (mark), FALSE);
    }
  plot_builder_spot (self, &spot, 0.2 * self->em);
  return (PlotPoint){ middle, end };
}

/* Returns the index of the last mark with a value, or -1. */
static int
build_columns (PlotBuilder *self, guint series, const PlotScale *x, const PlotScale *y,
               PlotPoint *last)
{
  double width = column_width (self, x);
  int found = -1;

  for (guint i = 0; i < plot_figure_n_marks (self->figure, series); i++)
    {
      PlotPoint point = build_column (self, series, i, x, y, width);

      if (!plot_mark_has_value (plot_figure_mark (self->figure, series, i)))
        continue;
      *last = point;
      found = (int) i;
    }
  return found;
}

static int
build_line (PlotBuilder *self, guint series, const PlotScale *x, const PlotScale *y,
            PlotPoint *last)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  const PlotTrace trace = { .x = x,
                            .y = y,
                            .line_width = 0.18 * self->em,
                            .radius = 0.24 * self->em,
                            .few = TRUE,
                            .plain = TRUE,
                            .missing = missing };

  return plot_trace_build (self, &trace, series, last);
}

/* The last value, above its mark or else below. */
static void
build_value (PlotBuilder *self, guint series, int index, PlotPoint at, const PlotRect *plot)
{
  const PlotMark *mark = plot_figure_mark (self->figure, series, (guint) index);
  g_autofree char *text = plot_builder_mark_text (self, mark, FALSE);
  g_auto (PlotLabel) label = plot_builder_measure (self, PLOT_STYLE_VALUE, text, plot->width, 1);
  double x = CLAMP (at.x - label.width / 2, plot->x,
                    MAX (plot->x + plot->width - label.width, plot->x));
  double away = 0.4 * self->em;
  gboolean hangs = plot_figure_panel_kind (self->figure) == PLOT_KIND_COLUMN && mark->value < 0;

  if (hangs && plot_builder_put_if_free (self, &label, PLOT_INK_TEXT, x, at.y + 0.1 * self->em))
    return;
  if (at.y - away - label.height >= plot->y - 0.3 * self->em
      && plot_builder_put_if_free (self, &label, PLOT_INK_TEXT, x, at.y - away - label.height))
    return;
  if (at.y + away + label.height <= plot->y + plot->height)
    plot_builder_put_if_free (self, &label, PLOT_INK_TEXT, x, at.y + away);
}

/* Why a panel is empty, in its middle: the kind of nothing, and what is known of it. */
static void
build_reason (PlotBuilder *self, guint series, const PlotRect *plot)
{
  const PlotMark *mark = plot_figure_n_marks (self->figure, series) > 0
                             ? plot_figure_mark (self->figure, series, 0)
                             : NULL;
  PlotWord word = PLOT_WORD_NOT_REPORTED
                  + (mark != NULL ? mark->state - PLOT_STATE_NOT_REPORTED : 0);
  const char *state = plot_word (word, self->language);
  g_autofree char *text = mark != NULL && mark->note != NULL
                              ? g_strconcat (state, ": ", mark->note, NULL)
                              : g_strdup (state);
  double room = plot->height - 1.2 * self->em;
  double line = plot_builder_line_height (self, PLOT_STYLE_MISSING);
  g_auto (PlotLabel) label = plot_builder_measure_centred (
      self, PLOT_STYLE_MISSING, text, plot->width, (guint) CLAMP (room / line, 1, 3));

  plot_builder_put_if_free (self, &label, PLOT_INK_MUTED, plot->x + (plot->width - label.width) / 2,
                            plot->y + MAX (room - label.height, 0) / 2);
}

static void
init_period (PlotBuilder *self, const Plan *plan, const PlotRect *plot, PlotScale *x)
{
  double lo, hi;
  guint most;

  plot_axis_init_period (self, x, plot);
  plot_axis_extent_period (self, &lo, &hi, &most);
  if (plan->as_columns && lo <= hi)
    plot_scale_init_period (x, lo - 0.5, hi + 0.5, plot->x, plot->x + plot->width,
                            (guint) MAX (plot->width / (4 * self->em), 1), FALSE);
}

/* A narrow panel has room for its first and last year and no more. */
static void
build_period (PlotBuilder *self, const PlotScale *x, const PlotRect *plot)
{
  double foot = round (plot->y + plot->height) + 0.5, lo, hi;
  guint most;

  plot_axis_extent_period (self, &lo, &hi, &most);
  if (plot->width > 22 * self->em || floor (hi) <= floor (lo))
    {
      plot_axis_build_period (self, x, plot);
      return;
    }
  plot_builder_stroke (self, plot->x, foot, plot->x + plot->width, foot, 1, PLOT_INK_AXIS,
                       PLOT_STROKE_AXIS);
  for (guint i = 0; i < 2; i++)
    {
      double at = i == 0 ? lo : hi;
      g_autofree char *text = g_strdup_printf ("%d", (int) floor (at));
      g_auto (PlotLabel) label = plot_builder_measure (self, PLOT_STYLE_TICK, text, 0, 1);
      double right = MAX (plot->x + plot->width - label.width, plot->x);

      plot_builder_put_if_free (self, &label, PLOT_INK_MUTED,
                                CLAMP (plot_scale_map (x, at) - label.width / 2, plot->x, right),
                                plot->y + plot->height + 0.3 * self->em);
    }
}

static void
build_axes (PlotBuilder *self, const Plan *plan, guint i, const PlotScale *x, const PlotScale *y,
            const PlotRect *plot)
{
  double foot = round (plot->y + plot->height) + 0.5;

  double lo, hi;

  extent_of (self, plan, plan->shown[i], &lo, &hi);
  if (lo > hi)
    ;
  else if (plan->own_axes || i % plan->columns == 0)
    plot_axis_build_value (self, y, plot);
  else
    plot_axis_build_grid (self, y, plot);
  if (i + plan->columns >= plan->n)
    build_period (self, x, plot);
  else
    plot_builder_stroke (self, plot->x, foot, plot->x + plot->width, foot, 1, PLOT_INK_GRID,
                         PLOT_STROKE_GRID);
}

static void
build_panel (PlotBuilder *self, const Plan *plan, guint i)
{
  PlotRect plot = panel_plot (self, plan, i);
  guint series = plan->shown[i];
  double reference = plot_figure_reference (self->figure);
  PlotPoint last = { 0, 0 };
  PlotScale x, y;
  int found;

  init_value (self, plan, series, &plot, &y);
  init_period (self, plan, &plot, &x);
  self->series = series + 1;
  build_title (self, plan, series, &plot);
  self->series = 0;
  build_axes (self, plan, i, &x, &y, &plot);
  self->series = series + 1;
  found = plan->as_columns ? build_columns (self, series, &x, &y, &last)
                           : build_line (self, series, &x, &y, &last);
  self->series = 0;
  if (found >= 0)
    plot_axis_build_breaks (self, &x, &plot, FALSE);
  if (!isnan (reference) && found >= 0)
    {
      double at = round (plot_scale_map (&y, reference)) + 0.5;

      plot_builder_stroke (self, plot.x, at, plot.x + plot.width, at, 1.25, PLOT_INK_AXIS,
                           PLOT_STROKE_REFERENCE);
    }
  if (found >= 0)
    build_value (self, series, found, last, &plot);
  else
    build_reason (self, series, &plot);
}

static void
build (PlotBuilder *self)
{
  double tick = plot_builder_line_height (self, PLOT_STYLE_TICK);
  Plan plan = { .as_columns = plot_figure_panel_kind (self->figure) == PLOT_KIND_COLUMN,
                .own_axes = plot_figure_own_axes (self->figure),
                .title = plot_builder_line_height (self, PLOT_STYLE_SERIES) + 0.35 * self->em,
                .below = tick + 0.1 * self->em,
                .gap = 1.2 * self->em,
                .columns = 1,
                .rows = 1 };

  fit_panels (self, &plan);
  arrange (self, &plan);
  measure (self, &plan);
  fit_titles (self, &plan);
  self->layout->plot = self->area;
  for (guint i = 0; i < plan.n; i++)
    build_panel (self, &plan, i);
  g_free (plan.shown);
}

const PlotKindClass plot_kind_multiples = {
  .name = "multiples",
  .word = PLOT_WORD_CHART_MULTIPLES,
  .along = PLOT_ALONG_X,
  .past = PLOT_PAST_MARK,
  .build = build,
};
