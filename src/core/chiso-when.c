/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which period a figure belongs to, and with which a change compares. The nearest expression of time
 * that governs it in its sentence, else the one in force from the sentences before, else the report's. */

#include "chiso-when-private.h"

#include <string.h>

static guint16
word_at (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word;
}

static gboolean
resolve (const ChisoWhen *walk, const ChisoFigure *figure, const ChisoTimeMention *mention,
         const ChisoPeriod *context, ChisoPeriod *period)
{
  const ChisoDate *published = &walk->reading->published;

  if (chiso_when_is_stock (walk, figure))
    {
      ChisoTimeMention now = { .anchor = CHISO_TIME_NOW, .as_at = TRUE };

      /* "Từ khi có nghị quyết đến nay, 58 xã đạt chuẩn" is told as at the report. */
      if (!chiso_time_resolve (mention->anchor == CHISO_TIME_SINCE_EVENT ? &now : mention,
                               published, context, period))
        return FALSE;
      /* "Đến cuối tháng 12 có 3.412 mô hình. Sáu tháng trước đó, con số này là 3.190" */
      if (mention->anchor == CHISO_TIME_YEARS_LATER && mention->back_in_months)
        {
          int month = context->end.year * 12 + (context->end.month != 0 ? context->end.month : 12)
                      - 1 + mention->n_back;

          *period = chiso_period_month (month / 12, month % 12 + 1);
          return TRUE;
        }
      /* "Bước vào giai đoạn 2021 - 2025, tỉnh có 127 xã" */
      if (chiso_when_opens_span (walk, mention))
        {
          *period = chiso_period_year (mention->period.start.year);
          return TRUE;
        }
      /* "từ giữa năm 2021 đã đạt" dates the stock at its beginning; "từ năm 2016 đến nay" does not. */
      if (period->open_end
          && chiso_mentions_token (walk->reading->mentions, mention->last - 1)->word != CHISO_W_NAY)
        {
          period->end = period->start;
          period->open_end = FALSE;
        }
      *period = chiso_when_as_stock (walk, *period);
      return TRUE;
    }
  return chiso_time_resolve_flow (mention, published, context, period);
}

/* A stock without a time of its own, in a paragraph that names none: as at the report, where what is in
 * force from before is only a part of the report's own year. */
static ChisoPeriod
stock_default (const ChisoWhen *walk, const ChisoPeriod *context)
{
  if (!walk->fresh && !walk->reading->period_stated && !context->open_end
      && context->end.year == walk->reading->published.year
      && memcmp (&context->start, &context->end, sizeof (ChisoDate)) != 0)
    return chiso_period_year (context->end.year);
  return chiso_when_as_stock (walk, *context);
}

gboolean
chiso_when_counts_by_the_year (const ChisoWhen *walk, const ChisoFigure *figure)
{
  const ChisoIndicator *indicator = figure->indicator < 0
                                        ? NULL
                                        : chiso_grammar_indicator (walk->reading->grammar,
                                                                   figure->indicator);

  return indicator != NULL && g_str_has_suffix (indicator->unit_vi, "/năm");
}

/* It is that of a year, whatever part of one is spoken of. */
static gboolean
is_by_the_year (const ChisoWhen *walk, const ChisoFigure *figure)
{
  return chiso_when_counts_by_the_year (walk, figure) && chiso_period_is_set (&walk->context)
         && !walk->context.open_end
         && (chiso_period_n_days (&walk->context) < 360
             || chiso_period_n_days (&walk->context) > 366);
}

/* Looks back to a time that it does not tell. */
static gboolean
tells_then (const ChisoSentence *sentence)
{
  return (sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_THEN)) != 0;
}

