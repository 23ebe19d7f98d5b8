/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matching and counting. Knows rows only through chiso-score-row.h; reads no files. */

#include "chiso-score.h"

#include "chiso-score-row.h"

#include <math.h>
#include <string.h>

struct _ChisoScore
{
  guint n_reports;
  guint n_duplicates;
  guint n_qualifiers;
  guint n_fractions;
  ChisoScoreCounts levels[CHISO_SCORE_N_LEVELS];
  GHashTable *indicators; /* id -> ChisoScoreCounts* */
  GString *list;
};

static double
quotient (double part, double whole)
{
  return whole > 0 ? part / whole : 0;
}

double
chiso_score_precision (const ChisoScoreCounts *counts)
{
  return quotient (counts->matched, counts->predicted);
}

double
chiso_score_recall (const ChisoScoreCounts *counts)
{
  return quotient (counts->matched, counts->gold);
}

double
chiso_score_f1 (const ChisoScoreCounts *counts)
{
  double precision = chiso_score_precision (counts), recall = chiso_score_recall (counts);

  return quotient (2 * precision * recall, precision + recall);
}

ChisoScore *
chiso_score_new (void)
{
  ChisoScore *self = g_new0 (ChisoScore, 1);

  self->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->list = g_string_new (NULL);
  return self;
}

void
chiso_score_free (ChisoScore *self)
{
  g_hash_table_unref (self->indicators);
  g_string_free (self->list, TRUE);
  g_free (self);
}

static gboolean
agree (const ChisoScoreRow *gold, const ChisoScoreRow *predicted, ChisoScoreLevel level)
{
  if (strcmp (gold->measure, predicted->measure) != 0
      || !chiso_score_near (predicted->value, gold->value))
    return FALSE;
  if (level >= CHISO_SCORE_INDICATOR && strcmp (gold->indicator, predicted->indicator) != 0)
    return FALSE;
  if (level >= CHISO_SCORE_PLACE && strcmp (gold->place_key, predicted->place_key) != 0)
    return FALSE;
  if (level < CHISO_SCORE_PERIOD)
    return TRUE;
  return chiso_score_spans_meet (gold->spans, predicted->spans)
         && (strcmp (gold->measure, "level") == 0
             || chiso_score_spans_meet (gold->base_spans, predicted->base_spans));
}

/* A bipartite matching under way: which predictions each gold row could take, closest value first. */
typedef struct
{
  GPtrArray *edges; /* of GArray of guint, one a gold row */
  int *owner;       /* of each prediction: its gold row, or -1 */
  gboolean *seen;   /* predictions tried on the present path */
} Matching;

typedef struct
{
  GPtrArray *predicted;
  double expected;
} Closeness;

static int
compare_closeness (gconstpointer a, gconstpointer b, gpointer data)
{
  const Closeness *closeness = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const ChisoScoreRow *first = closeness->predicted->pdata[i],
                      *second = closeness->predicted->pdata[j];
  double x = fabs (first->value - closeness->expected),
         y = fabs (second->value - closeness->expected);

  if (x != y)
    return x < y ? -1 : 1;
  return i < j ? -1 : i > j;
}

static GArray *
find_edges (const ChisoScoreRow *gold, GPtrArray *predicted, ChisoScoreLevel level)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));
  Closeness closeness = { predicted, gold->value };

  for (guint j = 0; j < predicted->len; j++)
    if (agree (gold, predicted->pdata[j], level))
      g_array_append_val (edges, j);
  g_array_sort_with_data (edges, compare_closeness, &closeness);
  return edges;
}

