/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl query: records of the library as a table, each with the sentence and the source that
 * prove it. */

#include "ctl-args.h"
#include "ctl-rows.h"
#include "ctl.h"

#include <string.h>

typedef struct
{
  CtlColumn column;
  char *(*cell) (const CtlSession *session, const ChisoRecord *record);
} QueryColumn;

#define TEXT_CELL(name, expression)                                                                \
  static char *name##_cell (const CtlSession *session, const ChisoRecord *record)                  \
  {                                                                                                \
    return g_strdup (expression);                                                                  \
  }
#define NUMBER_CELL(name, expression)                                                              \
  static char *name##_cell (const CtlSession *session, const ChisoRecord *record)                  \
  {                                                                                                \
    return chiso_value_format (expression);                                                        \
  }

TEXT_CELL (indicator, record->observation->indicator)
TEXT_CELL (place, record->observation->place)
TEXT_CELL (measure, chiso_measure_to_string (record->observation->measure))
TEXT_CELL (qualifier, chiso_qualifier_to_string (record->observation->qualifier))
TEXT_CELL (sentence, record->sentence)
TEXT_CELL (source_title, record->source_title)
TEXT_CELL (publisher, record->publisher)
TEXT_CELL (url, record->url)
TEXT_CELL (published, record->published)
TEXT_CELL (note, record->note)
NUMBER_CELL (boundary, record->observation->boundary)
NUMBER_CELL (value, record->observation->value)
NUMBER_CELL (numerator, record->observation->numerator)
NUMBER_CELL (denominator, record->observation->denominator)
NUMBER_CELL (confidence, record->observation->confidence)

static char *
place_name_cell (const CtlSession *session, const ChisoRecord *record)
{
  return chiso_geo_place_name (session->geo, record->observation->boundary,
                               record->observation->place, "vi");
}

static char *
period_cell (const CtlSession *session, const ChisoRecord *record)
{
  char buffer[CHISO_PERIOD_MAX];

  return g_strdup (chiso_period_format (&record->observation->period, buffer));
}

static char *
base_cell (const CtlSession *session, const ChisoRecord *record)
{
  char buffer[CHISO_PERIOD_MAX];

  return g_strdup (chiso_period_format (&record->observation->base, buffer));
}

/* The evidence inside the sentence, by the bytes that the store keeps. */
static char *
evidence_cell (const CtlSession *session, const ChisoRecord *record)
{
  if (record->sentence == NULL || record->mark_end <= record->mark_start)
    return NULL;
  return g_strndup (record->sentence + record->mark_start, record->mark_end - record->mark_start);
}

static char *
kind_cell (const CtlSession *session, const ChisoRecord *record)
{
  return g_strdup (record->document_id == 0 ? "curated" : "report");
}

/* What a person decided about the figure, and why, as the library has it. */
static char *
decision_cell (const CtlSession *session, const ChisoRecord *record)
{
  return g_strdup (chiso_decision_kind_to_string (record->decision.kind));
}

static char *
reason_cell (const CtlSession *session, const ChisoRecord *record)
{
  return g_strdup (chiso_reason_to_string (record->decision.reason));
}

static const QueryColumn columns[] = {
  { { "indicator", FALSE }, indicator_cell },
  { { "place", FALSE }, place_cell },
  { { "place_name", FALSE }, place_name_cell },
  { { "boundary", TRUE }, boundary_cell },
  { { "period", FALSE }, period_cell },
  { { "measure", FALSE }, measure_cell },
  { { "value", TRUE }, value_cell },
  { { "numerator", TRUE }, numerator_cell },
  { { "denominator", TRUE }, denominator_cell },
  { { "qualifier", FALSE }, qualifier_cell },
  { { "base", FALSE }, base_cell },
  { { "evidence", FALSE }, evidence_cell },
  { { "sentence", FALSE }, sentence_cell },
  { { "confidence", TRUE }, confidence_cell },
  { { "kind", FALSE }, kind_cell },
  { { "source_title", FALSE }, source_title_cell },
  { { "publisher", FALSE }, publisher_cell },
  { { "url", FALSE }, url_cell },
  { { "published", FALSE }, published_cell },
  { { "note", FALSE }, note_cell },
  { { "decision", FALSE }, decision_cell },
  { { "reason", FALSE }, reason_cell },
};

