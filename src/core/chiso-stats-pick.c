/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses one figure for each period: first within each source, where several figures are parts,
 * then among the sources. What a person decided goes before both. Adds nothing up. */

#include "chiso-stats-private.h"

#include <math.h>
#include <string.h>

/* What one source says of one period. */
typedef struct
{
  GPtrArray *records; /* const ChisoRecord*, borrowed */
  ChisoPoint point;   /* value NAN where its parts bound nothing */
  gint64 chosen;      /* the decision that chose a record of it; 0: none did */
  guint n_rejected;
  gboolean rejected; /* all of its records were */
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_ptr_array_unref (source->records);
  g_free (source);
}

int
chiso_stats_compare_time (const ChisoIndicator *indicator, const ChisoPeriod *a,
                          const ChisoPeriod *b)
{
  guint32 first, last_a, last_b;

  if (!indicator->stock || a->open_end || b->open_end)
    return chiso_period_compare (a, b);
  chiso_period_days (a, &first, &last_a);
  chiso_period_days (b, &first, &last_b);
  return last_a < last_b ? -1 : last_a > last_b;
}

gboolean
chiso_stats_same_time (const ChisoIndicator *indicator, const ChisoPeriod *a, const ChisoPeriod *b)
{
  return chiso_stats_compare_time (indicator, a, b) == 0;
}

gboolean
chiso_stats_same_source (const ChisoRecord *a, const ChisoRecord *b)
{
  gboolean address_a = a->url != NULL && *a->url != '\0';
  gboolean address_b = b->url != NULL && *b->url != '\0';

  if (a->document_id != 0 || b->document_id != 0)
    return a->document_id == b->document_id;
  if (address_a || address_b)
    return g_strcmp0 (a->url, b->url) == 0;
  return g_strcmp0 (a->source_title, b->source_title) == 0
         && g_strcmp0 (a->publisher, b->publisher) == 0;
}

static void
bounds (double value, ChisoQualifier qualifier, double *low, double *high)
{
  double about = fabs (value) * CHISO_STATS_ABOUT;

  *low = qualifier == CHISO_QUALIFIER_AT_MOST ? -INFINITY
         : qualifier == CHISO_QUALIFIER_ABOUT ? value - about
                                              : value;
  *high = qualifier == CHISO_QUALIFIER_AT_LEAST ? INFINITY
          : qualifier == CHISO_QUALIFIER_ABOUT  ? value + about
                                                : value;
}

void
chiso_point_bounds (const ChisoPoint *point, double *low, double *high)
{
  g_return_if_fail (point != NULL && low != NULL && high != NULL);

  bounds (point->value, point->qualifier, low, high);
}

/* Half of the last decimal that reports write: what two roundings of one figure may differ by. */
static double
rounding (const ChisoPick *pick)
{
  if (pick->measure == CHISO_MEASURE_RATIO)
    return 0.0051;
  return pick->indicator->kind == CHISO_KIND_COUNT ? 1e-9 : 0.051;
}

static gboolean
may_be_the_same (const ChisoPick *pick, double a, ChisoQualifier qualifier_a, double b,
                 ChisoQualifier qualifier_b)
{
  double low_a, high_a, low_b, high_b, tolerance = rounding (pick);

  bounds (a, qualifier_a, &low_a, &high_a);
  bounds (b, qualifier_b, &low_b, &high_b);
  return low_a <= high_b + tolerance && low_b <= high_a + tolerance;
}

/* Whether some exact figure of the source is what record rounds: "over 1,200" beside "1,234". */
static gboolean
is_rounding_of_another (const ChisoPick *pick, GPtrArray *records, const ChisoRecord *record)
{
  const ChisoObservation *rounded = record->observation;

  if (rounded->qualifier == CHISO_QUALIFIER_EXACT)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *other = g_ptr_array_index (records, i);
      double value = other->observation->value;

      if (other->observation->qualifier == CHISO_QUALIFIER_EXACT
          && fabs (value - rounded->value) <= CHISO_STATS_ABOUT * fabs (value)
          && may_be_the_same (pick, rounded->value, rounded->qualifier, value,
                              CHISO_QUALIFIER_EXACT))
        return TRUE;
    }
  return FALSE;
}

/* Shortest period among records: a stock dated to the month says more than one of the year. */
static guint
finest_days (GPtrArray *records)
{
  guint finest = G_MAXUINT;

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);

      finest = MIN (finest, chiso_period_n_days (&record->observation->period));
    }
  return finest;
}

/* The different figures of one source for the period: those of the finest date, without
 * repetitions and roundings of one another. */
