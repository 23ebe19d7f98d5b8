/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What expressions of time that name no year, or only a length, take theirs from: the sentence, the text before, the
 * report, its term of office. */

#include "chiso-when-private.h"

#include <string.h>

static guint16
word_at (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word;
}

/* A term of office. */
#define TERM_YEARS 5

static gboolean
joins_list (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_is_mark (walk->reading->mentions, i, ',')
         || word_at (walk, i) == CHISO_W_VA;
}

/* A day on which something was said or done, not a span that a flow fills. */
gboolean
chiso_when_is_one_day (const ChisoTimeMention *mention)
{
  return mention->day && !mention->until
         && memcmp (&mention->period.start, &mention->period.end, sizeof (ChisoDate)) == 0;
}

/* A month, quarter or shorter span. */
static gboolean
is_short (const ChisoTimeMention *mention)
{
  const ChisoPeriod *period = &mention->period;

  return period->start.month != 0 && period->start.month == period->end.month && !mention->year_edge
         && (mention->anchor == CHISO_TIME_ABSOLUTE || mention->anchor == CHISO_TIME_YEARLESS);
}

/* "trong hai đợt tháng 7 và tháng 11": each of a list of months dates only a part of the figure. */
gboolean
chiso_when_is_one_of_months (const ChisoWhen *walk, guint i, guint first)
{
  const ChisoTimeMention *before, *behind;

  if (!is_short (chiso_when_time (walk, i)))
    return FALSE;
  before = i >= first + 2 ? chiso_when_time (walk, i - 2) : NULL;
  behind = chiso_when_time (walk, i + 2);
  return (before != NULL && is_short (before) && joins_list (walk, i - 1))
         || (behind != NULL && is_short (behind) && joins_list (walk, i + 1));
}

/* The year that an earlier time of the sentence names for the one at item i, which needs one: "Năm 2022,
 * …; đến cuối năm …". FALSE where none does. */
static gboolean
year_before (const ChisoWhen *walk, guint i, guint first, ChisoPeriod *year)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  if (mention->deictic
      || (mention->anchor != CHISO_TIME_YEARLESS && mention->anchor != CHISO_TIME_THIS_YEAR
          && mention->anchor != CHISO_TIME_YEARS_LATER))
    return FALSE;
  for (; i > first; i--)
    {
      const ChisoTimeMention *before = chiso_when_time (walk, i - 1);

      /* "Bước sang năm nay, …, đến hết quý II" */
      if (before != NULL && before->anchor == CHISO_TIME_THIS_YEAR && before->deictic
          && before->period.start.month == 0 && walk->reading->published.year != 0)
        {
          *year = chiso_period_year (walk->reading->published.year);
          return TRUE;
        }
      if (before == NULL || before->anchor != CHISO_TIME_ABSOLUTE || before->period.open_end
          || before->day
          || (before->period.start.year != before->period.end.year && !mention->through)
          || chiso_when_is_base (walk, i - 1, first)
          || (i > first + 1 && chiso_when_is (walk, i - 2, CHISO_CLASS_DOCUMENT)))
        continue;
      *year = chiso_period_year (before->period.end.year);
      /* "cuối năm 2022 cả tỉnh có 1.126 mô hình, đến hết tháng 6 đã là 1.304" */
      if (before->year_edge && before->period.end.month == 12 && mention->until
          && mention->period.end.month != 0 && mention->period.end.month < 12)
        *year = chiso_period_year (before->period.end.year + 1);
      return TRUE;
    }
  return FALSE;
}

/* The span that "bốn năm ấy" and "sáu tháng" may stand for: one of that length that was told, or that the
 * report is about. */
static gboolean
span_of_length (const ChisoWhen *walk, const ChisoTimeMention *mention, ChisoPeriod *span)
{
  const ChisoPeriod *spans[] = { &walk->context,         &walk->spoken,    &walk->latest,
                                 &walk->reading->period, &walk->mentioned, &walk->part };

  /* "Cùng quãng thời gian ấy" at the head of a paragraph */
  if (mention->n_back == 0 && !walk->fresh && chiso_period_is_set (&walk->spoken))
    spans[0] = &walk->spoken;
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (chiso_time_has_length (spans[i], mention->n_back, mention->back_in_months)
        && (mention->anchor == CHISO_TIME_SUCH_SPAN
            || spans[i]->end.year + 1 >= walk->reading->published.year))
      {
        *span = *spans[i];
        return TRUE;
      }
  if (mention->n_back == TERM_YEARS && !mention->back_in_months
      && chiso_period_is_set (&walk->reading->term))
    {
      *span = walk->reading->term;
      return TRUE;
    }
  if (mention->anchor != CHISO_TIME_SUCH_SPAN || mention->n_back <= 1)
    return FALSE;
  if (chiso_reading_span_of_length (walk->reading, mention->n_back, mention->back_in_months, span))
    return TRUE;
  /* "Sau sáu tháng vận hành" */
  if (!mention->back_in_months || walk->reading->published.month == 0 || mention->first == 0
      || chiso_mentions_token (walk->reading->mentions, mention->first - 1)->word != CHISO_W_SAU)
    return FALSE;
  *span = chiso_reading_months_before (&walk->reading->published, mention->n_back);
  return TRUE;
}

