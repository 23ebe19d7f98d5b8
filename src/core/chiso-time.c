/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner of times: the words around points (đến, từ, trong, cùng kỳ, qua) and the spans made of
 * two. Says what is written, not what it means on a given day: that is chiso-time-resolve.c. */

#include "chiso-time-private.h"

#include <string.h>

static guint scan_mention (const ChisoScan *scan, guint i, ChisoTimeMention *mention);

/* What a word can open: an expression by itself, or one that follows it. All else is passed over at once. */
enum
{
  OPENS_LEAD = 1,
  OPENS_PLAIN = 2,
};

static guint
opened_by (guint16 word)
{
  static const guint8 opens[CHISO_W_N] = {
    [CHISO_W_DEN] = OPENS_LEAD,    [CHISO_W_TOI] = OPENS_LEAD,     [CHISO_W_TU] = OPENS_LEAD,
    [CHISO_W_TAI] = OPENS_LEAD,    [CHISO_W_CHO] = OPENS_LEAD,     [CHISO_W_TRONG] = OPENS_LEAD,
    [CHISO_W_LUY] = OPENS_LEAD,    [CHISO_W_CONG] = OPENS_LEAD,    [CHISO_W_TINH] = OPENS_LEAD,
    [CHISO_W_KEF] = OPENS_LEAD,    [CHISO_W_BAT] = OPENS_LEAD,     [CHISO_W_CUNG] = OPENS_LEAD,
    [CHISO_W_VAO] = OPENS_LEAD,    [CHISO_W_HIEN] = OPENS_LEAD,    [CHISO_W_NAY] = OPENS_LEAD,
    [CHISO_W_HOM] = OPENS_LEAD,    [CHISO_W_BAYJ] = OPENS_LEAD,    [CHISO_W_LUC] = OPENS_LEAD,
    [CHISO_W_GIO] = OPENS_LEAD,    [CHISO_W_SUOT] = OPENS_LEAD,    [CHISO_W_CA] = OPENS_LEAD,
    [CHISO_W_CACH] = OPENS_LEAD,   [CHISO_W_TRUOC] = OPENS_LEAD,   [CHISO_W_SAU] = OPENS_LEAD,
    [CHISO_W_HOIF] = OPENS_LEAD,   [CHISO_W_HET] = OPENS_PLAIN,    [CHISO_W_THOI] = OPENS_PLAIN,
    [CHISO_W_GIAI] = OPENS_PLAIN,  [CHISO_W_DAU] = OPENS_PLAIN,    [CHISO_W_CUOI] = OPENS_PLAIN,
    [CHISO_W_GIUA] = OPENS_PLAIN,  [CHISO_W_NHIEM] = OPENS_PLAIN,  [CHISO_W_NAM5] = OPENS_PLAIN,
    [CHISO_W_THANG] = OPENS_PLAIN, [CHISO_W_QUY] = OPENS_PLAIN,    [CHISO_W_NGAY] = OPENS_PLAIN,
    [CHISO_W_NUA] = OPENS_PLAIN,   [CHISO_W_MOT] = OPENS_PLAIN,    [CHISO_W_HAI] = OPENS_PLAIN,
    [CHISO_W_BA] = OPENS_PLAIN,    [CHISO_W_BON] = OPENS_PLAIN,    [CHISO_W_SAU6] = OPENS_PLAIN,
    [CHISO_W_BAY] = OPENS_PLAIN,   [CHISO_W_BAY2] = OPENS_PLAIN,   [CHISO_W_TAM] = OPENS_PLAIN,
    [CHISO_W_CHIN] = OPENS_PLAIN,  [CHISO_W_MUOI10] = OPENS_PLAIN, [CHISO_W_SANG] = OPENS_PLAIN,
    [CHISO_W_TRUA] = OPENS_PLAIN,  [CHISO_W_CHIEU] = OPENS_PLAIN,  [CHISO_W_TOIS] = OPENS_PLAIN,
    [CHISO_W_DEM] = OPENS_PLAIN,
  };

  return word < CHISO_W_N ? opens[word] : 0;
}

