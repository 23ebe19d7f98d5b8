/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of chart must say and must not: sums of unknown parts, shares where there are none,
 * ends that are missing, lines over breaks. */

#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot-test-support.h"
#include "plot/plot-arrays.h"

#define NBSP "\u00a0"

static guint
count_text (PlotLayout *layout, const char *wanted)
{
  double x, y, w, h;
  guint n = 0;

  for (guint i = 0; i < plot_layout_n_texts (layout); i++)
    n += strstr (plot_layout_text (layout, i, &x, &y, &w, &h), wanted) != NULL;
  return n;
}

/* Whether a value, and no tick, reads like that. */
static gboolean
has_value (PlotLayout *layout, const char *wanted)
{
  double x, y, w, h;

  for (guint i = 0; i < plot_layout_n_texts (layout); i++)
    if (g_array_index (layout->texts, PlotText, i).style == PLOT_STYLE_VALUE
        && strcmp (plot_layout_text (layout, i, &x, &y, &w, &h), wanted) == 0)
      return TRUE;
  return FALSE;
}

/* Three parts of one category, each with a state; the layout of a stack of them. */
static PlotLayout *
create_stack (PlotKind kind, const double *values, const PlotState *states)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (kind, "en");

  plot_figure_add_category (figure, "2023");
  for (guint s = 0; s < 3; s++)
    {
      plot_figure_add_series (figure, s == 0 ? "A" : s == 1 ? "B" : "C", PLOT_ROLE_NORMAL, s);
      plot_figure_add_mark (figure, s,
                            &(PlotMark){ .value = values[s], .state = states[s], .key = s + 1 });
    }
  return plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
}

/* What is missing is not zero: the sum is at least that of the others, and with a negative part it
 * is not known at all. */
static void
test_sum (void)
{
  static const struct
  {
    double values[3];
    PlotState states[3];
    const char *sum;
  } cases[] = {
    { { 100, 200, 345 }, { 0, 0, 0 }, "645" },
    { { 100, 200, NAN }, { 0, 0, PLOT_STATE_NOT_REPORTED }, "≥" NBSP "300" },
    { { 100, 200, NAN }, { 0, 0, PLOT_STATE_NOT_APPLICABLE }, "300" },
    { { 100, 200, 345 }, { 0, PLOT_STATE_AT_LEAST, 0 }, "≥" NBSP "645" },
    { { 100, 200, 345 }, { 0, PLOT_STATE_ABOUT, PLOT_STATE_AT_MOST }, "≈" NBSP "645" },
    { { 100, 200, 345 }, { 0, 0, PLOT_STATE_AT_MOST }, "≤" NBSP "645" },
    { { 100, -30, 345 }, { 0, 0, 0 }, "sum 415" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlotLayout)
          layout = create_stack (PLOT_KIND_STACKED, cases[i].values, cases[i].states);

      if (!has_value (layout, cases[i].sum))
        g_error ("case %u does not say “%s”", i, cases[i].sum);
    }
}

static void
test_sum_unknown (void)
{
  static const double values[] = { 100, -30, NAN };
  static const PlotState states[] = { 0, 0, PLOT_STATE_NOT_REPORTED };
  static const double open[] = { 100, 200, 345 };
  static const PlotState both_ways[] = { 0, PLOT_STATE_AT_LEAST, PLOT_STATE_AT_MOST };
  g_autoptr (PlotLayout) layout = create_stack (PLOT_KIND_STACKED, values, states);
  g_autoptr (PlotLayout) unbounded = create_stack (PLOT_KIND_STACKED, open, both_ways);

  /* Open to both sides it bounds nothing, and "about" would be a claim. */
  g_assert_false (has_value (unbounded, "≈" NBSP "645"));
  g_assert_cmpuint (count_text (layout, "sum"), ==, 0);
  g_assert_cmpuint (count_text (layout, "70"), ==, 0);
  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 3);
}

