/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the chart widget share; nobody else includes this. */

#pragma once

#include "plot-view.h"

G_BEGIN_DECLS

struct _PlotView
{
  GtkWidget parent_instance;

  PlotFigure *figure;
  PangoContext *text; /* the context that export measures with, so that both break lines alike */
  gboolean dark;
  gboolean high_contrast;
  guint64 selected_key;

  PlotLayout *layout;  /* NULL when out of date */
  GskRenderNode *node; /* picture of layout, without hover and selection */
  int hovered;         /* marks of layout, or -1 */
  int focused;
  int quiet; /* what it opened stands beside it: no tooltip until another mark is hovered */
};

/* plot-view.c: marks of the current layout, or -1 for none. */
void _plot_view_set_focused_mark (PlotView *self, int mark);
void _plot_view_set_hovered_mark (PlotView *self, int mark);
/* Emits "mark-activated"; FALSE when the mark opens nothing. */
gboolean _plot_view_activate_mark (PlotView *self, int mark);

/* plot-view-input.c */
void _plot_view_class_input_init (GtkWidgetClass *widget_class);
void _plot_view_input_init (PlotView *self);

G_END_DECLS
