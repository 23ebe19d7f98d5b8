/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The extraction is as good as is promised, by the strict score. A floor is raised when the extractor
 * gets better and never lowered; ./dev score --list says what was missed. */

#include "score-folder.h"

#define REPORTS_FLOOR 0.90
#define SEEDS_FLOOR 0.90

static void
assert_floor (const char *folder, const char *prefix, double floor)
{
  g_autoptr (ChisoScore) score = chiso_score_new ();
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const ChisoScoreCounts *strict;

  score_folder (score, folder, prefix, NULL, complaints, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (complaints->len, ==, 0);
  strict = chiso_score_level (score, CHISO_SCORE_PERIOD);
  g_test_message ("F1 %.3f over %u reports", chiso_score_f1 (strict),
                  chiso_score_n_reports (score));
  g_assert_cmpfloat (chiso_score_f1 (strict), >=, floor);
}

static void
test_reports (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "reports", NULL);

  assert_floor (folder, "", REPORTS_FLOOR);
}

/* Published articles, which are not ours to pass on, stand beside the tree or nowhere. */
static void
test_seeds (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CHISO_SHARED"), "reports", NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("There is no folder ../shared/reports with the published articles");
      return;
    }
  assert_floor (folder, "seed-", SEEDS_FLOOR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/score/reports", test_reports);
  g_test_add_func ("/score/seeds", test_seeds);
  return g_test_run ();
}
