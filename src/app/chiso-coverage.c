/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts rows of coverage in several ways. Asks no store, changes nothing. */

#include "chiso-coverage.h"

#include "figures/chiso-opening.h"

#include <glib/gi18n.h>

char *
chiso_place_key (ChisoBoundary boundary, const char *place)
{
  return g_strdup_printf ("%d:%s", boundary, place);
}

gboolean
chiso_place_key_parse (const char *key, ChisoBoundary *boundary, const char **place)
{
  if (key == NULL)
    return FALSE;
  if (g_str_has_prefix (key, "63:"))
    *boundary = CHISO_BOUNDARY_63;
  else if (g_str_has_prefix (key, "34:"))
    *boundary = CHISO_BOUNDARY_34;
  else
    return FALSE;
  *place = key + 3;
  return **place != '\0';
}

static gboolean
same_series (const ChisoCoverage *one, const ChisoCoverage *other)
{
  return one->boundary == other->boundary && g_str_equal (one->place, other->place)
         && g_str_equal (one->indicator, other->indicator);
}

gboolean
chiso_coverage_opening (GPtrArray *coverage, char **key, int *year)
{
  ChisoBoundary boundary = 0;
  const char *place;

  *year = 0;
  if (!chiso_figures_opening (coverage, NULL, &boundary, year, &place))
    return FALSE;
  *key = chiso_place_key (boundary, place);
  return TRUE;
}

static int
compare_years_down (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

GArray *
chiso_coverage_years (GPtrArray *coverage, const char *key, const char *indicator)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  ChisoBoundary boundary = 0;
  const char *place = NULL;

  if (key != NULL && !chiso_place_key_parse (key, &boundary, &place))
    return years;
  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];
      gboolean known = FALSE;

      for (guint j = 0; j < years->len && !known; j++)
        known = g_array_index (years, int, j) == row->year;
      if (!known
          && (place == NULL || (row->boundary == boundary && g_str_equal (row->place, place)))
          && (indicator == NULL || g_str_equal (row->indicator, indicator)))
        g_array_append_val (years, row->year);
    }
  g_array_sort (years, compare_years_down);
  return years;
}

static void
add_count (GHashTable *counts, char *key, guint n)
{
  n += GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
  g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
}

/* The figures of a series whose rows begin at *i, which is moved to the first of the next: a library
 * has few series beside its rows, so what is asked once a series costs little. */
static guint
count_series (GPtrArray *coverage, guint *i)
{
  const ChisoCoverage *first = coverage->pdata[*i];
  guint n = 0;

  for (; *i < coverage->len && same_series (first, coverage->pdata[*i]); ++*i)
    n += ((const ChisoCoverage *) coverage->pdata[*i])->n;
  return n;
}

/* How far an indicator reaches; keys are the coverage's. */
typedef struct
{
  GHashTable *provinces; /* of the 63, and of the 34 those that did not change */
  GHashTable *merged;    /* of the 34, those that did */
  GHashTable *years;
  const char *last; /* of the 63, counted last: rows of one place follow each other */
} Reach;

static Reach *
reach_new (void)
{
  Reach *reach = g_new0 (Reach, 1);

  reach->provinces = g_hash_table_new (g_str_hash, g_str_equal);
  reach->merged = g_hash_table_new (g_str_hash, g_str_equal);
  reach->years = g_hash_table_new (NULL, NULL);
  return reach;
}

static void
reach_free (gpointer data)
{
  Reach *reach = data;

  g_hash_table_unref (reach->provinces);
  g_hash_table_unref (reach->merged);
  g_hash_table_unref (reach->years);
  g_free (reach);
}

static void
reach_add (Reach *reach, const ChisoCoverage *row, ChisoGeo *geo)
{
  g_hash_table_add (reach->years, GINT_TO_POINTER (row->year));
  if (g_str_equal (row->place, "VN"))
    return;
  if (row->boundary == CHISO_BOUNDARY_34 && !chiso_geo_is_unchanged (geo, row->place))
    g_hash_table_add (reach->merged, row->place);
  else if (g_strcmp0 (reach->last, row->place) != 0)
    {
      g_hash_table_add (reach->provinces, row->place);
      reach->last = row->place;
    }
}

