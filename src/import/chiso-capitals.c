/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The case of words whose accented letters lost theirs. Goes by the plain letters of a word and of its neighbours;
 * knows no encoding. */

#include "chiso-capitals.h"

#include <string.h>

/* What the letters of a word say about its case. */
typedef enum
{
  CASE_UNKNOWN, /* accented letters, at most one capital beside them */
  CASE_UPPER,   /* two capitals or more, no plain small letter */
  CASE_LOWER,   /* has a plain small letter, or is no word */
} Case;

static Case
word_case (const char *word, const char *end)
{
  guint upper = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_islower (c))
        return CASE_LOWER;
      upper += g_unichar_isupper (c);
    }
  return upper >= 2 ? CASE_UPPER : word < end ? CASE_UNKNOWN : CASE_LOWER;
}

static gboolean
is_letter (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isalpha (*p) : g_unichar_isalpha (g_utf8_get_char (p));
}

static const char *
skip_while (const char *p, const char *end, gboolean letters)
{
  while (p < end && *p != '\n' && is_letter (p) == letters)
    p = g_utf8_next_char (p);
  return p;
}

/* A word of a line, and what stands before it. */
typedef struct
{
  const char *start, *end; /* equal where the line has no more */
  Case letters;
} Word;

static Word
next_word (const char *p, const char *end)
{
  Word word = { .start = skip_while (p, end, FALSE) };

  word.end = skip_while (word.start, end, TRUE);
  word.letters = word_case (word.start, word.end);
  return word;
}

/* Appends a line, up to its end. before: of the last word before it, and then of its own. */
static void
raise_line (const char *p, const char *end, Case *before, GString *out)
{
  Word word = next_word (p, end);

  for (gboolean first = TRUE; word.start < word.end; first = FALSE)
    {
      Word next = next_word (word.end, end);
      gboolean is_last = next.start == next.end;
      Case own = word.letters, after = is_last ? CASE_UNKNOWN : next.letters;

      if (own == CASE_UNKNOWN && (*before == CASE_UPPER || (first && after == CASE_UPPER))
          && after != CASE_LOWER)
        own = CASE_UPPER;
      g_string_append_len (out, p, word.start - p);
      if (own == CASE_UPPER)
        {
          g_autofree char *raised = g_utf8_strup (word.start, word.end - word.start);

          g_string_append (out, raised);
        }
      else
        g_string_append_len (out, word.start, word.end - word.start);
      *before = own;
      p = word.end;
      word = next;
    }
  g_string_append_len (out, p, word.start - p);
}

char *
chiso_capitals_raise (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length + 1);
  const char *end = text + length;
  Case before = CASE_LOWER;

  for (const char *line = text; line < end;)
    {
      const char *newline = memchr (line, '\n', end - line);
      const char *stop = newline != NULL ? newline : end;

      raise_line (line, stop, &before, out);
      if (stop < end)
        g_string_append_c (out, '\n');
      line = stop < end ? stop + 1 : end;
    }
  return g_string_free (out, FALSE);
}
