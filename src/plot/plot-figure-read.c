/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what can be asked of a figure. Changes nothing. */

#include "plot-figure-private.h"
#include "plot-kind.h"
#include "plot-words.h"

#include <math.h>

PlotKind
plot_figure_kind (const PlotFigure *self)
{
  return self->kind;
}

const char *
plot_figure_language (const PlotFigure *self)
{
  return self->language;
}

const char *
plot_figure_title (const PlotFigure *self)
{
  return self->title;
}

const char *
plot_figure_subtitle (const PlotFigure *self)
{
  return self->subtitle;
}

const char *
plot_figure_source (const PlotFigure *self)
{
  return self->source;
}

const char *
plot_figure_note (const PlotFigure *self)
{
  return self->note;
}

const char *
plot_figure_computed (const PlotFigure *self)
{
  return self->computed != NULL ? self->computed
                                : plot_word (PLOT_WORD_KEY_COMPUTED, self->language);
}

const char *
plot_figure_empty (const PlotFigure *self)
{
  return self->empty;
}

const char *
plot_figure_unit (const PlotFigure *self)
{
  return self->unit != NULL ? self->unit : "";
}

guint
plot_figure_decimals (const PlotFigure *self)
{
  return self->decimals;
}

gboolean
plot_figure_signed (const PlotFigure *self)
{
  return self->signed_values;
}

gboolean
plot_figure_range (const PlotFigure *self, double *from, double *to)
{
  *from = self->from;
  *to = self->to;
  return !isnan (self->from);
}

guint
plot_figure_x_decimals (const PlotFigure *self)
{
  return self->x_decimals;
}

double
plot_figure_reference (const PlotFigure *self)
{
  return self->reference;
}

const char *
plot_figure_reference_label (const PlotFigure *self)
{
  return self->reference_label;
}

guint
plot_figure_n_breaks (const PlotFigure *self)
{
  return self->breaks->len;
}

const char *
plot_figure_break (const PlotFigure *self, guint i, double *x)
{
  g_return_val_if_fail (i < self->breaks->len, NULL);

  *x = g_array_index (self->breaks, PlotBreak, i).x;
  return g_array_index (self->breaks, PlotBreak, i).label;
}

PlotKind
plot_figure_panel_kind (const PlotFigure *self)
{
  return self->panel_kind;
}

gboolean
plot_figure_own_axes (const PlotFigure *self)
{
  return self->own_axes;
}

guint
plot_figure_n_categories (const PlotFigure *self)
{
  return self->categories->len;
}

const char *
plot_figure_category (const PlotFigure *self, guint i)
{
  g_return_val_if_fail (i < self->categories->len, NULL);

  return g_array_index (self->categories, PlotCategory, i).label;
}

gboolean
plot_figure_tile (const PlotFigure *self, guint category, guint *row, guint *column)
{
  const PlotCategory *tile;

  g_return_val_if_fail (category < self->categories->len, FALSE);

  tile = &g_array_index (self->categories, PlotCategory, category);
  if (!tile->has_tile)
    return FALSE;
  *row = tile->row;
  *column = tile->column;
  return TRUE;
}

const char *
plot_figure_category_brief (const PlotFigure *self, guint i)
{
  const PlotCategory *category;

  g_return_val_if_fail (i < self->categories->len, NULL);

  category = &g_array_index (self->categories, PlotCategory, i);
  return category->brief != NULL && *category->brief != '\0' ? category->brief : category->label;
}

const char *
plot_figure_x_title (const PlotFigure *self)
{
  return self->x_title;
}

const char *
plot_figure_x_unit (const PlotFigure *self)
{
  return self->x_unit != NULL ? self->x_unit : "";
}

const char *
plot_figure_y_title (const PlotFigure *self)
{
  return self->y_title;
}

guint
plot_figure_n_series (const PlotFigure *self)
{
  return self->series->len;
}

static const PlotSeries *
get_series (const PlotFigure *self, guint series)
{
  return &g_array_index (self->series, PlotSeries, series);
}

const char *
plot_figure_series_name (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, NULL);

  return get_series (self, series)->name;
}

PlotRole
plot_figure_series_role (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, PLOT_ROLE_NORMAL);

  return get_series (self, series)->role;
}

guint
plot_figure_series_colour (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, 0);

  return get_series (self, series)->colour;
}

guint
plot_figure_n_marks (const PlotFigure *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, 0);

  return get_series (self, series)->marks.n;
}

guint
plot_figure_count_marks (const PlotFigure *self)
{
  guint n = 0;

  for (guint s = 0; s < plot_figure_n_series (self); s++)
    n += plot_figure_n_marks (self, s);
  return n;
}

const char *
plot_figure_mark_category (const PlotFigure *self, const PlotMark *mark)
{
  double category = round (mark->x);

  if (!plot_kind_class (self->kind)->categories || category < 0
      || category >= plot_figure_n_categories (self))
    return NULL;
  return plot_figure_category (self, (guint) category);
}

const PlotMark *
plot_figure_mark (const PlotFigure *self, guint series, guint mark)
{
  g_return_val_if_fail (series < self->series->len, NULL);
  g_return_val_if_fail (mark < get_series (self, series)->marks.n, NULL);

  return plot_marks_at (&get_series (self, series)->marks, mark);
}

const PlotMarks *
plot_figure_marks (const PlotFigure *self, guint series)
{
  return &get_series (self, series)->marks;
}

const PlotMark *
plot_figure_find_key (const PlotFigure *self, guint64 key)
{
  for (guint s = 0; key != 0 && s < self->series->len; s++)
    for (guint i = 0;
         plot_figure_marks (self, s)->samples == NULL && i < plot_figure_n_marks (self, s); i++)
      if (plot_figure_mark (self, s, i)->key == key)
        return plot_figure_mark (self, s, i);
  return NULL;
}

gboolean
plot_mark_has_value (const PlotMark *mark)
{
  return mark->state <= PLOT_STATE_AT_MOST;
}

gboolean
plot_mark_has_x (const PlotMark *mark)
{
  return mark->x_state <= PLOT_STATE_AT_MOST;
}
