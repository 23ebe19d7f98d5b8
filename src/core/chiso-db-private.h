/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection's inside, shared by chiso-db.c and chiso-stmt.c only: nobody else in the project
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

G_END_DECLS
