/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of time: what is in it and what is not, that lines go on beyond it, that it is said; and the
 * series that stands out. */

#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot-test-support.h"
#include "plot/plot-arrays.h"
#include "plot/plot-proof.h"

#define N_YEARS 10

static gboolean
in_time (PlotKind kind)
{
  return kind == PLOT_KIND_LINE || kind == PLOT_KIND_MULTIPLES;
}

/* Two lines of ten years, one rising, one falling; the second misses 2015. */
static PlotFigure *
make_figure (PlotKind kind)
{
  PlotFigure *figure = plot_figure_new (kind, "en");

  plot_figure_set_title (figure, "Receptions rose");
  plot_figure_set_source (figure, "Source: reports");
  plot_figure_set_unit (figure, "", 0);
  for (guint s = 0; s < 2; s++)
    {
      plot_figure_add_series (figure, s == 0 ? "North" : "South", PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < N_YEARS; i++)
        {
          gboolean missing = s == 1 && i == 5;

          if (!in_time (kind) && s == 0)
            plot_figure_add_category (figure, "Category");
          plot_figure_add_mark (
              figure, s,
              &(PlotMark){ .x = in_time (kind) ? 2010.5 + i : i,
                           .value = missing ? NAN : (s == 0 ? 100 + 10.0 * i : 200 - 10.0 * i),
                           .state = missing ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT,
                           .key = 1 + s * N_YEARS + i });
        }
    }
  return figure;
}

static gboolean
has_text (PlotLayout *layout, const char *wanted)
{
  for (guint i = 0; i < plot_layout_n_texts (layout); i++)
    {
      double x, y, w, h;

      if (strcmp (plot_layout_text (layout, i, &x, &y, &w, &h), wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_marks (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE);
  g_autoptr (PlotLayout) layout = NULL;
  double from, to;

  plot_figure_set_range (figure, 2012, 2016);
  layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 8);
  g_assert_cmpint (plot_layout_find_key (layout, 3), >=, 0);
  g_assert_cmpint (plot_layout_find_mark (layout, 0, 2), ==, plot_layout_find_key (layout, 3));
  g_assert_cmpint (plot_layout_find_mark (layout, 0, 1), ==, -1);
  g_assert_true (plot_layout_time (layout, &from, &to));
  g_assert_cmpfloat (from, ==, 2012);
  g_assert_cmpfloat (to, ==, 2016);
  /* One of the twelve others is no value. */
  g_assert_true (has_text (layout, "12 values lie outside this period"));
}

/* Each line comes in from the left edge and goes on to the right one, at the height that lies between
 * its marks. */
static void
test_edges (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE);
  g_autoptr (PlotLayout) layout = NULL;
  const PlotPath *path;
  const PlotPoint *points;
  int mark;

  plot_figure_set_range (figure, 2012, 2016);
  layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  path = &g_array_index (layout->paths, PlotPath, 0);
  points = &g_array_index (layout->points, PlotPoint, path->first);
  g_assert_cmpuint (path->series, ==, 1);
  g_assert_cmpuint (path->n, ==, 6);
  g_assert_cmpfloat_with_epsilon (points[0].x, layout->plot.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (points[5].x, layout->plot.x + layout->plot.width, 1e-6);
  mark = plot_layout_find_key (layout, 3);
  g_assert_cmpfloat_with_epsilon (points[0].y - points[1].y, (points[1].y - points[2].y) / 2, 1e-6);
  g_assert_cmpfloat (points[1].x, >, PLOT_SPOT (layout, mark)->bounds.x);
}

/* What misses a mark at the edge does not come in from anywhere. */
static void
test_gap_at_edge (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE);
  g_autoptr (PlotLayout) layout = NULL;

  plot_figure_set_range (figure, 2016, 2019);
  layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  for (guint i = 0; i < layout->paths->len; i++)
    {
      const PlotPath *path = &g_array_index (layout->paths, PlotPath, i);
      double x = g_array_index (layout->points, PlotPoint, path->first).x;

      if (path->series == 2)
        g_assert_cmpfloat (x, >, layout->plot.x + 1);
      else
        g_assert_cmpfloat_with_epsilon (x, layout->plot.x, 1e-6);
    }
}

/* Between two marks there is only the line, and a part without any of it is no error. */
static void
test_between (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE);
  g_autoptr (PlotLayout) between = NULL, beyond = NULL;

  plot_figure_set_range (figure, 2012.6, 2013.4);
  between = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  g_assert_cmpuint (plot_layout_n_marks (between), ==, 0);
  g_assert_cmpuint (between->paths->len, ==, 2);
  plot_figure_set_range (figure, 2030, 2031);
  beyond = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  g_assert_cmpuint (beyond->paths->len, ==, 0);
}

