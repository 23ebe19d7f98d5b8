/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a tile says of one indicator for a place and a year. */

#pragma once

#include "core/chiso-measures.h"
#include "plot/plot-figure.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;   /* of the indicator */
  char *value;  /* "226 communes", or the change where no level is known */
  char *period; /* "first 6 months of 2023" */
  char *change; /* "+12.4%", or NULL for none and where the value is a change itself */
  double
      change_size;   /* per cent or points, also where the value is a change itself; NAN for none */
  int direction;     /* of the change: -1, 0, +1 */
  int good;          /* +1 the change is for the better, -1 for the worse, 0 neither */
  gboolean computed; /* the change is computed from two levels */
  gint64 record_id;  /* what the tile opens */
  gint64 change_id;  /* the record of a stated change or of the later level; 0 without a change */
  guint n_units;     /* districts or communes that the value was added up from, else 0 */
  PlotFigure *sparkline; /* comparable levels over the years; NULL when fewer than two */
} ChisoTileFacts;

/* records: GPtrArray of ChisoRecord*, all years of the place at least. Of several periods that end
 * in the year the whole year goes first, else the longest. NULL when nothing is known of the year.
 * sizes: to add up districts and communes, or NULL. */
ChisoTileFacts *chiso_tile_facts_new (GPtrArray *records, const ChisoIndicator *indicator,
                                      const char *place, ChisoBoundary boundary,
                                      ChisoProvinceFacts *sizes, int year, const char *language);
void chiso_tile_facts_free (ChisoTileFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoTileFacts, chiso_tile_facts_free)

G_END_DECLS
