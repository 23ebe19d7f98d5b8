/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a mark's key back to the records that it was made of. Pure functions. */

#pragma once

#include "core/chiso-stats.h"

G_BEGIN_DECLS

/* The record of that id among records (of ChisoRecord*), or NULL. */
const ChisoRecord *chiso_evidence_find (GPtrArray *records, gint64 id);

/* The level that a computed year-on-year change with this later level was computed against; NULL
 * where the change is stated by a report, or there is none. */
const ChisoRecord *chiso_evidence_find_earlier (GPtrArray *records, ChisoCatalogue *catalogue,
                                                const ChisoRecord *record);

G_END_DECLS
