/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns a figure's changes: a table from a mark's key, beside the marks since few figures have any. */

#include "plot-change.h"

#include "plot-proof-private.h"

void
plot_figure_set_change (PlotFigure *self, guint64 key, const PlotChange *change)
{
  GHashTable **changes;
  PlotChange *copy;

  g_return_if_fail (self != NULL && change != NULL && key != 0);

  changes = plot_figure_changes (self);
  if (*changes == NULL)
    *changes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  copy = g_memdup2 (change, sizeof *change);
  copy->written = plot_figure_keep_text (self, change->written);
  g_hash_table_insert (*changes, g_memdup2 (&key, sizeof key), copy);
}

const PlotChange *
plot_figure_change (const PlotFigure *self, guint64 key)
{
  GHashTable *changes;

  g_return_val_if_fail (self != NULL, NULL);

  changes = *plot_figure_changes ((PlotFigure *) self);
  return changes != NULL ? g_hash_table_lookup (changes, &key) : NULL;
}

gboolean
plot_figure_has_changes (const PlotFigure *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return *plot_figure_changes ((PlotFigure *) self) != NULL;
}
