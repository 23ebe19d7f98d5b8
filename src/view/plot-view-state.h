/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person has made of the charts that they look at: the part of time, the selected mark, the
 * series that stands out, titles of their own. Charts that share a state zoom, select and
 * emphasise together. Knows no chart. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PLOT_TYPE_VIEW_STATE (plot_view_state_get_type ())
G_DECLARE_FINAL_TYPE (PlotViewState, plot_view_state, PLOT, VIEW_STATE, GObject)

/* Signal "changed" (void): something of it is another than before. */
PlotViewState *plot_view_state_new (void);

/* Decimal years, from before to; NAN for both shows all there is. */
void plot_view_state_set_range (PlotViewState *self, double from, double to);
/* FALSE, and NAN, where all is shown. */
gboolean plot_view_state_get_range (PlotViewState *self, double *from, double *to);

/* A mark's key, 0 for none. */
void plot_view_state_set_selected_key (PlotViewState *self, guint64 key);
guint64 plot_view_state_get_selected_key (PlotViewState *self);

/* The name of the series that stands out, in every chart that has one of that name; NULL for none. */
void plot_view_state_set_emphasis (PlotViewState *self, const char *series);
const char *plot_view_state_get_emphasis (PlotViewState *self);

/* title stands in place of the one that says instead_of, and of no other: what a person wrote of one
 * finding is not true of the next. NULL or the same text takes it back. */
void plot_view_state_set_title (PlotViewState *self, const char *title, const char *instead_of);
/* What to write where a figure's title says generated: that, or the person's own. */
const char *plot_view_state_get_title (PlotViewState *self, const char *generated);

G_END_DECLS
