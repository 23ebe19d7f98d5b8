/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the headline charts find: one sentence about the place's own first figure, and one clause
 * that sets it beside the country, another place or another figure. */

#include "chiso-figures-headline.h"

#include <math.h>
#include <string.h>

static const ChisoEntry *
own_of (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (chiso_entry (rows, i)->focus)
      return chiso_entry (rows, i);
  return NULL;
}

static const ChisoEntry *
country_of (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (!chiso_entry (rows, i)->focus && chiso_place_is_country (chiso_entry (rows, i)->place))
      return chiso_entry (rows, i);
  return NULL;
}

/* The only other province of the same period, or NULL. */
static const ChisoEntry *
single_rival (GArray *rows)
{
  const ChisoEntry *rival = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const ChisoEntry *entry = chiso_entry (rows, i);

      if (entry->focus || entry->dated || chiso_place_is_country (entry->place))
        continue;
      if (rival != NULL)
        return NULL;
      rival = entry;
    }
  return rival;
}

/* "; cả nước tăng 37,5 %" or "; đơn thư tiếp nhận giảm 23,7 %" behind the first sentence. */
static char *
title_of_growth (ChisoDraft *draft, GPtrArray *groups)
{
  static const ChisoWord words[2][2] = {
    { CHISO_WORD_TITLE_BESIDE_DOWN, CHISO_WORD_TITLE_BESIDE_UP },
    { CHISO_WORD_TITLE_COUNTRY_DOWN, CHISO_WORD_TITLE_COUNTRY_UP }
  };
  GArray *rows = g_ptr_array_index (groups, 0);
  g_autofree char *sentence = chiso_title_change (draft, own_of (rows));
  const ChisoEntry *country = country_of (rows), *other = country;
  g_autofree char *change = NULL;
  const char *name;
  ChisoWord word;

  if (other == NULL && groups->len > 1)
    other = own_of (g_ptr_array_index (groups, 1));
  if (other == NULL || other->point.value == 0)
    return g_steal_pointer (&sentence);
  change = chiso_text_value (draft, other);
  word = words[country != NULL][other->point.value > 0];
  if (country != NULL)
    return chiso_words (word, draft->language, sentence, change, NULL);
  name = chiso_words_short_name (other->indicator->id, draft->language);
  return chiso_words (word, draft->language, sentence, name, change, NULL);
}

/* "579 cuộc giám sát": the name of a counted indicator begins with its unit. */
static char *
counted (ChisoDraft *draft, const ChisoEntry *entry)
{
  g_autofree char *noun = chiso_text_lower (
      chiso_indicator_name (entry->indicator, draft->language));
  g_autofree char *number = chiso_text_number (draft, (guint) entry->point.value);
  g_autofree char *text = g_strconcat (number, "\u00a0", noun, NULL);

  return chiso_text_qualified (draft, entry->point.qualifier, text);
}

static char *
title_of_supervision (ChisoDraft *draft, GPtrArray *groups)
{
  GArray *rows = g_ptr_array_index (groups, 0);
  const ChisoEntry *own = own_of (rows), *rival = single_rival (rows);
  guint n_ranked, rank = chiso_entry_rank (own, rows, &n_ranked);
  g_autofree char *what = counted (draft, own);
  g_autofree char *when = chiso_text_when (draft, own);
  g_autofree char *sentence = chiso_words (CHISO_WORD_TITLE_HAD, draft->language, own->name, what,
                                           when, NULL);
  g_autofree char *n = chiso_text_number (draft, n_ranked);
  g_autofree char *r = chiso_text_number (draft, rank);
  g_autofree char *value = NULL;

  if (rival != NULL)
    {
      value = chiso_text_value (draft, rival);
      return chiso_words (CHISO_WORD_TITLE_HAD_TWO, draft->language, sentence, rival->name, value,
                          NULL);
    }
  if (rank == 0 || n_ranked < 3)
    return g_steal_pointer (&sentence);
  if (rank == 1)
    return chiso_words (CHISO_WORD_TITLE_HAD_MOST, draft->language, sentence, n, NULL);
  return chiso_words (CHISO_WORD_TITLE_HAD_RANK, draft->language, sentence, r, n, NULL);
}

static char *
title_of_share (ChisoDraft *draft, const ChisoEntry *own, const ChisoEntry *country)
{
  const char *language = draft->language;
  g_autofree char *value = chiso_text_value (draft, own);
  g_autofree char *period = chiso_text_period (draft, &own->point.period);
  g_autofree char *sentence = NULL;
  g_autofree char *yardstick = NULL;
  gboolean above, below;

  if (own->point.value >= 100 && own->point.qualifier == CHISO_QUALIFIER_EXACT)
    return chiso_words (CHISO_WORD_TITLE_NTM_ALL, language, own->name, period, NULL);
  sentence = chiso_words (CHISO_WORD_TITLE_NTM_SHARE, language, own->name, value, period, NULL);
  if (country == NULL)
    return g_steal_pointer (&sentence);
  above = chiso_entry_is_above (own, country);
  below = chiso_entry_is_above (country, own);
  if (!above && !below)
    return g_steal_pointer (&sentence);
  yardstick = chiso_text_value (draft, country);
  if (country->dated)
    {
      g_autofree char *bare = g_steal_pointer (&yardstick);
      g_autofree char *date = chiso_text_period (draft, &country->point.period);

      yardstick = chiso_words (CHISO_WORD_DATED, language, bare, date, NULL);
    }
  return chiso_words (above ? CHISO_WORD_TITLE_NTM_ABOVE : CHISO_WORD_TITLE_NTM_BELOW, language,
                      sentence, yardstick, NULL);
}

static char *
title_of_ntm (ChisoDraft *draft, GPtrArray *groups)
{
  GArray *rows = g_ptr_array_index (groups, 0);
  const ChisoEntry *own = own_of (rows);
  g_autofree char *what = NULL;
  g_autofree char *period = NULL;

  if (own->indicator->kind != CHISO_KIND_COUNT)
    return title_of_share (draft, own, country_of (rows));
  what = counted (draft, own);
  period = chiso_text_period (draft, &own->point.period);
  return chiso_words (CHISO_WORD_TITLE_NTM_COUNT, draft->language, own->name, what, period, NULL);
}

char *
chiso_headline_title (ChisoDraft *draft, ChisoHeadline headline, GPtrArray *groups)
{
  g_assert (groups->len > 0);

  switch (headline)
    {
    case CHISO_HEADLINE_GROWTH:
      return title_of_growth (draft, groups);
    case CHISO_HEADLINE_SUPERVISION:
      return title_of_supervision (draft, groups);
    case CHISO_HEADLINE_NTM:
      return title_of_ntm (draft, groups);
    default:
      g_assert_not_reached ();
    }
}
