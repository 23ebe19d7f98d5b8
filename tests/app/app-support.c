/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes what tests of the application begin with. */

#include "app-support.h"

#include <glib/gstdio.h>
#include <string.h>

ChisoSession *
test_session_new (void)
{
  g_autoptr (GError) error = NULL;
  ChisoSession *session = chiso_session_new ("en", NULL, &error);

  g_assert_no_error (error);
  return session;
}

ChisoSession *
test_session_new_with_library (char **folder)
{
  ChisoSession *session = test_session_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  *folder = g_dir_make_tmp ("chiso-app-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (*folder, "library.chiso", NULL);
  chiso_session_open_library (session, path, &error);
  g_assert_no_error (error);
  return session;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
test_session_end (ChisoSession *session, char *folder)
{
  g_assert_finalize_object (session);
  remove_folder (folder);
  g_free (folder);
}

GPtrArray *
test_coverage_new (const char *const *lines)
{
  GPtrArray *coverage = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_coverage_free);

  for (; *lines != NULL; lines++)
    {
      g_auto (GStrv) words = g_strsplit (*lines, " ", -1);
      ChisoCoverage *row = g_new0 (ChisoCoverage, 1);

      row->place = g_strdup (words[0]);
      row->indicator = g_strdup (words[1]);
      row->year = atoi (words[2]);
      row->boundary = words[3] != NULL ? CHISO_BOUNDARY_34 : CHISO_BOUNDARY_63;
      row->n = 1;
      g_ptr_array_add (coverage, row);
    }
  return coverage;
}

static ChisoSpan
find_span (const char *text, const char *part)
{
  const char *found = strstr (text, part);

  g_assert_nonnull (found);
  return (ChisoSpan){ found - text, found - text + strlen (part) };
}

static ChisoExtraction *
make_extraction (void)
{
  ChisoExtraction *extraction = g_new0 (ChisoExtraction, 1);
  ChisoObservation *observation = chiso_observation_new ("dialogue_sessions", "40");

  observation->boundary = CHISO_BOUNDARY_63;
  observation->period = chiso_period_year (2021);
  observation->value = 226;
  observation->sentence = find_span (TEST_SENTENCE, TEST_SENTENCE);
  observation->evidence = find_span (TEST_SENTENCE, "226 cuộc đối thoại");
  observation->figure = find_span (TEST_SENTENCE, "226");
  observation->confidence = 1;
  observation->rule = g_intern_static_string ("test");
  extraction->observations = g_ptr_array_new_with_free_func (
      (GDestroyNotify) chiso_observation_free);
  g_ptr_array_add (extraction->observations, observation);
  extraction->place = g_strdup ("40");
  extraction->boundary = CHISO_BOUNDARY_63;
  return extraction;
}

static void
free_extraction (ChisoExtraction *extraction)
{
  g_ptr_array_unref (extraction->observations);
  g_free (extraction->place);
  g_free (extraction);
}

gint64
test_session_add_report (ChisoSession *session, gint64 *document_id)
{
  ChisoStore *store = chiso_session_get_store (session);
  g_autoptr (ChisoDocument) document = chiso_document_new ("bao-cao.txt");
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  ChisoExtraction *extraction = make_extraction ();
  ChisoAdded added;

  document->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEST_SENTENCE, -1);
  document->title = g_strdup ("Báo cáo công tác dân vận");
  document->publisher = g_strdup ("Báo Nghệ An");
  document->format = g_strdup ("text");
  document->encoding = g_strdup ("UTF-8");
  document->boundary = CHISO_BOUNDARY_63;
  document->text = g_strdup (TEST_SENTENCE);
  document->length = strlen (TEST_SENTENCE);
  chiso_store_add_sync (store, document, extraction, &added, &error);
  g_assert_no_error (error);
  free_extraction (extraction);

  records = chiso_store_query_sync (store, &(ChisoQuery){ .document_id = added.document_id },
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  *document_id = added.document_id;
  return ((ChisoRecord *) records->pdata[0])->id;
}
