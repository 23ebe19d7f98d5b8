/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people decided about figures: appending, undoing, and giving each record the decision that
 * stands about its fact. Must not change a row of decisions, nor let a decision change a figure. The
 * functions that end in _work run on the worker's thread. */

#include "chiso-store-decisions.h"

#include <string.h>

#include "chiso-store-request.h"

/* Those that stand: no undo, and not undone. */
static const char select_standing[] =
    "SELECT a.id, a.kind, a.reason, a.decided, d.id, a.source, a.indicator, a.place, a.boundary, "
    "a.period, a.measure, a.value, a.evidence_start, a.evidence_end, a.note "
    "FROM decisions AS a LEFT JOIN documents AS d ON d.sha256 = a.sha256 "
    "WHERE a.indicator = ?1 AND a.place = ?2 AND a.undoes IS NULL "
    "AND (a.sha256 IS NULL OR d.id IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.undoes = a.id) ORDER BY a.id";

static const char insert_decision[] =
    "INSERT INTO decisions (decided, kind, reason, sha256, source, indicator, place, boundary, "
    "period, measure, value, evidence_start, evidence_end, note) "
    "VALUES (?1, ?2, ?3, (SELECT sha256 FROM documents WHERE id = ?4), ?5, ?6, ?7, ?8, ?9, ?10, "
    "?11, ?12, ?13, ?14)";

static const char insert_undo[] =
    "INSERT INTO decisions (decided, kind, undoes, sha256, source, indicator, place, boundary, "
    "period, measure, value, evidence_start, evidence_end) "
    "SELECT ?2, 'undo', id, sha256, source, indicator, place, boundary, period, measure, value, "
    "evidence_start, evidence_end FROM decisions AS a WHERE id = ?1 AND undoes IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM decisions AS u WHERE u.undoes = a.id)";

void
chiso_decided_free (ChisoDecided *decided)
{
  if (decided == NULL)
    return;

  g_free (decided->source);
  chiso_observation_free (decided->observation);
  g_free (decided->note);
  g_free (decided);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoDecided, chiso_decided_free)

/* What tells curated sources apart, as statistics do: the address, else the title. */
static const char *
source_of (const ChisoRecord *record)
{
  if (record->document_id != 0)
    return NULL;

  return record->url != NULL && *record->url != '\0' ? record->url : record->source_title;
}

/* Reading. */

/* NULL without an error: a kind that says nothing of which figure to take. */
static ChisoDecided *
read_decided (ChisoDb *db, ChisoStmt *stmt, GError **error)
{
  g_autoptr (ChisoDecided) decided = g_new0 (ChisoDecided, 1);
  ChisoObservation *observation = chiso_observation_new (chiso_stmt_text (stmt, 6),
                                                         chiso_stmt_text (stmt, 7));
  const char *reason = chiso_stmt_text (stmt, 2);
  const char *measure = chiso_stmt_text (stmt, 10);

  decided->observation = observation;
  decided->decision.id = chiso_stmt_int (stmt, 0);
  if (!chiso_decision_kind_from_string (chiso_stmt_text (stmt, 1), &decided->decision.kind))
    return NULL;
  if (!chiso_reason_from_string (reason != NULL ? reason : "", &decided->decision.reason)
      || !chiso_period_parse (chiso_stmt_text (stmt, 9), &observation->period) || measure == NULL
      || !chiso_measure_from_string (measure, &observation->measure))
    {
      chiso_store_fail_row (db, "decision", decided->decision.id, error);
      return NULL;
    }
  decided->decided = chiso_stmt_int (stmt, 3);
  decided->document_id = chiso_stmt_int (stmt, 4);
  decided->source = g_strdup (chiso_stmt_text (stmt, 5));
  observation->boundary = chiso_stmt_int (stmt, 8);
  observation->value = chiso_stmt_double (stmt, 11);
  observation->evidence = (ChisoSpan){ chiso_stmt_int (stmt, 12), chiso_stmt_int (stmt, 13) };
  decided->note = g_strdup (chiso_stmt_text (stmt, 14));

  return g_steal_pointer (&decided);
}

static GPtrArray *
list (ChisoDb *db, const char *indicator, const char *place, GError **error)
{
  g_autoptr (GPtrArray)
      found = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_decided_free);
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, select_standing, error);
  gboolean row;

  if (stmt == NULL)
    return NULL;
  chiso_stmt_bind_text (stmt, 1, indicator);
  chiso_stmt_bind_text (stmt, 2, place);

  while (TRUE)
    {
      g_autoptr (GError) problem = NULL;
      ChisoDecided *decided;

      if (!chiso_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&found);
      decided = read_decided (db, stmt, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (decided != NULL)
        g_ptr_array_add (found, decided);
    }
}

