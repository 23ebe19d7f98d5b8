/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl audit: figures that cannot be true together, of the library or of reports that no library
 * holds. */

#include "core/chiso-audit.h"
#include "ctl-args.h"
#include "ctl-rows.h"
#include "ctl.h"
#include "figures/chiso-finding-words.h"

#include <string.h>

/* "text", then the formats of tables. */
static const char *const formats[] = { "text", "tsv", "csv", "json", NULL };
#define FORMAT_TEXT 0

typedef struct
{
  CtlSession session;
  const char *const *indicators; /* or NULL for all */
  const char *const *places;     /* likewise */
  ChisoBoundary boundary;        /* or 0 */
  const ChisoDate *published;    /* or NULL */
  const char *language;
  guint format;
} Audit;

static gboolean
is_among (const char *const *list, const char *text)
{
  return list == NULL || g_strv_contains (list, text);
}

static gboolean
is_wanted (const Audit *self, const ChisoObservation *observation)
{
  return is_among (self->indicators, observation->indicator)
         && is_among (self->places, observation->place)
         && (self->boundary == 0 || observation->boundary == self->boundary
             || strcmp (observation->place, "VN") == 0);
}

static gboolean
read_report (Audit *self, GFile *file, GPtrArray *records, gint64 document_id, CtlStatus *status,
             GError **error)
{
  g_autoptr (ChisoExtraction) extraction = NULL;
  g_autoptr (ChisoDocument) document = ctl_read_report (&self->session, file, self->published,
                                                        &extraction, status, error);

  if (document == NULL)
    return FALSE;
  for (guint i = extraction->observations->len; i > 0; i--)
    if (!is_wanted (self, extraction->observations->pdata[i - 1]))
      g_ptr_array_remove_index (extraction->observations, i - 1);
  chiso_audit_add_document (records, document_id, document, extraction);
  return TRUE;
}

/* What is said of a report is cited by the name that it was given by. */
static GPtrArray *
records_of_files (Audit *self, char **paths, CtlStatus *status)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_record_free);
  g_autoptr (GPtrArray) files = ctl_list_files (paths, status);

  for (guint i = 0; i < files->len; i++)
    {
      GError *error = NULL;

      if (!read_report (self, files->pdata[i], records, i + 1, status, &error))
        *status = ctl_say_error (error);
    }
  return records;
}

static GPtrArray *
records_of_library (Audit *self, const CtlCommon *common, GError **error)
{
  const ChisoQuery query = { .indicators = self->indicators,
                             .places = self->places,
                             .boundary = self->boundary,
                             /* Parts of totals are among the doubtful ones. */
                             .min_confidence = -1,
                             .with_units = TRUE,
                             .units_beside_own = TRUE };

  if (!ctl_session_open_current (&self->session, common, error))
    return NULL;
  return chiso_store_query_sync (self->session.store, &query, error);
}

typedef char *(*CitedFunc) (const ChisoRecord *record);

static char *
cited_id (const ChisoRecord *record)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
}

static char *
cited_title (const ChisoRecord *record)
{
  return g_strdup (record->source_title);
}

static char *
cited_sentence (const ChisoRecord *record)
{
  return g_strdup (record->sentence);
}

/* One cell for all that a finding cites, without what was just said. */
static char *
join (const ChisoFinding *finding, CitedFunc cell)
{
  GString *text = g_string_new (NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < finding->records->len; i++)
    {
      char *next = cell (finding->records->pdata[i]);

      if (next != NULL && g_strcmp0 (next, last) != 0)
        {
          g_string_append (text, text->len > 0 ? " | " : "");
          g_string_append (text, next);
        }
      g_free (last);
      last = next;
    }
  return g_string_free (text, FALSE);
}

/* What decided the finding: that its first figure was chosen, or that the others were rejected. */
static char *
decision_of (const ChisoFinding *finding)
{
  const ChisoRecord *first = finding->records->pdata[0];

  if (!finding->decided)
    return NULL;
  return g_strdup (chiso_decision_kind_to_string (first->decision.kind == CHISO_DECISION_CHOOSE
                                                      ? CHISO_DECISION_CHOOSE
                                                      : CHISO_DECISION_REJECT));
}

static void
write_table (const Audit *self, GPtrArray *findings)
{
  static const CtlColumn columns[] = {
    { "kind" },    { "severity" }, { "indicator" },    { "place" },          { "place_name" },
    { "period" },  { "measure" },  { "stated", TRUE }, { "expected", TRUE }, { "finding" },
    { "records" }, { "sources" },  { "sentences" },    { "decision" },
  };
  CtlRows *rows = ctl_rows_new (self->format - 1, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < findings->len; i++)
    {
      const ChisoFinding *finding = findings->pdata[i];
      const ChisoObservation *observation =
          ((const ChisoRecord *) finding->records->pdata[0])->observation;
      char period[CHISO_PERIOD_MAX];
      char *cells[] = {
        g_strdup (chiso_finding_kind_to_string (finding->kind)),
        g_strdup (chiso_severity_to_string (finding->severity)),
        g_strdup (observation->indicator),
        g_strdup (observation->place),
        chiso_geo_place_name (self->session.geo, observation->boundary, observation->place,
                              self->language),
        g_strdup (chiso_period_format (&observation->period, period)),
        g_strdup (chiso_measure_to_string (observation->measure)),
        chiso_value_format (finding->stated),
        chiso_value_format (finding->expected),
        chiso_finding_to_words (finding, self->session.catalogue, self->session.geo,
                                self->language),
        join (finding, cited_id),
        join (finding, cited_title),
        join (finding, cited_sentence),
        decision_of (finding),
      };

      G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (columns));
      ctl_rows_add (rows, cells);
      for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
        g_free (cells[c]);
    }
  ctl_rows_finish (rows);
}

