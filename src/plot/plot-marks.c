/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns a series' marks in memory. Changes none that was added. */

#include "plot-marks.h"

#include <math.h>
#include <stdlib.h>

#include "plot-memory.h"

struct _PlotAsked
{
  GMutex lock;
  GHashTable *marks; /* index -> PlotMark */
};

/* The first segment grows, as most series have few marks; each other one is there as a whole. */
static gpointer *
make_room (gpointer *segments, guint *room, guint n, guint segment, gsize size)
{
  guint last = *room / segment;

  if (*room < segment)
    {
      guint more = *room == 0 ? 8 : *room * 2;

      if (segments == NULL)
        segments = g_new0 (gpointer, 1);
      segments[0] = plot_memory_grow (segments[0], n * size, more * size);
      *room = more;
      return segments;
    }
  segments = g_renew (gpointer, segments, last + 1);
  segments[last] = plot_memory_grow (NULL, 0, segment * size);
  *room += segment;
  return segments;
}

static void
clear_samples (PlotMarks *self)
{
  for (guint i = 0; i << PLOT_POINTS_SHIFT < self->room; i++)
    free (self->samples[i]);
  g_clear_pointer (&self->samples, g_free);
  g_hash_table_unref (self->asked->marks);
  g_mutex_clear (&self->asked->lock);
  g_clear_pointer (&self->asked, g_free);
}

static PlotMark *
append (PlotMarks *self, const PlotMark *mark)
{
  PlotMark *slot;

  if (self->n == self->room)
    self->segments = (PlotMark **) make_room ((gpointer *) self->segments, &self->room, self->n,
                                              PLOT_SEGMENT, sizeof (PlotMark));
  slot = plot_marks_at (self, self->n++);
  *slot = *mark;
  return slot;
}

/* Makes marks of all samples, for one that is more. */
static void
spread (PlotMarks *self)
{
  PlotMarks all = { .tally = self->tally };

  for (guint i = 0; i < self->n; i++)
    {
      const PlotSample *sample = plot_marks_sample (self, i);

      append (&all, &(PlotMark){ .x = sample->x, .value = sample->value });
    }
  clear_samples (self);
  *self = all;
}

PlotMark *
plot_marks_append (PlotMarks *self, const PlotMark *mark)
{
  if (self->samples != NULL)
    spread (self);
  return append (self, mark);
}

PlotMark *
plot_marks_ask (const PlotMarks *self, guint i)
{
  const PlotSample *sample = plot_marks_sample (self, i);
  PlotMark *mark;

  g_mutex_lock (&self->asked->lock);
  mark = g_hash_table_lookup (self->asked->marks, GUINT_TO_POINTER (i));
  if (mark == NULL)
    {
      mark = g_new0 (PlotMark, 1);
      mark->x = sample->x;
      mark->value = sample->value;
      g_hash_table_insert (self->asked->marks, GUINT_TO_POINTER (i), mark);
    }
  g_mutex_unlock (&self->asked->lock);
  return mark;
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

static void
add_samples (PlotMarks *self, const double *x, const double *values, guint n)
{
  if (self->asked == NULL)
    {
      self->asked = g_new0 (struct _PlotAsked, 1);
      g_mutex_init (&self->asked->lock);
      self->asked->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    }
  for (guint done = 0; done < n;)
    {
      PlotSample *to;
      guint many;

      if (self->n == self->room)
        self->samples = (PlotSample **) make_room ((gpointer *) self->samples, &self->room, self->n,
                                                   PLOT_POINTS, sizeof (PlotSample));
      to = (PlotSample *) plot_marks_sample (self, self->n);
      many = MIN (n - done, MIN (self->room, (self->n | (PLOT_POINTS - 1)) + 1) - self->n);
      for (guint i = 0; i < many; i++)
        to[i] = (PlotSample){ x[done + i], values[done + i] };
      done += many;
      self->n += many;
    }
}

/* The tally of values that begin with the mark of that index. */
static void
count_samples (PlotTally *tally, guint index, const double *x, const double *values, guint n)
{
  double least = tally->n_values > 0 ? tally->least_value : INFINITY;
  double greatest = tally->n_values > 0 ? tally->greatest_value : -INFINITY;
  double first = index > 0 ? tally->first_x : INFINITY;
  double last = index > 0 ? tally->last_x : -INFINITY;

  for (guint i = 0; i < n; i++)
    {
      first = x[i] < first ? x[i] : first;
      last = x[i] > last ? x[i] : last;
      if (values[i] < least)
        {
          least = values[i];
          tally->least = index + i;
        }
      if (values[i] > greatest)
        {
          greatest = values[i];
          tally->greatest = index + i;
        }
    }
  tally->first_x = first;
  tally->last_x = last;
  tally->least_value = least;
  tally->greatest_value = greatest;
  tally->n_values += n;
}

void
plot_marks_add_points (PlotMarks *self, const double *x, const double *values, guint n)
{
  guint index = self->n;

  if (n == 0)
    return;
  if (index == 0 || self->samples != NULL)
    add_samples (self, x, values, n);
  else
    for (guint i = 0; i < n; i++)
      append (self, &(PlotMark){ .x = x[i], .value = values[i] });
  count_samples (&self->tally, index, x, values, n);
}

void
plot_marks_clear (PlotMarks *self)
{
  if (self->samples != NULL)
    clear_samples (self);
  for (guint i = 0; self->segments != NULL && i << PLOT_SEGMENT_SHIFT < self->room; i++)
    free (self->segments[i]);
  g_free (self->segments);
  *self = (PlotMarks){ NULL };
}
