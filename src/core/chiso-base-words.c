/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bases that no year names: what words look back to ("đầu nhiệm kỳ", "tháng trước", "kỳ báo cáo trước"), and what was
 * before a span of so many years. */

#include "chiso-when-private.h"

/* Words between "so với" and what looks back. */
#define MAX_WORDS 5

/* Behind item i, past words alone, what only looks back to some time; -1 for none. */
int
chiso_base_then_behind (const ChisoWhen *walk, guint i)
{
  for (guint k = i + 1; k < i + MAX_WORDS; k++)
    {
      if (chiso_when_is (walk, k, CHISO_CLASS_THEN))
        return (int) k;
      if (chiso_when_item (walk, k)->kind != CHISO_ITEM_WORD
          && chiso_when_item (walk, k)->kind != CHISO_ITEM_PHRASE)
        return -1;
    }
  return -1;
}

gboolean
chiso_base_is_span_of_years (const ChisoPeriod *period)
{
  return !period->open_end && period->start.month == 0 && period->start.year < period->end.year;
}

/* The span of several years before one: a term's begins where the one before ends. */
ChisoPeriod
chiso_base_span_before (const ChisoWhen *walk, const ChisoPeriod *period)
{
  int n = period->end.year - period->start.year;

  return chiso_period_shift_years (
      period, -(chiso_period_equal (period, &walk->reading->term) ? n : n + 1));
}

/* "so với đầu nhiệm kỳ": the item of what only looks back to some time, behind the change; or -1. */
static int
find_then (const ChisoWhen *walk, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);

  /* "hơn đầu nhiệm kỳ 2 tiêu chí" */
  for (guint i = figure->verb + 1; i < figure->item; i++)
    if (chiso_when_is (walk, i, CHISO_CLASS_THEN))
      return (int) i;
  /* "gấp ba lần nhiệm kỳ trước" */
  if (figure->direction == 0 && figure->right < sentence->last
      && chiso_when_is (walk, figure->right, CHISO_CLASS_THEN))
    return (int) figure->right;
  for (guint i = figure->right; i + 1 < MIN (figure->right + 8, sentence->last); i++)
    {
      if (chiso_when_item (walk, i)->kind == CHISO_ITEM_PUNCT)
        break;
      if (chiso_when_is (walk, i, CHISO_CLASS_THAN))
        return chiso_base_then_behind (walk, i);
    }
  /* "so với đầu nhiệm kỳ tăng 412 người" */
  for (guint i = figure->verb; i > sentence->first + 1 && figure->verb - i < 4; i--)
    if (chiso_when_is (walk, i - 1, CHISO_CLASS_THEN)
        && chiso_when_is (walk, i - 2, CHISO_CLASS_THAN))
      return (int) i - 1;
  return -1;
}

/* The position behind "liền kề" at token t, or t. */
static guint
skip_adjacent (const ChisoWhen *walk, guint t)
{
  const ChisoToken *token = chiso_mentions_token (walk->reading->mentions, t);

  if (token->word != CHISO_W_LIEN)
    return t;
  return token[1].word == CHISO_W_KEX ? t + 2 : t + 1;
}

/* "trước [liền kề]" or "[liền kề] trước" behind a unit at token t. */
static gboolean
is_one_before (const ChisoWhen *walk, guint t)
{
  return chiso_mentions_token (walk->reading->mentions, skip_adjacent (walk, t))->word
         == CHISO_W_TRUOC;
}

/* "so với 6 tháng trước đó": the count of months behind the words of comparison at item i; 0 for none. */
static int
months_before_that (const ChisoWhen *walk, guint i)
{
  const ChisoItem *item = chiso_when_item (walk, i + 1);
  const ChisoToken *behind = chiso_mentions_token (walk->reading->mentions, item->last);

  return item->kind == CHISO_ITEM_NUMBER && behind->word == CHISO_W_THANG
                 && is_one_before (walk, item->last + 1)
             ? (int) g_array_index (walk->reading->mentions->numbers, ChisoNumber, item->index)
                   .value
             : 0;
}

/* The months of the span before that is named behind item i; 0 for none. */
static int
months_behind (const ChisoWhen *walk, guint i)
{
  const ChisoToken *unit = chiso_mentions_token (walk->reading->mentions,
                                                 chiso_when_item (walk, i)->last);

  if (is_one_before (walk, chiso_when_item (walk, i)->last + 1))
    return unit->word == CHISO_W_THANG ? 1 : unit->word == CHISO_W_QUY ? 3 : 0;
  return months_before_that (walk, i);
}

/* The months of the span that words of comparison at item i look back to; 0 for none. */
static int
months_compared (const ChisoWhen *walk, guint i)
{
  return chiso_when_is (walk, i, CHISO_CLASS_THAN) ? months_behind (walk, i) : 0;
}

/* The n months before a span of n months. */
static ChisoPeriod
months_before (const ChisoPeriod *span, int n)
{
  int first = span->start.year * 12 + span->start.month - 1 - n;

  return chiso_period_months (first / 12, first % 12 + 1, first % 12 + n);
}

