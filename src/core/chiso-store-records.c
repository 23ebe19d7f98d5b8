/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts and tables ask: records of both kinds, with where each comes from. Reads only. A query's text is put together from constant clauses, one for each
 * condition that is asked, so that the planner sees an index for it; every value is bound. */

#include <string.h>

#include "chiso-schema.h"
#include "chiso-store-private.h"

/* All selections give the same columns. The documents' table is joined by its key and read no
 * further than its title; sentences and repeats follow (chiso-store-evidence.c). */
#define OBSERVATION_COLUMNS(units, start, stop)                                                    \
  "SELECT r.document_id * 16777216 + r.n, r.document_id, s.indicator, s.place, "                   \
  "s.boundary, " CHISO_FIELDS_READ ", coalesce(d.title, v.title, d.name), "                        \
  "coalesce(d.publisher, v.publisher), d.url, "                                                    \
  "coalesce(d.published, v.published), NULL, r.evidence_start, r.evidence_stop, "                  \
  "r.figure_start, r.figure_stop, r.sentence_start, r.sentence_stop, "                             \
  "r.confidence, r.rule, d.length, " units ", " start ", " stop
#define DOCUMENT_TABLES                                                                            \
  "CROSS JOIN documents AS d ON d.id = r.document_id "                                             \
  "CROSS JOIN derivations AS v ON v.document_id = r.document_id"
G_STATIC_ASSERT (1 << CHISO_RECORD_BITS == 16777216);

static const char *const selects[] = {
  [CHISO_SELECT_OBSERVATIONS] = OBSERVATION_COLUMNS (
      "-1", "0",
      "0") " FROM series AS s JOIN observations AS r ON r.series = s.id " DOCUMENT_TABLES,
  [CHISO_SELECT_CURATED] = "SELECT s.id, 0, s.indicator, s.place, s.boundary, " CHISO_FIELDS_READ
                           ", s.title, s.publisher, s.url, s.published, "
                           "s.note, 0, 0, 0, 0, 0, 0, 1.0, 'curated', 0, -1, 0, 0 "
                           "FROM curated AS s",
  [CHISO_SELECT_LISTED] = OBSERVATION_COLUMNS (
      "l.units", "l.said_start", "l.said_stop") " FROM listed AS l "
                                                "CROSS JOIN observations AS r "
                                                "ON r.document_id = l.document_id AND r.n = l.n "
                                                "CROSS JOIN series AS s ON s.id = "
                                                "r.series " DOCUMENT_TABLES,
};

void
chiso_record_free (ChisoRecord *record)
{
  if (record == NULL)
    return;

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

static void
add_clause (ChisoSelection *selection, const char *clause)
{
  g_string_append (selection->sql, selection->n_clauses++ > 0 ? " AND " : " WHERE ");
  g_string_append (selection->sql, clause);
}

static void
add_number (ChisoSelection *selection, const char *clause, double number)
{
  add_clause (selection, clause);
  g_array_append_val (selection->numbers, number);
}

static void
add_texts (ChisoSelection *selection, const char *clause, const char *const *texts)
{
  if (texts == NULL)
    return;

  add_clause (selection, clause);
  g_string_append (selection->sql, " IN (");
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_string_append (selection->sql, i > 0 ? ", ?" : "?");
      g_ptr_array_add (selection->texts, (gpointer) texts[i]);
    }
  g_string_append_c (selection->sql, ')');
}

/* What is asked of places. What is listed lies in the places asked for and is none of them. */
static void
add_places (ChisoSelection *selection, const ChisoQuery *query, ChisoSelectFrom from)
{
  gboolean listed = from == CHISO_SELECT_LISTED;

  /* Texts first, so that the order of binding is the order of the clauses. */
  add_texts (selection, listed ? "l.indicator" : "s.indicator", query->indicators);
  add_texts (selection, listed ? "l.province" : "s.place", query->places);
  if (query->boundary != 0)
    add_number (selection, "s.boundary = ?", query->boundary);
  if (query->provinces_only && !listed)
    add_number (selection, "s.unit = ?", 1);
  /* Written out, so that the index of just these is seen. */
  if (query->no_smaller_units && !listed)
    add_clause (selection, "s.unit < 2");
  if (listed && !query->units_beside_own)
    add_number (selection, CHISO_LISTED_WITHOUT_OWN, CHISO_CONFIDENCE_ASSERTED);
}

