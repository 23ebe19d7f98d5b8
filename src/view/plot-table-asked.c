/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table answers of the rows, columns and selection that it shows, and what it is told to do with
 * them. Must not sort or search. */

#include "plot-table-private.h"

guint
plot_table_n_selected (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), 0);
  return plot_table_model_n_selected (self->model);
}

PlotMarkRef *
plot_table_get_marks (PlotTable *self, guint *n)
{
  guint n_rows = plot_table_n_rows (self);
  PlotMarkRef *marks = g_new (PlotMarkRef, n_rows + 1);
  guint n_selected = 0;

  for (guint i = 0; i < n_rows; i++)
    if (plot_table_model_is_selected (self->model, i))
      marks[n_selected++] =
          plot_table_model_get_rows (self->model)->marks[plot_table_model_get_row (self->model, i)];
  for (guint i = 0; n_selected == 0 && i < n_rows; i++)
    marks[i] =
        plot_table_model_get_rows (self->model)->marks[plot_table_model_get_row (self->model, i)];
  *n = n_selected > 0 ? n_selected : n_rows;
  return marks;
}

guint
plot_table_n_rows (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), 0);
  return plot_table_model_n_shown (self->model);
}

guint
plot_table_n_columns (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), 0);
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

static GtkColumnViewColumn *
get_column (PlotTable *self, guint column)
{
  return g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
}

char *
plot_table_heading (PlotTable *self, guint column)
{
  g_autoptr (GtkColumnViewColumn) shown = get_column (self, column);

  return g_strdup (gtk_column_view_column_get_title (shown));
}

char *
plot_table_cell (PlotTable *self, guint row, guint column)
{
  g_autoptr (GtkColumnViewColumn) shown = get_column (self, column);
  PlotTableRows *rows = plot_table_model_get_rows (self->model);

  return plot_cell_text (rows->figure, rows->marks[plot_table_model_get_row (self->model, row)],
                         plot_table_columns_which (shown));
}

guint
plot_table_get_sorted (PlotTable *self, GtkSortType *order)
{
  gboolean reversed;
  PlotColumn sorted;

  g_return_val_if_fail (PLOT_IS_TABLE (self), G_MAXUINT);

  sorted = plot_table_columns_get_sorted (self->columns, &reversed);
  *order = reversed ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
  for (guint i = 0; i < plot_table_n_columns (self); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = get_column (self, i);

      if (plot_table_columns_which (column) == sorted)
        return i;
    }
  return G_MAXUINT;
}

void
plot_table_sort (PlotTable *self, guint column, GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) by = get_column (self, column);

  gtk_column_view_sort_by_column (self->view, by, order);
}

void
plot_table_activate_row (PlotTable *self, guint row)
{
  g_return_if_fail (PLOT_IS_TABLE (self));
  g_signal_emit_by_name (self->view, "activate", row);
}

void
plot_table_select_row (PlotTable *self, guint row)
{
  g_return_if_fail (PLOT_IS_TABLE (self));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), row, FALSE);
}

void
plot_table_select_all (PlotTable *self)
{
  g_return_if_fail (PLOT_IS_TABLE (self));
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->model));
}

void
plot_table_scroll_to (PlotTable *self, guint row)
{
  GtkWidget *list = _plot_table_find_list (self);

  self->wanted = row < g_list_model_get_n_items (G_LIST_MODEL (self->model)) ? G_MAXUINT : row;
  if (list != NULL && self->wanted == G_MAXUINT)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", row);
}

guint
plot_table_n_objects (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), 0);
  return plot_table_model_n_objects (self->model);
}
