/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of every layout: texts apart and inside, the source always there, the focus never
 * dropped; and what thinning out must not lose. */

#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot-test-support.h"
#include "plot/plot-arrays.h"
#include "plot/plot-table.h"

/* Text boxes include the room above and below the letters; a tenth of a pixel is rounding. */
#define HAIR 0.1

static const struct
{
  double width, height;
} sizes[] = { { 280, 120 }, { 280, 300 },  { 280, 2000 }, { 400, 300 },  { 640, 200 },
              { 800, 450 }, { 1366, 700 }, { 1600, 900 }, { 3000, 120 }, { 3000, 2000 } };
static const char *const languages[] = { "vi", "en" };

typedef void (*CheckLayout) (PlotLayout *layout, const char *name);

/* Runs check over every sample, size and language. Themes change no geometry (see test_themes). */
static void
for_each_layout (CheckLayout check)
{
  PangoContext *context = plot_text_context_new ();

  for (guint i = 0; i < plot_n_samples; i++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_autoptr (PlotFigure) figure = plot_samples[i].create (languages[l]);

        for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
          {
            g_autoptr (PlotLayout) layout = plot_layout_new (
                figure, sizes[s].width, sizes[s].height, PLOT_THEME_LIGHT, context);
            g_autofree char *name = g_strdup_printf ("%s %s %.0f×%.0f", plot_samples[i].name,
                                                     languages[l], sizes[s].width, sizes[s].height);

            check (layout, name);
          }
      }
  g_object_unref (context);
}

static void
check_texts_apart (PlotLayout *layout, const char *name)
{
  for (guint i = 0; i < plot_layout_n_texts (layout); i++)
    {
      double x, y, w, h;
      const char *text = plot_layout_text (layout, i, &x, &y, &w, &h);

      if (x < -HAIR || y < -HAIR || x + w > layout->width + HAIR || y + h > layout->height + HAIR)
        g_error ("%s: “%s” leaves the box: %.1f %.1f %.1f %.1f", name, text, x, y, w, h);
      for (guint j = 0; j < i; j++)
        {
          double ox, oy, ow, oh;
          const char *other = plot_layout_text (layout, j, &ox, &oy, &ow, &oh);

          if (x + HAIR < ox + ow && ox + HAIR < x + w && y + HAIR < oy + oh && oy + HAIR < y + h)
            g_error ("%s: “%s” overlaps “%s”", name, text, other);
        }
    }
}

static void
test_texts_apart (void)
{
  for_each_layout (check_texts_apart);
}

static void
check_marks_inside (PlotLayout *layout, const char *name)
{
  for (guint i = 0; i < plot_layout_n_marks (layout); i++)
    {
      double x, y, w, h;

      plot_layout_mark_bounds (layout, i, &x, &y, &w, &h);
      if (!(x >= -HAIR && y >= -HAIR && x + w <= layout->width + HAIR
            && y + h <= layout->height + HAIR && w > 0 && h > 0))
        g_error ("%s: mark %u leaves the box: %.1f %.1f %.1f %.1f", name, i, x, y, w, h);
    }
}

static void
test_marks_inside (void)
{
  for_each_layout (check_marks_inside);
}

static gboolean
has_style (PlotLayout *layout, PlotStyle style)
{
  for (guint i = 0; i < layout->texts->len; i++)
    if (g_array_index (layout->texts, PlotText, i).style == style)
      return TRUE;
  return FALSE;
}

static void
check_source (PlotLayout *layout, const char *name)
{
  const char *source = plot_figure_source (layout->figure);

  if (plot_figure_kind (layout->figure) == PLOT_KIND_SPARKLINE)
    return;
  if (source != NULL && *source != '\0' && !has_style (layout, PLOT_STYLE_SOURCE))
    g_error ("%s: no source line", name);
}

static void
test_source_always (void)
{
  for_each_layout (check_source);
}

