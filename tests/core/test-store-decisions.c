/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People's decisions about figures: they come with the records, are undone exactly, and outlive all
 * that is derived. */

#include "core/chiso-store-decisions.h"
#include "store-support.h"

#include <string.h>

/* Words of kind, reason and value of all records of Nghệ An, for comparing states. */
static char *
describe (ChisoStore *store)
{
  const char *places[] = { "40", NULL };
  const char *indicators[] = { "dialogue_sessions", NULL };
  g_autoptr (GPtrArray)
      records = store_ask (store, (ChisoQuery){ .places = places, .indicators = indicators });
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];

      g_string_append_printf (text, "%s%.0f", i > 0 ? ", " : "", record->observation->value);
      if (record->decision.id != 0)
        g_string_append_printf (text, " %" G_GINT64_FORMAT " %s %s", record->decision.id,
                                chiso_decision_kind_to_string (record->decision.kind),
                                chiso_reason_to_string (record->decision.reason));
    }

  return g_string_free (text, FALSE);
}

static void
assert_state (ChisoStore *store, const char *expected)
{
  g_autofree char *state = describe (store);

  g_assert_cmpstr (state, ==, expected);
}

/* The record of that value, which there must be. */
static gint64
find (ChisoStore *store, double value)
{
  g_autoptr (GPtrArray) records = store_ask (store, (ChisoQuery){ .min_confidence = -1 });

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];

      if (record->observation->value == value)
        return record->id;
    }
  g_assert_not_reached ();
}

static gint64
decide (ChisoStore *store, double value, ChisoDecisionKind kind, ChisoReason reason)
{
  g_autoptr (GError) error = NULL;
  gint64 id = chiso_store_decide_sync (store, find (store, value), kind, reason, "vì sao",
                                       1700000000, &error);

  g_assert_no_error (error);
  return id;
}

static void
undo (ChisoStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (chiso_store_undo_decision_sync (store, id, 1700000001, &error));
  g_assert_no_error (error);
}

static void
test_records (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);

  store_add_report (store, "a", 2020, 7);
  store_add_report (store, "b", 2020, 8);
  store_add_report (store, "c", 2021, 7);
  assert_state (store, "7, 8, 7");
  g_assert_cmpint (decide (store, 8, CHISO_DECISION_CHOOSE, CHISO_REASON_LATER_CORRECTION), ==, 1);
  assert_state (store, "7, 8 1 choose later_correction, 7");
  /* Of two decisions about one fact the later stands. */
  decide (store, 8, CHISO_DECISION_ACCEPT, CHISO_REASON_NONE);
  assert_state (store, "7, 8 2 accept , 7");
}

