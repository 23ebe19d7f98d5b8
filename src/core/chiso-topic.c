/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which indicator a figure belongs to: every indicator whose unit fits is scored by how near one of
 * its topics stands, to the right inside the noun phrase or to the left as far as its reach. */

#include "chiso-topic-private.h"

#include <string.h>

/* Items that name who did something. */
#define MAX_ACTOR 6

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

static gboolean
in_list (const ChisoPhrase *phrase, ChisoWordList list, guint indicator)
{
  return phrase != NULL && chiso_indicator_set_has (&phrase->lists[list], indicator);
}

/* Those of which the unit or the noun phrase behind it says anything; all others have no points there. */
static ChisoIndicatorSet
named_right (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (self->mentions, figure->unit_item);
  ChisoIndicatorSet named = { { 0 } };

  if (unit != NULL)
    named = chiso_indicator_set_or (&unit->named, &unit->lists[CHISO_WORDS_RIGHT]);
  for (guint i = figure->right; i < figure->right_end; i++)
    if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING))
      named = chiso_indicator_set_or (&named,
                                      &chiso_mentions_phrase (self->mentions, i)->rightward);
  return named;
}

/* Brackets that open at item i and hold a figure of their own: "13.920 tỷ đồng (bằng 27,4% dự toán)". Returns the item
 * that closes them, or i. */
static guint
pass_figure_in_brackets (const ChisoReading *self, guint i, guint end)
{
  guint depth = item_at (self, i)->depth, close = i + 1;
  gboolean counted = FALSE;

  if (!chiso_mentions_is_mark (self->mentions, i, '('))
    return i;
  for (; close < end && item_at (self, close)->depth > depth; close++)
    counted |= item_at (self, close)->kind == CHISO_ITEM_NUMBER;
  return counted ? close : i;
}

/* Points of the noun phrase behind the unit; -1000 where it rules the indicator out. */
static int
score_right (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (self->mentions, figure->unit_item);
  int best = 0;

  if (unit != NULL
      && (chiso_indicator_set_has (&unit->named, k) || in_list (unit, CHISO_WORDS_RIGHT, k)))
    best = SCORE_RIGHT_WORDS - 4;
  for (guint i = figure->right, first = i; i < figure->right_end; i++)
    {
      const ChisoPhrase *phrase;
      guint close = pass_figure_in_brackets (self, i, figure->right_end);
      int gap;

      first += close - i;
      i = close;
      gap = (int) (i - first);
      if (!chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING))
        continue;
      phrase = chiso_mentions_phrase (self->mentions, i);
      if (in_list (phrase, CHISO_WORDS_RIGHT, k) && gap <= 1)
        best = MAX (best, SCORE_RIGHT_WORDS - 2 * gap);
      else if (in_list (phrase, CHISO_WORDS_TOPICS, k))
        best = MAX (best, SCORE_RIGHT - 3 * gap);
      /* "bộ tiêu chí" hides a word that would rule it out. */
      else if (chiso_phrase_is (phrase, CHISO_CLASS_NEUTRAL))
        continue;
      else if (chiso_indicator_set_has (&phrase->other, k)
               || (in_list (phrase, CHISO_WORDS_AVOID, k) && gap <= 1))
        return -1000;
      else if (in_list (phrase, CHISO_WORDS_AVOID, k) && gap <= 5 && best == 0)
        return -1000;
    }
  /* "20 xã hoàn thành 11/11 tiêu chí": the verb's object is the next figure. */
  if (best > 0 && figure->right_end > figure->right
      && item_at (self, figure->right_end)->kind == CHISO_ITEM_NUMBER
      && in_list (chiso_mentions_phrase (self->mentions, figure->right_end + 1), CHISO_WORDS_AVOID,
                  k))
    return -1000;
  return best;
}

/* A topic in the heading above, or in the line that opens a list. */
static int
score_heading (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  const ChisoWording *wording = chiso_grammar_wording (self->grammar, k);
  int heading = chiso_reading_sentence (self, figure->sentence)->heading;
  const ChisoSentence *sentence;

  if (wording->reach < 2 || heading < 0)
    return 0;
  sentence = chiso_reading_sentence (self, heading);
  if (!chiso_indicator_set_has (&sentence->topics, k))
    return 0;
  /* A report's title speaks of all that is in it, and so hardly of anything in particular. */
  if (sentence->block == 0)
    return wording->reach >= 3 ? SCORE_TITLE : 0;
  return SCORE_INHERITED - 12;
}

/* "2.800 người theo dõi" follow something else: of a unit that many count in, one verb without an object says too
 * little. */
