/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session with a person's own indicators: offered in both languages, found in the reports that
 * their library already has, and, where their file has a mistake, told and left aside. */

#include "app-support.h"
#include "app/chiso-coverage.h"

#include <glib/gstdio.h>
#include <string.h>

#define TEXT "Năm 2023, tỉnh Nghệ An đã xây dựng 1.250 thư viện tại các thôn.\n"
#define INDICATOR                                                                                    \
  "[village_libraries]\nname_vi=Thư viện thôn\nname_en=Village libraries\nunit_vi=thư viện\n" \
  "unit_en=libraries\ngroup=living\nkind=count\naggregate=sum\nunits=thư viện\ntopics=xây dựng\n"

static char *
own_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "chiso", "catalogue.d", "own.ini", NULL);
}

static void
write_own (const char *text)
{
  g_autofree char *path = own_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static ChisoSession *
open_session (const char *language)
{
  g_autoptr (GError) error = NULL;
  ChisoSession *session = chiso_session_new (language, NULL, &error);

  g_assert_no_error (error);
  chiso_session_open_library (session, NULL, &error);
  g_assert_no_error (error);
  return session;
}

static void
import (ChisoSession *session)
{
  g_autoptr (ChisoDocument) document = chiso_document_new ("a.txt");
  g_autoptr (ChisoExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;

  document->text = g_strdup (TEXT);
  document->length = strlen (TEXT);
  extraction = chiso_extract (chiso_session_get_extractor (session), TEXT, strlen (TEXT), NULL);
  chiso_store_add_sync (chiso_session_get_store (session), document, extraction, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_libraries (ChisoSession *session)
{
  static const char *const indicators[] = { "village_libraries", NULL };
  g_autoptr (GPtrArray) records = chiso_store_query_sync (
      chiso_session_get_store (session), &(ChisoQuery){ .indicators = indicators }, NULL);

  g_assert_nonnull (records);
  return records->len;
}

static void
changed_cb (guint *n)
{
  (*n)++;
}

/* The session works while its reports are read again, and says when there is something new. */
static void
test_own_indicator (void)
{
  g_autoptr (ChisoSession) before = open_session ("en");
  g_autoptr (ChisoSession) session = NULL;
  guint n_changed = 0;

  import (before);
  g_clear_object (&before);
  write_own (INDICATOR);
  session = open_session ("en");
  g_assert_null (chiso_session_get_warning (session));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), &n_changed);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_libraries (session), ==, 1);
}

static void
test_choices (void)
{
  static const char *const languages[][2] = { { "vi", "Thư viện thôn" },
                                              { "en", "Village libraries" } };

  write_own (INDICATOR);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (ChisoSession) session = open_session (languages[i][0]);
      g_autoptr (GPtrArray)
          coverage = chiso_store_coverage_sync (chiso_session_get_store (session), NULL);
      g_autoptr (GPtrArray) choices = chiso_coverage_indicator_choices (coverage, session);
      const ChisoChoice *found = NULL;

      for (guint c = 0; c < choices->len; c++)
        if (g_str_equal (((ChisoChoice *) choices->pdata[c])->key, "village_libraries"))
          found = choices->pdata[c];
      g_assert_nonnull (found);
      g_assert_cmpstr (found->label, ==, languages[i][1]);
    }
}

/* Figures that the person's file gave do not leave the library for a mistake in it. */
static void
test_mistake (void)
{
  g_autofree char *path = own_path ();
  g_autofree char *prefix = g_strconcat (path, ":11: indicators have no key “topcs”", NULL);
  g_autoptr (ChisoSession) good = NULL;
  g_autoptr (ChisoSession) session = NULL;

  write_own (INDICATOR);
  good = open_session ("en");
  import (good);
  g_assert_cmpuint (count_libraries (good), ==, 1);
  g_clear_object (&good);

  write_own (INDICATOR "topcs=mở\n");
  session = open_session ("en");
  g_assert_cmpstr (chiso_session_get_warning (session), ==, prefix);
  g_assert_null (chiso_catalogue_find (chiso_session_get_catalogue (session), "village_libraries"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_libraries (session), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/session/own-indicator", test_own_indicator);
  g_test_add_func ("/app/session/choices", test_choices);
  g_test_add_func ("/app/session/mistake", test_mistake);
  return g_test_run ();
}
