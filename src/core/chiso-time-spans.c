/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans from one point in time to another, in the ways that reports write them. */

#include "chiso-time-private.h"

void
chiso_time_set_point (ChisoTimeMention *mention, const ChisoPoint *point)
{
  mention->anchor = point->anchor;
  mention->deictic = point->deictic;
  mention->period = (ChisoPeriod){ point->date, point->date, FALSE };
  if (point->last_month != 0)
    mention->period.end.month = point->last_month;
  mention->year_edge = point->year_edge != CHISO_EDGE_NONE;
  mention->day = point->date.day != 0;
  mention->as_at = point->date.month != 0 && point->last_month == 0;
}

static int
compare_months (const ChisoDate *a, const ChisoDate *b)
{
  return a->month != b->month ? a->month - b->month : a->day - b->day;
}

/* The end of a span as a date: its last month; a roughly named end of a year is the year itself
 * where the start names no month. */
static ChisoDate
end_of (const ChisoPoint *start, const ChisoPoint *end)
{
  ChisoDate date = end->date;

  if (end->last_month != 0)
    date.month = end->last_month;
  if (end->year_edge == CHISO_EDGE_END && start->date.month == 0)
    date.month = 0;
  return date;
}

/* From a to b, each of which may leave to the other its year and month. FALSE when it would run
 * backwards. */
static gboolean
set_span (ChisoTimeMention *mention, ChisoPoint a, const ChisoPoint *b)
{
  ChisoDate start, end;

  if (a.date.month == 0 && a.date.day != 0)
    {
      if (b->date.month == 0)
        return FALSE;
      a.date.month = b->date.month;
    }
  /* "từ đầu năm 2016 đến năm 2020" means whole years. */
  if (a.year_edge == CHISO_EDGE_START && b->date.month == 0)
    a.date.month = 0;
  start = a.date;
  end = end_of (&a, b);
  mention->anchor = b->anchor;
  mention->deictic = b->deictic;
  if (a.anchor == CHISO_TIME_ABSOLUTE && end.year == 0)
    {
      /* "từ ngày 01/7/2025 đến hết tháng 3 năm nay": resolved later, since the end's year is the report's. */
      if (b->anchor == CHISO_TIME_THIS_YEAR && b->deictic)
        {
          mention->period = (ChisoPeriod){ start, end, FALSE };
          mention->day = start.day != 0 || end.day != 0;
          return TRUE;
        }
      if (b->anchor != CHISO_TIME_YEARLESS)
        return FALSE;
      mention->anchor = a.anchor;
      end.year = start.year
                 + (start.month != 0 && end.month != 0 && compare_months (&start, &end) > 0 ? 1
                                                                                            : 0);
    }
  else if (start.year == 0 && end.year != 0)
    start.year = compare_months (&start, &end) > 0 ? end.year - 1 : end.year;
  else if (b->anchor == CHISO_TIME_YEARLESS && a.anchor != CHISO_TIME_ABSOLUTE)
    {
      mention->anchor = a.anchor;
      mention->deictic = a.deictic;
    }
  if (start.year > end.year
      || (start.year == end.year && start.year != 0 && start.month != 0 && end.month != 0
          && compare_months (&start, &end) > 0))
    return FALSE;
  mention->period = (ChisoPeriod){ start, end, FALSE };
  mention->day = start.day != 0 || end.day != 0;
  return TRUE;
}

void
chiso_time_set_since (ChisoTimeMention *mention, const ChisoPoint *a)
{
  chiso_time_set_point (mention, a);
  mention->period.end = (ChisoDate){ 0 };
  mention->period.open_end = TRUE;
  mention->as_at = mention->year_edge = FALSE;
}

gboolean
chiso_time_is_until (const ChisoScan *scan, guint i)
{
  return chiso_scan_is (scan, i, CHISO_W_DEN) || chiso_scan_is (scan, i, CHISO_W_TOI);
}

