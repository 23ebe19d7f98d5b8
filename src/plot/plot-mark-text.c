/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns what is written at a mark: its value, in as many decimals as all others of the chart, so that
 * numbers below each other can be compared. Measures nothing. */

#include <math.h>
#include <string.h>

#include "plot-builder.h"
#include "plot-number.h"
#include "plot-words.h"

/* Of more marks than this few are written at all, and those as short as they can be. */
#define MOST_COUNTED 5000

static gboolean
is_written_with (double value, guint decimals, guint most)
{
  double shown = round (value * pow (10, most)) / pow (10, most) * pow (10, decimals);

  return fabs (shown - round (shown)) < 1e-6 * MAX (1, fabs (shown) * 1e-6);
}

/* What is about so much, or at least, is written as its source words it: "≥ 56,00" would claim more. */
static void
count_decimals (PlotBuilder *self)
{
  PlotFigure *figure = self->figure;
  guint most = plot_figure_decimals (figure);
  PlotDecimals *found = &self->decimals;
  gboolean long_ones = FALSE;

  if (found->known)
    return;
  *found = (PlotDecimals){ .known = TRUE };
  if (plot_figure_count_marks (figure) > MOST_COUNTED)
    return;
  found->even = TRUE;
  for (guint s = 0; s < plot_figure_n_series (figure); s++)
    for (guint i = 0; i < plot_figure_n_marks (figure, s); i++)
      {
        const PlotMark *mark = plot_figure_mark (figure, s, i);

        if (!plot_mark_has_value (mark))
          continue;
        long_ones |= fabs (mark->value) >= 10;
        while (mark->state == PLOT_STATE_EXACT && found->all < most
               && !is_written_with (mark->value, found->all, most))
          found->all++;
      }
  found->brief = long_ones ? MIN (found->all, 1) : found->all;
}

char *
plot_builder_number (PlotBuilder *self, double value, gboolean unit)
{
  const char *behind = plot_figure_unit (self->figure);
  PlotNumberFlags flags = plot_figure_signed (self->figure) ? PLOT_NUMBER_SIGNED
                                                            : PLOT_NUMBER_DEFAULT;
  g_autofree char *number = NULL;

  count_decimals (self);
  if (!self->decimals.even)
    return unit ? plot_figure_format_value (self->figure, value)
                : plot_figure_format_bare (self->figure, value);
  number = plot_number_format (value, self->decimals.all, flags | PLOT_NUMBER_KEEP_ZEROS,
                               self->language);
  if (!unit && strchr (behind, '%') == NULL)
    behind = "";
  return g_strconcat (number, *number != '\0' ? behind : "", NULL);
}

char *
plot_builder_mark_text (PlotBuilder *self, const PlotMark *mark, gboolean unit)
{
  g_autofree char *value = NULL;

  if (!plot_mark_has_value (mark))
    return g_strdup (plot_word (PLOT_WORD_NOT_REPORTED + (mark->state - PLOT_STATE_NOT_REPORTED),
                                self->language));
  if (mark->state == PLOT_STATE_EXACT)
    value = plot_builder_number (self, mark->value, unit);
  else
    value = unit ? plot_figure_format_value (self->figure, mark->value)
                 : plot_figure_format_bare (self->figure, mark->value);
  return g_strconcat (plot_state_sign (mark->state), value, NULL);
}

guint
plot_builder_brief_decimals (PlotBuilder *self)
{
  count_decimals (self);
  return self->decimals.brief;
}

void
plot_builder_set_brief_decimals (PlotBuilder *self, guint decimals)
{
  count_decimals (self);
  self->decimals.brief = decimals;
}

char *
plot_builder_mark_number (PlotBuilder *self, const PlotMark *mark)
{
  gboolean even;
  guint decimals;
  PlotNumberFlags flags = plot_figure_signed (self->figure) ? PLOT_NUMBER_SIGNED
                                                            : PLOT_NUMBER_DEFAULT;
  g_autofree char *number = NULL;

  count_decimals (self);
  even = self->decimals.even && mark->state == PLOT_STATE_EXACT;
  decimals = self->decimals.even ? self->decimals.brief : plot_figure_decimals (self->figure);
  number = plot_number_format (mark->value, decimals, flags | (even ? PLOT_NUMBER_KEEP_ZEROS : 0),
                               self->language);
  return g_strconcat (plot_state_sign (mark->state), number, NULL);
}

char *
plot_builder_mark_rounded (PlotBuilder *self, const PlotMark *mark)
{
  static const struct
  {
    double power;
    const char *vi, *en;
  } rows[] = { { 1e9, "\u00a0tỷ", "bn" }, { 1e6, "\u00a0tr", "m" }, { 1e3, "\u00a0ng", "k" } };
  gboolean vietnamese = plot_language_is_vietnamese (self->language);
  PlotNumberFlags flags = plot_figure_signed (self->figure) ? PLOT_NUMBER_SIGNED
                                                            : PLOT_NUMBER_DEFAULT;
  double size = fabs (mark->value);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double value = mark->value / rows[i].power;
      g_autofree char *number = NULL;

      /* What would be rounded up to a thousand belongs to the row above. */
      if (size < 0.9995 * rows[i].power)
        continue;
      number = plot_number_format (value, fabs (value) < 9.95 ? 1 : 0, flags, self->language);
      return g_strconcat (number, vietnamese ? rows[i].vi : rows[i].en, NULL);
    }
  return plot_number_format (mark->value, 0, flags, self->language);
}
