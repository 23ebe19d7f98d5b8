/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the view's columns and their cells. Must not sort: a column's sorter only tells that the person
 * chose it. */

#include "plot-table-columns.h"

#include "plot-table-model.h"

/* In pixels. A column is as wide as what its first rows say, up to this. */
#define MOST_WIDTH 260
#define ROWS_TO_MEASURE 64
/* Of a cell, both sides, and of the sign that a heading sorts. */
#define PADDING 18
#define ARROW 18

struct _PlotTableColumns
{
  GtkColumnView *view; /* borrowed */
  GtkColumnViewColumn *columns[PLOT_N_COLUMNS];
  gboolean shown[PLOT_N_COLUMNS];
  GHashTable *cells[PLOT_N_COLUMNS]; /* GtkListItem that shows a row; no reference */
  GObject *probes[2];                /* what sorters are asked about */
  PlotColumn asked;                  /* the first whose sorter was */
};

/* What a column's callbacks are given. */
typedef struct
{
  PlotTableColumns *owner;
  PlotColumn column;
} Which;

/* What is cut is told in full. */
static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (text == NULL || width <= gtk_widget_get_width (cell))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Which *which)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), plot_column_is_number (which->column));
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 1);
  if (plot_column_is_number (which->column))
    gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (item, cell);
}

/* "Nghệ An, 2023, 300 xã, exact": what is spoken of a row. */
static char *
describe_row (PlotTableColumns *self, PlotTableRow *row)
{
  GString *out = g_string_new (NULL);

  for (guint column = 0; column <= PLOT_COLUMN_STATE; column++)
    if (self->shown[column])
      {
        g_autofree char *text = plot_table_row_text (row, column);

        if (*text != '\0')
          g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", text);
      }
  return g_string_free (out, FALSE);
}

/* Cells and rows are the toolkit's own widgets, which have no name by themselves. */
static void
name_parents (const Which *which, GtkWidget *child, PlotTableRow *row, const char *text)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *words = NULL;

  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  /* One column does this for all. */
  if (line == NULL || which->column != PLOT_COLUMN_VALUE)
    return;
  words = describe_row (which->owner, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
fill (GtkListItem *item, const Which *which)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  PlotTableRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = plot_table_row_text (row, which->column);

  gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
  name_parents (which, child, row, text);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Which *which)
{
  fill (item, which);
  g_hash_table_add (which->owner->cells[which->column], item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, Which *which)
{
  g_hash_table_remove (which->owner->cells[which->column], item);
}

/* Called by the view's sorter for the columns that were chosen, the last chosen first. */
static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  Which *which = data;

  if (which->owner->asked == PLOT_N_COLUMNS)
    which->owner->asked = which->column;
  return a == which->owner->probes[0] ? -1 : 1;
}

static Which *
which_new (PlotTableColumns *self, PlotColumn column)
{
  Which *which = g_new (Which, 1);

  *which = (Which){ self, column };
  return which;
}

static void
which_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkColumnViewColumn *
create_column (PlotTableColumns *self, PlotColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *created = gtk_column_view_column_new (NULL, factory);
  g_autoptr (GtkSorter)
      sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, which_new (self, column), g_free));

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), which_new (self, column),
                         which_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), which_new (self, column),
                         which_free, 0);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (unbind_cb), which_new (self, column),
                         which_free, 0);
  g_object_set_data (G_OBJECT (created), "plot-column", GUINT_TO_POINTER (column));
  gtk_column_view_column_set_sorter (created, sorter);
  gtk_column_view_column_set_resizable (created, TRUE);
  gtk_column_view_column_set_expand (created,
                                     column == PLOT_COLUMN_NOTE || column == PLOT_COLUMN_SOURCE);
  return created;
}

PlotTableColumns *
plot_table_columns_new (GtkColumnView *view)
{
  PlotTableColumns *self = g_new0 (PlotTableColumns, 1);

  self->view = view;
  for (guint i = 0; i < G_N_ELEMENTS (self->probes); i++)
    self->probes[i] = g_object_new (G_TYPE_OBJECT, NULL);
  for (guint column = 0; column < PLOT_N_COLUMNS; column++)
    {
      self->cells[column] = g_hash_table_new (NULL, NULL);
      self->columns[column] = create_column (self, column);
    }
  return self;
}

void
plot_table_columns_free (PlotTableColumns *self)
{
  for (guint column = 0; column < PLOT_N_COLUMNS; column++)
    {
      g_object_unref (self->columns[column]);
      g_hash_table_unref (self->cells[column]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->probes); i++)
    g_object_unref (self->probes[i]);
  g_free (self);
}

static int
text_width (PlotTableColumns *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* In pixels: room for the longest text of the first rows, and for the heading with its arrow. Fixed, so
 * that columns stay where they are whatever rows are scrolled or searched to. */
static int
measure (PlotTableColumns *self, PlotTableRows *rows, PlotColumn column, const char *heading)
{
  g_autofree char *longest = g_strdup ("");
  glong most = 0;

  for (guint i = 0; i < MIN (rows->n, ROWS_TO_MEASURE); i++)
    {
      g_autofree char *text = plot_cell_text (rows->figure, rows->marks[i], column);
      glong length = g_utf8_strlen (text, -1);

      if (length <= most)
        continue;
      most = length;
      g_free (longest);
      longest = g_steal_pointer (&text);
    }
  return CLAMP (text_width (self, longest) * 11 / 10, text_width (self, heading) + ARROW,
                MOST_WIDTH)
         + PADDING;
}

void
plot_table_columns_set_rows (PlotTableColumns *self, PlotTableRows *rows)
{
  guint position = 0;

  for (guint column = 0; column < PLOT_N_COLUMNS; column++)
    {
      g_autofree char *heading = plot_column_heading (rows->figure, column);

      if (self->shown[column] && !rows->used[column])
        gtk_column_view_remove_column (self->view, self->columns[column]);
      gtk_column_view_column_set_title (self->columns[column], heading);
      if (rows->used[column] && !self->shown[column])
        gtk_column_view_column_set_fixed_width (self->columns[column],
                                                measure (self, rows, column, heading));
      if (rows->used[column] && !self->shown[column])
        gtk_column_view_insert_column (self->view, position, self->columns[column]);
      self->shown[column] = rows->used[column];
      position += rows->used[column];
    }
}

void
plot_table_columns_refresh (PlotTableColumns *self)
{
  for (guint column = 0; column < PLOT_N_COLUMNS; column++)
    {
      const Which which = { self, column };
      GHashTableIter iter;
      gpointer item;

      g_hash_table_iter_init (&iter, self->cells[column]);
      while (g_hash_table_iter_next (&iter, &item, NULL))
        fill (item, &which);
    }
}

PlotColumn
plot_table_columns_get_sorted (PlotTableColumns *self, gboolean *reversed)
{
  GtkOrdering order;

  self->asked = PLOT_N_COLUMNS;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self->probes[0],
                              self->probes[1]);
  *reversed = order == GTK_ORDERING_LARGER;
  return self->asked;
}

PlotColumn
plot_table_columns_which (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "plot-column"));
}
