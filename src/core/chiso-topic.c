/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which indicator a figure belongs to: every indicator whose unit fits is scored by how near one of
 * its topics stands, to the right inside the noun phrase or to the left as far as its reach. */

#include "chiso-topic-private.h"

#include <math.h>

/* Reach in items to the left; far enough for the longest subject of an officialese sentence. */
#define MAX_LEFT 90

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

/* Points of the noun phrase behind the unit; -1000 where it rules the indicator out. */
static int
score_right (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (self->mentions, figure->unit_item);
  int best = 0;

  if (unit != NULL
      && (chiso_indicator_set_has (&unit->named, k) || in_list (unit, CHISO_WORDS_RIGHT, k)))
    best = SCORE_RIGHT_WORDS - 4;
  for (guint i = figure->right; i < figure->right_end; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);
      int gap = (int) (i - figure->right);

      if (phrase == NULL)
        continue;
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

/* Where the walk to the left may begin a new sentence for this reach, and where it must stop. */
static gboolean
may_cross (const ChisoReading *self, const ChisoWording *wording, guint from, guint to)
{
  const ChisoSentence *a = chiso_reading_sentence (self, from);
  const ChisoSentence *b = chiso_reading_sentence (self, to);

  return wording->reach >= 3 && a->block == b->block && from - to <= 2;
}

/* Words that rule an indicator out behind its unit ("xã có …") may be mere grammar before the number. */
static gboolean
rules_out_before (const ChisoItem *item, const ChisoPhrase *phrase, guint k)
{
  if (item->last - item->first == 1
      && (phrase->classes
          & (CHISO_CLASS_BIT (CHISO_CLASS_FUNCTION) | CHISO_CLASS_BIT (CHISO_CLASS_RESULT))))
    return FALSE;
  return in_list (phrase, CHISO_WORDS_AVOID, k) || chiso_indicator_set_has (&phrase->other, k);
}

typedef struct
{
  int score;
  gboolean ruled_close; /* ruled out by the word right before the number */
  gboolean subject;     /* found between the figure before and this one, or further left */
  int subject_gap;
} Left;

/* The figure at item i speaks of an event that k also counts something of: attendance and opinions
 * follow a dialogue that was itself told by "con số". *f walks down with i. */
static gboolean
shares_topic (const ChisoReading *self, guint i, guint k, guint *f)
{
  const ChisoFigure *before;

  while (*f > 0 && chiso_reading_figure (self, *f - 1)->item > i)
    (*f)--;
  if (*f == 0)
    return FALSE;
  before = chiso_reading_figure (self, *f - 1);
  return before->item == i && before->role == CHISO_ROLE_LEVEL && before->indicator >= 0
         && before->indicator != (int) k
         && chiso_indicator_set_has (&self->grammar->companions[before->indicator], k);
}

static void
score_left (const ChisoReading *self, const ChisoFigure *figure, guint k, Left *left)
{
  const ChisoWording *wording = chiso_catalogue_wording (self->grammar->catalogue, k);
  guint s = figure->sentence, first = chiso_reading_sentence (self, s)->first, gap = 0;
  guint f = figure->number;
  int penalty = 0, companion = 0;
  gboolean topic_open = TRUE, alone = TRUE; /* alone: no other figure or clause in between */

  *left = (Left){ 0 };
  if (wording->reach == 0 && wording->lists[CHISO_WORDS_SUBJECTS] == NULL)
    return;
  for (guint i = figure->item; gap < MAX_LEFT;)
    {
      const ChisoItem *item;
      const ChisoPhrase *phrase;

      if (i == first)
        {
          if (s == 0 || !may_cross (self, wording, figure->sentence, s - 1))
            break;
          s--;
          first = chiso_reading_sentence (self, s)->first;
          i = chiso_reading_sentence (self, s)->last;
          penalty += PENALTY_SENTENCE;
          alone = FALSE;
          continue;
        }
      i--;
      gap++;
      item = item_at (self, i);
      phrase = chiso_mentions_phrase (self->mentions, i);
      penalty += gap <= NEAR_ITEMS || gap % 3 == 0 ? 1 : 0;
      if (item->kind == CHISO_ITEM_PUNCT)
        {
          if (item->mark == ';')
            {
              penalty += PENALTY_SEMICOLON;
              alone = FALSE;
              topic_open &= wording->reach >= 2;
            }
          else if (item->mark == ',')
            penalty += PENALTY_COMMA;
        }
      else if (item->kind == CHISO_ITEM_NUMBER)
        {
          penalty += PENALTY_FIGURE;
          alone = FALSE;
          if (topic_open && companion == 0 && shares_topic (self, i, k, &f))
            companion = MAX (SCORE_LEFT - penalty - PENALTY_COMPANION, 1);
        }
      if (phrase == NULL)
        continue;
      if (topic_open && left->score == 0
          && (in_list (phrase, CHISO_WORDS_TOPICS, k) || in_list (phrase, CHISO_WORDS_LEFT, k)))
        left->score = MAX (SCORE_LEFT - penalty, 1);
      else if (alone && left->score == 0 && gap <= 10 && rules_out_before (item, phrase, k))
        {
          left->score = -1000;
          left->ruled_close = gap <= 1;
          return;
        }
      if (!left->subject && in_list (phrase, CHISO_WORDS_SUBJECTS, k))
        {
          left->subject = TRUE;
          left->subject_gap = (int) gap;
        }
      if (left->score != 0 && (left->subject || wording->lists[CHISO_WORDS_SUBJECTS] == NULL))
        break;
    }
  left->score = MAX (left->score, companion);
}

/* A topic in the heading above, or in the line that opens a list. */
static int
score_heading (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  const ChisoWording *wording = chiso_catalogue_wording (self->grammar->catalogue, k);
  int heading = chiso_reading_sentence (self, figure->sentence)->heading;
  const ChisoSentence *sentence;
  int score = SCORE_INHERITED - 12;

  if (wording->reach < 2 || heading < 0)
    return 0;
  sentence = chiso_reading_sentence (self, heading);
  /* A report's title speaks of all that is in it, and so hardly of anything in particular. */
  if (sentence->block == 0)
    score = wording->reach >= 3 ? SCORE_TITLE : 0;
  for (guint i = sentence->first; i < sentence->last; i++)
    if (in_list (chiso_mentions_phrase (self->mentions, i), CHISO_WORDS_TOPICS, k))
      return score;
  return 0;
}

static gboolean
has_subject_right (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  for (guint i = figure->right; i < figure->right_end; i++)
    if (in_list (chiso_mentions_phrase (self->mentions, i), CHISO_WORDS_SUBJECTS, k))
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

/* Behind the unit an unknown noun: the unit counts something else ("cuộc thi", "xã nghèo"). */
gboolean
chiso_topic_has_stranger (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoItem *item;
  const ChisoPhrase *phrase;
  guint next = figure->right;
  gboolean stock =
      figure->indicator >= 0
      && chiso_catalogue_indicator (self->grammar->catalogue, figure->indicator)->stock;

  if (figure->unit != CHISO_UNIT_NOUN
      && chiso_mentions_phrase (self->mentions, figure->unit_item) == NULL)
    return FALSE;
  while (stock && next < figure->right_end && is_light (self, next))
    next++;
  if (next >= figure->right_end)
    return FALSE;
  item = item_at (self, next);
  if (item->kind == CHISO_ITEM_WORD)
    return TRUE;
  phrase = chiso_mentions_phrase (self->mentions, next);
  if (phrase == NULL || chiso_phrase_is (phrase, CHISO_CLASS_FUNCTION)
      || chiso_phrase_is (phrase, CHISO_CLASS_ACHIEVED)
      || chiso_phrase_is (phrase, CHISO_CLASS_RESULT) || chiso_phrase_is (phrase, CHISO_CLASS_SHARE)
      || chiso_phrase_is (phrase, CHISO_CLASS_DOCUMENT)
      || chiso_phrase_is (phrase, CHISO_CLASS_DISTRICT)
      || chiso_phrase_is (phrase, CHISO_CLASS_COMMUNE)
      || chiso_phrase_is (phrase, CHISO_CLASS_NATION)
      || chiso_phrase_is (phrase, CHISO_CLASS_PROVINCE)
      || chiso_phrase_is (phrase, CHISO_CLASS_LEVEL))
    return FALSE;
  return chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_TOPICS])
         && chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_RIGHT])
         && chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_SUBJECTS]);
}

static int
score_indicator (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  const ChisoWording *wording = chiso_catalogue_wording (self->grammar->catalogue, k);
  int right = score_right (self, figure, k), score;
  Left left;

  if (right < 0)
    return -1;
  if (wording->of > 0 && !(figure->denominator == wording->of))
    return -1;
  score_left (self, figure, k, &left);
  if (left.score < 0 && (right == 0 || left.ruled_close))
    return -1;
  score = MAX (right, left.score);
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

      if (!left.subject && !near_right)
        return -1;
      score += near_right ? SCORE_SUBJECT : MAX (SCORE_SUBJECT - left.subject_gap / 4, 2);
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

int
chiso_topic_choose (const ChisoReading *self, const ChisoFigure *figure,
                    const ChisoIndicatorSet *candidates, int *score)
{
  int best = -1, best_score = 0;

  for (guint k = 0; k < self->grammar->n_indicators; k++)
    {
      int points;

      if (!chiso_indicator_set_has (candidates, k))
        continue;
      points = score_indicator (self, figure, k);
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
  Left left;

  score_left (self, figure, k, &left);
  return left.score < 0;
}