static gboolean
says_too_little (const ChisoReading *self, const ChisoFigure *figure, guint i, guint k)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (self->mentions, figure->unit_item);
  ChisoIndicatorSet others;

  for (guint before = figure->right; before < i; before++)
    if (!chiso_mentions_is (self->mentions, before, CHISO_CLASS_FUNCTION)
        || item_at (self, before)->word == CHISO_W_CUA
        || item_at (self, before)->word == CHISO_W_DOB)
      return FALSE;
  if (unit == NULL || i + 1 < figure->right_end
      || !in_list (chiso_mentions_phrase (self->mentions, i), CHISO_WORDS_TOPICS, k))
    return FALSE;
  others = unit->lists[CHISO_WORDS_UNITS];
  chiso_indicator_set_remove (&others, k);
  return !chiso_indicator_set_is_empty (&others);
}

static gboolean
has_subject_right (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  for (guint i = figure->right; i < figure->right_end; i++)
    if (in_list (chiso_mentions_phrase (self->mentions, i), CHISO_WORDS_SUBJECTS, k)
        && !says_too_little (self, figure, i, k))
      return TRUE;
  return FALSE;
}

/* Words that only lead to the verb: what matters stands behind them. */
static gboolean
is_light (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);
  guint16 word = item->last - item->first == 1
                     ? chiso_mentions_token (self->mentions, item->first)->word
                     : 0;

  return word == CHISO_W_DUOC || word == CHISO_W_DA || word == CHISO_W_DEU;
}

/* "mô hình được nhân rộng", "3 huyện được Thủ tướng Chính phủ công nhận": a verb of any kind tells no other
 * noun; of communes and districts it must be that of the topic, who did it standing before it. */
static gboolean
is_done_by (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  guint end = MIN (figure->right_end, i + MAX_ACTOR);

  if (i == figure->right
      || chiso_mentions_token (self->mentions, item_at (self, i - 1)->first)->word != CHISO_W_DUOC)
    return FALSE;
  if (!chiso_grammar_indicator (self->grammar, figure->indicator)->counts_units)
    return TRUE;
  for (; i < end; i++)
    if (in_list (chiso_mentions_phrase (self->mentions, i), CHISO_WORDS_TOPICS, figure->indicator))
      return TRUE;
  return FALSE;
}

/* Behind the unit an unknown noun: the unit counts something else ("cuộc thi", "xã nghèo"). */
gboolean
chiso_topic_has_stranger (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoItem *item;
  const ChisoPhrase *phrase;
  guint next = figure->right;
  gboolean stock = figure->indicator >= 0
                   && chiso_grammar_indicator (self->grammar, figure->indicator)->stock;

  if (figure->unit != CHISO_UNIT_NOUN
      && chiso_mentions_phrase (self->mentions, figure->unit_item) == NULL)
    return FALSE;
  while (stock && next < figure->right_end && is_light (self, next))
    next++;
  if (next >= figure->right_end || (stock && is_done_by (self, figure, next)))
    return FALSE;
  item = item_at (self, next);
  if (item->kind == CHISO_ITEM_WORD)
    return TRUE;
  phrase = chiso_mentions_phrase (self->mentions, next);
  /* "6,3%/năm" */
  if (figure->unit == CHISO_UNIT_PERCENT
      && chiso_mentions_token (self->mentions, item->last - 1)->word == CHISO_W_NAM5)
    return FALSE;
  if (phrase == NULL
      || (item->classes
          & (CHISO_CLASS_BIT (CHISO_CLASS_FUNCTION) | CHISO_CLASS_BIT (CHISO_CLASS_MANNER)
             | CHISO_CLASS_BIT (CHISO_CLASS_ACHIEVED) | CHISO_CLASS_BIT (CHISO_CLASS_RESULT)
             | CHISO_CLASS_BIT (CHISO_CLASS_SHARE) | CHISO_CLASS_BIT (CHISO_CLASS_DOCUMENT)
             | CHISO_CLASS_BIT (CHISO_CLASS_DISTRICT) | CHISO_CLASS_BIT (CHISO_CLASS_COMMUNE)
             | CHISO_CLASS_BIT (CHISO_CLASS_NATION) | CHISO_CLASS_BIT (CHISO_CLASS_PROVINCE)
             | CHISO_CLASS_BIT (CHISO_CLASS_LEVEL)))
             != 0)
    return FALSE;
  return chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_TOPICS])
         && chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_RIGHT])
         && chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_SUBJECTS]);
}

static int
score_indicator (const ChisoReading *self, const ChisoFigure *figure, guint k,
                 const ChisoTopicLeft *left, int right)
{
  const ChisoWording *wording = chiso_grammar_wording (self->grammar, k);
  int score;

  if (left->score < 0 && (right == 0 || left->ruled_close))
    return -1;
  /* "có mặt tại hai huyện Lâm Bình và Na Hang": where, unless a verb of theirs stands behind. */
  if (right == 0 && item_at (self, figure->right)->kind == CHISO_ITEM_PLACE
      && chiso_grammar_indicator (self->grammar, k)->counts_units)
    return -1;
  score = MAX (right, left->score);
  if (score <= 0)
    score = score_heading (self, figure, k);
  if (score <= 0
      && in_list (chiso_mentions_phrase (self->mentions, figure->unit_item), CHISO_WORDS_BARE, k))
    score = SCORE_BARE;
  if (score <= 0)
    return -1;
  if (wording->lists[CHISO_WORDS_SUBJECTS] != NULL)
    {
      gboolean near_right = has_subject_right (self, figure, k);

      if (!left->subject && !near_right)
        return -1;
      score += near_right ? SCORE_SUBJECT : MAX (SCORE_SUBJECT - left->subject_gap / 4, 2);
    }
  if (wording->of > 0)
    score += 10;
  return score;
}

