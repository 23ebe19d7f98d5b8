/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the choice of categories. Must not drop the focus, and must say how much it drops. */

#include "plot-categories.h"

#include <math.h>

#include "plot-words.h"

PlotCategories *
plot_categories_new (PlotFigure *figure)
{
  PlotCategories *self = g_new0 (PlotCategories, 1);
  gsize cells;

  self->n_series = plot_figure_n_series (figure);
  self->n_all = self->n = plot_figure_n_categories (figure);
  self->shown = g_new (guint, MAX (self->n, 1));
  self->focus = g_new0 (gboolean, MAX (self->n, 1));
  cells = (gsize) self->n_all * self->n_series;
  self->marks = g_new (int, MAX (cells, 1));
  for (guint i = 0; i < self->n; i++)
    self->shown[i] = i;
  for (gsize i = 0; i < cells; i++)
    self->marks[i] = -1;
  for (guint s = 0; s < self->n_series; s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (figure, s, i);
        double category = round (mark->x);

        if (category < 0 || category >= self->n_all)
          continue;
        self->marks[(guint) category * self->n_series + s] = (int) i;
        self->focus[(guint) category] |= mark->role == PLOT_ROLE_FOCUS;
      }
  return self;
}

void
plot_categories_free (PlotCategories *self)
{
  g_free (self->shown);
  g_free (self->focus);
  g_free (self->marks);
  g_free (self);
}

void
plot_categories_limit (PlotCategories *self, guint capacity)
{
  guint focused = 0, others, n = 0;

  if (capacity >= self->n_all)
    return;
  for (guint i = 0; i < self->n_all; i++)
    focused += self->focus[i] ? 1 : 0;
  focused = MIN (focused, capacity);
  others = capacity - focused;
  for (guint i = 0; i < self->n_all; i++)
    {
      guint *room = self->focus[i] ? &focused : &others;

      if (*room == 0)
        continue;
      (*room)--;
      self->shown[n++] = i;
    }
  self->n = n;
}

char *
plot_categories_more (const PlotCategories *self, PlotFigure *figure)
{
  gboolean places = FALSE;

  if (self->n == self->n_all)
    return NULL;
  for (guint s = 0; s < self->n_series && !places; s++)
    places = plot_figure_n_marks (figure, s) > 0 && plot_figure_mark (figure, s, 0)->place != NULL;
  return plot_word_count (places ? PLOT_WORD_MORE_PLACES : PLOT_WORD_MORE_ITEMS,
                          plot_figure_language (figure), self->n_all - self->n);
}

const PlotMark *
plot_categories_mark (const PlotCategories *self, PlotFigure *figure, guint i, guint series,
                      guint *index)
{
  int mark = self->marks[self->shown[i] * self->n_series + series];

  if (mark < 0)
    return NULL;
  *index = (guint) mark;
  return plot_figure_mark (figure, series, *index);
}

const char *
plot_categories_label (const PlotCategories *self, PlotFigure *figure, guint i)
{
  return plot_figure_category (figure, self->shown[i]);
}

PlotStyle
plot_categories_style (const PlotCategories *self, guint i)
{
  return self->focus[self->shown[i]] ? PLOT_STYLE_CATEGORY_FOCUS : PLOT_STYLE_CATEGORY;
}
