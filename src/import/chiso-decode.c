/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From bytes to UTF-8 text: which encoding they are in, and whether they are text at all. Knows
 * encodings, not files; changes nothing of the text but byte-order mark and ends of line. */

#include "chiso-importer.h"
#include "chiso-legacy.h"

#include <string.h>

G_DEFINE_QUARK (chiso-import-error-quark, chiso_import_error)

/* One encoding. accept looks at the raw bytes; convert gives NUL-terminated UTF-8 of *text_length
 * bytes. The rows are asked in order, so the more certain sign comes first; the legacy Vietnamese
 * encodings, which only their words give away, come after all of these (chiso-legacy.h). */
typedef struct
{
  const char *name;
  gboolean (*accept) (const guint8 *bytes, gsize length);
  char *(*convert) (const guint8 *bytes, gsize length, gsize *text_length, GError **error);
} Decoder;

/* A text may hold a stray control character that a word processor left behind; more than one in so
 * many bytes is no text. */
#define BYTES_PER_STRAY_CONTROL 200

/* What is looked at to tell UTF-16 without a mark, and how much of it must be as in Vietnamese. */
#define UTF16_SAMPLE_BYTES 65536
#define UTF16_MIN_BYTES 8
#define UTF16_PERCENT 97

static gboolean
has_prefix (const guint8 *bytes, gsize length, const char *prefix, gsize prefix_length)
{
  return length >= prefix_length && memcmp (bytes, prefix, prefix_length) == 0;
}

static gboolean
accept_utf16le (const guint8 *bytes, gsize length)
{
  return has_prefix (bytes, length, "\xff\xfe", 2);
}

static gboolean
accept_utf16be (const guint8 *bytes, gsize length)
{
  return has_prefix (bytes, length, "\xfe\xff", 2);
}

/* Without a mark: nearly all characters of a Vietnamese text lie in four of the 256 pages, some are
 * ASCII, and none is a control code, while the text read in the other order scatters. high is the
 * place of the high byte in each pair. */
static gboolean
is_utf16_by_pages (const guint8 *bytes, gsize length, guint high)
{
  gsize sample = MIN (length, UTF16_SAMPLE_BYTES) / 2;
  gsize usual = 0, ascii = 0;

  /* Half of the characters have a page of 0. */
  if (length % 2 != 0 || length < UTF16_MIN_BYTES || memchr (bytes, 0, 2 * sample) == NULL)
    return FALSE;
  for (gsize i = 0; i < sample; i++)
    {
      guint8 page = bytes[2 * i + high], code = bytes[2 * i + 1 - high];

      if (page == 0 && (code < '\t' || (code > '\r' && code < 0x20)))
        return FALSE;
      usual += page <= 0x01 || page == 0x03 || page == 0x1e || page == 0x20;
      ascii += page == 0;
    }
  return usual * 100 >= sample * UTF16_PERCENT && ascii * 2 >= sample;
}

static gboolean
accept_bare_utf16le (const guint8 *bytes, gsize length)
{
  return is_utf16_by_pages (bytes, length, 1);
}

static gboolean
accept_bare_utf16be (const guint8 *bytes, gsize length)
{
  return is_utf16_by_pages (bytes, length, 0);
}

static gboolean
accept_utf8 (const guint8 *bytes, gsize length)
{
  return g_utf8_validate_len ((const char *) bytes, length, NULL);
}

static char *
convert_utf16 (const guint8 *bytes, gsize length, const char *charset, gsize *text_length,
               GError **error)
{
  g_autoptr (GError) reason = NULL;
  char *text = g_convert ((const char *) bytes, length, "UTF-8", charset, NULL, text_length,
                          &reason);

  if (text == NULL)
    g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCODING,
                 "it begins as UTF-16 but is not valid UTF-16");
  return text;
}

static char *
convert_utf16le (const guint8 *bytes, gsize length, gsize *text_length, GError **error)
{
  gsize mark = accept_utf16le (bytes, length) ? 2 : 0;

  return convert_utf16 (bytes + mark, length - mark, "UTF-16LE", text_length, error);
}

static char *
convert_utf16be (const guint8 *bytes, gsize length, gsize *text_length, GError **error)
{
  gsize mark = accept_utf16be (bytes, length) ? 2 : 0;

  return convert_utf16 (bytes + mark, length - mark, "UTF-16BE", text_length, error);
}

