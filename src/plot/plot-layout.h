/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one geometry of a chart: figure + size + theme + text metrics give immutable arrays, and all
 * that draws, hits, describes, exports or dumps reads only these. Units are logical pixels of the
 * chart's own box, origin top left. */

#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "plot-figure.h"

G_BEGIN_DECLS

typedef enum
{
  PLOT_THEME_LIGHT,
  PLOT_THEME_DARK,
  PLOT_THEME_HIGH_CONTRAST,
  PLOT_THEME_PRINT,
} PlotTheme;

/* The family of all charts' text: one that has every Vietnamese glyph; falls back by fontconfig. */
#define PLOT_FONT_FAMILY "Inter, Noto Sans, DejaVu Sans"

typedef struct _PlotLayout PlotLayout;

/* context: a Pango context to measure with; plot_text_context_new() gives the one that export uses.
 * width and height in logical pixels, clamped to 1-16384. Only this function measures. */
PlotLayout *plot_layout_new (PlotFigure *figure, double width, double height, PlotTheme theme,
                             PangoContext *context);
void plot_layout_free (PlotLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlotLayout, plot_layout_free)

/* Pinned resolution (96), hint style none, metrics hinting off, grey antialiasing: equal bytes
 * between runs. */
PangoContext *plot_text_context_new (void);

/* The first of PLOT_FONT_FAMILY that there is, else all of them. Pango looks for a font once for each
 * list of families, and once more by the name of what it found: one name is looked for once. */
const char *plot_text_family (PangoFontMap *fonts);

/* Whether it has so many points that they are put down as pixels where there are pixels: on an image
 * surface without a scale of its own. */
gboolean plot_layout_is_dense (PlotLayout *self);
/* Paints all but hover and selection. background: fill with the theme's page colour first. */
void plot_layout_draw (PlotLayout *self, cairo_t *cr, gboolean background);
/* The same with one series as it is and what belongs to the others faint. */
void plot_layout_draw_emphasis (PlotLayout *self, cairo_t *cr, gboolean background, guint series);
/* Paints what hovering, focus or selection of mark looks like on top; mark from
 * plot_layout_hit(). */
void plot_layout_draw_overlay (PlotLayout *self, cairo_t *cr, int hovered, int selected);
/* Paints, where there is an axis of time, lines from mark to both axes, and the same time in every
 * other panel; below the overlay. */
void plot_layout_draw_crosshair (PlotLayout *self, cairo_t *cr, int mark);
/* Paints the part between two x that is being marked for zooming, from x1 on, in every panel. */
void plot_layout_draw_band (PlotLayout *self, cairo_t *cr, double x1, double x2);

/* Marks in walking order: series by series, along x; missing ones are included, so that a reader
 * hears what is not reported. A line of more marks than pixels has only those that make a visible
 * difference (of a pixel's column the first, least, greatest and last), rows and columns that were
 * left out have none. */
guint plot_layout_n_marks (PlotLayout *self);
/* The nearest mark under or near (x, y), or -1. */
int plot_layout_hit (PlotLayout *self, double x, double y);
/* The series whose name, at its line or in the legend, is at (x, y), or -1. */
int plot_layout_hit_series (PlotLayout *self, double x, double y);
/* The mark with that key, or of a thinned-out line the drawn one that stands for it; -1 if none. */
int plot_layout_find_key (PlotLayout *self, guint64 key);
guint64 plot_layout_mark_key (PlotLayout *self, guint mark);
/* Series and index of mark in the figure. */
void plot_layout_mark_place (PlotLayout *self, guint mark, guint *series, guint *index);
/* The mark at that place of the figure, -1 where it is not shown. */
int plot_layout_find_mark (PlotLayout *self, guint series, guint index);
void plot_layout_mark_bounds (PlotLayout *self, guint mark, double *x, double *y, double *width,
                              double *height);
/* Whether marks stand in rows below each other, which dy walks along. */
gboolean plot_layout_has_rows (PlotLayout *self);
/* Keyboard: dx -1/+1 along the series, dy -1/+1 to the next series (or row); from -1 the first. */
int plot_layout_step (PlotLayout *self, int mark, int dx, int dy);

/* The part of time on the axis across; FALSE for kinds without one. */
gboolean plot_layout_time (PlotLayout *self, double *from, double *to);
/* The part of time between two x, marked from x1 on, cut to what is shown; FALSE where the two are not apart or no
 * mark lies between them. */
gboolean plot_layout_time_between (PlotLayout *self, double x1, double x2, double *from,
                                   double *to);
/* First and last time of all the figure's marks; FALSE for kinds without time, or without marks. */
gboolean plot_figure_time (PlotFigure *figure, double *first, double *last);

/* Sentences for tooltip and speech, in the figure's language. Free with g_free. */
char *plot_layout_describe_mark (PlotLayout *self, guint mark);
/* The parts of it that a table writes apart: "at least 12 communes", or the kind of nothing; stated or
 * computed, and the mark's note, which may be "". */
char *plot_figure_describe_value (PlotFigure *figure, const PlotMark *mark);
char *plot_figure_describe_origin (PlotFigure *figure, const PlotMark *mark);
/* Finding, extremes, trend, number of marks and gaps. */
char *plot_figure_describe (PlotFigure *figure);

/* Rectangles of all texts drawn, for the test that none overlap; and all arrays as text. */
guint plot_layout_n_texts (PlotLayout *self);
const char *plot_layout_text (PlotLayout *self, guint i, double *x, double *y, double *width,
                              double *height);
char *plot_layout_dump (PlotLayout *self);

G_END_DECLS
