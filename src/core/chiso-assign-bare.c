/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number without a unit counts: the words before "là", the next word, or the figures before it that
 * it goes on with. */

#include "chiso-topic-private.h"

#include <math.h>

/* Bare numbers told in turn. */
#define MAX_IN_TURN 4
/* Items of what is said of a place aside. */
#define MAX_ASIDE 16

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

static guint16
word_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;
}

/* "20 xã nâng cao, 2 kiểu mẫu": what the next word says where the unit was left out. */
int
chiso_bare_alone (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, figure->item + 1);
  ChisoIndicatorSet alone;
  guint k;

  if (phrase == NULL || figure->unit != CHISO_UNIT_NONE)
    return -1;
  alone = phrase->lists[CHISO_WORDS_ALONE];
  return chiso_indicator_set_take (&alone, &k) ? (int) k : -1;
}

/* "là", and the steps of "tăng từ 512 lên 1.187". */
static gboolean
leads_to_level (const ChisoReading *self, guint i)
{
  guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;

  if (word == CHISO_W_LA || chiso_mentions_is (self->mentions, i, CHISO_CLASS_RESPECTIVELY))
    return TRUE;
  if (word == CHISO_W_TU)
    return i > 0
           && (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_UP)
               || chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_DOWN));
  if (!chiso_mentions_is (self->mentions, i, CHISO_CLASS_RESULT))
    return FALSE;
  /* "tăng lên", "xuống còn" */
  word = chiso_mentions_token (self->mentions, item_at (self, i)->last - 1)->word;
  return word == CHISO_W_LEN || word == CHISO_W_XUONG || word == CHISO_W_CON
         || (word == CHISO_W_O && item_at (self, i)->last - item_at (self, i)->first > 1);
}

/* "Tổng số đơn nhận được: 1.944.", "số lượt người tham gia đạt 19.850," */
static gboolean
is_labelled (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  const ChisoItem *behind = item_at (self, figure->item + 1);

  return (chiso_mentions_is_mark (self->mentions, i, ':')
          || (chiso_mentions_is (self->mentions, i, CHISO_CLASS_RESULT)
              && chiso_mentions_is (self->mentions, i, CHISO_CLASS_SHARE)))
         && (behind->kind == CHISO_ITEM_PUNCT || behind->kind == CHISO_ITEM_BREAK);
}

/* "Số lượt ý kiến, kiến nghị mà các Tổ đại biểu ghi nhận được là 1.062": the unit stands before the
 * number, behind a head, and its topic further off. */
static int
choose_counted (const ChisoReading *self, const ChisoFigure *figure, guint first, guint last)
{
  gboolean head = first == chiso_reading_sentence (self, figure->sentence)->first;
  int score;

  for (guint i = first; i < last; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);
      guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;

      head |= word == CHISO_W_SO || word == CHISO_W_TONG;
      if (head && !chiso_mentions_is (self->mentions, i, CHISO_CLASS_UNIT) && i == first)
        head = word == CHISO_W_SO || word == CHISO_W_TONG;
      if (head && phrase != NULL
          && !chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS]))
        {
          int found = chiso_topic_choose (self, figure, &phrase->lists[CHISO_WORDS_UNITS], &score);

          return score >= SCORE_ENOUGH ? found : -1;
        }
    }
  return -1;
}

/* ", số người tham gia là 8.266": between the two a head of its own. */
static gboolean
names_other_unit (const ChisoReading *self, const ChisoFigure *before, const ChisoFigure *figure)
{
  gboolean head = chiso_mentions_is_mark (self->mentions, before->item + 1, ';');

  for (guint i = before->item + 1; i < figure->item; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);
      guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;

      head |= word == CHISO_W_SO || word == CHISO_W_LUOT;
      if (head && phrase != NULL
          && !(chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS])
               && chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_TOPICS])))
        return TRUE;
    }
  return FALSE;
}

/* "lượt người dự 24.618;": the unit right before the number, or before "dự" and its like. */
static int
choose_behind_unit (const ChisoReading *self, const ChisoFigure *figure, guint first, guint verb)
{
  ChisoIndicatorSet units;
  int score, found;
  guint only;

  if (item_at (self, figure->item + 1)->kind != CHISO_ITEM_PUNCT)
    return -1;
  for (guint i = verb; i > first && verb - i < 2; i--)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i - 1);

      if (phrase == NULL)
        return -1;
      /* "xã nâng cao 34" */
      units = chiso_topic_own_units (self, i - 1);
      units = chiso_indicator_set_and (&units, &phrase->lists[CHISO_WORDS_TOPICS]);
      if (i == verb && chiso_indicator_set_take (&units, &only)
          && chiso_indicator_set_is_empty (&units))
        return (int) only;
      if (!chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS]))
        {
          found = chiso_topic_choose (self, figure, &phrase->lists[CHISO_WORDS_UNITS], &score);
          return score >= SCORE_ENOUGH ? found : -1;
        }
      if (!chiso_phrase_is (phrase, CHISO_CLASS_FUNCTION))
        return -1;
    }
  return -1;
}