ChisoSelection *
chiso_selection_new (const ChisoQuery *query, ChisoSelectFrom from)
{
  ChisoSelection *selection = g_new0 (ChisoSelection, 1);
  gboolean curated = from == CHISO_SELECT_CURATED;
  double confidence = query->min_confidence == 0 ? CHISO_CONFIDENCE_ASSERTED
                                                 : query->min_confidence;

  selection->sql = g_string_new (selects[from]);
  selection->texts = g_ptr_array_new ();
  selection->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  add_places (selection, query, from);
  if (query->first_year != 0)
    add_number (selection, "last_year >= ?", query->first_year);
  if (query->last_year != 0)
    add_number (selection, "last_year <= ?", query->last_year);
  if (curated && query->record_id != 0)
    add_number (selection, "s.id = ?", query->record_id);
  if (!curated && query->record_id != 0)
    {
      add_number (selection, "r.document_id = ?", query->record_id >> CHISO_RECORD_BITS);
      add_number (selection, "r.n = ?", query->record_id & ((1 << CHISO_RECORD_BITS) - 1));
    }
  if (!curated && query->document_id != 0)
    add_number (selection, "r.document_id = ?", query->document_id);
  if (!curated && confidence > 0)
    add_number (selection, "r.confidence >= ?", confidence);

  return selection;
}

void
chiso_selection_free (ChisoSelection *selection)
{
  g_string_free (selection->sql, TRUE);
  g_ptr_array_unref (selection->texts);
  g_array_unref (selection->numbers);
  g_free (selection);
}

static ChisoStmt *
prepare (ChisoDb *db, const ChisoSelection *selection, GError **error)
{
  ChisoStmt *stmt = chiso_db_prepare_once (db, selection->sql->str, error);
  int n = 1;

  if (stmt == NULL)
    return NULL;

  for (guint i = 0; i < selection->texts->len; i++)
    chiso_stmt_bind_text (stmt, n++, g_ptr_array_index (selection->texts, i));
  for (guint i = 0; i < selection->numbers->len; i++)
    chiso_stmt_bind_double (stmt, n++, g_array_index (selection->numbers, double, i));

  return stmt;
}

/* The evidence as bytes of the sentence; where it reaches beyond (a table's heading), as much of it
 * as the sentence has. */
static void
set_mark (ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;
  ChisoSpan sentence = observation->sentence;
  guint32 start = CLAMP (observation->evidence.start, sentence.start, sentence.end);
  guint32 end = CLAMP (observation->evidence.end, start, sentence.end);

  record->mark_start = start - sentence.start;
  record->mark_end = end - sentence.start;
}

static gboolean
read_span (ChisoStmt *stmt, int column, gint64 length, ChisoSpan *span)
{
  gint64 start = chiso_stmt_int (stmt, column);
  gint64 end = chiso_stmt_int (stmt, column + 1);

  *span = (ChisoSpan){ start, end };

  return 0 <= start && start <= end && end <= length;
}

/* Whoever shows a record cuts its spans out of text: they must be inside. */
static gboolean
read_evidence (ChisoDb *db, ChisoStmt *stmt, int column, ChisoRecord *record, GError **error)
{
  ChisoObservation *observation = record->observation;
  gint64 document_length = chiso_stmt_int (stmt, column + 13);

  if (!read_span (stmt, column + 5, document_length, &observation->evidence)
      || !read_span (stmt, column + 7, document_length, &observation->figure)
      || !read_span (stmt, column + 9, document_length, &observation->sentence))
    return chiso_store_fail_row (db, "evidence", record->id, error);
  set_mark (record);

  return TRUE;
}

