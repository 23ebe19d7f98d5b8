/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attainment chart: of each category the share that is reached, on a track that ends at all of
 * it, with the standard as a tick on every track, the share and what it was counted from
 * ("226/431") written at the right in a column of their own. */

#include <math.h>
#include <string.h>

#include "plot-kind.h"
#include "plot-other.h"
#include "plot-rows.h"

/* A share that goes further, if there is such a thing, has its bar broken off. */
#define MOST_WHOLES 1.5
/* One pixel of it lies beyond the zero line. */
#define LEAST_LENGTH 2
/* A track, in base sizes. */
#define THICKEST 2

typedef struct
{
  const PlotMark *mark;
  guint series, index, category;
  PlotLabel value, fraction;
} Bar;

typedef struct
{
  PlotRows rows;
  GArray *bars; /* of Bar */
  PlotScale scale;
  double whole;             /* the value that is all of it */
  double value_right;       /* where values end */
  double fraction_right;    /* where fractions end; 0: they stand below or nowhere */
  gboolean fractions_below; /* in the row's second line */
} Plan;

static void
clear_bar (gpointer data)
{
  plot_label_clear (&((Bar *) data)->value);
  plot_label_clear (&((Bar *) data)->fraction);
}

static void
measure_bar (PlotBuilder *self, Bar *bar)
{
  gboolean focus = plot_builder_mark_role (self, bar->series, bar->mark) == PLOT_ROLE_FOCUS;
  PlotStyle style = focus ? PLOT_STYLE_VALUE_FOCUS : PLOT_STYLE_VALUE;
  g_autofree char *value = plot_builder_mark_text (self, bar->mark, FALSE);
  g_autofree char *fraction = plot_figure_format_fraction (self->figure, bar->mark);

  if (!plot_mark_has_value (bar->mark))
    style = PLOT_STYLE_MISSING;
  bar->value = plot_builder_measure (self, style, value, self->area.width * 0.3, 1);
  if (style != PLOT_STYLE_MISSING)
    bar->fraction = plot_builder_measure (self, PLOT_STYLE_KEY, fraction, 0, 1);
}

static void
collect_bars (PlotBuilder *self, Plan *plan)
{
  const PlotCategories *categories = plan->rows.categories;

  plan->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (plan->bars, clear_bar);
  for (guint s = 0; s < categories->n_series; s++)
    for (guint c = 0; c < categories->n; c++)
      {
        Bar bar = { .series = s, .category = c };

        bar.mark = plot_categories_mark (categories, self->figure, c, s, &bar.index);
        if (bar.mark == NULL)
          continue;
        measure_bar (self, &bar);
        g_array_append_val (plan->bars, bar);
      }
}

/* Fractions stand behind the values while the tracks keep half of the room, else in a second line
 * where rows are high enough, else nowhere. */
static void
fit_columns (PlotBuilder *self, Plan *plan)
{
  double values = 0, fractions = 0, gap = 0.7 * self->em, lines = 0;
  double room = plan->rows.right - plan->rows.left;

  for (guint i = 0; i < plan->bars->len; i++)
    {
      const Bar *bar = &g_array_index (plan->bars, Bar, i);

      if (!plot_mark_has_value (bar->mark))
        continue;
      values = MAX (values, bar->value.width);
      fractions = MAX (fractions, bar->fraction.width);
      lines = MAX (lines, bar->value.height + bar->fraction.height);
    }
  plan->value_right = plan->fraction_right = plan->rows.right;
  if (fractions > 0 && values + fractions + 2 * gap <= room * 0.5)
    plan->value_right -= fractions + gap;
  else
    {
      plan->fractions_below = plan->rows.pitch >= lines && plan->rows.lanes == 1;
      plan->fraction_right = 0;
      if (plan->fractions_below)
        values = MAX (values, fractions);
    }
  plan->rows.right = plan->value_right - values - gap;
}

