/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of a province out of those that one report gives of its districts or communes. Adds up only
 * where the report says that it speaks of all of them and as many as there were have a figure; says
 * of every other list why there is no sum. */

#include "chiso-measures-private.h"

#include "chiso-stats-private.h"

#include <string.h>

/* The figures of one document for one time. */
typedef struct
{
  GPtrArray *records; /* of const ChisoRecord*, by place */
  GPtrArray *levels;  /* of GArray of ChisoPoint: one of each place, where it is clear which */
  GPtrArray *names;   /* of const char*: the different units */
} List;

static void
list_clear (List *self)
{
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static gboolean
is_unit_of (const ChisoRecord *record, const ChisoIndicator *indicator, const char *place,
            ChisoBoundary boundary)
{
  const ChisoObservation *observation = record->observation;
  gsize n = strlen (place);

  return observation->listed.beside && observation->measure == CHISO_MEASURE_LEVEL
         && record->decision.kind != CHISO_DECISION_REJECT
         && (boundary == 0 || observation->boundary == boundary)
         && strncmp (observation->place, place, n) == 0 && observation->place[n] == '/'
         && strcmp (observation->indicator, indicator->id) == 0;
}

static gboolean
is_beside (const ChisoRecord *record, const ChisoRecord *first, const ChisoIndicator *indicator)
{
  return record->document_id == first->document_id
         && record->observation->boundary == first->observation->boundary
         && chiso_stats_same_time (indicator, &record->observation->period,
                                   &first->observation->period);
}

static int
compare_places (gconstpointer left, gconstpointer right)
{
  const ChisoRecord *a = *(const ChisoRecord *const *) left,
                    *b = *(const ChisoRecord *const *) right;
  int order = strcmp (a->observation->place, b->observation->place);

  return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

/* The list that units[0] is of; takes its members out of units. */
static void
list_take (List *self, GPtrArray *units, const ChisoIndicator *indicator)
{
  const ChisoRecord *first = units->pdata[0];
  guint n_left = 0;

  self->records = g_ptr_array_new ();
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->names = g_ptr_array_new ();
  for (guint i = 0; i < units->len; i++)
    if (is_beside (units->pdata[i], first, indicator))
      g_ptr_array_add (self->records, units->pdata[i]);
    else
      units->pdata[n_left++] = units->pdata[i];
  g_ptr_array_set_size (units, n_left);
  g_ptr_array_sort (self->records, compare_places);
}

/* One level a place, of the records of that place alone. */
static void
list_choose (List *self, const ChisoIndicator *indicator)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      const ChisoRecord *record = self->records->pdata[i];
      const ChisoRecord *next = i + 1 < self->records->len ? self->records->pdata[i + 1] : NULL;
      const char *place = record->observation->place;

      g_ptr_array_add (own, (gpointer) record);
      if (next != NULL && strcmp (next->observation->place, place) == 0)
        continue;
      g_ptr_array_add (self->names, strchr (place, '/') + 1);
      g_ptr_array_add (self->levels, chiso_stats_levels (own, indicator, place, 0));
      g_ptr_array_set_size (own, 0);
    }
}

gboolean
chiso_measures_have_units (GPtrArray *records)
{
  g_return_val_if_fail (records != NULL, FALSE);

  for (guint i = 0; i < records->len; i++)
    if (((const ChisoRecord *) records->pdata[i])->observation->listed.beside)
      return TRUE;
  return FALSE;
}

guint
chiso_measures_n_units (const ChisoProvinceFacts *facts, ChisoBoundary boundary, const char *place,
                        const ChisoPeriod *period, const char *const *names, guint n_names,
                        guint n_said)
{
  guint n = chiso_province_facts_units (facts, boundary, place, period, names, n_names);

  return n == 0 ? 0 : MAX (n, n_said);
}

static guint
n_needed (const List *self, const ChisoProvinceFacts *facts, const char *place)
{
  const ChisoObservation *first = ((ChisoRecord *) self->records->pdata[0])->observation;

  return chiso_measures_n_units (facts, first->boundary, place, &first->period,
                                 (const char *const *) self->names->pdata, self->names->len,
                                 first->listed.n);
}

