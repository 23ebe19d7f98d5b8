/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the measures: adding levels up, and levels out of those of smaller units. */

#pragma once

#include "chiso-measures.h"

/* A sum in the making: {0} with its indicator, the levels one by one, then what it comes to. */
typedef struct
{
  const ChisoIndicator *indicator;
  double total, numerator, denominator;
  gboolean inexact; /* nothing is known of a sum of "at least" and "at most" */
} ChisoSum;

/* Adds level; sum (computed, of the period that is added up) takes its record where it is the first, its
 * qualifier, sources and, of dates of one day, the coarser. */
void chiso_sum_add (ChisoSum *self, const ChisoPoint *level, ChisoPoint *sum);
/* Sets sum's value, of a share numerators over denominators. FALSE, with the reason, where there is none. */
gboolean chiso_sum_finish (const ChisoSum *self, ChisoPoint *sum, ChisoGapReason *reason);

/* Adds to points, levels of place, the sums of its districts or communes for periods without a level,
 * and to gaps why there is none: see chiso_measures_series(). facts NULL: nothing. Sorts points. */
void chiso_measures_add_units (GPtrArray *records, const ChisoProvinceFacts *facts,
                               const ChisoIndicator *indicator, const char *place,
                               ChisoBoundary boundary, GArray *points, GArray *gaps);
/* The records that a point with n_units adds up, by place. GPtrArray of const ChisoRecord*, borrowed. */
GPtrArray *chiso_measures_unit_records (GPtrArray *records, const ChisoIndicator *indicator,
                                        const ChisoPoint *point);
