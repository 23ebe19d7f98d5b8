/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the library has figures for, read so as to choose: which place and year to open on, which
 * places and indicators to offer, which places to compare first. Pure functions over the rows of
 * chiso_store_coverage_finish(). */

#pragma once

#include "chiso-picker.h"
#include "chiso-session.h"

G_BEGIN_DECLS

/* A place with the set of provinces that its code belongs to, as one string: "63:40". */
char *chiso_place_key (ChisoBoundary boundary, const char *place);
/* FALSE when key is none; *place points into key. */
gboolean chiso_place_key_parse (const char *key, ChisoBoundary *boundary, const char **place);

/* chiso_figures_opening() as a key: the place and year that have most to show. FALSE when there is
 * nothing at all; *key is to be freed. */
gboolean chiso_coverage_opening (GPtrArray *coverage, char **key, int *year);

/* Years with figures, newest first; place and indicator may be NULL for any. GArray of int. */
GArray *chiso_coverage_years (GPtrArray *coverage, const char *key, const char *indicator);

/* Choices of ChisoPicker: places with figures first. indicator: count only its figures, or NULL.
 * Their keys are chiso_place_key()s. */
GPtrArray *chiso_coverage_place_choices (GPtrArray *coverage, ChisoSession *session,
                                         const char *indicator);
/* Indicators, under the names of their groups, with how many provinces and years have figures; keys
 * are ids. */
GPtrArray *chiso_coverage_indicator_choices (GPtrArray *coverage, ChisoSession *session);

/* The indicator of which most places have figures of two years or more. NULL when there is none;
 * owned by coverage. */
const char *chiso_coverage_widest_indicator (GPtrArray *coverage);
/* Up to n places of one boundary set with figures of the most years of an indicator, the set with
 * the longest series going first. NULL-terminated, to be freed with g_strfreev. */
char **chiso_coverage_longest_places (GPtrArray *coverage, const char *indicator, guint n,
                                      ChisoBoundary *boundary);

/* For people: "Dialogue with the people" of "dialogue". */
const char *chiso_group_name (const char *group);

G_END_DECLS
