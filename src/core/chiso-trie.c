/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trie whose edges are one open-addressing table keyed by (node, symbol). */

#include "chiso-trie.h"

#include <string.h>

/* A word's number, or a punctuation mark above all of these. */
typedef guint32 Symbol;
#define MARK_SYMBOLS 0x10000u

typedef struct
{
  guint64 key; /* node << 32 | symbol; 0 is empty, since no symbol is 0 */
  guint32 target;
} Edge;

struct _ChisoTrie
{
  Edge *edges;
  guint32 n_slots; /* a power of two */
  guint32 n_edges;
  GArray *roots;   /* guint32 by word: the node behind it at the root, or 0 */
  GArray *phrases; /* guint32 by node: the phrase that ends there, or 0 */
  guint n_phrases;
};

static guint32
slot_of (guint64 key, guint32 n_slots)
{
  return (guint32) ((key * 0x9E3779B97F4A7C15u) >> 32) & (n_slots - 1);
}

static Edge *
find_edge (const ChisoTrie *self, guint64 key)
{
  guint32 slot = slot_of (key, self->n_slots);

  while (self->edges[slot].key != 0 && self->edges[slot].key != key)
    slot = (slot + 1) & (self->n_slots - 1);
  return &self->edges[slot];
}

static void
grow (ChisoTrie *self)
{
  Edge *old = self->edges;
  guint32 n_old = self->n_slots;

  self->n_slots = n_old == 0 ? 1024 : n_old * 2;
  self->edges = g_new0 (Edge, self->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].key != 0)
      *find_edge (self, old[i].key) = old[i];
  g_free (old);
}

ChisoTrie *
chiso_trie_new (void)
{
  ChisoTrie *self = g_new0 (ChisoTrie, 1);

  self->roots = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->phrases = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->phrases, 1);
  grow (self);
  return self;
}

void
chiso_trie_free (ChisoTrie *self)
{
  g_free (self->edges);
  g_array_unref (self->roots);
  g_array_unref (self->phrases);
  g_free (self);
}

static Symbol
symbol_of (const ChisoToken *token)
{
  if (token->kind == CHISO_TOKEN_WORD)
    return token->word;
  return token->kind == CHISO_TOKEN_PUNCT ? MARK_SYMBOLS + token->mark : 0;
}

guint
chiso_trie_add (ChisoTrie *self, ChisoVocabulary *vocabulary, const char *text)
{
  g_autoptr (GArray) tokens = chiso_lex (vocabulary, text, strlen (text));
  guint32 node = 0;
  guint32 *phrase;

  for (guint i = 0; i + 1 < tokens->len; i++)
    {
      ChisoToken *token = &g_array_index (tokens, ChisoToken, i);
      Symbol symbol;
      Edge *edge;

      if (token->kind == CHISO_TOKEN_WORD)
        token->word = chiso_vocabulary_add (vocabulary, text + token->start,
                                            token->end - token->start);
      symbol = symbol_of (token);
      if (symbol == 0)
        return 0;
      if ((self->n_edges + 1) * 2 > self->n_slots)
        grow (self);
      edge = find_edge (self, (guint64) node << 32 | symbol);
      if (edge->key == 0)
        {
          edge->key = (guint64) node << 32 | symbol;
          edge->target = self->phrases->len;
          self->n_edges++;
          if (node == 0 && symbol < MARK_SYMBOLS)
            {
              if (self->roots->len <= symbol)
                g_array_set_size (self->roots, symbol + 1);
              g_array_index (self->roots, guint32, symbol) = edge->target;
            }
          g_array_set_size (self->phrases, self->phrases->len + 1);
        }
      node = edge->target;
    }
  if (node == 0)
    return 0;
  phrase = &g_array_index (self->phrases, guint32, node);
  if (*phrase == 0)
    *phrase = ++self->n_phrases;
  return *phrase;
}

guint
chiso_trie_n_phrases (const ChisoTrie *self)
{
  return self->n_phrases;
}

guint
chiso_trie_match_if (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens, guint at,
                     gboolean (*accept) (guint phrase, gconstpointer data), gconstpointer data,
                     guint *n_matched)
{
  guint32 node = 0;
  guint found = 0;

  /* Most words begin no phrase. */
  if (tokens[at].kind == CHISO_TOKEN_WORD
      && (tokens[at].word >= self->roots->len
          || g_array_index (self->roots, guint32, tokens[at].word) == 0))
    return 0;
  for (guint i = at; i < n_tokens; i++)
    {
      Symbol symbol;
      const Edge *edge;
      guint32 phrase;

      if (tokens[i].kind == CHISO_TOKEN_BREAK && tokens[i].mark == '\n' && i > at)
        continue;
      symbol = symbol_of (&tokens[i]);
      if (symbol == 0)
        break;
      edge = find_edge (self, (guint64) node << 32 | symbol);
      if (edge->key == 0)
        break;
      node = edge->target;
      phrase = g_array_index (self->phrases, guint32, node);
      if (phrase != 0 && (accept == NULL || accept (phrase, data)))
        {
          found = phrase;
          *n_matched = i + 1 - at;
        }
    }
  return found;
}

guint
chiso_trie_match (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens, guint at,
                  guint *n_matched)
{
  return chiso_trie_match_if (self, tokens, n_tokens, at, NULL, NULL, n_matched);
}
