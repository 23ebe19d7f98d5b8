/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layout consists of: arrays of texts, boxes, strokes, paths, symbols and spots. A kind's
 * layout fills them through plot-builder.h; drawing, hit, description, export and dump only read
 * them. Coordinates are logical pixels of the chart's box. series, where a part has it, is whose it
 * is, plus one; 0: nobody's. Internal to libplot. */

#pragma once

#include "plot-scale.h"
#include "plot-theme.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} PlotRect;

typedef enum
{
  PLOT_FILL_SOLID,
  PLOT_FILL_HOLLOW, /* an outline: the value is not exact */
  PLOT_FILL_HATCH,  /* computed rather than stated */
  PLOT_FILL_HOLLOW_HATCH,
} PlotFill;

typedef enum
{
  PLOT_SHAPE_CIRCLE,
  PLOT_SHAPE_SQUARE,
  PLOT_SHAPE_TRIANGLE,
  PLOT_SHAPE_DIAMOND,
  PLOT_SHAPE_TRIANGLE_DOWN,
  PLOT_SHAPE_HEXAGON,
  PLOT_SHAPE_STAR,
  PLOT_SHAPE_PENTAGON,
  PLOT_SHAPE_CROSS, /* missing */
} PlotShape;

typedef struct
{
  PangoLayout *layout;
  PlotRect box; /* of the text itself */
  double dx;    /* from the layout's origin to box.x: room left of centred lines */
  PlotStyle style;
  PlotInk ink;
  gboolean on;   /* ink is that of an area below, to be read on: page or text, whichever is */
  gboolean halo; /* stands on lines or areas: set off by a rim in the page's colour */
  guint series;
} PlotText;

typedef struct
{
  PlotRect box;
  PlotInk ink;
  PlotFill fill;
  gboolean pale; /* beside what the chart is about */
  guint series;
} PlotBox;

typedef enum
{
  PLOT_STROKE_GRID,   /* behind the marks */
  PLOT_STROKE_LEADER, /* behind the marks: from a line's end to its name */
  PLOT_STROKE_KEY,    /* sample of a line */
  PLOT_STROKE_KEY_DASHED,
  PLOT_STROKE_WAY,       /* from one mark of a pair to the other */
  PLOT_STROKE_POINTER,   /* from a point to its name */
  PLOT_STROKE_AXIS,      /* before areas */
  PLOT_STROKE_REFERENCE, /* before areas, dashed */
} PlotStrokeKind;

typedef struct
{
  double x1, y1, x2, y2;
  double width;
  PlotInk ink;
  PlotStrokeKind kind;
  guint series;
} PlotStroke;

typedef struct
{
  guint first, n; /* in PlotLayout.points */
  double width;
  PlotInk ink;
  gboolean dashed; /* leads to a computed value */
  guint series;
} PlotPath;

typedef struct
{
  double x, y, radius;
  PlotShape shape;
  PlotInk ink;
  PlotFill fill;
  guint series;
  double opacity; /* of a solid one; below 1 where many lie on each other */
} PlotSymbol;

typedef struct
{
  double x, y;
} PlotPoint;

/* A mark where it can be pointed at. */
typedef struct
{
  guint series, index; /* in the figure */
  guint row;           /* place in the order of rows, top to bottom, where the kind has rows */
  gboolean round;      /* highlighted by a ring rather than by a frame */
  PlotRect bounds;     /* what is drawn */
  PlotRect region;     /* what answers to the pointer: bounds and some room around */
} PlotSpot;

typedef enum
{
  PLOT_ALONG_X,
  PLOT_ALONG_Y,
} PlotAlong;

/* What the arrow keys walk along. */
typedef enum
{
  PLOT_STEP_SERIES, /* along a series, and from series (or row) to series */
  PLOT_STEP_GRID,   /* in rows, and from row to row */
  PLOT_STEP_PLANE,  /* in the order of x, and in that of y */
} PlotStep;

/* Pixels of an open area's rim on each side, where its inside is not needed for colour: thin where it is
 * so low that letters would stand on it. */
#define PLOT_OPEN_RIM(width, height)                                                               \
  CLAMP (0.6 + 0.07 * MIN (width, height), MIN (2, 0.14 * MIN (width, height)), 6)

struct _PlotLayout
{
  PlotFigure *figure;
  double width, height;
  PlotTheme theme;
  PlotRect plot; /* where marks are drawn */
  gboolean has_time;
  PlotScale time; /* of the axis across, where has_time */
  GArray
      *panels; /* PlotRect: plots over the same time each, the first at time; empty: plot alone */
  PlotAlong along; /* the direction in which spots are sorted for the search */
  PlotStep step;
  GArray *texts;
  GArray *boxes;
  GArray *strokes; /* grid, axis, reference, leaders */
  GArray *paths;
  GArray *points;
  GArray *symbols;
  GArray *spots;         /* in walking order */
  GArray *series_first;  /* guint: first spot of each series, and one past the end */
  GArray *sorted;        /* guint: spots by where their region begins */
  double longest_region; /* along that direction */
};

#define PLOT_N_SPOTS(self) ((self)->spots->len)
#define PLOT_SPOT(self, i) (&g_array_index ((self)->spots, PlotSpot, (i)))

/* Built by plot_layout_new() in plot-layout.c from the parts in these files. */
void plot_layout_index_spots (PlotLayout *self); /* plot-hit.c */
/* The next mark for steps of PLOT_STEP_GRID and PLOT_STEP_PLANE, mark itself where there is none
 * (plot-step.c). */
int plot_layout_step_free (PlotLayout *self, guint mark, int dx, int dy);

G_END_DECLS
