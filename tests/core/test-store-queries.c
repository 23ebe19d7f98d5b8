/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store answers: the starter library, the order of records, and what is known of where. */

#include "store-support.h"

#include "core/chiso-store-decisions.h"

#include <math.h>
#include <string.h>

static void
test_starter (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  const char *ninh_binh[] = { "37", NULL };
  const char *supervision[] = { "supervision_sessions", NULL };
  g_autoptr (GPtrArray) all = store_ask (store, (ChisoQuery){ 0 });
  g_autoptr (GPtrArray) merged = store_ask (
      store, (ChisoQuery){ .places = ninh_binh, .boundary = CHISO_BOUNDARY_34 });
  g_autoptr (GPtrArray) before = store_ask (
      store, (ChisoQuery){ .places = ninh_binh, .boundary = CHISO_BOUNDARY_63 });
  g_autoptr (GPtrArray) counts = store_ask (store, (ChisoQuery){ .indicators = supervision });
  g_autoptr (GPtrArray) again = NULL;

  g_assert_cmpuint (all->len, ==, 728);
  g_assert_cmpuint (merged->len, ==, 4);
  g_assert_cmpuint (before->len, ==, 7);
  g_assert_cmpuint (counts->len, ==, 19);
  for (guint i = 0; i < all->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (all, i);

      g_assert_cmpint (record->document_id, ==, 0);
      g_assert_cmpstr (record->observation->rule, ==, "curated");
      g_assert_null (record->sentence);
      g_assert_cmpuint (strlen (record->source_title), >, 0);
    }

  chiso_store_close (store);
  g_clear_object (&store);
  store = store_open_starter (fixture);
  again = store_ask (store, (ChisoQuery){ 0 });
  g_assert_cmpuint (again->len, ==, all->len);
}

static const ChisoRecord *
starter_record (GPtrArray *records, const char *indicator, const char *place, const char *period)
{
  ChisoPeriod wanted;

  g_assert_true (chiso_period_parse (period, &wanted));
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);

      if (strcmp (record->observation->indicator, indicator) == 0
          && strcmp (record->observation->place, place) == 0
          && chiso_period_equal (&record->observation->period, &wanted))
        return record;
    }
  g_error ("no %s of %s in %s", indicator, place, period);
}

/* Parts by level of one source are rows of their own: 97, 395 and 35 voter meetings. */
static void
test_parts (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  const char *indicators[] = { "voter_meetings", NULL };
  g_autoptr (GPtrArray) records = store_ask (store, (ChisoQuery){ .indicators = indicators });
  guint parts = 0;

  for (guint i = 0; i < records->len; i++)
    {
      double value = ((ChisoRecord *) g_ptr_array_index (records, i))->observation->value;

      parts += value == 97 || value == 395 || value == 35;
    }
  g_assert_cmpuint (records->len, ==, 9);
  g_assert_cmpuint (parts, ==, 3);
}

static void
test_boundaries (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *indicator, *place, *period;
    ChisoBoundary boundary;
  } cases[] = {
    { "ntm_communes", "37", "2025-10", CHISO_BOUNDARY_34 },
    { "mobilisation_models", "75", "2025-10", CHISO_BOUNDARY_34 },
    { "citizen_receptions", "40", "2025-01/2025-09", CHISO_BOUNDARY_34 },
    { "citizen_receptions", "40", "2025-01/2025-06", CHISO_BOUNDARY_63 },
    { "citizen_receptions", "06", "2025-01/2025-06", CHISO_BOUNDARY_63 },
    { "community_supervisions", "22", "2020/..", CHISO_BOUNDARY_63 },
    { "citizen_receptions", "VN", "2025", CHISO_BOUNDARY_63 },
  };
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  g_autoptr (GPtrArray) records = store_ask (store, (ChisoQuery){ 0 });

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ChisoRecord *record = starter_record (records, cases[i].indicator, cases[i].place,
                                                  cases[i].period);

      g_assert_cmpint (record->observation->boundary, ==, cases[i].boundary);
    }
}

static void
test_order (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) list = NULL;
  int previous = 0;

  /* Imported "at" their years: the list is newest first, the records in time order. */
  store_add_report (store, "b", 2022, 2);
  store_add_report (store, "c", 2023, 3);
  store_add_report (store, "a", 2021, 1);

  records = store_ask (store, (ChisoQuery){ 0 });
  g_assert_cmpuint (records->len, ==, 3);
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      int year = chiso_period_last_year (&record->observation->period);

      g_assert_cmpint (year, >, previous);
      previous = year;
    }

  list = chiso_store_documents_sync (store, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((ChisoDocument *) g_ptr_array_index (list, 0))->name, ==, "c");
  g_assert_cmpstr (((ChisoDocument *) g_ptr_array_index (list, 2))->name, ==, "a");
  g_assert_null (((ChisoDocument *) g_ptr_array_index (list, 0))->text);
}

