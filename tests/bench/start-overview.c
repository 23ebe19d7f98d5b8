/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application as it starts, for bench-window; it ends when the overview has been painted with its
 * charts. */

#include "app/chiso-application.h"
#include "app/chiso-language.h"
#include "app/chiso-overview-page.h"

#include <stdlib.h>

static void
painted_cb (void)
{
  _Exit (EXIT_SUCCESS);
}

static GtkWidget *
find_overview (GtkWidget *widget)
{
  if (CHISO_IS_OVERVIEW_PAGE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_overview (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
loaded_cb (GtkWidget *overview)
{
  g_signal_connect (gtk_widget_get_frame_clock (overview), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = GTK_WIDGET (gtk_application_get_active_window (application));

  g_signal_connect (find_overview (window), "loaded", G_CALLBACK (loaded_cb), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = chiso_application_find_settings ();
  const char *language = chiso_language_start (settings);
  g_autoptr (ChisoApplication) application = chiso_application_new (language, settings);

  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
