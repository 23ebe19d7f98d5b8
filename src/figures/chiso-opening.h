/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an overview opens on when nobody said: the place and year that have most to show. */

#pragma once

#include "chiso-figures.h"

G_BEGIN_DECLS

/* coverage: rows of chiso_store_coverage_*(). place, *boundary and *year may be given (not NULL,
 * not 0) to leave only the rest open. Each headline chart with something to show counts 10, each of
 * its indicators 3, any other 1; a later year goes before an earlier one; the whole country, which
 * has nothing to stand beside, goes last. FALSE when nothing fits; else *best belongs to coverage. */
gboolean chiso_figures_opening (GPtrArray *coverage, const char *place, ChisoBoundary *boundary,
                                int *year, const char **best);

G_END_DECLS
