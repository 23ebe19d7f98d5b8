/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. Goes by the bytes behind each "stream", not by what the document says of them:
 * whatever begins like zlib's data is unpacked, and only how much it is is kept. */

#include "chiso-pdf-guard.h"

#include "chiso-import.h"

#include <gio/gio.h>
#include <string.h>

#define KEYWORD "stream"
/* How far before its stream a picture says that it is one. */
#define DICTIONARY_BYTES 400
#define BUFFER_BYTES 65536

/* zlib's first two bytes: deflate, and divisible by 31. */
static gboolean
is_packed (const guint8 *p, gsize n)
{
  return n >= 2 && (p[0] & 0x0f) == 8 && p[0] <= 0x78 && (p[0] * 256 + p[1]) % 31 == 0;
}

/* How much a stream unpacks to, at most limit + one buffer. twice: what comes out is packed too. */
static guint64
unpacked_size (const guint8 *p, gsize n, guint64 limit, gboolean *twice)
{
  g_autoptr (GConverter)
      zlib = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree guint8 *buffer = g_malloc (BUFFER_BYTES);
  guint64 size = 0;

  *twice = FALSE;
  while (size <= limit)
    {
      gsize read = 0, written = 0;
      GConverterResult result = g_converter_convert (zlib, p, n, buffer, BUFFER_BYTES,
                                                     G_CONVERTER_NO_FLAGS, &read, &written, NULL);

      if (size == 0)
        *twice = is_packed (buffer, written);
      size += written;
      p += read;
      n -= read;
      if (result != G_CONVERTER_CONVERTED || (read == 0 && written == 0))
        break;
    }
  return size;
}

static const guint8 *
find (const guint8 *p, const guint8 *end, const char *word)
{
  const gsize n = strlen (word);

  for (; (gsize) (end - p) >= n && (p = memchr (p, word[0], end - p - n + 1)) != NULL; p++)
    if (memcmp (p, word, n) == 0)
      return p;
  return NULL;
}

/* "endstream" ends in the same letters, and is followed by no data. */
static const guint8 *
stream_data (const guint8 *keyword, const guint8 *end)
{
  const guint8 *p = keyword + strlen (KEYWORD);

  if (p < end && *p == '\r')
    p++;
  return p < end && *p == '\n' ? p + 1 : p;
}

gboolean
chiso_pdf_guard (const guint8 *bytes, gsize length, GError **error)
{
  const guint8 *end = bytes + length, *p = bytes;
  guint64 content = 0, all = 0;

  while ((p = find (p, end, KEYWORD)) != NULL)
    {
      const guint8 *data = stream_data (p, end);
      const guint8 *before = p - bytes > DICTIONARY_BYTES ? p - DICTIONARY_BYTES : bytes;
      gboolean twice = FALSE;
      guint64 size = 0;

      if (is_packed (data, end - data))
        size = unpacked_size (data, end - data, CHISO_PDF_MAX_BYTES, &twice);
      all += size;
      if (find (before, p, "/Image") == NULL)
        content += size;
      if ((twice && size > BUFFER_BYTES / 16) || all > CHISO_PDF_MAX_BYTES
          || content > CHISO_PDF_MAX_CONTENT_BYTES)
        {
          g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_TOO_LARGE,
                       "it is a PDF document that unpacks to too much");
          return FALSE;
        }
      p = data;
    }
  return TRUE;
}
