/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a kind's layout works with: the only place where text is measured, and the only way into the
 * layout's arrays. Internal to libplot. */

#pragma once

#include "plot-arrays.h"
#include "plot-scale.h"

G_BEGIN_DECLS

/* In how many decimals the values of a chart are written. */
typedef struct
{
  gboolean known;
  gboolean even; /* FALSE: each as short as it can be */
  guint all;     /* what the exact ones need, within the figure's */
  guint brief;   /* the same where there is the least room */
} PlotDecimals;

typedef struct
{
  PlotLayout *layout;
  PlotFigure *figure;
  PangoContext *context;
  const char *language;
  double em;             /* base text size in pixels */
  guint series;          /* whose parts are being placed, plus one; 0: nobody's */
  PlotRect area;         /* room that is left; taken from as parts are placed */
  PlotDecimals decimals; /* plot-mark-text.c's */
} PlotBuilder;

/* A text that is measured and not yet placed. */
typedef struct
{
  PangoLayout *layout; /* NULL: nothing */
  double dx;           /* see PlotText */
  double width, height;
  PlotStyle style;
  gboolean cut; /* ellipsized, or a word is wider than the room */
} PlotLabel;

#define PLOT_LABEL_NONE ((PlotLabel){ 0 })

/* text on one line (max_width <= 0), or wrapped at words into at most max_lines lines of max_width
 * and ellipsized beyond. A NULL or empty text gives PLOT_LABEL_NONE. */
PlotLabel plot_builder_measure (PlotBuilder *self, PlotStyle style, const char *text,
                                double max_width, guint max_lines);
/* The same with lines centred. */
PlotLabel plot_builder_measure_centred (PlotBuilder *self, PlotStyle style, const char *text,
                                        double max_width, guint max_lines);
/* Height of one line in that style. */
double plot_builder_line_height (PlotBuilder *self, PlotStyle style);
void plot_label_clear (PlotLabel *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlotLabel, plot_label_clear)

/* Places label with its top left corner at (x, y); takes it over. */
void plot_builder_put (PlotBuilder *self, PlotLabel *label, PlotInk ink, double x, double y);
/* The same with a halo, where it may stand on lines. */
void plot_builder_put_over (PlotBuilder *self, PlotLabel *label, PlotInk ink, double x, double y);
/* The same, only where it lies inside the box and touches no other text; FALSE, and label kept,
 * otherwise. It gets a halo, as it may stand on lines. */
gboolean plot_builder_put_if_free (PlotBuilder *self, PlotLabel *label, PlotInk ink, double x,
                                   double y);
/* The same as put, on an area of that ink: written in what can be read on it. */
void plot_builder_put_on (PlotBuilder *self, PlotLabel *label, PlotInk area, double x, double y);
gboolean plot_builder_is_free (PlotBuilder *self, const PlotRect *box);
/* Whether any of the way from a to b lies in box. */
gboolean plot_rect_crosses (const PlotRect *box, const PlotPoint *a, const PlotPoint *b);
/* Whether no symbol and no line of marks that is placed so far touches box. */
gboolean plot_builder_is_clear (PlotBuilder *self, const PlotRect *box);

void plot_builder_box (PlotBuilder *self, PlotRect box, PlotInk ink, PlotFill fill, gboolean pale);
void plot_builder_stroke (PlotBuilder *self, double x1, double y1, double x2, double y2,
                          double width, PlotInk ink, PlotStrokeKind kind);
void plot_builder_symbol (PlotBuilder *self, double x, double y, double radius, PlotShape shape,
                          PlotInk ink, PlotFill fill);
/* Such a way in the colour of text with a rim of page, for it may lie on a fill of any colour. */
void plot_builder_way_on_fill (PlotBuilder *self, const PlotPoint *from, const PlotPoint *to);
/* A thin line from a mark to what stands against it, with a cap across its end. */
void plot_builder_way (PlotBuilder *self, const PlotPoint *from, const PlotPoint *to, PlotInk ink,
                       PlotStrokeKind kind);
/* margin: how far around bounds the pointer counts; below 0, spot's own
 * region is kept. */
void plot_builder_spot (PlotBuilder *self, const PlotSpot *spot, double margin);

