/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much larger than usual the person's text is, for what is measured in pixels and holds text. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pixels at text of the usual size as pixels at the size that text has now; widget may be NULL: as they
 * are. */
int chiso_text_scale_pixels (GtkWidget *widget, int pixels);
/* The window's default size likewise, not beyond what it belongs to. Before it is shown. */
void chiso_text_scale_window (GtkWindow *window);

G_END_DECLS
