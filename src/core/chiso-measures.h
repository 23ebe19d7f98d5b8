/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a level is turned into so that provinces of different size, or years, stand beside each other:
 * changes, indices, figures per commune and per 100,000 people, shares of the country; levels of the
 * 34 provinces out of those of the 63; and ranks that claim no more than the figures do. Pure
 * functions over records, like chiso-stats.h. What cannot be computed is a gap with its reason. */

#pragma once

#include "chiso-province-facts.h"
#include "chiso-stats.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_SHOW_VALUE,
  CHISO_SHOW_YEAR_ON_YEAR,
  CHISO_SHOW_SINCE_BASE,    /* change since the base year: per cent, of a % indicator points */
  CHISO_SHOW_INDEX,         /* the base year's level = 100 */
  CHISO_SHOW_PER_COMMUNE,   /* per commune, ward or township */
  CHISO_SHOW_PER_100000,    /* per 100,000 people */
  CHISO_SHOW_COUNTRY_SHARE, /* per cent of the country's level, as a source gives that */
} ChisoShow;
#define CHISO_N_SHOWS (CHISO_SHOW_COUNTRY_SHARE + 1)

/* "value", "yoy", "since", "index", "per-commune", "per-100000", "country-share". */
const char *chiso_show_to_string (ChisoShow show);
gboolean chiso_show_from_string (const char *text, ChisoShow *show);
/* Whether it makes sense of the indicator: only what adds up is divided by sizes or shared out. */
gboolean chiso_show_applies (ChisoShow show, const ChisoIndicator *indicator);
/* Whether values are changes, which are written with a sign. */
gboolean chiso_show_is_change (ChisoShow show);

typedef enum
{
  CHISO_GAP_NO_BASE,      /* the base year has no whole level of the same part of the year */
  CHISO_GAP_NO_SIZE,      /* no population or commune count within reach of that year */
  CHISO_GAP_NO_COUNTRY,   /* nobody gives the country's level for that period */
  CHISO_GAP_PREDECESSORS, /* not all provinces that the place was made of reported the period */
  CHISO_GAP_NO_FRACTION,  /* they did, some of them without numerator and denominator */
  CHISO_GAP_NOT_ADDITIVE, /* the indicator does not add up over provinces */
  CHISO_GAP_MERGERS,      /* the units that it counts merged between base and level */
  CHISO_GAP_INEXACT,      /* what is known of the figures ("at least", "at most") does not add up */
  CHISO_GAP_UNITS_UNSAID, /* a report gives districts or communes, and not that these are all */
  CHISO_GAP_UNITS_MISSING, /* it says that it speaks of all, and some have no figure */
  CHISO_GAP_UNITS_UNCLEAR, /* all have, and what is known of them does not add up */
  CHISO_GAP_OF_UNITS,      /* level and base do not count alike: chiso_measures_count_alike() */
} ChisoGapReason;
#define CHISO_N_GAP_REASONS (CHISO_GAP_OF_UNITS + 1)

typedef struct
{
  ChisoPeriod period;
  ChisoGapReason reason;
  guint n_reported, n_needed; /* CHISO_GAP_PREDECESSORS, CHISO_GAP_UNITS_MISSING: "2 of 3"; else 0,
                                 but for n_reported of other units */
} ChisoGap;

/* How to make a series. Borrowed for the call. */
typedef struct
{
  ChisoShow show;
  ChisoBoundary boundary; /* of the place; 0: either, as in chiso_stats_levels() */
  gboolean merge;         /* boundary is 34: figures of the 63 are added up to those of the 34 */
  ChisoBoundary
      sizes;     /* the set of the place, by which its size is known; 0: boundary, or the 63 */
  int base_year; /* CHISO_SHOW_SINCE_BASE, CHISO_SHOW_INDEX */
  ChisoGeo *geo; /* needed to merge */
  ChisoProvinceFacts *facts; /* needed for sizes, and to add up districts and communes */
} ChisoMeasures;

/* Points of one place and indicator in time order, GArray of ChisoPoint. A computed point names what
 * it was divided by: earlier is the other level (the base's, the country's), divisor its value or the
 * size, divisor_year the size's year. A change is that of the same part of the year: nine months are
 * set against nine months of the base year, a stock against its last date in it.
 *
 * A period without a level of the place takes the sum of its districts or communes (n_units says of how
 * many; of a share: of numerators over denominators) where one report says that it speaks of all of
 * them and gives a figure of as many as there were (chiso_province_facts_units()), each but once.
 *
 * gaps: NULL, or a GArray of ChisoGap to append to. */
GArray *chiso_measures_series (const ChisoMeasures *self, GPtrArray *records,
                               const ChisoIndicator *indicator, const char *place, GArray *gaps);

/* Whether one of two levels may be a change of the other. What districts or communes did in a year may be
 * less than what their province reports, whose own bodies do as much; what is counted at a date is the
 * same either way. */
gboolean chiso_measures_count_alike (const ChisoIndicator *indicator, const ChisoPoint *a,
                                     const ChisoPoint *b);

/* Levels of a province of the 34 in time order: those that reports give in the 34 set, and for
 * periods without one the sum of the levels of the provinces of the 63 that it was made of (of a
 * share: of numerators over denominators), where each of them has a whole level of that very time;
 * n_merged then says of how many. A province that one alone became keeps its figures as they are.
 * With facts, districts and communes are added up first, as above. gaps as above. */
GArray *chiso_measures_merged (GPtrArray *records, ChisoGeo *geo, const ChisoProvinceFacts *facts,
                               const ChisoIndicator *indicator, const char *place, GArray *gaps);
/* Whether any of records is of a list of districts or communes: without one, adding them up needs no facts. */
gboolean chiso_measures_have_units (GPtrArray *records);
/* How many districts or communes a list of the n_names different ones needs to be of all: as many as there
 * were, or more where the report says so (n_said, 0 where it gives no number). 0 where it is not known. */
guint chiso_measures_n_units (const ChisoProvinceFacts *facts, ChisoBoundary boundary,
                              const char *place, const ChisoPeriod *period,
                              const char *const *names, guint n_names, guint n_said);
/* The records that a merged point or one of units adds up, in code order of the 63, units by name;
 * point->record alone where it is none. GPtrArray of const ChisoRecord*, borrowed. */
GPtrArray *chiso_measures_addends (GPtrArray *records, ChisoGeo *geo,
                                   const ChisoProvinceFacts *facts, const ChisoIndicator *indicator,
                                   const char *place, const ChisoPoint *point);

/* Two values are told apart in a ranking when they differ by more than this share of the larger. */
#define CHISO_RANK_CLOSE 0.02
/* Provinces with figures that a ranking needs, as a share of those asked for. */
#define CHISO_RANK_SHARE 0.5

typedef struct
{
  guint first,
      last;   /* the ranks that the place may have, 1 the highest; equal where certain; 0: none */
  guint band; /* from 0: places of one band cannot be told apart from their neighbours in it */
} ChisoRank;

/* Ranks of n points (highest value first), given what their qualifiers leave open; n_asked: places
 * asked for, with or without a figure. FALSE, and all ranks 0, where fewer than CHISO_RANK_SHARE of
 * them have one, or fewer than two. points: borrowed pointers. */
gboolean chiso_measures_rank (const ChisoPoint *const *points, guint n, guint n_asked,
                              ChisoRank *ranks);

G_END_DECLS