/* Reach by indicator. */
static GHashTable *
reach_of_indicators (GPtrArray *coverage, ChisoGeo *geo)
{
  GHashTable *reaches = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, reach_free);
  const char *indicator = NULL;
  Reach *reach = NULL;

  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];

      if (g_strcmp0 (indicator, row->indicator) != 0)
        {
          indicator = row->indicator;
          reach = g_hash_table_lookup (reaches, indicator);
          if (reach == NULL)
            g_hash_table_insert (reaches, (gpointer) indicator, reach = reach_new ());
        }
      reach_add (reach, row, geo);
    }
  return reaches;
}

/* Provinces with figures; one of the 34 counts only where none of those that it was made of does, or there
 * would be more than there ever were. */
static guint
count_provinces (const Reach *reach, ChisoGeo *geo)
{
  guint n = g_hash_table_size (reach->provinces);
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, reach->merged);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      g_autofree const char **former = chiso_geo_counterparts (geo, CHISO_BOUNDARY_34, place);
      gboolean counted = FALSE;

      for (guint i = 0; former[i] != NULL; i++)
        counted |= g_hash_table_contains (reach->provinces, former[i]);
      n += !counted;
    }
  return n;
}

/* "28 provinces · 12 years". */
static char *
reach_words (const Reach *reach, ChisoGeo *geo)
{
  guint n_provinces, n_years;
  g_autofree char *where = NULL;
  g_autofree char *when = NULL;

  if (reach == NULL)
    return g_strdup (_ ("none"));
  n_provinces = count_provinces (reach, geo);
  n_years = g_hash_table_size (reach->years);
  where = n_provinces > 0
              ? g_strdup_printf (ngettext ("%u province", "%u provinces", n_provinces), n_provinces)
              : g_strdup (_ ("the country"));
  when = g_strdup_printf (ngettext ("%u year", "%u years", n_years), n_years);
  return g_strdup_printf ("%s · %s", where, when);
}

/* Figures by place key. The country, and a province that did not change, are the same in both sets and
 * counted as of the 63; figures of the others count for the province that they became part of too,
 * since they can be added up. indicator: count only its figures, or NULL. */
static GHashTable *
count_by_place (GPtrArray *coverage, ChisoGeo *geo, const char *indicator)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < coverage->len;)
    {
      const ChisoCoverage *row = coverage->pdata[i];
      guint n = count_series (coverage, &i);
      gboolean one = g_str_equal (row->place, "VN") || chiso_geo_is_unchanged (geo, row->place);
      const ChisoProvince *old = chiso_geo_find_code (geo, CHISO_BOUNDARY_63, row->place);

      if (indicator != NULL && !g_str_equal (row->indicator, indicator))
        continue;
      add_count (counts, chiso_place_key (one ? CHISO_BOUNDARY_63 : row->boundary, row->place), n);
      if (!one && row->boundary == CHISO_BOUNDARY_63 && old != NULL)
        add_count (counts, chiso_place_key (CHISO_BOUNDARY_34, old->successor), n);
    }
  return counts;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const ChisoChoice *first = *(const ChisoChoice *const *) a;
  const ChisoChoice *second = *(const ChisoChoice *const *) b;
  g_autofree char *x = chiso_fold_search (first->label);
  g_autofree char *y = chiso_fold_search (second->label);

  return g_strcmp0 (x, y);
}

static ChisoChoice *
new_counted_choice (const char *key, const char *label, guint n, const char *group)
{
  /* Translators: how many figures the library has of a place. */
  g_autofree char *detail = n > 0 ? g_strdup_printf (ngettext ("%u figure", "%u figures", n), n)
                                  : g_strdup (_ ("none"));

  return chiso_choice_new (key, label, detail, group);
}

