/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an expression of time means, given the day of the report and the period in force. Pure. */

#include "chiso-time.h"

#include <math.h>

/* The one year that the context lies in; 0 where it has none or several. */
static int
context_year (const ChisoPeriod *context)
{
  if (context->open_end || context->start.year != context->end.year)
    return 0;
  return context->start.year;
}

static int
last_day (const ChisoDate *date)
{
  return g_date_get_days_in_month (date->month, date->year);
}

/* Whole months for days that fill them, whole years for months that do; a day for a stock is its month. */
static void
tidy (ChisoPeriod *period, gboolean as_at)
{
  ChisoDate *start = &period->start, *end = &period->end;

  if (as_at && period->start.day == period->end.day)
    start->day = end->day = 0;
  if (period->open_end)
    {
      start->day = start->day == 1 ? 0 : start->day;
      return;
    }
  if (start->day == 1 && (end->day == 0 ? end->month != 0 : end->day == last_day (end)))
    start->day = end->day = 0;
  if (start->day == 0 && end->day == 0 && start->month == 1 && end->month == 12)
    start->month = end->month = 0;
}

/* An open span that began in the report's own year ends with the report: "từ đầu năm đến nay". */
static void
close_at_report (ChisoPeriod *period, const ChisoDate *published)
{
  if (!period->open_end || period->start.month == 0 || published->month == 0
      || published->year != period->start.year || published->month < period->start.month)
    return;
  period->open_end = FALSE;
  if (period->start.day == 1)
    period->start.day = 0;
  period->end = (ChisoDate){ published->year, published->month,
                             period->start.day != 0 ? published->day : 0 };
  if (period->end.day == 0)
    period->start.day = 0;
}

/* Whether the months named would lie ahead of the report in its own year. Reports of the first months
 * come out before the last of them is over. */
static gboolean
lies_ahead (const ChisoPeriod *period, const ChisoDate *published)
{
  int slack = period->start.month != period->end.month ? 1 : 0;

  if (published->month == 0 || period->open_end)
    return FALSE;
  if (period->end.month == published->month && period->end.day != 0 && published->day != 0)
    return period->end.day > published->day;
  return period->end.month > published->month + slack;
}

/* The year that a mention without one belongs to; 0 when it cannot be told. */
static int
year_of (const ChisoTimeMention *mention, const ChisoDate *published, const ChisoPeriod *context)
{
  int report = published->year;
  int year = context_year (context);

  if (mention->deictic || (mention->anchor == CHISO_TIME_YEARLESS && mention->period.open_end))
    year = report != 0 ? report : year;
  switch (mention->anchor)
    {
    case CHISO_TIME_THIS_YEAR:
      if (year == 0 && chiso_period_is_set (context) && !context->open_end
          && (report == 0 || context->end.year <= report))
        year = context->end.year;
      if (year != 0 || report == 0)
        return year;
      return published->month == 1 || published->month == 2 ? report - 1 : report;
    case CHISO_TIME_LAST_YEAR:
      if (year == 0)
        year = chiso_period_is_set (context) && !context->open_end ? context->end.year : report;
      return year != 0 ? year - 1 : 0;
    case CHISO_TIME_YEARLESS:
      if ((year != 0 && !mention->deictic) || report == 0)
        return year;
      return lies_ahead (&mention->period, published) ? report - 1 : report;
    case CHISO_TIME_ABSOLUTE:
    case CHISO_TIME_PAST_YEAR:
    case CHISO_TIME_SAME_PERIOD:
    case CHISO_TIME_NOW:
    case CHISO_TIME_MONTH:
    case CHISO_TIME_PAST_SPAN:
    case CHISO_TIME_PAST_TERM:
    case CHISO_TIME_YEARS_LATER:
    case CHISO_TIME_FIRST_YEAR:
    case CHISO_TIME_LAST_OF_YEARS:
    case CHISO_TIME_YEARS_AGO:
    case CHISO_TIME_SUCH_SPAN:
    case CHISO_TIME_SINCE_EVENT:
    case CHISO_TIME_SINCE_THEN:
    case CHISO_TIME_AHEAD:
    default:
      return 0;
    }
}

