/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points in time that expressions are made of. For the scanner of times only. */

#pragma once

#include "chiso-scan-private.h"
#include "chiso-time.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_EDGE_NONE,
  CHISO_EDGE_START,  /* đầu */
  CHISO_EDGE_MIDDLE, /* giữa */
  CHISO_EDGE_END,    /* cuối, hết */
} ChisoEdge;

/* A year, quarter, month or day. */
typedef struct
{
  ChisoDate date;         /* year 0 where none is named; day alone only with CHISO_POINT_DAY_ONLY */
  int last_month;         /* of a quarter or of the first or last months of a year; else 0 */
  ChisoTimeAnchor anchor; /* ABSOLUTE, YEARLESS, THIS_YEAR or LAST_YEAR */
  gboolean deictic;
  int bare_months;     /* of "sáu tháng" without "đầu năm" or a year */
  ChisoEdge year_edge; /* of a year; date.month is then set */
} ChisoPoint;

typedef enum
{
  CHISO_POINT_BARE_YEAR = 1 << 0, /* "2016" without "năm" */
  CHISO_POINT_BARE_DAY = 1 << 1,  /* "30/9" without "ngày" */
  CHISO_POINT_DAY_ONLY = 1 << 2,  /* "ngày 01", the month follows later */
} ChisoPointFlags;

/* Whether token i is four digits of a year of our times, not part of a longer number. */
gboolean chiso_time_is_year (const ChisoScan *scan, guint i);
/* Behind "năm 2023", "năm nay", "năm ngoái", "năm trước", "năm đó" at i, with anchor and year set; or i. */
guint chiso_time_year (const ChisoScan *scan, guint i, ChisoPoint *point);
/* The year behind a month or quarter: "/2023", ".2023", "năm 2023", "của năm nay". */
guint chiso_time_year_suffix (const ChisoScan *scan, guint i, ChisoPoint *point);
/* "6 tháng đầu năm [2023]", "9 tháng [năm 2019]", "2 quý cuối năm", "nửa đầu năm". */
guint chiso_time_months_of_year (const ChisoScan *scan, guint i, ChisoPoint *point);
/* A count of months or years, in digits or words, up to 99; *unit is the position behind it. */
int chiso_time_count (const ChisoScan *scan, guint i, guint *unit);
/* "5 năm qua", "hai năm sau", "bốn năm ấy", "2 năm 2022 - 2023", "6 tháng đầu năm": the position behind, or i. */
guint chiso_time_counted (const ChisoScan *scan, guint i, ChisoTimeMention *mention);
/* What stands before token i counts it: "mấy", "mười", "những". */
gboolean chiso_time_is_counted_before (const ChisoScan *scan, guint i);
/* What begins with "năm" and is no point: "năm qua", "năm tới"; the position behind, or i. */
guint chiso_time_relative_year (const ChisoScan *scan, guint i, ChisoTimeMention *mention);
/* Drops what an expression that was tried and not found has left. */
void chiso_time_forget (ChisoTimeMention *mention);
/* A point with or without đầu, giữa, cuối, hết before it: returns the position behind, or i. */
guint chiso_time_point (const ChisoScan *scan, guint i, ChisoPointFlags flags, ChisoPoint *point);
/* "nay", "hiện nay", "thời điểm này", as they stand behind "đến". */
guint chiso_time_now (const ChisoScan *scan, guint i);

/* These set mention and return the position behind the expression, or return i.
 * "tháng trước", "cuối tháng này". */
guint chiso_time_month_of_report (const ChisoScan *scan, guint i, ChisoTimeMention *mention);
/* "những tháng đầu năm [2023]", at "tháng". */
guint chiso_time_first_months (const ChisoScan *scan, guint i, ChisoTimeMention *mention);
/* "hiện nay", "hiện có"; "hôm nay", "bây giờ"; "nay" where it opens a clause. */
guint chiso_time_presently (const ChisoScan *scan, guint i, ChisoTimeMention *mention);
guint chiso_time_today (const ChisoScan *scan, guint i, ChisoTimeMention *mention);
guint chiso_time_opening_now (const ChisoScan *scan, guint i, ChisoTimeMention *mention);

/* "ba năm" behind "cách đây" (YEARS_AGO) or "trước đó" (YEARS_LATER). */
guint chiso_time_years_back (const ChisoScan *scan, guint i, ChisoTimeAnchor anchor,
                             ChisoTimeMention *mention);
/* "Sau khi hợp nhất, …" at "sau". */
guint chiso_time_after_merger (const ChisoScan *scan, guint i, ChisoTimeMention *mention);

/* "2016 - 2020", "(2022)", a column's head. */
guint chiso_time_bare_years (const ChisoScan *scan, guint i, ChisoTimeMention *mention);

/* "- tháng 6/2023", "đến nay", "đến hết năm 2022" behind the point a at i: the span is set, or i returned. */
guint chiso_time_scan_to (const ChisoScan *scan, guint i, const ChisoPoint *a,
                          ChisoTimeMention *mention);
/* "tháng 1 - 6/2023", with "- 6" at i: the second month without its word. */
guint chiso_time_scan_short_months (const ChisoScan *scan, guint i, const ChisoPoint *a,
                                    ChisoTimeMention *mention);
/* From the point a on. */
void chiso_time_set_since (ChisoTimeMention *mention, const ChisoPoint *a);

/* Makes mention that point. */
void chiso_time_set_point (ChisoTimeMention *mention, const ChisoPoint *point);
/* "đến" or "tới". */
gboolean chiso_time_is_until (const ChisoScan *scan, guint i);
/* These set mention and return the position behind the expression, or return i; then mention may hold remains.
 * Further years behind a first: ", 2023 và 2024", " - 2024", "/2022". */
guint chiso_time_more_years (const ChisoScan *scan, guint i, int first, ChisoTimeMention *mention);
/* A point, or the span that begins with it: "năm 2022", "năm 2016 đến nay", "tháng 1 - tháng 6/2023". */
guint chiso_time_span (const ChisoScan *scan, guint i, ChisoPointFlags flags,
                       ChisoTimeMention *mention);
/* Behind "từ": "năm 2016 đến nay", "ngày 1/7 đến 30/9/2025", "năm 2016" without an end. */
guint chiso_time_since (const ChisoScan *scan, guint i, ChisoTimeMention *mention);
/* "giai đoạn 2016 - 2020", "nhiệm kỳ 2019 - 2024", "nhiệm kỳ qua". */
guint chiso_time_stage (const ChisoScan *scan, guint i, ChisoTimeMention *mention);

G_END_DECLS
