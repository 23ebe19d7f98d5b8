/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines leave the texts free that they do not belong to. That texts leave each other free is asked in
 * test-layout.c. */

#include "plot-samples.h"
#include "plot-test-support.h"
#include "plot/plot-builder.h"

/* Whether the stroke runs through a text, rather than along its edge. */
static gboolean
runs_through (const PlotStroke *stroke, const PlotRect *text)
{
  PlotRect inner = { text->x + 1, text->y + 2, text->width - 2, text->height - 4 };

  return inner.width > 0 && inner.height > 0
         && plot_rect_crosses (&inner, &(PlotPoint){ stroke->x1, stroke->y1 },
                               &(PlotPoint){ stroke->x2, stroke->y2 });
}

static guint
assert_no_text_on (const char *sample, PlotStrokeKind kind, PlotStyle style)
{
  guint n = 0;

  for (guint w = 400; w <= 1600; w += 150)
    {
      g_autoptr (PlotFigure) figure = plot_sample_create (sample, "vi");
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, w, w * 0.6, PLOT_THEME_LIGHT);

      for (guint i = 0; i < layout->strokes->len; i++)
        {
          const PlotStroke *stroke = &g_array_index (layout->strokes, PlotStroke, i);

          n += stroke->kind == kind;
          for (guint t = 0; stroke->kind == kind && t < layout->texts->len; t++)
            {
              const PlotText *text = &g_array_index (layout->texts, PlotText, t);

              if (text->style == style && runs_through (stroke, &text->box))
                g_error ("%s, %u wide: a line runs through “%s”", sample, w,
                         pango_layout_get_text (text->layout));
            }
        }
    }
  return n;
}

static void
test_values_beside_reference (void)
{
  g_assert_cmpuint (assert_no_text_on ("bar-attainment", PLOT_STROKE_REFERENCE, PLOT_STYLE_VALUE),
                    >, 0);
}

/* A name that had to move is pointed at, and no such line runs through another one. */
static void
test_pointers (void)
{
  g_assert_cmpuint (assert_no_text_on ("scatter-63", PLOT_STROKE_POINTER, PLOT_STYLE_KEY), >, 0);
}

/* The part of a value's box that its digits take. */
static PlotRect
digits_of (const PlotText *text)
{
  return (PlotRect){ text->box.x, text->box.y + 0.2 * text->box.height, text->box.width,
                     0.6 * text->box.height };
}

static guint
assert_panels_clear (PlotLayout *layout)
{
  guint n = 0;

  for (guint t = 0; t < layout->texts->len; t++)
    {
      const PlotText *text = &g_array_index (layout->texts, PlotText, t);
      PlotRect inner = digits_of (text);

      if (text->style != PLOT_STYLE_VALUE)
        continue;
      n++;
      for (guint i = 0; i < layout->paths->len; i++)
        {
          const PlotPath *path = &g_array_index (layout->paths, PlotPath, i);
          const PlotPoint *points = &g_array_index (layout->points, PlotPoint, path->first);

          for (guint p = 1; p < path->n; p++)
            g_assert_false (plot_rect_crosses (&inner, &points[p - 1], &points[p]));
        }
      for (guint i = 0; i < layout->boxes->len; i++)
        {
          const PlotRect *box = &g_array_index (layout->boxes, PlotBox, i).box;

          g_assert_false (inner.x < box->x + box->width && box->x < inner.x + inner.width
                          && inner.y < box->y + box->height && box->y < inner.y + inner.height);
        }
    }
  return n;
}

/* The value at a panel's last mark leaves the panel's own line and columns free. */
static void
test_values_beside_lines (void)
{
  static const char *const names[] = { "multiples-own", "multiples-63", "multiples-columns" };
  static const double sizes[][2] = { { 400, 300 }, { 480, 320 }, { 800, 450 }, { 1600, 900 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (PlotFigure) figure = plot_sample_create (names[i], "vi");
        g_autoptr (PlotLayout)
            layout = plot_test_layout (figure, sizes[s][0], sizes[s][1], PLOT_THEME_LIGHT);

        g_assert_cmpuint (assert_panels_clear (layout), >=, 3);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/clear/values-beside-reference", test_values_beside_reference);
  g_test_add_func ("/plot/clear/values-beside-lines", test_values_beside_lines);
  g_test_add_func ("/plot/clear/pointers", test_pointers);
  return g_test_run ();
}
