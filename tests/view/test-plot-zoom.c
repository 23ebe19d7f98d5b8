/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PlotView and PlotViewState: zooming by drag and keys, what stands out, a title of one's own, and
 * that charts of one state follow each other. */

#include "test-display.h"
#include "view/plot-view.h"

#include <math.h>

#define N_YEARS 12

static PlotFigure *
make_figure (const char *title)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "en");

  plot_figure_set_title (figure, title);
  for (guint s = 0; s < 2; s++)
    {
      plot_figure_add_series (figure, s == 0 ? "North" : "South", PLOT_ROLE_NORMAL, s);
      for (guint i = 0; i < N_YEARS; i++)
        plot_figure_add_mark (figure, s,
                              &(PlotMark){ .x = 2010.5 + i,
                                           .value = s == 0 ? 100.0 + i : 300.0 - i,
                                           .key = 1 + s * N_YEARS + i });
    }
  return figure;
}

/* Two views of figures in a window, above each other, with one state where that is asked for. */
typedef struct
{
  GtkWidget *window;
  PlotView *upper, *lower;
} Pair;

static Pair
show_pair (gboolean shared)
{
  g_autoptr (PlotFigure) one = make_figure ("One"), other = make_figure ("Other");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Pair pair = { gtk_window_new (), PLOT_VIEW (plot_view_new ()), PLOT_VIEW (plot_view_new ()) };

  plot_view_set_figure (pair.upper, one);
  plot_view_set_figure (pair.lower, other);
  if (shared)
    plot_view_set_state (pair.lower, plot_view_get_state (pair.upper));
  gtk_widget_set_vexpand (GTK_WIDGET (pair.upper), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (pair.lower), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pair.upper));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pair.lower));
  gtk_window_set_default_size (GTK_WINDOW (pair.window), 700, 700);
  gtk_window_set_child (GTK_WINDOW (pair.window), box);
  gtk_widget_show (pair.window);
  while (gtk_widget_get_width (GTK_WIDGET (pair.lower)) == 0)
    g_main_context_iteration (NULL, TRUE);
  return pair;
}

static guint
n_marks (PlotView *view)
{
  return plot_layout_n_marks (plot_view_get_layout (view));
}

static void
test_keys (void)
{
  Pair pair;
  GtkWidget *widget;
  double from, to;

  if (!test_display_needed ())
    return;
  pair = show_pair (FALSE);
  widget = GTK_WIDGET (pair.upper);
  test_press (widget, GDK_KEY_Right);
  test_press (widget, GDK_KEY_Page_Down);
  g_assert_cmpint (plot_view_get_focused_mark (pair.upper), ==, 10);
  test_press (widget, GDK_KEY_plus);
  g_assert_cmpuint (n_marks (pair.upper), <, 2 * N_YEARS);
  g_assert_true (plot_figure_range (plot_view_get_shown_figure (pair.upper), &from, &to));
  /* The mark stays where the keyboard stands. */
  g_assert_cmpuint (plot_layout_mark_key (plot_view_get_layout (pair.upper),
                                          plot_view_get_focused_mark (pair.upper)),
                    ==, 11);
  g_assert_cmpuint (n_marks (pair.lower), ==, 2 * N_YEARS);
  test_press (widget, GDK_KEY_minus);
  g_assert_cmpuint (n_marks (pair.upper), ==, 2 * N_YEARS);
  test_press (widget, GDK_KEY_plus);
  test_press (widget, GDK_KEY_plus);
  test_press (widget, GDK_KEY_0);
  g_assert_cmpuint (n_marks (pair.upper), ==, 2 * N_YEARS);
  gtk_window_destroy (GTK_WINDOW (pair.window));
}

/* Walking beyond what is shown takes the shown part along. */
static void
test_follow (void)
{
  Pair pair;
  GtkWidget *widget;

  if (!test_display_needed ())
    return;
  pair = show_pair (FALSE);
  widget = GTK_WIDGET (pair.upper);
  plot_view_state_set_range (plot_view_get_state (pair.upper), 2012, 2015);
  test_press (widget, GDK_KEY_Right);
  for (guint i = 0; i < 5; i++)
    test_press (widget, GDK_KEY_Right);
  g_assert_cmpuint (plot_layout_mark_key (plot_view_get_layout (pair.upper),
                                          plot_view_get_focused_mark (pair.upper)),
                    ==, 8);
  /* Three years from mark to mark have four marks of each series. */
  g_assert_cmpuint (n_marks (pair.upper), ==, 8);
  for (guint i = 0; i < 20; i++)
    test_press (widget, GDK_KEY_Left);
  g_assert_cmpuint (plot_layout_mark_key (plot_view_get_layout (pair.upper),
                                          plot_view_get_focused_mark (pair.upper)),
                    ==, 1);
  gtk_window_destroy (GTK_WINDOW (pair.window));
}