gboolean
chiso_time_opens (guint16 word)
{
  return opened_by (word) != 0;
}

/* "30/6", "6 tháng", "2022": figures that begin a time are a year, or short and go on like this; "1.250" is none. */
static gboolean
digits_can_open (const ChisoScan *scan, guint i)
{
  guint length = chiso_scan_length (scan, i), behind;
  const ChisoToken *next = chiso_scan_peek (scan, i + 1);

  if (length == 4)
    return chiso_time_is_year (scan, i);
  if (length > 2)
    return FALSE;
  if (next->kind == CHISO_TOKEN_PUNCT)
    {
      behind = chiso_scan_length (scan, i + 2);
      return (next->mark == '/' || next->mark == '-' || next->mark == '.')
             && chiso_scan_kind (scan, i + 2, CHISO_TOKEN_DIGITS) && (behind <= 2 || behind == 4);
    }
  return next->word == CHISO_W_THANG || next->word == CHISO_W_QUY || next->word == CHISO_W_NAM5;
}

static gboolean
can_open_plain (const ChisoScan *scan, guint i)
{
  return chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS)
             ? digits_can_open (scan, i)
             : (opened_by (chiso_scan_peek (scan, i)->word) & OPENS_PLAIN) != 0;
}

/* Everything that needs no word in front. */
static guint
scan_plain (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  gboolean year_word = chiso_scan_is (scan, i, CHISO_W_NAM5), edge, part_before;
  guint end;

  if (!can_open_plain (scan, i))
    return i;
  /* "năm 2023", as most times are, is nothing else. */
  if (year_word && chiso_time_is_year (scan, i + 1))
    return chiso_time_span (scan, i, 0, mention);
  if ((end = chiso_time_stage (scan, i, mention)) > i)
    return end;
  chiso_time_forget (mention);
  if ((end = chiso_time_counted (scan, i, mention)) > i)
    return end;
  chiso_time_forget (mention);
  /* What begins with a numeral counts something, but for "hai tuần tháng 10". */
  if (!year_word && chiso_scan_opens_numeral (scan, i)
      && !chiso_scan_is (scan, i + 1, CHISO_W_TUAN))
    return i;
  edge = chiso_scan_is (scan, i, CHISO_W_DAU) || chiso_scan_is (scan, i, CHISO_W_CUOI);
  /* "đầu kỳ (tháng 01/2024) là 1,02%, cuối kỳ còn 0,48%" */
  if (chiso_scan_is (scan, i, CHISO_W_CUOI) && chiso_scan_is (scan, i + 1, CHISO_W_KY)
      && (chiso_scan_is (scan, i + 2, CHISO_W_CON) || chiso_scan_is (scan, i + 2, CHISO_W_LA)))
    {
      mention->anchor = CHISO_TIME_NOW;
      mention->as_at = TRUE;
      return i + 2;
    }
  part_before = chiso_scan_is (scan, i - 1, CHISO_W_THANG)
                || chiso_scan_is (scan, i - 1, CHISO_W_QUY)
                || chiso_scan_is (scan, i - 1, CHISO_W_NUA);
  if ((end = chiso_time_month_of_report (scan, i, mention)) > i
      || (end = chiso_time_first_months (scan, i, mention)) > i)
    return end;
  /* Of "những tháng đầu năm", "mấy tháng 5" and "mười năm trước" nothing is known. */
  if ((edge && part_before)
      || ((chiso_scan_is (scan, i, CHISO_W_THANG) || year_word)
          && chiso_time_is_counted_before (scan, i)))
    return i;
  if ((end = chiso_time_span (scan, i, 0, mention)) > i)
    return end;
  chiso_time_forget (mention);
  if (year_word)
    return chiso_time_relative_year (scan, i, mention);
  return chiso_time_bare_years (scan, i, mention);
}

