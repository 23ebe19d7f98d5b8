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

static void
set_since (ChisoTimeMention *mention, const ChisoPoint *a)
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
static guint
scan_to (const ChisoScan *scan, guint i, const ChisoPoint *a, ChisoTimeMention *mention)
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
      set_since (mention, a);
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
static guint
scan_short_months (const ChisoScan *scan, guint i, const ChisoPoint *a, ChisoTimeMention *mention)
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

/* "tháng 5 và tháng 6 [năm 2025]", "quý I và quý II": two of a kind, one after the other. */
static guint
scan_next_part (const ChisoScan *scan, guint i, const ChisoPoint *a, ChisoTimeMention *mention)
{
  guint16 unit = a->last_month != 0 ? CHISO_W_QUY : CHISO_W_THANG;
  ChisoPoint b;
  guint end;

  if (a->date.day != 0 || a->date.month == 0 || a->date.year != 0
      || (a->last_month != 0 && a->last_month != a->date.month + 2)
      || a->year_edge != CHISO_EDGE_NONE || !chiso_scan_is (scan, i, CHISO_W_VA)
      || !chiso_scan_is (scan, i + 1, unit))
    return i;
  end = chiso_time_point (scan, i + 1, 0, &b);
  if (end == i + 1 || b.date.day != 0
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
  end = scan_short_months (scan, i + 1, &a, mention);
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
  behind = scan_short_months (scan, end, &a, mention);
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
    behind = scan_to (scan, end, &a, mention);
  if (behind > end)
    return behind;
  chiso_time_set_point (mention, &a);
  return end;
}

/* "đến hết năm" behind "từ mốc ấy" at i; term: behind "từ đầu nhiệm kỳ". */
static guint
scan_since_then (const ChisoScan *scan, guint i, gboolean term, ChisoTimeMention *mention)
{
  ChisoPoint point;
  guint end;

  if (!chiso_time_is_until (scan, i))
    return i;
  end = chiso_time_now (scan, i + 1);
  *mention = (ChisoTimeMention){ .first = mention->first, .anchor = CHISO_TIME_SINCE_THEN };
  mention->term = term;
  if (end > i + 1)
    {
      mention->period.open_end = TRUE;
      return end;
    }
  end = chiso_time_point (scan, i + 1, CHISO_POINT_BARE_DAY, &point);
  if (end == i + 1 || point.anchor == CHISO_TIME_LAST_YEAR)
    return i;
  chiso_time_set_point (mention, &point);
  mention->anchor = CHISO_TIME_SINCE_THEN;
  mention->term = term;
  mention->as_at = mention->year_edge = FALSE;
  mention->deictic = point.anchor == CHISO_TIME_THIS_YEAR;
  return end;
}

/* "mốc ấy đến hết năm", "đó đến nay" behind "từ". */
static guint
scan_since_mark (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  guint such = i, end;

  while (such < i + 2 && chiso_scan_kind (scan, such, CHISO_TOKEN_WORD)
         && !chiso_scan_is (scan, such, CHISO_W_DO) && !chiso_scan_is (scan, such, CHISO_W_AY))
    such++;
  if (!chiso_scan_is (scan, such, CHISO_W_DO) && !chiso_scan_is (scan, such, CHISO_W_AY))
    return i;
  end = scan_since_then (scan, such + 1, FALSE, mention);
  return end > such + 1 ? end : i;
}

/* "(tháng 6/2021) đến nay" behind what something is counted since, at i. */
static guint
scan_since_brackets (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  ChisoPoint point;
  guint end, behind;

  if (!chiso_scan_mark (scan, i, '('))
    return i;
  end = chiso_time_point (scan, i + 1, CHISO_POINT_BARE_DAY, &point);
  if (end == i + 1 || !chiso_scan_mark (scan, end, ')'))
    return i;
  behind = scan_to (scan, end + 1, &point, mention);
  return behind > end + 1 ? behind : i;
}

/* "đầu nhiệm kỳ [2020 - 2025] đến nay" behind "từ". */
static guint
scan_since_term (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  guint term = i + 1, end, now;

  if (!chiso_scan_is (scan, i, CHISO_W_DAU) || !chiso_scan_is (scan, term, CHISO_W_NHIEM)
      || !chiso_scan_is (scan, term + 1, CHISO_W_KY))
    return i;
  end = chiso_time_stage (scan, term, mention);
  if (end == term)
    {
      end = scan_since_brackets (scan, term + 2, mention);
      if (end > term + 2)
        return end;
      mention->anchor = CHISO_TIME_PAST_TERM;
      end = term + 2;
    }
  now = chiso_time_is_until (scan, end) ? chiso_time_now (scan, end + 1) : end;
  if (now <= end + 1)
    {
      now = mention->anchor == CHISO_TIME_PAST_TERM ? scan_since_then (scan, end, TRUE, mention)
                                                    : end;
      return now > end ? now : i;
    }
  mention->term = FALSE;
  if (mention->anchor == CHISO_TIME_ABSOLUTE)
    {
      mention->period.end = (ChisoDate){ 0 };
      mention->period.open_end = TRUE;
    }
  return now;
}

/* Words between "từ" and the end of what it names. */
#define MAX_EVENT 14

/* "hợp nhất", "sáp nhập", "chính quyền hai cấp" at i: the mergers of 1 July 2025. */
static gboolean
is_merger (const ChisoScan *scan, guint i)
{
  gboolean two = chiso_scan_is (scan, i, CHISO_W_HAI)
                 || (chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS)
                     && chiso_scan_length (scan, i) == 1 && chiso_scan_digits (scan, i) == 2);
  static const guint16 renewed[] = { CHISO_W_QUYEN, CHISO_W_TINHS, CHISO_W_MAYX, CHISO_W_HINH, 0 };
  static const guint16 ended[] = { CHISO_W_BO, CHISO_W_CON, 0 };

  /* "chính quyền mới", "bộ máy mới", "không còn cấp huyện" */
  if (chiso_scan_is_any (scan, i, renewed) && chiso_scan_is (scan, i + 1, CHISO_W_MOIJ))
    return TRUE;
  if (chiso_scan_is_any (scan, i, ended) && chiso_scan_is (scan, i + 1, CHISO_W_CAP)
      && chiso_scan_is (scan, i + 2, CHISO_W_HUYEN))
    return TRUE;
  return (two && chiso_scan_is (scan, i + 1, CHISO_W_CAP))
         || (chiso_scan_is (scan, i, CHISO_W_HOPJ) && chiso_scan_is (scan, i + 1, CHISO_W_NHAT))
         || (chiso_scan_is (scan, i, CHISO_W_SAP) && chiso_scan_is (scan, i + 1, CHISO_W_NHAP));
}

