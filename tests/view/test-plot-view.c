/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PlotView: properties, pointer, keyboard, and that it asks the layout instead of deciding itself. */

#include "test-display.h"
#include "view/plot-view-private.h"

static PlotFigure *
make_figure (void)
{
  PlotFigure *figure = plot_figure_new (PLOT_KIND_LINE, "en");

  plot_figure_set_title (figure, "Receptions rose");
  plot_figure_set_unit (figure, "", 0);
  plot_figure_add_series (figure, "Nghệ An", PLOT_ROLE_NORMAL, 0);
  for (int i = 0; i < 4; i++)
    plot_figure_add_mark (figure, 0,
                          &(PlotMark){ .x = 2020 + i,
                                       .value = 100 + 10 * i,
                                       .key = 11 + i,
                                       .place = "Nghệ An",
                                       .period = "2020" });
  return figure;
}

/* A view of a figure in a window that has been given its size. */
static PlotView *
show_view (GtkWidget **window)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  GtkWidget *view = plot_view_new ();

  plot_view_set_figure (PLOT_VIEW (view), figure);
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 480, 320);
  gtk_window_set_child (GTK_WINDOW (*window), view);
  gtk_widget_show (*window);
  while (gtk_widget_get_width (view) == 0)
    g_main_context_iteration (NULL, TRUE);
  return PLOT_VIEW (view);
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
keep_key_cb (PlotView *view, guint64 key, guint64 *kept)
{
  *kept = key;
}

static void
test_properties (void)
{
  g_autoptr (PlotFigure) figure = make_figure ();
  g_autoptr (GtkWidget) widget = NULL;
  PlotView *view;
  guint64 key;
  gboolean dark;
  int notified = 0;

  if (!test_display_needed ())
    return;
  widget = g_object_ref_sink (plot_view_new ());
  view = PLOT_VIEW (widget);
  g_signal_connect_swapped (view, "notify", G_CALLBACK (count_cb), &notified);

  g_assert_null (plot_view_get_figure (view));
  plot_view_set_figure (view, figure);
  g_assert_true (plot_view_get_figure (view) == figure);
  g_assert_cmpint (notified, ==, 1);
  plot_view_set_figure (view, figure);
  g_assert_cmpint (notified, ==, 1);

  g_object_set (view, "selected-key", (guint64) 12, NULL);
  g_object_get (view, "selected-key", &key, NULL);
  g_assert_cmpuint (key, ==, 12);
  g_assert_cmpint (notified, ==, 2);
  plot_view_set_selected_key (view, 12);
  g_assert_cmpint (notified, ==, 2);

  g_object_set (view, "dark", TRUE, NULL);
  g_object_get (view, "dark", &dark, NULL);
  g_assert_true (dark);
  plot_view_set_dark (view, TRUE);
  g_assert_cmpint (notified, ==, 3);
  plot_view_set_high_contrast (view, TRUE);
  plot_view_set_high_contrast (view, TRUE);
  g_assert_cmpint (notified, ==, 4);
}

static void
test_theme (void)
{
  g_autoptr (GtkWidget) widget = NULL;
  PlotView *view;

  if (!test_display_needed ())
    return;
  widget = g_object_ref_sink (plot_view_new ());
  view = PLOT_VIEW (widget);
  g_assert_cmpint (plot_view_get_theme (view), ==, PLOT_THEME_LIGHT);
  plot_view_set_high_contrast (view, TRUE);
  g_assert_cmpint (plot_view_get_theme (view), ==, PLOT_THEME_HIGH_CONTRAST);
  plot_view_set_dark (view, TRUE);
  g_assert_cmpint (plot_view_get_theme (view), ==, PLOT_THEME_DARK);
}

static void
test_finalized (void)
{
  PlotFigure *figure = make_figure ();
  GtkWidget *widget;

  if (!test_display_needed ())
    {
      plot_figure_unref (figure);
      return;
    }
  widget = g_object_ref_sink (plot_view_new ());
  plot_view_set_figure (PLOT_VIEW (widget), figure);
  plot_figure_unref (figure);
  g_assert_finalize_object (widget);
}