/* "Sau ba năm thực hiện Kết luận 114, …": of a span whose start nothing tells. */
static gboolean
opens_with_length (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);

  for (guint i = first; tells_then (sentence) && i < figure->item; i++)
    if (chiso_when_is (walk, i, CHISO_CLASS_THEN))
      return TRUE;
  for (guint i = first + 1;
       (i = chiso_mentions_next (walk->reading->mentions, CHISO_SET_NUMBERS, i, figure->item)) + 1
       < figure->item;
       i++)
    {
      guint16 before = word_at (walk, i - 1);

      if (g_array_index (walk->reading->mentions->numbers, ChisoNumber,
                         chiso_when_item (walk, i)->index)
                  .value
              >= 2
          && word_at (walk, i + 1) == CHISO_W_NAM5
          && (before == CHISO_W_SAU || before == CHISO_W_QUA || before == CHISO_W_TRONG
              || before == CHISO_W_HON))
        return TRUE;
    }
  return FALSE;
}

/* "Nửa đầu năm ngoái … 78%, năm nay 83,7%": the same months. */
static gboolean
same_months_of_year (const ChisoTimeMention *mention, const ChisoPeriod *previous,
                     const ChisoDate *published, ChisoPeriod *period)
{
  int year = published->year - (mention->anchor == CHISO_TIME_LAST_YEAR ? 1 : 0);

  /* "cả năm ngoái" */
  if (mention->whole || !mention->deictic || mention->period.start.month != 0
      || published->year == 0
      || (mention->anchor != CHISO_TIME_THIS_YEAR && mention->anchor != CHISO_TIME_LAST_YEAR)
      || previous->open_end || previous->start.month == 0
      || previous->end.month == previous->start.month || previous->end.year == year)
    return FALSE;
  *period = chiso_period_shift_years (previous, year - previous->end.year);
  return TRUE;
}

/* "Trong quý II mỗi xã đối thoại thêm một cuộc", told in April. */
static gboolean
has_hardly_begun (const ChisoWhen *walk, const ChisoPeriod *period)
{
  const ChisoDate *now = &walk->reading->published;

  return now->month != 0 && !period->open_end && period->end.year == now->year
         && period->start.year == now->year && period->start.month >= now->month
         && period->end.month > period->start.month && period->end.month > now->month;
}

/* "Nếu đầu nhiệm kỳ cả tỉnh có 12 xã thì nay đã có 46 xã": where the text tells when the term began. */
static gboolean
is_of_terms_start (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint16 lead = figure->item > 0 ? word_at (walk, figure->item - 1) : 0;

  /* "từ con số 15 khi bước vào nhiệm kỳ đã lên 60 xã" */
  if (walk->reading->term_start == 0 || lead == CHISO_W_LEN || lead == CHISO_W_XUONG)
    return FALSE;
  for (guint i = figure->item; i > first; i--)
    {
      const ChisoItem *item = chiso_when_item (walk, i - 1);

      if (item->kind == CHISO_ITEM_TIME
          || chiso_mentions_is_mark (walk->reading->mentions, i - 1, ';')
          || word_at (walk, i - 1) == CHISO_W_THI2 || word_at (walk, i - 1) == CHISO_W_NAY)
        return FALSE;
      if (chiso_when_is (walk, i - 1, CHISO_CLASS_THEN)
          && !(i > first + 1 && chiso_when_is (walk, i - 2, CHISO_CLASS_THAN)))
        return chiso_when_opens_term (walk, i - 1);
    }
  return FALSE;
}

/* The first months of the report's year. */
static gboolean
is_year_so_far (const ChisoPeriod *period, const ChisoDate *now)
{
  return chiso_period_is_set (period) && !period->open_end && period->start.year == now->year
         && period->end.year == now->year && period->start.month == 1 && period->end.month > 1;
}

/* Sentences between an event and what else is told of it. */
#define MAX_EVENT_SENTENCES 1

/* before counts the events of figure, in another unit, in a part of the span in force. */
static gboolean
is_event_of (const ChisoWhen *walk, const ChisoFigure *before, const ChisoFigure *figure,
             const ChisoPeriod *context)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (walk->reading->mentions, before->unit_item);

  return chiso_indicator_set_has (&walk->reading->grammar->companions[before->indicator],
                                  figure->indicator)
         && unit != NULL
         && !chiso_indicator_set_has (&unit->lists[CHISO_WORDS_UNITS], figure->indicator)
         && g_strcmp0 (before->place, figure->place) == 0 && chiso_period_is_set (&before->period)
         && chiso_when_lies_within (&before->period, context);
}

