/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years and months that are counted: back from the report, on from a year, or those just told. */

#include "chiso-time-private.h"

/* Drops what an expression that was tried and not found has left. */
void
chiso_time_forget (ChisoTimeMention *mention)
{
  *mention = (ChisoTimeMention){ .first = mention->first, .until = mention->until };
}

/* Behind "qua", "vừa qua", "gần đây", "trở lại đây" at i; or i. */
static guint
scan_past (const ChisoScan *scan, guint i)
{
  if (chiso_scan_is (scan, i, CHISO_W_VUA))
    return chiso_scan_is (scan, i + 1, CHISO_W_QUA) || chiso_scan_is (scan, i + 1, CHISO_W_ROI)
               ? i + 2
               : i;
  if (chiso_scan_is (scan, i, CHISO_W_GAN))
    return chiso_scan_is (scan, i + 1, CHISO_W_DAY) ? i + 2 : i;
  if (chiso_scan_is (scan, i, CHISO_W_TRO) && chiso_scan_is (scan, i + 1, CHISO_W_LAI)
      && chiso_scan_is (scan, i + 2, CHISO_W_DAY))
    return i + 3;
  return chiso_scan_is (scan, i, CHISO_W_QUA) ? i + 1 : i;
}

static void
set_past (ChisoTimeMention *mention, int n, gboolean months)
{
  mention->anchor = n == 1 && !months ? CHISO_TIME_PAST_YEAR : CHISO_TIME_PAST_SPAN;
  mention->n_back = n;
  mention->back_in_months = months;
}

/* "tiếp theo" or "kế tiếp" at i. */
static gboolean
is_next (const ChisoScan *scan, guint i)
{
  return (chiso_scan_is (scan, i, CHISO_W_TIEP) && chiso_scan_is (scan, i + 1, CHISO_W_THEO))
         || (chiso_scan_is (scan, i, CHISO_W_KE) && chiso_scan_is (scan, i + 1, CHISO_W_TIEP))
         || (chiso_scan_is (scan, i, CHISO_W_LIEN) && chiso_scan_is (scan, i + 1, CHISO_W_SAU));
}

/* "hai năm sau," and "năm sau đó", with "sau" at i - 1, but not "hai năm sau khi hợp nhất": i, or the end. */
static gboolean
scan_later (const ChisoScan *scan, guint i, int n, ChisoTimeMention *mention, guint *end)
{
  gboolean opens = n > 1 && i > 3
                   && (chiso_scan_peek (scan, mention->first)->flags & CHISO_TOKEN_CAPITAL);
  static const guint16 behind[] = { CHISO_W_DO, CHISO_W_CON, CHISO_W_SO,   CHISO_W_TY, CHISO_W_DA,
                                    CHISO_W_CO, CHISO_W_LA,  CHISO_W_THI2, 0 };

  /* "Bốn năm sau xã đạt 19/19 tiêu chí", not "Bốn năm sau khi …" */
  if (!chiso_scan_is_any (scan, i, behind) && !chiso_scan_mark (scan, i, ',')
      && !(opens && chiso_scan_kind (scan, i, CHISO_TOKEN_WORD)
           && !chiso_scan_is (scan, i, CHISO_W_KHI) && !chiso_scan_is (scan, i, CHISO_W_NGAY)))
    return FALSE;
  mention->anchor = CHISO_TIME_YEARS_LATER;
  mention->n_back = n;
  *end = chiso_scan_is (scan, i, CHISO_W_DO) ? i + 1 : i;
  return TRUE;
}

/* "Ba tháng, …", "trong ba tháng", "sau hai năm thực hiện": how long something was told of, from when is told
 * elsewhere. i is the count, unit its unit. */
static gboolean
is_length_of_report (const ChisoScan *scan, guint i, guint unit)
{
  static const guint16 leads[] = { CHISO_W_TRONG, CHISO_W_SAU, CHISO_W_QUA, CHISO_W_SUOT, 0 };
  static const guint16 behind[] = { CHISO_W_THUC, CHISO_W_TRIEN, 0 };
  gboolean opens = chiso_scan_kind (scan, i - 1, CHISO_TOKEN_BREAK)
                   || chiso_scan_mark (scan, i - 1, '.') || chiso_scan_mark (scan, i - 1, ':');

  if (chiso_time_is_year (scan, unit + 1) || chiso_scan_kind (scan, unit + 1, CHISO_TOKEN_DIGITS))
    return FALSE;
  return chiso_scan_is_any (scan, i - 1, leads)
             ? !chiso_scan_is (scan, unit + 1, CHISO_W_LIEN)
             : opens
                   && (chiso_scan_mark (scan, unit + 1, ',')
                       || chiso_scan_mark (scan, unit + 1, '(')
                       || chiso_scan_is_any (scan, unit + 1, behind));
}

