/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import from files to the library: what is stored, what is said of what is not, and a cancel in
 * the middle. The library is a real one; nothing is shown. */

#include "app-support.h"
#include "app/chiso-import-job.h"

#include <glib/gstdio.h>

#define LIMIT_SECONDS 60

typedef struct
{
  ChisoSession *session;
  char *folder; /* of the library */
  char *inbox;  /* of the reports */
  ChisoImportJob *job;
  guint n_finished;
  guint n_progress;
  guint cancel_at; /* reports done before the import is cancelled, 0 for never */
} Fixture;

static void
progress_cb (Fixture *fixture, ChisoImportJob *job)
{
  guint done = chiso_import_job_get_done (job);

  fixture->n_progress++;
  g_assert_cmpuint (done, <=, chiso_import_job_get_total (job));
  g_assert_false (chiso_import_job_is_finished (job));
  if (fixture->cancel_at != 0 && done >= fixture->cancel_at)
    chiso_import_job_cancel (job);
}

static void
finished_cb (Fixture *fixture, ChisoImportJob *job)
{
  fixture->n_finished++;
}

/* The thread that read last may be about to let go of the job when it has finished; nothing else may
 * hold it. */
static void
end_job (Fixture *fixture)
{
  gint64 limit = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;
  GWeakRef weak;
  gpointer job;

  g_weak_ref_init (&weak, fixture->job);
  g_clear_object (&fixture->job);
  while ((job = g_weak_ref_get (&weak)) != NULL)
    {
      g_object_unref (job);
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_thread_yield ();
    }
  g_weak_ref_clear (&weak);
}