/* Behind đến, tới: now, a point, or the end of a span. */
static guint
scan_until (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  ChisoPointFlags flags = CHISO_POINT_BARE_DAY | CHISO_POINT_BARE_YEAR;
  guint end = chiso_time_now (scan, i), j = i;
  ChisoPoint point;

  mention->until = TRUE;
  if (end > i)
    {
      mention->anchor = CHISO_TIME_NOW;
      mention->as_at = TRUE;
      return end;
    }
  if (chiso_scan_is (scan, j, CHISO_W_THOI) && chiso_scan_is (scan, j + 1, CHISO_W_DIEM))
    j += 2;
  /* "đến 2025 hộ" counts households. */
  if (chiso_time_is_year (scan, j) && chiso_scan_kind (scan, j + 1, CHISO_TOKEN_WORD)
      && !chiso_scan_is (scan, j + 1, CHISO_W_TOAN) && !chiso_scan_is (scan, j + 1, CHISO_W_CO)
      && !chiso_scan_is (scan, j + 1, CHISO_W_DA))
    return i;
  end = chiso_time_point (scan, j, flags, &point);
  if (end > j)
    chiso_time_set_point (mention, &point);
  else if ((end = scan_plain (scan, j, mention)) == j || mention->period.open_end
           || (mention->anchor != CHISO_TIME_ABSOLUTE && mention->anchor != CHISO_TIME_YEARLESS
               && mention->anchor != CHISO_TIME_MONTH))
    return i;
  mention->period.start = mention->period.end;
  mention->as_at = mention->until = TRUE;
  return end;
}

/* "thời điểm này", "thời điểm cuối năm 2023", "thời gian ấy". */
static guint
scan_moment (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  static const guint16 such[] = { CHISO_W_AY, CHISO_W_DO, CHISO_W_NAY3, 0 };
  ChisoPoint point;
  guint end;

  if (chiso_scan_is (scan, i, CHISO_W_THOI)
      && (chiso_scan_is (scan, i + 1, CHISO_W_GIAN) || chiso_scan_is (scan, i + 1, CHISO_W_KY)
          || (chiso_scan_is (scan, i + 1, CHISO_W_DIEM)
              && (chiso_scan_is (scan, i - 1, CHISO_W_CUNGX)
                  || !chiso_scan_is (scan, i + 2, CHISO_W_NAY3))))
      && chiso_scan_is_any (scan, i + 2, such))
    {
      mention->anchor = CHISO_TIME_SUCH_SPAN;
      /* "thời gian này năm ngoái" */
      end = chiso_time_year (scan, i + 3, &point);
      if (end == i + 3 || point.anchor != CHISO_TIME_LAST_YEAR)
        return i + 3;
      mention->anchor = CHISO_TIME_SAME_PERIOD;
      mention->deictic = point.deictic;
      return end;
    }

  if (!chiso_scan_is (scan, i, CHISO_W_THOI) || !chiso_scan_is (scan, i + 1, CHISO_W_DIEM))
    return i;
  end = chiso_time_now (scan, i);
  if (end > i)
    {
      guint year = chiso_time_year (scan, end, &point);

      mention->anchor = CHISO_TIME_NOW;
      mention->as_at = TRUE;
      /* "thời điểm này năm ngoái" */
      if (year == end || point.anchor != CHISO_TIME_LAST_YEAR)
        return end;
      mention->anchor = CHISO_TIME_SAME_PERIOD;
      mention->deictic = point.deictic;
      mention->as_at = FALSE;
      return year;
    }
  end = chiso_time_point (scan, i + 2, CHISO_POINT_BARE_DAY, &point);
  if (end == i + 2)
    return i;
  chiso_time_set_point (mention, &point);
  mention->as_at = TRUE;
  return end;
}

