/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns all colours and text sizes. Hues, accent and context were moved apart by calculation
 * until any two differ for readers without red, green or blue cones as well, and so were the ends of
 * the ramps; a test repeats the calculation. */

#include "plot-theme.h"

#include "plot-colour.h"

typedef struct
{
  const char *name;
  double line_factor;
  guint32 marks[PLOT_N_INKS];
  guint32 texts[PLOT_N_INKS];
  guint32 ramps[2][3]; /* sequence and divergence: both ends and the middle */
} Theme;

/* clang-format off */
static const Theme themes[] = {
  [PLOT_THEME_LIGHT] = {
    "light", 1,
    { 0xffffff, 0x1d2429, 0x5a646c, 0xe3e6e8, 0x6b757d, 0xc2381b, 0xa9b1b8,
      0x2369b5, 0xe18f03, 0x39a17e, 0x6a307c, 0x56b4e7, 0x74412f, 0xc96298, 0x4e5c66 },
    { 0xffffff, 0x1d2429, 0x5a646c, 0x6b757d, 0x4d565d, 0xb02f14, 0x5f6971,
      0x2369b5, 0xb06100, 0x0c8563, 0x6a307c, 0x0d7dad, 0x74412f, 0xb65187, 0x4e5c66 },
    { { 0xcbe3ec, 0x4a97b8, 0x0b3251 }, { 0x8c3a06, 0xf0eeea, 0x0b4a7c } },
  },
  [PLOT_THEME_DARK] = {
    "dark", 1,
    { 0x1e1f22, 0xf2f3f4, 0xb4bac0, 0x3a3d42, 0x9aa1a8, 0xff7a55, 0x7b838b,
      0x47adff, 0xfbb514, 0x43a684, 0xc294c2, 0xa2daf7, 0xaa7760, 0xb2496b, 0xb0b8ba },
    { 0x1e1f22, 0xf2f3f4, 0xb4bac0, 0x9aa1a8, 0xc3c9cf, 0xff8f6f, 0xa4acb4,
      0x47adff, 0xfbb514, 0x43a684, 0xc294c2, 0xa2daf7, 0xaf7c65, 0xd16586, 0xb0b8ba },
    { { 0x23465a, 0x4391b5, 0xd2f1ff }, { 0xffb37a, 0x45464a, 0x8fcdff } },
  },
  [PLOT_THEME_HIGH_CONTRAST] = {
    "high-contrast", 1.5,
    { 0xffffff, 0x000000, 0x000000, 0xb5b5b5, 0x000000, 0xb3000c, 0x6e6e6e,
      0x0053b2, 0xba5c01, 0x096f48, 0x570272, 0x0a7eb5, 0x4e2312, 0x9b2e76, 0x2e3941 },
    { 0xffffff, 0x000000, 0x000000, 0x3d3d3d, 0x000000, 0x9c000a, 0x3d3d3d,
      0x0053b2, 0x963b00, 0x00643e, 0x570272, 0x005b90, 0x4e2312, 0x982b74, 0x2e3941 },
    { { 0xcbe3ec, 0x3f8fb3, 0x001c3a }, { 0x6e2600, 0xf0eeea, 0x00315e } },
  },
  [PLOT_THEME_PRINT] = {
    "print", 1,
    { 0xffffff, 0x000000, 0x404040, 0xdcdcdc, 0x555555, 0xa32008, 0xb0b0b0,
      0x075293, 0xda8b02, 0x51a984, 0x57195b, 0x7bc4ea, 0x56412f, 0xc986b6, 0x353c42 },
    { 0xffffff, 0x000000, 0x404040, 0x555555, 0x333333, 0x8f1c07, 0x555555,
      0x075293, 0xae6200, 0x278461, 0x57195b, 0x317c9f, 0x56412f, 0xa0608e, 0x353c42 },
    { { 0xcbe3ec, 0x5199b8, 0x0a2a48 }, { 0x7c3204, 0xf2f1ee, 0x083f6c } },
  },
};