/* Another extractor may take a word more or less for evidence, or another of several sentences that
 * say the same. */
static gboolean
meet (ChisoSpan a, ChisoSpan b)
{
  return a.start <= b.end && b.start <= a.end;
}

static gboolean
same_evidence (const ChisoObservation *decided, const ChisoObservation *observation)
{
  if (meet (decided->evidence, observation->evidence))
    return TRUE;
  for (guint i = 0; observation->repeats != NULL && i < observation->repeats->len; i++)
    if (meet (decided->evidence, g_array_index (observation->repeats, ChisoSpan, i)))
      return TRUE;

  return FALSE;
}

/* Indicator and place were asked for. */
static gboolean
is_about (const ChisoDecided *decided, const ChisoRecord *record)
{
  const ChisoObservation *a = decided->observation;
  const ChisoObservation *b = record->observation;

  return decided->document_id == record->document_id
         && g_strcmp0 (decided->source, source_of (record)) == 0 && a->boundary == b->boundary
         && a->measure == b->measure && a->value == b->value
         && chiso_period_equal (&a->period, &b->period) && same_evidence (a, b);
}

/* Gives the records [from, to), which are of one indicator and place, their decisions: of several
 * about one fact the last. */
static gboolean
apply_to_run (ChisoDb *db, GPtrArray *records, guint from, guint to, GError **error)
{
  const ChisoObservation *first = ((ChisoRecord *) records->pdata[from])->observation;
  g_autoptr (GPtrArray) found = list (db, first->indicator, first->place, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    for (guint j = from; j < to; j++)
      {
        const ChisoDecided *decided = found->pdata[i];
        ChisoRecord *record = records->pdata[j];

        if (is_about (decided, record))
          record->decision = decided->decision;
      }

  return TRUE;
}

gboolean
chiso_decisions_apply (ChisoDb *db, GPtrArray *records, GError **error)
{
  gint64 last = 0;
  guint to;

  /* Most libraries have none. */
  if (!chiso_db_number (db, "SELECT max(id) FROM decisions", &last, error))
    return FALSE;
  for (guint from = 0; last != 0 && from < records->len; from = to)
    {
      const ChisoObservation *first = ((ChisoRecord *) records->pdata[from])->observation;

      for (to = from + 1; to < records->len; to++)
        {
          const ChisoObservation *next = ((ChisoRecord *) records->pdata[to])->observation;

          if (strcmp (next->indicator, first->indicator) != 0
              || strcmp (next->place, first->place) != 0)
            break;
        }
      if (!apply_to_run (db, records, from, to, error))
        return FALSE;
    }

  return TRUE;
}

/* Deciding. */

static gboolean
insert (ChisoDb *db, const ChisoRequest *request, const ChisoRecord *record, GError **error)
{
  const ChisoObservation *observation = record->observation;
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, insert_decision, error);
  char period[CHISO_PERIOD_MAX];

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_int (stmt, 1, request->decided);
  chiso_stmt_bind_text (stmt, 2, chiso_decision_kind_to_string (request->decision.kind));
  if (request->decision.reason != CHISO_REASON_NONE)
    chiso_stmt_bind_text (stmt, 3, chiso_reason_to_string (request->decision.reason));
  chiso_stmt_bind_int (stmt, 4, record->document_id);
  chiso_stmt_bind_text (stmt, 5, source_of (record));
  chiso_stmt_bind_text (stmt, 6, observation->indicator);
  chiso_stmt_bind_text (stmt, 7, observation->place);
  chiso_stmt_bind_int (stmt, 8, observation->boundary);
  chiso_stmt_bind_text (stmt, 9, chiso_period_format (&observation->period, period));
  chiso_stmt_bind_text (stmt, 10, chiso_measure_to_string (observation->measure));
  chiso_stmt_bind_double (stmt, 11, observation->value);
  chiso_stmt_bind_int (stmt, 12, observation->evidence.start);
  chiso_stmt_bind_int (stmt, 13, observation->evidence.end);
  chiso_stmt_bind_text (stmt, 14, request->text);

  return chiso_stmt_run (stmt, error);
}

static gpointer
decide_work (ChisoDb *db, gpointer data, GError **error)
{
  const ChisoRequest *request = data;
  ChisoQuery query = { .record_id = request->id, .min_confidence = -1 };
  g_autoptr (GPtrArray) records = chiso_records_query (db, &query, error);
  gint64 id;

  if (records == NULL)
    return NULL;
  if (records->len == 0)
    {
      g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND,
                   "There is no figure %" G_GINT64_FORMAT " in the library to decide about",
                   request->id);
      return NULL;
    }
  if (!insert (db, request, records->pdata[0], error))
    return NULL;
  id = chiso_db_last_id (db);

  return g_memdup2 (&id, sizeof id);
}

