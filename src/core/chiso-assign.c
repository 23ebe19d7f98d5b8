/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives each level its indicator: by the words around it, else by what is elided there and was told
 * before; and finds the percentages that are only the share of a count. */

#include "chiso-topic-private.h"

#include <math.h>

/* Sentences that an elided head may lie back. */
#define MAX_INHERITED 4

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

static gboolean
in_list (const ChisoPhrase *phrase, ChisoWordList list, guint indicator)
{
  return phrase != NULL && chiso_indicator_set_has (&phrase->lists[list], indicator);
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

int
chiso_topic_share_of (const ChisoReading *self, int indicator)
{
  const ChisoCatalogue *catalogue = self->grammar->catalogue;
  const char *id = indicator < 0 ? NULL : chiso_catalogue_wording (catalogue, indicator)->share;

  for (guint k = 0; id != NULL && k < self->grammar->n_indicators; k++)
    if (g_str_equal (chiso_catalogue_indicator (catalogue, k)->id, id))
      return (int) k;
  return -1;
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
                  & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)
                     | CHISO_CLASS_BIT (CHISO_CLASS_PART)))))
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

/* "742 ý kiến của cử tri, năm 2021 là 815 ý kiến": the same of another time, set beside. */
static int
set_beside (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before = f > 0 ? chiso_reading_figure (self, f - 1) : NULL;

  if (before == NULL || before->sentence != figure->sentence || before->role != CHISO_ROLE_LEVEL
      || before->unit != CHISO_UNIT_NOUN)
    return -1;
  /* "… 1.204 mô hình trong năm 2020, và 9 tháng năm 2021 là 978" */
  if (figure->unit == CHISO_UNIT_NONE)
    return figure->item > before->right + 1 && word_at (self, figure->item - 1) == CHISO_W_LA
                   && item_at (self, figure->item - 2)->kind == CHISO_ITEM_TIME
               ? before->indicator
               : -1;
  if (figure->unit != CHISO_UNIT_NOUN
      || item_at (self, before->unit_item)->index != item_at (self, figure->unit_item)->index)
    return -1;
  for (guint i = figure->item; i > before->right_end && figure->item - i < 3; i--)
    if (item_at (self, i - 1)->kind == CHISO_ITEM_TIME)
      return before->indicator;
  return -1;
}

/* "Sang năm 2023, con số này là 5.870 lượt": a pronoun before the number. */
static gboolean
is_pointed_at (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  for (guint i = figure->item; i > first && figure->item - i < 5; i--)
    if (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_ANAPHORA))
      return TRUE;
  return FALSE;
}

/* "… 52 hội nghị thì năm 2023 con số này là 73": a pronoun leads to a bare number. */
static int
pointed_at_bare (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoItem *behind = item_at (self, figure->item + 1);

  if (figure->unit != CHISO_UNIT_NONE || !is_pointed_at (self, figure)
      || !chiso_mentions_is (self->mentions, figure->item - 1, CHISO_CLASS_RESULT)
      || (behind->kind != CHISO_ITEM_PUNCT && behind->kind != CHISO_ITEM_BREAK))
    return -1;
  for (guint b = f; b > 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (figure->sentence - before->sentence > 1
          || chiso_reading_sentence (self, before->sentence)->block
                 != chiso_reading_sentence (self, figure->sentence)->block)
        return -1;
      if (before->role == CHISO_ROLE_LEVEL)
        return before->unit == CHISO_UNIT_NOUN ? before->indicator : -1;
    }
  return -1;
}

/* Behind the unit nothing but grammar and times: "132 mô hình của năm 2020". */
static gboolean
has_plain_rest (const ChisoReading *self, const ChisoFigure *figure)
{
  for (guint i = figure->right; i < figure->right_end; i++)
    if (item_at (self, i)->kind != CHISO_ITEM_TIME
        && !chiso_mentions_is (self->mentions, i, CHISO_CLASS_FUNCTION))
      return FALSE;
  return TRUE;
}

/* "Dẫn đầu là huyện Tuy An với 58 cuộc": sets places in order. */
static gboolean
is_ranking (const ChisoReading *self, const ChisoFigure *figure)
{
  return (chiso_reading_sentence (self, figure->sentence)->classes
          & CHISO_CLASS_BIT (CHISO_CLASS_RANKING))
         != 0;
}

/* A figure may go on with what sentence b counted: one of its own paragraph, or, where it sets places in
 * order, of the paragraph before. */
static gboolean
goes_on (const ChisoReading *self, const ChisoFigure *figure, guint b)
{
  const ChisoSentence *here = chiso_reading_sentence (self, figure->sentence);
  const ChisoSentence *before = chiso_reading_sentence (self, b);

  return before->block == here->block
         || (before->block + 1 == here->block && before->kind == CHISO_BLOCK_PARAGRAPH
             && is_ranking (self, figure));
}

