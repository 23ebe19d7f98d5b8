/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns all colours and text sizes. Hues, accent and context were moved apart by calculation
 * until any two differ for readers without red, green or blue cones as well; a test repeats the
 * calculation. */

#include "plot-theme.h"

#include <math.h>

typedef struct
{
  const char *name;
  double line_factor;
  guint32 marks[PLOT_N_INKS];
  guint32 texts[PLOT_N_INKS];
} Theme;

/* clang-format off */
static const Theme themes[] = {
  [PLOT_THEME_LIGHT] = {
    "light", 1,
    { 0xffffff, 0x1d2429, 0x5a646c, 0xe3e6e8, 0x6b757d, 0xc2381b, 0xa9b1b8,
      0x2565ab, 0xe09000, 0x39a17e, 0x6f3387, 0x57b3e4, 0x744525, 0xc9629b, 0x4e5b66 },
    { 0xffffff, 0x1d2429, 0x5a646c, 0x6b757d, 0x4d565d, 0xb02f14, 0x5f6971,
      0x2565ab, 0x946000, 0x2b785e, 0x6f3387, 0x3b7a9b, 0x744525, 0xa85280, 0x4e5b66 },
  },
  [PLOT_THEME_DARK] = {
    "dark", 1,
    { 0x1e1f22, 0xf2f3f4, 0xb4bac0, 0x3a3d42, 0x9aa1a8, 0xff7a55, 0x7b838b,
      0x4aacfc, 0xf3b43e, 0x47ad85, 0xc096d9, 0x9ad8f7, 0xab7a59, 0xb2496b, 0xa9b7c2 },
    { 0x1e1f22, 0xf2f3f4, 0xb4bac0, 0x9aa1a8, 0xc3c9cf, 0xff8f6f, 0xa4acb4,
      0x4aacfc, 0xf3b43e, 0x47ad85, 0xc096d9, 0x9ad8f7, 0xb98a6b, 0xcd7f99, 0xa9b7c2 },
  },
  [PLOT_THEME_HIGH_CONTRAST] = {
    "high-contrast", 1.5,
    { 0xffffff, 0x000000, 0x000000, 0xb5b5b5, 0x000000, 0xb3000c, 0x6e6e6e,
      0x094999, 0xb95c00, 0x046e47, 0x581076, 0x057eb6, 0x502400, 0xad3185, 0x2e3941 },
    { 0xffffff, 0x000000, 0x000000, 0x3d3d3d, 0x000000, 0x9c000a, 0x3d3d3d,
      0x094999, 0x8b4500, 0x046541, 0x581076, 0x045d86, 0x502400, 0x962b73, 0x2e3941 },
  },
  [PLOT_THEME_PRINT] = {
    "print", 1,
    { 0xffffff, 0x000000, 0x404040, 0xdcdcdc, 0x555555, 0xa32008, 0xb0b0b0,
      0x07508b, 0xda8c00, 0x4fa983, 0x542168, 0x7cc4ea, 0x5f3a1e, 0xc986b6, 0x333c43 },
    { 0xffffff, 0x000000, 0x404040, 0x555555, 0x333333, 0x8f1c07, 0x555555,
      0x07508b, 0x8f5b00, 0x33705a, 0x542168, 0x3f6b86, 0x5f3a1e, 0x8a5a7c, 0x333c43 },
  },
};

static const PlotStyleRow styles[PLOT_N_STYLES] = {
  [PLOT_STYLE_TITLE]          = { "title",          1.42, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [PLOT_STYLE_SUBTITLE]       = { "subtitle",       1.04, PANGO_WEIGHT_NORMAL,   FALSE },
  [PLOT_STYLE_TICK]           = { "tick",           0.92, PANGO_WEIGHT_NORMAL,   TRUE },
  [PLOT_STYLE_CATEGORY]       = { "category",       1.00, PANGO_WEIGHT_NORMAL,   FALSE },
  [PLOT_STYLE_CATEGORY_FOCUS] = { "category-focus", 1.00, PANGO_WEIGHT_BOLD,     FALSE },
  [PLOT_STYLE_VALUE]          = { "value",          0.96, PANGO_WEIGHT_MEDIUM,   TRUE },
  [PLOT_STYLE_VALUE_FOCUS]    = { "value-focus",    0.96, PANGO_WEIGHT_BOLD,     TRUE },
  [PLOT_STYLE_MISSING]        = { "missing",        0.90, PANGO_WEIGHT_NORMAL,   FALSE },
  [PLOT_STYLE_SERIES]         = { "series",         0.98, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [PLOT_STYLE_KEY]            = { "key",            0.88, PANGO_WEIGHT_NORMAL,   FALSE },
  [PLOT_STYLE_NOTE]           = { "note",           0.88, PANGO_WEIGHT_NORMAL,   FALSE },
  [PLOT_STYLE_SOURCE]         = { "source",         0.88, PANGO_WEIGHT_NORMAL,   FALSE },
  [PLOT_STYLE_EMPTY]          = { "empty",          1.08, PANGO_WEIGHT_NORMAL,   FALSE },
};
/* clang-format on */

static PlotColour
unpack (guint32 packed)
{
  return (PlotColour){ ((packed >> 16) & 0xff) / 255.0, ((packed >> 8) & 0xff) / 255.0,
                       (packed & 0xff) / 255.0 };
}

const char *
plot_theme_to_string (PlotTheme theme)
{
  return themes[theme].name;
}

PlotColour
plot_theme_mark_colour (PlotTheme theme, PlotInk ink)
{
  return unpack (themes[theme].marks[ink]);
}

PlotColour
plot_theme_text_colour (PlotTheme theme, PlotInk ink)
{
  return unpack (themes[theme].texts[ink]);
}

/* Relative luminance (WCAG 2.1). */
static double
luminance (PlotColour colour)
{
  const double channels[] = { colour.red, colour.green, colour.blue };
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i]
           * (channels[i] <= 0.04045 ? channels[i] / 12.92
                                     : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

PlotInk
plot_theme_ink_on (PlotTheme theme, PlotInk area)
{
  double under = luminance (plot_theme_mark_colour (theme, area)) + 0.05;
  double page = luminance (plot_theme_text_colour (theme, PLOT_INK_PAGE)) + 0.05;
  double text = luminance (plot_theme_text_colour (theme, PLOT_INK_TEXT)) + 0.05;

  return MAX (page, under) / MIN (page, under) >= MAX (text, under) / MIN (text, under)
             ? PLOT_INK_PAGE
             : PLOT_INK_TEXT;
}

double
plot_theme_line_factor (PlotTheme theme)
{
  return themes[theme].line_factor;
}

const PlotStyleRow *
plot_style_row (PlotStyle style)
{
  return &styles[style];
}

const char *
plot_ink_to_string (PlotInk ink)
{
  static const char *const names[PLOT_N_INKS] = { "page",   "text",    "muted", "grid", "axis",
                                                  "accent", "context", "hue0",  "hue1", "hue2",
                                                  "hue3",   "hue4",    "hue5",  "hue6", "hue7" };

  return names[ink];
}
