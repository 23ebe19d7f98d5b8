/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chisoctl extract: reports in, observations out, no library. One report after the other, so that
 * memory holds one at a time. */

#include "core/chiso-json.h"
#include "core/chiso-tsv.h"
#include "ctl-args.h"
#include "ctl.h"

#include <string.h>

typedef struct
{
  CtlSession session;
  gboolean json;
  gboolean all;
  const char *output;
  gboolean has_date;
  ChisoDate date;
  gboolean several;  /* reports are told apart by name */
  ChisoJson *array;  /* of JSON that goes to stdout, else NULL */
  GHashTable *names; /* of files written so far */
} Extract;

static gboolean
is_wanted (const Extract *self, const ChisoObservation *observation)
{
  return self->all || observation->confidence >= CHISO_CONFIDENCE_ASSERTED;
}

static void
append_rows (const Extract *self, const ChisoDocument *document, const ChisoExtraction *extraction,
             GString *out)
{
  for (guint i = 0; i < extraction->observations->len; i++)
    if (is_wanted (self, extraction->observations->pdata[i]))
      chiso_tsv_append_observation (out, extraction->observations->pdata[i], document->text);
}

static void
json_member (ChisoJson *json, const char *key, const char *text)
{
  chiso_json_key (json, key);
  chiso_json_string (json, text != NULL && *text != '\0' ? text : NULL);
}

static void
json_number_member (ChisoJson *json, const char *key, double value)
{
  chiso_json_key (json, key);
  chiso_json_number (json, value);
}

static void
append_observation (ChisoJson *json, const ChisoObservation *observation, const char *text)
{
  g_autofree char *evidence = chiso_span_text (&observation->evidence, text);
  g_autofree char *sentence = chiso_span_text (&observation->sentence, text);
  char period[CHISO_PERIOD_MAX], base[CHISO_PERIOD_MAX];

  chiso_json_begin_object (json);
  json_member (json, "indicator", observation->indicator);
  json_member (json, "place", observation->place);
  json_number_member (json, "boundary", observation->boundary);
  json_member (json, "period", chiso_period_format (&observation->period, period));
  json_member (json, "measure", chiso_measure_to_string (observation->measure));
  json_number_member (json, "value", observation->value);
  json_number_member (json, "numerator", observation->numerator);
  json_number_member (json, "denominator", observation->denominator);
  json_member (json, "qualifier", chiso_qualifier_to_string (observation->qualifier));
  json_member (json, "base", chiso_period_format (&observation->base, base));
  json_member (json, "evidence", evidence);
  json_number_member (json, "evidence_start", observation->evidence.start);
  json_number_member (json, "evidence_end", observation->evidence.end);
  json_member (json, "sentence", sentence);
  json_number_member (json, "confidence", observation->confidence);
  json_member (json, "rule", observation->rule);
  chiso_json_end_object (json);
}

static void
append_report (const Extract *self, ChisoJson *json, const ChisoDocument *document,
               const ChisoExtraction *extraction)
{
  ChisoPeriod published = { .start = extraction->published, .end = extraction->published };
  char date[CHISO_PERIOD_MAX];

  chiso_json_begin_object (json);
  json_member (json, "name", document->name);
  json_member (json, "title", extraction->title);
  json_member (json, "publisher",
               document->publisher != NULL ? document->publisher : extraction->publisher);
  json_member (json, "published", chiso_period_format (&published, date));
  json_member (json, "place", extraction->place);
  json_number_member (json, "boundary", extraction->boundary);
  chiso_json_key (json, "observations");
  chiso_json_begin_array (json);
  for (guint i = 0; i < extraction->observations->len; i++)
    if (is_wanted (self, extraction->observations->pdata[i]))
      append_observation (json, extraction->observations->pdata[i], document->text);
  chiso_json_end_array (json);
  chiso_json_end_object (json);
}

/* The report's name without its suffix; of a second report of that name "NAME-2", so that none is
 * written over. */
