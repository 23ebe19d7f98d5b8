/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns grid lines, tick labels and the reference line. Must not choose domains: scales come
 * made. */

#include <math.h>

#include "plot-kind.h"
#include "plot-marks.h"
#include "plot-number.h"
#include "plot-other.h"
#include "plot-window.h"

/* The values at which a line enters and leaves what is shown. */
static void
extend_to_edges (PlotBuilder *self, guint series, gboolean *any, double *lo, double *hi)
{
  for (int at_end = 0; at_end <= 1; at_end++)
    {
      double x, value;

      if (!plot_window_edge (self->figure, series, at_end, &x, &value))
        continue;
      *any = TRUE;
      *lo = MIN (*lo, value);
      *hi = MAX (*hi, value);
    }
}

/* Without a walk: they were counted while they were added. */
static gboolean
extend_to_all (const PlotMarks *marks, double *lo, double *hi)
{
  const PlotTally *tally = &marks->tally;

  if (tally->n_values == 0)
    return FALSE;
  *lo = MIN (*lo, tally->least_value);
  *hi = MAX (*hi, tally->greatest_value);
  return TRUE;
}

/* What others say of the marks that are shown. */
static void
extend_to_others (PlotBuilder *self, guint series, guint first, guint end, double *lo, double *hi)
{
  for (guint i = first; i < end; i++)
    {
      guint64 key = plot_figure_mark (self->figure, series, i)->key;

      for (guint k = 0; k < plot_figure_n_others (self->figure, key); k++)
        {
          double value = plot_figure_other (self->figure, key, k);

          *lo = MIN (*lo, value);
          *hi = MAX (*hi, value);
        }
    }
}

gboolean
plot_axis_extent (PlotBuilder *self, double *lo, double *hi)
{
  double reference = plot_figure_reference (self->figure);
  gboolean any = FALSE;

  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      const PlotMarks *marks = plot_figure_marks (self->figure, s);
      guint first, end;

      plot_window_marks (self->figure, s, &first, &end);
      if (end - first == marks->n)
        any |= extend_to_all (marks, lo, hi);
      else
        for (guint i = first; i < end; i++)
          {
            const PlotMark *mark = plot_marks_at (marks, i);

            if (!plot_mark_has_value (mark))
              continue;
            any = TRUE;
            *lo = MIN (*lo, mark->value);
            *hi = MAX (*hi, mark->value);
          }
      extend_to_edges (self, s, &any, lo, hi);
      if (plot_kind_class (plot_figure_kind (self->figure))->others
          && plot_figure_has_others (self->figure))
        extend_to_others (self, s, first, end, lo, hi);
    }
  if (any && !isnan (reference))
    {
      *lo = MIN (*lo, reference);
      *hi = MAX (*hi, reference);
    }
  return any;
}

void
plot_axis_extent_period (PlotBuilder *self, double *lo, double *hi, guint *most)
{
  double from, to;

  *lo = INFINITY;
  *hi = -INFINITY;
  *most = 0;
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      guint first, end;

      plot_window_marks (self->figure, s, &first, &end);
      *most = MAX (*most, end - first);
      if (plot_figure_n_marks (self->figure, s) == 0)
        continue;
      *lo = MIN (*lo, plot_figure_marks (self->figure, s)->tally.first_x);
      *hi = MAX (*hi, plot_figure_marks (self->figure, s)->tally.last_x);
    }
  if (plot_window_of (self->figure, &from, &to))
    {
      *lo = from;
      *hi = to;
    }
}

void
plot_axis_init_open_extent (PlotBuilder *self, PlotScale *scale, const PlotRect *plot, double lo,
                            double hi)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_TICK);

  if (lo > hi)
    {
      lo = 0;
      hi = 1;
    }
  if (lo > 0 && (lo <= 0.5 * hi || lo == hi))
    lo = 0;
  if (hi < 0 && (hi >= 0.5 * lo || lo == hi))
    hi = 0;
  plot_scale_init_linear (scale, lo, hi, plot->y + plot->height, plot->y,
                          (guint) CLAMP (plot->height / (line * 2.6), 2, 8),
                          -(int) plot_figure_decimals (self->figure), TRUE);
}

void
plot_axis_init_open (PlotBuilder *self, PlotScale *scale, const PlotRect *plot)
{
  double lo, hi;

  plot_axis_extent (self, &lo, &hi);
  plot_axis_init_open_extent (self, scale, plot, lo, hi);
}

