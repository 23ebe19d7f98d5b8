/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file to a document: reads the bytes, finds out what they are, and gives UTF-8 text. Knows
 * files, not indicators. */

#pragma once

#include "core/chiso-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CHISO_IMPORT_ERROR (chiso_import_error_quark ())
typedef enum
{
  CHISO_IMPORT_ERROR_READ,      /* cannot be opened or read */
  CHISO_IMPORT_ERROR_EMPTY,     /* no bytes, or white space only */
  CHISO_IMPORT_ERROR_BINARY,    /* not text of any kind that can be read */
  CHISO_IMPORT_ERROR_TOO_LARGE, /* over CHISO_IMPORT_MAX_BYTES */
  CHISO_IMPORT_ERROR_ENCODING,  /* neither UTF-8 nor an encoding that is recognised */
  CHISO_IMPORT_ERROR_NO_TEXT,   /* a document of pictures (a scan), or a page without an article */
  CHISO_IMPORT_ERROR_ENCRYPTED, /* asks for a password */
  CHISO_IMPORT_ERROR_DAMAGED,   /* cut off, or not built as its format demands */
} ChisoImportError;
GQuark chiso_import_error_quark (void);

#define CHISO_IMPORT_MAX_BYTES (64u * 1024 * 1024)

/* Reads one file. NULL with an error whose message names the file and the reason in one sentence.
 * Blocks; call it off the main thread. */
ChisoDocument *chiso_import_file (GFile *file, GCancellable *cancellable, GError **error);
/* The same from bytes at hand (paste, tests); name stands for the file in messages. */
ChisoDocument *chiso_import_bytes (GBytes *bytes, const char *name, GError **error);
/* What a report of that file is called in lists and tables: one line, whatever bytes the file's name has. Free with
 * g_free. */
char *chiso_import_name (GFile *file);
/* The files below a folder that can be imported, sorted by name, hidden ones left out; a file
 * gives itself. */
GPtrArray *chiso_import_list (GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