static void
test_shares (void)
{
  static const double plain[] = { 100, 50, 50 }, negative[] = { 100, -50, 50 },
                      missing[] = { 30, 10, NAN };
  static const PlotState exact[3] = { 0 }, states[] = { 0, 0, PLOT_STATE_UNREADABLE };
  g_autoptr (PlotLayout) whole = create_stack (PLOT_KIND_STACKED_100, plain, exact);
  g_autoptr (PlotLayout) none = create_stack (PLOT_KIND_STACKED_100, negative, exact);
  g_autoptr (PlotLayout) part = create_stack (PLOT_KIND_STACKED_100, missing, states);
  g_autofree char *said = plot_layout_describe_mark (whole, 0);
  g_autofree char *refused = plot_layout_describe_mark (none, 1);

  g_assert_cmpuint (count_text (whole, "25%"), ==, 2);
  g_assert_cmpuint (count_text (none, "no shares"), ==, 1);
  g_assert_cmpuint (count_text (none, "25%"), ==, 0);
  g_assert_cmpuint (count_text (part, "≤" NBSP "75%"), ==, 1);
  g_assert_nonnull (strstr (said, "50% of the sum"));
  g_assert_nonnull (strstr (refused, "no shares"));
}

/* The parts of a column lie end to end, from zero, in the order of the series. */
static void
test_parts_end_to_end (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("stacked", "vi");
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);

  for (guint i = 0; i < PLOT_N_SPOTS (layout); i++)
    {
      const PlotSpot *spot = PLOT_SPOT (layout, i);
      double foot = layout->plot.y + layout->plot.height;

      for (guint j = 0; j < i; j++)
        if (PLOT_SPOT (layout, j)->index == spot->index)
          foot = MIN (foot, PLOT_SPOT (layout, j)->bounds.y);
      g_assert_cmpfloat_with_epsilon (spot->bounds.y + spot->bounds.height, foot, 1.01);
    }
}

static const PlotBox *
find_accent (PlotLayout *layout)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    if (g_array_index (layout->boxes, PlotBox, i).ink == PLOT_INK_ACCENT)
      return &g_array_index (layout->boxes, PlotBox, i);
  g_assert_not_reached ();
}

/* The share and what it was counted from are written; a bar reaches to its share of the track. */
static void
test_attainment (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("attainment", "vi");

  for (guint width = 400; width <= 1600; width *= 2)
    {
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, width, 450, PLOT_THEME_LIGHT);
      const PlotBox *bar = find_accent (layout);
      const PlotBox *track = bar - 1;
      g_autofree char *said = plot_layout_describe_mark (layout, 2);

      g_assert_cmpuint (count_text (layout, "226/431"), ==, 1);
      g_assert_cmpuint (count_text (layout, "52,44" NBSP "%"), ==, 1);
      g_assert_cmpuint (count_text (layout, "không có số liệu"), ==, 1);
      g_assert_cmpint (track->ink, ==, PLOT_INK_GRID);
      g_assert_cmpfloat_with_epsilon (bar->box.width, 0.5244 * track->box.width, 1);
      g_assert_nonnull (strstr (said, "226/431"));
    }
}

/* An end that is missing stays a mark that can be reached, and is named. */
static void
test_dumbbell (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("dumbbell", "en");
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  g_autofree char *later = plot_layout_describe_mark (layout, 9);
  g_autofree char *whole = plot_figure_describe (figure);

  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 18);
  g_assert_cmpuint (count_text (layout, "2018: not reported"), ==, 1);
  g_assert_cmpuint (count_text (layout, "2023: not reported"), ==, 1);
  g_assert_cmpstr (later, ==, "Nghệ An, 2023: 742, 330 more than 2018.");
  g_assert_nonnull (strstr (whole, "Rose: 3. Fell: 2. Unchanged: 1."));
}