/* "- tháng 6/2023", "đến nay", "đến hết năm 2022" behind the point a: the span is set, or i returned. */
guint
chiso_time_scan_to (const ChisoScan *scan, guint i, const ChisoPoint *a, ChisoTimeMention *mention)
{
  gboolean dash = chiso_scan_mark (scan, i, '-');
  ChisoPointFlags flags = CHISO_POINT_BARE_DAY | CHISO_POINT_BARE_YEAR;
  ChisoPoint b;
  guint j = i + 1, end;

  if (!dash && !chiso_time_is_until (scan, i))
    return i;
  end = dash ? j : chiso_time_now (scan, j);
  if (end > j || (dash && chiso_scan_is (scan, j, CHISO_W_NAY)))
    {
      chiso_time_set_since (mention, a);
      return MAX (end, j + 1);
    }
  if (chiso_scan_is (scan, j, CHISO_W_THOI) && chiso_scan_is (scan, j + 1, CHISO_W_DIEM))
    j += 2;
  end = chiso_time_point (scan, j, flags, &b);
  /* A dash joins only like with like: "Năm 2023 - ngày 5/6" is two things. */
  if (end == j || (dash && (a->date.month == 0) != (b.date.month == 0))
      || !set_span (mention, *a, &b))
    return i;
  return end;
}

/* "tháng 1 - 6/2023": the second month without its word. */
guint
chiso_time_scan_short_months (const ChisoScan *scan, guint i, const ChisoPoint *a,
                              ChisoTimeMention *mention)
{
  ChisoPoint b = { .anchor = CHISO_TIME_YEARLESS };
  guint end;

  if (a->date.day != 0 || a->date.month == 0 || a->date.year != 0 || a->last_month != 0
      || (!chiso_scan_mark (scan, i, '-') && !chiso_time_is_until (scan, i))
      || !chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS) || chiso_scan_length (scan, i + 1) > 2)
    return i;
  b.date.month = (int) chiso_scan_digits (scan, i + 1);
  end = chiso_time_year_suffix (scan, i + 2, &b);
  if (end == i + 2 || b.date.month > 12 || b.date.month <= a->date.month
      || !set_span (mention, *a, &b))
    return i;
  return end;
}

/* "tháng 5 và tháng 6 [năm 2025]", "quý I và quý II", "tháng 2 và nửa đầu tháng 3": two of a kind, one after the other. */
static guint
scan_next_part (const ChisoScan *scan, guint i, const ChisoPoint *a, ChisoTimeMention *mention)
{
  guint16 unit = a->last_month != 0 ? CHISO_W_QUY : CHISO_W_THANG;
  ChisoPoint b;
  guint end, next = i + 1;

  if (chiso_scan_is (scan, next, CHISO_W_NUA))
    next += 2;
  else if (chiso_scan_is (scan, next, CHISO_W_DAU) || chiso_scan_is (scan, next, CHISO_W_GIUA))
    next++;
  if (a->date.day != 0 || a->date.month == 0 || a->date.year != 0
      || (a->last_month != 0 && a->last_month != a->date.month + 2)
      || a->year_edge != CHISO_EDGE_NONE || !chiso_scan_is (scan, i, CHISO_W_VA)
      || !chiso_scan_is (scan, next, unit))
    return i;
  end = chiso_time_point (scan, next, 0, &b);
  if (end == next || b.date.day != 0
      || b.date.month != (a->last_month != 0 ? a->last_month : a->date.month) + 1
      || (b.last_month != 0) != (a->last_month != 0) || !set_span (mention, *a, &b))
    return i;
  mention->as_at = FALSE;
  return end;
}

/* "năm 2022 và 9 tháng [đầu] năm 2023": from the year's beginning on. */
static guint
scan_year_and_months (const ChisoScan *scan, guint i, int year, ChisoTimeMention *mention)
{
  ChisoPoint months;
  guint end = i + 1;

  if (!chiso_scan_is (scan, i, CHISO_W_VA))
    return i;
  end = chiso_time_months_of_year (scan, i + 1, &months);
  if (end == i + 1 || months.date.month != 1 || months.date.year != year + 1)
    return i;
  mention->anchor = CHISO_TIME_ABSOLUTE;
  mention->period = (ChisoPeriod){ { year, 1, 0 }, { year + 1, months.last_month, 0 }, FALSE };
  return end;
}

