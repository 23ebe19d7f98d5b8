/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page hands out for pictures, tables and sheets. Makes nothing of its own. */

#include "chiso-compare-page-private.h"

GPtrArray *
chiso_compare_page_list_figures (ChisoComparePage *self)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);

  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), figures);
  if (chiso_chart_get_shown_figure (self->chart) != NULL)
    g_ptr_array_add (figures, plot_figure_ref (chiso_chart_get_shown_figure (self->chart)));
  return figures;
}

PlotFigure *
chiso_compare_page_list_all (ChisoComparePage *self)
{
  PlotFigure *listed;

  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), NULL);

  listed = chiso_chart_get_listed_figure (self->chart);
  return listed != NULL ? plot_figure_ref (listed) : NULL;
}

GPtrArray *
chiso_compare_page_get_records (ChisoComparePage *self)
{
  g_return_val_if_fail (CHISO_IS_COMPARE_PAGE (self), NULL);
  return self->loader != NULL ? chiso_loader_get_records (self->loader) : NULL;
}
