/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many marks: what is done faster for them must come out as it would one by one. */

#include <cairo-svg.h>
#include <math.h>

#include "plot-test-support.h"
#include "plot/plot-arrays.h"
#include "plot/plot-draw.h"
#include "plot/plot-marks.h"

#define WIDTH 640
#define HEIGHT 400

static PlotFigure *
make_line (guint n, double noise)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "vi");

  plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < n; i++)
    plot_figure_add_mark (
        figure, 0,
        &(PlotMark){ .x = 1900 + i * 0.1,
                     .value = 50 * sin (i * 0.02) + noise * g_test_rand_double_range (-1, 1) });
  return figure;
}

static cairo_surface_t *
start (cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

static cairo_surface_t *
finish (cairo_surface_t *surface, cairo_t *cr)
{
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The line as cairo strokes it with a round pen, all at once. */
static cairo_surface_t *
stroke (PlotLayout *layout, const PlotPath *path)
{
  cairo_t *cr;
  cairo_surface_t *surface = start (&cr);

  plot_draw_set_ink (cr, layout, path->ink, 1);
  cairo_set_line_width (cr, path->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < path->n; i++)
    {
      const PlotPoint *point = &g_array_index (layout->points, PlotPoint, path->first + i);

      cairo_line_to (cr, point->x, point->y);
    }
  cairo_stroke (cr);
  return finish (surface, cr);
}

static cairo_surface_t *
draw (PlotLayout *layout, const PlotPath *path)
{
  cairo_t *cr;
  cairo_surface_t *surface = start (&cr);

  plot_draw_path (cr, layout, path);
  return finish (surface, cr);
}

/* How much of the pixel is inked, 0 to 1; of a neighbour on the picture's edge nothing. */
static double
ink_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT)
    return 0;
  return 1 - (*(const guint32 *) (data + y * stride + x * 4) >> 16 & 0xff) / 255.0;
}

static double
most_ink_around (cairo_surface_t *surface, int x, int y)
{
  double most = 0;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      most = MAX (most, ink_at (surface, x + dx, y + dy));
  return most;
}

/* No more than a pixel off anywhere, and of the same weight. */
static void
assert_same_line (cairo_surface_t *one, cairo_surface_t *other)
{
  double weight_one = 0, weight_other = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        double a = ink_at (one, x, y), b = ink_at (other, x, y);

        weight_one += a;
        weight_other += b;
        g_assert_true (a < 0.6 || most_ink_around (other, x, y) > 0.3);
        g_assert_true (b < 0.6 || most_ink_around (one, x, y) > 0.3);
      }
  g_assert_cmpfloat (weight_one, >, 100);
  g_assert_cmpfloat_with_epsilon (weight_one / weight_other, 1, 0.04);
}

static void
test_stroke (void)
{
  static const double noises[] = { 0, 5, 60 };
  static const guint counts[] = { 700, 3000, 200000 };

  for (guint n = 0; n < G_N_ELEMENTS (noises); n++)
    for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
      {
        g_autoptr (PlotFigure) figure = make_line (counts[c], noises[n]);
        g_autoptr (PlotLayout) layout = plot_test_layout (figure, WIDTH, HEIGHT, PLOT_THEME_LIGHT);
        const PlotPath *path = &g_array_index (layout->paths, PlotPath, 0);
        cairo_surface_t *stroked = stroke (layout, path), *drawn = draw (layout, path);

        assert_same_line (stroked, drawn);
        cairo_surface_destroy (stroked);
        cairo_surface_destroy (drawn);
      }
}

