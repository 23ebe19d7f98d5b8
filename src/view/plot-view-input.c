/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer and keyboard of the chart widget: each asks the layout which mark is meant. Draws nothing. */

#include "plot-view-private.h"

#include <math.h>

/* Marks that Page Up and Page Down pass. */
#define PAGE 10

/* Walks until the layout goes no further, which is how the ends of a row are found. */
static int
walk_to_end (PlotLayout *layout, int mark, int dx, int dy)
{
  int next = plot_layout_step (layout, mark, dx, dy);

  for (guint i = plot_layout_n_marks (layout); i > 0 && next >= 0 && next != mark; i--)
    {
      mark = next;
      next = plot_layout_step (layout, mark, dx, dy);
    }
  return mark;
}

static void
motion_cb (PlotView *self, double x, double y)
{
  int series;

  if (plot_view_get_layout (self) == NULL || self->band_from != self->band_to)
    return;
  x /= self->text_scale;
  y /= self->text_scale;
  series = plot_layout_hit_series (self->layout, x, y);
  _plot_view_set_hovered_mark (self, series < 0 ? plot_layout_hit (self->layout, x, y) : -1);
  _plot_view_set_pointed_series (self, series);
}

static void
leave_cb (PlotView *self)
{
  _plot_view_set_hovered_mark (self, -1);
  _plot_view_set_pointed_series (self, -1);
}

/* Once more gives it back to all. */
static void
toggle_emphasis (PlotView *self, guint series)
{
  const char *name = plot_figure_series_name (self->figure, series);
  gboolean stands_out = g_strcmp0 (plot_view_state_get_emphasis (self->state), name) == 0;

  plot_view_state_set_emphasis (self->state, stands_out ? NULL : name);
}

static void
released_cb (PlotView *self, int n_press, double x, double y)
{
  int mark, series;

  if (plot_view_get_layout (self) == NULL)
    return;
  x /= self->text_scale;
  y /= self->text_scale;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    plot_view_state_set_range (self->state, NAN, NAN);
  if (n_press > 1)
    return;
  series = plot_layout_hit_series (self->layout, x, y);
  if (series >= 0)
    {
      toggle_emphasis (self, series);
      return;
    }
  mark = plot_layout_hit (self->layout, x, y);
  _plot_view_set_focused_mark (self, mark);
  if (_plot_view_activate_mark (self, mark))
    self->quiet = mark;
}

static void
focus_left_cb (PlotView *self)
{
  _plot_view_set_focused_mark (self, -1);
}

/* More than one step goes as far as there are marks. */
static int
step_times (PlotView *self, int dx, int dy)
{
  int mark = self->focused;

  for (int i = MAX (ABS (dx), ABS (dy)); i > 0; i--)
    {
      int next = plot_layout_step (self->layout, mark, dx, dy);

      if (next == mark && dx != 0 && _plot_view_follow (self, dx))
        {
          plot_view_get_layout (self);
          mark = self->focused;
          next = plot_layout_step (self->layout, mark, dx, dy);
        }
      mark = next;
    }
  return mark;
}

static gboolean
step_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);
  int dx, dy, next;

  g_variant_get (args, "(ii)", &dx, &dy);
  if (plot_view_get_layout (self) == NULL)
    return FALSE;
  next = step_times (self, dx, dy);
  if (next >= 0)
    _plot_view_set_focused_mark (self, next);
  /* Where a person asked for tooltips by keyboard, they walk along. */
  gtk_widget_trigger_tooltip_query (widget);
  return TRUE;
}

/* Ten marks at once, along the line, or down the rows. */
static gboolean
page_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);
  g_autoptr (GVariant) steps = NULL;
  int direction;

  g_variant_get (args, "(i)", &direction);
  if (plot_view_get_layout (self) == NULL)
    return FALSE;
  steps = g_variant_ref_sink (plot_layout_has_rows (self->layout)
                                  ? g_variant_new ("(ii)", 0, PAGE * direction)
                                  : g_variant_new ("(ii)", PAGE * direction, 0));
  return step_binding (widget, steps, data);
}

/* The first or the last mark of all. */
static gboolean
corner_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);
  int direction;

  g_variant_get (args, "(i)", &direction);
  if (plot_view_get_layout (self) == NULL || plot_layout_n_marks (self->layout) == 0)
    return FALSE;
  _plot_view_set_focused_mark (self,
                               direction < 0 ? 0 : (int) plot_layout_n_marks (self->layout) - 1);
  gtk_widget_trigger_tooltip_query (widget);
  return TRUE;
}

static gboolean
emphasis_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);

  if (plot_view_get_layout (self) == NULL || self->focused < 0
      || plot_figure_n_series (self->figure) < 2)
    return FALSE;
  toggle_emphasis (self, self->focused_series);
  return TRUE;
}

static gboolean
end_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);
  int direction, start, mark;

  g_variant_get (args, "(i)", &direction);
  if (plot_view_get_layout (self) == NULL || plot_layout_n_marks (self->layout) == 0)
    return FALSE;
  start = self->focused >= 0 ? self->focused : plot_layout_step (self->layout, -1, 1, 0);
  mark = walk_to_end (self->layout, start, direction, 0);
  _plot_view_set_focused_mark (self, mark);
  return TRUE;
}

static gboolean
activate_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);

  return plot_view_get_layout (self) != NULL && _plot_view_activate_mark (self, self->focused);
}

static gboolean
escape_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);

  double from, to;

  if (self->focused >= 0)
    _plot_view_set_focused_mark (self, -1);
  else if (plot_view_state_get_emphasis (self->state) != NULL)
    plot_view_state_set_emphasis (self->state, NULL);
  else if (plot_view_state_get_range (self->state, &from, &to))
    plot_view_state_set_range (self->state, NAN, NAN);
  else
    return FALSE;
  return TRUE;
}

static void
add_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, GtkShortcutFunc func, int a,
         int b)
{
  const char *format = func == end_binding || func == page_binding ? "(i)" : "(ii)";

  gtk_widget_class_add_binding (widget_class, key, 0, func, format, a, b);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, func, format, a, b);
}

void
_plot_view_class_input_init (GtkWidgetClass *widget_class)
{
  add_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, step_binding, -1, 0);
  add_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, step_binding, 1, 0);
  add_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, step_binding, 0, -1);
  add_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, step_binding, 0, 1);
  add_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, end_binding, -1, 0);
  add_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, end_binding, 1, 0);
  add_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, page_binding, -1, 0);
  add_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, page_binding, 1, 0);
  add_key (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, activate_binding, 0, 0);
  add_key (widget_class, GDK_KEY_space, GDK_KEY_KP_Space, activate_binding, 0, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, corner_binding, "(i)",
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, GDK_CONTROL_MASK, corner_binding, "(i)",
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, 0, emphasis_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_binding, NULL);
}

void
_plot_view_input_init (PlotView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
