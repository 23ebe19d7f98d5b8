/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yardstick of bench-window: the least libadwaita program with a window; it ends when the window
 * has been painted. */

#include <adwaita.h>
#include <stdlib.h>

static void
painted_cb (void)
{
  _Exit (EXIT_SUCCESS);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication)
      application = adw_application_new ("org.chiso.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