/* "cùng kỳ", "cùng kỳ năm 2022", "cùng kỳ năm trước"; a span that follows is what is meant. */
static guint
scan_same_period (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  ChisoPoint point = { .anchor = CHISO_TIME_YEARLESS };
  guint end;

  if (chiso_scan_is (scan, i, CHISO_W_QUANG) || chiso_scan_is (scan, i, CHISO_W_KHOANG))
    {
      end = scan_moment (scan, i + 1, mention);
      return end > i + 1 ? end : i;
    }
  mention->same_moment = chiso_scan_is (scan, i, CHISO_W_THOI);
  /* "Cùng thời điểm tháng 6" */
  if (mention->same_moment && chiso_scan_is (scan, i + 1, CHISO_W_DIEM)
      && (chiso_scan_is (scan, i + 2, CHISO_W_THANG) || chiso_scan_is (scan, i + 2, CHISO_W_CUOI)))
    return scan_moment (scan, i, mention);
  if (chiso_scan_is (scan, i, CHISO_W_KY))
    i++;
  else if (chiso_scan_is (scan, i, CHISO_W_GIAI) && chiso_scan_is (scan, i + 1, CHISO_W_DOAN))
    i += 2;
  else if (chiso_scan_is (scan, i, CHISO_W_THOI)
           && (chiso_scan_is (scan, i + 1, CHISO_W_DIEM) || chiso_scan_is (scan, i + 1, CHISO_W_KY)
               || chiso_scan_is (scan, i + 1, CHISO_W_GIAN)))
    i += chiso_scan_is (scan, i + 2, CHISO_W_NAY3) && chiso_scan_is (scan, i + 3, CHISO_W_CUA) ? 3
                                                                                               : 2;
  else
    return i;
  end = chiso_time_months_of_year (scan, i, &point);
  if (end > i && point.date.year != 0)
    {
      chiso_time_set_point (mention, &point);
      mention->as_at = FALSE;
      return end;
    }
  mention->anchor = CHISO_TIME_SAME_PERIOD;
  point = (ChisoPoint){ .anchor = CHISO_TIME_YEARLESS };
  end = chiso_scan_is (scan, i, CHISO_W_CUA) ? i + 1 : i;
  if (chiso_time_is_year (scan, end))
    {
      mention->period.start.year = chiso_scan_digits (scan, end);
      return end + 1;
    }
  i = chiso_time_year (scan, end, &point) > end ? chiso_time_year (scan, end, &point) : i;
  mention->period.start.year = point.date.year;
  mention->deictic = point.deictic;
  return i;
}

/* "trong tháng", "trong quý": those told before; "trong tháng tới" and "trong tháng một lần" are none. */
static guint
scan_such_part (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  static const guint16 other[] = { CHISO_W_TOI, CHISO_W_MOT, CHISO_W_DAU, CHISO_W_CUOI,
                                   CHISO_W_SAU, CHISO_W_LAN, CHISO_W_QUA, 0 };
  gboolean quarter = chiso_scan_is (scan, i, CHISO_W_QUY);

  if ((!quarter && !chiso_scan_is (scan, i, CHISO_W_THANG))
      || chiso_scan_is_any (scan, i + 1, other)
      || chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS))
    return i;
  mention->anchor = CHISO_TIME_SUCH_SPAN;
  mention->n_back = quarter ? 3 : 1;
  mention->back_in_months = TRUE;
  return i + 1;
}

/* "trong nhiệm kỳ", "cả nhiệm kỳ", "nửa nhiệm kỳ": the one that the report speaks of. */
static guint
scan_term (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  static const guint16 other[] = { CHISO_W_TOI, CHISO_W_SAU, CHISO_W_TRUOC, 0 };

  if (!chiso_scan_is (scan, i, CHISO_W_NHIEM) || !chiso_scan_is (scan, i + 1, CHISO_W_KY)
      || chiso_scan_is_any (scan, i + 2, other))
    return i;
  mention->anchor = CHISO_TIME_PAST_TERM;
  return i + 2;
}

