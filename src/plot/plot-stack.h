/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a stack: sums, shares and what is known of them; no geometry. Internal to
 * libplot. */

#pragma once

#include "plot-categories.h"

G_BEGIN_DECLS

/* The parts of one category. */
typedef struct
{
  double above, below; /* sums of what is positive and of what is negative */
  guint n_values, n_missing;
  gboolean at_least, at_most, about; /* of the sum, by the states of its parts */
} PlotStack;

void plot_stack_add (PlotStack *self, const PlotMark *mark);
/* i: a shown category. */
PlotStack plot_stack_sum (const PlotCategories *categories, PlotFigure *figure, guint i);
/* Whether shares of the sum can be told: no part is negative, and the sum is not zero. */
gboolean plot_stack_has_shares (const PlotStack *self);
/* "1.234", "≥ 1.234"; NULL where too little is known of the parts. Free with g_free. */
char *plot_stack_text (const PlotStack *self, PlotBuilder *builder);
/* "45 %" for a value of the stack, "≤ 45 %" where a part is not known, "≈ 45 %" where one is not exact.
 * whole: without decimals, as all shares of a chart are written; else small ones have one. Free with
 * g_free. */
char *plot_stack_share_text (const PlotStack *self, PlotFigure *figure, double value,
                             gboolean whole);
/* "50 %": a tick of an axis of shares. Free with g_free. */
char *plot_stack_tick (double share, const char *language);

G_END_DECLS
