/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacked charts: the series of a category end to end, as they are or as shares of their sum.
 * Columns while every category's name can stand below its column, else rows. Negative parts stack
 * the other way from zero, with a stroke at the sum; shares are not told where a part is negative.
 * A part that is missing is a cross at the stack's end. */

#include <math.h>

#include "plot-kind.h"
#include "plot-stack-parts.h"

/* The sum, or why there are no shares, beyond the end and the signs. */
static PlotLabel
measure_sum (PlotBuilder *self, const PlotStackPlan *plan, guint category, double room)
{
  gboolean focus = plan->categories->focus[plan->categories->shown[category]];
  g_autofree char *text = NULL;

  if (!plot_stack_is_drawn (plan, category) && plan->stacks[category].n_values > 0)
    return plot_builder_measure_centred (self, PLOT_STYLE_MISSING,
                                         plot_word (PLOT_WORD_NO_SHARES, self->language), room, 3);
  if (!plan->shares)
    text = plot_stack_text (&plan->stacks[category], self);
  return plot_builder_measure (self, focus ? PLOT_STYLE_VALUE_FOCUS : PLOT_STYLE_VALUE, text, room,
                               1);
}

static void
put_sum (PlotBuilder *self, const PlotStackPlan *plan, guint category)
{
  PlotLabel *sum = &plan->sums[category];
  double end = plot_scale_map (
      &plan->value, plot_stack_is_drawn (plan, category) ? plan->stacks[category].above : 0);
  double middle = plot_stack_middle (self, plan, category);
  double away = plot_stack_signs_length (self, plan, category);
  PlotInk ink = sum->style == PLOT_STYLE_MISSING ? PLOT_INK_MUTED : PLOT_INK_TEXT;

  if (plan->rows)
    plot_builder_put_if_free (self, sum, ink, end + away + 0.4 * self->em,
                              middle - sum->height / 2);
  else
    plot_builder_put_if_free (self, sum, ink, middle - sum->width / 2,
                              end - away - 0.1 * self->em - sum->height);
}

/* Room that sums and signs need beyond the stacks, along them. */
static double
room_beyond (PlotBuilder *self, const PlotStackPlan *plan)
{
  double room = 0;

  for (guint c = 0; c < plan->categories->n; c++)
    {
      const PlotLabel *sum = &plan->sums[c];
      /* Why there are no shares stands where the stack would. */
      double own = !plot_stack_is_drawn (plan, c) ? 0
                   : plan->rows ? sum->width + (sum->layout != NULL ? 0.5 * self->em : 0)
                                : sum->height + 0.1 * self->em;

      room = MAX (
          room,
          own + (plot_stack_is_drawn (plan, c) ? plot_stack_signs_length (self, plan, c) : 0));
    }
  return room;
}

static void
measure_sums (PlotBuilder *self, PlotStackPlan *plan, double room)
{
  plan->stacks = g_new0 (PlotStack, MAX (plan->categories->n, 1));
  plan->sums = g_new0 (PlotLabel, MAX (plan->categories->n, 1));
  for (guint c = 0; c < plan->categories->n; c++)
    {
      plan->stacks[c] = plot_stack_sum (plan->categories, self->figure, c);
      plan->sums[c] = measure_sum (self, plan, c, room);
    }
}

/* FALSE where there is no value at all. */
static gboolean
extent (const PlotStackPlan *plan, PlotFigure *figure, double *lo, double *hi)
{
  double reference = plot_figure_reference (figure);
  gboolean any = FALSE;

  *lo = *hi = 0;
  for (guint c = 0; c < plan->categories->n; c++)
    {
      any |= plan->stacks[c].n_values > 0;
      *lo = MIN (*lo, plan->stacks[c].below);
      *hi = MAX (*hi, plan->stacks[c].above);
    }
  if (!isnan (reference) && !plan->shares)
    {
      *lo = MIN (*lo, reference);
      *hi = MAX (*hi, reference);
    }
  if (plan->shares)
    *lo = 0;
  if (plan->shares || *lo == *hi)
    *hi = *lo + 1;
  return any;
}

/* Whether each name can be written whole below a column, on two lines at most. */
static gboolean
names_fit (PlotBuilder *self, const PlotCategories *categories, double band, double *height)
{
  *height = 0;
  if (band < 2.5 * self->em)
    return FALSE;
  for (guint c = 0; c < categories->n; c++)
    {
      g_auto (PlotLabel) name = plot_builder_measure_centred (
          self, plot_categories_style (categories, c),
          plot_categories_label (categories, self->figure, c), band - 0.5 * self->em, 2);

      if (name.cut)
        return FALSE;
      *height = MAX (*height, name.height);
    }
  return TRUE;
}

