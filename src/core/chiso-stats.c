/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series of levels and of changes year on year, out of records. Which of several sources counts is
 * decided in chiso-stats-pick.c; what may be compared with what is decided here. */

#include "chiso-stats.h"

#include "chiso-stats-private.h"

#include <math.h>
#include <string.h>

/* All that is known of one place and indicator, sorted out by measure. */
typedef struct
{
  const ChisoIndicator *indicator;
  GPtrArray *level_records; /* const ChisoRecord*, borrowed */
  GArray *levels;           /* ChisoPoint */
  GArray *ratios;           /* ChisoPoint, to the year before */
  GArray *deltas;           /* ChisoPoint, from the year before */
} Known;

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->level_records, g_ptr_array_unref);
  g_clear_pointer (&known->levels, g_array_unref);
  g_clear_pointer (&known->ratios, g_array_unref);
  g_clear_pointer (&known->deltas, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

gboolean
chiso_stats_in_points (const ChisoIndicator *indicator)
{
  return g_strcmp0 (indicator->unit_en, "%") == 0;
}

gboolean
chiso_stats_is_across_mergers (const ChisoIndicator *indicator, const ChisoPeriod *a,
                               const ChisoPeriod *b)
{
  g_return_val_if_fail (indicator != NULL && a != NULL && b != NULL, FALSE);

  return indicator->counts_units
         && chiso_period_is_after_mergers (a) != chiso_period_is_after_mergers (b);
}

static gboolean
is_one_year_before (const ChisoIndicator *indicator, const ChisoPeriod *base,
                    const ChisoPeriod *period)
{
  ChisoPeriod before;

  if (!chiso_period_is_set (base) || base->open_end || period->open_end)
    return FALSE;
  before = chiso_period_shift_years (period, -1);
  return chiso_stats_same_time (indicator, base, &before);
}

static gboolean
is_of (const ChisoRecord *record, const ChisoIndicator *indicator, const char *place,
       ChisoBoundary boundary)
{
  const ChisoObservation *observation = record->observation;

  return g_strcmp0 (observation->indicator, indicator->id) == 0
         && g_strcmp0 (observation->place, place) == 0
         && (boundary == 0 || observation->boundary == boundary || strcmp (place, "VN") == 0)
         && isfinite (observation->value) && chiso_period_is_set (&observation->period);
}

/* The records of one measure; of changes only those from one year to the next. */
static GPtrArray *
collect (GPtrArray *records, const ChisoIndicator *indicator, const char *place,
         ChisoBoundary boundary, ChisoMeasure measure)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      const ChisoObservation *observation = record->observation;

      if (observation->measure == measure && is_of (record, indicator, place, boundary)
          && (measure == CHISO_MEASURE_LEVEL
              || is_one_year_before (indicator, &observation->base, &observation->period))
          && (measure != CHISO_MEASURE_RATIO || observation->value > 0))
        g_ptr_array_add (found, (gpointer) record);
    }
  return found;
}

static GArray *
pick (const ChisoIndicator *indicator, ChisoMeasure measure, GPtrArray *candidates)
{
  ChisoPick choice = { indicator, measure };

  return chiso_stats_pick (&choice, candidates);
}

static void
know (Known *known, GPtrArray *records, const ChisoIndicator *indicator, const char *place,
      ChisoBoundary boundary)
{
  g_autoptr (GPtrArray) ratios = collect (records, indicator, place, boundary, CHISO_MEASURE_RATIO);
  g_autoptr (GPtrArray) deltas = collect (records, indicator, place, boundary, CHISO_MEASURE_DELTA);

  known->indicator = indicator;
  known->level_records = collect (records, indicator, place, boundary, CHISO_MEASURE_LEVEL);
  known->levels = pick (indicator, CHISO_MEASURE_LEVEL, known->level_records);
  known->ratios = pick (indicator, CHISO_MEASURE_RATIO, ratios);
  known->deltas = pick (indicator, CHISO_MEASURE_DELTA, deltas);
}

