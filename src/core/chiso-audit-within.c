/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of what one figure, or one sentence, says by itself: fractions, wholes, parts. */

#include "chiso-audit-private.h"
#include "chiso-stats-private.h"

#include <math.h>

static gboolean
is_percent (const ChisoIndicator *indicator)
{
  return g_strcmp0 (indicator->unit_en, "%") == 0;
}

static gboolean
has_fraction (const ChisoObservation *observation)
{
  return isfinite (observation->numerator) && isfinite (observation->denominator)
         && observation->denominator > 0;
}

static gboolean
is_computed (const ChisoObservation *observation)
{
  return g_strcmp0 (observation->rule, "share-computed") == 0;
}

static double
percentage (const ChisoObservation *observation)
{
  return observation->numerator / observation->denominator * 100;
}

static gboolean
says (const ChisoAuditGroup *group, const ChisoRecord *record, double value)
{
  return chiso_range_meets (chiso_range_of (record, group->indicator),
                            (ChisoRange){ value, value });
}

/* The only percentage that the source of a bare fraction states for its time, with no fraction of
 * its own; NULL where it states none or several, which are of parts. */
static const ChisoRecord *
find_stated (const ChisoAuditGroup *group, const ChisoRecord *fraction)
{
  const ChisoRecord *found = NULL;

  for (guint i = 0; i < group->levels->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (group->levels, i);

      if (has_fraction (record->observation) || !chiso_stats_same_source (record, fraction)
          || !chiso_stats_same_time (group->indicator, &record->observation->period,
                                     &fraction->observation->period))
        continue;
      if (found != NULL)
        return NULL;
      found = record;
    }
  return found;
}

void
chiso_audit_fractions (const ChisoAuditGroup *group, GPtrArray *findings)
{
  if (!is_percent (group->indicator))
    return;
  for (guint i = 0; i < group->levels->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (group->levels, i);
      const ChisoRecord *stated = record, *fraction = NULL;
      double expected;

      if (!has_fraction (record->observation))
        continue;
      if (is_computed (record->observation))
        {
          stated = find_stated (group, record);
          fraction = record;
        }
      expected = percentage (record->observation);
      if (stated != NULL && !says (group, stated, expected))
        chiso_audit_add (findings, CHISO_FINDING_FRACTION,
                         fraction != NULL ? CHISO_SEVERITY_WARNING : CHISO_SEVERITY_ERROR,
                         stated->observation->value, expected, stated, fraction, NULL);
    }
}

/* A plan may be exceeded, a number of communes cannot. */
void
chiso_audit_wholes (const ChisoAuditGroup *group, GPtrArray *findings)
{
  gboolean share = group->indicator->kind == CHISO_KIND_SHARE;
  ChisoSeverity severity = share || group->indicator->stock ? CHISO_SEVERITY_ERROR
                                                            : CHISO_SEVERITY_WARNING;

  for (guint i = 0; i < group->levels->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (group->levels, i);
      const ChisoObservation *observation = record->observation;

      if (is_computed (observation))
        continue;
      if (has_fraction (observation) && observation->numerator > observation->denominator)
        chiso_audit_add (findings, CHISO_FINDING_WHOLE, severity, observation->numerator,
                         observation->denominator, record, NULL);
      else if (share && chiso_range_of (record, group->indicator).low > 100)
        chiso_audit_add (findings, CHISO_FINDING_WHOLE, severity, observation->value, 100, record,
                         NULL);
    }
}

/* The total that a part stands behind: the last asserted figure before it of the same time. */
static const ChisoRecord *
total_of (const ChisoAuditGroup *group, const ChisoRecord *part)
{
  const ChisoRecord *total = NULL;

  for (guint i = 0; i < group->levels->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (group->levels, i);
      guint32 start = record->observation->figure.start;

      if (record->document_id == part->document_id && start < part->observation->figure.start
          && chiso_stats_same_time (group->indicator, &record->observation->period,
                                    &part->observation->period)
          && (total == NULL || start > total->observation->figure.start))
        total = record;
    }
  return total;
}

/* How often the same fact is stated again in the sentence: two parts of one size are one record. */
static guint
n_repeats (const ChisoObservation *fact, const ChisoSpan *sentence)
{
  guint n = 0;

  for (guint i = 0; fact->repeats != NULL && i < fact->repeats->len; i++)
    {
      const ChisoSpan *span = &g_array_index (fact->repeats, ChisoSpan, i);

      n += span->start >= sentence->start && span->end <= sentence->end;
    }
  return n;
}

typedef struct
{
  ChisoRange range;
  double value;
  double largest;
  guint n;
  gboolean all; /* the report lists them in full */
} Sum;

static void
sum_add (Sum *sum, const ChisoAuditGroup *group, const ChisoRecord *part, guint times)
{
  ChisoRange range = chiso_range_of (part, group->indicator);

  for (; times > 0; times--)
    {
      sum->range = chiso_range_add (sum->range, range);
      sum->value += part->observation->value;
      sum->n++;
    }
  sum->largest = MAX (sum->largest, range.low);
}

