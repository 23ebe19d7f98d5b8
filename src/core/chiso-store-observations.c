/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is derived from a document: its derivation, sentences, observations and their repeats,
 * always swapped as a whole. Decisions are about facts and are never touched here. */

#include "chiso-store-private.h"

/* Whether span can be cut out of the text without splitting a letter. */
static gboolean
check_span (const ChisoDocument *document, const ChisoObservation *observation,
            const ChisoSpan *span, GError **error)
{
  if (span->start <= span->end && span->end <= document->length
      && g_utf8_validate_len (document->text + span->start, span->end - span->start, NULL))
    return TRUE;

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT,
               "bytes %u to %u of a figure (%s) cannot be cut out of its %" G_GSIZE_FORMAT
               " bytes of text",
               span->start, span->end, observation->indicator, document->length);

  return FALSE;
}

static gboolean
check_spans (const ChisoDocument *document, const ChisoObservation *observation, GError **error)
{
  const ChisoSpan *spans[] = { &observation->evidence, &observation->figure,
                               &observation->sentence };

  guint n_repeats = observation->repeats ? observation->repeats->len : 0;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (!check_span (document, observation, spans[i], error))
      return FALSE;
  for (guint i = 0; i < n_repeats; i++)
    if (!check_span (document, observation, &g_array_index (observation->repeats, ChisoSpan, i),
                     error))
      return FALSE;

  return TRUE;
}

static gboolean
insert_derivation (ChisoDb *db, const ChisoDocument *document, const ChisoExtraction *extraction,
                   const char *catalogue, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db,
      "INSERT INTO derivations (document_id, extractor, catalogue, title, published, place, "
      "boundary, n_observations) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  ChisoPeriod published = { .start = extraction->published, .end = extraction->published };
  char buffer[CHISO_PERIOD_MAX];
  guint asserted = 0;

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *observation = g_ptr_array_index (extraction->observations, i);

      asserted += observation->confidence >= CHISO_CONFIDENCE_ASSERTED;
    }

  chiso_stmt_bind_int (stmt, 1, document->id);
  chiso_stmt_bind_int (stmt, 2, CHISO_EXTRACTOR_VERSION);
  chiso_stmt_bind_text (stmt, 3, catalogue);
  chiso_stmt_bind_text (stmt, 4, extraction->title);
  chiso_stmt_bind_text (
      stmt, 5, chiso_period_is_set (&published) ? chiso_period_format (&published, buffer) : NULL);
  chiso_stmt_bind_text (stmt, 6, extraction->place);
  chiso_stmt_bind_int (stmt, 7, extraction->boundary);
  chiso_stmt_bind_int (stmt, 8, asserted);

  return chiso_stmt_run (stmt, error);
}

static gboolean
insert_sentence (ChisoDb *db, const ChisoDocument *document, const ChisoSpan *span, GError **error)
{
  g_autoptr (ChisoStmt)
      stmt = chiso_db_prepare (db,
                               "INSERT INTO sentences (document_id, start, stop, text) "
                               "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
                               error);

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_int (stmt, 1, document->id);
  chiso_stmt_bind_int (stmt, 2, span->start);
  chiso_stmt_bind_int (stmt, 3, span->end);
  chiso_stmt_bind_bytes (stmt, 4, document->text + span->start, span->end - span->start);

  return chiso_stmt_run (stmt, error);
}