static void
build_column_names (PlotBuilder *self, const PlotStackPlan *plan, const PlotRect *plot)
{
  double band = plot_scale_band_width (&plan->band);

  for (guint c = 0; c < plan->categories->n; c++)
    {
      g_auto (PlotLabel) name = plot_builder_measure_centred (
          self, plot_categories_style (plan->categories, c),
          plot_categories_label (plan->categories, self->figure, c), band - 0.5 * self->em, 2);

      plot_builder_put (self, &name, PLOT_INK_TEXT,
                        plot_scale_map (&plan->band, c) - name.width / 2,
                        plot->y + plot->height + 0.45 * self->em);
    }
}

/* Lines at nothing, half and all, where no part is written as a number. */
static void
build_share_axis (PlotBuilder *self, const PlotStackPlan *plan, const PlotRect *plot)
{
  for (guint i = 0; i <= 2; i++)
    {
      double at = round (plot_scale_map (&plan->value, i / 2.0)) + 0.5;
      PlotStrokeKind kind = i == 0 ? PLOT_STROKE_AXIS : PLOT_STROKE_GRID;
      PlotInk ink = i == 0 ? PLOT_INK_AXIS : PLOT_INK_GRID;
      g_autofree char *text = plot_stack_tick (i * 50, self->language);
      g_auto (PlotLabel) label = PLOT_LABEL_NONE;

      if (plan->rows)
        {
          plot_builder_stroke (self, at, plot->y, at, plot->y + plot->height, 1, ink, kind);
          continue;
        }
      plot_builder_stroke (self, plot->x, at, plot->x + plot->width, at, 1, ink, kind);
      label = plot_builder_measure (self, PLOT_STYLE_TICK, text, 0, 1);
      plot_builder_put_if_free (self, &label, PLOT_INK_MUTED,
                                plot->x - 0.5 * self->em - label.width, at - label.height / 2);
    }
}

static double
axis_width (PlotBuilder *self, const PlotStackPlan *plan)
{
  g_autofree char *all = plot_stack_tick (100, self->language);
  g_auto (PlotLabel) label = PLOT_LABEL_NONE;

  if (!plan->shares)
    return plot_axis_value_labels_width (self, &plan->value) + 0.6 * self->em;
  label = plot_builder_measure (self, PLOT_STYLE_TICK, all, 0, 1);
  return label.width + 0.6 * self->em;
}

static double
column_thickness (PlotBuilder *self, double band)
{
  return MIN (band * 0.68, 6 * self->em);
}

/* Sums stand above the columns, so these end earlier; beyond a fifth sums give way. */
static void
init_column_value (PlotBuilder *self, PlotStackPlan *plan, const PlotRect *plot)
{
  double line = plot_builder_line_height (self, PLOT_STYLE_VALUE);
  double room = MIN (room_beyond (self, plan), plot->height * 0.25), lo, hi;

  extent (plan, self->figure, &lo, &hi);
  plot_scale_init_linear (&plan->value, lo, hi, plot->y + plot->height, plot->y + room,
                          (guint) CLAMP (plot->height / (line * 2.6), 2, 8),
                          -(int) plot_figure_decimals (self->figure), !plan->shares);
}

/* What names beside the last column need to the right of the plot; half of the room around a column is
 * there anyway. */
static double
column_names_room (PlotBuilder *self, PlotStackPlan *plan, double left)
{
  double band = MAX (self->area.width - left, 1) / MAX (plan->categories->n, 1);

  plot_scale_init_band (&plan->band, plan->categories->n, 0, self->area.width - left);
  plan->thickness = column_thickness (self, band);
  return MAX (plot_stack_names_width (self, plan) - (band - plan->thickness) / 2, 0);
}

static gboolean
try_columns (PlotBuilder *self, PlotStackPlan *plan, PlotRect *plot)
{
  double tick = plot_builder_line_height (self, PLOT_STYLE_TICK), left, names;

  *plot = self->area;
  init_column_value (self, plan, plot);
  left = axis_width (self, plan);
  plot->x += left;
  plot->width = MAX (plot->width - left - column_names_room (self, plan, left), 1);
  plot_scale_init_band (&plan->band, plan->categories->n, plot->x, plot->x + plot->width);
  if (!names_fit (self, plan->categories, plot_scale_band_width (&plan->band), &names)
      || names > self->area.height * 0.3)
    return FALSE;
  plot->y += tick / 2;
  plot->height = MAX (plot->height - tick / 2 - names - 0.5 * self->em, 1);
  return TRUE;
}

