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

/* "số xã" as one phrase: its second word is a unit. */
static gboolean
counts_unit (const ChisoReading *self, const ChisoItem *item, guint k)
{
  const ChisoToken *tokens = (const ChisoToken *) self->mentions->tokens->data;
  guint number, matched;

  if (item->last - item->first < 2 || tokens[item->first].word != CHISO_W_SO)
    return FALSE;
  number = chiso_trie_match (self->grammar->words, tokens, item->last, item->first + 1, &matched);
  return number != 0
         && in_list (chiso_grammar_phrase (self->grammar, number), CHISO_WORDS_UNITS, k);
}

int
chiso_name_score (const ChisoReading *self, guint first, guint last, guint k)
{
  const ChisoWording *wording = chiso_grammar_wording (self->grammar, k);
  int topic = 0, unit = 0, subject = 0, longest = 0;

  for (guint i = first; i < last; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);
      const ChisoPhrase *phrase;

      if (counts_unit (self, item, k))
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
      if (in_list (phrase, CHISO_WORDS_SUBJECTS, k))
        subject = CHISO_NAME_SUBJECT;
    }
  if (topic == 0 || (wording->lists[CHISO_WORDS_SUBJECTS] != NULL && subject == 0))
    return 0;
  return topic + unit + subject + MIN (longest, 6);
}