static void
check_focus (PlotLayout *layout, const char *name)
{
  gboolean wanted = FALSE, shown = FALSE;

  for (guint s = 0; s < plot_figure_n_series (layout->figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (layout->figure, s); i++)
      wanted |= plot_figure_mark (layout->figure, s, i)->role == PLOT_ROLE_FOCUS;
  for (guint i = 0; i < PLOT_N_SPOTS (layout); i++)
    {
      const PlotSpot *spot = PLOT_SPOT (layout, i);

      shown |= plot_figure_mark (layout->figure, spot->series, spot->index)->role
               == PLOT_ROLE_FOCUS;
    }
  if (wanted && !shown)
    g_error ("%s: the focus was dropped", name);
}

static void
test_focus_always (void)
{
  for_each_layout (check_focus);
}

/* Bars and columns start at zero: a mark of a value has an end on the zero line. */
static void
check_zero_baseline (PlotLayout *layout, const char *name)
{
  double zero = NAN;

  if (plot_figure_kind (layout->figure) != PLOT_KIND_BAR)
    return;
  for (guint i = 0; i < layout->strokes->len; i++)
    {
      const PlotStroke *stroke = &g_array_index (layout->strokes, PlotStroke, i);

      if (stroke->kind == PLOT_STROKE_AXIS)
        zero = stroke->x1 - 0.5;
    }
  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const PlotBox *box = &g_array_index (layout->boxes, PlotBox, i);
      gboolean swatch = box->box.y + box->box.height < layout->plot.y
                        || box->box.y > layout->plot.y + layout->plot.height;

      if (!swatch && box->box.x != zero && box->box.x + box->box.width != zero)
        g_error ("%s: a bar from %.1f to %.1f does not start at zero (%.1f)", name, box->box.x,
                 box->box.x + box->box.width, zero);
    }
}

static void
test_zero_baseline (void)
{
  for_each_layout (check_zero_baseline);
}

/* Keeping texts apart must not be had by leaving them out: in rows of one series every bar has its
 * value or its word, and every row its name. */
static void
check_rows_complete (PlotLayout *layout, const char *name)
{
  guint n_values = 0, n_names = 0, n_named = 0;

  if (plot_figure_kind (layout->figure) != PLOT_KIND_BAR
      || plot_figure_n_series (layout->figure) != 1)
    return;
  for (guint i = 0; i < layout->texts->len; i++)
    {
      PlotStyle style = g_array_index (layout->texts, PlotText, i).style;

      n_values += style >= PLOT_STYLE_VALUE && style <= PLOT_STYLE_MISSING;
      n_names += style == PLOT_STYLE_CATEGORY || style == PLOT_STYLE_CATEGORY_FOCUS;
    }
  for (guint i = 0; i < PLOT_N_SPOTS (layout); i++)
    {
      const PlotSpot *spot = PLOT_SPOT (layout, i);
      double x = plot_figure_mark (layout->figure, spot->series, spot->index)->x;

      n_named += *plot_figure_category (layout->figure, (guint) x) != '\0';
    }
  if (n_values != PLOT_N_SPOTS (layout) || n_names < n_named)
    g_error ("%s: %u bars, of which %u are named, have %u values and %u names", name,
             PLOT_N_SPOTS (layout), n_named, n_values, n_names);
}

static void
test_rows_complete (void)
{
  for_each_layout (check_rows_complete);
}

/* Only inks change with the theme: not one line of the dump after the first. */
static void
test_themes (void)
{
  for (guint i = 0; i < plot_n_samples; i++)
    {
      g_autoptr (PlotFigure) figure = plot_samples[i].create ("vi");
      g_autofree char *first = NULL;

      for (PlotTheme theme = PLOT_THEME_LIGHT; theme <= PLOT_THEME_PRINT; theme++)
        {
          g_autoptr (PlotLayout) layout = plot_test_layout (figure, 640, 400, theme);
          g_autofree char *dump = plot_layout_dump (layout);
          const char *rest = strchr (dump, '\n');

          if (first == NULL)
            first = g_strdup (rest);
          g_assert_cmpstr (rest, ==, first);
        }
    }
}

