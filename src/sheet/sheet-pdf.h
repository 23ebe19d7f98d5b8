/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report sheet as a PDF: text that can be selected, fonts inside, properties, an outline, and links
 * between numbers and notes. */

#pragma once

#include "sheet-pages.h"

G_BEGIN_DECLS

/* The file's bytes; equal pages give equal bytes. The day in it is the content's, else a fixed one.
 * NULL with SHEET_ERROR_FAILED. */
GBytes *sheet_pdf_bytes (const SheetPages *pages, GError **error);

/* Content, pages and file in one: what both the command line and the window do. Written beside and
 * renamed, so that a failure leaves no half file; path must end in ".pdf". figures are taken over, and
 * tables taken, as by sheet_content_new(). */
gboolean sheet_pdf_write (const char *path, const SheetHead *head, PlotFigure *const *figures,
                          PlotFigure *const *tables, guint n, GPtrArray *records,
                          ChisoCatalogue *catalogue, GError **error);

G_END_DECLS