static void
judge_parts (const ChisoAuditGroup *group, const ChisoRecord *total, GPtrArray *parts,
             GPtrArray *findings)
{
  ChisoRange whole = chiso_range_of (total, group->indicator);
  const ChisoRecord *first = g_ptr_array_index (parts, 0);
  Sum sum = { .all = TRUE }, with_equal;
  ChisoFinding *finding;

  for (guint i = 0; i < parts->len; i++)
    {
      const ChisoRecord *part = g_ptr_array_index (parts, i);

      sum_add (&sum, group, part, 1 + n_repeats (part->observation, &part->observation->sentence));
      sum.all &= g_strcmp0 (part->observation->rule, CHISO_RULE_PART_OF_ALL) == 0;
    }
  /* A part as large as the total was taken for the total said again. */
  with_equal = sum;
  sum_add (&with_equal, group, total,
           n_repeats (total->observation, &first->observation->sentence));
  if (sum.range.low <= whole.high
      && (!sum.all || sum.n < 2 || chiso_range_meets (sum.range, whole)
          || chiso_range_meets (with_equal.range, whole)))
    return;
  finding = chiso_audit_add (findings, CHISO_FINDING_PARTS,
                             sum.range.low <= whole.high ? CHISO_SEVERITY_NOTE
                             : sum.largest > whole.high  ? CHISO_SEVERITY_ERROR
                                                         : CHISO_SEVERITY_WARNING,
                             total->observation->value, sum.value, total, NULL);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (finding->records, parts->pdata[i]);
}

/* Only what adds up can fail to. */
void
chiso_audit_parts (const ChisoAuditGroup *group, GPtrArray *findings)
{
  if (group->indicator->aggregate != CHISO_AGGREGATE_SUM || group->parts->len == 0)
    return;
  for (guint i = 0; i < group->levels->len; i++)
    {
      const ChisoRecord *total = g_ptr_array_index (group->levels, i);
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();

      for (guint j = 0; j < group->parts->len; j++)
        if (total_of (group, group->parts->pdata[j]) == total)
          g_ptr_array_add (parts, group->parts->pdata[j]);
      if (parts->len > 0)
        judge_parts (group, total, parts, findings);
    }
}

/* The members of the list that units[0] is of, which are taken out of units. */
static GPtrArray *
take_list (const ChisoAuditGroup *group, GPtrArray *units)
{
  const ChisoRecord *first = g_ptr_array_index (units, 0);
  GPtrArray *list = g_ptr_array_new ();
  guint n_left = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const ChisoRecord *unit = g_ptr_array_index (units, i);

      if (unit->document_id == first->document_id
          && chiso_stats_same_time (group->indicator, &unit->observation->period,
                                    &first->observation->period))
        g_ptr_array_add (list, (gpointer) unit);
      else
        units->pdata[n_left++] = (gpointer) unit;
    }
  g_ptr_array_set_size (units, n_left);
  return list;
}

/* Whether each of the units is another one, and they are as many as the report says. */
static gboolean
is_whole_list (GPtrArray *list)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_said = ((const ChisoRecord *) list->pdata[0])->observation->listed.n;

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (places, (gpointer) ((ChisoRecord *) list->pdata[i])->observation->place);
  return list->len > 1 && g_hash_table_size (places) == list->len
         && (n_said == 0 || n_said == list->len);
}

/* What the units add up to should be: their own report's figure of the place, else the one that is chosen. */
static const ChisoRecord *
total_of_units (const ChisoAuditGroup *group, const ChisoRecord *unit)
{
  return chiso_stats_level_at (group->levels, group->points, group->indicator, unit,
                               &unit->observation->period);
}

/* How grave it is that units add up to what their place's own figure is not, or -1 for not at all. What
 * happens in a year happens at every level: own bodies add to it, and a province's figure may be of these
 * alone. */
static int
severity_of_units (const ChisoAuditGroup *group, const ChisoRange *sum, const ChisoRange *whole,
                   gboolean own)
{
  if (sum->low <= whole->high)
    return group->indicator->stock && !chiso_range_meets (*sum, *whole) ? CHISO_SEVERITY_NOTE : -1;
  if (!group->indicator->stock)
    return CHISO_SEVERITY_NOTE;
  return own ? CHISO_SEVERITY_ERROR : CHISO_SEVERITY_WARNING;
}

void
chiso_audit_units (const ChisoAuditGroup *group, GPtrArray *findings)
{
  g_autoptr (GPtrArray) units = g_ptr_array_copy (group->units, NULL, NULL);

  if (group->indicator->kind != CHISO_KIND_COUNT
      || group->indicator->aggregate != CHISO_AGGREGATE_SUM)
    return;
  while (units->len > 0)
    {
      g_autoptr (GPtrArray) list = take_list (group, units);
      const ChisoRecord *first = list->pdata[0], *total = total_of_units (group, first);
      ChisoFinding *finding;
      Sum sum = { .all = TRUE };
      ChisoRange whole;
      int severity;

      if (total == NULL || !is_whole_list (list))
        continue;
      whole = chiso_range_of (total, group->indicator);
      for (guint i = 0; i < list->len; i++)
        sum_add (&sum, group, list->pdata[i], 1);
      severity = severity_of_units (group, &sum.range, &whole,
                                    total->document_id == first->document_id);
      if (severity < 0)
        continue;
      finding = chiso_audit_add (findings, CHISO_FINDING_PARTS, severity, total->observation->value,
                                 sum.value, total, NULL);
      g_ptr_array_extend (finding->records, list, NULL, NULL);
    }
}
