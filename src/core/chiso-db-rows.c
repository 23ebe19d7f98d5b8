/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in memory as a table that a statement can select from, so that one INSERT writes many: a
 * statement for each costs twice as much, most of it in beginning and ending. Knows cells, no meaning
 * of them. */

#include <math.h>
#include <string.h>

#include "chiso-db-private.h"

#define POINTER_TYPE "chiso-rows"
#define STRINGIFY_COLUMNS                                                                          \
  "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20"
#define SOURCE CHISO_ROWS_MAX_COLUMNS /* the hidden column behind the others: which rows */
G_STATIC_ASSERT (CHISO_ROWS_MAX_COLUMNS == 20);

typedef struct
{
  enum
  {
    CELL_NULL,
    CELL_INT,
    CELL_DOUBLE,
    CELL_TEXT,
  } kind;
  union
  {
    gint64 number;
    double real;
    const char *text;
  };
} Cell;

struct _ChisoRows
{
  guint n_columns;
  guint n_cells, n_allocated;
  Cell *cells; /* row after row */
};

/* --- cells -------------------------------------------------------------------------------------- */

ChisoRows *
chiso_rows_new (guint n_columns)
{
  ChisoRows *self = g_new0 (ChisoRows, 1);

  g_assert (n_columns <= CHISO_ROWS_MAX_COLUMNS);
  self->n_columns = n_columns;

  return self;
}

void
chiso_rows_free (ChisoRows *self)
{
  g_free (self->cells);
  g_free (self);
}

static inline void
add_cell (ChisoRows *self, Cell cell)
{
  if (self->n_cells == self->n_allocated)
    {
      self->n_allocated = self->n_allocated * 2 + 256;
      self->cells = g_renew (Cell, self->cells, self->n_allocated);
    }
  self->cells[self->n_cells++] = cell;
}

void
chiso_rows_add_int (ChisoRows *self, gint64 value)
{
  add_cell (self, (Cell){ CELL_INT, .number = value });
}

void
chiso_rows_add_double (ChisoRows *self, double value)
{
  add_cell (self, (Cell){ isnan (value) ? CELL_NULL : CELL_DOUBLE, .real = value });
}

void
chiso_rows_add_text (ChisoRows *self, const char *value)
{
  add_cell (self, (Cell){ value != NULL ? CELL_TEXT : CELL_NULL, .text = value });
}

gboolean
chiso_rows_write (ChisoRows *self, ChisoStmt *stmt, GError **error)
{
  gboolean good;

  g_assert (self->n_cells % self->n_columns == 0);
  chiso_stmt_bind_pointer (stmt, 1, self, POINTER_TYPE);
  good = chiso_stmt_run (stmt, error);
  self->n_cells = 0;

  return good;
}

void
chiso_rows_clear (ChisoRows *self)
{
  self->n_cells = 0;
}

/* --- the table ---------------------------------------------------------------------------------- */

typedef struct
{
  sqlite3_vtab_cursor base;
  const ChisoRows *rows;
  guint n_rows;
  guint row;
} Cursor;

static int
connect (sqlite3 *handle, void *data, int argc, const char *const *argv, sqlite3_vtab **table,
         char **message)
{
  int rc = sqlite3_declare_vtab (handle,
                                 "CREATE TABLE rows (" STRINGIFY_COLUMNS ", source HIDDEN)");

  if (rc != SQLITE_OK)
    return rc;
  *table = sqlite3_malloc (sizeof **table);
  if (*table == NULL)
    return SQLITE_NOMEM;
  memset (*table, 0, sizeof **table);

  return sqlite3_vtab_config (handle, SQLITE_VTAB_DIRECTONLY);
}

static int
disconnect (sqlite3_vtab *table)
{
  sqlite3_free (table);

  return SQLITE_OK;
}

/* Only as a function of its rows, all of them in their order. */
static int
best_index (sqlite3_vtab *table, sqlite3_index_info *info)
{
  for (int i = 0; i < info->nConstraint; i++)
    if (info->aConstraint[i].iColumn == SOURCE && info->aConstraint[i].usable
        && info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
      {
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        info->estimatedCost = 1;
        return SQLITE_OK;
      }

  return SQLITE_CONSTRAINT;
}

static int
open_cursor (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = sqlite3_malloc (sizeof *self);

  if (self == NULL)
    return SQLITE_NOMEM;
  memset (self, 0, sizeof *self);
  *cursor = &self->base;

  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  sqlite3_free (cursor);

  return SQLITE_OK;
}

static int
filter (sqlite3_vtab_cursor *cursor, int number, const char *text, int argc, sqlite3_value **argv)
{
  Cursor *self = (Cursor *) cursor;

  self->rows = sqlite3_value_pointer (argv[0], POINTER_TYPE);
  self->row = 0;
  self->n_rows = self->rows != NULL ? self->rows->n_cells / self->rows->n_columns : 0;

  return SQLITE_OK;
}

static int
next (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->row++;

  return SQLITE_OK;
}

static int
is_at_end (sqlite3_vtab_cursor *cursor)
{
  const Cursor *self = (const Cursor *) cursor;

  return self->row >= self->n_rows;
}

static int
give_column (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  const Cursor *self = (const Cursor *) cursor;
  const Cell *cell;

  if (column >= (int) self->rows->n_columns)
    return SQLITE_OK;
  cell = &self->rows->cells[self->row * self->rows->n_columns + column];
  switch (cell->kind)
    {
    case CELL_NULL:
      break;
    case CELL_INT:
      sqlite3_result_int64 (context, cell->number);
      break;
    case CELL_DOUBLE:
      sqlite3_result_double (context, cell->real);
      break;
    case CELL_TEXT:
      sqlite3_result_text (context, cell->text, -1, SQLITE_STATIC);
      break;
    default:
      g_assert_not_reached ();
    }

  return SQLITE_OK;
}

static int
give_rowid (sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
  *id = ((Cursor *) cursor)->row;

  return SQLITE_OK;
}

static const sqlite3_module module = {
  .xConnect = connect,
  .xBestIndex = best_index,
  .xDisconnect = disconnect,
  .xOpen = open_cursor,
  .xClose = close_cursor,
  .xFilter = filter,
  .xNext = next,
  .xEof = is_at_end,
  .xColumn = give_column,
  .xRowid = give_rowid,
};

int
chiso_rows_register (sqlite3 *handle)
{
  return sqlite3_create_module (handle, "chiso_rows", &module, NULL);
}
