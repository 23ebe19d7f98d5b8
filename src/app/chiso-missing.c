/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts rows of coverage by indicator. Reads no figures. */

#include "chiso-missing.h"

#include "chiso-coverage.h"

#include <stdlib.h>
#include <string.h>

static gboolean
is_nearer (int candidate, int best, int year)
{
  int away = abs (candidate - year), least = abs (best - year);

  return best == 0 || away < least || (away == least && candidate > best);
}

/* What is known of one indicator. */
typedef struct
{
  ChisoMissing missing;
  gboolean reported; /* for the year, by the place */
} Found;

static void
count_row (Found *found, const ChisoCoverage *row, const char *place, int year)
{
  gboolean own = g_str_equal (row->place, place);

  if (own && row->year == year)
    found->reported = TRUE;
  if (own && is_nearer (row->year, found->missing.nearest_year, year))
    found->missing.nearest_year = row->year;
  if (!own && row->year == year && !g_str_equal (row->place, "VN")
      && strchr (row->place, '/') == NULL)
    found->missing.n_others++;
}

/* By the ids of indicators. */
static GHashTable *
look_up (GPtrArray *coverage, ChisoBoundary boundary, const char *place, int year)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gboolean country = g_str_equal (place, "VN");
  const char *last = NULL;
  Found *found = NULL;

  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];

      if (row->boundary != boundary && !country)
        continue;
      /* Rows of one indicator follow each other. */
      if (g_strcmp0 (row->indicator, last) != 0)
        found = g_hash_table_lookup (table, row->indicator);
      last = row->indicator;
      if (found == NULL)
        {
          found = g_new0 (Found, 1);
          g_hash_table_insert (table, row->indicator, found);
        }
      count_row (found, row, place, year);
    }
  return table;
}

static int
compare_missing (gconstpointer left, gconstpointer right)
{
  const ChisoMissing *a = left, *b = right;

  if (a->n_others != b->n_others)
    return a->n_others < b->n_others ? 1 : -1;
  return b->nearest_year - a->nearest_year;
}

GArray *
chiso_missing_list (GPtrArray *coverage, ChisoCatalogue *catalogue, const char *key, int year)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (ChisoMissing));
  g_autoptr (GHashTable) table = NULL;
  ChisoBoundary boundary;
  const char *place;

  g_return_val_if_fail (coverage != NULL && catalogue != NULL, list);

  if (!chiso_place_key_parse (key, &boundary, &place))
    return list;
  table = look_up (coverage, boundary, place, year);
  for (guint i = 0; i < chiso_catalogue_n_indicators (catalogue); i++)
    {
      const ChisoIndicator *indicator = chiso_catalogue_indicator (catalogue, i);
      Found *found = g_hash_table_lookup (table, indicator->id);

      if (found == NULL || found->reported
          || (found->missing.nearest_year == 0 && found->missing.n_others < CHISO_MISSING_OTHERS))
        continue;
      found->missing.indicator = indicator;
      g_array_append_val (list, found->missing);
    }
  g_array_sort (list, compare_missing);
  return list;
}
