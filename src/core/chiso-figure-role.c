/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a figure is a level or a change: by the verb before it, or what it is compared with. What it changes is
 * chiso-change.c's to say. */

#include "chiso-reading.h"

/* Items looked over to the left for the verb of a change. */
#define MAX_VERB_DISTANCE 9

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

/* The vocabulary number of a one-word item, 0 for others. */
static guint16
word_at (const ChisoReading *self, guint i)
{
  return item_at (self, i)->word;
}

/* What may stand between the verb of a change and its number. */
static gboolean
is_filler (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);

  if (item->kind == CHISO_ITEM_TIME)
    return TRUE;
  return (item->classes
          & (CHISO_CLASS_BIT (CHISO_CLASS_THAN) | CHISO_CLASS_BIT (CHISO_CLASS_RESPECTIVELY)
             | CHISO_CLASS_BIT (CHISO_CLASS_ADDED) | CHISO_CLASS_BIT (CHISO_CLASS_FILLER)
             | CHISO_CLASS_BIT (CHISO_CLASS_AT_LEAST) | CHISO_CLASS_BIT (CHISO_CLASS_ABOUT)
             | CHISO_CLASS_BIT (CHISO_CLASS_AT_MOST)))
         != 0;
}

/* Items of what is all there was of something in a time. */
#define MAX_ALL 6

/* "bằng 46% số cuộc của cả năm 2023": at item i all that there was in a time. */
static gboolean
is_all_of_period (const ChisoReading *self, guint i)
{
  guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;

  if (word != CHISO_W_SO && word != CHISO_W_TONG)
    return FALSE;
  for (guint k = i + 1; k < i + MAX_ALL; k++)
    {
      if (item_at (self, k)->kind == CHISO_ITEM_PUNCT
          || item_at (self, k)->kind == CHISO_ITEM_NUMBER
          || item_at (self, k)->kind == CHISO_ITEM_BREAK)
        return FALSE;
      if (item_at (self, k)->kind == CHISO_ITEM_TIME)
        return word_at (self, k - 1) == CHISO_W_CUA;
    }
  return FALSE;
}

/* "bằng N%" is a ratio only when a period follows; else a share, or a comparison with a plan. */
static gboolean
equals_period (const ChisoReading *self, const ChisoFigure *figure)
{
  guint i = figure->unit_item + 1;

  while (chiso_mentions_is (self->mentions, i, CHISO_CLASS_THAN)
         || (chiso_mentions_is (self->mentions, i, CHISO_CLASS_FUNCTION)
             && word_at (self, i) == CHISO_W_VOI))
    i++;
  return item_at (self, i)->kind == CHISO_ITEM_TIME || is_all_of_period (self, i);
}

/* "ít hơn kỳ họp trước 24 kiến nghị": a comparison with something told in between. */
static gboolean
is_compared_before (const ChisoReading *self, guint i, guint first)
{
  for (guint n = 0; i > first && n < MAX_VERB_DISTANCE; i--, n++)
    {
      const ChisoItem *item = item_at (self, i - 1);

      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_PUNCT)
        return FALSE;
      if (item->last - item->first > 1
          && chiso_mentions_token (self->mentions, item->last - 1)->word == CHISO_W_HON
          && (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_UP)
              || chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_DOWN)))
        return TRUE;
    }
  return FALSE;
}

/* "thu ngân sách … 13.800 tỷ đồng, bằng 26% dự toán năm và đạt 91% so với cùng kỳ": the count or sum that the word at
 * item i, "đạt", compares with a time by a percentage; a rate that is named in between is what has come to so much. */
static gboolean
is_measured_by_period (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  const ChisoFigure *before;
  guint from;

  if (figure->unit != CHISO_UNIT_PERCENT || word_at (self, i) != CHISO_W_DAT
      || self->figures->len == 0 || !equals_period (self, figure))
    return FALSE;
  for (guint f = self->figures->len; f > 0; f--)
    {
      before = chiso_reading_figure (self, f - 1);
      if (before->sentence != figure->sentence)
        return FALSE;
      if (before->role != CHISO_ROLE_NONE)
        break;
    }
  if (before->unit != CHISO_UNIT_MONEY && before->unit != CHISO_UNIT_NOUN)
    return FALSE;
  from = before->right;
  for (; from < i; from++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, from);

      ChisoIndicatorSet rates;

      if (phrase == NULL)
        continue;
      rates = chiso_indicator_set_and (&phrase->lists[CHISO_WORDS_TOPICS], &self->percent_units);
      if (!chiso_indicator_set_is_empty (&rates))
        return FALSE;
    }
  return TRUE;
}

void
chiso_figure_find_role (const ChisoReading *self, ChisoFigure *figure, guint left)
{
  guint sentence_first = chiso_reading_sentence (self, figure->sentence)->first;
  guint distance = 0;

  for (guint i = left; i > sentence_first && distance < MAX_VERB_DISTANCE; distance++)
    {
      guint64 classes = item_at (self, --i)->classes;

      /* "tăng so với 590 cuộc của năm trước": what is compared with. */
      if (i + 1 == left && (classes & CHISO_CLASS_BIT (CHISO_CLASS_THAN)) != 0)
        return;
      if (i + 1 < left && chiso_reading_sets_against (self, i) != 0)
        {
          figure->role = CHISO_ROLE_CHANGE;
          figure->verb = i;
          figure->direction = chiso_reading_sets_against (self, i);
          return;
        }
      if (is_measured_by_period (self, figure, i))
        {
          figure->role = CHISO_ROLE_CHANGE;
          figure->verb = i;
          figure->direction = 0;
          return;
        }
      if (classes
          & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)
             | CHISO_CLASS_BIT (CHISO_CLASS_TIMES)))
        {
          gboolean times =
              (classes & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)))
              == 0;

          gboolean equals = word_at (self, i) == CHISO_W_BANG2;

          /* "tỷ lệ này nhích lên 88,2%" */
          if (figure->unit == CHISO_UNIT_PERCENT
              && chiso_mentions_token (self->mentions, item_at (self, i)->last - 1)->word
                     == CHISO_W_LEN)
            return;

          /* "bằng một nửa mức …", "bằng 40% số xã" compare with no period; "gấp đôi" needs none. */
          if (times
              && (equals ? !equals_period (self, figure)
                         : figure->unit != CHISO_UNIT_TIMES && figure->unit != CHISO_UNIT_NONE))
            return;
          figure->role = CHISO_ROLE_CHANGE;
          figure->verb = i;
          figure->direction = times                                                 ? 0
                              : (classes & CHISO_CLASS_BIT (CHISO_CLASS_DOWN)) != 0 ? -1
                                                                                    : 1;
          /* "tăng gấp 1,5 lần": the direction is that of the verb before. */
          return;
        }
      if (!is_filler (self, i) && word_at (self, i) != CHISO_W_TOI
          && !(word_at (self, i) == CHISO_W_DEN && figure->unit == CHISO_UNIT_PERCENT)
          && !(word_at (self, i) == CHISO_W_LA && i > sentence_first
               && item_at (self, i - 1)->kind == CHISO_ITEM_TIME))
        {
          if (figure->unit == CHISO_UNIT_NOUN && is_compared_before (self, i + 1, sentence_first))
            figure->role = CHISO_ROLE_NONE;
          return;
        }
    }
}