static PlotFigure *
create_long_line (guint n)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "vi");

  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_FOCUS, 0);
  for (guint i = 0; i < n; i++)
    {
      PlotMark mark = { .x = 2000 + 20.0 * i / n, .value = sin (i / 1000.0), .key = i + 1 };

      if (i == n / 2)
        mark.value = 50;
      if (i == n / 3)
        mark.value = -50;
      plot_figure_add_mark (figure, 0, &mark);
    }
  return figure;
}

/* A million points become a few for each pixel, the extremes are among them, and one that is not
 * drawn is stood for by a neighbour. */
static void
test_million (void)
{
  const guint n = 1000000;
  g_autoptr (PlotFigure) figure = create_long_line (n);
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  int stand_in;

  g_assert_cmpuint (plot_layout_n_marks (layout), <=, 4 * 800);
  g_assert_cmpuint (plot_layout_n_marks (layout), >=, 800);
  g_assert_cmpint (plot_layout_find_key (layout, n / 2 + 1), >=, 0);
  g_assert_cmpuint (plot_layout_mark_key (layout, (guint) plot_layout_find_key (layout, n / 2 + 1)),
                    ==, n / 2 + 1);
  g_assert_cmpuint (plot_layout_mark_key (layout, (guint) plot_layout_find_key (layout, n / 3 + 1)),
                    ==, n / 3 + 1);
  stand_in = plot_layout_find_key (layout, 123457);
  g_assert_cmpint (stand_in, >=, 0);
  g_assert_cmpuint (plot_layout_mark_key (layout, (guint) stand_in), <=, 123457);
  g_assert_cmpint (plot_layout_find_key (layout, n + 5), ==, -1);
}

/* A gap is not bridged: no path runs over the x of a missing mark. */
static void
test_gap (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, "vi");
  g_autoptr (PlotLayout) layout = NULL;
  double x, y, w, h;

  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_FOCUS, 0);
  for (guint i = 0; i < 5; i++)
    plot_figure_add_mark (
        figure, 0,
        &(PlotMark){ .x = 2018.5 + i,
                     .value = i == 2 ? NAN : i,
                     .state = i == 2 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT });
  layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 5);
  g_assert_cmpuint (layout->paths->len, ==, 2);
  plot_layout_mark_bounds (layout, 2, &x, &y, &w, &h);
  for (guint i = 0; i < layout->paths->len; i++)
    {
      const PlotPath *path = &g_array_index (layout->paths, PlotPath, i);
      double from = g_array_index (layout->points, PlotPoint, path->first).x;
      double to = g_array_index (layout->points, PlotPoint, path->first + path->n - 1).x;

      g_assert_false (from < x + w / 2 && to > x + w / 2);
    }
}

/* A value that is no number is not drawn anywhere, and said to be unreadable. */
static void
test_not_a_number (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, "en");
  const PlotMark mark = { .x = 2020.5, .value = INFINITY };

  plot_figure_add_series (figure, "A", PLOT_ROLE_NORMAL, 0);
  plot_figure_add_mark (figure, 0, &mark);
  g_assert_cmpint (plot_figure_mark (figure, 0, 0)->state, ==, PLOT_STATE_UNREADABLE);
}

/* Says how many are left out, and that number is right. */
static void
test_more (void)
{
  for (guint i = 0; i < plot_n_samples; i++)
    if (g_str_equal (plot_samples[i].name, "bar-63"))
      {
        g_autoptr (PlotFigure) figure = plot_samples[i].create ("vi");
        g_autoptr (PlotLayout) layout = plot_test_layout (figure, 400, 300, PLOT_THEME_LIGHT);
        g_autofree char *more = g_strdup_printf ("và %u địa phương khác",
                                                 63 - plot_layout_n_marks (layout));
        gboolean found = FALSE;

        g_assert_cmpuint (plot_layout_n_marks (layout), <, 63);
        for (guint t = 0; t < layout->texts->len; t++)
          found |= g_str_equal (
              pango_layout_get_text (g_array_index (layout->texts, PlotText, t).layout), more);
        g_assert_true (found);
        return;
      }
  g_assert_not_reached ();
}

/* Whatever a figure holds: nothing overlaps or leaves the box. A failure names the seed to
 * repeat it. */
