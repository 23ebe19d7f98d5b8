/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart shows, without any geometry: kind, texts, axes, series, marks. Built once by its
 * maker and then only read; reference-counted. Knows nothing of reports or stores: a mark
 * carries an opaque key by which its owner finds the evidence. Reads no locale: language is set. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PLOT_KIND_LINE,      /* x: decimal years; several series; gaps where a mark is missing */
  PLOT_KIND_COLUMN,    /* x: category index; grouped where there are several series */
  PLOT_KIND_BAR,       /* horizontal; one category a row; value written at the end */
  PLOT_KIND_SPARKLINE, /* a line without axes and texts, its last mark emphasised */

  PLOT_KIND_STACKED,     /* x: category index; the series' values on top of each other */
  PLOT_KIND_STACKED_100, /* the same as shares of their sum; none where a value is negative */
  PLOT_KIND_ATTAINMENT,  /* x: category index; a share on a track that ends at 100 % */
  PLOT_KIND_DUMBBELL,    /* x: category index; two series, the earlier period and the later */
  PLOT_KIND_SLOPE,       /* x: 0 and 1, two categories: the periods; a series is a place */
  PLOT_KIND_MULTIPLES,   /* x: decimal years; a panel a series */

  PLOT_KIND_TILEMAP, /* x: category index, each category with a tile; coloured by class */
  PLOT_KIND_HEATMAP, /* x: category index, a row each; a series a column; coloured by class */
  PLOT_KIND_SCATTER, /* x: a second value; each mark named by its place */
} PlotKind;
#define PLOT_N_KINDS (PLOT_KIND_SCATTER + 1)

/* "line", "stacked-100": as on the command line and in dumps. */
const char *plot_kind_to_string (PlotKind kind);
gboolean plot_kind_from_string (const char *text, PlotKind *kind);

/* What is known of a mark. All after AT_MOST are kinds of nothing: no value is drawn. */
typedef enum
{
  PLOT_STATE_EXACT,
  PLOT_STATE_AT_LEAST, /* open mark */
  PLOT_STATE_ABOUT,    /* open mark */
  PLOT_STATE_AT_MOST,  /* open mark */
  PLOT_STATE_NOT_REPORTED,
  PLOT_STATE_NOT_APPLICABLE,
  PLOT_STATE_UNREADABLE,
  PLOT_STATE_REJECTED,
} PlotState;

typedef enum
{
  PLOT_ROLE_NORMAL,  /* a series or category of equal standing, coloured by its index */
  PLOT_ROLE_FOCUS,   /* what the chart is about: accent colour */
  PLOT_ROLE_CONTEXT, /* what it is set beside: muted colour */
} PlotRole;

/* Strings are copied when added. */
typedef struct
{
  double x;     /* decimal year (line; 2022.5 is mid-2022), category index (column, bar, maps), or a
               value in the unit of x (scatter) */
  double value; /* in the figure's unit; NAN when state is a kind of nothing */
  PlotState state : 8;
  PlotRole role : 8; /* of this mark alone, where it differs from its series' (a bar among bars) */
  gboolean
      computed : 8; /* derived from two figures rather than stated: drawn with a hatch or hollow */
  PlotState x_state : 8; /* scatter: what is known of x; x is NAN when that is a kind of nothing */
  guint rank : 16,
      last_rank : 16; /* among others of the period, "3–5" where that is all there is to know; 0: none */
  guint64 key;        /* owner's handle, 0 for none */
  const char *place;  /* for speech and tooltip: "Nghệ An" */
  const char *period; /* "6 tháng đầu năm 2023" */
  const char *note;   /* "226/431 xã", "tính từ 2022 và 2023", or NULL */
  double part, of;    /* what a share was counted from, 226 of 431; of is 0 where there is none */
  double when;        /* of period, in decimal years, for who sorts by time; 0: nobody knows */
  guint64 x_key;      /* scatter: owner's handle of x, 0 for none */
} PlotMark;

