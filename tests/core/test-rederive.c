/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library that another catalogue or extractor filled is brought up to date: its figures are new,
 * its documents and decisions are as they were. */

#include "core/chiso-rederive.h"
#include "store-support.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#define TEXT "Năm 2023, tỉnh Nghệ An đã xây dựng 1.250 thư viện tại các thôn.\n"

static const char libraries[] = "[village_libraries]\nname_vi=Thư viện thôn\nname_en=Libraries\n"
                                "unit_vi=thư viện\nunit_en=libraries\ngroup=living\nkind=count\n"
                                "aggregate=sum\nunits=thư viện\ntopics=xây dựng\n";
static const char schools[] = "[schools]\nname_vi=Trường học\nname_en=Schools\nunit_vi=trường\n"
                              "unit_en=schools\ngroup=living\nkind=count\nunits=trường\n"
                              "topics=xây dựng\n";

static ChisoExtractor *
extractor_new (StoreFixture *fixture, const char *catalogue)
{
  g_autoptr (GBytes) source = g_bytes_new_static (catalogue, strlen (catalogue));
  g_autoptr (GError) error = NULL;
  const char *name = "own.ini";
  g_autoptr (ChisoCatalogue) read = chiso_catalogue_new (&source, &name, 1, &error);

  g_assert_no_error (error);
  return chiso_extractor_new (read, fixture->geo);
}

static ChisoStore *
open_with (StoreFixture *fixture, ChisoExtractor *extractor)
{
  g_autoptr (GError) error = NULL;
  ChisoStore *store = chiso_store_open (fixture->path, chiso_extractor_catalogue (extractor),
                                        fixture->geo, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static gint64
add (ChisoStore *store, ChisoExtractor *extractor, const char *text, const char *published)
{
  g_autoptr (ChisoDocument) document = store_document ("a.txt", text, 1);
  g_autoptr (ChisoExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;
  ChisoPeriod date = { 0 };
  ChisoAdded added;

  document->published = g_strdup (published);
  if (published != NULL)
    g_assert_true (chiso_period_parse (published, &date));
  extraction = chiso_extract (extractor, document->text, document->length,
                              published != NULL ? &date.start : NULL);
  g_assert_true (chiso_store_add_sync (store, document, extraction, &added, &error));
  g_assert_no_error (error);
  return added.document_id;
}

/* Figures as text: "indicator=value". */
static char *
figures (ChisoStore *store)
{
  const ChisoQuery query = { 0 };
  g_autoptr (GPtrArray) records = chiso_store_query_sync (store, &query, NULL);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoObservation *observation = ((ChisoRecord *) records->pdata[i])->observation;
      char period[CHISO_PERIOD_MAX];

      g_string_append_printf (text, "%s%s %s %g", i > 0 ? ", " : "", observation->indicator,
                              chiso_period_format (&observation->period, period),
                              observation->value);
    }
  return g_string_free (text, FALSE);
}

static void
assert_figures (ChisoStore *store, const char *expected)
{
  g_autofree char *got = figures (store);

  g_assert_cmpstr (got, ==, expected);
}

static void
decide (StoreFixture *fixture)
{
  store_script (fixture->path,
                "INSERT INTO decisions (decided, kind, sha256, indicator, place, boundary, period, "
                "measure, value, evidence_start, evidence_end) SELECT 1, 'accept', sha256, "
                "'schools', '40', 63, '2023', 'level', 7, 0, 5 FROM documents");
}

static void
assert_decision (StoreFixture *fixture)
{
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM decisions AS a "
                                                "JOIN documents AS d ON d.sha256 = a.sha256 "
                                                "WHERE a.value = 7"),
                   ==, 1);
}

