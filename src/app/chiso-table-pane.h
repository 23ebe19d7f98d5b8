/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a chart's figures as a person works with it: searched, counted, copied and saved with
 * the sentences. */

#pragma once

#include <adwaita.h>

#include "view/plot-table.h"

G_BEGIN_DECLS

#define CHISO_TYPE_TABLE_PANE (chiso_table_pane_get_type ())
G_DECLARE_FINAL_TYPE (ChisoTablePane, chiso_table_pane, CHISO, TABLE_PANE, AdwBin)

/* Signal "mark-activated" (guint64 key): of a row.
 * Actions: "table.copy" the selected rows, or all that are shown; "table.save" those to a file;
 * "table.sort" (u) by the column of that number, again for the other way round; "table.search". Keys: Ctrl+C, Ctrl+F; Escape leaves the search. */
GtkWidget *chiso_table_pane_new (void);

PlotTable *chiso_table_pane_get_table (ChisoTablePane *self);
void chiso_table_pane_set_search (ChisoTablePane *self, const char *text);
/* As the button says it; borrowed. */
const char *chiso_table_pane_get_count (ChisoTablePane *self);
/* Writes what "table.save" writes; "written" is told through the window. */
void chiso_table_pane_save (ChisoTablePane *self, GFile *file);

G_END_DECLS
