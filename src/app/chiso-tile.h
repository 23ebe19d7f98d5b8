/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator of the Overview: name, value, period, change, sparkline. */

#pragma once

#include <adwaita.h>

#include "chiso-tile-facts.h"

G_BEGIN_DECLS

#define CHISO_TYPE_TILE (chiso_tile_get_type ())
G_DECLARE_FINAL_TYPE (ChisoTile, chiso_tile, CHISO, TILE, GtkButton)

/* Signal of GtkButton "clicked": the person wants the evidence.
 * Accessibility: a button; its label reads name, value, period and change. */
GtkWidget *chiso_tile_new (const ChisoTileFacts *facts);

/* What the tile opens: the record of its value. */
gint64 chiso_tile_get_record_id (ChisoTile *self);
/* The indicator, for people. */
const char *chiso_tile_get_name (ChisoTile *self);

G_END_DECLS
