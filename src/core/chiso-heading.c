/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a report: how deep a heading stands by its numbering, and under which one it stands. */

#include "chiso-reading.h"

#include <string.h>

enum
{
  RANK_PART,    /* "Phần thứ nhất" */
  RANK_SECTION, /* "II.", "B." */
  RANK_POINT,   /* "3." */
  RANK_ITEM,    /* "3.1", "a)" */
  RANK_PLAIN,   /* without a number */
  RANK_OPENING, /* "… các kết quả sau:" above a list */
};

static const ChisoToken *
token_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, i);
}

/* "I", "IV", "XII"; a single letter but I, V, X is no Roman numeral. */
static gboolean
is_roman (const ChisoReading *self, const ChisoToken *token)
{
  gsize length = token->end - token->start;

  return length <= 5 && strspn (self->mentions->text + token->start, "IVX") >= length;
}

static gboolean
is_mark (const ChisoToken *token, const char *marks)
{
  return token->kind == CHISO_TOKEN_PUNCT && token->mark < 0x80
         && strchr (marks, (int) token->mark) != NULL && token->mark != 0;
}

static gboolean
is_part_word (const ChisoReading *self, const ChisoToken *token)
{
  static const char *const words[] = { "phần", "PHẦN", "Phần", "chương", "CHƯƠNG", "Chương" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (token->end - token->start == strlen (words[i])
        && strncmp (self->mentions->text + token->start, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

static int
rank_of (const ChisoReading *self, const ChisoSentence *heading)
{
  guint first = chiso_mentions_item (self->mentions, heading->first)->first;
  guint last = chiso_mentions_item (self->mentions, heading->last - 1)->last;
  const ChisoToken *token = token_at (self, first);

  if (last - first < 3)
    return RANK_PLAIN;
  if (token->kind == CHISO_TOKEN_WORD && is_part_word (self, token))
    return RANK_PART;
  if (token->kind == CHISO_TOKEN_WORD && is_mark (token_at (self, first + 1), ".)/-"))
    {
      if (is_roman (self, token))
        return RANK_SECTION;
      if (token->end - token->start <= 2)
        return (token->flags & CHISO_TOKEN_CAPITAL) != 0 ? RANK_SECTION : RANK_ITEM;
    }
  if (token->kind == CHISO_TOKEN_DIGITS && is_mark (token_at (self, first + 1), ".)/-"))
    return token_at (self, first + 2)->kind == CHISO_TOKEN_DIGITS ? RANK_ITEM : RANK_POINT;
  return is_mark (token_at (self, last - 1), ":") ? RANK_OPENING : RANK_PLAIN;
}

void
chiso_heading_enter (const ChisoReading *self, ChisoSentence *heading)
{
  heading->rank = (guint8) rank_of (self, heading);
  while (heading->heading >= 0
         && chiso_reading_sentence (self, heading->heading)->rank >= heading->rank)
    heading->heading = chiso_reading_sentence (self, heading->heading)->heading;
}
