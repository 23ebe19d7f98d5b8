/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the statistics: choosing one figure for each period out of what several
 * sources say. */

#pragma once

#include "chiso-stats.h"

/* What the candidates of one choice have in common. */
typedef struct
{
  const ChisoIndicator *indicator;
  ChisoMeasure measure;
} ChisoPick;

/* Whether two periods are the same time for the indicator: a stock is dated by its last day. */
gboolean chiso_stats_same_time (const ChisoIndicator *indicator, const ChisoPeriod *a,
                                const ChisoPeriod *b);
int chiso_stats_compare_time (const ChisoIndicator *indicator, const ChisoPeriod *a,
                              const ChisoPeriod *b);
/* Whether both records come from one document, page or, of pages without an address, title. */
gboolean chiso_stats_same_source (const ChisoRecord *a, const ChisoRecord *b);

/* One point a period out of candidates (const ChisoRecord*, of one place and of pick's measure), in
 * time order; where parts bound nothing the point's value is NAN. Sorts candidates. */
GArray *chiso_stats_pick (const ChisoPick *pick, GPtrArray *candidates);
/* One record a source among candidates of the point's period that contradicts it. */
GPtrArray *chiso_stats_pick_conflicts (const ChisoPick *pick, GPtrArray *candidates,
                                       const ChisoPoint *point);
