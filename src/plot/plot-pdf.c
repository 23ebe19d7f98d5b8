/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the update that is appended to a PDF. Must not touch a byte of what cairo wrote. */

#define _GNU_SOURCE /* memmem */

#include "plot-pdf.h"

#include <string.h>

/* The words by which the attachment is found again; cairo writes none of them. */
#define ATTACHMENT                                                                                 \
  "<< /Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size %1$u >> "                  \
  "/Length %1$u >>\nstream\n"
/* A trailer has four short lines. */
#define MAX_TAIL 512
#define ATTACHMENT_TYPE "/Type /EmbeddedFile"

typedef struct
{
  GString *out;
  gsize before;   /* bytes of the file that the update follows */
  GString *table; /* cross references of what the update holds */
} Update;

/* The number behind the last key in text. */
static gboolean
find_number (const char *text, const char *key, guint *number)
{
  const char *found = g_strrstr (text, key);

  if (found == NULL)
    return FALSE;
  *number = (guint) g_ascii_strtoull (found + strlen (key), NULL, 10);
  return *number > 0;
}

/* The trailer and what follows it, at the end of the file. Free with g_free. */
static char *
find_tail (const char *data, gsize size)
{
  static const char word[] = "\ntrailer\n";
  gsize last = MIN (size, MAX_TAIL);
  const char *from = data + size - last;
  const char *found = memmem (from, last, word, strlen (word));

  return found != NULL ? g_strndup (found, data + size - found) : NULL;
}

/* The inside of the dictionary that is object number. Free with g_free. */
static char *
find_dictionary (const char *data, gsize size, guint number)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<<", number);
  const char *begin = memmem (data, size, head, strlen (head));
  const char *end;

  if (begin == NULL)
    return NULL;
  begin += strlen (head);
  end = memmem (begin, size - (begin - data), ">>\nendobj", strlen (">>\nendobj"));
  return end != NULL ? g_strndup (begin, end - begin) : NULL;
}

static void
begin_object (Update *self, guint number)
{
  g_string_append_printf (self->table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          self->before + self->out->len);
  g_string_append_printf (self->out, "%u 0 obj\n", number);
}

/* Text as PDF writes what is not ASCII: UTF-16 with its mark, in hexadecimal digits. */
static void
append_text (GString *out, const char *key, const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = text != NULL ? g_utf8_to_utf16 (text, -1, NULL, &n, NULL) : NULL;

  if (units == NULL)
    return;
  g_string_append_printf (out, "   %s <FEFF", key);
  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append (out, ">\n");
}

static void
append_attachment (Update *self, guint number, const PlotMeta *meta)
{
  begin_object (self, number);
  g_string_append_printf (self->out, ATTACHMENT, (guint) strlen (meta->record));
  g_string_append (self->out, meta->record);
  g_string_append (self->out, "\nendstream\nendobj\n");
  begin_object (self, number + 1);
  g_string_append_printf (self->out,
                          "<< /Type /Filespec /F (" PLOT_RECORD_PDF ") /UF (" PLOT_RECORD_PDF
                          ")\n   /AFRelationship /Data /EF << /F %u 0 R >>\n>>\nendobj\n",
                          number);
}

static void
append_catalog (Update *self, guint root, const char *inside, guint file, const char *language)
{
  begin_object (self, root);
  g_string_append_printf (self->out,
                          "<<%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                          "   /AF [ %u 0 R ]\n   /Names << /EmbeddedFiles << /Names "
                          "[ (" PLOT_RECORD_PDF ") %u 0 R ] >> >>\n>>\nendobj\n",
                          inside, language, file, file);
}

static void
append_information (Update *self, guint number, const char *inside, const PlotMeta *meta)
{
  begin_object (self, number);
  g_string_append_printf (self->out, "<<%s", inside);
  append_text (self->out, "/Source", meta->source);
  append_text (self->out, "/Review", meta->review);
  g_string_append (self->out, ">>\nendobj\n");
}

static void
append_trailer (Update *self, guint size, guint root, guint info, guint previous)
{
  gsize start = self->before + self->out->len;

  g_string_append (self->out, "xref\n");
  g_string_append (self->out, self->table->str);
  g_string_append_printf (
      self->out,
      "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %u\n>>\n"
      "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      size, root, info, previous, start);
}

void
plot_pdf_append (GByteArray *file, const PlotMeta *meta, const char *language)
{
  const char *data = (const char *) file->data;
  g_autofree char *tail = find_tail (data, file->len);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *catalog = NULL;
  g_autofree char *information = NULL;
  Update update = { out, file->len, table };
  guint size, root, info, previous;

  if (tail == NULL || !find_number (tail, "/Size ", &size) || !find_number (tail, "/Root ", &root)
      || !find_number (tail, "/Info ", &info) || !find_number (tail, "startxref\n", &previous))
    return;
  catalog = find_dictionary (data, file->len, root);
  information = find_dictionary (data, file->len, info);
  if (catalog == NULL || information == NULL || strstr (catalog, "/Names") != NULL)
    return;
  append_attachment (&update, size, meta);
  append_catalog (&update, root, catalog, size + 1, language);
  append_information (&update, info, information, meta);
  append_trailer (&update, size + 2, root, info, previous);
  g_byte_array_append (file, (const guint8 *) out->str, (guint) out->len);
}

char *
plot_pdf_read_record (const guint8 *data, gsize size)
{
  static const char stream[] = ">>\nstream\n";
  const char *text = (const char *) data;
  const char *type = memmem (text, size, ATTACHMENT_TYPE, strlen (ATTACHMENT_TYPE));
  const char *begin;
  g_autofree char *head = NULL;
  guint length;

  begin = type != NULL ? memmem (type, size - (type - text), stream, strlen (stream)) : NULL;
  if (begin == NULL)
    return NULL;
  begin += strlen (stream);
  head = g_strndup (type, begin - type);
  if (!find_number (head, "/Length ", &length) || length > size - (gsize) (begin - text))
    return NULL;
  return g_strndup (begin, length);
}