static gboolean
resolve_in_year (const ChisoTimeMention *mention, const ChisoDate *published,
                 const ChisoPeriod *context, ChisoPeriod *period)
{
  int year = year_of (mention, published, context);

  if (year == 0)
    return FALSE;
  *period = mention->period;
  if (period->start.year == 0)
    period->start.year = year;
  if (!period->open_end)
    period->end.year = year;
  /* "từ tháng 10 đến tháng 3" began the year before. */
  if (!period->open_end && period->end.month != 0 && period->start.month > period->end.month
      && period->start.year == period->end.year)
    period->start.year--;
  return period->open_end || period->start.year <= period->end.year;
}

static gboolean
resolve_now (const ChisoDate *published, const ChisoPeriod *context, ChisoPeriod *period)
{
  if (published->year != 0)
    *period = published->month != 0 ? chiso_period_month (published->year, published->month)
                                    : chiso_period_year (published->year);
  else if (context_year (context) != 0)
    *period = chiso_period_year (context_year (context));
  else
    return FALSE;
  return TRUE;
}

/* "năm qua": in spring the year before, in autumn this one, between them twelve months of both. */
static gboolean
resolve_past_year (const ChisoDate *published, ChisoPeriod *period)
{
  if (published->year == 0)
    return FALSE;
  *period = chiso_period_year (published->year);
  if (published->month != 0 && published->month <= 9)
    period->start.year--;
  if (published->month != 0 && published->month <= 3)
    period->end.year--;
  return TRUE;
}

gboolean
chiso_time_has_length (const ChisoPeriod *period, int n, gboolean months)
{
  guint days = chiso_period_is_set (period) && !period->open_end ? chiso_period_n_days (period) : 0;
  double unit = months ? 365.25 / 12 : 365.25;

  return n == 0 ? days > 0 : days > 0 && fabs (days / unit - n) < (months ? 0.5 : 0.1);
}

/* A term of office. */
#define TERM_YEARS 5

/* "Mười tháng qua" in November are those from January on, "sáu tháng qua" also in August. */
static gboolean
are_first_months (int n, const ChisoDate *published)
{
  int behind = published->month - n;

  return n < 12
         && (behind == 1 || (behind == 0 && published->day == 0)
             || ((n == 6 || n == 9) && behind == 2));
}

static gboolean
resolve_past_span (const ChisoTimeMention *mention, const ChisoDate *published,
                   const ChisoPeriod *context, ChisoPeriod *period)
{
  int months, end;

  if (published->year == 0 || (mention->back_in_months && published->month == 0))
    return FALSE;
  if (mention->back_in_months)
    {
      /* Told at a month's end, the month at hand is one of them; early in it, it is not begun. */
      gboolean whole = published->day >= 20;

      end = published->year * 12 + published->month - 1;
      months = end - mention->n_back + (whole ? 1 : 0);
      if (published->day != 0 && !whole)
        end--;
      /* "Năm tháng qua" is the span at hand, where that has as many; those of the year where they are it. */
      if (chiso_time_has_length (context, mention->n_back, TRUE)
          && context->end.year >= published->year - 1
          && !(context->end.month == 0 && context->end.year == published->year
               && published->month < 12))
        *period = *context;
      else if (are_first_months (mention->n_back, published))
        *period = chiso_period_months (published->year, 1, mention->n_back);
      else
        *period = (ChisoPeriod){ { months / 12, months % 12 + 1, 0 },
                                 { end / 12, end % 12 + 1, 0 },
                                 FALSE };
      return TRUE;
    }
  /* "Năm năm qua" of a term, "2019 - 2024", are those of that term. */
  if (mention->n_back == TERM_YEARS && context->start.month == 0
      && context->end.year - context->start.year == TERM_YEARS
      && ABS (context->end.year - published->year) <= 1)
    {
      *period = *context;
      return TRUE;
    }
  *period = (ChisoPeriod){ { published->year - mention->n_back, 0, 0 },
                           { published->year, 0, 0 },
                           FALSE };
  /* At the turn of the year the years are whole ones. */
  if (published->month == 1 || published->month == 2)
    period->end.year--;
  else if (published->month == 12)
    period->start.year++;
  return TRUE;
}