/* Two crosses and their words in one row: the first word leaves room for the second cross. */
static void
test_dumbbell_unknown (void)
{
  static const char *const names[] = { "6 tháng đầu năm 2018", "6 tháng đầu năm 2023" };
  static const PlotState states[] = { PLOT_STATE_NOT_REPORTED, PLOT_STATE_NOT_APPLICABLE };

  for (guint width = 280; width <= 500; width += 10)
    {
      g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_DUMBBELL, "vi");
      g_autoptr (PlotLayout) layout = NULL;

      plot_figure_add_category (figure, "Bà Rịa – Vũng Tàu");
      for (guint s = 0; s < 2; s++)
        {
          plot_figure_add_series (figure, names[s], PLOT_ROLE_NORMAL, s);
          plot_figure_add_mark (figure, s, &(PlotMark){ .x = 0, .value = NAN, .state = states[s] });
        }
      layout = plot_test_layout (figure, width, 275, PLOT_THEME_LIGHT);
      g_assert_cmpuint (plot_layout_n_marks (layout), ==, 2);
      for (guint i = 0; i < 2; i++)
        {
          double x, y, w, h;

          plot_layout_mark_bounds (layout, i, &x, &y, &w, &h);
          g_assert_cmpfloat (x + w, <=, width);
        }
    }
}

/* However many lines: the focus is named at both sides, and those that are not are counted. */
static void
test_slope (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("slope-63", "en");
  g_autoptr (PlotFigure) few = plot_sample_create ("slope", "en");

  for (guint width = 400; width <= 1600; width *= 2)
    {
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, width, 450, PLOT_THEME_LIGHT);
      g_autoptr (PlotLayout) all = plot_test_layout (few, width, 450, PLOT_THEME_LIGHT);

      g_assert_cmpuint (count_text (layout, "Bà Rịa"), ==, 2);
      g_assert_cmpuint (count_text (layout, "not named"), ==, 1);
      g_assert_cmpuint (count_text (all, "not named"), ==, 0);
      g_assert_cmpuint (count_text (all, "Lai Châu"), ==, 1);
    }
}

static guint
count_columns (PlotLayout *layout)
{
  g_autoptr (GHashTable) lefts = g_hash_table_new (NULL, NULL);
  double x, y, w, h;

  for (guint i = 0; i < plot_layout_n_texts (layout); i++)
    {
      plot_layout_text (layout, i, &x, &y, &w, &h);
      if (g_array_index (layout->texts, PlotText, i).style == PLOT_STYLE_SERIES)
        g_hash_table_add (lefts, GINT_TO_POINTER ((int) round (x)));
    }
  return g_hash_table_size (lefts);
}

static void
test_multiples (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("multiples", "vi");
  g_autoptr (PlotFigure) own = plot_sample_create ("multiples-own", "en");
  g_autoptr (PlotLayout) narrow = plot_test_layout (figure, 400, 700, PLOT_THEME_LIGHT);
  g_autoptr (PlotLayout) wide = plot_test_layout (figure, 1600, 500, PLOT_THEME_LIGHT);
  g_autoptr (PlotLayout) axes = plot_test_layout (own, 800, 450, PLOT_THEME_LIGHT);

  g_assert_cmpuint (count_columns (narrow), <, count_columns (wide));
  /* A place that reported nothing, and one of which there is no mark at all. */
  g_assert_cmpuint (count_text (narrow, "không có số liệu"), ==, 3);
  /* A shared axis is labelled once a row of panels, and one of its own by each. */
  g_assert_cmpuint (count_text (wide, "1.000"), <=, 2);
  g_assert_cmpuint (count_text (axes, "1,234,600"), ==, 1);
  g_assert_cmpuint (count_text (axes, "140"), ==, 1);
}

/* From a panel the arrow keys lead to the same period of the next one, wherever that stands. */
static void
test_step_panels (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("multiples", "vi");
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  int mark = plot_layout_find_mark (layout, 0, 5);

  for (guint series = 1; series < 7; series++)
    {
      mark = plot_layout_step (layout, mark, 0, 1);
      g_assert_cmpuint (PLOT_SPOT (layout, mark)->series, ==, series);
      g_assert_cmpuint (PLOT_SPOT (layout, mark)->index, ==, 5);
    }
}

