/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store when something goes wrong in the middle: broken rules, a full disk, a cancel, a kill.
 * Whatever happens, a message is there as a whole or not at all. */

#include "store-support.h"

#include "core/chiso-catalogue-load.h"

#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define LIBRARY_VARIABLE "CHISO_TEST_LIBRARY"
#define TEXT "Năm 2023, tỉnh tổ chức 12 cuộc đối thoại."

static void
assert_whole (const char *path, gint64 n_documents)
{
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM documents"), ==, n_documents);
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM derivations"), ==, n_documents);
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM search_keys"), ==, n_documents);
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM search WHERE search MATCH 'doi'"), ==,
                   n_documents);
  /* Rows that no foreign key holds together. */
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM search AS s JOIN documents AS d "
                                       "ON d.id = s.rowid"),
                   ==, n_documents);
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM observations"), ==, n_documents);
  g_assert_cmpint (store_number (path, "SELECT integrity_check = 'ok' "
                                       "FROM pragma_integrity_check"),
                   ==, 1);
  g_assert_cmpint (store_number (path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

/* Adds a report whose second figure is spoilt by the caller; it must fail with code. */
static void
assert_rejected (ChisoStore *store, ChisoExtraction *extraction)
{
  g_autoptr (ChisoDocument) document = store_document ("hỏng.txt", TEXT, 1);
  g_autoptr (GError) error = NULL;
  ChisoAdded added;

  g_assert_false (chiso_store_add_sync (store, document, extraction, &added, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "hỏng.txt"));
}

static void
test_constraint (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  ChisoExtraction *extraction = store_extraction ();
  ChisoObservation *second;

  store_add_report (store, "good", 2020, 1);
  store_observe (extraction, TEXT, "12 cuộc", "12", 2023, 12);
  second = store_observe (extraction, TEXT, "12 cuộc", "12", 2022, 13);

  second->confidence = 2;
  assert_rejected (store, extraction);
  second->confidence = 0.5;

  second->evidence.end = strlen (TEXT) + 1;
  assert_rejected (store, extraction);
  /* In the middle of "ă". */
  second->evidence = (ChisoSpan){ 2, 5 };
  assert_rejected (store, extraction);
  second->evidence = second->figure;

  second->value = NAN;
  assert_rejected (store, extraction);

  assert_whole (fixture->path, 1);
  store_extraction_free (extraction);
}

static void
test_invalid_text (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (ChisoDocument) document = store_document ("tcvn.txt", "S\xe8 li\xd6u", 1);
  g_autoptr (GError) error = NULL;
  ChisoExtraction *extraction = store_extraction ();

  g_assert_false (chiso_store_add_sync (store, document, extraction, NULL, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "tcvn.txt"));
  assert_whole (fixture->path, 0);
  store_extraction_free (extraction);
}

/* A file that only looks like a library of ours is refused by row, before anybody cuts its spans
 * out of text. */
static void
test_impossible_rows (StoreFixture *fixture, gconstpointer data)
{
  static const char *const spoils[] = {
    "UPDATE observations SET evidence_stop = 100000",
    "UPDATE observations SET evidence_start = -5",
    "UPDATE observations SET period = 'soon'",
    "UPDATE documents SET text = 'short'",
    "UPDATE observations SET sentence_stop = sentence_stop - 3", /* inside “ạ” */
    "UPDATE documents SET length = 1",
    "UPDATE repeats SET stop = 100000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (ChisoStore) store = store_open_empty (fixture);
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GError) error = NULL;
      ChisoQuery query = { 0 };
      gint64 id = store_add_report (store, "a", 2020, 1);

      g_assert_true (store_run (store, CHISO_WORK_WRITE,
                                "INSERT INTO repeats SELECT document_id, n, 0, 1 FROM observations",
                                NULL));
      g_assert_true (store_run (store, CHISO_WORK_WRITE, spoils[i], &error));
      g_assert_no_error (error);
      records = chiso_store_query_sync (store, &query, &error);
      g_assert_null (records);
      g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CORRUPT);
      g_assert_true (chiso_store_remove_sync (store, id, NULL));
    }
}