static gboolean
resolve_same_period (const ChisoTimeMention *mention, const ChisoDate *published,
                     const ChisoPeriod *context, ChisoPeriod *period)
{
  int named = mention->period.start.year;

  if (mention->deictic && published->year != 0)
    named = published->year - 1;

  if (chiso_period_is_set (context) && !context->open_end)
    *period = chiso_period_shift_years (context, named != 0             ? named - context->end.year
                                                 : mention->same_moment ? 0
                                                                        : -1);
  else if (named != 0)
    *period = chiso_period_year (named);
  else
    return FALSE;
  return TRUE;
}

/* "từ mốc ấy đến hết năm": that year, where the text was written in it or after it; else the report's. */
static gboolean
resolve_since_then (const ChisoTimeMention *mention, const ChisoDate *published,
                    const ChisoPeriod *then, ChisoPeriod *period)
{
  if (!chiso_period_is_set (then))
    return FALSE;
  *period = (ChisoPeriod){ then->start, mention->period.end, mention->period.open_end };
  if (period->open_end)
    return TRUE;
  if (period->end.year == 0)
    period->end.year = mention->deictic || then->start.month == 0 ? published->year
                                                                  : then->start.year;
  if (period->end.year == then->start.year && period->end.month != 0
      && period->end.month < then->start.month)
    period->end.year++;
  return period->end.year >= period->start.year
         && (published->year == 0 || period->end.year <= published->year);
}

/* The quarter that was over on the day, or about to be. */
static ChisoPeriod
last_quarter (const ChisoDate *published)
{
  int n = published->year * 12 + published->month - 1 + (published->day >= 20 ? 1 : 0);
  int first = n / 3 * 3 - 3;

  return chiso_period_months (first / 12, first % 12 + 1, first % 12 + 3);
}

/* "sáu tháng trước đó", "quý liền trước": the n months before those in context. */
static gboolean
resolve_months_before (const ChisoPeriod *context, int n, ChisoPeriod *period)
{
  int start = context->start.year * 12 + (context->start.month != 0 ? context->start.month : 1) - 1;
  int first = start - n, last = start - 1;

  if (context->open_end || n < 1 || n > 12)
    return FALSE;
  *period = (ChisoPeriod){ { first / 12, first % 12 + 1, 0 },
                           { last / 12, last % 12 + 1, 0 },
                           FALSE };
  return TRUE;
}

