/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how a series becomes a line. Must not bridge a missing mark, and must not lose an extreme
 * when it thins a series out. */

#include "plot-trace.h"

#include <math.h>

#include "plot-marks.h"
#include "plot-other.h"
#include "plot-window.h"

/* Below so many marks for a pixel nothing is thinned out. */
#define MARKS_PER_PIXEL 2.0

typedef struct
{
  guint first, least, greatest, last;
  double least_value, greatest_value;
  guint missing;
  gboolean has_value, has_missing;
} Column;

static inline void
column_add (Column *column, const PlotMark *mark, guint i)
{
  if (mark->state > PLOT_STATE_AT_MOST)
    {
      if (!column->has_missing)
        column->missing = i;
      column->has_missing = TRUE;
      return;
    }
  if (!column->has_value)
    {
      column->first = column->least = column->greatest = i;
      column->least_value = column->greatest_value = mark->value;
    }
  column->has_value = TRUE;
  if (mark->value < column->least_value)
    {
      column->least = i;
      column->least_value = mark->value;
    }
  if (mark->value > column->greatest_value)
    {
      column->greatest = i;
      column->greatest_value = mark->value;
    }
  column->last = i;
}

static void
column_flush (Column *column, GArray *kept)
{
  guint order[4] = { column->first, MIN (column->least, column->greatest),
                     MAX (column->least, column->greatest), column->last };

  if (column->has_value)
    for (guint i = 0; i < G_N_ELEMENTS (order); i++)
      {
        if (i == 0 || order[i] != order[i - 1])
          g_array_append_val (kept, order[i]);
      }
  else if (column->has_missing)
    g_array_append_val (kept, column->missing);
  *column = (Column){ 0 };
}

/* The same as below of samples, where there is no need to look for what is missing. */
static void
thin_out_samples (const PlotMarks *marks, guint first, guint end, const PlotScale *x, GArray *kept)
{
  for (guint i = first; i < end;)
    {
      const PlotSample *sample = plot_marks_sample (marks, i);
      double pixel = floor (plot_scale_map (x, sample->x));
      double begins = plot_scale_unmap (x, pixel), ends = plot_scale_unmap (x, pixel + 1);
      Column column = { i, i, i, i, sample->value, sample->value, .has_value = TRUE };

      while (++i < end)
        {
          sample = plot_marks_sample (marks, i);
          if (sample->x < begins || sample->x >= ends)
            break;
          if (sample->value < column.least_value)
            {
              column.least = i;
              column.least_value = sample->value;
            }
          if (sample->value > column.greatest_value)
            {
              column.greatest = i;
              column.greatest_value = sample->value;
            }
        }
      column.last = i - 1;
      column_flush (&column, kept);
    }
}

/* Marks are asked on which pixel they fall only where they leave the one before. */
static void
thin_out (const PlotMarks *marks, guint first, guint end, const PlotScale *x, GArray *kept)
{
  Column column = { 0 };
  double begins = INFINITY, ends = -INFINITY; /* times of the pixel */

  if (marks->samples != NULL)
    {
      thin_out_samples (marks, first, end, x, kept);
      return;
    }
  for (guint i = first; i < end; i++)
    {
      const PlotMark *mark = plot_marks_at (marks, i);

      if (mark->x < begins || mark->x >= ends)
        {
          double pixel = floor (plot_scale_map (x, mark->x));

          column_flush (&column, kept);
          begins = plot_scale_unmap (x, pixel);
          ends = plot_scale_unmap (x, pixel + 1);
        }
      column_add (&column, mark, i);
    }
  column_flush (&column, kept);
}

GArray *
plot_trace_decimate (const PlotFigure *figure, guint series, const PlotScale *x)
{
  guint first, end;
  gboolean all;
  GArray *kept;

  plot_window_marks (figure, series, &first, &end);
  all = end - first <= MARKS_PER_PIXEL * MAX (fabs (x->end - x->start), 1);
  kept = g_array_sized_new (FALSE, FALSE, sizeof (guint), all ? end - first : 1024);
  if (!all)
    thin_out (plot_figure_marks (figure, series), first, end, x, kept);
  for (guint i = first; i < end && all; i++)
    g_array_append_val (kept, i);
  return kept;
}

