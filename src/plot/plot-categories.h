/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which categories a chart has room for, and which mark stands where; shared by the kinds whose
 * x is a category. Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_series;
  guint n_all;     /* categories of the figure */
  guint n;         /* categories that are shown */
  guint *shown;    /* their indices, in the figure's order */
  gboolean *focus; /* of all: whether some mark has the focus role */
  int *marks;      /* of all × series: index of the mark, or -1 */
} PlotCategories;

PlotCategories *plot_categories_new (PlotFigure *figure);
void plot_categories_free (PlotCategories *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlotCategories, plot_categories_free)

/* Keeps the first ones up to capacity, and those in focus in any case as far as there is room. */
void plot_categories_limit (PlotCategories *self, guint capacity);
/* "and 12 more places" for what is not shown; NULL when all is. Free with g_free. */
char *plot_categories_more (const PlotCategories *self, PlotFigure *figure);
/* Mark of a series in shown category i, or NULL; *index is its index. */
const PlotMark *plot_categories_mark (const PlotCategories *self, PlotFigure *figure, guint i,
                                      guint series, guint *index);
const char *plot_categories_label (const PlotCategories *self, PlotFigure *figure, guint i);
PlotStyle plot_categories_style (const PlotCategories *self, guint i);

G_END_DECLS