static char *
output_path (Extract *self, const char *stem)
{
  g_autofree char *name = g_strdup (stem);

  for (guint i = 2; !g_hash_table_add (self->names, g_strdup (name)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", stem, i);
    }
  g_autofree char *file = g_strconcat (name, self->json ? ".json" : ".tsv", NULL);
  return g_build_filename (self->output, file, NULL);
}

static gboolean
write_file (Extract *self, const char *stem, const ChisoDocument *document,
            const ChisoExtraction *extraction, GError **error)
{
  g_autofree char *path = output_path (self, stem);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (ChisoJson) json = chiso_json_new ();

  if (self->json)
    {
      append_report (self, json, document, extraction);
      return g_file_set_contents (path, chiso_json_text (json), -1, error);
    }
  chiso_tsv_append_header (rows);
  append_rows (self, document, extraction, rows);
  return g_file_set_contents (path, rows->str, rows->len, error);
}

static void
write_rows (const Extract *self, const char *stem, const ChisoDocument *document,
            const ChisoExtraction *extraction)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  if (self->several)
    {
      g_string_append (rows, "# ");
      chiso_tsv_append_cell (rows, stem);
      g_string_append_c (rows, '\n');
    }
  append_rows (self, document, extraction, rows);
  ctl_write (rows->str);
}

static gboolean
extract_file (Extract *self, GFile *file, CtlStatus *status, GError **error)
{
  g_autoptr (ChisoExtraction) extraction = NULL;
  g_autoptr (ChisoDocument) document = ctl_read_report (
      &self->session, file, self->has_date ? &self->date : NULL, &extraction, status, error);
  g_autofree char *stem = NULL;
  char *dot;

  if (document == NULL)
    return FALSE;
  stem = g_strdup (document->name);
  dot = strrchr (stem, '.');
  if (dot != NULL && dot != stem)
    *dot = '\0';

  if (self->output != NULL)
    return write_file (self, stem, document, extraction, error);
  if (self->json)
    append_report (self, self->array, document, extraction);
  else
    write_rows (self, stem, document, extraction);
  return TRUE;
}

static CtlStatus
extract_files (Extract *self, GPtrArray *files, CtlStatus status)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ChisoJson) array = chiso_json_new ();
  g_autoptr (GString) header = g_string_new (NULL);

  self->names = names;
  self->array = array;
  self->several = files->len > 1;
  if (self->output == NULL && !self->json)
    {
      chiso_tsv_append_header (header);
      ctl_write (header->str);
    }
  chiso_json_begin_array (array);
  for (guint i = 0; i < files->len; i++)
    {
      GError *error = NULL;

      if (!extract_file (self, files->pdata[i], &status, &error))
        status = ctl_say_error (error);
    }
  chiso_json_end_array (array);
  if (self->output == NULL && self->json)
    ctl_write (chiso_json_text (array));
  return status;
}

static CtlStatus
run (const CtlCommand *command, char **args)
{
  static const char *const formats[] = { "tsv", "json", NULL };
  g_autofree char *format = NULL, *published = NULL, *output = NULL;
  g_auto (CtlCommon) common = { NULL };
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, "tsv (the default) or json", "FORMAT" },
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &published,
      "When the reports were published, where they do not say", "DATE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      "Write a file for each report into this folder", "FOLDER" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "Doubtful figures too (confidence below 0.5)", NULL },
    G_OPTION_ENTRY_NULL,
  };
  Extract self = { .output = NULL };
  g_autoptr (GPtrArray) files = NULL;
  GError *error = NULL;
  CtlStatus status;
  guint choice;

  if (!ctl_parse (command, entries, &args, &common, &status))
    return status;
  if (!ctl_read_choice ("--format", format, formats, 0, &choice, &error)
      || (published != NULL && !ctl_read_date ("--published", published, &self.date, &error)))
    return ctl_say_error (error);
  if (args[1] == NULL)
    {
      ctl_say ("extract needs at least one file or folder");
      return CTL_USAGE;
    }
  self.json = choice == 1;
  self.all = all;
  self.output = output;
  self.has_date = published != NULL;
  if (output != NULL && !ctl_make_folder (output))
    return CTL_FAILED;
  if (!ctl_session_load (&self.session, &error))
    status = ctl_say_error (error);
  else
    {
      files = ctl_list_files (args + 1, &status);
      status = extract_files (&self, files, status);
    }
  ctl_session_clear (&self.session);
  return status;
}

const CtlCommand ctl_extract = {
  "extract",
  "FILE|FOLDER…",
  "Write the figures of reports as a table, no library involved",
  "A table has the columns of the observation schema and confidence. Of several reports each one's "
  "rows\n"
  "follow a line “# NAME”; with --output each goes to a file of its own, NAME.tsv or NAME.json.",
  run,
};
