/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years, quarters, months and days, one by one. Spans, and the words around them, are put together
 * in chiso-time.c. */

#include "chiso-time-private.h"

gboolean
chiso_time_is_year (const ChisoScan *scan, guint i)
{
  double year;

  if (!chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS) || chiso_scan_length (scan, i) != 4)
    return FALSE;
  if ((chiso_scan_mark (scan, i + 1, '.') || chiso_scan_mark (scan, i + 1, ','))
      && chiso_scan_glued (scan, i + 1) && chiso_scan_kind (scan, i + 2, CHISO_TOKEN_DIGITS)
      && chiso_scan_glued (scan, i + 2))
    return FALSE;
  year = chiso_scan_digits (scan, i);
  return year >= 1900 && year < 2100;
}

guint
chiso_time_year (const ChisoScan *scan, guint i, ChisoPoint *point)
{
  if (!chiso_scan_is (scan, i, CHISO_W_NAM5))
    return i;
  if (chiso_time_is_year (scan, i + 1))
    {
      point->date.year = chiso_scan_digits (scan, i + 1);
      point->anchor = CHISO_TIME_ABSOLUTE;
      return i + 2;
    }
  switch (chiso_scan_peek (scan, i + 1)->word)
    {
    case CHISO_W_NAY:
      point->anchor = CHISO_TIME_THIS_YEAR;
      point->deictic = TRUE;
      return i + 2;
    case CHISO_W_NGOAI:
    case CHISO_W_ROI:
      point->anchor = CHISO_TIME_LAST_YEAR;
      point->deictic = TRUE;
      return i + 2;
    case CHISO_W_TRUOC:
      if (chiso_scan_is (scan, i + 2, CHISO_W_KHI) || chiso_scan_is (scan, i + 2, CHISO_W_MAT))
        return i;
      point->anchor = CHISO_TIME_LAST_YEAR;
      return chiso_scan_is (scan, i + 2, CHISO_W_DO) || chiso_scan_is (scan, i + 2, CHISO_W_NUAF)
                 ? i + 3
                 : i + 2;
    /* "năm liền kề [trước]", "năm liền trước" */
    case CHISO_W_LIEN:
      if (!chiso_scan_is (scan, i + 2, CHISO_W_KEX) && !chiso_scan_is (scan, i + 2, CHISO_W_TRUOC))
        return i;
      point->anchor = CHISO_TIME_LAST_YEAR;
      return chiso_scan_is (scan, i + 3, CHISO_W_TRUOC) ? i + 4 : i + 3;
    case CHISO_W_NAY3:
    case CHISO_W_DO:
    case CHISO_W_AY:
      point->anchor = CHISO_TIME_THIS_YEAR;
      return i + 2;
    default:
      return i;
    }
}

guint
chiso_time_year_suffix (const ChisoScan *scan, guint i, ChisoPoint *point)
{
  gboolean point_mark = chiso_scan_mark (scan, i, '.') && chiso_scan_glued (scan, i)
                        && chiso_scan_glued (scan, i + 1);
  guint year = chiso_scan_is (scan, i, CHISO_W_CUA) ? i + 1 : i, end;

  if ((point_mark || chiso_scan_mark (scan, i, '/') || chiso_scan_mark (scan, i, '-'))
      && chiso_time_is_year (scan, i + 1))
    {
      point->date.year = chiso_scan_digits (scan, i + 1);
      point->anchor = CHISO_TIME_ABSOLUTE;
      return i + 2;
    }
  end = chiso_time_year (scan, year, point);
  return end > year ? end : i;
}

static int
small_number (const ChisoScan *scan, guint i, int most)
{
  int value;

  if (!chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS) || chiso_scan_length (scan, i) > 2)
    return 0;
  value = (int) chiso_scan_digits (scan, i);
  return value <= most ? value : 0;
}

