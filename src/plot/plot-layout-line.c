/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line chart: time across, value upwards, each line named at its end. Names that cannot all
 * stand beside the lines are dropped by rank, and a line below says how many. */

#include <math.h>

#include "plot-ends.h"
#include "plot-kind.h"
#include "plot-trace.h"
#include "plot-window.h"

/* Among more lines than this, those beside the focus show no single marks. */
#define MANY_LINES 12

static const PlotMark *
last_value (PlotBuilder *self, guint series)
{
  guint first, end;

  plot_window_marks (self->figure, series, &first, &end);
  for (guint i = end; i > first; i--)
    {
      const PlotMark *mark = plot_figure_mark (self->figure, series, i - 1);

      if (plot_mark_has_value (mark))
        return mark;
    }
  return NULL;
}

static gboolean
last_end (PlotBuilder *self, guint series, const PlotMark **mark, double *value)
{
  double x;

  *mark = last_value (self, series);
  if (plot_window_edge (self->figure, series, TRUE, &x, value))
    *mark = NULL;
  else if (*mark != NULL)
    *value = (*mark)->value;
  else
    return FALSE;
  return TRUE;
}

static GArray *
fit_ends (PlotBuilder *self, double height)
{
  double room = MAX (self->area.width * 0.32, 4 * self->em);
  guint many = (guint) (height / (2.4 * self->em));
  guint lines = plot_figure_n_series (self->figure) > many ? 1 : 2;
  GArray *ends = plot_ends_measure (self, last_end, room, lines);
  double more = plot_builder_line_height (self, PLOT_STYLE_NOTE) + 0.2 * self->em;

  if (plot_ends_height (ends) > height)
    {
      PlotRect plot = { 0, 0, 1, height - more };
      PlotScale scale;
      g_autofree char *text = NULL;

      plot_axis_init_open (self, &scale, &plot);
      text = plot_word_count (PLOT_WORD_UNNAMED, self->language,
                              plot_ends_drop (ends, &scale, plot.height));
      plot_frame_build_more (self, text);
    }
  return ends;
}

/* 0 for what stands in grey, 2 for what the chart is about, 1 for all between. */
static guint
tier_of (PlotBuilder *self, guint series)
{
  if (plot_figure_series_role (self->figure, series) == PLOT_ROLE_FOCUS)
    return 2;
  return plot_builder_series_ink (self, series) == PLOT_INK_CONTEXT ? 0 : 1;
}

/* What the chart is about is drawn last, on top. */
static void
build_traces (PlotBuilder *self, const PlotScale *x, const PlotScale *y, PlotPoint *ends)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  gboolean many = plot_figure_n_series (self->figure) > MANY_LINES;

  for (guint tier = 0; tier < 3; tier++)
    for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
      {
        PlotTrace trace = { .x = x,
                            .y = y,
                            .line_width = (tier == 0 ? many ? 0.1 : 0.14 : 0.2) * self->em,
                            .radius = (tier == 0 ? many ? 0.18 : 0.24 : 0.3) * self->em,
                            .few = tier < 2 && many,
                            .missing = missing };

        if (tier_of (self, s) != tier)
          continue;
        plot_trace_build (self, &trace, s, &ends[s]);
        if (plot_window_edge (self->figure, s, TRUE, &ends[s].x, &ends[s].y))
          ends[s] = (PlotPoint){ plot_scale_map (x, ends[s].x), plot_scale_map (y, ends[s].y) };
      }
}

static void
build (PlotBuilder *self)
{
  double tick = plot_builder_line_height (self, PLOT_STYLE_TICK);
  double below = tick + 0.5 * self->em, above = plot_axis_breaks_height (self) + tick / 2;
  g_autoptr (GArray) names = NULL;
  g_autofree PlotPoint *ends = g_new0 (PlotPoint, plot_figure_n_series (self->figure));
  PlotRect plot;
  PlotScale x, y;
  double left, right, gap;

  plot_window_build_more (self);
  names = fit_ends (self, self->area.height - below);
  plot = self->area;
  plot.y += above;
  plot.height = MAX (plot.height - below - above, 1);
  plot_axis_init_open (self, &y, &plot);
  gap = plot_ends_gap (
      plot_ends_spread (names, &y, plot.y - tick / 2, plot.y + plot.height + 0.3 * self->em));
  left = plot_axis_value_labels_width (self, &y) + 0.6 * self->em;
  right = names->len > 0 ? plot_ends_width (names) + (gap + 0.1) * self->em : self->em;
  plot.x += left;
  plot.width = MAX (plot.width - left - right, 1);
  self->layout->plot = plot;
  plot_axis_init_period (self, &x, &plot);
  self->layout->time = x;
  self->layout->has_time = TRUE;

  if (names->len > 0)
    plot_axis_build_value (self, &y, &plot);
  plot_axis_build_period (self, &x, &plot);
  plot_window_build_signs (self, &plot);
  build_traces (self, &x, &y, ends);
  plot_axis_build_breaks (self, &x, &plot, TRUE);
  plot_ends_put (self, names, ends, plot.x + plot.width + gap * self->em, PLOT_SIDE_RIGHT);
  if (names->len > 0)
    plot_axis_build_reference (self, &y, &plot, FALSE);
  else
    plot_frame_build_no_values (self, &plot);
}

const PlotKindClass plot_kind_line = {
  .name = "line",
  .word = PLOT_WORD_CHART_LINE,
  .along = PLOT_ALONG_X,
  .past = PLOT_PAST_MARK,
  .time = TRUE,
  .others = TRUE,
  .build = build,
};