/* "Từ 25/5 đến 10/6, đại biểu tiếp xúc cử tri tại 148 điểm. Cử tri nêu 903 ý kiến": the events that were told last, right
 * before the sentence; NULL for none. */
static const ChisoFigure *
event_before (const ChisoWhen *walk, const ChisoFigure *figure, const ChisoPeriod *context)
{
  guint block = chiso_reading_sentence (walk->reading, figure->sentence)->block;

  if (figure->indicator < 0 || figure->role != CHISO_ROLE_LEVEL
      || chiso_when_is_stock (walk, figure))
    return NULL;
  for (guint b = figure->number; b > 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (walk->reading, b - 1);

      if (figure->sentence - before->sentence > MAX_EVENT_SENTENCES
          || chiso_reading_sentence (walk->reading, before->sentence)->block != block)
        return NULL;
      if (before->role != CHISO_ROLE_LEVEL || before->indicator < 0)
        continue;
      return is_event_of (walk, before, figure, context) ? before : NULL;
    }
  return NULL;
}

/* The first part of a year that the sentence of figure names behind it, of the year of context. */
static void
months_behind (const ChisoWhen *walk, const ChisoFigure *figure, ChisoPeriod *context)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  ChisoPeriod period;

  for (guint i = figure->right; i < sentence->last; i++)
    {
      const ChisoTimeMention *mention = chiso_when_time (walk, i);

      if (mention == NULL || mention->period.start.month == 0
          || chiso_when_is_base (walk, i, sentence->first)
          || !chiso_time_resolve_flow (mention, &walk->reading->published, context, &period)
          || period.open_end || period.start.year != period.end.year)
        continue;
      *context = period;
      return;
    }
}

