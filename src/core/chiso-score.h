/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well extraction agrees with gold reports: one-to-one matching inside each report, counted at
 * four levels of strictness. Pure: tables in, counts out.
 *
 * Two rows agree on the value when measure and value do (within 0.5 %); then the indicator, then
 * the place (case, tone placement, dashes and spaces evened out), then the period (any reading of
 * the gold; spans of days) and, but for a level, the base. Matching is maximum, so the order of
 * rows cannot change a count of all. Duplicates among the predictions of a report count once. An
 * unmatched prediction that hits an optional figure is dropped. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CHISO_SCORE_VALUE,
  CHISO_SCORE_INDICATOR,
  CHISO_SCORE_PLACE,
  CHISO_SCORE_PERIOD, /* and base: the strict score */
  CHISO_SCORE_N_LEVELS,
} ChisoScoreLevel;

typedef struct
{
  guint gold;
  guint predicted;
  guint matched;
} ChisoScoreCounts;

/* 0 where there is nothing to divide by. */
double chiso_score_precision (const ChisoScoreCounts *counts);
double chiso_score_recall (const ChisoScoreCounts *counts);
double chiso_score_f1 (const ChisoScoreCounts *counts);

typedef struct _ChisoScore ChisoScore;

ChisoScore *chiso_score_new (void);
void chiso_score_free (ChisoScore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoScore, chiso_score_free)

/* Adds one report. The tables have the columns of the observation schema; optional and predicted
 * may be NULL (none). FALSE, and nothing is counted, when gold is no such table. A prediction
 * without the columns that are compared is taken as empty, and *predicted_valid (may be NULL) set
 * to FALSE. */
gboolean chiso_score_add (ChisoScore *self, const char *report, GBytes *gold, GBytes *optional,
                          GBytes *predicted, gboolean *predicted_valid);

guint chiso_score_n_reports (const ChisoScore *self);
guint chiso_score_n_duplicates (const ChisoScore *self);
const ChisoScoreCounts *chiso_score_level (const ChisoScore *self, ChisoScoreLevel level);
const char *chiso_score_level_name (ChisoScoreLevel level);
/* Strict counts of one indicator; ids in alphabetical order are the keys. Free the list with
 * g_list_free. */
GList *chiso_score_indicators (const ChisoScore *self);
const ChisoScoreCounts *chiso_score_indicator (const ChisoScore *self, const char *id);
/* Of the strictly matched pairs, how many agree on the qualifier and on the fraction as well. */
guint chiso_score_n_qualifiers (const ChisoScore *self);
guint chiso_score_n_fractions (const ChisoScore *self);
/* A line for each miss and false alarm of the strict score, under a line for each report that has
 * any. */
const char *chiso_score_list (const ChisoScore *self);

G_END_DECLS