/* The document that does not fit brings nothing in, and the library goes on once there is room. */
static void
test_full (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autofree char *filler = g_strnfill (1000000, 'a');
  g_autofree char *text = g_strconcat (TEXT, " ", filler, NULL);
  g_autoptr (ChisoDocument) document = store_document ("lớn.txt", text, 1);
  g_autoptr (GError) error = NULL;
  ChisoExtraction *extraction = store_extraction ();
  ChisoAdded added;

  store_add_report (store, "good", 2020, 1);
  store_observe (extraction, text, "12 cuộc", "12", 2023, 12);

  /* As small as the file is already. */
  g_assert_true (store_run (store, CHISO_WORK_BARE, "PRAGMA max_page_count = 1", NULL));
  g_assert_false (chiso_store_add_sync (store, document, extraction, &added, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "lớn.txt"));
  assert_whole (fixture->path, 1);

  g_clear_error (&error);
  g_assert_true (store_run (store, CHISO_WORK_BARE, "PRAGMA max_page_count = 100000", NULL));
  g_assert_true (chiso_store_add_sync (store, document, extraction, &added, &error));
  g_assert_no_error (error);
  assert_whole (fixture->path, 2);
  store_extraction_free (extraction);
}

typedef struct
{
  gboolean done;
  GError *error;
} Answer;

static void
add_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  chiso_store_add_finish (CHISO_STORE (source), result, NULL, &answer->error);
  answer->done = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
wait_work (ChisoDb *db, gpointer data, GError **error)
{
  GMutex *gate = data;

  g_mutex_lock (gate);
  g_mutex_unlock (gate);

  return gate;
}

static const ChisoWork waiting = { CHISO_WORK_WRITE, NULL, wait_work, NULL, NULL };

/* An import that is cancelled while others are before it never begins; the next one is not hurt. */
static void
test_cancel_queued (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (ChisoDocument) first = store_document ("first", TEXT, 1);
  g_autoptr (ChisoDocument) second = store_document ("second", TEXT " ", 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ChisoExtraction *extraction = store_extraction ();
  Answer answers[2] = { 0 };
  GMutex gate;

  store_observe (extraction, TEXT, "12 cuộc", "12", 2023, 12);
  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  chiso_worker_push (chiso_store_worker (store, NULL), &waiting, &gate,
                     g_task_new (store, NULL, NULL, NULL));
  chiso_store_add_async (store, first, extraction, cancellable, add_cb, &answers[0]);
  chiso_store_add_async (store, second, extraction, NULL, add_cb, &answers[1]);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);

  wait_for (&answers[0]);
  wait_for (&answers[1]);
  g_assert_error (answers[0].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (answers[1].error);
  assert_whole (fixture->path, 1);
  g_clear_error (&answers[0].error);
  g_mutex_clear (&gate);
  store_extraction_free (extraction);
}

/* Adds a document with its figures and never returns: the process is killed inside the transaction. */
static gpointer
killed_work (ChisoDb *db, gpointer data, GError **error)
{
  g_autoptr (ChisoDocument) document = store_document ("killed", TEXT, 3);
  g_autoptr (GHashTable) series = chiso_series_new ();
  g_autoptr (ChisoWriter) writer = chiso_writer_new (db, series, "any", error);
  ChisoExtraction *extraction = store_extraction ();
  gboolean already_there;

  store_observe (extraction, TEXT, "12 cuộc", "12", 2023, 12);
  /* A cache of one page: what is not committed is on the disk all the same. */
  g_assert_true (chiso_db_script (db, "PRAGMA cache_size = 1", NULL));
  g_assert_true (chiso_writer_insert_document (writer, document, &already_there, NULL));
  g_assert_true (chiso_writer_insert_derived (writer, document, extraction, "doi thoai", NULL));
  kill (getpid (), SIGKILL);

  return NULL;
}

static void
run_until_killed (void)
{
  static const ChisoWork work = { CHISO_WORK_WRITE, NULL, killed_work, NULL, NULL };
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (ChisoStore)
      store = chiso_store_open (g_getenv (LIBRARY_VARIABLE), catalogue, NULL, NULL, NULL);

  store_add_report (store, "committed", 2020, 1);
  chiso_worker_run (chiso_store_worker (store, NULL), &work, NULL, NULL);
}

static void
test_kill (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_setenv (LIBRARY_VARIABLE, fixture->path, TRUE);
  g_test_trap_subprocess ("/core/store/kill/subprocess", 0, 0);
  g_unsetenv (LIBRARY_VARIABLE);
  g_assert_false (g_test_trap_has_passed ());

  store = store_open_empty (fixture);
  found = chiso_store_documents_sync (store, "doi thoai", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  assert_whole (fixture->path, 1);
  store_add_report (store, "afterwards", 2021, 1);
  assert_whole (fixture->path, 2);
}

/* From here on no file of this process grows beyond half of a new library. */
static void
limit_file_size (void)
{
  const struct rlimit size = { 64 * 1024, 64 * 1024 };
  const struct rlimit core = { 0, 0 };

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &size), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &core), ==, 0);
}