/* The figure right before counts k in another unit. */
static gboolean
repeats_before (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  const ChisoFigure *before = chiso_reading_figure (self, figure->number - 1);

  /* "lần lượt tiếp 412 lượt và 388 lượt công dân" */
  if (figure->item == before->unit_item + 2 && chiso_reading_is_in_turn (self, before))
    return FALSE;
  return before->sentence == figure->sentence && before->indicator == (int) k
         && before->role == CHISO_ROLE_LEVEL && figure->item - before->unit_item <= 4
         && item_at (self, before->unit_item)->index != item_at (self, figure->unit_item)->index;
}

/* Those for which the heading above, or the unit alone, may do. */
static ChisoIndicatorSet
named_elsewhere (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (self->mentions, figure->unit_item);
  int heading = chiso_reading_sentence (self, figure->sentence)->heading;
  ChisoIndicatorSet named = { { 0 } };

  if (heading >= 0)
    named = chiso_reading_sentence (self, heading)->topics;
  return unit != NULL ? chiso_indicator_set_or (&named, &unit->lists[CHISO_WORDS_BARE]) : named;
}

/* Takes out those that the words behind the unit, or the number that figure is out of, rule out; sets right, their
 * points there, of those that are named there. */
static void
rule_out_right (const ChisoReading *self, const ChisoFigure *figure, ChisoIndicatorSet *open,
                const ChisoIndicatorSet *named, int *right)
{
  ChisoIndicatorSet rest = chiso_indicator_set_and (open, named);
  guint k;

  memset (right, 0, self->grammar->n_indicators * sizeof *right);
  while (chiso_indicator_set_take (&rest, &k))
    if ((right[k] = score_right (self, figure, k)) < 0)
      chiso_indicator_set_remove (open, k);
  rest = chiso_indicator_set_and (open, &self->grammar->with_whole);
  while (chiso_indicator_set_take (&rest, &k))
    if (figure->denominator != chiso_grammar_wording (self->grammar, k)->of)
      chiso_indicator_set_remove (open, k);
}

int
chiso_topic_choose (const ChisoReading *self, const ChisoFigure *figure,
                    const ChisoIndicatorSet *candidates, int *score)
{
  ChisoTopicLeft left[CHISO_MAX_INDICATORS];
  int right[CHISO_MAX_INDICATORS], best = -1, best_score = 0;
  ChisoIndicatorSet named = named_right (self, figure), open = *candidates, rest;
  guint k;

  rule_out_right (self, figure, &open, &named, right);
  rest = chiso_topic_look_left (self, figure, &open, left);
  /* Whatever nothing names has no points. */
  rest = chiso_indicator_set_or (&rest, &named);
  named = named_elsewhere (self, figure);
  rest = chiso_indicator_set_or (&rest, &named);
  rest = chiso_indicator_set_and (&rest, &open);
  while (chiso_indicator_set_take (&rest, &k))
    {
      int points = score_indicator (self, figure, k, &left[k], right[k]);

      if (figure->number > 0 && points > 0 && repeats_before (self, figure, k))
        points -= PENALTY_REPEAT;
      if (points > best_score)
        {
          best_score = points;
          best = (int) k;
        }
    }
  *score = best_score;
  return best;
}

gboolean
chiso_topic_is_ruled_out (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  ChisoTopicLeft left[CHISO_MAX_INDICATORS];
  ChisoIndicatorSet only = { { 0 } };

  chiso_indicator_set_add (&only, k);
  chiso_topic_look_left (self, figure, &only, left);
  return left[k].score < 0;
}

ChisoIndicatorSet
chiso_topic_own_units (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);
  guint unit = item->first, matched, number;

  /* "số xã", "tổng số xã" */
  while (unit + 1 < item->last
         && (chiso_mentions_token (self->mentions, unit)->word == CHISO_W_TONG
             || chiso_mentions_token (self->mentions, unit)->word == CHISO_W_SO))
    unit++;
  number = chiso_trie_match (self->grammar->words, self->mentions->all_tokens, unit + 1, unit,
                             &matched);

  return number != 0 ? chiso_grammar_phrase (self->grammar, number)->lists[CHISO_WORDS_UNITS]
                     : (ChisoIndicatorSet){ { 0 } };
}
