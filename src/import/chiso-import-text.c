/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text, the format of last resort: takes whatever decodes. */

#include "chiso-importer.h"

static const char *const suffixes[] = { ".txt", ".text", ".md", NULL };

static gboolean
probe (const guint8 *bytes, gsize length)
{
  return TRUE;
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

const ChisoImporter chiso_importer_text = { "text", suffixes, probe, read_text };
