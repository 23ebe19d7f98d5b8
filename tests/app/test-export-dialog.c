/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog: what its controls mean, and the file that comes out. */

#include "app/chiso-chart-copy.h"
#include "app/chiso-export-dialog.h"
#include "app/chiso-export-job.h"
#include "app/chiso-export-settings.h"
#include "test-display.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

static GPtrArray *
make_figures (void)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) plot_figure_unref);
  PlotFigure *figure = plot_figure_new (PLOT_KIND_BAR, "vi");

  plot_figure_set_title (figure, "Nghệ An: 1/2 số xã");
  plot_figure_add_category (figure, "Nghệ An");
  plot_figure_add_series (figure, "2021", PLOT_ROLE_FOCUS, 0);
  plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 0, .value = 12, .key = 1 });
  g_ptr_array_add (figures, figure);
  return figures;
}

static void
test_file_name (void)
{
  g_autofree char *plain = chiso_export_file_name ("Nghệ An: 1/2 số xã", "png");
  g_autofree char *none = chiso_export_file_name (NULL, "png");
  g_autofree char *title = g_strnfill (300, 'a');
  g_autofree char *cut = chiso_export_file_name (title, "png");
  g_autofree char *words = chiso_export_file_name (
      "Theo số liệu gần nhất, Nghệ An có tỷ lệ xã đạt chuẩn nông thôn mới cao nhất: khoảng 73 %",
      "png");

  g_assert_cmpstr (plain, ==, "Nghệ An 1 2 số xã.png");
  g_assert_cmpstr (none, ==, "Chỉ Số.png");
  g_assert_cmpuint (g_utf8_strlen (cut, -1), ==, 84);
  /* The word that does not fit goes whole. */
  g_assert_cmpstr (
      words, ==, "Theo số liệu gần nhất, Nghệ An có tỷ lệ xã đạt chuẩn nông thôn mới cao nhất.png");
}

static void
test_options (void)
{
  g_autoptr (GPtrArray) figures = make_figures ();
  PlotExportOptions options;
  GtkWidget *dialog;

  if (!test_display_needed ())
    return;
  dialog = chiso_export_dialog_new (figures, NULL);
  options = chiso_export_dialog_get_options (CHISO_EXPORT_DIALOG (dialog));
  g_assert_cmpfloat (options.width, ==, 1200);
  g_assert_cmpfloat (options.height, ==, 675);
  g_assert_cmpfloat (options.scale, ==, 2);
  g_assert_cmpint (options.theme, ==, PLOT_THEME_LIGHT);
  g_assert_cmpint (options.background, ==, PLOT_BACKGROUND_THEME);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_png (void)
{
  g_autoptr (GPtrArray) figures = make_figures ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *written = NULL;
  cairo_surface_t *surface;
  GtkWidget *dialog;
  TestWait *wait;

  if (!test_display_needed ())
    return;
  folder = g_dir_make_tmp ("chiso-export-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "biểu đồ", NULL);
  written = g_strconcat (path, ".png", NULL);
  dialog = chiso_export_dialog_new (figures, NULL);
  wait = test_wait_new (dialog, "exported");
  chiso_export_dialog_export_to (CHISO_EXPORT_DIALOG (dialog), path);
  test_wait_done (wait);

  surface = cairo_image_surface_create_from_png (written);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 2400);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1350);
  cairo_surface_destroy (surface);
  g_unlink (written);
  g_rmdir (folder);
}

static void
keep_count_cb (GtkWidget *dialog, const char *path, guint n, guint *kept)
{
  *kept = n;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static GSettings *
settings_new (void)
{
  GSettings *settings = g_settings_new ("org.chiso.ChiSo");

  g_settings_set_strv (settings, "export-formats", (const char *const[]){ "svg", "csv", NULL });
  g_settings_set_string (settings, "export-background", "white");
  return settings;
}

/* Both charts, whose titles are the same, in both formats, and again beside what is there. */
static void
test_several (void)
{
  g_autoptr (GPtrArray) figures = make_figures ();
  g_autoptr (GPtrArray) second = make_figures ();
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("chiso-export-XXXXXX", &error);
  guint n = 0;

  g_assert_no_error (error);
  if (!test_display_needed ())
    return;
  settings = settings_new ();
  g_ptr_array_add (figures, plot_figure_ref (second->pdata[0]));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *dialog = chiso_export_dialog_new (figures, settings);
      GObject *row = gtk_widget_get_template_child (dialog, CHISO_TYPE_EXPORT_DIALOG, "chart");
      TestWait *wait = test_wait_new (dialog, "exported");

      g_signal_connect (dialog, "exported", G_CALLBACK (keep_count_cb), &n);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
      chiso_export_dialog_export_into (CHISO_EXPORT_DIALOG (dialog), folder);
      test_wait_done (wait);
      g_assert_cmpuint (n, ==, 4);
    }
  g_assert_cmpuint (count_files (folder), ==, 8);
  remove_all (folder);
}

