/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a figure's marks into a GtkColumnView, and has its rows sorted and searched, the many of them
 * on another thread. Writes no sentence itself: cells are what the figure and its descriptions say. */

#include "plot-table-private.h"

/* Up to so many rows are sorted and searched at once; more would be felt. */
#define FEW_ROWS 2000

enum
{
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlotTable, plot_table, GTK_TYPE_WIDGET)

static void update_order (PlotTable *self);

static PlotTableRows *
get_rows (PlotTable *self)
{
  return plot_table_model_get_rows (self->model);
}

GtkWidget *
_plot_table_find_list (PlotTable *self)
{
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (list != NULL && !GTK_IS_LIST_VIEW (list))
    list = gtk_widget_get_next_sibling (list);
  return list;
}

static gboolean
has_focus_in_rows (PlotTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list = _plot_table_find_list (self);

  return focus != NULL && list != NULL && (focus == list || gtk_widget_is_ancestor (focus, list));
}

/* Selects the row that waits for that, if it is shown. */
static void
select_wanted (PlotTable *self)
{
  PlotTableRows *rows = get_rows (self);

  for (guint i = 0; self->key != 0 && rows != NULL && i < rows->n; i++)
    if (plot_figure_mark (rows->figure, rows->marks[i].series, rows->marks[i].index)->key
        == self->key)
      {
        guint position = plot_table_model_find_row (self->model, i);

        if (position == G_MAXUINT)
          continue;
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
        plot_table_scroll_to (self, position);
        break;
      }
  self->key = 0;
}

static gboolean
tell_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlotTable *self = PLOT_TABLE (widget);

  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  /* The headings alone fill the first. */
  if (self->first_frame == 0)
    self->first_frame = frame;
  if (frame <= self->first_frame + 1 || plot_table_model_tell_more (self->model))
    return G_SOURCE_CONTINUE;
  self->first_frame = 0;
  self->telling = 0;
  if (self->wanted != G_MAXUINT)
    plot_table_scroll_to (self, self->wanted);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* To a list that has few rows, a few with each frame. */
static void
tell_rows (PlotTable *self)
{
  GListModel *list = G_LIST_MODEL (self->model);

  if (self->telling == 0 && g_list_model_get_n_items (list) < plot_table_n_rows (self))
    self->telling = gtk_widget_add_tick_callback (GTK_WIDGET (self), tell_more_cb, NULL, NULL);
}

static void
show_columns (PlotTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  if (!self->fresh)
    return;
  self->fresh = FALSE;
  /* A column that goes tells nothing of what the person wants. */
  g_signal_handlers_block_by_func (sorter, update_order, self);
  plot_table_columns_set_rows (self->columns, get_rows (self));
  g_signal_handlers_unblock_by_func (sorter, update_order, self);
}

static void
show_order (PlotTable *self, PlotTableOrder *order)
{
  gboolean focused = self->focused || has_focus_in_rows (self);

  self->focused = FALSE;
  g_free (self->all);
  self->all = g_steal_pointer (&order->all);
  show_columns (self);
  plot_table_model_set_shown (self->model, g_steal_pointer (&order->shown), order->n_shown);
  plot_table_columns_refresh (self->columns);
  plot_table_scroll_to (self, 0);
  select_wanted (self);
  tell_rows (self);
  /* The row that had the keyboard may have gone. */
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, plot_table_order_run (data, cancellable));
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlotTable *self = PLOT_TABLE (source);
  PlotTableOrder *order = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_object (&self->working);
  if (self->model == NULL)
    return;
  if (self->waiting)
    update_order (self);
  else if (done && order->rows == get_rows (self))
    show_order (self, order);
}

static void
free_order (gpointer order)
{
  plot_table_order_free (order);
}

