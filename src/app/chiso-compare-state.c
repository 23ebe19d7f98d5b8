/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the choice consistent. Knows no widget and no store. */

#include "chiso-compare-state.h"

#include "chiso-coverage.h"

#include <string.h>

#define DEFAULT_N_PLACES 5

ChisoCompareState *
chiso_compare_state_load (GSettings *settings, ChisoCatalogue *catalogue, ChisoGeo *geo)
{
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, "compare-choice")
                                           : NULL;

  return chiso_comparison_parse (text, catalogue, geo, NULL);
}

void
chiso_compare_state_save (const ChisoCompareState *state, GSettings *settings)
{
  g_autofree char *text = NULL;

  if (settings == NULL)
    return;
  text = chiso_comparison_format (state);
  g_settings_set_string (settings, "compare-choice", text);
}

static void
choose_places (ChisoCompareState *state, GPtrArray *coverage)
{
  g_auto (GStrv) places = chiso_coverage_longest_places (coverage, state->indicator,
                                                         DEFAULT_N_PLACES, &state->boundary);

  g_ptr_array_set_size (state->places, 0);
  for (char **place = places; *place != NULL; place++)
    g_ptr_array_add (state->places, g_strdup (*place));
}

static char *
place_year (const ChisoCoverage *row)
{
  return g_strdup_printf ("%d:%s:%d", row->boundary, row->place, row->year);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const ChisoCoverage *one = *(const ChisoCoverage *const *) a;
  const ChisoCoverage *other = *(const ChisoCoverage *const *) b;

  return strcmp (one->indicator, other->indicator);
}

/* Of equals the first by id; NULL where no other has a year of a place in common. */
static const char *
find_companion (const char *indicator, GPtrArray *coverage)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_copy (coverage, NULL, NULL);
  const char *best = NULL;
  guint most = 0, n = 0;

  for (guint i = 0; i < coverage->len; i++)
    if (g_str_equal (((const ChisoCoverage *) coverage->pdata[i])->indicator, indicator))
      g_hash_table_add (own, place_year (coverage->pdata[i]));
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_sort (rows, compare_rows_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      const ChisoCoverage *row = rows->pdata[i];
      g_autofree char *key = place_year (row);

      if (i == 0
          || !g_str_equal (row->indicator, ((ChisoCoverage *) rows->pdata[i - 1])->indicator))
        n = 0;
      n += g_hash_table_contains (own, key) ? 1 : 0;
      if (n <= most || g_str_equal (row->indicator, indicator))
        continue;
      most = n;
      best = row->indicator;
    }
  return best;
}

static void
complete_across (ChisoCompareState *state, GPtrArray *coverage)
{
  if (g_strcmp0 (state->across, state->indicator) != 0 && state->across != NULL)
    return;
  g_free (state->across);
  state->across = g_strdup (find_companion (state->indicator, coverage));
  if (state->across == NULL)
    state->kind = PLOT_KIND_LINE;
}

void
chiso_compare_state_complete (ChisoCompareState *state, GPtrArray *coverage)
{
  if (state->indicator == NULL)
    {
      state->indicator = g_strdup (chiso_coverage_widest_indicator (coverage));
      g_ptr_array_set_size (state->places, 0);
    }
  if (state->indicator != NULL && state->places->len == 0)
    choose_places (state, coverage);
  if (state->indicator != NULL && state->kind == PLOT_KIND_SCATTER)
    complete_across (state, coverage);
}

void
chiso_compare_state_set_across (ChisoCompareState *state, const char *across)
{
  if (g_strcmp0 (across, state->indicator) == 0)
    {
      g_free (state->indicator);
      state->indicator = state->across;
      state->across = NULL;
    }
  g_free (state->across);
  state->across = g_strdup (across);
}

/* Whether any place has figures of the state's indicator, its own or those that are added up. */
static gboolean
has_figures (const ChisoCompareState *state, GPtrArray *coverage, ChisoGeo *geo)
{
  for (guint i = 0; i < coverage->len; i++)
    {
      const ChisoCoverage *row = coverage->pdata[i];
      const ChisoProvince *old;

      if (!g_str_equal (row->indicator, state->indicator))
        continue;
      old = chiso_geo_find_code (geo, CHISO_BOUNDARY_63, row->place);
      if (g_ptr_array_find_with_equal_func (state->places, row->place, g_str_equal, NULL)
          && (row->boundary == state->boundary || chiso_geo_is_unchanged (geo, row->place)))
        return TRUE;
      if (state->boundary == CHISO_BOUNDARY_34 && row->boundary == CHISO_BOUNDARY_63 && old != NULL
          && g_ptr_array_find_with_equal_func (state->places, old->successor, g_str_equal, NULL))
        return TRUE;
    }
  return FALSE;
}

void
chiso_compare_state_set_indicator (ChisoCompareState *state, const char *indicator,
                                   GPtrArray *coverage, ChisoGeo *geo)
{
  if (g_strcmp0 (indicator, state->across) == 0)
    {
      g_free (state->across);
      state->across = g_steal_pointer (&state->indicator);
    }
  g_free (state->indicator);
  state->indicator = g_strdup (indicator);
  state->first_year = state->last_year = state->base_year = 0;
  if (!has_figures (state, coverage, geo))
    choose_places (state, coverage);
}

static gboolean
add_place (ChisoCompareState *state, const char *place)
{
  if (state->places->len >= CHISO_COMPARE_MAX_PLACES
      || g_ptr_array_find_with_equal_func (state->places, place, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (state->places, g_strdup (place));
  return TRUE;
}

gboolean
chiso_compare_state_add_place (ChisoCompareState *state, ChisoGeo *geo, ChisoBoundary boundary,
                               const char *place)
{
  /* The country and a province that did not change are of both sets. */
  if (boundary != state->boundary && !g_str_equal (place, "VN")
      && !chiso_geo_is_unchanged (geo, place))
    chiso_compare_state_set_boundary (state, geo, boundary);
  return add_place (state, place);
}

void
chiso_compare_state_remove_place (ChisoCompareState *state, const char *place)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (state->places, place, g_str_equal, &index))
    g_ptr_array_remove_index (state->places, index);
}

gboolean
chiso_compare_state_move_place (ChisoCompareState *state, const char *place, int steps)
{
  char *moved;
  guint index;
  int to;

  if (!g_ptr_array_find_with_equal_func (state->places, place, g_str_equal, &index))
    return FALSE;
  to = (int) index + steps;
  if (steps == 0 || to < 0 || to >= (int) state->places->len)
    return FALSE;
  moved = g_ptr_array_steal_index (state->places, index);
  g_ptr_array_insert (state->places, to, moved);
  return TRUE;
}

void
chiso_compare_state_set_boundary (ChisoCompareState *state, ChisoGeo *geo, ChisoBoundary boundary)
{
  g_autoptr (GPtrArray) old = NULL;

  if (boundary == state->boundary)
    return;
  old = g_steal_pointer (&state->places);
  state->places = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < old->len; i++)
    {
      g_autofree const char **others = chiso_geo_counterparts (geo, state->boundary, old->pdata[i]);

      if (g_str_equal (old->pdata[i], "VN"))
        add_place (state, "VN");
      for (guint j = 0; others[j] != NULL; j++)
        add_place (state, others[j]);
    }
  state->boundary = boundary;
}