guint
chiso_time_more_years (const ChisoScan *scan, guint i, int first, ChisoTimeMention *mention)
{
  int last = first;

  for (;;)
    {
      gboolean joined = chiso_scan_mark (scan, i, ',') || chiso_scan_mark (scan, i, '/')
                        || chiso_scan_is (scan, i, CHISO_W_VA) || chiso_scan_mark (scan, i, '-')
                        || chiso_time_is_until (scan, i);
      int year = joined && chiso_time_is_year (scan, i + 1) ? (int) chiso_scan_digits (scan, i + 1)
                                                            : 0;

      /* Two years next to each other may be listed; a span may be long. */
      if (year <= last || year > first + 40
          || ((chiso_scan_mark (scan, i, ',') || chiso_scan_mark (scan, i, '/'))
              && year != last + 1))
        break;
      last = year;
      i += 2;
    }
  mention->anchor = CHISO_TIME_ABSOLUTE;
  mention->period = chiso_period_year (first);
  mention->period.end.year = last;
  return i;
}

/* "Đầu năm đến nay, …" */
static gboolean
opens_with_january (const ChisoScan *scan, guint i, const ChisoPoint *a)
{
  return a->year_edge == CHISO_EDGE_START && a->date.year == 0
         && (chiso_scan_kind (scan, i - 1, CHISO_TOKEN_PUNCT)
             || chiso_scan_kind (scan, i - 1, CHISO_TOKEN_BREAK));
}

/* "(7 - 9/2025)": months without their word, alone in brackets. */
static guint
scan_bracketed_months (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  ChisoPoint a = { .anchor = CHISO_TIME_YEARLESS };
  guint end;

  if (!chiso_scan_mark (scan, i - 1, '(') || !chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS)
      || chiso_scan_length (scan, i) > 2 || !chiso_scan_mark (scan, i + 1, '-')
      || !chiso_scan_mark (scan, i + 3, '/'))
    return i;
  a.date.month = (int) chiso_scan_digits (scan, i);
  if (a.date.month < 1 || a.date.month > 12)
    return i;
  end = chiso_time_scan_short_months (scan, i + 1, &a, mention);
  return end > i + 1 && chiso_scan_mark (scan, end, ')') ? end : i;
}

guint
chiso_time_span (const ChisoScan *scan, guint i, ChisoPointFlags flags, ChisoTimeMention *mention)
{
  ChisoPoint a;
  guint end = chiso_time_point (scan, i, flags, &a), behind;
  gboolean named_year = a.anchor == CHISO_TIME_ABSOLUTE && a.date.month == 0;

  if (end == i)
    return scan_bracketed_months (scan, i, mention);
  behind = chiso_time_scan_short_months (scan, end, &a, mention);
  if (behind == end)
    behind = scan_next_part (scan, end, &a, mention);
  if (behind == end && named_year && a.year_edge == CHISO_EDGE_NONE)
    behind = scan_year_and_months (scan, end, a.date.year, mention);
  if (behind == end && named_year)
    {
      behind = chiso_time_more_years (scan, end, a.date.year, mention);
      if (behind > end)
        return behind;
    }
  /* "từ 1.020 mô hình năm 2020 đến nay là 2.365": two times, unless the first opens its clause. */
  if (behind == end && (a.year_edge == CHISO_EDGE_NONE || opens_with_january (scan, i, &a))
      && !(chiso_time_is_until (scan, end) && chiso_time_now (scan, end + 1) > end + 1
           && chiso_scan_kind (scan, i - 1, CHISO_TOKEN_WORD)
           && !chiso_scan_is (scan, i - 1, CHISO_W_DOAN)
           && !(chiso_scan_peek (scan, i)->flags & CHISO_TOKEN_CAPITAL)))
    behind = chiso_time_scan_to (scan, end, &a, mention);
  if (behind > end)
    return behind;
  chiso_time_set_point (mention, &a);
  return end;
}
