/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a headline chart is made of, and where there is something to make one of. Works without the
 * catalogue's words. */

#include "chiso-figures-headline.h"

#include <stdlib.h>
#include <string.h>

static const char *const growth[] = { "citizen_receptions", "dialogue_sessions",
                                      "citizens_received",  "leader_receptions",
                                      "petitions_received", NULL };
static const char *const supervision[] = { "supervision_sessions", "community_supervisions",
                                           "social_criticism_sessions", "supervision_teams", NULL };
static const char *const ntm[] = { "ntm_communes_share", "ntm_communes", NULL };

const char *const *
chiso_headline_indicators (ChisoHeadline headline)
{
  switch (headline)
    {
    case CHISO_HEADLINE_GROWTH:
      return growth;
    case CHISO_HEADLINE_SUPERVISION:
      return supervision;
    case CHISO_HEADLINE_NTM:
    default:
      return ntm;
    }
}

ChisoShow
chiso_headline_shows (ChisoHeadline headline)
{
  return headline == CHISO_HEADLINE_GROWTH ? CHISO_SHOW_YEAR_ON_YEAR : CHISO_SHOW_VALUE;
}

GArray *
chiso_headline_points (ChisoDraft *draft, const ChisoIndicator *indicator, const char *place,
                       int year)
{
  GArray *points = chiso_draft_series (draft, indicator, place, year, year);

  for (guint i = points->len; i > 0; i--)
    {
      const ChisoPeriod *period = &g_array_index (points, ChisoPoint, i - 1).period;
      guint days = chiso_period_n_days (period);

      /* Totals of a whole term, or of the time since some year, are no figures of the year. */
      if (days == 0 || days > 366)
        g_array_remove_index (points, i - 1);
    }
  return points;
}

/* What of an indicator decides whether there is a point; the rest of the catalogue is not needed
 * for that. */
static ChisoIndicator
outline (const char *id)
{
  gboolean share = g_str_equal (id, "ntm_communes_share");

  return (ChisoIndicator){ .id = id,
                           .unit_en = share ? "%" : "",
                           .kind = share ? CHISO_KIND_SHARE : CHISO_KIND_COUNT,
                           .aggregate = share ? CHISO_AGGREGATE_RATIO_OF_SUMS : CHISO_AGGREGATE_SUM,
                           .stock = g_str_has_prefix (id, "ntm_") };
}

typedef struct
{
  const char *asked;
  int year;
  const char *place; /* best so far, NULL for none */
  int place_year;
} Search;

/* Lower is nearer: the place itself in any year, then the year itself in any province, then the
 * year nearest to it; the country only where no province has anything. */
static int
distance (const Search *search, const char *place, int year)
{
  int away = abs (year - search->year);

  if (strcmp (place, search->asked) == 0)
    return away;
  return 1000 + away + (chiso_place_is_country (place) ? 1000 : 0);
}

static void
consider (Search *search, const char *place, int year)
{
  int near, best;

  if (search->place != NULL)
    {
      near = distance (search, place, year);
      best = distance (search, search->place, search->place_year);
      if (near > best)
        return;
      /* Of equals the later year, then the lower code: the answer must not hang on an order of
       * hashing. */
      if (near == best
          && (year < search->place_year
              || (year == search->place_year && strcmp (place, search->place) >= 0)))
        return;
    }
  search->place = place;
  search->place_year = year;
}

gboolean
chiso_figures_headline_nearest (GPtrArray *records, ChisoGeo *geo, ChisoProvinceFacts *facts,
                                ChisoHeadline headline, const char *place, ChisoBoundary boundary,
                                int year, const char **nearest_place, int *nearest_year)
{
  g_auto (ChisoDraft) draft = { 0 };
  const char *const *ids = chiso_headline_indicators (headline);
  Search search = { .asked = place, .year = year };
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (records != NULL && geo != NULL && place != NULL, FALSE);
  g_return_val_if_fail (nearest_place != NULL && nearest_year != NULL, FALSE);

  chiso_draft_init (&draft, records, geo, boundary, chiso_headline_shows (headline), "en");
  draft.facts = facts;
  g_hash_table_iter_init (&iter, draft.places);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    for (guint i = 0; ids[i] != NULL && strchr (key, '/') == NULL; i++)
      {
        const ChisoIndicator indicator = outline (ids[i]);
        g_autoptr (GArray) points = chiso_headline_points (&draft, &indicator, key, 0);

        for (guint j = 0; j < points->len; j++)
          consider (&search, key,
                    chiso_period_last_year (&g_array_index (points, ChisoPoint, j).period));
      }
  if (search.place == NULL)
    return FALSE;
  *nearest_place = search.place;
  *nearest_year = search.place_year;
  return TRUE;
}