static GPtrArray *
different_figures (const ChisoPick *pick, GPtrArray *records)
{
  GPtrArray *different = g_ptr_array_new ();
  guint finest = finest_days (records);

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      gboolean repeated = chiso_period_n_days (&record->observation->period) != finest
                          || is_rounding_of_another (pick, records, record);

      for (guint j = 0; j < different->len && !repeated; j++)
        {
          const ChisoRecord *kept = g_ptr_array_index (different, j);

          repeated = kept->observation->value == record->observation->value
                     && kept->observation->qualifier == record->observation->qualifier;
        }
      if (!repeated)
        g_ptr_array_add (different, (gpointer) record);
    }
  return different;
}

static const ChisoRecord *
largest (GPtrArray *records)
{
  const ChisoRecord *best = g_ptr_array_index (records, 0);

  for (guint i = 1; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);

      if (record->observation->value > best->observation->value)
        best = record;
    }
  return best;
}

/* The record that was chosen last, or NULL. */
static const ChisoRecord *
chosen_one (GPtrArray *records)
{
  const ChisoRecord *chosen = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);

      if (record->decision.kind == CHISO_DECISION_CHOOSE
          && (chosen == NULL || record->decision.id > chosen->decision.id))
        chosen = record;
    }
  return chosen;
}

/* The records that speak for a source: the chosen one alone, else those that were not rejected; all,
 * where nothing is left. */
static GPtrArray *
witnesses (Source *source)
{
  GPtrArray *left = g_ptr_array_new ();
  const ChisoRecord *chosen = chosen_one (source->records);

  source->chosen = chosen != NULL ? chosen->decision.id : 0;
  for (guint i = 0; i < source->records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (source->records, i);

      source->n_rejected += record->decision.kind == CHISO_DECISION_REJECT;
      if (chosen != NULL ? record == chosen : record->decision.kind != CHISO_DECISION_REJECT)
        g_ptr_array_add (left, (gpointer) record);
    }
  source->rejected = left->len == 0;
  if (source->rejected)
    g_ptr_array_extend (left, source->records, NULL, NULL);
  return left;
}

static void
decide (const ChisoPick *pick, Source *source)
{
  g_autoptr (GPtrArray) records = witnesses (source);
  g_autoptr (GPtrArray) different = different_figures (pick, records);
  const ChisoRecord *record = largest (different);
  ChisoPoint *point = &source->point;

  *point = (ChisoPoint){ .period = record->observation->period,
                         .value = record->observation->value,
                         .qualifier = record->observation->qualifier,
                         .record = record };
  if (different->len == 1)
    return;
  point->n_parts = different->len;
  /* "At most" of the largest part says nothing of the whole, and "about" is no lower bound. */
  if (pick->measure == CHISO_MEASURE_LEVEL && pick->indicator->aggregate == CHISO_AGGREGATE_SUM
      && (point->qualifier == CHISO_QUALIFIER_EXACT
          || point->qualifier == CHISO_QUALIFIER_AT_LEAST))
    point->qualifier = CHISO_QUALIFIER_AT_LEAST;
  else
    point->value = NAN;
}

/* Negative when a is the better witness. */
static int
compare_sources (gconstpointer left, gconstpointer right)
{
  const Source *source_a = *(Source *const *) left, *source_b = *(Source *const *) right;
  const ChisoPoint *a = &source_a->point, *b = &source_b->point;
  int order;

  if (source_a->chosen != source_b->chosen)
    return source_a->chosen > source_b->chosen ? -1 : 1;
  if ((order = source_a->rejected - source_b->rejected) != 0)
    return order;
  if ((order = (isnan (a->value) != 0) - (isnan (b->value) != 0)) != 0)
    return order;
  if ((order = (a->n_parts != 0) - (b->n_parts != 0)) != 0)
    return order;
  if ((order = (b->record->document_id != 0) - (a->record->document_id != 0)) != 0)
    return order;
  if ((order = (a->qualifier != CHISO_QUALIFIER_EXACT) - (b->qualifier != CHISO_QUALIFIER_EXACT))
      != 0)
    return order;
  if ((order = (int) chiso_period_n_days (&a->period) - (int) chiso_period_n_days (&b->period))
      != 0)
    return order;
  if ((order = g_strcmp0 (b->record->published, a->record->published)) != 0)
    return order;
  return a->record->id < b->record->id ? -1 : a->record->id > b->record->id;
}

