/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tiles of a place and a year: what changed most first. */

#pragma once

#include <adwaita.h>

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_TILE_LIST (chiso_tile_list_get_type ())
G_DECLARE_FINAL_TYPE (ChisoTileList, chiso_tile_list, CHISO, TILE_LIST, AdwBin)

/* Signal "tile-clicked" (GtkWidget *tile, a ChisoTile): the person wants its evidence. */

/* records: GPtrArray of ChisoRecord*, all years of the place at least; read during the call only. */
void chiso_tile_list_show (ChisoTileList *self, ChisoSession *session, GPtrArray *records,
                           ChisoBoundary boundary, const char *place, int year);
/* For tests: the indicator of the i-th tile, NULL where there are no more. */
const char *chiso_tile_list_get_name (ChisoTileList *self, guint i);

G_END_DECLS
