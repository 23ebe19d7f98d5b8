/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells the formats of documents from each other, by their bytes and by their files' names. Their
 * readers need libraries that are not loaded before there is something for them to read. */

#include "chiso-importer.h"
#include "chiso-readers.h"

#include <string.h>

/* The type of an OpenDocument text is the archive's first entry, and not compressed, so that it can be
 * read without it. */
#define ODT_TYPE "application/vnd.oasis.opendocument.text"
#define ODT_TYPE_WITHIN 256

static const char *const suffixes_pdf[] = { ".pdf", NULL };
static const char *const suffixes_docx[] = { ".docx", ".docm", ".dotx", NULL };
static const char *const suffixes_odt[] = { ".odt", ".ott", NULL };
static const char *const suffixes_html[] = { ".html", ".htm", ".xhtml", NULL };

/* Readers of PDF allow for rubbish before the header. */
static gboolean
probe_pdf (const guint8 *bytes, gsize length)
{
  static const char magic[] = "%PDF-";

  for (gsize i = 0; i + strlen (magic) <= MIN (length, 1024); i++)
    if (memcmp (bytes + i, magic, strlen (magic)) == 0)
      return i == 0 || memchr (bytes, '<', i) == NULL;
  return FALSE;
}

/* Whether an archive names such a part, looked for in the bytes, so that it is found in a damaged
 * archive as well. */
static gboolean
names_part (const guint8 *bytes, gsize length, const char *part)
{
  const gsize n = strlen (part);
  const guint8 *end = bytes + length;

  if (length < 4 || memcmp (bytes, "PK\003\004", 4) != 0)
    return FALSE;
  for (const guint8 *p = bytes;
       end - p >= (gssize) n && (p = memchr (p, part[0], end - p - n + 1)) != NULL; p++)
    if (memcmp (p, part, n) == 0)
      return TRUE;
  return FALSE;
}

/* Of an archive that is cut off before its main part, the list of types tells what it was. */
static gboolean
probe_docx (const guint8 *bytes, gsize length)
{
  return names_part (bytes, length, "word/document.xml");
}

static gboolean
probe_odt (const guint8 *bytes, gsize length)
{
  return names_part (bytes, MIN (length, ODT_TYPE_WITHIN), ODT_TYPE);
}

/* Behind byte-order mark, white space, declarations and comments. */
static const char *
skip_prologue (const char *p)
{
  for (;;)
    {
      const char *end = NULL;

      while (*p != '\0' && (g_ascii_isspace (*p) || (guint8) *p >= 0x80))
        p++;
      if (g_str_has_prefix (p, "<!--"))
        end = strstr (p, "-->");
      else if (g_str_has_prefix (p, "<?"))
        end = strstr (p, "?>");
      if (end == NULL)
        return p;
      p = strchr (end, '>') + 1;
    }
}

/* Whether what comes first, but for marks and white space, could open an element. */
static gboolean
begins_like_markup (const guint8 *bytes, gsize length)
{
  gsize i = 0;

  while (i < length && (bytes[i] == 0 || bytes[i] >= 0x80 || g_ascii_isspace (bytes[i])))
    i++;
  return i < length && bytes[i] == '<';
}

static gboolean
probe_html (const guint8 *bytes, gsize length)
{
  static const char *const beginnings[] = { "<!doctype html", "<html",  "<head",    "<body",
                                            "<meta",          "<title", "<article", "<div",
                                            "<main",          "<p>",    "<table",   "<h1" };
  g_autofree char *head = NULL;
  const char *start;

  if (!begins_like_markup (bytes, MIN (length, CHISO_HEAD_BYTES))
      || chiso_decode_known_binary (bytes, length) != NULL)
    return FALSE;
  head = chiso_decode_head (bytes, length);
  start = skip_prologue (head);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (start, beginnings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_pdf (GBytes *bytes, ChisoDocument *document, GError **error)
{
  const ChisoReaders *readers = chiso_readers_get (error);

  return readers != NULL && readers->pdf (bytes, document, error);
}

static gboolean
read_docx (GBytes *bytes, ChisoDocument *document, GError **error)
{
  const ChisoReaders *readers = chiso_readers_get (error);

  return readers != NULL && readers->docx (bytes, document, error);
}

static gboolean
read_odt (GBytes *bytes, ChisoDocument *document, GError **error)
{
  const ChisoReaders *readers = chiso_readers_get (error);

  return readers != NULL && readers->odt (bytes, document, error);
}

static gboolean
read_html (GBytes *bytes, ChisoDocument *document, GError **error)
{
  const ChisoReaders *readers = chiso_readers_get (error);

  return readers != NULL && readers->html (bytes, document, error);
}

const ChisoImporter chiso_importer_pdf = { "pdf", suffixes_pdf, probe_pdf, read_pdf };
const ChisoImporter chiso_importer_docx = { "docx", suffixes_docx, probe_docx, read_docx };
const ChisoImporter chiso_importer_odt = { "odt", suffixes_odt, probe_odt, read_odt };
const ChisoImporter chiso_importer_html = { "html", suffixes_html, probe_html, read_html };
