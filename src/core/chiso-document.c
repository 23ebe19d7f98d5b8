/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the plain value that stands for one report. It must not read files or the clock: importers
 * fill it, the store keeps it. */

#include "chiso-document.h"

ChisoDocument *
chiso_document_new (const char *name)
{
  ChisoDocument *document = g_new0 (ChisoDocument, 1);

  document->name = g_strdup (name);
  document->boundary = 63;

  return document;
}

ChisoDocument *
chiso_document_copy (const ChisoDocument *document)
{
  ChisoDocument *copy;

  g_return_val_if_fail (document != NULL, NULL);

  copy = g_memdup2 (document, sizeof *document);
  copy->sha256 = g_strdup (document->sha256);
  copy->name = g_strdup (document->name);
  copy->title = g_strdup (document->title);
  copy->publisher = g_strdup (document->publisher);
  copy->url = g_strdup (document->url);
  copy->published = g_strdup (document->published);
  copy->format = g_strdup (document->format);
  copy->encoding = g_strdup (document->encoding);
  copy->place = g_strdup (document->place);
  /* By length, not as a string: spans count bytes, and a text may hold a NUL. */
  copy->text = document->text ? g_memdup2 (document->text, document->length + 1) : NULL;

  return copy;
}

void
chiso_document_forget_read (ChisoDocument *document)
{
  g_return_if_fail (document != NULL);

  if (document->title_read)
    g_clear_pointer (&document->title, g_free);
  if (document->publisher_read)
    g_clear_pointer (&document->publisher, g_free);
  if (document->published_read)
    g_clear_pointer (&document->published, g_free);
  document->title_read = document->publisher_read = document->published_read = FALSE;
}

void
chiso_document_free (ChisoDocument *document)
{
  if (document == NULL)
    return;

  g_free (document->sha256);
  g_free (document->name);
  g_free (document->title);
  g_free (document->publisher);
  g_free (document->url);
  g_free (document->published);
  g_free (document->format);
  g_free (document->encoding);
  g_free (document->place);
  g_free (document->text);
  g_free (document);
}
