/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a mark's key back to the records that it was made of. Pure functions. */

#pragma once

#include "core/chiso-measures.h"
#include "plot/plot-figure.h"

G_BEGIN_DECLS

/* The record of that id among records (of ChisoRecord*), or NULL. */
const ChisoRecord *chiso_evidence_find (GPtrArray *records, gint64 id);

/* Those of records that prove the mark of that key: all that were added up, and all that it was computed
 * against. Empty where no record of that key is among them. GPtrArray, borrowed records. */
GPtrArray *chiso_evidence_behind_mark (GPtrArray *records, PlotFigure *figure, guint64 key);

/* The level that a computed year-on-year change with this later level was computed against; NULL
 * where the change is stated by a report, or there is none. */
const ChisoRecord *chiso_evidence_find_earlier (GPtrArray *records, ChisoCatalogue *catalogue,
                                                const ChisoRecord *record);

/* What a level is made of: the record alone, or where it stands in a list of districts or communes that was
 * added up, all of these. GPtrArray, borrowed records. */
GPtrArray *chiso_evidence_behind_level (GPtrArray *records, ChisoCatalogue *catalogue,
                                        ChisoGeo *geo, const ChisoRecord *record);
/* "2 lượt: 276 lượt chia cho 138 xã": value and way of computing of a mark that shows no record's own
 * figure; NULL of any other. Free with g_free. */
char *chiso_evidence_words_of_computed (PlotFigure *figure, guint64 key);

G_END_DECLS
