/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns a figure's other values: a table from a mark's key, beside the marks since few have any. */

#include "plot-other.h"

#include <math.h>

#include "plot-proof-private.h"

void
plot_figure_add_other (PlotFigure *self, guint64 key, double value)
{
  GHashTable **others;
  GArray *list;

  g_return_if_fail (self != NULL && key != 0);
  g_return_if_fail (isfinite (value));

  others = plot_figure_others (self);
  if (*others == NULL)
    *others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                     (GDestroyNotify) g_array_unref);
  list = g_hash_table_lookup (*others, &key);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (double));
      g_hash_table_insert (*others, g_memdup2 (&key, sizeof key), list);
    }
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, double, i) == value)
      return;
  g_array_append_val (list, value);
}

static GArray *
find (const PlotFigure *self, guint64 key)
{
  GHashTable *others = *plot_figure_others ((PlotFigure *) self);

  return others != NULL ? g_hash_table_lookup (others, &key) : NULL;
}

guint
plot_figure_n_others (const PlotFigure *self, guint64 key)
{
  GArray *list = find (self, key);

  return list != NULL ? list->len : 0;
}

double
plot_figure_other (const PlotFigure *self, guint64 key, guint i)
{
  GArray *list = find (self, key);

  g_return_val_if_fail (list != NULL && i < list->len, NAN);

  return g_array_index (list, double, i);
}

gboolean
plot_figure_has_others (const PlotFigure *self)
{
  return *plot_figure_others ((PlotFigure *) self) != NULL;
}
