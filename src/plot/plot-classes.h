/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of values: a few ranges with round limits, each with an ink. Internal to libplot. */

#pragma once

#include "plot-theme.h"

G_BEGIN_DECLS

#define PLOT_MAX_CLASSES 8

typedef struct
{
  guint n; /* 0 where there is no value */
  /* Class i holds what is at least limits[i] and below limits[i + 1]; the last one its end too. */
  double limits[PLOT_MAX_CLASSES + 1];
  gboolean round_ends; /* the first and last limit are round as well, else they are the extremes */
  gboolean diverging;  /* n_below classes lie below a centre that is a limit */
  guint n_below;
  guint n_centre; /* 1 where values lie at the centre: they have class n_below to themselves */
  guint decimals; /* that write the round limits in full */
} PlotClasses;

/* Equal steps where they tell the values apart; else limits in the widest gaps (natural breaks:
 * Fisher, On Grouping for Maximum Homogeneity, 1958; over logarithms where values span decades),
 * each shifted by at most a quarter of its neighbours to where it is roundest. centre: NAN, or the value from which classes go both
 * ways. finest: decimals that values are shown with. values are finite and get sorted. */
void plot_classes_init (PlotClasses *self, double *values, guint n, double centre, guint finest);
guint plot_classes_find (const PlotClasses *self, double value);
PlotInk plot_classes_ink (const PlotClasses *self, guint i);
/* The roundest number above lo and not above hi: a multiple of 1, 2 or 5 times a power of ten. */
double plot_round_between (double lo, double hi);

G_END_DECLS
