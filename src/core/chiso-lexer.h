/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text into tokens. A token is a syllable, a run of digits, a punctuation mark or a line break; it
 * keeps its bytes, so that every later span maps back to the document. Words are compared by their
 * vocabulary number: 0 for a word that no phrase of the project contains. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CHISO_TOKEN_WORD,   /* letters; "A-Z" and digits glued to letters split where the class changes */
  CHISO_TOKEN_DIGITS, /* ASCII digits only; separators are tokens of their own */
  CHISO_TOKEN_PUNCT, /* one character; dashes, quotes and spaces of all kinds evened out in .mark */
  CHISO_TOKEN_BREAK, /* one or more line ends; .mark is '\n', or 'P' for a blank line between */
} ChisoTokenKind;

enum
{
  CHISO_TOKEN_CAPITAL = 1 << 0, /* first letter is upper case */
  CHISO_TOKEN_UPPER = 1 << 1,   /* all letters are, and there are at least two */
  CHISO_TOKEN_GLUED = 1 << 2,   /* no white space between this token and the one before */
  CHISO_TOKEN_TAB = 1 << 3,     /* a tab between them */
  CHISO_TOKEN_GAP = 1 << 4,     /* that, or two spaces */
};

typedef struct
{
  guint32 start; /* bytes [start, end) of the text */
  guint32 end;
  guint16 word; /* vocabulary number; 0 for unknown words and for all other kinds */
  guint8 kind;
  guint8 flags;
  gunichar
      mark; /* PUNCT: the character, '-' for any dash, '"' for any double and '\'' for any single quote; else 0 */
} ChisoToken;

/* Words that code compares with by name. One line a word; the vocabulary numbers these first, so
 * that chiso_w_NAME is a compile-time constant. */
typedef enum
{
  CHISO_W_NONE,
#define W(name, text) CHISO_W_##name,
#include "chiso-words.def"
#undef W
  CHISO_W_N
} ChisoWord;

/* All words that any phrase contains. Built once, then immutable. */
typedef struct _ChisoVocabulary ChisoVocabulary;

ChisoVocabulary *chiso_vocabulary_new (void); /* already holds chiso-words.def */
void chiso_vocabulary_free (ChisoVocabulary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoVocabulary, chiso_vocabulary_free)
/* Number of word, added when new. At most 65,535. */
guint16 chiso_vocabulary_add (ChisoVocabulary *self, const char *word, gsize length);
/* 0 when it is not there. */
guint16 chiso_vocabulary_find (const ChisoVocabulary *self, const char *word, gsize length);

/* Reads texts one after the other and remembers the forms of words that it has folded, in bounded
 * memory. Belongs to one thread at a time. */
typedef struct _ChisoLexer ChisoLexer;

/* n_forms: how many forms to remember, a power of two, at least four. vocabulary is borrowed. */
ChisoLexer *chiso_lexer_new (const ChisoVocabulary *vocabulary, guint n_forms);
void chiso_lexer_free (ChisoLexer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoLexer, chiso_lexer_free)

/* Puts the tokens of text into tokens (of ChisoToken), in place of what is there, closed by one
 * zero-length CHISO_TOKEN_BREAK with mark 'P' so that looking one ahead is always allowed. text must
 * be valid UTF-8. Linear. Returns whether there are gaps, tabs or bars in it, which may part cells. */
gboolean chiso_lexer_read (ChisoLexer *self, const char *text, gsize length, GArray *tokens);

/* The same for one text, with a lexer of its own. */
GArray *chiso_lex (const ChisoVocabulary *vocabulary, const char *text, gsize length);

G_END_DECLS
