/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which indicator a figure belongs to: every indicator whose unit fits is scored by how near one of
 * its topics stands, to the right inside the noun phrase or to the left as far as its reach. */

#include "chiso-reading.h"

#include <math.h>

/* Points. A topic inside the noun phrase decides; to the left, points fall with distance. */
enum
{
  SCORE_RIGHT_WORDS = 112,
  SCORE_RIGHT = 100,
  SCORE_LEFT = 78,
  SCORE_INHERITED = 52, /* a topic of the heading or of sentences before */
  SCORE_BARE = 44, /* the unit alone */
  SCORE_TITLE = 32,
  SCORE_SUBJECT = 14,
  SCORE_ENOUGH = 30,
  NEAR_ITEMS = 12, /* each costs a point, further ones a third */
  PENALTY_COMMA = 2,
  PENALTY_SEMICOLON = 4,
  PENALTY_FIGURE = 2,
  PENALTY_SENTENCE = 12,
  PENALTY_COMPANION = 10, /* the topic is only that of a figure before */
  PENALTY_REPEAT = 6,    /* "2.904 lượt với 2.964 người": the second counts something else */
  PENALTY_STRANGER = 60, /* an unknown noun right behind the unit: "cuộc thi" */
};

/* Reach in items to the left; far enough for the longest subject of an officialese sentence. */
#define MAX_LEFT 90
/* Sentences that an elided head may lie back. */
#define MAX_INHERITED 4

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
      && (phrase->classes & (1u << CHISO_CLASS_FUNCTION | 1u << CHISO_CLASS_RESULT)))
    return FALSE;
  return in_list (phrase, CHISO_WORDS_AVOID, k) || chiso_indicator_set_has (&phrase->other, k);
}

typedef struct
{
  int score;
  gboolean ruled_close; /* ruled out by the word right before the number */
  gboolean subject; /* found between the figure before and this one, or further left */
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
static gboolean
has_stranger (const ChisoReading *self, const ChisoFigure *figure)
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

  return before->sentence == figure->sentence && before->indicator == (int) k
         && before->role == CHISO_ROLE_LEVEL && figure->item - before->unit_item <= 4
         && item_at (self, before->unit_item)->index != item_at (self, figure->unit_item)->index;
}

static int
choose (const ChisoReading *self, const ChisoFigure *figure, const ChisoIndicatorSet *candidates,
        int *score)
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

static const ChisoIndicatorSet *
candidates_of (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, figure->unit_item);

  switch ((ChisoUnit) figure->unit)
    {
    case CHISO_UNIT_NOUN:
      return phrase != NULL ? &phrase->lists[CHISO_WORDS_UNITS] : NULL;
    case CHISO_UNIT_PERCENT:
      return &self->percent_units;
    case CHISO_UNIT_MONEY:
      return &self->money_units;
    case CHISO_UNIT_NONE:
    case CHISO_UNIT_POINTS:
    case CHISO_UNIT_TIMES:
    default:
      return NULL;
    }
}

/* "20 xã nâng cao, 2 kiểu mẫu": what the next word says where the unit was left out. */
static int
choose_alone (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, figure->item + 1);

  if (phrase == NULL || figure->unit != CHISO_UNIT_NONE)
    return -1;
  for (guint k = 0; k < self->grammar->n_indicators; k++)
    if (in_list (phrase, CHISO_WORDS_ALONE, k))
      return (int) k;
  return -1;
}

/* A topic of an indicator in per cent: what follows is that one's, not the share of a count. */
static gboolean
names_rate (const ChisoReading *self, const ChisoPhrase *phrase)
{
  if (phrase == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (phrase->lists[0].bits); i++)
    if (phrase->lists[CHISO_WORDS_TOPICS].bits[i] & self->percent_units.bits[i])
      return TRUE;
  return FALSE;
}

/* "là", and the steps of "tăng từ 512 lên 1.187". */
static gboolean
leads_to_level (const ChisoReading *self, guint i)
{
  guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;

  if (word == CHISO_W_LA)
    return TRUE;
  if (word == CHISO_W_TU)
    return i > 0
           && (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_UP)
               || chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_DOWN));
  return chiso_mentions_is (self->mentions, i, CHISO_CLASS_RESULT)
         && (word == CHISO_W_LEN || word == CHISO_W_XUONG || word == CHISO_W_CON);
}

/* "Số lượt ý kiến, kiến nghị mà các Tổ đại biểu ghi nhận được là 1.062": the unit stands before the
 * number, behind a head, and its topic further off. */
