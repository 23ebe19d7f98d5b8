/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a map: the limits of its classes, and the places that lie furthest apart. */

#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot-test-support.h"
#include "plot/plot-arrays.h"

static PlotLayout *
lay_out (const char *name, double width, double height)
{
  g_autoptr (PlotFigure) figure = plot_sample_create (name, "vi");

  return plot_test_layout (figure, width, height, PLOT_THEME_LIGHT);
}

static const PlotText *
find_text (PlotLayout *layout, const char *wanted, guint *n)
{
  const PlotText *found = NULL;

  *n = 0;
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const PlotText *text = &g_array_index (layout->texts, PlotText, i);

      if (strcmp (pango_layout_get_text (text->layout), wanted) != 0)
        continue;
      found = text;
      ++*n;
    }
  return found;
}

static guint
count_text (PlotLayout *layout, const char *wanted)
{
  guint n;

  find_text (layout, wanted, &n);
  return n;
}

/* Whether an edge of a class lies above the middle of text. */
static gboolean
is_below_edge (PlotLayout *layout, const PlotText *text)
{
  double middle = text->box.x + text->box.width / 2;

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const PlotRect *box = &g_array_index (layout->boxes, PlotBox, i).box;

      if (box->y < text->box.y && box->y + 2 * box->height > text->box.y
          && (fabs (box->x - middle) < 1.5 || fabs (box->x + box->width - middle) < 1.5))
        return TRUE;
    }
  return FALSE;
}

/* Every limit stands below its edge, the first and the last too. */
static void
test_limits (void)
{
  static const char *const limits[] = { "20\u00a0%", "40\u00a0%", "60\u00a0%", "80\u00a0%",
                                        "100\u00a0%" };
  g_autoptr (PlotLayout) layout = lay_out ("tilemap-63", 400, 480);
  double first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      guint n;
      const PlotText *text = find_text (layout, limits[i], &n);

      g_assert_cmpuint (n, ==, 1);
      if (i == 0)
        first = text->box.x;
      g_assert_true (is_below_edge (layout, text));
    }
  /* Flush with the title. */
  g_assert_cmpfloat_with_epsilon (first, g_array_index (layout->texts, PlotText, 0).box.x, 1.5);
}

/* One value is no range: below its class and in its cell, not at both edges. */
static void
test_one_value (void)
{
  g_autoptr (PlotLayout) heatmap = lay_out ("heatmap-one", 400, 300);
  g_autoptr (PlotLayout) map = lay_out ("tilemap-one", 240, 300);
  guint n_heatmap = count_text (heatmap, "1.234"), n_map = count_text (map, "1.234.567");

  g_assert_cmpuint (n_heatmap, ==, 2);
  g_assert_cmpuint (n_map, <=, 2);
}

/* A wide map has the ends of the row in words; a narrow one has no room for them. What is at least so
 * much is not among the lowest. */
static void
test_extremes (void)
{
  g_autoptr (PlotLayout) wide = lay_out ("tilemap-63", 1600, 900);
  g_autoptr (PlotLayout) narrow = lay_out ("tilemap-63", 400, 640);

  g_assert_cmpuint (count_text (wide, "Cao nhất"), ==, 1);
  g_assert_cmpuint (count_text (wide, "Thấp nhất"), ==, 1);
  /* On the map and in a list, or on the map alone. */
  g_assert_cmpuint (count_text (wide, "Sóc Trăng"), ==, 2);
  g_assert_cmpuint (count_text (wide, "Hà Nội"), ==, 2);
  g_assert_cmpuint (count_text (wide, "Đà Nẵng"), ==, 1);
  g_assert_cmpuint (count_text (narrow, "Cao nhất"), ==, 0);
}

static PlotLayout *
lay_out_values (const double *values, guint n)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_TILEMAP, "en");

  plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("P%u", i);

      plot_figure_set_tile (figure, plot_figure_add_category (figure, name), i, i % 4, name);
      plot_figure_add_mark (figure, 0, &(PlotMark){ .x = i, .value = values[i] });
    }
  return plot_test_layout (figure, 1200, 600, PLOT_THEME_LIGHT);
}

/* Of several that are equal none is left out of a list. */
static void
test_ties (void)
{
  static const double some[] = { 9, 9, 8, 7, 7, 7, 6, 5, 4, 3, 2, 1 };
  static const double most[] = { 9, 9, 9, 9, 9, 9, 6, 5, 4, 3, 2, 1 };
  g_autoptr (PlotLayout) layout = lay_out_values (some, G_N_ELEMENTS (some));
  g_autoptr (PlotLayout) none = lay_out_values (most, G_N_ELEMENTS (most));

  g_assert_cmpuint (count_text (layout, "Highest"), ==, 1);
  g_assert_cmpuint (count_text (layout, "P2"), ==, 2);
  g_assert_cmpuint (count_text (layout, "P3"), ==, 1);
  g_assert_cmpuint (count_text (layout, "P4"), ==, 1);
  g_assert_cmpuint (count_text (layout, "P11"), ==, 2);
  g_assert_cmpuint (count_text (none, "Highest"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/maps/limits", test_limits);
  g_test_add_func ("/plot/maps/one-value", test_one_value);
  g_test_add_func ("/plot/maps/extremes", test_extremes);
  g_test_add_func ("/plot/maps/ties", test_ties);
  return g_test_run ();
}
