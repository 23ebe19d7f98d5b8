/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns domains, steps and ticks. Must not measure text: how many ticks there is room for is
 * told. */

#include "plot-scale.h"

#include <math.h>
#include <stdlib.h>

/* Room that may be spent on ending at a whole step, as a share of the domain: few and large steps
 * would leave a chart half empty. */
#define WIDEST 0.34

/* An axis may be logarithmic beyond this ratio of its ends, where the lower half of what it shows would
 * have less than this share of it. */
#define DECADES 1000.0
#define CROWDED 0.05

static double
map_linear (const PlotScale *self, double value)
{
  return self->start + (value - self->lo) / (self->hi - self->lo) * (self->end - self->start);
}

static double
unmap_linear (const PlotScale *self, double pixel)
{
  if (self->end == self->start)
    return self->lo;
  return self->lo + (pixel - self->start) / (self->end - self->start) * (self->hi - self->lo);
}

/* Both factors are exact in a double, so one rounding gives the nearest double to the decimal. */
static double
tick_linear (const PlotScale *self, guint i)
{
  double n = (double) (self->first + i) * self->mantissa;

  return self->exponent >= 0 ? n * pow (10, self->exponent) : n / pow (10, -self->exponent);
}

static double
map_band (const PlotScale *self, double value)
{
  return map_linear (self, value + 0.5);
}

static double
unmap_band (const PlotScale *self, double pixel)
{
  return floor (unmap_linear (self, pixel));
}

static double
tick_band (const PlotScale *self, guint i)
{
  return i;
}

double
plot_scale_tick_begin (const PlotScale *self, guint i)
{
  return (double) ((self->first + i) * self->mantissa) / 12;
}

static double
tick_period (const PlotScale *self, guint i)
{
  return plot_scale_tick_begin (self, i) + (self->mantissa >= 12 ? 0.5 : 0.5 / 12);
}

static double
map_log (const PlotScale *self, double value)
{
  return self->start
         + log (value / self->lo) / log (self->hi / self->lo) * (self->end - self->start);
}

static double
unmap_log (const PlotScale *self, double pixel)
{
  if (self->end == self->start)
    return self->lo;
  return self->lo * pow (self->hi / self->lo, (pixel - self->start) / (self->end - self->start));
}

static double
tick_log (const PlotScale *self, guint i)
{
  double exponent = (double) (self->first + i) * self->mantissa;

  return exponent >= 0 ? pow (10, exponent) : 1 / pow (10, -exponent);
}

static const PlotScaleClass linear_class = { "linear", map_linear, unmap_linear, tick_linear };
static const PlotScaleClass log_class = { "log", map_log, unmap_log, tick_log };
static const PlotScaleClass band_class = { "band", map_band, unmap_band, tick_band };
static const PlotScaleClass period_class = { "period", map_linear, unmap_linear, tick_period };

static double
step_of (const PlotScale *self)
{
  return self->mantissa * pow (10, self->exponent);
}

/* The count of ticks inside the domain, with a hair of tolerance for what division loses. */
static void
count_ticks (PlotScale *self)
{
  double step = step_of (self);
  double first = ceil (self->lo / step - 1e-9);
  double last = floor (self->hi / step + 1e-9);

  self->first = (gint64) first;
  self->n_ticks = last >= first ? (guint) MIN (last - first + 1, G_MAXINT) : 0;
}

static void
choose_step (PlotScale *self, guint max_ticks, int finest)
{
  static const int mantissas[] = { 1, 2, 5 };
  double span = self->hi - self->lo;
  int exponent = MAX ((int) floor (log10 (span / max_ticks)) - 1, finest);

  for (;; exponent++)
    for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
      {
        self->mantissa = mantissas[i];
        self->exponent = exponent;
        count_ticks (self);
        if (self->n_ticks <= max_ticks)
          return;
      }
}

