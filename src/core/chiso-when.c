/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which period a figure belongs to, and with which a change compares. The nearest expression of time
 * that governs it in its sentence, else the one in force from the sentences before, else the report's. */

#include "chiso-when-private.h"

#include <string.h>

static gboolean
resolve (const ChisoWhen *walk, const ChisoFigure *figure, const ChisoTimeMention *mention,
         const ChisoPeriod *context, ChisoPeriod *period)
{
  const ChisoDate *published = &walk->reading->published;

  if (chiso_when_is_stock (walk, figure))
    {
      if (!chiso_time_resolve (mention, published, context, period))
        return FALSE;
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

static guint16
word_at (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word;
}

/* Times that set no period: what is compared with, and days on which something was said. */
static gboolean
governs (const ChisoWhen *walk, const ChisoFigure *figure, guint i, guint first)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  if (mention == NULL || chiso_when_is_base (walk, i, first)
      || chiso_when_is_one_of_months (walk, i, first)
      || chiso_reading_names_by_time (walk->reading, i, first))
    return FALSE;
  if (chiso_when_is_one_day (mention))
    return chiso_when_is_stock (walk, figure);
  return TRUE;
}

/* Inside the brackets that hold the figure. */
static int
time_in_brackets (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;

  guint i = figure->item;

  if (depth == 0)
    return -1;
  for (; i > first && chiso_when_item (walk, i - 1)->depth >= depth; i--)
    if (governs (walk, figure, i - 1, first))
      return (int) i - 1;
  /* "bằng cả năm 2021 (136 hội nghị; 8.410 lượt người)" */
  while (i > first && chiso_mentions_is_mark (walk->reading->mentions, i - 1, '('))
    i--;
  return i > first && chiso_when_time (walk, i - 1) != NULL
                 && chiso_when_is_base (walk, i - 1, first)
             ? (int) i - 1
             : -1;
}

static gboolean
opens_clause (const ChisoWhen *walk, guint i)
{
  switch (word_at (walk, i))
    {
    case CHISO_W_THI2:
    case CHISO_W_CON:
    case CHISO_W_SONG:
    case CHISO_W_NHUNG2:
    case CHISO_W_NEU:
      return TRUE;
    default:
      return FALSE;
    }
}

/* ", nơi hộ nghèo cuối năm 2022 vẫn còn 6,94%, 74 đảng viên …": the time at item i belongs to a clause that is
 * told aside and has ended before the figure. */
static gboolean
is_told_aside (const ChisoWhen *walk, const ChisoFigure *figure, guint i, guint first)
{
  guint comma = i;

  if (!chiso_when_time (walk, i)->as_at)
    return FALSE;
  while (comma < figure->item && !chiso_mentions_is_mark (walk->reading->mentions, comma, ','))
    comma++;
  if (comma == figure->item)
    return FALSE;
  for (; i > first + 1; i--)
    if (chiso_when_item (walk, i - 1)->kind == CHISO_ITEM_PUNCT)
      return word_at (walk, i) == CHISO_W_NOI || word_at (walk, i) == CHISO_W_VON;
  return FALSE;
}

/* Right behind the figure: "42% năm 2022", "7/7 xã đạt chuẩn vào năm 2020". */
static int
time_behind (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;

  /* "14,6 triệu đồng (năm 2010)" */
  if (chiso_mentions_is_mark (walk->reading->mentions, figure->right, '(')
      && chiso_mentions_is_mark (walk->reading->mentions, figure->right + 2, ')')
      && governs (walk, figure, figure->right + 1, first))
    return (int) figure->right + 1;
  for (guint i = figure->right; i < MAX (figure->right_end, figure->right + 1); i++)
    {
      if (chiso_when_item (walk, i)->depth != depth
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_PUNCT
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_NUMBER
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_PLACE || opens_clause (walk, i))
        break;
      if (governs (walk, figure, i, first))
        return (int) i;
    }
  return -1;
}

/* "… xuống còn 4,56%", "… lên 54 xã": where something has come to. */
static gboolean
is_result (const ChisoWhen *walk, const ChisoFigure *figure)
{
  return figure->item > 0
         && (chiso_when_is (walk, figure->item - 1, CHISO_CLASS_RESULT)
             || chiso_when_is (walk, figure->item - 1, CHISO_CLASS_ACHIEVED));
}

/* "giám sát 41 cuộc, lũy kế 9 tháng 128 cuộc; phản biện 12 hội nghị": the running total's time is its own. */
static gboolean
is_running (const ChisoWhen *walk, guint i)
{
  guint first = chiso_when_item (walk, i)->first;

  return first > 0 && chiso_mentions_token (walk->reading->mentions, first - 1)->word == CHISO_W_KE;
}

static int
time_before (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;

  for (guint i = figure->item; i > first; i--)
    {
      if ((chiso_when_item (walk, i - 1)->depth > depth && !chiso_when_explains (walk, i - 1))
          || !governs (walk, figure, i - 1, first))
        continue;
      /* "từ 5,57% cuối năm 2023 xuống còn 4,56%": the first figure's time is not the second's. */
      if ((walk->claimed[MIN (i - 1 - first, MAX_CLAIMED)] && is_result (walk, figure))
          || is_told_aside (walk, figure, i - 1, first)
          || (is_running (walk, i - 1) && i > first + 2 && figure->item > i + 2))
        continue;
      return (int) i - 1;
    }
  return -1;
}

/* "…, năm 2022 là 1.815 ý kiến": the time leads the next figure. */
static gboolean
leads_next (const ChisoWhen *walk, guint i, guint last)
{
  if (!chiso_mentions_is_mark (walk->reading->mentions, i - 1, ','))
    return FALSE;
  for (guint k = i + 1; k < MIN (i + 4, last); k++)
    {
      if (chiso_when_item (walk, k)->kind == CHISO_ITEM_NUMBER)
        return TRUE;
      if (chiso_when_item (walk, k)->kind == CHISO_ITEM_PUNCT
          && chiso_when_item (walk, k)->mark != ':')
        return FALSE;
    }
  return FALSE;
}

/* "…, năm 2023 phấn đấu giảm đơn vượt cấp" in a report of 2022. */
static gboolean
is_to_come (const ChisoWhen *walk, const ChisoTimeMention *mention)
{
  return mention->anchor == CHISO_TIME_ABSOLUTE && walk->reading->published.year != 0
         && mention->period.start.year > walk->reading->published.year;
}

/* Later in the sentence: "… 178/178 xã đạt chuẩn; … tính đến hết năm 2021". Past a semicolon only a
 * date as at which all was counted reaches back. */
static int
time_after (const ChisoWhen *walk, const ChisoFigure *figure, guint first, guint last)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;
  gboolean same_clause = TRUE, comma = FALSE;

  for (guint i = figure->right; i < last; i++)
    {
      const ChisoTimeMention *mention = chiso_when_time (walk, i);

      if (chiso_mentions_is_mark (walk->reading->mentions, i, ';')
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_PLACE || opens_clause (walk, i))
        same_clause = FALSE;
      if (chiso_when_is (walk, i, CHISO_CLASS_THAN) || chiso_reading_is_target (walk->reading, i))
        return -1;
      comma |= chiso_mentions_is_mark (walk->reading->mentions, i, ',');
      /* ", được công nhận huyện nông thôn mới từ năm 2020" */
      if (mention != NULL && mention->period.open_end && comma
          && chiso_mentions_token (walk->reading->mentions, mention->last - 1)->word != CHISO_W_NAY)
        continue;
      if (mention == NULL || chiso_when_item (walk, i)->depth != depth
          || mention->anchor == CHISO_TIME_LAST_YEAR || !(same_clause || mention->until)
          || leads_next (walk, i, last))
        continue;
      /* "…, đến nay đã trả lời hết" says nothing of when they were told, where that is known. */
      if (mention->anchor == CHISO_TIME_NOW && walk->stated && !chiso_when_is_stock (walk, figure))
        continue;
      if (governs (walk, figure, i, first) && !is_to_come (walk, mention))
        return (int) i;
    }
  return -1;
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

/* Money per head and year. */
static gboolean
counts_by_the_year (const ChisoWhen *walk, const ChisoFigure *figure)
{
  const ChisoIndicator *indicator = figure->indicator < 0
                                        ? NULL
                                        : chiso_catalogue_indicator (
                                            walk->reading->grammar->catalogue, figure->indicator);

  return indicator != NULL && g_str_has_suffix (indicator->unit_vi, "/năm");
}

/* It is that of a year, whatever part of one is spoken of. */
static gboolean
is_by_the_year (const ChisoWhen *walk, const ChisoFigure *figure)
{
  return counts_by_the_year (walk, figure) && chiso_period_is_set (&walk->context)
         && !walk->context.open_end
         && (chiso_period_n_days (&walk->context) < 360
             || chiso_period_n_days (&walk->context) > 366);
}

/* "Sau ba năm thực hiện Kết luận 114, …": of a span whose start nothing tells. */
static gboolean
opens_with_length (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  for (guint i = first; i < figure->item; i++)
    if (chiso_when_is (walk, i, CHISO_CLASS_THEN))
      return TRUE;
  for (guint i = first + 1; i + 1 < figure->item; i++)
    {
      guint16 before = word_at (walk, i - 1);

      if (chiso_when_item (walk, i)->kind == CHISO_ITEM_NUMBER
          && g_array_index (walk->reading->mentions->numbers, ChisoNumber,
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

/* The item of the time that governs figure, from the sentence at hand; -1 for none. */
static int
find_time (ChisoWhen *walk, const ChisoFigure *figure, const ChisoSentence *sentence)
{
  int found;

  /* Right behind the figure may stand the head of the next sentence. */
  if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME)
      && chiso_when_time (walk, figure->right) == NULL
      && chiso_when_time (walk, figure->right + 1) == NULL)
    return -1;
  found = time_in_brackets (walk, figure, sentence->first);
  if (found < 0)
    {
      found = time_behind (walk, figure, sentence->first);
      /* A change does not use up the time that it stands before. */
      if (found >= 0 && figure->role == CHISO_ROLE_LEVEL)
        walk->claimed[MIN (found - sentence->first, MAX_CLAIMED)] = TRUE;
    }
  if (found < 0)
    found = time_before (walk, figure, sentence->first);
  if (found < 0)
    found = time_after (walk, figure, sentence->first, sentence->last);
  /* "Trong khi Phù Cát tiếp 388 lượt thì năm 2022 Phù Mỹ tiếp 412 lượt": nothing else dates it. */
  for (guint i = figure->right; i < sentence->last && found < 0 && !walk->stated; i++)
    if (chiso_when_item (walk, i)->depth == 0 && governs (walk, figure, i, sentence->first)
        && chiso_when_time (walk, i)->anchor == CHISO_TIME_ABSOLUTE
        && !chiso_reading_is_target (walk->reading, i - 1))
      found = (int) i;
  return found;
}

static gboolean
find_period (ChisoWhen *walk, ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  int found = find_time (walk, figure, sentence);
  ChisoPeriod context = chiso_period_is_set (&walk->context) ? walk->context
                                                             : walk->reading->period;
  const ChisoTimeMention *mention;
  const ChisoPeriod *previous;

  mention = found >= 0 ? chiso_when_time (walk, chiso_when_gloss (walk, found)) : NULL;
  previous = figure->number > walk->first_figure
                 ? &chiso_reading_figure (walk->reading, figure->number - 1)->period
                 : NULL;
  /* "…; cùng kỳ năm 2022 giám sát 240 cuộc" is like the period told before it in the sentence. */
  if (mention != NULL && previous != NULL && chiso_period_is_set (previous)
      && (mention->anchor == CHISO_TIME_SAME_PERIOD || mention->anchor == CHISO_TIME_LAST_YEAR))
    context = found == walk->last_found ? walk->last_context : *previous;
  else if (mention != NULL && chiso_when_names_length (walk, mention))
    {
      figure->period = walk->reading->period;
      figure->period_told = CHISO_TOLD_REPORT;
      return TRUE;
    }
  else if (mention != NULL
           && (mention->anchor == CHISO_TIME_SUCH_SPAN || mention->anchor == CHISO_TIME_PAST_SPAN))
    chiso_when_span_of_length (walk, mention, &context);
  else if (mention != NULL && mention->anchor == CHISO_TIME_PAST_TERM)
    chiso_when_term (walk, mention, &context);
  else if (mention != NULL && mention->anchor == CHISO_TIME_YEARS_LATER)
    {
      if (!chiso_when_year_before (walk, found, sentence->first, &context))
        context = walk->mentioned;
    }
  /* "6 tháng đầu năm" takes its year from its sentence, this paragraph or the report, not from one before. */
  else if (found >= 0 && !chiso_when_year_before (walk, found, sentence->first, &context)
           && !walk->fresh && mention->anchor == CHISO_TIME_YEARLESS)
    context = walk->reading->period;
  walk->last_found = found;
  walk->last_context = context;
  figure->period_told = CHISO_TOLD_SENTENCE;
  /* "lũy kế 39 hội nghị": from when on, nothing tells. */
  figure->doubtful = is_running (walk, figure->item) && !chiso_when_is_stock (walk, figure);
  if (found >= 0 && resolve (walk, figure, mention, &context, &figure->period))
    {
      figure->period_named = mention->anchor == CHISO_TIME_ABSOLUTE;
      walk->told_now |= mention->anchor == CHISO_TIME_NOW && figure->indicator >= 0;
      if (counts_by_the_year (walk, figure) && mention->until
          && chiso_period_n_days (&figure->period) < 360)
        figure->period = chiso_period_year (figure->period.end.year);
      if (chiso_when_is_stock (walk, figure) && figure->role == CHISO_ROLE_LEVEL)
        walk->stock = figure->period;
      return TRUE;
    }
  figure->doubtful |= opens_with_length (walk, figure, sentence->first)
                      || (mention != NULL && mention->anchor == CHISO_TIME_SUCH_SPAN);
  figure->period_told = walk->fresh ? CHISO_TOLD_PARAGRAPH
                        : walk->reading->period_stated
                                && chiso_period_equal (&context, &walk->reading->period)
                            ? CHISO_TOLD_REPORT
                        : walk->stated ? CHISO_TOLD_BEFORE
                                       : CHISO_TOLD_NOWHERE;
  figure->period = chiso_when_is_stock (walk, figure) ? stock_default (walk, &context)
                   : is_by_the_year (walk, figure)    ? chiso_period_year (context.end.year)
                                                      : context;
  /* What was told as at a day earlier in the paragraph goes on, past an older year that is in force. */
  if (chiso_when_is_stock (walk, figure) && walk->stock.end.year > figure->period.end.year)
    figure->period = walk->stock;
  return chiso_period_is_set (&figure->period);
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

          if (figure->role == CHISO_ROLE_NONE)
            continue;
          if (figure->of >= 0)
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

void
chiso_reading_when (ChisoReading *self)
{
  ChisoPeriod latest;

  self->period_voted = FALSE;
  latest = date_figures (self);
  self->main = chiso_when_find_main (self);
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
