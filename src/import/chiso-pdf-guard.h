/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds what a PDF document can cost before poppler, which has no bounds of its own, reads it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text and drawing of thousands of pages stay below the first; pictures count to the second
 * only. */
#define CHISO_PDF_MAX_CONTENT_BYTES (64u * 1024 * 1024)
#define CHISO_PDF_MAX_BYTES (1024ull * 1024 * 1024)

/* Unpacks the document's compressed streams without keeping them. FALSE with
 * CHISO_IMPORT_ERROR_TOO_LARGE where they are more than these, or packed twice, as nobody does but
 * to hide their size. */
gboolean chiso_pdf_guard (const guint8 *bytes, gsize length, GError **error);

G_END_DECLS