/* A dialog opens as the last one was left; what is no choice of it is none of a file's either. */
static void
test_remembers (void)
{
  g_autoptr (GPtrArray) figures = make_figures ();
  g_autoptr (GSettings) settings = NULL;
  ChisoExportSettings last;
  PlotExportOptions options;
  GtkWidget *dialog;

  if (!test_display_needed ())
    return;
  settings = settings_new ();
  g_settings_set_int (settings, "export-width", 1000);
  g_settings_set_int (settings, "export-scale", 3);
  g_settings_set_int (settings, "export-resolution", 300);
  g_settings_set_string (settings, "export-theme", "print");
  dialog = chiso_export_dialog_new (figures, settings);
  options = chiso_export_dialog_get_options (CHISO_EXPORT_DIALOG (dialog));
  g_assert_cmpfloat (options.width, ==, 1000);
  g_assert_cmpfloat (options.height, ==, 675);
  g_assert_cmpfloat (options.scale, ==, 3);
  g_assert_cmpfloat (options.dpi, ==, 300);
  g_assert_cmpint (options.theme, ==, PLOT_THEME_PRINT);
  g_assert_cmpint (options.background, ==, PLOT_BACKGROUND_WHITE);
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_settings_set_string (settings, "export-theme", "dark");
  g_settings_set_strv (settings, "export-formats", (const char *const[]){ "gif", NULL });
  last = chiso_export_settings_load (settings);
  g_assert_cmpint (last.options.background, ==, PLOT_BACKGROUND_THEME);
  g_assert_true (last.formats[0]);
}

static char *
read_text (GdkContentProvider *content)
{
  GValue value = G_VALUE_INIT;
  char *text;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  text = g_value_dup_string (&value);
  g_value_unset (&value);
  return text;
}

static void
test_copy (void)
{
  ChisoExportSettings last = chiso_export_settings_load (NULL);
  g_autoptr (GPtrArray) figures = make_figures ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) picture = NULL;
  g_autoptr (GdkContentProvider) table = NULL;
  g_autoptr (GdkContentFormats) pictures = NULL;
  g_autoptr (GdkContentFormats) tables = NULL;
  g_autofree char *text = NULL;

  if (!test_display_needed ())
    return;
  picture = chiso_chart_copy_picture (figures->pdata[0], &last.options, &error);
  g_assert_no_error (error);
  pictures = gdk_content_provider_ref_formats (picture);
  g_assert_true (gdk_content_formats_contain_mime_type (pictures, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (pictures, "image/svg+xml"));
  table = chiso_chart_copy_table (figures->pdata[0], &last.options);
  tables = gdk_content_provider_ref_formats (table);
  g_assert_true (gdk_content_formats_contain_mime_type (tables, "text/html"));
  text = read_text (table);
  g_assert_true (g_str_has_prefix (text, "series\tcategory\tplace\t"));
  g_assert_nonnull (strstr (text, "\n2021\tNghệ An\t"));
}

/* A page a chart, and the title is text on it. */
static void
test_print (void)
{
  g_autoptr (GPtrArray) figures = make_figures ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("chiso-export-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *text = NULL;
  PopplerDocument *document;
  PopplerPage *page;

  g_assert_no_error (error);
  if (!test_display_needed ())
    return;
  g_ptr_array_add (figures, plot_figure_ref (figures->pdata[0]));
  path = g_build_filename (folder, "print.pdf", NULL);
  operation = chiso_chart_print_new (figures);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  uri = g_filename_to_uri (path, NULL, NULL);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 2);
  page = poppler_document_get_page (document, 1);
  text = poppler_page_get_text (page);
  g_assert_nonnull (strstr (text, "Nghệ An: 1/2 số xã"));
  g_object_unref (page);
  g_object_unref (document);
  remove_all (folder);
}

static void
keep_message_cb (GtkWidget *dialog, const char *sentence, char **kept)
{
  g_free (*kept);
  *kept = g_strdup (sentence);
}

/* A folder that is not there is told, and the dialog stays. */
static void
test_failure (void)
{
  g_autoptr (GPtrArray) figures = make_figures ();
  g_autofree char *message = NULL;
  GtkWidget *dialog;
  TestWait *wait;

  if (!test_display_needed ())
    return;
  dialog = chiso_export_dialog_new (figures, NULL);
  g_signal_connect (dialog, "failed", G_CALLBACK (keep_message_cb), &message);
  wait = test_wait_new (dialog, "failed");
  chiso_export_dialog_export_to (CHISO_EXPORT_DIALOG (dialog), "/no/such/folder/chart.png");
  test_wait_done (wait);
  g_assert_nonnull (strstr (message, "chart.png"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
  g_test_add_func ("/app/export-dialog/file-name", test_file_name);
  g_test_add_func ("/app/export-dialog/options", test_options);
  g_test_add_func ("/app/export-dialog/png", test_png);
  g_test_add_func ("/app/export-dialog/several", test_several);
  g_test_add_func ("/app/export-dialog/remembers", test_remembers);
  g_test_add_func ("/app/export-dialog/copy", test_copy);
  g_test_add_func ("/app/export-dialog/print", test_print);
  g_test_add_func ("/app/export-dialog/failure", test_failure);
  return g_test_run ();
}