static void
test_together (void)
{
  Pair pair;
  PlotViewState *state;
  PlotLayout *before;

  if (!test_display_needed ())
    return;
  pair = show_pair (TRUE);
  state = plot_view_get_state (pair.upper);
  plot_view_state_set_range (state, 2013, 2016);
  g_assert_cmpuint (n_marks (pair.upper), ==, 6);
  g_assert_cmpuint (n_marks (pair.lower), ==, 6);
  plot_view_set_selected_key (pair.lower, 5);
  g_assert_cmpuint (plot_view_get_selected_key (pair.upper), ==, 5);
  /* What only looks otherwise is not laid out anew. */
  before = plot_view_get_layout (pair.lower);
  plot_view_state_set_emphasis (state, "South");
  g_assert_cmpint (plot_view_get_emphasis (pair.upper), ==, 1);
  g_assert_cmpint (plot_view_get_emphasis (pair.lower), ==, 1);
  g_assert_true (plot_view_get_layout (pair.lower) == before);
  gtk_window_destroy (GTK_WINDOW (pair.window));
}

/* Escape takes back one after another. */
static void
test_escape (void)
{
  Pair pair;
  PlotViewState *state;
  GtkWidget *widget;
  double from, to;

  if (!test_display_needed ())
    return;
  pair = show_pair (FALSE);
  widget = GTK_WIDGET (pair.upper);
  state = plot_view_get_state (pair.upper);
  plot_view_state_set_range (state, 2013, 2016);
  test_press (widget, GDK_KEY_Right);
  test_press (widget, GDK_KEY_e);
  g_assert_cmpstr (plot_view_state_get_emphasis (state), ==, "North");
  g_assert_true (test_press (widget, GDK_KEY_Escape));
  g_assert_cmpint (plot_view_get_focused_mark (pair.upper), ==, -1);
  g_assert_cmpint (plot_view_get_emphasis (pair.upper), ==, 0);
  g_assert_true (test_press (widget, GDK_KEY_Escape));
  g_assert_cmpint (plot_view_get_emphasis (pair.upper), ==, -1);
  g_assert_true (plot_view_state_get_range (state, &from, &to));
  g_assert_true (test_press (widget, GDK_KEY_Escape));
  g_assert_false (plot_view_state_get_range (state, &from, &to));
  g_assert_false (test_press (widget, GDK_KEY_Escape));
  gtk_window_destroy (GTK_WINDOW (pair.window));
}

/* The name at a line's end: pointed at it stands out, clicked it stays, clicked again it does not. */
static void
test_names (void)
{
  Pair pair;
  PlotLayout *layout;
  GtkEventController *motion, *click;
  double x = 0, y = 0, w = 0, h = 0;

  if (!test_display_needed ())
    return;
  pair = show_pair (FALSE);
  layout = plot_view_get_layout (pair.upper);
  motion = test_controller (GTK_WIDGET (pair.upper), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  click = test_controller (GTK_WIDGET (pair.upper), GTK_TYPE_GESTURE_CLICK);
  for (guint i = 0; i < plot_layout_n_texts (layout); i++)
    if (g_str_has_prefix (plot_layout_text (layout, i, &x, &y, &w, &h), "South"))
      break;
  g_signal_emit_by_name (motion, "motion", x + w / 2, y + h / 2);
  g_assert_cmpint (plot_view_get_emphasis (pair.upper), ==, 1);
  g_signal_emit_by_name (motion, "leave");
  g_assert_cmpint (plot_view_get_emphasis (pair.upper), ==, -1);
  g_signal_emit_by_name (click, "released", 1, x + w / 2, y + h / 2);
  g_assert_cmpint (plot_view_get_emphasis (pair.upper), ==, 1);
  g_signal_emit_by_name (click, "released", 1, x + w / 2, y + h / 2);
  g_assert_cmpint (plot_view_get_emphasis (pair.upper), ==, -1);
  gtk_window_destroy (GTK_WINDOW (pair.window));
}

/* It is drawn and spoken in place of the one it was written for, and of no other. */
static void
test_title (void)
{
  g_autoptr (PlotFigure) next = make_figure ("Another finding");
  Pair pair;
  PlotViewState *state;

  if (!test_display_needed ())
    return;
  pair = show_pair (FALSE);
  state = plot_view_get_state (pair.upper);
  plot_view_state_set_title (state, "My words", "One");
  g_assert_cmpstr (plot_figure_title (plot_view_get_shown_figure (pair.upper)), ==, "My words");
  g_assert_cmpstr (plot_figure_title (plot_view_get_figure (pair.upper)), ==, "One");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pair.upper), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "My words");
  plot_view_set_figure (pair.upper, next);
  g_assert_cmpstr (plot_figure_title (plot_view_get_shown_figure (pair.upper)), ==,
                   "Another finding");
  plot_view_state_set_title (state, "", "Another finding");
  g_assert_cmpstr (plot_figure_title (plot_view_get_shown_figure (pair.upper)), ==,
                   "Another finding");
  gtk_window_destroy (GTK_WINDOW (pair.window));
}