/* "trong năm 2023", "trong năm", "suốt 5 năm qua", "cả năm". */
static guint
scan_inside (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  guint j = i + 1, end;

  if (chiso_scan_is (scan, j, CHISO_W_SUOT) || chiso_scan_is (scan, j, CHISO_W_CA))
    j++;
  end = scan_plain (scan, j, mention);
  if (end > j)
    return mention->bare_year ? i : end;
  if ((end = scan_such_part (scan, j, mention)) > j || (end = scan_term (scan, j, mention)) > j)
    return end;
  if ((chiso_scan_is (scan, j, CHISO_W_QUANG) || chiso_scan_is (scan, j, CHISO_W_KHOANG))
      && (end = scan_moment (scan, j + 1, mention)) > j + 1)
    return end;
  if (!chiso_scan_is (scan, j, CHISO_W_NAM5) || chiso_scan_is (scan, j + 1, CHISO_W_HOC)
      || chiso_scan_is (scan, j + 1, CHISO_W_THANG))
    return i;
  mention->anchor = CHISO_TIME_THIS_YEAR;
  return j + 1;
}

/* One of the words in front of another expression that the mention takes in: "tính", "lũy kế". Returns the
 * position of the expression, or i. */
static guint
skip_lead (const ChisoScan *scan, guint i, gboolean *cumulative)
{
  static const guint16 counted[] = { CHISO_W_DEN, CHISO_W_TOI, CHISO_W_HET,   CHISO_W_TU,
                                     CHISO_W_TAI, CHISO_W_CHO, CHISO_W_TRONG, 0 };
  static const guint16 summed[] = { CHISO_W_DEN,  CHISO_W_TOI,  CHISO_W_HET, CHISO_W_TU,
                                    CHISO_W_CUOI, CHISO_W_NAM5, CHISO_W_CHO, 0 };

  static const guint16 recalled[] = {
    CHISO_W_NAM5, CHISO_W_THANG, CHISO_W_QUY, CHISO_W_DAU, CHISO_W_GIUA, CHISO_W_CUOI, 0
  };

  *cumulative = FALSE;
  /* "hồi năm 2019" */
  if (chiso_scan_is (scan, i, CHISO_W_HOIF))
    return chiso_scan_is_any (scan, i + 1, recalled) ? i + 1 : i;
  if ((chiso_scan_is (scan, i, CHISO_W_LUY) && chiso_scan_is (scan, i + 1, CHISO_W_KE))
      || (chiso_scan_is (scan, i, CHISO_W_CONG) && chiso_scan_is (scan, i + 1, CHISO_W_DON)))
    {
      *cumulative = TRUE;
      return chiso_scan_is_any (scan, i + 2, summed) ? i + 2 : i;
    }
  if (chiso_scan_is (scan, i, CHISO_W_TINH))
    return chiso_scan_is_any (scan, i + 1, counted) ? i + 1 : i;
  if (chiso_scan_is (scan, i, CHISO_W_CHO))
    return chiso_time_is_until (scan, i + 1) ? i + 1 : i;
  if (chiso_scan_is (scan, i, CHISO_W_KEF))
    return chiso_scan_is (scan, i + 1, CHISO_W_TU) ? i + 1 : i;
  if (chiso_scan_is (scan, i, CHISO_W_BAT) && chiso_scan_is (scan, i + 1, CHISO_W_DAU))
    return chiso_scan_is (scan, i + 2, CHISO_W_TU) ? i + 2 : i;
  if (chiso_scan_is (scan, i, CHISO_W_TAI))
    return chiso_scan_is (scan, i + 1, CHISO_W_THOI) ? i + 1 : i;
  return i;
}

/* "từ nay đến cuối năm". */
static guint
scan_ahead (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  ChisoTimeMention goal = { 0 };
  guint end;

  if (!chiso_time_is_until (scan, i + 1))
    return i;
  mention->anchor = CHISO_TIME_AHEAD;
  end = scan_mention (scan, i + 1, &goal);
  return MAX (end, i + 1);
}

