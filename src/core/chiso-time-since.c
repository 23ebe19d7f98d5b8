/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Behind "từ": spans that begin with a day, a term of office, or something that happened. */

#include "chiso-time-private.h"

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

/* "ngày hội nghị này" at i: the position behind it, or i. */
static guint
scan_this_event (const ChisoScan *scan, guint i)
{
  for (guint j = i; j < i + 4 && chiso_scan_kind (scan, j, CHISO_TOKEN_WORD); j++)
    if (chiso_scan_is (scan, j, CHISO_W_NAY3))
      return j + 1;
  return i;
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
  behind = chiso_time_scan_to (scan, end + 1, &point, mention);
  if (behind > end + 1)
    return behind;
  /* "(tháng 7/2021) đến kỳ họp này" */
  behind = chiso_time_is_until (scan, end + 1) ? scan_this_event (scan, end + 2) : end + 2;
  if (behind == end + 2)
    return i;
  chiso_time_set_since (mention, &point);
  return behind;
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
      /* "Tính từ đầu nhiệm kỳ, …" */
      if (mention->anchor == CHISO_TIME_PAST_TERM && chiso_scan_mark (scan, end, ','))
        {
          *mention = (ChisoTimeMention){ .first = mention->first, .anchor = CHISO_TIME_SINCE_THEN };
          mention->term = mention->period.open_end = TRUE;
          return end;
        }
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
/* … where brackets tell when that was. */
#define MAX_DATED_EVENT 24

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
  gboolean merger = FALSE, congress = chiso_scan_is (scan, i, CHISO_W_DAIJ)
                                      && chiso_scan_is (scan, i + 1, CHISO_W_HOI);

  if (!chiso_scan_is_any (scan, i, opens))
    return i;
  for (guint j = i + 1; j < i + MAX_DATED_EVENT; j++)
    {
      ChisoPoint point;
      guint end = chiso_time_point (scan, j, 0, &point), behind, now;

      if (j >= i + MAX_EVENT && !chiso_scan_mark (scan, j, '('))
        {
          if (end > j || chiso_scan_kind (scan, j, CHISO_TOKEN_BREAK)
              || chiso_scan_kind (scan, j, CHISO_TOKEN_PUNCT))
            return i;
          continue;
        }
      if (end > j)
        {
          behind = point.date.month != 0 || point.anchor == CHISO_TIME_ABSOLUTE
                       ? chiso_time_scan_to (scan, end, &point, mention)
                       : end;
          return behind > end ? behind : i;
        }
      if (chiso_scan_kind (scan, j, CHISO_TOKEN_BREAK))
        return i;
      /* "từ Hội nghị lần thứ chín (tháng 7/2023) đến nay" */
      if (chiso_scan_mark (scan, j, '('))
        {
          behind = scan_since_brackets (scan, j, mention);
          if (behind > j)
            return behind;
          /* "Từ khi có Quy chế dân chủ mới (tháng 7/2023), các xã …" */
          end = chiso_time_point (scan, j + 1, 0, &point);
          if (end == j + 1 || !chiso_scan_mark (scan, end, ')')
              || !chiso_scan_mark (scan, end + 1, ',') || point.anchor != CHISO_TIME_ABSOLUTE)
            return i;
          chiso_time_set_since (mention, &point);
          return end + 1;
        }
      /* "Kể từ đại hội đến ngày hội nghị này" */
      if (congress && chiso_time_is_until (scan, j)
          && (end = scan_this_event (scan, j + 1)) > j + 1)
        {
          *mention = (ChisoTimeMention){ .first = mention->first, .anchor = CHISO_TIME_SINCE_THEN };
          mention->term = TRUE;
          mention->period.open_end = TRUE;
          return end;
        }
      merger |= is_merger (scan, j);
      now = chiso_time_is_until (scan, j) ? chiso_time_now (scan, j + 1) : j;
      behind = merger && now <= j + 1 ? chiso_time_scan_to (scan, j, &since_mergers, mention) : j;
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
  behind = chiso_time_scan_short_months (scan, end, &a, mention);
  if (behind == end)
    behind = chiso_time_scan_to (scan, end, &a, mention);
  if (behind > end)
    return behind;
  /* A start alone must be said with a word: "từ 2019" may be a count, "từ ngày 01" is no date. */
  if (chiso_time_is_year (scan, i) || (a.date.month == 0 && a.date.day != 0))
    return i;
  chiso_time_set_since (mention, &a);
  if (chiso_scan_is (scan, end, CHISO_W_TRO) && chiso_scan_is (scan, end + 1, CHISO_W_LAI)
      && chiso_scan_is (scan, end + 2, CHISO_W_DAY))
    end += 3;
  return end;
}
