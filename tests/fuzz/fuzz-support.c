/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-support.h"

#include "core/chiso-catalogue-load.h"
#include "core/chiso-derive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* Made once; a fuzzer's process never ends it. */
static ChisoExtractor *
extractor_once (void)
{
  static ChisoExtractor *extractor;

  if (extractor == NULL)
    {
      ChisoGeo *geo = chiso_geo_new_from_resources (NULL);
      ChisoCatalogue *catalogue = chiso_catalogue_load (NULL, NULL);

      extractor = chiso_extractor_new (catalogue, geo);
      chiso_catalogue_unref (catalogue);
      chiso_geo_unref (geo);
    }
  return extractor;
}

static void
check_span (const ChisoSpan *span, const ChisoDocument *document)
{
  g_assert_cmpuint (span->start, <=, span->end);
  g_assert_cmpuint (span->end, <=, document->length);
}

static void
derive (ChisoDocument *document)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChisoExtraction)
      extraction = chiso_derive (extractor_once (), document, NULL, problems);

  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *observation = extraction->observations->pdata[i];

      check_span (&observation->evidence, document);
      check_span (&observation->figure, document);
      check_span (&observation->sentence, document);
    }
}

void
fuzz_read (const ChisoImporter *importer, GBytes *bytes, gboolean extract)
{
  g_autoptr (ChisoDocument) document = chiso_document_new ("fuzz");
  g_autoptr (GError) error = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  importer->probe (data, length);
  if (!importer->read (bytes, document, &error))
    {
      g_assert_true (error != NULL && error->domain == CHISO_IMPORT_ERROR);
      g_assert_null (strchr (error->message, '\n'));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate_len (document->text, document->length, NULL));
  g_assert_cmpuint (strlen (document->text), ==, document->length);
  document->format = g_strdup (importer->format);
  if (extract)
    derive (document);
}

static gssize
append_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, length);
  return (gssize) length;
}

static void
add_entry (struct archive *archive, const char *name, const void *data, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, size);
  archive_write_header (archive, entry);
  archive_write_data (archive, data, size);
  archive_entry_free (entry);
}

GBytes *
fuzz_archive (const guint8 *data, gsize size, const char *type, const char *part)
{
  struct archive *archive;
  GByteArray *bytes;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    return g_bytes_new (data, size);
  archive = archive_write_new ();
  bytes = g_byte_array_new ();
  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  archive_write_open (archive, bytes, NULL, append_cb, NULL);
  if (type != NULL)
    add_entry (archive, "mimetype", type, strlen (type));
  add_entry (archive, part, data, size);
  archive_write_close (archive);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}
