/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns all colours and text sizes. Hues are ordered so that the first ones differ most in lightness
 * as well, for readers who do not tell red from green and for grey print. */

#include "plot-theme.h"

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
      0x0b5fa5, 0xe09000, 0x3aa17e, 0x7b3f98, 0x58b2e3, 0x7a4a21, 0xd86fa4, 0x4d5b66 },
    { 0xffffff, 0x1d2429, 0x5a646c, 0x6b757d, 0x4d565d, 0xb02f14, 0x5f6971,
      0x0b5fa5, 0x8a5700, 0x1d7458, 0x7b3f98, 0x1b6f9e, 0x7a4a21, 0xa83d75, 0x4d5b66 },
  },
  [PLOT_THEME_DARK] = {
    "dark", 1,
    { 0x1e1f22, 0xf2f3f4, 0xb4bac0, 0x3a3d42, 0x9aa1a8, 0xff7a55, 0x7b838b,
      0x5aa9ee, 0xf2b33d, 0x2f9d78, 0xc69be0, 0x9ad8f7, 0xb98a5e, 0xe887b8, 0xa9b7c2 },
    { 0x1e1f22, 0xf2f3f4, 0xb4bac0, 0x9aa1a8, 0xc3c9cf, 0xff8f6f, 0xa4acb4,
      0x77b9f2, 0xf2b33d, 0x54c29b, 0xd0abe6, 0x9ad8f7, 0xd0a57c, 0xee9cc5, 0xb7c3cd },
  },
  [PLOT_THEME_HIGH_CONTRAST] = {
    "high-contrast", 1.5,
    { 0xffffff, 0x000000, 0x000000, 0xb5b5b5, 0x000000, 0xb3000c, 0x6e6e6e,
      0x003f8a, 0xb85c00, 0x00704a, 0x5b1a80, 0x0080b8, 0x5a2d00, 0xb0307c, 0x2f3a42 },
    { 0xffffff, 0x000000, 0x000000, 0x3d3d3d, 0x000000, 0x9c000a, 0x3d3d3d,
      0x003f8a, 0x7a3d00, 0x00593b, 0x5b1a80, 0x00557a, 0x5a2d00, 0x8c1f60, 0x2f3a42 },
  },
  [PLOT_THEME_PRINT] = {
    "print", 1,
    { 0xffffff, 0x000000, 0x404040, 0xdcdcdc, 0x555555, 0xa32008, 0xb0b0b0,
      0x0a4c86, 0xd98c00, 0x4fae8a, 0x5e2f77, 0x7cc4ea, 0x5f3a1a, 0xd98bb4, 0x333c43 },
    { 0xffffff, 0x000000, 0x404040, 0x555555, 0x333333, 0x8f1c07, 0x555555,
      0x0a4c86, 0x7d4e00, 0x1b6149, 0x5e2f77, 0x145d86, 0x5f3a1a, 0x963665, 0x333c43 },
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
  return (PlotColour) {
    ((packed >> 16) & 0xff) / 255.0, ((packed >> 8) & 0xff) / 255.0, (packed & 0xff) / 255.0
  };
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
  static const char *const names[PLOT_N_INKS]
      = { "page", "text", "muted", "grid", "axis",   "accent", "context", "hue0",
          "hue1", "hue2", "hue3",  "hue4", "hue5", "hue6",   "hue7" };

  return names[ink];
}
