/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests of the scanners: a text with its tokens. */

#pragma once

#include "core/chiso-lexer.h"

typedef struct
{
  ChisoVocabulary *vocabulary;
  GArray *tokens;
  const char *text; /* borrowed */
} Lexed;

Lexed *lexed_new (const char *text);
void lexed_free (Lexed *lexed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexed, lexed_free)

const ChisoToken *lexed_tokens (const Lexed *lexed);
/* The text of tokens [first, last), line breaks inside as one space. Free with g_free. */
char *lexed_slice (const Lexed *lexed, guint first, guint last);