/* A count of years, quarters or months at i, 0 for any other; unit: the position of that word. Most digits and
 * numerals that get here count something else. */
static int
count_at (const ChisoScan *scan, guint i, guint *unit)
{
  int n;

  if (chiso_scan_kind (scan, i, CHISO_TOKEN_WORD)
      && (chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS) || !chiso_scan_opens_numeral (scan, i)))
    return 0;
  n = chiso_time_count (scan, i, unit);
  return chiso_scan_is (scan, *unit, CHISO_W_NAM5) || chiso_scan_is (scan, *unit, CHISO_W_THANG)
                 || chiso_scan_is (scan, *unit, CHISO_W_QUY)
             ? MAX (n, 0)
             : 0;
}

/* "hai tháng 10 và 11", "ba tháng 7, 8, 9" behind the words: one after the other, of a year that is told elsewhere or
 * behind them. */
static guint
scan_listed_months (const ChisoScan *scan, guint i, int n, ChisoTimeMention *mention)
{
  ChisoPoint point = { .anchor = CHISO_TIME_YEARLESS };
  int month = (int) chiso_scan_digits (scan, i);
  guint end = i + 1, behind;

  for (int k = 1; k < n; k++, end += 2)
    if ((!chiso_scan_is (scan, end, CHISO_W_VA) && !chiso_scan_mark (scan, end, ','))
        || !chiso_scan_kind (scan, end + 1, CHISO_TOKEN_DIGITS)
        || (int) chiso_scan_digits (scan, end + 1) != month + k)
      return i;
  if (n < 2 || month < 1 || month + n - 1 > 12)
    return i;
  point.date.month = month;
  point.last_month = month + n - 1;
  behind = chiso_time_year_suffix (scan, end, &point);
  chiso_time_set_point (mention, &point);
  mention->as_at = FALSE;
  return MAX (behind, end);
}

/* "cách đây ba năm", "trước đó một năm" behind the words. */
guint
chiso_time_years_back (const ChisoScan *scan, guint i, ChisoTimeAnchor anchor,
                       ChisoTimeMention *mention)
{
  guint unit;
  int n = count_at (scan, i, &unit);

  if (n == 0 || !chiso_scan_is (scan, unit, CHISO_W_NAM5) || chiso_time_is_year (scan, unit + 1))
    return i;
  mention->anchor = anchor;
  mention->n_back = anchor == CHISO_TIME_YEARS_LATER ? -n : n;
  return unit + 1;
}

