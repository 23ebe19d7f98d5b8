/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trie for walks that nearly always end at their second word. While it is built its edges are one
 * open-addressing table keyed by (node, symbol). Then it is laid out: the places that go on from one place lie
 * side by side, each with a small filter of the symbols that go on from it, so that a step looks at one
 * place, four of which fill a line of the cache. The place of a first word has that word's number. */

#include "chiso-trie.h"

#include <string.h>

/* A word's number; of a mark a number above all of these. */
typedef guint32 Symbol;
#define MARK_SYMBOLS 0x10000u

typedef struct
{
  guint64 key;    /* node << 32 | symbol; 0 is empty, since no symbol is 0 */
  guint32 target; /* a node */
} Edge;

/* A node as walks see it. */
typedef struct
{
  Symbol symbol;      /* that leads here; 0 is empty */
  guint32 next;       /* bit symbol % 32 of every symbol that goes on from here */
  guint32 n_bits : 5; /* of a symbol, its last, that tell where it leads among these */
  guint32 first : 27; /* where these lie; what has the same bits stands behind, round about */
  guint32 phrase;     /* that ends here, or 0 */
} Place;

struct _ChisoTrie
{
  Edge *edges;
  guint32 n_slots; /* a power of two */
  guint32 n_edges;
  GArray *phrases; /* guint32 by node, that ends there, or 0; 0 is the root */
  GArray *places;  /* Place; 0 is the root's, the next are those of single words by their numbers */
  guint32 n_firsts; /* how many these are, with the root's */
  guint n_phrases;
};

static guint64
key_of (guint32 node, Symbol symbol)
{
  return (guint64) node << 32 | symbol;
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

  while (self->edges[slot].key != key && self->edges[slot].key != 0)
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

  self->phrases = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->phrases, 1);
  grow (self);
  return self;
}

