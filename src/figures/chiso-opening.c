/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores places and years by what the library has of them. Pure. */

#include "chiso-opening.h"

#define CHART_WEIGHT 10 /* a headline chart that has something to show */
#define HEADLINE_WEIGHT 3
#define OTHER_WEIGHT 1

/* What is known of one place and year. */
typedef struct
{
  guint charts; /* a bit for each headline chart with an indicator here */
  guint score;
} Spot;

static guint
charts_with (const char *indicator)
{
  guint charts = 0;

  for (int headline = CHISO_HEADLINE_GROWTH; headline <= CHISO_HEADLINE_NTM; headline++)
    if (g_strv_contains (chiso_headline_indicators (headline), indicator))
      charts |= 1u << headline;
  return charts;
}

/* Adds an indicator of those charts to a spot and returns its new score. */
static guint
count_indicator (Spot *spot, guint charts)
{
  spot->score += charts != 0 ? HEADLINE_WEIGHT : OTHER_WEIGHT;
  for (guint added = charts & ~spot->charts; added != 0; added &= added - 1)
    spot->score += CHART_WEIGHT;
  spot->charts |= charts;
  return spot->score;
}

/* Spots are found by any of their rows. */
static guint
hash_row (gconstpointer data)
{
  const ChisoCoverage *row = data;

  return (g_str_hash (row->place) * 31 + row->year) * 31 + row->boundary;
}

static gboolean
is_same_spot (gconstpointer a, gconstpointer b)
{
  const ChisoCoverage *one = a, *other = b;

  return one->year == other->year && one->boundary == other->boundary
         && g_str_equal (one->place, other->place);
}

static Spot *
find_spot (GHashTable *spots, ChisoCoverage *row)
{
  Spot *spot = g_hash_table_lookup (spots, row);

  if (spot == NULL)
    {
      spot = g_new0 (Spot, 1);
      g_hash_table_insert (spots, row, spot);
    }
  return spot;
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
  g_autoptr (GHashTable) spots = g_hash_table_new_full (hash_row, is_same_spot, NULL, g_free);
  const ChisoCoverage *found = NULL;
  const char *indicator = NULL;
  guint found_score = 0, charts = 0;

  g_return_val_if_fail (coverage != NULL && boundary != NULL && year != NULL && best != NULL,
                        FALSE);

  for (guint i = 0; i < coverage->len; i++)
    {
      ChisoCoverage *row = coverage->pdata[i];
      guint score;

      if ((place != NULL && !g_str_equal (row->place, place))
          || (*boundary != 0 && row->boundary != *boundary) || (*year != 0 && row->year != *year))
        continue;
      /* Rows of one indicator follow each other. */
      if (g_strcmp0 (indicator, row->indicator) != 0)
        charts = charts_with (row->indicator);
      indicator = row->indicator;
      score = count_indicator (find_spot (spots, row), charts);
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
