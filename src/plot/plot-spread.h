/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves labels on one line apart until none overlaps, as little as possible. Internal to
 * libplot. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double want; /* where its middle would best be */
  double size;
  double middle; /* where it comes to lie */
} PlotSpread;

/* items sorted by want; their sizes together must not exceed hi - lo. Afterwards they lie in order
 * within lo-hi without overlap, with the least sum of squared shifts (pooling of adjacent
 * violators: Barlow et al., Statistical Inference under Order Restrictions, 1972). */
void plot_spread (PlotSpread *items, guint n, double lo, double hi);

G_END_DECLS
