/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures of provinces of different size are divided by, and who borders whom: population by
 * year, commune-level units by date, land borders, of both boundary sets. Loaded only where it is
 * needed; immutable, safe to share between threads. */

#pragma once

#include "chiso-geo.h"
#include "chiso-period.h"

G_BEGIN_DECLS

/* A year without a figure takes that of the nearest year, at most so many years away. */
#define CHISO_PROVINCE_FACTS_REACH 2

typedef struct _ChisoProvinceFacts ChisoProvinceFacts;

/* population.tsv, communes.tsv and borders.tsv from the resources linked into every program. NULL
 * with CHISO_GEO_ERROR_DATA. */
ChisoProvinceFacts *chiso_province_facts_new_from_resources (ChisoGeo *geo, GError **error);
void chiso_province_facts_free (ChisoProvinceFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoProvinceFacts, chiso_province_facts_free)

/* People, the year's average. place: a province's code in boundary, or "VN". A province of the 34 is
 * the sum of those that it was made of. Sets *used to the year taken, where not NULL; NAN when
 * nothing is known within reach. */
double chiso_province_facts_population (const ChisoProvinceFacts *self, ChisoBoundary boundary,
                                        const char *place, int year, int *used);
/* Communes, wards and townships at the end of the year that the period ends in; of a period that ends
 * before July 2025, when they merged, the former ones, in 2025 on 30 June, their last day, and of a later
 * one those since, whatever the set where the province is the same in both. Otherwise as above. */
double chiso_province_facts_communes (const ChisoProvinceFacts *self, ChisoBoundary boundary,
                                      const char *place, const ChisoPeriod *period, int *used);
/* How many districts or communes the province had when the period ended: districts where most of the n
 * names are those of some (two of one name count once), else communes, wards and townships. Where the
 * last list before that day and the next one after it differ, or the counts of the year before and of the
 * year, n decides if it is one of them. 0 where it is not known. */
guint chiso_province_facts_units (const ChisoProvinceFacts *self, ChisoBoundary boundary,
                                  const char *place, const ChisoPeriod *period,
                                  const char *const *names, guint n);
/* Codes of the provinces with a common land border, in code order; NULL-terminated and empty where
 * there are none. Free with g_free; the codes are borrowed. */
const char **chiso_province_facts_neighbours (const ChisoProvinceFacts *self,
                                              ChisoBoundary boundary, const char *place);

G_END_DECLS
