/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointing and walking: what is under the pointer, and that the keyboard reaches everything. */

#include "plot-samples.h"
#include "plot-test-support.h"

static const double sizes[][2] = { { 400, 300 }, { 800, 450 }, { 1600, 900 } };

typedef void (*CheckLayout) (PlotLayout *layout, PlotFigure *figure, const char *name);

static void
for_each_layout (CheckLayout check)
{
  for (guint i = 0; i < plot_n_samples; i++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (PlotFigure) figure = plot_samples[i].create ("vi");
        g_autoptr (PlotLayout)
            layout = plot_test_layout (figure, sizes[s][0], sizes[s][1], PLOT_THEME_LIGHT);

        check (layout, figure, plot_samples[i].name);
      }
}

static void
get_middle (PlotLayout *layout, guint mark, double *x, double *y)
{
  double w, h;

  plot_layout_mark_bounds (layout, mark, x, y, &w, &h);
  *x += w / 2;
  *y += h / 2;
}

/* Where two marks have one middle (equal values of two series), either is right. */
static void
check_middle (PlotLayout *layout, PlotFigure *figure, const char *name)
{
  for (guint i = 0; i < plot_layout_n_marks (layout); i++)
    {
      double x, y, hit_x, hit_y;
      int hit;

      get_middle (layout, i, &x, &y);
      hit = plot_layout_hit (layout, x, y);
      g_assert_cmpint (hit, >=, 0);
      get_middle (layout, (guint) hit, &hit_x, &hit_y);
      if (hit != (int) i && (hit_x != x || hit_y != y))
        g_error ("%s: the middle of mark %u answers as mark %d", name, i, hit);
    }
}

static void
test_middle (void)
{
  for_each_layout (check_middle);
}

static void
check_outside (PlotLayout *layout, PlotFigure *figure, const char *name)
{
  g_assert_cmpint (plot_layout_hit (layout, -100, -100), ==, -1);
  g_assert_cmpint (plot_layout_hit (layout, 1e6, 1e6), ==, -1);
}

static void
test_outside (void)
{
  for_each_layout (check_outside);
}

/* By a plain search over all marks: the one whose bounds are nearest among those that answer. */
static void
check_rows (PlotLayout *layout, PlotFigure *figure, const char *name)
{
  if (plot_figure_kind (figure) != PLOT_KIND_BAR || plot_figure_n_series (figure) != 1)
    return;
  for (guint i = 0; i < plot_layout_n_marks (layout); i++)
    {
      double x, y;

      get_middle (layout, i, &x, &y);
      g_assert_cmpint (plot_layout_hit (layout, 15, y), ==, (int) i);
    }
}

static void
test_whole_row_answers (void)
{
  for_each_layout (check_rows);
}

static guint
walk (PlotLayout *layout, int dx, int dy, GHashTable *seen, int from)
{
  int mark = from;

  for (;;)
    {
      int next = plot_layout_step (layout, mark, dx, dy);

      if (next >= 0)
        g_hash_table_add (seen, GINT_TO_POINTER (next));
      if (next == mark)
        break;
      mark = next;
    }
  return g_hash_table_size (seen);
}

/* Whatever the arrow keys walk along, four of them come from the first mark to every other. */
static void
check_reach (PlotLayout *layout, PlotFigure *figure, const char *name)
{
  static const int ways[4][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  int mark = plot_layout_step (layout, -1, 1, 0);

  if (mark < 0)
    return;
  g_hash_table_add (seen, GINT_TO_POINTER (mark));
  g_array_append_val (queue, mark);
  for (guint i = 0; i < queue->len; i++)
    for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
      {
        int next = plot_layout_step (layout, g_array_index (queue, int, i), ways[w][0], ways[w][1]);

        if (g_hash_table_add (seen, GINT_TO_POINTER (next)))
          g_array_append_val (queue, next);
      }
  if (queue->len != plot_layout_n_marks (layout))
    g_error ("%s: %u of %u marks can be reached", name, queue->len, plot_layout_n_marks (layout));
}

static void
test_reach (void)
{
  for_each_layout (check_reach);
}

/* In rows and columns: right and back, and down into the cell below. */
static void
test_grid (void)
{
  for (guint i = 0; i < plot_n_samples; i++)
    if (g_str_equal (plot_samples[i].name, "heatmap-years"))
      {
        g_autoptr (PlotFigure) figure = plot_samples[i].create ("vi");
        g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
        int from = plot_layout_find_key (layout, 1002);
        int right = plot_layout_step (layout, from, 1, 0);
        int below = plot_layout_step (layout, from, 0, 1);

        g_assert_cmpuint (plot_layout_mark_key (layout, (guint) right), ==, 2002);
        g_assert_cmpuint (plot_layout_mark_key (layout, (guint) below), ==, 1003);
        g_assert_cmpint (plot_layout_step (layout, right, -1, 0), ==, from);
        g_assert_cmpint (plot_layout_step (layout, below, 0, -1), ==, from);
        g_assert_cmpint (plot_layout_step (layout, from, -1, 0), ==, from);
        return;
      }
  g_assert_not_reached ();
}

/* Right through each series, and down from series to series, comes to every mark. */
static void
check_walk (PlotLayout *layout, PlotFigure *figure, const char *name)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  int mark = plot_layout_step (layout, -1, 1, 0);

  if (plot_figure_kind (figure) >= PLOT_KIND_TILEMAP)
    return;
  if (plot_layout_n_marks (layout) == 0)
    {
      g_assert_cmpint (mark, ==, -1);
      return;
    }
  g_assert_cmpint (mark, ==, 0);
  g_hash_table_add (seen, GINT_TO_POINTER (0));
  for (guint i = 0; i < plot_figure_n_series (figure); i++)
    {
      walk (layout, -1, 0, seen, mark);
      walk (layout, 1, 0, seen, mark);
      mark = plot_layout_step (layout, mark, 0, 1);
    }
  walk (layout, 0, 1, seen, 0);
  g_assert_cmpuint (g_hash_table_size (seen), ==, plot_layout_n_marks (layout));
}

static void
test_walk (void)
{
  for_each_layout (check_walk);
}

static void
check_keys (PlotLayout *layout, PlotFigure *figure, const char *name)
{
  for (guint i = 0; i < plot_layout_n_marks (layout); i++)
    {
      guint64 key = plot_layout_mark_key (layout, i);

      g_assert_cmpuint (key, !=, 0);
      g_assert_cmpint (plot_layout_find_key (layout, key), ==, (int) i);
    }
  g_assert_cmpint (plot_layout_find_key (layout, 0), ==, -1);
  g_assert_cmpint (plot_layout_find_key (layout, 99), ==, -1);
}

static void
test_keys (void)
{
  for_each_layout (check_keys);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/hit/middle", test_middle);
  g_test_add_func ("/plot/hit/outside", test_outside);
  g_test_add_func ("/plot/hit/whole-row-answers", test_whole_row_answers);
  g_test_add_func ("/plot/hit/walk", test_walk);
  g_test_add_func ("/plot/hit/reach", test_reach);
  g_test_add_func ("/plot/hit/grid", test_grid);
  g_test_add_func ("/plot/hit/keys", test_keys);
  return g_test_run ();
}
