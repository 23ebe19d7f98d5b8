/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns copies of the library: one that a person asks for, and the rolling ones before a migration
 * and before the first import of a session. It must not change the library itself. */

#include "chiso-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
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

/* Into an empty file, which SQLite accepts as the place of the copy. */
static gboolean
fill (ChisoDb *db, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) failure = NULL;

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
chiso_backup_copy (ChisoDb *db, const char *path, GError **error)
{
  /* Taking the name first keeps two programs, or a file that appears meanwhile, apart. */
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    return fail (path, g_strerror (errno), error);
  close (fd);

  return fill (db, path, error);
}

/* path names the file that fd is of. */
static gboolean
is_at (int fd, const char *path)
{
  struct stat own, there;

  return fstat (fd, &own) == 0 && lstat (path, &there) == 0 && own.st_dev == there.st_dev
         && own.st_ino == there.st_ino;
}

/* An empty file under that name, which is this program's until the descriptor is closed, or it dies: others
 * that make a backup of the same library wait. What is there already was left by one that was killed. -1
 * with *error where there can be none. */
static int
take_turn (const char *path, GError **error)
{
  while (TRUE)
    {
      int fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd < 0)
        {
          fail (path, g_strerror (errno), error);
          return -1;
        }
      while (flock (fd, LOCK_EX) != 0 && errno == EINTR)
        ;
      /* Whoever had the turn before has given the file its own name. */
      if (is_at (fd, path))
        {
          if (ftruncate (fd, 0) == 0)
            return fd;
          fail (path, g_strerror (errno), error);
          close (fd);
          return -1;
        }
      close (fd);
    }
}

/* Each takes the place of the one before it, the oldest goes. */
static gboolean
move_up (const char *library, const char *fresh, GError **error)
{
  for (guint n = CHISO_BACKUP_KEEP; n > 0; n--)
    {
      g_autofree char *to = chiso_backup_path (library, n);
      g_autofree char *from = n > 1 ? chiso_backup_path (library, n - 1) : g_strdup (fresh);

      if (g_rename (from, to) != 0 && !(errno == ENOENT && n > 1))
        return fail (to, g_strerror (errno), error);
    }

  return TRUE;
}

gboolean
chiso_backup_roll (ChisoDb *db, GError **error)
{
  g_autofree char *fresh = sibling (chiso_db_path (db), "new");
  int turn = take_turn (fresh, error);
  gboolean rolled;

  if (turn < 0)
    return FALSE;
  rolled = fill (db, fresh, error) && move_up (chiso_db_path (db), fresh, error);
  close (turn);

  return rolled;
}