static void
test_coverage (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_starter (fixture);
  g_autoptr (GPtrArray) before = chiso_store_coverage_sync (store, NULL);
  g_autoptr (GPtrArray) after = NULL;
  guint n_before = 0;
  guint n_after = 0;

  store_add_report (store, "a", 2019, 7);
  after = chiso_store_coverage_sync (store, NULL);
  for (guint i = 0; i < before->len; i++)
    n_before += ((ChisoCoverage *) g_ptr_array_index (before, i))->n;
  for (guint i = 0; i < after->len; i++)
    {
      const ChisoCoverage *coverage = g_ptr_array_index (after, i);

      n_after += coverage->n;
      g_assert_null (strchr (coverage->place, '/'));
      if (strcmp (coverage->indicator, "dialogue_sessions") == 0
          && strcmp (coverage->place, "40") == 0 && coverage->year == 2019)
        g_assert_cmpuint (coverage->n, >=, 1);
    }
  g_assert_cmpuint (n_before, >, 500);
  g_assert_cmpuint (n_after, ==, n_before + 1);
}

static void
set_listed (ChisoObservation *observation, guint n, guint32 start, guint32 end)
{
  observation->listed = (ChisoListed){ .beside = TRUE, .n = n, .said = { start, end } };
}

/* Rejects the province's own figure of the year. */
static void
reject_own (ChisoStore *store, GPtrArray *records, int year)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = records->pdata[i];

      if (strchr (record->observation->place, '/') == NULL
          && chiso_period_last_year (&record->observation->period) == year)
        g_assert_cmpint (chiso_store_decide_sync (store, record->id, CHISO_DECISION_REJECT,
                                                  CHISO_REASON_TYPING_ERROR, NULL, 3, NULL),
                         !=, 0);
    }
}

/* Districts in a list come with their province only where they are asked for, each once. */
static void
test_listed (StoreFixture *fixture, gconstpointer data)
{
  static const char text[] = "Cả 2 huyện: Anh Sơn 3 cuộc, Con Cuông 4 cuộc, Nghi Lộc 5 cuộc.";
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (ChisoDocument) document = store_document ("list.txt", text, 1);
  ChisoExtraction *extraction = store_extraction ();
  const char *nghe_an[] = { "40", NULL }, *both[] = { "40", "40/Anh Sơn", NULL };
  const char *thanh_hoa[] = { "38", NULL };
  static const char *const places[] = { "40/Anh Sơn", "40/Con Cuông", "40/Nghi Lộc" };
  static const char *const evidence[] = { "3 cuộc", "4 cuộc", "5 cuộc" };
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GPtrArray) once = NULL;
  g_autoptr (GPtrArray) named = NULL;
  g_autoptr (GPtrArray) beside = NULL;
  const ChisoRecord *record;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ChisoObservation *one = chiso_observation_new ("dialogue_sessions", places[i]);
      const char *at = strstr (text, evidence[i]);

      one->period = chiso_period_year (2023);
      one->value = 3 + i;
      one->confidence = 0.9;
      one->evidence = (ChisoSpan){ at - text, at - text + strlen (evidence[i]) };
      one->sentence = (ChisoSpan){ 0, strlen (text) };
      g_ptr_array_add (extraction->observations, one);
    }
  set_listed (extraction->observations->pdata[0], 2, 0, strlen ("Cả 2 huyện"));
  set_listed (extraction->observations->pdata[1], 0, 0, 0);
  g_assert_true (chiso_store_add_sync (store, document, extraction, NULL, NULL));
  store_extraction_free (extraction);

  listed = store_ask (store, (ChisoQuery){ .places = nghe_an, .with_units = TRUE });
  g_assert_cmpuint (listed->len, ==, 2);
  record = listed->pdata[0];
  g_assert_true (record->observation->listed.beside);
  g_assert_cmpuint (record->observation->listed.n, ==, 2);
  g_assert_cmpstr (record->said, ==, "Cả 2 huyện");
  record = listed->pdata[1];
  g_assert_true (record->observation->listed.beside);
  g_assert_null (record->said);
  named = store_ask (store, (ChisoQuery){ .places = both, .with_units = TRUE });
  g_assert_cmpuint (named->len, ==, 2);
  g_assert_nonnull (((ChisoRecord *) named->pdata[0])->said);
  once = store_ask (store, (ChisoQuery){ .places = both });
  g_assert_cmpuint (once->len, ==, 1);
  g_assert_false (((ChisoRecord *) once->pdata[0])->observation->listed.beside);
  g_clear_pointer (&once, g_ptr_array_unref);
  once = store_ask (store, (ChisoQuery){ .places = thanh_hoa, .with_units = TRUE });
  g_assert_cmpuint (once->len, ==, 0);
  /* A province's own figure of the period leaves nothing to be added up. */
  store_add_report (store, "own.txt", 2022, 9);
  g_clear_pointer (&once, g_ptr_array_unref);
  once = store_ask (store, (ChisoQuery){ .places = nghe_an, .with_units = TRUE });
  g_assert_cmpuint (once->len, ==, 3);
  store_add_report (store, "own too.txt", 2023, 12);
  g_clear_pointer (&once, g_ptr_array_unref);
  once = store_ask (store, (ChisoQuery){ .places = nghe_an, .with_units = TRUE });
  g_assert_cmpuint (once->len, ==, 2);
  beside = store_ask (
      store, (ChisoQuery){ .places = nghe_an, .with_units = TRUE, .units_beside_own = TRUE });
  g_assert_cmpuint (beside->len, ==, 4);
  reject_own (store, once, 2023);
  g_clear_pointer (&once, g_ptr_array_unref);
  once = store_ask (store, (ChisoQuery){ .places = nghe_an, .with_units = TRUE });
  g_assert_cmpuint (once->len, ==, 4);
  /* They go with their document. */
  g_assert_true (chiso_store_remove_sync (store, record->document_id, NULL));
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM listed"), ==, 0);
}