static void
test_undo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GError) error = NULL;

  store_add_report (store, "a", 2020, 7);
  store_add_report (store, "b", 2020, 8);
  decide (store, 7, CHISO_DECISION_CHOOSE, CHISO_REASON_OTHER_PERIOD);
  decide (store, 8, CHISO_DECISION_CHOOSE, CHISO_REASON_OTHER_DEFINITION);
  decide (store, 7, CHISO_DECISION_REJECT, CHISO_REASON_TYPING_ERROR);
  assert_state (store, "7 3 reject typing_error, 8 2 choose other_definition");
  undo (store, 3);
  assert_state (store, "7 1 choose other_period, 8 2 choose other_definition");
  undo (store, 2);
  assert_state (store, "7 1 choose other_period, 8");
  undo (store, 1);
  assert_state (store, "7, 8");
  /* Nothing is left to undo; an undo is nothing to undo; and nothing was taken away. */
  g_assert_false (chiso_store_undo_decision_sync (store, 1, 2, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (chiso_store_undo_decision_sync (store, 4, 2, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (chiso_store_undo_decision_sync (store, 99, 2, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM decisions"), ==, 6);
}

static void
test_no_record (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (chiso_store_decide_sync (store, 77, CHISO_DECISION_REJECT, CHISO_REASON_NONE,
                                            NULL, 1, &error),
                   ==, 0);
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM decisions"), ==, 0);
}

#define TEXT "Năm 2020, tỉnh có 7 cuộc đối thoại. Cả năm là 7 cuộc đối thoại. Có 9 lần gặp."

/* What another extractor makes of TEXT: evidence of another length, or the later sentence; the other
 * figures before it, so that the record has another number. */
static void
replace (ChisoStore *store, gint64 id, const char *evidence, gboolean repeated)
{
  ChisoExtraction *extraction = store_extraction ();
  g_autoptr (GError) error = NULL;
  ChisoObservation *observation;

  store_observe (extraction, TEXT, "9 lần gặp", "9", 2020, 9);
  observation = store_observe (extraction, TEXT, evidence, "7", 2020, 7);
  if (repeated)
    {
      const char *first = strstr (TEXT, "7 cuộc đối thoại");
      ChisoSpan span = { first - TEXT, first - TEXT + strlen ("7 cuộc") };

      observation->repeats = g_array_new (FALSE, FALSE, sizeof (ChisoSpan));
      g_array_append_val (observation->repeats, span);
    }
  g_assert_true (chiso_store_replace_sync (store, id, extraction, &error));
  g_assert_no_error (error);
  store_extraction_free (extraction);
}

static void
test_rederived (StoreFixture *fixture, gconstpointer data)
{
  ChisoStore *store = store_open_empty (fixture);
  g_autoptr (ChisoDocument) document = store_document ("a", TEXT, 1);
  ChisoExtraction *extraction = store_extraction ();
  ChisoAdded added;

  store_observe (extraction, TEXT, "7 cuộc đối thoại", "7", 2020, 7);
  g_assert_true (chiso_store_add_sync (store, document, extraction, &added, NULL));
  decide (store, 7, CHISO_DECISION_REJECT, CHISO_REASON_OTHER_DENOMINATOR);
  assert_state (store, "7 1 reject other_denominator");

  replace (store, added.document_id, "có 7 cuộc", FALSE);
  assert_state (store, "9, 7 1 reject other_denominator");
  replace (store, added.document_id, "là 7 cuộc đối thoại", TRUE);
  assert_state (store, "9, 7 1 reject other_denominator");
  /* The same figure of a sentence that nobody decided about is another fact. */
  replace (store, added.document_id, "là 7 cuộc đối thoại", FALSE);
  assert_state (store, "9, 7");
  replace (store, added.document_id, "có 7 cuộc", FALSE);

  /* Opened again, and removed and added again. */
  g_object_unref (store);
  store = store_open_empty (fixture);
  assert_state (store, "9, 7 1 reject other_denominator");
  g_assert_true (chiso_store_remove_sync (store, added.document_id, NULL));
  assert_state (store, "");
  g_assert_true (chiso_store_add_sync (store, document, extraction, &added, NULL));
  assert_state (store, "7 1 reject other_denominator");
  store_extraction_free (extraction);
  g_object_unref (store);
}

/* A curated figure is known by its source: two may say the same. */
static void
test_curated (StoreFixture *fixture, gconstpointer data)
{
  ChisoStore *store = store_open_starter (fixture);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  chiso_store_close (store);
  g_object_unref (store);
  store_script (
      fixture->path,
      "DELETE FROM curated; INSERT INTO curated (id, indicator, place, boundary, unit, "
      "period, last_year, measure, value, qualifier, title, url) VALUES "
      "(4503599627370496, 'dialogue_sessions', '40', 63, 1, '2020', 2020, 'level', 7, '', "
      "'A', 'https://a.example/'), "
      "(4503599627370497, 'dialogue_sessions', '40', 63, 1, '2020', 2020, 'level', 7, '', "
      "'A', NULL)");
  store = store_open_starter (fixture);
  g_assert_cmpint (chiso_store_decide_sync (store, 4503599627370497, CHISO_DECISION_CHOOSE,
                                            CHISO_REASON_OTHER_PERIOD, NULL, 1, &error),
                   ==, 1);
  g_assert_no_error (error);
  records = store_ask (store, (ChisoQuery){ 0 });
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];

      n += record->decision.id != 0;
      g_assert_cmpint (record->decision.id, ==, record->url == NULL ? 1 : 0);
    }
  g_assert_cmpuint (n, ==, 1);
  g_object_unref (store);
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  const ChisoDecided *decided;
  gint64 document = store_add_report (store, "a", 2020, 7);

  undo (store, decide (store, 7, CHISO_DECISION_REJECT, CHISO_REASON_TYPING_ERROR));
  decide (store, 7, CHISO_DECISION_CHOOSE, CHISO_REASON_OTHER_PERIOD);
  none = chiso_store_decisions_sync (store, "dialogue_sessions", "38", NULL);
  g_assert_cmpuint (none->len, ==, 0);
  one = chiso_store_decisions_sync (store, "dialogue_sessions", "40", NULL);
  g_assert_cmpuint (one->len, ==, 1);
  decided = one->pdata[0];
  g_assert_cmpint (decided->decision.id, ==, 3);
  g_assert_cmpint (decided->decision.kind, ==, CHISO_DECISION_CHOOSE);
  g_assert_cmpint (decided->decision.reason, ==, CHISO_REASON_OTHER_PERIOD);
  g_assert_cmpint (decided->decided, ==, 1700000000);
  g_assert_cmpint (decided->document_id, ==, document);
  g_assert_cmpfloat (decided->observation->value, ==, 7);
  g_assert_cmpstr (decided->note, ==, "vì sao");
}

static void
count_cb (ChisoStore *store, guint *n)
{
  *n += 1;
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **answer, guint *n_changes)
{
  while (*answer == NULL || *n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  *n_changes = 0;
}

static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GAsyncResult) decided = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  guint n = 0;
  gint64 id;

  store_add_report (store, "a", 2020, 7);
  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  n = 0;

  chiso_store_decide_async (store, find (store, 7), CHISO_DECISION_CHOOSE,
                            CHISO_REASON_OTHER_PERIOD, NULL, 1, NULL, answer_cb, &decided);
  wait_for (&decided, &n);
  id = chiso_store_decide_finish (store, decided, NULL);
  g_assert_cmpint (id, ==, 1);
  assert_state (store, "7 1 choose other_period");
  chiso_store_undo_decision_async (store, id, 2, NULL, answer_cb, &undone);
  wait_for (&undone, &n);
  g_assert_true (chiso_store_undo_decision_finish (store, undone, NULL));
  assert_state (store, "7");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/decisions/" path, StoreFixture, NULL, store_set_up, function,           \
              store_tear_down)
  ADD ("records", test_records);
  ADD ("undo", test_undo);
  ADD ("no-record", test_no_record);
  ADD ("rederived", test_rederived);
  ADD ("curated", test_curated);
  ADD ("list", test_list);
  ADD ("async", test_async);

  return g_test_run ();
}
