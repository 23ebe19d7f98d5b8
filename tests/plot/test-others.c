/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another source says is marked beside a value: to scale, inside the plot, with its key, and never
 * as a value of its own. */

#include <math.h>
#include <string.h>

#include "plot-test-support.h"
#include "plot/plot-arrays.h"
#include "plot/plot-other.h"

/* Two places; of the first another source says other. */
static PlotFigure *
make_figure (PlotKind kind, double other)
{
  static const double values[] = { 100, 40 };
  PlotFigure *figure = plot_figure_new (kind, "en");

  plot_figure_set_title (figure, "Communes");
  plot_figure_add_series (figure, "Communes", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const char *name = i == 0 ? "Nghệ An" : "Hà Tĩnh";
      guint x = kind == PLOT_KIND_LINE ? 2020 + i : plot_figure_add_category (figure, name);

      plot_figure_add_mark (figure, 0,
                            &(PlotMark){ .x = x, .value = values[i], .key = 1 + i, .place = name });
    }
  if (!isnan (other))
    plot_figure_add_other (figure, 1, other);
  return figure;
}

/* The strokes that lead to a cap, or from a bar's end. */
static const PlotStroke *
find_way (PlotLayout *layout, double width)
{
  for (guint i = 0; i < layout->strokes->len; i++)
    {
      const PlotStroke *stroke = &g_array_index (layout->strokes, PlotStroke, i);

      if (stroke->width == width
          && (stroke->kind == PLOT_STROKE_WAY
              || (stroke->kind == PLOT_STROKE_AXIS && width == 1.25)))
        return stroke;
    }
  return NULL;
}

static const PlotText *
find_text (PlotLayout *layout, const char *wanted)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const PlotText *text = &g_array_index (layout->texts, PlotText, i);

      if (strcmp (pango_layout_get_text (text->layout), wanted) == 0)
        return text;
    }
  return NULL;
}

static void
test_bar (void)
{
  static const double others[] = { 160, 104, 70 };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_BAR, others[i]);
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, 600, 300, PLOT_THEME_LIGHT);
      const PlotStroke *way = find_way (layout, 1.25);
      const PlotBox *bar = &g_array_index (layout->boxes, PlotBox, 0);
      const PlotText *value = find_text (layout, "100");
      double per_unit = bar->box.width / 100;

      g_assert_nonnull (way);
      g_assert_cmpfloat_with_epsilon (way->x2, bar->box.x + others[i] * per_unit, 1.5);
      g_assert_cmpfloat (way->x2, <=, layout->width);
      /* The value stays at its bar unless the end of the way would run through it. */
      g_assert_true (value->box.x >= MAX (way->x1, way->x2)
                     || value->box.x + value->box.width <= MIN (way->x1, way->x2));
      g_assert_nonnull (find_text (layout, "what another source says"));
    }
}

/* Not a number of the axis. */
static const PlotText *
find_text_over (PlotLayout *layout, const char *wanted, const PlotRect *column)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const PlotText *text = &g_array_index (layout->texts, PlotText, i);
      double middle = text->box.x + text->box.width / 2;

      if (strcmp (pango_layout_get_text (text->layout), wanted) == 0 && middle > column->x
          && middle < column->x + column->width)
        return text;
    }
  return NULL;
}

static void
test_column (void)
{
  static const double others[] = { 160, 104, 70 };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_COLUMN, others[i]);
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, 600, 300, PLOT_THEME_LIGHT);
      const PlotStroke *way = find_way (layout, 1.25);
      const PlotBox *column = &g_array_index (layout->boxes, PlotBox, 0);
      const PlotText *value = find_text_over (layout, "100", &column->box);
      double foot = column->box.y + column->box.height;

      g_assert_nonnull (way);
      g_assert_cmpfloat (way->x1, ==, way->x2);
      g_assert_cmpfloat_with_epsilon (way->y2, foot - others[i] * column->box.height / 100, 1.5);
      g_assert_cmpfloat (way->y2, >=, layout->plot.y - 0.5);
      /* It does not run through the value. */
      g_assert_true (value->box.y >= MAX (way->y1, way->y2)
                     || value->box.y + value->box.height <= MIN (way->y1, way->y2) + 0.01);
      g_assert_nonnull (find_text (layout, "what another source says"));
    }
}

