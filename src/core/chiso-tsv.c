/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of observations. Chooses nothing: which observations are written is the caller's. */

#include "chiso-tsv.h"

#include <string.h>

const char *const chiso_tsv_columns[] = {
  "indicator",   "place",     "period", "measure",  "value",      "numerator",
  "denominator", "qualifier", "base",   "evidence", "confidence", NULL,
};

void
chiso_tsv_append_header (GString *out)
{
  for (guint i = 0; chiso_tsv_columns[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\t');
      g_string_append (out, chiso_tsv_columns[i]);
    }
  g_string_append_c (out, '\n');
}

void
chiso_tsv_append_cell (GString *out, const char *text)
{
  while (text != NULL && *text != '\0')
    {
      gsize run = strcspn (text, "\t\r\n");

      g_string_append_len (out, text, run);
      text += run;
      run = strspn (text, "\t\r\n");
      if (run > 0)
        g_string_append_c (out, ' ');
      text += run;
    }
}

char *
chiso_span_text (const ChisoSpan *span, const char *text)
{
  if (text == NULL || span->end <= span->start)
    return NULL;
  return g_strndup (text + span->start, span->end - span->start);
}

static void
append_number (GString *out, double value)
{
  g_autofree char *digits = chiso_value_format (value);

  g_string_append_c (out, '\t');
  g_string_append (out, digits);
}

static void
append_text (GString *out, const char *text)
{
  g_string_append_c (out, '\t');
  chiso_tsv_append_cell (out, text);
}

void
chiso_tsv_append_observation (GString *out, const ChisoObservation *observation, const char *text)
{
  g_autofree char *evidence = chiso_span_text (&observation->evidence, text);
  char period[CHISO_PERIOD_MAX], base[CHISO_PERIOD_MAX], confidence[G_ASCII_DTOSTR_BUF_SIZE];

  chiso_tsv_append_cell (out, observation->indicator);
  append_text (out, observation->place);
  append_text (out, chiso_period_format (&observation->period, period));
  append_text (out, chiso_measure_to_string (observation->measure));
  append_number (out, observation->value);
  append_number (out, observation->numerator);
  append_number (out, observation->denominator);
  append_text (out, chiso_qualifier_to_string (observation->qualifier));
  append_text (out, chiso_period_format (&observation->base, base));
  append_text (out, evidence);
  append_text (out,
               g_ascii_formatd (confidence, sizeof confidence, "%.2f", observation->confidence));
  g_string_append_c (out, '\n');
}
