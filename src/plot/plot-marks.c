/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns a series' marks in memory. Changes none that was added. */

#include "plot-marks.h"

#include <stdlib.h>

#include "plot-memory.h"

/* The first segment grows, as most series have few marks; each other one is there as a whole. */
static void
make_room (PlotMarks *self)
{
  guint last = self->room >> PLOT_SEGMENT_SHIFT;

  if (self->room < PLOT_SEGMENT)
    {
      guint room = self->room == 0 ? 8 : self->room * 2;

      if (self->segments == NULL)
        self->segments = g_new0 (PlotMark *, 1);
      self->segments[0] = plot_memory_grow (self->segments[0], self->n * sizeof (PlotMark),
                                            room * sizeof (PlotMark));
      self->room = room;
      return;
    }
  self->segments = g_renew (PlotMark *, self->segments, last + 1);
  self->segments[last] = plot_memory_grow (NULL, 0, PLOT_SEGMENT * sizeof (PlotMark));
  self->room += PLOT_SEGMENT;
}

PlotMark *
plot_marks_append (PlotMarks *self, const PlotMark *mark)
{
  PlotMark *slot;

  if (self->n == self->room)
    make_room (self);
  slot = plot_marks_at (self, self->n++);
  *slot = *mark;
  return slot;
}

static inline void
count_x (PlotTally *tally, guint index, double x)
{
  if (index == 0 || x < tally->first_x)
    tally->first_x = x;
  if (index == 0 || x > tally->last_x)
    tally->last_x = x;
}

static inline void
count_value (PlotTally *tally, guint index, double value)
{
  if (tally->n_values == 0 || value < tally->least_value)
    {
      tally->least = index;
      tally->least_value = value;
    }
  if (tally->n_values == 0 || value > tally->greatest_value)
    {
      tally->greatest = index;
      tally->greatest_value = value;
    }
  tally->n_values++;
}

void
plot_marks_count (PlotMarks *self)
{
  PlotTally *tally = &self->tally;
  guint index = self->n - 1;
  const PlotMark *mark = plot_marks_at (self, index);

  count_x (tally, index, mark->x);
  if (mark->state > PLOT_STATE_AT_MOST)
    {
      tally->n_missing++;
      return;
    }
  count_value (tally, index, mark->value);
  tally->n_rounded += mark->state != PLOT_STATE_EXACT ? 1 : 0;
  tally->n_computed += mark->computed ? 1 : 0;
}

void
plot_marks_add_point (PlotMarks *self, double x, double value)
{
  guint index = self->n;

  if (index == self->room)
    make_room (self);
  *plot_marks_at (self, index) = (PlotMark){ .x = x, .value = value };
  self->n++;
  count_x (&self->tally, index, x);
  count_value (&self->tally, index, value);
}

void
plot_marks_clear (PlotMarks *self)
{
  for (guint i = 0; i << PLOT_SEGMENT_SHIFT < self->room; i++)
    free (self->segments[i]);
  g_free (self->segments);
  *self = (PlotMarks){ NULL };
}
