/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a library's file comes to be open: looked at first, made whole or not at all, copied before
 * it is migrated. Runs on the worker's thread, before its first message. */

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "chiso-backup.h"
#include "chiso-schema.h"
#include "chiso-store-private.h"

static gboolean
fail (const char *what, const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_OPEN, "%s “%s” cannot be made: %s", what,
               name, g_strerror (number));

  return FALSE;
}

/* Makes, migrates and fills in one transaction. */
static gboolean
bring_up_to_date (ChisoDb *db, const ChisoSession *session, gboolean created, GError **error)
{
  if (!chiso_db_begin (db, CHISO_DB_WRITE, error))
    return FALSE;
  if (chiso_schema_upgrade (db, error)
      && chiso_curated_refresh (db, session->geo, session->starter, created, error))
    return chiso_db_commit (db, error);

  chiso_db_rollback (db);

  return FALSE;
}

static gboolean
make_at (const char *path, const ChisoSession *session, GError **error)
{
  g_autoptr (ChisoDb) db = chiso_db_open (path, error);

  return db != NULL && bring_up_to_date (db, session, TRUE, error);
}

/* Gives the finished file its name. Whoever was faster has made a library just as good, perhaps
 * with reports in it by now: that one stays. */
static gboolean
publish (const char *from, const char *path, GError **error)
{
  GStatBuf status;
  gboolean empty = g_stat (path, &status) == 0 && status.st_size == 0;

  if (link (from, path) == 0 || (errno == EEXIST && !empty))
    g_unlink (from);
  /* Over an empty file, or where the file system knows no second names. */
  else if (g_rename (from, path) != 0)
    return fail ("The library", path, errno, error);

  return TRUE;
}

/* Under a name of its own until it is complete: a program that is killed meanwhile, or a disk that
 * is full, leaves no half of a library behind. */
static gboolean
make_library (const ChisoSession *session, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (session->path);
  g_autofree char *fresh = g_strconcat (session->path, ".XXXXXX", NULL);
  g_autofree char *name = g_filename_display_name (session->path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail ("The folder", folder, errno, error);
  fd = g_mkstemp (fresh);
  if (fd < 0)
    return fail ("The library", session->path, errno, error);
  close (fd);

  if (make_at (fresh, session, error) && publish (fresh, session->path, error))
    return TRUE;
  g_prefix_error (error, "Cannot make the library “%s”: ", name);
  g_unlink (fresh);

  return FALSE;
}

/* From here on the file is ours to write. */
static gboolean
settle (ChisoDb *db, ChisoSession *session, ChisoSchemaState state, GError **error)
{
  gboolean current = FALSE;

  if (state == CHISO_SCHEMA_OLD)
    {
      /* The copy reads every page: a damaged library gets no further. */
      if (!chiso_backup_roll (db, error))
        return FALSE;
      session->backed_up = TRUE;
    }
  else if (state == CHISO_SCHEMA_CURRENT
           && !chiso_curated_is_current (db, session->starter, &current, error))
    {
      return FALSE;
    }

  return (current || bring_up_to_date (db, session, state == CHISO_SCHEMA_NEW, error))
         && chiso_db_use_wal (db, error);
}

gpointer
chiso_store_open_work (ChisoDb *none, gpointer data, GError **error)
{
  ChisoSession *session = data;
  g_autoptr (ChisoDb) db = NULL;
  ChisoSchemaState state;
  gboolean exists;

  if (!chiso_schema_check_file (session->path, &exists, error)
      || (!exists && !make_library (session, error)))
    return NULL;

  db = chiso_db_open (session->path, error);
  if (db == NULL || !chiso_schema_inspect (db, &state, error)
      || !settle (db, session, state, error))
    return NULL;

  return g_steal_pointer (&db);
}