typedef struct
{
  PlotBuilder *builder;
  const PlotTrace *trace;
  guint series;
  PlotInk ink;
  PlotShape shape;
  gboolean all_symbols;
  PlotPath path;  /* the one that is being drawn; n == 0: none */
  guint n_breaks; /* of the figure's breaks those that lie behind */
} Pen;

static void
pen_lift (Pen *pen)
{
  if (pen->path.n > 1)
    g_array_append_val (pen->builder->layout->paths, pen->path);
  pen->path.n = 0;
}

static void
pen_down (Pen *pen, PlotPoint point, gboolean dashed)
{
  pen->path = (PlotPath){ .first = pen->builder->layout->points->len,
                          .n = 1,
                          .width = pen->trace->line_width,
                          .ink = pen->ink,
                          .dashed = dashed,
                          .series = pen->series + 1 };
  g_array_append_val (pen->builder->layout->points, point);
}

static void
pen_move (Pen *pen, PlotPoint point, gboolean dashed)
{
  GArray *points = pen->builder->layout->points;

  if (pen->path.n == 0)
    {
      pen_down (pen, point, dashed);
      return;
    }
  if (pen->path.dashed != dashed && pen->path.n > 1)
    {
      PlotPoint before = g_array_index (points, PlotPoint, points->len - 1);

      pen_lift (pen);
      pen_down (pen, before, dashed);
    }
  pen->path.dashed = dashed;
  pen->path.n++;
  g_array_append_val (points, point);
}

static void
add_spot (Pen *pen, guint index, PlotPoint point)
{
  double r = pen->trace->radius;
  PlotSpot spot = { .series = pen->series,
                    .index = index,
                    .row = index,
                    .round = TRUE,
                    .bounds = { point.x - r, point.y - r, 2 * r, 2 * r } };

  plot_builder_spot (pen->builder, &spot, pen->builder->em);
}

/* A cross above the axis; of several series that miss the same period each has its own. */
static void
build_missing (Pen *pen, guint index, double x)
{
  const PlotScale *y = pen->trace->y;
  gpointer column = GINT_TO_POINTER ((int) round (x));
  guint above = GPOINTER_TO_UINT (g_hash_table_lookup (pen->trace->missing, column));
  double step = 0.8 * pen->builder->em;
  double height = fabs (y->start - y->end);
  PlotPoint point = { x, y->start - MIN (0.6 * step + above * step, height) };

  g_hash_table_insert (pen->trace->missing, column, GUINT_TO_POINTER (above + 1));
  if (!pen->trace->last_only)
    plot_builder_symbol (pen->builder, point.x, point.y, 0.22 * pen->builder->em, PLOT_SHAPE_CROSS,
                         pen->ink, PLOT_FILL_SOLID);
  add_spot (pen, index, point);
}

static gboolean
has_value_at (Pen *pen, GArray *kept, guint i)
{
  return i < kept->len
         && plot_mark_has_value (
             plot_figure_mark (pen->builder->figure, pen->series, g_array_index (kept, guint, i)));
}

static gboolean
wants_symbol (Pen *pen, GArray *kept, guint i, const PlotMark *mark, gboolean last)
{
  gboolean alone = !has_value_at (pen, kept, i - 1) && !has_value_at (pen, kept, i + 1);

  if (pen->trace->last_only)
    return last || alone;
  return pen->all_symbols || alone || last || plot_mark_fill (mark) != PLOT_FILL_SOLID;
}

/* From the mark to what another source says in its place. */
static void
build_others (Pen *pen, const PlotMark *mark, const PlotPoint *point)
{
  const PlotFigure *figure = pen->builder->figure;

  for (guint i = 0; i < plot_figure_n_others (figure, mark->key); i++)
    {
      PlotPoint other = { point->x, plot_scale_map (pen->trace->y,
                                                    plot_figure_other (figure, mark->key, i)) };

      plot_builder_way (pen->builder, point, &other, pen->ink, PLOT_STROKE_WAY);
    }
}

