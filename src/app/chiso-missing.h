/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a place does not report for a year though one would look for it: its own figures of other years
 * and those of other provinces tell. Pure functions over coverage. */

#pragma once

#include "core/chiso-store.h"

G_BEGIN_DECLS

/* What at least so many provinces report of a year is missed where another does not. */
#define CHISO_MISSING_OTHERS 3

typedef struct
{
  const ChisoIndicator *indicator; /* the catalogue's */
  int nearest_year; /* in which the place has a figure, the later of two; 0: in none */
  guint n_others;   /* provinces of the same set that have a figure of the year */
} ChisoMissing;

/* key: a chiso_place_key(). What more provinces report goes first, then what the place reported last,
 * then the catalogue's order. GArray of ChisoMissing. */
GArray *chiso_missing_list (GPtrArray *coverage, ChisoCatalogue *catalogue, const char *key,
                            int year);

G_END_DECLS
