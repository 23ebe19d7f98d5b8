/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tab-separated table in memory: header line, comment lines that begin with '#', no quoting. The
 * form of all data files of the project. Cells are borrowed from the table. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ChisoTable ChisoTable;

/* Copies bytes. Rows may be shorter than the header; missing cells read as "". Never fails: a table
 * without a header has no columns and no rows. */
ChisoTable *chiso_table_new (GBytes *bytes);
void chiso_table_free (ChisoTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoTable, chiso_table_free)

guint chiso_table_n_rows (const ChisoTable *self);
/* Index of the column of that name, or -1. */
int chiso_table_column (const ChisoTable *self, const char *name);
/* "" for column -1 or a missing cell; never NULL. */
const char *chiso_table_cell (const ChisoTable *self, guint row, int column);

G_END_DECLS
