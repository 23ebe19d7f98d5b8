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

static guint16
first_word_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;
}

/* Item i is "nhiều hơn", "hơn hẳn" or the like. */
static gboolean
is_comparative (const ChisoReading *self, guint i)
{
  guint16 last = chiso_mentions_token (self->mentions, item_at (self, i)->last - 1)->word;

  return (last == CHISO_W_HON || last == CHISO_W_HANR)
         && (chiso_mentions_is (self->mentions, i, CHISO_CLASS_UP)
             || chiso_mentions_is (self->mentions, i, CHISO_CLASS_DOWN));
}

/* What may stand between the verb of a change and its number. */
static gboolean
is_filler (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);

  if (item->kind == CHISO_ITEM_TIME)
    return TRUE;
  /* "nhiều hơn quý trước 21 cuộc" */
  if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_THEN) && i > 0
      && (is_comparative (self, i - 1) || chiso_reading_sets_against (self, i - 1) != 0))
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

/* The item behind figure's unit and words that set it against something: "so với", "của". */
static guint
behind_comparison (const ChisoReading *self, const ChisoFigure *figure)
{
  guint i = figure->unit_item + 1;

  while (chiso_mentions_is (self->mentions, i, CHISO_CLASS_THAN) || word_at (self, i) == CHISO_W_VOI
         || word_at (self, i) == CHISO_W_CUA)
    i++;
  return i;
}

/* "bằng N%" is a ratio only when a period follows; else a share, or a comparison with a plan. */
static gboolean
equals_period (const ChisoReading *self, const ChisoFigure *figure)
{
  guint i = behind_comparison (self, figure);

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

/* Item i is "tăng lên", "nhích lên" or the like. */
static gboolean
is_rising (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);

  return item->last - item->first > 1
         && chiso_mentions_token (self->mentions, item->last - 1)->word == CHISO_W_LEN;
}

/* The nearest figure before counts something or is a sum, and no rate is named between it and item i. */
static gboolean
follows_count (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  const ChisoFigure *before = NULL;

  for (guint f = self->figures->len; f > 0 && before == NULL; f--)
    {
      const ChisoFigure *told = chiso_reading_figure (self, f - 1);

      if (told->sentence != figure->sentence)
        return FALSE;
      if (told->role != CHISO_ROLE_NONE)
        before = told;
    }
  if (before == NULL || (before->unit != CHISO_UNIT_MONEY && before->unit != CHISO_UNIT_NOUN))
    return FALSE;
  for (guint from = before->right; from < i; from++)
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

/* "thu ngân sách … 13.800 tỷ đồng, bằng 26% dự toán năm và đạt 91% so với cùng kỳ", "412 cuộc, tăng lên 12,5% so với
 * năm 2022": the word at item i, which else leads to a level, compares a count with a time by a percentage. What was
 * named as a rate has come to so much. */
static gboolean
is_measured_by_period (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  return figure->unit == CHISO_UNIT_PERCENT
         && (word_at (self, i) == CHISO_W_DAT || is_rising (self, i))
         && equals_period (self, figure) && follows_count (self, figure, i);
}

/* "36 cuộc |so với năm trước.": behind its unit nothing but a time that it is set against. */
static gboolean
ends_at_base (const ChisoReading *self, const ChisoFigure *figure)
{
  guint i = behind_comparison (self, figure);
  guint16 word;

  if (figure->unit == CHISO_UNIT_NONE || item_at (self, i)->kind != CHISO_ITEM_TIME
      || !chiso_mentions_is (self->mentions, figure->unit_item + 1, CHISO_CLASS_THAN))
    return FALSE;
  word = word_at (self, i + 1);
  return item_at (self, i + 1)->kind == CHISO_ITEM_PUNCT
         || item_at (self, i + 1)->kind == CHISO_ITEM_BREAK || word == CHISO_W_VA
         || word == CHISO_W_TRONG;
}

/* The sentence has counted the same before. */
static gboolean
is_counted_before (const ChisoReading *self, const ChisoFigure *figure)
{
  for (guint f = self->figures->len; f > 0; f--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, f - 1);

      if (before->sentence != figure->sentence)
        return FALSE;
      if (before->role == CHISO_ROLE_LEVEL && before->unit == figure->unit
          && (figure->unit == CHISO_UNIT_MONEY
              || (figure->unit == CHISO_UNIT_NOUN
                  && item_at (self, before->unit_item)->index
                         == item_at (self, figure->unit_item)->index)))
        return TRUE;
    }
  return FALSE;
}

static void
set_change (ChisoFigure *figure, guint verb, int direction)
{
  figure->role = CHISO_ROLE_CHANGE;
  figure->verb = verb;
  figure->direction = direction;
}

/* "giám sát 540 cuộc, hơn 36 cuộc so với năm trước": what is set against a time without a verb of change. One that
 * is not known says nothing of which way it went. */