/* The list's sum, or the reason why there is none. */
static gboolean
add_up (const List *self, const ChisoProvinceFacts *facts, const ChisoIndicator *indicator,
        const char *place, ChisoPoint *point, ChisoGap *gap)
{
  const ChisoObservation *first = ((ChisoRecord *) self->records->pdata[0])->observation;
  ChisoSum sum = { .indicator = indicator };

  *gap = (ChisoGap){ .period = first->period,
                     .reason = CHISO_GAP_UNITS_UNSAID,
                     .n_reported = self->names->len };
  *point = (ChisoPoint){
    .period = first->period, .computed = TRUE, .n_units = self->names->len, .of_units = TRUE
  };
  if (first->listed.said.start == first->listed.said.end)
    return FALSE;
  gap->reason = CHISO_GAP_UNITS_MISSING;
  gap->n_needed = n_needed (self, facts, place);
  if (gap->n_needed == 0 || gap->n_reported != gap->n_needed)
    return FALSE;
  gap->reason = CHISO_GAP_UNITS_UNCLEAR;
  gap->n_needed = 0;
  for (guint i = 0; i < self->levels->len; i++)
    {
      GArray *levels = self->levels->pdata[i];
      const ChisoPoint *level = levels->len == 1 ? &g_array_index (levels, ChisoPoint, 0) : NULL;

      if (level == NULL || level->n_parts > 0)
        return FALSE;
      chiso_sum_add (&sum, level, point);
    }
  return chiso_sum_finish (&sum, point, &(ChisoGapReason){ 0 });
}

/* Of several lists of one time the fullest tells why there is no sum. */
static void
keep_gap (GArray *gaps, guint from, const ChisoIndicator *indicator, const ChisoGap *gap)
{
  for (guint i = from; i < gaps->len; i++)
    {
      ChisoGap *known = &g_array_index (gaps, ChisoGap, i);

      if (!chiso_stats_same_time (indicator, &known->period, &gap->period))
        continue;
      if (gap->n_reported > known->n_reported)
        *known = *gap;
      return;
    }
  g_array_append_val (gaps, *gap);
}

static void
drop_gap (GArray *gaps, guint from, const ChisoIndicator *indicator, const ChisoPeriod *period)
{
  for (guint i = gaps->len; i > from; i--)
    if (chiso_stats_same_time (indicator, &g_array_index (gaps, ChisoGap, i - 1).period, period))
      g_array_remove_index (gaps, i - 1);
}

static void
add_list (const List *list, const ChisoProvinceFacts *facts, const ChisoIndicator *indicator,
          const char *place, GArray *points, GArray *gaps, guint first_gap)
{
  ChisoPoint sum;
  ChisoGap gap;
  gboolean summed = add_up (list, facts, indicator, place, &sum, &gap);

  if (chiso_stats_find (indicator, points, &gap.period) != NULL)
    return;
  if (!summed)
    {
      keep_gap (gaps, first_gap, indicator, &gap);
      return;
    }
  g_array_append_val (points, sum);
  drop_gap (gaps, first_gap, indicator, &sum.period);
}

void
chiso_measures_add_units (GPtrArray *records, const ChisoProvinceFacts *facts,
                          const ChisoIndicator *indicator, const char *place,
                          ChisoBoundary boundary, GArray *points, GArray *gaps)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (GArray) unseen = NULL;
  guint first_gap;

  /* What does not add up was never meant to be. */
  if (facts == NULL || indicator->aggregate == CHISO_AGGREGATE_NONE || strlen (place) != 2)
    return;
  for (guint i = 0; i < records->len; i++)
    if (is_unit_of (records->pdata[i], indicator, place, boundary))
      g_ptr_array_add (units, records->pdata[i]);
  if (units->len == 0)
    return;
  if (gaps == NULL)
    gaps = unseen = g_array_new (FALSE, FALSE, sizeof (ChisoGap));
  first_gap = gaps->len;
  while (units->len > 0)
    {
      g_auto (List) list = { 0 };

      list_take (&list, units, indicator);
      list_choose (&list, indicator);
      add_list (&list, facts, indicator, place, points, gaps, first_gap);
    }
  g_array_sort (points, chiso_stats_compare_points);
}

GPtrArray *
chiso_measures_unit_records (GPtrArray *records, const ChisoIndicator *indicator,
                             const ChisoPoint *point)
{
  GPtrArray *found = g_ptr_array_new ();
  const ChisoObservation *first = point->record->observation;
  const char *slash = strchr (first->place, '/');
  g_autofree char *place = g_strndup (first->place, slash != NULL ? slash - first->place : 0);

  for (guint i = 0; i < records->len; i++)
    if (is_unit_of (records->pdata[i], indicator, place, first->boundary)
        && is_beside (records->pdata[i], point->record, indicator))
      g_ptr_array_add (found, records->pdata[i]);
  g_ptr_array_sort (found, compare_places);
  return found;
}
