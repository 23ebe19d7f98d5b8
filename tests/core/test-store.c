/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store when all goes well: what goes in comes out the same, once, with its source. */

#include "store-support.h"

#include <math.h>
#include <string.h>

#define TEXT                                                                                                                    \
  "Năm 2023, các cấp ủy của tỉnh đã đối thoại với nhân dân. Toàn tỉnh tổ chức 1.878 cuộc đối " \
  "thoại, tăng so với năm trước. Như vậy cả năm có 1.878 cuộc đối thoại."
#define SENTENCE " Toàn tỉnh tổ chức 1.878 cuộc đối thoại, tăng so với năm trước."

static ChisoRecord *
only (GPtrArray *records)
{
  g_assert_cmpuint (records->len, ==, 1);

  return g_ptr_array_index (records, 0);
}

static gint64
add_text (ChisoStore *store, ChisoAdded *added)
{
  g_autoptr (ChisoDocument) document = store_document ("doi-thoai.txt", TEXT, 100);
  ChisoExtraction *extraction = store_extraction ();
  ChisoObservation *observation = store_observe (extraction, TEXT, "1.878 cuộc đối thoại", "1.878",
                                                 2023, 1878);
  const char *second = strstr (strstr (TEXT, "1.878") + 1, "1.878");
  ChisoSpan repeat = { second - TEXT, second - TEXT + strlen ("1.878 cuộc đối thoại") };
  g_autoptr (GError) error = NULL;

  document->publisher = g_strdup ("Báo Nghệ An");
  document->url = g_strdup ("https://example.org/doi-thoai");
  /* The full stop inside the number is none of a sentence's end. */
  observation->sentence.start = strstr (TEXT, SENTENCE) - TEXT;
  observation->sentence.end = observation->sentence.start + strlen (SENTENCE);
  observation->numerator = 3;
  observation->qualifier = CHISO_QUALIFIER_AT_LEAST;
  observation->repeats = g_array_new (FALSE, FALSE, sizeof (ChisoSpan));
  g_array_append_val (observation->repeats, repeat);
  store_observe (extraction, TEXT, "cả năm", "năm", 2022, 5)->confidence = 0.2;

  chiso_store_add_sync (store, document, extraction, added, &error);
  g_assert_no_error (error);
  store_extraction_free (extraction);

  return added->document_id;
}

static void
test_provenance (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  ChisoAdded added;
  gint64 id = add_text (store, &added);
  g_autoptr (GPtrArray) records = store_ask (store, (ChisoQuery){ .document_id = id });
  const ChisoRecord *record = only (records);
  const ChisoObservation *observation = record->observation;
  const ChisoSpan *repeat = &g_array_index (observation->repeats, ChisoSpan, 0);
  g_autofree char *mark = g_strndup (record->sentence + record->mark_start,
                                     record->mark_end - record->mark_start);
  g_autofree char *figure = g_strndup (TEXT + observation->figure.start,
                                       observation->figure.end - observation->figure.start);

  g_assert_cmpuint (added.n_observations, ==, 1);
  g_assert_cmpint (record->document_id, ==, id);
  g_assert_cmpstr (record->sentence, ==, SENTENCE);
  g_assert_cmpstr (mark, ==, "1.878 cuộc đối thoại");
  g_assert_cmpstr (figure, ==, "1.878");
  g_assert_cmpuint (observation->repeats->len, ==, 1);
  g_assert_true (g_str_has_prefix (TEXT + repeat->start, "1.878 cuộc đối thoại."));
  g_assert_cmpfloat (observation->value, ==, 1878);
  g_assert_cmpfloat (observation->numerator, ==, 3);
  g_assert_true (isnan (observation->denominator));
  g_assert_cmpint (observation->qualifier, ==, CHISO_QUALIFIER_AT_LEAST);
  g_assert_cmpstr (observation->rule, ==, "count");
  g_assert_cmpfloat (observation->confidence, ==, 0.9);
  g_assert_false (chiso_period_is_set (&observation->base));
  g_assert_cmpint (chiso_period_last_year (&observation->period), ==, 2023);
  /* The document came without title and date: the extractor's stand in for them. */
  g_assert_cmpstr (record->source_title, ==, "Đối thoại với nhân dân");
  g_assert_cmpstr (record->published, ==, "2024-01-15");
  g_assert_cmpstr (record->publisher, ==, "Báo Nghệ An");
  g_assert_cmpstr (record->url, ==, "https://example.org/doi-thoai");
}

