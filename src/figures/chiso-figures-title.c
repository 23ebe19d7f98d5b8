/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: what a title may say of the data, and no more. "The most" is said only where every
 * other figure is certainly smaller, and all are of one year; ties are named; different dates are said
 * to be so. */

#include "chiso-figures-private.h"

#include <math.h>
#include <string.h>

/* Most places that are tied are named; more of them are counted. */
#define MAX_TIED 3

/* Whether both count the same things. */
static gboolean
is_comparable (const ChisoEntry *a, const ChisoEntry *b)
{
  return !chiso_stats_is_across_mergers (a->indicator, &a->point.period, &b->point.period)
         && chiso_measures_count_alike (a->indicator, &a->point, &b->point);
}

gboolean
chiso_entry_is_above (const ChisoEntry *a, const ChisoEntry *b)
{
  double low_a, high_a, low_b, high_b;

  if (!is_comparable (a, b))
    return FALSE;

  chiso_point_bounds (&a->point, &low_a, &high_a);
  chiso_point_bounds (&b->point, &low_b, &high_b);
  return low_a > high_b;
}

static gboolean
is_tied (const ChisoEntry *a, const ChisoEntry *b)
{
  return a->point.qualifier == CHISO_QUALIFIER_EXACT && b->point.qualifier == CHISO_QUALIFIER_EXACT
         && a->point.value == b->point.value && is_comparable (a, b);
}

/* Whether the entry takes part in a ranking: a country is no rival of its provinces. */
static gboolean
is_ranked (const ChisoEntry *entry)
{
  return !chiso_place_is_country (entry->place);
}

/* Whether the two may be ranked by number: a flow of one year is no rival of another year's. */
static gboolean
are_rivals (const ChisoEntry *a, const ChisoEntry *b)
{
  return is_ranked (a) && is_ranked (b)
         && (a->indicator->stock || chiso_period_equal (&a->point.period, &b->point.period));
}

guint
chiso_entry_rank (const ChisoEntry *entry, GArray *entries, guint *n_ranked)
{
  guint above = 0;
  gboolean certain = is_ranked (entry);

  *n_ranked = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      const ChisoEntry *other = chiso_entry (entries, i);

      if (!are_rivals (entry, other))
        continue;
      (*n_ranked)++;
      if (strcmp (other->place, entry->place) == 0)
        continue;
      if (chiso_entry_is_above (other, entry))
        above++;
      else if (!chiso_entry_is_above (entry, other))
        certain = FALSE;
    }
  return certain ? above + 1 : 0;
}

/* The ranked entries that are certainly not below any other: one, or several that are tied. Empty
 * where qualifiers leave it open. */
static GPtrArray *
leaders (GArray *entries)
{
  GPtrArray *top = g_ptr_array_new ();
  const ChisoEntry *best = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (entries, i);

      if (is_ranked (entry) && (best == NULL || entry->point.value > best->point.value))
        best = entry;
    }
  for (guint i = 0; i < entries->len && best != NULL; i++)
    {
      const ChisoEntry *entry = chiso_entry (entries, i);

      if (!is_ranked (entry))
        continue;
      if (entry == best || is_tied (entry, best))
        g_ptr_array_add (top, (gpointer) entry);
      else if (!chiso_entry_is_above (best, entry))
        {
          g_ptr_array_set_size (top, 0);
          return top;
        }
    }
  return top;
}

static gboolean
same_dates (GArray *entries)
{
  const ChisoEntry *first = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (entries, i);

      if (!is_ranked (entry))
        continue;
      if (first != NULL && !chiso_period_equal (&first->point.period, &entry->point.period))
        return FALSE;
      first = entry;
    }
  return TRUE;
}

/* Figures of different years are not ranked, not even a stock's: one may have grown since. */
static gboolean
same_year (GArray *entries)
{
  int year = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (entries, i);
      int own = chiso_period_last_year (&entry->point.period);

      if (!is_ranked (entry))
        continue;
      if (year != 0 && own != year)
        return FALSE;
      year = own;
    }
  return TRUE;
}

