/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the counting, and who is level. All that a figure has is counted as its marks are added; only a part of its time
 * is gone through. */

#include "plot-summary.h"

#include "plot-kind.h"
#include "plot-marks.h"
#include "plot-window.h"

/* Of those that are level so many are named. */
#define MAX_NAMED 3
/* Nobody listens to who is level among more values than this. */
#define MAX_LISTENED 10000

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
      keep_extremes (&sum, s, plot_marks_at (marks, tally->least));
      keep_extremes (&sum, s, plot_marks_at (marks, tally->greatest));
    }
  return sum;
}

static gboolean
is_level (const PlotMark *mark, const PlotMark *other)
{
  return other != mark && plot_mark_has_value (other) && other->value == mark->value
         && other->state == mark->state;
}

char *
plot_summary_level (PlotFigure *figure, const PlotSummary *sum, guint series, const PlotMark *mark,
                    PlotSubjectOf subject_of)
{
  char *subject = subject_of (figure, series, mark);
  GString *out;
  guint n = 1;

  /* Points of a plane are told with both values. */
  if (plot_kind_class (plot_figure_kind (figure))->plane || sum->n_values > MAX_LISTENED)
    return subject;
  out = g_string_new (subject);
  g_free (subject);
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    {
      guint first, end;

      plot_window_marks (figure, s, &first, &end);
      for (guint i = first; i < end; i++)
        {
          const PlotMark *other = plot_figure_mark (figure, s, i);

          if (!is_level (mark, other) || n++ >= MAX_NAMED)
            continue;
          subject = subject_of (figure, s, other);
          g_string_append_printf (out, "; %s", subject);
          g_free (subject);
        }
    }
  if (n > MAX_NAMED)
    {
      g_autofree char *more = plot_word_count (PLOT_WORD_MORE_ITEMS, plot_figure_language (figure),
                                               n - MAX_NAMED);

      g_string_append_printf (out, "; %s", more);
    }
  return g_string_free (out, FALSE);
}