static int
choose_counted (const ChisoReading *self, const ChisoFigure *figure, guint first, guint last)
{
  gboolean head = FALSE;
  int score;

  for (guint i = first; i < last; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);
      guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;

      head |= word == CHISO_W_SO || word == CHISO_W_TONG;
      if (head && phrase != NULL
          && !chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS]))
        {
          int found = choose (self, figure, &phrase->lists[CHISO_WORDS_UNITS], &score);

          return score >= SCORE_ENOUGH ? found : -1;
        }
    }
  return -1;
}

/* "số đơn vị cấp huyện đạt chuẩn là 7 ở Nghệ An và 12 ở Thanh Hóa": a number without a unit takes what
 * the words before "là" name, or what the bare number before it took. */
static int
choose_bare (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before = f > 0 ? chiso_reading_figure (self, f - 1) : NULL;
  guint first = chiso_reading_sentence (self, figure->sentence)->first, verb = figure->item;
  int best = -1, best_score = CHISO_NAME_TOPIC + CHISO_NAME_UNIT - 1;

  if (figure->unit != CHISO_UNIT_NONE || figure->item == first)
    return -1;
  if (before != NULL && before->sentence == figure->sentence && before->unit == CHISO_UNIT_NONE
      && before->indicator >= 0 && before->rule == g_intern_static_string ("bare")
      && figure->item - before->item <= 9)
    return before->indicator;
  if (chiso_mentions_is (self->mentions, verb - 1, CHISO_CLASS_AT_LEAST)
      || chiso_mentions_is (self->mentions, verb - 1, CHISO_CLASS_ABOUT))
    verb--;
  if (verb == first || !leads_to_level (self, verb - 1))
    return -1;
  if (before != NULL && before->sentence == figure->sentence)
    first = before->right_end;
  for (guint i = verb; i > first; i--)
    if (chiso_mentions_is_mark (self->mentions, i - 1, ';'))
      first = i;
  for (guint k = 0; k < self->grammar->n_indicators; k++)
    {
      int score = first < verb ? chiso_name_score (self, first, verb, k) : 0;

      if (score > best_score)
        {
          best_score = score;
          best = (int) k;
        }
    }
  return best >= 0 ? best : choose_counted (self, figure, first, verb);
}

/* The count that a percentage is the share of: the figure right before, joined by "chiếm", brackets
 * and their like. */
static int
share_of (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before;
  gboolean joined = FALSE;

  if (f == 0 || figure->unit != CHISO_UNIT_PERCENT)
    return -1;
  before = chiso_reading_figure (self, f - 1);
  if (before->sentence != figure->sentence || before->role != CHISO_ROLE_LEVEL
      || before->indicator < 0 || before->unit != CHISO_UNIT_NOUN)
    return -1;
  for (guint i = before->item + 1; i < figure->item; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      /* What stands in the count's own noun phrase still speaks of the count. */
      if (i < before->right_end)
        phrase = NULL;
      joined |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_SHARE)
                || chiso_mentions_is_mark (self->mentions, i, '(');
      if (chiso_mentions_is_mark (self->mentions, i, ';') || names_rate (self, phrase)
          || (phrase != NULL
              && (phrase->classes
                  & (1u << CHISO_CLASS_UP | 1u << CHISO_CLASS_DOWN | 1u << CHISO_CLASS_PART))))
        return -1;
    }
  return joined && figure->item - before->item <= 18 ? (int) f - 1 : -1;
}

/* Between a figure and the one before only "và", a comma or "cùng": they share what follows. */
static gboolean
is_listed_with_next (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next;

  if (f + 1 >= self->figures->len)
    return FALSE;
  next = chiso_reading_figure (self, f + 1);
  for (guint i = figure->unit_item + 1; i < next->item; i++)
    {
      guint16 word = chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;

      if (!chiso_mentions_is_mark (self->mentions, i, ',') && word != CHISO_W_VA
          && word != CHISO_W_CUNG && word != CHISO_W_CUA)
        return FALSE;
    }
  return next->sentence == figure->sentence && next->item <= figure->unit_item + 3;
}

/* No topic within reach: the figure goes on with what the sentence before counted in the same unit
 * ("Năm 2018 tỉnh mới có 80 xã"), as its first figure there says. */
