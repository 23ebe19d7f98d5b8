/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to core: the tables of a library, their versions, and the gate that decides whether a
 * file may be touched at all. */

#pragma once

#include "chiso-db.h"

G_BEGIN_DECLS

/* Stands in every library's header: "ChSo". */
#define CHISO_SCHEMA_APPLICATION_ID 0x4368536f
/* Raised with each new step in chiso-schema.c. */
#define CHISO_SCHEMA_VERSION 9

/* The nth observation of a document is record (document << CHISO_RECORD_BITS) + n. Curated records
 * are numbered from above all of these on, so that one id names one record of either kind; all are
 * exact as doubles. */
#define CHISO_RECORD_BITS 24
#define CHISO_CURATED_FIRST_ID (G_GINT64_CONSTANT (1) << 52)

typedef enum
{
  CHISO_SCHEMA_NEW, /* nothing in it yet */
  CHISO_SCHEMA_OLD, /* a library of an earlier version */
  CHISO_SCHEMA_CURRENT,
} ChisoSchemaState;

/* Looks at the file's first bytes only, without SQLite: FALSE with CHISO_STORE_ERROR_NO_LIBRARY,
 * _TOO_NEW or _OPEN where they show that it must not be opened. *exists: there is a file, and not
 * an empty one. */
gboolean chiso_schema_check_file (const char *path, gboolean *exists, GError **error);

/* The same question to the open connection, which also knows what is still in the log. Writes
 * nothing. */
gboolean chiso_schema_inspect (ChisoDb *db, ChisoSchemaState *state, GError **error);

/* Creates the tables or takes the missing steps, inside the caller's write transaction; asks again
 * where it is, because another program may have been faster. */
gboolean chiso_schema_upgrade (ChisoDb *db, GError **error);

G_END_DECLS
