/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scatter chart: one value across, another upwards, each point named where there is room: by
 * rank what the chart is about, the extremes, then what lies furthest out. What lacks one value is a
 * cross on the axis of the other. Where names stand is asked from plot-dots.c. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plot-kind.h"
#include "plot-dots.h"
#include "plot-overlap.h"

/* More values than this are sampled to choose an axis. */
#define MOST_SORTED 500

static void
extent_x (PlotBuilder *self, double *lo, double *hi)
{
  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (self->figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (self->figure, s, i);

        if (!plot_mark_has_x (mark))
          continue;
        *lo = MIN (*lo, mark->x);
        *hi = MAX (*hi, mark->x);
      }
  if (*lo > *hi)
    {
      *lo = 0;
      *hi = 1;
    }
}

/* Of the points that have both values. */
static gboolean
wants_log (const PlotDots *plan, gboolean across)
{
  guint stride = plan->dots->len / MOST_SORTED + 1, n = 0;
  g_autofree double *values = g_new (double, plan->dots->len / stride + 1);

  for (guint i = 0; i < plan->dots->len; i += stride)
    {
      const PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);

      if (dot->whole)
        values[n++] = across ? dot->mark->x : dot->mark->value;
    }
  return plot_scale_wants_log (values, n);
}

/* Zero belongs to the axis where it is near; a little room keeps points off the ends, but for the end
 * of a share. */
static void
widen (double *lo, double *hi, const char *unit)
{
  double pad = (*hi - *lo) * 0.03;
  gboolean above = *lo >= 0, below = *hi <= 0;

  if (*lo > 0 && (*lo <= 0.4 * *hi || *lo == *hi))
    *lo = 0;
  if (*hi < 0 && (*hi >= 0.4 * *lo || *lo == *hi))
    *hi = 0;
  if (*lo != 0)
    *lo = above ? MAX (*lo - pad, 0) : *lo - pad;
  if (*hi != 0)
    *hi = below                                                  ? MIN (*hi + pad, 0)
          : strchr (unit, '%') != NULL && *lo >= 0 && *hi <= 100 ? MIN (*hi + pad, 100)
                                                                 : *hi + pad;
}

static void
choose_axes (PlotBuilder *self, PlotDots *plan)
{
  double lo, hi;

  plan->log_y = plot_axis_extent (self, &lo, &hi) && lo > 0 && wants_log (plan, FALSE);
  extent_x (self, &lo, &hi);
  plan->log_x = lo > 0 && wants_log (plan, TRUE);
}

static void
init_y (PlotBuilder *self, PlotDots *plan, const PlotRect *plot)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_TICK), lo, hi;
  guint ticks = (guint) CLAMP (plot->height / (line * 2.6), 2, 8);

  if (!plot_axis_extent (self, &lo, &hi))
    {
      lo = 0;
      hi = 1;
    }
  if (plan->log_y)
    {
      plot_scale_init_log (&plan->y, lo, hi, plot->y + plot->height, plot->y, ticks);
      return;
    }
  widen (&lo, &hi, plot_figure_unit (self->figure));
  plot_scale_init_linear (&plan->y, lo, hi, plot->y + plot->height, plot->y, ticks,
                          -(int) plot_figure_decimals (self->figure), TRUE);
}

static void
init_x (PlotBuilder *self, PlotDots *plan, const PlotRect *plot)
{
  double lo, hi;
  guint ticks = (guint) CLAMP (plot->width / (6 * self->em), 2, 10);

  extent_x (self, &lo, &hi);
  if (plan->log_x)
    {
      plot_scale_init_log (&plan->x, lo, hi, plot->x, plot->x + plot->width, ticks);
      return;
    }
  widen (&lo, &hi, plot_figure_x_unit (self->figure));
  plot_scale_init_linear (&plan->x, lo, hi, plot->x, plot->x + plot->width, ticks,
                          -(int) plot_figure_x_decimals (self->figure), TRUE);
}

