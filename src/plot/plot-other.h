/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others say in place of a mark's value: another source against the one that was chosen. Charts
 * mark it beside the value; it is no mark of its own, and answers to no pointer. */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

/* key: of the mark, not 0. value: a number, in the figure's unit. */
void plot_figure_add_other (PlotFigure *self, guint64 key, double value);
/* How many there are of the mark, and each. */
guint plot_figure_n_others (const PlotFigure *self, guint64 key);
double plot_figure_other (const PlotFigure *self, guint64 key, guint i);
gboolean plot_figure_has_others (const PlotFigure *self);

G_END_DECLS
