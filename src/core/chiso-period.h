/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A period of time as reports name it: an EDTF date or interval, to the day where the text gives
 * days. A plain value; the zero value is "no period". Reads no clock. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar date of known precision: month and day are 0 where unknown; year 0 is no date. */
typedef struct
{
  gint16 year;
  gint8 month;
  gint8 day;
} ChisoDate;

/* From start to end, both inclusive. A single year, month or day has end equal to start.
 * open_end is "2016/..": since 2016 until now (end is then empty). */
typedef struct
{
  ChisoDate start;
  ChisoDate end;
  gboolean open_end;
} ChisoPeriod;

/* Longest text chiso_period_format() writes, with its NUL: "YYYY-MM-DD/YYYY-MM-DD". */
#define CHISO_PERIOD_MAX 24

ChisoPeriod chiso_period_year (int year);
/* month 1-12. */
ChisoPeriod chiso_period_month (int year, int month);
ChisoPeriod chiso_period_months (int year, int first_month, int last_month);

/* Reads one EDTF reading ("2023", "2022-06", "2023-01/2023-06", "2016/.."); of several separated
 * by "|" the first. FALSE, and *period empty, when it is none of these or runs backwards. */
gboolean chiso_period_parse (const char *text, ChisoPeriod *period);
/* Writes EDTF into buffer of CHISO_PERIOD_MAX bytes and returns it; "" for no period. */
const char *chiso_period_format (const ChisoPeriod *period, char *buffer);

gboolean chiso_period_is_set (const ChisoPeriod *period);
/* Julian day numbers (GDate's) of the first and last day; last is G_MAXUINT32 when open. */
void chiso_period_days (const ChisoPeriod *period, guint32 *first, guint32 *last);
/* Same span of days: 2023 equals 2023-01/2023-12. */
gboolean chiso_period_equal (const ChisoPeriod *a, const ChisoPeriod *b);
/* By last day, then first day; for sorting along a time axis. */
int chiso_period_compare (const ChisoPeriod *a, const ChisoPeriod *b);
/* The same span so many years later (negative: earlier). */
ChisoPeriod chiso_period_shift_years (const ChisoPeriod *period, int years);
/* Whether two periods may stand on one line: whole years with whole years, the first n months with
 * the first n months of another year, dated stocks (a year or a month) with each other when stock. */
gboolean chiso_period_comparable (const ChisoPeriod *a, const ChisoPeriod *b, gboolean stock);
/* The year in which the period ends (of an open one, in which it starts). */
int chiso_period_last_year (const ChisoPeriod *period);
/* Whether it ends after 30 June 2025: provinces and communes merged the day after, and districts ended. */
gboolean chiso_period_is_after_mergers (const ChisoPeriod *period);
/* Days covered, both ends included; 0 for none or open. */
guint chiso_period_n_days (const ChisoPeriod *period);
/* The whole months or years that a span named to the day stands for in statistics. Reports are closed in the
 * middle of a month, and those of a year or half a year begin on the day after, in December:
 * 2022-12-15/2023-06-14 is 2023-01/2023-06, 2024-06-15/2024-09-14 the third quarter, 2025-07-01/2025-12-15 is 2025-07/2025-12. */
ChisoPeriod chiso_period_in_months (const ChisoPeriod *period);
/* The middle or, for a stock, the end of the period as decimal year (2022.5), for a time axis. */
double chiso_period_to_decimal (const ChisoPeriod *period, gboolean stock);
/* For people: "6 tháng đầu năm 2023" or "first 6 months of 2023"; language is "vi" or "en". Free with g_free. */
char *chiso_period_to_words (const ChisoPeriod *period, const char *language);

G_END_DECLS
