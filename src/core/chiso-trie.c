/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trie whose edges are one open-addressing table keyed by (node, symbol). Each node also keeps a small
 * filter of the symbols that go on from it, since nearly every walk ends at its second word; the node of a
 * first word is found by that word's number alone. */

#include "chiso-trie.h"

#include <string.h>

/* A word's number; of a mark a number above all of these. */
typedef guint64 Symbol;
#define SYMBOL_BITS 38

typedef struct
{
  guint64 key;    /* node and symbol; 0 is empty, since no symbol is 0 */
  guint32 target; /* a node */
} Edge;

typedef struct
{
  guint64
      next; /* bit symbol % 64 of every symbol that goes on from here; of the root, every mark */
  guint32 phrase; /* that ends here, or 0 */
} Node;

struct _ChisoTrie
{
  Edge *edges;
  guint32 n_slots; /* a power of two */
  guint32 n_edges;
  GArray *firsts; /* guint32 by word: the node that it leads to from the root, or 0 */
  GArray *nodes;  /* Node; 0 is the root */
  guint n_phrases;
};

static guint64
key_of (guint32 node, Symbol symbol)
{
  return (guint64) node << SYMBOL_BITS | symbol;
}

static guint32
slot_of (guint64 key, guint32 n_slots)
{
  return (guint32) ((key * 0x9E3779B97F4A7C15u) >> 32) & (n_slots - 1);
}

static Edge *
find_edge (const ChisoTrie *self, guint64 key)
{
  guint32 slot = slot_of (key, self->n_slots);

  while ((self->edges[slot].key != key) & (self->edges[slot].key != 0))
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

  self->firsts = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  g_array_set_size (self->nodes, 1);
  grow (self);
  return self;
}

void
chiso_trie_free (ChisoTrie *self)
{
  g_free (self->edges);
  g_array_unref (self->firsts);
  g_array_unref (self->nodes);
  g_free (self);
}

/* 0 for digits and unknown words. A break has one too, of which no phrase has an edge. */
static inline Symbol
symbol_of (const ChisoToken *token)
{
  return token->word + token->mark * G_GUINT64_CONSTANT (0x10001);
}

static inline Node *
node_at (const ChisoTrie *self, guint32 number)
{
  return &g_array_index (self->nodes, Node, number);
}

static guint32
add_node (ChisoTrie *self)
{
  g_array_set_size (self->nodes, self->nodes->len + 1);
  return self->nodes->len - 1;
}

static guint32
add_first (ChisoTrie *self, guint16 word)
{
  guint32 *first;

  if (self->firsts->len <= word)
    g_array_set_size (self->firsts, word + 1);
  first = &g_array_index (self->firsts, guint32, word);
  if (*first == 0)
    *first = add_node (self);
  return *first;
}

/* The node that token leads to from node; made where there is none. */
static guint32
add_edge (ChisoTrie *self, guint32 node, const ChisoToken *token)
{
  Symbol symbol = symbol_of (token);
  guint64 key = key_of (node, symbol);
  Edge *edge;

  if (node == 0 && token->word != 0)
    return add_first (self, token->word);
  if ((self->n_edges + 1) * 2 > self->n_slots)
    grow (self);
  edge = find_edge (self, key);
  if (edge->key != 0)
    return edge->target;
  edge->key = key;
  edge->target = add_node (self);
  self->n_edges++;
  node_at (self, node)->next |= G_GUINT64_CONSTANT (1) << symbol % 64;
  return edge->target;
}

guint
chiso_trie_add (ChisoTrie *self, ChisoVocabulary *vocabulary, const char *text)
{
  g_autoptr (GArray) tokens = chiso_lex (vocabulary, text, strlen (text));
  guint32 node = 0;
  Node *last;

  for (guint i = 0; i + 1 < tokens->len; i++)
    {
      ChisoToken *token = &g_array_index (tokens, ChisoToken, i);

      if (token->kind == CHISO_TOKEN_WORD && token->word == 0)
        token->word = chiso_vocabulary_add (vocabulary, text + token->start,
                                            token->end - token->start);
      if (symbol_of (token) == 0 || token->kind == CHISO_TOKEN_BREAK)
        return 0;
      node = add_edge (self, node, token);
    }
  if (node == 0)
    return 0;
  last = node_at (self, node);
  if (last->phrase == 0)
    last->phrase = ++self->n_phrases;
  return last->phrase;
}

guint
chiso_trie_n_phrases (const ChisoTrie *self)
{
  return self->n_phrases;
}

gboolean
chiso_trie_begins (const ChisoTrie *self, guint16 word)
{
  return word < self->firsts->len && g_array_index (self->firsts, guint32, word) != 0;
}

/* The node that symbol leads to from node number; 0 for none. */
static inline guint32
follow (const ChisoTrie *self, guint32 number, const Node *node, Symbol symbol)
{
  if (((symbol != 0) & (node->next >> symbol % 64)) == 0)
    return 0;
  /* An empty slot leads to 0. */
  return find_edge (self, key_of (number, symbol))->target;
}

gboolean
chiso_trie_begins_with_mark (const ChisoTrie *self, gunichar mark)
{
  const ChisoToken token = { .mark = mark };

  return follow (self, 0, node_at (self, 0), symbol_of (&token)) != 0;
}

/* The node behind token at the root; 0 for none. */
static inline guint32
first_node (const ChisoTrie *self, const ChisoToken *token)
{
  if (token->kind == CHISO_TOKEN_WORD)
    return token->word < self->firsts->len ? g_array_index (self->firsts, guint32, token->word) : 0;
  return follow (self, 0, node_at (self, 0), symbol_of (token));
}

G_ALWAYS_INLINE static inline guint
match (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens, guint at,
       gboolean (*accept) (guint phrase, gconstpointer data), gconstpointer data, guint *n_matched)
{
  guint32 number = first_node (self, &tokens[at]);
  guint found = 0, length = 0;

  for (guint i = at + 1; number != 0; i++)
    {
      const Node *node = node_at (self, number);
      guint phrase = node->phrase;

      if (accept != NULL && phrase != 0 && !accept (phrase, data))
        phrase = 0;
      found = phrase != 0 ? phrase : found;
      length = phrase != 0 ? i - at : length;
      /* No other mark is a line end. */
      while (i < n_tokens && tokens[i].mark == '\n')
        i++;
      number = i < n_tokens ? follow (self, number, node, symbol_of (&tokens[i])) : 0;
    }
  if (found != 0)
    *n_matched = length;
  return found;
}

guint
chiso_trie_match_if (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens, guint at,
                     gboolean (*accept) (guint phrase, gconstpointer data), gconstpointer data,
                     guint *n_matched)
{
  return match (self, tokens, n_tokens, at, accept, data, n_matched);
}

guint
chiso_trie_match (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens, guint at,
                  guint *n_matched)
{
  return match (self, tokens, n_tokens, at, NULL, NULL, n_matched);
}