static gboolean
insert_repeats (ChisoDb *db, const ChisoObservation *observation, gint64 id, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db,
      "INSERT INTO repeats (observation_id, start, stop) VALUES (?1, ?2, ?3) "
      "ON CONFLICT DO NOTHING",
      error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < observation->repeats->len; i++)
    {
      const ChisoSpan *span = &g_array_index (observation->repeats, ChisoSpan, i);

      chiso_stmt_bind_int (stmt, 1, id);
      chiso_stmt_bind_int (stmt, 2, span->start);
      chiso_stmt_bind_int (stmt, 3, span->end);
      if (!chiso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_observation (ChisoDb *db, const ChisoDocument *document, const ChisoObservation *observation,
                    GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db,
      "INSERT INTO observations (" CHISO_FIELDS_WRITE ", document_id, evidence_start, "
      "evidence_stop, figure_start, figure_stop, sentence_start, sentence_stop, n_repeats, "
      "confidence, rule) VALUES (" CHISO_FIELDS_PARAMETERS
      ", ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
      error);
  guint n_repeats = observation->repeats ? observation->repeats->len : 0;
  ChisoFieldsBuffer buffer;
  int i = CHISO_N_FIELDS_WRITE + 1;

  if (stmt == NULL)
    return FALSE;
  chiso_fields_bind (stmt, observation, &buffer);
  chiso_stmt_bind_int (stmt, i++, document->id);
  chiso_stmt_bind_int (stmt, i++, observation->evidence.start);
  chiso_stmt_bind_int (stmt, i++, observation->evidence.end);
  chiso_stmt_bind_int (stmt, i++, observation->figure.start);
  chiso_stmt_bind_int (stmt, i++, observation->figure.end);
  chiso_stmt_bind_int (stmt, i++, observation->sentence.start);
  chiso_stmt_bind_int (stmt, i++, observation->sentence.end);
  chiso_stmt_bind_int (stmt, i++, n_repeats);
  chiso_stmt_bind_double (stmt, i++, observation->confidence);
  chiso_stmt_bind_text (stmt, i++, observation->rule ? observation->rule : "");

  return chiso_stmt_run (stmt, error)
         && (n_repeats == 0 || insert_repeats (db, observation, chiso_db_last_id (db), error));
}

/* Observations and repeats go with their sentences. */
gboolean
chiso_observations_clear (ChisoDb *db, gint64 document_id, GError **error)
{
  static const char *const removals[] = {
    "DELETE FROM sentences WHERE document_id = ?1",
    "DELETE FROM derivations WHERE document_id = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, removals[i], error);

      if (stmt == NULL)
        return FALSE;
      chiso_stmt_bind_int (stmt, 1, document_id);
      if (!chiso_stmt_run (stmt, error))
        return FALSE;
    }

  return chiso_search_remove (db, document_id, error);
}

static gboolean
insert_search (ChisoDb *db, const ChisoDocument *document, const ChisoExtraction *extraction,
               GError **error)
{
  const char *title = document->title ? document->title : extraction->title;
  g_autofree char *head = g_strjoin (" ", title ? title : "", document->name,
                                     document->publisher ? document->publisher : "", NULL);

  return chiso_search_insert (db, document->id, head, document->text, error);
}

gboolean
chiso_observations_insert (ChisoDb *db, const ChisoDocument *document,
                           const ChisoExtraction *extraction, const char *catalogue, GError **error)
{
  if (!insert_derivation (db, document, extraction, catalogue, error)
      || !insert_search (db, document, extraction, error))
    return FALSE;

  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *observation = g_ptr_array_index (extraction->observations, i);

      if (!check_spans (document, observation, error)
          || !insert_sentence (db, document, &observation->sentence, error)
          || !insert_observation (db, document, observation, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
chiso_observations_count (ChisoDb *db, gint64 document_id, guint *n, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db, "SELECT n_observations FROM derivations WHERE document_id = ?1", error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_int (stmt, 1, document_id);
  if (!chiso_stmt_step (stmt, &row, error))
    return FALSE;
  *n = row ? chiso_stmt_int (stmt, 0) : 0;

  return TRUE;
}

GArray *
chiso_observations_stale (ChisoDb *db, const char *catalogue, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db,
      "SELECT d.id FROM documents AS d LEFT JOIN derivations AS v ON v.document_id = d.id "
      "WHERE v.extractor IS NOT ?1 OR v.catalogue IS NOT ?2 ORDER BY d.id",
      error);
  gboolean row;

  if (stmt == NULL)
    return NULL;
  chiso_stmt_bind_int (stmt, 1, CHISO_EXTRACTOR_VERSION);
  chiso_stmt_bind_text (stmt, 2, catalogue);

  while (TRUE)
    {
      gint64 id;

      if (!chiso_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        break;
      id = chiso_stmt_int (stmt, 0);
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}
