/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. Holds one growing text and the state of its last line. */

#include "chiso-lines.h"

#include "chiso-import.h"
#include "chiso-legacy.h"

#include <string.h>

struct _ChisoLines
{
  GString *text;
  GString *line;
  gboolean space; /* white space waits to become one space before the next letter */
  gboolean full;
  ChisoLineKind last;
};

ChisoLines *
chiso_lines_new (void)
{
  ChisoLines *self = g_new0 (ChisoLines, 1);

  self->text = g_string_new (NULL);
  self->line = g_string_new (NULL);
  return self;
}

void
chiso_lines_free (ChisoLines *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

gboolean
chiso_lines_is_full (const ChisoLines *self)
{
  return self->full;
}

gsize
chiso_lines_length (const ChisoLines *self)
{
  return self->text->len;
}

/* A no-break space holds words together on paper; here it is a space. */
static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x2028 || c == 0x2029
         || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x3000;
}

/* Control codes are no text, and a NUL would end it. */
static gboolean
is_dropped (gunichar c)
{
  return c < 0x20 || c == 0x7f || c == 0x200b || c == 0xfeff;
}

void
chiso_lines_text (ChisoLines *self, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  if (self->text->len + self->line->len + (end - text) > CHISO_LINES_MAX_BYTES)
    {
      self->full = TRUE;
      return;
    }
  for (const char *p = text, *next; p < end; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      char last = self->line->len > 0 ? self->line->str[self->line->len - 1] : '\n';

      next = g_utf8_next_char (p);
      if (is_space (c))
        {
          self->space = TRUE;
          continue;
        }
      if (is_dropped (c))
        continue;
      if (self->space && last != '\n' && last != '\t')
        g_string_append_c (self->line, ' ');
      self->space = FALSE;
      g_string_append_len (self->line, p, next - p);
    }
}

void
chiso_lines_break (ChisoLines *self)
{
  self->space = FALSE;
  if (self->line->len > 0 && !self->full)
    g_string_append_c (self->line, '\n');
}

void
chiso_lines_cell (ChisoLines *self)
{
  self->space = FALSE;
  if (!self->full && self->text->len + self->line->len < CHISO_LINES_MAX_BYTES)
    g_string_append_c (self->line, '\t');
}

/* Tabs at the end are empty cells, which nobody misses; a line of nothing else is none. At the
 * beginning they are a row's empty cells or a paragraph's indent. */
static void
trim_line (GString *line, ChisoLineKind kind)
{
  if (kind != CHISO_LINE_ROW)
    g_string_erase (line, 0, strspn (line->str, "\n\t "));
  while (line->len > 0 && strchr ("\n\t ", line->str[line->len - 1]) != NULL)
    g_string_truncate (line, line->len - 1);
  if (kind == CHISO_LINE_ROW)
    g_strdelimit (line->str, "\n", ' ');
}

void
chiso_lines_end (ChisoLines *self, ChisoLineKind kind)
{
  trim_line (self->line, kind);
  self->space = FALSE;
  if (self->line->len == 0)
    return;
  if (self->text->len > 0)
    g_string_append (self->text,
                     kind == self->last && kind != CHISO_LINE_PARAGRAPH ? "\n" : "\n\n");
  /* An item that was typed with its own dash has it already. */
  if (kind == CHISO_LINE_ITEM && strchr ("-+*", self->line->str[0]) == NULL)
    g_string_append (self->text, "- ");
  g_string_append_len (self->text, self->line->str, self->line->len);
  g_string_truncate (self->line, 0);
  self->last = kind;
}

/* Soft hyphens say where a word may be parted. They go only now, because the code is a letter in
 * TCVN3. */
static void
drop_soft_hyphens (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0';)
    if (memcmp (from, "\u00AD", 2) == 0)
      from += 2;
    else
      *to++ = *from++;
  *to = '\0';
}

gboolean
chiso_lines_finish (ChisoLines *self, ChisoDocument *document, GError **error)
{
  g_autofree char *repaired = NULL;
  const char *encoding = NULL;
  gsize length;

  chiso_lines_end (self, CHISO_LINE_PARAGRAPH);
  if (self->full)
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_TOO_LARGE,
                   "its text is too large (more than %u MB)",
                   CHISO_LINES_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (self->text->len == 0)
    {
      g_set_error (error, CHISO_IMPORT_ERROR, CHISO_IMPORT_ERROR_EMPTY, "it holds no text");
      return FALSE;
    }
  g_string_append_c (self->text, '\n');
  repaired = chiso_legacy_repair (self->text->str, self->text->len, &length, &encoding);
  if (encoding != NULL)
    {
      g_free (document->encoding);
      document->encoding = g_strdup (encoding);
    }
  document->text = g_utf8_normalize (repaired != NULL ? repaired : self->text->str, -1,
                                     G_NORMALIZE_NFC);
  drop_soft_hyphens (document->text);
  document->length = strlen (document->text);
  return TRUE;
}
