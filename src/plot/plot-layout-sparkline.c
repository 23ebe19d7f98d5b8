/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sparkline: a line that fills its box, with its last mark emphasised. It has no texts, so what
 * it shows is said beside it or by its description. */

#include <math.h>

#include "plot-kind.h"
#include "plot-trace.h"

static void
extent_x (PlotBuilder *self, double *lo, double *hi)
{
  *lo = INFINITY;
  *hi = -INFINITY;
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (self->figure, s); i++)
      {
        double x = plot_figure_mark (self->figure, s, i)->x;

        *lo = MIN (*lo, x);
        *hi = MAX (*hi, x);
      }
}

static void
build (PlotBuilder *self)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  double radius = CLAMP (self->area.height * 0.09, 2, 4);
  PlotRect plot = { self->area.x + radius + 1, self->area.y + radius + 1,
                    MAX (self->area.width - 2 * radius - 2, 1),
                    MAX (self->area.height - 2 * radius - 2, 1) };
  PlotScale x, y;
  PlotTrace trace = {
    .x = &x, .y = &y, .line_width = 1.75, .radius = radius, .last_only = TRUE, .missing = missing
  };
  double lo, hi, x_lo, x_hi;
  PlotPoint last;

  extent_x (self, &x_lo, &x_hi);
  if (!plot_axis_extent (self, &lo, &hi))
    lo = hi = 0;
  self->layout->plot = plot;
  plot_scale_init_linear (&x, x_lo, x_hi, plot.x, plot.x + plot.width, 2, PLOT_SCALE_ANY_STEP,
                          FALSE);
  plot_scale_init_linear (&y, lo, hi, plot.y + plot.height, plot.y, 2, PLOT_SCALE_ANY_STEP, FALSE);
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    plot_trace_build (self, &trace, s, &last);
}

const PlotKindClass plot_kind_sparkline = {
  .name = "sparkline",
  .word = PLOT_WORD_CHART_LINE,
  .along = PLOT_ALONG_X,
  .past = PLOT_PAST_MARK,
  .bare = TRUE,
  .build = build,
};
