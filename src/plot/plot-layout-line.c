/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line chart: time across, value upwards, each line named at its end. Names that cannot all
 * stand beside the lines are dropped by rank, and a line below says how many. */

#include <math.h>

#include "plot-kind.h"
#include "plot-spread.h"
#include "plot-trace.h"
#include "plot-window.h"

typedef struct
{
  guint series;
  PlotLabel label;
  double value;   /* at the line's end, for the order from top to bottom */
  int rank;       /* by role */
  double inwards; /* how far value is from the least or the greatest of all */
  double middle;  /* height at which it stands */
} EndLabel;

/* From a line's end to its name, in base sizes; more where leaders need room to slant. */
#define NAME_GAP 0.7
#define LEADER_GAP 1.7
/* Among more lines than this, those beside the focus show no single marks. */
#define MANY_LINES 12
/* Pixels of shift that need no leader. */
#define LEADER_SHIFT 3

static void
clear_end_label (gpointer data)
{
  plot_label_clear (&((EndLabel *) data)->label);
}

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

/* Name and last value; the name alone where both are too wide, or (mark is NULL) where the line goes
 * on beyond what is shown. */
static PlotLabel
measure_end_label (PlotBuilder *self, guint series, const PlotMark *mark, double room, guint lines)
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
  const EndLabel *one = a, *other = b;

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
      lo = MIN (lo, g_array_index (labels, EndLabel, i).value);
      hi = MAX (hi, g_array_index (labels, EndLabel, i).value);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i);

      label->inwards = MIN (label->value - lo, hi - label->value);
    }
  g_array_sort (labels, compare_rank_cb);
}

static int
compare_value_cb (gconstpointer a, gconstpointer b)
{
  const EndLabel *one = a, *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return (int) one->series - (int) other->series;
}

static GArray *
measure_end_labels (PlotBuilder *self, double room, guint lines)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (EndLabel));

  g_array_set_clear_func (labels, clear_end_label);
  for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
    {
      const PlotMark *mark = last_value (self, s);
      EndLabel label = { .series = s, .rank = rank_of (self, s) };
      double x;

      if (plot_window_edge (self->figure, s, TRUE, &x, &label.value))
        mark = NULL;
      else if (mark != NULL)
        label.value = mark->value;
      else
        continue;
      label.label = measure_end_label (self, s, mark, room, lines);
      if (label.label.layout != NULL)
        g_array_append_val (labels, label);
    }
  sort_by_rank (labels);
  return labels;
}

/* A line need not start at zero; it does where zero is near enough not to flatten it. */
static void
init_value_scale (PlotBuilder *self, PlotScale *scale, const PlotRect *plot)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_TICK);
  double lo, hi;

  if (!plot_axis_extent (self, &lo, &hi))
    {
      lo = 0;
      hi = 1;
    }
  if (lo > 0 && (lo <= 0.5 * hi || lo == hi))
    lo = 0;
  if (hi < 0 && (hi >= 0.5 * lo || lo == hi))
    hi = 0;
  plot_scale_init_linear (scale, lo, hi, plot->y + plot->height, plot->y,
                          (guint) CLAMP (plot->height / (line * 2.6), 2, 8),
                          -(int) plot_figure_decimals (self->figure), TRUE);
}

/* Of the ranked labels those stay that no better one displaces at the height of their line's
 * end, so that each name stands at its line; returns how many go. */
static guint
drop_by_rank (PlotBuilder *self, GArray *labels, double height)
{
  guint n = labels->len;
  PlotScale scale;
  PlotRect plot = { 0, 0, 1, height };

  init_value_scale (self, &scale, &plot);
  for (guint i = 0; i < labels->len;)
    {
      const EndLabel *label = &g_array_index (labels, EndLabel, i);
      gboolean displaced = FALSE;

      for (guint j = 0; j < i && !displaced; j++)
        {
          const EndLabel *better = &g_array_index (labels, EndLabel, j);
          double between = fabs (plot_scale_map (&scale, label->value)
                                 - plot_scale_map (&scale, better->value));

          displaced = between < (label->label.height + better->label.height) / 2;
        }
      if (displaced)
        g_array_remove_index (labels, i);
      else
        i++;
    }
  return n - labels->len;
}