/* The month behind "tháng", in digits or words. Words leave out "một" ("tháng một lần"). */
static int
month_number (const ChisoScan *scan, guint i, guint *end)
{
  int month;

  *end = i + 1;
  if (chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS))
    return small_number (scan, i, 12);
  if (chiso_scan_is (scan, i, CHISO_W_GIENG))
    return 1;
  if (chiso_scan_is (scan, i, CHISO_W_CHAP))
    return 12;
  if (chiso_scan_is (scan, i, CHISO_W_MUOI10))
    {
      month = chiso_scan_digit_word (scan, i + 1);
      if (month != 1 && month != 2)
        return 10;
      *end = i + 2;
      return 10 + month;
    }
  month = chiso_scan_digit_word (scan, i);
  if (month < 2 || chiso_scan_is_name (scan, i)
      || (month == 5 && chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS)))
    return 0;
  return month;
}

static guint
scan_month (const ChisoScan *scan, guint i, ChisoPoint *point)
{
  guint end;

  if (chiso_scan_is (scan, i, CHISO_W_THANG))
    {
      point->date.month = month_number (scan, i + 1, &end);
      return point->date.month != 0 ? chiso_time_year_suffix (scan, end, point) : i;
    }
  /* "10/2024". */
  point->date.month = small_number (scan, i, 12);
  if (point->date.month == 0 || !chiso_scan_mark (scan, i + 1, '/')
      || !chiso_scan_glued (scan, i + 1) || !chiso_scan_glued (scan, i + 2)
      || !chiso_time_is_year (scan, i + 2) || chiso_scan_continues (scan, i))
    return i;
  return chiso_time_year_suffix (scan, i + 1, point);
}

static guint
scan_quarter (const ChisoScan *scan, guint i, ChisoPoint *point)
{
  static const guint16 roman[] = { CHISO_W_I, CHISO_W_II, CHISO_W_III, CHISO_W_IV };
  int quarter = 0;
  guint end;

  if (!chiso_scan_is (scan, i, CHISO_W_QUY))
    return i;
  for (guint q = 0; q < G_N_ELEMENTS (roman); q++)
    if (chiso_scan_is (scan, i + 1, roman[q])
        && (chiso_scan_peek (scan, i + 1)->flags & CHISO_TOKEN_CAPITAL) != 0)
      quarter = q + 1;
  if (quarter == 0)
    quarter = small_number (scan, i + 1, 4);
  /* "quý đầu năm", "quý cuối năm 2023" */
  if (quarter == 0 && chiso_scan_is (scan, i + 2, CHISO_W_NAM5)
      && (chiso_scan_is (scan, i + 1, CHISO_W_DAU) || chiso_scan_is (scan, i + 1, CHISO_W_CUOI)))
    {
      point->date.month = chiso_scan_is (scan, i + 1, CHISO_W_DAU) ? 1 : 10;
      point->last_month = point->date.month + 2;
      end = chiso_time_year_suffix (scan, i + 2, point);
      return MAX (end, i + 3);
    }
  if (quarter == 0 && !chiso_time_is_counted_before (scan, i))
    quarter = chiso_scan_digit_word (scan, i + 1);
  if (quarter <= 0 || quarter > 4)
    return i;
  point->date.month = quarter * 3 - 2;
  point->last_month = quarter * 3;
  return chiso_time_year_suffix (scan, i + 2, point);
}

static gboolean
is_valid_day (const ChisoDate *date)
{
  /* A leap year where none is named. */
  return g_date_valid_dmy (date->day, date->month, date->year != 0 ? date->year : 2000);
}

/* "30/6/2023", "8-1-2024", "18.3.2021", "30/6 năm 2023"; without a year only where named. */
static guint
scan_day_figures (const ChisoScan *scan, guint i, gboolean named, gboolean bare, ChisoPoint *point)
{
  gunichar mark = chiso_scan_peek (scan, i + 1)->mark;
  gboolean tight = chiso_scan_glued (scan, i + 1) && chiso_scan_glued (scan, i + 2);
  guint end;

  if (mark == 0 || (mark != '/' && (!tight || (mark != '-' && mark != '.'))))
    return i;
  point->date.month = small_number (scan, i + 2, 12);
  if (point->date.month == 0 || (!named && !tight))
    return i;
  if (chiso_scan_mark (scan, i + 3, mark) && chiso_scan_kind (scan, i + 4, CHISO_TOKEN_DIGITS)
      && (mark == '/' || chiso_scan_glued (scan, i + 4)))
    {
      if (!chiso_time_is_year (scan, i + 4))
        return i;
      end = chiso_time_year_suffix (scan, i + 3, point);
    }
  else
    {
      end = chiso_time_year (scan, i + 3, point);
      if (!named && end == i + 3 && (!bare || mark == '.'))
        return i;
      if (!named && mark != '/' && !bare)
        return i;
    }
  return is_valid_day (&point->date) ? end : i;
}

