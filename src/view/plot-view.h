/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on the screen: a thin widget that keeps one layout for its size and theme, draws it, and
 * asks it what is where. */

#pragma once

#include <gtk/gtk.h>

#include "plot/plot-layout.h"

G_BEGIN_DECLS

#define PLOT_TYPE_VIEW (plot_view_get_type ())
G_DECLARE_FINAL_TYPE (PlotView, plot_view, PLOT, VIEW, GtkWidget)

/* Properties: "figure" (PlotFigure boxed), "selected-key" (uint64, 0 none), "dark" (boolean), "high-contrast" (boolean).
 * Signal "mark-activated" (guint64 key): click, Enter or Space on a mark. Moving by keyboard changes only the
 * focused mark, and is spoken through the accessible description. */
GtkWidget *plot_view_new (void);
void plot_view_set_figure (PlotView *self, PlotFigure *figure);
PlotFigure *plot_view_get_figure (PlotView *self);
void plot_view_set_selected_key (PlotView *self, guint64 key);
guint64 plot_view_get_selected_key (PlotView *self);
void plot_view_set_dark (PlotView *self, gboolean dark);

G_END_DECLS