/* A report of n of Tuyên Quang's seven districts, in which it says that these are all. */
static void
add_districts (ChisoStore *store, const char *name, guint n, int year)
{
  static const char *const places[] = { "08/Lâm Bình",   "08/Na Hang", "08/Chiêm Hóa",
                                        "08/Hàm Yên",    "08/Yên Sơn", "08/Sơn Dương",
                                        "08/Tuyên Quang" };
  g_autofree char *text = g_strdup_printf ("Tất cả các huyện, %s: 5 cuộc.", name);
  g_autoptr (ChisoDocument) document = store_document (name, text, 1);
  ChisoExtraction *extraction = store_extraction ();

  for (guint i = 0; i < n; i++)
    {
      ChisoObservation *one = chiso_observation_new ("dialogue_sessions", places[i]);

      one->period = chiso_period_year (year);
      one->value = 5;
      one->confidence = 0.9;
      one->evidence = one->sentence = (ChisoSpan){ 0, strlen (text) };
      set_listed (one, 0, 0, strlen ("Tất cả các huyện"));
      g_ptr_array_add (extraction->observations, one);
    }
  g_assert_true (chiso_store_add_sync (store, document, extraction, NULL, NULL));
  store_extraction_free (extraction);
}

/* "2022=1 2023=2": years of the province's dialogues and how many figures there are. */
static void
assert_covered (ChisoStore *store, const char *expected)
{
  g_autoptr (GPtrArray) coverage = chiso_store_coverage_sync (store, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];

      g_assert_cmpstr (row->place, ==, "08");
      g_assert_cmpint (row->boundary, ==, CHISO_BOUNDARY_63);
      g_string_append_printf (text, "%s%d=%u", i > 0 ? " " : "", row->year, row->n);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* What adds up counts as the province's, once a list; what does not, counts nowhere. */
static void
test_coverage_of_lists (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);

  add_districts (store, "six", 6, 2021);
  assert_covered (store, "");
  add_districts (store, "seven", 7, 2022);
  assert_covered (store, "2022=1");
  add_districts (store, "other seven", 7, 2022);
  add_districts (store, "next seven", 7, 2023);
  assert_covered (store, "2022=2 2023=1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/" path, StoreFixture, NULL, store_set_up, function, store_tear_down)
  ADD ("starter", test_starter);
  ADD ("starter/parts", test_parts);
  ADD ("starter/boundaries", test_boundaries);
  ADD ("order", test_order);
  ADD ("coverage", test_coverage);
  ADD ("coverage/lists", test_coverage_of_lists);
  ADD ("listed", test_listed);

  return g_test_run ();
}
