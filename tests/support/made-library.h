/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library of any size, for measuring: made-up yearly reports of all provinces, the same at every
 * call. Nothing in it is extracted; each figure is a line of its report all the same. */

#pragma once

#include "core/chiso-store.h"

G_BEGIN_DECLS

typedef struct
{
  guint
      n_observations; /* in all: those of provinces, of each indicator in each year, and so many of
                         * communes that it is this number */
  guint n_communes;
  guint n_indicators; /* the catalogue's first ones; those that it lacks are left out */
  int first_year;
  guint n_years;
} MadeSize;

/* Groups of a catalogue.d file, n of them: "made_0" and so on. Free with g_free. */
char *made_indicators (guint n);

/* Fills a store that has no documents: one report for each of the 63 provinces and each year. */
gboolean made_library_fill (ChisoStore *store, ChisoCatalogue *catalogue, ChisoGeo *geo,
                            const MadeSize *size, GError **error);

G_END_DECLS
