/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years in figures alone, stages and terms of office: "2016 - 2020", "giai đoạn 2016 - 2020", "nhiệm kỳ qua". */

#include "chiso-time-private.h"

/* Whether what stands around token i shows that its four digits are a year and count nothing. */
static gboolean
stands_as_year (const ChisoScan *scan, guint i)
{
  gboolean bracket = chiso_scan_mark (scan, i - 1, '(');
  gboolean compared = chiso_scan_is (scan, i - 1, CHISO_W_VOI)
                      && chiso_scan_is (scan, i - 2, CHISO_W_SOF);

  /* "KẾT QUẢ NỔI BẬT 2021 (gửi báo chí)" */
  if (chiso_scan_mark (scan, i + 1, '(')
      && (chiso_scan_peek (scan, i - 1)->flags & CHISO_TOKEN_UPPER) != 0)
    return TRUE;
  if (chiso_scan_kind (scan, i + 1, CHISO_TOKEN_BREAK) || chiso_time_is_year (scan, i + 1)
      || chiso_scan_is (scan, i + 1, CHISO_W_LA))
    return TRUE;
  if (bracket && (chiso_scan_mark (scan, i + 1, ':') || chiso_scan_mark (scan, i + 1, ')')))
    return TRUE;
  /* "(2021: 405, 2022: 468; 2023: 509)" */
  if (chiso_scan_mark (scan, i + 1, ':') && chiso_scan_kind (scan, i + 2, CHISO_TOKEN_DIGITS)
      && (chiso_scan_mark (scan, i - 1, ',') || chiso_scan_mark (scan, i - 1, ';')))
    return TRUE;
  /* "Bước sang 2026, …" */
  if (chiso_scan_is (scan, i - 1, CHISO_W_SANGX) && chiso_scan_mark (scan, i + 1, ','))
    return TRUE;
  return compared && chiso_scan_kind (scan, i + 1, CHISO_TOKEN_PUNCT)
         && !chiso_scan_mark (scan, i + 1, '/') && !chiso_scan_mark (scan, i + 1, '%');
}

/* Years in figures alone: "2016 - 2020", "(2022)", "so với 2022", a column's head. */
guint
chiso_time_bare_years (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  static const guint16 school[] = { CHISO_W_HOC, CHISO_W_VU, CHISO_W_KHOA, 0 };
  guint end;

  if (!chiso_time_is_year (scan, i) || chiso_scan_continues (scan, i)
      || chiso_scan_is_any (scan, i - 1, school)
      || (chiso_scan_mark (scan, i - 1, '-') && chiso_time_is_year (scan, i - 2)))
    return i;
  if (chiso_scan_mark (scan, i + 1, '-') && chiso_time_is_year (scan, i + 2))
    {
      end = chiso_time_more_years (scan, i + 1, (int) chiso_scan_digits (scan, i), mention);
      return end > i + 1 ? end : i;
    }
  /* "(2020, 2021, 2022)" */
  if (chiso_scan_mark (scan, i - 1, '(') && chiso_time_is_year (scan, i + 2))
    {
      end = chiso_time_more_years (scan, i + 1, (int) chiso_scan_digits (scan, i), mention);
      if (end > i + 1 && chiso_scan_mark (scan, end, ')'))
        return end;
      chiso_time_forget (mention);
    }
  if (!stands_as_year (scan, i))
    return i;
  mention->anchor = CHISO_TIME_ABSOLUTE;
  mention->period = chiso_period_year ((int) chiso_scan_digits (scan, i));
  mention->bare_year = TRUE;
  return i + 1;
}

guint
chiso_time_stage (const ChisoScan *scan, guint i, ChisoTimeMention *mention)
{
  gboolean stage = chiso_scan_is (scan, i, CHISO_W_GIAI)
                   && chiso_scan_is (scan, i + 1, CHISO_W_DOAN);
  gboolean term = chiso_scan_is (scan, i, CHISO_W_NHIEM) && chiso_scan_is (scan, i + 1, CHISO_W_KY);
  gboolean epoch = chiso_scan_is (scan, i, CHISO_W_THOI) && chiso_scan_is (scan, i + 1, CHISO_W_KY);
  guint j = i + 2, end;

  /* "nửa nhiệm kỳ", "nửa đầu nhiệm kỳ" */
  if (chiso_scan_is (scan, i, CHISO_W_NUA))
    {
      j = chiso_scan_is (scan, i + 1, CHISO_W_DAU) ? i + 2 : i + 1;
      if (!chiso_scan_is (scan, j, CHISO_W_NHIEM) || !chiso_scan_is (scan, j + 1, CHISO_W_KY))
        return i;
      end = chiso_time_stage (scan, j, mention);
      if (end > j && mention->anchor == CHISO_TIME_ABSOLUTE)
        {
          /* It goes on while it is told of. */
          mention->period.end = (ChisoDate){ 0 };
          mention->period.open_end = TRUE;
          return end;
        }
      mention->anchor = CHISO_TIME_PAST_TERM;
      mention->n_back = 0;
      return j + 2;
    }
  if (!stage && !term && !epoch)
    return i;
  if (term && chiso_scan_is (scan, j, CHISO_W_VUA))
    j++;
  if (term && chiso_scan_is (scan, j, CHISO_W_QUA))
    {
      mention->anchor = CHISO_TIME_PAST_TERM;
      return j + 1;
    }
  if (term && chiso_scan_is (scan, j, CHISO_W_NAY3))
    {
      mention->anchor = CHISO_TIME_PAST_TERM;
      return j + 1;
    }
  if (term && chiso_scan_is (scan, j, CHISO_W_TRUOC) && !chiso_scan_is (scan, j + 1, CHISO_W_KHI))
    {
      mention->anchor = CHISO_TIME_PAST_TERM;
      mention->n_back = -1;
      return j + 1;
    }
  if (chiso_scan_is (scan, j, CHISO_W_TU))
    j++;
  if (!chiso_scan_is (scan, j, CHISO_W_NAM5) && !chiso_time_is_year (scan, j))
    return i;
  end = chiso_time_span (scan, j, CHISO_POINT_BARE_YEAR, mention);
  if (end == j || mention->anchor != CHISO_TIME_ABSOLUTE
      || (!mention->period.open_end && mention->period.start.year == mention->period.end.year))
    return i;
  mention->term = term;
  return end;
}