/* Points added at once are marks like those added one by one, unsound ones too. */
static void
test_points (void)
{
  static const double x[] = { 1, 2, 3, 4, 5 };
  static const double values[] = { 7, -2, NAN, INFINITY, 30 };
  g_autoptr (PlotFigure) one = plot_figure_new (PLOT_KIND_LINE, "en");
  g_autoptr (PlotFigure) other = plot_figure_new (PLOT_KIND_LINE, "en");

  plot_figure_add_series (one, "", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (other, "", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_points (one, 0, x, values, G_N_ELEMENTS (x));
  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    plot_figure_add_mark (other, 0, &(PlotMark){ .x = x[i], .value = values[i] });
  for (guint i = 0; i < G_N_ELEMENTS (x); i++)
    {
      const PlotMark *a = plot_figure_mark (one, 0, i), *b = plot_figure_mark (other, 0, i);

      g_assert_cmpfloat (a->x, ==, b->x);
      g_assert_cmpint (a->state, ==, b->state);
      g_assert_true (a->value == b->value || (isnan (a->value) && isnan (b->value)));
    }
  g_assert_cmpmem (&plot_figure_marks (one, 0)->tally, sizeof (PlotTally),
                   &plot_figure_marks (other, 0)->tally, sizeof (PlotTally));
  g_assert_cmpint (plot_figure_marks (one, 0)->tally.n_missing, ==, 2);
}

/* Many of them, in one go and over the ends of what is kept side by side, before and after one that is
 * unsound. */
static void
test_many_points (void)
{
  const guint n = 300001;
  g_autofree double *x = g_new (double, n), *values = g_new (double, n);
  g_autoptr (PlotFigure) one = plot_figure_new (PLOT_KIND_LINE, "en");
  g_autoptr (PlotFigure) other = plot_figure_new (PLOT_KIND_LINE, "en");

  for (guint i = 0; i < n; i++)
    {
      x[i] = 2000 + i * 1e-4;
      values[i] = sin (i * 0.37) * i;
    }
  plot_figure_add_series (one, "", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_series (other, "", PLOT_ROLE_NORMAL, 0);
  for (guint round = 0; round < 2; round++)
    {
      plot_figure_add_points (one, 0, x, values, 5);
      plot_figure_add_points (one, 0, x + 5, values + 5, n - 5);
      for (guint i = 0; i < n; i++)
        plot_figure_add_mark (other, 0, &(PlotMark){ .x = x[i], .value = values[i] });
      g_assert_cmpmem (&plot_figure_marks (one, 0)->tally, sizeof (PlotTally),
                       &plot_figure_marks (other, 0)->tally, sizeof (PlotTally));
      g_assert_cmpuint (plot_figure_n_marks (one, 0), ==, plot_figure_n_marks (other, 0));
      for (guint i = 0; i < plot_figure_n_marks (one, 0); i += 31)
        g_assert_cmpmem (plot_figure_mark (one, 0, i), sizeof (PlotMark),
                         plot_figure_mark (other, 0, i), sizeof (PlotMark));
      g_assert_true (plot_figure_mark (one, 0, 31) == plot_figure_mark (one, 0, 31));
      plot_figure_add_points (one, 0, (double[]){ 2040 }, (double[]){ NAN }, 1);
      plot_figure_add_mark (other, 0, &(PlotMark){ .x = 2040, .value = NAN });
    }
}

static PlotLayout *
scatter (guint n)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_SCATTER, "vi");

  plot_figure_add_series (figure, "Dãy", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < n; i++)
    plot_figure_add_mark (figure, 0,
                          &(PlotMark){ .x = sin (i * 0.7) * i, .value = cos (i * 0.3) * i });
  return plot_test_layout (figure, WIDTH, HEIGHT, PLOT_THEME_LIGHT);
}

static cairo_surface_t *
draw_symbols (PlotLayout *layout, double scale, gboolean stamped)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * 2, HEIGHT * 2);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PlotStamps) stamps = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  stamps = plot_stamps_new (cr, layout);
  for (guint i = 0; i < layout->symbols->len; i++)
    {
      const PlotSymbol *symbol = &g_array_index (layout->symbols, PlotSymbol, i);

      if (stamped)
        g_assert_true (plot_stamps_add (stamps, symbol));
      else
        plot_draw_symbol (cr, layout, symbol);
    }
  plot_stamps_draw (stamps);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How far from the picture's edges the ink begins: left, top, right, bottom. */
