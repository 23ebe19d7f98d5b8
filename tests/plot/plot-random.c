/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns figures of random content: nobody would print them, and yet nothing in them may overlap. */

#include <math.h>

#include "plot-samples.h"

/* A text of up to n words, or none at all. */
static char *
random_text (guint n)
{
  GString *out = g_string_new (NULL);
  guint words = (guint) g_test_rand_int_range (0, (int) n + 1);

  for (guint i = 0; i < words; i++)
    g_string_append_printf (
        out, "%s%s", i > 0 ? " " : "",
        plot_sample_provinces[g_test_rand_int_range (0, (int) plot_n_sample_provinces)]);
  return g_string_free (out, FALSE);
}

static void
add_random_mark (PlotFigure *figure, guint series, guint i)
{
  double size = pow (10, g_test_rand_double_range (-2, 8));
  PlotMark mark = {
    .x = plot_figure_n_categories (figure) == 0 ? 2000 + i * 0.5 : i,
    .x_state = g_test_rand_int_range (0, 6) > 0 ? PLOT_STATE_EXACT : PLOT_STATE_NOT_REPORTED,
    .value = g_test_rand_double_range (-1, 3) * size,
    .state = g_test_rand_int_range (0, 3) > 0 ? PLOT_STATE_EXACT
                                              : g_test_rand_int_range (0, PLOT_STATE_REJECTED + 1),
    .role = g_test_rand_int_range (0, PLOT_ROLE_CONTEXT + 1),
    .computed = g_test_rand_int_range (0, 4) == 0,
    .key = 1000 * (series + 1) + i,
    .place = "Bà Rịa - Vũng Tàu",
    .part = g_test_rand_int_range (0, 200),
    .of = g_test_rand_int_range (-50, 400),
  };

  if (plot_figure_kind (figure) == PLOT_KIND_SCATTER)
    mark.x = g_test_rand_double_range (-1, 3) * pow (10, g_test_rand_double_range (-2, 8));
  plot_figure_add_mark (figure, series, &mark);
}

static gboolean
is_along_time (PlotKind kind)
{
  return kind == PLOT_KIND_LINE || kind == PLOT_KIND_SPARKLINE || kind == PLOT_KIND_MULTIPLES;
}

PlotFigure *
plot_sample_create_random (PlotKind kind, const char *language)
{
  static const char *const units[] = { "", "%", " cuộc", " triệu đồng/người/năm" };
  PlotFigure *figure = plot_figure_new (kind, language);
  g_autofree char *title = random_text (12), *subtitle = random_text (9),
                  *source = random_text (15);
  g_autofree char *note = random_text (9), *label = random_text (3);
  guint n_series = (guint) g_test_rand_int_range (0, 11), n = (guint) g_test_rand_int_range (0, 70);

  plot_figure_set_title (figure, title);
  plot_figure_set_subtitle (figure, subtitle);
  plot_figure_set_source (figure, source);
  plot_figure_set_note (figure, note);
  plot_figure_set_unit (figure, units[g_test_rand_int_range (0, G_N_ELEMENTS (units))],
                        (guint) g_test_rand_int_range (0, 4));
  plot_figure_set_signed (figure, g_test_rand_int_range (0, 2));
  if (g_test_rand_int_range (0, 2))
    plot_figure_set_reference (figure, g_test_rand_double_range (-1, 3) * 1e4, label);
  plot_figure_set_x_axis (figure, label, units[g_test_rand_int_range (0, G_N_ELEMENTS (units))], 1);
  plot_figure_set_y_title (figure, note);
  if (kind == PLOT_KIND_SLOPE)
    n = 1 + n % 3;
  if (g_test_rand_int_range (0, 3) == 0)
    plot_figure_add_break (figure, kind == PLOT_KIND_COLUMN ? 1.5 : 2002.25, label);
  if (g_test_rand_int_range (0, 2))
    plot_figure_set_panels (figure,
                            g_test_rand_int_range (0, 2) ? PLOT_KIND_LINE : PLOT_KIND_COLUMN,
                            g_test_rand_int_range (0, 2));
  for (guint i = 0; i < n && !is_along_time (kind) && kind != PLOT_KIND_SCATTER; i++)
    {
      g_autofree char *name = random_text (3);

      plot_figure_add_category (figure, name);
      if (g_test_rand_int_range (0, 6) > 0)
        plot_figure_set_tile (figure, i, (guint) g_test_rand_int_range (0, 20),
                              (guint) g_test_rand_int_range (0, 9), i % 2 == 0 ? "ABC" : NULL);
    }
  for (guint s = 0; s < n_series; s++)
    {
      g_autofree char *name = random_text (3);

      plot_figure_add_series (figure, name, g_test_rand_int_range (0, PLOT_ROLE_CONTEXT + 1), s);
      for (guint i = 0; i < n; i++)
        if (g_test_rand_int_range (0, 8) > 0)
          add_random_mark (figure, s, i);
    }
  return figure;
}
