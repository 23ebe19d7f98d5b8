/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns statements: one text is one statement, compiled once, its values bound. A statement in use
 * is out of the connection's cache, so that the same text may be used twice at a time. */

#include <math.h>
#include <string.h>

#include "chiso-db-private.h"
#include "chiso-store.h"

struct _ChisoStmt
{
  ChisoDb *db;
  sqlite3_stmt *handle;
  gboolean keep;
  int bind_rc; /* the first failure of a bind, until a step reports it */
};

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n;")] == '\0';
}

static ChisoStmt *
prepare (ChisoDb *db, const char *sql, gboolean keep, GError **error)
{
  sqlite3_stmt *handle = NULL;
  const char *tail = "";
  ChisoStmt *self;

  g_assert (db->owner == g_thread_self ());

  if (g_hash_table_steal_extended (db->statements, sql, NULL, (gpointer *) &handle) == FALSE)
    {
      int rc = sqlite3_prepare_v3 (db->handle, sql, -1, keep ? SQLITE_PREPARE_PERSISTENT : 0,
                                   &handle, &tail);
      if (rc != SQLITE_OK)
        {
          chiso_db_fail (db, rc, error);
          return NULL;
        }
      /* Whatever stands behind the first statement would silently not be run. */
      g_assert (handle != NULL && is_blank (tail));
    }

  self = g_new0 (ChisoStmt, 1);
  self->db = db;
  self->handle = handle;
  self->keep = keep;

  return self;
}

ChisoStmt *
chiso_db_prepare (ChisoDb *self, const char *sql, GError **error)
{
  return prepare (self, sql, TRUE, error);
}

ChisoStmt *
chiso_db_prepare_once (ChisoDb *self, const char *sql, GError **error)
{
  return prepare (self, sql, FALSE, error);
}

void
chiso_stmt_free (ChisoStmt *self)
{
  const char *sql;

  if (self == NULL)
    return;

  g_assert (self->db->owner == g_thread_self ());
  sql = sqlite3_sql (self->handle);
  if (self->keep && !g_hash_table_contains (self->db->statements, sql))
    {
      /* Reset repeats the error of the last step, which that step has reported. */
      sqlite3_reset (self->handle);
      sqlite3_clear_bindings (self->handle);
      g_hash_table_insert (self->db->statements, (gpointer) sql, self->handle);
    }
  else
    {
      sqlite3_finalize (self->handle);
    }
  g_free (self);
}

static void
note_bind (ChisoStmt *self, int rc)
{
  if (self->bind_rc == SQLITE_OK)
    self->bind_rc = rc;
}

void
chiso_stmt_bind_int (ChisoStmt *self, int i, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, i, value));
}

void
chiso_stmt_bind_double (ChisoStmt *self, int i, double value)
{
  note_bind (self, isnan (value) ? sqlite3_bind_null (self->handle, i)
                                 : sqlite3_bind_double (self->handle, i, value));
}

void
chiso_stmt_bind_text (ChisoStmt *self, int i, const char *value)
{
  chiso_stmt_bind_bytes (self, i, value, value ? strlen (value) : 0);
}

void
chiso_stmt_bind_bytes (ChisoStmt *self, int i, const char *text, gsize length)
{
  note_bind (self, text == NULL ? sqlite3_bind_null (self->handle, i)
                                : sqlite3_bind_text64 (self->handle, i, text, length, SQLITE_STATIC,
                                                       SQLITE_UTF8));
}

void
chiso_stmt_bind_pointer (ChisoStmt *self, int i, gpointer pointer, const char *type)
{
  note_bind (self, sqlite3_bind_pointer (self->handle, i, pointer, type, NULL));
}

gboolean
chiso_stmt_step (ChisoStmt *self, gboolean *row, GError **error)
{
  int rc = self->bind_rc;

  g_assert (self->db->owner == g_thread_self ());

  if (rc == SQLITE_OK)
    rc = sqlite3_step (self->handle);
  *row = rc == SQLITE_ROW;
  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;

  return chiso_db_fail (self->db, rc, error);
}

gboolean
chiso_stmt_run (ChisoStmt *self, GError **error)
{
  gboolean row = TRUE;

  while (row)
    if (!chiso_stmt_step (self, &row, error))
      return FALSE;

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);

  return TRUE;
}

void
chiso_stmt_reset (ChisoStmt *self)
{
  /* Repeats the error of the last step, which that step has reported. */
  sqlite3_reset (self->handle);
}

gint64
chiso_stmt_int (ChisoStmt *self, int i)
{
  return sqlite3_column_int64 (self->handle, i);
}

double
chiso_stmt_double (ChisoStmt *self, int i)
{
  return sqlite3_column_type (self->handle, i) == SQLITE_NULL
             ? NAN
             : sqlite3_column_double (self->handle, i);
}

const char *
chiso_stmt_text (ChisoStmt *self, int i)
{
  return (const char *) sqlite3_column_text (self->handle, i);
}

const char *
chiso_stmt_bytes (ChisoStmt *self, int i, gsize *length)
{
  const char *text = chiso_stmt_text (self, i);

  *length = sqlite3_column_bytes (self->handle, i);

  return text;
}

char *
chiso_stmt_dup_bytes (ChisoStmt *self, int i, gsize *length)
{
  const char *text = chiso_stmt_bytes (self, i, length);
  char *copy;

  if (text == NULL)
    return NULL;

  copy = g_malloc (*length + 1);
  memcpy (copy, text, *length);
  copy[*length] = '\0';

  return copy;
}
