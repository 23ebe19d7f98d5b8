/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading files: bounded in size, cancellable, with one sentence that names the file for every way
 * to fail. Chooses the importer by the bytes; does not know what is inside a format. */

#include "chiso-importer.h"
#include "core/chiso-sha256.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What stands for bytes of a name that are no letters, as GLib has it. */
#define NOT_SHOWN 0xFFFD

/* The more particular a format, the earlier it stands; text takes what is left. */
static const ChisoImporter *const importers[] = {
  &chiso_importer_pdf,  &chiso_importer_docx,  &chiso_importer_odt,
  &chiso_importer_html, &chiso_importer_sheet, &chiso_importer_text,
};

#define READ_CHUNK (256u * 1024)
#define MEGABYTE (1024u * 1024)

static void
set_too_large (GError **error, goffset size)
{
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_TOO_LARGE,
               "it is too large (%s%" G_GOFFSET_FORMAT " MB, the limit is %u MB)",
               size > CHISO_IMPORT_MAX_BYTES + 1 ? "" : "more than ", size / MEGABYTE,
               CHISO_IMPORT_MAX_BYTES / MEGABYTE);
}

/* GIO's messages repeat the file name and come in the session's language; the usual reasons are
 * said in our own words, an unusual one in GIO's. */
static void
take_read_error (GError *reason, GError **error)
{
  static const struct
  {
    int code;
    const char *words;
  } usual[] = {
    { G_IO_ERROR_NOT_FOUND, "there is no such file" },
    { G_IO_ERROR_NOT_DIRECTORY, "there is no such file" },
    { G_IO_ERROR_PERMISSION_DENIED, "permission is denied" },
    { G_IO_ERROR_IS_DIRECTORY, "it is a folder" },
    { G_IO_ERROR_TOO_MANY_LINKS, "its links go round in a circle" },
    { G_IO_ERROR_FILENAME_TOO_LONG, "its name is too long" },
  };
  const char *words = reason->message;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, reason);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_error_matches (reason, G_IO_ERROR, usual[i].code))
      words = usual[i].words;
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_READ, "%s", words);
  g_error_free (reason);
}

/* Names the file before the reason: the one place where the sentence is put together. */
static void
prefix_name (GError **error, const char *name)
{
  g_prefix_error (error, "Cannot read “%s”: ", name);
}

/* Reads up to one byte more than the limit, so that a pipe, whose size nobody knows before, is
 * bounded as well. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (READ_CHUNK);

  while (bytes->len <= CHISO_IMPORT_MAX_BYTES)
    {
      GError *reason = NULL;
      gssize n = g_input_stream_read (stream, chunk, READ_CHUNK, cancellable, &reason);

      if (n < 0)
        {
          take_read_error (reason, error);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_byte_array_append (bytes, chunk, n);
    }
  set_too_large (error, CHISO_IMPORT_MAX_BYTES);
  return NULL;
}

/* A plain file in one piece, as nearly all are. NULL where it is anything else, or cannot be read: then the
 * long way round tells why. */
static GBytes *
read_plain_file (const char *path)
{
  g_autofree guint8 *bytes = NULL;
  struct stat status;
  gssize n = -1;
  int fd;

  /* Asked before opening: a pipe is opened only once. */
  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode)
      || status.st_size > CHISO_IMPORT_MAX_BYTES)
    return NULL;
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  bytes = g_malloc (status.st_size + 1);
  n = read (fd, bytes, status.st_size + 1);
  close (fd);
  return n == status.st_size ? g_bytes_new_take (g_steal_pointer (&bytes), n) : NULL;
}

static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  const char *path = g_file_peek_path (file);
  GBytes *plain = path != NULL && !g_cancellable_is_cancelled (cancellable) ? read_plain_file (path)
                                                                            : NULL;
  GError *reason = NULL;

  if (plain != NULL)
    return plain;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (info == NULL)
    {
      take_read_error (reason, error);
      return NULL;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_READ, "it is a folder");
      return NULL;
    }
  if (g_file_info_get_size (info) > CHISO_IMPORT_MAX_BYTES)
    {
      set_too_large (error, g_file_info_get_size (info));
      return NULL;
    }

  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL)
    {
      take_read_error (reason, error);
      return NULL;
    }
  return read_stream (G_INPUT_STREAM (stream), cancellable, error);
}

/* Word keeps a document with a password in a container of the old format, whose directory names the
 * stream in UTF-16. */