static void
add_place (GPtrArray *with, GPtrArray *without, GHashTable *counts, ChisoSession *session,
           ChisoBoundary boundary, const char *place)
{
  g_autofree char *key = chiso_place_key (boundary, place);
  g_autofree char *name = chiso_geo_place_name (chiso_session_get_geo (session), boundary, place,
                                                chiso_session_get_language (session));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
  ChisoChoice *choice;

  /* A province that did not change is offered once. */
  if (boundary == CHISO_BOUNDARY_34
      && chiso_geo_is_unchanged (chiso_session_get_geo (session), place))
    return;
  choice = new_counted_choice (key, name, n,
                               n == 0                          ? _ ("Without figures")
                               : boundary == CHISO_BOUNDARY_63 ? _ ("Provinces until June 2025")
                                                               : _ ("Provinces since July 2025"));
  choice->also = chiso_geo_other_names (chiso_session_get_geo (session), boundary, place);
  g_ptr_array_add (n > 0 ? with : without, choice);
}

GPtrArray *
chiso_coverage_place_choices (GPtrArray *coverage, ChisoSession *session, const char *indicator)
{
  const ChisoBoundary sets[] = { CHISO_BOUNDARY_63, CHISO_BOUNDARY_34 };
  g_autoptr (GHashTable)
      counts = count_by_place (coverage, chiso_session_get_geo (session), indicator);
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  ChisoGeo *geo = chiso_session_get_geo (session);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_choice_free);

  for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
    {
      g_autoptr (GPtrArray) with = g_ptr_array_new ();

      for (guint i = 0; i < chiso_geo_n_provinces (geo, sets[s]); i++)
        add_place (with, without, counts, session, sets[s],
                   chiso_geo_province (geo, sets[s], i)->code);
      g_ptr_array_sort (with, compare_labels);
      /* The whole country stands above its provinces. */
      if (sets[s] == CHISO_BOUNDARY_63)
        add_place (choices, without, counts, session, CHISO_BOUNDARY_63, "VN");
      g_ptr_array_extend (choices, with, NULL, NULL);
    }
  g_ptr_array_sort (without, compare_labels);
  g_ptr_array_extend (choices, without, NULL, NULL);
  return choices;
}

GPtrArray *
chiso_coverage_indicator_choices (GPtrArray *coverage, ChisoSession *session)
{
  ChisoGeo *geo = chiso_session_get_geo (session);
  g_autoptr (GHashTable) reaches = reach_of_indicators (coverage, geo);
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (session);
  const char *language = chiso_session_get_language (session);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_choice_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < chiso_catalogue_n_indicators (catalogue); i++)
    {
      const char *group = chiso_catalogue_indicator (catalogue, i)->group;

      if (!g_ptr_array_find_with_equal_func (groups, group, g_str_equal, NULL))
        g_ptr_array_add (groups, (gpointer) group);
    }
  for (guint g = 0; g < groups->len; g++)
    for (guint i = 0; i < chiso_catalogue_n_indicators (catalogue); i++)
      {
        const ChisoIndicator *indicator = chiso_catalogue_indicator (catalogue, i);
        g_autofree char *reach = NULL;

        if (!g_str_equal (indicator->group, groups->pdata[g]))
          continue;
        reach = reach_words (g_hash_table_lookup (reaches, indicator->id), geo);
        g_ptr_array_add (choices, chiso_choice_new (indicator->id,
                                                    chiso_indicator_name (indicator, language),
                                                    reach, chiso_group_name (indicator->group)));
      }
  return choices;
}

typedef struct
{
  const ChisoCoverage *row; /* one of the place */
  guint years;
} Length;