/* "Dialogues (cuộc), logarithmic scale". */
static PlotLabel
measure_title (PlotBuilder *self, const char *title, const char *unit, gboolean logarithmic)
{
  g_autofree char *bare = g_strdup (unit), *named = NULL, *whole = NULL;

  if (title == NULL || *title == '\0')
    return PLOT_LABEL_NONE;
  while (g_str_has_prefix (bare, "\u00a0"))
    memmove (bare, bare + strlen ("\u00a0"), strlen (bare) + 1 - strlen ("\u00a0"));
  named = *bare != '\0' ? g_strdup_printf ("%s (%s)", title, bare) : g_strdup (title);
  whole = logarithmic ? plot_word_fill (PLOT_WORD_LOG_SCALE, self->language, named, NULL)
                      : g_strdup (named);
  return plot_builder_measure (self, PLOT_STYLE_KEY, whole, self->area.width, 1);
}

/* Both titles lie flat: upwards above its axis, across below its ticks. */
static void
place_titles (PlotBuilder *self, const PlotDots *plan)
{
  PlotRect *area = &self->area;
  g_auto (PlotLabel) y = measure_title (self, plot_figure_y_title (self->figure),
                                        plot_figure_unit (self->figure), plan->log_y);
  g_auto (PlotLabel) x = measure_title (self, plot_figure_x_title (self->figure),
                                        plot_figure_x_unit (self->figure), plan->log_x);
  double gap = 0.4 * self->em;

  if (y.layout != NULL && area->height > 7 * self->em)
    {
      double height = y.height + gap;

      plot_builder_put (self, &y, PLOT_INK_MUTED, area->x, area->y);
      area->y += height;
      area->height -= height;
    }
  if (x.layout != NULL && area->height > 6 * self->em)
    {
      area->height -= x.height + 0.2 * self->em;
      plot_builder_put (self, &x, PLOT_INK_MUTED, area->x + area->width - x.width,
                        area->y + area->height + 0.2 * self->em);
    }
}

static void
build_x_axis (PlotBuilder *self, const PlotDots *plan, const PlotRect *plot)
{
  double bottom = plot->y + plot->height;

  for (guint i = 0; i < plan->x.n_ticks; i++)
    {
      double value = plot_scale_tick (&plan->x, i);
      double x = round (plot_scale_map (&plan->x, value)) + 0.5;
      g_autofree char *text = plot_figure_format_x_tick (self->figure, value,
                                                         plot_scale_tick_decimals (&plan->x, i));
      g_auto (PlotLabel) label = plot_builder_measure (self, PLOT_STYLE_TICK, text, 0, 1);
      PlotRect box = { CLAMP (x - label.width / 2, 0, self->layout->width - 1 - label.width),
                       bottom + 0.4 * self->em, label.width, label.height };
      PlotRect around = { box.x - 0.3 * self->em, box.y, box.width + 0.6 * self->em, box.height };

      around.x = MAX (around.x, 0);
      around.width = MIN (around.width, self->layout->width - around.x);
      plot_builder_stroke (self, x, plot->y, x, bottom, 1,
                           value == 0 ? PLOT_INK_AXIS : PLOT_INK_GRID,
                           value == 0 ? PLOT_STROKE_AXIS : PLOT_STROKE_GRID);
      if (plot_builder_is_free (self, &around))
        plot_builder_put (self, &label, PLOT_INK_MUTED, box.x, box.y);
    }
}

static int
role_rank (PlotRole role)
{
  static const int ranks[] = {
    [PLOT_ROLE_FOCUS] = 0, [PLOT_ROLE_NORMAL] = 2, [PLOT_ROLE_CONTEXT] = 3
  };

  return ranks[role];
}

static void
collect_dots (PlotBuilder *self, PlotDots *plan)
{
  plan->dots = g_array_new (FALSE, FALSE, sizeof (PlotDot));
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (self->figure, s); i++)
      {
        PlotDot dot = { .mark = plot_figure_mark (self->figure, s, i), .series = s, .index = i };
        gboolean x = plot_mark_has_x (dot.mark), y = plot_mark_has_value (dot.mark);

        dot.whole = x && y;
        dot.rank = role_rank (plot_builder_mark_role (self, s, dot.mark));
        plan->n_lacking += dot.whole ? 0 : 1;
        if (x || y)
          g_array_append_val (plan->dots, dot);
      }
}

