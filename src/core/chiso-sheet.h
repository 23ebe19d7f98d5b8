/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of observations, in the columns of the observation schema, as a report: each row is the
 * sentence that proves its figure, so that a table's figures are kept, shown and undone as those of
 * any other report. Cells are parted by tabs, commas or semicolons and may be quoted; lines that
 * begin with "#" are comments. */

#pragma once

#include "chiso-extract.h"

G_BEGIN_DECLS

/* Whether the text begins with such a table's head: a line with at least the columns indicator,
 * place, period, measure and value, in any order. */
gboolean chiso_sheet_is (const char *text, gsize length);

/* A quick look that tells nearly every other report apart; no NUL may stand between its letters. */
gboolean chiso_sheet_may_be (const void *bytes, gsize length);

/* What the rows say; their figures are certain (1.0, rule "sheet"), evidence is the value's cell and
 * sentence the row. A row that cannot be used is left out, and problems (may be NULL, of char*)
 * gets a sentence that begins with its line's number: "line 3: there is no indicator “x”". */
ChisoExtraction *chiso_sheet_extract (ChisoCatalogue *catalogue, ChisoGeo *geo, const char *text,
                                      gsize length, GPtrArray *problems);

G_END_DECLS
