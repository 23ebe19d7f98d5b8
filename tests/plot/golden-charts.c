/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns which charts are kept, and how they are drawn and compared. Writes no file. */

#include "golden-charts.h"

#include "plot-image.h"
#include "plot-samples.h"
#include "plot-test-support.h"

/* A glyph's edge may come out differently under another freetype; a shifted bar may not. */
#define TOLERANCE 24
#define STRAY 0.002

const GoldenChart golden_charts[] = {
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
const guint golden_n_charts = G_N_ELEMENTS (golden_charts);

PlotLayout *
golden_create_layout (const GoldenChart *golden)
{
  for (guint i = 0; i < plot_n_samples; i++)
    if (g_str_equal (plot_samples[i].name, golden->sample))
      {
        g_autoptr (PlotFigure) figure = plot_samples[i].create (golden->language);

        return plot_test_layout (figure, golden->width, golden->height, golden->theme);
      }
  g_assert_not_reached ();
}

cairo_surface_t *
golden_paint (const GoldenChart *golden)
{
  g_autoptr (PlotLayout) layout = golden_create_layout (golden);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) golden->width,
                                                         (int) golden->height);
  cairo_t *cr = cairo_create (surface);

  plot_layout_draw (layout, cr, TRUE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

cairo_surface_t *
golden_compare (cairo_surface_t *now, cairo_surface_t *kept)
{
  return plot_image_compare (now, kept, TOLERANCE, STRAY);
}