static void
ink_margins (cairo_surface_t *surface, int margins[4])
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);

  margins[0] = margins[2] = width;
  margins[1] = margins[3] = height;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (data[y * stride + x * 4 + 2] < 128)
        {
          margins[0] = MIN (margins[0], x);
          margins[1] = MIN (margins[1], y);
          margins[2] = MIN (margins[2], width - 1 - x);
          margins[3] = MIN (margins[3], height - 1 - y);
        }
}

/* The outermost stamps are whole. */
static void
test_whole_stamps (void)
{
  static const double scales[] = { 1, 2 };
  g_autoptr (PlotLayout) layout = scatter (3000);

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      cairo_surface_t *exact = draw_symbols (layout, scales[s], FALSE);
      cairo_surface_t *stamped = draw_symbols (layout, scales[s], TRUE);
      int wanted[4], got[4];

      ink_margins (exact, wanted);
      ink_margins (stamped, got);
      for (guint i = 0; i < 4; i++)
        g_assert_cmpint (ABS (got[i] - wanted[i]), <=, 1);
      cairo_surface_destroy (exact);
      cairo_surface_destroy (stamped);
    }
}

/* Stamps stand where the symbols would, to a part of a pixel, however large a pixel is. */
static void
test_stamps (void)
{
  static const double scales[] = { 1, 2, 1.37 };
  g_autoptr (PlotLayout) layout = scatter (3000);

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      cairo_surface_t *exact = draw_symbols (layout, scales[s], FALSE);
      cairo_surface_t *stamped = draw_symbols (layout, scales[s], TRUE);
      const guint8 *a = cairo_image_surface_get_data (exact);
      const guint8 *b = cairo_image_surface_get_data (stamped);
      int size = cairo_image_surface_get_stride (exact) * HEIGHT * 2;
      guint64 ink = 0, off = 0;

      for (int i = 0; i < size; i += 4)
        {
          ink += 255 - a[i + 2];
          off += (guint) abs (a[i + 2] - b[i + 2]);
        }
      g_assert_cmpuint (ink, >, 1000000);
      g_assert_cmpuint (off, <, ink / 20);
      cairo_surface_destroy (exact);
      cairo_surface_destroy (stamped);
    }
}

/* A few are drawn as they are, and so are those of a file of shapes. */
static void
test_no_stamps (void)
{
  g_autoptr (PlotLayout) few = scatter (20), many = scatter (3000);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_surface_t *svg = cairo_svg_surface_create (NULL, 10, 10);
  cairo_t *pixels = cairo_create (image), *shapes = cairo_create (svg);
  g_autoptr (PlotStamps) of_few = plot_stamps_new (pixels, few);
  g_autoptr (PlotStamps) of_shapes = plot_stamps_new (shapes, many);

  g_assert_false (plot_stamps_add (of_few, &g_array_index (few->symbols, PlotSymbol, 0)));
  g_assert_false (plot_stamps_add (of_shapes, &g_array_index (many->symbols, PlotSymbol, 0)));
  cairo_destroy (pixels);
  cairo_destroy (shapes);
  cairo_surface_destroy (image);
  cairo_surface_destroy (svg);
}

static PlotLayout *
crowd (guint n, double width, PlotTheme theme)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_SCATTER, "vi");
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  plot_figure_add_series (figure, "Dãy", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < n; i++)
    plot_figure_add_mark (figure, 0,
                          &(PlotMark){ .x = 1000 + width * g_rand_double (random),
                                       .value = 1000 + width * g_rand_double (random),
                                       .role = i == 0 ? PLOT_ROLE_FOCUS : PLOT_ROLE_NORMAL });
  plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 0, .value = 0 });
  plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 2000, .value = 2000 });
  return plot_test_layout (figure, WIDTH, HEIGHT, theme);
}

static double
least_opacity (PlotLayout *layout)
{
  double least = 1;

  for (guint i = 0; i < layout->symbols->len; i++)
    least = MIN (least, g_array_index (layout->symbols, PlotSymbol, i).opacity);
  return least;
}

/* The more points lie on each other, the more light each of them lets through; what the chart is about
 * and what is drawn in high contrast lets none. */
