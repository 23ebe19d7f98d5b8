/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The horizontal bar chart: one category a row, its value written at the bar's end, so that it
 * needs no axis but zero. Rows that do not fit are left out and counted below; no text is ever
 * squeezed. */

#include <math.h>

#include "plot-kind.h"
#include "plot-other.h"
#include "plot-rows.h"

/* One pixel of it lies beyond the zero line. */
#define LEAST_LENGTH 2

/* One bar, or the word that stands for it. */
typedef struct
{
  const PlotMark *mark;
  guint series, index, category; /* category: among the shown ones */
  PlotLabel label;
  double reach; /* from zero: of the value, and of what another source says on its side */
} Bar;

typedef struct
{
  PlotCategories *categories;
  PlotRows rows;
  GArray *bars;    /* of Bar */
  double gap;      /* between a bar's end and its value */
  double zero;     /* where bars start */
  double per_unit; /* pixels */
} Plan;

static void
clear_bar (gpointer data)
{
  plot_label_clear (&((Bar *) data)->label);
}

static gboolean
is_focus (PlotBuilder *self, guint series, const PlotMark *mark)
{
  return plot_builder_mark_role (self, series, mark) == PLOT_ROLE_FOCUS;
}

/* A unit that is a word is written once, at the top, where it is not too long for that. */
static PlotLabel
measure_value (PlotBuilder *self, const Bar *bar, double room)
{
  PlotLabel label;
  PlotStyle style = PLOT_STYLE_MISSING;

  if (plot_mark_has_value (bar->mark))
    style = is_focus (self, bar->series, bar->mark) ? PLOT_STYLE_VALUE_FOCUS : PLOT_STYLE_VALUE;
  for (guint unit = bar->category == 0 ? 1 : 0;; unit--)
    {
      g_autofree char *text = plot_builder_mark_text (self, bar->mark, unit == 1);

      label = plot_builder_measure (self, style, text, room * (unit == 1 ? 0.6 : 1), 1);
      if (!label.cut || unit == 0)
        return label;
      plot_label_clear (&label);
    }
}

static void
collect_bars (PlotBuilder *self, Plan *plan)
{
  const PlotCategories *categories = plan->categories;

  plan->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (plan->bars, clear_bar);
  for (guint s = 0; s < categories->n_series; s++)
    for (guint c = 0; c < categories->n; c++)
      {
        Bar bar = { .series = s, .category = c };

        bar.mark = plot_categories_mark (categories, self->figure, c, s, &bar.index);
        if (bar.mark != NULL)
          g_array_append_val (plan->bars, bar);
      }
}

/* The furthest from zero that the bar's value, or what another source says on the same side, reaches. */
static double
reach (PlotBuilder *self, const Bar *bar)
{
  double furthest = plot_mark_has_value (bar->mark) ? bar->mark->value : 0;

  for (guint i = 0; i < plot_figure_n_others (self->figure, bar->mark->key); i++)
    {
      double other = plot_figure_other (self->figure, bar->mark->key, i);

      if ((other < 0) == (bar->mark->value < 0) && fabs (other) > fabs (furthest))
        furthest = other;
    }
  return fabs (furthest);
}

/* Values may take the better part of the room, or of either half of it where there are both
 * signs. */
static void
measure_values (PlotBuilder *self, Plan *plan)
{
  gboolean above = FALSE, below = FALSE;
  double room;

  for (guint i = 0; i < plan->bars->len; i++)
    {
      const PlotMark *mark = g_array_index (plan->bars, Bar, i).mark;
      gboolean negative = plot_mark_has_value (mark) && mark->value < 0;

      below |= negative;
      above |= !negative;
    }
  room = (plan->rows.right - plan->rows.left) / (above && below ? 2 : 1) - plan->gap;
  for (guint i = 0; i < plan->bars->len; i++)
    {
      Bar *bar = &g_array_index (plan->bars, Bar, i);

      bar->reach = reach (self, bar);
      bar->label = measure_value (self, bar, MAX (room * 0.8, 1));
    }
}