void
plot_scale_init_linear (PlotScale *self, double lo, double hi, double start, double end,
                        guint max_ticks, int finest, gboolean nice)
{
  double grain = MAX (fabs (lo), fabs (hi)) * 1e-9;

  *self = (PlotScale){ .klass = &linear_class, .lo = lo, .hi = hi, .start = start, .end = end };
  if (hi - lo <= grain)
    {
      double half = lo == 0 ? 0.5 : fabs (lo) * 0.1;

      self->lo = lo - half;
      self->hi = hi + half;
    }
  choose_step (self, MAX (max_ticks, 2), finest);
  if (nice)
    {
      double step = step_of (self), span = self->hi - self->lo;
      double below = floor (self->lo / step + 1e-9) * step;
      double above = ceil (self->hi / step - 1e-9) * step;

      if (self->lo - below <= WIDEST * span)
        self->lo = below;
      if (above - self->hi <= WIDEST * span)
        self->hi = above;
    }
  count_ticks (self);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

gboolean
plot_scale_wants_log (double *values, guint n)
{
  double lo, eighth, median, hi, even, bent;

  if (n < 2)
    return FALSE;
  qsort (values, n, sizeof (double), compare_cb);
  lo = values[0];
  eighth = values[n / 8];
  median = values[n / 2];
  hi = values[n - 1];
  if (lo <= 0 || hi / lo <= DECADES)
    return FALSE;
  even = (median - eighth) / (hi - lo);
  bent = log (median / eighth) / log (hi / lo);
  return even < CROWDED && bent >= 2 * even;
}

/* The nearest of 1, 2 and 5 times a power of ten that is not inside. */
static double
widen_log (double value, gboolean up)
{
  static const double mantissas[] = { 1, 2, 5, 10 };
  double power = pow (10, floor (log10 (value))), best = power * (up ? 10 : 1);

  for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
    {
      double other = mantissas[up ? G_N_ELEMENTS (mantissas) - 1 - i : i] * power;

      if (up ? other >= value : other <= value)
        best = other;
    }
  return best;
}

void
plot_scale_init_log (PlotScale *self, double lo, double hi, double start, double end,
                     guint max_ticks)
{
  *self = (PlotScale){ .klass = &log_class,
                       .lo = widen_log (lo, FALSE),
                       .hi = widen_log (hi, TRUE),
                       .start = start,
                       .end = end };
  for (self->mantissa = 1;; self->mantissa++)
    {
      double first = ceil (log10 (self->lo) / self->mantissa - 1e-9);
      double last = floor (log10 (self->hi) / self->mantissa + 1e-9);

      self->first = (gint64) first;
      self->n_ticks = last >= first ? (guint) (last - first + 1) : 0;
      if (self->n_ticks <= MAX (max_ticks, 2))
        return;
    }
}

void
plot_scale_init_band (PlotScale *self, guint n, double start, double end)
{
  *self = (PlotScale){
    .klass = &band_class, .lo = 0, .hi = MAX (n, 1), .start = start, .end = end, .n_ticks = n
  };
}

void
plot_scale_init_period (PlotScale *self, double lo, double hi, double start, double end,
                        guint max_ticks, gboolean months)
{
  static const int steps[] = {
    1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 120000
  };

  *self = (PlotScale){ .klass = &period_class, .lo = lo, .hi = hi, .start = start, .end = end };
  if (hi <= lo)
    {
      self->lo = lo - 0.75;
      self->hi = lo + 0.75;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double half = steps[i] >= 12 ? 0.5 : 0.5 / 12;
      double step = steps[i] / 12.0;
      double first = ceil ((self->lo - half) / step - 1e-9);
      double last = floor ((self->hi - half) / step + 1e-9);

      if (steps[i] < 12 && !months)
        continue;
      self->mantissa = steps[i];
      self->first = (gint64) first;
      self->n_ticks = last >= first ? (guint) MIN (last - first + 1, 100000) : 0;
      if (self->n_ticks <= MAX (max_ticks, 1))
        break;
    }
}

double
plot_scale_map (const PlotScale *self, double value)
{
  return self->klass->map (self, value);
}

double
plot_scale_unmap (const PlotScale *self, double pixel)
{
  return self->klass->unmap (self, pixel);
}

double
plot_scale_tick (const PlotScale *self, guint i)
{
  return self->klass->tick (self, i);
}

double
plot_scale_band_width (const PlotScale *self)
{
  return fabs (self->end - self->start) / self->hi;
}

guint
plot_scale_decimals (const PlotScale *self)
{
  return self->exponent < 0 ? (guint) -self->exponent : 0;
}

guint
plot_scale_tick_decimals (const PlotScale *self, guint i)
{
  gint64 exponent = (self->first + i) * self->mantissa;

  if (self->klass != &log_class)
    return plot_scale_decimals (self);
  return exponent < 0 ? (guint) MIN (-exponent, 9) : 0;
}

void
plot_scale_tick_period (const PlotScale *self, guint i, int *year, int *month)
{
  gint64 months = (self->first + i) * self->mantissa;

  *year = (int) (months / 12);
  *month = self->mantissa < 12 ? (int) (months % 12) + 1 : 0;
}
