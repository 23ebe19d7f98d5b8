/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts against kept dumps, exactly, and pictures against kept ones, with a tolerance. What differs
 * is left in the build folder: NAME.dump, or NAME.png and NAME.diff.png; ./dev golden shows it. */

#include <glib/gstdio.h>
#include <string.h>

#include "golden-charts.h"
#include "plot-test-support.h"

static char *
data_path (const GoldenChart *golden, const char *ending)
{
  g_autofree char *name = g_strconcat (golden->sample, ending, NULL);

  return g_test_build_filename (G_TEST_DIST, "data", "plot", name, NULL);
}

static char *
build_path (const GoldenChart *golden, const char *ending)
{
  g_autofree char *name = g_strconcat ("golden-", golden->sample, ending, NULL);

  return g_test_build_filename (G_TEST_BUILT, "plot", name, NULL);
}

static void
test_dump (gconstpointer data)
{
  g_autoptr (PlotLayout) layout = NULL;
  g_autofree char *dump = NULL, *path = NULL, *expected = NULL;

  if (!plot_test_require_font ())
    return;
  layout = golden_create_layout (data);
  dump = plot_layout_dump (layout);
  path = data_path (data, ".dump");
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  if (!g_str_equal (dump, expected))
    {
      g_autofree char *actual = build_path (data, ".dump");

      g_assert_true (g_file_set_contents (actual, dump, -1, NULL));
      g_test_message ("%s differs; what was laid out is in %s", path, actual);
      g_test_fail ();
    }
}

static void
test_picture (gconstpointer data)
{
  g_autofree char *path = NULL;
  cairo_surface_t *actual, *expected, *difference;

  if (!plot_test_require_font ())
    return;
  path = data_path (data, ".png");
  actual = golden_paint (data);
  expected = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  difference = golden_compare (actual, expected);
  if (difference != NULL)
    {
      g_autofree char *actual_path = build_path (data, ".png");
      g_autofree char *difference_path = build_path (data, ".diff.png");

      cairo_surface_write_to_png (actual, actual_path);
      cairo_surface_write_to_png (difference, difference_path);
      cairo_surface_destroy (difference);
      g_test_message ("%s differs; see %s and %s", path, actual_path, difference_path);
      g_test_fail ();
    }
  cairo_surface_destroy (actual);
  cairo_surface_destroy (expected);
}

/* The comparison itself must see a shifted bar, or the pictures prove nothing. */
static void
test_comparison (void)
{
  GoldenChart other = golden_charts[4];
  cairo_surface_t *one = golden_paint (&golden_charts[4]), *same = golden_paint (&golden_charts[4]),
                  *different, *result;

  other.width -= 2;
  different = golden_paint (&other);
  g_assert_null (golden_compare (one, same));
  result = golden_compare (one, different);
  g_assert_nonnull (result);
  cairo_surface_destroy (result);
  cairo_surface_destroy (different);
  different = golden_paint (&golden_charts[4]);
  {
    cairo_t *cr = cairo_create (different);

    cairo_rectangle (cr, 200, 100, 60, 12);
    cairo_fill (cr);
    cairo_destroy (cr);
    cairo_surface_flush (different);
  }
  result = golden_compare (one, different);
  g_assert_nonnull (result);
  cairo_surface_destroy (result);
  cairo_surface_destroy (different);
  cairo_surface_destroy (one);
  cairo_surface_destroy (same);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* The page shows nothing while nothing has changed, and a chart once one has; accepting it ends that. */
static void
test_page (void)
{
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "data", "plot", NULL);
  g_autofree char *data = g_dir_make_tmp ("golden-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (data, "page", NULL);
  g_autofree char *index = g_build_filename (folder, "index.html", NULL);
  g_autofree char *dump = g_build_filename (data, "bar-growth.dump", NULL);
  g_autofree char *page = NULL;
  g_autoptr (GError) error = NULL;

  if (!plot_test_require_font ())
    return;
  g_assert_cmpint (golden_show (kept, folder, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));
  g_assert_true (golden_accept (data, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (dump, "layout bar dark\nmark gone\n", -1, NULL));
  g_assert_cmpint (golden_show (data, folder, &error), ==, 1);
  g_assert_true (g_file_get_contents (index, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, "<h2>bar-growth</h2>"));
  g_assert_nonnull (strstr (page, "- mark gone"));
  g_assert_nonnull (strstr (page, "bar-growth.old.png"));
  g_assert_null (strstr (page, "bar-ranked"));
  g_assert_true (golden_accept (data, &error));
  g_assert_cmpint (golden_show (data, folder, &error), ==, 0);
  g_assert_cmpint (golden_show (data, dump, NULL), ==, -1);
  remove_folder (folder);
  remove_folder (data);
}

static guint
count_painted (PlotLayout *layout, int hovered, int selected)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 480, 320);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  plot_layout_draw_overlay (layout, cr, hovered, selected);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int i = 0; i < 480 * 320; i++)
    n += ((const guint32 *) cairo_image_surface_get_data (surface))[i] != 0;
  cairo_surface_destroy (surface);
  return n;
}

/* Hover and selection each show; nothing, and marks that are not there, show nothing. */
static void
test_overlay (void)
{
  for (guint i = 0; i < golden_n_charts; i++)
    {
      g_autoptr (PlotLayout) layout = golden_create_layout (&golden_charts[i]);
      guint hovered = count_painted (layout, 1, -1);

      g_assert_cmpuint (count_painted (layout, -1, -1), ==, 0);
      g_assert_cmpuint (count_painted (layout, 99999, 99999), ==, 0);
      g_assert_cmpuint (hovered, >, 0);
      g_assert_cmpuint (count_painted (layout, -1, 1), >=, hovered);
      g_assert_cmpuint (count_painted (layout, 0, 1), >, hovered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < golden_n_charts; i++)
    {
      g_autofree char *dump = g_strconcat ("/plot/golden/dump/", golden_charts[i].sample, NULL);
      g_autofree char *picture = g_strconcat ("/plot/golden/picture/", golden_charts[i].sample,
                                              NULL);

      g_test_add_data_func (dump, &golden_charts[i], test_dump);
      g_test_add_data_func (picture, &golden_charts[i], test_picture);
    }
  g_test_add_func ("/plot/golden/comparison", test_comparison);
  g_test_add_func ("/plot/golden/page", test_page);
  g_test_add_func ("/plot/golden/overlay", test_overlay);
  return g_test_run ();
}
