/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes reports: the document, its derivation, the figures with their repeats, and the words to be
 * found by. Rows of a table are appended in the order of its key, so that a batch of reports touches
 * few pages; what is not in that order is a few narrow indexes. Begins and ends no transaction. */

#include "chiso-store-private.h"

typedef enum
{
  DOCUMENT,
  DERIVATION,
  OBSERVATIONS,
  REPEAT,
  LISTED,
  KEYS,
  INDEX,
  N_STATEMENTS,
} Statement;

static const char *const texts[N_STATEMENTS] = {
  [DOCUMENT] = "INSERT INTO documents (sha256, name, title, publisher, url, published, format, "
               "encoding, imported, length, text) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
  [DERIVATION] = "INSERT INTO derivations (document_id, extractor, catalogue, title, published, "
                 "place, boundary, n_observations, publisher) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [OBSERVATIONS] = "INSERT OR FAIL INTO observations (document_id, n, series, " CHISO_FIELDS_WRITE
                   ", evidence_start, evidence_stop, figure_start, figure_stop, sentence_start, "
                   "sentence_stop, confidence, rule) "
                   "SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, "
                   "c17, c18, c19 FROM chiso_rows (?1)",
  [REPEAT] = "INSERT INTO repeats (document_id, n, start, stop) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT DO NOTHING",
  [LISTED] = "INSERT INTO listed (document_id, n, indicator, province, units, said_start, "
             "said_stop) VALUES (?1, ?2, ?3, substr(?4, 1, instr(?4, '/') - 1), ?5, ?6, ?7)",
  [KEYS] = "INSERT INTO search_keys (document_id, words) VALUES (?1, ?2)",
  [INDEX] = "INSERT INTO search (rowid, words) VALUES (?1, ?2)",
};

#define N_OBSERVATION_COLUMNS 19

struct _ChisoWriter
{
  ChisoDb *db;
  GHashTable *series;
  const char *catalogue;
  ChisoStmt *statements[N_STATEMENTS];
  ChisoRows *observations;
  GArray *buffers; /* of ChisoFieldsBuffer, one for each of them */
};

ChisoWriter *
chiso_writer_new (ChisoDb *db, GHashTable *series, const char *catalogue, GError **error)
{
  g_autoptr (ChisoWriter) self = g_new0 (ChisoWriter, 1);

  self->db = db;
  self->series = series;
  self->catalogue = catalogue;
  self->observations = chiso_rows_new (N_OBSERVATION_COLUMNS);
  self->buffers = g_array_new (FALSE, FALSE, sizeof (ChisoFieldsBuffer));
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      self->statements[i] = chiso_db_prepare (db, texts[i], error);
      if (self->statements[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

void
chiso_writer_free (ChisoWriter *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_STATEMENTS; i++)
    chiso_stmt_free (self->statements[i]);
  chiso_rows_free (self->observations);
  g_array_unref (self->buffers);
  g_free (self);
}

gboolean
chiso_writer_insert_document (ChisoWriter *self, ChisoDocument *document, gboolean *already_there,
                              GError **error)
{
  ChisoStmt *stmt = self->statements[DOCUMENT];

  if (!chiso_documents_find (self->db, document->sha256, &document->id, error))
    return FALSE;
  *already_there = document->id != 0;
  if (*already_there)
    return TRUE;

  chiso_stmt_bind_text (stmt, 1, document->sha256);
  chiso_stmt_bind_text (stmt, 2, document->name);
  chiso_stmt_bind_text (stmt, 3, document->title);
  chiso_stmt_bind_text (stmt, 4, document->publisher);
  chiso_stmt_bind_text (stmt, 5, document->url);
  chiso_stmt_bind_text (stmt, 6, document->published);
  chiso_stmt_bind_text (stmt, 7, document->format);
  chiso_stmt_bind_text (stmt, 8, document->encoding);
  chiso_stmt_bind_int (stmt, 9, document->imported);
  chiso_stmt_bind_int (stmt, 10, document->length);
  chiso_stmt_bind_bytes (stmt, 11, document->text, document->length);
  if (!chiso_stmt_run (stmt, error))
    return FALSE;
  document->id = chiso_db_last_id (self->db);

  return TRUE;
}

/* Between two letters of the text, which is valid as a whole. */
static gboolean
is_between_letters (const ChisoDocument *document, guint32 i)
{
  return i == document->length || (i < document->length && (document->text[i] & 0xC0) != 0x80);
}

/* Whether span can be cut out of the text without splitting a letter. */
static gboolean
check_span (const ChisoDocument *document, const ChisoObservation *observation,
            const ChisoSpan *span, GError **error)
{
  if (span->start <= span->end && is_between_letters (document, span->start)
      && is_between_letters (document, span->end))
    return TRUE;

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT,
               "bytes %u to %u of a figure (%s) cannot be cut out of its %" G_GSIZE_FORMAT
               " bytes of text",
               span->start, span->end, observation->indicator, document->length);

  return FALSE;
}

static gboolean
insert_derivation (ChisoWriter *self, const ChisoDocument *document,
                   const ChisoExtraction *extraction, GError **error)
{
  ChisoStmt *stmt = self->statements[DERIVATION];
  ChisoPeriod published = { .start = extraction->published, .end = extraction->published };
  char buffer[CHISO_PERIOD_MAX];

  chiso_stmt_bind_int (stmt, 1, document->id);
  chiso_stmt_bind_int (stmt, 2, CHISO_EXTRACTOR_VERSION);
  chiso_stmt_bind_text (stmt, 3, self->catalogue);
  chiso_stmt_bind_text (stmt, 4, extraction->title);
  chiso_stmt_bind_text (
      stmt, 5, chiso_period_is_set (&published) ? chiso_period_format (&published, buffer) : NULL);
  chiso_stmt_bind_text (stmt, 6, extraction->place);
  chiso_stmt_bind_int (stmt, 7, extraction->boundary);
  chiso_stmt_bind_int (stmt, 8, chiso_observations_asserted (extraction));
  chiso_stmt_bind_text (stmt, 9, extraction->publisher);

  return chiso_stmt_run (stmt, error);
}

static gboolean
insert_words (ChisoWriter *self, const ChisoDocument *document, const char *words, GError **error)
{
  for (Statement i = KEYS; i <= INDEX; i++)
    {
      chiso_stmt_bind_int (self->statements[i], 1, document->id);
      chiso_stmt_bind_text (self->statements[i], 2, words);
      if (!chiso_stmt_run (self->statements[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_repeats (ChisoWriter *self, const ChisoDocument *document,
                const ChisoObservation *observation, guint n, GError **error)
{
  ChisoStmt *stmt = self->statements[REPEAT];

  for (guint i = 0; i < observation->repeats->len; i++)
    {
      const ChisoSpan *span = &g_array_index (observation->repeats, ChisoSpan, i);

      if (!check_span (document, observation, span, error))
        return FALSE;
      chiso_stmt_bind_int (stmt, 1, document->id);
      chiso_stmt_bind_int (stmt, 2, n);
      chiso_stmt_bind_int (stmt, 3, span->start);
      chiso_stmt_bind_int (stmt, 4, span->end);
      if (!chiso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_listed (ChisoWriter *self, const ChisoDocument *document,
               const ChisoObservation *observation, guint n, GError **error)
{
  const ChisoListed *listed = &observation->listed;
  ChisoStmt *stmt = self->statements[LISTED];

  if (!check_span (document, observation, &listed->said, error))
    return FALSE;
  chiso_stmt_bind_int (stmt, 1, document->id);
  chiso_stmt_bind_int (stmt, 2, n);
  chiso_stmt_bind_text (stmt, 3, observation->indicator);
  chiso_stmt_bind_text (stmt, 4, observation->place);
  chiso_stmt_bind_int (stmt, 5, listed->n);
  chiso_stmt_bind_int (stmt, 6, listed->said.start);
  chiso_stmt_bind_int (stmt, 7, listed->said.end);

  return chiso_stmt_run (stmt, error);
}

static gboolean
add_observation (ChisoWriter *self, const ChisoDocument *document,
                 const ChisoObservation *observation, guint n, GError **error)
{
  const ChisoSpan *spans[] = { &observation->evidence, &observation->figure,
                               &observation->sentence };
  ChisoRows *rows = self->observations;
  gint64 series;

  if (!chiso_series_find (self->db, self->series, observation, &series, error))
    return FALSE;
  chiso_rows_add_int (rows, document->id);
  chiso_rows_add_int (rows, n);
  chiso_rows_add_int (rows, series);
  chiso_fields_add (rows, observation, &g_array_index (self->buffers, ChisoFieldsBuffer, n));
  for (guint k = 0; k < G_N_ELEMENTS (spans); k++)
    {
      if (!check_span (document, observation, spans[k], error))
        return FALSE;
      chiso_rows_add_int (rows, spans[k]->start);
      chiso_rows_add_int (rows, spans[k]->end);
    }
  chiso_rows_add_double (rows, observation->confidence);
  chiso_rows_add_text (rows, observation->rule ? observation->rule : "");

  return TRUE;
}

static gboolean
insert_observations (ChisoWriter *self, const ChisoDocument *document, GPtrArray *observations,
                     GError **error)
{
  chiso_rows_clear (self->observations);
  g_array_set_size (self->buffers, observations->len);
  for (guint n = 0; n < observations->len; n++)
    if (!add_observation (self, document, observations->pdata[n], n, error))
      return FALSE;
  if (!chiso_rows_write (self->observations, self->statements[OBSERVATIONS], error))
    return FALSE;
  for (guint n = 0; n < observations->len; n++)
    {
      const ChisoObservation *observation = observations->pdata[n];

      if (observation->repeats != NULL && !insert_repeats (self, document, observation, n, error))
        return FALSE;
      if (observation->listed.beside && !insert_listed (self, document, observation, n, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
chiso_writer_insert_derived (ChisoWriter *self, const ChisoDocument *document,
                             const ChisoExtraction *extraction, const char *words, GError **error)
{
  return insert_derivation (self, document, extraction, error)
         && insert_words (self, document, words, error)
         && insert_observations (self, document, extraction->observations, error);
}