/* The document's length and what it says of its list. */
static gboolean
read_listed (ChisoDb *db, ChisoStmt *stmt, int column, ChisoRecord *record, GError **error)
{
  ChisoListed *listed = &record->observation->listed;
  gint64 units = chiso_stmt_int (stmt, column + 1);

  if (units < 0)
    return TRUE;
  listed->beside = TRUE;
  listed->n = (guint) units;

  return read_span (stmt, column + 2, chiso_stmt_int (stmt, column), &listed->said)
         || chiso_store_fail_row (db, "listed", record->id, error);
}

static ChisoRecord *
read_record (ChisoDb *db, ChisoStmt *stmt, GError **error)
{
  g_autoptr (ChisoRecord) record = g_new0 (ChisoRecord, 1);
  int column = 2 + CHISO_N_FIELDS_READ;

  record->id = chiso_stmt_int (stmt, 0);
  record->document_id = chiso_stmt_int (stmt, 1);
  record->observation = chiso_fields_read (db, stmt, 2, record->id, error);
  if (record->observation == NULL || !read_evidence (db, stmt, column, record, error))
    return NULL;

  record->source_title = g_strdup (chiso_stmt_text (stmt, column));
  record->publisher = g_strdup (chiso_stmt_text (stmt, column + 1));
  record->url = g_strdup (chiso_stmt_text (stmt, column + 2));
  record->published = g_strdup (chiso_stmt_text (stmt, column + 3));
  record->note = g_strdup (chiso_stmt_text (stmt, column + 4));
  record->observation->confidence = chiso_stmt_double (stmt, column + 11);
  record->observation->rule = g_intern_string (chiso_stmt_text (stmt, column + 12));
  if (!read_listed (db, stmt, column + 13, record, error))
    return NULL;

  return g_steal_pointer (&record);
}

static gboolean
append_records (ChisoDb *db, const ChisoQuery *query, ChisoSelectFrom from, GPtrArray *records,
                GError **error)
{
  g_autoptr (ChisoSelection) selection = chiso_selection_new (query, from);
  g_autoptr (ChisoStmt) stmt = prepare (db, selection, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;

  while (TRUE)
    {
      ChisoRecord *record;

      if (!chiso_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      record = read_record (db, stmt, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
}

static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  const ChisoRecord *x = *(const ChisoRecord *const *) a;
  const ChisoRecord *y = *(const ChisoRecord *const *) b;

  return (x->id > y->id) - (x->id < y->id);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const ChisoRecord *x = *(const ChisoRecord *const *) a;
  const ChisoRecord *y = *(const ChisoRecord *const *) b;
  int order = strcmp (x->observation->indicator, y->observation->indicator);

  if (order == 0)
    order = strcmp (x->observation->place, y->observation->place);
  if (order == 0)
    order = chiso_period_compare (&x->observation->period, &y->observation->period);

  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

/* A unit that was asked for by name comes twice; the one that is listed stays. Sorted by id. */
static void
drop_second (GPtrArray *records)
{
  for (guint i = records->len; i > 1; i--)
    {
      const ChisoRecord *one = records->pdata[i - 2], *next = records->pdata[i - 1];

      if (one->id == next->id)
        g_ptr_array_remove_index (records, next->observation->listed.beside ? i - 2 : i - 1);
    }
}

GPtrArray *
chiso_records_query (ChisoDb *db, const ChisoQuery *query, GError **error)
{
  g_autoptr (GPtrArray)
      records = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_record_free);

  if (!append_records (db, query, CHISO_SELECT_OBSERVATIONS, records, error)
      || (query->with_units && !append_records (db, query, CHISO_SELECT_LISTED, records, error)))
    return NULL;
  g_ptr_array_sort (records, compare_ids_cb);
  drop_second (records);
  if (!chiso_records_add_evidence (db, records, error))
    return NULL;
  /* No curated record has a document. */
  if (query->document_id == 0 && !append_records (db, query, CHISO_SELECT_CURATED, records, error))
    return NULL;

  g_ptr_array_sort (records, compare_cb);
  if (!chiso_decisions_apply (db, records, error))
    return NULL;

  return g_steal_pointer (&records);
}
