/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures may stand on one chart: of all kinds of periods the one that most places have,
 * never two kinds. Words nothing, draws nothing. */

#include "chiso-figures-private.h"

/* Whether the place has a point comparable with like (exactly of that time, where exact). */
static gboolean
has (GArray *points, const ChisoIndicator *indicator, const ChisoPeriod *like, gboolean exact,
     guint *n_points)
{
  gboolean found = FALSE;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPeriod *period = &g_array_index (points, ChisoPoint, i).period;
      gboolean fits = exact ? chiso_period_equal (period, like)
                            : chiso_period_comparable (period, like, indicator->stock);

      found |= fits;
      *n_points += fits;
    }
  return found;
}

/* How many places, then how many points, would stand on the chart. */
static void
count (GPtrArray *series, const ChisoIndicator *indicator, const ChisoPeriod *like, gboolean exact,
       guint *n_places, guint *n_points)
{
  *n_places = *n_points = 0;
  for (guint i = 0; i < series->len; i++)
    *n_places += has (g_ptr_array_index (series, i), indicator, like, exact, n_points);
}

/* Of kinds that are equally well covered the whole year goes first, then the longer part of one;
 * spans of years come last. */
static guint
worth (const ChisoPeriod *period)
{
  guint days = chiso_period_n_days (period);

  return days <= 366 ? days : 0;
}

/* Each different period of the series once; of a kind, where by_kind, only the first of it. */
static GArray *
different_periods (GPtrArray *series, const ChisoIndicator *indicator, gboolean by_kind)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (ChisoPeriod));

  for (guint i = 0; i < series->len; i++)
    {
      GArray *points = g_ptr_array_index (series, i);

      for (guint j = 0; j < points->len; j++)
        {
          const ChisoPeriod *period = &g_array_index (points, ChisoPoint, j).period;
          gboolean known = FALSE;

          for (guint k = 0; k < periods->len && !known; k++)
            {
              const ChisoPeriod *other = &g_array_index (periods, ChisoPeriod, k);

              known = by_kind ? chiso_period_comparable (period, other, indicator->stock)
                              : chiso_period_equal (period, other);
            }
          if (!known)
            g_array_append_val (periods, *period);
        }
    }
  return periods;
}

gboolean
chiso_choose_like (GPtrArray *series, const ChisoIndicator *indicator, ChisoPeriod *like)
{
  g_autoptr (GArray) kinds = different_periods (series, indicator, TRUE);
  guint best_places = 0, best_points = 0;

  for (guint i = 0; i < kinds->len; i++)
    {
      const ChisoPeriod *period = &g_array_index (kinds, ChisoPeriod, i);
      guint n_places, n_points;

      /* What is not comparable with itself (an open span) covers no place at all. */
      count (series, indicator, period, FALSE, &n_places, &n_points);
      if (n_places == 0 || n_places < best_places
          || (n_places == best_places && worth (period) < worth (like))
          || (n_places == best_places && worth (period) == worth (like) && n_points <= best_points))
        continue;
      *like = *period;
      best_places = n_places;
      best_points = n_points;
    }
  return best_places > 0;
}

void
chiso_choose_common (GPtrArray *series, const ChisoIndicator *indicator, const ChisoPeriod *like,
                     ChisoPeriod *common)
{
  g_autoptr (GArray) periods = different_periods (series, indicator, FALSE);
  guint best = 0;

  *common = (ChisoPeriod){ 0 };
  for (guint i = 0; i < periods->len; i++)
    {
      const ChisoPeriod *period = &g_array_index (periods, ChisoPeriod, i);
      guint n_places, n_points;

      if (!chiso_period_comparable (period, like, indicator->stock))
        continue;
      count (series, indicator, period, TRUE, &n_places, &n_points);
      if (n_places > best || (n_places == best && chiso_period_compare (period, common) > 0))
        {
          best = n_places;
          *common = *period;
        }
    }
}

const ChisoPoint *
chiso_choose_point (GArray *points, const ChisoIndicator *indicator, const ChisoPeriod *like,
                    const ChisoPeriod *common)
{
  const ChisoPoint *latest = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      /* A stock says how far a place has come: its latest date counts, not a date that others have.
       */
      if (!indicator->stock && chiso_period_equal (&point->period, common))
        return point;
      if (chiso_period_comparable (&point->period, like, indicator->stock))
        latest = point;
    }
  return latest;
}

static int
year_of (GArray *points, guint i)
{
  return chiso_period_last_year (&g_array_index (points, ChisoPoint, i).period);
}

int
chiso_choose_base_year (ChisoDraft *draft, const ChisoFigureSpec *spec)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint best_n = 0;
  int best = 0;

  if (spec->base_year != 0
      || (spec->show != CHISO_SHOW_INDEX && spec->show != CHISO_SHOW_SINCE_BASE))
    return spec->base_year;
  for (guint i = 0; spec->places[i] != NULL; i++)
    {
      g_autoptr (GArray) levels = chiso_draft_levels (draft, spec->indicator, spec->places[i],
                                                      spec->first_year, spec->last_year);
      int last = 0;

      for (guint j = 0; j < levels->len; j++)
        {
          int year = year_of (levels, j);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GINT_TO_POINTER (year)));

          if (year == last || year == year_of (levels, levels->len - 1))
            continue;
          last = year;
          g_hash_table_insert (counts, GINT_TO_POINTER (year), GUINT_TO_POINTER (++n));
          if (n > best_n || (n == best_n && year < best))
            {
              best_n = n;
              best = year;
            }
        }
    }
  return best;
}
