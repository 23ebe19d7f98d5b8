/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to core: consistent copies of the library. */

#pragma once

#include "chiso-db.h"

G_BEGIN_DECLS

/* How many rolling backups stand beside a library. */
#define CHISO_BACKUP_KEEP 3

/* Copies the library, with all that is committed, to path, which must not exist; outside of any
 * transaction. Leaves nothing behind when it fails. */
gboolean chiso_backup_copy (ChisoDb *db, const char *path, GError **error);

/* "library.chiso" gets "library.backup-1.chiso", the one before becomes 2, and so on; the oldest
 * goes. The new copy is complete before any older one is moved. Programs that do this to one library at
 * the same time take turns. */
gboolean chiso_backup_roll (ChisoDb *db, GError **error);

/* Path of the nth rolling backup, 1 the newest. Free with g_free. */
char *chiso_backup_path (const char *library, guint n);

G_END_DECLS
