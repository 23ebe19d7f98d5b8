/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The column chart: categories across, one column a series in each. Values are written above
 * (below, where negative) as far as each has room; else only those of the focus and the
 * extremes. */

#include <math.h>

#include "plot-categories.h"
#include "plot-kind.h"
#include "plot-other.h"

/* Narrower columns are not seen as columns. */
#define LEAST_COLUMN 2.0
/* One pixel of it lies beyond the zero line. */
#define LEAST_LENGTH 2

typedef struct
{
  const PlotMark *mark;
  guint series, index, category;
  PlotRect box;
  PlotLabel label;
  PlotRect written; /* where the label stands; of no height while it does not */
} Column;

typedef struct
{
  PlotCategories *categories;
  GArray *columns; /* of Column */
  PlotScale x, y;
  double width;           /* of one column */
  double least, greatest; /* values */
  guint every;            /* each so-manieth category has its name written */
  guint phase;
  guint name_lines;
  double name_height;
} Plan;

static void
clear_column (gpointer data)
{
  plot_label_clear (&((Column *) data)->label);
}

static GArray *
collect_columns (PlotBuilder *self, const PlotCategories *categories)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  g_array_set_clear_func (columns, clear_column);
  for (guint s = 0; s < categories->n_series; s++)
    for (guint c = 0; c < categories->n; c++)
      {
        Column column = { .series = s, .category = c };

        column.mark = plot_categories_mark (categories, self->figure, c, s, &column.index);
        if (column.mark != NULL)
          g_array_append_val (columns, column);
      }
  return columns;
}

static void
fit_categories (PlotBuilder *self, PlotCategories *categories, double width)
{
  double least = categories->n_series * LEAST_COLUMN + 2;
  guint capacity = (guint) MAX (1, floor (width / least));

  if (capacity < categories->n_all)
    {
      g_autofree char *text = NULL;

      plot_categories_limit (categories, capacity);
      text = plot_categories_more (categories, self->figure);
      plot_frame_build_more (self, text);
    }
}

static PlotLabel
measure_name (PlotBuilder *self, const Plan *plan, guint category, double width, guint lines)
{
  return plot_builder_measure_centred (
      self, plot_categories_style (plan->categories, category),
      plot_categories_label (plan->categories, self->figure, category), width, lines);
}

/* Whether every so-manieth name can be written whole in the bands that it then has. */
static gboolean
names_fit (PlotBuilder *self, Plan *plan, guint every, double band)
{
  plan->name_height = plot_builder_line_height (self, PLOT_STYLE_CATEGORY);
  if (band * every < 2.5 * self->em)
    return FALSE;
  for (guint c = plan->phase % every; c < plan->categories->n; c += every)
    {
      g_auto (PlotLabel)
          name = measure_name (self, plan, c, band * every - 0.5 * self->em, plan->name_lines);

      plan->name_height = MAX (plan->name_height, name.height);
      if (name.cut)
        return FALSE;
    }
  return TRUE;
}

/* Names wrap first, then are thinned out around the focus; what is too long even then is ellipsized
 * (the tooltip has it whole). They are never turned, since turned text is not read. */
static void
fit_names (PlotBuilder *self, Plan *plan, double band)
{
  static const guint steps[] = { 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 60, 120, 500, 5000 };

  plan->name_lines = (guint) CLAMP (self->area.height / (5 * self->em), 1, 3);
  plan->phase = 0;
  for (guint c = 0; c < plan->categories->n; c++)
    if (plan->categories->focus[plan->categories->shown[c]])
      {
        plan->phase = c;
        break;
      }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      plan->every = steps[i];
      if (names_fit (self, plan, plan->every, band))
        return;
      /* A few names with an ellipsis tell more than every tenth name. */
      if (plan->categories->n <= 12 && band * plan->every > 5 * self->em)
        return;
    }
}

static void
build_name (PlotBuilder *self, const Plan *plan, const PlotRect *plot, guint c)
{
  double room = plot_scale_band_width (&plan->x) * plan->every - 0.5 * self->em;
  g_auto (PlotLabel)
      name = measure_name (self, plan, c, MAX (room, 2 * self->em), plan->name_lines);
  double x = plot_scale_map (&plan->x, c) - name.width / 2;
  PlotRect box = { CLAMP (x, 0, MAX (self->layout->width - name.width, 0)),
                   plot->y + plot->height + 0.45 * self->em, name.width, name.height };

  if (plot_builder_is_free (self, &box))
    plot_builder_put (self, &name, PLOT_INK_TEXT, box.x, box.y);
}

