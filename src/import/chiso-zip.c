/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. The XML parser pulls from the archive's reader, so that memory holds one buffer
 * of a part, however large it says it is or turns out to be. */

#include "chiso-zip.h"

#include "chiso-import.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

typedef struct
{
  struct archive *archive;
  gsize n_bytes;
  gboolean too_large;
  gboolean broken;
} Part;

static void
set_damaged (GError **error)
{
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_DAMAGED,
               "it is an office document that is cut off or damaged");
}

static void
set_part_too_large (GError **error)
{
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_TOO_LARGE,
               "it is an office document that unpacks to more than %u MB",
               CHISO_ZIP_MAX_PART_BYTES / (1024 * 1024));
}

static int
read_part_cb (void *data, char *buffer, int length)
{
  Part *part = data;
  gssize n = archive_read_data (part->archive, buffer, length);

  if (n < 0)
    {
      part->broken = TRUE;
      return -1;
    }
  part->n_bytes += n;
  part->too_large = part->n_bytes > CHISO_ZIP_MAX_PART_BYTES;
  return part->too_large ? -1 : (int) n;
}

/* Steps to the part's entry. 1 found, 0 not there, -1 with an error. */
static int
find_part (struct archive *archive, const char *name, GError **error)
{
  struct archive_entry *entry;

  for (guint i = 0; i < CHISO_ZIP_MAX_ENTRIES; i++)
    {
      int status = archive_read_next_header (archive, &entry);
      const char *path;

      if (status == ARCHIVE_EOF)
        return 0;
      if (status < ARCHIVE_WARN)
        {
          set_damaged (error);
          return -1;
        }
      path = archive_entry_pathname_utf8 (entry);
      if (g_strcmp0 (path, name) != 0)
        continue;
      if (archive_entry_is_data_encrypted (entry))
        {
          g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCRYPTED,
                       "it is protected by a password");
          return -1;
        }
      return 1;
    }
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_TOO_LARGE,
               "it is an archive of more than %d entries", CHISO_ZIP_MAX_ENTRIES);
  return -1;
}

static const char *
or_empty (const xmlChar *text)
{
  return text != NULL ? (const char *) text : "";
}

/* One node; TRUE where what is in it is to be left out. */
static gboolean
tell (xmlTextReader *reader, const ChisoXmlHandler *handler, gpointer data)
{
  const char *uri = or_empty (xmlTextReaderConstNamespaceUri (reader));
  const char *name = or_empty (xmlTextReaderConstLocalName (reader));
  gboolean empty;

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT:
      empty = xmlTextReaderIsEmptyElement (reader) == 1;
      if (!handler->start (data, reader, uri, name))
        return !empty;
      if (empty)
        handler->end (data, uri, name);
      return FALSE;
    case XML_READER_TYPE_END_ELEMENT:
      handler->end (data, uri, name);
      return FALSE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      handler->text (data, or_empty (xmlTextReaderConstValue (reader)));
      return FALSE;
    default:
      return FALSE;
    }
}

static gboolean
walk (xmlTextReader *reader, const ChisoXmlHandler *handler, gpointer data)
{
  int status = xmlTextReaderRead (reader);

  while (status == 1)
    {
      int type = xmlTextReaderNodeType (reader);

      /* No office document has a document type; one that has wants its entities expanded. */
      if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
        return FALSE;
      status = tell (reader, handler, data) ? xmlTextReaderNext (reader)
                                            : xmlTextReaderRead (reader);
    }
  return status == 0;
}

static void
ignore_error_cb (void *data, xmlError *error)
{
}

static gboolean
parse_part (struct archive *archive, const ChisoXmlHandler *handler, gpointer data, GError **error)
{
  Part part = { .archive = archive };
  xmlTextReader *reader = xmlReaderForIO (read_part_cb, NULL, &part, NULL, NULL,
                                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                              | XML_PARSE_COMPACT);
  gboolean whole;

  if (reader == NULL)
    {
      set_damaged (error);
      return FALSE;
    }
  xmlTextReaderSetStructuredErrorHandler (reader, (xmlStructuredErrorFunc) ignore_error_cb, NULL);
  whole = walk (reader, handler, data);
  xmlFreeTextReader (reader);
  if (part.too_large)
    set_part_too_large (error);
  else if (!whole || part.broken)
    set_damaged (error);
  return whole && !part.broken && !part.too_large;
}

gboolean
chiso_zip_walk (GBytes *bytes, const char *part, const ChisoXmlHandler *handler, gpointer data,
                gboolean *found, GError **error)
{
  struct archive *archive = archive_read_new ();
  gsize length;
  const void *start = g_bytes_get_data (bytes, &length);
  gboolean done;
  int step = -1;

  if (found != NULL)
    *found = FALSE;
  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, start, length) != ARCHIVE_OK)
    set_damaged (error);
  else
    step = find_part (archive, part, error);
  if (step == 0 && found == NULL)
    set_damaged (error);
  done = step == 1 ? parse_part (archive, handler, data, error) : step == 0 && found != NULL;
  if (found != NULL)
    *found = step == 1;
  archive_read_free (archive);
  return done;
}

char *
chiso_zip_attribute (xmlTextReader *reader, const char *name)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (reader) == 1)
    if (strcmp (or_empty (xmlTextReaderConstLocalName (reader)), name) == 0)
      value = g_strdup (or_empty (xmlTextReaderConstValue (reader)));
  xmlTextReaderMoveToElement (reader);
  return value;
}
