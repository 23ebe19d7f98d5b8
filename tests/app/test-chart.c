/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ChisoChart: the same data as a table one key away, sorted by its headings; a title of one's own; the
 * way back from a zoom. */

#include "app/chiso-chart.h"
#include "plot/plot-change.h"
#include "test-display.h"

#include <math.h>

static PlotFigure *
make_figure (const char *language)
{
  static const double values[] = { 30, 10, NAN, 20 };
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, language);

  plot_figure_set_title (figure, "Generated");
  plot_figure_set_unit (figure, " xã", 0);
  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *period = g_strdup_printf ("%u", 2020 + i);

      plot_figure_add_mark (figure, 0,
                            &(PlotMark){ .x = 2020.5 + i,
                                         .value = values[i],
                                         .state = isnan (values[i]) ? PLOT_STATE_UNREADABLE
                                                  : i == 1          ? PLOT_STATE_AT_LEAST
                                                                    : PLOT_STATE_EXACT,
                                         .computed = i == 3,
                                         .key = isnan (values[i]) ? 0 : 1 + i,
                                         .place = "Nghệ An",
                                         .period = period });
    }
  return figure;
}

static ChisoChart *
show_chart (GtkWidget **window, const char *language)
{
  g_autoptr (PlotFigure) figure = make_figure (language);
  ChisoChart *chart = g_object_new (CHISO_TYPE_CHART, NULL);

  chiso_chart_set_figure (chart, figure);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (*window), GTK_WIDGET (chart));
  gtk_widget_show (*window);
  while (gtk_widget_get_width (GTK_WIDGET (chiso_chart_get_view (chart))) == 0)
    g_main_context_iteration (NULL, TRUE);
  return chart;
}

static void
assert_row (PlotTable *table, guint row, const char *const *cells)
{
  for (guint i = 0; i < plot_table_n_columns (table); i++)
    {
      g_autofree char *cell = plot_table_cell (table, row, i);

      g_assert_cmpstr (cell, ==, cells[i]);
    }
}

static void
test_table (void)
{
  static const char *const headings[] = { "Place", "Period", "Value", "State" };
  static const char *const rows[][4] = {
    { "Nghệ An", "2020", "30\u00a0xã", "exact" },
    { "Nghệ An", "2021", "≥\u00a010\u00a0xã", "at least" },
    { "Nghệ An", "2022", "—", "unreadable" },
    { "Nghệ An", "2023", "20\u00a0xã", "computed" },
  };
  static const guint by_value[] = { 1, 3, 0, 2 };
  GtkWidget *window;
  ChisoChart *chart;
  PlotTable *table;

  if (!test_display_needed ())
    return;
  chart = show_chart (&window, "en");
  g_assert_null (chiso_chart_get_table (chart));
  gtk_widget_grab_focus (GTK_WIDGET (chiso_chart_get_view (chart)));
  g_assert_true (test_press (GTK_WIDGET (chart), GDK_KEY_F9));
  table = chiso_chart_get_table (chart);
  g_assert_cmpuint (plot_table_n_columns (table), ==, 4);
  g_assert_cmpuint (plot_table_n_rows (table), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *heading = plot_table_heading (table, i);

      g_assert_cmpstr (heading, ==, headings[i]);
      assert_row (table, i, rows[i]);
    }
  plot_table_sort (table, 2, GTK_SORT_ASCENDING);
  for (guint i = 0; i < 4; i++)
    assert_row (table, i, rows[by_value[i]]);
  g_assert_true (test_press (GTK_WIDGET (chart), GDK_KEY_F9));
  g_assert_false (chiso_chart_get_table_shown (chart));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chiso_chart_get_view (chart))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Rows follow what is shown: its words, and its part of time. */
