/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog: what its controls mean, and the file that comes out. */

#include "app/chiso-export-dialog.h"
#include "test-display.h"

#include <glib/gstdio.h>

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
  g_autofree char *plain = chiso_export_file_name ("Nghệ An: 1/2 số xã");
  g_autofree char *none = chiso_export_file_name (NULL);
  g_autofree char *title = g_strnfill (300, 'a');
  g_autofree char *cut = chiso_export_file_name (title);

  g_assert_cmpstr (plain, ==, "Nghệ An  1 2 số xã.png");
  g_assert_cmpstr (none, ==, "Chỉ Số.png");
  g_assert_cmpuint (g_utf8_strlen (cut, -1), ==, 84);
}

static void
test_options (void)
{
  g_autoptr (GPtrArray) figures = make_figures ();
  PlotExportOptions options;
  GtkWidget *dialog;

  if (!test_display_needed ())
    return;
  dialog = chiso_export_dialog_new (figures);
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
  dialog = chiso_export_dialog_new (figures);
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
  dialog = chiso_export_dialog_new (figures);
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
  g_test_add_func ("/app/export-dialog/failure", test_failure);
  return g_test_run ();
}