/* The sentence, once where several figures stand in it, and where it is from. */
static void
append_source (GString *text, const ChisoRecord *record, const ChisoRecord *before)
{
  const char *const parts[] = { record->source_title, record->publisher, record->published };
  const char *separator = "— ";

  if (before != NULL && g_strcmp0 (before->sentence, record->sentence) == 0
      && g_strcmp0 (before->source_title, record->source_title) == 0)
    return;
  if (record->sentence != NULL)
    g_string_append_printf (text, "    “%s”\n", record->sentence);
  g_string_append (text, "    ");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        g_string_append_printf (text, "%s%s", separator, parts[i]);
        separator = ", ";
      }
  g_string_append_c (text, '\n');
}

static void
write_text (const Audit *self, GPtrArray *findings, GPtrArray *records)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const ChisoFinding *finding = findings->pdata[i];
      g_autofree char *severity = chiso_severity_to_words (finding->severity, self->language);
      g_autofree char *words = chiso_finding_to_words (finding, self->session.catalogue,
                                                       self->session.geo, self->language);

      g_string_append_printf (text, "%s%s: %s\n", i > 0 ? "\n" : "", severity, words);
      for (guint r = 0; r < finding->records->len; r++)
        append_source (text, finding->records->pdata[r],
                       r > 0 ? finding->records->pdata[r - 1] : NULL);
    }
  if (findings->len == 0)
    {
      guint n = 0;
      g_autofree char *words = NULL;

      for (guint i = 0; i < records->len; i++)
        n += ((ChisoRecord *) records->pdata[i])->observation->confidence
             >= CHISO_CONFIDENCE_ASSERTED;
      words = chiso_finding_none_words (n, self->language);
      g_string_append_printf (text, "%s\n", words);
    }
  ctl_write (text->str);
}

static CtlStatus
audit (Audit *self, const CtlCommon *common, char **paths)
{
  CtlStatus status = CTL_DONE;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = *paths != NULL ? records_of_files (self, paths, &status)
                                                 : records_of_library (self, common, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (records == NULL)
    return ctl_say_error (error);
  findings = chiso_audit (records, self->session.catalogue);
  if (self->format == FORMAT_TEXT)
    write_text (self, findings, records);
  else
    write_table (self, findings);
  return status;
}

static CtlStatus
run (const CtlCommand *command, char **args)
{
  g_autofree char *indicator = NULL, *place = NULL, *format = NULL, *set = NULL, *published = NULL;
  g_autofree char *language = NULL;
  g_auto (GStrv) indicators = NULL, places = NULL;
  g_auto (CtlCommon) common = { NULL };
  const GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_FILENAME, &indicator,
      "Ids, separated by commas (default: all)", "ID,…" },
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &place,
      "Codes or names, separated by commas (default: all)", "PLACE,…" },
    { "boundary", 0, 0, G_OPTION_ARG_FILENAME, &set,
      "The provinces until June 2025 (63, the default) or since (34)", "SET" },
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &published,
      "With files: when the reports were published, where they do not say", "DATE" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, "text (the default), tsv, csv or json",
      "FORMAT" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, "vi or en (default: the session's)",
      "LANGUAGE" },
    G_OPTION_ENTRY_NULL,
  };
  Audit self = { .language = NULL };
  ChisoBoundary boundary;
  GError *error = NULL;
  CtlStatus status;
  ChisoDate date;

  if (!ctl_parse (command, entries, &args, &common, &status))
    return status;
  if (!ctl_read_choice ("--format", format, formats, FORMAT_TEXT, &self.format, &error)
      || !ctl_read_language (language, &self.language, &error)
      || !ctl_read_boundary (set, &boundary, &error)
      || (published != NULL && !ctl_read_date ("--published", published, &date, &error))
      || !ctl_session_load (&self.session, &error)
      || !ctl_read_indicators (&self.session, indicator, &indicators, &error)
      || !ctl_read_places (&self.session, boundary, place, &places, &error))
    status = ctl_say_error (error);
  else
    {
      self.indicators = (const char *const *) indicators;
      self.places = (const char *const *) places;
      self.boundary = places != NULL || set != NULL ? boundary : 0;
      self.published = published != NULL ? &date : NULL;
      status = audit (&self, &common, args + 1);
    }
  ctl_session_clear (&self.session);
  return status;
}

const CtlCommand ctl_audit = {
  "audit",
  "[FILE|FOLDER…]",
  "Find figures that cannot be true together, in the library or in reports",
  "Says where a stated growth, percentage or total does not follow from the figures beside it, "
  "where more is\n"
  "reached than there is, where a running total falls, and where sources disagree. A “note” often "
  "has an\n"
  "innocent reason, an “error” is one source that contradicts itself. With files no library is "
  "involved.\n"
  "What is found does not change the exit status.",
  run,
};
