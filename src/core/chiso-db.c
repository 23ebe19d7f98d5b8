/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the connection: how it is opened and hardened, its transactions, and how SQLite's answers
 * become errors that a person can act on. Statements are in chiso-stmt.c. It must not know any
 * table, and it must not be touched by a thread other than the one that opened it. */

#include <errno.h>
#include <math.h>

#include "chiso-db-private.h"
#include "chiso-store.h"

/* How long to wait for another program (chisoctl beside the application) that writes. */
#define BUSY_TIMEOUT_MS 5000
/* Virtual machine steps between two looks at the cancellable: far below a millisecond. */
#define STEPS_PER_CHECK 1000

static int
progress_cb (void *data)
{
  ChisoDb *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* A library may come by mail: nothing in its schema may run code, and no statement of ours may
 * write behind SQLite's back. */
static int
harden (sqlite3 *handle, gboolean has_log)
{
  const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    /* Until the file is known to be ours, closing it must not merge a log that was there before.
     * One that opening made is empty, and better tidied away. */
    { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log },
  };
  int rc = SQLITE_OK;

  for (guint i = 0; i < G_N_ELEMENTS (options) && rc == SQLITE_OK; i++)
    rc = sqlite3_db_config (handle, options[i].option, options[i].value, NULL);

  return rc;
}

