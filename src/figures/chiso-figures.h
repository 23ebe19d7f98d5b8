/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From records to figures: the one place that knows both the statistics and the charts. Used by
 * the command line and the application, so that both draw the same picture. Titles are made from
 * the data. */

#pragma once

#include "core/chiso-measures.h"
#include "plot/plot-figure.h"

G_BEGIN_DECLS

typedef struct
{
  const ChisoIndicator *indicator;
  const ChisoIndicator *across; /* scatter: what is measured along x; else NULL */
  const char *const
      *places; /* place keys, NULL-terminated, in the order of colours; index = colour index */
  ChisoBoundary boundary;
  const char *focus; /* the place the chart is about, or NULL */
  PlotKind kind;
  ChisoShow show;
  int first_year, last_year; /* 0: all */
  const char *language;      /* "vi" or "en" */
  int base_year;             /* for shows that need one; 0: the first year that most places have */
  ChisoProvinceFacts *facts; /* for shows that divide by sizes; else NULL */
  guint n_asked; /* provinces asked for, where places lists only those with figures; else 0 */
} ChisoFigureSpec;

/* A mark's key is the ChisoRecord's id. Never NULL: without data the figure says so.
 *
 * Only periods of one kind stand on one chart (whole years; nine months of each year; dates of a
 * stock): the kind that most places have, of equals the longer up to a year. What is of another
 * kind is left out and named in the note. A line has the places as series, each with its
 * colour_index, and breaks where a year (of a stock: more than two years) is not reported. Columns
 * and bars take the very period that most places have (of a stock: each place's latest date), else
 * the place's latest, with its period in the label; bars go down by value, columns in the order of
 * places. Places without a figure keep a row that says so while there are few, else the note names
 * them. "VN" is a yardstick: muted, and never ranked.
 *
 * Bars, columns and attainment give each province its rank among those of the same period, as a range
 * where values are close or only bounded ("3–5 of 28"), from five provinces on, and none where fewer
 * than CHISO_RANK_SHARE of the provinces asked for have a figure; the note says either.
 *
 * Panels are lines of a place each. Stacks set the periods across and the places on top of each
 * other; the country is no part of them. Dumbbell and slope show the two years furthest apart that
 * most places have both of. Attainment writes what a share was counted from, and marks the
 * country's share where it is among the places. Lines break where provinces and communes merged.
 * A tile map has a tile for each province among the places; of a flow only the one period counts, of
 * a stock the latest date. A heat map has a row a place and a column a year. A scatter chart takes
 * the one year in which most places have both indicators (of a stock the latest date in it), and its
 * note tells how closely their ranks agree.
 *
 * The title says "the most" only where it is certain from all qualifiers, names ties, and says "by
 * the latest figures" where dates differ. The note tells parts, sources that disagree, what is
 * left out, and what could not be computed.
 *
 * With the boundary of the 34 provinces, figures of the 63 are added up where every predecessor of a
 * place has one (chiso_measures_merged()); records must then hold those of both sets:
 * chiso_figures_places_to_ask(). */
PlotFigure *chiso_figures_compare (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec);

/* The same selection for a table, whatever kind spec asks for: every period of every place between the
 * years, also of kinds that do not stand on one chart, years that are not known between two that are,
 * and places without a figure; what another source says against a value, and the parts that a source
 * gives in place of a whole, as rows of their own that say so; with each level its change on the year
 * before (plot_figure_change()). Title and ranks are those of chart, which may be NULL. A figure of lines that is
 * not for drawing; of two indicators NULL. */
PlotFigure *chiso_figures_listing (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec,
                                   const PlotFigure *chart);

/* Why spec cannot be drawn as the kind that it asks for, whatever the records, as one sentence in its
 * language; NULL where it can. A stack adds up, so it takes counts; attainment takes shares. Free
 * with g_free. */
char *chiso_figures_refuse (const ChisoFigureSpec *spec);

/* All records behind the mark of that key on the chart of spec: its own first, then those that were
 * added up with it, then what it was computed against (the level of the base, of the year before,
 * of the country). Empty where no mark has the key. GPtrArray of const ChisoRecord*, borrowed. */
GPtrArray *chiso_figures_behind (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec,
                                 guint64 key);
/* The key of the mark that the record stands behind, 0 for none. */
guint64 chiso_figures_find_mark (GPtrArray *records, ChisoGeo *geo, const ChisoFigureSpec *spec,
                                 gint64 record_id);

/* The place keys to query for a chart of places: of the 34 also those that they were made of, whose
 * records are of the 63. Free with g_strfreev. */
char **chiso_figures_places_to_ask (ChisoGeo *geo, ChisoBoundary boundary,
                                    const char *const *places);

/* The three headline charts of the overview for a place and a year, beside others that have data. */
typedef enum
{
  CHISO_HEADLINE_GROWTH,      /* year-on-year growth of dialogues and receptions */
  CHISO_HEADLINE_SUPERVISION, /* supervision counts */
  CHISO_HEADLINE_NTM,         /* new-rural-area attainment */
} ChisoHeadline;

/* NULL-terminated ids of the indicators that a headline chart needs. */
const char *const *chiso_headline_indicators (ChisoHeadline headline);
/* Horizontal bars. Growth and supervision: each indicator's figure of the place for the year
 * (flows of one kind of period, a year at most), followed by the country's (growth only: as a
 * count it would dwarf all) and other provinces' of the very same period, or for supervision,
 * where nobody has that, the nearest within two years. New rural area: the share, or where there
 * is none the count, at its latest date of the year, among the others' by value; where it has none in the year, its
 * latest of the two years before, and the note says so. Of more rows than there is room for, the
 * country and provinces of the same region stay. facts: to add up districts and communes, or NULL. */
PlotFigure *chiso_figures_headline (GPtrArray *records, ChisoCatalogue *catalogue, ChisoGeo *geo,
                                    ChisoProvinceFacts *facts, ChisoHeadline headline,
                                    const char *place, ChisoBoundary boundary, int year,
                                    const char *language);
/* Where the headline chart has nothing for (place, year): the nearest that has, or FALSE. place is
 * set to a key that belongs to records or geo. facts as above. */
gboolean chiso_figures_headline_nearest (GPtrArray *records, ChisoGeo *geo,
                                         ChisoProvinceFacts *facts, ChisoHeadline headline,
                                         const char *place, ChisoBoundary boundary, int year,
                                         const char **nearest_place, int *nearest_year);

G_END_DECLS
