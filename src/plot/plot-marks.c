/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns a series' marks in memory. Changes none that was added. */

#include "plot-marks.h"

#include <stdlib.h>

#include "plot-memory.h"

/* From so many on the room grows in large steps, so that few marks are copied. */
#define MANY 32768

static void
count (PlotMarks *self, const PlotMark *mark)
{
  PlotTally *tally = &self->tally;

  if (self->n == 0 || mark->x < tally->first_x)
    tally->first_x = mark->x;
  if (self->n == 0 || mark->x > tally->last_x)
    tally->last_x = mark->x;
  if (!plot_mark_has_value (mark))
    {
      tally->n_missing++;
      return;
    }
  if (tally->n_values == 0 || mark->value < self->marks[tally->least].value)
    tally->least = self->n;
  if (tally->n_values == 0 || mark->value > self->marks[tally->greatest].value)
    tally->greatest = self->n;
  tally->n_values++;
  tally->n_rounded += mark->state != PLOT_STATE_EXACT ? 1 : 0;
  tally->n_computed += mark->computed ? 1 : 0;
}

void
plot_marks_append (PlotMarks *self, const PlotMark *mark)
{
  if (self->n == self->room)
    {
      self->room = self->room == 0 ? 8 : self->room * (self->room < MANY ? 2 : 4);
      self->marks = plot_memory_grow (self->marks, self->n * sizeof (PlotMark),
                                      self->room * sizeof (PlotMark));
    }
  count (self, mark);
  self->marks[self->n++] = *mark;
}

void
plot_marks_clear (PlotMarks *self)
{
  free (self->marks);
  *self = (PlotMarks){ NULL };
}
