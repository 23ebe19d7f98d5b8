/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the extractor makes of whole reports, scored against their golds, and what must hold of every
 * observation in them. */

#include "core/chiso-catalogue-load.h"
#include "core/chiso-extract.h"
#include "core/chiso-score.h"
#include "core/chiso-tsv.h"

#include <string.h>

static ChisoExtractor *extractor;

/* Spans lie inside one another and on whole letters; the figure's bytes hold its digits. */
static void
check_spans (const ChisoObservation *o, const char *text, gsize length)
{
  g_autofree char *sentence = chiso_span_text (&o->sentence, text);
  g_autofree char *evidence = chiso_span_text (&o->evidence, text);

  g_assert_cmpuint (o->sentence.start, <=, o->evidence.start);
  g_assert_cmpuint (o->evidence.start, <=, o->figure.start);
  g_assert_cmpuint (o->figure.start, <, o->figure.end);
  g_assert_cmpuint (o->figure.end, <=, o->evidence.end);
  g_assert_cmpuint (o->evidence.end, <=, o->sentence.end);
  g_assert_cmpuint (o->sentence.end, <=, length);
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_true (g_utf8_validate (evidence, -1, NULL));
  g_assert_true (o->confidence > 0 && o->confidence <= 1);
}

static GBytes *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) ? g_bytes_new_take (contents, length)
                                                              : NULL;
}

static void
score_report (ChisoScore *score, const char *folder, const char *name, double least)
{
  g_autofree char *base = g_strndup (name, strlen (name) - strlen (".txt"));
  g_autofree char *gold_name = g_strconcat (base, ".tsv", NULL);
  g_autofree char *optional_name = g_strconcat (base, ".optional.tsv", NULL);
  g_autoptr (GBytes) text = read_file (folder, name);
  g_autoptr (GBytes) gold = read_file (folder, gold_name);
  g_autoptr (GBytes) optional = read_file (folder, optional_name);
  g_autoptr (GBytes) predicted = NULL;
  g_autoptr (ChisoExtraction) extraction = NULL;
  GString *rows = g_string_new (NULL);
  gsize length;
  const char *bytes = g_bytes_get_data (text, &length);

  extraction = chiso_extract (extractor, bytes, length, NULL);
  chiso_tsv_append_header (rows);
  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *o = g_ptr_array_index (extraction->observations, i);

      check_spans (o, bytes, length);
      if (o->confidence >= least)
        chiso_tsv_append_observation (rows, o, bytes);
    }
  predicted = g_string_free_to_bytes (rows);
  g_assert_true (chiso_score_add (score, base, gold, optional, predicted, NULL));
}

/* Scores what is emitted with at least that confidence of every report of the folder that has a name from "from"
 * to before "to"; returns how many there were. */
static guint
score_folder (const char *folder, const char *prefix, const char *from, const char *to,
              double least, ChisoScore *score)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt") && g_str_has_prefix (name, prefix)
        && strcmp (name, from) >= 0 && strcmp (name, to) < 0)
      g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    score_report (score, folder, g_ptr_array_index (names, i), least);
  return names->len;
}

static void
check_score (const ChisoScore *score, double precision, double f1)
{
  const ChisoScoreCounts *strict = chiso_score_level (score, CHISO_SCORE_PERIOD);

  g_test_message ("strict: precision %.3f, recall %.3f, F1 %.3f", chiso_score_precision (strict),
                  chiso_score_recall (strict), chiso_score_f1 (strict));
  if (chiso_score_precision (strict) < precision || chiso_score_f1 (strict) < f1)
    g_test_message ("%s", chiso_score_list (score));
  g_assert_cmpfloat (chiso_score_precision (strict), >=, precision);
  g_assert_cmpfloat (chiso_score_f1 (strict), >=, f1);
}

/* What must hold of the reports of a folder with names from "from" to before "to", at the strictest level. */
typedef struct
{
  const char *name;
  const char *folder;
  const char *from;
  const char *to;
  guint n_reports;
  double least; /* confidence of what is scored */
  double precision;
  double f1;
} Bound;

static const Bound BOUNDS[] = {
  { "reports", "reports", "01", "21", 20, CHISO_CONFIDENCE_ASSERTED, 0.985, 0.985 },
  /* What is emitted as sure is right. */
  { "confidence", "reports", "01", "45", 44, 0.9, 0.96, 0 },
  /* Written by others than the grammar's author, half of them never looked at while it was written. */
  { "other-voices", "reports", "21", "45", 24, CHISO_CONFIDENCE_ASSERTED, 0.95, 0.93 },
  /* Short reports by more authors, whose even ones were never looked at. */
  { "short-reports", "short-reports", "01", "A", 112, CHISO_CONFIDENCE_ASSERTED, 0.94, 0.91 },
  /* Of later authors, who never read the grammar. */
  { "later-voices", "reports", "45", "95", 50, CHISO_CONFIDENCE_ASSERTED, 0.95, 0.93 },
  /* Six of these reports, the even ones from 92 to 102, were never looked at. */
  { "last-voices", "later-reports", "01", "A", 90, CHISO_CONFIDENCE_ASSERTED, 0.95, 0.94 },
  /* Of two more authors, whose reports from 07 on were never looked at. */
  { "newest-voices", "newest-reports", "01", "A", 20, CHISO_CONFIDENCE_ASSERTED, 0.86, 0.84 },
};

static void
test_bound (gconstpointer data)
{
  const Bound *bound = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", bound->folder, NULL);
  g_autoptr (ChisoScore) score = chiso_score_new ();

  g_assert_cmpuint (score_folder (folder, "", bound->from, bound->to, bound->least, score), ==,
                    bound->n_reports);
  check_score (score, bound->precision, bound->f1);
}

static void
test_seeds (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CHISO_SHARED"), "reports", NULL);
  g_autoptr (ChisoScore) score = chiso_score_new ();

  if (score_folder (folder, "seed-", "seed-", "seed~", CHISO_CONFIDENCE_ASSERTED, score) == 0)
    {
      g_test_skip ("the published articles are not here; they are kept outside of this tree");
      return;
    }
  check_score (score, 0.90, 0.90);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ChisoCatalogue) catalogue = NULL;
  g_autoptr (ChisoGeo) geo = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalogue = chiso_catalogue_load (NULL, NULL);
  geo = chiso_geo_new_from_resources (NULL);
  extractor = chiso_extractor_new (catalogue, geo);
  for (gsize i = 0; i < G_N_ELEMENTS (BOUNDS); i++)
    {
      g_autofree char *path = g_strconcat ("/core/extract/", BOUNDS[i].name, NULL);

      g_test_add_data_func (path, &BOUNDS[i], test_bound);
    }
  g_test_add_func ("/core/extract/seeds", test_seeds);
  status = g_test_run ();
  chiso_extractor_unref (extractor);
  return status;
}
