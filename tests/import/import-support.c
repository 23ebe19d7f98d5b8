/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-support.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

GBytes *
import_test_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  g_assert_no_error (error);
  return g_mapped_file_get_bytes (file);
}

ChisoDocument *
import_test_document (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = import_test_data (name);

  return chiso_import_bytes (bytes, name, error);
}

static gssize
append_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, length);
  return (gssize) length;
}

static void
write_entry (struct archive *archive, const ImportTestEntry *entry)
{
  static const char zeros[65536];
  struct archive_entry *header = archive_entry_new ();

  archive_entry_set_pathname (header, entry->name);
  archive_entry_set_filetype (header, AE_IFREG);
  archive_entry_set_perm (header, 0600);
  archive_entry_set_size (header, strlen (entry->text) + entry->padding);
  g_assert_cmpint (archive_write_header (archive, header), ==, ARCHIVE_OK);
  archive_write_data (archive, entry->text, strlen (entry->text));
  for (gsize done = 0; done < entry->padding; done += sizeof zeros)
    archive_write_data (archive, zeros, MIN (sizeof zeros, entry->padding - done));
  archive_entry_free (header);
}

GBytes *
import_test_zip (const ImportTestEntry *entries, guint n, gboolean compress)
{
  struct archive *archive = archive_write_new ();
  GByteArray *bytes = g_byte_array_new ();

  archive_write_set_format_zip (archive);
  if (compress)
    archive_write_zip_set_compression_deflate (archive);
  else
    archive_write_zip_set_compression_store (archive);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, append_cb, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; i < n; i++)
    write_entry (archive, &entries[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

void
import_test_refused (GBytes *bytes, ChisoImportError code, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChisoDocument) document = chiso_import_bytes (bytes, "x", &error);
  g_autofree char *message = g_strconcat ("Cannot read “x”: ", reason, NULL);

  g_assert_null (document);
  g_assert_error (error, CHISO_IMPORT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}
