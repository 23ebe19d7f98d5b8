/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the search, the count and what can be done with rows above a table. Sorts and writes nothing
 * itself. */

#include "chiso-table-pane.h"

#include "chiso-export-job.h"
#include "chiso-save-file.h"
#include "chiso-table-text.h"
#include "core/chiso-fold.h"
#include "plot/plot-number.h"

#include <glib/gi18n.h>

struct _ChisoTablePane
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkLabel *count;
  GtkMenuButton *sort;
  GtkLabel *nothing;
  PlotTable *table;
};

enum
{
  SIGNAL_MARK_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoTablePane, chiso_table_pane, ADW_TYPE_BIN)

static void
mark_activated_cb (ChisoTablePane *self, guint64 key)
{
  g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, key);
}

static char *
number (ChisoTablePane *self, guint n)
{
  return plot_number_format (n, 0, PLOT_NUMBER_DEFAULT,
                             plot_figure_language (plot_table_get_figure (self->table)));
}

static void
changed_cb (ChisoTablePane *self)
{
  guint n_all = plot_table_n_all_rows (self->table);
  guint n_shown = plot_table_n_rows (self->table);
  guint n_selected = plot_table_n_selected (self->table);
  g_autofree char *all = NULL, *shown = NULL, *selected = NULL, *text = NULL, *both = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          n_all > 0 && n_shown == 0 && plot_table_is_settled (self->table));
  if (n_all == 0)
    {
      gtk_label_set_label (self->count, "");
      return;
    }
  all = number (self, n_all);
  shown = number (self, n_shown);
  selected = number (self, n_selected);
  text = n_shown < n_all
             ? g_strdup_printf (ngettext ("%s of %s row", "%s of %s rows", n_all), shown, all)
             : g_strdup_printf (ngettext ("%s row", "%s rows", n_all), all);
  if (n_selected > 1)
    both = g_strdup_printf (_ ("%s, %s selected"), text, selected);
  gtk_label_set_label (self->count, both != NULL ? both : text);
}

static void
search_changed_cb (ChisoTablePane *self)
{
  plot_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
focus_table_cb (ChisoTablePane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
stop_search_cb (ChisoTablePane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  plot_table_set_search (self->table, NULL);
  focus_table_cb (self);
}

static gboolean
key_pressed_cb (ChisoTablePane *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down)
    return FALSE;
  focus_table_cb (self);
  return TRUE;
}

static void
tell (gpointer self, const char *sentence)
{
  gtk_widget_activate_action (self, "win.tell", "s", sentence);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GdkContentProvider) content = chiso_table_content_finish (result, NULL);
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *sentence = g_strdup_printf (
      ngettext ("%u row was copied with its sentences.",
                "%u rows were copied with their sentences.", n),
      n);

  if (gtk_widget_get_root (widget) == NULL)
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  tell (widget, sentence);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ChisoTablePane *self = CHISO_TABLE_PANE (widget);
  guint n;
  g_autofree PlotMarkRef *marks = plot_table_get_marks (self->table, &n);

  if (n > 0)
    chiso_table_content_async (plot_table_get_figure (self->table), g_steal_pointer (&marks), n,
                               self, copied_cb, GUINT_TO_POINTER (n));
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChisoTablePane) self = data;
  GFile *file = G_FILE (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_file_replace_contents_finish (file, result, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-written", "s", name);
  else
    tell (self, error->message);
}

static void
text_ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = data;
  g_autoptr (GBytes) bytes = chiso_table_text_finish (result, NULL);

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (source));
}

void
chiso_table_pane_save (ChisoTablePane *self, GFile *file)
{
  guint n;
  PlotMarkRef *marks;

  g_return_if_fail (CHISO_IS_TABLE_PANE (self));

  if (plot_table_get_figure (self->table) == NULL)
    return;
  marks = plot_table_get_marks (self->table, &n);
  chiso_table_text_async (plot_table_get_figure (self->table), marks, n, PLOT_TABLE_CSV, self,
                          text_ready_cb, g_object_ref (file));
}

static void
chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  chiso_table_pane_save (CHISO_TABLE_PANE (widget), file);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlotFigure *figure = plot_table_get_figure (CHISO_TABLE_PANE (widget)->table);
  g_autofree char *name = NULL;

  if (figure == NULL)
    return;
  name = chiso_export_file_name (plot_figure_title (figure), "csv");
  chiso_save_file_ask (widget,
                       &(ChisoSaveFile){ .title = _ ("Save the Table"),
                                         .name = name,
                                         .ending = ".csv",
                                         .kind = "CSV",
                                         .mime = "text/csv" },
                       chosen_cb, NULL, NULL);
}

/* Again by the same column: the other way round. */
static void
sort_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlotTable *table = CHISO_TABLE_PANE (widget)->table;
  guint column = g_variant_get_uint32 (parameter);
  GtkSortType order;
  guint sorted = plot_table_get_sorted (table, &order);

  if (column < plot_table_n_columns (table))
    plot_table_sort (table, column,
                     column == sorted && order == GTK_SORT_ASCENDING ? GTK_SORT_DESCENDING
                                                                     : GTK_SORT_ASCENDING);
}

/* The toolkit's headings are for the pointer alone. */
static void
make_sort_menu (GtkMenuButton *button, gpointer self)
{
  PlotTable *table = CHISO_TABLE_PANE (self)->table;
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkSortType order;
  guint sorted = plot_table_get_sorted (table, &order);

  for (guint i = 0; i < plot_table_n_columns (table); i++)
    {
      g_autofree char *heading = plot_table_heading (table, i);
      g_autofree char *label = g_strconcat (heading,
                                            i != sorted                   ? ""
                                            : order == GTK_SORT_ASCENDING ? " ↑"
                                                                          : " ↓",
                                            NULL);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "table.sort", "u", i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (CHISO_TABLE_PANE (widget)->search));
}

static void
chiso_table_pane_class_init (ChisoTablePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", CHISO_TYPE_TABLE_PANE,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
  g_type_ensure (PLOT_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chiso/ChiSo/ui/chiso-table-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ChisoTablePane, search);
  gtk_widget_class_bind_template_child (widget_class, ChisoTablePane, count);
  gtk_widget_class_bind_template_child (widget_class, ChisoTablePane, sort);
  gtk_widget_class_bind_template_child (widget_class, ChisoTablePane, nothing);
  gtk_widget_class_bind_template_child (widget_class, ChisoTablePane, table);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "table.sort", "u", sort_action);
  gtk_widget_class_install_action (widget_class, "table.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "table.search",
                                       NULL);
}

static void
chiso_table_pane_init (ChisoTablePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->sort, make_sort_menu, self, NULL);
  plot_table_set_fold (self->table, chiso_fold_search);
}

GtkWidget *
chiso_table_pane_new (void)
{
  return g_object_new (CHISO_TYPE_TABLE_PANE, NULL);
}

PlotTable *
chiso_table_pane_get_table (ChisoTablePane *self)
{
  g_return_val_if_fail (CHISO_IS_TABLE_PANE (self), NULL);
  return self->table;
}

void
chiso_table_pane_set_search (ChisoTablePane *self, const char *text)
{
  g_return_if_fail (CHISO_IS_TABLE_PANE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed_cb (self);
}

const char *
chiso_table_pane_get_count (ChisoTablePane *self)
{
  g_return_val_if_fail (CHISO_IS_TABLE_PANE (self), NULL);
  return gtk_label_get_label (self->count);
}