static void
build_value (Pen *pen, GArray *kept, guint i, PlotPoint point, gboolean last)
{
  guint index = g_array_index (kept, guint, i);
  const PlotMark *mark = plot_figure_mark (pen->builder->figure, pen->series, index);

  pen_move (pen, point, mark->computed);
  if (!pen->trace->last_only && plot_figure_has_others (pen->builder->figure))
    build_others (pen, mark, &point);
  if (wants_symbol (pen, kept, i, mark, last))
    plot_builder_symbol (pen->builder, point.x, point.y, pen->trace->radius, pen->shape,
                         pen->trace->plain
                             ? plot_trace_plain_ink (pen->builder, pen->series, mark)
                             : plot_builder_mark_ink (pen->builder, pen->series, mark),
                         pen->trace->last_only ? PLOT_FILL_SOLID : plot_mark_fill (mark));
  add_spot (pen, index, point);
}

/* Where the line comes in from, or goes on to, marks that are not shown. */
static void
build_edge (Pen *pen, gboolean at_end)
{
  const PlotFigure *figure = pen->builder->figure;
  guint first, end;
  double x, value;

  if (!plot_window_edge (figure, pen->series, at_end, &x, &value))
    return;
  plot_window_marks (figure, pen->series, &first, &end);
  pen_move (pen,
            (PlotPoint){ plot_scale_map (pen->trace->x, x), plot_scale_map (pen->trace->y, value) },
            plot_figure_mark (figure, pen->series, at_end ? end : first)->computed);
}

/* No line leads over a break to x. */
static void
pen_pass_breaks (Pen *pen, double x)
{
  double at;

  for (; pen->n_breaks < plot_figure_n_breaks (pen->builder->figure); pen->n_breaks++)
    {
      plot_figure_break (pen->builder->figure, pen->n_breaks, &at);
      if (x < at)
        return;
      pen_lift (pen);
    }
}

PlotInk
plot_trace_plain_ink (PlotBuilder *self, guint series, const PlotMark *mark)
{
  PlotRole role = mark != NULL ? plot_builder_mark_role (self, series, mark)
                               : plot_figure_series_role (self->figure, series);

  return role == PLOT_ROLE_NORMAL  ? PLOT_INK_HUE
         : role == PLOT_ROLE_FOCUS ? PLOT_INK_ACCENT
                                   : PLOT_INK_CONTEXT;
}

int
plot_trace_build (PlotBuilder *self, const PlotTrace *trace, guint series, PlotPoint *last)
{
  g_autoptr (GArray) kept = plot_trace_decimate (self->figure, series, trace->x);
  Pen pen = { .builder = self,
              .trace = trace,
              .series = series,
              .ink = trace->plain ? plot_trace_plain_ink (self, series, NULL)
                                  : plot_builder_series_ink (self, series),
              .shape = trace->plain ? PLOT_SHAPE_CIRCLE
                                    : plot_builder_series_shape (self, series) };
  guint whose = self->series;
  int last_index = -1;

  self->series = series + 1;
  pen.all_symbols = !trace->few
                    && kept->len * 3.5 * trace->radius < fabs (trace->x->end - trace->x->start);
  for (guint i = kept->len; i > 0 && last_index < 0; i--)
    if (has_value_at (&pen, kept, i - 1))
      last_index = (int) g_array_index (kept, guint, i - 1);
  build_edge (&pen, FALSE);
  for (guint i = 0; i < kept->len; i++)
    {
      guint index = g_array_index (kept, guint, i);
      const PlotMark *mark = plot_figure_mark (self->figure, series, index);
      PlotPoint point = { plot_scale_map (trace->x, mark->x), 0 };

      pen_pass_breaks (&pen, mark->x);
      if (!plot_mark_has_value (mark))
        {
          pen_lift (&pen);
          build_missing (&pen, index, point.x);
          continue;
        }
      point.y = plot_scale_map (trace->y, mark->value);
      build_value (&pen, kept, i, point, (int) index == last_index);
      if ((int) index == last_index)
        *last = point;
    }
  build_edge (&pen, TRUE);
  pen_lift (&pen);
  self->series = whose;
  return last_index;
}