/* No topic within reach: the figure goes on with what the sentence before counted in the same unit
 * ("Năm 2018 tỉnh mới có 80 xã"), as its first figure there says. */
static int
inherited (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoItem *unit = item_at (self, figure->unit_item);
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, figure->unit_item);
  int found = -1;
  guint sentence = G_MAXUINT;
  /* What points back need not say the whole unit: "31 lượt" after "1.204 lượt công dân". */
  gboolean pointed = is_pointed_at (self, figure) || is_ranking (self, figure);

  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (!goes_on (self, figure, before->sentence))
        break;
      if ((sentence != G_MAXUINT && before->sentence != sentence)
          || figure->sentence - before->sentence > MAX_INHERITED)
        break;
      if (before->sentence == figure->sentence || before->role != CHISO_ROLE_LEVEL
          || before->indicator < 0
          || (before->unit != CHISO_UNIT_NOUN && before->rule != CHISO_INTERNED ("bare"))
          || (item_at (self, before->unit_item)->index != unit->index
              && !((pointed || before->unit == CHISO_UNIT_NONE)
                   && in_list (phrase, CHISO_WORDS_UNITS, before->indicator))))
        continue;
      sentence = before->sentence;
      found = before->indicator;
    }
  return found;
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
  /* "Cả nước có 78,5% số xã đạt chuẩn; Nghệ An 83,5%" */
  led |= figure->item > first && item_at (self, figure->item - 1)->kind == CHISO_ITEM_PLACE && f > 0
         && chiso_reading_figure (self, f - 1)->sentence == figure->sentence;
  for (guint b = f; led && b > 0 && f - b < 6; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (figure->sentence - before->sentence > 2
          || chiso_reading_sentence (self, before->sentence)->block
                 != chiso_reading_sentence (self, figure->sentence)->block)
        return -1;
      if (before->unit == CHISO_UNIT_PERCENT && before->role == CHISO_ROLE_LEVEL)
        return before->indicator;
      if (before->role == CHISO_ROLE_SHARE && before->of >= 0 && is_pointed_at (self, figure))
        return chiso_topic_share_of (self, chiso_reading_figure (self, before->of)->indicator);
    }
  return -1;
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
  figure->role = chiso_catalogue_wording (self->grammar->catalogue, count->indicator)->share != NULL
                     ? CHISO_ROLE_SHARE
                     : CHISO_ROLE_NONE;
  figure->of = share;
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
    figure->indicator = -1;
}

/* No words around it name anything: what was told before goes on, unless they rule it out. */
static void
assign_inherited (ChisoReading *self, guint f)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);
  int found = -1;

  if (figure->unit == CHISO_UNIT_PERCENT && figure->right == figure->right_end)
    found = inherited_rate (self, f);
  else if (figure->unit == CHISO_UNIT_NOUN && !chiso_topic_has_stranger (self, figure)
           && has_plain_rest (self, figure))
    {
      found = set_beside (self, f);
      if (found < 0)
        found = inherited (self, f);
    }
  if (found >= 0 && !chiso_topic_is_ruled_out (self, figure, found))
    assign (figure, found, SCORE_INHERITED, CHISO_INTERNED ("inherited"));
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
      || next->indicator < 0
      || item_at (self, figure->unit_item)->index != item_at (self, next->unit_item)->index
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
  if (comma && !chiso_topic_is_ruled_out (self, figure, next->indicator))
    assign (figure, next->indicator, SCORE_INHERITED, CHISO_INTERNED ("next"));
}

void
chiso_reading_topics (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);
      const ChisoIndicatorSet *candidates;
      int found;

      if (figure->role != CHISO_ROLE_LEVEL || assign_share (self, f))
        continue;
      if ((found = chiso_bare_alone (self, figure)) >= 0)
        assign (figure, found, SCORE_RIGHT - 20, CHISO_INTERNED ("alone"));
      else if ((found = chiso_bare_in_brackets (self, f)) >= 0)
        assign (figure, found, SCORE_RIGHT - 20, CHISO_INTERNED ("bare"));
      else if ((found = chiso_bare_choose (self, f)) >= 0)
        assign (figure, found, SCORE_LEFT - 5, CHISO_INTERNED ("bare"));
      else if ((candidates = candidates_of (self, figure)) == NULL)
        {
          found = set_beside (self, f);
          assign (figure, found >= 0 ? found : pointed_at_bare (self, f), SCORE_INHERITED,
                  CHISO_INTERNED ("beside"));
        }
      else
        {
          assign_topic (self, f, candidates);
          if (figure->indicator < 0)
            assign_inherited (self, f);
        }
    }
  for (guint f = self->figures->len; f > 1; f--)
    assign_from_next (self, f - 2);
}