static void
compare_without_verb (const ChisoReading *self, ChisoFigure *figure, guint left)
{
  guint sentence_first = chiso_reading_sentence (self, figure->sentence)->first;
  gboolean more;

  if (!ends_at_base (self, figure))
    return;
  more = left < figure->item && left > sentence_first
         && (word_at (self, left) == CHISO_W_HON || word_at (self, left) == CHISO_W_VUOT)
         && item_at (self, left - 1)->kind == CHISO_ITEM_PUNCT;
  if (more)
    figure->qualifier = CHISO_QUALIFIER_EXACT;
  more |= left > sentence_first
          && (chiso_mentions_is (self->mentions, left - 1, CHISO_CLASS_ADDED)
              || (figure->unit != CHISO_UNIT_PERCENT && is_rising (self, left - 1)));
  if (more)
    set_change (figure, MIN (left, figure->item - 1), 1);
  else if (is_counted_before (self, figure))
    figure->role = CHISO_ROLE_NONE;
}

/* "nhiều hơn con số 380 cuộc của năm 2022", "hơn hẳn 380 cuộc năm 2022": not by so many, but than so many. */
static gboolean
is_compared_with (const ChisoReading *self, const ChisoFigure *figure, guint left)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;
  guint behind = figure->unit_item + 1;

  if (left > first + 1
      && (chiso_mentions_is (self->mentions, left - 1, CHISO_CLASS_ANAPHORA)
          || word_at (self, left - 1) == CHISO_W_MUC))
    left--;
  if (left == first || !is_comparative (self, left - 1))
    return FALSE;
  if (word_at (self, behind) == CHISO_W_CUA)
    behind++;
  return item_at (self, behind)->kind == CHISO_ITEM_TIME;
}

/* "(+8,4% so với năm 2022)", "(-3 cuộc)": 1 or -1 for a sign at item i, 0 for none. */
static int
sign_at (const ChisoReading *self, guint i, guint first)
{
  if (i == first || !chiso_mentions_is_mark (self->mentions, i - 1, '('))
    return 0;
  return chiso_mentions_is_mark (self->mentions, i, '+')   ? 1
         : chiso_mentions_is_mark (self->mentions, i, '-') ? -1
                                                           : 0;
}

/* Whether the words before the figure decided what it is. */
static gboolean
find_verb (const ChisoReading *self, ChisoFigure *figure, guint left)
{
  guint sentence_first = chiso_reading_sentence (self, figure->sentence)->first;
  guint distance = 0;

  if (is_compared_with (self, figure, left))
    return TRUE;
  if (left > sentence_first && sign_at (self, left - 1, sentence_first) != 0
      && figure->unit != CHISO_UNIT_NONE)
    {
      set_change (figure, left - 1, sign_at (self, left - 1, sentence_first));
      return TRUE;
    }
  for (guint i = left; i > sentence_first && distance < MAX_VERB_DISTANCE; distance++)
    {
      guint64 classes = item_at (self, --i)->classes;

      /* "tăng so với 590 cuộc của năm trước": what is compared with. */
      if (i + 1 == left && (classes & CHISO_CLASS_BIT (CHISO_CLASS_THAN)) != 0)
        return TRUE;
      if (i + 1 < left && chiso_reading_sets_against (self, i) != 0)
        {
          set_change (figure, i, chiso_reading_sets_against (self, i));
          return TRUE;
        }
      if (is_measured_by_period (self, figure, i))
        {
          set_change (figure, i, is_rising (self, i) ? 1 : 0);
          return TRUE;
        }
      if (classes
          & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)
             | CHISO_CLASS_BIT (CHISO_CLASS_TIMES)))
        {
          gboolean times =
              (classes & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)))
              == 0;

          gboolean equals = word_at (self, i) == CHISO_W_BANG2;

          /* "tỷ lệ này nhích lên 88,2%", "con số này nhích lên 82 xã" */
          if ((figure->unit == CHISO_UNIT_PERCENT
               || (figure->unit != CHISO_UNIT_POINTS && !ends_at_base (self, figure)))
              && is_rising (self, i))
            return TRUE;

          /* "bằng một nửa mức …", "bằng 40% số xã" compare with no period; "gấp đôi" needs none. */
          if (times
              && (equals ? !equals_period (self, figure)
                         : figure->unit != CHISO_UNIT_TIMES && figure->unit != CHISO_UNIT_NONE))
            return TRUE;
          /* "tăng gấp 1,5 lần": the direction is that of the verb before. */
          set_change (figure, i,
                      times                                                 ? 0
                      : (classes & CHISO_CLASS_BIT (CHISO_CLASS_DOWN)) != 0 ? -1
                                                                            : 1);
          return TRUE;
        }
      if (!is_filler (self, i) && word_at (self, i) != CHISO_W_TOI
          && !(word_at (self, i) == CHISO_W_DEN && figure->unit == CHISO_UNIT_PERCENT)
          && !(word_at (self, i) == CHISO_W_LA && i > sentence_first
               && (item_at (self, i - 1)->kind == CHISO_ITEM_TIME
                   || first_word_at (self, i - 1) == CHISO_W_MUC)))
        {
          if (figure->unit == CHISO_UNIT_NOUN && is_compared_before (self, i + 1, sentence_first))
            {
              figure->role = CHISO_ROLE_NONE;
              return TRUE;
            }
          return FALSE;
        }
    }
  return FALSE;
}

void
chiso_figure_find_role (const ChisoReading *self, ChisoFigure *figure, guint left)
{
  if (!find_verb (self, figure, left))
    compare_without_verb (self, figure, left);
}