static void
test_time_between (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE);
  g_autoptr (PlotFigure) columns = make_figure (PLOT_KIND_COLUMN);
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  g_autoptr (PlotLayout) other = plot_test_layout (columns, 800, 450, PLOT_THEME_LIGHT);
  const PlotRect *third = &PLOT_SPOT (layout, 2)->bounds, *fifth = &PLOT_SPOT (layout, 4)->bounds;
  double from, to;

  g_assert_true (plot_layout_time_between (layout, fifth->x + fifth->width / 2,
                                           third->x + third->width / 2, &from, &to));
  g_assert_cmpfloat_with_epsilon (from, 2012.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (to, 2014.5, 1e-6);
  g_assert_true (plot_layout_time_between (layout, -100, 5000, &from, &to));
  g_assert_cmpfloat (to, ==, 2019.5);
  g_assert_false (plot_layout_time_between (layout, third->x + 12, third->x + 20, &from, &to));
  g_assert_false (plot_layout_time_between (other, 0, 800, &from, &to));
}

/* Panels show the same part of time, and each can be asked for a part of it. */
static void
test_panels (void)
{
  static const PlotKind kinds[] = { PLOT_KIND_LINE, PLOT_KIND_COLUMN };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_MULTIPLES);
      g_autoptr (PlotLayout) layout = NULL;
      double from, to, x[2];

      plot_figure_set_panels (figure, kinds[k], FALSE);
      plot_figure_set_range (figure, 2012, 2016);
      layout = plot_test_layout (figure, 800, 300, PLOT_THEME_LIGHT);
      g_assert_cmpuint (plot_layout_n_marks (layout), ==, 8);
      g_assert_cmpint (plot_layout_find_mark (layout, 0, 1), ==, -1);
      g_assert_true (has_text (layout, "12 values lie outside this period"));
      g_assert_cmpuint (layout->panels->len, ==, 2);
      for (guint s = 0; s < 2; s++)
        {
          const PlotRect *plot = &g_array_index (layout->panels, PlotRect, s);

          for (guint i = 0; i < 2; i++)
            {
              int mark = plot_layout_find_mark (layout, s, 2 + i);
              const PlotRect *bounds = &PLOT_SPOT (layout, mark)->bounds;

              x[i] = bounds->x + bounds->width / 2;
              g_assert_cmpfloat (bounds->x, >=, plot->x);
              g_assert_cmpfloat (bounds->x + bounds->width, <=, plot->x + plot->width);
            }
          g_assert_true (plot_layout_time_between (layout, x[0] - 2, x[1] + 2, &from, &to));
          g_assert_cmpfloat_with_epsilon (from, 2012.5, 0.05);
          g_assert_cmpfloat_with_epsilon (to, 2013.5, 0.05);
        }
      /* A drag that leaves its panel ends at the panel's edge. */
      g_assert_true (plot_layout_time_between (layout, x[1] + 2, -100, &from, &to));
      g_assert_cmpfloat (from, <=, 2012.0);
      g_assert_cmpfloat_with_epsilon (to, 2013.5, 0.05);
    }
}

/* A panel without a value in the part that is shown says so, rather than that nothing was reported. */
static void
test_empty_panel (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_MULTIPLES);
  g_autoptr (PlotLayout) layout = NULL;

  plot_figure_add_series (figure, "East", PLOT_ROLE_NORMAL, 2);
  plot_figure_add_mark (figure, 2, &(PlotMark){ .x = 2018.5, .value = 900, .key = 90 });
  plot_figure_set_range (figure, 2012, 2016);
  layout = plot_test_layout (figure, 900, 300, PLOT_THEME_LIGHT);
  g_assert_true (has_text (layout, "none in this period"));
  /* Nor does what lies outside stretch the axis. */
  g_assert_false (has_text (layout, "800"));
}

/* Kinds without time show all, whatever part was asked for. */
static void
test_no_time (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_COLUMN);
  g_autoptr (PlotLayout) layout = NULL;

  plot_figure_set_range (figure, 2, 4);
  layout = plot_test_layout (figure, 1600, 900, PLOT_THEME_LIGHT);
  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 20);
}

/* What is said is of what is shown. */
static void
test_describe (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE);
  g_autofree char *text = NULL;

  plot_figure_set_range (figure, 2012, 2016);
  text = plot_figure_describe (figure);
  g_assert_nonnull (strstr (text, "7 values, 1 without a figure, 12 values lie outside"));
  g_assert_nonnull (strstr (text, "Highest: 180 "));
  g_assert_nonnull (strstr (text, "Lowest: 120 "));
}

static void
test_derive (void)
{
  g_autoptr (PlotFigure) derived = NULL;
  double from, to;

  {
    g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE);

    plot_figure_add_proof (figure, 7, &(PlotProof){ .sentence = "In 2015 there were 7." });
    derived = plot_figure_derive (figure);
    plot_figure_set_title (derived, "Mine");
    plot_figure_set_range (derived, 2012, 2016);
    g_assert_cmpstr (plot_figure_title (figure), ==, "Receptions rose");
    g_assert_false (plot_figure_range (figure, &from, &to));
    g_assert_true (plot_figure_mark (figure, 1, 3) == plot_figure_mark (derived, 1, 3));
  }
  g_assert_cmpstr (plot_figure_title (derived), ==, "Mine");
  g_assert_cmpstr (plot_figure_series_name (derived, 1), ==, "South");
  g_assert_cmpstr (plot_figure_proof (derived, 7, 0)->sentence, ==, "In 2015 there were 7.");
  g_assert_cmpfloat (plot_figure_mark (derived, 0, 9)->value, ==, 190);
  plot_figure_set_range (derived, 3, 3);
  g_assert_false (plot_figure_range (derived, &from, &to));
}

