/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks of the provinces that a chart of one period sets side by side. What a rank is decides
 * chiso-measures-rank.c; here is who takes part, and what is said of it. */

#include "chiso-figures-private.h"

#include <string.h>

/* Among fewer provinces the eye ranks well enough. */
#define LEAST_PROVINCES 5

static gboolean
is_province (const char *place)
{
  return !chiso_place_is_country (place) && strchr (place, '/') == NULL;
}

/* The year that most provinces' figures are of, of equals the latest. */
static int
common_year (GArray *entries)
{
  int best = 0;
  guint most = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      int year = chiso_period_last_year (&chiso_entry (entries, i)->point.period);
      guint n = 0;

      for (guint j = 0; j < entries->len; j++)
        n += is_province (chiso_entry (entries, j)->place)
             && chiso_period_last_year (&chiso_entry (entries, j)->point.period) == year;
      if (n > most || (n == most && year > best))
        {
          most = n;
          best = year;
        }
    }
  return best;
}

/* A province, of the period that the others are of; of a stock any date of that year counts. */
static gboolean
takes_part (const ChisoEntry *entry, const ChisoPeriod *common, int year)
{
  return is_province (entry->place)
         && (entry->indicator->stock ? chiso_period_last_year (&entry->point.period) == year
                                     : chiso_period_equal (&entry->point.period, common));
}

/* Provinces among the places. */
static guint
count_provinces (const char *const *places)
{
  guint n = 0;

  for (guint i = 0; places[i] != NULL; i++)
    n += is_province (places[i]);
  return n;
}

char *
chiso_draft_rank (ChisoDraft *self, GArray *entries, const ChisoPeriod *common,
                  const ChisoFigureSpec *spec)
{
  guint n_asked = MAX (spec->n_asked, count_provinces (spec->places));
  int year = common_year (entries);
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  g_autofree ChisoRank *ranks = g_new0 (ChisoRank, entries->len + 1);
  g_autofree char *close = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *n = NULL;
  gboolean ranked;

  for (guint i = 0; i < entries->len; i++)
    if (takes_part (chiso_entry (entries, i), common, year))
      g_ptr_array_add (points, &chiso_entry (entries, i)->point);
  if (n_asked < LEAST_PROVINCES || points->len < 2)
    return NULL;
  ranked = chiso_measures_rank ((const ChisoPoint *const *) points->pdata, points->len, n_asked,
                                ranks);
  n = chiso_text_number (self, points->len);
  asked = chiso_text_number (self, n_asked);
  if (!ranked)
    return chiso_words (CHISO_WORD_NOTE_NOT_RANKED, self->language, n, asked, NULL);
  if (points->len < LEAST_PROVINCES)
    return NULL;
  for (guint i = 0, next = 0; i < entries->len; i++)
    {
      ChisoEntry *entry = chiso_entry (entries, i);

      if (!takes_part (entry, common, year))
        continue;
      entry->rank = ranks[next++];
      entry->n_ranked = points->len;
    }
  close = chiso_text_number (self, (guint) (CHISO_RANK_CLOSE * 100 + 0.5));
  return chiso_words (CHISO_WORD_NOTE_RANKED, self->language, n, close, NULL);
}

/* "3–5", "7". */
static char *
range_of (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *first = chiso_text_number (self, entry->rank.first);
  g_autofree char *last = chiso_text_number (self, entry->rank.last);

  return entry->rank.first == entry->rank.last ? g_steal_pointer (&first)
                                               : g_strconcat (first, "–", last, NULL);
}

char *
chiso_text_rank (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *range = NULL;
  g_autofree char *n = NULL;

  if (entry->n_ranked == 0)
    return NULL;
  range = range_of (self, entry);
  n = chiso_text_number (self, entry->n_ranked);
  return chiso_words (CHISO_WORD_MARK_RANK, self->language, range, n, NULL);
}

char *
chiso_text_ranked (ChisoDraft *self, const ChisoEntry *entry, const char *label)
{
  g_autofree char *range = entry->n_ranked > 0 ? range_of (self, entry) : NULL;

  return range != NULL ? g_strdup_printf ("%s. %s", range, label) : g_strdup (label);
}
