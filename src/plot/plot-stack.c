/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the arithmetic of stacks. Must not take a part that is missing for zero: the sum without it
 * is at least so much, and a share of it at most so much. */

#include "plot-stack.h"

#include "plot-number.h"
#include "plot-words.h"

void
plot_stack_add (PlotStack *self, const PlotMark *mark)
{
  if (!plot_mark_has_value (mark))
    {
      self->n_missing += mark->state != PLOT_STATE_NOT_APPLICABLE;
      return;
    }
  self->n_values++;
  *(mark->value < 0 ? &self->below : &self->above) += mark->value;
  self->at_least |= mark->state == PLOT_STATE_AT_LEAST;
  self->at_most |= mark->state == PLOT_STATE_AT_MOST;
  self->about |= mark->state == PLOT_STATE_ABOUT;
}

PlotStack
plot_stack_sum (const PlotCategories *categories, PlotFigure *figure, guint i)
{
  PlotStack sum = { 0 };

  for (guint s = 0; s < categories->n_series; s++)
    {
      guint index;
      const PlotMark *mark = plot_categories_mark (categories, figure, i, s, &index);

      if (mark != NULL)
        plot_stack_add (&sum, mark);
    }
  return sum;
}

gboolean
plot_stack_has_shares (const PlotStack *self)
{
  return self->below == 0 && self->above > 0;
}

char *
plot_stack_text (const PlotStack *self, PlotBuilder *builder)
{
  gboolean exact = !self->at_least && !self->at_most && !self->about;
  double value = self->above + self->below;
  g_autofree char *sum = exact ? plot_builder_number (builder, value, FALSE)
                               : plot_figure_format_bare (builder->figure, value);
  gboolean at_least = self->at_least || self->n_missing > 0;
  const char *sign = "";

  /* What is missing may as well be negative where others are. */
  if (self->n_values == 0 || (self->n_missing > 0 && self->below < 0)
      || (at_least && self->at_most))
    return NULL;
  if (self->about)
    sign = plot_state_sign (PLOT_STATE_ABOUT);
  else if (at_least)
    sign = plot_state_sign (PLOT_STATE_AT_LEAST);
  else if (self->at_most)
    sign = plot_state_sign (PLOT_STATE_AT_MOST);
  if (self->about && self->n_missing > 0)
    return NULL;
  if (self->below < 0 && self->above > 0)
    {
      g_autofree char *signed_sum = g_strconcat (sign, sum, NULL);

      return plot_word_fill (PLOT_WORD_SUM, builder->language, signed_sum, NULL);
    }
  return g_strconcat (sign, sum, NULL);
}

static char *
share_text (double share, guint decimals, const char *language)
{
  g_autofree char *number = plot_number_format (share, decimals, PLOT_NUMBER_DEFAULT, language);
  g_autofree char *unit = plot_number_unit ("%", language);

  return g_strconcat (number, unit, NULL);
}

char *
plot_stack_tick (double share, const char *language)
{
  return share_text (share, 0, language);
}

char *
plot_stack_share_text (const PlotStack *self, PlotFigure *figure, double value, gboolean whole)
{
  double percent = 100 * value / self->above;
  g_autofree char *share = share_text (percent, !whole && percent < 10 ? 1 : 0,
                                       plot_figure_language (figure));
  gboolean rounded = self->at_least || self->at_most || self->about;

  return g_strconcat (rounded ? "≈\u00a0" : self->n_missing > 0 ? "≤\u00a0" : "", share, NULL);
}
