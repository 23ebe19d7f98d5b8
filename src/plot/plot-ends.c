/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the names at the ends of lines. Must not let two of them overlap, nor stand at the wrong
 * line. */

#include "plot-ends.h"

#include <math.h>

#include "plot-spread.h"

#define NAME_GAP 0.7
#define LEADER_GAP 1.7
/* Pixels of shift that need no leader. */
#define LEADER_SHIFT 3

static void
clear_end (gpointer data)
{
  plot_label_clear (&((PlotEnd *) data)->label);
}

/* Name and value; the name alone where both are too wide, or (mark is NULL) where the line goes on
 * beyond what is shown. */
static PlotLabel
measure_end (PlotBuilder *self, guint series, const PlotMark *mark, double room, guint lines)
{
  const char *name = plot_figure_series_name (self->figure, series);
  g_autofree char *value = mark == NULL ? g_strdup ("")
                                        : plot_builder_mark_text (
                                            self, mark, plot_figure_n_series (self->figure) == 1);
  g_autofree char *both = g_strconcat (name, *name != '\0' && *value != '\0' ? " " : "", value,
                                       NULL);
  PlotLabel label = plot_builder_measure (self, PLOT_STYLE_SERIES, both, room, lines);

  if (label.cut && *name != '\0')
    {
      plot_label_clear (&label);
      label = plot_builder_measure (self, PLOT_STYLE_SERIES, name, room, lines);
    }
  return label;
}

static int
rank_of (PlotBuilder *self, guint series)
{
  static const int ranks[] = {
    [PLOT_ROLE_FOCUS] = 0, [PLOT_ROLE_NORMAL] = 1, [PLOT_ROLE_CONTEXT] = 2
  };

  return ranks[plot_figure_series_role (self->figure, series)];
}

/* By role, and among equals the outermost first: at the top and the bottom a name that belongs to
 * the second line would be read as the first one's. */
static int
compare_rank_cb (gconstpointer a, gconstpointer b)
{
  const PlotEnd *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank - other->rank;
  if (one->inwards != other->inwards)
    return one->inwards < other->inwards ? -1 : 1;
  return (int) one->series - (int) other->series;
}

static void
sort_by_rank (GArray *labels)
{
  double lo = INFINITY, hi = -INFINITY;

  for (guint i = 0; i < labels->len; i++)
    {
      lo = MIN (lo, g_array_index (labels, PlotEnd, i).value);
      hi = MAX (hi, g_array_index (labels, PlotEnd, i).value);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      PlotEnd *label = &g_array_index (labels, PlotEnd, i);

      label->inwards = MIN (label->value - lo, hi - label->value);
    }
  g_array_sort (labels, compare_rank_cb);
}

static int
compare_value_cb (gconstpointer a, gconstpointer b)
{
  const PlotEnd *one = a, *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return (int) one->series - (int) other->series;
}

GArray *
plot_ends_measure (PlotBuilder *self, PlotEndAt end_at, double room, guint lines)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (PlotEnd));

  g_array_set_clear_func (ends, clear_end);
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      const PlotMark *mark;
      PlotEnd end = { .series = s, .rank = rank_of (self, s) };

      if (!end_at (self, s, &mark, &end.value))
        continue;
      end.label = measure_end (self, s, mark, room, lines);
      if (end.label.layout != NULL)
        g_array_append_val (ends, end);
    }
  sort_by_rank (ends);
  return ends;
}

double
plot_ends_height (GArray *ends)
{
  double sum = 0;

  for (guint i = 0; i < ends->len; i++)
    sum += g_array_index (ends, PlotEnd, i).label.height;
  return sum;
}

double
plot_ends_width (GArray *ends)
{
  double widest = 0;

  for (guint i = 0; i < ends->len; i++)
    widest = MAX (widest, g_array_index (ends, PlotEnd, i).label.width);
  return widest;
}

/* Of the ranked names those stay that no better one displaces at the height of their line's
 * end, so that each name stands at its line. */
static void
drop_by_rank (GArray *ends, const PlotScale *y)
{
  for (guint i = 0; i < ends->len;)
    {
      const PlotEnd *end = &g_array_index (ends, PlotEnd, i);
      gboolean displaced = FALSE;

      for (guint j = 0; j < i && !displaced; j++)
        {
          const PlotEnd *better = &g_array_index (ends, PlotEnd, j);
          double between = fabs (plot_scale_map (y, end->value)
                                 - plot_scale_map (y, better->value));

          displaced = between < (end->label.height + better->label.height) / 2;
        }
      if (displaced)
        g_array_remove_index (ends, i);
      else
        i++;
    }
}

guint
plot_ends_drop (GArray *ends, const PlotScale *y, double height)
{
  guint n = ends->len, kept = 0;
  double sum = 0;

  drop_by_rank (ends, y);
  while (kept < ends->len && sum + g_array_index (ends, PlotEnd, kept).label.height <= height)
    sum += g_array_index (ends, PlotEnd, kept++).label.height;
  g_array_set_size (ends, kept);
  return n - kept;
}

double
plot_ends_spread (GArray *ends, const PlotScale *y, double lo, double hi)
{
  g_autofree PlotSpread *spread = g_new0 (PlotSpread, MAX (ends->len, 1));
  double furthest = 0;

  g_array_sort (ends, compare_value_cb);
  for (guint i = 0; i < ends->len; i++)
    {
      const PlotEnd *end = &g_array_index (ends, PlotEnd, i);

      spread[i].want = plot_scale_map (y, end->value);
      spread[i].size = end->label.height;
    }
  plot_spread (spread, ends->len, lo, hi);
  for (guint i = 0; i < ends->len; i++)
    {
      g_array_index (ends, PlotEnd, i).middle = spread[i].middle;
      furthest = MAX (furthest, fabs (spread[i].middle - spread[i].want));
    }
  return furthest;
}

double
plot_ends_gap (double furthest)
{
  return furthest > LEADER_SHIFT ? LEADER_GAP : NAME_GAP;
}

/* A dotted line from a point to the name that could not stand beside it. */
static void
put_leader (PlotBuilder *self, const PlotEnd *end, PlotPoint point, double x, PlotSide side)
{
  double away = side == PLOT_SIDE_LEFT ? -1 : 1;
  double from = point.x + away * 0.45 * self->em, to = x - away * 0.2 * self->em;

  if ((to - from) * away > 0
      && (fabs (end->middle - point.y) > LEADER_SHIFT
          || fabs (x - point.x) > 2 * NAME_GAP * self->em))
    plot_builder_stroke (self, from, point.y, to, end->middle, 0.75,
                         plot_builder_series_ink (self, end->series), PLOT_STROKE_LEADER);
}

void
plot_ends_put (PlotBuilder *self, GArray *ends, const PlotPoint *points, double x, PlotSide side)
{
  /* A name alone can stand right at its point, wherever that is. */
  if (ends->len == 1 && side == PLOT_SIDE_RIGHT)
    x = points[g_array_index (ends, PlotEnd, 0).series].x + NAME_GAP * self->em;
  for (guint i = 0; i < ends->len; i++)
    {
      PlotEnd *end = &g_array_index (ends, PlotEnd, i);
      double left = side == PLOT_SIDE_LEFT ? x - end->label.width : x;

      self->series = end->series + 1;
      put_leader (self, end, points[end->series], x, side);
      plot_builder_put_over (self, &end->label, plot_builder_series_ink (self, end->series), left,
                             end->middle - end->label.height / 2);
    }
  self->series = 0;
}