/* From nothing to all; further where a report says so. */
static void
init_scale (PlotBuilder *self, Plan *plan)
{
  double lo = 0, hi = 0, right = MAX (plan->rows.right, plan->rows.left + 1);

  plan->whole = strchr (plot_figure_unit (self->figure), '%') != NULL ? 100 : 0;
  if (plot_axis_extent (self, &lo, &hi) && plan->whole == 0)
    plan->whole = MAX (hi, 0);
  lo = MAX (MIN (lo, 0), -(MOST_WHOLES - 1) * plan->whole);
  hi = CLAMP (hi, plan->whole, MOST_WHOLES * plan->whole);
  if (!(hi > lo))
    {
      lo = 0;
      hi = plan->whole = 1;
    }
  plot_scale_init_linear (&plan->scale, lo, hi, plan->rows.left, right, 2, PLOT_SCALE_ANY_STEP,
                          FALSE);
}

static double
tick_over (const PlotBuilder *self, const PlotRect *track)
{
  return MIN (0.2 * self->em, track->height * 0.2);
}

/* The standard, beyond the bar at both sides, so that it is seen on and beside it. */
static void
build_tick (PlotBuilder *self, const Plan *plan, const PlotRect *track)
{
  double reference = plot_figure_reference (self->figure);
  double over = tick_over (self, track), x;

  if (isnan (reference))
    return;
  x = round (plot_scale_map (&plan->scale, reference)) + 0.5;
  plot_builder_stroke (self, x, track->y - over, x, track->y + track->height + over, 2,
                       PLOT_INK_TEXT, PLOT_STROKE_AXIS);
}

/* The ways to what other sources say, from the bar's end; a share beyond the scale ends with it. */
static void
build_others (PlotBuilder *self, const Plan *plan, const Bar *bar, const PlotRect *track,
              double end)
{
  double middle = track->y + track->height / 2;

  for (guint i = 0; i < plot_figure_n_others (self->figure, bar->mark->key); i++)
    {
      double other = plot_figure_other (self->figure, bar->mark->key, i);
      double x = plot_scale_map (&plan->scale, CLAMP (other, plan->scale.lo, plan->scale.hi));

      plot_builder_way_on_fill (self, &(PlotPoint){ end, middle }, &(PlotPoint){ x, middle });
    }
}

static void
put_texts (PlotBuilder *self, const Plan *plan, Bar *bar, const PlotRect *track)
{
  double middle = track->y + track->height / 2;
  double up = plan->fractions_below && bar->fraction.layout != NULL ? bar->fraction.height / 2 : 0;
  PlotRect value = { plan->value_right - bar->value.width, middle - bar->value.height / 2 - up,
                     bar->value.width, bar->value.height };
  double y = plan->fractions_below ? value.y + value.height : middle - bar->fraction.height / 2;
  double right = plan->fractions_below ? plan->value_right : plan->fraction_right;

  if (plot_builder_is_free (self, &value))
    plot_builder_put (self, &bar->value, PLOT_INK_TEXT, value.x, value.y);
  if (plan->fractions_below || plan->fraction_right > 0)
    plot_builder_put_if_free (self, &bar->fraction, PLOT_INK_MUTED, right - bar->fraction.width, y);
}

/* Two strokes of page across a bar that would go on. */
static void
build_cut (PlotBuilder *self, const PlotRect *bar)
{
  double slant = bar->height * 0.2;

  for (guint i = 1; i <= 2; i++)
    {
      double x = bar->x + bar->width - (0.5 + 0.4 * i) * self->em;

      plot_builder_stroke (self, x - slant, bar->y + bar->height, x + slant, bar->y, 2,
                           PLOT_INK_PAGE, PLOT_STROKE_AXIS);
    }
}

static void
build_value (PlotBuilder *self, const Plan *plan, Bar *bar, PlotRect *track)
{
  double zero = round (plot_scale_map (&plan->scale, 0));
  double value = CLAMP (bar->mark->value, plan->scale.lo, plan->scale.hi);
  double end = round (plot_scale_map (&plan->scale, value));
  PlotRect box;

  if (value != 0 && fabs (end - zero) < LEAST_LENGTH)
    end = zero + (value > 0 ? LEAST_LENGTH : -LEAST_LENGTH);
  box = (PlotRect){ MIN (zero, end), track->y, fabs (end - zero), track->height };
  plot_builder_box (self, *track, PLOT_INK_GRID, PLOT_FILL_SOLID, FALSE);
  if (end != zero)
    plot_builder_box (self, box, plot_builder_mark_ink (self, bar->series, bar->mark),
                      plot_mark_fill (bar->mark),
                      plot_builder_mark_is_pale (self, bar->series, bar->mark));
  if (bar->mark->value > value)
    build_cut (self, &box);
  build_tick (self, plan, track);
  build_others (self, plan, bar, track, end);
  put_texts (self, plan, bar, track);
}