/* "quý I" in a report of the first quarter of 2024, whatever year was just spoken of */
static gboolean
is_span_of_report (const ChisoWhen *walk, const ChisoTimeMention *mention)
{
  const ChisoPeriod *report = &walk->reading->period;

  return walk->reading->period_stated && !report->open_end && report->start.month != 0
         && mention->period.start.month == report->start.month
         && mention->period.end.month == report->end.month && report->start.day == 0
         && report->start.year == report->end.year;
}

static void
find_year (const ChisoWhen *walk, const ChisoTimeMention *mention, ChisoPeriod *context)
{
  int year = walk->reading->published.year;

  if (mention->anchor != CHISO_TIME_YEARLESS)
    return;
  /* A new paragraph goes back to the report's year; past the end of one comes the next. */
  if (!walk->fresh || is_span_of_report (walk, mention))
    *context = walk->reading->period;
  /* "Hộ nghèo năm 2023 còn 0,57%. Tính đến hết quý II, …" in July 2024 */
  else if (mention->until && context->end.year == year - 1 && mention->period.end.month != 0
           && mention->period.end.month <= walk->reading->published.month
           && mention->period.end.month + 3 >= walk->reading->published.month)
    *context = chiso_period_year (year);
  else if (walk->at_end && context->end.year == year - 1 && mention->period.end.month < 12)
    *context = chiso_period_year (year);
}

static void
find_term (const ChisoWhen *walk, const ChisoTimeMention *mention, ChisoPeriod *term)
{
  const ChisoReading *self = walk->reading;

  if (chiso_period_is_set (&self->term))
    *term = self->term;
  else if (self->term_start != 0
           && (chiso_mentions_token (self->mentions, mention->last - 1)->word == CHISO_W_NAY
               || chiso_mentions_token (self->mentions, mention->first)->word == CHISO_W_NUA))
    {
      *term = (ChisoPeriod){ { self->term_start, 0, 0 }, { 0 }, TRUE };
      /* "nửa nhiệm kỳ qua" is over by the report. */
      if (chiso_mentions_token (self->mentions, mention->first)->word == CHISO_W_NUA
          && self->published.year > self->term_start)
        *term = (ChisoPeriod){ { self->term_start, 0, 0 }, { self->published.year, 0, 0 }, FALSE };
    }
}

/* The span of years that was spoken of last; empty for none. */
static void
find_years (const ChisoWhen *walk, ChisoPeriod *years)
{
  const ChisoReading *self = walk->reading;
  const ChisoPeriod *spans[] = { &walk->context, &walk->years, &self->term, &self->period };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (spans[i]->open_end
        || (spans[i]->start.year != 0 && spans[i]->start.year < spans[i]->end.year))
      {
        *years = *spans[i];
        return;
      }
  *years = self->term_start != 0 ? (ChisoPeriod){ { self->term_start, 0, 0 }, { 0 }, TRUE }
                                 : (ChisoPeriod){ 0 };
}

/* That of several years up to the report which "từ khi có nghị quyết đến nay" may mean; empty for none. */
static void
find_long_span (const ChisoWhen *walk, ChisoPeriod *span)
{
  const ChisoReading *self = walk->reading;
  const ChisoPeriod *spans[] = { &walk->context, &walk->section, &walk->latest, &self->period,
                                 &self->term };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (spans[i]->open_end
        || (chiso_period_n_days (spans[i]) > 366 && spans[i]->end.year >= self->published.year))
      {
        *span = *spans[i];
        return;
      }
  *span = (ChisoPeriod){ 0 };
}

/* "Sáu tháng" alone, in a report that says which six its figures are of. */
gboolean
chiso_when_names_length (const ChisoWhen *walk, const ChisoTimeMention *mention)
{
  /* "một năm qua", in a report from July to June */
  if (mention->anchor == CHISO_TIME_PAST_YEAR)
    return walk->reading->period_stated && walk->reading->period.start.month > 1
           && chiso_time_has_length (&walk->reading->period, 12, TRUE);
  /* "ba năm qua", in a report from July 2021 to June 2024 */
  if (mention->anchor == CHISO_TIME_PAST_SPAN && !mention->back_in_months)
    return walk->reading->period_stated && walk->reading->period.start.month != 0
           && chiso_time_has_length (&walk->reading->period, mention->n_back * 12, TRUE);
  return mention->anchor == CHISO_TIME_YEARLESS && mention->n_back > 0
         && walk->reading->period_stated
         && chiso_time_has_length (&walk->reading->period, mention->n_back, TRUE);
}