static void
test_sync (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoExtractor) before = extractor_new (fixture, schools);
  g_autoptr (ChisoExtractor) after = extractor_new (fixture, libraries);
  g_autoptr (ChisoStore) old = open_with (fixture, before);
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 9;

  add (old, before, TEXT, NULL);
  assert_figures (old, "");
  g_assert_true (chiso_rederive_sync (old, before, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  chiso_store_close (old);
  decide (fixture);

  store = open_with (fixture, after);
  assert_figures (store, "");
  g_assert_true (chiso_rederive_sync (store, after, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  assert_figures (store, "village_libraries 2023 1250");
  /* Once is enough. */
  g_assert_true (chiso_rederive_sync (store, after, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  chiso_store_close (store);
  assert_decision (fixture);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM documents"), ==, 1);
}

/* An extractor of another version counts as much as another catalogue. */
static void
test_extractor_version (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoExtractor) extractor = extractor_new (fixture, libraries);
  g_autoptr (ChisoStore) old = open_with (fixture, extractor);
  g_autoptr (ChisoStore) store = NULL;
  guint n = 0;

  add (old, extractor, TEXT, NULL);
  chiso_store_close (old);
  store_script (fixture->path, "UPDATE derivations SET extractor = 0;"
                               "UPDATE observations SET value = 1");
  store = open_with (fixture, extractor);
  assert_figures (store, "village_libraries 2023 1");
  g_assert_true (chiso_rederive_sync (store, extractor, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  assert_figures (store, "village_libraries 2023 1250");
}

/* A given date is kept; one that an extractor read in the text is read again. */
static void
test_dates (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoExtractor) extractor = extractor_new (fixture, libraries);
  g_autoptr (ChisoStore) store = open_with (fixture, extractor);
  g_autoptr (ChisoStore) again = NULL;
  g_autoptr (GError) error = NULL;

  add (store, extractor, "Nghệ An\n\nNăm nay, tỉnh xây dựng 5 thư viện.\n", "2019-05-10");
  add (store, extractor, TEXT, NULL);
  assert_figures (store, "village_libraries 2019 5, village_libraries 2023 1250");
  chiso_store_close (store);
  store_script (fixture->path, "UPDATE derivations SET extractor = 0, published = '1999'");
  again = open_with (fixture, extractor);
  g_assert_true (chiso_rederive_sync (again, extractor, NULL, &error));
  g_assert_no_error (error);
  assert_figures (again, "village_libraries 2019 5, village_libraries 2023 1250");
  chiso_store_close (again);
  g_assert_cmpint (
      store_number (fixture->path, "SELECT count(*) FROM derivations WHERE published = '1999'"), ==,
      0);
}

/* A library of version 7 has no publishers that were read: reading it again fills them, and a document's own
 * stays. */
static void
test_publishers (StoreFixture *fixture, gconstpointer data)
{
  static const char head[] = "UBND TỈNH NGHỆ AN\nTHANH TRA TỈNH\nSố: 12/BC-TTr\n\n" TEXT;
  g_autoptr (ChisoExtractor) extractor = extractor_new (fixture, libraries);
  g_autoptr (ChisoStore) store = open_with (fixture, extractor);
  g_autoptr (ChisoStore) again = NULL;
  g_autoptr (ChisoDocument) document = NULL;
  g_autoptr (GPtrArray) found = NULL, stale = NULL, records = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add (store, extractor, head, NULL);

  add (store, extractor, TEXT, NULL);
  chiso_store_close (store);
  store_script (fixture->path, "UPDATE documents SET publisher = 'Báo Nghệ An' WHERE id = 2;"
                               "UPDATE derivations SET extractor = 0, publisher = 'Bộ Cũ'");
  again = open_with (fixture, extractor);
  g_assert_true (chiso_rederive_sync (again, extractor, NULL, &error));
  g_assert_no_error (error);
  document = chiso_store_document_sync (again, id, &error);
  g_assert_cmpstr (document->publisher, ==, "Thanh tra tỉnh Nghệ An");
  found = chiso_store_documents_sync (again, "thanh tra tinh", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  stale = chiso_store_documents_sync (again, "bo cu", NULL);
  g_assert_cmpuint (stale->len, ==, 0);
  records = chiso_store_query_sync (again, &(const ChisoQuery){ .document_id = 2 }, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (((ChisoRecord *) records->pdata[0])->publisher, ==, "Báo Nghệ An");
}

static void
changed_cb (guint *n)
{
  (*n)++;
}

static void
answer_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *answer;
}

static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoExtractor) before = extractor_new (fixture, schools);
  g_autoptr (ChisoExtractor) after = extractor_new (fixture, libraries);
  g_autoptr (ChisoStore) old = open_with (fixture, before);
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0, n_changed = 0;

  add (old, before, TEXT, NULL);
  add (old, before, "Năm 2022, tỉnh Nghệ An đã xây dựng 900 thư viện tại các thôn.\n", NULL);
  chiso_store_close (old);
  decide (fixture);

  store = open_with (fixture, after);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (changed_cb), &n_changed);
  chiso_rederive_async (store, after, NULL, answer_cb, &answer);
  g_assert_true (chiso_rederive_finish (store, wait_for (&answer), &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_figures (store, "village_libraries 2022 900, village_libraries 2023 1250");
  chiso_store_close (store);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM decisions"), ==, 2);
}

/* Stopped, it has changed whole documents or none, and the next opening does the rest. */
static void
test_cancel (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoExtractor) before = extractor_new (fixture, schools);
  g_autoptr (ChisoExtractor) after = extractor_new (fixture, libraries);
  g_autoptr (ChisoStore) old = open_with (fixture, before);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 9;

  add (old, before, TEXT, NULL);
  chiso_store_close (old);
  store = open_with (fixture, after);
  g_cancellable_cancel (cancellable);
  chiso_rederive_async (store, after, cancellable, answer_cb, &answer);
  g_assert_false (chiso_rederive_finish (store, wait_for (&answer), &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (chiso_rederive_sync (store, after, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
}

#define LIBRARY_VARIABLE "CHISO_TEST_LIBRARY"
#define N_KILLED 4

/* Dies once the first document is new. Its next steps need the main loop, which never gets to the last. */
static void
kill_cb (ChisoStore *store, gpointer data)
{
  kill (getpid (), SIGKILL);
}

static void
rederive_until_killed (void)
{
  StoreFixture fixture = { .path = (char *) g_getenv (LIBRARY_VARIABLE),
                           .geo = chiso_geo_new_from_resources (NULL) };
  g_autoptr (ChisoExtractor) after = extractor_new (&fixture, libraries);
  g_autoptr (ChisoStore) store = open_with (&fixture, after);
  g_autoptr (GAsyncResult) answer = NULL;

  g_signal_connect (store, "changed", G_CALLBACK (kill_cb), NULL);
  chiso_rederive_async (store, after, NULL, answer_cb, &answer);
  wait_for (&answer);
}

/* Killed in the middle, each document is either as it was or new, and the next opening does the rest only. */
static void
test_kill (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoExtractor) before = extractor_new (fixture, schools);
  g_autoptr (ChisoExtractor) after = extractor_new (fixture, libraries);
  g_autoptr (ChisoStore) old = open_with (fixture, before);
  g_autoptr (ChisoStore) store = NULL;
  gint64 done;
  guint n = 0;

  for (guint i = 0; i < N_KILLED; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Năm 2023, tỉnh Nghệ An đã xây dựng %u trường. Tỉnh đã xây dựng %u thư viện.\n", 11 + i,
          21 + i);

      add (old, before, text, NULL);
    }
  chiso_store_close (old);

  g_setenv (LIBRARY_VARIABLE, fixture->path, TRUE);
  g_test_trap_subprocess ("/core/rederive/kill/subprocess", 0, 0);
  g_unsetenv (LIBRARY_VARIABLE);
  g_assert_false (g_test_trap_has_passed ());

  store = open_with (fixture, after);
  done = store_number (fixture->path, "SELECT count(DISTINCT document_id) FROM observations AS o "
                                      "JOIN series AS s ON s.id = o.series "
                                      "WHERE s.indicator = 'village_libraries'");
  g_assert_cmpint (done, >, 0);
  g_assert_cmpint (done, <, N_KILLED);
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM observations"), ==, N_KILLED);
  g_assert_true (chiso_rederive_sync (store, after, &n, NULL));
  g_assert_cmpuint (n, ==, N_KILLED - done);
  assert_figures (store, "village_libraries 2023 21, village_libraries 2023 22, "
                         "village_libraries 2023 23, village_libraries 2023 24");
}

#define ADD(path, function)                                                                        \
  g_test_add (path, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/core/rederive/sync", test_sync);
  ADD ("/core/rederive/extractor-version", test_extractor_version);
  ADD ("/core/rederive/dates", test_dates);
  ADD ("/core/rederive/publishers", test_publishers);
  ADD ("/core/rederive/async", test_async);
  ADD ("/core/rederive/cancel", test_cancel);
  ADD ("/core/rederive/kill", test_kill);
  g_test_add_func ("/core/rederive/kill/subprocess", rederive_until_killed);
  return g_test_run ();
}
