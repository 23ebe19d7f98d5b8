/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of the 34 provinces out of those of the 63. Adds up only what every predecessor gave for
 * the very same time, and says of every other period why there is no sum. */

#include "chiso-measures-private.h"

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
                   const ChisoProvinceFacts *facts, const ChisoIndicator *indicator,
                   const char *place)
{
  self->indicator = indicator;
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < chiso_geo_n_provinces (geo, CHISO_BOUNDARY_63); i++)
    {
      const ChisoProvince *old = chiso_geo_province (geo, CHISO_BOUNDARY_63, i);

      GArray *levels;

      if (strcmp (old->successor, place) != 0)
        continue;
      levels = chiso_stats_levels (records, indicator, old->code, CHISO_BOUNDARY_63);
      chiso_measures_add_units (records, facts, indicator, old->code, CHISO_BOUNDARY_63, levels,
                                NULL);
      g_ptr_array_add (self->series, levels);
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

void
chiso_sum_add (ChisoSum *self, const ChisoPoint *level, ChisoPoint *sum)
{
  const ChisoObservation *observation = level->record->observation;
  gboolean of_units = level->n_units > 0;

  if (sum->record == NULL)
    sum->record = level->record;
  /* Of dates of one day the coarser is what all of them say. */
  if (chiso_period_n_days (&level->period) > chiso_period_n_days (&sum->period))
    sum->period = level->period;
  self->inexact |= !add_qualifier (level->qualifier, &sum->qualifier);
  self->total += level->value;
  self->numerator += of_units ? level->value * level->divisor / 100 : observation->numerator;
  self->denominator += of_units ? level->divisor : observation->denominator;
  sum->of_units |= level->of_units;
  sum->n_others += level->n_others;
  sum->n_conflicts += level->n_conflicts;
}

gboolean
chiso_sum_finish (const ChisoSum *self, ChisoPoint *sum, ChisoGapReason *reason)
{
  gboolean share = self->indicator->aggregate == CHISO_AGGREGATE_RATIO_OF_SUMS;

  *reason = self->inexact ? CHISO_GAP_INEXACT : CHISO_GAP_NO_FRACTION;
  sum->value = share ? 100 * self->numerator / self->denominator : self->total;
  sum->divisor = share ? self->denominator : 0;
  return !self->inexact && isfinite (sum->value);
}

/* The sum of all predecessors at period into *sum, or the reason why there is none into *gap. */
static gboolean
add_up (const Predecessors *self, const ChisoPeriod *period, ChisoPoint *sum, ChisoGap *gap)
{
  ChisoSum total = { .indicator = self->indicator };

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
    chiso_sum_add (&total, level_at (self, i, period), sum);
  return chiso_sum_finish (&total, sum, &gap->reason);
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
chiso_measures_merged (GPtrArray *records, ChisoGeo *geo, const ChisoProvinceFacts *facts,
                       const ChisoIndicator *indicator, const char *place, GArray *gaps)
{
  g_auto (Predecessors) predecessors = { 0 };
  g_autoptr (GArray) unseen = NULL;
  GArray *points;

  g_return_val_if_fail (records != NULL && geo != NULL, NULL);
  g_return_val_if_fail (indicator != NULL && place != NULL, NULL);

  if (gaps == NULL)
    gaps = unseen = g_array_new (FALSE, FALSE, sizeof (ChisoGap));
  points = chiso_stats_levels (records, indicator, place, CHISO_BOUNDARY_34);
  chiso_measures_add_units (records, facts, indicator, place, CHISO_BOUNDARY_34, points, gaps);
  predecessors_init (&predecessors, records, geo, facts, indicator, place);
  if (predecessors.series->len == 1)
    add_alone (&predecessors, points);
  else
    merge (&predecessors, points, gaps);
  g_array_sort (points, chiso_stats_compare_points);
  return points;
}

/* The record of a level, or those that it adds up. */
static void
add_records (GPtrArray *records, const ChisoIndicator *indicator, const ChisoPoint *level,
             GPtrArray *addends)
{
  if (level->n_units > 0)
    g_ptr_array_extend_and_steal (addends, chiso_measures_unit_records (records, indicator, level));
  else
    g_ptr_array_add (addends, (gpointer) level->record);
}

GPtrArray *
chiso_measures_addends (GPtrArray *records, ChisoGeo *geo, const ChisoProvinceFacts *facts,
                        const ChisoIndicator *indicator, const char *place, const ChisoPoint *point)
{
  g_auto (Predecessors) predecessors = { 0 };
  GPtrArray *addends = g_ptr_array_new ();

  g_return_val_if_fail (records != NULL && geo != NULL && point != NULL, addends);

  if (point->n_merged == 0)
    {
      add_records (records, indicator, point, addends);
      return addends;
    }
  predecessors_init (&predecessors, records, geo, facts, indicator, place);
  for (guint i = 0; i < predecessors.series->len; i++)
    {
      const ChisoPoint *level = level_at (&predecessors, i, &point->period);

      if (level != NULL)
        add_records (records, indicator, level, addends);
    }
  return addends;
}