static void
write_records (const CtlSession *session, GPtrArray *records, guint format)
{
  CtlColumn heads[G_N_ELEMENTS (columns)];
  CtlRows *rows;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    heads[i] = columns[i].column;
  rows = ctl_rows_new (format, heads, G_N_ELEMENTS (columns));
  for (guint i = 0; i < records->len; i++)
    {
      char *cells[G_N_ELEMENTS (columns)];

      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        cells[c] = columns[c].cell (session, records->pdata[i]);
      ctl_rows_add (rows, cells);
      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        g_free (cells[c]);
    }
  ctl_rows_finish (rows);
}

/* What --indicator can name. */
static void
write_indicators (const ChisoCatalogue *catalogue, guint format)
{
  static const CtlColumn heads[] = {
    { "indicator" }, { "name_vi" }, { "name_en" }, { "unit_vi" }, { "unit_en" }
  };
  CtlRows *rows = ctl_rows_new (format, heads, G_N_ELEMENTS (heads));

  for (guint i = 0; i < chiso_catalogue_n_indicators (catalogue); i++)
    {
      const ChisoIndicator *indicator = chiso_catalogue_indicator (catalogue, i);
      const char *cells[] = { indicator->id, indicator->name_vi, indicator->name_en,
                              indicator->unit_vi, indicator->unit_en };

      ctl_rows_add (rows, (char **) cells);
    }
  ctl_rows_finish (rows);
}

/* Of places that were named in one set only their figures in it, and in the other one where they are
 * the same there. */
static void
keep_set (const CtlSession *session, ChisoBoundary boundary, GPtrArray *records)
{
  for (guint i = records->len; i > 0; i--)
    {
      const ChisoObservation *observation = ((ChisoRecord *) records->pdata[i - 1])->observation;
      char code[3] = { 0 };

      g_strlcpy (code, observation->place, sizeof code);
      if (observation->boundary != boundary && strcmp (code, "VN") != 0
          && !chiso_geo_is_unchanged (session->geo, code))
        g_ptr_array_remove_index (records, i - 1);
    }
}

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_autofree char *indicator = NULL, *place = NULL, *period = NULL, *format = NULL, *set = NULL;
  g_auto (GStrv) indicators = NULL, places = NULL;
  g_auto (CtlCommon) common = { NULL };
  g_auto (CtlSession) session = { NULL };
  gboolean all = FALSE, list = FALSE;
  const GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME, &indicator,
      "Ids, separated by commas (default: all)", "ID,…" },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &place,
      "Codes or names, separated by commas (default: all)", "PLACE,…" },
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &period, "A year or years: 2023, 2018..2024",
      "YEARS" },
    { "boundary", 0, 0, G_OPTION_ARG_FILENAME, &set,
      "The provinces until June 2025 (63, the default) or since (34)", "SET" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, "tsv (the default), csv or json", "FORMAT" },
    { "indicators", 0, 0, G_OPTION_ARG_NONE, &list, "List the indicators that there are, and stop",
      NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "Doubtful figures too (confidence below 0.5)", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) records = NULL;
  ChisoBoundary boundary;
  ChisoQuery query = { 0 };
  GError *error = NULL;
  CtlStatus status;
  guint choice;

  if (!ctl_parse (command, entries, &args, &common, &status))
    return status;
  if (args[1] != NULL)
    {
      ctl_say ("query takes no “%s”; places go into --place", args[1]);
      return CTL_USAGE;
    }
  if (!ctl_read_choice ("--format", format, ctl_rows_formats, 0, &choice, &error)
      || !ctl_read_years (period, &query.first_year, &query.last_year, &error)
      || !ctl_read_boundary (set, &boundary, &error) || !ctl_session_load (&session, &error)
      || !ctl_read_indicators (&session, indicator, &indicators, &error)
      || !ctl_read_places (&session, boundary, place, &places, &error))
    return ctl_say_error (error);
  if (list)
    {
      write_indicators (session.catalogue, choice);
      return CTL_DONE;
    }
  if (!ctl_session_open_current (&session, &common, &error))
    return ctl_say_error (error);

  query.indicators = (const char *const *) indicators;
  query.places = (const char *const *) places;
  query.boundary = set != NULL ? boundary : 0;
  query.min_confidence = all ? -1 : 0;
  records = chiso_store_query_sync (session.store, &query, &error);
  if (records == NULL)
    return ctl_say_error (error);
  if (places != NULL && set == NULL)
    keep_set (&session, boundary, records);
  write_records (&session, records, choice);
  return CTL_DONE;
}

const CtlCommand ctl_query = {
  "query",
  "",
  "Write figures of the library as a table, with sentence and source",
  "Indicators are named by the ids of the catalogue, such as dialogue_sessions, ntm_communes, "
  "poverty_rate.\n"
  "Curated figures, which come with the program, have a source but no sentence.",
  run,
};