typedef struct _PlotFigure PlotFigure;
#define PLOT_TYPE_FIGURE (plot_figure_get_type ())
GType plot_figure_get_type (void);

/* language: "vi" or "en", for number formats and generated words. Every text given to a figure is
 * made valid UTF-8 in NFC, so that no letter falls apart into two fonts. */
PlotFigure *plot_figure_new (PlotKind kind, const char *language);
PlotFigure *plot_figure_ref (PlotFigure *self);
void plot_figure_unref (PlotFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlotFigure, plot_figure_unref)

/* States the finding. */
void plot_figure_set_title (PlotFigure *self, const char *text);
/* Unit and period. */
void plot_figure_set_subtitle (PlotFigure *self, const char *text);
/* Source line, always inside the picture. */
void plot_figure_set_source (PlotFigure *self, const char *text);
/* What a reader must know, or NULL. */
void plot_figure_set_note (PlotFigure *self, const char *text);
/* How computed marks came about, for the key beside their sign; NULL: from two figures. */
void plot_figure_set_computed (PlotFigure *self, const char *text);
/* Shown in place of marks when there are none. */
void plot_figure_set_empty (PlotFigure *self, const char *text);
/* unit: written behind values ("%", " xã", ""); decimals: at most so many are shown. A space before
 * the unit is written as a no-break space (U+00A0), and Vietnamese writes one before "%". */
void plot_figure_set_unit (PlotFigure *self, const char *unit, guint decimals);
/* signed_values: write + before a positive value (changes). */
void plot_figure_set_signed (PlotFigure *self, gboolean signed_values);
/* A value to mark with a line across the plot (100 %, the standard); NAN for none. */
void plot_figure_set_reference (PlotFigure *self, double value, const char *label);
/* From x on, what the marks count is cut in another way (boundaries changed): a break in lines,
 * columns and panels, between the marks to both sides of x, with a label. Breaks are added in order
 * of x; a column chart's x is a category index, 2.5 between the third and the fourth. */
void plot_figure_add_break (PlotFigure *self, double x, const char *label);
/* How the panels of small multiples are drawn: PLOT_KIND_LINE (the default) or PLOT_KIND_COLUMN,
 * and whether each has a value axis of its own rather than all the same. */
void plot_figure_set_panels (PlotFigure *self, PlotKind drawn_as, gboolean own_axes);

/* The part of time that is shown, in decimal years, the smaller first; NAN for both: all there is.
 * Kinds without an axis of time show all in any case. */
void plot_figure_set_range (PlotFigure *self, double from, double to);

/* A figure of the same marks, whose texts and range can be set without touching the first: what a
 * person makes of a figure (their own title, a part of its time). It shares the marks and
 * categories, so that none may be added to either from then on. */
PlotFigure *plot_figure_derive (PlotFigure *self);

/* What is measured along x, with its unit as plot_figure_set_unit() takes it; for scatter. */
void plot_figure_set_x_axis (PlotFigure *self, const char *title, const char *unit, guint decimals);
/* What is measured upwards, written at the axis; for scatter. */
void plot_figure_set_y_title (PlotFigure *self, const char *title);

/* Returns the category's index; for all kinds whose x is one. */
guint plot_figure_add_category (PlotFigure *self, const char *label);
/* Rows and columns of tiles are fewer than this. */
#define PLOT_FIGURE_MAX_TILE 64
/* Where the category's tile lies, from 0 at the top left, and what is written where its label is too
 * long ("HNO"). */
void plot_figure_set_tile (PlotFigure *self, guint category, guint row, guint column,
                           const char *brief);
/* Returns the series' index; colour goes by colour_index, so that a place keeps its colour. */
guint plot_figure_add_series (PlotFigure *self, const char *name, PlotRole role,
                              guint colour_index);
/* Marks of a line are added in order of x. */
void plot_figure_add_mark (PlotFigure *self, guint series, const PlotMark *mark);
/* n marks of which nothing is known but x and an exact value, as measuring devices write them. */
void plot_figure_add_points (PlotFigure *self, guint series, const double *x, const double *values,
                             guint n);