static void
test_random (void)
{
  PangoContext *context = plot_text_context_new ();

  for (guint round = 0; round < 80 * PLOT_N_KINDS; round++)
    {
      PlotKind kind = round % PLOT_N_KINDS;
      g_autoptr (PlotFigure)
          figure = plot_sample_create_random (kind, languages[round / PLOT_N_KINDS % 2]);
      double width = pow (10, g_test_rand_double_range (log10 (280), log10 (3000)));
      double height = pow (10, g_test_rand_double_range (log10 (120), log10 (2000)));
      g_autoptr (PlotLayout)
          layout = plot_layout_new (figure, width, height, PLOT_THEME_LIGHT, context);
      g_autofree char *name = g_strdup_printf ("random %s %.1f×%.1f, round %u",
                                               plot_kind_to_string (kind), width, height, round);

      check_texts_apart (layout, name);
      check_marks_inside (layout, name);
      check_source (layout, name);
      check_rows_complete (layout, name);
    }
  g_object_unref (context);
}

/* The table of a chart of two values has both, and their states; of other charts no such column. */
static void
test_table_of_points (void)
{
  for (guint i = 0; i < plot_n_samples; i++)
    if (g_str_equal (plot_samples[i].name, "scatter-states"))
      {
        g_autoptr (PlotFigure) figure = plot_samples[i].create ("en");
        g_autoptr (PlotLayout) layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
        g_autofree char *table = plot_layout_table (layout, PLOT_TABLE_TSV);

        g_assert_nonnull (strstr (table, "\treview\tx\tx_written\tx_state\n"));
        g_assert_nonnull (strstr (table, "Nghệ An\t2023\t63\t63%\texact\t"));
        g_assert_nonnull (strstr (table, "\t3960\t3,960\tabout\n"));
        g_assert_nonnull (strstr (table, "\t\t\tnot_reported\n"));
        return;
      }
  g_assert_not_reached ();
}

/* Whether a text stands below the plot: a label of the axis of time. */
static gboolean
has_label_below (PlotLayout *layout, const char *wanted)
{
  for (guint i = 0; i < plot_layout_n_texts (layout); i++)
    {
      double x, y, width, height;
      const char *text = plot_layout_text (layout, i, &x, &y, &width, &height);

      if (strcmp (text, wanted) == 0 && y >= layout->plot.y + layout->plot.height)
        return TRUE;
    }
  return FALSE;
}

/* Each year that has a mark is named, also where its marks end before its middle or begin after. */
static void
test_years_at_the_ends (void)
{
  static const double parts[] = { 0.375, 0.5, 0.997 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, "vi");
      g_autoptr (PlotLayout) layout = NULL;
      guint series = plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_NORMAL, 0);

      for (int year = 2021; year <= 2023; year++)
        plot_figure_add_mark (figure, series, &(PlotMark){ .x = year + parts[i], .value = year });
      layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
      g_assert_true (has_label_below (layout, "2021"));
      g_assert_true (has_label_below (layout, "2022"));
      g_assert_true (has_label_below (layout, "2023"));
      g_assert_false (has_label_below (layout, "2020"));
      g_assert_false (has_label_below (layout, "2024"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/layout/texts-apart", test_texts_apart);
  g_test_add_func ("/plot/layout/marks-inside", test_marks_inside);
  g_test_add_func ("/plot/layout/source-always", test_source_always);
  g_test_add_func ("/plot/layout/focus-always", test_focus_always);
  g_test_add_func ("/plot/layout/zero-baseline", test_zero_baseline);
  g_test_add_func ("/plot/layout/rows-complete", test_rows_complete);
  g_test_add_func ("/plot/layout/themes", test_themes);
  g_test_add_func ("/plot/layout/random", test_random);
  g_test_add_func ("/plot/layout/million", test_million);
  g_test_add_func ("/plot/layout/gap", test_gap);
  g_test_add_func ("/plot/layout/table-of-points", test_table_of_points);
  g_test_add_func ("/plot/layout/not-a-number", test_not_a_number);
  g_test_add_func ("/plot/layout/more", test_more);
  g_test_add_func ("/plot/layout/years-at-the-ends", test_years_at_the_ends);
  return g_test_run ();
}