/* "2 năm 2022 - 2023", "hai năm 2022, 2023", "5 năm qua", "19 tháng qua", "6 tháng đầu năm". */
guint
chiso_time_counted (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  static const guint16 nearly[] = { CHISO_W_GAN, CHISO_W_HON, CHISO_W_TRON, CHISO_W_DUNGS, 0 };
  static const guint16 such[] = { CHISO_W_AY, CHISO_W_DO, CHISO_W_NAY3, 0 };
  ChisoPoint point;
  guint unit = i + 1, end;
  gboolean half = chiso_scan_is (scan, i, CHISO_W_NUA), months;
  int n = half ? 6 : count_at (scan, i, &unit);

  if (n == 0)
    return i;
  end = chiso_time_months_of_year (scan, i, &point);
  /* "9 tháng cùng kỳ năm 2022" */
  if (end > i && point.date.year == 0 && chiso_scan_is (scan, end, CHISO_W_CUNG)
      && chiso_scan_is (scan, end + 1, CHISO_W_KY))
    {
      ChisoPoint year = { .anchor = CHISO_TIME_YEARLESS };
      guint behind = chiso_time_year (scan, end + 2, &year);

      if (behind > end + 2)
        {
          point.date.year = year.date.year;
          point.anchor = year.anchor;
          point.deictic = year.deictic;
          end = behind;
        }
    }
  /* "trong sáu tháng ấy" */
  if (end > i && !(point.bare_months > 0 && chiso_scan_is_any (scan, end, such)))
    {
      chiso_time_set_point (mention, &point);
      mention->as_at = FALSE;
      mention->n_back = point.bare_months;
      mention->back_in_months = point.bare_months > 0;
      return end;
    }
  months = half || chiso_scan_is (scan, unit, CHISO_W_THANG);
  if (half ? !chiso_scan_is (scan, unit, CHISO_W_NAM5)
           : !chiso_scan_is (scan, unit, CHISO_W_NAM5) && !months)
    return i;
  end = scan_past (scan, unit + 1);
  if (end > unit + 1)
    {
      set_past (mention, n, months);
      return end;
    }
  /* "hai năm nay" */
  if (!months && n > 1 && chiso_scan_is (scan, unit + 1, CHISO_W_NAY))
    {
      set_past (mention, n, FALSE);
      return unit + 2;
    }
  /* "Ba năm trước, …", "mười năm trước đây" */
  if (!months && n > 1 && chiso_scan_is (scan, unit + 1, CHISO_W_TRUOC)
      && (chiso_scan_mark (scan, unit + 2, ',') || chiso_scan_is (scan, unit + 2, CHISO_W_DAY)))
    {
      mention->anchor = CHISO_TIME_YEARS_AGO;
      mention->n_back = n;
      return chiso_scan_is (scan, unit + 2, CHISO_W_DAY) ? unit + 3 : unit + 2;
    }
  /* "năm năm về trước" */
  if (!months && chiso_scan_is (scan, unit + 1, CHISO_W_VE)
      && chiso_scan_is (scan, unit + 2, CHISO_W_TRUOC))
    {
      mention->anchor = CHISO_TIME_YEARS_LATER;
      mention->n_back = -n;
      return unit + 3;
    }
  /* "sáu tháng trước đó", "nửa năm liền trước" */
  if ((months || half)
      && ((chiso_scan_is (scan, unit + 1, CHISO_W_TRUOC)
           && chiso_scan_is (scan, unit + 2, CHISO_W_DO))
          || (chiso_scan_is (scan, unit + 1, CHISO_W_LIEN)
              && chiso_scan_is (scan, unit + 2, CHISO_W_TRUOC))))
    {
      mention->anchor = CHISO_TIME_YEARS_LATER;
      mention->n_back = -n;
      mention->back_in_months = TRUE;
      return unit + 3;
    }
  /* "một năm trước đó", "so với một năm trước" */
  if (!months && chiso_scan_is (scan, unit + 1, CHISO_W_TRUOC)
      && (chiso_scan_is (scan, unit + 2, CHISO_W_DO) || chiso_scan_is (scan, i - 1, CHISO_W_VOI)))
    {
      mention->anchor = CHISO_TIME_YEARS_LATER;
      mention->n_back = -n;
      return chiso_scan_is (scan, unit + 2, CHISO_W_DO) ? unit + 3 : unit + 2;
    }
  /* "bốn tháng 7 - 10/2025" */
  if (months && !half && chiso_scan_kind (scan, unit + 1, CHISO_TOKEN_DIGITS))
    {
      end = chiso_time_span (scan, unit, 0, mention);
      if (end > unit && mention->period.end.month - mention->period.start.month + 1 == n)
        return end;
      chiso_time_forget (mention);
      end = scan_listed_months (scan, unit + 1, n, mention);
      return end > unit + 1 ? end : i;
    }
  if (chiso_scan_is_any (scan, unit + 1, such))
    {
      mention->anchor = CHISO_TIME_SUCH_SPAN;
      mention->n_back = n;
      mention->back_in_months = months;
      return unit + 2;
    }
  /* "hai năm tiếp theo", "ba năm kế tiếp" */
  if (!months && n > 1 && is_next (scan, unit + 1))
    {
      mention->anchor = CHISO_TIME_YEARS_LATER;
      mention->n_back = n;
      mention->through = TRUE;
      return unit + 3;
    }
  if (!months && chiso_scan_is (scan, unit + 1, CHISO_W_SAU))
    return scan_later (scan, unit + 2, n, mention, &end) ? end : i;
  /* "Năm 2010 mới đạt 2,6 tiêu chí. Sau gần 10 năm, con số này đã là 14,2", "sau đúng một năm" */
  if (!months && chiso_scan_mark (scan, unit + 1, ',') && chiso_scan_is_any (scan, i - 1, nearly)
      && chiso_scan_is (scan, i - 2, CHISO_W_SAU))
    {
      mention->anchor = CHISO_TIME_YEARS_LATER;
      mention->n_back = n;
      return unit + 1;
    }
  if (n > 1 && !half && is_length_of_report (scan, i, unit))
    {
      mention->anchor = CHISO_TIME_SUCH_SPAN;
      mention->n_back = n;
      mention->back_in_months = months;
      return unit + 1;
    }
  /* "năm năm đầu 2014 - 2018", "hai năm cuối (2023 - 2024)" */
  if (!months && n > 1
      && (chiso_scan_is (scan, unit + 1, CHISO_W_DAU)
          || chiso_scan_is (scan, unit + 1, CHISO_W_CUOI)))
    unit++;
  if (months || !chiso_time_is_year (scan, unit + 1))
    return i;
  end = chiso_time_more_years (scan, unit + 2, (int) chiso_scan_digits (scan, unit + 1), mention);
  return end > unit + 2 ? end : i;
}