static guint
scan_day (const ChisoScan *scan, guint i, ChisoPointFlags flags, ChisoPoint *point)
{
  static const guint16 parts[] = { CHISO_W_SANG, CHISO_W_CHIEU, CHISO_W_TOIS,
                                   CHISO_W_TRUA, CHISO_W_DEM,   0 };
  gboolean named = FALSE;
  guint day = i, end;

  if (chiso_scan_is_any (scan, day, parts))
    {
      named = TRUE;
      day++;
    }
  if (chiso_scan_is (scan, day, CHISO_W_NGAY))
    {
      named = TRUE;
      day++;
    }
  point->date.day = small_number (scan, day, 31);
  if (point->date.day == 0 || (!named && chiso_scan_continues (scan, day)))
    return i;
  if (chiso_scan_is (scan, day + 1, CHISO_W_THANG))
    {
      /* "14 tháng 12 năm 2023" needs its year, "ngày 14 tháng 12" does not. */
      end = scan_month (scan, day + 1, point);
      return end > day + 1 && (named || (point->date.year != 0 && point->date.day > 12))
                     && is_valid_day (&point->date)
                 ? end
                 : i;
    }
  end = scan_day_figures (scan, day, named, (flags & CHISO_POINT_BARE_DAY) != 0, point);
  if (end > day)
    return end;
  point->date.month = 0;
  return named && (flags & CHISO_POINT_DAY_ONLY) != 0 ? day + 1 : i;
}

int
chiso_time_count (const ChisoScan *scan, guint i, guint *unit)
{
  ChisoNumeral numeral;

  *unit = i + 1;
  if (chiso_scan_kind (scan, i, CHISO_TOKEN_DIGITS))
    return chiso_scan_continues (scan, i) ? 0 : small_number (scan, i, 99);
  *unit = chiso_scan_numeral (scan, i, &numeral);
  return *unit > i && numeral.value < 100 ? (int) numeral.value : 0;
}

/* Whether "N tháng" at i, with the unit at unit, says the year's first months though nothing else
 * says so. */
static gboolean
names_first_months (const ChisoScan *scan, guint i, guint unit, int n)
{
  static const guint16 length_before[] = { CHISO_W_SAU,    CHISO_W_MOI,  CHISO_W_VONG,
                                           CHISO_W_CU,     CHISO_W_HON,  CHISO_W_GAN,
                                           CHISO_W_KY,     CHISO_W_HAN,  CHISO_W_DINH,
                                           CHISO_W_HANG,   CHISO_W_TUNG, CHISO_W_DAIF,
                                           CHISO_W_KHOANG, CHISO_W_TRON, 0 };
  static const guint16 length_behind[] = { CHISO_W_MOT,   CHISO_W_LAN,   CHISO_W_LIEN, CHISO_W_RUOI,
                                           CHISO_W_SAU,   CHISO_W_TRUOC, CHISO_W_KEF,  CHISO_W_TRO,
                                           CHISO_W_THU,   CHISO_W_TOI,   CHISO_W_QUA,  CHISO_W_TUOI,
                                           CHISO_W_TRIEN, CHISO_W_THUC,  CHISO_W_TUF,  0 };

  gboolean named;

  if (n != 6 && (n < 8 || n > 11))
    return FALSE;
  /* "Bình Định 9 tháng" */
  named = (chiso_scan_peek (scan, i - 1)->flags & CHISO_TOKEN_CAPITAL) != 0
          && (chiso_scan_peek (scan, i - 2)->flags & CHISO_TOKEN_CAPITAL) != 0;
  return (named || !chiso_scan_is_any (scan, i - 1, length_before))
         && !chiso_scan_is_any (scan, unit + 1, length_behind)
         && !chiso_scan_mark (scan, unit + 1, '/')
         && (!chiso_scan_kind (scan, unit + 1, CHISO_TOKEN_DIGITS)
             || chiso_scan_length (scan, unit + 1) > 2
             || chiso_scan_digits (scan, unit + 1) > 12
             /* "lũy kế 9 tháng 9.120 tỷ đồng" */
             || (chiso_scan_mark (scan, unit + 2, '.') && chiso_scan_glued (scan, unit + 2)
                 && chiso_scan_kind (scan, unit + 3, CHISO_TOKEN_DIGITS)
                 && chiso_scan_length (scan, unit + 3) == 3));
}