/* Counts a row for its place; VN is left out. */
static void
add_to_lengths (GArray *lengths, const ChisoCoverage *row)
{
  if (g_str_equal (row->place, "VN"))
    return;
  /* Most often it is the last one. */
  for (guint i = lengths->len; i > 0; i--)
    {
      Length *length = &g_array_index (lengths, Length, i - 1);

      if (same_series (length->row, row))
        {
          length->years++;
          return;
        }
    }
  g_array_append_vals (lengths, &(Length){ row, 1 }, 1);
}

/* How many years of an indicator each place has. GArray of Length. */
static GArray *
measure_lengths (GPtrArray *coverage, const char *indicator)
{
  GArray *lengths = g_array_new (FALSE, FALSE, sizeof (Length));

  for (guint i = 0; i < coverage->len; i++)
    if (g_str_equal (((const ChisoCoverage *) coverage->pdata[i])->indicator, indicator))
      add_to_lengths (lengths, coverage->pdata[i]);
  return lengths;
}

/* The same of each indicator; keys belong to coverage. */
static GHashTable *
measure_all_lengths (GPtrArray *coverage)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) g_array_unref);
  const char *last = NULL;
  GArray *lengths = NULL;

  for (guint i = 0; i < coverage->len; i++)
    {
      ChisoCoverage *row = coverage->pdata[i];

      if (g_strcmp0 (row->indicator, last) != 0)
        lengths = g_hash_table_lookup (all, row->indicator);
      last = row->indicator;
      if (lengths == NULL)
        {
          lengths = g_array_new (FALSE, FALSE, sizeof (Length));
          g_hash_table_insert (all, row->indicator, lengths);
        }
      add_to_lengths (lengths, row);
    }
  return all;
}

/* A place with one year only makes no line: it counts for little. */
static guint
score_of (GArray *lengths)
{
  guint score = 0;

  for (guint i = 0; i < lengths->len; i++)
    score += g_array_index (lengths, Length, i).years > 1 ? 100 : 1;
  return score;
}

const char *
chiso_coverage_widest_indicator (GPtrArray *coverage)
{
  g_autoptr (GHashTable) all = measure_all_lengths (coverage);
  const char *best = NULL, *last = NULL;
  guint best_score = 0;

  for (guint i = 0; i < coverage->len; i++)
    {
      const char *indicator = ((const ChisoCoverage *) coverage->pdata[i])->indicator;
      guint score;

      if (g_strcmp0 (indicator, last) == 0)
        continue;
      last = indicator;
      score = score_of (g_hash_table_lookup (all, indicator));
      if (score > best_score)
        {
          best = indicator;
          best_score = score;
        }
    }
  return best;
}

static int
compare_lengths_down (gconstpointer a, gconstpointer b)
{
  const Length *first = a, *second = b;

  if (first->years != second->years)
    return second->years > first->years ? 1 : -1;
  return g_strcmp0 (first->row->place, second->row->place);
}

char **
chiso_coverage_longest_places (GPtrArray *coverage, const char *indicator, guint n,
                               ChisoBoundary *boundary)
{
  g_autoptr (GArray) lengths = measure_lengths (coverage, indicator);
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  guint taken = 0;

  g_array_sort (lengths, compare_lengths_down);
  *boundary = lengths->len > 0 ? g_array_index (lengths, Length, 0).row->boundary
                               : CHISO_BOUNDARY_63;
  for (guint i = 0; i < lengths->len && taken < n; i++)
    {
      const ChisoCoverage *row = g_array_index (lengths, Length, i).row;

      if (row->boundary != *boundary)
        continue;
      g_strv_builder_add (places, row->place);
      taken++;
    }
  return g_strv_builder_end (places);
}

const char *
chiso_group_name (const char *group)
{
  const struct
  {
    const char *group;
    const char *name;
  } names[] = {
    { "dialogue", N_ ("Dialogue and receptions") },
    { "supervision", N_ ("Supervision and criticism") },
    { "ntm", N_ ("New rural areas") },
    { "mobilisation", N_ ("Mass mobilisation") },
    { "living", N_ ("Living standards") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].group, group) == 0)
      return _ (names[i].name);
  return group;
}
