/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales: from what is measured to pixels. A scale is a struct of functions over two domains, so
 * that a new one is a new row here and nothing else. Ticks are an integer index times a step,
 * never a running sum, so that the tick at zero is zero and the one at 0.3 reads "0.3". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlotScale PlotScale;

typedef struct
{
  const char *name;
  double (*map) (const PlotScale *self, double value);   /* to pixels */
  double (*unmap) (const PlotScale *self, double pixel); /* back */
  double (*tick) (const PlotScale *self, guint i);       /* the value that tick i stands for */
} PlotScaleClass;

struct _PlotScale
{
  const PlotScaleClass *klass;
  double lo, hi;     /* domain */
  double start, end; /* pixels of lo and hi; end may be the smaller one */
  gint64 first;      /* index of the first tick */
  guint n_ticks;
  /* A linear scale's step is mantissa × 10^exponent, a period scale's so many months. */
  int mantissa;
  int exponent;
};

/* Ticks at 1, 2 or 5 × 10^k, at most max_ticks of them (at least 2), k at least finest (so that
 * counts get no ticks between whole numbers). nice: widen the domain to whole steps where that
 * costs little room. An empty domain is widened. */
void plot_scale_init_linear (PlotScale *self, double lo, double hi, double start, double end,
                             guint max_ticks, int finest, gboolean nice);
#define PLOT_SCALE_ANY_STEP (-300)
/* Whether n values are better told apart on a logarithmic axis than on one that is divided evenly: all
 * are positive, the greatest is more than a thousand times the least, and the lower half of them, from
 * its eighth to the median, has less than a twentieth of the even axis and at least twice as much of the
 * other. A single small value says nothing of that half. Letter values: Tukey, Exploratory Data
 * Analysis, 1977; logarithms for resolution where values are skewed towards large ones: Cleveland, The
 * Elements of Graphing Data, 1994. values are sorted. */
gboolean plot_scale_wants_log (double *values, guint n);
/* Powers of ten of a positive domain, at most max_ticks of them; the domain is widened to 1, 2 or 5
 * times a power of ten. */
void plot_scale_init_log (PlotScale *self, double lo, double hi, double start, double end,
                          guint max_ticks);
/* n equal bands; map(i) is the middle of band i. */
void plot_scale_init_band (PlotScale *self, guint n, double start, double end);
/* Decimal years. A tick stands at the middle of its year (or month), since a year is a span and not
 * a moment; at most max_ticks of them. months: steps below a year are allowed. */
void plot_scale_init_period (PlotScale *self, double lo, double hi, double start, double end,
                             guint max_ticks, gboolean months);

double plot_scale_map (const PlotScale *self, double value);
double plot_scale_unmap (const PlotScale *self, double pixel);
double plot_scale_tick (const PlotScale *self, guint i);
/* Pixels of one band. */
double plot_scale_band_width (const PlotScale *self);
/* Decimals that tell the ticks of a linear scale apart. */
guint plot_scale_decimals (const PlotScale *self);
/* Decimals that write tick i: on a logarithmic scale each has its own. */
guint plot_scale_tick_decimals (const PlotScale *self, guint i);
/* Year and month (0: the whole year) that tick i of a period scale stands for. */
void plot_scale_tick_period (const PlotScale *self, guint i, int *year, int *month);
/* Decimal year at which the span of tick i begins. */
double plot_scale_tick_begin (const PlotScale *self, guint i);

G_END_DECLS