static void
test_opacity (void)
{
  g_autoptr (PlotLayout) few = crowd (60, 1000, PLOT_THEME_LIGHT);
  g_autoptr (PlotLayout) some = crowd (2000, 1000, PLOT_THEME_LIGHT);
  g_autoptr (PlotLayout) many = crowd (10000, 300, PLOT_THEME_DARK);
  g_autoptr (PlotLayout) strong = crowd (10000, 300, PLOT_THEME_HIGH_CONTRAST);
  guint n_whole = 0;

  g_assert_cmpfloat (least_opacity (few), ==, 1);
  g_assert_cmpfloat (least_opacity (some), <, 1);
  g_assert_cmpfloat (least_opacity (many), <, least_opacity (some));
  g_assert_cmpfloat (least_opacity (many), >, 0.3);
  g_assert_cmpfloat (least_opacity (strong), ==, 1);
  for (guint i = 0; i < many->symbols->len; i++)
    n_whole += g_array_index (many->symbols, PlotSymbol, i).opacity == 1;
  g_assert_cmpuint (n_whole, ==, 1);
}

/* Several on one place are darker than one, as cairo mixes them, in the order of the symbols. */
static void
test_mixing (void)
{
  g_autoptr (PlotLayout) layout = crowd (3000, 250, PLOT_THEME_LIGHT);
  cairo_surface_t *exact = draw_symbols (layout, 1, FALSE);
  cairo_surface_t *stamped = draw_symbols (layout, 1, TRUE);
  const guint8 *a = cairo_image_surface_get_data (exact);
  const guint8 *b = cairo_image_surface_get_data (stamped);
  int size = cairo_image_surface_get_stride (exact) * HEIGHT * 2;
  guint64 ink = 0, off = 0;

  g_assert_cmpfloat (least_opacity (layout), <, 1);
  for (int i = 0; i < size; i += 4)
    {
      ink += 255 - a[i + 2];
      off += (guint) abs (a[i + 2] - b[i + 2]);
    }
  g_assert_cmpuint (ink, >, 500000);
  g_assert_cmpuint (off, <, ink / 20);
  cairo_surface_destroy (exact);
  cairo_surface_destroy (stamped);
}

/* Spots laid out in any order are walked series by series, and found by where they begin. */
static void
test_order (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_SCATTER, "vi");
  g_autoptr (PlotLayout) layout = NULL;

  for (guint s = 0; s < 10; s++)
    {
      plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < 150; i++)
        plot_figure_add_mark (figure, s,
                              &(PlotMark){ .x = g_test_rand_int_range (0, 80),
                                           .value = g_test_rand_int_range (0, 1000) });
    }
  layout = plot_test_layout (figure, WIDTH, HEIGHT, PLOT_THEME_LIGHT);
  g_assert_cmpint (layout->spots->len, ==, 1500);
  g_assert_cmpint (layout->sorted->len, ==, 1500);
  for (guint i = 0; i < 1500; i++)
    {
      const PlotSpot *spot = PLOT_SPOT (layout, i);

      g_assert_cmpint (spot->series, ==, i / 150);
      g_assert_cmpint (spot->index, ==, i % 150);
      if (i == 0)
        continue;
      g_assert_cmpfloat (PLOT_SPOT (layout, g_array_index (layout->sorted, guint, i - 1))->region.x,
                         <=,
                         PLOT_SPOT (layout, g_array_index (layout->sorted, guint, i))->region.x);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/dense/stroke", test_stroke);
  g_test_add_func ("/plot/dense/points", test_points);
  g_test_add_func ("/plot/dense/stamps", test_stamps);
  g_test_add_func ("/plot/dense/whole-stamps", test_whole_stamps);
  g_test_add_func ("/plot/dense/no-stamps", test_no_stamps);
  g_test_add_func ("/plot/dense/many-points", test_many_points);
  g_test_add_func ("/plot/dense/opacity", test_opacity);
  g_test_add_func ("/plot/dense/mixing", test_mixing);
  g_test_add_func ("/plot/dense/order", test_order);
  return g_test_run ();
}