static void
set_since_event (ChisoTimeMention *mention, gboolean merger)
{
  *mention = (ChisoTimeMention){ .first = mention->first, .anchor = CHISO_TIME_SINCE_EVENT };
  if (merger)
    mention->period = (ChisoPeriod){ { 2025, 7, 0 }, { 0 }, TRUE };
}

/* "khi có Chỉ thị số 33 đến nay", "sau Đại hội tháng 7/2019 đến nay", "khi sáp nhập, …" behind "từ". */
static guint
scan_since_event (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  static const guint16 opens[] = { CHISO_W_KHI, CHISO_W_SAU,  CHISO_W_LUC, CHISO_W_NGAY,
                                   CHISO_W_KY,  CHISO_W_DAIJ, CHISO_W_HOI, 0 };
  static const ChisoPoint since_mergers = { .anchor = CHISO_TIME_ABSOLUTE, .date = { 2025, 7, 0 } };
  gboolean merger = FALSE;

  if (!chiso_scan_is_any (scan, i, opens))
    return i;
  for (guint j = i + 1; j < i + MAX_EVENT; j++)
    {
      ChisoPoint point;
      guint end = chiso_time_point (scan, j, 0, &point), behind, now;

      if (end > j)
        {
          behind = point.date.month != 0 || point.anchor == CHISO_TIME_ABSOLUTE
                       ? scan_to (scan, end, &point, mention)
                       : end;
          return behind > end ? behind : i;
        }
      if (chiso_scan_kind (scan, j, CHISO_TOKEN_BREAK))
        return i;
      /* "từ Hội nghị lần thứ chín (tháng 7/2023) đến nay" */
      if (chiso_scan_mark (scan, j, '('))
        {
          behind = scan_since_brackets (scan, j, mention);
          return behind > j ? behind : i;
        }
      merger |= is_merger (scan, j);
      now = chiso_time_is_until (scan, j) ? chiso_time_now (scan, j + 1) : j;
      behind = merger && now <= j + 1 ? scan_to (scan, j, &since_mergers, mention) : j;
      if (behind > j)
        return behind;
      if (now > j + 1 || (merger && chiso_scan_mark (scan, j, ',')))
        {
          set_since_event (mention, merger);
          return MAX (now, j);
        }
      if (chiso_scan_kind (scan, j, CHISO_TOKEN_PUNCT) && !chiso_scan_mark (scan, j, '-')
          && !chiso_scan_mark (scan, j, '/'))
        return i;
    }
  return i;
}

/* "Sau khi hợp nhất, …", "sau khi có chính quyền mới, …" at "sau", up to the comma. */
guint
chiso_time_after_merger (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  gboolean merger = FALSE;
  guint j = i + 1;

  if (!chiso_scan_kind (scan, i - 1, CHISO_TOKEN_PUNCT)
      && !chiso_scan_kind (scan, i - 1, CHISO_TOKEN_BREAK))
    return i;
  if (!chiso_scan_is (scan, j, CHISO_W_KHI) && !chiso_scan_is (scan, j, CHISO_W_NGAY)
      && !is_merger (scan, j))
    return i;
  for (; j < i + MAX_EVENT && chiso_scan_kind (scan, j, CHISO_TOKEN_WORD); j++)
    merger |= is_merger (scan, j);
  if (!merger || !chiso_scan_mark (scan, j, ','))
    return i;
  set_since_event (mention, TRUE);
  return j;
}

guint
chiso_time_since (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  ChisoPointFlags flags = CHISO_POINT_BARE_YEAR | CHISO_POINT_BARE_DAY | CHISO_POINT_DAY_ONLY;
  ChisoPoint a;
  guint end = scan_since_term (scan, i, mention), behind;

  if (end > i)
    return end;
  *mention = (ChisoTimeMention){ .first = mention->first };
  end = chiso_time_point (scan, i, flags, &a);
  if (end == i && (end = scan_since_mark (scan, i, mention)) > i)
    return end;
  if (end == i)
    return scan_since_event (scan, i, mention);
  behind = scan_short_months (scan, end, &a, mention);
  if (behind == end)
    behind = scan_to (scan, end, &a, mention);
  if (behind > end)
    return behind;
  /* A start alone must be said with a word: "từ 2019" may be a count, "từ ngày 01" is no date. */
  if (chiso_time_is_year (scan, i) || (a.date.month == 0 && a.date.day != 0))
    return i;
  set_since (mention, &a);
  if (chiso_scan_is (scan, end, CHISO_W_TRO) && chiso_scan_is (scan, end + 1, CHISO_W_LAI)
      && chiso_scan_is (scan, end + 2, CHISO_W_DAY))
    end += 3;
  return end;
}
