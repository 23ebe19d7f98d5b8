/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics over records: pure functions, no store, no clock. Missing is never zero, unlike
 * periods are never joined, and figures are never added up that a report did not add up. */

#pragma once

#include "chiso-store.h"

G_BEGIN_DECLS

/* One point of a series: a value and the records that prove it.
 *
 * Parts. One source often gives several figures for the same place, indicator and period: voter
 * meetings of the province (97), the districts (395) and the communes (35). They are neither added
 * up, since nobody said that they are disjoint and complete, nor is one of them taken for the
 * whole. Of an indicator that adds up (CHISO_AGGREGATE_SUM) the whole is no smaller than its
 * largest part: the point is that part with CHISO_QUALIFIER_AT_LEAST, and n_parts says of how
 * many. Of any other indicator, and of stated changes, parts bound nothing: there is no point, and
 * chiso_stats_undecided() tells where one is missing for that reason. */
typedef struct
{
  ChisoPeriod period;
  double value; /* never NAN */
  ChisoQualifier qualifier;
  const ChisoRecord *record; /* the level, or the stated change */
  const ChisoRecord
      *earlier;      /* the other level that a computed change rests on: of the year before, or the
                                 level that a stated difference belongs to; else NULL */
  gboolean computed; /* from several figures, or from one and a size: not stated by a report */
  double divisor;    /* what a computed value was divided by or is a change of, 0 where none */
  int divisor_year;  /* the year of a divisor that no report states (people, communes), else 0 */
  guint n_units;     /* 0, or how many districts' or communes' figures were added up, likewise */
  gboolean of_units; /* so were some of what the value was added up from */
  guint n_merged;    /* 0, or how many provinces' figures were added up: see chiso-measures.h */
  guint n_others;    /* records of other sources for the same place, indicator and period, but for
                        those that a person rejected */
  guint n_conflicts; /* sources among them whose figure cannot be the same */
  guint n_parts;     /* 0, or how many figures of record's own source are parts of the whole */
} ChisoPoint;

/* Points of one place and indicator in time order; records are borrowed and must outlive it.
 * places and indicator are compared by key; records of other ones are passed over, as are values
 * that are no number. boundary 0 takes records of either set, and "VN" is the same in both. Where
 * several sources fall on one period (of a stock: on one last day, so that 2021 and 2021-12 are
 * one), the order is: a whole before parts, a document before curated, exact before rounded, dated
 * to the month before dated to the year, later published before earlier; what a person chose goes
 * before all, and what a person rejected is passed over. The rest count in n_others. GArray of ChisoPoint. */
GArray *chiso_stats_levels (GPtrArray *records, const ChisoIndicator *indicator, const char *place,
                            ChisoBoundary boundary);

/* Year on year in per cent (for a % indicator: in points). For each period, the first of: a stated
 * ratio to the same period one year earlier, (ratio - 1) * 100; a stated difference from it, in
 * per cent only where the level that it belongs to or the level of the year before is known, which
 * makes it computed; the change between the levels of both, computed. A stock's period and base
 * are compared by their last day. A change over any other span, without a base, or from a base of
 * nothing is left out, and so is one computed over the mergers of what is counted, and one computed from parts or from figures that bound nothing ("at
 * least" over "at least"). "Over" and "under" of a stated decrease may mean the decrease or the
 * ratio, so they become "about". */
GArray *chiso_stats_year_on_year (GPtrArray *records, const ChisoIndicator *indicator,
                                  const char *place, ChisoBoundary boundary);

/* The periods for which chiso_stats_levels() (changes FALSE) or chiso_stats_year_on_year() (TRUE)
 * has no point because a source gives parts that bound nothing: value is NAN, record one of the
 * parts. GArray of ChisoPoint. */
GArray *chiso_stats_undecided (GPtrArray *records, const ChisoIndicator *indicator,
                               const char *place, ChisoBoundary boundary, gboolean changes);

/* The records that stand beside point->record as parts, largest first, itself included; empty
 * where the point has none. GPtrArray of const ChisoRecord*, borrowed. */
GPtrArray *chiso_stats_parts (GPtrArray *records, const ChisoPoint *point);

/* The records of other sources whose level (or change, of a stated one) cannot be the point's: the
 * n_conflicts, one a source. GPtrArray of const ChisoRecord*, borrowed. */
GPtrArray *chiso_stats_conflicts (GPtrArray *records, const ChisoIndicator *indicator,
                                  ChisoBoundary boundary, const ChisoPoint *point);

/* What the point's value may truly be, by its qualifier; infinite where open, 5 % either side of
 * "about". */
void chiso_point_bounds (const ChisoPoint *point, double *low, double *high);

/* Whether communes and districts merged (on 1 July 2025) between the last days of two periods, and the
 * indicator counts them: then neither is the other's base, nor more or less than it. */
gboolean chiso_stats_is_across_mergers (const ChisoIndicator *indicator, const ChisoPeriod *a,
                                        const ChisoPeriod *b);

/* Whether two periods are the same time for the indicator: a stock is dated by its last day. */
gboolean chiso_stats_same_time (const ChisoIndicator *indicator, const ChisoPeriod *a,
                                const ChisoPeriod *b);

G_END_DECLS
