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

/* The level of a period to set beside what source says: its own, where it gives one and not several,
 * else the whole among points that is chosen for the period, else NULL. levels: const ChisoRecord* of
 * one place and indicator, points: chosen from them. */
const ChisoRecord *chiso_stats_level_at (GPtrArray *levels, GArray *points,
                                         const ChisoIndicator *indicator, const ChisoRecord *source,
                                         const ChisoPeriod *period);

/* One point a period out of candidates (const ChisoRecord*, of one place and of pick's measure), in
 * time order; where parts bound nothing the point's value is NAN. Sorts candidates. */
GArray *chiso_stats_pick (const ChisoPick *pick, GPtrArray *candidates);
/* One record a source among candidates of the point's period that contradicts it. */
GPtrArray *chiso_stats_pick_conflicts (const ChisoPick *pick, GPtrArray *candidates,
                                       const ChisoPoint *point);