static void
rank_dots (PlotDots *plan, const PlotRect *plot)
{
  PlotDot *ends[4] = { NULL };
  double mean_x = 0, mean_y = 0;
  guint n = 0;

  for (guint i = 0; i < plan->dots->len; i++)
    {
      PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);
      const double wish[4] = { dot->x, -dot->x, dot->y, -dot->y };

      if (!dot->whole)
        continue;
      n++;
      mean_x += (dot->x - mean_x) / n;
      mean_y += (dot->y - mean_y) / n;
      for (guint e = 0; e < 4; e++)
        if (ends[e] == NULL || wish[e] < (e < 2 ? ends[e]->x : ends[e]->y) * (e % 2 == 0 ? 1 : -1))
          ends[e] = dot;
    }
  for (guint e = 0; e < 4; e++)
    if (ends[e] != NULL)
      ends[e]->rank = MIN (ends[e]->rank, 1);
  for (guint i = 0; i < plan->dots->len; i++)
    {
      PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);

      dot->outwards = hypot ((dot->x - mean_x) / plot->width, (dot->y - mean_y) / plot->height);
    }
}

static void
place_dots (PlotDots *plan, const PlotRect *plot)
{
  for (guint i = 0; i < plan->dots->len; i++)
    {
      PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);

      dot->x = plot_mark_has_x (dot->mark) ? plot_scale_map (&plan->x, dot->mark->x) : plot->x;
      dot->y = plot_mark_has_value (dot->mark) ? plot_scale_map (&plan->y, dot->mark->value)
                                               : plot->y + plot->height;
    }
  rank_dots (plan, plot);
}

/* High contrast has no shades. */
static void
choose_opacity (PlotBuilder *self, PlotDots *plan, const PlotRect *plot)
{
  g_autofree PlotPoint *points = g_new (PlotPoint, MAX (plan->dots->len, 1));
  guint n = 0;

  plan->opacity = 1;
  if (self->layout->theme == PLOT_THEME_HIGH_CONTRAST)
    return;
  for (guint i = 0; i < plan->dots->len; i++)
    {
      const PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);

      if (dot->whole)
        points[n++] = (PlotPoint){ dot->x, dot->y };
    }
  plan->opacity = plot_overlap_opacity (plot_overlap (points, n, plan->radius, plot));
}

static PlotFill
fill_of (const PlotMark *mark)
{
  PlotMark both = *mark;

  if (both.state == PLOT_STATE_EXACT)
    both.state = both.x_state;
  return plot_mark_fill (&both);
}

static double
radius_of (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot)
{
  return dot->whole ? plan->radius : 0.22 * self->em;
}

static void
build_spot (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot)
{
  double r = radius_of (self, plan, dot);
  PlotSpot spot = { .series = dot->series,
                    .index = dot->index,
                    .round = TRUE,
                    .bounds = { dot->x - r, dot->y - r, 2 * r, 2 * r } };

  plot_builder_spot (self, &spot, 0.6 * self->em);
}

static void
build_dot (PlotBuilder *self, const PlotDots *plan, const PlotDot *dot)
{
  double r = radius_of (self, plan, dot);

  plot_builder_symbol (self, dot->x, dot->y, r,
                       dot->whole ? plot_builder_series_shape (self, dot->series)
                                  : PLOT_SHAPE_CROSS,
                       plot_builder_mark_ink (self, dot->series, dot->mark),
                       dot->whole ? fill_of (dot->mark) : PLOT_FILL_SOLID);
  if (dot->whole && dot->rank > 0)
    g_array_index (self->layout->symbols, PlotSymbol, self->layout->symbols->len - 1).opacity =
        plan->opacity;
}

