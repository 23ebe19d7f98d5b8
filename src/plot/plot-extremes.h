/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The greatest and the least in words, beside a picture of all. Internal to libplot. */

#pragma once

#include "plot-builder.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const PlotMark *mark; /* with a value */
  gboolean focus;
  double wish; /* used inside */
  guint order;
} PlotExtreme;

/* Two lists in the room's top left, a few lines each; FALSE, and nothing, where they do not fit, or where
 * there is too little to choose from. all: of PlotExtreme; of equals the first comes first. */
gboolean plot_extremes_build (PlotBuilder *self, GArray *all, const PlotRect *room);

G_END_DECLS