static gboolean
find_period (ChisoWhen *walk, ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  int found = chiso_when_find (walk, figure, sentence);
  ChisoPeriod context = chiso_period_is_set (&walk->context) ? walk->context
                                                             : walk->reading->period;
  const ChisoTimeMention *mention;
  const ChisoPeriod *previous;
  const ChisoFigure *event;

  mention = found >= 0 ? chiso_when_time (walk, chiso_when_gloss (walk, found)) : NULL;
  previous = figure->number > walk->first_figure
                 ? &chiso_reading_figure (walk->reading, figure->number - 1)->period
                 : NULL;
  /* "Cùng kỳ năm trước mới có 128 hội nghị" opens a paragraph: of the one before. */
  if (mention != NULL && previous == NULL && sentence->opens && figure->number > 0
      && mention->anchor == CHISO_TIME_SAME_PERIOD
      && chiso_reading_figure (walk->reading, figure->number - 1)->indicator == figure->indicator)
    previous = &chiso_reading_figure (walk->reading, figure->number - 1)->period;
  /* "…; cùng kỳ năm 2022 giám sát 240 cuộc" is like the period told before it in the sentence. */
  if (mention != NULL && previous != NULL && chiso_period_is_set (previous)
      && (mention->anchor == CHISO_TIME_SAME_PERIOD || mention->anchor == CHISO_TIME_LAST_YEAR))
    context = found == walk->last_found ? walk->last_context : *previous;
  /* "Cùng kỳ năm ngoái chỉ có 120 cuộc; 9 tháng năm nay đã có 145 cuộc": like the months named behind it. */
  else if (mention != NULL && mention->anchor == CHISO_TIME_SAME_PERIOD && previous == NULL
           && context.start.month == 0 && !context.open_end)
    months_behind (walk, figure, &context);
  /* "quý liền trước là 566 đơn": before what was told last. */
  else if (mention != NULL && mention->anchor == CHISO_TIME_YEARS_LATER && mention->back_in_months
           && figure->number > 0
           && chiso_period_is_set (
               &chiso_reading_figure (walk->reading, figure->number - 1)->period))
    context = chiso_period_in_months (
        &chiso_reading_figure (walk->reading, figure->number - 1)->period);
  else if (mention != NULL && chiso_when_names_length (walk, mention))
    {
      figure->period = walk->reading->period;
      figure->period_told = CHISO_TOLD_REPORT;
      return TRUE;
    }
  else if (mention != NULL)
    chiso_when_look_back (walk, found, sentence->first, &context);
  if (mention != NULL && previous != NULL
      && same_months_of_year (mention, previous, &walk->reading->published, &figure->period))
    {
      figure->period_told = CHISO_TOLD_SENTENCE;
      return TRUE;
    }
  walk->last_found = found;
  walk->last_context = context;
  figure->period_told = CHISO_TOLD_SENTENCE;
  if (figure->role == CHISO_ROLE_LEVEL && is_of_terms_start (walk, figure, sentence->first))
    {
      figure->period = chiso_period_year (walk->reading->term_start);
      return TRUE;
    }
  /* "lũy kế 39 hội nghị": from when on, nothing tells. */
  figure->doubtful = chiso_when_is_running (walk, figure->item)
                     && !chiso_when_is_stock (walk, figure);
  if (found >= 0 && resolve (walk, figure, mention, &context, &figure->period))
    {
      if (!chiso_when_is_stock (walk, figure))
        chiso_when_begin_earlier (walk, (guint) found, sentence->first, &figure->period);
      figure->period_named = mention->anchor == CHISO_TIME_ABSOLUTE;
      /* "Chín tháng qua tiếp 6.218 lượt; đến nay nhận 7.684 đơn" goes on to count what these months have brought. */
      if (mention->anchor == CHISO_TIME_NOW && !chiso_when_is_stock (walk, figure)
          && is_year_so_far (&context, &walk->reading->published))
        figure->period = context;
      for (int i = found + 1; tells_then (sentence) && i < (int) figure->item; i++)
        figure->doubtful |= chiso_when_is (walk, i, CHISO_CLASS_THEN);
      figure->drop |= has_hardly_begun (walk, &figure->period);
      walk->told_now |= mention->anchor == CHISO_TIME_NOW && figure->indicator >= 0;
      if (mention->until && chiso_when_counts_by_the_year (walk, figure)
          && chiso_period_n_days (&figure->period) < 360)
        figure->period = chiso_period_year (figure->period.end.year);
      if (chiso_when_is_stock (walk, figure) && figure->role == CHISO_ROLE_LEVEL)
        walk->stock = figure->period;
      return TRUE;
    }
  event = mention == NULL && figure->sentence > 0 ? event_before (walk, figure, &context) : NULL;
  if (event != NULL)
    {
      figure->period = event->period;
      figure->period_told = event->period_told == CHISO_TOLD_SENTENCE ? CHISO_TOLD_PARAGRAPH
                                                                      : event->period_told;
      return TRUE;
    }
  figure->doubtful |= opens_with_length (walk, figure, sentence->first)
                      || (mention != NULL
                          && (mention->anchor == CHISO_TIME_SUCH_SPAN
                              || mention->anchor == CHISO_TIME_SINCE_EVENT));
  figure->period_told = walk->fresh ? CHISO_TOLD_PARAGRAPH
                        : (walk->reading->period_stated
                           && chiso_period_equal (&context, &walk->reading->period))
                                || (chiso_period_is_set (&walk->opening)
                                    && chiso_period_equal (&context, &walk->opening))
                            ? CHISO_TOLD_REPORT
                        : walk->stated ? CHISO_TOLD_BEFORE
                                       : CHISO_TOLD_NOWHERE;
  figure->doubtful |= figure->period_told == CHISO_TOLD_BEFORE && !context.open_end
                      && context.end.year + 1 < walk->reading->published.year
                      && !(previous != NULL && chiso_period_equal (previous, &context))
                      && !chiso_period_equal (&context, &walk->reading->main);
  figure->period = chiso_when_is_stock (walk, figure) ? stock_default (walk, &context)
                   : is_by_the_year (walk, figure)    ? chiso_period_year (context.end.year)
                                                      : context;
  /* What was told as at a day earlier in the paragraph goes on, past an older year that is in force. */
  if (chiso_when_is_stock (walk, figure) && walk->stock.end.year > figure->period.end.year)
    figure->period = walk->stock;
  return chiso_period_is_set (&figure->period);
}

/* "Năm 2020 hộ nghèo chiếm 2,84%; năm 2022 giảm 0,31 điểm %": a change at another time than the level it is told
 * behind. */
