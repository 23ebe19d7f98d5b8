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

/* What coverage has of one indicator. FALSE where the place reports it for the year. */
static gboolean
look_up (GPtrArray *coverage, ChisoBoundary boundary, const char *place, int year,
         ChisoMissing *missing)
{
  gboolean country = g_str_equal (place, "VN");

  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];
      gboolean own = g_str_equal (row->place, place);

      if (!g_str_equal (row->indicator, missing->indicator->id)
          || (row->boundary != boundary && !country))
        continue;
      if (own && row->year == year)
        return FALSE;
      if (own && is_nearer (row->year, missing->nearest_year, year))
        missing->nearest_year = row->year;
      if (!own && row->year == year && !g_str_equal (row->place, "VN")
          && strchr (row->place, '/') == NULL)
        missing->n_others++;
    }
  return TRUE;
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
  ChisoBoundary boundary;
  const char *place;

  g_return_val_if_fail (coverage != NULL && catalogue != NULL, list);

  if (!chiso_place_key_parse (key, &boundary, &place))
    return list;
  for (guint i = 0; i < chiso_catalogue_n_indicators (catalogue); i++)
    {
      ChisoMissing missing = { .indicator = chiso_catalogue_indicator (catalogue, i) };

      if (look_up (coverage, boundary, place, year, &missing)
          && (missing.nearest_year != 0 || missing.n_others >= CHISO_MISSING_OTHERS))
        g_array_append_val (list, missing);
    }
  g_array_sort (list, compare_missing);
  return list;
}