static const ChisoWork decision = {
  .kind = CHISO_WORK_WRITE,
  .run = decide_work,
  .free_result = g_free,
  .free_data = chiso_request_free,
};

static ChisoRequest *
decide_request (ChisoStore *self, gint64 record_id, ChisoDecisionKind kind, ChisoReason reason,
                const char *note, gint64 decided)
{
  ChisoRequest *request = chiso_request_new (self);

  request->id = record_id;
  request->decision = (ChisoDecision){ .kind = kind, .reason = reason };
  request->text = g_strdup (note);
  request->decided = decided;

  return request;
}

/* Takes id; 0 for none. */
static gint64
take_id (gint64 *id)
{
  gint64 number = id != NULL ? *id : 0;

  g_free (id);

  return number;
}

void
chiso_store_decide_async (ChisoStore *self, gint64 record_id, ChisoDecisionKind kind,
                          ChisoReason reason, const char *note, gint64 decided,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (record_id != 0 && kind != CHISO_DECISION_NONE);

  chiso_request_push (decide_request (self, record_id, kind, reason, note, decided), self,
                      &decision, cancellable, callback, data);
}

gint64
chiso_store_decide_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return take_id (chiso_request_finish (self, &decision, result, error));
}

gint64
chiso_store_decide_sync (ChisoStore *self, gint64 record_id, ChisoDecisionKind kind,
                         ChisoReason reason, const char *note, gint64 decided, GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), 0);
  g_return_val_if_fail (record_id != 0 && kind != CHISO_DECISION_NONE, 0);

  return take_id (chiso_request_run (decide_request (self, record_id, kind, reason, note, decided),
                                     self, &decision, error));
}

/* Undoing. */

static gpointer
undo_work (ChisoDb *db, gpointer data, GError **error)
{
  const ChisoRequest *request = data;
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, insert_undo, error);
  gint64 before = chiso_db_total_changes (db);

  if (stmt == NULL)
    return NULL;
  chiso_stmt_bind_int (stmt, 1, request->id);
  chiso_stmt_bind_int (stmt, 2, request->decided);
  if (!chiso_stmt_run (stmt, error))
    return NULL;
  if (chiso_db_total_changes (db) == before)
    {
      g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND,
                   "No decision %" G_GINT64_FORMAT " stands in the library that could be undone",
                   request->id);
      return NULL;
    }

  return GINT_TO_POINTER (TRUE);
}

static const ChisoWork undo = {
  .kind = CHISO_WORK_WRITE,
  .run = undo_work,
  .free_data = chiso_request_free,
};

static ChisoRequest *
undo_request (ChisoStore *self, gint64 decision_id, gint64 decided)
{
  ChisoRequest *request = chiso_request_new (self);

  request->id = decision_id;
  request->decided = decided;

  return request;
}

void
chiso_store_undo_decision_async (ChisoStore *self, gint64 decision_id, gint64 decided,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_return_if_fail (CHISO_IS_STORE (self));

  chiso_request_push (undo_request (self, decision_id, decided), self, &undo, cancellable, callback,
                      data);
}

gboolean
chiso_store_undo_decision_finish (ChisoStore *self, GAsyncResult *result, GError **error)
{
  return chiso_request_finish (self, &undo, result, error) != NULL;
}

gboolean
chiso_store_undo_decision_sync (ChisoStore *self, gint64 decision_id, gint64 decided,
                                GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), FALSE);

  return chiso_request_run (undo_request (self, decision_id, decided), self, &undo, error) != NULL;
}

/* Listing. */

static gpointer
list_work (ChisoDb *db, gpointer data, GError **error)
{
  const ChisoRequest *request = data;

  return list (db, request->query.indicators[0], request->query.places[0], error);
}

static const ChisoWork standing = {
  .kind = CHISO_WORK_READ,
  .run = list_work,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .free_data = chiso_request_free,
};

static ChisoRequest *
list_request (ChisoStore *self, const char *indicator, const char *place)
{
  const char *indicators[] = { indicator, NULL };
  const char *places[] = { place, NULL };
  ChisoRequest *request = chiso_request_new (self);

  chiso_request_set_query (request, &(ChisoQuery){ .indicators = indicators, .places = places });

  return request;
}

GPtrArray *
chiso_store_decisions_sync (ChisoStore *self, const char *indicator, const char *place,
                            GError **error)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);
  g_return_val_if_fail (indicator != NULL && place != NULL, NULL);

  return chiso_request_run (list_request (self, indicator, place), self, &standing, error);
}
