/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the update that is appended to a PDF. Must not touch a byte of what cairo wrote. */

#define _GNU_SOURCE /* memmem */

#include "plot-pdf.h"

#include <string.h>

/* The words by which the attachment is found again; cairo writes none of them. */
#define ATTACHMENT                                                                                 \
  "<< /Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size %1$u >> "                  \
  "/Length %1$u >>\nstream\n"
/* How cairo writes what was tagged as a picture. */
#define FIGURE "<< /Type /StructElem\n   /S /Figure\n"
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

/* more: what the catalog has beside all that is common. */
static void
append_catalog (Update *self, guint root, const char *inside, const char *language,
                const char *more)
{
  begin_object (self, root);
  g_string_append_printf (
      self->out,
      "<<%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
      "%s%s>>\nendobj\n",
      inside, language,
      strstr (inside, "/StructTreeRoot") != NULL ? "   /MarkInfo << /Marked true >>\n" : "", more);
}

/* The number of the object that begins right before at, 0 for none. */
static guint
number_before (const char *data, const char *at)
{
  static const char word[] = " 0 obj\n";
  const char *digits = at - strlen (word);

  if (digits <= data || strncmp (digits, word, strlen (word)) != 0)
    return 0;
  while (digits > data && g_ascii_isdigit (digits[-1]))
    digits--;
  return (guint) g_ascii_strtoull (digits, NULL, 10);
}

/* What each picture says in words, in their order. */
static void
append_words (Update *self, const char *data, gsize size, const char *const *words)
{
  const char *at = data;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint number;
      g_autofree char *inside = NULL;

      at = memmem (at, size - (gsize) (at - data), FIGURE, strlen (FIGURE));
      number = at != NULL ? number_before (data, at) : 0;
      inside = number > 0 ? find_dictionary (data, size, number) : NULL;
      if (inside == NULL)
        return;
      begin_object (self, number);
      g_string_append_printf (self->out, "<<%s", inside);
      append_text (self->out, "/Alt", words[i]);
      g_string_append (self->out, ">>\nendobj\n");
      at += strlen (FIGURE);
    }
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

/* What the end of a file says of it. */
typedef struct
{
  guint size, root, info, previous;
  char *catalog, *information;
} End;

static void
end_clear (End *self)
{
  g_free (self->catalog);
  g_free (self->information);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (End, end_clear)

static gboolean
read_end (End *self, const char *data, gsize size)
{
  g_autofree char *tail = find_tail (data, size);

  if (tail == NULL || !find_number (tail, "/Size ", &self->size)
      || !find_number (tail, "/Root ", &self->root) || !find_number (tail, "/Info ", &self->info)
      || !find_number (tail, "startxref\n", &self->previous))
    return FALSE;
  self->catalog = find_dictionary (data, size, self->root);
  self->information = find_dictionary (data, size, self->info);
  return self->catalog != NULL && self->information != NULL;
}

void
plot_pdf_append (GByteArray *file, const PlotMeta *meta, const char *language)
{
  const char *data = (const char *) file->data, *const words[] = { meta->description, NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *names = NULL;
  g_auto (End) end = { 0 };
  Update update = { out, file->len, table };

  if (!read_end (&end, data, file->len) || strstr (end.catalog, "/Names") != NULL)
    return;
  append_attachment (&update, end.size, meta);
  append_words (&update, data, file->len, words);
  names = g_strdup_printf ("   /AF [ %u 0 R ]\n   /Names << /EmbeddedFiles << /Names "
                           "[ (" PLOT_RECORD_PDF ") %u 0 R ] >> >>\n",
                           end.size + 1, end.size + 1);
  append_catalog (&update, end.root, end.catalog, language, names);
  append_information (&update, end.info, end.information, meta);
  append_trailer (&update, end.size + 2, end.root, end.info, end.previous);
  g_byte_array_append (file, (const guint8 *) out->str, (guint) out->len);
}

void
plot_pdf_tell (GByteArray *file, const char *const *words, const char *language)
{
  const char *data = (const char *) file->data;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new (NULL);
  g_auto (End) end = { 0 };
  Update update = { out, file->len, table };

  if (!read_end (&end, data, file->len))
    return;
  append_words (&update, data, file->len, words);
  append_catalog (&update, end.root, end.catalog, language, "");
  append_trailer (&update, end.size, end.root, end.info, end.previous);
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
