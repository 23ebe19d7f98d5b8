/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of the 34 provinces out of those of the 63. Adds up only what every predecessor gave for
 * the very same time, and says of every other period why there is no sum. */

#include "chiso-measures.h"

#include "chiso-stats-private.h"

#include <math.h>
#include <string.h>

/* The levels of the provinces that one became. */
typedef struct
{
  const ChisoIndicator *indicator;
  GPtrArray *series; /* of GArray of ChisoPoint, in code order */
} Predecessors;

static void
predecessors_clear (Predecessors *self)
{
  g_clear_pointer (&self->series, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Predecessors, predecessors_clear)

static void
predecessors_init (Predecessors *self, GPtrArray *records, ChisoGeo *geo,
                   const ChisoIndicator *indicator, const char *place)
{
  self->indicator = indicator;
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < chiso_geo_n_provinces (geo, CHISO_BOUNDARY_63); i++)
    {
      const ChisoProvince *old = chiso_geo_province (geo, CHISO_BOUNDARY_63, i);

      if (strcmp (old->successor, place) == 0)
        g_ptr_array_add (self->series,
                         chiso_stats_levels (records, indicator, old->code, CHISO_BOUNDARY_63));
    }
}

static const ChisoPoint *
level_at (const Predecessors *self, guint i, const ChisoPeriod *period)
{
  return chiso_stats_find_whole (self->indicator, g_ptr_array_index (self->series, i), period);
}

/* What is known of a sum when each addend is known so far; FALSE when nothing is. */
static gboolean
add_qualifier (ChisoQualifier one, ChisoQualifier *sum)
{
  if (one != CHISO_QUALIFIER_EXACT && *sum != CHISO_QUALIFIER_EXACT && one != *sum)
    return FALSE;
  if (one != CHISO_QUALIFIER_EXACT)
    *sum = one;
  return TRUE;
}

/* The sum of all predecessors at period into *sum, or the reason why there is none into *gap. */
static gboolean
add_up (const Predecessors *self, const ChisoPeriod *period, ChisoPoint *sum, ChisoGap *gap)
{
  gboolean share = self->indicator->aggregate == CHISO_AGGREGATE_RATIO_OF_SUMS;
  double total = 0, numerator = 0, denominator = 0;

  *gap = (ChisoGap){ .period = *period,
                     .reason = CHISO_GAP_PREDECESSORS,
                     .n_needed = self->series->len };
  *sum = (ChisoPoint){ .period = *period, .computed = TRUE, .n_merged = self->series->len };
  for (guint i = 0; i < self->series->len; i++)
    gap->n_reported += level_at (self, i, period) != NULL;
  if (gap->n_reported < gap->n_needed)
    return FALSE;
  *gap = (ChisoGap){ .period = *period };
  for (guint i = 0; i < self->series->len; i++)
    {
      const ChisoPoint *level = level_at (self, i, period);
      const ChisoObservation *observation = level->record->observation;

      if (i == 0)
        sum->record = level->record;
      /* Of dates of one day the coarser is what all of them say. */
      if (chiso_period_n_days (&level->period) > chiso_period_n_days (&sum->period))
        sum->period = level->period;
      if (!add_qualifier (level->qualifier, &sum->qualifier))
        gap->reason = CHISO_GAP_INEXACT;
      total += level->value;
      numerator += observation->numerator;
      denominator += observation->denominator;
      sum->n_others += level->n_others;
      sum->n_conflicts += level->n_conflicts;
      if (gap->reason == CHISO_GAP_INEXACT)
        return FALSE;
    }
  gap->reason = CHISO_GAP_NO_FRACTION;
  sum->value = share ? 100 * numerator / denominator : total;
  sum->divisor = share ? denominator : 0;
  return isfinite (sum->value);
}

static gboolean
is_gap (const ChisoIndicator *indicator, GArray *gaps, guint from, const ChisoPeriod *period)
{
  for (guint i = from; i < gaps->len; i++)
    if (chiso_stats_same_time (indicator, &g_array_index (gaps, ChisoGap, i).period, period))
      return TRUE;
  return FALSE;
}

static void
merge (const Predecessors *self, GArray *points, GArray *gaps)
{
  guint first_gap = gaps->len;

  for (guint i = 0; i < self->series->len; i++)
    {
      GArray *levels = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < levels->len; j++)
        {
          const ChisoPoint *level = &g_array_index (levels, ChisoPoint, j);
          ChisoPoint sum;
          ChisoGap gap;

          if (chiso_stats_find (self->indicator, points, &level->period) != NULL
              || is_gap (self->indicator, gaps, first_gap, &level->period))
            continue;
          if (self->indicator->aggregate == CHISO_AGGREGATE_NONE)
            {
              gap = (ChisoGap){ .period = level->period, .reason = CHISO_GAP_NOT_ADDITIVE };
              g_array_append_val (gaps, gap);
            }
          else if (add_up (self, &level->period, &sum, &gap))
            g_array_append_val (points, sum);
          else
            g_array_append_val (gaps, gap);
        }
    }
}

static void
add_alone (const Predecessors *self, GArray *points)
{
  GArray *levels = g_ptr_array_index (self->series, 0);

  for (guint i = 0; i < levels->len; i++)
    {
      const ChisoPoint *level = &g_array_index (levels, ChisoPoint, i);

      if (chiso_stats_find (self->indicator, points, &level->period) == NULL)
        g_array_append_val (points, *level);
    }
}

GArray *
chiso_measures_merged (GPtrArray *records, ChisoGeo *geo, const ChisoIndicator *indicator,
                       const char *place, GArray *gaps)
{
  g_auto (Predecessors) predecessors = { 0 };
  g_autoptr (GArray) unseen = NULL;
  GArray *points;

  g_return_val_if_fail (records != NULL && geo != NULL, NULL);
  g_return_val_if_fail (indicator != NULL && place != NULL, NULL);

  if (gaps == NULL)
    gaps = unseen = g_array_new (FALSE, FALSE, sizeof (ChisoGap));
  points = chiso_stats_levels (records, indicator, place, CHISO_BOUNDARY_34);
  predecessors_init (&predecessors, records, geo, indicator, place);
  if (predecessors.series->len == 1)
    add_alone (&predecessors, points);
  else
    merge (&predecessors, points, gaps);
  g_array_sort (points, chiso_stats_compare_points);
  return points;
}

GPtrArray *
chiso_measures_merged_records (GPtrArray *records, ChisoGeo *geo, const ChisoIndicator *indicator,
                               const char *place, const ChisoPoint *point)
{
  g_auto (Predecessors) predecessors = { 0 };
  GPtrArray *merged = g_ptr_array_new ();

  g_return_val_if_fail (records != NULL && geo != NULL && point != NULL, merged);

  if (point->n_merged == 0)
    {
      g_ptr_array_add (merged, (gpointer) point->record);
      return merged;
    }
  predecessors_init (&predecessors, records, geo, indicator, place);
  for (guint i = 0; i < predecessors.series->len; i++)
    {
      const ChisoPoint *level = level_at (&predecessors, i, &point->period);

      if (level != NULL)
        g_ptr_array_add (merged, (gpointer) level->record);
    }
  return merged;
}
