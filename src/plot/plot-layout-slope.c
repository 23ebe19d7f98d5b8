/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slope chart: two periods as two columns, a line a series between them, named at both sides.
 * Names that cannot all stand beside their lines are dropped by rank on each side, and a line below
 * counts those that stand on neither. */

#include <math.h>

#include "plot-ends.h"
#include "plot-kind.h"
#include "plot-trace.h"

/* Among more lines than this, those beside the focus show no single marks. */
#define MANY_LINES 24

static const PlotMark *
find_mark (PlotBuilder *self, guint series, double column)
{
  const PlotMark *found = NULL;

  for (guint i = 0; i < plot_figure_n_marks (self->figure, series); i++)
    {
      const PlotMark *mark = plot_figure_mark (self->figure, series, i);

      if (round (mark->x) == column && plot_mark_has_value (mark))
        found = mark;
    }
  return found;
}

/* Two periods, or the first and the last of several. */
static guint
last_column (PlotBuilder *self)
{
  return MAX (plot_figure_n_categories (self->figure), 2) - 1;
}

static gboolean
left_end (PlotBuilder *self, guint series, const PlotMark **mark, double *value)
{
  *mark = find_mark (self, series, 0);
  *value = *mark != NULL ? (*mark)->value : NAN;
  return *mark != NULL;
}

static gboolean
right_end (PlotBuilder *self, guint series, const PlotMark **mark, double *value)
{
  *mark = find_mark (self, series, last_column (self));
  *value = *mark != NULL ? (*mark)->value : NAN;
  return *mark != NULL;
}

static gboolean
is_among (GArray *ends, guint series)
{
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, PlotEnd, i).series == series)
      return TRUE;
  return FALSE;
}

static guint
count_unnamed (PlotBuilder *self, GArray *left, GArray *right)
{
  guint n = 0;

  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    n += (find_mark (self, s, 0) != NULL || find_mark (self, s, last_column (self)) != NULL)
         && !is_among (left, s) && !is_among (right, s);
  return n;
}

static void
drop (PlotBuilder *self, GArray *ends, double height)
{
  PlotRect plot = { 0, 0, 1, height };
  PlotScale scale;

  if (plot_ends_height (ends) <= height)
    return;
  plot_axis_init_open (self, &scale, &plot);
  plot_ends_drop (ends, &scale, height);
}

static void
fit_ends (PlotBuilder *self, double heads, GArray **left, GArray **right)
{
  double room = MAX (self->area.width * 0.3, 4 * self->em);
  double more = plot_builder_line_height (self, PLOT_STYLE_NOTE) + 0.2 * self->em;
  guint many = (guint) (self->area.height / (2.4 * self->em)), unnamed;
  guint lines = plot_figure_n_series (self->figure) > many ? 1 : 2;
  double height = self->area.height - heads;

  *left = plot_ends_measure (self, left_end, room, lines);
  *right = plot_ends_measure (self, right_end, room, lines);
  if (plot_ends_height (*left) > height || plot_ends_height (*right) > height)
    height -= more;
  drop (self, *left, height);
  drop (self, *right, height);
  unnamed = count_unnamed (self, *left, *right);
  if (unnamed > 0)
    {
      g_autofree char *text = plot_word_count (PLOT_WORD_UNNAMED, self->language, unnamed);

      plot_frame_build_more (self, text);
    }
}

/* The two periods, above their columns. */
static void
build_columns (PlotBuilder *self, const PlotRect *plot)
{
  guint last = last_column (self);

  for (guint i = 0; i < plot_figure_n_categories (self->figure); i++)
    {
      double x = round (plot->x + i * plot->width / last) + 0.5;
      g_auto (PlotLabel) head = plot_builder_measure (self, PLOT_STYLE_CATEGORY_FOCUS,
                                                      plot_figure_category (self->figure, i),
                                                      self->area.width * 0.45, 1);
      double left = CLAMP (x - head.width / 2, self->area.x,
                           MAX (self->area.x + self->area.width - head.width, self->area.x));

      plot_builder_stroke (self, x, plot->y, x, plot->y + plot->height, 1, PLOT_INK_GRID,
                           PLOT_STROKE_GRID);
      plot_builder_put_if_free (self, &head, PLOT_INK_MUTED, left,
                                plot->y - head.height - 0.6 * self->em);
    }
}

