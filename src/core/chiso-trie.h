/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases over word numbers: one walk finds the longest phrase that begins at a token. Built once, sealed,
 * then immutable. */

#pragma once

#include "chiso-lexer.h"

G_BEGIN_DECLS

typedef struct _ChisoTrie ChisoTrie;

ChisoTrie *chiso_trie_new (void);
void chiso_trie_free (ChisoTrie *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoTrie, chiso_trie_free)

/* Number of the phrase, from 1, added when it is new; its words enter the vocabulary. Punctuation inside
 * counts ("tiếp xúc, đối thoại"). 0 for a text without tokens, or with digits. */
guint chiso_trie_add (ChisoTrie *self, ChisoVocabulary *vocabulary, const char *text);
guint chiso_trie_n_phrases (const ChisoTrie *self);
/* Makes it ready for all that is below; nothing can be added after that. */
void chiso_trie_seal (ChisoTrie *self);
/* Number of the phrase that text is, 0 for none. */
guint chiso_trie_find (const ChisoTrie *self, const ChisoVocabulary *vocabulary, const char *text);
/* Whether any phrase begins with word. */
gboolean chiso_trie_begins (const ChisoTrie *self, guint16 word);
gboolean chiso_trie_begins_with_mark (const ChisoTrie *self, gunichar mark);

/* Longest phrase that begins at tokens[at]; 0 for none, else its number, and *n_matched tokens. Does not
 * run over breaks that part paragraphs; a single line end inside is passed over. */
guint chiso_trie_match (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens, guint at,
                        guint *n_matched);

/* The same, of phrases that accept() takes. */
guint chiso_trie_match_if (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens,
                           guint at, gboolean (*accept) (guint phrase, gconstpointer data),
                           gconstpointer data, guint *n_matched);

G_END_DECLS
