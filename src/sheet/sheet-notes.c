/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the notes: what each says of its source, and that one thing is said once. */

#include "sheet-content-private.h"

#include <string.h>

void
sheet_note_free (gpointer data)
{
  SheetNote *note = data;

  g_free (note->sentence);
  g_clear_pointer (&note->spans, g_array_unref);
  g_free (note->source);
  g_free (note->link);
  g_free (note->remark);
  g_free (note);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Text as it can be set in one paragraph: composed letters, no tabs or line ends. NULL for none. */
static char *
plain (const char *text, gssize length)
{
  g_autofree char *part = NULL;
  g_autofree char *valid = NULL;
  char *composed;

  if (text == NULL)
    return NULL;
  part = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  valid = g_utf8_make_valid (part, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  for (char *c = composed; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return composed;
}

/* The record's mark inside plain (sentence): composing letters moves bytes. FALSE for none. */
static gboolean
plain_span (const ChisoRecord *record, SheetSpan *span)
{
  gsize length = record->sentence != NULL ? strlen (record->sentence) : 0;
  g_autofree char *before = NULL;
  g_autofree char *marked = NULL;

  if (record->mark_start >= record->mark_end || record->mark_end > length)
    return FALSE;
  before = plain (record->sentence, record->mark_start);
  marked = plain (record->sentence + record->mark_start, record->mark_end - record->mark_start);
  span->start = (guint) strlen (before);
  span->end = span->start + (guint) strlen (marked);
  return TRUE;
}

char *
sheet_wording (const ChisoRecord *record, const char *language)
{
  g_autofree char *words = NULL;

  if (record->sentence == NULL)
    return sheet_words (SHEET_WORD_PUBLISHED, language, NULL);
  if (record->mark_start >= record->mark_end || record->mark_end > strlen (record->sentence))
    return NULL;
  words = plain (record->sentence + record->mark_start, record->mark_end - record->mark_start);
  return g_strconcat ("“", g_strstrip (words), "”", NULL);
}

/* "Báo Nghệ An. Đối thoại năm 2023. 5/1/2024". */
static char *
source_line (const ChisoRecord *record, const char *language)
{
  g_autofree char *day = is_set (record->published) ? sheet_words_date (record->published, language)
                                                    : NULL;
  const char *const parts[] = { record->publisher, record->source_title, day };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_set (parts[i]))
      {
        g_autofree char *part = plain (parts[i], -1);

        g_string_append_printf (line, "%s%s", line->len > 0 ? ". " : "", g_strstrip (part));
      }
  if (line->len == 0)
    return sheet_words (SHEET_WORD_UNNAMED_SOURCE, language, NULL);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Takes note over where it says something new. */
static guint
number_of (SheetDraft *self, SheetNote *note)
{
  char *key = g_strjoin ("\n", note->sentence != NULL ? note->sentence : "", note->source,
                         note->link != NULL ? note->link : "",
                         note->remark != NULL ? note->remark : "", NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number > 0)
    {
      sheet_note_free (note);
      g_free (key);
      return number;
    }
  g_ptr_array_add (self->content->notes, note);
  number = self->content->notes->len;
  g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (number));
  return number;
}

static void
add_span (SheetNote *note, const SheetSpan *span)
{
  for (guint i = 0; i < note->spans->len; i++)
    if (memcmp (&g_array_index (note->spans, SheetSpan, i), span, sizeof *span) == 0)
      return;
  g_array_append_val (note->spans, *span);
}

static void
add_publisher (SheetDraft *self, const char *name)
{
  if (!is_set (name))
    return;
  for (guint i = 0; i < self->publishers->len; i++)
    if (strcmp (self->publishers->pdata[i], name) == 0)
      return;
  g_ptr_array_add (self->publishers, g_strdup (name));
}

guint
sheet_draft_note_record (SheetDraft *self, const ChisoRecord *record)
{
  SheetNote *note = g_new0 (SheetNote, 1);
  SheetSpan span;
  guint number;

  note->sentence = plain (record->sentence, -1);
  note->spans = g_array_new (FALSE, FALSE, sizeof (SheetSpan));
  note->source = source_line (record, self->content->language);
  note->link = is_set (record->url) ? plain (record->url, -1) : NULL;
  note->remark = is_set (record->note) ? plain (record->note, -1) : NULL;
  add_publisher (self, is_set (record->publisher) ? record->publisher : record->source_title);
  number = number_of (self, note);
  if (plain_span (record, &span))
    add_span (self->content->notes->pdata[number - 1], &span);
  return number;
}

guint
sheet_draft_note_text (SheetDraft *self, const char *sentence, const char *source)
{
  SheetNote *note = g_new0 (SheetNote, 1);

  note->sentence = plain (sentence, -1);
  note->spans = g_array_new (FALSE, FALSE, sizeof (SheetSpan));
  note->source = is_set (source)
                     ? plain (source, -1)
                     : sheet_words (SHEET_WORD_UNNAMED_SOURCE, self->content->language, NULL);
  return number_of (self, note);
}
