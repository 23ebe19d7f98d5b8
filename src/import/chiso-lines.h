/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a document put together from its parts, so that all formats with structure give the
 * same kind of text: a paragraph is a line with a blank line around it, an item begins with "- ",
 * a table's row is a line with tabs between its cells. Knows no format. */

#pragma once

#include "core/chiso-document.h"

G_BEGIN_DECLS

/* A text longer than this is no report but an attack on memory. */
#define CHISO_LINES_MAX_BYTES (32u * 1024 * 1024)

typedef enum
{
  CHISO_LINE_PARAGRAPH,
  CHISO_LINE_ITEM, /* of a list */
  CHISO_LINE_ROW,  /* of a table */
} ChisoLineKind;

typedef struct _ChisoLines ChisoLines;

ChisoLines *chiso_lines_new (void);
void chiso_lines_free (ChisoLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoLines, chiso_lines_free)

/* Adds to the line that is being written: runs of white space become one space, none at its ends.
 * text is valid UTF-8 of length bytes, or -1. */
void chiso_lines_text (ChisoLines *self, const char *text, gssize length);
/* A line end inside a paragraph; a space inside a row. */
void chiso_lines_break (ChisoLines *self);
/* What follows is the next cell of the row. */
void chiso_lines_cell (ChisoLines *self);
/* Ends the line; does nothing where nothing was added since the last one. */
void chiso_lines_end (ChisoLines *self, ChisoLineKind kind);
/* Whether CHISO_LINES_MAX_BYTES were exceeded; what is added from then on is dropped. */
gboolean chiso_lines_is_full (const ChisoLines *self);
/* Bytes of finished lines so far. */
gsize chiso_lines_length (const ChisoLines *self);

/* Gives the text to the document, in NFC and, where it was written with fonts of an old encoding,
 * as it was meant; document->encoding says which. FALSE with CHISO_IMPORT_ERROR_TOO_LARGE or, where
 * there is no text, CHISO_IMPORT_ERROR_EMPTY. */
gboolean chiso_lines_finish (ChisoLines *self, ChisoDocument *document, GError **error);

G_END_DECLS
