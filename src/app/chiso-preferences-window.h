/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Language and style. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_PREFERENCES_WINDOW (chiso_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (ChisoPreferencesWindow, chiso_preferences_window, CHISO, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *chiso_preferences_window_new (ChisoSession *session);

G_END_DECLS