static void
check_path (PlotLayout *layout, const PlotPath *path, double at)
{
  double from = g_array_index (layout->points, PlotPoint, path->first).x;
  double to = g_array_index (layout->points, PlotPoint, path->first + path->n - 1).x;

  g_assert_false (from < at && to > at);
}

/* No line leads over a break, which has its label and its sentence. */
static void
test_break (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("line-break", "en");
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  g_autofree char *whole = plot_figure_describe (figure);
  double at = 0;

  for (guint i = 0; i < layout->strokes->len; i++)
    {
      const PlotStroke *stroke = &g_array_index (layout->strokes, PlotStroke, i);

      if (stroke->kind == PLOT_STROKE_REFERENCE)
        at = stroke->x1;
    }
  g_assert_cmpfloat (at, >, layout->plot.x);
  g_assert_cmpuint (layout->paths->len, >, 0);
  for (guint i = 0; i < layout->paths->len; i++)
    check_path (layout, &g_array_index (layout->paths, PlotPath, i), at);
  g_assert_cmpuint (count_text (layout, "Mergers of 1 July 2025"), ==, 1);
  g_assert_nonnull (strstr (whole, "Not directly comparable across: Mergers of 1 July 2025."));
}

/* A kind's name on the command line leads back to it. */
static void
test_names (void)
{
  for (PlotKind kind = 0; kind < PLOT_N_KINDS; kind++)
    {
      PlotKind found = PLOT_N_KINDS;

      g_assert_true (plot_kind_from_string (plot_kind_to_string (kind), &found));
      g_assert_cmpint (found, ==, kind);
    }
}

/* The arrow ends before the dot that it points at, by more than a hair. */
static void
test_dumbbell_arrow (void)
{
  for (guint w = 400; w <= 1600; w *= 2)
    {
      g_autoptr (PlotFigure) figure = plot_sample_create ("dumbbell", "vi");
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, w, w * 0.6, PLOT_THEME_LIGHT);
      guint n = 0;

      for (guint i = 0; i < layout->strokes->len; i++)
        {
          const PlotStroke *way = &g_array_index (layout->strokes, PlotStroke, i);

          if (way->kind != PLOT_STROKE_WAY || way->y1 != way->y2)
            continue;
          n++;
          for (guint s = 0; s < plot_layout_n_marks (layout); s++)
            {
              const PlotSpot *spot = PLOT_SPOT (layout, s);
              const PlotRect *b = &spot->bounds;

              if (spot->series == 1 && way->y2 > b->y && way->y2 < b->y + b->height)
                g_assert_true (way->x2 <= b->x - 2 || way->x2 >= b->x + b->width + 2);
            }
        }
      g_assert_cmpuint (n, >, 2);
    }
}

/* A cell without a mark is missing as much as one that says so, and the key explains it. */
static void
test_heatmap_gaps (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_HEATMAP, "en");
  g_autoptr (PlotLayout) layout = NULL;
  guint hatched = 0;

  for (guint c = 0; c < 2; c++)
    plot_figure_add_category (figure, c == 0 ? "A" : "B");
  for (guint s = 0; s < 2; s++)
    {
      plot_figure_add_series (figure, s == 0 ? "2022" : "2023", PLOT_ROLE_NORMAL, s);
      plot_figure_add_mark (figure, s, &(PlotMark){ .x = 0, .value = 12 + s, .key = s + 1 });
    }
  layout = plot_test_layout (figure, 400, 300, PLOT_THEME_LIGHT);
  for (guint i = 0; i < layout->boxes->len; i++)
    hatched += g_array_index (layout->boxes, PlotBox, i).fill == PLOT_FILL_HATCH;
  g_assert_cmpuint (hatched, ==, 3);
  g_assert_cmpuint (count_text (layout, "not reported"), ==, 1);
  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 2);
}

