/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has the grammar of a result and is none: targets, parts of a stated total, additions beside a
 * stock, paces and quotas, sub-groups. These are kept for review below the asserted confidence. */

#include "chiso-filter-private.h"

#include <math.h>
#include <string.h>

static gboolean
is (const ChisoReading *self, guint i, ChisoClass class_)
{
  return chiso_mentions_is (self->mentions, i, class_);
}

static gboolean
is_yearly (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  guint left = figure->item > sentence->first + 5 ? figure->item - 5 : sentence->first;
  gboolean money = figure->unit == CHISO_UNIT_MONEY;
  /* "Tăng trưởng bình quân giai đoạn 2016 - 2020 đạt 6,3%/năm" is of the whole span. */
  gboolean mean = figure->unit == CHISO_UNIT_PERCENT && figure->role == CHISO_ROLE_LEVEL
                  && chiso_period_n_days (&figure->period) > 366
                  && !chiso_grammar_indicator (self->grammar, figure->indicator)->stock;

  if (money || mean || !(sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_YEARLY)))
    return FALSE;
  for (guint i = figure->right;
       i < MIN (figure->right_end + 1, sentence->last) && i < figure->right + 6; i++)
    if (is (self, i, CHISO_CLASS_YEARLY))
      return TRUE;
  for (guint i = figure->item; i > left; i--)
    {
      if (chiso_mentions_is_mark (self->mentions, i - 1, ';')
          || chiso_mentions_is_mark (self->mentions, i - 1, ','))
        break;
      if (is (self, i - 1, CHISO_CLASS_YEARLY))
        return TRUE;
    }
  return FALSE;
}

/* "đã công nhận 88 mô hình, nâng tổng số lên 1.044 mô hình": the total follows. "60 xã, đến cuối năm 2022 con số này
 * tăng lên 82 xã" tells the same of a later time. */
static gboolean
is_raised_to_next (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = f + 1 < self->figures->len ? chiso_reading_figure (self, f + 1) : NULL;

  if (next == NULL || next->sentence != figure->sentence || next->indicator != figure->indicator
      || next->role != CHISO_ROLE_LEVEL || next->value <= figure->value || next->item == 0)
    return FALSE;
  for (guint i = figure->right; i < next->item; i++)
    if (is (self, i, CHISO_CLASS_SERIES) && i > figure->right
        && chiso_mentions_item (self->mentions, i - 1)->kind == CHISO_ITEM_TIME)
      return FALSE;
    else if (is (self, i, CHISO_CLASS_ANAPHORA))
      return chiso_mentions_token (self->mentions,
                                   chiso_mentions_item (self->mentions, next->item)->first - 1)
                 ->word
             == CHISO_W_LEN;
  return FALSE;
}

/* "có thêm 10 xã", "công nhận mới 3 xã", and the rest of such a list. */
static gboolean
is_added (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  guint first = sentence->first;

  /* A rate is not added to. */
  if (!chiso_grammar_indicator (self->grammar, figure->indicator)->stock
      || chiso_grammar_indicator (self->grammar, figure->indicator)->kind != CHISO_KIND_COUNT
      || figure->role != CHISO_ROLE_LEVEL || isfinite (figure->denominator))
    return FALSE;
  if (is_raised_to_next (self, f))
    return TRUE;
  if (!(sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_ADDED)))
    return FALSE;
  for (guint i = figure->item; i > first; i--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i - 1);

      /* "41 xã nâng cao (trong năm công nhận thêm 6 xã), 13 xã kiểu mẫu" */
      if (item->depth > chiso_mentions_item (self->mentions, figure->item)->depth)
        continue;
      if (item->kind == CHISO_ITEM_TIME
          || (item->classes
              & (CHISO_CLASS_BIT (CHISO_CLASS_ANAPHORA) | CHISO_CLASS_BIT (CHISO_CLASS_ACHIEVED))))
        return FALSE;
      if (is (self, i - 1, CHISO_CLASS_ADDED))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_subgroup (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  const ChisoIndicator *indicator = chiso_grammar_indicator (self->grammar, figure->indicator);
  guint left = figure->item;

  if (!(sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_SUBGROUP))
      || g_strcmp0 (indicator->group, "living") != 0)
    return FALSE;
  while (left > sentence->first && figure->item - left < 12
         && !chiso_mentions_is_mark (self->mentions, left - 1, ';')
         && chiso_mentions_item (self->mentions, left - 1)->kind != CHISO_ITEM_NUMBER)
    if (is (self, --left, CHISO_CLASS_SUBGROUP))
      return TRUE;
  return FALSE;
}