static void
test_same_bytes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  ChisoAdded first;
  ChisoAdded second;
  g_autoptr (GPtrArray) records = NULL;

  add_text (store, &first);
  add_text (store, &second);
  g_assert_false (first.already_there);
  g_assert_true (second.already_there);
  g_assert_cmpint (second.document_id, ==, first.document_id);
  g_assert_cmpuint (second.n_observations, ==, 1);
  records = store_ask (store, (ChisoQuery){ 0 });
  g_assert_cmpuint (records->len, ==, 1);
}

static void
test_document (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (ChisoDocument) document = NULL;
  g_autoptr (ChisoDocument) none = NULL;
  g_autoptr (GError) error = NULL;
  ChisoAdded added;

  document = chiso_store_document_sync (store, add_text (store, &added), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (document->name, ==, "doi-thoai.txt");
  g_assert_cmpstr (document->text, ==, TEXT);
  g_assert_cmpuint (document->length, ==, strlen (TEXT));
  g_assert_cmpuint (strlen (document->sha256), ==, 64);
  g_assert_cmpstr (document->place, ==, "40");
  g_assert_cmpint (document->imported, ==, 100);
  g_assert_cmpuint (document->n_observations, ==, 1);

  none = chiso_store_document_sync (store, added.document_id + 1, &error);
  g_assert_null (none);
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
}

static void
test_remove (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) unfound = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;
  ChisoAdded added;
  gint64 id = add_text (store, &added);

  g_assert_true (chiso_store_remove_sync (store, id, &error));
  g_assert_no_error (error);
  none = store_ask (store, (ChisoQuery){ .min_confidence = -1 });
  g_assert_cmpuint (none->len, ==, 0);
  unfound = chiso_store_documents_sync (store, "đối thoại", &error);
  g_assert_cmpuint (unfound->len, ==, 0);
  /* Not only hidden: the index has let go of its words. */
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM search "
                                                "WHERE search MATCH 'doi'"),
                   ==, 0);

  /* Undo. */
  add_text (store, &added);
  g_assert_false (added.already_there);
  g_assert_cmpint (added.document_id, !=, id);
  back = store_ask (store, (ChisoQuery){ .min_confidence = -1 });
  g_assert_cmpuint (back->len, ==, 2);

  g_assert_false (chiso_store_remove_sync (store, id, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
}

static void
assert_found (ChisoStore *store, const char *words, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = chiso_store_documents_sync (store, words, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, n);
}

static void
test_search (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  ChisoAdded added;

  add_text (store, &added);
  store_add_report (store, "giám-sát-đắk-lắk", 2021, 12);

  assert_found (store, "doi thoai", 2);
  assert_found (store, "ĐỐI THOẠI", 2);
  assert_found (store, "cap uy cua tinh", 1);
  assert_found (store, "dak lak", 1);
  assert_found (store, "bao nghe", 1); /* publisher, the last word unfinished */
  assert_found (store, "thoai bienkhong", 0);
  assert_found (store, NULL, 2);
  assert_found (store, "  ", 2);
  /* None of these is an operator of the index. */
  assert_found (store, "\"đối\" AND (thoại*", 0);
  assert_found (store, "title:", 0);
  assert_found (store, "1.878", 1);
}

static void
test_filters (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  const char *place[] = { "40", NULL };
  const char *nothing[] = { NULL };
  g_autoptr (GPtrArray) provinces = store_ask (store, (ChisoQuery){ .provinces_only = TRUE });
  g_autoptr (GPtrArray) own = store_ask (store, (ChisoQuery){ .places = place });
  g_autoptr (GPtrArray) years = store_ask (
      store, (ChisoQuery){ .places = place, .first_year = 2022, .last_year = 2023 });
  g_autoptr (GPtrArray) none = store_ask (store, (ChisoQuery){ .places = nothing });
  const ChisoRecord *first = g_ptr_array_index (own, 0);
  g_autoptr (GPtrArray) same = store_ask (store, (ChisoQuery){ .record_id = first->id });
  ChisoAdded added;
  g_autoptr (GPtrArray) doubtful = NULL;
  g_autoptr (GPtrArray) sure = NULL;

  for (guint i = 0; i < provinces->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (provinces, i);

      g_assert_cmpuint (strlen (record->observation->place), ==, 2);
      g_assert_cmpstr (record->observation->place, !=, "VN");
    }
  g_assert_cmpuint (provinces->len, >, 500);
  g_assert_cmpuint (own->len, ==, 41);
  g_assert_cmpuint (years->len, >, 0);
  g_assert_cmpuint (years->len, <, own->len);
  for (guint i = 0; i < years->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (years, i);
      int year = chiso_period_last_year (&record->observation->period);

      g_assert_true (year == 2022 || year == 2023);
    }
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (chiso_observation_same_fact (only (same)->observation, first->observation));

  add_text (store, &added);
  doubtful = store_ask (store,
                        (ChisoQuery){ .document_id = added.document_id, .min_confidence = -1 });
  sure = store_ask (store,
                    (ChisoQuery){ .document_id = added.document_id, .min_confidence = 0.95 });
  g_assert_cmpuint (doubtful->len, ==, 2);
  g_assert_cmpuint (sure->len, ==, 0);
}

static void
test_stale (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GArray) fresh = chiso_store_stale_sync (store, NULL);
  g_autoptr (GArray) stale = NULL;
  g_autoptr (GArray) done = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  ChisoExtraction *extraction = store_extraction ();
  ChisoAdded added;
  gint64 id = add_text (store, &added);

  store_add_report (store, "other", 2020, 1);
  g_assert_cmpuint (fresh->len, ==, 0);
  chiso_store_close (store);
  g_clear_object (&store);
  store_script (fixture->path, "UPDATE derivations SET catalogue = 'old' WHERE document_id = 1;"
                               "INSERT INTO decisions (decided, kind, sha256, indicator, place, "
                               "boundary, period, measure, value, evidence_start, evidence_end) "
                               "SELECT 1, 'accept', sha256, 'dialogue_sessions', '40', 63, '2023', "
                               "'level', 1878, 0, 1 FROM documents WHERE id = 1");

  store = store_open_empty (fixture);
  stale = chiso_store_stale_sync (store, NULL);
  g_assert_cmpuint (stale->len, ==, 1);
  g_assert_cmpint (g_array_index (stale, gint64, 0), ==, id);

  g_free (extraction->title);
  extraction->title = g_strdup ("Nhan đề mới");
  store_observe (extraction, TEXT, "1.878 cuộc đối thoại", "1.878", 2023, 1879);
  g_assert_true (chiso_store_replace_sync (store, id, extraction, &error));
  g_assert_no_error (error);
  store_extraction_free (extraction);

  done = chiso_store_stale_sync (store, NULL);
  g_assert_cmpuint (done->len, ==, 0);
  records = store_ask (store, (ChisoQuery){ .document_id = id, .min_confidence = -1 });
  g_assert_cmpfloat (only (records)->observation->value, ==, 1879);
  g_assert_cmpstr (only (records)->source_title, ==, "Nhan đề mới");
  /* The old title is out of the index, the new one in it. */
  assert_found (store, "nhan de moi", 1);
  chiso_store_close (store);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM decisions"), ==, 1);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM search_keys "
                                                "WHERE words LIKE 'doi thoai voi nhan dan%'"),
                   ==, 1);
}

