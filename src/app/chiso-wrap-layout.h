/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children of their own widths one after another, continued on the next line where a line is full,
 * as words in a paragraph: for chips and for rows of controls. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHISO_TYPE_WRAP_LAYOUT (chiso_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ChisoWrapLayout, chiso_wrap_layout, CHISO, WRAP_LAYOUT, GtkLayoutManager)

/* Property: "spacing" (int), between children and between lines. A child that expands takes what is
 * left of its line. */
GtkLayoutManager *chiso_wrap_layout_new (int spacing);

G_END_DECLS