ChisoDb *
chiso_db_open (const char *path, GError **error)
{
  g_autoptr (ChisoDb) self = g_new0 (ChisoDb, 1);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  int rc;

  g_assert (path != NULL);

  self->path = g_strdup (path);
  self->owner = g_thread_self ();
  self->statements = g_hash_table_new (g_str_hash, g_str_equal);

  /* No mutexes: one thread owns the connection, and every call asserts that. */
  rc = sqlite3_open_v2 (path, &self->handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc == SQLITE_OK)
    rc = harden (self->handle, g_file_test (log, G_FILE_TEST_EXISTS));
  if (rc == SQLITE_OK)
    rc = chiso_rows_register (self->handle);
  if (rc != SQLITE_OK)
    {
      chiso_db_fail (self, rc, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, STEPS_PER_CHECK, progress_cb, self);
  /* Find damaged pages when they are read, rather than trust them. */
  if (!chiso_db_script (self, "PRAGMA cell_size_check = ON; PRAGMA page_size = 16384", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
chiso_db_free (ChisoDb *self)
{
  GHashTableIter iter;
  gpointer stmt;
  int rc;

  if (self == NULL)
    return;

  g_assert (self->owner == g_thread_self ());
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &stmt))
    {
      g_hash_table_iter_remove (&iter);
      sqlite3_finalize (stmt);
    }
  g_hash_table_unref (self->statements);

  /* Fails only while a statement is still alive, which would be a bug of ours. */
  rc = sqlite3_close (self->handle);
  if (rc != SQLITE_OK)
    g_critical ("%s: closed with statements in use", self->path);

  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

const char *
chiso_db_path (ChisoDb *self)
{
  return self->path;
}

/* Where the file system cannot share memory, SQLite stays with its rollback journal and says so. */
static gboolean
switch_to_wal (ChisoDb *self, gboolean *is_wal, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare_once (self, "PRAGMA journal_mode = WAL", error);
  gboolean row;

  if (stmt == NULL || !chiso_stmt_step (stmt, &row, error))
    return FALSE;
  *is_wal = row && g_strcmp0 (chiso_stmt_text (stmt, 0), "wal") == 0;

  return TRUE;
}

gboolean
chiso_db_use_wal (ChisoDb *self, GError **error)
{
  gboolean is_wal;
  int rc;

  g_assert (self->owner == g_thread_self ());

  rc = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (rc != SQLITE_OK)
    return chiso_db_fail (self, rc, error);
  if (!switch_to_wal (self, &is_wal, error))
    return FALSE;

  /* In a log, NORMAL never loses consistency: a power cut can only take back the last commits as a
   * whole. It lets 10,000 imports run without 10,000 waits for the disk; the worker makes them
   * durable as soon as its queue is quiet (chiso_db_checkpoint). The log may grow to 16 MB and the
   * cache likewise: an import touches the same index pages again and again. */
  return !is_wal
         || chiso_db_script (self,
                             "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;"
                             "PRAGMA wal_autocheckpoint = 2000",
                             error);
}

void
chiso_db_checkpoint (ChisoDb *self)
{
  g_assert (self->owner == g_thread_self ());

  /* Passive gives way to readers of other programs. What it leaves undone now is done by the next
   * one or on closing, and is safe in the log until then: its answer changes nothing. */
  sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

void
chiso_db_set_cancellable (ChisoDb *self, GCancellable *cancellable)
{
  g_assert (self->owner == g_thread_self ());
  g_set_object (&self->cancellable, cancellable);
}

GCancellable *
chiso_db_dup_cancellable (ChisoDb *self)
{
  return self->cancellable != NULL ? g_object_ref (self->cancellable) : NULL;
}

gboolean
chiso_db_is_cancelled (ChisoDb *self, GError **error)
{
  return g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

void
chiso_db_check_keys (ChisoDb *self, gboolean check)
{
  g_assert (self->owner == g_thread_self ());
  g_assert (sqlite3_get_autocommit (self->handle));

  /* Fails for want of a connection only. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, check, NULL);
}

static gboolean
execute (ChisoDb *self, const char *sql, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (self, sql, error);

  return stmt != NULL && chiso_stmt_run (stmt, error);
}

gboolean
chiso_db_begin (ChisoDb *self, ChisoDbBegin kind, GError **error)
{
  g_assert (sqlite3_get_autocommit (self->handle));

  return execute (self, kind == CHISO_DB_WRITE ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED", error);
}

gboolean
chiso_db_commit (ChisoDb *self, GError **error)
{
  if (execute (self, "COMMIT", error))
    return TRUE;

  /* A COMMIT that was refused (busy, full) leaves the transaction open. */
  chiso_db_rollback (self);

  return FALSE;
}

void
chiso_db_rollback (ChisoDb *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (self->owner == g_thread_self ());

  /* A cancelled message must not stop its own undoing. */
  chiso_db_set_cancellable (self, NULL);
  /* After a full disk or an interrupt SQLite has often rolled back by itself. */
  if (sqlite3_get_autocommit (self->handle))
    return;
  if (!execute (self, "ROLLBACK", &error))
    g_critical ("cannot roll back: %s", error->message);
}

static int
error_code (int rc, int system_errno)
{
  switch (rc & 0xff)
    {
    case SQLITE_FULL:
      return CHISO_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return system_errno == ENOSPC || system_errno == EDQUOT ? CHISO_STORE_ERROR_FULL
                                                              : CHISO_STORE_ERROR_FAILED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return CHISO_STORE_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return CHISO_STORE_ERROR_CONSTRAINT;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CHISO_STORE_ERROR_OPEN;
    default:
      return CHISO_STORE_ERROR_FAILED;
    }
}

gboolean
chiso_db_fail (ChisoDb *self, int rc, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  const char *words = self->handle ? sqlite3_errmsg (self->handle) : sqlite3_errstr (rc);
  int system_errno = self->handle ? sqlite3_system_errno (self->handle) : 0;
  int code = error_code (rc, system_errno);

  if ((rc & 0xff) == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled; “%s” is as it was", name);
  else if (code == CHISO_STORE_ERROR_FULL)
    g_set_error (error, CHISO_STORE_ERROR, code,
                 "The disk that holds “%s” is full; nothing was written", name);
  else if (code == CHISO_STORE_ERROR_CORRUPT)
    g_set_error (error, CHISO_STORE_ERROR, code, "The library “%s” is damaged: %s", name, words);
  else if (code == CHISO_STORE_ERROR_CONSTRAINT)
    g_set_error (error, CHISO_STORE_ERROR, code, "The library “%s” refuses this: %s", name, words);
  else if ((rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED)
    g_set_error (error, CHISO_STORE_ERROR, code, "The library “%s” is in use by another program",
                 name);
  else if (code == CHISO_STORE_ERROR_OPEN)
    g_set_error (error, CHISO_STORE_ERROR, code, "The library “%s” cannot be opened: %s%s%s", name,
                 words, system_errno ? ": " : "", system_errno ? g_strerror (system_errno) : "");
  else
    g_set_error (error, CHISO_STORE_ERROR, code, "The library “%s” cannot be used: %s%s%s", name,
                 words, system_errno ? ": " : "", system_errno ? g_strerror (system_errno) : "");

  return FALSE;
}

gboolean
chiso_db_script (ChisoDb *self, const char *sql, GError **error)
{
  g_assert (self->owner == g_thread_self ());

  while (*sql != '\0')
    {
      sqlite3_stmt *stmt = NULL;
      int rc = sqlite3_prepare_v3 (self->handle, sql, -1, 0, &stmt, &sql);

      /* Only space or a comment is left: no statement, and no error. */
      if (rc == SQLITE_OK && stmt == NULL)
        continue;
      while (rc == SQLITE_OK || rc == SQLITE_ROW)
        rc = sqlite3_step (stmt);
      if (rc != SQLITE_DONE)
        chiso_db_fail (self, rc, error);
      sqlite3_finalize (stmt);
      if (rc != SQLITE_DONE)
        return FALSE;
    }

  return TRUE;
}

gboolean
chiso_db_number (ChisoDb *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (self, sql, error);
  gboolean row;

  if (stmt == NULL || !chiso_stmt_step (stmt, &row, error))
    return FALSE;

  *value = row ? chiso_stmt_int (stmt, 0) : 0;

  return TRUE;
}

gint64
chiso_db_last_id (ChisoDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gint64
chiso_db_total_changes (ChisoDb *self)
{
  return sqlite3_total_changes64 (self->handle);
}
