/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a figure's marks into a GtkColumnView. Writes no sentence itself: cells are what the figure and
 * its descriptions say. */

#include "plot-table.h"

#include "plot-table-row.h"
#include "plot/plot-words.h"

struct _PlotTable
{
  GtkWidget parent_instance;

  PlotFigure *figure;
  GtkColumnView *view;
  GListStore *rows;
};

enum
{
  SIGNAL_MARK_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlotTable, plot_table, GTK_TYPE_WIDGET)

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gboolean number = GPOINTER_TO_UINT (data) == PLOT_COLUMN_VALUE;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), !number);
  gtk_label_set_width_chars (GTK_LABEL (label), number ? 8 : 6);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  PlotTableRow *row = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       plot_table_row_text (row, GPOINTER_TO_UINT (data)));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer column)
{
  return plot_table_row_compare (a, b, GPOINTER_TO_UINT (column));
}

static gboolean
tells_something (PlotTable *self, PlotColumn column)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (PlotTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (*plot_table_row_text (row, column) != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_column (PlotTable *self, PlotColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autoptr (GtkSorter)
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (column), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  added = gtk_column_view_column_new (
      plot_word (PLOT_WORD_COLUMN_SERIES + column, plot_figure_language (self->figure)), factory);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_expand (added, column != PLOT_COLUMN_VALUE);
  gtk_column_view_append_column (self->view, added);
}

static void
clear (PlotTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_list_store_remove_all (self->rows);
}

static void
fill (PlotTable *self)
{
  g_autoptr (GPtrArray) rows = plot_table_rows (self->figure);

  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  for (guint column = 0; column < PLOT_N_COLUMNS; column++)
    if (tells_something (self, column))
      add_column (self, column);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      plot_figure_title (self->figure) != NULL ? plot_figure_title (self->figure) : "", -1);
}

static void
activate_cb (PlotTable *self, guint position)
{
  g_autoptr (PlotTableRow)
      row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);
  guint64 key = row != NULL ? plot_table_row_key (row) : 0;

  if (key != 0)
    g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, key);
}

static gboolean
plot_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLOT_TABLE (widget)->view));
}

static void
plot_table_dispose (GObject *object)
{
  PlotTable *self = PLOT_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->figure, plot_figure_unref);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (plot_table_parent_class)->dispose (object);
}

static void
plot_table_class_init (PlotTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plot_table_dispose;
  widget_class->grab_focus = plot_table_grab_focus;
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", PLOT_TYPE_TABLE,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plottable");
}

static void
plot_table_init (PlotTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->rows = g_list_store_new (PLOT_TYPE_TABLE_ROW);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_column_view_set_model (
      self->view, GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted))));
  g_object_unref (gtk_column_view_get_model (self->view));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

GtkWidget *
plot_table_new (void)
{
  return g_object_new (PLOT_TYPE_TABLE, NULL);
}

void
plot_table_set_figure (PlotTable *self, PlotFigure *figure)
{
  g_return_if_fail (PLOT_IS_TABLE (self));

  if (self->figure == figure)
    return;
  clear (self);
  g_clear_pointer (&self->figure, plot_figure_unref);
  if (figure == NULL)
    return;
  self->figure = plot_figure_ref (figure);
  fill (self);
}

PlotFigure *
plot_table_get_figure (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), NULL);
  return self->figure;
}

guint
plot_table_n_rows (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));
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
  g_autofree char *heading = plot_table_heading (self, column);
  g_autoptr (PlotTableRow)
      item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), row);

  for (guint i = 0; i < PLOT_N_COLUMNS; i++)
    if (g_strcmp0 (heading,
                   plot_word (PLOT_WORD_COLUMN_SERIES + i, plot_figure_language (self->figure)))
        == 0)
      return g_strdup (plot_table_row_text (item, i));
  return NULL;
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
