/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the places of a preset in the registry. Knows no widget and no store. */

#include "chiso-compare-presets.h"

#include <string.h>

static const char *const names[CHISO_N_PRESETS] = {
  [CHISO_PRESET_NEIGHBOURS] = "neighbours",
  [CHISO_PRESET_REGION] = "region",
  [CHISO_PRESET_MERGED] = "merged",
  [CHISO_PRESET_ALL] = "all",
};

gboolean
chiso_preset_from_string (const char *text, ChisoPreset *preset)
{
  for (guint i = 0; i < CHISO_N_PRESETS; i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *preset = i;
        return TRUE;
      }
  return FALSE;
}

static void
add_once (GPtrArray *places, const char *place)
{
  if (!g_ptr_array_find_with_equal_func (places, place, g_str_equal, NULL))
    g_ptr_array_add (places, g_strdup (place));
}

static void
add_neighbours (GPtrArray *places, const ChisoProvince *from, ChisoProvinceFacts *facts)
{
  g_autofree const char **codes = chiso_province_facts_neighbours (facts, from->boundary,
                                                                   from->code);

  for (guint i = 0; codes[i] != NULL; i++)
    add_once (places, codes[i]);
}

/* All provinces of the set, or those that have a text in common with from. */
static void
add_alike (GPtrArray *places, ChisoBoundary boundary, ChisoGeo *geo, const ChisoProvince *from,
           ChisoPreset preset)
{
  for (guint i = 0; i < chiso_geo_n_provinces (geo, boundary); i++)
    {
      const ChisoProvince *province = chiso_geo_province (geo, boundary, i);

      if (preset == CHISO_PRESET_ALL
          || (preset == CHISO_PRESET_REGION && strcmp (province->region, from->region) == 0)
          || (preset == CHISO_PRESET_MERGED && strcmp (province->successor, from->successor) == 0))
        add_once (places, province->code);
    }
}

gboolean
chiso_compare_state_apply_preset (ChisoCompareState *state, ChisoPreset preset, ChisoGeo *geo,
                                  ChisoProvinceFacts *facts)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  const ChisoProvince *from = NULL;
  gboolean changed;

  g_return_val_if_fail (state != NULL && geo != NULL && facts != NULL, FALSE);

  for (guint i = 0; i < state->places->len && from == NULL; i++)
    from = chiso_geo_find_code (geo, state->boundary, state->places->pdata[i]);
  if (from == NULL && preset != CHISO_PRESET_ALL)
    return FALSE;
  if (from != NULL)
    add_once (places, from->code);
  if (preset == CHISO_PRESET_NEIGHBOURS)
    add_neighbours (places, from, facts);
  else
    add_alike (places, state->boundary, geo, from, preset);
  changed = places->len != state->places->len;
  for (guint i = 0; i < places->len && !changed; i++)
    changed = strcmp (places->pdata[i], state->places->pdata[i]) != 0;
  g_ptr_array_unref (state->places);
  state->places = g_steal_pointer (&places);
  return changed;
}
