/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period that a report says it is about: in its title, in words on its figures, or as a term of office. The
 * day of the report is chiso-head.c's to find. */

#include "chiso-head-private.h"

#include <string.h>

/* Sentences in which a report says of when its figures are. */
#define FIRST_SENTENCES 16
/* A paragraph of so many items is no line of the head. */
#define MIN_BODY_ITEMS 20

/* The sentences of the head, in which a title may stand: those before the first paragraph. */
guint
chiso_head_end (const ChisoReading *self)
{
  guint n = MIN (self->sentences->len, HEAD_SENTENCES);

  for (guint s = 0; s < n; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind != CHISO_BLOCK_HEADING
          && sentence->last - sentence->first >= MIN_BODY_ITEMS)
        return s;
    }
  return n;
}

/* "MỘT SỐ KẾT QUẢ NỔI BẬT 2021" */
static gboolean
follows_capitals (const ChisoReading *self, const ChisoItem *item)
{
  return item->first > 0
         && (chiso_mentions_token (self->mentions, item->first - 1)->flags & CHISO_TOKEN_UPPER);
}

/* "Nghị quyết về nhiệm vụ phát triển kinh tế - xã hội năm 2024": what it reports is of the year before. */
static gboolean
is_planned (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  const ChisoPeriod *period =
      &chiso_head_time (self, chiso_mentions_item (self->mentions, i))->period;

  if (period->start.month != 0 || period->start.year != period->end.year)
    return FALSE;
  for (guint k = sentence->first; k < i; k++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, k);

      if (item->kind == CHISO_ITEM_TIME)
        return FALSE;
      if (chiso_reading_is_target (self, k))
        return !chiso_mentions_is (self->mentions, k, CHISO_CLASS_ACHIEVED);
    }
  return FALSE;
}

/* "(từ tháng 7/2023 đến tháng 12/2023)" */
static gboolean
is_part_of_year (const ChisoPeriod *period)
{
  return period->start.month != 0 && period->start.month != period->end.month;
}

/* "Kết quả 6 tháng đầu năm, chương trình công tác 6 tháng cuối năm 2026": behind an earlier part of the same year the
 * time at item i, a later one, is what is planned. */
static gboolean
is_behind_earlier_part (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  const ChisoTimeMention *part = chiso_head_time (self, chiso_mentions_item (self->mentions, i));

  for (guint k = sentence->first; k < i; k++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, k);
      const ChisoTimeMention *before = item->kind == CHISO_ITEM_TIME ? chiso_head_time (self, item)
                                                                     : NULL;

      /* "tháng 5, nhiệm vụ tháng 6 năm 2023" */
      if (before != NULL && before->anchor == CHISO_TIME_YEARLESS && !before->day
          && before->period.start.month != 0 && !before->period.open_end
          && before->period.end.month < part->period.start.month)
        return TRUE;
    }
  return FALSE;
}

/* Between the time at item i and the words of a plan no other time; before them one that is told of. */
static gboolean
is_behind_target (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  gboolean planned = FALSE;

  if (is_behind_earlier_part (self, sentence, i))
    return TRUE;

  for (guint k = i; k > sentence->first; k--)
    {
      if (chiso_mentions_item (self->mentions, k - 1)->kind == CHISO_ITEM_TIME)
        return planned;
      planned |= chiso_reading_is_target (self, k - 1)
                 || chiso_mentions_is (self->mentions, k - 1, CHISO_CLASS_DOCUMENT);
    }
  return planned && chiso_reading_is_planned (self, i);
}

/* "Thực hiện Chương trình công tác năm 2023, Ban báo cáo kết quả như sau:": in a heading that leads to what follows,
 * the time at item i only names what that is done by. */
static gboolean
only_names (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  if (!chiso_mentions_is_mark (self->mentions, sentence->last - 1, ':'))
    return FALSE;
  if (chiso_mentions_token (self->mentions,
                            chiso_mentions_item (self->mentions, sentence->first)->first)
          ->word
      != CHISO_W_THUC)
    return FALSE;
  for (guint k = sentence->first; k < i; k++)
    if (chiso_mentions_is_mark (self->mentions, k, ','))
      return FALSE;
  return TRUE;
}