const ChisoPoint *
chiso_stats_find (const ChisoIndicator *indicator, GArray *points, const ChisoPeriod *period)
{
  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (chiso_stats_same_time (indicator, &point->period, period))
        return point;
    }
  return NULL;
}

const ChisoPoint *
chiso_stats_find_whole (const ChisoIndicator *indicator, GArray *points, const ChisoPeriod *period)
{
  const ChisoPoint *point = chiso_stats_find (indicator, points, period);

  return point != NULL && point->n_parts == 0 && !isnan (point->value) ? point : NULL;
}

/* The level that a source itself gives for the period, if it gives one. */
static const ChisoRecord *
own_level (GPtrArray *levels, const ChisoIndicator *indicator, const ChisoRecord *source,
           const ChisoPeriod *period)
{
  const ChisoRecord *found = NULL;

  for (guint i = 0; i < levels->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (levels, i);

      if (record->decision.kind == CHISO_DECISION_REJECT
          || !chiso_stats_same_source (record, source)
          || !chiso_stats_same_time (indicator, &record->observation->period, period))
        continue;
      if (found != NULL && found->observation->value != record->observation->value)
        return NULL;
      found = record;
    }
  return found;
}

const ChisoRecord *
chiso_stats_level_at (GPtrArray *levels, GArray *points, const ChisoIndicator *indicator,
                      const ChisoRecord *source, const ChisoPeriod *period)
{
  const ChisoRecord *own = own_level (levels, indicator, source, period);
  const ChisoPoint *level;

  if (own != NULL)
    return own;
  level = chiso_stats_find_whole (indicator, points, period);
  return level != NULL ? level->record : NULL;
}

/* The level beside a stated change. */
static const ChisoRecord *
level_beside (const Known *known, const ChisoPoint *change)
{
  return chiso_stats_level_at (known->level_records, known->levels, known->indicator,
                               change->record, &change->period);
}

/* "Down by more than 30 %" and "at more than 70 % of" are the same ratio with opposite meanings of
 * "more". */
static ChisoQualifier
qualifier_of_change (ChisoQualifier qualifier, double change)
{
  if (change < 0 && qualifier != CHISO_QUALIFIER_EXACT)
    return CHISO_QUALIFIER_ABOUT;
  return qualifier;
}

static gboolean
from_ratio (const Known *known, const ChisoPoint *ratio, ChisoPoint *change)
{
  const ChisoRecord *level;

  *change = *ratio;
  change->value = (ratio->value - 1) * 100;
  if (chiso_stats_in_points (known->indicator))
    {
      level = level_beside (known, ratio);
      if (level == NULL)
        return FALSE;
      change->value = level->observation->value * (1 - 1 / ratio->value);
      change->earlier = level;
      change->computed = TRUE;
      if (level->observation->qualifier != CHISO_QUALIFIER_EXACT)
        change->qualifier = CHISO_QUALIFIER_ABOUT;
    }
  change->qualifier = qualifier_of_change (change->qualifier, change->value);
  return TRUE;
}

static gboolean
from_delta (const Known *known, const ChisoPoint *delta, ChisoPoint *change)
{
  const ChisoRecord *level;
  ChisoPeriod before = chiso_period_shift_years (&delta->period, -1);
  double base;

  *change = *delta;
  if (!chiso_stats_in_points (known->indicator))
    {
      level = level_beside (known, delta);
      if (level != NULL)
        base = level->observation->value - delta->value;
      else
        {
          const ChisoPoint *earlier = chiso_stats_find_whole (known->indicator, known->levels,
                                                              &before);

          if (earlier == NULL)
            return FALSE;
          level = earlier->record;
          base = earlier->value;
        }
      if (base <= 0)
        return FALSE;
      change->value = delta->value / base * 100;
      change->earlier = level;
      change->computed = TRUE;
      if (level->observation->qualifier != CHISO_QUALIFIER_EXACT)
        change->qualifier = CHISO_QUALIFIER_ABOUT;
    }
  change->qualifier = qualifier_of_change (change->qualifier, change->value);
  return TRUE;
}