void
chiso_trie_free (ChisoTrie *self)
{
  g_free (self->edges);
  g_array_unref (self->phrases);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

/* 0 for digits and unknown words. A break has one too, of which no phrase has an edge. */
static inline Symbol
symbol_of (const ChisoToken *token)
{
  return token->word + token->mark + (token->mark != 0) * MARK_SYMBOLS;
}

static guint32
add_node (ChisoTrie *self)
{
  g_array_set_size (self->phrases, self->phrases->len + 1);
  return self->phrases->len - 1;
}

/* The node that token leads to from node; made where there is none. */
static guint32
add_edge (ChisoTrie *self, guint32 node, const ChisoToken *token)
{
  guint64 key = key_of (node, symbol_of (token));
  Edge *edge;

  if ((self->n_edges + 1) * 2 > self->n_slots)
    grow (self);
  edge = find_edge (self, key);
  if (edge->key != 0)
    return edge->target;
  *edge = (Edge){ key, add_node (self) };
  self->n_edges++;
  return edge->target;
}

guint
chiso_trie_add (ChisoTrie *self, ChisoVocabulary *vocabulary, const char *text)
{
  g_autoptr (GArray) tokens = chiso_lex (vocabulary, text, strlen (text));
  guint32 node = 0, *phrase;

  g_return_val_if_fail (self->places == NULL, 0);

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

static inline Place *
place_at (const ChisoTrie *self, guint32 i)
{
  return &g_array_index (self->places, Place, i);
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  guint64 first = ((const Edge *) a)->key, second = ((const Edge *) b)->key;

  return first < second ? -1 : first > second;
}

/* The first of edges, in the order of their keys, that has key or one behind it. */
static guint32
edges_from (const ChisoTrie *self, guint64 key)
{
  guint32 low = 0, high = self->n_edges;

  while (low < high)
    {
      guint32 middle = (low + high) / 2;

      if (self->edges[middle].key < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Lays out what goes on with edges [from, to) from node, which has place number, and, right behind, from each of
 * that. */
static void
lay_out (ChisoTrie *self, guint32 node, guint32 number, guint32 from, guint32 to)
{
  guint32 first = self->places->len, n_bits = 0;

  place_at (self, number)->phrase = g_array_index (self->phrases, guint32, node);
  if (from == to)
    return;
  while (1u << n_bits < to - from)
    n_bits++;
  g_array_set_size (self->places, first + (1u << n_bits));
  place_at (self, number)->first = first;
  place_at (self, number)->n_bits = n_bits;
  for (guint32 i = from; i < to; i++)
    {
      Symbol symbol = (Symbol) self->edges[i].key;
      guint32 mask = (1u << n_bits) - 1, slot = symbol & mask, target = self->edges[i].target;

      while (place_at (self, first + slot)->symbol != 0)
        slot = (slot + 1) & mask;
      place_at (self, first + slot)->symbol = symbol;
      place_at (self, number)->next |= 1u << symbol % 32;
      lay_out (self, target, first + slot, edges_from (self, key_of (target, 0)),
               edges_from (self, key_of (target + 1, 0)));
    }
}

void
chiso_trie_seal (ChisoTrie *self)
{
  guint32 n = 0, marks;

  g_return_if_fail (self->places == NULL);

  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->edges[i].key != 0)
      self->edges[n++] = self->edges[i];
  qsort (self->edges, n, sizeof *self->edges, compare_edges);
  /* The root's come first, those of words before those of marks. */
  marks = edges_from (self, key_of (0, MARK_SYMBOLS));
  self->n_firsts = marks > 0 ? (Symbol) self->edges[marks - 1].key + 1 : 1;
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_size (self->places, self->n_firsts);
  lay_out (self, 0, 0, marks, edges_from (self, key_of (1, 0)));
  for (guint32 i = 0; i < marks; i++)
    {
      guint32 target = self->edges[i].target;

      lay_out (self, target, (Symbol) self->edges[i].key, edges_from (self, key_of (target, 0)),
               edges_from (self, key_of (target + 1, 0)));
    }
  g_clear_pointer (&self->edges, g_free);
}

gboolean
chiso_trie_begins (const ChisoTrie *self, guint16 word)
{
  const Place *place = word < self->n_firsts && word > 0 ? place_at (self, word) : NULL;

  return place != NULL && (place->phrase != 0 || place->next != 0);
}

/* The place that symbol leads to from place; NULL for none. */
static inline const Place *
follow (const ChisoTrie *self, const Place *place, Symbol symbol)
{
  const Place *all = place_at (self, place->first);
  guint32 last = (1u << place->n_bits) - 1, at = symbol & last;

  if (((symbol != 0) & (place->next >> symbol % 32)) == 0)
    return NULL;
  for (guint32 tried = 0; all[at].symbol != symbol; tried++, at = (at + 1) & last)
    if (all[at].symbol == 0 || tried == last)
      return NULL;
  return &all[at];
}

/* The place behind token at the root; NULL for none. */
static inline const Place *
first_place (const ChisoTrie *self, const ChisoToken *token)
{
  if (token->kind != CHISO_TOKEN_WORD)
    return follow (self, place_at (self, 0), symbol_of (token));
  /* That of no word at all is empty, too. */
  return token->word > 0 && token->word < self->n_firsts ? place_at (self, token->word) : NULL;
}

gboolean
chiso_trie_begins_with_mark (const ChisoTrie *self, gunichar mark)
{
  return first_place (self, &(ChisoToken){ .kind = CHISO_TOKEN_PUNCT, .mark = mark }) != NULL;
}

G_ALWAYS_INLINE static inline guint
match (const ChisoTrie *self, const ChisoToken *tokens, guint n_tokens, guint at,
       gboolean (*accept) (guint phrase, gconstpointer data), gconstpointer data, guint *n_matched)
{
  const Place *place = first_place (self, &tokens[at]);
  guint found = 0, length = 0;

  for (guint i = at + 1; place != NULL; i++)
    {
      guint phrase = place->phrase;

      if (accept != NULL && phrase != 0 && !accept (phrase, data))
        phrase = 0;
      found = phrase != 0 ? phrase : found;
      length = phrase != 0 ? i - at : length;
      /* No other mark is a line end. */
      while (i < n_tokens && tokens[i].mark == '\n')
        i++;
      place = i < n_tokens ? follow (self, place, symbol_of (&tokens[i])) : NULL;
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

guint
chiso_trie_find (const ChisoTrie *self, const ChisoVocabulary *vocabulary, const char *text)
{
  g_autoptr (GArray) tokens = chiso_lex (vocabulary, text, strlen (text));
  guint n = 0,
        phrase = chiso_trie_match (self, (const ChisoToken *) tokens->data, tokens->len, 0, &n);

  /* The last token is the text's end. */
  return n + 1 == tokens->len ? phrase : 0;
}