/* "từ ngày 15/6 đến ngày 14/9/2024", not a day on which something was. */
static gboolean
is_one_day (const ChisoTimeMention *mention)
{
  return mention->day && chiso_period_n_days (&mention->period) < 28;
}

/* The period named in the title: "Kết quả công tác dân vận năm 2024"; or where long, one of several years:
 * "Hai năm thực hiện Quy chế đối thoại (2022 - 2023)". */
ChisoPeriod
chiso_head_title_period (const ChisoReading *self, gboolean is_long)
{
  ChisoPeriod none = { 0 };
  guint end = chiso_head_end (self);

  for (guint s = 0; s < end; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind != CHISO_BLOCK_HEADING || !chiso_sentence_has (sentence, CHISO_ITEM_TIME))
        continue;
      for (guint i = sentence->first; i < sentence->last; i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);
          const ChisoTimeMention *mention = item->kind == CHISO_ITEM_TIME
                                                ? chiso_head_time (self, item)
                                                : NULL;

          if (mention == NULL || mention->anchor != CHISO_TIME_ABSOLUTE || is_one_day (mention)
              || chiso_head_follows_place (self, sentence, i) || only_names (self, sentence, i)
              || chiso_head_names_issue (self, i))
            continue;
          /* "Hoạt động của HĐND tỉnh nửa đầu nhiệm kỳ 2021 - 2026" */
          if (is_long && mention->term && mention->period.open_end
              && mention->period.start.year < self->published.year)
            {
              none = mention->period;
              none.end.year = self->published.year;
              none.open_end = FALSE;
              return none;
            }
          if (mention->period.open_end)
            continue;
          if (!is_long && is_planned (self, sentence, i))
            return chiso_period_year (mention->period.end.year - 1);
          /* "… 9 tháng, nhiệm vụ trọng tâm 3 tháng cuối năm 2023" */
          if (mention->period.start.month != 0 && is_behind_target (self, sentence, i))
            continue;
          if (is_long ? chiso_period_n_days (&mention->period) > 366 && !mention->term
                            && mention->period.end.year <= self->published.year
                            && !chiso_reading_names_by_time (self, i, sentence->first)
                      : chiso_period_n_days (&mention->period) <= 366
                            && (item->depth == 0 || is_part_of_year (&mention->period))
                            && (!mention->bare_year || follows_capitals (self, item)))
            return mention->period;
        }
    }
  return none;
}

ChisoPeriod
chiso_head_planned_period (const ChisoReading *self)
{
  guint end = chiso_head_end (self);

  for (guint s = 0; s < end; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      for (guint i = sentence->first; sentence->kind == CHISO_BLOCK_HEADING && i < sentence->last;
           i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);
          const ChisoTimeMention *mention = item->kind == CHISO_ITEM_TIME
                                                ? chiso_head_time (self, item)
                                                : NULL;

          if (mention != NULL && mention->anchor == CHISO_TIME_ABSOLUTE && !mention->period.open_end
              && mention->period.start.month != 0 && is_behind_target (self, sentence, i))
            return mention->period;
        }
    }
  return (ChisoPeriod){ 0 };
}

/* "Công tác tháng 5, nhiệm vụ tháng 6 năm 2023": behind the month at item i stands the next, which is planned. */
static gboolean
leads_to_plan (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  for (guint k = i + 1; k < sentence->last; k++)
    if (chiso_mentions_item (self->mentions, k)->kind == CHISO_ITEM_TIME)
      return chiso_head_time (self, chiso_mentions_item (self->mentions, k))->period.start.month
             == chiso_head_time (self, chiso_mentions_item (self->mentions, i))->period.end.month
                    + 1;
  return FALSE;
}

static gboolean
is_year_so_far (const ChisoReading *self, const ChisoTimeMention *mention, ChisoPeriod *period)
{
  const ChisoPeriod year = chiso_period_year (self->published.year);

  return (mention->anchor == CHISO_TIME_ABSOLUTE || mention->anchor == CHISO_TIME_YEARLESS)
         && mention->period.open_end && mention->period.start.month != 0
         && chiso_time_resolve_flow (mention, &self->published, &year, period) && !period->open_end
         && period->start.year == self->published.year;
}