gboolean
chiso_stats_quotient (ChisoQualifier later, ChisoQualifier earlier, ChisoQualifier *qualifier)
{
  static const ChisoQualifier turned[] = {
    [CHISO_QUALIFIER_EXACT] = CHISO_QUALIFIER_EXACT,
    [CHISO_QUALIFIER_AT_LEAST] = CHISO_QUALIFIER_AT_MOST,
    [CHISO_QUALIFIER_ABOUT] = CHISO_QUALIFIER_ABOUT,
    [CHISO_QUALIFIER_AT_MOST] = CHISO_QUALIFIER_AT_LEAST,
  };
  ChisoQualifier other = turned[earlier];

  if (later != CHISO_QUALIFIER_EXACT && other != CHISO_QUALIFIER_EXACT && later != other)
    return FALSE;
  *qualifier = later != CHISO_QUALIFIER_EXACT ? later : other;
  return TRUE;
}

gboolean
chiso_stats_change (const ChisoIndicator *indicator, GArray *levels, const ChisoPeriod *base,
                    const ChisoPoint *later, ChisoPoint *change)
{
  const ChisoPoint *earlier;

  if (later->period.open_end || later->n_parts != 0 || isnan (later->value))
    return FALSE;
  earlier = chiso_stats_find_whole (indicator, levels, base);
  if (earlier == NULL || (!chiso_stats_in_points (indicator) && earlier->value <= 0)
      || chiso_stats_is_across_mergers (indicator, &earlier->period, &later->period))
    return FALSE;
  *change = *later;
  change->earlier = earlier->record;
  change->divisor = earlier->value;
  change->computed = TRUE;
  change->n_others += earlier->n_others;
  change->n_conflicts += earlier->n_conflicts;
  change->value = chiso_stats_in_points (indicator) ? later->value - earlier->value
                                                    : (later->value / earlier->value - 1) * 100;
  if (!chiso_stats_quotient (later->qualifier, earlier->qualifier, &change->qualifier))
    return FALSE;
  /* "At least -5 %" may be a rise: whoever reads it would take it for a fall. */
  return change->value > 0 || change->qualifier == CHISO_QUALIFIER_EXACT
         || change->qualifier == CHISO_QUALIFIER_ABOUT;
}

static gboolean
from_levels (const Known *known, const ChisoPoint *later, ChisoPoint *change)
{
  ChisoPeriod before = chiso_period_shift_years (&later->period, -1);

  return chiso_stats_change (known->indicator, known->levels, &before, later, change);
}

int
chiso_stats_compare_points (gconstpointer left, gconstpointer right)
{
  const ChisoPoint *a = left, *b = right;

  return chiso_period_compare (&a->period, &b->period);
}

/* A way to a change from a point of ratios, deltas or levels. */
typedef gboolean (*ChangeFunc) (const Known *known, const ChisoPoint *from, ChisoPoint *change);

/* Adds the changes of points for periods that have none yet. */
static void
add_changes (const Known *known, GArray *points, ChangeFunc make, GArray *changes)
{
  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *from = &g_array_index (points, ChisoPoint, i);
      ChisoPoint change;

      if (!isnan (from->value)
          && chiso_stats_find (known->indicator, changes, &from->period) == NULL
          && make (known, from, &change))
        g_array_append_val (changes, change);
    }
}

static GArray *
changes_of (const Known *known)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (ChisoPoint));

  add_changes (known, known->ratios, from_ratio, changes);
  add_changes (known, known->deltas, from_delta, changes);
  add_changes (known, known->levels, from_levels, changes);
  g_array_sort (changes, chiso_stats_compare_points);
  return changes;
}

