/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files: equal bytes, right sizes, clear errors, and never half a file. */

#include <glib/gstdio.h>
#include <string.h>

#include "plot-samples.h"
#include "plot/plot-export.h"

static const PlotExportOptions usual = { 640, 400, 1, PLOT_THEME_LIGHT, PLOT_BACKGROUND_THEME };
static const char *const formats[] = { "png", "svg", "pdf", "csv", "tsv", "json" };

typedef struct
{
  char *folder;
  PlotFigure *figure;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("plot-export-XXXXXX", &error);
  g_assert_no_error (error);
  self->figure = plot_samples[0].create ("vi");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  plot_figure_unref (self->figure);
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

/* Two figures built alike give the same bytes, in one process as well, whatever was drawn
 * between. */
static void
test_equal_bytes (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < plot_n_samples; i++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autoptr (PlotFigure) one = plot_samples[i].create ("vi");
        g_autoptr (PlotFigure) other = plot_samples[i].create ("vi");
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) a = plot_export_bytes (one, formats[f], &usual, &error);
        g_autoptr (GBytes) b = plot_export_bytes (other, formats[f], &usual, &error);

        g_assert_no_error (error);
        if (!g_bytes_equal (a, b))
          g_error ("%s differs between two exports as %s", plot_samples[i].name, formats[f]);
      }
}

static void
test_formats (Fixture *self, gconstpointer data)
{
  static const char *const beginnings[] = { "\x89PNG\r\n\x1a\n",   "<?xml",    "%PDF-",
                                            "\xef\xbb\xbfseries,", "series\t", "{\n" };

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = plot_export_bytes (self->figure, formats[f], &usual, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (beginnings[f]), beginnings[f],
                       strlen (beginnings[f]));
    }
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  GByteArray *rest = closure;

  if (rest->len < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, rest->data, length);
  g_byte_array_remove_range (rest, 0, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode_png (GBytes *bytes)
{
  g_autoptr (GByteArray) rest = g_byte_array_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  cairo_surface_t *surface;

  g_byte_array_append (rest, data, (guint) size);
  surface = cairo_image_surface_create_from_png_stream (read_cb, rest);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static void
test_scale (Fixture *self, gconstpointer data)
{
  PlotExportOptions options = { 300, 200, 3, PLOT_THEME_PRINT, PLOT_BACKGROUND_THEME };
  g_autoptr (GBytes) bytes = plot_export_bytes (self->figure, "png", &options, NULL);
  cairo_surface_t *surface = decode_png (bytes);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 900);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 600);
  cairo_surface_destroy (surface);
}

static guint32
corner_of (PlotFigure *figure, PlotBackground background, PlotTheme theme)
{
  PlotExportOptions options = { 300, 200, 1, theme, background };
  g_autoptr (GBytes) bytes = plot_export_bytes (figure, "png", &options, NULL);
  cairo_surface_t *surface = decode_png (bytes);
  guint32 pixel = 0;

  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32)
    pixel = *(guint32 *) cairo_image_surface_get_data (surface);
  else
    pixel = *(guint32 *) cairo_image_surface_get_data (surface) | 0xff000000;
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_background (Fixture *self, gconstpointer data)
{
  g_assert_cmphex (corner_of (self->figure, PLOT_BACKGROUND_THEME, PLOT_THEME_LIGHT), ==,
                   0xffffffff);
  g_assert_cmphex (corner_of (self->figure, PLOT_BACKGROUND_THEME, PLOT_THEME_DARK), ==,
                   0xff1e1f22);
  g_assert_cmphex (corner_of (self->figure, PLOT_BACKGROUND_TRANSPARENT, PLOT_THEME_DARK), ==, 0);
  g_assert_cmphex (corner_of (self->figure, PLOT_BACKGROUND_WHITE, PLOT_THEME_PRINT), ==,
                   0xffffffff);
}

