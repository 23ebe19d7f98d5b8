/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series of what a level is turned into. Which level counts is decided in chiso-stats.c and, for the
 * 34 provinces, in chiso-measures-merge.c. */

#include "chiso-measures-private.h"

#include "chiso-stats-private.h"

#include <math.h>
#include <string.h>

/* One series in the making. */
typedef struct
{
  const ChisoMeasures *spec;
  const ChisoIndicator *indicator;
  const char *place;
  GArray *levels;  /* ChisoPoint of the place */
  GArray *country; /* ChisoPoint of the country; NULL where it is not needed */
} Series;

static void
series_clear (Series *self)
{
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->country, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

/* Each turns a level into *point, or says why it cannot. */
typedef gboolean (*TurnFunc) (const Series *self, const ChisoPoint *level, ChisoPoint *point,
                              ChisoGapReason *reason);

gboolean
chiso_measures_count_alike (const ChisoIndicator *indicator, const ChisoPoint *a,
                            const ChisoPoint *b)
{
  g_return_val_if_fail (indicator != NULL && a != NULL && b != NULL, FALSE);

  return indicator->stock || a->of_units == b->of_units;
}

/* Why there is no change since base where there is none. */
static ChisoGapReason
why_no_change (const Series *self, const ChisoPoint *level, const ChisoPeriod *base)
{
  const ChisoPoint *other = chiso_stats_find_whole (self->indicator, self->levels, base);

  if (other == NULL)
    return CHISO_GAP_NO_BASE;
  if (chiso_stats_is_across_mergers (self->indicator, base, &level->period))
    return CHISO_GAP_MERGERS;
  return chiso_measures_count_alike (self->indicator, level, other) ? CHISO_GAP_NO_BASE
                                                                    : CHISO_GAP_OF_UNITS;
}

static gboolean
turn_year_on_year (const Series *self, const ChisoPoint *level, ChisoPoint *point,
                   ChisoGapReason *reason)
{
  ChisoPeriod base = chiso_period_shift_years (&level->period, -1);

  *reason = why_no_change (self, level, &base);
  return *reason != CHISO_GAP_OF_UNITS
         && chiso_stats_change (self->indicator, self->levels, &base, level, point);
}

/* When the base of a level is: the same part of the base year; of a stock the last date of that year
 * that is known. */
static ChisoPeriod
base_of (const Series *self, const ChisoPoint *level)
{
  int year = self->spec->base_year;

  for (guint i = self->levels->len; i > 0 && self->indicator->stock; i--)
    {
      const ChisoPoint *other = &g_array_index (self->levels, ChisoPoint, i - 1);

      if (!other->period.open_end && chiso_period_last_year (&other->period) == year
          && other->n_parts == 0)
        return other->period;
    }
  return chiso_period_shift_years (&level->period, year - chiso_period_last_year (&level->period));
}

static gboolean
turn_since_base (const Series *self, const ChisoPoint *level, ChisoPoint *point,
                 ChisoGapReason *reason)
{
  ChisoPeriod base = base_of (self, level);

  *reason = why_no_change (self, level, &base);
  return !level->period.open_end && *reason != CHISO_GAP_OF_UNITS
         && chiso_stats_change (self->indicator, self->levels, &base, level, point);
}

/* level in per cent of another one. */
static gboolean
set_quotient (const ChisoPoint *level, const ChisoPoint *other, ChisoPoint *point)
{
  if (other == NULL || other->value <= 0 || level->period.open_end
      || !chiso_stats_quotient (level->qualifier, other->qualifier, &point->qualifier))
    return FALSE;
  point->value = 100 * level->value / other->value;
  point->earlier = other->record;
  point->divisor = other->value;
  point->n_others += other->n_others;
  point->n_conflicts += other->n_conflicts;
  return TRUE;
}

static gboolean
turn_index (const Series *self, const ChisoPoint *level, ChisoPoint *point, ChisoGapReason *reason)
{
  ChisoPeriod base = base_of (self, level);
  const ChisoPoint *other = chiso_stats_find_whole (self->indicator, self->levels, &base);

  *reason = why_no_change (self, level, &base);
  return *reason != CHISO_GAP_MERGERS && *reason != CHISO_GAP_OF_UNITS
         && set_quotient (level, other, point);
}

static gboolean
turn_country_share (const Series *self, const ChisoPoint *level, ChisoPoint *point,
                    ChisoGapReason *reason)
{
  *reason = CHISO_GAP_NO_COUNTRY;
  return set_quotient (
      level, chiso_stats_find_whole (self->indicator, self->country, &level->period), point);
}

static gboolean
set_per_size (const ChisoPoint *level, double size, double unit, int year, ChisoPoint *point,
              ChisoGapReason *reason)
{
  *reason = CHISO_GAP_NO_SIZE;
  point->value = level->value / (size / unit);
  point->divisor = size;
  point->divisor_year = year;
  return size > 0;
}

static ChisoBoundary
sizes_of (const Series *self)
{
  if (self->spec->sizes != 0)
    return self->spec->sizes;
  return self->spec->boundary != 0 ? self->spec->boundary : CHISO_BOUNDARY_63;
}

static gboolean
turn_per_commune (const Series *self, const ChisoPoint *level, ChisoPoint *point,
                  ChisoGapReason *reason)
{
  int used = 0;
  double size = chiso_province_facts_communes (self->spec->facts, sizes_of (self), self->place,
                                               &level->period, &used);

  return set_per_size (level, size, 1, used, point, reason);
}

static gboolean
turn_per_100000 (const Series *self, const ChisoPoint *level, ChisoPoint *point,
                 ChisoGapReason *reason)
{
  int used = 0;
  double size = chiso_province_facts_population (self->spec->facts, sizes_of (self), self->place,
                                                 chiso_period_last_year (&level->period), &used);

  return set_per_size (level, size, 100000, used, point, reason);
}

static const struct
{
  const char *name;
  TurnFunc turn; /* NULL: the level itself */
  gboolean change;
  gboolean additive; /* only for what adds up over places */
} shows[CHISO_N_SHOWS] = {
  [CHISO_SHOW_VALUE] = { "value", NULL, FALSE, FALSE },
  [CHISO_SHOW_YEAR_ON_YEAR] = { "yoy", turn_year_on_year, TRUE, FALSE },
  [CHISO_SHOW_SINCE_BASE] = { "since", turn_since_base, TRUE, FALSE },
  [CHISO_SHOW_INDEX] = { "index", turn_index, FALSE, FALSE },
  [CHISO_SHOW_PER_COMMUNE] = { "per-commune", turn_per_commune, FALSE, TRUE },
  [CHISO_SHOW_PER_100000] = { "per-100000", turn_per_100000, FALSE, TRUE },
  [CHISO_SHOW_COUNTRY_SHARE] = { "country-share", turn_country_share, FALSE, TRUE },
};

const char *
chiso_show_to_string (ChisoShow show)
{
  g_return_val_if_fail (show < CHISO_N_SHOWS, NULL);

  return shows[show].name;
}

gboolean
chiso_show_from_string (const char *text, ChisoShow *show)
{
  for (guint i = 0; i < CHISO_N_SHOWS; i++)
    if (g_strcmp0 (text, shows[i].name) == 0)
      {
        *show = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
chiso_show_applies (ChisoShow show, const ChisoIndicator *indicator)
{
  g_return_val_if_fail (show < CHISO_N_SHOWS && indicator != NULL, FALSE);

  /* A growth rate of a growth rate means nothing. */
  if (show == CHISO_SHOW_INDEX && indicator->kind == CHISO_KIND_RATE
      && chiso_stats_in_points (indicator))
    return FALSE;
  return !shows[show].additive || indicator->aggregate == CHISO_AGGREGATE_SUM;
}

gboolean
chiso_show_is_change (ChisoShow show)
{
  g_return_val_if_fail (show < CHISO_N_SHOWS, FALSE);

  return shows[show].change;
}

static void
turn (const Series *self, const ChisoPoint *level, GArray *points, GArray *gaps)
{
  ChisoPoint point = *level;
  ChisoGapReason reason;

  point.computed = TRUE;
  if (shows[self->spec->show].turn (self, level, &point, &reason))
    g_array_append_val (points, point);
  else if (gaps != NULL)
    {
      ChisoGap gap = { .period = level->period, .reason = reason };

      g_array_append_val (gaps, gap);
    }
}

static gboolean
merges (const ChisoMeasures *self, const char *place)
{
  return self->merge && strcmp (place, "VN") != 0 && strchr (place, '/') == NULL;
}

static GArray *
levels_of (const ChisoMeasures *self, GPtrArray *records, const ChisoIndicator *indicator,
           const char *place, GArray *gaps)
{
  GArray *levels;

  if (merges (self, place))
    return chiso_measures_merged (records, self->geo, self->facts, indicator, place, gaps);
  levels = chiso_stats_levels (records, indicator, place, self->boundary);
  /* A change may be stated all the same. */
  chiso_measures_add_units (records, self->facts, indicator, place, self->boundary, levels,
                            self->show == CHISO_SHOW_YEAR_ON_YEAR ? NULL : gaps);
  return levels;
}

static gboolean
has_units (const GArray *levels)
{
  for (guint i = 0; i < levels->len; i++)
    if (g_array_index (levels, ChisoPoint, i).n_units > 0)
      return TRUE;
  return FALSE;
}

/* Changes that reports state, and those of levels for the other periods, or why there are none. */
static GArray *
year_on_year_of_levels (const Series *self, GPtrArray *records, GArray *gaps)
{
  GArray *changes = chiso_stats_year_on_year (records, self->indicator, self->place,
                                              self->spec->boundary);

  for (guint i = 0; i < self->levels->len; i++)
    {
      const ChisoPoint *level = &g_array_index (self->levels, ChisoPoint, i);

      if (chiso_stats_find (self->indicator, changes, &level->period) == NULL)
        turn (self, level, changes, gaps);
    }
  g_array_sort (changes, chiso_stats_compare_points);
  return changes;
}

GArray *
chiso_measures_series (const ChisoMeasures *self, GPtrArray *records,
                       const ChisoIndicator *indicator, const char *place, GArray *gaps)
{
  g_auto (Series) series = { .spec = self, .indicator = indicator, .place = place };
  GArray *points;

  g_return_val_if_fail (self != NULL && self->show < CHISO_N_SHOWS, NULL);
  g_return_val_if_fail (records != NULL && indicator != NULL && place != NULL, NULL);

  series.levels = levels_of (self, records, indicator, place, gaps);
  if (self->show == CHISO_SHOW_YEAR_ON_YEAR && !merges (self, place) && !indicator->counts_units
      && !has_units (series.levels))
    return chiso_stats_year_on_year (records, indicator, place, self->boundary);
  if (self->show == CHISO_SHOW_VALUE)
    return g_steal_pointer (&series.levels);
  if (self->show == CHISO_SHOW_YEAR_ON_YEAR)
    return year_on_year_of_levels (&series, records, gaps);
  if (self->show == CHISO_SHOW_COUNTRY_SHARE)
    series.country = chiso_stats_levels (records, indicator, "VN", 0);
  points = g_array_new (FALSE, FALSE, sizeof (ChisoPoint));
  for (guint i = 0; i < series.levels->len; i++)
    turn (&series, &g_array_index (series.levels, ChisoPoint, i), points, gaps);
  return points;
}
