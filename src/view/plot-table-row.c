/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what a row says. Must not know widgets. */

#include "plot-table-row.h"

#include <math.h>
#include <string.h>

#include "plot/plot-kind.h"
#include "plot/plot-window.h"

struct _PlotTableRow
{
  GObject parent_instance;

  char *texts[PLOT_N_COLUMNS];
  const PlotMark *mark; /* of figure */
  PlotFigure *figure;
};

G_DEFINE_FINAL_TYPE (PlotTableRow, plot_table_row, G_TYPE_OBJECT)

static void
plot_table_row_finalize (GObject *object)
{
  PlotTableRow *self = PLOT_TABLE_ROW (object);

  for (guint i = 0; i < PLOT_N_COLUMNS; i++)
    g_free (self->texts[i]);
  plot_figure_unref (self->figure);
  G_OBJECT_CLASS (plot_table_row_parent_class)->finalize (object);
}

static void
plot_table_row_class_init (PlotTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plot_table_row_finalize;
}

static void
plot_table_row_init (PlotTableRow *self)
{
}

static const char *
category_of (PlotFigure *figure, const PlotMark *mark)
{
  double category = round (mark->x);

  if (!plot_kind_class (plot_figure_kind (figure))->categories || category < 0
      || category >= plot_figure_n_categories (figure))
    return "";
  return plot_figure_category (figure, (guint) category);
}

static const char *
unless_said (const char *text, const char *one, const char *other)
{
  if (text == NULL || strstr (one, text) != NULL || strstr (other, text) != NULL)
    return "";
  return text;
}

static PlotTableRow *
create_row (PlotFigure *figure, guint series, guint index)
{
  PlotTableRow *self = g_object_new (PLOT_TYPE_TABLE_ROW, NULL);
  const PlotMark *mark = plot_figure_mark (figure, series, index);
  const char *category = category_of (figure, mark);
  const char *name = plot_figure_n_series (figure) > 1 ? plot_figure_series_name (figure, series)
                                                       : "";

  self->figure = plot_figure_ref (figure);
  self->mark = mark;
  self->texts[PLOT_COLUMN_SERIES] = g_strdup (name);
  self->texts[PLOT_COLUMN_CATEGORY] = g_strdup (unless_said (category, name, ""));
  self->texts[PLOT_COLUMN_PLACE] = g_strdup (unless_said (mark->place, name, category));
  self->texts[PLOT_COLUMN_PERIOD] = g_strdup (unless_said (mark->period, name, category));
  self->texts[PLOT_COLUMN_VALUE] = plot_figure_describe_value (figure, mark);
  self->texts[PLOT_COLUMN_NOTE] = plot_figure_describe_origin (figure, mark);
  return self;
}

GPtrArray *
plot_table_rows (PlotFigure *figure)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    {
      guint first, end;

      plot_window_marks (figure, s, &first, &end);
      for (guint i = first; i < end; i++)
        g_ptr_array_add (rows, create_row (figure, s, i));
    }
  return rows;
}

const char *
plot_table_row_text (PlotTableRow *self, PlotColumn column)
{
  return self->texts[column];
}

guint64
plot_table_row_key (PlotTableRow *self)
{
  return self->mark->key;
}

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return (a > b) - (a < b);
}

int
plot_table_row_compare (const PlotTableRow *a, const PlotTableRow *b, PlotColumn column)
{
  if (column == PLOT_COLUMN_VALUE)
    return compare_numbers (a->mark->value, b->mark->value);
  if (column == PLOT_COLUMN_PERIOD && !plot_kind_class (plot_figure_kind (a->figure))->categories)
    return compare_numbers (a->mark->x, b->mark->x);
  return g_utf8_collate (a->texts[column], b->texts[column]);
}