/* Series that look alike are told apart by names beside the last column. */
static void
test_stack_names (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("stacked-12", "vi");
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 500, PLOT_THEME_LIGHT);

  g_assert_cmpuint (count_text (layout, "Tiền Giang"), ==, 1);
  g_assert_cmpuint (count_text (layout, "Bà Rịa - Vũng Tàu"), ==, 1);
  g_assert_cmpuint (count_text (layout, "Gia Lai"), ==, 1);
}

/* Parts too low to be told apart are one part with one number, and each of them can still be pointed at
 * where it lies. */
static void
test_stack_together (void)
{
  g_autoptr (PlotFigure) figure = plot_sample_create ("stacked-63", "en");
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 450, PLOT_THEME_LIGHT);
  double rest[5] = { 0 };

  for (guint s = 8; s < 63; s++)
    for (guint i = 0; i < 5; i++)
      rest[i] += plot_figure_mark (figure, s, i)->value;
  g_assert_cmpuint (count_text (layout, "55 others, together"), ==, 1);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = plot_figure_format_bare (figure, rest[i]);

      g_assert_true (has_value (layout, text));
    }
  /* Swatches, and of each year eight parts and what is together. */
  g_assert_cmpuint (layout->boxes->len, ==, 9 + 5 * 9);
  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 63 * 5);
  for (guint i = 0; i < plot_layout_n_marks (layout); i++)
    {
      double x, y, width, height;
      int hit;

      plot_layout_mark_bounds (layout, i, &x, &y, &width, &height);
      hit = plot_layout_hit (layout, x + width / 2, y + height / 2);
      g_assert_cmpint (hit, ==, (int) i);
    }
}

/* Of what is together one that is not exact, or missing, leaves the number open. */
static void
test_stack_together_states (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_STACKED, "en");
  g_autoptr (PlotLayout) layout = NULL;
  guint n_crosses = 0;

  plot_figure_add_category (figure, "2023");
  for (guint s = 0; s < 40; s++)
    {
      plot_figure_add_series (figure, "A", PLOT_ROLE_NORMAL, s);
      plot_figure_add_mark (
          figure, s,
          &(PlotMark){ .value = 10, .state = s > 37 ? PLOT_STATE_NOT_REPORTED : PLOT_STATE_EXACT });
    }
  layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
  g_assert_true (has_value (layout, "≥" NBSP "300"));
  for (guint i = 0; i < layout->symbols->len; i++)
    {
      const PlotSymbol *symbol = &g_array_index (layout->symbols, PlotSymbol, i);

      n_crosses += symbol->shape == PLOT_SHAPE_CROSS && symbol->series > 0;
    }
  g_assert_cmpuint (n_crosses, ==, 1);
  g_assert_cmpuint (plot_layout_n_marks (layout), ==, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/kinds/sum", test_sum);
  g_test_add_func ("/plot/kinds/sum-unknown", test_sum_unknown);
  g_test_add_func ("/plot/kinds/shares", test_shares);
  g_test_add_func ("/plot/kinds/parts-end-to-end", test_parts_end_to_end);
  g_test_add_func ("/plot/kinds/attainment", test_attainment);
  g_test_add_func ("/plot/kinds/dumbbell", test_dumbbell);
  g_test_add_func ("/plot/kinds/dumbbell-unknown", test_dumbbell_unknown);
  g_test_add_func ("/plot/kinds/slope", test_slope);
  g_test_add_func ("/plot/kinds/multiples", test_multiples);
  g_test_add_func ("/plot/kinds/step-panels", test_step_panels);
  g_test_add_func ("/plot/kinds/break", test_break);
  g_test_add_func ("/plot/kinds/names", test_names);
  g_test_add_func ("/plot/kinds/dumbbell-arrow", test_dumbbell_arrow);
  g_test_add_func ("/plot/kinds/heatmap-gaps", test_heatmap_gaps);
  g_test_add_func ("/plot/kinds/stack-names", test_stack_names);
  g_test_add_func ("/plot/kinds/stack-together", test_stack_together);
  g_test_add_func ("/plot/kinds/stack-together-states", test_stack_together_states);
  return g_test_run ();
}