static ChisoStore *
create_named (GError **error)
{
  g_autoptr (ChisoCatalogue) catalogue = chiso_catalogue_load (NULL, NULL);
  g_autoptr (GBytes) starter = g_resources_lookup_data ("/org/chiso/ChiSo/data/starter.tsv",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return chiso_store_open (g_getenv (LIBRARY_VARIABLE), catalogue, NULL, starter, error);
}

/* The kernel kills the process at the write that goes beyond. */
static void
create_until_killed (void)
{
  limit_file_size ();
  create_named (NULL);
}

/* Or the write fails. */
static void
create_in_vain (void)
{
  g_autoptr (GError) error = NULL;

  limit_file_size ();
  signal (SIGXFSZ, SIG_IGN);
  g_assert_null (create_named (&error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "library.chiso"));
}

static void
test_kill_creation (StoreFixture *fixture, gconstpointer data)
{
  g_setenv (LIBRARY_VARIABLE, fixture->path, TRUE);
  g_test_trap_subprocess ("/core/store/create-killed/subprocess", 0, 0);
  g_unsetenv (LIBRARY_VARIABLE);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  g_object_unref (store_open_starter (fixture));
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM curated"), ==, 728);
}

static void
test_fail_creation (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;

  g_setenv (LIBRARY_VARIABLE, fixture->path, TRUE);
  g_test_trap_subprocess ("/core/store/create-failed/subprocess", 0, 0);
  g_unsetenv (LIBRARY_VARIABLE);
  g_test_trap_assert_passed ();

  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
assert_script_fails (ChisoStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (store_run (store, CHISO_WORK_WRITE, sql, &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT);
}

static void
test_decisions (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  gint64 id = store_add_report (store, "a", 2020, 1);

  g_assert_true (store_run (store, CHISO_WORK_WRITE,
                            "INSERT INTO decisions (decided, kind, sha256, indicator, place, "
                            "boundary, period, measure, value, evidence_start, evidence_end) "
                            "SELECT 1, 'reject', sha256, 'dialogue_sessions', '40', 63, '2020', "
                            "'level', 1, 0, 1 FROM documents",
                            NULL));
  assert_script_fails (store, "DELETE FROM decisions");
  assert_script_fails (store, "UPDATE decisions SET kind = 'accept'");
  g_assert_true (chiso_store_remove_sync (store, id, NULL));
  g_assert_cmpint (store_number (fixture->path, "SELECT count(*) FROM decisions"), ==, 1);
}

static gpointer
trust_work (ChisoDb *db, gpointer data, GError **error)
{
  gint64 *trusted = data;

  return chiso_db_number (db, "PRAGMA trusted_schema", trusted, error) ? data : NULL;
}

/* Text in double quotes is no string, a stored expression may not call what is unsafe, the schema
 * cannot be written, and rows refer to rows. */
static void
test_hardened (StoreFixture *fixture, gconstpointer data)
{
  static const ChisoWork trust = { CHISO_WORK_READ, NULL, trust_work, NULL, NULL };
  g_autoptr (ChisoStore) store = store_open_empty (fixture);
  g_autoptr (GError) error = NULL;
  gint64 trusted = 1;

  g_assert_nonnull (chiso_worker_run (chiso_store_worker (store, NULL), &trust, &trusted, NULL));
  g_assert_cmpint (trusted, ==, 0);
  g_assert_false (store_run (store, CHISO_WORK_READ, "SELECT \"no such column\"", &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (store_run (store, CHISO_WORK_WRITE,
                             "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (
      store_run (store, CHISO_WORK_WRITE,
                 "INSERT INTO series VALUES (1, 'i', '40', 63, 1);"
                 "INSERT INTO observations (document_id, n, series, period, last_year, measure, "
                 "value, qualifier, evidence_start, evidence_stop, figure_start, figure_stop, "
                 "sentence_start, sentence_stop, confidence, rule) "
                 "VALUES (7, 0, 1, '2020', 2020, 'level', 1, '', 0, 0, 0, 0, 0, 0, 1, '')",
                 &error));
  g_assert_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_CONSTRAINT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/core/store/" path, StoreFixture, NULL, store_set_up, function, store_tear_down)
  ADD ("constraint", test_constraint);
  ADD ("invalid-text", test_invalid_text);
  ADD ("impossible-rows", test_impossible_rows);
  ADD ("full", test_full);
  ADD ("cancel-queued", test_cancel_queued);
  ADD ("kill", test_kill);
  ADD ("create-killed", test_kill_creation);
  ADD ("create-failed", test_fail_creation);
  ADD ("decisions", test_decisions);
  ADD ("hardened", test_hardened);
  g_test_add_func ("/core/store/kill/subprocess", run_until_killed);
  g_test_add_func ("/core/store/create-killed/subprocess", create_until_killed);
  g_test_add_func ("/core/store/create-failed/subprocess", create_in_vain);

  return g_test_run ();
}
