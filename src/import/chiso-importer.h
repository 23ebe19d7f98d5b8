/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file format has to bring, and the decoding that text-like formats share. Private to this
 * layer: a new format is a new row of the table in chiso-import.c. */

#pragma once

#include "chiso-import.h"

G_BEGIN_DECLS

typedef struct
{
  const char *format; /* what ChisoDocument.format says */
  /* Lower case with dot, NULL-terminated: which files of a folder to take. */
  const char *const *suffixes;
  /* Whether these bytes are of this format. Looks at the bytes, not at the name: names lie. */
  gboolean (*probe) (const guint8 *bytes, gsize length);
  /* Fills text, length and encoding, and what else the format knows (title, date). The message of
   * an error says the reason alone; the caller puts the file's name before it. */
  gboolean (*read) (GBytes *bytes, ChisoDocument *document, GError **error);
} ChisoImporter;

extern const ChisoImporter chiso_importer_docx;
extern const ChisoImporter chiso_importer_html;
extern const ChisoImporter chiso_importer_odt;
extern const ChisoImporter chiso_importer_pdf;
extern const ChisoImporter chiso_importer_sheet;
extern const ChisoImporter chiso_importer_text;

/* Where a web page must show that it is one, and where it must name its charset. */
#define CHISO_HEAD_BYTES 4096
/* So many bytes in lower case and without NULs, so that UTF-16 reads like ASCII. Free with g_free. */
char *chiso_decode_head (const guint8 *bytes, gsize length);

/* What no importer reads, for a message that helps: "a PDF document", or NULL when not recognised. */
const char *chiso_decode_known_binary (const guint8 *bytes, gsize length);

/* Bytes to UTF-8 by the first row of the table of decoders that accepts them: without byte-order
 * mark, every end of line a single LF, nothing else changed (spans of observations refer to this
 * text). encoding is set to the row's name (static). NULL with CHISO_IMPORT_ERROR_BINARY, _EMPTY
 * or _ENCODING. Free with g_free. */
char *chiso_decode_text (const guint8 *bytes, gsize length, gsize *text_length,
                         const char **encoding, GError **error);

G_END_DECLS