gboolean
chiso_time_is_counted_before (const ChisoScan *scan, guint i)
{
  static const guint16 indefinite[] = { CHISO_W_NHUNG,
                                        CHISO_W_NHIEU,
                                        CHISO_W_CAC,
                                        CHISO_W_MAY,
                                        CHISO_W_HANG,
                                        CHISO_W_MOI,
                                        CHISO_W_TUNG,
                                        CHISO_W_MUOI,
                                        CHISO_W_MUOI10,
                                        CHISO_W_CHUC,
                                        CHISO_W_TRAM,
                                        CHISO_W_LAM,
                                        0 };

  return chiso_scan_kind (scan, i - 1, CHISO_TOKEN_DIGITS)
         || chiso_scan_is_any (scan, i - 1, indefinite)
         || (chiso_scan_digit_word (scan, i - 1) > 0 && !chiso_scan_is (scan, i - 1, CHISO_W_TU4));
}

/* What begins with "năm" and is no point: "năm qua", "năm tới". */
guint
chiso_time_relative_year (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  guint end = scan_past (scan, i + 1);

  /* "năm đầu tiên", "năm đầu nhiệm kỳ", "năm cuối của giai đoạn" */
  if (chiso_scan_is (scan, i + 1, CHISO_W_DAU) || chiso_scan_is (scan, i + 1, CHISO_W_CUOI))
    {
      guint of = chiso_scan_is (scan, i + 2, CHISO_W_CUA) ? i + 3 : i + 2;

      mention->anchor = chiso_scan_is (scan, i + 1, CHISO_W_DAU) ? CHISO_TIME_FIRST_YEAR
                                                                 : CHISO_TIME_LAST_OF_YEARS;
      if (chiso_scan_is (scan, i + 2, CHISO_W_TIEN))
        return i + 3;
      /* "đến năm cuối con số ấy là 151", "riêng năm cuối có 345 cuộc" */
      if (mention->anchor == CHISO_TIME_LAST_OF_YEARS
          && (chiso_scan_is (scan, i + 2, CHISO_W_CONF) || chiso_scan_is (scan, i + 2, CHISO_W_CO)))
        return i + 2;
      if ((chiso_scan_is (scan, of, CHISO_W_NHIEM) && chiso_scan_is (scan, of + 1, CHISO_W_KY))
          || (chiso_scan_is (scan, of, CHISO_W_GIAI) && chiso_scan_is (scan, of + 1, CHISO_W_DOAN)))
        return of + 2;
      return i;
    }
  /* "năm vừa rồi" */
  if (end > i + 1 && chiso_scan_is (scan, end - 1, CHISO_W_ROI))
    {
      mention->anchor = CHISO_TIME_LAST_YEAR;
      mention->deictic = TRUE;
    }
  else if (end > i + 1)
    set_past (mention, 1, FALSE);
  else if (chiso_scan_is (scan, i + 1, CHISO_W_SAU) && scan_later (scan, i + 2, 1, mention, &end))
    return end;
  else if (is_next (scan, i + 1))
    {
      mention->anchor = CHISO_TIME_YEARS_LATER;
      mention->n_back = 1;
      end = i + 3;
    }
  else if (chiso_scan_is (scan, i + 1, CHISO_W_TOI) || chiso_scan_is (scan, i + 1, CHISO_W_SAU))
    {
      mention->anchor = CHISO_TIME_AHEAD;
      end = i + 2;
    }
  else
    return i;
  return end;
}
