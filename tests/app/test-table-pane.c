/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table as a person works with it: what is counted, copied and saved is what is shown, or selected;
 * a file's name ends as its kind does, and nobody's file is written over unasked. */

#include "app/chiso-save-file.h"
#include "app/chiso-table-pane.h"
#include "plot/plot-proof.h"
#include "test-display.h"

#include <glib/gstdio.h>
#include <string.h>

static PlotFigure *
make_figure (void)
{
  static const char *const places[] = { "Nghệ An", "Hà Tĩnh", "Đồng Nai" };
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "en");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      plot_figure_add_series (figure, places[i], PLOT_ROLE_NORMAL, i);
      plot_figure_add_mark (
          figure, i,
          &(PlotMark){
              .x = 2023.5, .value = 100 + i, .key = i + 1, .place = places[i], .period = "2023" });
      plot_figure_add_proof (figure, i + 1,
                             &(PlotProof){ .sentence = "Có \"đủ\" xã.", .wording = "“đủ xã”" });
    }
  return figure;
}

static ChisoTablePane *
show_pane (GtkWidget **window)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  GtkWidget *pane = chiso_table_pane_new ();

  plot_table_set_figure (chiso_table_pane_get_table (CHISO_TABLE_PANE (pane)), figure);
  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), pane);
  gtk_widget_show (*window);
  return CHISO_TABLE_PANE (pane);
}

static void
test_count (void)
{
  GtkWidget *window;
  ChisoTablePane *pane;
  PlotTable *table;

  if (!test_display_needed ())
    return;
  pane = show_pane (&window);
  table = chiso_table_pane_get_table (pane);
  g_assert_cmpstr (chiso_table_pane_get_count (pane), ==, "3 rows");
  /* Without diacritics, as everywhere in the application. */
  chiso_table_pane_set_search (pane, "dong");
  g_assert_cmpstr (chiso_table_pane_get_count (pane), ==, "1 of 3 rows");
  chiso_table_pane_set_search (pane, "");
  plot_table_select_row (table, 0);
  g_assert_cmpstr (chiso_table_pane_get_count (pane), ==, "3 rows");
  plot_table_select_row (table, 2);
  g_assert_cmpstr (chiso_table_pane_get_count (pane), ==, "3 rows, 2 selected");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As the menu does it, since headings are out of the keyboard's reach. */
static void
test_sort (void)
{
  static const char *const tops[] = { "Đồng Nai", "Nghệ An" };
  GtkWidget *window;
  ChisoTablePane *pane;
  GtkSortType order;

  if (!test_display_needed ())
    return;
  pane = show_pane (&window);
  g_assert_cmpuint (plot_table_get_sorted (chiso_table_pane_get_table (pane), &order), ==,
                    G_MAXUINT);
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      g_autofree char *cell = NULL;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "table.sort", "u", 0));
      cell = plot_table_cell (chiso_table_pane_get_table (pane), 0, 0);
      g_assert_cmpstr (cell, ==, tops[i]);
    }
  g_assert_cmpuint (plot_table_get_sorted (chiso_table_pane_get_table (pane), &order), ==, 0);
  g_assert_cmpint (order, ==, GTK_SORT_DESCENDING);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The clipboard's text; NULL while there is none of ours. */
static char *
read_clipboard (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return NULL;
  return g_value_dup_string (&value);
}

static gboolean
is_copied (gpointer widget)
{
  g_autofree char *text = read_clipboard (widget);

  return text != NULL && g_str_has_prefix (text, "series\t");
}

static void
test_copy (void)
{
  GtkWidget *window;
  ChisoTablePane *pane;
  g_autofree char *text = NULL;

  if (!test_display_needed ())
    return;
  pane = show_pane (&window);
  plot_table_select_key (chiso_table_pane_get_table (pane), 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (pane), "table.copy", NULL));
  test_wait_until (is_copied, pane);
  text = read_clipboard (GTK_WIDGET (pane));
  g_assert_cmpstr (
      strchr (text, '\n') + 1, ==,
      "Hà Tĩnh\t\tHà Tĩnh\t2023\t101\t101\texact\tstated\t\t“đủ xã”\tCó \"đủ\" xã.\t\t\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  const char *path;
  char *text;
} Written;

static gboolean
is_written (gpointer data)
{
  Written *written = data;

  g_clear_pointer (&written->text, g_free);
  return g_file_get_contents (written->path, &written->text, NULL, NULL)
         && strstr (written->text, "Hà Tĩnh") != NULL;
}

static void
test_save (void)
{
  g_autofree char *folder = NULL, *path = NULL;
  g_autoptr (GFile) file = NULL;
  Written written = { NULL };
  GtkWidget *window;
  ChisoTablePane *pane;

  if (!test_display_needed ())
    return;
  folder = g_dir_make_tmp ("chiso-table-XXXXXX", NULL);
  path = g_build_filename (folder, "rows.csv", NULL);
  file = g_file_new_for_path (path);
  pane = show_pane (&window);
  /* What is not shown is not saved. */
  chiso_table_pane_set_search (pane, "ha tinh");
  chiso_table_pane_save (pane, file);
  written.path = path;
  test_wait_until (is_written, &written);
  g_assert_true (g_str_has_prefix (written.text, "\xef\xbb\xbfseries,category,place,"));
  g_assert_nonnull (strstr (written.text, "“đủ xã”,\"Có \"\"đủ\"\" xã.\""));
  g_assert_null (strstr (written.text, "Nghệ An"));
  g_free (written.text);
  g_remove (path);
  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_completed (const char *folder, const char *name, const char *expected, gboolean asked)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) chosen = g_file_new_for_path (path);
  gboolean was_asked;
  g_autoptr (GFile) file = chiso_save_file_complete (chosen, ".csv", &was_asked);
  g_autofree char *found = g_file_get_basename (file);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (was_asked, ==, asked);
}

static void
test_ending (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chiso-table-XXXXXX", NULL);
  g_autofree char *there = g_build_filename (folder, "there.csv", NULL);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://host.invalid/folder/rows.csv");
  g_autoptr (GFile) kept = NULL;
  gboolean asked;

  g_assert_true (g_file_set_contents (there, "", 0, NULL));
  assert_completed (folder, "there.csv", "there.csv", TRUE);
  assert_completed (folder, "new.CSV", "new.CSV", TRUE);
  assert_completed (folder, "new", "new.csv", TRUE);
  /* The dialog asked about "there", and nobody about this one. */
  assert_completed (folder, "there", "there.csv", FALSE);
  kept = chiso_save_file_complete (remote, ".csv", &asked);
  g_assert_true (g_file_equal (kept, remote));
  g_remove (there);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
  g_test_add_func ("/app/table-pane/count", test_count);
  g_test_add_func ("/app/table-pane/sort", test_sort);
  g_test_add_func ("/app/table-pane/copy", test_copy);
  g_test_add_func ("/app/table-pane/save", test_save);
  g_test_add_func ("/app/table-pane/ending", test_ending);
  return g_test_run ();
}
