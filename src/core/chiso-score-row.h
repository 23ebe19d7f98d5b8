/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a gold or of a prediction, made comparable. Private to the score. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *indicator;
  char *place;     /* as written */
  char *place_key; /* folded: equal keys are equal places */
  char *measure;   /* lower case */
  double value;    /* NAN where the cell holds no number; never near anything */
  char *value_text;
  double numerator; /* NAN where empty */
  double denominator;
  char *qualifier;
  char *period; /* as written, readings separated by | */
  char *base;
  char **spans; /* of days, one canonical text a reading; equal texts are equal spans */
  char **base_spans;
  char *evidence;
} ChisoScoreRow;

void chiso_score_row_free (ChisoScoreRow *row);

/* The rows of a table, or NULL when it lacks a needed column (of a gold all of the schema, of a
 * prediction those compared). Rows without an indicator are passed over. Of a prediction the first
 * reading alone counts. */
GPtrArray *chiso_score_rows_read (GBytes *tsv, gboolean gold);

/* Within 0.5 % of the expected value. */
gboolean chiso_score_near (double value, double expected);
/* Whether the two lists of spans have one in common. */
gboolean chiso_score_spans_meet (char *const *a, char *const *b);
/* Same in all that the strict score compares: one of the two says nothing new. */
gboolean chiso_score_row_equal (const ChisoScoreRow *a, const ChisoScoreRow *b);
/* For people: "dialogue_sessions  40  2023  ratio 1.14 (base 2022)  «tăng 1,14 lần»". Free with
 * g_free. */
char *chiso_score_row_show (const ChisoScoreRow *row);

G_END_DECLS