/* Criteria out of 19 are those of one commune; elsewhere the set itself is spoken of. */
static gboolean
is_of_no_commune (const ChisoReading *self, const ChisoFigure *figure)
{
  return chiso_grammar_wording (self->grammar, figure->indicator)->of > 0
         && (figure->place == NULL || strchr (figure->place, '/') == NULL);
}

/* "từ 15,55% (đầu nhiệm kỳ) xuống 1,79%": brackets that name no time that could be told. */
static gboolean
only_brackets_between (const ChisoReading *self, const ChisoFigure *figure, const ChisoFigure *next)
{
  guint i = figure->unit_item + 1;

  if (!chiso_mentions_is_mark (self->mentions, i, '(') || next->item > i + 10)
    return FALSE;
  for (; i < next->item && !chiso_mentions_is_mark (self->mentions, i, ')'); i++)
    if (chiso_mentions_item (self->mentions, i)->kind == CHISO_ITEM_TIME)
      return FALSE;
  return i + 2 == next->item;
}

/* "So với năm 2020, số đơn giảm từ 13.902 xuống 10.475 đơn": where the sentence tells what it compares with, the first
 * number is of that time. */
static gboolean
date_by_base (const ChisoReading *self, ChisoFigure *figure, const ChisoFigure *next)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  for (guint i = figure->item; i > first; i--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i - 1);
      const ChisoTimeMention *mention;

      if (chiso_mentions_is_mark (self->mentions, i - 1, ';'))
        return FALSE;
      if (item->kind != CHISO_ITEM_TIME || i < first + 2 || !is (self, i - 2, CHISO_CLASS_THAN))
        continue;
      mention = &g_array_index (self->mentions->times, ChisoTimeMention, item->index);
      if (mention->anchor == CHISO_TIME_ABSOLUTE && !mention->period.open_end)
        figure->period = mention->period;
      else if ((mention->anchor == CHISO_TIME_LAST_YEAR
                || mention->anchor == CHISO_TIME_SAME_PERIOD)
               && mention->period.start.year == 0 && mention->period.start.month == 0)
        figure->period = chiso_period_shift_years (&next->period, -1);
      else
        return FALSE;
      figure->period_told = CHISO_TOLD_SENTENCE;
      figure->period_named = mention->anchor == CHISO_TIME_ABSOLUTE;
      return TRUE;
    }
  return FALSE;
}

/* "từ 2.377 lượt lên 2.690 lượt": the first is of an earlier time, which nothing tells. */
static gboolean
is_start_of_rise (const ChisoReading *self, guint f)
{
  ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = f + 1 < self->figures->len ? chiso_reading_figure (self, f + 1) : NULL;
  guint16 word;

  if (next == NULL || next->sentence != figure->sentence || figure->item == 0
      || (next->item != figure->unit_item + 2 && !only_brackets_between (self, figure, next))
      || chiso_mentions_token (self->mentions,
                               chiso_mentions_item (self->mentions, figure->item)->first - 1)
                 ->word
             != CHISO_W_TU)
    return FALSE;
  word = chiso_mentions_token (self->mentions,
                               chiso_mentions_item (self->mentions, next->item)->first - 1)
             ->word;
  return (word == CHISO_W_LEN || word == CHISO_W_XUONG || word == CHISO_W_CON)
         && !date_by_base (self, figure, next);
}

