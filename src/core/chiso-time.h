/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions of time as reports word them, and what they mean on the day of a report. */

#pragma once

#include "chiso-lexer.h"
#include "chiso-period.h"

G_BEGIN_DECLS

/* How the expression is anchored. */
typedef enum
{
  CHISO_TIME_ABSOLUTE,   /* names its year: năm 2023; 6 tháng đầu năm 2023; quý I/2022; giai đoạn 2015 - 2018 */
  CHISO_TIME_YEARLESS,   /* needs a year from context: 6 tháng đầu năm; 9 tháng; tháng 5; quý III; cuối năm; 28-1; sáu tháng qua: see past */
  CHISO_TIME_THIS_YEAR,  /* năm nay, trong năm, cả năm */
  CHISO_TIME_LAST_YEAR,  /* năm trước, năm ngoái: a year before the year in context */
  CHISO_TIME_PAST_YEAR,  /* năm qua, một năm qua: from the report's date */
  CHISO_TIME_SAME_PERIOD,/* cùng kỳ [năm X | năm trước]: the context's span, a year earlier or in year X */
  CHISO_TIME_NOW,        /* đến nay, hiện nay, hiện, đến thời điểm này: the report's month or year */
  CHISO_TIME_PAST_SPAN,  /* 3 năm qua, trong 5 năm qua, 7 năm qua, 19 tháng qua: n units back from the report's date */
} ChisoTimeAnchor;

typedef struct
{
  guint first, last;       /* tokens [first, last), with "năm", "đến", "tính đến hết", "trong" and their like */
  ChisoTimeAnchor anchor;
  ChisoPeriod period;      /* ABSOLUTE: as named. YEARLESS: months and days with year 0 fields. SAME_PERIOD: start.year if named */
  int n_back;              /* PAST_SPAN: how many */
  gboolean back_in_months; /* PAST_SPAN: months, else years */
  gboolean as_at;          /* a point for stocks: đến/tính đến/hết/cuối/đầu/giữa …, or a day or month; not a span that a flow fills */
  gboolean until;          /* begins with đến / tính đến / đến hết: for a flow the span from the year's start to there */
  gboolean day;            /* named to the day */
  gboolean bare_year;      /* digits of a year without any word ("(2022)", "2023" in a table head) */
} ChisoTimeMention;

/* Reads the longest expression of time that begins at token `at`; FALSE if none does. Written out years, months and
 * spans: see shared phraseology, section 3. "năm" as the number five is none. */
gboolean chiso_time_scan (const ChisoToken *tokens, guint n_tokens, guint at, const char *text, ChisoTimeMention *mention);

/* What mention means. published: the report's date (year 0 if unknown). context: the period in force where it stands
 * (empty if none). FALSE when it cannot be told. End and start of years: cuối/hết năm 2022 is 2022-12, giữa năm 2022 is
 * 2022-06, đầu năm 2022 is 2022-01; a day gives its month when as_at. */
gboolean chiso_time_resolve (const ChisoTimeMention *mention, const ChisoDate *published,
                             const ChisoPeriod *context, ChisoPeriod *period);

G_END_DECLS
