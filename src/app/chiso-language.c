/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talks to setlocale and gettext, so that nobody else has to. */

#include "chiso-language.h"

#include <glib/gi18n.h>
#include <locale.h>

/* A program that is not installed is told by the environment where its translations are. */
static const char *
locale_folder (void)
{
  const char *folder = g_getenv ("CHISO_LOCALEDIR");

  return folder != NULL ? folder : CHISO_LOCALEDIR;
}

const char *
chiso_language_start (GSettings *settings)
{
  g_autofree char *choice = settings != NULL ? g_settings_get_string (settings, "language") : NULL;
  const char *current;

  if (g_strcmp0 (choice, "vi") == 0 || g_strcmp0 (choice, "en") == 0)
    g_setenv ("LANGUAGE", choice, TRUE);
  setlocale (LC_ALL, "");
  /* gettext translates nothing in the locale "C", whatever LANGUAGE says. */
  current = setlocale (LC_MESSAGES, NULL);
  if (g_getenv ("LANGUAGE") != NULL
      && (current == NULL || g_str_equal (current, "C") || g_str_equal (current, "POSIX")))
    setlocale (LC_MESSAGES, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return g_str_has_prefix (g_get_language_names ()[0], "vi") ? "vi" : "en";
}
