/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: decides the language, then runs the application. */

#include "chiso-application.h"
#include "chiso-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = chiso_application_find_settings ();
  const char *language = chiso_language_start (settings);
  g_autoptr (ChisoApplication) application = chiso_application_new (language, settings);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