/* "Giao ban công tác Mặt trận 9 tháng": those of the year that the report came out in, or of the one before. */
static ChisoPeriod
title_months (const ChisoReading *self)
{
  ChisoPeriod none = { 0 }, period, named, year = chiso_period_year (self->published.year);
  guint end = chiso_head_end (self);

  for (guint s = 0; s < end && self->published.year != 0; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      for (guint i = sentence->first; sentence->kind == CHISO_BLOCK_HEADING && i < sentence->last;
           i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);

          /* "từ đầu năm 2023 đến nay" */
          if (item->kind == CHISO_ITEM_TIME
              && is_year_so_far (self, chiso_head_time (self, item), &period))
            return period;
          /* "Kết quả công tác Mặt trận trong năm" in December, or in January of the next */
          if (item->kind == CHISO_ITEM_TIME && item->depth == 0
              && chiso_head_time (self, item)->anchor == CHISO_TIME_THIS_YEAR
              && chiso_head_time (self, item)->period.start.month == 0
              && (self->published.month >= 11 || self->published.month <= 2))
            return chiso_period_year (self->published.year - (self->published.month <= 2 ? 1 : 0));
          if (item->kind != CHISO_ITEM_TIME
              || chiso_head_time (self, item)->anchor != CHISO_TIME_YEARLESS
              || chiso_head_time (self, item)->day || item->depth > 0
              || chiso_reading_names_by_time (self, i, sentence->first)
              || !chiso_time_resolve_flow (chiso_head_time (self, item), &self->published, &year,
                                           &period)
              || (chiso_period_n_days (&period) < 80 && !leads_to_plan (self, sentence, i))
              || chiso_period_n_days (&period) > 366)
            continue;
          /* "sáu tháng đầu" may be those of something else than the year, which the text then names. */
          if (chiso_mentions_token (self->mentions, item->first)->word != CHISO_W_QUY
              && chiso_mentions_token (self->mentions, item->last - 1)->word != CHISO_W_NAM5
              && chiso_reading_span_of_length (self, period.end.month - period.start.month + 1,
                                               TRUE, &named)
              && named.start.day == 0)
            return named;
          if (period.end.year == self->published.year && self->published.month != 0
              && period.end.month > self->published.month)
            period = chiso_period_shift_years (&period, -1);
          return period;
        }
    }
  return none;
}

/* "dẫn lại số liệu năm 2019" in a report of 2021. */
static gboolean
is_long_past (const ChisoReading *self, const ChisoPeriod *period)
{
  return self->published.year != 0
         && (period->end.year < self->published.year - 1
             || (period->end.year < self->published.year && self->published.month > 4));
}

/* "Kỳ số liệu tính từ 15/12/2021 đến 14/12/2022", "số liệu bốn tháng 7 - 10/2025": what a report says near its
 * head of the span that its figures are of. */
static ChisoPeriod
period_of_figures (const ChisoReading *self)
{
  ChisoPeriod none = { 0 }, period;

  for (guint s = 0; s < MIN (self->sentences->len, FIRST_SENTENCES); s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);
      guint since = G_MAXUINT;

      if ((sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_FIGURES)) == 0)
        continue;
      for (guint i = sentence->first; i < sentence->last; i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);

          if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_FIGURES))
            since = i;
          if (item->kind == CHISO_ITEM_PUNCT && item->mark != ':' && item->mark != '(')
            since = G_MAXUINT;
          if (since == G_MAXUINT || i > since + 5 || item->kind != CHISO_ITEM_TIME)
            continue;
          if (chiso_head_time (self, item)->anchor != CHISO_TIME_NOW
              && !chiso_head_time (self, item)->term
              && chiso_time_resolve_flow (chiso_head_time (self, item), &self->published, &none,
                                          &period)
              && !period.open_end && chiso_period_n_days (&period) >= 28
              && !is_long_past (self, &period)
              && !(chiso_head_time (self, item)->as_at && chiso_head_time (self, item)->day
                   && !chiso_head_time (self, item)->until))
            return period;
        }
    }
  return none;
}