/* What even so is more than the height is cut from the end. */
static guint
cut_by_height (GArray *labels, double height)
{
  guint n = labels->len, kept = 0;
  double sum = 0;

  while (kept < n && sum + g_array_index (labels, EndLabel, kept).label.height <= height)
    sum += g_array_index (labels, EndLabel, kept++).label.height;
  g_array_set_size (labels, kept);
  return n - kept;
}

static GArray *
fit_end_labels (PlotBuilder *self, double height)
{
  double room = MAX (self->area.width * 0.32, 4 * self->em);
  guint many = (guint) (height / (2.4 * self->em));
  GArray *labels = measure_end_labels (self, room,
                                       plot_figure_n_series (self->figure) > many ? 1 : 2);
  double more = plot_builder_line_height (self, PLOT_STYLE_NOTE) + 0.2 * self->em;
  double sum = 0;

  for (guint i = 0; i < labels->len; i++)
    sum += g_array_index (labels, EndLabel, i).label.height;
  if (sum > height)
    {
      guint dropped = drop_by_rank (self, labels, height - more)
                      + cut_by_height (labels, height - more);
      g_autofree char *text = plot_word_count (PLOT_WORD_UNNAMED, self->language, dropped);

      plot_frame_build_more (self, text);
    }
  return labels;
}

static void
init_period_scale (PlotBuilder *self, PlotScale *scale, const PlotRect *plot)
{
  g_auto (PlotLabel) widest = plot_builder_measure (self, PLOT_STYLE_TICK, "12/2000", 0, 1);
  double lo, hi, pad, width, from, to;
  gboolean months;
  guint most;

  plot_axis_extent_period (self, &lo, &hi, &most);
  months = hi - lo < 1.2 && most > 2 && hi > lo;
  width = (months ? 1.2 : 0.85) * widest.width;
  /* The lines end where their names begin. */
  pad = plot_window_of (self->figure, &from, &to) ? 0
        : hi > lo                                 ? MIN ((hi - lo) * 0.04, 0.5)
                                                  : 0.75;
  plot_scale_init_period (scale, lo - pad, hi > lo ? hi : hi + pad, plot->x, plot->x + plot->width,
                          (guint) MAX (plot->width / width, 1), months);
}

/* Shifts the names apart along the right side; returns how far the furthest is from its line. */
static double
spread_end_labels (GArray *labels, const PlotScale *y, double lo, double hi)
{
  g_autofree PlotSpread *spread = g_new0 (PlotSpread, MAX (labels->len, 1));
  double furthest = 0;

  g_array_sort (labels, compare_value_cb);
  for (guint i = 0; i < labels->len; i++)
    {
      const EndLabel *label = &g_array_index (labels, EndLabel, i);

      spread[i].want = plot_scale_map (y, label->value);
      spread[i].size = label->label.height;
    }
  plot_spread (spread, labels->len, lo, hi);
  for (guint i = 0; i < labels->len; i++)
    {
      g_array_index (labels, EndLabel, i).middle = spread[i].middle;
      furthest = MAX (furthest, fabs (spread[i].middle - spread[i].want));
    }
  return furthest;
}

