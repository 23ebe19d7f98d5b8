/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison in the making, shared by the files that lay out its kinds of chart. Internal to
 * libchiso-figures. */

#pragma once

#include "chiso-figures-private.h"

G_BEGIN_DECLS

typedef struct
{
  ChisoDraft draft;
  const ChisoFigureSpec *spec;
  PlotFigure *figure;
  GPtrArray *series; /* GArray of ChisoPoint, one a place */
  ChisoPeriod like;  /* the kind of period that the chart shows */
  char *ranking;     /* what the note says of ranks, or NULL */
} ChisoCompare;

/* The country among provinces is the yardstick, not one of them. */
PlotRole chiso_compare_role (const ChisoCompare *self, const char *place);
/* A point that the chart shows; the entry stands until the next is added. */
ChisoEntry *chiso_compare_show (ChisoCompare *self, guint place, const ChisoPoint *point);
/* Free with g_free. */
char *chiso_compare_name (ChisoCompare *self, const char *place);
/* Whether a point is of the kind of period that the chart shows. */
gboolean chiso_compare_is_like (const ChisoCompare *self, const ChisoPoint *point);
/* A year of which nothing is known, as a mark. */
void chiso_compare_mark_missing (ChisoCompare *self, guint series, double x, int first, int last,
                                 PlotRole role, const char *name);

/* chiso-compare-missing.c: shows the places without a figure; the sentence for the note that names
 * the rest, or NULL. Free with g_free. */
char *chiso_compare_add_missing (ChisoCompare *self);

/* chiso-compare-lines.c: a series a place along time, with gaps and breaks. */
void chiso_compare_add_lines (ChisoCompare *self);
/* The years that are not known between two periods that do not join; FALSE where there are none. */
gboolean chiso_compare_find_gap (const ChisoCompare *self, const ChisoPeriod *before,
                                 const ChisoPeriod *after, ChisoPeriod *missing);

/* chiso-compare-listing.c: all figures of each place, with the ranks of chart, which may be NULL. */
void chiso_compare_add_listing (ChisoCompare *self, const PlotFigure *chart);

/* chiso-compare-pairs.c: two years of each place. FALSE where there are no two years. */
gboolean chiso_compare_add_pairs (ChisoCompare *self);
/* "… rose in 5 of 7 places". Free with g_free. */
char *chiso_compare_title_of_pairs (ChisoCompare *self);

/* chiso-compare-stacks.c: the years across, the places on top of each other. */
void chiso_compare_add_stacks (ChisoCompare *self);
/* The share of the whole country, where it is among the places, as the standard. */
void chiso_compare_set_standard (ChisoCompare *self);
/* chiso-figures-maps.c */
void chiso_compare_add_tiles (ChisoCompare *self);
void chiso_compare_add_cells (ChisoCompare *self);

/* chiso-figures-scatter.c: two indicators, spec's across and upwards. */
PlotFigure *chiso_figures_scatter (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec);

G_END_DECLS