static int
inherited (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoItem *unit = item_at (self, figure->unit_item);
  int found = -1;
  guint sentence = G_MAXUINT;

  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (chiso_reading_sentence (self, before->sentence)->block
          != chiso_reading_sentence (self, figure->sentence)->block)
        break;
      if ((sentence != G_MAXUINT && before->sentence != sentence)
          || figure->sentence - before->sentence > MAX_INHERITED)
        break;
      if (before->sentence == figure->sentence || before->role != CHISO_ROLE_LEVEL
          || before->indicator < 0 || before->unit != CHISO_UNIT_NOUN
          || item_at (self, before->unit_item)->index != unit->index)
        continue;
      sentence = before->sentence;
      found = before->indicator;
    }
  return found;
}

static gboolean
is_ruled_out (const ChisoReading *self, const ChisoFigure *figure, guint k)
{
  Left left;

  score_left (self, figure, k, &left);
  return left.score < 0;
}

/* "Năm 2015 vẫn còn 25,8%. … con số ấy là 3,86%": a percentage that a verb of result or a pronoun leads
 * to goes on with the one before. */
static int
inherited_rate (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint first = chiso_reading_sentence (self, figure->sentence)->first;
  gboolean led = FALSE;

  for (guint i = figure->item; i > first && figure->item - i < 5; i--)
    led |= chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_RESULT)
           || chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_ANAPHORA);
  for (guint b = f; led && b > 0 && f - b < 6; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (figure->sentence - before->sentence > 2
          || chiso_reading_sentence (self, before->sentence)->block
                 != chiso_reading_sentence (self, figure->sentence)->block)
        return -1;
      if (before->unit == CHISO_UNIT_PERCENT && before->role == CHISO_ROLE_LEVEL)
        return before->indicator;
    }
  return -1;
}

void
chiso_reading_topics (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);
      const ChisoIndicatorSet *candidates;
      int share;

      if (figure->role != CHISO_ROLE_LEVEL)
        continue;
      share = share_of (self, f);
      if (share >= 0)
        {
          const ChisoFigure *count = chiso_reading_figure (self, share);

          /* The share of a count that has no share indicator says nothing of any other. */
          figure->role = chiso_catalogue_wording (self->grammar->catalogue, count->indicator)->share
                                 != NULL
                             ? CHISO_ROLE_SHARE
                             : CHISO_ROLE_NONE;
          figure->of = share;
          continue;
        }
      figure->indicator = choose_alone (self, figure);
      if (figure->indicator >= 0)
        {
          figure->score = SCORE_RIGHT - 20;
          figure->rule = g_intern_static_string ("alone");
          continue;
        }
      figure->indicator = choose_bare (self, f);
      if (figure->indicator >= 0)
        {
          figure->score = SCORE_LEFT - 5;
          figure->rule = g_intern_static_string ("bare");
          continue;
        }
      candidates = candidates_of (self, figure);
      if (candidates == NULL)
        continue;
      figure->indicator = choose (self, figure, candidates, &figure->score);
      /* "114 xã và 2 huyện về đích": the verb behind the second serves both. */
      if (figure->score < SCORE_LEFT && is_listed_with_next (self, f))
        {
          ChisoFigure together = *figure;
          const ChisoFigure *next = chiso_reading_figure (self, f + 1);
          int score, indicator;

          together.right = next->right;
          together.right_end = next->right_end;
          indicator = choose (self, &together, candidates, &score);
          if (indicator >= 0 && score - 25 > figure->score)
            {
              figure->indicator = indicator;
              figure->score = score - 25;
            }
        }
      if (has_stranger (self, figure))
        figure->score -= PENALTY_STRANGER;
      figure->rule = g_intern_static_string ("topic");
      if (figure->score < SCORE_ENOUGH)
        figure->indicator = -1;
      if (figure->indicator < 0 && figure->unit == CHISO_UNIT_PERCENT
          && figure->right == figure->right_end)
        {
          figure->indicator = inherited_rate (self, f);
          if (figure->indicator >= 0 && is_ruled_out (self, figure, figure->indicator))
            figure->indicator = -1;
          figure->score = SCORE_INHERITED;
          figure->rule = g_intern_static_string ("inherited");
        }
      if (figure->indicator < 0 && figure->unit == CHISO_UNIT_NOUN && !has_stranger (self, figure)
          && figure->right == figure->right_end)
        {
          figure->indicator = inherited (self, f);
          if (figure->indicator >= 0 && is_ruled_out (self, figure, figure->indicator))
            figure->indicator = -1;
          figure->score = SCORE_INHERITED;
          figure->rule = g_intern_static_string ("inherited");
        }
    }
}