guint
chiso_when_gloss (const ChisoWhen *walk, guint i)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i), *gloss;

  if (mention == NULL || mention->anchor == CHISO_TIME_ABSOLUTE
      || !chiso_mentions_is_mark (walk->reading->mentions, i + 1, '(')
      || !chiso_mentions_is_mark (walk->reading->mentions, i + 3, ')'))
    return i;
  gloss = chiso_when_time (walk, i + 2);
  return gloss != NULL && gloss->anchor == CHISO_TIME_ABSOLUTE ? i + 2 : i;
}

gboolean
chiso_when_explains (const ChisoWhen *walk, guint i)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);
  const ChisoMentions *mentions = walk->reading->mentions;

  if (mention == NULL || mention->anchor != CHISO_TIME_ABSOLUTE || mention->period.open_end
      || (mention->period.start.year == mention->period.end.year
          && !(i > 1 && chiso_when_is (walk, i - 2, CHISO_CLASS_THEN)))
      || (walk->reading->published.year != 0
          && mention->period.end.year > walk->reading->published.year)
      || !chiso_mentions_is_mark (mentions, i - 1, '(')
      || !chiso_mentions_is_mark (mentions, i + 1, ')'))
    return FALSE;
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    if (chiso_reading_figure (walk->reading, f)->indicator >= 0)
      return chiso_reading_figure (walk->reading, f)->item > i;
  return TRUE;
}

void
chiso_when_look_back (const ChisoWhen *walk, guint i, guint first, ChisoPeriod *context)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, chiso_when_gloss (walk, i));

  if (mention->anchor == CHISO_TIME_SUCH_SPAN || mention->anchor == CHISO_TIME_PAST_SPAN)
    span_of_length (walk, mention, context);
  else if (mention->anchor == CHISO_TIME_PAST_TERM)
    find_term (walk, mention, context);
  else if (mention->anchor == CHISO_TIME_FIRST_YEAR || mention->anchor == CHISO_TIME_LAST_OF_YEARS)
    find_years (walk, context);
  else if (mention->anchor == CHISO_TIME_SINCE_EVENT)
    find_long_span (walk, context);
  else if (mention->anchor == CHISO_TIME_SINCE_THEN)
    *context = !mention->term                   ? walk->mentioned
               : walk->reading->term_start != 0 ? chiso_period_year (walk->reading->term_start)
                                                : (ChisoPeriod){ 0 };
  /* "6 tháng đầu năm" takes its year from its sentence, this paragraph or the report, not from one before. */
  else if (!year_before (walk, i, first, context))
    {
      if (mention->anchor == CHISO_TIME_YEARS_LATER)
        *context = walk->mentioned;
      else
        find_year (walk, mention, context);
    }
}

/* "Sau khi thực hiện Quy chế ban hành năm 2018, tính đến …": since what was made at the time of item i. */
static gboolean
is_made_after (const ChisoWhen *walk, guint i, guint first)
{
  const ChisoToken *opens = chiso_mentions_token (walk->reading->mentions,
                                                  chiso_when_item (walk, first)->first);

  if (opens->kind == CHISO_TOKEN_DIGITS && opens[1].kind == CHISO_TOKEN_PUNCT)
    opens += 2;
  return (opens->word == CHISO_W_SAU || opens->word == CHISO_W_TU || opens->word == CHISO_W_KEF)
         && chiso_reading_names_by_time (walk->reading, i, first);
}

/* "từ năm 2021, Mặt trận tổ chức đối thoại định kỳ; hết tháng 6/2024 đã có 732 hội nghị": what the time at item i, to
 * which a flow is counted up, ends began where the sentence says. */
void
chiso_when_begin_earlier (const ChisoWhen *walk, guint i, guint first, ChisoPeriod *period)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  if (!mention->until || mention->period.open_end)
    return;
  for (; i > first; i--)
    {
      const ChisoTimeMention *before = chiso_when_time (walk, i - 1);

      if (before == NULL || before->anchor != CHISO_TIME_ABSOLUTE)
        continue;
      if ((before->period.open_end || is_made_after (walk, i - 1, first))
          && before->period.start.year < period->start.year)
        period->start = before->period.start;
      return;
    }
}
