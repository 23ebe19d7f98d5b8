/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what lies in the part of time that is shown. Must not scale anything. */

#include "plot-window.h"

#include <math.h>

#include "plot-kind.h"
#include "plot-marks.h"

gboolean
plot_window_of (const PlotFigure *figure, double *from, double *to)
{
  return plot_kind_class (plot_figure_kind (figure))->time && plot_figure_range (figure, from, to);
}

gboolean
plot_figure_time (PlotFigure *figure, double *first, double *last)
{
  *first = INFINITY;
  *last = -INFINITY;
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    {
      guint n = plot_figure_n_marks (figure, s);

      if (n == 0)
        continue;
      *first = MIN (*first, plot_figure_mark (figure, s, 0)->x);
      *last = MAX (*last, plot_figure_mark (figure, s, n - 1)->x);
    }
  return plot_kind_class (plot_figure_kind (figure))->time && *first <= *last;
}

/* The first mark at time x, or after it; of marks in order of time. */
static guint
first_from (const PlotFigure *figure, guint series, double x, gboolean after)
{
  guint lo = 0, hi = plot_figure_n_marks (figure, series);

  while (lo < hi)
    {
      guint middle = lo + (hi - lo) / 2;
      double at = plot_figure_mark (figure, series, middle)->x;

      if (after ? at <= x : at < x)
        lo = middle + 1;
      else
        hi = middle;
    }
  return lo;
}

void
plot_window_marks (const PlotFigure *figure, guint series, guint *first, guint *end)
{
  double from, to;

  *first = 0;
  *end = plot_figure_n_marks (figure, series);
  if (!plot_window_of (figure, &from, &to))
    return;
  *first = first_from (figure, series, from, FALSE);
  *end = first_from (figure, series, to, TRUE);
}

gboolean
plot_window_edge (const PlotFigure *figure, guint series, gboolean at_end, double *x, double *value)
{
  const PlotMark *before, *after;
  double from, to;
  guint first, end, next;

  if (!plot_window_of (figure, &from, &to))
    return FALSE;
  plot_window_marks (figure, series, &first, &end);
  next = at_end ? end : first;
  if (next == 0 || next >= plot_figure_n_marks (figure, series))
    return FALSE;
  before = plot_figure_mark (figure, series, next - 1);
  after = plot_figure_mark (figure, series, next);
  if (!plot_mark_has_value (before) || !plot_mark_has_value (after))
    return FALSE;
  *x = at_end ? to : from;
  *value = before->value
           + (after->value - before->value) * (*x - before->x) / (after->x - before->x);
  return TRUE;
}

guint
plot_window_n_outside (const PlotFigure *figure)
{
  double from, to;
  guint n = 0;

  if (!plot_window_of (figure, &from, &to))
    return 0;
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    {
      guint first, end;

      plot_window_marks (figure, s, &first, &end);
      if (plot_figure_marks (figure, s)->samples != NULL)
        {
          n += plot_figure_n_marks (figure, s) - (end - first);
          continue;
        }
      for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
        n += (i < first || i >= end) && plot_mark_has_value (plot_figure_mark (figure, s, i));
    }
  return n;
}

void
plot_window_build_more (PlotBuilder *self)
{
  guint n = plot_window_n_outside (self->figure);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = plot_word_count (PLOT_WORD_N_OUTSIDE, self->language, n);
  plot_frame_build_more (self, text);
}

/* Its tip is the axis' end: beyond it stand the labels. */
static void
build_sign (PlotBuilder *self, double x, double y, double direction)
{
  double reach = 0.4 * self->em;

  for (int side = -1; side <= 1; side += 2)
    plot_builder_stroke (self, x - direction * reach, y + side * reach, x, y, 1.5, PLOT_INK_TEXT,
                         PLOT_STROKE_AXIS);
}

void
plot_window_build_signs (PlotBuilder *self, const PlotRect *plot)
{
  double from, to, y = round (plot->y + plot->height) + 0.5;
  gboolean earlier = FALSE, later = FALSE;

  if (!plot_window_of (self->figure, &from, &to))
    return;
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      guint first, end;

      plot_window_marks (self->figure, s, &first, &end);
      earlier |= first > 0;
      later |= end < plot_figure_n_marks (self->figure, s);
    }
  if (earlier)
    build_sign (self, plot->x, y, -1);
  if (later)
    build_sign (self, plot->x + plot->width, y, 1);
}