/* "bình quân mỗi xã gần 7 cuộc": of a count no more than a pace. */
static gboolean
is_average (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoIndicator *indicator = chiso_grammar_indicator (self->grammar, figure->indicator);
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  if (indicator->kind != CHISO_KIND_COUNT || figure->role != CHISO_ROLE_LEVEL)
    return FALSE;
  for (guint i = figure->item; i > first && figure->item - i < 6; i--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i - 1);

      if (item->kind == CHISO_ITEM_PUNCT || item->kind == CHISO_ITEM_NUMBER)
        return FALSE;
      if (chiso_mentions_token (self->mentions, item->first)->word == CHISO_W_BINH
          && chiso_mentions_token (self->mentions, item->first + 1)->word == CHISO_W_QUAN)
        return TRUE;
    }
  return FALSE;
}

/* "mỗi đơn vị đối thoại không dưới 300 cuộc": a quota, not a count. */
static gboolean
is_quota (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  if (figure->qualifier != CHISO_QUALIFIER_AT_LEAST)
    return FALSE;
  /* "71/71 xã đối thoại ít nhất 01 hội nghị": nobody counts so few as "at least". */
  if (figure->role == CHISO_ROLE_LEVEL && figure->unit == CHISO_UNIT_NOUN && figure->value <= 3)
    return TRUE;
  for (guint i = figure->item, n = 0; i > first && n < 8; i--, n++)
    {
      if (chiso_mentions_item (self->mentions, i - 1)->kind == CHISO_ITEM_NUMBER)
        return FALSE;
      if (chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i - 1)->first)
              ->word
          == CHISO_W_MOI)
        return TRUE;
    }
  return FALSE;
}

/* "Trong 9 đơn vị cấp huyện, 6 đơn vị đã hoàn thành": all there are, of which the next figure tells what
 * they have come to. */
static gboolean
is_whole (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = f + 1 < self->figures->len ? chiso_reading_figure (self, f + 1) : NULL;
  guint16 word;

  if (figure->item == 0 || next == NULL || next->sentence != figure->sentence
      || figure->role != CHISO_ROLE_LEVEL || next->role != CHISO_ROLE_LEVEL
      || isfinite (figure->denominator) || next->value > figure->value
      || next->item > figure->right_end + 4
      || !chiso_grammar_indicator (self->grammar, figure->indicator)->stock)
    return FALSE;
  word = chiso_mentions_token (self->mentions,
                               chiso_mentions_item (self->mentions, figure->item)->first - 1)
             ->word;
  if (word == CHISO_W_SO && figure->item > 1)
    word = chiso_mentions_token (self->mentions,
                                 chiso_mentions_item (self->mentions, figure->item)->first - 2)
               ->word;
  return word == CHISO_W_TRONG && figure->unit == next->unit
         && chiso_mentions_token (self->mentions,
                                  chiso_mentions_item (self->mentions, next->unit_item)->first)
                    ->word
                == chiso_mentions_token (
                       self->mentions,
                       chiso_mentions_item (self->mentions, figure->unit_item)->first)
                       ->word;
}

/* Items [first, last) name indicator k. */
static gboolean
has_topic (const ChisoReading *self, guint first, guint last, int k)
{
  for (guint i = first; i < last; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      if (phrase != NULL && chiso_indicator_set_has (&phrase->lists[CHISO_WORDS_TOPICS], k))
        return TRUE;
    }
  return FALSE;
}

/* "tố cáo: 8 vụ việc, đã giải quyết 5", "thuộc thẩm quyền 1.204 đơn, đã giải quyết 1.016": the verb comes
 * with the next figure, and this one is all that there was to do. */
