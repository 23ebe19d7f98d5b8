/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records that a library would give of a document, for auditing without one. */

#include "chiso-audit.h"

static ChisoRecord *
record_new (const ChisoDocument *document, const ChisoExtraction *extraction,
            const ChisoObservation *observation)
{
  ChisoRecord *record = g_new0 (ChisoRecord, 1);
  ChisoPeriod published = { .start = extraction->published, .end = extraction->published };
  const ChisoSpan *sentence = &observation->sentence;
  guint32 start = CLAMP (observation->evidence.start, sentence->start, sentence->end);
  char date[CHISO_PERIOD_MAX];

  record->observation = chiso_observation_copy (observation);
  record->sentence = g_strndup (document->text + sentence->start, sentence->end - sentence->start);
  record->mark_start = start - sentence->start;
  record->mark_end = CLAMP (observation->evidence.end, start, sentence->end) - sentence->start;
  record->source_title = g_strdup (document->title != NULL     ? document->title
                                   : extraction->title != NULL ? extraction->title
                                                               : document->name);
  record->publisher = g_strdup (document->publisher != NULL ? document->publisher
                                                            : extraction->publisher);
  record->url = g_strdup (document->url);
  record->published = document->published != NULL ? g_strdup (document->published)
                      : chiso_period_is_set (&published)
                          ? g_strdup (chiso_period_format (&published, date))
                          : NULL;
  return record;
}

void
chiso_audit_add_document (GPtrArray *records, gint64 document_id, const ChisoDocument *document,
                          const ChisoExtraction *extraction)
{
  g_return_if_fail (records != NULL);
  g_return_if_fail (document != NULL && document->text != NULL);
  g_return_if_fail (extraction != NULL);

  for (guint i = 0; i < extraction->observations->len; i++)
    {
      ChisoRecord *record = record_new (document, extraction,
                                        g_ptr_array_index (extraction->observations, i));

      g_ptr_array_add (records, record);
      record->id = records->len;
      record->document_id = document_id;
    }
}