void
plot_axis_init_period (PlotBuilder *self, PlotScale *scale, const PlotRect *plot)
{
  g_auto (PlotLabel) widest = plot_builder_measure (self, PLOT_STYLE_TICK, "12/2000", 0, 1);
  double lo, hi, pad, width, from, to;
  gboolean months;
  guint most;

  plot_axis_extent_period (self, &lo, &hi, &most);
  months = hi - lo < 1.2 && most > 2 && hi > lo;
  width = (months ? 1.2 : 0.85) * widest.width;
  /* The lines end where their names begin. */
  pad = plot_window_of (self->figure, &from, &to) ? 0
        : hi > lo                                 ? MIN ((hi - lo) * 0.04, 0.5)
                                                  : 0.75;
  plot_scale_init_period (scale, lo - pad, hi > lo ? hi : hi + pad, plot->x, plot->x + plot->width,
                          (guint) MAX (plot->width / width, 1), months);
}

/* The label of a tick; in full where a short one would read the same as its neighbour's. */
static char *
tick_text (PlotBuilder *self, const PlotScale *scale, guint i)
{
  guint decimals = plot_scale_tick_decimals (scale, i),
        other = i > 0 ? i - 1 : MIN (1, scale->n_ticks - 1);
  double value = plot_scale_tick (scale, i);
  char *text = plot_figure_format_tick (self->figure, value, decimals);
  g_autofree char *beside = plot_figure_format_tick (self->figure, plot_scale_tick (scale, other),
                                                     plot_scale_tick_decimals (scale, other));

  if (other == i || !g_str_equal (text, beside))
    return text;
  g_free (text);
  return plot_number_format (value, decimals, PLOT_NUMBER_KEEP_ZEROS, self->language);
}

double
plot_axis_value_labels_width (PlotBuilder *self, const PlotScale *scale)
{
  double widest = 0;

  for (guint i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *text = tick_text (self, scale, i);
      g_auto (PlotLabel) label = plot_builder_measure (self, PLOT_STYLE_TICK, text, 0, 1);

      widest = MAX (widest, label.width);
    }
  return widest;
}

void
plot_axis_build_grid (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot)
{
  for (guint i = 0; i < scale->n_ticks; i++)
    {
      double value = plot_scale_tick (scale, i);
      double y = round (plot_scale_map (scale, value)) + 0.5;

      plot_builder_stroke (self, plot->x, y, plot->x + plot->width, y, 1,
                           value == 0 ? PLOT_INK_AXIS : PLOT_INK_GRID,
                           value == 0 ? PLOT_STROKE_AXIS : PLOT_STROKE_GRID);
    }
}

void
plot_axis_build_value (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot)
{
  double gap = 0.5 * self->em;

  plot_axis_build_grid (self, scale, plot);
  for (guint i = 0; i < scale->n_ticks; i++)
    {
      double y = round (plot_scale_map (scale, plot_scale_tick (scale, i))) + 0.5;
      g_autofree char *text = tick_text (self, scale, i);
      g_auto (PlotLabel) label = plot_builder_measure (self, PLOT_STYLE_TICK, text, 0, 1);
      PlotRect box = { plot->x - gap - label.width, y - label.height / 2, label.width,
                       label.height };

      if (plot_builder_is_free (self, &box))
        plot_builder_put (self, &label, PLOT_INK_MUTED, box.x, box.y);
    }
}

static char *
period_text (PlotBuilder *self, const PlotScale *scale, guint i)
{
  int year, month;

  plot_scale_tick_period (scale, i, &year, &month);
  return month > 0 ? g_strdup_printf ("%d/%d", month, year) : g_strdup_printf ("%d", year);
}

/* A short stroke where each year begins: what is dated to the end of a year stands on it. */
static void
build_period_strokes (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot)
{
  double bottom = round (plot->y + plot->height) + 0.5;

  plot_builder_stroke (self, plot->x, bottom, plot->x + plot->width, bottom, 1, PLOT_INK_AXIS,
                       PLOT_STROKE_AXIS);
  if (scale->mantissa > 12)
    return;
  for (guint i = 0; i <= scale->n_ticks; i++)
    {
      double x = round (plot_scale_map (scale, plot_scale_tick_begin (scale, i))) + 0.5;

      if (x >= plot->x && x <= plot->x + plot->width)
        plot_builder_stroke (self, x, bottom, x, bottom + 0.3 * self->em, 1, PLOT_INK_AXIS,
                             PLOT_STROKE_AXIS);
    }
}

static void
put_period_label (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot, guint i,
                  double at, double apart)
{
  g_autofree char *text = period_text (self, scale, i);
  g_auto (PlotLabel) label = plot_builder_measure (self, PLOT_STYLE_TICK, text, 0, 1);
  double x = plot_scale_map (scale, at) - label.width / 2;
  double right = self->layout->width - 1;
  PlotRect box = { CLAMP (x, 0, right - label.width), plot->y + plot->height + 0.4 * self->em,
                   label.width, label.height };
  PlotRect around = { box.x - apart, box.y, box.width + 2 * apart, box.height };

  if (plot_builder_is_free (self, &around))
    plot_builder_put (self, &label, PLOT_INK_MUTED, box.x, box.y);
}

/* A year's label stands at its middle. Of the first and the last year the marks may not reach that
 * far (nine months, a date in June): there it stands below the outermost mark, after the others
 * have their place and well apart from them. */