/* With text twice as large the whole chart is drawn twice as large, and the pointer finds it there. */
static void
test_text_scale (void)
{
  Pair pair;
  GtkEventController *click;
  graphene_rect_t mark;
  double x, y, w, h;

  if (!test_display_needed ())
    return;
  pair = show_pair (FALSE);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (pair.upper)), "gtk-xft-dpi", 2 * 96 * 1024,
                NULL);
  g_assert_cmpfloat (plot_view_get_text_scale (pair.upper), ==, 2);
  plot_layout_mark_bounds (plot_view_get_layout (pair.upper), 3, &x, &y, &w, &h);
  plot_view_get_mark_bounds (pair.upper, 3, &mark);
  g_assert_cmpfloat_with_epsilon (mark.origin.x, 2 * x, 1e-3);
  g_assert_cmpfloat_with_epsilon (mark.size.height, 2 * h, 1e-3);
  click = test_controller (GTK_WIDGET (pair.upper), GTK_TYPE_GESTURE_CLICK);
  g_signal_emit_by_name (click, "released", 1, 2 * x + w, 2 * y + h);
  g_assert_cmpint (plot_view_get_focused_mark (pair.upper), ==, 3);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (pair.upper)), "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpfloat (plot_view_get_text_scale (pair.upper), ==, 1);
  gtk_window_destroy (GTK_WINDOW (pair.window));
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_state (void)
{
  PlotViewState *state = plot_view_state_new ();
  double from, to;
  int changed = 0;

  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_false (plot_view_state_get_range (state, &from, &to));
  g_assert_true (isnan (from));
  plot_view_state_set_range (state, NAN, NAN);
  plot_view_state_set_selected_key (state, 0);
  plot_view_state_set_emphasis (state, NULL);
  plot_view_state_set_title (state, NULL, "One");
  g_assert_cmpint (changed, ==, 0);
  plot_view_state_set_range (state, 2012, 2014);
  plot_view_state_set_range (state, 2012, 2014);
  plot_view_state_set_selected_key (state, 7);
  plot_view_state_set_selected_key (state, 7);
  plot_view_state_set_emphasis (state, "North");
  plot_view_state_set_emphasis (state, "North");
  plot_view_state_set_title (state, "Mine", "One");
  plot_view_state_set_title (state, "Mine", "One");
  g_assert_cmpint (changed, ==, 4);
  /* Charts of one state keep a title each. */
  plot_view_state_set_title (state, "Ours", "Other");
  g_assert_cmpstr (plot_view_state_get_title (state, "One"), ==, "Mine");
  g_assert_cmpstr (plot_view_state_get_title (state, "Other"), ==, "Ours");
  plot_view_state_set_title (state, NULL, "One");
  g_assert_cmpstr (plot_view_state_get_title (state, "One"), ==, "One");
  g_assert_cmpstr (plot_view_state_get_title (state, "Other"), ==, "Ours");
  g_assert_cmpint (changed, ==, 6);
  /* The wrong way round is all. */
  plot_view_state_set_range (state, 2014, 2012);
  g_assert_false (plot_view_state_get_range (state, &from, &to));
  g_assert_finalize_object (state);
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/view/plot-zoom/state", test_state);
  g_test_add_func ("/view/plot-zoom/keys", test_keys);
  g_test_add_func ("/view/plot-zoom/follow", test_follow);
  g_test_add_func ("/view/plot-zoom/together", test_together);
  g_test_add_func ("/view/plot-zoom/escape", test_escape);
  g_test_add_func ("/view/plot-zoom/names", test_names);
  g_test_add_func ("/view/plot-zoom/title", test_title);
  g_test_add_func ("/view/plot-zoom/text-scale", test_text_scale);
  return g_test_run ();
}
