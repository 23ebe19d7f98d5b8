/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trie whose edges are one open-addressing table keyed by (node, symbol). Each node also keeps a small
 * filter of the symbols that go on from it, since nearly every walk ends at its second word; the node of a
 * first word is found by that word's number alone. */

#include "chiso-trie.h"

#include <string.h>

/* A word's number, or a punctuation mark above all of these. */
typedef guint32 Symbol;
#define MARK_SYMBOLS 0x10000u
/* The number of a node: that of the word which alone leads to it, 0 for the root; all others from here on. */
#define DEEPER_NODES 0x10000u

typedef struct
{
  guint64 key;    /* node << 32 | symbol; 0 is empty, since no symbol is 0 */
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
  GArray *roots; /* Node, the root and those of one word */
  GArray *nodes; /* Node, those from DEEPER_NODES on */
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

  self->roots = g_array_new (FALSE, TRUE, sizeof (Node));
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  g_array_set_size (self->roots, 1);
  grow (self);
  return self;
}

void
chiso_trie_free (ChisoTrie *self)
{
  g_free (self->edges);
  g_array_unref (self->roots);
  g_array_unref (self->nodes);
  g_free (self);
}

/* 0 for what is neither. Of the two only one is not 0. */
static inline Symbol
symbol_of (const ChisoToken *token)
{
  return token->word + (token->kind == CHISO_TOKEN_PUNCT) * (MARK_SYMBOLS + token->mark);
}

static inline Node *
node_at (const ChisoTrie *self, guint32 number)
{
  return number < DEEPER_NODES ? &g_array_index (self->roots, Node, number)
                               : &g_array_index (self->nodes, Node, number - DEEPER_NODES);
}

/* The node that symbol leads to from node; made where there is none. */
static guint32
add_edge (ChisoTrie *self, guint32 node, Symbol symbol)
{
  Edge *edge;

  if (node == 0 && symbol < MARK_SYMBOLS)
    {
      if (self->roots->len <= symbol)
        g_array_set_size (self->roots, symbol + 1);
      return symbol;
    }
  if ((self->n_edges + 1) * 2 > self->n_slots)
    grow (self);
  edge = find_edge (self, (guint64) node << 32 | symbol);
  if (edge->key != 0)
    return edge->target;
  edge->key = (guint64) node << 32 | symbol;
  edge->target = DEEPER_NODES + self->nodes->len;
  self->n_edges++;
  node_at (self, node)->next |= G_GUINT64_CONSTANT (1) << symbol % 64;
  g_array_set_size (self->nodes, self->nodes->len + 1);
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
      Symbol symbol;

      if (token->kind == CHISO_TOKEN_WORD && token->word == 0)
        token->word = chiso_vocabulary_add (vocabulary, text + token->start,
                                            token->end - token->start);
      symbol = symbol_of (token);
      if (symbol == 0)
        return 0;
      node = add_edge (self, node, symbol);
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
  const Node *node = word != 0 && word < self->roots->len ? node_at (self, word) : NULL;

  return node != NULL && (node->phrase != 0 || node->next != 0);
}

/* The node that symbol leads to from node number; 0 for none. */
static inline guint32
follow (const ChisoTrie *self, guint32 number, const Node *node, Symbol symbol)
{
  if (((symbol != 0) & (node->next >> symbol % 64)) == 0)
    return 0;
  /* An empty slot leads to 0. */
  return find_edge (self, (guint64) number << 32 | symbol)->target;
}

gboolean
chiso_trie_begins_with_mark (const ChisoTrie *self, gunichar mark)
{
  return follow (self, 0, node_at (self, 0), MARK_SYMBOLS + mark) != 0;
}

/* The node behind token at the root; 0 for none. */
static inline guint32
first_node (const ChisoTrie *self, const ChisoToken *token)
{
  if (token->kind == CHISO_TOKEN_WORD)
    return token->word < self->roots->len ? token->word : 0;
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
      while (i < n_tokens && tokens[i].kind == CHISO_TOKEN_BREAK && tokens[i].mark == '\n')
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
