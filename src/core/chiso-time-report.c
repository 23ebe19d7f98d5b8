/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times that the day of the report tells: now, today, this month and the last, from the year's beginning on. */

#include "chiso-time-private.h"

guint
chiso_time_now (const ChisoScan *scan, guint i)
{
  guint moment = i;

  if ((chiso_scan_is (scan, i, CHISO_W_HOM) && chiso_scan_is (scan, i + 1, CHISO_W_NAY))
      || (chiso_scan_is (scan, i, CHISO_W_BAYJ) && chiso_scan_is (scan, i + 1, CHISO_W_GIO))
      || (chiso_scan_is (scan, i, CHISO_W_LUC) && chiso_scan_is (scan, i + 1, CHISO_W_NAY3))
      || (chiso_scan_is (scan, i, CHISO_W_GIO) && chiso_scan_is (scan, i + 1, CHISO_W_DAY))
      || (chiso_scan_is (scan, i, CHISO_W_NGAY) && chiso_scan_is (scan, i + 1, CHISO_W_NAY)))
    return i + 2;
  if (chiso_scan_is (scan, i, CHISO_W_NAY) || chiso_scan_is (scan, i, CHISO_W_GIO))
    return i + 1;
  if (chiso_scan_is (scan, i, CHISO_W_THOI) && chiso_scan_is (scan, i + 1, CHISO_W_DIEM))
    {
      moment = i + 2;
      if (chiso_scan_is (scan, moment, CHISO_W_NAY3) || chiso_scan_is (scan, moment, CHISO_W_NAY))
        return moment + 1;
      /* "tại thời điểm họp báo", "thời điểm báo cáo", "thời điểm tổng kết" */
      if ((chiso_scan_is (scan, moment, CHISO_W_HOP)
           && chiso_scan_is (scan, moment + 1, CHISO_W_BAOX))
          || (chiso_scan_is (scan, moment, CHISO_W_BAOX)
              && chiso_scan_is (scan, moment + 1, CHISO_W_CAOX))
          || chiso_scan_is (scan, moment + 1, CHISO_W_KETX))
        return moment + 2;
    }
  if (chiso_scan_is (scan, moment, CHISO_W_HIEN)
      && (chiso_scan_is (scan, moment + 1, CHISO_W_NAY)
          || chiso_scan_is (scan, moment + 1, CHISO_W_TAI)))
    return moment + 2;
  return i;
}

/* "tháng trước", "tháng vừa qua", "cuối tháng này", "quý vừa qua": by the day of the report. */
guint
chiso_time_month_of_report (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  gboolean edge = chiso_scan_is (scan, i, CHISO_W_DAU) || chiso_scan_is (scan, i, CHISO_W_CUOI)
                  || chiso_scan_is (scan, i, CHISO_W_GIUA) || chiso_scan_is (scan, i, CHISO_W_HET);
  guint month = edge ? i + 1 : i, end = month + 2;
  gboolean quarter = chiso_scan_is (scan, i, CHISO_W_QUY);

  if ((!quarter && !chiso_scan_is (scan, month, CHISO_W_THANG))
      || chiso_time_is_counted_before (scan, month))
    return i;
  if (chiso_scan_is (scan, month + 1, CHISO_W_VUA)
      && (chiso_scan_is (scan, month + 2, CHISO_W_QUA)
          || chiso_scan_is (scan, month + 2, CHISO_W_ROI)))
    end++;
  /* "quý liền trước", "quý trước đó" */
  else if (quarter && !edge
           && ((chiso_scan_is (scan, month + 1, CHISO_W_LIEN)
                && chiso_scan_is (scan, month + 2, CHISO_W_TRUOC))
               || (chiso_scan_is (scan, month + 1, CHISO_W_TRUOC)
                   && chiso_scan_is (scan, month + 2, CHISO_W_DO))))
    {
      mention->anchor = CHISO_TIME_YEARS_LATER;
      mention->n_back = -3;
      mention->back_in_months = TRUE;
      return month + 3;
    }
  else if (quarter)
    return i;
  else if (!chiso_scan_is (scan, month + 1, CHISO_W_NAY3)
           && !chiso_scan_is (scan, month + 1, CHISO_W_QUA)
           && (!chiso_scan_is (scan, month + 1, CHISO_W_TRUOC)
               || chiso_scan_is (scan, month + 2, CHISO_W_KHI)
               || chiso_scan_is (scan, month + 2, CHISO_W_DO)))
    return i;
  mention->anchor = CHISO_TIME_MONTH;
  mention->quarter = quarter;
  mention->n_back = chiso_scan_is (scan, month + 1, CHISO_W_NAY3) ? 0 : 1;
  mention->as_at = edge;
  return end;
}

