/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which indicator a run of words names without a figure: before the verb of a change, or in the
 * first column of a table. */

#include "chiso-reading.h"

static gboolean
in_list (const ChisoPhrase *phrase, ChisoWordList list, guint indicator)
{
  return chiso_indicator_set_has (&phrase->lists[list], indicator);
}

ChisoIndicatorSet
chiso_name_candidates (const ChisoReading *self, guint first, guint last)
{
  ChisoIndicatorSet named = { { 0 } }, out = { { 0 } };

  for (guint i = first; i < last; i++)
    if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING))
      {
        const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

        named = chiso_indicator_set_or (&named, &phrase->lists[CHISO_WORDS_TOPICS]);
        named = chiso_indicator_set_or (&named, &phrase->named);
        out = chiso_indicator_set_or (&out, &phrase->lists[CHISO_WORDS_AVOID]);
        out = chiso_indicator_set_or (&out, &phrase->other);
      }
  return chiso_indicator_set_but (&named, &out);
}

typedef struct
{
  const ChisoGrammar *grammar;
  guint indicator;
} UnitOf;

static gboolean
is_unit_of (guint phrase, gconstpointer data)
{
  const UnitOf *of = data;

  return in_list (chiso_grammar_phrase (of->grammar, phrase), CHISO_WORDS_UNITS, of->indicator);
}

/* Whether the words of item, read as one phrase, begin with a unit of k, be it behind "số" or "tổng số": "số xã",
 * "xã đạt chuẩn", "tiêu chí bình quân". */
static gboolean
counts_unit (const ChisoReading *self, const ChisoItem *item, guint k)
{
  const ChisoToken *tokens = (const ChisoToken *) self->mentions->tokens->data;
  const UnitOf of = { self->grammar, k };
  guint first = item->first + (tokens[item->first].word == CHISO_W_TONG);
  guint matched;

  first += tokens[first].word == CHISO_W_SO;
  return item->last - item->first >= 2
         && chiso_trie_match_if (self->grammar->words, tokens, item->last, first, is_unit_of, &of,
                                 &matched)
                != 0;
}

int
chiso_name_score (const ChisoReading *self, guint first, guint last, guint k)
{
  const ChisoWording *wording = chiso_grammar_wording (self->grammar, k);
  int topic = 0, unit = 0, subject = 0, longest = 0, head = 0;
  gboolean opens = TRUE;

  for (guint i = first; i < last; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);
      const ChisoPhrase *phrase;
      gboolean counted = counts_unit (self, item, k);

      if (chiso_mentions_token (self->mentions, item->first)->word == CHISO_W_SO)
        {
          opens = !counted;
          head = counted ? CHISO_NAME_HEAD : 0;
        }
      if (counted)
        unit = CHISO_NAME_UNIT;
      if (!chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING))
        continue;
      phrase = chiso_mentions_phrase (self->mentions, i);
      if (in_list (phrase, CHISO_WORDS_AVOID, k) || chiso_indicator_set_has (&phrase->other, k))
        return 0;
      if (in_list (phrase, CHISO_WORDS_TOPICS, k) || chiso_indicator_set_has (&phrase->named, k))
        {
          topic = CHISO_NAME_TOPIC;
          longest = MAX (longest, (int) (item->last - item->first));
          /* "số đơn thư" holds its unit. */
          if (chiso_mentions_token (self->mentions, item->first)->word == CHISO_W_SO)
            unit = CHISO_NAME_UNIT;
        }
      if (in_list (phrase, CHISO_WORDS_UNITS, k))
        unit = CHISO_NAME_UNIT;
      if (opens && chiso_mentions_is (self->mentions, i, CHISO_CLASS_UNIT))
        {
          opens = FALSE;
          head = in_list (phrase, CHISO_WORDS_UNITS, k) ? CHISO_NAME_HEAD : 0;
        }
      if (in_list (phrase, CHISO_WORDS_SUBJECTS, k))
        subject = CHISO_NAME_SUBJECT;
    }
  if (topic == 0 || (wording->lists[CHISO_WORDS_SUBJECTS] != NULL && subject == 0))
    return 0;
  return topic + unit + subject + head + MIN (longest, 6);
}