/* "so với tháng trước", "nhiều hơn quý trước 21 cuộc": the span before one of that length. */
gboolean
chiso_base_from_unit (const ChisoWhen *walk, ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  int months = months_behind (walk, figure->verb);

  for (guint i = figure->right; i + 2 < MIN (figure->right + 8, sentence->last) && months == 0; i++)
    {
      if (chiso_when_item (walk, i)->kind == CHISO_ITEM_PUNCT)
        break;
      months = months_compared (walk, i);
    }
  for (guint i = sentence->first; i + 2 < figure->verb && months == 0; i++)
    months = months_compared (walk, i);
  if (months == 0 || !chiso_time_has_length (&figure->period, months, TRUE)
      || figure->period.start.day != 0)
    return FALSE;
  figure->base = months_before (&figure->period, months);
  return TRUE;
}

/* "so với kỳ báo cáo trước": the span before one of a year, quarter or month. */
static gboolean
base_from_last_report (const ChisoWhen *walk, ChisoFigure *figure, guint then)
{
  static const int lengths[] = { 1, 3 };
  const ChisoItem *item = chiso_when_item (walk, then);
  const ChisoToken *first = chiso_mentions_token (walk->reading->mentions, item->first);

  if (first->word != CHISO_W_KY || first[1].word == CHISO_W_HOP || figure->period.open_end)
    return FALSE;
  if (figure->period.start.year == figure->period.end.year && figure->period.start.month == 0)
    {
      figure->base = chiso_period_shift_years (&figure->period, -1);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (figure->period.start.day == 0 && chiso_time_has_length (&figure->period, lengths[i], TRUE))
      {
        figure->base = months_before (&figure->period, lengths[i]);
        return TRUE;
      }
  return FALSE;
}

/* Sets the base where such words tell it; where they do not, nothing does. */
gboolean
chiso_base_from_words (const ChisoWhen *walk, ChisoFigure *figure)
{
  int then = find_then (walk, figure);
  guint16 first;

  if (then < 0)
    return FALSE;
  first = chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, then)->first)->word;
  if (chiso_when_opens_term (walk, (guint) then) && walk->reading->term_start != 0)
    figure->base = chiso_period_year (walk->reading->term_start);
  else if (first == CHISO_W_NHIEM && figure->period.start.year < figure->period.end.year)
    figure->base = chiso_base_span_before (walk, &figure->period);
  else if (!base_from_last_report (walk, figure, (guint) then))
    figure->doubtful = TRUE;
  return chiso_period_is_set (&figure->base);
}

/* "Ba năm qua, từ 2021 đến 2023, tỷ lệ hộ nghèo giảm 5,9 điểm %": a stock changes from what it was before the span. */
gboolean
chiso_base_of_span (const ChisoWhen *walk, ChisoFigure *figure)
{
  ChisoPeriod span;

  if (!chiso_when_is_stock (walk, figure) || walk->last_found < 0 || figure->of >= 0
      || chiso_when_time (walk, (guint) walk->last_found)->anchor != CHISO_TIME_ABSOLUTE
      || !chiso_time_resolve_flow (chiso_when_time (walk, (guint) walk->last_found),
                                   &walk->reading->published, &walk->last_context, &span)
      || !chiso_base_is_span_of_years (&span) || span.end.month != 0
      || span.end.year != figure->period.end.year)
    return FALSE;
  figure->base = chiso_period_year (span.start.year - 1);
  return TRUE;
}

/* "sau bốn năm, số xã đạt chuẩn tăng 25 xã": what was so many years before. */
gboolean
chiso_base_of_length (const ChisoWhen *walk, ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (walk->reading, figure->sentence)->first;

  for (guint i = figure->verb; i > first; i--)
    {
      const ChisoTimeMention *mention = chiso_when_time (walk, i - 1);

      if (chiso_when_item (walk, i - 1)->kind == CHISO_ITEM_NUMBER)
        return FALSE;
      if (mention == NULL)
        continue;
      if (mention->anchor != CHISO_TIME_SUCH_SPAN || mention->back_in_months || mention->n_back < 2
          || chiso_when_item (walk, i - 1)->first == 0
          || chiso_mentions_token (walk->reading->mentions,
                                   chiso_when_item (walk, i - 1)->first - 1)
                     ->word
                 != CHISO_W_SAU)
        return FALSE;
      figure->base = chiso_period_year (figure->period.end.year - mention->n_back);
      figure->doubtful = FALSE;
      return TRUE;
    }
  return FALSE;
}

/* Words of the name of what lasts, as "nhiệm kỳ đại hội đảng bộ tỉnh". */
#define MAX_NAME 9

gboolean
chiso_when_opens_span (const ChisoWhen *walk, const ChisoTimeMention *mention)
{
  if (!chiso_base_is_span_of_years (&mention->period))
    return FALSE;
  for (guint back = 0; back <= MAX_NAME && back <= mention->first; back++)
    {
      const ChisoToken *token = chiso_mentions_token (walk->reading->mentions,
                                                      mention->first - back);

      /* The mention may take in "vào". */
      if (back == 0 && token->word != CHISO_W_VAO)
        continue;
      if (token->word == CHISO_W_DAU)
        return TRUE;
      if (token->word == CHISO_W_VAO)
        return token[-1].word == CHISO_W_BUOC;
      switch (token->word)
        {
        case CHISO_W_NHIEM:
        case CHISO_W_KY:
        case CHISO_W_GIAI:
        case CHISO_W_DOAN:
        case CHISO_W_DAIJ:
        case CHISO_W_HOI:
        case CHISO_W_DANGB:
        case CHISO_W_BOJ:
        case CHISO_W_TINHS:
          break;
        default:
          return FALSE;
        }
    }
  return FALSE;
}
