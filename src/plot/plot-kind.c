/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the table of kinds. */

#include "plot-kind.h"

static const PlotKindClass *const kinds[PLOT_N_KINDS] = {
  [PLOT_KIND_LINE] = &plot_kind_line,
  [PLOT_KIND_COLUMN] = &plot_kind_column,
  [PLOT_KIND_BAR] = &plot_kind_bar,
  [PLOT_KIND_SPARKLINE] = &plot_kind_sparkline,
  [PLOT_KIND_STACKED] = &plot_kind_stacked,
  [PLOT_KIND_STACKED_100] = &plot_kind_stacked_100,
  [PLOT_KIND_ATTAINMENT] = &plot_kind_attainment,
  [PLOT_KIND_DUMBBELL] = &plot_kind_dumbbell,
  [PLOT_KIND_SLOPE] = &plot_kind_slope,
  [PLOT_KIND_MULTIPLES] = &plot_kind_multiples,
  [PLOT_KIND_TILEMAP] = &plot_kind_tilemap,
  [PLOT_KIND_HEATMAP] = &plot_kind_heatmap,
  [PLOT_KIND_SCATTER] = &plot_kind_scatter,
};

const PlotKindClass *
plot_kind_class (PlotKind kind)
{
  g_assert ((guint) kind < PLOT_N_KINDS);

  return kinds[kind];
}

const char *
plot_kind_to_string (PlotKind kind)
{
  return plot_kind_class (kind)->name;
}

gboolean
plot_kind_from_string (const char *text, PlotKind *kind)
{
  for (guint i = 0; i < PLOT_N_KINDS; i++)
    if (g_strcmp0 (text, kinds[i]->name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}