static void
put_end_labels (PlotBuilder *self, GArray *labels, const PlotPoint *ends, double x)
{
  /* A name alone can stand right at its point, wherever that is. */
  if (labels->len == 1)
    x = ends[g_array_index (labels, EndLabel, 0).series].x + NAME_GAP * self->em;
  for (guint i = 0; i < labels->len; i++)
    {
      EndLabel *label = &g_array_index (labels, EndLabel, i);
      PlotPoint end = ends[label->series];
      double from = end.x + 0.45 * self->em, to = x - 0.2 * self->em;
      PlotInk ink = plot_builder_series_ink (self, label->series);

      self->series = label->series + 1;
      if (to > from
          && (fabs (label->middle - end.y) > LEADER_SHIFT || x - end.x > 2 * NAME_GAP * self->em))
        plot_builder_stroke (self, from, end.y, to, label->middle, 0.75, ink, PLOT_STROKE_LEADER);
      plot_builder_put_over (self, &label->label, ink, x, label->middle - label->label.height / 2);
    }
  self->series = 0;
}

/* What the chart is about is drawn last, on top. */
static void
build_traces (PlotBuilder *self, const PlotScale *x, const PlotScale *y, PlotPoint *ends)
{
  static const PlotRole order[] = { PLOT_ROLE_CONTEXT, PLOT_ROLE_NORMAL, PLOT_ROLE_FOCUS };
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);

  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint s = 0; s < plot_figure_n_series (self->figure); s++)
      {
        gboolean context = order[o] == PLOT_ROLE_CONTEXT;
        PlotTrace trace = { .x = x,
                            .y = y,
                            .line_width = (context ? 0.14 : 0.2) * self->em,
                            .radius = (context ? 0.24 : 0.3) * self->em,
                            .few = context && plot_figure_n_series (self->figure) > MANY_LINES,
                            .missing = missing };

        if (plot_figure_series_role (self->figure, s) != order[o])
          continue;
        plot_trace_build (self, &trace, s, &ends[s]);
        if (plot_window_edge (self->figure, s, TRUE, &ends[s].x, &ends[s].y))
          ends[s] = (PlotPoint){ plot_scale_map (x, ends[s].x), plot_scale_map (y, ends[s].y) };
      }
}

static double
widest_label (GArray *labels)
{
  double widest = 0;

  for (guint i = 0; i < labels->len; i++)
    widest = MAX (widest, g_array_index (labels, EndLabel, i).label.width);
  return widest;
}

static void
build (PlotBuilder *self)
{
  double tick = plot_builder_line_height (self, PLOT_STYLE_TICK);
  double below = tick + 0.5 * self->em;
  g_autoptr (GArray) labels = NULL;
  g_autofree PlotPoint *ends = g_new0 (PlotPoint, plot_figure_n_series (self->figure));
  PlotRect plot;
  PlotScale x, y;
  double left, right, gap;

  plot_window_build_more (self);
  labels = fit_end_labels (self, self->area.height - below);
  plot = self->area;
  plot.y += tick / 2;
  plot.height = MAX (plot.height - below - tick / 2, 1);
  init_value_scale (self, &y, &plot);
  gap = spread_end_labels (labels, &y, plot.y - tick / 2, plot.y + plot.height + 0.3 * self->em)
                > LEADER_SHIFT
            ? LEADER_GAP
            : NAME_GAP;
  left = plot_axis_value_labels_width (self, &y) + 0.6 * self->em;
  right = labels->len > 0 ? widest_label (labels) + (gap + 0.1) * self->em : self->em;
  plot.x += left;
  plot.width = MAX (plot.width - left - right, 1);
  self->layout->plot = plot;
  init_period_scale (self, &x, &plot);
  self->layout->time = x;
  self->layout->has_time = TRUE;

  if (labels->len > 0)
    plot_axis_build_value (self, &y, &plot);
  plot_axis_build_period (self, &x, &plot);
  plot_window_build_signs (self, &plot);
  build_traces (self, &x, &y, ends);
  put_end_labels (self, labels, ends, plot.x + plot.width + gap * self->em);
  if (labels->len > 0)
    plot_axis_build_reference (self, &y, &plot, FALSE);
  else
    plot_frame_build_no_values (self, &plot);
}

const PlotKindClass plot_kind_line = {
  .name = "line",
  .word = PLOT_WORD_CHART_LINE,
  .along = PLOT_ALONG_X,
  .time = TRUE,
  .build = build,
};
