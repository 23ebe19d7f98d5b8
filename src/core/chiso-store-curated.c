/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of curated figures: a copy of the starter data that comes with the program, each row
 * with its published source and without a sentence. Several rows of one source for the same key are
 * parts by level; all are kept. */

#include <math.h>
#include <string.h>

#include "chiso-schema.h"
#include "chiso-sha256.h"
#include "chiso-store-private.h"
#include "chiso-table.h"

/* The columns of the starter data. */
typedef enum
{
  INDICATOR,
  PLACE,
  PLACE_NAME,
  PERIOD,
  MEASURE,
  VALUE,
  NUMERATOR,
  DENOMINATOR,
  QUALIFIER,
  BASE,
  TITLE,
  PUBLISHER,
  URL,
  PUBLISHED,
  NOTE,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  "indicator",    "place",     "place_name",  "period",    "measure",
  "value",        "numerator", "denominator", "qualifier", "base",
  "source_title", "publisher", "url",         "published", "note",
};

typedef struct
{
  const ChisoTable *table;
  const ChisoGeo *geo;
  guint row;
  int columns[N_COLUMNS];
} Reader;

static const char *
cell (const Reader *reader, Column column)
{
  return chiso_table_cell (reader->table, reader->row, reader->columns[column]);
}

/* For columns where NULL says "not known". */
static const char *
cell_or_null (const Reader *reader, Column column)
{
  const char *text = cell (reader, column);

  return *text != '\0' ? text : NULL;
}

static gboolean
fail (const Reader *reader, Column column, GError **error)
{
  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FAILED,
               "Row %u of the starter data cannot be used: its %s is “%s”", reader->row + 1,
               column_names[column], cell (reader, column));

  return FALSE;
}

static gboolean
read_number (const Reader *reader, Column column, double *value, GError **error)
{
  const char *text = cell (reader, column);
  char *end;

  if (*text == '\0')
    return TRUE;
  *value = g_ascii_strtod (text, &end);

  return *end == '\0' || fail (reader, column, error);
}

/* A code alone does not say which set it is of: 37 is Ninh Bình before and after. Where the data
 * mark the place itself they decide. Else the figure is of the new provinces if its period ends
 * after 30 June 2025, when there were no others; a report of later date on the first half of the
 * year ("Bắc Kạn, 6 tháng") still speaks of the old ones. The nation is the same in both and goes
 * by 63. */
static ChisoBoundary
guess_boundary (const Reader *reader, const ChisoPeriod *period)
{
  const ChisoPeriod last_old = chiso_period_month (2025, 6);
  g_autofree char *code = g_strndup (cell (reader, PLACE), strcspn (cell (reader, PLACE), "/"));
  guint32 first;
  guint32 last;
  guint32 last_old_day;

  if (strstr (cell (reader, PLACE_NAME), "(sau 1/7/2025)") != NULL)
    return CHISO_BOUNDARY_34;

  chiso_period_days (&last_old, &first, &last_old_day);
  chiso_period_days (period, &first, &last);
  /* "Since 2020 until now" does not say when now is. */
  if (period->open_end || last <= last_old_day || reader->geo == NULL
      || chiso_geo_find_code (reader->geo, CHISO_BOUNDARY_34, code) == NULL)
    return CHISO_BOUNDARY_63;

  return CHISO_BOUNDARY_34;
}

static ChisoObservation *
read_observation (const Reader *reader, GError **error)
{
  g_autoptr (ChisoObservation)
      observation = chiso_observation_new (cell (reader, INDICATOR), cell (reader, PLACE));

  observation->value = NAN;
  if (*cell (reader, INDICATOR) == '\0')
    fail (reader, INDICATOR, error);
  else if (*cell (reader, PLACE) == '\0')
    fail (reader, PLACE, error);
  else if (!chiso_period_parse (cell (reader, PERIOD), &observation->period))
    fail (reader, PERIOD, error);
  else if (!chiso_measure_from_string (cell (reader, MEASURE), &observation->measure))
    fail (reader, MEASURE, error);
  else if (*cell (reader, VALUE) == '\0')
    fail (reader, VALUE, error);
  else if (!chiso_qualifier_from_string (cell (reader, QUALIFIER), &observation->qualifier))
    fail (reader, QUALIFIER, error);
  else if (*cell (reader, BASE) != '\0'
           && !chiso_period_parse (cell (reader, BASE), &observation->base))
    fail (reader, BASE, error);
  else if (read_number (reader, VALUE, &observation->value, error)
           && read_number (reader, NUMERATOR, &observation->numerator, error)
           && read_number (reader, DENOMINATOR, &observation->denominator, error))
    {
      observation->boundary = guess_boundary (reader, &observation->period);
      return g_steal_pointer (&observation);
    }

  return NULL;
}

