/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences for tooltip and speech, word for word in both languages. */

#include <math.h>
#include <string.h>

#include "plot-samples.h"
#include "plot-test-support.h"

#define NBSP "\u00a0"

static PlotFigure *
create_line (const char *language)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, language);
  gboolean vi = strcmp (language, "vi") == 0;
  const PlotMark marks[] = {
    { .x = 2020.5, .value = 1200, .period = vi ? "năm 2020" : "2020" },
    { .x = 2021.5, .value = 1500, .period = vi ? "năm 2021" : "2021" },
    { .x = 2022.5,
      .value = NAN,
      .state = PLOT_STATE_NOT_REPORTED,
      .period = vi ? "năm 2022" : "2022" },
    { .x = 2023.5,
      .value = 1800,
      .state = PLOT_STATE_AT_LEAST,
      .period = vi ? "năm 2023" : "2023",
      .note = vi ? "theo báo cáo năm" : "by the yearly report" },
  };

  plot_figure_set_title (figure, vi ? "Đối thoại tăng" : "Dialogues rise");
  plot_figure_set_unit (figure, vi ? " cuộc" : "", 0);
  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_FOCUS, 0);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      PlotMark mark = marks[i];

      mark.place = "Nghệ An";
      plot_figure_add_mark (figure, 0, &mark);
    }
  return figure;
}

static void
check_mark (const char *language, guint mark, const char *expected)
{
  g_autoptr (PlotFigure) figure = create_line (language);
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
  g_autofree char *text = plot_layout_describe_mark (layout, mark);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_mark (void)
{
  check_mark ("vi", 0, "Nghệ An, năm 2020: 1.200" NBSP "cuộc.");
  check_mark ("vi", 1, "Nghệ An, năm 2021: 1.500" NBSP "cuộc, hơn năm 2020 là 300" NBSP "cuộc.");
  check_mark ("vi", 2, "Nghệ An, năm 2022: không có số liệu.");
  check_mark ("vi", 3, "Nghệ An, năm 2023: ít nhất 1.800" NBSP "cuộc; theo báo cáo năm.");
  check_mark ("en", 1, "Nghệ An, 2021: 1,500, 300 more than 2020.");
  check_mark ("en", 2, "Nghệ An, 2022: not reported.");
  check_mark ("en", 3, "Nghệ An, 2023: at least 1,800; by the yearly report.");
}

/* What was measured otherwise before neither rose nor fell. */
static void
test_over_break (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, "en");
  const PlotMark marks[] = { { .x = 2024.5, .value = 330, .period = "2024" },
                             { .x = 2025.9, .value = 95, .period = "2025" },
                             { .x = 2026.9, .value = 100, .period = "2026" } };
  g_autoptr (PlotLayout) layout = NULL;
  g_autofree char *text = NULL, *over = NULL, *after = NULL;

  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_FOCUS, 0);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    plot_figure_add_mark (figure, 0, &marks[i]);
  plot_figure_add_break (figure, 2025.5, "New boundaries");
  text = plot_figure_describe (figure);
  g_assert_nonnull (strstr (text, "Nghệ An went from 330 (2024) to 100 (2026)."));
  layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
  over = plot_layout_describe_mark (layout, 1);
  g_assert_null (strstr (over, "less"));
  after = plot_layout_describe_mark (layout, 2);
  g_assert_nonnull (strstr (after, "5 more than 2025"));
}

static void
check_figure (const char *language, const char *expected)
{
  g_autoptr (PlotFigure) figure = create_line (language);
  g_autofree char *text = plot_figure_describe (figure);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_figure (void)
{
  check_figure ("vi",
                "Đối thoại tăng. Biểu đồ đường, 3 giá trị, 1 số gần đúng, 1 chỗ không có số liệu. "
                "Cao nhất: ít nhất 1.800" NBSP "cuộc (Nghệ An, năm 2023). "
                "Thấp nhất: 1.200" NBSP "cuộc (Nghệ An, năm 2020). "
                "Nghệ An tăng từ 1.200" NBSP "cuộc (năm 2020) lên ít nhất 1.800" NBSP
                "cuộc (năm 2023).");
  check_figure ("en", "Dialogues rise. Line chart, 3 values, 1 not exact, 1 without a figure. "
                      "Highest: at least 1,800 (Nghệ An, 2023). Lowest: 1,200 (Nghệ An, 2020). "
                      "Nghệ An rose from 1,200 (2020) to at least 1,800 (2023).");
}

/* A difference of percentages is one of points. */
static void
test_points (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_LINE, "vi");
  g_autoptr (PlotLayout) layout = NULL;
  g_autofree char *text = NULL;

  plot_figure_set_unit (figure, "%", 1);
  plot_figure_add_series (figure, "Lai Châu", PLOT_ROLE_FOCUS, 0);
  plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 2022, .value = 41.5, .period = "năm 2021" });
  plot_figure_add_mark (figure, 0, &(PlotMark){ .x = 2023, .value = 40, .period = "năm 2022" });
  layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
  text = plot_layout_describe_mark (layout, 1);
  g_assert_cmpstr (text, ==,
                   "Lai Châu, năm 2022: 40" NBSP "%, kém năm 2021 là 1,5 điểm phần trăm.");
}