/* "những tháng đầu năm [2023]": from January on, nobody says to when. */
guint
chiso_time_first_months (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  ChisoPoint point = { .anchor = CHISO_TIME_YEARLESS, .date = { .month = 1 } };
  guint end;

  if (!chiso_scan_is (scan, i, CHISO_W_THANG) || !chiso_scan_is (scan, i + 1, CHISO_W_DAU)
      || !chiso_scan_is (scan, i + 2, CHISO_W_NAM5) || !chiso_time_is_counted_before (scan, i)
      || chiso_scan_kind (scan, i - 1, CHISO_TOKEN_DIGITS))
    return i;
  end = chiso_time_year (scan, i + 2, &point);
  chiso_time_set_point (mention, &point);
  mention->period.end = (ChisoDate){ 0 };
  mention->period.open_end = TRUE;
  mention->as_at = FALSE;
  return MAX (end, i + 3);
}

/* "hiện nay", "hiện tại", "hiện có": not "thực hiện", "hiện đại". */
guint
chiso_time_presently (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  static const guint16 before[] = { CHISO_W_THUC, CHISO_W_PHAT, CHISO_W_THE,
                                    CHISO_W_XUAT, CHISO_W_BIEU, 0 };
  static const guint16 behind[] = { CHISO_W_CO,    CHISO_W_DA,    CHISO_W_DANG,
                                    CHISO_W_CON,   CHISO_W_TOAN,  CHISO_W_CA,
                                    CHISO_W_TINHS, CHISO_W_TRONG, CHISO_W_HUYEN,
                                    CHISO_W_XA,    CHISO_W_CAC,   CHISO_W_SO,
                                    CHISO_W_MOI,   CHISO_W_MOIJ,  CHISO_W_CHI,
                                    CHISO_W_TY,    CHISO_W_BINH,  CHISO_W_TONG,
                                    CHISO_W_CONF,  CHISO_W_DAT,   0 };
  guint end = i + 1;

  if (chiso_scan_is (scan, i + 1, CHISO_W_NAY) || chiso_scan_is (scan, i + 1, CHISO_W_TAI))
    end = i + 2;
  else if (chiso_scan_is_any (scan, i - 1, before)
           || (!chiso_scan_is_any (scan, i + 1, behind) && !chiso_scan_mark (scan, i + 1, ',')
               && !chiso_scan_kind (scan, i + 1, CHISO_TOKEN_DIGITS)))
    return i;
  mention->anchor = CHISO_TIME_NOW;
  mention->as_at = TRUE;
  return end;
}

/* "hôm nay", "bây giờ", "lúc này"; "Giờ đây", "Ngày nay" where they open a sentence. */
guint
chiso_time_today (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  guint end = chiso_time_now (scan, i);
  gboolean open = chiso_scan_is (scan, i, CHISO_W_GIO) || chiso_scan_is (scan, i, CHISO_W_NGAY);

  if (end < i + 2 || (open && !(chiso_scan_peek (scan, i)->flags & CHISO_TOKEN_CAPITAL)))
    return i;
  mention->anchor = CHISO_TIME_NOW;
  mention->as_at = TRUE;
  return end;
}

/* ", nay xét lại": only where it opens a clause, and not as in "(nay là xã Bình An)". */
guint
chiso_time_opening_now (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  gboolean opens = chiso_scan_kind (scan, i - 1, CHISO_TOKEN_BREAK)
                   || chiso_scan_kind (scan, i - 1, CHISO_TOKEN_PUNCT)
                   || (chiso_scan_kind (scan, i - 1, CHISO_TOKEN_DIGITS)
                       && chiso_scan_is (scan, i + 1, CHISO_W_DA))
                   || chiso_scan_is (scan, i - 1, CHISO_W_THI2);

  if (!opens
      || !(chiso_scan_kind (scan, i + 1, CHISO_TOKEN_WORD)
           || (chiso_scan_mark (scan, i + 1, ',')
               && (chiso_scan_peek (scan, i)->flags & CHISO_TOKEN_CAPITAL))
           || chiso_scan_is (scan, i - 1, CHISO_W_THI2))
      || (chiso_scan_is (scan, i + 1, CHISO_W_LA) && !chiso_scan_is (scan, i - 1, CHISO_W_THI2)
          && !chiso_scan_kind (scan, i + 2, CHISO_TOKEN_DIGITS)))
    return i;
  mention->anchor = CHISO_TIME_NOW;
  mention->as_at = TRUE;
  return i + 1;
}