static void
test_attainment (void)
{
  static const double others[] = { 90, 30, 120, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_ATTAINMENT, others[i]);
      g_autoptr (PlotLayout) layout = NULL;
      const PlotStroke *way;
      const PlotBox *track, *bar;

      plot_figure_set_unit (figure, "%", 0);
      layout = plot_test_layout (figure, 600, 300, PLOT_THEME_LIGHT);
      way = find_way (layout, 1.25);
      track = &g_array_index (layout->boxes, PlotBox, 0);
      bar = &g_array_index (layout->boxes, PlotBox, 1);
      g_assert_nonnull (way);
      g_assert_cmpfloat (way->y1, ==, way->y2);
      g_assert_cmpfloat_with_epsilon (way->x1, bar->box.x + bar->box.width, 0.01);
      /* A track ends at all of it, the scale at half as much again. */
      g_assert_cmpfloat_with_epsilon (
          way->x2, track->box.x + MIN (others[i], 150) / 100 * track->box.width, 1.5);
      g_assert_nonnull (find_text (layout, "what another source says"));
    }
}

static void
test_line (void)
{
  g_autoptr (PlotFigure) figure = make_figure (PLOT_KIND_LINE, 300);
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 600, 400, PLOT_THEME_LIGHT);
  const PlotStroke *way = find_way (layout, 1.25);

  g_assert_nonnull (way);
  g_assert_cmpfloat (way->x1, ==, way->x2);
  g_assert_cmpfloat (way->y2, <, way->y1);
  /* Inside the plot, which is as high as that needs. */
  g_assert_cmpfloat (way->y2, >=, layout->plot.y - 0.5);
  g_assert_cmpuint (layout->spots->len, ==, 2);
}

static void
test_none (void)
{
  g_autoptr (PlotFigure) bare = make_figure (PLOT_KIND_BAR, NAN);
  g_autoptr (PlotFigure) stack = make_figure (PLOT_KIND_STACKED, 160);
  g_autoptr (PlotLayout) one = plot_test_layout (bare, 600, 300, PLOT_THEME_LIGHT);
  g_autoptr (PlotLayout) two = plot_test_layout (stack, 600, 300, PLOT_THEME_LIGHT);
  g_autoptr (PlotFigure) derived = plot_figure_derive (stack);

  /* What does not mark it does not explain it. */
  g_assert_null (find_text (one, "what another source says"));
  g_assert_null (find_text (two, "what another source says"));
  g_assert_null (find_way (one, 1.25));
  plot_figure_add_other (stack, 1, 160);
  g_assert_cmpuint (plot_figure_n_others (derived, 1), ==, 1);
  g_assert_cmpuint (plot_figure_n_others (derived, 2), ==, 0);
}

/* On the fill of its bar a way has a rim of page, right below it. */
static void
test_rim (gconstpointer kind)
{
  g_autoptr (PlotFigure) figure = make_figure (GPOINTER_TO_INT (kind), 60);
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 600, 300, PLOT_THEME_LIGHT);
  const PlotStroke *way = find_way (layout, 1.25);
  const PlotStroke *rim = NULL;

  g_assert_nonnull (way);
  for (guint i = 0; i < layout->strokes->len; i++)
    {
      const PlotStroke *stroke = &g_array_index (layout->strokes, PlotStroke, i);

      if (stroke < way && stroke->ink == PLOT_INK_PAGE && stroke->x1 == way->x1
          && stroke->x2 == way->x2 && stroke->y1 == way->y1 && stroke->y2 == way->y2)
        rim = stroke;
    }
  g_assert_nonnull (rim);
  g_assert_cmpfloat (rim->width, >, way->width + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/others/bar", test_bar);
  g_test_add_func ("/plot/others/column", test_column);
  g_test_add_func ("/plot/others/attainment", test_attainment);
  g_test_add_func ("/plot/others/line", test_line);
  g_test_add_func ("/plot/others/none", test_none);
  g_test_add_data_func ("/plot/others/rim/column", GINT_TO_POINTER (PLOT_KIND_COLUMN), test_rim);
  g_test_add_data_func ("/plot/others/rim/bar", GINT_TO_POINTER (PLOT_KIND_BAR), test_rim);
  g_test_add_data_func ("/plot/others/rim/attainment", GINT_TO_POINTER (PLOT_KIND_ATTAINMENT),
                        test_rim);
  return g_test_run ();
}