/* The year behind "6 tháng đầu": "năm", "năm 2023", "của năm nay", "2023". */
static guint
scan_year_of_part (const ChisoScan *scan, guint i, ChisoPoint *point)
{
  guint year = chiso_scan_is (scan, i, CHISO_W_CUA) ? i + 1 : i;
  guint end = chiso_time_year_suffix (scan, i, point);

  if (end > i)
    return end;
  if (chiso_scan_is (scan, year, CHISO_W_NAM5))
    return year + 1;
  if (!chiso_time_is_year (scan, i) || chiso_scan_kind (scan, i + 1, CHISO_TOKEN_WORD))
    return i;
  point->date.year = chiso_scan_digits (scan, i);
  point->anchor = CHISO_TIME_ABSOLUTE;
  return i + 1;
}

static void
set_months (ChisoPoint *point, int first, int last)
{
  point->date.month = first;
  point->last_month = last;
}

/* "nửa đầu năm", "nửa cuối năm 2023". */
static guint
scan_half_year (const ChisoScan *scan, guint i, ChisoPoint *point)
{
  gboolean second = chiso_scan_is (scan, i + 1, CHISO_W_CUOI)
                    || chiso_scan_is (scan, i + 1, CHISO_W_SAU);
  guint end;

  /* "nửa năm đầu", "nửa năm cuối 2023" */
  if (chiso_scan_is (scan, i + 1, CHISO_W_NAM5)
      && (chiso_scan_is (scan, i + 2, CHISO_W_DAU) || chiso_scan_is (scan, i + 2, CHISO_W_CUOI)))
    {
      second = chiso_scan_is (scan, i + 2, CHISO_W_CUOI);
      set_months (point, second ? 7 : 1, second ? 12 : 6);
      end = scan_year_of_part (scan, i + 3, point);
      return MAX (end, i + 3);
    }

  if (!second && !chiso_scan_is (scan, i + 1, CHISO_W_DAU))
    return i;
  set_months (point, second ? 7 : 1, second ? 12 : 6);
  end = scan_year_of_part (scan, i + 2, point);
  return end > i + 2 ? end : i;
}

guint
chiso_time_months_of_year (const ChisoScan *scan, guint i, ChisoPoint *point)
{
  guint unit, end;
  gboolean tail;
  int n;

  *point = (ChisoPoint){ .anchor = CHISO_TIME_YEARLESS };
  if (chiso_scan_is (scan, i, CHISO_W_NUA))
    return scan_half_year (scan, i, point);
  n = chiso_time_count (scan, i, &unit);
  if (chiso_scan_is (scan, unit, CHISO_W_QUY))
    n *= 3;
  else if (!chiso_scan_is (scan, unit, CHISO_W_THANG))
    return i;
  if (n < 1 || n > 12)
    return i;
  tail = chiso_scan_is (scan, unit + 1, CHISO_W_CUOI);
  set_months (point, tail ? 13 - n : 1, tail ? 12 : n);
  if (tail || chiso_scan_is (scan, unit + 1, CHISO_W_DAU))
    {
      end = scan_year_of_part (scan, unit + 2, point);
      /* "3 tháng đầu" of something else than a year: a project, a term. */
      return end == unit + 2 && chiso_scan_kind (scan, end, CHISO_TOKEN_WORD) && n != 6 && n != 9
                 ? i
                 : end;
    }
  end = chiso_time_year_suffix (scan, unit + 1, point);
  if (end > unit + 1)
    return end;
  point->bare_months = n;
  return names_first_months (scan, i, unit, n) ? unit + 1 : i;
}

