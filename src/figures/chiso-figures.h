/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From records to figures: the one place that knows both the statistics and the charts. Used by the
 * command line and the application, so that both draw the same picture. Titles are made from the data. */

#pragma once

#include "core/chiso-stats.h"
#include "plot/plot-figure.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_SHOW_VALUE,
  CHISO_SHOW_YEAR_ON_YEAR,
} ChisoShow;

typedef struct
{
  const ChisoIndicator *indicator;
  const char *const *places; /* place keys, NULL-terminated, in the order of colours; index = colour index */
  ChisoBoundary boundary;
  const char *focus;         /* the place the chart is about, or NULL */
  PlotKind kind;
  ChisoShow show;
  int first_year, last_year; /* 0: all */
  const char *language;      /* "vi" or "en" */
} ChisoFigureSpec;

/* A mark's key is the ChisoRecord's id. Never NULL: without data the figure says so. */
PlotFigure *chiso_figures_compare (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec);

/* The three headline charts of the overview for a place and a year, beside others that have data. */
typedef enum
{
  CHISO_HEADLINE_GROWTH,      /* year-on-year growth of dialogues and receptions */
  CHISO_HEADLINE_SUPERVISION, /* supervision counts */
  CHISO_HEADLINE_NTM,         /* new-rural-area attainment */
} ChisoHeadline;

/* NULL-terminated ids of the indicators that a headline chart needs. */
const char *const *chiso_headline_indicators (ChisoHeadline headline);
PlotFigure *chiso_figures_headline (GPtrArray *records, ChisoCatalogue *catalogue, ChisoGeo *geo, ChisoHeadline headline,
                                    const char *place, ChisoBoundary boundary, int year, const char *language);
/* Where the headline chart has nothing for (place, year): the nearest that has, or FALSE. place is set to a key that
 * belongs to records. */
gboolean chiso_figures_headline_nearest (GPtrArray *records, ChisoHeadline headline, const char *place,
                                         ChisoBoundary boundary, int year, const char **nearest_place, int *nearest_year);

G_END_DECLS
