/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics over records: pure functions, no store, no clock. Missing is never zero, and unlike
 * periods are never joined. */

#pragma once

#include "chiso-store.h"

G_BEGIN_DECLS

/* One point of a series: a value and the records that prove it. */
typedef struct
{
  ChisoPeriod period;
  double value;
  ChisoQualifier qualifier;
  const ChisoRecord *record;  /* the level, or the stated change */
  const ChisoRecord *earlier; /* for a computed change: the level it was compared with; else NULL */
  gboolean computed;          /* a change computed from two levels, not stated by a report */
  guint n_others;             /* further records that say something for the same place, indicator and period */
} ChisoPoint;

/* Points of one place and indicator in time order; records are borrowed and must outlive it.
 * places and indicator are compared by key; records of other ones are passed over. Where several records fall on
 * one period, the one with a document goes before curated, exact before rounded, later published before earlier, and the
 * rest count in n_others. GArray of ChisoPoint. */
GArray *chiso_stats_levels (GPtrArray *records, const ChisoIndicator *indicator, const char *place, ChisoBoundary boundary);

/* Year on year in per cent (for a % indicator: in points): the stated change with a base one year earlier where a
 * report states one, else computed from two comparable levels; a change over more than a year is left out. */
GArray *chiso_stats_year_on_year (GPtrArray *records, const ChisoIndicator *indicator, const char *place, ChisoBoundary boundary);

G_END_DECLS
