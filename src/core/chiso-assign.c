/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives each level its indicator: by the words around it, else by what is elided there and was told
 * before; and finds the percentages that are only the share of a count. */

#include "chiso-topic-private.h"

#include <math.h>

/* Items of the clause behind a comma that tells who did it. */
#define MAX_PASSIVE 14

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

/* A topic of an indicator in per cent: what follows is that one's, not the share of a count. */
static gboolean
names_rate (const ChisoReading *self, const ChisoPhrase *phrase)
{
  ChisoIndicatorSet rates;

  if (phrase == NULL)
    return FALSE;
  rates = chiso_indicator_set_and (&phrase->lists[CHISO_WORDS_TOPICS], &self->percent_units);
  return !chiso_indicator_set_is_empty (&rates);
}

/* The count that a percentage is the share of: the figure right before, joined by "chiếm", brackets
 * and their like. */
static int
share_of (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before;
  gboolean joined = FALSE;
  guint count, behind = 0;

  if (f == 0 || figure->unit != CHISO_UNIT_PERCENT)
    return -1;
  count = f - 1;
  before = chiso_reading_figure (self, count);
  /* "41 xã trong tổng số 175 xã, tức 23,4%": all that there are stands in between. */
  if (before->role == CHISO_ROLE_NONE && before->of >= 0)
    {
      behind = before->right_end;
      count = (guint) before->of;
      before = chiso_reading_figure (self, count);
    }
  if (before->sentence != figure->sentence || before->role != CHISO_ROLE_LEVEL
      || before->indicator < 0 || before->unit != CHISO_UNIT_NOUN)
    return -1;
  for (guint i = before->item + 1; i < figure->item; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      /* What stands in the count's own noun phrase still speaks of the count. */
      if (i < before->right_end || i < behind)
        phrase = NULL;
      joined |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_SHARE)
                || chiso_mentions_is_mark (self->mentions, i, '(');
      if (chiso_mentions_is_mark (self->mentions, i, ';') || names_rate (self, phrase)
          || (phrase != NULL
              && (phrase->classes
                  & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)
                     | CHISO_CLASS_BIT (CHISO_CLASS_PART)))))
        return -1;
    }
  return joined && figure->item - before->item <= 18 ? (int) count : -1;
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

/* "2.415 ý kiến của nhân dân được nêu tại 198 cuộc đối thoại": the next figure counts the occasions. */
static gboolean
is_told_at_next (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next;
  guint16 word;

  if (f + 1 >= self->figures->len)
    return FALSE;
  next = chiso_reading_figure (self, f + 1);
  if (next->sentence != figure->sentence || figure->right_end != next->item
      || next->item <= figure->right)
    return FALSE;
  word = word_at (self, next->item - 1);
  return word == CHISO_W_TAI || word == CHISO_W_TRONG || word == CHISO_W_QUA || word == CHISO_W_O
         || word == CHISO_W_TU;
}

/* "Số đã trả lời là 3.011, tức xấp xỉ 90%": the share of a count that is none of ours. */
static gboolean
is_share_of_nothing (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before = f > 0 ? chiso_reading_figure (self, f - 1) : NULL;

  if (before == NULL || before->sentence != figure->sentence || before->indicator >= 0
      || figure->unit != CHISO_UNIT_PERCENT || before->role != CHISO_ROLE_LEVEL
      || figure->item > before->right + 4)
    return FALSE;
  for (guint i = before->right; i < figure->item; i++)
    if (word_at (self, i) == CHISO_W_TUC)
      return TRUE;
  return FALSE;
}

static void
assign (ChisoFigure *figure, int indicator, int score, const char *rule)
{
  figure->indicator = indicator;
  figure->score = score;
  figure->rule = rule;
}

/* A percentage beside a count: TRUE if it is no more than that one's share. */
static gboolean
assign_share (ChisoReading *self, guint f)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *count;
  int share;

  if (is_share_of_nothing (self, f))
    {
      figure->role = CHISO_ROLE_NONE;
      return TRUE;
    }
  share = share_of (self, f);
  if (share < 0)
    return FALSE;
  count = chiso_reading_figure (self, share);
  /* The share of a count that has no share indicator says nothing of any other. */
  figure->role = chiso_grammar_wording (self->grammar, count->indicator)->share != NULL
                     ? CHISO_ROLE_SHARE
                     : CHISO_ROLE_NONE;
  figure->of = share;
  return TRUE;
}

/* "967 lượt, do chính người đứng đầu cấp ủy, chính quyền tiếp", "75 dự thảo của tỉnh, đều được Mặt trận góp ý": who did it
 * and what stand behind a comma. */
