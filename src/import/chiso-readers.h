/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers whose libraries take longer to load than the rest of the program: poppler, libxml2,
 * libarchive and what those need. Programs load them from a module when there is something to read;
 * tests are linked with them. Private to this layer. */

#pragma once

#include "chiso-importer.h"

G_BEGIN_DECLS

/* As ChisoImporter.read. */
typedef gboolean (*ChisoReadFunc) (GBytes *bytes, ChisoDocument *document, GError **error);

typedef struct
{
  ChisoReadFunc pdf, docx, odt, html;
} ChisoReaders;

/* The module's name, and that of the ChisoReaders in it. */
#define CHISO_READERS_MODULE "libchiso-readers.so"
#define CHISO_READERS_SYMBOL "chiso_readers"
extern const ChisoReaders chiso_readers;

/* From any thread; never unloaded. NULL with CHISO_IMPORT_ERROR_READ where the module is not there. */
const ChisoReaders *chiso_readers_get (GError **error);

gboolean chiso_read_pdf (GBytes *bytes, ChisoDocument *document, GError **error);
gboolean chiso_read_docx (GBytes *bytes, ChisoDocument *document, GError **error);
gboolean chiso_read_odt (GBytes *bytes, ChisoDocument *document, GError **error);
gboolean chiso_read_html (GBytes *bytes, ChisoDocument *document, GError **error);

G_END_DECLS