static void
build_missing (PlotBuilder *self, const Plan *plan, Bar *bar, const PlotRect *track, PlotRect *box)
{
  *box = (PlotRect){ plan->rows.left, track->y + (track->height - bar->value.height) / 2,
                     bar->value.width, bar->value.height };
  if (plot_builder_is_free (self, box))
    plot_builder_put (self, &bar->value, PLOT_INK_MUTED, box->x, box->y);
}

static PlotRect
track_of (PlotBuilder *self, const Plan *plan, guint category, guint lane)
{
  double zero = round (plot_scale_map (&plan->scale, 0));
  double whole = round (plot_scale_map (&plan->scale, plan->whole));
  double top = plot_rows_lane_top (self, &plan->rows, category, lane);
  double height = MIN (plan->rows.thickness * 0.8, THICKEST * self->em);

  return (PlotRect){ zero, round (top + (plan->rows.thickness - height) / 2), MAX (whole - zero, 1),
                     MAX (round (height), 1) };
}

static void
build_bar (PlotBuilder *self, const Plan *plan, Bar *bar)
{
  double top = plot_rows_lane_top (self, &plan->rows, bar->category, bar->series);
  PlotRect track = track_of (self, plan, bar->category, bar->series);
  PlotSpot spot = { .series = bar->series, .index = bar->index, .bounds = track };

  if (plot_mark_has_value (bar->mark))
    build_value (self, plan, bar, &track);
  else
    build_missing (self, plan, bar, &track, &spot.bounds);
  spot.row = bar->category * plan->rows.lanes + bar->series;
  spot.region = (PlotRect){ 0, top, self->layout->width, plan->rows.thickness };
  if (plan->rows.lanes == 1)
    {
      spot.region.y = plot_rows_top (self, &plan->rows, bar->category);
      spot.region.height = plan->rows.pitch;
    }
  plot_builder_spot (self, &spot, -1);
}

/* Just above the first row's tick. */
static void
build_reference_label (PlotBuilder *self, const Plan *plan)
{
  double reference = plot_figure_reference (self->figure);
  const char *text = plot_figure_reference_label (self->figure);
  g_auto (PlotLabel) label = PLOT_LABEL_NONE;
  PlotRect track;
  double x;

  if (isnan (reference) || text == NULL)
    return;
  track = track_of (self, plan, 0, 0);
  label = plot_builder_measure (self, PLOT_STYLE_KEY, text, self->area.width * 0.8, 1);
  x = plot_scale_map (&plan->scale, reference) - label.width / 2;
  plot_builder_put_if_free (
      self, &label, PLOT_INK_AXIS,
      CLAMP (x, self->area.x, MAX (self->area.x + self->area.width - label.width, 0)),
      track.y - tick_over (self, &track) - 0.1 * self->em - label.height);
}

static void
build (PlotBuilder *self)
{
  g_autoptr (PlotCategories) categories = plot_categories_new (self->figure);
  Plan plan = { 0 };
  PlotRect plot;

  if (categories->n_series > 1)
    plot_key_build_legend (self, TRUE);
  plot_rows_reserve_reference (self);
  plot_rows_fit (self, &plan.rows, categories, MAX (categories->n_series, 1));
  collect_bars (self, &plan);
  fit_columns (self, &plan);
  init_scale (self, &plan);

  plot = plot_rows_plot (self, &plan.rows);
  self->layout->plot = plot;
  plot_rows_build_names (self, &plan.rows);
  for (guint i = 0; i < plan.bars->len; i++)
    {
      Bar *bar = &g_array_index (plan.bars, Bar, i);

      self->series = bar->series + 1;
      build_bar (self, &plan, bar);
    }
  self->series = 0;
  build_reference_label (self, &plan);
  g_array_unref (plan.bars);
}

const PlotKindClass plot_kind_attainment = {
  .name = "attainment",
  .word = PLOT_WORD_CHART_ATTAINMENT,
  .along = PLOT_ALONG_Y,
  .categories = TRUE,
  .words = TRUE,
  .swatches = TRUE,
  .others = TRUE,
  .build = build,
};