/* "… báo cáo như sau:", "… báo cáo một số kết quả sau:" */
static gboolean
leads_to_report (const ChisoReading *self, const ChisoSentence *sentence)
{
  guint first = chiso_mentions_item (self->mentions, sentence->first)->first;

  for (guint t = chiso_mentions_item (self->mentions, sentence->last - 1)->last; t > first + 1; t--)
    {
      const ChisoToken *token = chiso_mentions_token (self->mentions, t - 1);

      if (token->kind != CHISO_TOKEN_WORD)
        continue;
      if (token->word != CHISO_W_SAU)
        return FALSE;
      if (token[-1].word == CHISO_W_NHU)
        return TRUE;
      for (t--; t > first + 1; t--)
        if (chiso_mentions_token (self->mentions, t - 1)->word == CHISO_W_CAOX
            && chiso_mentions_token (self->mentions, t - 2)->word == CHISO_W_BAOX)
          return TRUE;
      return FALSE;
    }
  return FALSE;
}

/* "kết quả qua ba tháng vận hành chính quyền hai cấp": so many whole months before the report. FALSE where item is no
 * such count. */
static gboolean
months_before_report (const ChisoReading *self, const ChisoItem *item, ChisoPeriod *period)
{
  const ChisoTimeMention *mention = chiso_head_time (self, item);

  if (mention->anchor != CHISO_TIME_SUCH_SPAN || !mention->back_in_months || mention->n_back > 11)
    return FALSE;
  *period = chiso_reading_months_before (&self->published, mention->n_back);
  return TRUE;
}

/* "Căn cứ Luật …; thực hiện chương trình công tác 6 tháng đầu năm 2024, UBND tỉnh báo cáo như sau:": the year, or the
 * part of one, that is just over, as named by the sentence that leads to the report. */
static ChisoPeriod
period_of_task (const ChisoReading *self)
{
  ChisoPeriod period, year = chiso_period_year (self->published.year);
  int now = self->published.year * 12 + self->published.month, end;

  for (guint s = 0; s < MIN (self->sentences->len, FIRST_SENTENCES) && self->published.month != 0;
       s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME) || !leads_to_report (self, sentence))
        continue;
      for (guint i = sentence->first; i < sentence->last; i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);

          if (item->kind == CHISO_ITEM_TIME && months_before_report (self, item, &period))
            return period;
          if (item->kind != CHISO_ITEM_TIME || is_one_day (chiso_head_time (self, item))
              || !chiso_time_resolve_flow (chiso_head_time (self, item), &self->published, &year,
                                           &period)
              || period.open_end || chiso_period_n_days (&period) > 366)
            continue;
          end = period.end.year * 12 + (period.end.month != 0 ? period.end.month : 12);
          if (end <= now + 1 && end + 3 >= now
              && (is_part_of_year (&period) || period.start.month == 0))
            return period;
        }
    }
  return (ChisoPeriod){ 0 };
}

void
chiso_head_find_period (ChisoReading *self, const ChisoPeriod *title)
{
  ChisoPeriod stated = period_of_figures (self);

  self->period = chiso_period_is_set (title) ? *title : title_months (self);
  /* "để công bố số liệu năm nay", under a title that names some months of it */
  if (chiso_period_is_set (&stated)
      && !(is_part_of_year (&self->period) && stated.start.month == 0))
    self->period = stated;
  chiso_head_find_term (self);
  self->period_guessed = FALSE;
  if (!chiso_period_is_set (&self->period))
    {
      self->period = self->term_in_title && chiso_period_is_set (&self->term)
                         ? self->term
                         : chiso_head_title_period (self, TRUE);
      if (!chiso_period_is_set (&self->period))
        self->period = chiso_head_title_length (self);
      if (!chiso_period_is_set (&self->period))
        self->period = period_of_task (self);
      self->period_guessed = chiso_period_is_set (&self->period);
    }
  self->period_stated = chiso_period_is_set (&self->period);
  /* What is told at the turn of the year is of the one that is over. */
  if (!self->period_stated && self->published.year != 0)
    self->period = chiso_period_year (
        self->published.year - (self->published.month == 1 || self->published.month == 2 ? 1 : 0));
}
