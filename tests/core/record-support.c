/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds records out of one-line descriptions and out of the starter table. */

#include "record-support.h"

#include "core/chiso-table.h"

#include <math.h>
#include <string.h>

static void
record_free (gpointer data)
{
  ChisoRecord *record = data;

  chiso_observation_free (record->observation);
  g_free (record->sentence);
  g_free (record->source_title);
  g_free (record->publisher);
  g_free (record->url);
  g_free (record->published);
  g_free (record->note);
  g_free (record->said);
  g_free (record);
}

GPtrArray *
test_records_new (void)
{
  return g_ptr_array_new_with_free_func (record_free);
}

static ChisoRecord *
add (GPtrArray *records, const char *indicator, const char *place, const char *period)
{
  ChisoRecord *record = g_new0 (ChisoRecord, 1);

  record->observation = chiso_observation_new (indicator, place);
  g_assert_true (chiso_period_parse (period, &record->observation->period));
  record->observation->confidence = 1;
  g_ptr_array_add (records, record);
  record->id = records->len;
  return record;
}

static void
set_value (ChisoObservation *observation, const char *text)
{
  char *end;

  observation->value = g_ascii_strtod (text, &end);
  g_assert_true (end != text);
  if (*end == '/')
    {
      observation->numerator = observation->value;
      observation->denominator = g_ascii_strtod (end + 1, &end);
    }
  observation->qualifier = *end == '>'   ? CHISO_QUALIFIER_AT_LEAST
                           : *end == '<' ? CHISO_QUALIFIER_AT_MOST
                           : *end == '~' ? CHISO_QUALIFIER_ABOUT
                                         : CHISO_QUALIFIER_EXACT;
}

static void
set_decision (ChisoRecord *record, gint64 id)
{
  record->decision.id = ABS (id);
  record->decision.kind = id < 0 ? CHISO_DECISION_REJECT : CHISO_DECISION_CHOOSE;
  record->decision.reason = CHISO_REASON_TYPING_ERROR;
}

/* "": beside others, "all": said to be all, "6": all six. */
static void
set_listed (ChisoRecord *record, const char *words)
{
  ChisoListed *listed = &record->observation->listed;

  listed->beside = TRUE;
  listed->n = (guint) g_ascii_strtoull (words, NULL, 10);
  listed->said.end = *words != '\0';
  record->said = *words != '\0' ? g_strdup ("tất cả") : NULL;
}

ChisoRecord *
test_records_add (GPtrArray *records, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const char *source = "A";
  ChisoRecord *record;

  g_assert_cmpuint (g_strv_length (words), >=, 5);
  record = add (records, words[0], g_strdelimit (words[1], "_", ' '), words[2]);
  g_assert_true (chiso_measure_from_string (words[3], &record->observation->measure));
  set_value (record->observation, words[4]);
  for (guint i = 5; words[i] != NULL; i++)
    if (words[i][0] == '@')
      source = words[i] + 1;
    else if (words[i][0] == '!')
      set_decision (record, g_ascii_strtoll (words[i] + 1, NULL, 10));
    else if (words[i][0] == '#')
      set_listed (record, words[i] + 1);
    else if (strcmp (words[i], "^34") == 0)
      record->observation->boundary = CHISO_BOUNDARY_34;
    else
      g_assert_true (chiso_period_parse (words[i], &record->observation->base));
  if (g_ascii_isdigit (source[0]))
    record->document_id = g_ascii_strtoll (source, NULL, 10);
  record->source_title = g_strdup (source);
  record->publisher = g_strdup_printf ("Báo %s", source);
  return record;
}

static const char *
cell (const ChisoTable *table, guint row, const char *column)
{
  return chiso_table_cell (table, row, chiso_table_column (table, column));
}

static double
number (const char *text)
{
  return *text == '\0' ? NAN : g_ascii_strtod (text, NULL);
}

/* A row of either table: both have the columns of an observation. */
static ChisoRecord *
add_row (GPtrArray *records, const ChisoTable *table, guint row)
{
  ChisoRecord *record = add (records, cell (table, row, "indicator"), cell (table, row, "place"),
                             cell (table, row, "period"));
  ChisoObservation *observation = record->observation;

  g_assert_true (chiso_measure_from_string (cell (table, row, "measure"), &observation->measure));
  g_assert_true (
      chiso_qualifier_from_string (cell (table, row, "qualifier"), &observation->qualifier));
  observation->value = number (cell (table, row, "value"));
  observation->numerator = number (cell (table, row, "numerator"));
  observation->denominator = number (cell (table, row, "denominator"));
  chiso_period_parse (cell (table, row, "base"), &observation->base);
  return record;
}

void
test_records_add_starter (GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/chiso/ChiSo/data/starter.tsv",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (ChisoTable) table = NULL;

  g_assert_no_error (error);
  table = chiso_table_new (bytes);
  for (guint row = 0; row < chiso_table_n_rows (table); row++)
    {
      ChisoRecord *record = add_row (records, table, row);

      if (strstr (cell (table, row, "place_name"), "sau 1/7/2025") != NULL)
        record->observation->boundary = CHISO_BOUNDARY_34;
      record->source_title = g_strdup (cell (table, row, "source_title"));
      record->publisher = g_strdup (cell (table, row, "publisher"));
      record->url = g_strdup (cell (table, row, "url"));
      record->published = g_strdup (cell (table, row, "published"));
    }
}

void
test_records_add_report (GPtrArray *records, const char *name, gint64 document_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "reports", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ChisoTable) table = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  table = chiso_table_new (bytes);
  g_assert_cmpuint (chiso_table_n_rows (table), >, 0);
  for (guint row = 0; row < chiso_table_n_rows (table); row++)
    {
      ChisoRecord *record = add_row (records, table, row);

      record->document_id = document_id;
      record->source_title = g_strdup (name);
    }
}