/* "{A} và {B}", or "4 địa phương". */
static char *
names_of (ChisoDraft *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *number = chiso_text_number (self, entries->len);

  if (entries->len > MAX_TIED)
    return chiso_words (CHISO_WORD_N_PLACES, self->language, number, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (names, ((ChisoEntry *) g_ptr_array_index (entries, i))->name);
  return chiso_text_list (self, (const char *const *) names->pdata, names->len);
}

/* Takes over title, which goes on inside the sentence as it is. */
static char *
by_latest (ChisoDraft *self, char *title)
{
  g_autofree char *taken = title;

  return chiso_words (CHISO_WORD_TITLE_BY_LATEST, self->language, taken, NULL);
}

static char *
title_of_leaders (ChisoDraft *self, GPtrArray *top, gboolean same_date)
{
  static const ChisoWord words[2][2] = {
    { CHISO_WORD_TITLE_HIGHEST, CHISO_WORD_TITLE_MOST },
    { CHISO_WORD_TITLE_TIED_HIGHEST, CHISO_WORD_TITLE_TIED_MOST },
  };
  const ChisoEntry *best = g_ptr_array_index (top, 0);
  gboolean plain = self->show == CHISO_SHOW_VALUE;
  gboolean counts = plain && best->indicator->kind == CHISO_KIND_COUNT;
  g_autofree char *who = names_of (self, top);
  g_autofree char *shown = plain ? NULL : chiso_text_indicator (self, best->indicator);
  g_autofree char *what = chiso_text_lower (
      plain ? chiso_indicator_name (best->indicator, self->language) : shown);
  g_autofree char *value = chiso_text_value (self, best);
  g_autofree char *period = chiso_text_period (self, &best->point.period);
  char *title = chiso_words (words[top->len > 1][counts], self->language, who, what, value, period,
                             NULL);

  return same_date ? title : by_latest (self, title);
}

char *
chiso_title_change (ChisoDraft *self, const ChisoEntry *entry)
{
  g_autofree char *subject = chiso_text_subject (self, entry);
  g_autofree char *change = chiso_text_value (self, entry);
  g_autofree char *when = chiso_text_when (self, entry);
  ChisoWord word = entry->point.value > 0   ? CHISO_WORD_TITLE_ROSE
                   : entry->point.value < 0 ? CHISO_WORD_TITLE_FELL
                                            : CHISO_WORD_TITLE_SAME;

  return chiso_words (word, self->language, subject, change, when, NULL);
}

/* The ranked entry that every other is certainly above, or NULL. */
static const ChisoEntry *
trailer (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (entries, i);
      gboolean last = is_ranked (entry);

      for (guint j = 0; j < entries->len && last; j++)
        {
          const ChisoEntry *other = chiso_entry (entries, j);

          last = j == i || !is_ranked (other) || chiso_entry_is_above (other, entry);
        }
      if (last)
        return entry;
    }
  return NULL;
}

static gboolean
all_fell (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (is_ranked (chiso_entry (entries, i)) && chiso_entry (entries, i)->point.value >= 0)
      return FALSE;
  return TRUE;
}

/* Of few of those that were asked for nobody knows whether one of them is the most of all. */
static gboolean
may_rank (const ChisoDraft *self, GArray *entries, guint n_ranked)
{
  return n_ranked >= CHISO_RANK_SHARE * self->n_asked && same_year (entries);
}

/* Several places' changes: the greatest rise, or the greatest fall where all fell. */
static char *
title_of_changes (ChisoDraft *self, GArray *entries, guint n_ranked)
{
  g_autoptr (GPtrArray) top = leaders (entries);
  gboolean fell = all_fell (entries);
  const ChisoEntry *named = !may_rank (self, entries, n_ranked) ? NULL
                            : fell                              ? trailer (entries)
                            : top->len == 1                     ? g_ptr_array_index (top, 0)
                                                                : NULL;
  g_autofree char *what = chiso_text_indicator (self, chiso_entry (entries, 0)->indicator);
  g_autofree char *n = chiso_text_number (self, n_ranked);
  g_autofree char *change = NULL;
  g_autofree char *period = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *base = NULL;
  char *title;

  if (named == NULL || named->point.value == 0)
    {
      period = chiso_text_span (self, entries, TRUE);
      base = g_strdup_printf ("%d", self->base_year);
      return chiso_words (self->show == CHISO_SHOW_SINCE_BASE ? CHISO_WORD_TITLE_CHANGES_SINCE
                                                              : CHISO_WORD_TITLE_CHANGES,
                          self->language, what, n, period, base, NULL);
    }
  change = chiso_text_signed (self, named);
  period = chiso_text_period (self, &named->point.period);
  title = chiso_words (fell ? CHISO_WORD_TITLE_FELL_MOST : CHISO_WORD_TITLE_ROSE_MOST,
                       self->language, what, named->name, change, period, n, NULL);
  if (same_dates (entries))
    return title;
  lower = chiso_text_lower (title);
  g_free (title);
  return by_latest (self, g_steal_pointer (&lower));
}

