/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Light, dark and high contrast: from the desktop and the person's choice to the charts. */

#pragma once

#include <adwaita.h>

#include "view/plot-view.h"

G_BEGIN_DECLS

/* The chart takes the application's theme from now on. */
void chiso_style_follow (PlotView *view);

/* "system", "light" or "dark" for the whole application. */
void chiso_style_apply (const char *scheme);

/* The rules of style.css, and text in the family that charts have, with every Vietnamese letter: the
 * desktop's default may lack ế, ộ or ữ and would mix fonts inside a word. */
void chiso_style_load (GdkDisplay *display);

/* Whether the application is dark now. */
gboolean chiso_style_is_dark (void);

G_END_DECLS