static void
test_table_follows (void)
{
  GtkWidget *window;
  ChisoChart *chart;
  g_autofree char *heading = NULL;

  if (!test_display_needed ())
    return;
  chart = show_chart (&window, "vi");
  chiso_chart_set_table_shown (chart, TRUE);
  heading = plot_table_heading (chiso_chart_get_table (chart), 0);
  g_assert_cmpstr (heading, ==, "Địa phương");
  plot_view_state_set_range (plot_view_get_state (chiso_chart_get_view (chart)), 2021, 2023);
  g_assert_cmpuint (plot_table_n_rows (chiso_chart_get_table (chart)), ==, 2);
  chiso_chart_set_figure (chart, NULL);
  g_assert_false (chiso_chart_get_table_shown (chart));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
keep_key_cb (ChisoChart *chart, guint64 key, guint64 *kept)
{
  *kept = key;
}

/* A row opens its evidence as its mark does; one without evidence opens nothing. */
static void
test_table_activates (void)
{
  GtkWidget *window;
  ChisoChart *chart;
  guint64 key = 0;

  if (!test_display_needed ())
    return;
  chart = show_chart (&window, "en");
  g_signal_connect (chart, "mark-activated", G_CALLBACK (keep_key_cb), &key);
  chiso_chart_set_table_shown (chart, TRUE);
  plot_table_activate_row (chiso_chart_get_table (chart), 2);
  g_assert_cmpuint (key, ==, 0);
  plot_table_activate_row (chiso_chart_get_table (chart), 3);
  g_assert_cmpuint (key, ==, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_zoom_and_title (void)
{
  GtkWidget *window;
  ChisoChart *chart;
  PlotViewState *state;
  double from, to;

  if (!test_display_needed ())
    return;
  chart = show_chart (&window, "en");
  state = plot_view_get_state (chiso_chart_get_view (chart));
  plot_view_state_set_range (state, 2021, 2023);
  g_assert_true (plot_figure_range (chiso_chart_get_shown_figure (chart), &from, &to));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.all-years", NULL));
  g_assert_false (plot_figure_range (chiso_chart_get_shown_figure (chart), &from, &to));
  plot_view_state_set_title (state, "Mine", "Generated");
  g_assert_cmpstr (plot_figure_title (chiso_chart_get_shown_figure (chart)), ==, "Mine");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What one of them shows, the table of the other lists. */
static void
test_shared_state (void)
{
  GtkWidget *windows[2];
  ChisoChart *one, *other;

  if (!test_display_needed ())
    return;
  one = show_chart (&windows[0], "en");
  other = show_chart (&windows[1], "en");
  chiso_chart_set_state (other, plot_view_get_state (chiso_chart_get_view (one)));
  chiso_chart_set_table_shown (other, TRUE);
  plot_view_state_set_range (plot_view_get_state (chiso_chart_get_view (one)), 2021, 2023);
  g_assert_cmpuint (plot_table_n_rows (chiso_chart_get_table (other)), ==, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (other), "chart.all-years", NULL));
  g_assert_cmpuint (plot_table_n_rows (chiso_chart_get_table (other)), ==, 4);
  plot_view_set_selected_key (chiso_chart_get_view (one), 4);
  g_assert_cmpuint (plot_view_get_selected_key (chiso_chart_get_view (other)), ==, 4);
  g_assert_cmpuint (plot_table_n_selected (chiso_chart_get_table (other)), ==, 1);
  /* It is the mark's row also in the next figure. */
  plot_view_state_set_range (plot_view_get_state (chiso_chart_get_view (one)), 2022, 2024);
  g_assert_cmpuint (plot_table_n_rows (chiso_chart_get_table (other)), ==, 2);
  g_assert_cmpuint (plot_table_n_selected (chiso_chart_get_table (other)), ==, 1);
  gtk_window_destroy (GTK_WINDOW (windows[0]));
  gtk_window_destroy (GTK_WINDOW (windows[1]));
}

static PlotFigure *
list_cb (PlotFigure *figure, gpointer data)
{
  guint *n_asked = data;
  PlotFigure *listing = plot_figure_new (PLOT_KIND_LINE, "en");
  static const double values[] = { 30, 25, 10 };

  (*n_asked)++;
  plot_figure_add_series (listing, "Nghệ An", PLOT_ROLE_NORMAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    plot_figure_add_mark (
        listing, 0, &(PlotMark){ .x = 2020.5 + i / 2, .value = values[i], .key = 1 + 10 * i });
  plot_figure_set_change (listing, 21,
                          &(PlotChange){ .value = -66, .written = "-66%", .computed = TRUE });
  return listing;
}

/* What the table says beside the chart is asked for once a figure and when it is looked at, and keeps
 * to the part of time that the chart shows. */
static void
test_listing (void)
{
  GtkWidget *window;
  ChisoChart *chart;
  PlotTable *table;
  guint n_asked = 0;
  g_autoptr (PlotFigure) other = make_figure ("en");
  g_autofree char *change = NULL;
  g_autofree char *origin = NULL;

  if (!test_display_needed ())
    return;
  chart = show_chart (&window, "en");
  chiso_chart_set_listing (chart, list_cb, &n_asked);
  g_assert_cmpuint (n_asked, ==, 0);
  chiso_chart_set_table_shown (chart, TRUE);
  table = chiso_chart_get_table (chart);
  g_assert_cmpuint (plot_table_n_rows (table), ==, 3);
  change = plot_table_cell (table, 2, 1);
  origin = plot_table_cell (table, 2, 2);
  g_assert_cmpstr (change, ==, "-66%");
  g_assert_cmpstr (origin, ==, "computed");
  g_assert_cmpstr (plot_figure_title (plot_table_get_figure (table)), ==, "Generated");
  plot_view_state_set_range (plot_view_get_state (chiso_chart_get_view (chart)), 2021, 2023);
  g_assert_cmpuint (plot_table_n_rows (table), ==, 1);
  chiso_chart_set_table_shown (chart, FALSE);
  chiso_chart_set_table_shown (chart, TRUE);
  g_assert_cmpuint (n_asked, ==, 1);
  chiso_chart_set_figure (chart, other);
  g_assert_cmpuint (n_asked, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (test_display_init (&argc, &argv))
    adw_init ();
  g_test_add_func ("/app/chart/table", test_table);
  g_test_add_func ("/app/chart/table-follows", test_table_follows);
  g_test_add_func ("/app/chart/table-activates", test_table_activates);
  g_test_add_func ("/app/chart/zoom-and-title", test_zoom_and_title);
  g_test_add_func ("/app/chart/shared-state", test_shared_state);
  g_test_add_func ("/app/chart/listing", test_listing);
  return g_test_run ();
}
