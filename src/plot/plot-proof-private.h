/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What plot-proof.c, plot-change.c and plot-other.c need of a figure. Internal to libplot. */

#pragma once

#include "plot-figure.h"

G_BEGIN_DECLS

/* A copy of text that lives as long as the figure, made clean as all its texts; NULL stays NULL. */
const char *plot_figure_keep_text (PlotFigure *self, const char *text);
/* The figure's table of proofs, to be set when the first one is added; unreferenced with it. */
GHashTable **plot_figure_proofs (PlotFigure *self);
/* Its table of changes likewise. */
GHashTable **plot_figure_changes (PlotFigure *self);
GHashTable **plot_figure_others (PlotFigure *self);

G_END_DECLS