/* How far from zero a bar's value is written: behind the bar, or behind the reference line where that
 * would run through it. */
static double
label_start (const Plan *plan, const Bar *bar, double reference, double per_unit)
{
  gboolean value = plot_mark_has_value (bar->mark);
  double length = value ? fabs (bar->mark->value) * per_unit : 0, start = length + plan->gap;
  double other = bar->reach * per_unit;
  double line = fabs (reference) * per_unit;

  /* Not over the end of the way to what another source says. */
  if (other > length && other <= start + bar->label.width)
    start = other + plan->gap;
  if (isnan (reference) || (reference < 0) != (value && bar->mark->value < 0) || line <= length
      || line >= start + bar->label.width)
    return start;
  return line + plan->gap;
}

/* Room that bars and their values need on one side of zero. */
static double
room_needed (const Plan *plan, double reference, double per_unit, gboolean negative)
{
  double room = 0;

  for (guint i = 0; i < plan->bars->len; i++)
    {
      const Bar *bar = &g_array_index (plan->bars, Bar, i);
      gboolean value = plot_mark_has_value (bar->mark);

      if ((value && bar->mark->value < 0) == negative)
        room = MAX (MAX (room, bar->reach * per_unit + 1),
                    label_start (plan, bar, reference, per_unit) + bar->label.width);
    }
  if (!isnan (reference) && (reference < 0) == negative)
    room = MAX (room, fabs (reference) * per_unit + 1);
  return room;
}

/* The greatest scale at which every value still fits behind its bar; found by halving, since both
 * sides share the room. */
static void
fit_scale (PlotBuilder *self, Plan *plan)
{
  double reference = plot_figure_reference (self->figure);
  double width = plan->rows.right - plan->rows.left;
  double lo = 0, hi, greatest = isnan (reference) ? 0 : fabs (reference);

  for (guint i = 0; i < plan->bars->len; i++)
    {
      const Bar *bar = &g_array_index (plan->bars, Bar, i);

      if (plot_mark_has_value (bar->mark))
        greatest = MAX (greatest, bar->reach);
    }
  hi = greatest > 0 ? width / greatest : 0;
  for (guint i = 0; i < 48 && hi > 0; i++)
    {
      double middle = (lo + hi) / 2;

      if (room_needed (plan, reference, middle, TRUE) + room_needed (plan, reference, middle, FALSE)
          <= width)
        lo = middle;
      else
        hi = middle;
    }
  plan->per_unit = lo;
  plan->zero = round (plan->rows.left + room_needed (plan, reference, lo, TRUE));
}

static PlotRect
bar_box (PlotBuilder *self, const Plan *plan, const Bar *bar)
{
  guint n = plan->categories->n_series;
  double length = plot_mark_has_value (bar->mark) ? bar->mark->value * plan->per_unit : 0;
  double top = plot_rows_lane_top (self, &plan->rows, bar->category, bar->series);
  double gap = n > 1 ? 1 : 0;
  double y = round (top), end = round (plan->zero + length);

  /* What is not zero must be seen, however small beside the others. */
  if (length != 0 && fabs (end - plan->zero) < LEAST_LENGTH)
    end = plan->zero + (length > 0 ? LEAST_LENGTH : -LEAST_LENGTH);
  return (PlotRect){ MIN (plan->zero, end), y, fabs (end - plan->zero),
                     MAX (round (top + plan->rows.thickness) - y - gap, 1) };
}

/* The ways to what other sources say, from the bar's end, or from behind its value where they lead on. */
static void
build_others (PlotBuilder *self, const Plan *plan, const Bar *bar, const PlotRect *box,
              double behind)
{
  double side = bar->mark->value < 0 ? -1 : 1;
  double end = bar->mark->value * plan->per_unit, text = side * (behind + bar->label.width);
  double middle = box->y + box->height / 2;

  for (guint i = 0; i < plot_figure_n_others (self->figure, bar->mark->key); i++)
    {
      double other = plot_figure_other (self->figure, bar->mark->key, i) * plan->per_unit;
      gboolean beyond = side * other > side * text;
      double from = beyond ? text + side * plan->gap / 2 : end;

      plot_builder_way_on_fill (self, &(PlotPoint){ plan->zero + from, middle },
                                &(PlotPoint){ plan->zero + other, middle });
    }
}

