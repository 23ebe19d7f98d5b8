/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text, the format of last resort: takes whatever decodes. A text that is a table of
 * observations is told apart by its head. */

#include "chiso-importer.h"
#include "core/chiso-derive.h"
#include "core/chiso-sheet.h"

#include <string.h>

/* Comments and the head of a table stand within this. */
#define HEAD_BYTES 8192

static const char *const suffixes[] = { ".txt", ".text", NULL };

static gboolean
probe (const guint8 *bytes, gsize length)
{
  return TRUE;
}

/* The head's names are ASCII in every encoding, UTF-16 only puts a NUL between their letters. What has
 * neither a NUL nor such a name, as nearly every report, is not looked at twice. */
static gboolean
probe_sheet (const guint8 *bytes, gsize length)
{
  gsize n = MIN (length, HEAD_BYTES), kept = 0;
  g_autofree char *head = NULL;

  if (memchr (bytes, 0, n) == NULL && !chiso_sheet_may_be (bytes, n))
    return FALSE;
  head = g_malloc (n + 1);
  for (gsize i = 0; i < n; i++)
    if (bytes[i] != 0 && bytes[i] != '\r' && (bytes[i] < 0x80 || kept > 0))
      head[kept++] = (char) bytes[i];
  return chiso_sheet_is (head, kept);
}

static gboolean
read_text (GBytes *bytes, ChisoDocument *document, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *encoding;

  document->text = chiso_decode_text (data, length, &document->length, &encoding, error);
  if (document->text == NULL)
    return FALSE;
  document->encoding = g_strdup (encoding);
  return TRUE;
}

/* No endings: a folder of reports may hold tables that are about them. */
static const char *const no_suffixes[] = { NULL };

const ChisoImporter chiso_importer_sheet = { CHISO_FORMAT_SHEET, no_suffixes, probe_sheet,
                                             read_text };
const ChisoImporter chiso_importer_text = { "text", suffixes, probe, read_text };