static guint
scan_mention (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  gboolean leads = (opened_by (chiso_scan_peek (scan, i)->word) & OPENS_LEAD) != 0;
  gboolean cumulative = FALSE;
  guint j = leads ? skip_lead (scan, i, &cumulative) : i, end;

  if (j > i)
    {
      end = scan_mention (scan, j, mention);
      mention->as_at |= cumulative && !mention->period.open_end;
      mention->until |= cumulative;
      return end > j ? end : i;
    }
  j = i + 1;
  switch (chiso_scan_peek (scan, i)->word)
    {
    case CHISO_W_DEN:
    case CHISO_W_TOI:
      end = scan_until (scan, j, mention);
      break;
    case CHISO_W_TU:
      end = chiso_scan_is (scan, j, CHISO_W_NAY) ? scan_ahead (scan, j, mention)
                                                 : chiso_time_since (scan, j, mention);
      break;
    case CHISO_W_CUNG:
      end = scan_same_period (scan, j, mention);
      break;
    case CHISO_W_VAO:
      end = scan_moment (scan, j, mention);
      if (end == j)
        end = scan_plain (scan, j, mention);
      break;
    case CHISO_W_HIEN:
      return chiso_time_presently (scan, i, mention);
    case CHISO_W_HOM:
    case CHISO_W_BAYJ:
    case CHISO_W_LUC:
    case CHISO_W_GIO:
      return chiso_time_today (scan, i, mention);
    case CHISO_W_NGAY:
      end = chiso_time_today (scan, i, mention);
      return end > i ? end : scan_plain (scan, i, mention);
    case CHISO_W_NAY:
      return chiso_time_opening_now (scan, i, mention);
    case CHISO_W_CACH:
      end = chiso_scan_is (scan, j, CHISO_W_DAY)
                ? chiso_time_years_back (scan, j + 1, CHISO_TIME_YEARS_AGO, mention)
                : i;
      return end > j + 1 ? end : i;
    case CHISO_W_TRUOC:
      end = chiso_scan_is (scan, j, CHISO_W_DO)
                ? chiso_time_years_back (scan, j + 1, CHISO_TIME_YEARS_LATER, mention)
                : i;
      return end > j + 1 ? end : i;
    case CHISO_W_SAU:
      return chiso_time_after_merger (scan, i, mention);
    case CHISO_W_TRONG:
    case CHISO_W_SUOT:
    case CHISO_W_CA:
      return scan_inside (scan, i, mention);
    case CHISO_W_HET:
      end = scan_plain (scan, i, mention);
      mention->until = TRUE;
      return end;
    default:
      end = scan_moment (scan, i, mention);
      return end > i ? end : scan_plain (scan, i, mention);
    }
  return end > j ? end : i;
}

gboolean
chiso_time_scan (const ChisoToken *tokens, guint n_tokens, guint at, const char *text,
                 ChisoTimeMention *mention)
{
  const ChisoScan scan = { tokens, n_tokens, text };

  g_return_val_if_fail (tokens != NULL && text != NULL && mention != NULL, FALSE);

  if (tokens[at].kind == CHISO_TOKEN_DIGITS ? !digits_can_open (&scan, at)
                                            : !chiso_time_opens (tokens[at].word))
    return FALSE;
  memset (mention, 0, sizeof *mention);
  mention->first = at;
  mention->last = scan_mention (&scan, at, mention);
  mention->whole = chiso_scan_is (&scan, at, CHISO_W_CA)
                   || (chiso_scan_is (&scan, at, CHISO_W_TRONG)
                       && chiso_scan_is (&scan, at + 1, CHISO_W_CA));
  /* "hết tháng 6 vừa qua" */
  if (mention->last > at && mention->anchor == CHISO_TIME_YEARLESS && !mention->deictic
      && chiso_scan_is (&scan, mention->last, CHISO_W_VUA)
      && (chiso_scan_is (&scan, mention->last + 1, CHISO_W_QUA)
          || chiso_scan_is (&scan, mention->last + 1, CHISO_W_ROI)))
    {
      mention->deictic = TRUE;
      mention->last += 2;
    }
  return mention->last > at;
}
