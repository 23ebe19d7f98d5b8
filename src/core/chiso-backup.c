/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns copies of the library: one that a person asks for, and the rolling ones before a migration
 * and before the first import of a session. It must not change the library itself. */

#include "chiso-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "chiso-store.h"

#define SUFFIX ".chiso"

static gboolean
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_OPEN,
               "The backup “%s” cannot be written: %s", name, reason);

  return FALSE;
}

static char *
sibling (const char *library, const char *mark)
{
  g_autofree char *stem = g_str_has_suffix (library, SUFFIX)
                              ? g_strndup (library, strlen (library) - strlen (SUFFIX))
                              : g_strdup (library);

  return g_strconcat (stem, ".backup-", mark, SUFFIX, NULL);
}

char *
chiso_backup_path (const char *library, guint n)
{
  g_autofree char *mark = g_strdup_printf ("%u", n);

  return sibling (library, mark);
}

static gboolean
copy_into (ChisoDb *db, const char *path, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, "VACUUM INTO ?1", error);

  if (stmt == NULL)
    return FALSE;

  chiso_stmt_bind_text (stmt, 1, path);

  return chiso_stmt_run (stmt, error);
}

gboolean
chiso_backup_copy (ChisoDb *db, const char *path, GError **error)
{
  /* Taking the name first keeps two programs, or a file that appears meanwhile, apart: SQLite
   * accepts an empty file as the place of the copy. */
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) failure = NULL;
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail (path, g_strerror (errno), error);
  close (fd);

  if (copy_into (db, path, &failure))
    return TRUE;

  g_unlink (path);
  /* The connection names the library, which may lie on another disk. */
  if (g_error_matches (failure, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FULL))
    g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FULL,
                 "The backup “%s” cannot be written: the disk is full", name);
  else
    g_propagate_prefixed_error (error, g_steal_pointer (&failure),
                                "The backup “%s” cannot be written: ", name);

  return FALSE;
}

gboolean
chiso_backup_roll (ChisoDb *db, GError **error)
{
  g_autofree char *fresh = sibling (chiso_db_path (db), "new");

  /* Left over only where a program was killed while it copied. */
  g_unlink (fresh);
  if (!chiso_backup_copy (db, fresh, error))
    return FALSE;

  for (guint n = CHISO_BACKUP_KEEP; n > 0; n--)
    {
      g_autofree char *to = chiso_backup_path (chiso_db_path (db), n);
      g_autofree char *from = n > 1 ? chiso_backup_path (chiso_db_path (db), n - 1)
                                    : g_strdup (fresh);

      if (g_rename (from, to) != 0 && !(errno == ENOENT && n > 1))
        return fail (to, g_strerror (errno), error);
    }

  return TRUE;
}
