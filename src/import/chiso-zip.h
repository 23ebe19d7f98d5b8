/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an office document: XML inside a ZIP archive, unpacked and parsed as a stream, within
 * limits. Nothing is written to the disk, so that no name in an archive can lead anywhere; nothing
 * is fetched, and no document type (and so no entity) is allowed. Knows no format. */

#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* A part of a real document of thousands of pages stays below this. */
#define CHISO_ZIP_MAX_PART_BYTES (64u * 1024 * 1024)
/* Real documents have some dozens, with pictures some hundreds. */
#define CHISO_ZIP_MAX_ENTRIES 5000

/* What a part is told to. name is without prefix, uri the namespace ("" for none); reader stands
 * on the element, for its attributes. */
typedef struct
{
  /* FALSE leaves the element out with all that is in it; end is not called for it then. */
  gboolean (*start) (gpointer data, xmlTextReader *reader, const char *uri, const char *name);
  void (*end) (gpointer data, const char *uri, const char *name);
  void (*text) (gpointer data, const char *text);
} ChisoXmlHandler;

/* Walks through one part. FALSE with CHISO_IMPORT_ERROR_DAMAGED, _TOO_LARGE or _ENCRYPTED; that
 * there is no such part is no error where found is given, and it says so. */
gboolean chiso_zip_walk (GBytes *archive, const char *part, const ChisoXmlHandler *handler,
                         gpointer data, gboolean *found, GError **error);
/* An attribute by its local name, or NULL. Free with g_free. */
char *chiso_zip_attribute (xmlTextReader *reader, const char *name);

G_END_DECLS
