/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that belong together: a region, neighbours, all, those of one merged province. */

#pragma once

#include "chiso-compare-state.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_PRESET_NEIGHBOURS, /* the first place and those that share a land border with it */
  CHISO_PRESET_REGION,     /* all of the first place's region */
  CHISO_PRESET_MERGED,     /* the provinces that became the first place's province of today */
  CHISO_PRESET_ALL,
  CHISO_N_PRESETS
} ChisoPreset;

/* "neighbours", "region", "merged", "all". */
gboolean chiso_preset_from_string (const char *text, ChisoPreset *preset);

/* Replaces the state's places by the preset's; the first place, from which the preset goes out, stays
 * first. Without a place only CHISO_PRESET_ALL does anything. FALSE when nothing changed. */
gboolean chiso_compare_state_apply_preset (ChisoCompareState *state, ChisoPreset preset,
                                           ChisoGeo *geo, ChisoProvinceFacts *facts);

G_END_DECLS
