/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the chart widget share; nobody else includes this. */

#pragma once

#include "plot-view.h"

G_BEGIN_DECLS

struct _PlotView
{
  GtkWidget parent_instance;

  PlotFigure *figure;
  PlotFigure *shown; /* figure with the state's title and range; NULL when out of date */
  PlotViewState *state;
  PangoContext *text; /* the context that export measures with, so that both break lines alike */
  gboolean dark;
  gboolean high_contrast;
  guint64 selected_key; /* the state's, as last told to others */
  double text_scale; /* of the desktop: the chart is laid out so much smaller, and drawn larger */

  PlotLayout *layout;  /* NULL when out of date */
  GskRenderNode *node; /* picture of layout, without hover and selection */
  int drawn_emphasis;  /* series that stands out in node, or -1 */
  int drawn_scale;     /* pixels of the screen a pixel of node */
  int pointed_series;  /* whose name is pointed at, or -1 */
  int hovered;         /* marks of layout, or -1 */
  int focused;
  guint focused_series, focused_index; /* of the figure, to find it again */
  double band_from, band_to;           /* x of the layout that a drag has marked; equal: none */
  int quiet; /* what it opened stands beside it: no tooltip until another mark is hovered */
};

/* plot-view.c: marks of the current layout, or -1 for none. */
void _plot_view_set_focused_mark (PlotView *self, int mark);
void _plot_view_set_hovered_mark (PlotView *self, int mark);
/* Emits "mark-activated"; FALSE when the mark opens nothing. */
gboolean _plot_view_activate_mark (PlotView *self, int mark);

/* Of the names in the layout, -1 for none. */
void _plot_view_set_pointed_series (PlotView *self, int series);
void _plot_view_set_band (PlotView *self, double from, double to);

/* plot-view-draw.c */
void _plot_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* plot-view-caption.c */
/* Where a caption of that size goes beside a mark: above it, or below where there is no room, and inside
 * of the widget's room. */
void _plot_view_place_caption (const graphene_rect_t *mark, const graphene_size_t *room,
                               const graphene_size_t *size, graphene_point_t *at);
/* Of the focused mark, which there must be. */
void _plot_view_append_caption (PlotView *self, GtkSnapshot *snapshot);

/* plot-view-tell.c */
/* What the chart says, or the mark on which the keyboard stands. */
void _plot_view_update_accessible (PlotView *self);
gboolean _plot_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                   GtkTooltip *tooltip);

/* plot-view-zoom.c */
void _plot_view_class_zoom_init (GtkWidgetClass *widget_class);
void _plot_view_zoom_init (PlotView *self);
/* Where the next mark of the row lies beyond the shown part of time: moves there; FALSE else. */
gboolean _plot_view_follow (PlotView *self, int direction);

/* plot-view-input.c */
void _plot_view_class_input_init (GtkWidgetClass *widget_class);
void _plot_view_input_init (PlotView *self);

G_END_DECLS