void
plot_axis_build_period (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot)
{
  PlotScale wider = *scale;
  double half = scale->mantissa >= 12 ? 0.5 : 0.5 / 12;
  double lo, hi;
  guint most;

  plot_axis_extent_period (self, &lo, &hi, &most);
  wider.first--;
  wider.n_ticks += 2;
  build_period_strokes (self, scale, plot);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < wider.n_ticks; i++)
      {
        double middle = plot_scale_tick (&wider, i);
        double at = CLAMP (middle, lo, hi);

        if (fabs (at - middle) < half && (at != middle) == (pass == 1))
          put_period_label (self, &wider, plot, i, at, pass * self->em);
      }
}

static void
build_reference_label (PlotBuilder *self, const PlotRect *plot, double at, gboolean vertical)
{
  const char *text = plot_figure_reference_label (self->figure);
  g_auto (PlotLabel)
      label = plot_builder_measure (self, PLOT_STYLE_KEY, text, plot->width * 0.6, 1);
  double gap = 0.25 * self->em;
  double left = plot->x + gap, right = plot->x + plot->width - gap - label.width;
  double above = at - gap * 0.4 - label.height, below = at + gap * 0.4;
  double top = plot->y - label.height;
  double middle = (left + right) / 2;
  const PlotPoint across[] = { { left, above },  { right, above },  { left, below },
                               { right, below }, { middle, above }, { middle, below } };
  const PlotPoint beside[] = { { at - label.width / 2, top },
                               { right, top },
                               { at + gap, top },
                               { at - gap - label.width, top } };
  const PlotPoint *tries = vertical ? beside : across;
  guint n = vertical ? G_N_ELEMENTS (beside) : G_N_ELEMENTS (across);

  /* Where nothing is below it, or else on lines and marks, from which its rim sets it off. */
  for (guint i = 0; i < 2 * n; i++)
    {
      const PlotPoint *p = &tries[i % n];
      PlotRect box = { p->x, p->y, label.width, label.height };

      if ((i >= n || plot_builder_is_clear (self, &box))
          && plot_builder_put_if_free (self, &label, PLOT_INK_AXIS, p->x, p->y))
        return;
    }
}

void
plot_axis_build_reference (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot,
                           gboolean vertical)
{
  double value = plot_figure_reference (self->figure);
  double at;

  if (isnan (value))
    return;
  at = round (plot_scale_map (scale, value)) + 0.5;
  if (vertical)
    plot_builder_stroke (self, at, plot->y, at, plot->y + plot->height, 1.25, PLOT_INK_AXIS,
                         PLOT_STROKE_REFERENCE);
  else
    plot_builder_stroke (self, plot->x, at, plot->x + plot->width, at, 1.25, PLOT_INK_AXIS,
                         PLOT_STROKE_REFERENCE);
  build_reference_label (self, plot, at, vertical);
}

double
plot_axis_breaks_height (PlotBuilder *self)
{
  return plot_figure_n_breaks (self->figure) > 0 ? plot_builder_line_height (self, PLOT_STYLE_KEY)
                                                 : 0;
}

/* Two short strokes across the foot of the plot: the sign of an axis that does not go on. */
static void
build_break_sign (PlotBuilder *self, double x, double y)
{
  double r = 0.3 * self->em;

  for (int i = -1; i <= 1; i += 2)
    {
      double middle = x + i * 0.17 * self->em;

      plot_builder_stroke (self, middle - 0.4 * r, y + r, middle + 0.4 * r, y - r, 1.5,
                           PLOT_INK_TEXT, PLOT_STROKE_AXIS);
    }
}

void
plot_axis_build_break (PlotBuilder *self, double x, const char *text, const PlotRect *plot)
{
  g_auto (PlotLabel) label = PLOT_LABEL_NONE;

  x = round (x) + 0.5;
  if (x <= plot->x || x >= plot->x + plot->width)
    return;
  plot_builder_stroke (self, x, plot->y, x, plot->y + plot->height, 1, PLOT_INK_AXIS,
                       PLOT_STROKE_REFERENCE);
  build_break_sign (self, x, round (plot->y + plot->height) + 0.5);
  label = plot_builder_measure (self, PLOT_STYLE_KEY, text, plot->width * 0.7, 1);
  plot_builder_put_if_free (
      self, &label, PLOT_INK_AXIS,
      CLAMP (x - label.width / 2, plot->x, MAX (plot->x + plot->width - label.width, plot->x)),
      plot->y - label.height);
}

void
plot_axis_build_breaks (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot,
                        gboolean labels)
{
  for (guint i = 0; i < plot_figure_n_breaks (self->figure); i++)
    {
      double value;
      const char *text = plot_figure_break (self->figure, i, &value);

      plot_axis_build_break (self, plot_scale_map (scale, value), labels ? text : NULL, plot);
    }
}