/* The focus first, so that no neighbour takes its room. */
static void
build_names (PlotBuilder *self, const Plan *plan, const PlotRect *plot)
{
  build_name (self, plan, plot, plan->phase);
  for (guint c = plan->phase % plan->every; c < plan->categories->n; c += plan->every)
    if (c != plan->phase)
      build_name (self, plan, plot, c);
}

static void
init_value_scale (PlotBuilder *self, Plan *plan, const PlotRect *plot)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_VALUE) + 0.1 * self->em;
  double lo, hi, room;

  if (!plot_axis_extent (self, &lo, &hi))
    {
      lo = 0;
      hi = 1;
    }
  lo = MIN (lo, 0);
  hi = MAX (hi, 0);
  if (lo == hi)
    hi = 1;
  /* Values stand beyond the columns' ends, so the columns end a line earlier. */
  room = MIN (line, plot->height * 0.2);
  plot_scale_init_linear (&plan->y, lo, hi, plot->y + plot->height - (lo < 0 ? room : 0),
                          plot->y + (hi > 0 ? room : 0),
                          (guint) CLAMP (plot->height / (line * 2.6), 2, 8),
                          -(int) plot_figure_decimals (self->figure), TRUE);
}

static PlotRect
column_box (const Plan *plan, const Column *column)
{
  double middle = plot_scale_map (&plan->x, column->category);
  guint n = plan->categories->n_series;
  double left = middle - n * plan->width / 2 + column->series * plan->width;
  double gap = n > 1 && plan->width > 4 ? 1 : 0;
  double zero = round (plot_scale_map (&plan->y, 0));
  double value = plot_mark_has_value (column->mark) ? column->mark->value : 0;
  double end = round (plot_scale_map (&plan->y, value));
  double x = round (left);

  if (value != 0 && fabs (end - zero) < LEAST_LENGTH)
    end = zero + (value > 0 ? -LEAST_LENGTH : LEAST_LENGTH);
  return (PlotRect){ x, MIN (zero, end), MAX (round (left + plan->width) - x - gap, 1),
                     fabs (end - zero) };
}

static void
build_column (PlotBuilder *self, const Plan *plan, Column *column, const PlotRect *plot)
{
  gboolean value = plot_mark_has_value (column->mark);
  PlotSpot spot = { .series = column->series, .index = column->index, .row = column->category };
  double band = plot_scale_band_width (&plan->x);
  double margin = MAX (0, (band - plan->categories->n_series * plan->width) / 2);
  gboolean first = column->series == 0;
  gboolean last = column->series == plan->categories->n_series - 1;

  column->box = spot.bounds = column_box (plan, column);
  if (!value)
    {
      double r = MIN (0.25 * self->em, plan->width / 2);

      spot.round = TRUE;
      spot.bounds = (PlotRect){ column->box.x + column->box.width / 2 - r,
                                column->box.y - 0.6 * self->em - r, 2 * r, 2 * r };
      plot_builder_symbol (self, spot.bounds.x + r, spot.bounds.y + r, r, PLOT_SHAPE_CROSS,
                           PLOT_INK_MUTED, PLOT_FILL_SOLID);
    }
  else if (column->box.height > 0)
    plot_builder_box (self, column->box, plot_builder_mark_ink (self, column->series, column->mark),
                      plot_mark_fill (column->mark),
                      plot_builder_mark_is_pale (self, column->series, column->mark));
  if (spot.bounds.height < 1)
    spot.bounds = (PlotRect){ spot.bounds.x, spot.bounds.y - 1, spot.bounds.width, 2 };
  spot.region = (PlotRect){ column->box.x - (first ? margin : 0.5), plot->y,
                            plan->width + (first ? margin : 0.5) + (last ? margin : 0.5),
                            plot->height };
  plot_builder_spot (self, &spot, -1);
}

static void
measure_values (PlotBuilder *self, Plan *plan)
{
  plan->least = INFINITY;
  plan->greatest = -INFINITY;
  for (guint i = 0; i < plan->columns->len; i++)
    {
      Column *column = &g_array_index (plan->columns, Column, i);
      gboolean focus = plot_builder_mark_role (self, column->series, column->mark)
                       == PLOT_ROLE_FOCUS;
      g_autofree char *text = NULL;

      if (!plot_mark_has_value (column->mark))
        continue;
      plan->least = MIN (plan->least, column->mark->value);
      plan->greatest = MAX (plan->greatest, column->mark->value);
      text = plot_builder_mark_text (self, column->mark, FALSE);
      column->label = plot_builder_measure (self, focus ? PLOT_STYLE_VALUE_FOCUS : PLOT_STYLE_VALUE,
                                            text, 0, 1);
    }
}