static gboolean
is_locked_office (const guint8 *bytes, gsize length)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (length < 4 || memcmp (bytes, "\xd0\xcf\x11\xe0", 4) != 0)
    return FALSE;
  for (gsize i = 0; i + sizeof name <= length; i++)
    if (bytes[i] == 'E' && memcmp (bytes + i, name, sizeof name) == 0)
      return TRUE;
  return FALSE;
}

/* A known format that has no importer, which must not be taken for text. */
static void
set_binary (const guint8 *bytes, gsize length, const char *what, GError **error)
{
  if (is_locked_office (bytes, length))
    g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCRYPTED,
                 "it is protected by a password");
  else
    g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_BINARY,
                 "it is %s, which cannot be read; save it as DOCX, ODT, PDF or text", what);
}

/* The reason alone, without the name. */
static ChisoDocument *
read_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ChisoDocument) document = chiso_document_new (name);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *binary = chiso_decode_known_binary (data, length);

  if (length == 0)
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_EMPTY, "it is empty");
      return NULL;
    }
  if (length > CHISO_IMPORT_MAX_BYTES)
    {
      set_too_large (error, length);
      return NULL;
    }
  document->sha256 = chiso_sha256 (data, length);
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    {
      if (importers[i] == &chiso_importer_sheet && binary != NULL)
        {
          set_binary (data, length, binary, error);
          return NULL;
        }
      if (!importers[i]->probe (data, length))
        continue;
      if (!importers[i]->read (bytes, document, error))
        return NULL;
      document->format = g_strdup (importers[i]->format);
      return g_steal_pointer (&document);
    }
  g_assert_not_reached ();
}

ChisoDocument *
chiso_import_bytes (GBytes *bytes, const char *name, GError **error)
{
  ChisoDocument *document;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  document = read_bytes (bytes, name, error);
  if (document == NULL)
    prefix_name (error, name);
  return document;
}

char *
chiso_import_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);
  GString *name = g_string_new (NULL);

  for (const char *c = shown; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      g_string_append_unichar (name, g_unichar_iscntrl (letter) ? NOT_SHOWN : letter);
    }
  return g_string_free (name, FALSE);
}

ChisoDocument *
chiso_import_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *parse_name = NULL;
  g_autofree char *name = NULL;
  ChisoDocument *document = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  parse_name = g_file_get_parse_name (file);
  name = chiso_import_name (file);
  bytes = read_file (file, cancellable, error);
  if (bytes != NULL)
    document = read_bytes (bytes, name, error);
  if (document == NULL)
    prefix_name (error, parse_name);
  return document;
}

static gboolean
has_known_suffix (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    for (const char *const *suffix = importers[i]->suffixes; *suffix != NULL; suffix++)
      if (g_str_has_suffix (lower, *suffix))
        return TRUE;
  return FALSE;
}

/* Neither pipes nor devices; a link that leads nowhere stays, to be named when it is read. */
static gboolean
is_file_like (GFileInfo *info)
{
  GFileType type = g_file_info_get_file_type (info);

  return type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_SYMBOLIC_LINK;
}

/* Links to folders are not followed: they may lead back up. */
static gboolean
list_folder (GFile *folder, GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  GError *reason = NULL;

  children = g_file_enumerate_children (folder,
                                        G_FILE_ATTRIBUTE_STANDARD_NAME
                                        "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                        "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN
                                        "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK,
                                        G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  while (reason == NULL)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, &reason)
          || info == NULL)
        break;
      if (g_file_info_get_is_hidden (info))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          if (!g_file_info_get_is_symlink (info) && !list_folder (child, files, cancellable, error))
            return FALSE;
        }
      else if (is_file_like (info) && has_known_suffix (g_file_info_get_name (info)))
        g_ptr_array_add (files, g_object_ref (child));
    }
  if (reason == NULL)
    return TRUE;
  take_read_error (reason, error);
  g_autofree char *name = g_file_get_parse_name (folder);
  prefix_name (error, name);
  return FALSE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (g_file_peek_path (*(GFile *const *) a), g_file_peek_path (*(GFile *const *) b));
}

GPtrArray *
chiso_import_list (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
    g_ptr_array_add (files, g_object_ref (file));
  else if (!list_folder (file, files, cancellable, error))
    return NULL;
  g_ptr_array_sort (files, compare_paths);
  return g_steal_pointer (&files);
}