static void
count_cb (ChisoStore *store, guint *n)
{
  *n += 1;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 *id = data;
  ChisoAdded added;

  chiso_store_add_finish (CHISO_STORE (source), result, &added, &error);
  g_assert_no_error (error);
  *id = added.document_id;
}

static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (ChisoDocument) document = store_document ("a.txt", "Không có số liệu.", 1);
  ChisoExtraction *extraction = store_extraction ();
  guint n_changed = 0;
  gint64 id = 0;

  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n_changed);
  chiso_store_add_async (store, document, extraction, NULL, added_cb, &id);
  while (id == 0 || n_changed == 0)
    g_main_context_iteration (NULL, TRUE);

  /* The same bytes again change nothing and say nothing. */
  id = 0;
  n_changed = 0;
  chiso_store_add_async (store, document, extraction, NULL, added_cb, &id);
  while (id == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changed, ==, 0);
  store_extraction_free (extraction);
}

/* What is queued is finished by closing, and answered. */
static void
test_close (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (ChisoDocument) document = store_document ("a.txt", "Không có số liệu.", 1);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  ChisoExtraction *extraction = store_extraction ();
  ChisoQuery query = { 0 };
  gint64 id = 0;

  chiso_store_add_async (store, document, extraction, NULL, added_cb, &id);
  chiso_store_close (store);
  while (id == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM documents"), ==, 1);

  records = chiso_store_query_sync (store, &query, &error);
  g_assert_null (records);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  store_extraction_free (extraction);
}

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Answer *) data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Answer *answer)
{
  while (answer->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return answer->result;
}

/* Every call's waiting form was tried above; here all of the others, on one library. */
static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  gint64 id = store_add_report (store, "a", 2020, 1);
  ChisoExtraction *nothing = store_extraction ();
  ChisoQuery query = { 0 };
  Answer answers[7] = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) coverage = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (ChisoDocument) document = NULL;
  g_autoptr (GArray) stale = NULL;
  g_autoptr (GError) error = NULL;

  chiso_store_query_async (store, &query, NULL, answer_cb, &answers[0]);
  chiso_store_coverage_async (store, NULL, answer_cb, &answers[1]);
  chiso_store_documents_async (store, "đối thoại", NULL, answer_cb, &answers[2]);
  chiso_store_document_async (store, id, NULL, answer_cb, &answers[3]);
  chiso_store_stale_async (store, NULL, answer_cb, &answers[4]);
  records = chiso_store_query_finish (store, wait_for (&answers[0]), NULL);
  coverage = chiso_store_coverage_finish (store, wait_for (&answers[1]), NULL);
  list = chiso_store_documents_finish (store, wait_for (&answers[2]), NULL);
  document = chiso_store_document_finish (store, wait_for (&answers[3]), NULL);
  stale = chiso_store_stale_finish (store, wait_for (&answers[4]), NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (coverage->len, ==, 1);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (document->name, ==, "a");
  g_assert_cmpuint (stale->len, ==, 0);

  chiso_store_replace_async (store, id, nothing, NULL, answer_cb, &answers[5]);
  g_assert_true (chiso_store_replace_finish (store, wait_for (&answers[5]), NULL));
  g_clear_pointer (&document, chiso_document_free);
  document = chiso_store_document_sync (store, id, NULL);
  g_assert_cmpuint (document->n_observations, ==, 0);

  chiso_store_remove_async (store, id + 1, NULL, answer_cb, &answers[6]);
  g_assert_false (chiso_store_remove_finish (store, wait_for (&answers[6]), &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_object_unref (answers[i].result);
  store_extraction_free (nothing);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/" path, StoreFixture, NULL, store_set_up, function, store_tear_down)
  ADD ("provenance", test_provenance);
  ADD ("same-bytes", test_same_bytes);
  ADD ("document", test_document);
  ADD ("remove", test_remove);
  ADD ("search", test_search);
  ADD ("filters", test_filters);
  ADD ("stale", test_stale);
  ADD ("changed", test_changed);
  ADD ("close", test_close);
  ADD ("async", test_async);

  return g_test_run ();
}
