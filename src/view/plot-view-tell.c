/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the chart widget says, to screen readers and in tooltips: the layout's own sentences. */

#include "plot-view-private.h"

/* Tells the screen reader what the chart says, or what the mark says on which the keyboard stands. */
void
_plot_view_update_accessible (PlotView *self)
{
  g_autofree char *description = NULL;
  const char *title = self->figure != NULL ? plot_figure_title (plot_view_get_shown_figure (self))
                                           : NULL;

  if (self->focused >= 0 && plot_view_get_layout (self) != NULL)
    description = plot_layout_describe_mark (self->layout, self->focused);
  else if (self->figure != NULL)
    description = plot_figure_describe (plot_view_get_shown_figure (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

gboolean
_plot_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PlotView *self = PLOT_VIEW (widget);
  g_autofree char *sentence = NULL;
  graphene_rect_t bounds;
  int mark;

  if (plot_view_get_layout (self) == NULL || self->band_from != self->band_to)
    return FALSE;
  mark = keyboard ? self->focused
                  : plot_layout_hit (self->layout, x / self->text_scale, y / self->text_scale);
  if (mark < 0 || mark == self->quiet)
    return FALSE;
  sentence = plot_layout_describe_mark (self->layout, mark);
  plot_view_get_mark_bounds (self, mark, &bounds);
  gtk_tooltip_set_text (tooltip, sentence);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                      (int) bounds.size.width + 1,
                                                      (int) bounds.size.height + 1 });
  return TRUE;
}
