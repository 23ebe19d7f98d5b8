/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts records by place and indicator and has each group checked. Judges nothing itself. */

#include "chiso-audit.h"

#include "chiso-audit-private.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

void
chiso_finding_free (ChisoFinding *finding)
{
  if (finding == NULL)
    return;
  g_ptr_array_unref (finding->records);
  g_free (finding);
}

const char *
chiso_finding_kind_to_string (ChisoFindingKind kind)
{
  static const char *const names[CHISO_N_FINDINGS] = { "growth", "fraction", "parts",
                                                       "whole",  "fall",     "conflict" };

  g_return_val_if_fail (kind < CHISO_N_FINDINGS, "");
  return names[kind];
}

const char *
chiso_severity_to_string (ChisoSeverity severity)
{
  static const char *const names[] = { "note", "warning", "error" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (names), "");
  return names[severity];
}

gboolean
chiso_finding_cites (const ChisoFinding *finding, gint64 record_id)
{
  g_return_val_if_fail (finding != NULL, FALSE);

  for (guint i = 0; i < finding->records->len; i++)
    if (((const ChisoRecord *) finding->records->pdata[i])->id == record_id)
      return TRUE;
  return FALSE;
}

ChisoFinding *
chiso_audit_add (GPtrArray *findings, ChisoFindingKind kind, ChisoSeverity severity, double stated,
                 double expected, const ChisoRecord *record, ...)
{
  ChisoFinding *finding = g_new0 (ChisoFinding, 1);
  va_list more;

  finding->kind = kind;
  finding->severity = severity;
  finding->stated = stated;
  finding->expected = expected;
  finding->records = g_ptr_array_new ();
  va_start (more, record);
  for (; record != NULL; record = va_arg (more, const ChisoRecord *))
    g_ptr_array_add (finding->records, (gpointer) record);
  va_end (more);
  g_ptr_array_add (findings, finding);
  return finding;
}

static void
group_free (gpointer data)
{
  ChisoAuditGroup *group = data;

  g_ptr_array_unref (group->records);
  g_ptr_array_unref (group->rejected);
  g_ptr_array_unref (group->levels);
  g_ptr_array_unref (group->parts);
  g_ptr_array_unref (group->units);
  g_clear_pointer (&group->points, g_array_unref);
  g_free (group);
}

static ChisoAuditGroup *
group_new (const ChisoObservation *observation, ChisoCatalogue *catalogue)
{
  ChisoAuditGroup *group = g_new0 (ChisoAuditGroup, 1);

  group->indicator = chiso_catalogue_find (catalogue, observation->indicator);
  group->place = observation->place;
  group->boundary = observation->boundary;
  group->records = g_ptr_array_new ();
  group->rejected = g_ptr_array_new ();
  group->levels = g_ptr_array_new ();
  group->parts = g_ptr_array_new ();
  group->units = g_ptr_array_new ();
  return group;
}

static gboolean
is_part (const ChisoObservation *observation)
{
  return observation->measure == CHISO_MEASURE_LEVEL
         && (g_strcmp0 (observation->rule, CHISO_RULE_PART) == 0
             || g_strcmp0 (observation->rule, CHISO_RULE_PART_OF_ALL) == 0);
}

static void
group_add (ChisoAuditGroup *group, const ChisoRecord *record)
{
  const ChisoObservation *observation = record->observation;

  if (record->decision.kind == CHISO_DECISION_REJECT)
    {
      g_ptr_array_add (group->rejected, (gpointer) record);
      return;
    }
  if (observation->confidence < CHISO_CONFIDENCE_ASSERTED)
    {
      if (is_part (observation))
        g_ptr_array_add (group->parts, (gpointer) record);
      return;
    }
  g_ptr_array_add (group->records, (gpointer) record);
  if (observation->measure == CHISO_MEASURE_LEVEL)
    g_ptr_array_add (group->levels, (gpointer) record);
}

/* Of the place of an observation, or of one that it lies in; the country is the same under both sets of
 * provinces. */
static char *
group_key (const ChisoObservation *observation, const char *place)
{
  int boundary = strcmp (place, "VN") == 0 ? 0 : (int) observation->boundary;

  return g_strdup_printf ("%s %d %s", observation->indicator, boundary, place);
}

static gboolean
is_usable (const ChisoObservation *observation, ChisoCatalogue *catalogue)
{
  return isfinite (observation->value) && chiso_period_is_set (&observation->period)
         && chiso_catalogue_find (catalogue, observation->indicator) != NULL;
}

/* Puts what is listed in full beside the figures of its province, where that has some. */
static void
add_units (GHashTable *by_key, GPtrArray *records, ChisoCatalogue *catalogue)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      const ChisoObservation *observation = record->observation;
      g_autofree char *province = NULL;
      g_autofree char *key = NULL;
      ChisoAuditGroup *group;

      if (observation->listed.said.start == observation->listed.said.end
          || observation->measure != CHISO_MEASURE_LEVEL
          || observation->confidence < CHISO_CONFIDENCE_ASSERTED
          || record->decision.kind == CHISO_DECISION_REJECT || !is_usable (observation, catalogue))
        continue;
      province = g_strndup (observation->place, strcspn (observation->place, "/"));
      key = group_key (observation, province);
      group = g_hash_table_lookup (by_key, key);
      if (group != NULL)
        g_ptr_array_add (group->units, (gpointer) record);
    }
}

static GPtrArray *
groups_of (GPtrArray *records, ChisoCatalogue *catalogue)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ChisoRecord *record = g_ptr_array_index (records, i);
      const ChisoObservation *observation = record->observation;
      g_autofree char *key = NULL;
      ChisoAuditGroup *group;

      if (!is_usable (observation, catalogue))
        continue;
      key = group_key (observation, observation->place);
      group = g_hash_table_lookup (by_key, key);
      if (group == NULL)
        {
          group = group_new (observation, catalogue);
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_key, g_steal_pointer (&key), group);
        }
      group_add (group, record);
    }
  add_units (by_key, records, catalogue);
  return groups;
}

GPtrArray *
chiso_audit (GPtrArray *records, ChisoCatalogue *catalogue)
{
  static void (*const checks[]) (const ChisoAuditGroup *group, GPtrArray *findings) = {
    chiso_audit_growth, chiso_audit_fractions, chiso_audit_parts,     chiso_audit_units,
    chiso_audit_wholes, chiso_audit_falls,     chiso_audit_conflicts,
  };
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_finding_free);
  g_autoptr (GPtrArray) groups = NULL;

  g_return_val_if_fail (records != NULL && catalogue != NULL, findings);

  groups = groups_of (records, catalogue);
  for (guint i = 0; i < groups->len; i++)
    {
      ChisoAuditGroup *group = g_ptr_array_index (groups, i);

      group->points = chiso_stats_levels (group->records, group->indicator, group->place,
                                          group->boundary);
      for (guint check = 0; check < G_N_ELEMENTS (checks); check++)
        checks[check](group, findings);
    }
  return findings;
}
