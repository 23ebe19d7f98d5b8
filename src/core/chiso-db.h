/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to core: a hardened SQLite connection that belongs to the thread that opened it. Wraps
 * what is easy to do wrong (one statement a call, bound values, checked BEGIN and COMMIT, errors
 * that name the file) and knows nothing of the library's tables. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ChisoDb ChisoDb;
typedef struct _ChisoStmt ChisoStmt;

typedef enum
{
  /* BEGIN DEFERRED: the first SELECT fixes a snapshot and everything read until COMMIT belongs to
   * it, whatever another program writes meanwhile. Takes no lock that anybody waits for. */
  CHISO_DB_READ,
  /* BEGIN IMMEDIATE: takes the write lock now, where the busy timeout can still wait for it. A
   * deferred transaction that reads first and writes later would be refused at its first write,
   * without waiting, when another program wrote in between. */
  CHISO_DB_WRITE,
} ChisoDbBegin;

/* Opens path, which must exist, if only as an empty file. Nothing is written to it, and closing
 * does not merge a log that it has, before chiso_db_use_wal(). */
ChisoDb *chiso_db_open (const char *path, GError **error);
void chiso_db_free (ChisoDb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoDb, chiso_db_free)
const char *chiso_db_path (ChisoDb *self);

/* Says that the file is ours: from here on it is written ahead to a log. */
gboolean chiso_db_use_wal (ChisoDb *self, GError **error);
/* Moves what the log holds into the file and syncs both. */
void chiso_db_checkpoint (ChisoDb *self);

/* Long statements stop with G_IO_ERROR_CANCELLED once cancellable (or NULL: never) is cancelled. */
void chiso_db_set_cancellable (ChisoDb *self, GCancellable *cancellable);
/* The one that is set, or NULL. A rollback lets go of it, to be finished itself. */
GCancellable *chiso_db_dup_cancellable (ChisoDb *self);
/* TRUE with G_IO_ERROR_CANCELLED once it is cancelled. */
gboolean chiso_db_is_cancelled (ChisoDb *self, GError **error);

/* Whether changes are checked against foreign keys, as they are at first. Outside of transactions only; compiles
 * statements anew. Without: for rows that refer to nothing but what was just written or looked up. */
void chiso_db_check_keys (ChisoDb *self, gboolean check);

gboolean chiso_db_begin (ChisoDb *self, ChisoDbBegin kind, GError **error);
/* When it fails the transaction is rolled back. */
gboolean chiso_db_commit (ChisoDb *self, GError **error);
void chiso_db_rollback (ChisoDb *self);

/* Translates SQLite's answer rc into *error, with the file's name and the reason; FALSE. */
gboolean chiso_db_fail (ChisoDb *self, int rc, GError **error);

/* Runs the statements of a constant text one by one: for schemas only. */
gboolean chiso_db_script (ChisoDb *self, const char *sql, GError **error);
/* The single number that a constant statement gives. */
gboolean chiso_db_number (ChisoDb *self, const char *sql, gint64 *value, GError **error);
gint64 chiso_db_last_id (ChisoDb *self);
/* Rows changed since the connection was opened. */
gint64 chiso_db_total_changes (ChisoDb *self);

/* Exactly one statement; the compiled form is kept and used again. */
ChisoStmt *chiso_db_prepare (ChisoDb *self, const char *sql, GError **error);
/* Likewise, for a text that will hardly come a second time; not kept. */
ChisoStmt *chiso_db_prepare_once (ChisoDb *self, const char *sql, GError **error);
void chiso_stmt_free (ChisoStmt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoStmt, chiso_stmt_free)

/* Parameters count from 1; a failure is reported by the next step. NULL and NAN bind as NULL. Texts
 * must live until the statement is stepped through or reset. */
void chiso_stmt_bind_int (ChisoStmt *self, int i, gint64 value);
void chiso_stmt_bind_double (ChisoStmt *self, int i, double value);
void chiso_stmt_bind_text (ChisoStmt *self, int i, const char *value);
void chiso_stmt_bind_bytes (ChisoStmt *self, int i, const char *text, gsize length);

/* The next row: *row tells whether there was one. */
gboolean chiso_stmt_step (ChisoStmt *self, gboolean *row, GError **error);
/* Steps to the end and makes ready for the next values. */
gboolean chiso_stmt_run (ChisoStmt *self, GError **error);

/* Makes ready for the next values before the last row was reached. */
void chiso_stmt_reset (ChisoStmt *self);

/* Rows on their way into a table: cell after cell, row after row. */
typedef struct _ChisoRows ChisoRows;

#define CHISO_ROWS_MAX_COLUMNS 20
ChisoRows *chiso_rows_new (guint n_columns);
void chiso_rows_free (ChisoRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoRows, chiso_rows_free)
void chiso_rows_add_int (ChisoRows *self, gint64 value);
/* NAN and NULL are written as NULL. A text must live until the rows are written or cleared. */
void chiso_rows_add_double (ChisoRows *self, double value);
void chiso_rows_add_text (ChisoRows *self, const char *value);
/* Runs stmt, which reads them by "SELECT c1, c2, ... FROM chiso_rows (?1)", and clears them. */
gboolean chiso_rows_write (ChisoRows *self, ChisoStmt *stmt, GError **error);
void chiso_rows_clear (ChisoRows *self);

/* Columns count from 0; texts live until the next step. NULL reads as NULL, 0 or NAN. */
gint64 chiso_stmt_int (ChisoStmt *self, int i);
double chiso_stmt_double (ChisoStmt *self, int i);
const char *chiso_stmt_text (ChisoStmt *self, int i);
/* Likewise, with its length. */
const char *chiso_stmt_bytes (ChisoStmt *self, int i, gsize *length);
/* A copy with a NUL behind its *length bytes. */
char *chiso_stmt_dup_bytes (ChisoStmt *self, int i, gsize *length);

G_END_DECLS