/* What the chart is about is drawn last, on top. */
static void
build_traces (PlotBuilder *self, const PlotScale *x, const PlotScale *y)
{
  static const PlotRole order[] = { PLOT_ROLE_CONTEXT, PLOT_ROLE_NORMAL, PLOT_ROLE_FOCUS };
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  PlotPoint last;

  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
      {
        gboolean context = order[o] == PLOT_ROLE_CONTEXT;
        gboolean few = order[o] != PLOT_ROLE_FOCUS
                       && plot_figure_n_series (self->figure) > MANY_LINES;
        PlotTrace trace = { .x = x,
                            .y = y,
                            .line_width = (few       ? 0.09
                                           : context ? 0.14
                                                     : 0.2)
                                          * self->em,
                            .radius = (few       ? 0.2
                                       : context ? 0.26
                                                 : 0.32)
                                      * self->em,
                            .missing = missing };

        if (plot_figure_series_role (self->figure, s) == order[o])
          plot_trace_build (self, &trace, s, &last);
      }
}

static PlotPoint *
points_at (PlotBuilder *self, guint column, const PlotScale *y, double x)
{
  PlotPoint *points = g_new0 (PlotPoint, MAX (plot_figure_n_series (self->figure), 1));

  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      const PlotMark *mark = find_mark (self, s, column);

      if (mark != NULL)
        points[s] = (PlotPoint){ x, plot_scale_map (y, mark->value) };
    }
  return points;
}

/* Names left and right, spread over a little more than the plot's height. */
static void
build_names (PlotBuilder *self, GArray *left, GArray *right, const PlotScale *y,
             const PlotRect *plot, const double *gaps)
{
  g_autofree PlotPoint *from = points_at (self, 0, y, plot->x);
  g_autofree PlotPoint *to = points_at (self, last_column (self), y, plot->x + plot->width);

  plot_ends_put (self, left, from, plot->x - gaps[0] * self->em, PLOT_SIDE_LEFT);
  plot_ends_put (self, right, to, plot->x + plot->width + gaps[1] * self->em, PLOT_SIDE_RIGHT);
}

static void
build (PlotBuilder *self)
{
  double head = plot_builder_line_height (self, PLOT_STYLE_CATEGORY_FOCUS) + 0.6 * self->em;
  double spare = plot_builder_line_height (self, PLOT_STYLE_SERIES) / 2;
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;
  PlotRect plot;
  PlotScale x, y;
  double gaps[2];

  fit_ends (self, head + spare, &left, &right);
  plot = self->area;
  plot.y += head + spare;
  plot.height = MAX (plot.height - head - 2 * spare, 1);
  plot_axis_init_open (self, &y, &plot);
  gaps[0] = plot_ends_gap (
      plot_ends_spread (left, &y, plot.y - spare, plot.y + plot.height + spare));
  gaps[1] = plot_ends_gap (
      plot_ends_spread (right, &y, plot.y - spare, plot.y + plot.height + spare));
  plot.x += plot_ends_width (left) + gaps[0] * self->em;
  plot.width = MAX (
      self->area.x + self->area.width - plot_ends_width (right) - gaps[1] * self->em - plot.x, 1);
  self->layout->plot = plot;
  plot_scale_init_linear (&x, 0, last_column (self), plot.x, plot.x + plot.width, 2,
                          PLOT_SCALE_ANY_STEP, FALSE);

  build_columns (self, &plot);
  build_traces (self, &x, &y);
  build_names (self, left, right, &y, &plot, gaps);
  if (left->len + right->len > 0)
    plot_axis_build_reference (self, &y, &plot, FALSE);
  else
    plot_frame_build_no_values (self, &plot);
}

const PlotKindClass plot_kind_slope = {
  .name = "slope",
  .word = PLOT_WORD_CHART_SLOPE,
  .along = PLOT_ALONG_X,
  .past = PLOT_PAST_MARK,
  .pairs = TRUE,
  .categories = TRUE,
  .build = build,
};
