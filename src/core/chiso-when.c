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

static gboolean
joins_list (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_is_mark (walk->reading->mentions, i, ',')
         || word_at (walk, i) == CHISO_W_VA;
}

/* A day on which something was said or done, not a span that a flow fills. */
static gboolean
is_one_day (const ChisoTimeMention *mention)
{
  return mention->day && !mention->until
         && memcmp (&mention->period.start, &mention->period.end, sizeof (ChisoDate)) == 0;
}

/* A month, quarter or shorter span. */
static gboolean
is_short (const ChisoTimeMention *mention)
{
  const ChisoPeriod *period = &mention->period;

  return period->start.month != 0 && period->start.month == period->end.month
         && (mention->anchor == CHISO_TIME_ABSOLUTE || mention->anchor == CHISO_TIME_YEARLESS);
}

/* "trong hai đợt tháng 7 và tháng 11": each of a list of months dates only a part of the figure. */
static gboolean
is_one_of_months (const ChisoWhen *walk, guint i, guint first)
{
  const ChisoTimeMention *before, *behind;

  if (!is_short (chiso_when_time (walk, i)))
    return FALSE;
  before = i >= first + 2 ? chiso_when_time (walk, i - 2) : NULL;
  behind = chiso_when_time (walk, i + 2);
  return (before != NULL && is_short (before) && joins_list (walk, i - 1))
         || (behind != NULL && is_short (behind) && joins_list (walk, i + 1));
}

/* Times that set no period: what is compared with, and days on which something was said. */
static gboolean
governs (const ChisoWhen *walk, const ChisoFigure *figure, guint i, guint first)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  if (mention == NULL || chiso_when_is_base (walk, i, first) || is_one_of_months (walk, i, first))
    return FALSE;
  if (is_one_day (mention))
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

