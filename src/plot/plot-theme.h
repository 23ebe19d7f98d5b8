/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes: a table from ink to colour, and one from text style to size and weight. A layout stores
 * inks, never colours; only drawing looks the colours up. */

#pragma once

#include "plot-layout.h"

G_BEGIN_DECLS

/* Hues of series; the ninth and later ones are drawn in the context ink, since no palette of more
 * than eight can be told apart. */
#define PLOT_N_HUES 8
/* Steps of a ramp of classes; the one in the middle is number 12. */
#define PLOT_N_STEPS 25

typedef enum
{
  PLOT_INK_PAGE,
  PLOT_INK_TEXT,
  PLOT_INK_MUTED, /* secondary text */
  PLOT_INK_GRID,
  PLOT_INK_AXIS,   /* the zero line and the reference line */
  PLOT_INK_ACCENT, /* focus */
  PLOT_INK_CONTEXT,
  PLOT_INK_HUE, /* the first of PLOT_N_HUES */
  /* Classes of values: PLOT_N_STEPS inks from little to much, and as many from below over a pale
   * middle to above. As text: what can be read on an area of that ink. */
  PLOT_INK_SEQUENCE = PLOT_INK_HUE + PLOT_N_HUES,
  PLOT_INK_DIVERGENCE = PLOT_INK_SEQUENCE + PLOT_N_STEPS,
} PlotInk;
/* Those of a table; classes are mixed. */
#define PLOT_N_INKS PLOT_INK_SEQUENCE
#define PLOT_INK_IS_CLASS(ink) ((ink) >= PLOT_INK_SEQUENCE)

typedef enum
{
  PLOT_STYLE_TITLE,
  PLOT_STYLE_TITLE_LONG, /* of more words than have room in the usual size */
  PLOT_STYLE_SUBTITLE,
  PLOT_STYLE_TICK,
  PLOT_STYLE_CATEGORY,
  PLOT_STYLE_CATEGORY_FOCUS,
  PLOT_STYLE_VALUE,
  PLOT_STYLE_VALUE_FOCUS,
  PLOT_STYLE_MISSING,
  PLOT_STYLE_SERIES,
  PLOT_STYLE_KEY,
  PLOT_STYLE_NOTE,
  PLOT_STYLE_SOURCE,
  PLOT_STYLE_EMPTY,
  PLOT_STYLE_TILE,
  PLOT_STYLE_TILE_FOCUS,
  PLOT_STYLE_TILE_VALUE,
} PlotStyle;
#define PLOT_N_STYLES (PLOT_STYLE_TILE_VALUE + 1)

typedef struct
{
  const char *name; /* in dumps */
  double size;      /* in the chart's base size */
  PangoWeight weight;
  gboolean tabular; /* digits of equal width, for columns of numbers */
} PlotStyleRow;

typedef struct
{
  double red, green, blue;
} PlotColour;

const char *plot_theme_to_string (PlotTheme theme);
/* Colour of areas, lines and symbols. */
PlotColour plot_theme_mark_colour (PlotTheme theme, PlotInk ink);
/* Colour of text in that ink: dark (or light) enough to be read at small sizes, at least 4.5 :
 * 1. */
PlotColour plot_theme_text_colour (PlotTheme theme, PlotInk ink);
/* Of page and text the ink that stands out more from an area of that ink. */
PlotInk plot_theme_ink_on (PlotTheme theme, PlotInk area);
/* Factor on all line widths; more than 1 in high contrast. */
double plot_theme_line_factor (PlotTheme theme);
const PlotStyleRow *plot_style_row (PlotStyle style);
const char *plot_ink_to_string (PlotInk ink);

G_END_DECLS