/* A named place, or a level of government: "cấp huyện". */
static gboolean
is_body (const ChisoReading *self, guint i)
{
  return item_at (self, i)->kind == CHISO_ITEM_PLACE
         || chiso_mentions_is (self->mentions, i, CHISO_CLASS_LEVEL);
}

/* "Hoài Ân, nơi nhiều dự án đang giải phóng mặt bằng, dẫn đầu |", "Vân Canh thấp nhất |": the item of the place before
 * the ranking at item i, or i. */
static guint
skip_ranking (const ChisoReading *self, guint i, guint first)
{
  guint place = i, n = 0;

  if (!chiso_mentions_is (self->mentions, i, CHISO_CLASS_RANKING) || i == first)
    return i;
  place--;
  if (chiso_mentions_is_mark (self->mentions, place, ','))
    for (place--;
         place > first && n < MAX_ASIDE && !chiso_mentions_is_mark (self->mentions, place, ',');
         n++)
      {
        if (item_at (self, place)->kind == CHISO_ITEM_NUMBER
            || chiso_mentions_is_mark (self->mentions, place, ';'))
          return i;
        place--;
      }
  if (place > first && chiso_mentions_is_mark (self->mentions, place, ','))
    place--;
  return is_body (self, place) ? place : i;
}

/* "Ninh Thuận 1.518", "huyện Tánh Linh: 30", "Bắc Ninh là 58", "Cam Lộ (52)": the item of the place, or 0. */
static guint
place_before (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first, place = figure->item;

  if (place <= first + 1)
    return 0;
  place--;
  if (!is_body (self, place)
      && (chiso_mentions_is_mark (self->mentions, place, ':')
          || (chiso_mentions_is_mark (self->mentions, place, '(')
              && chiso_mentions_is_mark (self->mentions, figure->item + 1, ')'))
          || chiso_mentions_is (self->mentions, place, CHISO_CLASS_RESULT)))
    place--;
  place = skip_ranking (self, place, first);
  return is_body (self, place) ? place : 0;
}

static gboolean
stands_behind_place (const ChisoReading *self, const ChisoFigure *figure)
{
  return place_before (self, figure) != 0;
}

/* "Phú Yên tiếp 2.604 lượt công dân, Ninh Thuận 1.518, Bình Thuận 4.377": behind a place a bare number counts
 * what the figure before it did. */
static int
choose_behind_place (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);

  if ((item_at (self, figure->item + 1)->kind != CHISO_ITEM_PUNCT
       && item_at (self, figure->item + 1)->kind != CHISO_ITEM_BREAK
       && word_at (self, figure->item + 1) != CHISO_W_VA)
      || !stands_behind_place (self, figure))
    return -1;
  for (guint b = f; b > 0 && f - b < 6; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (before->sentence != figure->sentence)
        return -1;
      if (before->unit == CHISO_UNIT_PERCENT || before->role != CHISO_ROLE_LEVEL)
        continue;
      return before->indicator >= 0
                     && (before->unit == CHISO_UNIT_NOUN || before->rule == CHISO_INTERNED ("bare"))
                     && isfinite (before->denominator) == isfinite (figure->denominator)
                 ? before->indicator
                 : -1;
    }
  return -1;
}

/* A bare number that only "và" or a comma parts from figure f. */
static gboolean
is_joined_bare (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure, *next;

  if (f + 1 >= self->figures->len)
    return FALSE;
  figure = chiso_reading_figure (self, f);
  next = chiso_reading_figure (self, f + 1);
  return figure->unit == CHISO_UNIT_NONE && next->unit == CHISO_UNIT_NONE
         && next->item == figure->item + 2
         && (chiso_mentions_is_mark (self->mentions, figure->item + 1, ',')
             || word_at (self, figure->item + 1) == CHISO_W_VA);
}

/* "… phản biện 76 cuộc, giám sát 289 cuộc; phía Bắc Ninh là 58 và 264": bare numbers behind a place tell in turn
 * what as many figures before them did. -1 where f is in no such run, -2 where that cannot be told. */
static int
choose_in_turn (const ChisoReading *self, guint f)
{
  guint start = f, end = f + 1, left;
  int indicators[MAX_IN_TURN];

  while (start > 0 && f - start < MAX_IN_TURN && is_joined_bare (self, start - 1))
    start--;
  while (end - start < MAX_IN_TURN && is_joined_bare (self, end - 1))
    end++;
  if (end - start < 2 || !stands_behind_place (self, chiso_reading_figure (self, start)))
    return -1;
  left = end - start;
  for (guint b = start; b > 0 && left > 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (before->sentence != chiso_reading_figure (self, f)->sentence)
        return -2;
      if (before->role != CHISO_ROLE_LEVEL || before->unit != CHISO_UNIT_NOUN)
        continue;
      if (before->indicator < 0)
        return -2;
      indicators[--left] = before->indicator;
    }
  for (guint i = 1; i < end - start; i++)
    if (left > 0 || indicators[i] == indicators[i - 1])
      return -2;
  return left > 0 ? -2 : indicators[f - start];
}