static void
start_job (Fixture *fixture)
{
  fixture->n_finished = fixture->n_progress = 0;
  fixture->job = chiso_import_job_new (chiso_session_get_store (fixture->session),
                                       chiso_session_get_extractor (fixture->session));
  g_signal_connect_swapped (fixture->job, "progress", G_CALLBACK (progress_cb), fixture);
  g_signal_connect_swapped (fixture->job, "finished", G_CALLBACK (finished_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->session = test_session_new_with_library (&fixture->folder);
  fixture->inbox = g_build_filename (fixture->folder, "inbox", NULL);
  g_assert_cmpint (g_mkdir (fixture->inbox, 0700), ==, 0);
  start_job (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  end_job (fixture);
  g_free (fixture->inbox);
  test_session_end (fixture->session, fixture->folder);
}

static gboolean
limit_cb (gpointer data)
{
  g_error ("the import did not end within %d seconds", LIMIT_SECONDS);
  return G_SOURCE_REMOVE;
}

static const ChisoImportSummary *
run (Fixture *fixture)
{
  guint limit = g_timeout_add_seconds (LIMIT_SECONDS, limit_cb, NULL);

  while (!chiso_import_job_is_finished (fixture->job))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  return chiso_import_job_get_summary (fixture->job);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->inbox, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* A report that holds one figure and is like no other. */
static GFile *
write_report (Fixture *fixture, const char *name, guint sessions)
{
  g_autofree char *text = g_strdup_printf (
      "Năm 2023, tỉnh Nghệ An đã tổ chức %u cuộc đối thoại với nhân dân.\n", sessions);

  return write_file (fixture, name, text, -1);
}

static void
add (Fixture *fixture, GFile *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) owned = file;

  g_list_store_append (files, file);
  chiso_import_job_add_files (fixture->job, G_LIST_MODEL (files));
}

static guint
count_documents (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = chiso_store_documents_sync (
      chiso_session_get_store (fixture->session), NULL, &error);

  g_assert_no_error (error);
  return documents->len;
}

/* The one sentence that names the file: it says why, and nothing says it twice. */
static void
assert_failure (const ChisoImportSummary *summary, const char *name, const char *why)
{
  guint n = 0;

  for (guint i = 0; i < summary->failures->len; i++)
    {
      const char *sentence = summary->failures->pdata[i];

      if (strstr (sentence, name) == NULL)
        continue;
      n++;
      g_assert_nonnull (strstr (sentence, why));
      g_assert_true (g_str_has_prefix (sentence, "“"));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_null (strchr (sentence, '\n'));
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  const ChisoImportSummary *summary;
  g_autofree char *gone = g_build_filename (fixture->inbox, "gone.txt", NULL);

  add (fixture, write_report (fixture, "one.txt", 101));
  add (fixture, write_file (fixture, "empty.txt", "", 0));
  add (fixture, write_file (fixture, "binary.txt", "abc\0def", 7));
  add (fixture, write_file (fixture, "legacy.txt", "B\xb8o c\xb8o n\xa8m 2023", 16));
  add (fixture, g_file_new_for_path (gone));
  add (fixture, write_report (fixture, "two.txt", 102));
  summary = run (fixture);

  g_assert_cmpuint (summary->n_imported, ==, 2);
  g_assert_cmpuint (summary->n_already_there, ==, 0);
  g_assert_cmpuint (summary->n_figures, ==, 2);
  g_assert_cmpint (summary->first_document, >, 0);
  g_assert_false (summary->cancelled);
  g_assert_cmpuint (summary->failures->len, ==, 4);
  assert_failure (summary, "empty.txt", "is empty");
  assert_failure (summary, "binary.txt", "is no file of a kind that can be read");
  assert_failure (summary, "legacy.txt", "is not in UTF-8");
  assert_failure (summary, "gone.txt", "there is no such file");
  g_assert_cmpuint (count_documents (fixture), ==, 2);
}

/* A pasted text has no file, and is not called by what the library calls it. */
static void
test_pasted (Fixture *fixture, gconstpointer data)
{
  const ChisoImportSummary *summary;

  chiso_import_job_add_text (fixture->job, "", CHISO_DOCUMENT_CLIPBOARD);
  summary = run (fixture);
  g_assert_cmpuint (summary->failures->len, ==, 1);
  assert_failure (summary, "“Pasted text”", "is empty");
}

/* A folder is walked, and every report of it is told of before the end. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  const ChisoImportSummary *summary;

  g_object_unref (write_report (fixture, "one.txt", 101));
  g_object_unref (write_report (fixture, "two.txt", 102));
  g_object_unref (write_file (fixture, "three.txt", "", 0));
  add (fixture, g_file_new_for_path (fixture->inbox));
  chiso_import_job_add_text (fixture->job, "Năm 2022, tỉnh Nghệ An có 15 xã đạt chuẩn.", "pasted");
  g_assert_cmpuint (chiso_import_job_get_done (fixture->job), ==, 0);
  summary = run (fixture);

  g_assert_cmpuint (chiso_import_job_get_total (fixture->job), ==, 4);
  g_assert_cmpuint (chiso_import_job_get_done (fixture->job), ==, 4);
  g_assert_cmpuint (fixture->n_progress, >=, 4);
  g_assert_nonnull (chiso_import_job_get_name (fixture->job));
  g_assert_cmpuint (summary->n_imported, ==, 3);
  g_assert_cmpuint (summary->failures->len, ==, 1);
}

/* What was stored stays, what was not does not come, and a report not read has not failed. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const guint n = 20;
  const ChisoImportSummary *summary;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("report-%02u.txt", i);

      add (fixture, write_report (fixture, name, 100 + i));
    }
  fixture->cancel_at = 1;
  summary = run (fixture);

  g_assert_true (summary->cancelled);
  g_assert_cmpuint (summary->n_imported, >=, 1);
  g_assert_cmpuint (summary->n_imported, <, n);
  g_assert_cmpuint (summary->failures->len, ==, 0);
  g_assert_cmpuint (count_documents (fixture), ==, summary->n_imported);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_cmpuint (count_documents (fixture), ==, summary->n_imported);
}

static void
test_cancel_first (Fixture *fixture, gconstpointer data)
{
  add (fixture, write_report (fixture, "one.txt", 101));
  chiso_import_job_cancel (fixture->job);
  g_assert_false (chiso_import_job_is_finished (fixture->job));
  g_assert_true (run (fixture)->cancelled);
  g_assert_cmpuint (count_documents (fixture), ==, 0);
}

/* By its bytes, whatever the file is called; in the same import or in a later one. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  const ChisoImportSummary *summary;
  gint64 first;

  add (fixture, write_report (fixture, "one.txt", 101));
  add (fixture, write_report (fixture, "copy.txt", 101));
  summary = run (fixture);
  g_assert_cmpuint (summary->n_imported, ==, 1);
  g_assert_cmpuint (summary->n_already_there, ==, 1);
  first = summary->first_document;

  end_job (fixture);
  start_job (fixture);
  add (fixture, write_report (fixture, "one.txt", 101));
  summary = run (fixture);
  g_assert_cmpuint (summary->n_imported, ==, 0);
  g_assert_cmpuint (summary->n_already_there, ==, 1);
  g_assert_cmpuint (summary->n_figures, ==, 0);
  g_assert_cmpint (summary->first_document, ==, first);
  g_assert_cmpuint (summary->failures->len, ==, 0);
  g_assert_cmpuint (count_documents (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/app/import-job/several", test_several },
    { "/app/import-job/pasted", test_pasted },
    { "/app/import-job/progress", test_progress },
    { "/app/import-job/cancel", test_cancel },
    { "/app/import-job/cancel-first", test_cancel_first },
    { "/app/import-job/twice", test_twice },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}
