/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A main child and a side pane: beside each other where there is room, else the pane below. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHISO_TYPE_SPLIT_LAYOUT (chiso_split_layout_get_type ())
G_DECLARE_FINAL_TYPE (ChisoSplitLayout, chiso_split_layout, CHISO, SPLIT_LAYOUT, GtkLayoutManager)

/* Properties: "side-width" (int): of the pane when beside; "threshold" (int): width from which it is;
 * "spacing" (int). The first child is the main one, the second the pane. */
GtkLayoutManager *chiso_split_layout_new (int side_width, int threshold, int spacing);

G_END_DECLS