/* What items [first, last) name with its unit. */
static int
choose_named (const ChisoReading *self, guint first, guint last)
{
  int best = -1, best_score = CHISO_NAME_TOPIC + CHISO_NAME_UNIT - 1;
  ChisoIndicatorSet candidates = chiso_name_candidates (self, first, last);
  guint k;

  /* Nobody leaves out the sign of a percentage: "số hộ nghèo còn 5.412 hộ". */
  candidates = chiso_indicator_set_but (&candidates, &self->percent_units);
  while (chiso_indicator_set_take (&candidates, &k))
    {
      int score = chiso_name_score (self, first, last, k);

      if (score > best_score)
        {
          best_score = score;
          best = (int) k;
        }
    }
  return best;
}

/* "Số cuộc đối thoại: cấp tỉnh 4, cấp huyện 38": the first of a list by bodies, named before its colon. */
static int
choose_before_list (const ChisoReading *self, const ChisoFigure *figure)
{
  guint place = place_before (self, figure);

  return place > 0 && item_at (self, figure->item + 1)->kind == CHISO_ITEM_PUNCT
                 && chiso_mentions_is_mark (self->mentions, place - 1, ':')
             ? choose_named (self, chiso_reading_sentence (self, figure->sentence)->first, place)
             : -1;
}

/* "số đơn vị cấp huyện đạt chuẩn là 7 ở Nghệ An và 12 ở Thanh Hóa": a number without a unit takes what
 * the words before "là" name, or what the bare number before it took. */
int
chiso_bare_choose (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before = f > 0 ? chiso_reading_figure (self, f - 1) : NULL;
  guint first = chiso_reading_sentence (self, figure->sentence)->first, verb = figure->item;
  int best;

  if (figure->unit != CHISO_UNIT_NONE || figure->item == first)
    return -1;
  best = choose_in_turn (self, f);
  if (best == -1)
    best = choose_behind_place (self, f);
  if (best == -1)
    best = choose_before_list (self, figure);
  if (best >= 0)
    return best;
  if (before != NULL && before->sentence == figure->sentence && before->unit == CHISO_UNIT_NONE
      && before->indicator >= 0 && before->rule == CHISO_INTERNED ("bare")
      && figure->item - before->item <= 9 && !names_other_unit (self, before, figure))
    return before->indicator;
  if (chiso_mentions_is (self->mentions, verb - 1, CHISO_CLASS_AT_LEAST)
      || chiso_mentions_is (self->mentions, verb - 1, CHISO_CLASS_ABOUT))
    verb--;
  /* "số buổi lại lên tới 4.015" */
  if (verb > first + 1
      && (word_at (self, verb - 1) == CHISO_W_TOI || word_at (self, verb - 1) == CHISO_W_DEN)
      && leads_to_level (self, verb - 2))
    verb--;
  if (verb == first)
    return -1;
  if (!leads_to_level (self, verb - 1) && !is_labelled (self, figure, verb - 1))
    {
      best = choose_behind_unit (self, figure, first, verb);
      /* "Số ý kiến góp ý gom về tỉnh khoảng 1.900." */
      return best < 0 && verb < figure->item && word_at (self, first) == CHISO_W_SO
                     && item_at (self, figure->item + 1)->kind == CHISO_ITEM_PUNCT
                 ? choose_counted (self, figure, first, verb)
                 : best;
    }
  if (before != NULL && before->sentence == figure->sentence
      && (before->indicator >= 0 || before->unit != CHISO_UNIT_NONE))
    first = before->right_end;
  for (guint i = verb; i > first; i--)
    if (chiso_mentions_is_mark (self->mentions, i - 1, ';'))
      first = i;
  best = choose_named (self, first, verb);
  return best >= 0 ? best : choose_counted (self, figure, first, verb);
}

/* "100% số xã (38/38)": the count whose share the percentage before the brackets is. */
int
chiso_bare_in_brackets (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *share = f > 0 ? chiso_reading_figure (self, f - 1) : NULL;

  if (share == NULL || share->indicator < 0 || share->unit != CHISO_UNIT_PERCENT
      || (figure->unit == CHISO_UNIT_NONE
              ? !isfinite (figure->denominator)
              : figure->unit != CHISO_UNIT_NOUN
                    || !chiso_mentions_is_mark (self->mentions, figure->unit_item + 1, ')'))
      || figure->item != share->unit_item + 2
      || !chiso_mentions_is_mark (self->mentions, figure->item - 1, '('))
    return -1;
  for (guint k = 0; k < self->grammar->n_indicators; k++)
    {
      const char *id = chiso_grammar_wording (self->grammar, k)->share;

      if (id != NULL
          && (figure->unit == CHISO_UNIT_NONE
              || chiso_indicator_set_has (&chiso_mentions_phrase (self->mentions, figure->unit_item)
                                               ->lists[CHISO_WORDS_UNITS],
                                          k))
          && g_str_equal (id, chiso_grammar_indicator (self->grammar, share->indicator)->id))
        return (int) k;
    }
  return -1;
}
