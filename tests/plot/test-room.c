/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Much or little in a chart's room: digits that can be compared, rows neither left out nor lost in an
 * empty page, titles and maps that can be read when they are small. */

#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot-test-support.h"
#include "plot/plot-arrays.h"

static PlotLayout *
lay_out (const char *name, const char *language, double width, double height)
{
  g_autoptr (PlotFigure) figure = plot_sample_create (name, language);

  return plot_test_layout (figure, width, height, PLOT_THEME_LIGHT);
}

static const PlotText *
find_text (PlotLayout *layout, const char *wanted)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const PlotText *text = &g_array_index (layout->texts, PlotText, i);

      if (strstr (pango_layout_get_text (text->layout), wanted) != NULL)
        return text;
    }
  return NULL;
}

static gboolean
has (PlotLayout *layout, const char *wanted)
{
  for (guint i = 0; i < layout->texts->len; i++)
    if (strcmp (pango_layout_get_text (g_array_index (layout->texts, PlotText, i).layout), wanted)
        == 0)
      return TRUE;
  return FALSE;
}

static PlotFigure *
make_rows (PlotKind kind, guint n)
{
  PlotFigure *figure = plot_figure_new (kind, "en");

  plot_figure_set_title (figure, "Rows");
  plot_figure_set_source (figure, "Source");
  plot_figure_set_unit (figure, "%", 2);
  plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < n; i++)
    plot_figure_add_category (figure, plot_sample_provinces[i % plot_n_sample_provinces]);
  return figure;
}

static void
add (PlotFigure *figure, guint row, double value, PlotState state)
{
  plot_figure_add_mark (figure, 0, &(PlotMark){ .x = row, .value = value, .state = state });
}

/* As many decimals as the longest needs; what is at least so much is written as its source does. */
static void
test_decimals (void)
{
  static const PlotKind kinds[] = { PLOT_KIND_BAR, PLOT_KIND_ATTAINMENT };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (PlotFigure) figure = make_rows (kinds[k], 4);
      g_autoptr (PlotLayout) layout = NULL;

      add (figure, 0, 100, PLOT_STATE_EXACT);
      add (figure, 1, 54.5, PLOT_STATE_EXACT);
      add (figure, 2, 52.44, PLOT_STATE_EXACT);
      add (figure, 3, 56, PLOT_STATE_AT_LEAST);
      layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
      g_assert_true (has (layout, "100.00%"));
      g_assert_true (has (layout, "54.50%"));
      g_assert_true (has (layout, "52.44%"));
      g_assert_true (has (layout, "≥\u00a0"
                                  "56%"));
    }
}

/* Whole numbers get none, and one decimal is not made two. */
static void
test_no_more_decimals (void)
{
  g_autoptr (PlotFigure) whole = make_rows (PLOT_KIND_BAR, 2);
  g_autoptr (PlotFigure) tenths = make_rows (PLOT_KIND_BAR, 2);
  g_autoptr (PlotLayout) first = NULL, second = NULL;

  add (whole, 0, 82, PLOT_STATE_EXACT);
  add (whole, 1, 7, PLOT_STATE_EXACT);
  add (tenths, 0, 82, PLOT_STATE_EXACT);
  add (tenths, 1, 6.9, PLOT_STATE_EXACT);
  first = plot_test_layout (whole, 800, 450, PLOT_THEME_LIGHT);
  second = plot_test_layout (tenths, 800, 450, PLOT_THEME_LIGHT);
  g_assert_true (has (first, "82%") && has (first, "7%"));
  g_assert_true (has (second, "82.0%") && has (second, "6.9%"));
}

/* In the middle of what title and source leave, not below the title. */
static void
test_one_row (void)
{
  static const PlotKind kinds[] = { PLOT_KIND_BAR, PLOT_KIND_ATTAINMENT, PLOT_KIND_HEATMAP };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (PlotFigure) figure = make_rows (kinds[k], 1);
      g_autoptr (PlotLayout) layout = NULL;
      double top, bottom, middle;

      add (figure, 0, 54, PLOT_STATE_EXACT);
      layout = plot_test_layout (figure, 600, 450, PLOT_THEME_LIGHT);
      top = find_text (layout, "Rows")->box.y;
      bottom = find_text (layout, "Source")->box.y;
      middle = layout->plot.y + layout->plot.height / 2;
      g_assert_cmpfloat (middle, >, top + 0.3 * (bottom - top));
      g_assert_cmpfloat (middle, <, top + 0.6 * (bottom - top));
    }
}

/* All provinces of today have a row on a screen's page, in smaller letters; the 63 of before do not on a
 * third of it, and nothing is made unreadable for them. */
