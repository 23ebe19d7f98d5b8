/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer and keyboard of the chart widget: each asks the layout which mark is meant. Draws nothing. */

#include "plot-view-private.h"

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
  if (plot_view_get_layout (self) != NULL)
    _plot_view_set_hovered_mark (self, plot_layout_hit (self->layout, x, y));
}

static void
leave_cb (PlotView *self)
{
  _plot_view_set_hovered_mark (self, -1);
}

static void
released_cb (PlotView *self, int n_press, double x, double y)
{
  int mark;

  if (plot_view_get_layout (self) == NULL)
    return;
  mark = plot_layout_hit (self->layout, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _plot_view_set_focused_mark (self, mark);
  if (_plot_view_activate_mark (self, mark))
    self->quiet = mark;
}

static void
focus_left_cb (PlotView *self)
{
  _plot_view_set_focused_mark (self, -1);
}

static gboolean
step_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);
  int dx, dy, next;

  g_variant_get (args, "(ii)", &dx, &dy);
  if (plot_view_get_layout (self) == NULL)
    return FALSE;
  next = plot_layout_step (self->layout, self->focused, dx, dy);
  if (next >= 0)
    _plot_view_set_focused_mark (self, next);
  /* Where a person asked for tooltips by keyboard, they walk along. */
  gtk_widget_trigger_tooltip_query (widget);
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

  if (self->focused < 0)
    return FALSE;
  _plot_view_set_focused_mark (self, -1);
  return TRUE;
}

static void
add_key (GtkWidgetClass *widget_class, guint key, guint keypad_key, GtkShortcutFunc func, int a,
         int b)
{
  const char *format = func == end_binding ? "(i)" : "(ii)";

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
  add_key (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, activate_binding, 0, 0);
  add_key (widget_class, GDK_KEY_space, GDK_KEY_KP_Space, activate_binding, 0, 0);
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
