/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns how a figure writes its values: number, sign and unit. Reads the figure by its public
 * functions alone. */

#include "plot-figure.h"

#include <math.h>
#include <string.h>

#include "plot-number.h"

const char *
plot_state_sign (PlotState state)
{
  static const char *const signs[] = {
    [PLOT_STATE_EXACT] = "",
    [PLOT_STATE_AT_LEAST] = "≥\u00a0",
    [PLOT_STATE_ABOUT] = "≈\u00a0",
    [PLOT_STATE_AT_MOST] = "≤\u00a0",
  };

  return (guint) state < G_N_ELEMENTS (signs) ? signs[state] : "";
}

static char *
format_with (const PlotFigure *self, double value, const char *unit)
{
  g_autofree char *number = plot_number_format (value, plot_figure_decimals (self),
                                                plot_figure_signed (self) ? PLOT_NUMBER_SIGNED
                                                                          : PLOT_NUMBER_DEFAULT,
                                                plot_figure_language (self));

  return g_strconcat (number, *number != '\0' ? unit : "", NULL);
}

static gboolean
is_percent (const char *unit)
{
  return strchr (unit, '%') != NULL;
}

char *
plot_figure_format_value (const PlotFigure *self, double value)
{
  return format_with (self, value, plot_figure_unit (self));
}

char *
plot_figure_format_bare (const PlotFigure *self, double value)
{
  const char *unit = plot_figure_unit (self);

  return format_with (self, value, is_percent (unit) ? unit : "");
}

char *
plot_figure_format_x (const PlotFigure *self, double x)
{
  g_autofree char *number = plot_number_format (x, plot_figure_x_decimals (self),
                                                PLOT_NUMBER_DEFAULT, plot_figure_language (self));

  return g_strconcat (number, *number != '\0' ? plot_figure_x_unit (self) : NULL, NULL);
}

static char *
format_tick (const PlotFigure *self, double value, guint decimals, const char *unit,
             gboolean signed_values)
{
  gboolean vietnamese = plot_language_is_vietnamese (plot_figure_language (self));
  const char *behind = is_percent (unit) ? unit : "";
  PlotNumberFlags flags = PLOT_NUMBER_KEEP_ZEROS;
  g_autofree char *number = NULL;

  if (signed_values)
    flags |= PLOT_NUMBER_SIGNED;
  if (fabs (value) >= 1e6)
    {
      double power = fabs (value) >= 1e9 ? 1e9 : 1e6;

      value /= power;
      decimals = 2;
      flags &= ~PLOT_NUMBER_KEEP_ZEROS;
      if (power == 1e9)
        behind = vietnamese ? "\u00a0tỷ" : "\u00a0billion";
      else
        behind = vietnamese ? "\u00a0triệu" : "\u00a0million";
    }
  number = plot_number_format (value, decimals, flags, plot_figure_language (self));
  return g_strconcat (number, behind, NULL);
}

char *
plot_figure_format_tick (const PlotFigure *self, double value, guint decimals)
{
  return format_tick (self, value, decimals, plot_figure_unit (self), plot_figure_signed (self));
}

char *
plot_figure_format_x_tick (const PlotFigure *self, double x, guint decimals)
{
  return format_tick (self, x, decimals, plot_figure_x_unit (self), FALSE);
}

char *
plot_figure_format_fraction (const PlotFigure *self, const PlotMark *mark)
{
  g_autofree char *part = NULL, *of = NULL;

  if (mark->of <= 0)
    return NULL;
  part = plot_number_format (mark->part, 2, PLOT_NUMBER_DEFAULT, plot_figure_language (self));
  of = plot_number_format (mark->of, 2, PLOT_NUMBER_DEFAULT, plot_figure_language (self));
  return g_strconcat (part, "/", of, NULL);
}