static void
build_columns (PlotBuilder *self, PlotStackPlan *plan, const PlotRect *plot)
{
  double band = plot_scale_band_width (&plan->band);
  double foot = round (plot->y + plot->height) + 0.5, lo, hi;

  measure_sums (self, plan, band - 2);
  init_column_value (self, plan, plot);
  plan->thickness = column_thickness (self, band);
  self->layout->plot = *plot;
  if (!extent (plan, self->figure, &lo, &hi))
    plot_builder_stroke (self, plot->x, foot, plot->x + plot->width, foot, 1, PLOT_INK_AXIS,
                         PLOT_STROKE_AXIS);
  else if (plan->shares)
    build_share_axis (self, plan, plot);
  else
    plot_axis_build_value (self, &plan->value, plot);
  build_column_names (self, plan, plot);
}

static void
build_rows (PlotBuilder *self, PlotStackPlan *plan, PlotRect *plot)
{
  double lo, hi, zero;

  plan->rows = TRUE;
  self->layout->along = PLOT_ALONG_Y;
  plot_rows_reserve_reference (self);
  plot_rows_fit (self, &plan->row, plan->categories, 1);
  measure_sums (self, plan, self->area.width * 0.3);
  *plot = plot_rows_plot (self, &plan->row);
  self->layout->plot = *plot;
  plan->thickness = CLAMP (plan->row.pitch * 0.86, 1, 1.9 * self->em);
  extent (plan, self->figure, &lo, &hi);
  plot_scale_init_linear (&plan->value, lo, hi, plot->x,
                          plot->x + MAX (plot->width - room_beyond (self, plan), 1), 2,
                          PLOT_SCALE_ANY_STEP, FALSE);
  plot_rows_build_names (self, &plan->row);
  zero = round (plot_scale_map (&plan->value, 0)) + 0.5;
  if (plan->shares)
    build_share_axis (self, plan, plot);
  else
    plot_builder_stroke (self, zero, plot->y, zero, plot->y + plot->height, 1, PLOT_INK_AXIS,
                         PLOT_STROKE_AXIS);
}

static void
plan_clear (PlotStackPlan *plan)
{
  for (guint c = 0; c < plan->categories->n && plan->sums != NULL; c++)
    plot_label_clear (&plan->sums[c]);
  g_clear_pointer (&plan->sums, g_free);
  g_clear_pointer (&plan->stacks, g_free);
}

static void
build_kind (PlotBuilder *self, gboolean shares)
{
  g_autoptr (PlotCategories) categories = plot_categories_new (self->figure);
  PlotStackPlan plan = { .categories = categories, .shares = shares };
  PlotRect plot;
  double lo, hi;

  plan.together = plot_stack_wants_together (self, categories, shares);
  if (categories->n_series > 1)
    plot_key_build_legend_of_parts (self, plan.together);
  measure_sums (self, &plan, 0);
  if (try_columns (self, &plan, &plot))
    {
      plan_clear (&plan);
      build_columns (self, &plan, &plot);
    }
  else
    {
      plan_clear (&plan);
      build_rows (self, &plan, &plot);
    }
  for (guint c = 0; c < categories->n; c++)
    plot_stack_build (self, &plan, c);
  plot_stack_build_names (self, &plan);
  for (guint c = 0; c < categories->n; c++)
    put_sum (self, &plan, c);
  if (!extent (&plan, self->figure, &lo, &hi))
    plot_frame_build_no_values (self, &plot);
  else if (!shares)
    plot_axis_build_reference (self, &plan.value, &plot, plan.rows);
  plan_clear (&plan);
}

static void
build (PlotBuilder *self)
{
  build_kind (self, FALSE);
}

static void
build_shares (PlotBuilder *self)
{
  build_kind (self, TRUE);
}

const PlotKindClass plot_kind_stacked = {
  .name = "stacked",
  .word = PLOT_WORD_CHART_STACKED,
  .along = PLOT_ALONG_X,
  .categories = TRUE,
  .swatches = TRUE,
  .build = build,
};

const PlotKindClass plot_kind_stacked_100 = {
  .name = "stacked-100",
  .word = PLOT_WORD_CHART_STACKED_100,
  .shares = TRUE,
  .along = PLOT_ALONG_X,
  .categories = TRUE,
  .swatches = TRUE,
  .build = build_shares,
};
