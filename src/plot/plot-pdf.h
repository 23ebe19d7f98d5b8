/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo 1.16 cannot put into a PDF: the record as an attached file, its own entries of the
 * document's information, the language, that it is tagged, a picture's words. Internal to libplot and
 * libsheet. */

#pragma once

#include "plot-record.h"

G_BEGIN_DECLS

/* file: a whole PDF as cairo writes version 1.4, with a plain table of cross references. What is
 * added is appended as the format's incremental update, so that nothing of cairo's is moved. A file
 * of another making is left as it is. */
void plot_pdf_append (GByteArray *file, const PlotMeta *meta, const char *language);
/* The same update without a record: the language, that the file is tagged, and what its pictures say in
 * words, in the order in which they were tagged "Figure" (NULL ends them). */
void plot_pdf_tell (GByteArray *file, const char *const *words, const char *language);
/* The record inside, or NULL. Free with g_free. */
char *plot_pdf_read_record (const guint8 *data, gsize size);

G_END_DECLS
