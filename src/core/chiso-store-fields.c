/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an observation's fields are written to and read from a row, once for both tables that hold
 * some. Knows columns, no table. */

#include <string.h>

#include "chiso-store-private.h"

int
chiso_place_unit (const char *place)
{
  if (strcmp (place, "VN") == 0)
    return 0;

  return strchr (place, '/') != NULL ? 2 : 1;
}

void
chiso_fields_add (ChisoRows *rows, const ChisoObservation *observation, ChisoFieldsBuffer *buffer)
{
  chiso_rows_add_text (rows, chiso_period_format (&observation->period, buffer->period));
  chiso_rows_add_int (rows, chiso_period_last_year (&observation->period));
  chiso_rows_add_text (rows, chiso_measure_to_string (observation->measure));
  chiso_rows_add_double (rows, observation->value);
  chiso_rows_add_double (rows, observation->numerator);
  chiso_rows_add_double (rows, observation->denominator);
  chiso_rows_add_text (rows, chiso_qualifier_to_string (observation->qualifier));
  chiso_rows_add_text (rows, chiso_period_is_set (&observation->base)
                                 ? chiso_period_format (&observation->base, buffer->base)
                                 : NULL);
}

gboolean
chiso_store_fail_row (ChisoDb *db, const char *what, gint64 id, GError **error)
{
  g_autofree char *name = g_filename_display_name (chiso_db_path (db));

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CORRUPT,
               "The library “%s” is damaged: %s of row %" G_GINT64_FORMAT " cannot be", name, what,
               id);

  return FALSE;
}

static gboolean
read_period (ChisoStmt *stmt, int column, ChisoPeriod *period)
{
  const char *text = chiso_stmt_text (stmt, column);

  return text == NULL || *text == '\0' || chiso_period_parse (text, period);
}

ChisoObservation *
chiso_fields_read (ChisoDb *db, ChisoStmt *stmt, int column, gint64 id, GError **error)
{
  g_autoptr (ChisoObservation) observation = chiso_observation_new (
      chiso_stmt_text (stmt, column), chiso_stmt_text (stmt, column + 1));
  const char *measure = chiso_stmt_text (stmt, column + 4);
  const char *qualifier = chiso_stmt_text (stmt, column + 8);

  observation->boundary = chiso_stmt_int (stmt, column + 2);
  observation->value = chiso_stmt_double (stmt, column + 5);
  observation->numerator = chiso_stmt_double (stmt, column + 6);
  observation->denominator = chiso_stmt_double (stmt, column + 7);

  /* The tables' rules forbid all of this, but a file may be made to look like a library. */
  if (observation->indicator == NULL || observation->place == NULL)
    chiso_store_fail_row (db, "indicator or place", id, error);
  else if (!read_period (stmt, column + 3, &observation->period)
           || !read_period (stmt, column + 9, &observation->base))
    chiso_store_fail_row (db, "period", id, error);
  else if (measure == NULL || !chiso_measure_from_string (measure, &observation->measure))
    chiso_store_fail_row (db, "measure", id, error);
  else if (qualifier == NULL || !chiso_qualifier_from_string (qualifier, &observation->qualifier))
    chiso_store_fail_row (db, "qualifier", id, error);
  else
    return g_steal_pointer (&observation);

  return NULL;
}
