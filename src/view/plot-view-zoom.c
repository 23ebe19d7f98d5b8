/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a drag or a key to the part of time that charts show: asks the layout which time is meant and
 * tells the state. Lays nothing out. */

#include "plot-view-private.h"

#include <math.h>

/* Less than this is a click of an unsteady hand. */
#define LEAST_DRAG 8
#define ZOOM_STEP 1.5
/* Of the least part of time that is shown, in years. */
#define LEAST_SPAN (2.0 / 365)

static void
drag_update_cb (PlotView *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y, from, to;

  if (plot_view_get_layout (self) == NULL || !plot_layout_time (self->layout, &from, &to)
      || !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    return;
  if (fabs (dx) < LEAST_DRAG && self->band_from == self->band_to)
    return;
  /* From now on it is no click any more. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  _plot_view_set_hovered_mark (self, -1);
  _plot_view_set_band (self, x / self->text_scale, (x + dx) / self->text_scale);
}

static void
drag_begin_cb (PlotView *self, double x, double y, GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  /* A finger scrolls the page. */
  if (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_end_cb (PlotView *self)
{
  double x1 = self->band_from, x2 = self->band_to, from, to;

  if (x1 == x2)
    return;
  _plot_view_set_band (self, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (plot_view_get_layout (self) != NULL && fabs (x2 - x1) >= LEAST_DRAG
      && plot_layout_time_between (self->layout, x1, x2, &from, &to) && to - from >= LEAST_SPAN)
    plot_view_state_set_range (self->state, from, to);
}

static void
cancel_cb (PlotView *self)
{
  _plot_view_set_band (self, 0, 0);
}

static double
focused_time (PlotView *self, double otherwise)
{
  if (self->focused < 0)
    return otherwise;
  return plot_figure_mark (self->figure, self->focused_series, self->focused_index)->x;
}

/* Around the mark that the keyboard stands on, and never beyond what there is. */
static gboolean
zoom_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  PlotView *self = PLOT_VIEW (widget);
  double from, to, first, last, middle, span;
  int direction;

  g_variant_get (args, "(i)", &direction);
  if (plot_view_get_layout (self) == NULL || !plot_figure_time (self->figure, &first, &last))
    return FALSE;
  if (!plot_view_state_get_range (self->state, &from, &to))
    {
      from = first;
      to = last;
    }
  middle = focused_time (self, (from + to) / 2);
  span = (to - from) * (direction > 0 ? 1 / ZOOM_STEP : ZOOM_STEP);
  if (direction == 0 || span >= last - first)
    plot_view_state_set_range (self->state, NAN, NAN);
  else if (span >= LEAST_SPAN)
    {
      from = CLAMP (middle - span / 2, first, last - span);
      plot_view_state_set_range (self->state, from, from + span);
    }
  return TRUE;
}

gboolean
_plot_view_follow (PlotView *self, int direction)
{
  double from, to, x;
  guint next;

  if (self->focused < 0 || !plot_view_state_get_range (self->state, &from, &to))
    return FALSE;
  next = self->focused_index + (direction > 0 ? 1 : -1);
  if ((direction < 0 && self->focused_index == 0)
      || next >= plot_figure_n_marks (self->figure, self->focused_series))
    return FALSE;
  x = plot_figure_mark (self->figure, self->focused_series, next)->x;
  if (x >= from && x <= to)
    return FALSE;
  x -= direction > 0 ? to : from;
  plot_view_state_set_range (self->state, from + x, to + x);
  return TRUE;
}

void
_plot_view_class_zoom_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int direction;
  } keys[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, zoom_binding, "(i)",
                                  keys[i].direction);
}

void
_plot_view_zoom_init (PlotView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