/* The texts of every sample stay apart in a part of its time too. */
static void
test_texts_apart (void)
{
  for (guint i = 0; i < plot_n_samples; i++)
    for (guint w = 400; w <= 1600; w *= 2)
      {
        g_autoptr (PlotFigure) sample = plot_samples[i].create (w == 800 ? "en" : "vi");
        g_autoptr (PlotFigure) figure = plot_figure_derive (sample);
        g_autoptr (PlotLayout) layout = NULL;
        double first, last;

        if (!plot_figure_time (figure, &first, &last))
          continue;
        plot_figure_set_range (figure, first + (last - first) * 0.3, first + (last - first) * 0.7);
        layout = plot_test_layout (figure, w, w * 0.6, PLOT_THEME_LIGHT);
        for (guint a = 0; a < layout->texts->len; a++)
          for (guint b = 0; b < a; b++)
            {
              const PlotRect *one = &g_array_index (layout->texts, PlotText, a).box;
              const PlotRect *two = &g_array_index (layout->texts, PlotText, b).box;

              g_assert_false (
                  one->x + 0.1 < two->x + two->width && two->x + 0.1 < one->x + one->width
                  && one->y + 0.1 < two->y + two->height && two->y + 0.1 < one->y + one->height);
            }
      }
}

/* How far a painted picture is from the white page, summed over the box of a mark. */
static guint
ink_at (PlotLayout *layout, int emphasis, int mark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 450);
  cairo_t *cr = cairo_create (surface);
  const PlotRect *box = &PLOT_SPOT (layout, mark)->bounds;
  guint sum = 0;

  if (emphasis < 0)
    plot_layout_draw (layout, cr, TRUE);
  else
    plot_layout_draw_emphasis (layout, cr, TRUE, emphasis);
  cairo_surface_flush (surface);
  for (int y = (int) box->y; y < box->y + box->height; y++)
    for (int x = (int) box->x; x < box->x + box->width; x++)
      {
        const guchar *row = cairo_image_surface_get_data (surface)
                            + (gsize) y * cairo_image_surface_get_stride (surface);
        guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

        sum += 3 * 255 - (pixel & 255) - ((pixel >> 8) & 255) - ((pixel >> 16) & 255);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return sum;
}

static void
test_emphasis (void)
{
  static const PlotKind kinds[] = { PLOT_KIND_LINE, PLOT_KIND_COLUMN, PLOT_KIND_BAR };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (PlotFigure) figure = make_figure (kinds[k]);
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
      int mine = plot_layout_find_key (layout, 2), other = plot_layout_find_key (layout, 12);

      g_assert_cmpuint (ink_at (layout, 0, mine), >=, ink_at (layout, -1, mine));
      g_assert_cmpuint (ink_at (layout, 0, other) * 2, <, ink_at (layout, -1, other));
      g_assert_cmpuint (ink_at (layout, 0, other), >, 0);
    }
}

/* Each series is found at its name, and nowhere else. */
static void
test_hit_series (void)
{
  static const PlotKind kinds[] = { PLOT_KIND_LINE, PLOT_KIND_COLUMN, PLOT_KIND_BAR };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (PlotFigure) figure = make_figure (kinds[k]);
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
      guint found = 0;

      for (guint i = 0; i < plot_layout_n_texts (layout); i++)
        {
          double x, y, w, h;
          const char *text = plot_layout_text (layout, i, &x, &y, &w, &h);
          int series = plot_layout_hit_series (layout, x + w / 2, y + h / 2);

          if (g_str_has_prefix (text, "North"))
            found += series == 0;
          else if (g_str_has_prefix (text, "South"))
            found += series == 1;
          else
            g_assert_cmpint (series, ==, -1);
        }
      g_assert_cmpuint (found, ==, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/window/marks", test_marks);
  g_test_add_func ("/plot/window/edges", test_edges);
  g_test_add_func ("/plot/window/gap-at-edge", test_gap_at_edge);
  g_test_add_func ("/plot/window/between", test_between);
  g_test_add_func ("/plot/window/time-between", test_time_between);
  g_test_add_func ("/plot/window/panels", test_panels);
  g_test_add_func ("/plot/window/empty-panel", test_empty_panel);
  g_test_add_func ("/plot/window/no-time", test_no_time);
  g_test_add_func ("/plot/window/describe", test_describe);
  g_test_add_func ("/plot/window/derive", test_derive);
  g_test_add_func ("/plot/window/texts-apart", test_texts_apart);
  g_test_add_func ("/plot/window/emphasis", test_emphasis);
  g_test_add_func ("/plot/window/hit-series", test_hit_series);
  return g_test_run ();
}
