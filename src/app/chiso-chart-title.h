/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person writes their own title of a chart. */

#pragma once

#include <gtk/gtk.h>

#include "plot/plot-figure.h"
#include "view/plot-view-state.h"

G_BEGIN_DECLS

/* Opens an entry over the top of widget, with the title as it is now. Enter sets the state's title in
 * place of the figure's own, an empty one or the button gives the figure's own back. */
GtkPopover *chiso_chart_title_edit (GtkWidget *widget, PlotViewState *state, PlotFigure *figure);

G_END_DECLS