static gboolean
is_before_verb (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = f + 1 < self->figures->len ? chiso_reading_figure (self, f + 1) : NULL;
  guint first = chiso_reading_sentence (self, figure->sentence)->first, done = 0;

  if (next == NULL || next->sentence != figure->sentence || figure->role != CHISO_ROLE_LEVEL
      || next->role != CHISO_ROLE_LEVEL || isfinite (figure->denominator)
      || next->value > figure->value
      || !chiso_mentions_is_mark (self->mentions, figure->right_end, ','))
    return FALSE;
  for (guint i = figure->right_end; i < next->item && done == 0; i++)
    if (chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first)->word
        == CHISO_W_DA)
      done = i;
  if (done == 0 || !has_topic (self, done, next->item, figure->indicator))
    return FALSE;
  if (f > 0 && chiso_reading_figure (self, f - 1)->sentence == figure->sentence)
    first = chiso_reading_figure (self, f - 1)->right_end;
  return !has_topic (self, MIN (first, figure->item), figure->right_end, figure->indicator);
}

/* "phản biện 4 dự thảo tại 3 hội nghị phản biện", "119 cuộc đối với 124 dự thảo": what the sessions were about, not
 * further sessions. */
static gboolean
is_subject_of_sessions (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);

  if (figure->role != CHISO_ROLE_LEVEL || figure->unit != CHISO_UNIT_NOUN
      || !chiso_mentions_is (self->mentions, figure->unit_item, CHISO_CLASS_DRAFT))
    return FALSE;
  for (guint g = f > 1 ? f - 2 : 0; g < MIN (f + 3, self->figures->len); g++)
    {
      const ChisoFigure *other = chiso_reading_figure (self, g);

      if (g != f && other->sentence == figure->sentence && other->indicator == figure->indicator
          && other->role == CHISO_ROLE_LEVEL && other->unit == CHISO_UNIT_NOUN
          && !chiso_mentions_is (self->mentions, other->unit_item, CHISO_CLASS_DRAFT))
        return TRUE;
    }
  return FALSE;
}

/* "38 cuộc so với 19 cuộc": of some other time, which nothing tells. */
static gboolean
is_compared_with (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before = f > 0 ? chiso_reading_figure (self, f - 1) : NULL;

  return before != NULL && before->sentence == figure->sentence && figure->role == CHISO_ROLE_LEVEL
         && figure->item > 0 && is (self, figure->item - 1, CHISO_CLASS_THAN)
         && before->indicator == figure->indicator
         && chiso_period_equal (&before->period, &figure->period)
         && g_strcmp0 (before->place, figure->place) == 0;
}

/* "Còn 26 xã chưa đạt chuẩn": counts what is yet to be. */
static gboolean
is_yet_to_be (const ChisoReading *self, const ChisoFigure *figure)
{
  guint t = chiso_mentions_item (self->mentions, figure->right)->first;

  return figure->role == CHISO_ROLE_LEVEL && figure->unit == CHISO_UNIT_NOUN
         && chiso_mentions_token (self->mentions, t)->word == CHISO_W_CHUA;
}

void
chiso_reading_filter (ChisoReading *self)
{
  chiso_filter_find_plans (self);
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);
      const char *part;

      if (figure->indicator < 0 || figure->role == CHISO_ROLE_NONE)
        continue;
      if ((figure->of >= 0 && chiso_reading_figure (self, figure->of)->drop)
          || (figure->like >= 0 && chiso_reading_figure (self, figure->like)->drop))
        figure->drop = TRUE;
      figure->drop |= chiso_filter_is_target (self, figure) || chiso_filter_is_future (self, figure)
                      || is_yearly (self, figure) || is_added (self, f)
                      || is_subgroup (self, figure) || is_of_no_commune (self, figure)
                      || is_start_of_rise (self, f) || is_quota (self, figure)
                      || is_average (self, figure) || is_whole (self, f) || is_before_verb (self, f)
                      || is_subject_of_sessions (self, f) || is_compared_with (self, f)
                      || is_yet_to_be (self, figure) || chiso_filter_is_answered (self, f);
      part = figure->drop ? NULL : chiso_filter_part (self, f);
      if (part != NULL)
        {
          figure->drop = TRUE;
          figure->rule = part;
        }
    }
}
