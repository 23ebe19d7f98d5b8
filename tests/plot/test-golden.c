/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts against stored dumps, exactly, and pictures against stored ones, with a tolerance.
 * What differs is left in the build folder: NAME.dump, or NAME.png and NAME.diff.png.  `golden
 * --update` (with G_TEST_SRCDIR set) stores what is drawn now; look at it before committing. */

#include <glib/gstdio.h>
#include <string.h>

#include "plot-image.h"
#include "plot-samples.h"
#include "plot-test-support.h"

/* A glyph's edge may come out differently under another freetype; a shifted bar may not. */
#define TOLERANCE 24
#define STRAY 0.002

typedef struct
{
  const char *sample;
  const char *language;
  double width, height;
  PlotTheme theme;
} Golden;

static const Golden goldens[] = {
  { "line-focus", "vi", 480, 300, PLOT_THEME_LIGHT },
  { "line-states", "en", 480, 320, PLOT_THEME_DARK },
  { "column-growth", "vi", 480, 320, PLOT_THEME_LIGHT },
  { "column-eight", "en", 480, 300, PLOT_THEME_HIGH_CONTRAST },
  { "bar-ranked", "vi", 480, 320, PLOT_THEME_PRINT },
  { "bar-growth", "vi", 480, 300, PLOT_THEME_DARK },
  { "sparkline", "vi", 120, 32, PLOT_THEME_LIGHT },
  { "line-break", "vi", 480, 300, PLOT_THEME_LIGHT },
  { "stacked", "vi", 480, 300, PLOT_THEME_LIGHT },
  { "stacked-negative", "en", 480, 300, PLOT_THEME_DARK },
  { "stacked-100-states", "vi", 480, 320, PLOT_THEME_LIGHT },
  { "stacked-100-rows", "en", 480, 320, PLOT_THEME_PRINT },
  { "attainment", "vi", 480, 300, PLOT_THEME_LIGHT },
  { "dumbbell", "en", 480, 320, PLOT_THEME_HIGH_CONTRAST },
  { "slope", "vi", 480, 320, PLOT_THEME_LIGHT },
  { "multiples", "vi", 640, 400, PLOT_THEME_LIGHT },
  { "multiples-columns", "en", 480, 320, PLOT_THEME_DARK },
  { "tilemap-63", "vi", 480, 640, PLOT_THEME_LIGHT },
  { "tilemap-growth", "en", 640, 360, PLOT_THEME_PRINT },
  { "heatmap-years", "vi", 480, 320, PLOT_THEME_DARK },
  { "scatter-states", "vi", 480, 320, PLOT_THEME_LIGHT },
  { "scatter-huge", "en", 480, 320, PLOT_THEME_HIGH_CONTRAST },
};

static gboolean update;

static PlotLayout *
create_layout (const Golden *golden)
{
  for (guint i = 0; i < plot_n_samples; i++)
    if (g_str_equal (plot_samples[i].name, golden->sample))
      {
        g_autoptr (PlotFigure) figure = plot_samples[i].create (golden->language);

        return plot_test_layout (figure, golden->width, golden->height, golden->theme);
      }
  g_assert_not_reached ();
}

static char *
data_path (const Golden *golden, const char *ending)
{
  g_autofree char *name = g_strconcat (golden->sample, ending, NULL);

  return g_test_build_filename (G_TEST_DIST, "data", "plot", name, NULL);
}

static char *
build_path (const Golden *golden, const char *ending)
{
  g_autofree char *name = g_strconcat ("golden-", golden->sample, ending, NULL);

  return g_test_build_filename (G_TEST_BUILT, "plot", name, NULL);
}

static void
store (const char *path, const char *contents)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

static void
test_dump (gconstpointer data)
{
  g_autoptr (PlotLayout) layout = NULL;
  g_autofree char *dump = NULL, *path = NULL, *expected = NULL;

  if (!plot_test_require_font ())
    return;
  layout = create_layout (data);
  dump = plot_layout_dump (layout);
  path = data_path (data, ".dump");
  if (update)
    store (path, dump);
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  if (!g_str_equal (dump, expected))
    {
      g_autofree char *actual = build_path (data, ".dump");

      store (actual, dump);
      g_test_message ("%s differs; what was laid out is in %s", path, actual);
      g_test_fail ();
    }
}

static cairo_surface_t *
paint (const Golden *golden)
{
  g_autoptr (PlotLayout) layout = create_layout (golden);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) golden->width,
                                                         (int) golden->height);
  cairo_t *cr = cairo_create (surface);

  plot_layout_draw (layout, cr, TRUE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_picture (gconstpointer data)
{
  g_autofree char *path = NULL;
  cairo_surface_t *actual, *expected, *difference;

  if (!plot_test_require_font ())
    return;
  path = data_path (data, ".png");
  actual = paint (data);
  if (update)
    g_assert_cmpint (cairo_surface_write_to_png (actual, path), ==, CAIRO_STATUS_SUCCESS);
  expected = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  difference = plot_image_compare (actual, expected, TOLERANCE, STRAY);
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
  Golden other = goldens[4];
  cairo_surface_t *one = paint (&goldens[4]), *same = paint (&goldens[4]), *different, *result;

  other.width -= 2;
  different = paint (&other);
  g_assert_null (plot_image_compare (one, same, TOLERANCE, STRAY));
  result = plot_image_compare (one, different, TOLERANCE, STRAY);
  g_assert_nonnull (result);
  cairo_surface_destroy (result);
  cairo_surface_destroy (different);
  different = paint (&goldens[4]);
  {
    cairo_t *cr = cairo_create (different);

    cairo_rectangle (cr, 200, 100, 60, 12);
    cairo_fill (cr);
    cairo_destroy (cr);
    cairo_surface_flush (different);
  }
  result = plot_image_compare (one, different, TOLERANCE, STRAY);
  g_assert_nonnull (result);
  cairo_surface_destroy (result);
  cairo_surface_destroy (different);
  cairo_surface_destroy (one);
  cairo_surface_destroy (same);
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
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autoptr (PlotLayout) layout = create_layout (&goldens[i]);
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
  update = argc > 1 && g_str_equal (argv[1], "--update");
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *dump = g_strconcat ("/plot/golden/dump/", goldens[i].sample, NULL);
      g_autofree char *picture = g_strconcat ("/plot/golden/picture/", goldens[i].sample, NULL);

      g_test_add_data_func (dump, &goldens[i], test_dump);
      g_test_add_data_func (picture, &goldens[i], test_picture);
    }
  g_test_add_func ("/plot/golden/comparison", test_comparison);
  g_test_add_func ("/plot/golden/overlay", test_overlay);
  return g_test_run ();
}
