/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure of a report that belongs to an indicator, with the bytes that prove it. The fields are
 * those of the observation schema; what a field means there it means here. */

#pragma once

#include <glib.h>

#include "chiso-period.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_MEASURE_LEVEL, /* the figure itself */
  CHISO_MEASURE_RATIO, /* level / level of the base period */
  CHISO_MEASURE_DELTA, /* level - level of the base period, in the indicator's unit or in points */
} ChisoMeasure;

typedef enum
{
  CHISO_QUALIFIER_EXACT,
  CHISO_QUALIFIER_AT_LEAST,
  CHISO_QUALIFIER_ABOUT,
  CHISO_QUALIFIER_AT_MOST,
} ChisoQualifier;

/* Which set of provinces the place's code is a code of; the code alone is no key. */
typedef enum
{
  CHISO_BOUNDARY_63 = 63, /* until 30 June 2025 */
  CHISO_BOUNDARY_34 = 34, /* since 1 July 2025 */
} ChisoBoundary;

/* Bytes [start, end) of a document's text; empty where start == end. */
typedef struct
{
  guint32 start;
  guint32 end;
} ChisoSpan;

/* How a figure of a district or commune stands beside those of others of its province in its report. */
typedef struct
{
  gboolean beside; /* there are others, of the same indicator and period */
  guint n;         /* how many such units the report says that there are; 0: it does not say */
  ChisoSpan said;  /* where it says that it speaks of all of them; empty: nowhere */
} ChisoListed;

/* Confidence from which an observation is asserted; below it is kept for review only. */
#define CHISO_CONFIDENCE_ASSERTED 0.5

typedef struct
{
  const char *indicator; /* id of the catalogue; in the observation's own memory, as is the place */
  const char *place;     /* "VN", "40" or "40/Nam Đàn" */
  ChisoBoundary boundary;
  ChisoPeriod period;
  ChisoMeasure measure;
  double value;       /* in the indicator's unit */
  double numerator;   /* NAN where the text gives no fraction */
  double denominator; /* NAN likewise */
  ChisoQualifier qualifier;
  ChisoPeriod base;   /* empty for a level, or where the text does not say */
  ChisoSpan evidence; /* the shortest run that holds the figure and its unit noun */
  ChisoSpan figure;   /* the digits or number words themselves, inside evidence */
  ChisoSpan sentence; /* the whole sentence (or table row) that evidence stands in */
  GArray *repeats;    /* ChisoSpan: other places where the same fact is stated; NULL for none */
  ChisoListed listed; /* see chiso-listed.h */
  double confidence;  /* 0-1 */
  const char
      *rule; /* interned: which rule of the grammar emitted it; "curated" in the starter library */
} ChisoObservation;

/* A zeroed observation with NAN fractions. Free with chiso_observation_free(). */
ChisoObservation *chiso_observation_new (const char *indicator, const char *place);
ChisoObservation *chiso_observation_copy (const ChisoObservation *observation);
void chiso_observation_free (ChisoObservation *observation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoObservation, chiso_observation_free)

/* "level", "ratio", "delta" and "", "at_least", "about", "at_most". */
const char *chiso_measure_to_string (ChisoMeasure measure);
gboolean chiso_measure_from_string (const char *text, ChisoMeasure *measure);
const char *chiso_qualifier_to_string (ChisoQualifier qualifier);
gboolean chiso_qualifier_from_string (const char *text, ChisoQualifier *qualifier);

/* The shortest decimal that reads back as value rounded to six significant decimals after the
 * point: "2904", "1.14", "0.7634"; "" for NAN. Never depends on the locale. Free with g_free. */
char *chiso_value_format (double value);

/* Whether two state the same fact: all fields but spans, confidence and rule. "92 xã" is the same as "92/148 xã". */
gboolean chiso_observation_same_fact (const ChisoObservation *a, const ChisoObservation *b);

G_END_DECLS
