/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples: a panel a series, as lines or as columns, all over the same span of time and,
 * unless the figure says otherwise, all on the same value axis. Owns what stands in a panel; where
 * panels lie is asked from plot-panels.c. */

#include <math.h>

#include "plot-kind.h"
#include "plot-panels.h"
#include "plot-trace.h"
#include "plot-window.h"

/* A line comes in from the value before the part of time that is shown, a column does not. */
static void
extend_to_series (PlotBuilder *self, const PlotPanels *panels, guint series, double *lo, double *hi)
{
  guint first, end;
  double x, value;

  plot_window_marks (self->figure, series, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlotMark *mark = plot_figure_mark (self->figure, series, i);

      if (!plot_mark_has_value (mark))
        continue;
      *lo = MIN (*lo, mark->value);
      *hi = MAX (*hi, mark->value);
    }
  for (int at_end = 0; at_end <= 1 && !panels->as_columns; at_end++)
    if (plot_window_edge (self->figure, series, at_end, &x, &value))
      {
        *lo = MIN (*lo, value);
        *hi = MAX (*hi, value);
      }
}

static void
extent_of (PlotBuilder *self, const PlotPanels *panels, guint series, double *lo, double *hi)
{
  double reference = plot_figure_reference (self->figure);
  guint first = panels->own_axes ? series : 0;
  guint end = panels->own_axes ? series + 1 : plot_figure_n_series (self->figure);

  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint s = first; s < end; s++)
    extend_to_series (self, panels, s, lo, hi);
  if (*lo > *hi)
    return;
  if (!isnan (reference))
    {
      *lo = MIN (*lo, reference);
      *hi = MAX (*hi, reference);
    }
  if (panels->as_columns)
    {
      *lo = MIN (*lo, 0);
      *hi = MAX (*hi, 0);
    }
}

static void
init_value (PlotBuilder *self, const PlotPanels *panels, guint series, const PlotRect *plot,
            PlotScale *scale)
{
  double lo, hi,
      needed = PLOT_PANEL_VALUE_AWAY * self->em + plot_builder_line_height (self, PLOT_STYLE_VALUE)
               - 0.3 * self->em;
  PlotRect lower = *plot;

  extent_of (self, panels, series, &lo, &hi);
  plot_axis_init_open_extent (self, scale, plot, lo, hi);
  if (lo > hi || plot_scale_map (scale, hi) - plot->y >= needed || plot->height < 3 * needed)
    return;
  /* The greatest value may be the one that is written. */
  lower.height -= needed;
  lower.y += needed;
  plot_axis_init_open_extent (self, scale, &lower, lo, hi);
}

static double
axis_width (PlotBuilder *self, const PlotPanels *panels)
{
  PlotRect plot = { 0, 0, 1, MAX (panels->height - panels->title, 1) };
  double widest = 0;

  for (guint i = 0; i < (panels->own_axes ? panels->n : 1); i++)
    {
      PlotScale scale;

      init_value (self, panels, panels->shown[i], &plot, &scale);
      widest = MAX (widest, plot_axis_value_labels_width (self, &scale));
    }
  return widest + 0.6 * self->em;
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
  guint first, end;
  int found = -1;

  plot_window_marks (self->figure, series, &first, &end);
  for (guint i = first; i < end; i++)
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

/* The side of the last mark that is free: the other one than where its line comes in. */
static gboolean
wants_below (PlotBuilder *self, const PlotPanels *panels, guint series, int index)
{
  double value = plot_figure_mark (self->figure, series, (guint) index)->value;

  if (panels->as_columns)
    return value < 0;
  for (int i = index - 1; i >= 0; i--)
    {
      const PlotMark *before = plot_figure_mark (self->figure, series, (guint) i);

      if (plot_mark_has_value (before))
        return before->value > value;
    }
  return FALSE;
}

/* Why a panel is empty: the kind of nothing, and what is known of it. */
static char *
reason_text (PlotBuilder *self, guint series)
{
  guint n = plot_figure_n_marks (self->figure, series);
  const PlotMark *mark = n > 0 ? plot_figure_mark (self->figure, series, 0) : NULL;
  const char *state;

  for (guint i = 0; i < n; i++)
    if (plot_mark_has_value (plot_figure_mark (self->figure, series, i)))
      return g_strdup (plot_word (PLOT_WORD_NONE_INSIDE, self->language));
  state = plot_word (PLOT_WORD_NOT_REPORTED
                         + (mark != NULL ? mark->state - PLOT_STATE_NOT_REPORTED : 0),
                     self->language);
  return mark != NULL && mark->note != NULL ? g_strconcat (state, ": ", mark->note, NULL)
                                            : g_strdup (state);
}

/* In the panel's middle; a line that only passes through says enough. */
static void
build_reason (PlotBuilder *self, const PlotPanels *panels, guint series, const PlotRect *plot)
{
  double room = plot->height - 1.2 * self->em, x, value;
  double line = plot_builder_line_height (self, PLOT_STYLE_MISSING);
  g_autofree char *text = reason_text (self, series);
  g_auto (PlotLabel) label = PLOT_LABEL_NONE;

  if (!panels->as_columns && plot_window_edge (self->figure, series, FALSE, &x, &value))
    return;
  label = plot_builder_measure_centred (self, PLOT_STYLE_MISSING, text, plot->width,
                                        (guint) CLAMP (room / line, 1, 3));
  plot_builder_put_if_free (self, &label, PLOT_INK_MUTED, plot->x + (plot->width - label.width) / 2,
                            plot->y + MAX (room - label.height, 0) / 2);
}

/* First and last time in the panels: of columns those that are there. */
static void
period_of (PlotBuilder *self, const PlotPanels *panels, double *lo, double *hi)
{
  guint most;

  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint s = 0; s < plot_figure_n_series (self->figure) && panels->as_columns; s++)
    {
      guint first, end;

      plot_window_marks (self->figure, s, &first, &end);
      if (first == end)
        continue;
      *lo = MIN (*lo, plot_figure_mark (self->figure, s, first)->x);
      *hi = MAX (*hi, plot_figure_mark (self->figure, s, end - 1)->x);
    }
  if (*lo > *hi)
    plot_axis_extent_period (self, lo, hi, &most);
}

