/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of what several periods or several sources say of one place and indicator. Which figure
 * counts for a period, and which contradict it, is for the statistics to say. */

#include "chiso-audit-private.h"
#include "chiso-stats-private.h"

#include <math.h>

static ChisoRange
expected_range (const ChisoAuditGroup *group, ChisoMeasure measure, const ChisoRecord *later,
                const ChisoRecord *earlier)
{
  ChisoRange a = chiso_range_of (later, group->indicator);
  ChisoRange b = chiso_range_of (earlier, group->indicator);

  return measure == CHISO_MEASURE_RATIO ? chiso_range_divide (a, b) : chiso_range_subtract (a, b);
}

/* A share that "rose by 5 %" may have risen by 5 points or by a twentieth. */
static gboolean
is_relative (const ChisoAuditGroup *group, const ChisoRecord *change, const ChisoRecord *later,
             const ChisoRecord *earlier)
{
  ChisoRange ratio;

  if (change->observation->measure != CHISO_MEASURE_DELTA
      || g_strcmp0 (group->indicator->unit_en, "%") != 0)
    return FALSE;
  ratio = expected_range (group, CHISO_MEASURE_RATIO, later, earlier);
  return chiso_range_meets (chiso_range_of (change, group->indicator),
                            (ChisoRange){ (ratio.low - 1) * 100, (ratio.high - 1) * 100 });
}

static void
judge_change (const ChisoAuditGroup *group, const ChisoRecord *change, GPtrArray *findings)
{
  const ChisoObservation *observation = change->observation;
  const ChisoRecord *later = chiso_stats_level_at (group->levels, group->points, group->indicator,
                                                   change, &observation->period);
  const ChisoRecord *earlier = chiso_stats_level_at (group->levels, group->points, group->indicator,
                                                     change, &observation->base);
  gboolean own;
  double a, b;

  if (later == NULL || earlier == NULL || later == earlier)
    return;
  a = later->observation->value;
  b = earlier->observation->value;
  if (a < 0 || b <= 0
      || chiso_range_meets (chiso_range_of (change, group->indicator),
                            expected_range (group, observation->measure, later, earlier))
      || is_relative (group, change, later, earlier))
    return;
  own = chiso_stats_same_source (change, later) && chiso_stats_same_source (change, earlier);
  chiso_audit_add (findings, CHISO_FINDING_GROWTH,
                   own ? CHISO_SEVERITY_ERROR : CHISO_SEVERITY_WARNING, observation->value,
                   observation->measure == CHISO_MEASURE_RATIO ? a / b : a - b, change, later,
                   earlier, NULL);
}

void
chiso_audit_growth (const ChisoAuditGroup *group, GPtrArray *findings)
{
  for (guint i = 0; i < group->records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (group->records, i);
      const ChisoObservation *observation = record->observation;

      if (observation->measure != CHISO_MEASURE_LEVEL && chiso_period_is_set (&observation->base)
          && !observation->period.open_end && !observation->base.open_end)
        judge_change (group, record, findings);
    }
}

/* Communes merge, and then there are fewer to count. */
static gboolean
whole_changed (const ChisoRecord *later, const ChisoRecord *earlier)
{
  double a = later->observation->denominator, b = earlier->observation->denominator;

  return isfinite (a) && isfinite (b) && a != b;
}

void
chiso_audit_falls (const ChisoAuditGroup *group, GPtrArray *findings)
{
  const ChisoRecord *earlier = NULL;

  if (!group->indicator->stock || group->indicator->kind != CHISO_KIND_COUNT
      || group->indicator->aggregate != CHISO_AGGREGATE_SUM)
    return;
  for (guint i = 0; i < group->points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (group->points, ChisoPoint, i);
      const ChisoRecord *later = point->record;

      if (point->n_parts > 0 || point->period.open_end)
        continue;
      if (earlier != NULL
          && !chiso_stats_is_across_mergers (group->indicator, &earlier->observation->period,
                                             &later->observation->period)
          && chiso_range_of (later, group->indicator).high
                 < chiso_range_of (earlier, group->indicator).low)
        chiso_audit_add (
            findings, CHISO_FINDING_FALL,
            whole_changed (later, earlier) ? CHISO_SEVERITY_NOTE : CHISO_SEVERITY_WARNING,
            later->observation->value, earlier->observation->value, later, earlier, NULL);
      earlier = later;
    }
}

/* The rejected ones that would be against the point, behind those that are. */
static void
add_rejected (const ChisoAuditGroup *group, const ChisoPoint *point, GPtrArray *others)
{
  for (guint i = 0; i < group->rejected->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (group->rejected, i);

      if (record->observation->confidence >= CHISO_CONFIDENCE_ASSERTED
          && chiso_stats_is_against (group->indicator, point, record))
        g_ptr_array_add (others, (gpointer) record);
    }
}

static void
add_conflicts (const ChisoAuditGroup *group, const ChisoPoint *point, GPtrArray *findings)
{
  g_autoptr (GPtrArray)
      others = chiso_stats_conflicts (group->records, group->indicator, group->boundary, point);
  gboolean decided = others->len == 0 || point->record->decision.kind == CHISO_DECISION_CHOOSE;
  ChisoFinding *finding;

  add_rejected (group, point, others);
  if (others->len == 0)
    return;
  finding = chiso_audit_add (
      findings, CHISO_FINDING_CONFLICT, decided ? CHISO_SEVERITY_NOTE : CHISO_SEVERITY_WARNING,
      point->record->observation->value, ((ChisoRecord *) others->pdata[0])->observation->value,
      point->record, NULL);
  finding->decided = decided;
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (finding->records, others->pdata[i]);
}

void
chiso_audit_conflicts (const ChisoAuditGroup *group, GPtrArray *findings)
{
  g_autoptr (GArray) changes = chiso_stats_year_on_year (group->records, group->indicator,
                                                         group->place, group->boundary);

  for (guint i = 0; i < group->points->len; i++)
    add_conflicts (group, &g_array_index (group->points, ChisoPoint, i), findings);
  /* A change that was computed from levels has their conflicts, which are told above. */
  for (guint i = 0; i < changes->len; i++)
    {
      const ChisoPoint *change = &g_array_index (changes, ChisoPoint, i);

      if (change->record->observation->measure != CHISO_MEASURE_LEVEL)
        add_conflicts (group, change, findings);
    }
}
