/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One vocabulary and one array of tokens for each text. */

#include "scan-support.h"

#include <string.h>

Lexed *
lexed_new (const char *text)
{
  Lexed *lexed = g_new0 (Lexed, 1);

  lexed->vocabulary = chiso_vocabulary_new ();
  lexed->text = text;
  lexed->tokens = chiso_lex (lexed->vocabulary, text, strlen (text));
  return lexed;
}

void
lexed_free (Lexed *lexed)
{
  g_array_unref (lexed->tokens);
  chiso_vocabulary_free (lexed->vocabulary);
  g_free (lexed);
}

const ChisoToken *
lexed_tokens (const Lexed *lexed)
{
  return (const ChisoToken *) lexed->tokens->data;
}

char *
lexed_slice (const Lexed *lexed, guint first, guint last)
{
  const ChisoToken *tokens = lexed_tokens (lexed);

  g_assert_cmpuint (first, <, last);
  return g_strdelimit (
      g_strndup (lexed->text + tokens[first].start, tokens[last - 1].end - tokens[first].start),
      "\n", ' ');
}