/* As the words have it, before tidying. */
static gboolean
resolve_anchor (const ChisoTimeMention *mention, const ChisoDate *published,
                const ChisoPeriod *context, ChisoPeriod *period)
{
  int year, month;

  switch (mention->anchor)
    {
    case CHISO_TIME_ABSOLUTE:
      *period = mention->period;
      return TRUE;
    case CHISO_TIME_YEARLESS:
    case CHISO_TIME_THIS_YEAR:
    case CHISO_TIME_LAST_YEAR:
      return resolve_in_year (mention, published, context, period);
    case CHISO_TIME_PAST_YEAR:
      return resolve_past_year (published, period);
    case CHISO_TIME_SAME_PERIOD:
      return resolve_same_period (mention, published, context, period);
    case CHISO_TIME_NOW:
      return resolve_now (published, context, period);
    case CHISO_TIME_PAST_SPAN:
      return resolve_past_span (mention, published, context, period);
    case CHISO_TIME_MONTH:
      if (published->month == 0)
        return FALSE;
      month = published->year * 12 + published->month - 1 - mention->n_back;
      if (mention->quarter)
        {
          *period = last_quarter (published);
          return TRUE;
        }
      *period = chiso_period_month (month / 12, month % 12 + 1);
      return TRUE;
    case CHISO_TIME_PAST_TERM:
      *period = *context;
      if (mention->n_back < 0 && !context->open_end)
        *period = chiso_period_shift_years (context, context->start.year - context->end.year);
      return chiso_period_is_set (context)
             && (context->open_end || context->end.year - context->start.year >= 2);
    case CHISO_TIME_YEARS_LATER:
      if (!chiso_period_is_set (context))
        return FALSE;
      if (mention->back_in_months)
        return resolve_months_before (context, -mention->n_back, period);
      year = (context->open_end ? context->start.year : context->end.year) + mention->n_back;
      /* Years are rounded: "mười lăm năm sau" of 2004 is told late in 2018. */
      if (published->year != 0 && year == published->year + 1)
        year--;
      *period = chiso_period_year (year);
      if (mention->through)
        period->start.year = year - mention->n_back + 1;
      return TRUE;
    case CHISO_TIME_FIRST_YEAR:
      *period = chiso_period_year (context->start.year);
      return chiso_period_is_set (context)
             && (context->open_end || context->start.year < context->end.year);
    case CHISO_TIME_LAST_OF_YEARS:
      *period = chiso_period_year (context->end.year);
      return chiso_period_is_set (context) && !context->open_end
             && context->start.year < context->end.year;
    case CHISO_TIME_YEARS_AGO:
      if (published->year == 0)
        return FALSE;
      *period = chiso_period_year (published->year - mention->n_back);
      return TRUE;
    case CHISO_TIME_SUCH_SPAN:
      *period = *context;
      return chiso_time_has_length (context, mention->n_back, mention->back_in_months)
             || (!mention->back_in_months && mention->n_back > 1 && !context->open_end
                 && context->start.month == 0
                 && context->end.year - context->start.year == mention->n_back);
    case CHISO_TIME_SINCE_EVENT:
      *period = mention->period;
      if (!chiso_period_is_set (period))
        {
          *period = *context;
          return context->open_end || context->end.year > context->start.year;
        }
      return published->year * 12 + published->month
             >= period->start.year * 12 + period->start.month;
    case CHISO_TIME_SINCE_THEN:
      return resolve_since_then (mention, published, context, period);
    case CHISO_TIME_AHEAD:
    default:
      return FALSE;
    }
}

gboolean
chiso_time_resolve (const ChisoTimeMention *mention, const ChisoDate *published,
                    const ChisoPeriod *context, ChisoPeriod *period)
{
  static const ChisoDate unknown = { 0 };
  static const ChisoPeriod none = { 0 };

  g_return_val_if_fail (mention != NULL && period != NULL, FALSE);

  *period = none;
  published = published != NULL ? published : &unknown;
  if (!resolve_anchor (mention, published, context != NULL ? context : &none, period))
    {
      *period = none;
      return FALSE;
    }
  close_at_report (period, published);
  tidy (period, mention->as_at);
  return TRUE;
}

gboolean
chiso_time_resolve_flow (const ChisoTimeMention *mention, const ChisoDate *published,
                         const ChisoPeriod *context, ChisoPeriod *period)
{
  int year, month;

  if (mention->anchor == CHISO_TIME_NOW && context != NULL && context->open_end)
    {
      *period = *context;
      return TRUE;
    }
  if (!chiso_time_resolve (mention, published, context, period))
    return FALSE;
  year = period->end.year;
  month = period->end.month;
  if (mention->anchor == CHISO_TIME_NOW || (mention->year_edge && !mention->until))
    *period = chiso_period_year (year);
  else if (mention->until && period->start.year == year && period->start.month == month
           && !period->open_end)
    {
      /* "đến đầu năm 2021" is the end of the year before. */
      if (mention->year_edge && month == 1)
        *period = chiso_period_year (year - 1);
      else
        *period = month == 0 || month == 12 ? chiso_period_year (year)
                                            : chiso_period_months (year, 1, month);
    }
  return TRUE;
}