static gboolean
has_own_time (const ChisoWhen *walk, const ChisoFigure *change)
{
  guint first = chiso_reading_sentence (walk->reading, change->sentence)->first, n = 0;
  guint depth = chiso_when_item (walk, change->item)->depth;

  if (change->role != CHISO_ROLE_CHANGE)
    return FALSE;
  for (guint i = change->verb; i > first && n < 3; i--, n++)
    {
      const ChisoTimeMention *mention = chiso_when_time (walk, i - 1);

      if (chiso_when_item (walk, i - 1)->kind == CHISO_ITEM_PUNCT
          || chiso_when_item (walk, i - 1)->kind == CHISO_ITEM_NUMBER
          || chiso_when_item (walk, i - 1)->depth != depth)
        return FALSE;
      if (mention != NULL)
        return mention->anchor == CHISO_TIME_ABSOLUTE && !chiso_when_is_base (walk, i - 1, first);
    }
  return FALSE;
}

/* Dates all figures; returns the latest span that was in force. */
static ChisoPeriod
date_figures (ChisoReading *self)
{
  ChisoWhen walk = { .reading = self, .context = self->period, .stated = self->period_stated };
  guint f = 0;

  if (self->period_stated || self->period_voted)
    walk.latest = self->period;
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind == CHISO_BLOCK_TAIL || sentence->kind == CHISO_BLOCK_CAPTION
          || sentence->kind == CHISO_BLOCK_ROW)
        continue;
      chiso_when_enter (&walk, s);
      if (chiso_sentence_has (sentence, CHISO_ITEM_TIME))
        memset (walk.claimed, 0, sizeof walk.claimed);
      walk.first_figure = walk.last_figure = f;
      walk.last_found = -1;
      while (walk.last_figure < self->figures->len
             && chiso_reading_figure (self, walk.last_figure)->sentence == s)
        walk.last_figure++;
      for (; f < self->figures->len && chiso_reading_figure (self, f)->sentence == s; f++)
        {
          ChisoFigure *figure = chiso_reading_figure (self, f);

          /* "…, bằng 62,5% dự toán, cùng kỳ năm 2022 …" looks back past what counts nothing. */
          if (figure->role == CHISO_ROLE_NONE && f > walk.first_figure)
            figure->period = chiso_reading_figure (self, f - 1)->period;
          if (figure->role == CHISO_ROLE_NONE)
            continue;
          if (figure->of >= 0)
            chiso_when_look_past_compared (&walk, figure);
          if (figure->of >= 0 && !has_own_time (&walk, figure))
            {
              figure->period = chiso_reading_figure (self, figure->of)->period;
              figure->period_told = chiso_reading_figure (self, figure->of)->period_told;
              figure->period_named = chiso_reading_figure (self, figure->of)->period_named;
            }
          else
            find_period (&walk, figure);
          if (figure->role == CHISO_ROLE_CHANGE)
            chiso_when_set_base (&walk, figure);
          /* "so với 168 hội nghị của năm trước" is told from the period before it. */
          if (figure->indicator >= 0 && figure->role == CHISO_ROLE_LEVEL
              && !chiso_period_is_set (&walk.context))
            walk.context = figure->period;
        }
      chiso_when_leave (&walk, s);
    }
  return walk.latest;
}

static void
find_periods (ChisoReading *self)
{
  ChisoPeriod latest;

  self->period_voted = FALSE;
  latest = date_figures (self);
  self->main = chiso_when_find_main (self, &self->latest);
  if (self->period_stated && !self->period_guessed)
    return;
  if (self->period_guessed)
    latest = self->period;
  /* "Hai năm thực hiện Quy chế (2022 - 2023)" above what is nearly all told of the second. */
  if (chiso_period_is_set (&self->main) && latest.start.year < latest.end.year
      && self->main.end.year == latest.end.year && !chiso_period_equal (&self->main, &latest))
    {
      self->period = self->main;
      self->period_voted = TRUE;
      date_figures (self);
    }
}

void
chiso_reading_when (ChisoReading *self)
{
  find_periods (self);
  chiso_when_date_by_bases (self);
}
