/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the row objects, of which there are as many as are looked at, and the selection. Must not sort
 * or search. */

#include "plot-table-model.h"

#define ROWS_AT_ONCE 4
/* A list sets up about so many rows, whatever their number. */
#define ROWS_OF_LIST 240

struct _PlotTableRow
{
  GObject parent_instance;

  PlotTableModel *model; /* NULL when that is gone; no reference */
  guint position;
};

G_DEFINE_FINAL_TYPE (PlotTableRow, plot_table_row, G_TYPE_OBJECT)

struct _PlotTableModel
{
  GObject parent_instance;

  PlotTableRows *rows;
  guint32 *shown;
  guint n_shown;
  guint n_told;        /* of them the list knows of */
  GtkBitset *selected; /* rows, not positions */
  GHashTable *objects; /* position -> PlotTableRow that somebody holds; no reference */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlotTableModel, plot_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static void
plot_table_row_finalize (GObject *object)
{
  PlotTableRow *self = PLOT_TABLE_ROW (object);

  if (self->model != NULL)
    g_hash_table_remove (self->model->objects, GUINT_TO_POINTER (self->position));
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

static gpointer
get_item (GListModel *model, guint position)
{
  PlotTableModel *self = PLOT_TABLE_MODEL (model);
  PlotTableRow *row;
  gpointer key;

  if (position >= self->n_told)
    return NULL;
  key = GUINT_TO_POINTER (position);
  row = g_hash_table_lookup (self->objects, key);
  if (row != NULL)
    return g_object_ref (row);
  row = g_object_new (PLOT_TYPE_TABLE_ROW, NULL);
  row->model = self;
  row->position = position;
  g_hash_table_insert (self->objects, key, row);
  return row;
}

static GType
get_item_type (GListModel *model)
{
  return PLOT_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return PLOT_TABLE_MODEL (model)->n_told;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = get_item;
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
}

/* Rows are told and not there while others are sorted. */
static guint
n_valid (PlotTableModel *self)
{
  return MIN (self->n_told, self->n_shown);
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  PlotTableModel *self = PLOT_TABLE_MODEL (model);

  return position < n_valid (self) && gtk_bitset_contains (self->selected, self->shown[position]);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  PlotTableModel *self = PLOT_TABLE_MODEL (model);
  GtkBitset *found = gtk_bitset_new_empty ();

  if (!gtk_bitset_is_empty (self->selected))
    for (guint i = position; i < n_valid (self) && i - position < n; i++)
      if (is_selected (model, i))
        gtk_bitset_add (found, i);
  return found;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  PlotTableModel *self = PLOT_TABLE_MODEL (model);
  guint first = G_MAXUINT, last = 0, position;
  GtkBitsetIter iter;

  for (gboolean there = gtk_bitset_iter_init_first (&iter, mask, &position);
       there && position < n_valid (self); there = gtk_bitset_iter_next (&iter, &position))
    {
      gboolean wanted = gtk_bitset_contains (selected, position);
      gboolean changed = wanted ? gtk_bitset_add (self->selected, self->shown[position])
                                : gtk_bitset_remove (self->selected, self->shown[position]);

      if (!changed)
        continue;
      first = MIN (first, position);
      last = position;
    }
  if (first <= last)
    gtk_selection_model_selection_changed (model, first, last - first + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
forget_objects (PlotTableModel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    ((PlotTableRow *) row)->model = NULL;
  g_hash_table_remove_all (self->objects);
}

static void
plot_table_model_finalize (GObject *object)
{
  PlotTableModel *self = PLOT_TABLE_MODEL (object);

  forget_objects (self);
  g_hash_table_unref (self->objects);
  gtk_bitset_unref (self->selected);
  g_free (self->shown);
  g_clear_pointer (&self->rows, plot_table_rows_unref);
  G_OBJECT_CLASS (plot_table_model_parent_class)->finalize (object);
}

static void
plot_table_model_class_init (PlotTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plot_table_model_finalize;
}

static void
plot_table_model_init (PlotTableModel *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->objects = g_hash_table_new (NULL, NULL);
}

/* NULL of a row that went. */
static const PlotMarkRef *
find_mark (PlotTableRow *self)
{
  if (self->model == NULL || self->position >= self->model->n_shown)
    return NULL;
  return &self->model->rows->marks[self->model->shown[self->position]];
}

char *
plot_table_row_text (PlotTableRow *self, PlotColumn column)
{
  const PlotMarkRef *mark = find_mark (self);

  return mark != NULL ? plot_cell_text (self->model->rows->figure, *mark, column) : g_strdup ("");
}

guint64
plot_table_row_key (PlotTableRow *self)
{
  const PlotMarkRef *mark = find_mark (self);

  return mark != NULL ? plot_figure_mark (self->model->rows->figure, mark->series, mark->index)->key
                      : 0;
}

PlotTableModel *
plot_table_model_new (void)
{
  return g_object_new (PLOT_TYPE_TABLE_MODEL, NULL);
}

static void
tell (PlotTableModel *self, guint n)
{
  guint before = self->n_told;

  self->n_told = n;
  if (n > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
  else if (n < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n, before - n, 0);
}

void
plot_table_model_set_shown (PlotTableModel *self, guint32 *shown, guint n)
{
  guint32 *before = self->shown;

  self->shown = shown;
  self->n_shown = n;
  tell (self, MIN (n, MAX (self->n_told, n <= ROWS_OF_LIST ? ROWS_AT_ONCE : 0)));
  g_free (before);
  if (self->n_told > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->n_told);
}

guint
plot_table_model_n_shown (PlotTableModel *self)
{
  return self->n_shown;
}

gboolean
plot_table_model_tell_more (PlotTableModel *self)
{
  guint n = self->n_told < ROWS_OF_LIST ? self->n_told + ROWS_AT_ONCE : self->n_shown;

  tell (self, MIN (n, self->n_shown));
  return self->n_told < self->n_shown;
}

void
plot_table_model_set_rows (PlotTableModel *self, PlotTableRows *rows)
{
  if (rows == NULL)
    tell (self, 0);
  g_clear_pointer (&self->shown, g_free);
  self->n_shown = 0;
  gtk_bitset_remove_all (self->selected);
  g_clear_pointer (&self->rows, plot_table_rows_unref);
  self->rows = rows != NULL ? plot_table_rows_ref (rows) : NULL;
}

PlotTableRows *
plot_table_model_get_rows (PlotTableModel *self)
{
  return self->rows;
}

guint
plot_table_model_get_row (PlotTableModel *self, guint position)
{
  return self->shown[position];
}

guint
plot_table_model_find_row (PlotTableModel *self, guint row)
{
  for (guint i = 0; i < self->n_shown; i++)
    if (self->shown[i] == row)
      return i;
  return G_MAXUINT;
}

gboolean
plot_table_model_is_selected (PlotTableModel *self, guint position)
{
  return gtk_bitset_contains (self->selected, self->shown[position]);
}

guint
plot_table_model_n_selected (PlotTableModel *self)
{
  return (guint) gtk_bitset_get_size (self->selected);
}

guint
plot_table_model_n_objects (PlotTableModel *self)
{
  return g_hash_table_size (self->objects);
}