static int
time_before (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;

  for (guint i = figure->item; i > first; i--)
    {
      if (chiso_when_item (walk, i - 1)->depth > depth || !governs (walk, figure, i - 1, first))
        continue;
      /* "từ 5,57% cuối năm 2023 xuống còn 4,56%": the first figure's time is not the second's. */
      if (walk->claimed[MIN (i - 1 - first, MAX_CLAIMED)] && is_result (walk, figure))
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

/* Later in the sentence: "… 178/178 xã đạt chuẩn; … tính đến hết năm 2021". Past a semicolon only a
 * date as at which all was counted reaches back. */
static int
time_after (const ChisoWhen *walk, const ChisoFigure *figure, guint first, guint last)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;
  gboolean same_clause = TRUE;

  for (guint i = figure->right; i < last; i++)
    {
      const ChisoTimeMention *mention = chiso_when_time (walk, i);

      if (chiso_mentions_is_mark (walk->reading->mentions, i, ';')
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_PLACE || opens_clause (walk, i))
        same_clause = FALSE;
      if (chiso_when_is (walk, i, CHISO_CLASS_THAN) || chiso_reading_is_target (walk->reading, i))
        return -1;
      if (mention == NULL || chiso_when_item (walk, i)->depth != depth
          || mention->anchor == CHISO_TIME_LAST_YEAR || !(same_clause || mention->until)
          || leads_next (walk, i, last))
        continue;
      /* "…, đến nay đã trả lời hết" says nothing of when they were told, where that is known. */
      if (mention->anchor == CHISO_TIME_NOW && walk->stated && !chiso_when_is_stock (walk, figure))
        continue;
      if (governs (walk, figure, i, first))
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

/* Money per head and year is that of a year, whatever part of one is spoken of. */
static gboolean
is_by_the_year (const ChisoWhen *walk, const ChisoFigure *figure)
{
  const ChisoIndicator *indicator = figure->indicator < 0
                                        ? NULL
                                        : chiso_catalogue_indicator (
                                            walk->reading->grammar->catalogue, figure->indicator);

  return indicator != NULL && g_str_has_suffix (indicator->unit_vi, "/năm")
         && chiso_period_is_set (&walk->context) && !walk->context.open_end
         && chiso_period_n_days (&walk->context) < 360;
}

static gboolean
find_period (ChisoWhen *walk, ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  int found = time_in_brackets (walk, figure, sentence->first);
  ChisoPeriod context = chiso_period_is_set (&walk->context) ? walk->context
                                                             : walk->reading->period;

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
  /* "…; cùng kỳ năm 2022 giám sát 240 cuộc" is like the period told before it in the sentence. */
  if (found >= 0 && figure->number > walk->first_figure
      && (chiso_when_time (walk, found)->anchor == CHISO_TIME_SAME_PERIOD
          || chiso_when_time (walk, found)->anchor == CHISO_TIME_LAST_YEAR)
      && chiso_period_is_set (&chiso_reading_figure (walk->reading, figure->number - 1)->period))
    context = chiso_reading_figure (walk->reading, figure->number - 1)->period;
  /* "6 tháng đầu năm" takes its year from this paragraph or from the report, not from one before. */
  figure->period_told = CHISO_TOLD_SENTENCE;
  if (found >= 0
      && resolve (walk, figure, chiso_when_time (walk, found),
                  walk->fresh || chiso_when_time (walk, found)->anchor != CHISO_TIME_YEARLESS
                      ? &context
                      : &walk->reading->period,
                  &figure->period))
    {
      if (chiso_when_is_stock (walk, figure) && figure->role == CHISO_ROLE_LEVEL)
        walk->stock = figure->period;
      return TRUE;
    }
  figure->period_told = walk->fresh                    ? CHISO_TOLD_PARAGRAPH
                        : walk->reading->period_stated ? CHISO_TOLD_REPORT
                        : walk->stated                 ? CHISO_TOLD_BEFORE
                                                       : CHISO_TOLD_NOWHERE;
  figure->period = chiso_when_is_stock (walk, figure) ? stock_default (walk, &context)
                   : is_by_the_year (walk, figure)    ? chiso_period_year (context.end.year)
                                                      : context;
  /* What was told as at a day earlier in the paragraph goes on, past an older year that is in force. */
  if (chiso_when_is_stock (walk, figure) && walk->stock.end.year > figure->period.end.year)
    figure->period = walk->stock;
  return chiso_period_is_set (&figure->period);
}

/* Whether a time of the sentence can stay in force behind it. */
static gboolean
can_carry (const ChisoWhen *walk, const ChisoSentence *sentence, guint i)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  if (mention == NULL || chiso_when_item (walk, i)->depth > 0
      || chiso_when_is_base (walk, i, sentence->first))
    return FALSE;
  if (mention->anchor == CHISO_TIME_SAME_PERIOD || mention->anchor == CHISO_TIME_LAST_YEAR
      || mention->anchor == CHISO_TIME_AHEAD || mention->anchor == CHISO_TIME_NOW)
    return FALSE;
  /* "nếu năm 2011 chỉ có 2,7 tiêu chí thì nay …" */
  if (i > sentence->first && word_at (walk, i - 1) == CHISO_W_NEU)
    return FALSE;
  return !is_one_day (mention) && !is_one_of_months (walk, i, sentence->first)
         && !walk->claimed[MIN (i - sentence->first, MAX_CLAIMED)];
}

static gboolean
lies_within (const ChisoPeriod *inner, const ChisoPeriod *outer)
{
  guint32 first_a, last_a, first_b, last_b;

  chiso_period_days (inner, &first_a, &last_a);
  chiso_period_days (outer, &first_b, &last_b);
  return first_a >= first_b && last_a <= last_b;
}

/* "…, năm 2022 là 1.815 ý kiến" behind a figure of 2023 sets an earlier year beside it, "trong tháng 6"
 * or "quý III" inside of the nine months at hand singles out a part: neither stays in force. */
static gboolean
only_looks_aside (const ChisoWhen *walk, const ChisoSentence *sentence, guint i,
                  const ChisoPeriod *period)
{
  gboolean leads = sentence->opens
                   && (walk->first_figure == walk->last_figure
                       || chiso_reading_figure (walk->reading, walk->first_figure)->item > i);

  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    {
      const ChisoFigure *before = chiso_reading_figure (walk->reading, f);

      if (before->item < i && before->indicator >= 0 && before->role == CHISO_ROLE_LEVEL
          && before->period.end.year > period->end.year && !period->open_end)
        return TRUE;
    }
  /* At a paragraph's head it holds for the paragraph. */
  return walk->stated && !leads && chiso_period_n_days (period) > 0
         && chiso_period_n_days (period) <= 92 && chiso_period_n_days (&walk->context) > 92
         && (walk->fresh || chiso_period_n_days (&walk->context) < 365)
         && chiso_period_n_days (&walk->context) < 366 && lies_within (period, &walk->context);
}

/* What the sentence leaves in force: its last time outside brackets, unless that only singles out a
 * part of the first ("năm 2021 …, riêng 6 tháng đầu năm …"). What stands behind a target is planned. */
static void
carry (ChisoWhen *walk, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);
  ChisoPeriod found = { 0 };

  for (guint i = sentence->first; i < sentence->last; i++)
    {
      ChisoPeriod period;
      guint32 first_a, last_a, first_b, last_b;

      if (chiso_reading_is_target (walk->reading, i))
        break;
      if (!can_carry (walk, sentence, i)
          || !chiso_time_resolve_flow (chiso_when_time (walk, i), &walk->reading->published,
                                       &walk->context, &period))
        continue;
      /* What is still to come is nobody's period. */
      if (walk->reading->published.year != 0 && period.start.year > walk->reading->published.year)
        continue;
      if (only_looks_aside (walk, sentence, i, &period))
        continue;
      chiso_period_days (&found, &first_a, &last_a);
      chiso_period_days (&period, &first_b, &last_b);
      if (first_a == 0 || first_b < first_a || last_b > last_a)
        found = period;
    }
  if (!chiso_period_is_set (&found))
    return;
  walk->context = found;
  walk->fresh = walk->stated = TRUE;
  walk->stock = (ChisoPeriod){ 0 };
  if (!found.open_end && !(walk->reading->period_stated && found.end.year <= walk->latest.end.year)
      && (found.end.year > walk->latest.end.year
          || (found.end.year == walk->latest.end.year
              && chiso_period_n_days (&found) > chiso_period_n_days (&walk->latest))))
    walk->latest = found;
}

void
chiso_reading_when (ChisoReading *self)
{
  ChisoWhen walk = { .reading = self, .context = self->period, .stated = self->period_stated };
  guint f = 0;

  if (self->period_stated)
    walk.latest = self->period;
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind == CHISO_BLOCK_TAIL || sentence->kind == CHISO_BLOCK_CAPTION)
        continue;
      if (sentence->kind == CHISO_BLOCK_HEADING && sentence->opens)
        walk.context = walk.before_list = self->period;
      if (sentence->kind != CHISO_BLOCK_BULLET)
        walk.before_list = walk.context;
      else if (sentence->opens)
        walk.context = walk.before_list;
      if (sentence->opens)
        {
          walk.fresh = FALSE;
          walk.stock = (ChisoPeriod){ 0 };
          /* A look back ends with its paragraph. */
          if (chiso_period_last_year (&walk.context) < walk.latest.end.year
              || lies_within (&walk.context, &walk.latest))
            walk.context = walk.latest;
        }
      memset (walk.claimed, 0, sizeof walk.claimed);
      walk.first_figure = walk.last_figure = f;
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
      carry (&walk, s);
    }
}
