/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns where classes of values begin and end. Measures and draws nothing. */

#include "plot-classes.h"

#include <math.h>

#define MOST_EQUAL 7
#define MOST_NATURAL 5
/* On each side of a centre, and where all lies on one side of it. */
#define MOST_BOTH 3
#define MOST_ONE 4
/* A class that holds more than this share of all values tells them badly apart. */
#define FULLEST 0.55
/* More values than this are sampled before the search for gaps, whose time grows with the square. */
#define MOST_SEARCHED 300

static const int mantissas[] = { 1, 2, 5 };

/* Both factors are exact in a double, so one rounding gives the nearest double to the decimal. */
static double
decimal (double index, int mantissa, int exponent)
{
  double n = index * mantissa;

  return exponent >= 0 ? n * pow (10, exponent) : n / pow (10, -exponent);
}

double
plot_round_between (double lo, double hi)
{
  int exponent = (int) floor (log10 (MAX (MAX (fabs (lo), fabs (hi)), 1e-300))) + 1;

  for (int e = exponent; e >= exponent - 16; e--)
    for (int m = G_N_ELEMENTS (mantissas) - 1; m >= 0; m--)
      {
        double index = floor (lo / decimal (1, mantissas[m], e)) + 1;
        double found = decimal (index, mantissas[m], e);

        if (found > lo && found <= hi)
          return found;
      }
  return hi;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
set_decimals (PlotClasses *self, guint most)
{
  guint first = self->round_ends ? 0 : 1, end = self->n + (self->round_ends ? 1 : 0);

  for (self->decimals = 0; self->decimals < most; self->decimals++)
    {
      gboolean whole = TRUE;

      for (guint i = first; i < end; i++)
        {
          double scaled = self->limits[i] * pow (10, self->decimals);

          whole &= fabs (scaled - round (scaled)) < 1e-6 * MAX (1, fabs (scaled) * 1e-6);
        }
      if (whole)
        return;
    }
}

/* The least step that needs no more than MOST_EQUAL classes. */
static void
init_equal (PlotClasses *self, double lo, double hi, int finest)
{
  int exponent = MAX ((int) floor (log10 ((hi - lo) / MOST_EQUAL)), finest);

  for (;; exponent++)
    for (guint m = 0; m < G_N_ELEMENTS (mantissas); m++)
      {
        double step = decimal (1, mantissas[m], exponent);
        double first = floor (lo / step + 1e-9), last = ceil (hi / step - 1e-9);

        if (last - first > MOST_EQUAL)
          continue;
        self->n = (guint) MAX (last - first, 1);
        self->round_ends = TRUE;
        for (guint i = 0; i <= self->n; i++)
          self->limits[i] = decimal (first + i, mantissas[m], exponent);
        return;
      }
}

/* Whether few classes are empty and none holds most. */
static gboolean
tells_apart (const PlotClasses *self, const double *values, guint n, guint n_different)
{
  guint counts[PLOT_MAX_CLASSES] = { 0 }, used = 0;

  for (guint i = 0; i < n; i++)
    counts[plot_classes_find (self, values[i])]++;
  for (guint i = 0; i < self->n; i++)
    {
      used += counts[i] > 0;
      if (n_different > 2 && counts[i] > FULLEST * n)
        return FALSE;
    }
  return used >= MIN (MIN (4, self->n), n_different);
}

static double
bend (double value, double lo, double unit, gboolean decades)
{
  if (!decades)
    return value;
  return lo > 0 ? log (value) : log1p (value / unit);
}

/* Where each of k groups of neighbours begins, so that the squares of distances from the groups'
 * means add up to the least. */
static void
find_groups (const double *values, guint n, guint k, guint *begins)
{
  g_autofree double *best = g_new (double, (gsize) (k + 1) * (n + 1));
  g_autofree guint *from = g_new0 (guint, (gsize) (k + 1) * (n + 1));

  for (guint j = 0; j <= k; j++)
    for (guint end = 0; end <= n; end++)
      {
        double mean = 0, squares = 0;
        guint count = 0;

        best[j * (n + 1) + end] = j == 0 && end == 0 ? 0 : INFINITY;
        for (guint start = end; j > 0 && start-- > 0;)
          {
            double off = values[start] - mean, sum;

            mean += off / ++count;
            squares += off * (values[start] - mean);
            sum = best[(j - 1) * (n + 1) + start] + squares;
            if (sum < best[j * (n + 1) + end])
              {
                best[j * (n + 1) + end] = sum;
                from[j * (n + 1) + end] = start;
              }
          }
      }
  for (guint j = k, end = n; j > 0; j--)
    begins[j - 1] = end = from[j * (n + 1) + end];
}

static void
init_natural (PlotClasses *self, const double *different, guint n)
{
  guint stride = (n + MOST_SEARCHED - 1) / MOST_SEARCHED, m = (n + stride - 1) / stride;
  g_autofree double *bent = g_new (double, m);
  guint begins[MOST_NATURAL];
  double lo = different[0], hi = different[n - 1], unit = lo > 0 ? lo : n > 1 ? different[1] : 1;
  gboolean decades = lo >= 0 && hi / unit >= 100;

  self->n = MIN (MOST_NATURAL, m);
  self->round_ends = FALSE;
  for (guint i = 0; i < m; i++)
    bent[i] = bend (different[i * stride], lo, unit, decades);
  find_groups (bent, m, self->n, begins);
  self->limits[0] = lo;
  self->limits[self->n] = hi;
  for (guint i = 1; i < self->n; i++)
    {
      guint first = begins[i] * stride, end = i + 1 < self->n ? begins[i + 1] * stride : n;
      guint below = (first - begins[i - 1] * stride) / 4, above = (end - first) / 4;

      self->limits[i] = plot_round_between (different[first - 1 - below],
                                            different[first + MIN (above, end - first - 1)]);
    }
}

static double
nearest_round (double wish, int finest)
{
  double best = decimal (1, 1, finest);

  for (int e = finest; e < finest + 30; e++)
    for (guint m = 0; m < G_N_ELEMENTS (mantissas); m++)
      {
        double step = decimal (1, mantissas[m], e);

        if (fabs (log (step / wish)) < fabs (log (best / wish)))
          best = step;
      }
  return best;
}

/* Equal steps both ways; the outermost classes are open, so that a single great value does not make
 * all others look alike. */
static void
init_diverging (PlotClasses *self, const double *values, guint n, double centre, int finest)
{
  g_autofree double *off = g_new (double, n);
  guint n_off = 0;
  double lo = values[0], hi = values[n - 1], step;
  guint most = lo < centre && hi > centre ? MOST_BOTH : MOST_ONE, n_above;

  /* What did not change is neither of those that rose nor of those that fell. */
  for (guint i = 0; i < n; i++)
    {
      self->n_centre |= values[i] == centre;
      if (values[i] != centre)
        off[n_off++] = fabs (values[i] - centre);
    }
  qsort (off, n_off, sizeof (double), compare_cb);
  step = nearest_round (n_off > 0 ? off[(guint) (0.8 * (n_off - 1))] / (most - 0.5) : 1, finest);
  self->n_below = lo < centre ? (guint) CLAMP (ceil ((centre - lo) / step - 1e-9), 1, most) : 0;
  n_above = hi > centre ? (guint) CLAMP (ceil ((hi - centre) / step - 1e-9), 1, most) : 0;
  self->n = self->n_below + self->n_centre + n_above;
  self->diverging = TRUE;
  for (guint i = 0; i <= self->n; i++)
    self->limits[i] = centre
                      + ((double) i - self->n_below - (i > self->n_below ? self->n_centre : 0))
                            * step;
  self->limits[0] = MIN (lo, centre);
  self->limits[self->n] = MAX (hi, centre);
  self->round_ends = FALSE;
}

void
plot_classes_init (PlotClasses *self, double *values, guint n, double centre, guint finest)
{
  g_autofree double *different = g_new (double, MAX (n, 1));
  guint n_different = 0;

  *self = (PlotClasses){ 0 };
  if (n == 0)
    return;
  qsort (values, n, sizeof (double), compare_cb);
  for (guint i = 0; i < n; i++)
    if (i == 0 || values[i] != values[i - 1])
      different[n_different++] = values[i];
  if (!isnan (centre))
    init_diverging (self, values, n, centre, -(int) finest);
  else if (n_different == 1)
    {
      self->n = 1;
      self->limits[0] = self->limits[1] = values[0];
      self->round_ends = TRUE;
    }
  else
    {
      init_equal (self, values[0], values[n - 1], -(int) finest);
      if (!tells_apart (self, values, n, n_different))
        init_natural (self, different, n_different);
    }
  set_decimals (self, MIN (finest + 2, 9));
}

guint
plot_classes_find (const PlotClasses *self, double value)
{
  guint i = 0;

  if (self->n_centre > 0 && value == self->limits[self->n_below])
    return self->n_below;
  while (i + 1 < self->n && value >= self->limits[i + 1])
    i++;
  return i;
}

PlotInk
plot_classes_ink (const PlotClasses *self, guint i)
{
  const guint middle = PLOT_N_STEPS / 2;
  guint first_above = self->n_below + self->n_centre;
  guint most = MAX (self->n_below, self->n - first_above);

  if (!self->diverging)
    return PLOT_INK_SEQUENCE
           + (self->n > 1 ? (guint) lround ((double) i * (PLOT_N_STEPS - 1) / (self->n - 1))
                          : middle);
  if (i < self->n_below)
    return PLOT_INK_DIVERGENCE + middle
           - (guint) lround ((double) middle * (self->n_below - i) / most);
  if (i < first_above)
    return PLOT_INK_DIVERGENCE + middle;
  return PLOT_INK_DIVERGENCE + middle
         + (guint) lround ((double) middle * (i - first_above + 1) / most);
}