/* A category that begins with the place names it well enough. */
static void
test_place_in_category (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "vi");
  g_autoptr (PlotLayout) layout = NULL;
  g_autofree char *text = NULL;

  plot_figure_add_category (figure, "Lai Châu: đoàn giám sát");
  plot_figure_add_series (figure, "Lai Châu", PLOT_ROLE_FOCUS, 0);
  plot_figure_add_mark (figure, 0,
                        &(PlotMark){ .value = 12, .place = "Lai Châu", .period = "2023" });
  layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
  text = plot_layout_describe_mark (layout, 0);
  g_assert_cmpstr (text, ==, "Lai Châu: đoàn giám sát, 2023: 12.");
}

static void
test_empty (void)
{
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "en");
  g_autofree char *text = NULL;

  plot_figure_set_title (figure, "Supervision in Lai Châu");
  plot_figure_set_empty (figure, "Nothing was reported");
  text = plot_figure_describe (figure);
  g_assert_cmpstr (text, ==, "Supervision in Lai Châu. Bar chart. Nothing was reported.");
}

/* Who is level is named with the first, as far as one can listen to; "at least 9" is no 9. */
static void
test_ties (void)
{
  static const char *const places[] = { "Ana", "Bob", "Cyd", "Dan", "Eve", "Fay", "Gus" };
  static const double values[] = { 9, 2, 9, 2, 2, 2, 9 };
  g_autoptr (PlotFigure) figure = plot_figure_new (PLOT_KIND_BAR, "en");
  g_autofree char *text = NULL;

  plot_figure_set_unit (figure, "", 0);
  plot_figure_add_series (figure, "Cups", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    plot_figure_add_mark (figure, 0,
                          &(PlotMark){ .x = plot_figure_add_category (figure, places[i]),
                                       .value = values[i],
                                       .state = i == 6 ? PLOT_STATE_AT_LEAST : PLOT_STATE_EXACT,
                                       .place = places[i] });
  text = plot_figure_describe (figure);
  g_assert_nonnull (strstr (text, "Highest: 9 (Ana; Cyd)."));
  g_assert_nonnull (strstr (text, "Lowest: 2 (Bob; Dan; Eve; and 1 more item)."));
}

/* Whatever is drawn has a sentence that ends. */
static void
test_samples (void)
{
  static const char *const languages[] = { "vi", "en" };

  for (guint i = 0; i < plot_n_samples * 2; i++)
    {
      g_autoptr (PlotFigure) figure = plot_samples[i / 2].create (languages[i % 2]);
      g_autoptr (PlotLayout) layout = plot_test_layout (figure, 640, 400, PLOT_THEME_LIGHT);
      g_autofree char *whole = plot_figure_describe (figure);

      g_assert_true (g_utf8_validate (whole, -1, NULL));
      g_test_message ("%s: %s", plot_samples[i / 2].name, whole);
      g_assert_null (strchr (whole, '{'));
      for (guint m = 0; m < plot_layout_n_marks (layout); m++)
        {
          g_autofree char *text = plot_layout_describe_mark (layout, m);

          g_assert_true (g_str_has_suffix (text, "."));
          g_assert_null (strchr (text, '{'));
        }
    }
}

static char *
describe_mark_of (const char *sample, const char *language, guint64 key)
{
  g_autoptr (PlotFigure) figure = plot_sample_create (sample, language);
  g_autoptr (PlotLayout) layout = plot_test_layout (figure, 800, 600, PLOT_THEME_LIGHT);

  return plot_layout_describe_mark (layout, (guint) plot_layout_find_key (layout, key));
}

/* A cell says its place and year once, a point both of its values by name. */
static void
test_maps (void)
{
  static const struct
  {
    const char *sample, *language;
    guint64 key;
    const char *expected;
  } marks[] = {
    { "tilemap-63", "en", 1026, "Nghệ An, 2023: 61.5%." },
    { "tilemap-63", "vi", 1003, "Bắc Kạn, năm 2023: không có số liệu." },
    { "heatmap-years", "vi", 1001, "Thanh Hóa, 2015: ít nhất 37" NBSP "%." },
    { "scatter-states", "vi", 1026,
      "Nghệ An, 2023: Số lượt tiếp công dân khoảng 3.960" NBSP
      "lượt; Xã đạt chuẩn nông thôn mới 63" NBSP "%." },
    { "scatter-states", "en", 1022,
      "Hà Nam, 2023: Receptions not reported; Attainment about 72%." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *text = describe_mark_of (marks[i].sample, marks[i].language, marks[i].key);

      g_assert_cmpstr (text, ==, marks[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/describe/mark", test_mark);
  g_test_add_func ("/plot/describe/over-break", test_over_break);
  g_test_add_func ("/plot/describe/figure", test_figure);
  g_test_add_func ("/plot/describe/points", test_points);
  g_test_add_func ("/plot/describe/place-in-category", test_place_in_category);
  g_test_add_func ("/plot/describe/empty", test_empty);
  g_test_add_func ("/plot/describe/ties", test_ties);
  g_test_add_func ("/plot/describe/samples", test_samples);
  g_test_add_func ("/plot/describe/maps", test_maps);
  return g_test_run ();
}
