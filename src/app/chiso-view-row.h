/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One saved view in a list: its name, what it compares, and buttons that rename and delete it. */

#pragma once

#include <gtk/gtk.h>

#include "core/chiso-store-views.h"

G_BEGIN_DECLS

#define CHISO_TYPE_VIEW_ROW (chiso_view_row_get_type ())
G_DECLARE_FINAL_TYPE (ChisoViewRow, chiso_view_row, CHISO, VIEW_ROW, GtkListBoxRow)

/* Signal "renamed" (const char *): a name was typed, as it was typed. Signal "removed" (void): it is to
 * be deleted. */

/* view is copied. detail: one line; shown: it is what the chart shows now. */
GtkWidget *chiso_view_row_new (const ChisoSavedView *view, const char *detail, gboolean shown);
/* Borrowed. */
const ChisoSavedView *chiso_view_row_get_view (ChisoViewRow *self);
/* Lets the person type another name. */
void chiso_view_row_edit (ChisoViewRow *self);

G_END_DECLS
