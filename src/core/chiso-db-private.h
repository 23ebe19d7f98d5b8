/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection's inside, shared by chiso-db.c, chiso-stmt.c and chiso-db-rows.c only: nobody else in the project
 * includes sqlite3.h. */

#pragma once

#include <sqlite3.h>

#include "chiso-db.h"

G_BEGIN_DECLS

struct _ChisoDb
{
  sqlite3 *handle;
  char *path;
  GThread *owner;
  GHashTable *statements; /* SQL text -> idle sqlite3_stmt, whose own text is the key */
  GCancellable *cancellable;
};

/* chiso-db-rows.c: makes the table-valued function "chiso_rows" known to a connection. */
int chiso_rows_register (sqlite3 *handle);
/* chiso-stmt.c: a pointer that only SQLite's own type name lets through. */
void chiso_stmt_bind_pointer (ChisoStmt *self, int i, gpointer pointer, const char *type);

G_END_DECLS