static ChisoEdge
edge_word (const ChisoScan *scan, guint i)
{
  switch (chiso_scan_peek (scan, i)->word)
    {
    case CHISO_W_DAU:
      /* "khởi đầu năm 2011" */
      return chiso_scan_is (scan, i - 1, CHISO_W_KHOI) || chiso_scan_is (scan, i - 1, CHISO_W_BAT)
                 ? CHISO_EDGE_NONE
                 : CHISO_EDGE_START;
    case CHISO_W_GIUA:
      return CHISO_EDGE_MIDDLE;
    case CHISO_W_CUOI:
    case CHISO_W_HET:
      return CHISO_EDGE_END;
    default:
      return CHISO_EDGE_NONE;
    }
}

/* The year behind an edge, which may be left unsaid: "cuối năm 2022", "cuối năm", "cuối 2022". */
static guint
scan_edge_year (const ChisoScan *scan, guint i, ChisoEdge edge, ChisoPoint *point)
{
  static const int months[] = { 0, 1, 6, 12 };
  guint end = chiso_time_year (scan, i, point);

  if (end == i)
    {
      if (chiso_scan_is (scan, i, CHISO_W_NAM5) && !chiso_scan_is (scan, i + 1, CHISO_W_HOC))
        end = i + 1;
      else if (chiso_time_is_year (scan, i))
        {
          point->date.year = chiso_scan_digits (scan, i);
          point->anchor = CHISO_TIME_ABSOLUTE;
          end = i + 1;
        }
      else
        return i;
    }
  point->date.month = months[edge];
  point->year_edge = edge;
  return end;
}

/* The first or last month of a quarter or of the first months, by its edge. */
static void
narrow_to_edge (ChisoPoint *point, ChisoEdge edge)
{
  if (point->last_month == 0 || edge == CHISO_EDGE_MIDDLE)
    return;
  if (edge == CHISO_EDGE_END)
    point->date.month = point->last_month;
  point->last_month = 0;
}

guint
chiso_time_point (const ChisoScan *scan, guint i, ChisoPointFlags flags, ChisoPoint *point)
{
  const ChisoPoint fresh = { .anchor = CHISO_TIME_YEARLESS };
  ChisoEdge edge = edge_word (scan, i);
  guint core = edge != CHISO_EDGE_NONE ? i + 1 : i, end;

  /* "trung tuần tháng 10" */
  if (chiso_scan_is (scan, i + 1, CHISO_W_TUAN) && chiso_scan_is (scan, i + 2, CHISO_W_THANG)
      && chiso_scan_kind (scan, i, CHISO_TOKEN_WORD))
    core = i + 2;

  *point = fresh;
  if (edge != CHISO_EDGE_NONE)
    {
      end = scan_edge_year (scan, core, edge, point);
      if (end > core)
        return end;
    }
  else if ((end = chiso_time_year (scan, core, point)) > core)
    return end;
  *point = fresh;
  end = scan_month (scan, core, point);
  if (end == core)
    {
      *point = fresh;
      end = scan_quarter (scan, core, point);
    }
  if (end == core && chiso_scan_is (scan, i, CHISO_W_HET))
    end = chiso_time_months_of_year (scan, core, point);
  if (end > core)
    {
      if (edge != CHISO_EDGE_NONE)
        narrow_to_edge (point, edge);
      return end;
    }
  *point = fresh;
  if (edge == CHISO_EDGE_NONE || chiso_scan_is (scan, i, CHISO_W_HET))
    end = scan_day (scan, core, flags, point);
  if (end > core)
    return end;
  *point = fresh;
  if ((flags & CHISO_POINT_BARE_YEAR) == 0 || edge != CHISO_EDGE_NONE
      || !chiso_time_is_year (scan, i) || chiso_scan_continues (scan, i))
    return i;
  point->date.year = chiso_scan_digits (scan, i);
  point->anchor = CHISO_TIME_ABSOLUTE;
  return i + 1;
}