static void
test_click (void)
{
  GtkWidget *window;
  PlotView *view;
  GtkEventController *click;
  double x, y, width, height;
  guint64 key = 0;

  if (!test_display_needed ())
    return;
  view = show_view (&window);
  g_signal_connect (view, "mark-activated", G_CALLBACK (keep_key_cb), &key);
  click = test_controller (GTK_WIDGET (view), GTK_TYPE_GESTURE_CLICK);
  for (guint i = 0; i < plot_layout_n_marks (plot_view_get_layout (view)); i++)
    {
      plot_layout_mark_bounds (plot_view_get_layout (view), i, &x, &y, &width, &height);
      g_signal_emit_by_name (click, "released", 1, x + width / 2, y + height / 2);
      g_assert_cmpuint (key, ==, plot_layout_mark_key (plot_view_get_layout (view), i));
      g_assert_cmpint (plot_view_get_focused_mark (view), ==, (int) i);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where nothing is, nothing is activated. */
static void
test_click_beside (void)
{
  GtkWidget *window;
  PlotView *view;
  guint64 key = 0;

  if (!test_display_needed ())
    return;
  view = show_view (&window);
  g_signal_connect (view, "mark-activated", G_CALLBACK (keep_key_cb), &key);
  g_assert_cmpint (plot_layout_hit (plot_view_get_layout (view), 1, 1), ==, -1);
  g_signal_emit_by_name (test_controller (GTK_WIDGET (view), GTK_TYPE_GESTURE_CLICK), "released", 1,
                         1.0, 1.0);
  g_assert_cmpuint (key, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_hover_keeps_layout (void)
{
  GtkWidget *window;
  PlotView *view;
  PlotLayout *layout;
  GtkEventController *motion;

  if (!test_display_needed ())
    return;
  view = show_view (&window);
  layout = plot_view_get_layout (view);
  motion = test_controller (GTK_WIDGET (view), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  for (int x = 0; x < 480; x += 40)
    g_signal_emit_by_name (motion, "motion", (double) x, 160.0);
  g_signal_emit_by_name (motion, "leave");
  g_assert_true (plot_view_get_layout (view) == layout);
  plot_view_set_selected_key (view, 12);
  g_assert_true (plot_view_get_layout (view) == layout);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keyboard (void)
{
  GtkWidget *window;
  GtkWidget *widget;
  PlotView *view;
  guint64 key = 0;

  if (!test_display_needed ())
    return;
  view = show_view (&window);
  widget = GTK_WIDGET (view);
  g_signal_connect (view, "mark-activated", G_CALLBACK (keep_key_cb), &key);

  g_assert_cmpint (plot_view_get_focused_mark (view), ==, -1);
  g_assert_false (test_press (widget, GDK_KEY_Return));
  g_assert_true (test_press (widget, GDK_KEY_Right));
  g_assert_cmpint (plot_view_get_focused_mark (view), ==, 0);
  g_assert_true (test_press (widget, GDK_KEY_Right));
  g_assert_cmpint (plot_view_get_focused_mark (view), ==, 1);
  g_assert_cmpuint (key, ==, 0);
  g_assert_true (test_press (widget, GDK_KEY_Return));
  g_assert_cmpuint (key, ==, 12);
  g_assert_true (test_press (widget, GDK_KEY_End));
  g_assert_cmpint (plot_view_get_focused_mark (view), ==, 3);
  g_assert_true (test_press (widget, GDK_KEY_Right));
  g_assert_cmpint (plot_view_get_focused_mark (view), ==, 3);
  g_assert_true (test_press (widget, GDK_KEY_space));
  g_assert_cmpuint (key, ==, 14);
  g_assert_true (test_press (widget, GDK_KEY_Home));
  g_assert_cmpint (plot_view_get_focused_mark (view), ==, 0);
  g_assert_true (test_press (widget, GDK_KEY_Escape));
  g_assert_cmpint (plot_view_get_focused_mark (view), ==, -1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_accessible (void)
{
  GtkWidget *window;
  PlotView *view;
  g_autofree char *whole = NULL;
  g_autofree char *mark = NULL;

  if (!test_display_needed ())
    return;
  view = show_view (&window);
  whole = plot_figure_describe (plot_view_get_figure (view));
  mark = plot_layout_describe_mark (plot_view_get_layout (view), 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Receptions rose");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       whole);
  test_press (GTK_WIDGET (view), GDK_KEY_Right);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       mark);
  test_press (GTK_WIDGET (view), GDK_KEY_Escape);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       whole);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
find_textures (GskRenderNode *node, int *width, int *height)
{
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      find_textures (gsk_container_node_get_child (node, i), width, height);
  if (gsk_render_node_get_node_type (node) != GSK_TEXTURE_NODE)
    return;
  *width = gdk_texture_get_width (gsk_texture_node_get_texture (node));
  *height = gdk_texture_get_height (gsk_texture_node_get_texture (node));
}

/* Thousands of points are pixels, one of the screen each; a few marks stay shapes. */
static void
test_dense (void)
{
  g_autoptr (PlotFigure) points = plot_figure_new (PLOT_KIND_SCATTER, "en");
  GtkWidget *window;
  PlotView *view;

  if (!test_display_needed ())
    return;
  plot_figure_add_series (points, "", PLOT_ROLE_NORMAL, 0);
  for (int i = 0; i < 2000; i++)
    plot_figure_add_mark (points, 0, &(PlotMark){ .x = i % 97, .value = i % 89 });
  view = show_view (&window);
  for (int dense = 0; dense <= 1; dense++)
    {
      int scale = gtk_widget_get_scale_factor (GTK_WIDGET (view)), width = 0, height = 0;
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      if (dense)
        plot_view_set_figure (view, points);
      GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_nonnull (node);
      find_textures (node, &width, &height);
      g_assert_cmpint (width, ==, dense ? scale * gtk_widget_get_width (GTK_WIDGET (view)) : 0);
      g_assert_cmpint (height, ==, dense ? scale * gtk_widget_get_height (GTK_WIDGET (view)) : 0);
      gsk_render_node_unref (node);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A caption is beside its mark, whole, and not on it. */
static void
test_caption (void)
{
  const graphene_size_t room = { 400, 300 }, size = { 100, 40 };
  static const struct
  {
    graphene_rect_t mark;
    float x, y;
  } rows[] = {
    { { { 195, 150 }, { 10, 10 } }, 150, 102 }, /* above */
    { { { 195, 20 }, { 10, 10 } }, 150, 38 },   /* no room there */
    { { { 0, 150 }, { 10, 10 } }, 0, 102 },     /* at the left edge */
    { { { 390, 150 }, { 10, 10 } }, 300, 102 }, /* at the right edge */
    { { { 195, 10 }, { 10, 290 } }, 150, 0 },   /* a column as high as the chart */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      graphene_point_t at;

      _plot_view_place_caption (&rows[i].mark, &room, &size, &at);
      g_assert_cmpfloat (at.x, ==, rows[i].x);
      g_assert_cmpfloat (at.y, ==, rows[i].y);
    }
}

/* The pictures of the view, drawn with the keyboard on a mark and with its evidence open. */
static guint
count_text_nodes (GskRenderNode *node)
{
  guint n = gsk_render_node_get_node_type (node) == GSK_TEXT_NODE;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_text_nodes (gsk_container_node_get_child (node, i));
  else if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    n += count_text_nodes (gsk_transform_node_get_child (node));
  return n;
}

static guint
captions_drawn (PlotView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n;

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  n = count_text_nodes (node);
  gsk_render_node_unref (node);
  return n;
}

static void
test_caption_of_keyboard (void)
{
  GtkWidget *window;
  PlotView *view;

  if (!test_display_needed ())
    return;
  view = show_view (&window);
  g_assert_cmpuint (captions_drawn (view), ==, 0);
  g_assert_true (test_press (GTK_WIDGET (view), GDK_KEY_Right));
  g_assert_cmpuint (captions_drawn (view), >, 0);
  plot_view_state_set_selected_key (plot_view_get_state (view), 11);
  g_assert_cmpuint (captions_drawn (view), ==, 0);
  g_assert_true (test_press (GTK_WIDGET (view), GDK_KEY_Right));
  g_assert_cmpuint (captions_drawn (view), >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  test_display_init (&argc, &argv);
  g_test_add_func ("/view/plot-view/properties", test_properties);
  g_test_add_func ("/view/plot-view/theme", test_theme);
  g_test_add_func ("/view/plot-view/finalized", test_finalized);
  g_test_add_func ("/view/plot-view/click", test_click);
  g_test_add_func ("/view/plot-view/click-beside", test_click_beside);
  g_test_add_func ("/view/plot-view/hover-keeps-layout", test_hover_keeps_layout);
  g_test_add_func ("/view/plot-view/keyboard", test_keyboard);
  g_test_add_func ("/view/plot-view/accessible", test_accessible);
  g_test_add_func ("/view/plot-view/dense", test_dense);
  g_test_add_func ("/view/plot-view/caption/place", test_caption);
  g_test_add_func ("/view/plot-view/caption/keyboard", test_caption_of_keyboard);
  return g_test_run ();
}