static void
assign_passive (ChisoReading *self, guint f, const ChisoIndicatorSet *candidates)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);
  ChisoFigure whole = *figure;
  guint end = MIN (chiso_reading_sentence (self, figure->sentence)->last,
                   figure->right_end + MAX_PASSIVE);
  gboolean passive = FALSE;
  int score, indicator;

  if (!chiso_mentions_is_mark (self->mentions, figure->right_end, ','))
    return;
  for (whole.right_end = figure->right_end + 1; whole.right_end < end; whole.right_end++)
    {
      const ChisoItem *item = item_at (self, whole.right_end);

      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_BREAK || item->mark == ';'
          || item->mark == '.')
        break;
      passive |= whole.right_end <= figure->right_end + 2
                 && (item->word == CHISO_W_DOB || item->word == CHISO_W_DUOC);
    }
  indicator = passive ? chiso_topic_choose (self, &whole, candidates, &score) : -1;
  if (indicator >= 0 && score >= SCORE_ENOUGH)
    assign (figure, indicator, MIN (score, SCORE_LEFT), figure->rule);
}

/* "… 91 xã đạt chuẩn. Tỉnh có 182 xã": nothing in its sentence says what they came to, nor when or where. */
static gboolean
is_number_of_all (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);

  if (figure->indicator < 0 || figure->unit != CHISO_UNIT_NOUN || figure->right != figure->right_end
      || isfinite (figure->denominator) || chiso_sentence_has (sentence, CHISO_ITEM_TIME)
      || chiso_sentence_has (sentence, CHISO_ITEM_PLACE)
      || !chiso_grammar_indicator (self->grammar, figure->indicator)->counts_units)
    return FALSE;
  for (guint i = sentence->first; i < sentence->last; i++)
    if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING)
        && chiso_indicator_set_has (
            &chiso_mentions_phrase (self->mentions, i)->lists[CHISO_WORDS_TOPICS],
            figure->indicator))
      return FALSE;
  return TRUE;
}

/* What the words around a figure with a unit name. */
static void
assign_topic (ChisoReading *self, guint f, const ChisoIndicatorSet *candidates)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);

  figure->rule = CHISO_INTERNED ("topic");
  figure->indicator = chiso_topic_choose (self, figure, candidates, &figure->score);
  /* "114 xã và 2 huyện về đích": the verb behind the second serves both. */
  if (figure->score < SCORE_LEFT && (is_listed_with_next (self, f) || is_told_at_next (self, f)))
    {
      ChisoFigure together = *figure;
      const ChisoFigure *next = chiso_reading_figure (self, f + 1);
      int score, indicator;

      together.right = next->right;
      together.right_end = next->right_end;
      indicator = chiso_topic_choose (self, &together, candidates, &score);
      if (indicator >= 0 && score - 25 > figure->score)
        assign (figure, indicator, score - 25, figure->rule);
    }
  if (chiso_topic_has_stranger (self, figure))
    figure->score -= PENALTY_STRANGER;
  if (figure->score < SCORE_ENOUGH)
    assign_passive (self, f, candidates);
  if (figure->score < SCORE_ENOUGH || is_number_of_all (self, figure))
    figure->indicator = -1;
}

/* No words around it name anything: what was told before goes on, unless they rule it out. */
static void
assign_inherited (ChisoReading *self, guint f)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);
  int found = -1;

  if (figure->unit == CHISO_UNIT_PERCENT
      && (figure->right == figure->right_end
          || (word_at (self, figure->right) == CHISO_W_CUA
              && item_at (self, figure->right + 1)->kind == CHISO_ITEM_TIME)))
    found = chiso_again_rate (self, f);
  else if (figure->unit == CHISO_UNIT_MONEY)
    found = chiso_again_money (self, f);
  else if (figure->unit == CHISO_UNIT_NOUN && !chiso_topic_has_stranger (self, figure)
           && chiso_again_has_plain_rest (self, figure))
    {
      found = chiso_again_beside (self, f);
      if (found < 0)
        found = chiso_again_count (self, f);
    }
  if (found >= 0 && !chiso_topic_is_ruled_out (self, figure, found))
    assign (figure, found, SCORE_INHERITED, CHISO_INTERNED ("inherited"));
}

/* The same unit as next's, or the head of one that names its topic: "8 đoàn, … 35 đoàn giám sát". */
static gboolean
has_unit_of (const ChisoReading *self, const ChisoFigure *figure, const ChisoFigure *next)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (self->mentions, figure->unit_item);
  const ChisoPhrase *full = chiso_mentions_phrase (self->mentions, next->unit_item);

  return unit == full
         || (unit != NULL && full != NULL && chiso_indicator_set_has (&full->named, next->indicator)
             && chiso_indicator_set_has (&unit->lists[CHISO_WORDS_UNITS], next->indicator)
             && word_at (self, figure->unit_item) == word_at (self, next->unit_item));
}

/* "Tỉnh có 10 huyện, đến nay 6 huyện đạt chuẩn": with no time or place to set the two apart the first is the number of
 * all that there are. */
static gboolean
is_all_of_next (const ChisoReading *self, const ChisoFigure *figure, const ChisoFigure *next)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  if (figure->value < next->value
      || !chiso_catalogue_indicator (self->grammar->catalogue, next->indicator)->stock)
    return FALSE;
  for (guint i = first; i < next->item; i++)
    if ((i < figure->item && item_at (self, i)->kind == CHISO_ITEM_TIME)
        || (i > figure->item && item_at (self, i)->kind == CHISO_ITEM_PLACE))
      return FALSE;
  return TRUE;
}

