/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: command line, session, windows, and the actions that belong to no window. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_APPLICATION (chiso_application_get_type ())
G_DECLARE_FINAL_TYPE (ChisoApplication, chiso_application, CHISO, APPLICATION, AdwApplication)

/* language: of chiso_language_start(); settings may be NULL. */
ChisoApplication *chiso_application_new (const char *language, GSettings *settings);

/* The settings, or NULL when their schema is not installed: a program run from its build folder
 * must work, and then remembers nothing. */
GSettings *chiso_application_find_settings (void);

G_END_DECLS
