/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the statistics: choosing one figure for each period out of what several
 * sources say. */

#pragma once

#include "chiso-stats.h"

/* How far apart "about" and the figure that it rounds may be. */
#define CHISO_STATS_ABOUT 0.05

/* What the candidates of one choice have in common. */
typedef struct
{
  const ChisoIndicator *indicator;
  ChisoMeasure measure;
} ChisoPick;

int chiso_stats_compare_time (const ChisoIndicator *indicator, const ChisoPeriod *a,
                              const ChisoPeriod *b);
/* Whether both records come from one document, page or, of pages without an address, title. */
gboolean chiso_stats_same_source (const ChisoRecord *a, const ChisoRecord *b);

/* Whether record, of the point's place and indicator, is of another source and cannot be true beside the
 * point's record, whatever was decided about either. */
gboolean chiso_stats_is_against (const ChisoIndicator *indicator, const ChisoPoint *point,
                                 const ChisoRecord *record);

/* The level of a period to set beside what source says: its own, where it gives one and not several,
 * else the whole among points that is chosen for the period, else NULL. levels: const ChisoRecord* of
 * one place and indicator, points: chosen from them. */
const ChisoRecord *chiso_stats_level_at (GPtrArray *levels, GArray *points,
                                         const ChisoIndicator *indicator, const ChisoRecord *source,
                                         const ChisoPeriod *period);

/* Whether changes of the indicator are points: its unit is "%". */
gboolean chiso_stats_in_points (const ChisoIndicator *indicator);
/* For sorting ChisoPoint along time. */
int chiso_stats_compare_points (gconstpointer left, gconstpointer right);
/* The point of that time, or NULL. */
const ChisoPoint *chiso_stats_find (const ChisoIndicator *indicator, GArray *points,
                                    const ChisoPeriod *period);
/* A level among points that others may be computed with: a whole, and a number; else NULL. */
const ChisoPoint *chiso_stats_find_whole (const ChisoIndicator *indicator, GArray *points,
                                          const ChisoPeriod *period);
/* What is known of later / earlier when each is known so far; FALSE when nothing is. */
gboolean chiso_stats_quotient (ChisoQualifier later, ChisoQualifier earlier,
                               ChisoQualifier *qualifier);
/* The change of later since the level of base among levels: per cent, of a % indicator points. FALSE
 * where there is no such level or nothing is known of the change. */
gboolean chiso_stats_change (const ChisoIndicator *indicator, GArray *levels,
                             const ChisoPeriod *base, const ChisoPoint *later, ChisoPoint *change);

/* One point a period out of candidates (const ChisoRecord*, of one place and of pick's measure), in
 * time order; where parts bound nothing the point's value is NAN. Sorts candidates. */
GArray *chiso_stats_pick (const ChisoPick *pick, GPtrArray *candidates);
/* One record a source among candidates of the point's period that contradicts it. */
GPtrArray *chiso_stats_pick_conflicts (const ChisoPick *pick, GPtrArray *candidates,
                                       const ChisoPoint *point);
