/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards side by side in equal columns, as many as fit, and below each other where they do not. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHISO_TYPE_COLUMN_LAYOUT (chiso_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (ChisoColumnLayout, chiso_column_layout, CHISO, COLUMN_LAYOUT,
                      GtkLayoutManager)

/* Properties: "column-width" (int): the least a column is wide, unless the whole is narrower;
 * "max-columns" (int); "spacing" (int); "even" (boolean): use fewer columns rather than leave the
 * last row short. */
GtkLayoutManager *chiso_column_layout_new (int column_width, int max_columns, int spacing,
                                           gboolean even);

/* How many columns n children get in width pixels: at least 1. */
int chiso_column_layout_n_columns (ChisoColumnLayout *self, int n, int width);

G_END_DECLS