GArray *
chiso_stats_levels (GPtrArray *records, const ChisoIndicator *indicator, const char *place,
                    ChisoBoundary boundary)
{
  g_auto (Known) known = { 0 };
  GArray *levels;

  g_return_val_if_fail (records != NULL && indicator != NULL && place != NULL, NULL);

  know (&known, records, indicator, place, boundary);
  levels = g_steal_pointer (&known.levels);
  for (guint i = levels->len; i > 0; i--)
    if (isnan (g_array_index (levels, ChisoPoint, i - 1).value))
      g_array_remove_index (levels, i - 1);
  return levels;
}

GArray *
chiso_stats_year_on_year (GPtrArray *records, const ChisoIndicator *indicator, const char *place,
                          ChisoBoundary boundary)
{
  g_auto (Known) known = { 0 };

  g_return_val_if_fail (records != NULL && indicator != NULL && place != NULL, NULL);

  know (&known, records, indicator, place, boundary);
  return changes_of (&known);
}

static void
add_undecided (const Known *known, GArray *points, GArray *decided, GArray *undecided)
{
  for (guint i = 0; i < points->len; i++)
    {
      const ChisoPoint *point = &g_array_index (points, ChisoPoint, i);

      if (isnan (point->value)
          && (decided == NULL
              || chiso_stats_find (known->indicator, decided, &point->period) == NULL)
          && chiso_stats_find (known->indicator, undecided, &point->period) == NULL)
        g_array_append_val (undecided, *point);
    }
}

GArray *
chiso_stats_undecided (GPtrArray *records, const ChisoIndicator *indicator, const char *place,
                       ChisoBoundary boundary, gboolean changes)
{
  g_auto (Known) known = { 0 };
  GArray *undecided = g_array_new (FALSE, FALSE, sizeof (ChisoPoint));

  g_return_val_if_fail (records != NULL && indicator != NULL && place != NULL, undecided);

  know (&known, records, indicator, place, boundary);
  if (changes)
    {
      g_autoptr (GArray) decided = changes_of (&known);

      add_undecided (&known, known.ratios, decided, undecided);
      add_undecided (&known, known.deltas, decided, undecided);
      g_array_sort (undecided, chiso_stats_compare_points);
    }
  else
    add_undecided (&known, known.levels, NULL, undecided);
  return undecided;
}

static int
compare_values_descending (gconstpointer left, gconstpointer right)
{
  double a = (*(ChisoRecord *const *) left)->observation->value;
  double b = (*(ChisoRecord *const *) right)->observation->value;

  return a > b ? -1 : a < b;
}

GPtrArray *
chiso_stats_parts (GPtrArray *records, const ChisoPoint *point)
{
  GPtrArray *parts = g_ptr_array_new ();
  const ChisoObservation *one;

  g_return_val_if_fail (records != NULL && point != NULL, parts);

  one = point->record->observation;
  for (guint i = 0; i < records->len && point->n_parts != 0; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      const ChisoObservation *other = record->observation;

      if (other->measure == one->measure && strcmp (other->indicator, one->indicator) == 0
          && strcmp (other->place, one->place) == 0 && other->boundary == one->boundary
          && chiso_period_equal (&other->period, &one->period) && isfinite (other->value)
          && record->decision.kind != CHISO_DECISION_REJECT
          && chiso_stats_same_source (record, point->record))
        g_ptr_array_add (parts, (gpointer) record);
    }
  g_ptr_array_sort (parts, compare_values_descending);
  return parts;
}

GPtrArray *
chiso_stats_conflicts (GPtrArray *records, const ChisoIndicator *indicator, ChisoBoundary boundary,
                       const ChisoPoint *point)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const ChisoObservation *one;
  ChisoPick choice;

  g_return_val_if_fail (records != NULL && indicator != NULL && point != NULL, NULL);

  one = point->record->observation;
  choice = (ChisoPick){ indicator, one->measure };
  candidates = collect (records, indicator, one->place, boundary, one->measure);
  return chiso_stats_pick_conflicts (&choice, candidates, point);
}
