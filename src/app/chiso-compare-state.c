/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the choice consistent. Knows no widget and no store. */

#include "chiso-compare-state.h"

#include "chiso-coverage.h"

#define DEFAULT_N_PLACES 5

ChisoCompareState *
chiso_compare_state_new (void)
{
  ChisoCompareState *state = g_new0 (ChisoCompareState, 1);

  state->places = g_ptr_array_new_with_free_func (g_free);
  state->boundary = CHISO_BOUNDARY_63;
  state->kind = PLOT_KIND_LINE;
  state->show = CHISO_SHOW_VALUE;
  return state;
}

void
chiso_compare_state_free (ChisoCompareState *state)
{
  if (state == NULL)
    return;
  g_free (state->indicator);
  g_ptr_array_unref (state->places);
  g_free (state);
}

ChisoCompareState *
chiso_compare_state_load (GSettings *settings, ChisoCatalogue *catalogue)
{
  ChisoCompareState *state = chiso_compare_state_new ();
  g_auto (GStrv) places = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *show = NULL;
  g_autofree char *indicator = NULL;

  if (settings == NULL)
    return state;
  indicator = g_settings_get_string (settings, "compare-indicator");
  if (chiso_catalogue_find (catalogue, indicator) != NULL)
    state->indicator = g_steal_pointer (&indicator);
  state->boundary = g_settings_get_int (settings, "compare-boundary") == CHISO_BOUNDARY_34
                        ? CHISO_BOUNDARY_34
                        : CHISO_BOUNDARY_63;
  places = g_settings_get_strv (settings, "compare-places");
  for (char **place = places; *place != NULL; place++)
    chiso_compare_state_add_place (state, state->boundary, *place);
  state->first_year = g_settings_get_int (settings, "compare-first-year");
  state->last_year = g_settings_get_int (settings, "compare-last-year");
  kind = g_settings_get_string (settings, "compare-kind");
  if (!plot_kind_from_string (kind, &state->kind))
    state->kind = PLOT_KIND_LINE;
  show = g_settings_get_string (settings, "compare-show");
  state->show = g_str_equal (show, "change") ? CHISO_SHOW_YEAR_ON_YEAR : CHISO_SHOW_VALUE;
  return state;
}

void
chiso_compare_state_save (const ChisoCompareState *state, GSettings *settings)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  if (settings == NULL)
    return;
  for (guint i = 0; i < state->places->len; i++)
    g_ptr_array_add (places, state->places->pdata[i]);
  g_ptr_array_add (places, NULL);
  g_settings_set_string (settings, "compare-indicator",
                         state->indicator != NULL ? state->indicator : "");
  g_settings_set_strv (settings, "compare-places", (const char *const *) places->pdata);
  g_settings_set_int (settings, "compare-boundary", state->boundary);
  g_settings_set_int (settings, "compare-first-year", state->first_year);
  g_settings_set_int (settings, "compare-last-year", state->last_year);
  g_settings_set_string (settings, "compare-kind", plot_kind_to_string (state->kind));
  g_settings_set_string (settings, "compare-show",
                         state->show == CHISO_SHOW_YEAR_ON_YEAR ? "change" : "value");
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
}

void
chiso_compare_state_set_indicator (ChisoCompareState *state, const char *indicator,
                                   GPtrArray *coverage)
{
  gboolean any = FALSE;

  g_free (state->indicator);
  state->indicator = g_strdup (indicator);
  state->first_year = state->last_year = 0;
  for (guint i = 0; i < state->places->len && !any; i++)
    {
      g_autofree char *key = chiso_place_key (state->boundary, state->places->pdata[i]);
      g_autoptr (GArray) years = chiso_coverage_years (coverage, key, indicator);

      any = years->len > 0;
    }
  if (!any)
    choose_places (state, coverage);
}

gboolean
chiso_compare_state_add_place (ChisoCompareState *state, ChisoBoundary boundary, const char *place)
{
  if (boundary != state->boundary)
    g_ptr_array_set_size (state->places, 0);
  if (state->places->len >= CHISO_COMPARE_MAX_PLACES
      || g_ptr_array_find_with_equal_func (state->places, place, g_str_equal, NULL))
    return FALSE;
  state->boundary = boundary;
  g_ptr_array_add (state->places, g_strdup (place));
  return TRUE;
}

void
chiso_compare_state_remove_place (ChisoCompareState *state, const char *place)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (state->places, place, g_str_equal, &index))
    g_ptr_array_remove_index (state->places, index);
}