static char *
convert_utf8 (const guint8 *bytes, gsize length, gsize *text_length, GError **error)
{
  gsize mark = has_prefix (bytes, length, "\xef\xbb\xbf", 3) ? 3 : 0;

  *text_length = length - mark;
  return g_strndup ((const char *) bytes + mark, *text_length);
}

static const Decoder decoders[] = {
  { "UTF-16", accept_utf16le, convert_utf16le },
  { "UTF-16", accept_utf16be, convert_utf16be },
  { "UTF-16", accept_bare_utf16le, convert_utf16le },
  { "UTF-16", accept_bare_utf16be, convert_utf16be },
  { "UTF-8", accept_utf8, convert_utf8 },
};

const char *
chiso_decode_known_binary (const guint8 *bytes, gsize length)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *what;
  } known[] = {
    { "PK\003\004", 4, "a ZIP archive without a text document" },
    { "\xd0\xcf\x11\xe0", 4, "an old Office document" },
    { "{\\rtf", 5, "an RTF document" },
    { "\x89PNG", 4, "a picture" },
    { "\xff\xd8\xff", 3, "a picture" },
    { "GIF8", 4, "a picture" },
    { "\x1f\x8b", 2, "a compressed file" },
    { "\177ELF", 4, "a program" },
    { "SQLite format 3", 15, "a database" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (has_prefix (bytes, length, known[i].magic, known[i].length))
      return known[i].what;
  return NULL;
}

/* Codes that no text holds, but as a stray. */
static const guint8 is_control[256] = {
  [0 ... '\t' - 1] = 1,
  ['\r' + 1 ... 0x1f] = 1,
  [0x7f] = 1,
};

/* A NUL is decisive, other control characters are by their number. */
static gboolean
is_binary (const guint8 *bytes, gsize length)
{
  gsize controls = 0;

  if (memchr (bytes, 0, length) != NULL)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    controls += is_control[bytes[i]];
  return controls * BYTES_PER_STRAY_CONTROL > length + BYTES_PER_STRAY_CONTROL;
}

/* CR LF and a lone CR become LF, in place. Returns the new length. */
static gsize
unify_line_ends (char *text, gsize length)
{
  const char *first = memchr (text, '\r', length);
  gsize kept = first != NULL ? (gsize) (first - text) : length;

  for (gsize i = kept; i < length; i++)
    if (text[i] != '\r')
      text[kept++] = text[i];
    else if (i + 1 == length || text[i + 1] != '\n')
      text[kept++] = '\n';
  text[kept] = '\0';
  return kept;
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text))
         || g_unichar_iszerowidth (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static char *
decode (const guint8 *bytes, gsize length, gsize *text_length, const char **encoding,
        GError **error)
{
  const ChisoLegacy *legacy;
  const char *end;

  for (guint i = 0; i < G_N_ELEMENTS (decoders); i++)
    if (decoders[i].accept (bytes, length))
      {
        *encoding = decoders[i].name;
        return decoders[i].convert (bytes, length, text_length, error);
      }

  if (is_binary (bytes, length))
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_BINARY,
                   "it is binary data, not text");
      return NULL;
    }
  legacy = chiso_legacy_recognise (bytes, length);
  if (legacy != NULL)
    {
      *encoding = legacy->name;
      return legacy->convert (bytes, length, text_length);
    }
  g_utf8_validate_len ((const char *) bytes, length, &end);
  g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_ENCODING,
               "its encoding is not recognised (not UTF-8 from byte %" G_GSIZE_FORMAT
               " on); save it as UTF-8",
               (gsize) ((const guint8 *) end - bytes) + 1);
  return NULL;
}

char *
chiso_decode_text (const guint8 *bytes, gsize length, gsize *text_length, const char **encoding,
                   GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  text = decode (bytes, length, text_length, encoding, error);
  if (text == NULL)
    return NULL;
  if (is_binary ((const guint8 *) text, *text_length))
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_BINARY,
                   "it is binary data, not text");
      return NULL;
    }
  *text_length = unify_line_ends (text, *text_length);
  if (is_blank (text))
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_EMPTY,
                   "it holds nothing but white space");
      return NULL;
    }
  return g_steal_pointer (&text);
}

char *
chiso_decode_head (const guint8 *bytes, gsize length)
{
  GString *head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (length, CHISO_HEAD_BYTES); i++)
    if (bytes[i] != 0)
      g_string_append_c (head, g_ascii_tolower (bytes[i]));
  return g_string_free (head, FALSE);
}