/* How far the value has to stand from the column's end, so that no way to what others say ends in it. */
static double
pushed (PlotBuilder *self, const Plan *plan, const Column *column)
{
  double side = column->mark->value < 0 ? 1 : -1;
  double end = column->box.y + (side > 0 ? column->box.height : 0), away = 0;
  guint n = plot_figure_n_others (self->figure, column->mark->key);

  /* Each may push it onto the next. */
  for (guint i = 0; i < n * n; i++)
    {
      double other = plot_figure_other (self->figure, column->mark->key, i % n);
      double ahead = side * (plot_scale_map (&plan->y, other) - end);

      if (ahead > away && ahead < away + column->label.height + 0.3 * self->em)
        away = ahead;
    }
  return away;
}

static PlotRect
value_box (PlotBuilder *self, const Plan *plan, const Column *column)
{
  const PlotRect *plot = &self->layout->plot;
  double x = column->box.x + (column->box.width - column->label.width) / 2;
  double right = MAX (plot->x + plot->width - column->label.width, plot->x);
  gboolean below = column->mark->value < 0;
  double gap = 0.1 * self->em + pushed (self, plan, column);

  return (PlotRect){ CLAMP (x, plot->x, right),
                     below ? column->box.y + column->box.height + gap
                           : column->box.y - column->label.height - gap,
                     column->label.width, column->label.height };
}

/* A value may reach over a lower neighbour, never onto a higher one. */
static const PlotRect *
covered_column (const Plan *plan, const PlotRect *box, guint own)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const PlotRect *other = &g_array_index (plan->columns, Column, i).box;

      if (i != own && box->x + 1 < other->x + other->width && other->x + 1 < box->x + box->width
          && box->y + 2 < other->y + other->height && other->y + 2 < box->y + box->height)
        return other;
    }
  return NULL;
}

static gboolean
values_touch (const PlotRect *a, const PlotRect *b)
{
  return a->x < b->x + b->width + 2 && b->x < a->x + a->width + 2 && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Whether every value can stand at its column. */
static gboolean
values_fit (PlotBuilder *self, const Plan *plan)
{
  double band = plot_scale_band_width (&plan->x);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const Column *column = &g_array_index (plan->columns, Column, i);
      PlotRect box = value_box (self, plan, column);

      if (column->label.layout == NULL)
        continue;
      if (box.width > band || covered_column (plan, &box, i) != NULL)
        return FALSE;
      for (guint j = 0; j < i; j++)
        {
          const Column *other = &g_array_index (plan->columns, Column, j);
          PlotRect other_box = value_box (self, plan, other);

          if (other->label.layout != NULL && values_touch (&box, &other_box))
            return FALSE;
        }
    }
  return TRUE;
}

static void
put_value (PlotBuilder *self, const Plan *plan, guint i)
{
  Column *column = &g_array_index (plan->columns, Column, i);
  const PlotRect *covered = NULL;
  PlotRect box;
  double lowest;

  if (column->label.layout == NULL)
    return;
  box = value_box (self, plan, column);
  lowest = box.y;
  /* Over slightly higher neighbours it is raised; over much higher ones it goes too far away. */
  while (column->mark->value >= 0 && lowest - box.y <= box.height
         && (covered = covered_column (plan, &box, i)) != NULL)
    box.y = covered->y - box.height;
  self->series = column->series + 1;
  if (covered_column (plan, &box, i) == NULL && lowest - box.y <= box.height
      && plot_builder_put_if_free (self, &column->label, PLOT_INK_TEXT, box.x, box.y))
    column->written = box;
  self->series = 0;
}

/* The ways to what others say, from the column's end, or from beyond its value where they lead on. */
static void
build_others (PlotBuilder *self, const Plan *plan, const Column *column)
{
  gboolean below = column->mark->value < 0;
  const PlotRect *text = &column->written;
  double x = column->box.x + column->box.width / 2;
  double end = column->box.y + (below ? column->box.height : 0), gap = 0.1 * self->em;

  for (guint i = 0; i < plot_figure_n_others (self->figure, column->mark->key); i++)
    {
      double y = plot_scale_map (&plan->y, plot_figure_other (self->figure, column->mark->key, i));
      double behind = below ? text->y + text->height + gap : text->y - gap;
      gboolean beyond = text->height > 0 && (below ? y > behind : y < behind);

      plot_builder_way_on_fill (self, &(PlotPoint){ x, beyond ? behind : end },
                                &(PlotPoint){ x, y });
    }
}

