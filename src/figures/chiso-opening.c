/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores places and years by what the library has of them. Pure. */

#include "chiso-opening.h"

#define HEADLINE_WEIGHT 3

static gboolean
is_headline (const char *indicator)
{
  for (int headline = CHISO_HEADLINE_GROWTH; headline <= CHISO_HEADLINE_NTM; headline++)
    if (g_strv_contains (chiso_headline_indicators (headline), indicator))
      return TRUE;
  return FALSE;
}

static gboolean
is_better (const ChisoCoverage *row, guint score, const ChisoCoverage *best, guint best_score)
{
  gboolean country = g_str_equal (row->place, "VN");
  gboolean best_country;

  if (best == NULL)
    return TRUE;
  best_country = g_str_equal (best->place, "VN");
  if (country != best_country)
    return best_country;
  return score > best_score || (score == best_score && row->year > best->year);
}

gboolean
chiso_figures_opening (GPtrArray *coverage, const char *place, ChisoBoundary *boundary, int *year,
                       const char **best)
{
  g_autoptr (GHashTable) scores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const ChisoCoverage *found = NULL;
  guint found_score = 0;

  g_return_val_if_fail (coverage != NULL && boundary != NULL && year != NULL && best != NULL,
                        FALSE);

  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];
      char *spot;
      guint score;

      if ((place != NULL && !g_str_equal (row->place, place))
          || (*boundary != 0 && row->boundary != *boundary) || (*year != 0 && row->year != *year))
        continue;
      spot = g_strdup_printf ("%d %s %d", row->boundary, row->place, row->year);
      score = GPOINTER_TO_UINT (g_hash_table_lookup (scores, spot));
      score += is_headline (row->indicator) ? HEADLINE_WEIGHT : 1;
      g_hash_table_insert (scores, spot, GUINT_TO_POINTER (score));
      if (is_better (row, score, found, found_score))
        {
          found = row;
          found_score = score;
        }
    }
  if (found == NULL)
    return FALSE;
  *boundary = found->boundary;
  *year = found->year;
  *best = found->place;
  return TRUE;
}
