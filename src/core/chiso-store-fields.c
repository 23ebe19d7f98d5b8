/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an observation's fields are written to and read from a row, once for both tables that hold
 * some. Knows columns, no table. */

#include <string.h>

#include "chiso-store-private.h"

/* What kind of place a key names, so that an index can tell; the table checks it. */
static int
place_unit (const char *place)
{
  if (strcmp (place, "VN") == 0)
    return 0;

  return strchr (place, '/') != NULL ? 2 : 1;
}

void
chiso_fields_bind (ChisoStmt *stmt, const ChisoObservation *observation, ChisoFieldsBuffer *buffer)
{
  guint32 first = 0;
  guint32 last = 0;
  int i = 1;

  chiso_period_days (&observation->period, &first, &last);
  chiso_stmt_bind_text (stmt, i++, observation->indicator);
  chiso_stmt_bind_text (stmt, i++, observation->place);
  chiso_stmt_bind_int (stmt, i++, observation->boundary);
  chiso_stmt_bind_int (stmt, i++, place_unit (observation->place));
  chiso_stmt_bind_text (stmt, i++, chiso_period_format (&observation->period, buffer->period));
  chiso_stmt_bind_int (stmt, i++, first);
  chiso_stmt_bind_int (stmt, i++, last);
  chiso_stmt_bind_int (stmt, i++, chiso_period_last_year (&observation->period));
  chiso_stmt_bind_text (stmt, i++, chiso_measure_to_string (observation->measure));
  chiso_stmt_bind_double (stmt, i++, observation->value);
  chiso_stmt_bind_double (stmt, i++, observation->numerator);
  chiso_stmt_bind_double (stmt, i++, observation->denominator);
  chiso_stmt_bind_text (stmt, i++, chiso_qualifier_to_string (observation->qualifier));
  chiso_stmt_bind_text (stmt, i++,
                        chiso_period_is_set (&observation->base)
                            ? chiso_period_format (&observation->base, buffer->base)
                            : NULL);
}

ChisoObservation *
chiso_fields_read (ChisoDb *db, ChisoStmt *stmt, int column, GError **error)
{
  const char *indicator = chiso_stmt_text (stmt, column++);
  const char *place = chiso_stmt_text (stmt, column++);
  g_autoptr (ChisoObservation) observation = chiso_observation_new (indicator, place);
  const char *period;
  const char *measure;
  const char *qualifier;
  const char *base;

  observation->boundary = chiso_stmt_int (stmt, column++);
  period = chiso_stmt_text (stmt, column++);
  measure = chiso_stmt_text (stmt, column++);
  observation->value = chiso_stmt_double (stmt, column++);
  observation->numerator = chiso_stmt_double (stmt, column++);
  observation->denominator = chiso_stmt_double (stmt, column++);
  qualifier = chiso_stmt_text (stmt, column++);
  base = chiso_stmt_text (stmt, column++);

  /* An observation without a period is stored as "". */
  if ((*period != '\0' && !chiso_period_parse (period, &observation->period))
      || (base != NULL && !chiso_period_parse (base, &observation->base))
      || !chiso_measure_from_string (measure, &observation->measure)
      || !chiso_qualifier_from_string (qualifier, &observation->qualifier))
    {
      g_autofree char *name = g_filename_display_name (chiso_db_path (db));

      g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CORRUPT,
                   "The library “%s” is damaged: a row of %s, %s says period “%s”, measure “%s”, "
                   "qualifier “%s”, base “%s”",
                   name, indicator, place, period, measure, qualifier, base ? base : "");
      return NULL;
    }

  return g_steal_pointer (&observation);
}