static char *
title_of_one (ChisoDraft *self, const ChisoEntry *entry, guint rank, guint n_ranked)
{
  g_autofree char *subject = chiso_text_subject (self, entry);
  g_autofree char *value = chiso_text_value (self, entry);
  g_autofree char *period = chiso_text_period (self, &entry->point.period);
  g_autofree char *place = chiso_text_number (self, rank);
  g_autofree char *n = chiso_text_number (self, n_ranked);

  return chiso_words (rank > 1 ? CHISO_WORD_TITLE_RANK : CHISO_WORD_TITLE_ONE, self->language,
                      subject, value, period, place, n, NULL);
}

static char *
title_of_several (ChisoDraft *self, GArray *entries, guint n_ranked)
{
  const ChisoEntry *first = chiso_entry (entries, 0);
  g_autofree char *what = chiso_text_indicator (self, first->indicator);
  g_autofree char *n = chiso_text_number (self, n_ranked);
  /* Along time more is shown than the latest of each place. */
  g_autofree char *period = chiso_text_span (self, self->shown->len > 0 ? self->shown : entries,
                                             TRUE);

  return chiso_words (CHISO_WORD_TITLE_SEVERAL, self->language, what, n, period, NULL);
}

char *
chiso_title_of_places (ChisoDraft *self, GArray *entries)
{
  const ChisoEntry *focus = NULL, *single = NULL;
  g_autoptr (GPtrArray) top = NULL;
  guint n_ranked = 0, rank;

  g_assert (entries->len > 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (entries, i);

      n_ranked += is_ranked (entry);
      if (single == NULL || is_ranked (entry))
        single = entry;
      if (entry->focus)
        focus = entry;
    }
  /* Of one province beside the country the title speaks of the province. */
  if (focus == NULL && n_ranked <= 1)
    focus = single;
  if (chiso_show_is_change (self->show))
    return focus != NULL ? chiso_title_change (self, focus)
                         : title_of_changes (self, entries, n_ranked);
  top = leaders (entries);
  if (n_ranked > 1 && may_rank (self, entries, n_ranked) && top->len > 0 && top->len < n_ranked
      && (focus == NULL || g_ptr_array_find (top, focus, NULL)))
    return title_of_leaders (self, top, same_dates (entries));
  if (focus != NULL)
    {
      rank = same_dates (entries) && may_rank (self, entries, n_ranked)
                 ? chiso_entry_rank (focus, entries, &n_ranked)
                 : 0;
      return title_of_one (self, focus, rank, n_ranked);
    }
  return title_of_several (self, entries, n_ranked);
}

char *
chiso_title_along (ChisoDraft *self, const ChisoEntry *first, const ChisoEntry *last)
{
  g_autofree char *subject = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *from_period = NULL;
  g_autofree char *to_period = NULL;
  ChisoWord word;

  if (chiso_show_is_change (self->show))
    return chiso_title_change (self, last);
  if (chiso_period_equal (&first->point.period, &last->point.period))
    return title_of_one (self, last, 0, 0);
  if (chiso_entry_is_above (last, first))
    word = CHISO_WORD_TITLE_FROM_UP;
  else if (chiso_entry_is_above (first, last))
    word = CHISO_WORD_TITLE_FROM_DOWN;
  else if (is_tied (first, last))
    word = CHISO_WORD_TITLE_FROM_SAME;
  else
    return title_of_one (self, last, 0, 0);
  subject = chiso_text_subject (self, last);
  from = chiso_text_value (self, first);
  to = chiso_text_value (self, last);
  from_period = chiso_text_period (self, &first->point.period);
  to_period = chiso_text_period (self, &last->point.period);
  return chiso_words (word, self->language, subject, from, from_period, to, to_period, NULL);
}