/* How a mark of a series looks, by role, colour index and what is known of it. */
PlotInk plot_builder_series_ink (PlotBuilder *self, guint series);
PlotShape plot_builder_series_shape (PlotBuilder *self, guint series);
/* Whether the series lies beyond the last hue, so that it looks like the others that do. */
gboolean plot_builder_series_is_alike (PlotBuilder *self, guint series);
PlotInk plot_builder_mark_ink (PlotBuilder *self, guint series, const PlotMark *mark);
gboolean plot_builder_mark_is_pale (PlotBuilder *self, guint series, const PlotMark *mark);
PlotFill plot_mark_fill (const PlotMark *mark);
PlotRole plot_builder_mark_role (PlotBuilder *self, guint series, const PlotMark *mark);
/* value as all of the chart are written (plot-mark-text.c). Free with g_free. */
char *plot_builder_number (PlotBuilder *self, double value, gboolean unit);
/* "1.234 xã", "≥ 1.234 xã", or without the unit where it is a word; the short word for the kind
 * of nothing. Free with g_free. */
char *plot_builder_mark_text (PlotBuilder *self, const PlotMark *mark, gboolean unit);
/* The same of a mark with a value, for the least room: without even a per cent sign, and with one
 * decimal at most where any value is 10 or more. */
char *plot_builder_mark_number (PlotBuilder *self, const PlotMark *mark);
guint plot_builder_brief_decimals (PlotBuilder *self);
void plot_builder_set_brief_decimals (PlotBuilder *self, guint decimals);
/* Two digits or three of a value that has no room otherwise: "1,2 tr", "1.2m", "+413". Free with
 * g_free. */
char *plot_builder_mark_rounded (PlotBuilder *self, const PlotMark *mark);

/* Title, subtitle, key, note and source, around what stays in the area (plot-frame.c). */
void plot_frame_build (PlotBuilder *self, gboolean swatches);
/* A row of series names above the area (plot-key.c); takes its height from the area. */
void plot_key_build_legend (PlotBuilder *self, gboolean swatches);
void plot_key_build_legend_of_dots (PlotBuilder *self);
/* together: what looks alike is one part. */
void plot_key_build_legend_of_parts (PlotBuilder *self, gboolean together);
/* A sentence in the middle of the area (plot-frame.c). */
void plot_frame_build_empty (PlotBuilder *self);
/* The short "not reported" in the middle of a plot whose marks are all missing (plot-frame.c). */
void plot_frame_build_no_values (PlotBuilder *self, const PlotRect *plot);
/* A line at the bottom of the area that says how much was left out; takes its height
 * (plot-frame.c). */
void plot_frame_build_more (PlotBuilder *self, const char *text);

/* Grid and labels of a value axis over the area (plot-axis.c). */
double plot_axis_value_labels_width (PlotBuilder *self, const PlotScale *scale);
void plot_axis_build_value (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot);
/* The grid alone. */
void plot_axis_build_grid (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot);
void plot_axis_build_period (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot);
/* Line across the plot at the figure's reference value, with its label where it is free; to be
 * called last. */
void plot_axis_build_reference (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot,
                                gboolean vertical);
/* The value scale of lines: it need not start at zero, and does where zero is near enough not to
 * flatten them. lo above hi: there is no value. */
void plot_axis_init_open (PlotBuilder *self, PlotScale *scale, const PlotRect *plot);
void plot_axis_init_open_extent (PlotBuilder *self, PlotScale *scale, const PlotRect *plot,
                                 double lo, double hi);
/* The scale of time over all marks. */
void plot_axis_init_period (PlotBuilder *self, PlotScale *scale, const PlotRect *plot);
/* The figure's breaks that lie inside the plot: a dashed line, a sign on the axis and, in a strip of
 * that height above the plot, a label where it is free. */
double plot_axis_breaks_height (PlotBuilder *self);
void plot_axis_build_breaks (PlotBuilder *self, const PlotScale *scale, const PlotRect *plot,
                             gboolean labels);
/* One break at pixel x; text may be NULL. */
void plot_axis_build_break (PlotBuilder *self, double x, const char *text, const PlotRect *plot);
/* Least and greatest value of all marks and of the reference; FALSE when there is none. */
gboolean plot_axis_extent (PlotBuilder *self, double *lo, double *hi);
/* First and last time of all marks, or of the part of time that is shown; lo above hi when there is none, and the most marks of a series. */
void plot_axis_extent_period (PlotBuilder *self, double *lo, double *hi, guint *most);

G_END_DECLS