static void
test_file (Fixture *self, gconstpointer data)
{
  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autofree char *name = g_strdup_printf ("biểu đồ.%s", formats[f]);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autoptr (GBytes) bytes = plot_export_bytes (self->figure, formats[f], &usual, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (plot_export_file (self->figure, path, &usual, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpmem (contents, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      /* Over itself, as saving again does. */
      g_assert_true (plot_export_file (self->figure, path, &usual, NULL));
    }
  g_assert_cmpuint (count_files (self->folder), ==, G_N_ELEMENTS (formats));
}

static void
check_fails (PlotFigure *figure, const char *path, PlotExportOptions options, PlotExportError code,
             const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plot_export_file (figure, path, &options, &error));
  g_assert_error (error, PLOT_EXPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_bad_size (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.png", NULL);
  static const struct
  {
    double width, height, scale;
    const char *words;
  } bad[] = { { 0, 400, 1, "16" },
              { 640, -1, 1, "16" },
              { 20000, 400, 1, "16384" },
              { 3000, 400, 8, "24000" },
              { 640, 400, 0.5, "between 1 and 8" },
              { 640, 400, 9, "between 1 and 8" },
              { G_MAXDOUBLE, 400, 1, "16384" } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      PlotExportOptions options = { bad[i].width, bad[i].height, bad[i].scale, PLOT_THEME_LIGHT,
                                    PLOT_BACKGROUND_THEME };

      check_fails (self->figure, path, options, PLOT_EXPORT_ERROR_SIZE, bad[i].words);
    }
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

static void
test_bad_name (Fixture *self, gconstpointer data)
{
  g_autofree char *none = g_build_filename (self->folder, "chart", NULL);
  g_autofree char *other = g_build_filename (self->folder, "chart.gif", NULL);
  g_autoptr (GError) error = NULL;

  check_fails (self->figure, none, usual, PLOT_EXPORT_ERROR_FORMAT, ".png, .svg, .pdf, .csv");
  check_fails (self->figure, other, usual, PLOT_EXPORT_ERROR_FORMAT, ".png, .svg, .pdf, .csv");
  g_assert_null (plot_export_bytes (self->figure, "gif", &usual, &error));
  g_assert_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FORMAT);
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

static void
test_bad_target (Fixture *self, gconstpointer data)
{
  g_autofree char *lost = g_build_filename (self->folder, "no", "such", "a.png", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "b.png", NULL);

  check_fails (self->figure, lost, usual, PLOT_EXPORT_ERROR_FAILED,
               "cannot be written: there is no such folder");
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  check_fails (self->figure, folder, usual, PLOT_EXPORT_ERROR_FAILED, "a folder");
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* White under the dark theme's light text, or a resolution that no printer has. */
static void
test_bad_options (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.png", NULL);
  PlotExportOptions options = usual;

  options.dpi = 5;
  check_fails (self->figure, path, options, PLOT_EXPORT_ERROR_SIZE, "between 36 and 2400");
  options.dpi = 0;
  options.theme = PLOT_THEME_DARK;
  options.background = PLOT_BACKGROUND_WHITE;
  check_fails (self->figure, path, options, PLOT_EXPORT_ERROR_SIZE, "white background");
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

/* Of several files none is there unless all are. */
static void
test_several (Fixture *self, gconstpointer data)
{
  g_autofree char *picture = g_build_filename (self->folder, "a.png", NULL);
  g_autofree char *table = g_build_filename (self->folder, "a.csv", NULL);
  g_autofree char *lost = g_build_filename (self->folder, "no", "a.pdf", NULL);
  const PlotExportTarget targets[] = { { self->figure, picture },
                                       { self->figure, table },
                                       { self->figure, lost } };
  g_autoptr (GError) error = NULL;

  g_assert_false (plot_export_files (targets, 3, &usual, &error));
  g_assert_error (error, PLOT_EXPORT_ERROR, PLOT_EXPORT_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, lost));
  g_assert_cmpuint (count_files (self->folder), ==, 0);
  g_assert_true (plot_export_files (targets, 2, &usual, NULL));
  g_assert_true (g_file_test (picture, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (table, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (count_files (self->folder), ==, 2);
}

/* A failure leaves what was there before. */
static void
test_keeps_old_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "old.png", NULL);
  g_autofree char *contents = NULL;
  PlotExportOptions options = usual;

  options.width = 1e6;
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  check_fails (self->figure, path, options, PLOT_EXPORT_ERROR_SIZE, "16384");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/plot/export/equal-bytes", test_equal_bytes);
  add ("/plot/export/formats", test_formats);
  add ("/plot/export/scale", test_scale);
  add ("/plot/export/background", test_background);
  add ("/plot/export/file", test_file);
  add ("/plot/export/bad-size", test_bad_size);
  add ("/plot/export/bad-name", test_bad_name);
  add ("/plot/export/bad-options", test_bad_options);
  add ("/plot/export/several", test_several);
  add ("/plot/export/bad-target", test_bad_target);
  add ("/plot/export/keeps-old-file", test_keeps_old_file);
  return g_test_run ();
}