static void
build_bar (PlotBuilder *self, const Plan *plan, Bar *bar)
{
  PlotRect box = bar_box (self, plan, bar), label;
  gboolean value = plot_mark_has_value (bar->mark);
  gboolean negative = value && bar->mark->value < 0;
  double start = label_start (plan, bar, plot_figure_reference (self->figure), plan->per_unit);
  double behind = MAX (start, box.width + plan->gap);
  double x = plan->zero + (negative ? -behind - bar->label.width : behind);
  double y = box.y + (box.height - bar->label.height) / 2;
  PlotInk ink = value ? PLOT_INK_TEXT : PLOT_INK_MUTED;
  PlotSpot spot = { .series = bar->series, .index = bar->index, .bounds = box };

  if (value && box.width > 0)
    plot_builder_box (self, box, plot_builder_mark_ink (self, bar->series, bar->mark),
                      plot_mark_fill (bar->mark),
                      plot_builder_mark_is_pale (self, bar->series, bar->mark));
  if (!value || box.width <= 0)
    spot.bounds = (PlotRect){ x, y, bar->label.width, bar->label.height };
  if (value)
    build_others (self, plan, bar, &box, behind);
  spot.row = bar->category * plan->categories->n_series + bar->series;
  spot.region = (PlotRect){ 0, box.y - 0.5, self->layout->width, box.height + 1 };
  if (plan->categories->n_series == 1)
    {
      spot.region.y = plot_rows_top (self, &plan->rows, bar->category);
      spot.region.height = plan->rows.pitch;
    }
  plot_builder_spot (self, &spot, -1);
  /* A single category of many series may be squeezed: then values give way, not bars. Only a
   * reference line can run through a value, which then needs its halo. */
  label = (PlotRect){ x, y, bar->label.width, bar->label.height };
  if (!plot_builder_is_free (self, &label))
    return;
  if (isnan (plot_figure_reference (self->figure)))
    plot_builder_put (self, &bar->label, ink, x, y);
  else
    plot_builder_put_over (self, &bar->label, ink, x, y);
}

static void
build_lines (PlotBuilder *self, const Plan *plan, const PlotRect *plot)
{
  PlotScale scale;

  plot_builder_stroke (self, plan->zero + 0.5, plot->y, plan->zero + 0.5, plot->y + plot->height, 1,
                       PLOT_INK_AXIS, PLOT_STROKE_AXIS);
  if (plan->per_unit <= 0)
    return;
  plot_scale_init_linear (&scale, 0, 1, plan->zero, plan->zero + plan->per_unit, 2,
                          PLOT_SCALE_ANY_STEP, FALSE);
  plot_axis_build_reference (self, &scale, plot, TRUE);
}

static void
build (PlotBuilder *self)
{
  g_autoptr (PlotCategories) categories = plot_categories_new (self->figure);
  Plan plan = { .categories = categories, .gap = 0.4 * self->em };
  PlotRect plot;

  if (categories->n_series > 1)
    plot_key_build_legend (self, TRUE);
  plot_rows_reserve_reference (self);
  plot_rows_fit (self, &plan.rows, categories, categories->n_series);
  collect_bars (self, &plan);
  measure_values (self, &plan);
  fit_scale (self, &plan);

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
  build_lines (self, &plan, &plot);
  g_array_unref (plan.bars);
}

const PlotKindClass plot_kind_bar = {
  .name = "bar",
  .word = PLOT_WORD_CHART_BAR,
  .along = PLOT_ALONG_Y,
  .categories = TRUE,
  .words = TRUE,
  .swatches = TRUE,
  .others = TRUE,
  .build = build,
};
