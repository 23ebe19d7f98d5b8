/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score against counts of its reference definition (tests/data/score/expected.tsv): one set of
 * perturbed predictions of whole reports, one of cases made to be hard. */

#include "core/chiso-score.h"
#include "core/chiso-table.h"

#include <gio/gio.h>

static const char *const report_names[] = {
  "01-tuyen-quang-ntm-va-tiep-dan", "05-hai-duong-txdt",
  "08-bac-giang-bang-so-lieu",      "10-hoa-binh-suc-dan",
  "14-dak-lak-hai-moc-thoi-gian",   "16-ca-mau-mui-dat",
  "20-diem-tin-cac-tinh",           NULL,
};
static const char *const edge_names[] = { "columns", "matching", "not-a-gold",
                                          "places",  "spans",    NULL };

/* NULL when there is no such file: several are missing on purpose. */
static GBytes *
load (const char *folder, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, file, NULL);
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  return g_bytes_new_take (contents, length);
}

static ChisoScore *
score_set (const char *gold_folder, const char *predicted_folder, const char *const *names)
{
  ChisoScore *score = chiso_score_new ();

  for (; *names != NULL; names++)
    {
      g_autoptr (GBytes) gold = load (gold_folder, *names, ".tsv");
      g_autoptr (GBytes) optional = load (gold_folder, *names, ".optional.tsv");
      g_autoptr (GBytes) predicted = load (predicted_folder, *names, ".tsv");
      gboolean is_gold = g_strcmp0 (*names, "not-a-gold") != 0, valid;

      g_assert_nonnull (gold);
      g_assert_true (chiso_score_add (score, *names, gold, optional, predicted, &valid) == is_gold);
      if (is_gold)
        g_assert_true (valid == (g_strcmp0 (*names, "columns") != 0));
    }
  return score;
}

static void
assert_counts (const ChisoScoreCounts *counts, const char *what, guint gold, guint predicted,
               guint matched)
{
  g_autofree char *actual = NULL;
  g_autofree char *expected = g_strdup_printf ("%s %u %u %u", what, gold, predicted, matched);

  g_assert_nonnull (counts);
  actual = g_strdup_printf ("%s %u %u %u", what, counts->gold, counts->predicted, counts->matched);
  g_assert_cmpstr (actual, ==, expected);
}

static const ChisoScoreCounts *
find_level (const ChisoScore *score, const char *name)
{
  for (guint level = 0; level < CHISO_SCORE_N_LEVELS; level++)
    if (g_strcmp0 (chiso_score_level_name (level), name) == 0)
      return chiso_score_level (score, level);
  return NULL;
}

static gboolean
assert_total (const ChisoScore *score, const char *key, guint expected)
{
  const struct
  {
    const char *key;
    guint actual;
  } totals[] = {
    { "n_reports", chiso_score_n_reports (score) },
    { "n_duplicates", chiso_score_n_duplicates (score) },
    { "n_qualifiers", chiso_score_n_qualifiers (score) },
    { "n_fractions", chiso_score_n_fractions (score) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (g_strcmp0 (key, totals[i].key) == 0)
      {
        g_assert_cmpuint (totals[i].actual, ==, expected);
        return TRUE;
      }
  return FALSE;
}

static void
compare_with_expected (const ChisoScore *score, const char *set)
{
  g_autoptr (GBytes) bytes = load ("score", "expected", ".tsv");
  g_autoptr (ChisoTable) table = chiso_table_new (bytes);
  g_autoptr (GList) ids = chiso_score_indicators (score);
  guint n_indicators = 0;

  for (guint i = 0; i < chiso_table_n_rows (table); i++)
    {
      const char *key = chiso_table_cell (table, i, 1);
      guint numbers[3];
      const ChisoScoreCounts *level = find_level (score, key);

      if (g_strcmp0 (chiso_table_cell (table, i, 0), set) != 0)
        continue;
      for (guint n = 0; n < 3; n++)
        numbers[n] = g_ascii_strtoull (chiso_table_cell (table, i, 2 + n), NULL, 10);
      if (assert_total (score, key, numbers[0]))
        continue;
      n_indicators += level == NULL;
      assert_counts (level != NULL ? level : chiso_score_indicator (score, key), key, numbers[0],
                     numbers[1], numbers[2]);
    }
  g_assert_cmpuint (n_indicators, ==, g_list_length (ids));
  g_assert_cmpuint (n_indicators, >, 0);
}

static void
test_reports (void)
{
  g_autoptr (ChisoScore) score = score_set ("reports", "score/reports", report_names);

  compare_with_expected (score, "reports");
}

static void
test_edge (void)
{
  g_autoptr (ChisoScore) score = score_set ("score/edge-gold", "score/edge", edge_names);

  compare_with_expected (score, "edge");
}

/* A report that scores itself has nothing to list and loses nothing to its optional figures. */
static void
test_perfect (void)
{
  g_autoptr (ChisoScore) score = score_set ("reports", "reports", report_names);

  for (guint level = 0; level < CHISO_SCORE_N_LEVELS; level++)
    g_assert_cmpfloat (chiso_score_f1 (chiso_score_level (score, level)), ==, 1);
  g_assert_cmpstr (chiso_score_list (score), ==, "");
}

static void
test_list (void)
{
  g_autoptr (ChisoScore) score = score_set ("score/edge-gold", "score/edge", edge_names);

  g_assert_cmpstr (
      chiso_score_list (score), ==,
      "\n== columns\n"
      "  miss   grdp_growth  40  2023  level 7.1\n"
      "\n== matching\n"
      "  miss   voter_petitions  VN  2023  level 1000\n"
      "  false  voter_meetings  VN  2023  level \n"
      "  false  voter_meetings  VN  2023  level 996\n"
      "\n== places\n"
      "  miss   ntm_communes  40/Nam Đàn  2023  level 7   [predicted with place 40/Nam Dàn]\n"
      "  false  ntm_communes  40/Nam Dàn  2023  level 7\n"
      "\n== spans\n"
      "  false  citizen_receptions  40  2016/2024  level 200\n");
}

static void
test_empty (void)
{
  g_autoptr (ChisoScore) score = chiso_score_new ();
  const ChisoScoreCounts *counts = chiso_score_level (score, CHISO_SCORE_PERIOD);

  g_assert_cmpfloat (chiso_score_precision (counts), ==, 0);
  g_assert_cmpfloat (chiso_score_recall (counts), ==, 0);
  g_assert_cmpfloat (chiso_score_f1 (counts), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/score/reports", test_reports);
  g_test_add_func ("/core/score/edge", test_edge);
  g_test_add_func ("/core/score/perfect", test_perfect);
  g_test_add_func ("/core/score/list", test_list);
  g_test_add_func ("/core/score/empty", test_empty);
  return g_test_run ();
}
