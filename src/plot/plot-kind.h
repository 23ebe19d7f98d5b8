/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of chart: one row of functions. A new kind is one file that defines such a row, and one
 * line in the table of plot-kind.c. Internal to libplot. */

#pragma once

#include "plot-builder.h"
#include "plot-words.h"

G_BEGIN_DECLS

/* Which mark is the period before another one's. */
typedef enum
{
  PLOT_PAST_NONE,
  PLOT_PAST_MARK,   /* the one before it in its series */
  PLOT_PAST_SERIES, /* the one of the same category in the series before */
} PlotPast;

typedef struct _PlotKindClass
{
  const char *name;    /* on the command line and in dumps */
  PlotWord word;       /* in descriptions */
  PlotAlong along;     /* the direction in which marks are searched */
  gboolean bare;       /* no title, source or other text around it */
  gboolean categories; /* x is an index of categories */
  gboolean time;       /* x is time, of which a part can be shown */
  PlotPast past;       /* what a mark is told against */
  gboolean pairs;      /* shows two periods of each: how many rose is told */
  gboolean shares;     /* shows shares of the sum of a category */
  gboolean words;      /* what is missing is written as a word, so no key explains a sign */
  gboolean swatches;   /* series are areas rather than lines, in legend and key */
  gboolean classes;    /* marks are coloured by class, and a legend explains what is missing */
  gboolean others;     /* marks what another source says beside a value */
  gboolean plane;      /* x is a value, not a time: nothing rises along a series */
  PlotStep step;
  /* Fills the builder's area. Called with at least one mark to place. */
  void (*build) (PlotBuilder *builder);
} PlotKindClass;

extern const PlotKindClass plot_kind_line;
extern const PlotKindClass plot_kind_column;
extern const PlotKindClass plot_kind_bar;
extern const PlotKindClass plot_kind_sparkline;
extern const PlotKindClass plot_kind_stacked;
extern const PlotKindClass plot_kind_stacked_100;
extern const PlotKindClass plot_kind_attainment;
extern const PlotKindClass plot_kind_dumbbell;
extern const PlotKindClass plot_kind_slope;
extern const PlotKindClass plot_kind_multiples;
extern const PlotKindClass plot_kind_tilemap;
extern const PlotKindClass plot_kind_heatmap;
extern const PlotKindClass plot_kind_scatter;

const PlotKindClass *plot_kind_class (PlotKind kind);

G_END_DECLS