static gboolean
insert (ChisoStmt *stmt, ChisoRows *rows, const Reader *reader, GError **error)
{
  g_autoptr (ChisoObservation) observation = read_observation (reader, error);
  ChisoFieldsBuffer buffer;

  if (observation == NULL)
    return FALSE;
  chiso_rows_add_int (rows, CHISO_CURATED_FIRST_ID + reader->row);
  chiso_rows_add_text (rows, observation->indicator);
  chiso_rows_add_text (rows, observation->place);
  chiso_rows_add_int (rows, observation->boundary);
  chiso_rows_add_int (rows, chiso_place_unit (observation->place));
  chiso_fields_add (rows, observation, &buffer);
  chiso_rows_add_text (rows, cell (reader, TITLE));
  chiso_rows_add_text (rows, cell_or_null (reader, PUBLISHER));
  chiso_rows_add_text (rows, cell_or_null (reader, URL));
  chiso_rows_add_text (rows, cell_or_null (reader, PUBLISHED));
  chiso_rows_add_text (rows, cell_or_null (reader, NOTE));

  return chiso_rows_write (rows, stmt, error);
}

/* Row by row: the texts of one are forgotten before the next. */
static gboolean
insert_rows (ChisoDb *db, Reader *reader, GError **error)
{
  g_autoptr (ChisoRows) rows = chiso_rows_new (18);
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db,
      "INSERT INTO curated (id, indicator, place, boundary, unit, " CHISO_FIELDS_WRITE
      ", title, publisher, url, published, note) SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, "
      "c11, c12, c13, c14, c15, c16, c17, c18 FROM chiso_rows (?1)",
      error);

  if (stmt == NULL)
    return FALSE;
  for (reader->row = 0; reader->row < chiso_table_n_rows (reader->table); reader->row++)
    if (!insert (stmt, rows, reader, error))
      return FALSE;

  return TRUE;
}

static gboolean
fill (ChisoDb *db, const ChisoGeo *geo, GBytes *starter, GError **error)
{
  g_autoptr (ChisoTable) table = chiso_table_new (starter);
  Reader reader = { .table = table, .geo = geo };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      reader.columns[i] = chiso_table_column (table, column_names[i]);
      if (reader.columns[i] < 0)
        {
          g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FAILED,
                       "The starter data have no column “%s”", column_names[i]);
          return FALSE;
        }
    }

  return insert_rows (db, &reader, error);
}

/* What the curated rows were filled from: NULL when the library does not say. */
static gboolean
read_filled (ChisoDb *db, char **filled, GError **error)
{
  g_autoptr (ChisoStmt)
      stmt = chiso_db_prepare (db, "SELECT value FROM library WHERE key = 'starter'", error);
  gboolean row;

  if (stmt == NULL || !chiso_stmt_step (stmt, &row, error))
    return FALSE;
  *filled = row ? g_strdup (chiso_stmt_text (stmt, 0)) : NULL;

  return TRUE;
}

static gboolean
write_filled (ChisoDb *db, const char *filled, GError **error)
{
  g_autoptr (ChisoStmt)
      stmt = chiso_db_prepare (db,
                               "INSERT INTO library (key, value) VALUES ('starter', ?1) "
                               "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                               error);

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_text (stmt, 1, filled);

  return chiso_stmt_run (stmt, error);
}

gboolean
chiso_curated_is_current (ChisoDb *db, GBytes *starter, gboolean *current, GError **error)
{
  g_autofree char *filled = NULL;
  g_autofree char *wanted = NULL;

  *current = TRUE;
  if (starter == NULL)
    return TRUE;
  if (!read_filled (db, &filled, error))
    return FALSE;

  /* "" is a library that was created empty on purpose. */
  wanted = chiso_sha256 (g_bytes_get_data (starter, NULL), g_bytes_get_size (starter));
  *current = filled != NULL && (*filled == '\0' || g_str_equal (filled, wanted));

  return TRUE;
}

gboolean
chiso_curated_refresh (ChisoDb *db, const ChisoGeo *geo, GBytes *starter, gboolean created,
                       GError **error)
{
  g_autofree char *wanted = NULL;
  gboolean current;

  if (created && starter == NULL)
    return write_filled (db, "", error);
  if (!chiso_curated_is_current (db, starter, &current, error))
    return FALSE;
  if (current)
    return TRUE;

  wanted = chiso_sha256 (g_bytes_get_data (starter, NULL), g_bytes_get_size (starter));

  return chiso_db_script (db, "DELETE FROM curated", error) && fill (db, geo, starter, error)
         && write_filled (db, wanted, error);
}