static const PlotStyleRow styles[PLOT_N_STYLES] = {
  [PLOT_STYLE_TITLE]          = { "title",          1.42, PANGO_WEIGHT_SEMIBOLD, FALSE },
  [PLOT_STYLE_TITLE_LONG]     = { "title-long",     1.12, PANGO_WEIGHT_SEMIBOLD, FALSE },
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
  [PLOT_STYLE_TILE]           = { "tile",           0.80, PANGO_WEIGHT_NORMAL,   FALSE },
  [PLOT_STYLE_TILE_FOCUS]    = { "tile-focus",     0.80, PANGO_WEIGHT_BOLD,     FALSE },
  [PLOT_STYLE_TILE_VALUE]     = { "tile-value",     0.88, PANGO_WEIGHT_MEDIUM,   TRUE },
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

static PlotColour
ramp_colour (PlotTheme theme, PlotInk ink)
{
  guint step = (ink - PLOT_INK_SEQUENCE) % PLOT_N_STEPS, half = PLOT_N_STEPS / 2;
  const guint32 *ramp = themes[theme].ramps[ink >= PLOT_INK_DIVERGENCE ? 1 : 0];
  guint first = step > half ? 1 : 0;

  return plot_colour_mix (unpack (ramp[first]), unpack (ramp[first + 1]),
                          (double) (step - first * half) / half);
}

/* The theme's own dark or light where that can be read, else the blackest or whitest. */
static PlotColour
colour_on (PlotTheme theme, PlotColour area)
{
  const PlotColour tries[] = { unpack (themes[theme].texts[PLOT_INK_TEXT]),
                               unpack (themes[theme].texts[PLOT_INK_PAGE]),
                               { 0, 0, 0 },
                               { 1, 1, 1 } };
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      double contrast = plot_colour_contrast (tries[i], area);

      if (i < 2 && contrast >= 5.5)
        return tries[i];
      if (contrast > plot_colour_contrast (tries[best], area))
        best = i;
    }
  return tries[best];
}

PlotColour
plot_theme_mark_colour (PlotTheme theme, PlotInk ink)
{
  return PLOT_INK_IS_CLASS (ink) ? ramp_colour (theme, ink) : unpack (themes[theme].marks[ink]);
}

PlotColour
plot_theme_text_colour (PlotTheme theme, PlotInk ink)
{
  if (PLOT_INK_IS_CLASS (ink))
    return colour_on (theme, ramp_colour (theme, ink));
  return unpack (themes[theme].texts[ink]);
}

PlotInk
plot_theme_ink_on (PlotTheme theme, PlotInk area)
{
  PlotColour under = plot_theme_mark_colour (theme, area);
  double page = plot_colour_contrast (plot_theme_text_colour (theme, PLOT_INK_PAGE), under);
  double text = plot_colour_contrast (plot_theme_text_colour (theme, PLOT_INK_TEXT), under);

  return page >= text ? PLOT_INK_PAGE : PLOT_INK_TEXT;
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
  static const char *const steps[2 * PLOT_N_STEPS] = {
    "seq0",  "seq1",  "seq2",  "seq3",  "seq4",  "seq5",  "seq6",  "seq7",  "seq8",  "seq9",
    "seq10", "seq11", "seq12", "seq13", "seq14", "seq15", "seq16", "seq17", "seq18", "seq19",
    "seq20", "seq21", "seq22", "seq23", "seq24", "div0",  "div1",  "div2",  "div3",  "div4",
    "div5",  "div6",  "div7",  "div8",  "div9",  "div10", "div11", "div12", "div13", "div14",
    "div15", "div16", "div17", "div18", "div19", "div20", "div21", "div22", "div23", "div24",
  };

  return PLOT_INK_IS_CLASS (ink) ? steps[ink - PLOT_INK_SEQUENCE] : names[ink];
}