/* Finds a prediction for gold row i, moving earlier rows to others where that frees one. */
static gboolean
grow (Matching *self, guint i)
{
  GArray *edges = self->edges->pdata[i];

  for (guint e = 0; e < edges->len; e++)
    {
      guint j = g_array_index (edges, guint, e);

      if (self->seen[j])
        continue;
      self->seen[j] = TRUE;
      if (self->owner[j] < 0 || grow (self, self->owner[j]))
        {
          self->owner[j] = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Maximum one-to-one matching by augmenting paths. Returns for each prediction its gold row or -1. */
static int *
match (GPtrArray *gold, GPtrArray *predicted, ChisoScoreLevel level)
{
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree gboolean *seen = g_new (gboolean, predicted->len + 1);
  Matching matching = { edges, g_new (int, predicted->len + 1), seen };

  for (guint j = 0; j < predicted->len; j++)
    matching.owner[j] = -1;
  for (guint i = 0; i < gold->len; i++)
    g_ptr_array_add (edges, find_edges (gold->pdata[i], predicted, level));
  for (guint i = 0; i < gold->len; i++)
    {
      memset (seen, 0, sizeof *seen * predicted->len);
      grow (&matching, i);
    }
  return matching.owner;
}

static guint
drop_duplicates (GPtrArray *rows)
{
  guint before = rows->len;

  for (guint i = 0; i < rows->len; i++)
    for (guint j = rows->len - 1; j > i; j--)
      if (chiso_score_row_equal (rows->pdata[i], rows->pdata[j]))
        g_ptr_array_remove_index (rows, j);
  return before - rows->len;
}

static gboolean
hits_optional (const ChisoScoreRow *row, GPtrArray *optional)
{
  for (guint i = 0; i < optional->len; i++)
    {
      const ChisoScoreRow *other = optional->pdata[i];

      if (strcmp (row->indicator, other->indicator) == 0
          && strcmp (row->place_key, other->place_key) == 0
          && strcmp (row->measure, other->measure) == 0
          && chiso_score_near (row->value, other->value))
        return TRUE;
    }
  return FALSE;
}

static void
drop_optional (GPtrArray *gold, GPtrArray *predicted, GPtrArray *optional)
{
  g_autofree int *owner = match (gold, predicted, CHISO_SCORE_PERIOD);

  for (guint j = predicted->len; j-- > 0;)
    if (owner[j] < 0 && hits_optional (predicted->pdata[j], optional))
      g_ptr_array_remove_index (predicted, j);
}

static ChisoScoreCounts *
counts_of (ChisoScore *self, const char *indicator)
{
  ChisoScoreCounts *counts = g_hash_table_lookup (self->indicators, indicator);

  if (counts == NULL)
    {
      counts = g_new0 (ChisoScoreCounts, 1);
      g_hash_table_insert (self->indicators, g_strdup (indicator), counts);
    }
  return counts;
}

static gboolean
same_number (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static void
count_matches (ChisoScore *self, GPtrArray *gold, GPtrArray *predicted, const int *owner)
{
  for (guint i = 0; i < gold->len; i++)
    counts_of (self, ((ChisoScoreRow *) gold->pdata[i])->indicator)->gold++;
  for (guint j = 0; j < predicted->len; j++)
    {
      const ChisoScoreRow *row = predicted->pdata[j];

      counts_of (self, row->indicator)->predicted++;
      if (owner[j] >= 0)
        {
          const ChisoScoreRow *other = gold->pdata[owner[j]];

          counts_of (self, other->indicator)->matched++;
          self->n_qualifiers += strcmp (row->qualifier, other->qualifier) == 0;
          self->n_fractions += same_number (row->numerator, other->numerator)
                               && same_number (row->denominator, other->denominator);
        }
    }
}

/* Says of a miss what a prediction of the same figure got wrong. */
static void
append_reason (GString *list, const ChisoScoreRow *gold, GPtrArray *predicted, const int *owner)
{
  for (guint j = 0; j < predicted->len; j++)
    {
      const ChisoScoreRow *row = predicted->pdata[j];
      g_autoptr (GString) wrong = g_string_new (NULL);

      if (owner[j] >= 0 || strcmp (row->indicator, gold->indicator) != 0
          || !chiso_score_near (row->value, gold->value))
        continue;
      if (strcmp (row->place_key, gold->place_key) != 0)
        g_string_append_printf (wrong, ", place %s", row->place);
      if (strcmp (row->measure, gold->measure) != 0)
        g_string_append_printf (wrong, ", measure %s", row->measure);
      if (!chiso_score_spans_meet (gold->spans, row->spans))
        g_string_append_printf (wrong, ", period %s", row->period);
      if (strcmp (gold->measure, "level") != 0
          && !chiso_score_spans_meet (gold->base_spans, row->base_spans))
        g_string_append_printf (wrong, ", base %s", *row->base != '\0' ? row->base : "-");
      if (wrong->len > 0)
        g_string_append_printf (list, "   [predicted with %s]", wrong->str + 2);
      else
        g_string_append (list, "   [predicted, taken by another]");
      return;
    }
}

static void
append_list (GString *list, const char *report, GPtrArray *gold, GPtrArray *predicted,
             const int *owner)
{
  g_autofree gboolean *found = g_new0 (gboolean, gold->len + 1);
  guint n_found = 0;

  for (guint j = 0; j < predicted->len; j++)
    if (owner[j] >= 0)
      {
        found[owner[j]] = TRUE;
        n_found++;
      }
  if (n_found == gold->len && n_found == predicted->len)
    return;

  g_string_append_printf (list, "\n== %s\n", report);
  for (guint i = 0; i < gold->len; i++)
    if (!found[i])
      {
        g_autofree char *shown = chiso_score_row_show (gold->pdata[i]);

        g_string_append_printf (list, "  miss   %s", shown);
        append_reason (list, gold->pdata[i], predicted, owner);
        g_string_append_c (list, '\n');
      }
  for (guint j = 0; j < predicted->len; j++)
    if (owner[j] < 0)
      {
        g_autofree char *shown = chiso_score_row_show (predicted->pdata[j]);

        g_string_append_printf (list, "  false  %s\n", shown);
      }
}

static GPtrArray *
read_predicted (GBytes *bytes, gboolean *valid)
{
  GPtrArray *rows = bytes != NULL ? chiso_score_rows_read (bytes, FALSE) : NULL;

  if (valid != NULL)
    *valid = bytes == NULL || rows != NULL;
  return rows != NULL ? rows : g_ptr_array_new ();
}

gboolean
chiso_score_add (ChisoScore *self, const char *report, GBytes *gold_bytes, GBytes *optional_bytes,
                 GBytes *predicted_bytes, gboolean *predicted_valid)
{
  g_autoptr (GPtrArray) gold = NULL;
  g_autoptr (GPtrArray) optional = NULL;
  g_autoptr (GPtrArray) predicted = NULL;

  g_return_val_if_fail (report != NULL && gold_bytes != NULL, FALSE);

  gold = chiso_score_rows_read (gold_bytes, TRUE);
  if (gold == NULL)
    return FALSE;
  predicted = read_predicted (predicted_bytes, predicted_valid);
  self->n_reports++;
  self->n_duplicates += drop_duplicates (predicted);
  if (optional_bytes != NULL)
    optional = chiso_score_rows_read (optional_bytes, TRUE);
  if (optional != NULL)
    drop_optional (gold, predicted, optional);

  for (guint level = 0; level < CHISO_SCORE_N_LEVELS; level++)
    {
      g_autofree int *owner = match (gold, predicted, level);
      ChisoScoreCounts *counts = &self->levels[level];

      counts->gold += gold->len;
      counts->predicted += predicted->len;
      for (guint j = 0; j < predicted->len; j++)
        counts->matched += owner[j] >= 0;
      if (level == CHISO_SCORE_PERIOD)
        {
          count_matches (self, gold, predicted, owner);
          append_list (self->list, report, gold, predicted, owner);
        }
    }
  return TRUE;
}

guint
chiso_score_n_reports (const ChisoScore *self)
{
  return self->n_reports;
}

guint
chiso_score_n_duplicates (const ChisoScore *self)
{
  return self->n_duplicates;
}

const ChisoScoreCounts *
chiso_score_level (const ChisoScore *self, ChisoScoreLevel level)
{
  g_return_val_if_fail (level < CHISO_SCORE_N_LEVELS, NULL);
  return &self->levels[level];
}

const char *
chiso_score_level_name (ChisoScoreLevel level)
{
  static const char *const names[] = { "value", "+ indicator", "+ place", "+ period and base" };

  g_return_val_if_fail (level < CHISO_SCORE_N_LEVELS, "");
  return names[level];
}

GList *
chiso_score_indicators (const ChisoScore *self)
{
  return g_list_sort (g_hash_table_get_keys (self->indicators), (GCompareFunc) strcmp);
}

const ChisoScoreCounts *
chiso_score_indicator (const ChisoScore *self, const char *id)
{
  return g_hash_table_lookup (self->indicators, id);
}

guint
chiso_score_n_qualifiers (const ChisoScore *self)
{
  return self->n_qualifiers;
}

guint
chiso_score_n_fractions (const ChisoScore *self)
{
  return self->n_fractions;
}

const char *
chiso_score_list (const ChisoScore *self)
{
  return self->list->str;
}
