/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the counting. All that a figure has is counted as its marks are added; only a part of its time
 * is gone through. */

#include "plot-summary.h"

#include "plot-marks.h"
#include "plot-window.h"

static void
keep_extremes (PlotSummary *sum, guint series, const PlotMark *mark)
{
  if (sum->least == NULL || mark->value < sum->least->value)
    {
      sum->least = mark;
      sum->least_series = series;
    }
  if (sum->greatest == NULL || mark->value > sum->greatest->value)
    {
      sum->greatest = mark;
      sum->greatest_series = series;
    }
}

/* Of the part of time that is shown. */
static void
summarise_window (PlotSummary *sum, PlotFigure *figure, guint series)
{
  guint first, end;

  plot_window_marks (figure, series, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlotMark *mark = plot_figure_mark (figure, series, i);
      gboolean value = plot_mark_has_value (mark);

      sum->n_values += value;
      sum->n_missing += !value;
      sum->n_rounded += value && mark->state != PLOT_STATE_EXACT;
      sum->n_computed += value && mark->computed;
      if (value)
        keep_extremes (sum, series, mark);
    }
}

PlotSummary
plot_summarise (PlotFigure *figure)
{
  PlotSummary sum = { 0 };
  double from, to;
  gboolean window = plot_window_of (figure, &from, &to);

  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    {
      const PlotMarks *marks = plot_figure_marks (figure, s);
      const PlotTally *tally = &marks->tally;

      if (window)
        {
          summarise_window (&sum, figure, s);
          continue;
        }
      sum.n_missing += tally->n_missing;
      sum.n_values += tally->n_values;
      sum.n_rounded += tally->n_rounded;
      sum.n_computed += tally->n_computed;
      if (tally->n_values == 0)
        continue;
      keep_extremes (&sum, s, &marks->marks[tally->least]);
      keep_extremes (&sum, s, &marks->marks[tally->greatest]);
    }
  return sum;
}