/* The records [from, to) of one period, by source, best witness first. */
static GPtrArray *
sources_of (const ChisoPick *pick, GPtrArray *candidates, guint from, guint to)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (source_free);

  for (guint i = from; i < to; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (candidates, i);
      Source *source = NULL;

      for (guint j = 0; j < sources->len && source == NULL; j++)
        {
          Source *known = g_ptr_array_index (sources, j);

          if (chiso_stats_same_source (g_ptr_array_index (known->records, 0), record))
            source = known;
        }
      if (source == NULL)
        {
          source = g_new0 (Source, 1);
          source->records = g_ptr_array_new ();
          g_ptr_array_add (sources, source);
        }
      g_ptr_array_add (source->records, (gpointer) record);
    }
  for (guint i = 0; i < sources->len; i++)
    decide (pick, g_ptr_array_index (sources, i));
  g_ptr_array_sort (sources, compare_sources);
  return sources;
}

/* What was rejected speaks against nothing. */
static gboolean
contradicts (const ChisoPick *pick, const ChisoPoint *point, const Source *other)
{
  return !other->rejected && !isnan (point->value) && !isnan (other->point.value)
         && !may_be_the_same (pick, point->value, point->qualifier, other->point.value,
                              other->point.qualifier);
}

gboolean
chiso_stats_is_against (const ChisoIndicator *indicator, const ChisoPoint *point,
                        const ChisoRecord *record)
{
  const ChisoObservation *one = point->record->observation, *other = record->observation;
  const ChisoPick pick = { indicator, one->measure };

  return other->measure == one->measure
         && chiso_stats_same_time (indicator, &other->period, &one->period)
         && !chiso_stats_same_source (record, point->record)
         && !may_be_the_same (&pick, one->value, one->qualifier, other->value, other->qualifier);
}

static int
compare_candidates (gconstpointer left, gconstpointer right, gpointer data)
{
  const ChisoRecord *a = *(ChisoRecord *const *) left, *b = *(ChisoRecord *const *) right;
  const ChisoPick *pick = data;
  int order = chiso_stats_compare_time (pick->indicator, &a->observation->period,
                                        &b->observation->period);

  return order != 0 ? order : a->id < b->id ? -1 : a->id > b->id;
}

/* Where the run of one time that begins at from ends. */
static guint
end_of_run (const ChisoPick *pick, GPtrArray *candidates, guint from)
{
  const ChisoRecord *first = g_ptr_array_index (candidates, from);
  guint to;

  for (to = from + 1; to < candidates->len; to++)
    {
      const ChisoRecord *record = g_ptr_array_index (candidates, to);

      if (!chiso_stats_same_time (pick->indicator, &first->observation->period,
                                  &record->observation->period))
        break;
    }
  return to;
}

GArray *
chiso_stats_pick (const ChisoPick *pick, GPtrArray *candidates)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (ChisoPoint));

  g_ptr_array_sort_with_data (candidates, compare_candidates, (gpointer) pick);
  for (guint from = 0, to; from < candidates->len; from = to)
    {
      g_autoptr (GPtrArray) sources = NULL;
      Source *best;

      to = end_of_run (pick, candidates, from);
      sources = sources_of (pick, candidates, from, to);
      best = g_ptr_array_index (sources, 0);
      for (guint i = 1; i < sources->len; i++)
        {
          const Source *other = g_ptr_array_index (sources, i);

          best->point.n_others += other->records->len - other->n_rejected;
          best->point.n_conflicts += contradicts (pick, &best->point, other);
        }
      /* The best is rejected where all are. */
      if (!best->rejected)
        g_array_append_val (points, best->point);
    }
  return points;
}

GPtrArray *
chiso_stats_pick_conflicts (const ChisoPick *pick, GPtrArray *candidates, const ChisoPoint *point)
{
  GPtrArray *conflicts = g_ptr_array_new ();

  g_ptr_array_sort_with_data (candidates, compare_candidates, (gpointer) pick);
  for (guint from = 0, to; from < candidates->len; from = to)
    {
      const ChisoRecord *first = g_ptr_array_index (candidates, from);
      g_autoptr (GPtrArray) sources = NULL;

      to = end_of_run (pick, candidates, from);
      if (!chiso_stats_same_time (pick->indicator, &first->observation->period, &point->period))
        continue;
      sources = sources_of (pick, candidates, from, to);
      for (guint i = 1; i < sources->len; i++)
        {
          const Source *best = g_ptr_array_index (sources, 0);
          const Source *other = g_ptr_array_index (sources, i);

          if (contradicts (pick, &best->point, other))
            g_ptr_array_add (conflicts, (gpointer) other->point.record);
        }
    }
  return conflicts;
}
