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
 * Signal "mark-activated" (guint64 key): click, Enter or Space on a mark that has a key.
 *
 * CSS: one node of the name plotview.
 *
 * Accessibility: role img. The label is the figure's title; the description is what
 * plot_figure_describe() says, and while a person walks the marks with the keyboard, the sentence of
 * the mark they stand on. Left, Right, Up, Down walk; Home and End go to the first and the last
 * mark of the row; Escape leaves the marks. */
GtkWidget *plot_view_new (void);

/* figure may be NULL: nothing is drawn. A reference is taken. */
void plot_view_set_figure (PlotView *self, PlotFigure *figure);
PlotFigure *plot_view_get_figure (PlotView *self);

/* The mark drawn as selected; a key that no mark has selects none until a figure comes that has it. */
void plot_view_set_selected_key (PlotView *self, guint64 key);
guint64 plot_view_get_selected_key (PlotView *self);

void plot_view_set_dark (PlotView *self, gboolean dark);
gboolean plot_view_get_dark (PlotView *self);
/* Counts while not dark: the high-contrast theme is made for a white page. */
void plot_view_set_high_contrast (PlotView *self, gboolean high_contrast);
gboolean plot_view_get_high_contrast (PlotView *self);

/* The theme that the two make. */
PlotTheme plot_view_get_theme (PlotView *self);
/* The layout that is on the screen, borrowed; NULL before the widget has a size or a figure. */
PlotLayout *plot_view_get_layout (PlotView *self);
/* The mark that the keyboard stands on, or -1. */
int plot_view_get_focused_mark (PlotView *self);

G_END_DECLS