/* "Cấp tỉnh tổ chức 4 cuộc, cấp huyện 38 cuộc, cấp xã 412 cuộc đối thoại": the topic behind the last figure of
 * a list serves those before it. */
static void
assign_from_next (ChisoReading *self, guint f)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = chiso_reading_figure (self, f + 1);
  gboolean comma = FALSE;

  if (figure->role != CHISO_ROLE_LEVEL || next->role != CHISO_ROLE_LEVEL
      || figure->sentence != next->sentence || figure->unit != CHISO_UNIT_NOUN
      || next->indicator < 0 || !has_unit_of (self, figure, next)
      || (figure->indicator >= 0 && figure->rule != CHISO_INTERNED ("inherited"))
      || (next->rule != CHISO_INTERNED ("next") && next->score < SCORE_RIGHT - 10)
      || figure->right != figure->right_end || next->item > figure->right_end + 8)
    return;
  for (guint i = figure->right_end; i < next->item; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      comma |= chiso_mentions_is_mark (self->mentions, i, ',') || word_at (self, i) == CHISO_W_VA;
      if (phrase != NULL && chiso_indicator_set_has (&phrase->leftward, next->indicator))
        return;
    }
  if (comma && !is_all_of_next (self, figure, next)
      && !chiso_topic_is_ruled_out (self, figure, next->indicator))
    assign (figure, next->indicator, SCORE_INHERITED, CHISO_INTERNED ("next"));
}

/* "lần lượt 39 và 36 cuộc": one unit for both, and so one topic. */
static gboolean
shares_unit_with_last (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);

  return f > 0 && figure->unit_item != figure->item && figure[-1].unit_item == figure->unit_item
         && figure[-1].indicator >= 0 && figure[-1].role == CHISO_ROLE_LEVEL;
}

/* "… 12 xã đạt chuẩn. Tỉnh có 10 huyện, đến nay 6 huyện đạt chuẩn": what was told before does not go on with the
 * number of all. */
static void
drop_number_of_all (const ChisoReading *self, guint f)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = chiso_reading_figure (self, f + 1);

  if (figure->role != CHISO_ROLE_LEVEL || next->role != CHISO_ROLE_LEVEL
      || figure->sentence != next->sentence || figure->indicator < 0
      || figure->indicator != next->indicator || figure->right != figure->right_end
      || isfinite (figure->denominator) || !has_unit_of (self, figure, next)
      || !is_all_of_next (self, figure, next))
    return;
  for (guint i = chiso_reading_sentence (self, figure->sentence)->first; i < next->item; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      if (phrase != NULL
          && chiso_indicator_set_has (&phrase->lists[CHISO_WORDS_TOPICS], figure->indicator))
        return;
    }
  figure->indicator = -1;
}

void
chiso_reading_topics (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);
      const ChisoIndicatorSet *candidates;
      int found;

      if (figure->role != CHISO_ROLE_LEVEL || figure->rule == CHISO_INTERNED ("series")
          || assign_share (self, f) || chiso_series_assign (self, f) > f)
        continue;
      if (shares_unit_with_last (self, f))
        assign (figure, figure[-1].indicator, figure[-1].score, figure[-1].rule);
      else if ((found = chiso_bare_alone (self, figure)) >= 0)
        assign (figure, found, SCORE_RIGHT - 20, CHISO_INTERNED ("alone"));
      else if ((found = chiso_bare_in_brackets (self, f)) >= 0)
        assign (figure, found, SCORE_RIGHT - 20, CHISO_INTERNED ("bare"));
      else if ((found = chiso_bare_choose (self, f)) >= 0)
        assign (figure, found, SCORE_LEFT - 5, CHISO_INTERNED ("bare"));
      else if ((candidates = candidates_of (self, figure)) == NULL)
        {
          found = chiso_again_beside (self, f);
          assign (figure, found >= 0 ? found : chiso_again_pointed (self, f), SCORE_INHERITED,
                  CHISO_INTERNED ("beside"));
        }
      else
        {
          /* "… 58 xã; tại thời điểm Đại hội (tháng 10/2020) là 9 xã" */
          if (figure->unit == CHISO_UNIT_NOUN && figure->right == figure->right_end
              && (found = chiso_again_beside (self, f)) >= 0)
            {
              assign (figure, found, SCORE_INHERITED + 6, CHISO_INTERNED ("beside"));
              continue;
            }
          assign_topic (self, f, candidates);
          /* A report's title says less than what was just told. */
          if (figure->indicator < 0 || figure->score <= SCORE_TITLE)
            assign_inherited (self, f);
        }
    }
  for (guint f = self->figures->len; f > 1; f--)
    {
      assign_from_next (self, f - 2);
      drop_number_of_all (self, f - 2);
    }
}