/* Only one is worked out at a time, since they share what rows are searched by. */
static void
update_order (PlotTable *self)
{
  PlotTableRows *rows = get_rows (self);
  g_autoptr (PlotTableOrder) order = NULL;

  self->waiting = self->working != NULL;
  if (self->waiting)
    g_cancellable_cancel (self->working);
  if (self->waiting || rows == NULL)
    return;
  order = plot_table_order_new (rows, self->all);
  order->search = g_strdup (self->search);
  order->column = plot_table_columns_get_sorted (self->columns, &order->reversed);
  if (rows->n <= FEW_ROWS)
    {
      plot_table_order_run (order, NULL);
      show_order (self, order);
    }
  else
    {
      g_autoptr (GTask) task = NULL;

      self->working = g_cancellable_new ();
      task = g_task_new (self, self->working, worked_cb, NULL);
      g_task_set_check_cancellable (task, FALSE);
      g_task_set_task_data (task, g_steal_pointer (&order), free_order);
      g_task_run_in_thread (task, work_cb);
    }
}

static void
activate_cb (PlotTable *self, guint position)
{
  g_autoptr (PlotTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  guint64 key = row != NULL ? plot_table_row_key (row) : 0;

  if (key != 0)
    g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, key);
}

static void
selection_changed_cb (PlotTable *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
plot_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLOT_TABLE (widget)->view));
}

/* The list would take Tab for its next row, and hold the keyboard for a hundred thousand of them. */
static gboolean
plot_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean leaves = (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
                    && has_focus_in_rows (PLOT_TABLE (widget));

  return !leaves && GTK_WIDGET_CLASS (plot_table_parent_class)->focus (widget, direction);
}

static void
plot_table_dispose (GObject *object)
{
  PlotTable *self = PLOT_TABLE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  self->waiting = FALSE;
  g_clear_pointer (&self->figure, plot_figure_unref);
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->columns, plot_table_columns_free);
  g_clear_object (&self->model);
  g_clear_pointer (&self->all, g_free);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (plot_table_parent_class)->dispose (object);
}

static void
plot_table_class_init (PlotTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plot_table_dispose;
  widget_class->grab_focus = plot_table_grab_focus;
  widget_class->focus = plot_table_focus;
  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", PLOT_TYPE_TABLE,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PLOT_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plottable");
}

static char *
fold_case (const char *text)
{
  return g_utf8_casefold (text, -1);
}

static void
plot_table_init (PlotTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->fold = fold_case;
  self->wanted = G_MAXUINT;
  self->model = plot_table_model_new ();
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->model))));
  self->columns = plot_table_columns_new (self->view);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed",
                            G_CALLBACK (update_order), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

GtkWidget *
plot_table_new (void)
{
  return g_object_new (PLOT_TYPE_TABLE, NULL);
}

void
plot_table_set_fold (PlotTable *self, char *(*fold) (const char *text))
{
  g_return_if_fail (PLOT_IS_TABLE (self));
  g_return_if_fail (fold != NULL && self->figure == NULL);

  self->fold = fold;
}

void
plot_table_set_figure (PlotTable *self, PlotFigure *figure)
{
  g_autoptr (PlotTableRows) rows = NULL;
  const char *title;

  g_return_if_fail (PLOT_IS_TABLE (self));

  if (self->figure == figure)
    return;
  g_clear_pointer (&self->figure, plot_figure_unref);
  g_clear_pointer (&self->all, g_free);
  if (figure == NULL)
    {
      plot_table_model_set_rows (self->model, NULL);
      self->wanted = G_MAXUINT;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }
  self->figure = plot_figure_ref (figure);
  title = plot_figure_title (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  rows = plot_table_rows_new (figure, self->fold);
  self->focused = self->focused || has_focus_in_rows (self);
  plot_table_model_set_rows (self->model, rows);
  self->fresh = TRUE;
  update_order (self);
}

PlotFigure *
plot_table_get_figure (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), NULL);
  return self->figure;
}

void
plot_table_set_search (PlotTable *self, const char *text)
{
  g_return_if_fail (PLOT_IS_TABLE (self));

  if (g_strcmp0 (self->search, text) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  update_order (self);
}

guint
plot_table_n_all_rows (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), 0);
  return get_rows (self) != NULL ? get_rows (self)->n : 0;
}

gboolean
plot_table_is_settled (PlotTable *self)
{
  g_return_val_if_fail (PLOT_IS_TABLE (self), TRUE);
  return self->working == NULL && self->telling == 0;
}

void
plot_table_select_key (PlotTable *self, guint64 key)
{
  g_return_if_fail (PLOT_IS_TABLE (self));

  self->key = key;
  if (self->working == NULL)
    select_wanted (self);
}
