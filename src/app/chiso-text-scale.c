/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the toolkit's settings, which the desktop's text scale goes into. Keeps nothing. */

#include "chiso-text-scale.h"

#include <math.h>

static double
get_scale (GtkWidget *widget)
{
  int dpi = 0;

  if (widget != NULL)
    g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96, 0.5, 4) : 1;
}

int
chiso_text_scale_pixels (GtkWidget *widget, int pixels)
{
  return (int) lround (pixels * get_scale (widget));
}

void
chiso_text_scale_window (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  width = chiso_text_scale_pixels (GTK_WIDGET (window), width);
  height = chiso_text_scale_pixels (GTK_WIDGET (window), height);
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    {
      width = MIN (width, gtk_widget_get_width (GTK_WIDGET (parent)));
      height = MIN (height, gtk_widget_get_height (GTK_WIDGET (parent)));
    }
  gtk_window_set_default_size (window, width, height);
}