/* What dots are sorted by; dot: their number in the order of series and marks. */
typedef struct
{
  double outwards;
  int rank;
  guint dot;
} Ranked;

static int
compare_rank_cb (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank - other->rank;
  if (one->outwards != other->outwards)
    return one->outwards > other->outwards ? -1 : 1;
  return one->dot < other->dot ? -1 : one->dot > other->dot;
}

static void
sort_by_rank (PlotDots *plan)
{
  guint n = plan->dots->len;
  g_autofree Ranked *all = g_new (Ranked, MAX (n, 1));
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (PlotDot), n);

  for (guint i = 0; i < n; i++)
    {
      const PlotDot *dot = &g_array_index (plan->dots, PlotDot, i);

      all[i] = (Ranked){ dot->outwards, dot->rank, i };
    }
  qsort (all, n, sizeof *all, compare_rank_cb);
  for (guint i = 0; i < n; i++)
    g_array_append_val (sorted, g_array_index (plan->dots, PlotDot, all[i].dot));
  g_array_unref (plan->dots);
  plan->dots = sorted;
}

static void
build_dots (PlotBuilder *self, PlotDots *plan)
{
  /* In the order in which they are walked through, so that nobody need sort them. */
  for (guint i = 0; i < plan->dots->len; i++)
    build_spot (self, plan, &g_array_index (plan->dots, PlotDot, i));
  sort_by_rank (plan);
  for (guint i = plan->dots->len; i-- > 0;)
    build_dot (self, plan, &g_array_index (plan->dots, PlotDot, i));
  plot_dots_build_names (self, plan);
}

static PlotRect
fit_plot (PlotBuilder *self, PlotDots *plan)
{
  double tick = plot_builder_line_height (self, PLOT_STYLE_TICK);
  double below = tick + 0.5 * self->em;
  PlotRect plot = self->area;
  double left;

  plot.y += tick / 2;
  plot.height = MAX (plot.height - below - tick / 2, 1);
  init_y (self, plan, &plot);
  left = plot_axis_value_labels_width (self, &plan->y) + 0.6 * self->em;
  plot.x += left;
  plot.width = MAX (plot.width - left - 0.8 * self->em, 1);
  init_x (self, plan, &plot);
  return plot;
}

static guint
count_whole (const PlotDots *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->dots->len; i++)
    n += g_array_index (plan->dots, PlotDot, i).whole ? 1 : 0;
  return n;
}

static void
build (PlotBuilder *self)
{
  PlotDots plan = { 0 };
  PlotRect plot;
  guint whole;

  collect_dots (self, &plan);
  whole = count_whole (&plan);
  plan.radius = (whole > 150 ? 0.22 : 0.36) * self->em;
  if (plot_figure_n_series (self->figure) > 1)
    plot_key_build_legend_of_dots (self);
  if (plan.n_lacking > 0)
    {
      g_autofree char *text = plot_word_count (PLOT_WORD_LACKS_ONE, self->language, plan.n_lacking);

      plot_frame_build_more (self, text);
    }
  choose_axes (self, &plan);
  /* Whether an axis is logarithmic stands in its title, which takes room from the axes. */
  plot = fit_plot (self, &plan);
  place_titles (self, &plan);
  plot = fit_plot (self, &plan);
  self->layout->plot = plot;
  place_dots (&plan, &plot);
  choose_opacity (self, &plan, &plot);
  if (whole > 0)
    {
      plot_axis_build_value (self, &plan.y, &plot);
      build_x_axis (self, &plan, &plot);
    }
  build_dots (self, &plan);
  if (whole > 0)
    plot_axis_build_reference (self, &plan.y, &plot, FALSE);
  else
    plot_frame_build_no_values (self, &plot);
  g_array_unref (plan.dots);
}

const PlotKindClass plot_kind_scatter = {
  .name = "scatter",
  .word = PLOT_WORD_CHART_SCATTER,
  .along = PLOT_ALONG_X,
  .step = PLOT_STEP_PLANE,
  .plane = TRUE,
  .build = build,
};