/* All where all fit; else by rank: what the chart is about, then the extremes. */
static void
build_values (PlotBuilder *self, Plan *plan)
{
  gboolean all;

  all = values_fit (self, plan);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const Column *column = &g_array_index (plan->columns, Column, i);

      if (all || plot_builder_mark_role (self, column->series, column->mark) == PLOT_ROLE_FOCUS)
        put_value (self, plan, i);
    }
  for (guint i = 0; i < plan->columns->len; i++)
    {
      double value = g_array_index (plan->columns, Column, i).mark->value;

      if (value == plan->greatest || value == plan->least)
        put_value (self, plan, i);
    }
}

/* First the heights, whose labels tell the width; then the bands; then the names, whose height
 * comes off again. */
static PlotRect
fit_plot (PlotBuilder *self, Plan *plan)
{
  double above = plot_axis_breaks_height (self)
                 + plot_builder_line_height (self, PLOT_STYLE_TICK) / 2;
  PlotRect plot = self->area;
  double left;

  init_value_scale (self, plan, &plot);
  left = plot_axis_value_labels_width (self, &plan->y) + 0.6 * self->em;
  plot.x += left;
  plot.width = MAX (plot.width - left, 1);
  fit_categories (self, plan->categories, plot.width);
  plot.height = self->area.height;
  plot_scale_init_band (&plan->x, plan->categories->n, plot.x, plot.x + plot.width);
  fit_names (self, plan, plot_scale_band_width (&plan->x));
  plot.y += above;
  plot.height = MAX (plot.height - above - plan->name_height - 0.5 * self->em, 1);
  init_value_scale (self, plan, &plot);
  return plot;
}

/* Between two shown categories that lie to both sides of the break in the figure. */
static void
build_breaks (PlotBuilder *self, const Plan *plan, const PlotRect *plot)
{
  for (guint i = 0; i < plot_figure_n_breaks (self->figure); i++)
    {
      double at;
      const char *text = plot_figure_break (self->figure, i, &at);
      guint before = 0;

      while (before < plan->categories->n && plan->categories->shown[before] < at)
        before++;
      plot_axis_build_break (self, plot_scale_map (&plan->x, before - 0.5), text, plot);
    }
}

static void
build (PlotBuilder *self)
{
  g_autoptr (PlotCategories) categories = plot_categories_new (self->figure);
  Plan plan = { .categories = categories };
  PlotRect plot;
  double band;
  gboolean any;

  if (categories->n_series > 1)
    plot_key_build_legend (self, TRUE);
  plot = fit_plot (self, &plan);
  self->layout->plot = plot;
  band = plot_scale_band_width (&plan.x);
  plan.width = MIN (band * (categories->n_series > 1 ? 0.82 : 0.68) / MAX (categories->n_series, 1),
                    4.5 * self->em);
  plan.columns = collect_columns (self, categories);
  measure_values (self, &plan);
  any = plan.greatest >= plan.least;

  if (any)
    plot_axis_build_value (self, &plan.y, &plot);
  else
    plot_builder_stroke (self, plot.x, plot.y + plot.height, plot.x + plot.width,
                         plot.y + plot.height, 1, PLOT_INK_AXIS, PLOT_STROKE_AXIS);
  for (guint i = 0; i < plan.columns->len; i++)
    {
      Column *column = &g_array_index (plan.columns, Column, i);

      self->series = column->series + 1;
      build_column (self, &plan, column, &plot);
    }
  self->series = 0;
  build_names (self, &plan, &plot);
  build_breaks (self, &plan, &plot);
  build_values (self, &plan);
  for (guint i = 0; i < plan.columns->len && plot_figure_has_others (self->figure); i++)
    if (plot_mark_has_value (g_array_index (plan.columns, Column, i).mark))
      build_others (self, &plan, &g_array_index (plan.columns, Column, i));
  if (any)
    plot_axis_build_reference (self, &plan.y, &plot, FALSE);
  else
    plot_frame_build_no_values (self, &plot);
  g_array_unref (plan.columns);
}

const PlotKindClass plot_kind_column = {
  .name = "column",
  .word = PLOT_WORD_CHART_COLUMN,
  .along = PLOT_ALONG_X,
  .categories = TRUE,
  .swatches = TRUE,
  .others = TRUE,
  .build = build,
};