PlotKind plot_figure_kind (const PlotFigure *self);
const char *plot_figure_language (const PlotFigure *self);
const char *plot_figure_title (const PlotFigure *self);
const char *plot_figure_subtitle (const PlotFigure *self);
const char *plot_figure_source (const PlotFigure *self);
const char *plot_figure_note (const PlotFigure *self);
/* Never NULL. */
const char *plot_figure_computed (const PlotFigure *self);
const char *plot_figure_empty (const PlotFigure *self);
const char *plot_figure_unit (const PlotFigure *self);
guint plot_figure_decimals (const PlotFigure *self);
gboolean plot_figure_signed (const PlotFigure *self);
/* FALSE, and NAN, where all is to be shown. */
gboolean plot_figure_range (const PlotFigure *self, double *from, double *to);
guint plot_figure_x_decimals (const PlotFigure *self);
double plot_figure_reference (const PlotFigure *self); /* NAN for none */
const char *plot_figure_reference_label (const PlotFigure *self);
guint plot_figure_n_breaks (const PlotFigure *self);
const char *plot_figure_break (const PlotFigure *self, guint i, double *x);
PlotKind plot_figure_panel_kind (const PlotFigure *self);
gboolean plot_figure_own_axes (const PlotFigure *self);
guint plot_figure_n_categories (const PlotFigure *self);
const char *plot_figure_category (const PlotFigure *self, guint i);
/* FALSE, and nothing set, for a category without a tile. */
gboolean plot_figure_tile (const PlotFigure *self, guint category, guint *row, guint *column);
/* Its short label, or the whole one where there is none. */
const char *plot_figure_category_brief (const PlotFigure *self, guint i);
const char *plot_figure_x_title (const PlotFigure *self);
const char *plot_figure_x_unit (const PlotFigure *self);
const char *plot_figure_y_title (const PlotFigure *self);
guint plot_figure_n_series (const PlotFigure *self);
const char *plot_figure_series_name (const PlotFigure *self, guint series);
PlotRole plot_figure_series_role (const PlotFigure *self, guint series);
guint plot_figure_series_colour (const PlotFigure *self, guint series);
guint plot_figure_n_marks (const PlotFigure *self, guint series);
/* The marks of all series. */
guint plot_figure_count_marks (const PlotFigure *self);
const PlotMark *plot_figure_mark (const PlotFigure *self, guint series, guint mark);

/* The mark with that key, or NULL; 0 is no mark's. */
const PlotMark *plot_figure_find_key (const PlotFigure *self, guint64 key);

/* TRUE for states that carry a value. */
gboolean plot_mark_has_value (const PlotMark *mark);
/* The same of a scatter's x. */
gboolean plot_mark_has_x (const PlotMark *mark);
/* What stands before the value in a state: "≥ " with a space that keeps them together, or "". */
const char *plot_state_sign (PlotState state);
/* The category that a mark stands in; NULL where the kind has none. */
const char *plot_figure_mark_category (const PlotFigure *self, const PlotMark *mark);
/* "226/431", or NULL where nothing says what a share was counted from. Free with g_free. */
char *plot_figure_format_fraction (const PlotFigure *self, const PlotMark *mark);

/* value as the figure writes it: "1.234,5 %" or "1,234.5%", with sign and unit as set. Free with
 * g_free. */
char *plot_figure_format_value (const PlotFigure *self, double value);
/* The same without a unit that is a word, where many values stand side by side; "%" stays. */
char *plot_figure_format_bare (const PlotFigure *self, double value);
/* The same for an axis: exactly that many decimals, a unit only where it is a per cent sign, and
 * millions and thousand millions in words. Free with g_free. */
char *plot_figure_format_tick (const PlotFigure *self, double value, guint decimals);
/* The first and the last of these for a scatter's x. Free with g_free. */
char *plot_figure_format_x (const PlotFigure *self, double x);
char *plot_figure_format_x_tick (const PlotFigure *self, double x, guint decimals);

G_END_DECLS
