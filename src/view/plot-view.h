/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on the screen: a thin widget that keeps one layout for its size and theme, draws it, and
 * asks it what is where. */

#pragma once

#include <gtk/gtk.h>

#include "plot-view-state.h"
#include "plot/plot-layout.h"

G_BEGIN_DECLS

#define PLOT_TYPE_VIEW (plot_view_get_type ())
G_DECLARE_FINAL_TYPE (PlotView, plot_view, PLOT, VIEW, GtkWidget)

/* Properties: "figure" (PlotFigure boxed), "selected-key" (uint64, 0 none), "dark" (boolean), "high-contrast" (boolean).
 * Signal "mark-activated" (guint64 key): click, Enter or Space on a mark that has a key.
 *
 * CSS: one node of the name plotview.
 *
 * Pointer: hovering a mark shows its sentence, and a crosshair where there is time; a drag across an
 * axis of time zooms to it, a double click shows all again. Hovering the name of a series makes it
 * stand out, a click keeps it so.
 *
 * Accessibility: role img. The label is the title that is shown; the description is what
 * plot_figure_describe() says, and while a person walks the marks with the keyboard, the sentence of
 * the mark they stand on. Left, Right, Up, Down walk, Page Up and Page Down ten marks at once; Home and
 * End go to the first and the last mark of the row, with Control of the chart; plus and minus zoom
 * around the mark, 0 shows all, e makes its series stand out; Escape takes back one after another:
 * the mark, what stands out, the zoom. */
GtkWidget *plot_view_new (void);

/* figure may be NULL: nothing is drawn. A reference is taken. */
void plot_view_set_figure (PlotView *self, PlotFigure *figure);
PlotFigure *plot_view_get_figure (PlotView *self);

/* What is on the screen: the figure with the person's title and the part of time they look at. NULL
 * where there is no figure; borrowed. */
PlotFigure *plot_view_get_shown_figure (PlotView *self);

/* Each view starts with a state of its own; views given the same one zoom, select and emphasise
 * together. */
void plot_view_set_state (PlotView *self, PlotViewState *state);
PlotViewState *plot_view_get_state (PlotView *self);

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
/* The layout that is on the screen, borrowed; NULL before the widget has a size or a figure. Its
 * pixels are the widget's divided by the text scale. */
PlotLayout *plot_view_get_layout (PlotView *self);
/* The desktop's factor for text, by which the whole chart grows. */
double plot_view_get_text_scale (PlotView *self);
/* A mark's place in the widget. */
void plot_view_get_mark_bounds (PlotView *self, guint mark, graphene_rect_t *bounds);
/* The series that stands out now, or -1. */
int plot_view_get_emphasis (PlotView *self);
/* The mark that the keyboard stands on, or -1. */
int plot_view_get_focused_mark (PlotView *self);

G_END_DECLS