static void
test_all_rows (void)
{
  g_autoptr (PlotFigure) today = make_rows (PLOT_KIND_BAR, 34);
  g_autoptr (PlotFigure) before = make_rows (PLOT_KIND_BAR, 63);
  g_autoptr (PlotLayout) all = NULL, some = NULL;

  for (guint i = 0; i < 34; i++)
    add (today, i, 90 - i, PLOT_STATE_EXACT);
  for (guint i = 0; i < 63; i++)
    add (before, i, 90 - i, PLOT_STATE_EXACT);
  all = plot_test_layout (today, 1600, 900, PLOT_THEME_LIGHT);
  some = plot_test_layout (before, 800, 450, PLOT_THEME_LIGHT);
  g_assert_cmpuint (plot_layout_n_marks (all), ==, 34);
  g_assert_null (find_text (all, " more "));
  g_assert_nonnull (find_text (some, " more "));
  for (guint i = 0; i < some->texts->len; i++)
    g_assert_cmpfloat (g_array_index (some->texts, PlotText, i).box.height, >, 10);
}

/* A finding that does not fit in the usual letters is written in smaller ones, not cut off. */
static void
test_long_title (void)
{
  static const char *const languages[] = { "vi", "en" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (PlotLayout) narrow = lay_out ("bar-attainment", languages[l], 400, 300);
      g_autoptr (PlotLayout) wide = lay_out ("bar-attainment", languages[l], 800, 450);
      const PlotText *title = &g_array_index (narrow->texts, PlotText, 0);

      g_assert_cmpint (title->style, ==, PLOT_STYLE_TITLE_LONG);
      g_assert_false (pango_layout_is_ellipsized (title->layout));
      g_assert_cmpint (g_array_index (wide->texts, PlotText, 0).style, ==, PLOT_STYLE_TITLE);
    }
}

static PlotFigure *
make_scatter (double outlier)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_SCATTER, "en");

  plot_figure_set_x_axis (figure, "Across", "", 0);
  plot_figure_set_y_title (figure, "Upwards");
  plot_figure_add_series (figure, "", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < 40; i++)
    plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 500 + 110 * i, .value = 20 + i });
  plot_figure_add_mark (figure, 0, &(PlotMark){ .x = outlier, .value = 33 });
  return figure;
}

/* One small value does not bend an axis on which the others have room; one large value that leaves them
 * none does. */
static void
test_scatter_axis (void)
{
  g_autoptr (PlotFigure) small = make_scatter (2), large = make_scatter (4e6);
  g_autoptr (PlotLayout) even = plot_test_layout (small, 800, 450, PLOT_THEME_LIGHT);
  g_autoptr (PlotLayout) bent = plot_test_layout (large, 800, 450, PLOT_THEME_LIGHT);

  g_assert_null (find_text (even, "logarithmic"));
  g_assert_nonnull (find_text (bent, "logarithmic"));
}

/* Every tile of a small map has its name, and what lies far out its value in short. */
static void
test_small_map (void)
{
  static const char *const names[] = { "HNO", "CMA", "HCM", "GLA", "LCA" };
  g_autoptr (PlotLayout) small = lay_out ("tilemap-63", "vi", 400, 300);
  g_autoptr (PlotLayout) huge = lay_out ("tilemap-huge", "vi", 400, 480);
  g_autoptr (PlotLayout) growth = lay_out ("tilemap-growth", "en", 400, 480);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (has (small, names[i]));
  g_assert_true (has (huge, "1,2\u00a0tr"));
  g_assert_true (has (growth, "+413"));
}

/* What is drawn as one says how many it stands for, and how unlike they are. */
static void
test_rest_of_stack (void)
{
  g_autoptr (PlotLayout) layout = lay_out ("stacked-63", "en", 800, 450);

  g_assert_nonnull (find_text (layout, "55 others, together ("));
  g_assert_nonnull (find_text (layout, " each)"));
}

/* Panels with axes of their own have the room above these for their names. */
static void
test_panel_names (void)
{
  g_autoptr (PlotLayout) layout = lay_out ("multiples-own", "vi", 400, 300);

  g_assert_true (has (layout, "Thành phố Hồ Chí Minh"));
  for (guint i = 0; i < layout->texts->len; i++)
    g_assert_false (pango_layout_is_ellipsized (g_array_index (layout->texts, PlotText, i).layout));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/room/decimals", test_decimals);
  g_test_add_func ("/plot/room/no-more-decimals", test_no_more_decimals);
  g_test_add_func ("/plot/room/one-row", test_one_row);
  g_test_add_func ("/plot/room/all-rows", test_all_rows);
  g_test_add_func ("/plot/room/long-title", test_long_title);
  g_test_add_func ("/plot/room/scatter-axis", test_scatter_axis);
  g_test_add_func ("/plot/room/small-map", test_small_map);
  g_test_add_func ("/plot/room/rest-of-stack", test_rest_of_stack);
  g_test_add_func ("/plot/room/panel-names", test_panel_names);
  return g_test_run ();
}