static void
init_period (PlotBuilder *self, const PlotPanels *panels, const PlotRect *plot, PlotScale *x)
{
  double lo, hi;

  plot_axis_init_period (self, x, plot);
  period_of (self, panels, &lo, &hi);
  if (panels->as_columns && lo <= hi)
    plot_scale_init_period (x, lo - 0.5, hi + 0.5, plot->x, plot->x + plot->width,
                            (guint) MAX (plot->width / (4 * self->em), 1), FALSE);
}

/* A narrow panel has room for its first and last year and no more. */
static void
build_period (PlotBuilder *self, const PlotPanels *panels, const PlotScale *x, const PlotRect *plot)
{
  double foot = round (plot->y + plot->height) + 0.5, lo, hi;

  period_of (self, panels, &lo, &hi);
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
build_axes (PlotBuilder *self, const PlotPanels *panels, guint i, const PlotScale *x,
            const PlotScale *y, const PlotRect *plot)
{
  double foot = round (plot->y + plot->height) + 0.5, lo, hi;

  extent_of (self, panels, panels->shown[i], &lo, &hi);
  if (lo > hi)
    ;
  else if (panels->own_axes || i % panels->columns == 0)
    plot_axis_build_value (self, y, plot);
  else
    plot_axis_build_grid (self, y, plot);
  if (i + panels->columns >= panels->n)
    {
      build_period (self, panels, x, plot);
      plot_window_build_signs (self, plot);
    }
  else
    plot_builder_stroke (self, plot->x, foot, plot->x + plot->width, foot, 1, PLOT_INK_GRID,
                         PLOT_STROKE_GRID);
}

static void
build_panel (PlotBuilder *self, const PlotPanels *panels, guint i)
{
  PlotRect plot = plot_panels_plot (self, panels, i);
  guint series = panels->shown[i];
  double reference = plot_figure_reference (self->figure);
  PlotPoint last = { 0, 0 };
  PlotScale x, y;
  int found;

  init_value (self, panels, series, &plot, &y);
  init_period (self, panels, &plot, &x);
  self->series = series + 1;
  plot_panels_build_title (self, panels, i);
  self->series = 0;
  build_axes (self, panels, i, &x, &y, &plot);
  self->series = series + 1;
  found = panels->as_columns ? build_columns (self, series, &x, &y, &last)
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
    plot_panel_value_build (self, series, plot_figure_mark (self->figure, series, (guint) found),
                            last, wants_below (self, panels, series, found), &plot);
  else
    build_reason (self, panels, series, &plot);
}

/* All panels are as wide, over the same time: a part of it can be marked in any of them. */
static void
tell_time (PlotBuilder *self, const PlotPanels *panels)
{
  for (guint i = 0; i < panels->n; i++)
    {
      PlotRect plot = plot_panels_plot (self, panels, i);

      if (i == 0)
        init_period (self, panels, &plot, &self->layout->time);
      g_array_append_val (self->layout->panels, plot);
    }
  self->layout->has_time = panels->n > 0;
}

static void
build (PlotBuilder *self)
{
  double tick = plot_builder_line_height (self, PLOT_STYLE_TICK);
  PlotPanels panels = { .as_columns = plot_figure_panel_kind (self->figure) == PLOT_KIND_COLUMN,
                        .own_axes = plot_figure_own_axes (self->figure),
                        .title = plot_builder_line_height (self, PLOT_STYLE_SERIES)
                                 + 0.35 * self->em,
                        .below = tick + 0.1 * self->em,
                        .gap = 1.2 * self->em,
                        .columns = 1,
                        .rows = 1 };

  plot_window_build_more (self);
  plot_panels_fit (self, &panels);
  plot_panels_measure (self, &panels, axis_width (self, &panels));
  self->layout->plot = self->area;
  tell_time (self, &panels);
  for (guint i = 0; i < panels.n; i++)
    build_panel (self, &panels, i);
  plot_panels_clear (&panels);
}

const PlotKindClass plot_kind_multiples = {
  .name = "multiples",
  .word = PLOT_WORD_CHART_MULTIPLES,
  .along = PLOT_ALONG_X,
  .past = PLOT_PAST_MARK,
  .time = TRUE,
  .others = TRUE,
  .build = build,
};
