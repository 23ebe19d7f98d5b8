/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chiso-score [--list] [--pred=FOLDER] GOLD: how well the extractor, or a folder of predictions,
 * agrees with the golds of a folder. A tool for who works on the extraction, not installed; the
 * score itself is in the core. */

#include "score-folder.h"

#include <locale.h>
#include <stdio.h>

static void
print_counts (const char *name, const ChisoScoreCounts *counts)
{
  printf ("%-28s %6u %6u %6u %7.3f %7.3f %7.3f\n", name, counts->gold, counts->predicted,
          counts->matched, chiso_score_precision (counts), chiso_score_recall (counts),
          chiso_score_f1 (counts));
}

static void
print_score (const ChisoScore *score, gboolean list)
{
  g_autoptr (GList) ids = chiso_score_indicators (score);
  const ChisoScoreCounts *strict = chiso_score_level (score, CHISO_SCORE_PERIOD);

  printf ("%u reports; %u duplicate predictions counted once\n\n", chiso_score_n_reports (score),
          chiso_score_n_duplicates (score));
  printf ("%-28s %6s %6s %6s %7s %7s %7s\n", "", "gold", "pred", "match", "prec", "rec", "F1");
  for (guint level = 0; level < CHISO_SCORE_N_LEVELS; level++)
    print_counts (chiso_score_level_name (level), chiso_score_level (score, level));
  printf ("\nper indicator, by all that is compared\n");
  for (GList *id = ids; id != NULL; id = id->next)
    print_counts (id->data, chiso_score_indicator (score, id->data));
  if (strict->matched > 0)
    printf ("\nof %u matched: qualifier agrees %.3f, numerator and denominator agree %.3f\n",
            strict->matched, (double) chiso_score_n_qualifiers (score) / strict->matched,
            (double) chiso_score_n_fractions (score) / strict->matched);
  if (list)
    fputs (chiso_score_list (score), stdout);
}

int
main (int argc, char **argv)
{
  gboolean list = FALSE;
  g_autofree char *predictions = NULL;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, "List misses and false alarms", NULL },
    { "pred", 0, 0, G_OPTION_ARG_FILENAME, &predictions,
      "Score the tables of this folder, not the extractor", "FOLDER" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("GOLD");
  g_autoptr (ChisoScore) score = chiso_score_new ();
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  setlocale (LC_CTYPE, "C.UTF-8");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      fprintf (stderr, "%s\n",
               error != NULL ? error->message : "usage: chiso-score [--list] [--pred=FOLDER] GOLD");
      return 2;
    }
  if (!score_folder (score, argv[1], "", predictions, complaints, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  for (guint i = 0; i < complaints->len; i++)
    fprintf (stderr, "%s\n", (char *) complaints->pdata[i]);
  print_score (score, list);
  return 0;
}
