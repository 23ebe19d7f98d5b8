/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions of time as reports word them, and what they mean on the day of a report. */

#pragma once

#include "chiso-lexer.h"
#include "chiso-period.h"

G_BEGIN_DECLS

/* How the expression is anchored: where its year comes from. */
typedef enum
{
  /* Names its year: năm 2023; 6 tháng đầu năm 2023; quý I/2022; giai đoạn 2015 - 2018. */
  CHISO_TIME_ABSOLUTE,
  /* Needs a year from context: 6 tháng đầu năm; 9 tháng; tháng 5; quý III; cuối năm; ngày 28-1. */
  CHISO_TIME_YEARLESS,
  /* năm nay, trong năm, cả năm; 6 tháng đầu năm nay. */
  CHISO_TIME_THIS_YEAR,
  /* năm trước: the year before the one in context; năm ngoái (deictic): before the report's. */
  CHISO_TIME_LAST_YEAR,
  /* năm qua, một năm qua: from the report's date. */
  CHISO_TIME_PAST_YEAR,
  /* cùng kỳ [năm X | năm trước]: the context's span, a year earlier or in year X. */
  CHISO_TIME_SAME_PERIOD,
  /* đến nay, hiện nay, hiện, đến thời điểm này: the report's month or year. */
  CHISO_TIME_NOW,
  /* 3 năm qua, trong 5 năm qua, 19 tháng qua: n units back from the report's date. */
  CHISO_TIME_PAST_SPAN,
  /* tháng này, tháng trước, tháng qua: n_back months before the report's. */
  CHISO_TIME_MONTH,
  /* nhiệm kỳ qua, từ đầu nhiệm kỳ đến nay: known only where a span of years is in force. nhiệm kỳ trước, with
   * n_back -1: the one before that. */
  CHISO_TIME_PAST_TERM,
  /* hai năm sau, sau ba năm, năm sau: n_back years behind the one in context; before it where negative (một năm
   * trước đó). */
  CHISO_TIME_YEARS_LATER,
  /* năm đầu tiên, năm đầu nhiệm kỳ: of the span of years in context. */
  CHISO_TIME_FIRST_YEAR,
  /* năm cuối giai đoạn */
  CHISO_TIME_LAST_OF_YEARS,
  /* cách đây ba năm: n_back years before the report. */
  CHISO_TIME_YEARS_AGO,
  /* bốn năm ấy, sáu tháng đó, thời gian này; trong tháng; sau ba tháng: the span told elsewhere, where one has that
   * length. */
  CHISO_TIME_SUCH_SPAN,
  /* từ khi có nghị quyết đến nay: known only since 1 July 2025, where it is since the mergers or the government of
   * two levels; a stock is as at the report. */
  CHISO_TIME_SINCE_EVENT,
  /* từ mốc ấy đến hết năm, từ đầu nhiệm kỳ đến hết tháng 6/2023 (with term): from what was told, or the term's first
   * year, to period.end, whose year may be left to the report; or up to now. */
  CHISO_TIME_SINCE_THEN,
  /* từ nay đến cuối năm, năm tới: no period of a result; what goes with it is planned. */
  CHISO_TIME_AHEAD,
} ChisoTimeAnchor;

typedef struct
{
  /* Tokens [first, last), with "năm", "đến", "tính đến hết", "trong" and their like. */
  guint first, last;
  ChisoTimeAnchor anchor;
  /* ABSOLUTE: as named, not tidied. YEARLESS, THIS_YEAR, LAST_YEAR: months and days with year 0, or
   * nothing for the whole year. SAME_PERIOD: start.year if named. Else empty. */
  ChisoPeriod period;
  /* PAST_SPAN, YEARS_LATER, YEARS_AGO, SUCH_SPAN, and YEARLESS where "sáu tháng" stands alone: how many, and
   * whether of months instead of years; 0 where that is not said. */
  int n_back;
  gboolean back_in_months;
  /* A point for stocks: đến/tính đến/hết/cuối/đầu/giữa …, lũy kế, or a day or month; not a span
   * that a flow fills. */
  gboolean as_at;
  /* Begins with đến, tính đến, lũy kế or hết: for a flow the span from the year's start to there. */
  gboolean until;
  /* YEARS_LATER: hai năm tiếp theo, all of them up to there. */
  gboolean through;
  /* MONTH: quý vừa qua, the quarter that was over last. */
  gboolean quarter;
  /* Named to the day. */
  gboolean day;
  /* Digits of a year without any word ("(2022)", "2023" in a table head). */
  gboolean bare_year;
  /* đầu/giữa/cuối/hết năm: period is month 1, 6 or 12 of the year, meant roughly. */
  gboolean year_edge;
  /* nhiệm kỳ X - Y: as often the name of a congress as a period. */
  gboolean term;
  /* SAME_PERIOD: cùng thời điểm, which looks back only where something is compared with it. */
  gboolean same_moment;
  /* Counted from the report's date whatever the context: năm nay, năm ngoái. */
  gboolean deictic;
  /* cả năm …: the year, not the months spoken of before. */
  gboolean whole;
  /* Set by the reader: it dates only what its clause sets beside other figures. */
  gboolean aside;
} ChisoTimeMention;

/* Reads the longest expression of time that begins at token `at`; FALSE if none does. tokens is the
 * whole text's array. "năm" as the number five is none, nor are school years (năm học), lengths
 * but where they may be those of a span told elsewhere ("trong 3 tháng", "sau ba năm"), habits ("6 tháng/lần", "hằng năm"), indefinite spans ("những năm qua"), and a
 * bare day and month ("22/11"), unless "ngày", "đến", "từ" or a year stands beside it. A bare N tháng
 * is a time only for 6, 8, 9, 10 and 11, which name the year's first months. "từ năm 2016" without
 * an end is open. */
gboolean chiso_time_scan (const ChisoToken *tokens, guint n_tokens, guint at, const char *text,
                          ChisoTimeMention *mention);

/* Whether an expression of time can begin with word; others need not be scanned. */
gboolean chiso_time_opens (guint16 word);

/* What mention means for a stock, or as the text has it. published: the report's date (year 0 if
 * unknown). context: the period in force where it stands (empty if none). FALSE when it cannot be
 * told. End and start of years: cuối/hết năm 2022 is 2022-12, giữa năm 2022 is 2022-06, đầu năm 2022
 * is 2022-01; a day gives its month when as_at. Spans that fill whole months or years are written
 * so: 1/8/2018 to 31/7/2019 is 2018-08/2019-07.
 *
 * A yearless mention takes the year of a context of one year, else the report's, or the year before
 * where it would lie ahead of the report. "Trong năm" without context in January or February is the
 * year before; "năm qua" in January to March is the year before, in October to December the
 * report's, else both. */
gboolean chiso_time_resolve (const ChisoTimeMention *mention, const ChisoDate *published,
                             const ChisoPeriod *context, ChisoPeriod *period);

/* Whether period is n years or months long, give or take half a month; any bounded one for n = 0. */
gboolean chiso_time_has_length (const ChisoPeriod *period, int n, gboolean months);

/* The same for a flow, which fills a span: until a month is the year from January to there ("đến
 * tháng 8/2023" is 2023-01/2023-08), until or around a year's edge is the year, now is the report's
 * year, or the context where that is open ("từ năm 2016 đến nay"). */
gboolean chiso_time_resolve_flow (const ChisoTimeMention *mention, const ChisoDate *published,
                                  const ChisoPeriod *context, ChisoPeriod *period);

G_END_DECLS
