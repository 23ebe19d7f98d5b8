/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observations as tab-separated rows: the columns of the observation schema, then confidence. What
 * is written here chiso-table.h reads, and so does any spreadsheet. */

#pragma once

#include "chiso-observation.h"

G_BEGIN_DECLS

/* The names of the columns, NULL-terminated, in the order of the rows. */
extern const char *const chiso_tsv_columns[];

/* One line with the names of the columns. */
void chiso_tsv_append_header (GString *out);
/* One line. text is what the spans refer to, or NULL, which leaves evidence empty. Periods are one
 * reading each; numbers have a decimal point in every locale. */
void chiso_tsv_append_observation (GString *out, const ChisoObservation *observation,
                                   const char *text);
/* Appends text as one cell: every run of tabs and ends of line in it becomes one space. NULL is
 * empty. */
void chiso_tsv_append_cell (GString *out, const char *text);

/* The bytes of a span as a string of its own, NULL for an empty span. Free with g_free. */
char *chiso_span_text (const ChisoSpan *span, const char *text);

G_END_DECLS
