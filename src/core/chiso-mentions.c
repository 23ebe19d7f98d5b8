/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over the tokens. Order of trying matters: what masks goes before what it hides. */

#include "chiso-mentions.h"

#include <string.h>

static gboolean
is_unit (guint phrase, gconstpointer grammar)
{
  return (chiso_grammar_classes (grammar, phrase) & CHISO_CLASS_BIT (CHISO_CLASS_UNIT)) != 0;
}

/* Before item stands a number, or the brackets behind one: what follows is its unit, and must not
 * be swallowed by a longer phrase ("47 xã | đạt chuẩn"). */
static gboolean
expects_unit (const ChisoMentions *self, const ChisoItem *item)
{
  const ChisoItem *last = item - 1;

  if (item == (const ChisoItem *) self->items->data)
    return FALSE;
  return last->kind == CHISO_ITEM_NUMBER || (last->kind == CHISO_ITEM_PUNCT && last->mark == ')');
}

/* "của huyện Tam Đường": words that end in a kind of place yield to the name behind them. */
static gboolean
hides_place (const ChisoMentions *self, guint phrase, guint i, guint matched)
{
  const ChisoToken *tokens = (const ChisoToken *) self->tokens->data;
  ChisoPlaceMention place;
  guint n;

  if ((chiso_grammar_classes (self->grammar, phrase)
       & (CHISO_CLASS_BIT (CHISO_CLASS_PROVINCE) | CHISO_CLASS_BIT (CHISO_CLASS_DISTRICT)
          | CHISO_CLASS_BIT (CHISO_CLASS_COMMUNE) | CHISO_CLASS_BIT (CHISO_CLASS_NO_PLACE)))
      == 0)
    return FALSE;
  for (guint k = 1; k < matched; k++)
    if (chiso_place_scan (self->grammar, tokens, self->tokens->len, i + k, &place, &n)
        && k + n > matched)
      return TRUE;
  return FALSE;
}

/* "2 huyện | Ninh Phước và Ninh Hải": the number before item counts the names of a list, of which the first ends before
 * token i; "thôn 5 xã Hòa Sơn" does not. */
static gboolean
counts_names (const ChisoMentions *self, const ChisoItem *item, guint i)
{
  const ChisoToken *behind = chiso_mentions_token (self, i);
  const ChisoNumber *number;

  if (item[-1].kind != CHISO_ITEM_NUMBER || (behind->mark != ',' && behind->word != CHISO_W_VA)
      || !(behind[1].flags & CHISO_TOKEN_CAPITAL))
    return FALSE;
  number = &g_array_index (self->numbers, ChisoNumber, item[-1].index);
  return number->kind == CHISO_NUMBER_PLAIN && number->value >= 2 && number->value < 20;
}

static void
add_to_set (ChisoMentions *self, ChisoItemSet set, const ChisoItem *item)
{
  guint i = item - self->all_items;

  self->sets[set][i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
}

static guint
set_item (ChisoItem *item, ChisoItemKind kind, guint index, guint last)
{
  item->kind = kind;
  item->index = index;
  return last;
}

#define COUNTING_WORDS (CHISO_CLASS_BIT (CHISO_CLASS_WORDING) | CHISO_CLASS_BIT (CHISO_CLASS_BODY))

static guint
set_phrase (ChisoMentions *self, ChisoItem *item, guint phrase, guint last)
{
  item->classes = chiso_grammar_classes (self->grammar, phrase);
  if ((item->classes & CHISO_WHERE_WORDS) != 0)
    add_to_set (self, CHISO_SET_WHERE, item);
  item->signs = ((item->classes & COUNTING_WORDS) != 0 ? CHISO_ITEM_COUNTS : 0)
                | ((item->classes & CHISO_WHERE_WORDS) != 0 ? CHISO_ITEM_PLACES : 0);
  return set_item (item, CHISO_ITEM_PHRASE, phrase, last);
}

static gboolean
is_capital (const ChisoMentions *self, guint i)
{
  const ChisoToken *token = chiso_mentions_token (self, i);

  return i < self->tokens->len && token->kind == CHISO_TOKEN_WORD
         && (token->flags & CHISO_TOKEN_CAPITAL) != 0;
}

/* The token behind the name of place where it stands at token i, or i. */
static guint
match_name (const ChisoMentions *self, const ChisoPlaceMention *place, guint i)
{
  ChisoSpan name = chiso_mentions_span (self, place->name_first, place->name_last);
  guint last = i + place->name_last - place->name_first;
  guint32 start = chiso_mentions_token (self, i)->start;

  return last <= self->tokens->len
                 && chiso_mentions_token (self, last - 1)->end - start == name.end - name.start
                 && memcmp (self->text + start, self->text + name.start, name.end - name.start) == 0
             ? last
             : i;
}

/* Remembers the commune that the last place is, so that "Long Hữu" is found behind "xã Long Hữu". Names of one word
 * are too many other things. */
static void
learn_commune (ChisoMentions *self)
{
  const ChisoPlaceMention *places = (const ChisoPlaceMention *) self->places->data;
  const ChisoPlaceMention *place = &places[self->places->len - 1];

  if (place->level != CHISO_PLACE_COMMUNE || place->name_last < place->name_first + 2
      || self->n_communes == CHISO_N_COMMUNES)
    return;
  for (guint k = 0; k < self->n_communes; k++)
    if (match_name (self, &places[self->communes[k]], place->name_first) == place->name_last)
      return;
  self->communes[self->n_communes++] = self->places->len - 1;
}

static guint
set_place (ChisoMentions *self, ChisoItem *item, const ChisoPlaceMention *place, guint last)
{
  g_array_append_vals (self->places, place, 1);
  if (place->with_kind)
    learn_commune (self);
  item->signs = CHISO_ITEM_PLACES;
  add_to_set (self, CHISO_SET_PLACES, item);
  add_to_set (self, CHISO_SET_WHERE, item);
  return set_item (item, CHISO_ITEM_PLACE, self->places->len - 1, last);
}

/* These return the token behind what they find at token i, or i. */
static guint
scan_time (ChisoMentions *self, guint i, ChisoItem *item)
{
  ChisoTimeMention time;

  if (!chiso_time_scan ((const ChisoToken *) self->tokens->data, self->tokens->len, i, self->text,
                        &time))
    return i;
  g_array_append_val (self->times, time);
  add_to_set (self, CHISO_SET_TIMES, item);
  return set_item (item, CHISO_ITEM_TIME, self->times->len - 1, MAX (time.last, i + 1));
}

static guint
scan_number (ChisoMentions *self, guint i, ChisoItem *item)
{
  ChisoNumber number;

  if (!chiso_number_scan ((const ChisoToken *) self->tokens->data, self->tokens->len, i, self->text,
                          &number))
    return i;
  g_array_append_val (self->numbers, number);
  item->signs = CHISO_ITEM_COUNTS;
  add_to_set (self, CHISO_SET_NUMBERS, item);
  return set_item (item, CHISO_ITEM_NUMBER, self->numbers->len - 1, MAX (number.last, i + 1));
}

static guint
scan_phrase (ChisoMentions *self, guint i, guint edges, ChisoItem *item)
{
  const ChisoToken *tokens = (const ChisoToken *) self->tokens->data;
  guint n = self->tokens->len, matched = 0, phrase = 0, taken;
  ChisoPlaceMention place;

  if (expects_unit (self, item) && (edges & CHISO_BEGINS_PHRASE))
    phrase = chiso_trie_match_if (self->grammar->words, tokens, n, i, is_unit, self->grammar,
                                  &matched);
  if (phrase == 0 && (edges & CHISO_BEGINS_PHRASE))
    phrase = chiso_trie_match (self->grammar->words, tokens, n, i, &matched);
  if ((edges & CHISO_BEGINS_PLACE) && chiso_place_scan (self->grammar, tokens, n, i, &place, &taken)
      && (phrase == 0 || taken >= matched)
      && !(expects_unit (self, item) && is_unit (phrase, self->grammar)
           && counts_names (self, item, i + taken)))
    return set_place (self, item, &place, i + taken);
  if (phrase != 0 && hides_place (self, phrase, i, matched))
    {
      /* Only its first word, which may be a phrase by itself ("của"). */
      phrase = chiso_trie_match (self->grammar->words, tokens, i + 1, i, &matched);
      if (phrase == 0)
        return set_item (item, CHISO_ITEM_WORD, 0, i + 1);
    }
  return phrase != 0 ? set_phrase (self, item, phrase, i + matched) : i;
}

static guint
scan_digits (ChisoMentions *self, guint i, ChisoItem *item)
{
  const ChisoToken *tokens = (const ChisoToken *) self->tokens->data;
  guint masked = chiso_mask_scan (self->grammar, tokens, self->tokens->len, i, self->text), end;

  if (masked > 0)
    return set_item (item, CHISO_ITEM_MASK, 0, i + masked);
  end = scan_time (self, i, item);
  return end > i ? end : scan_number (self, i, item);
}

/* The name of a commune that was told before with its kind; as a part of a longer name it is not it. */
static guint
scan_commune (ChisoMentions *self, guint i, ChisoItem *item)
{
  const ChisoPlaceMention *places = (const ChisoPlaceMention *) self->places->data;

  if (!is_capital (self, i) || (i > 0 && is_capital (self, i - 1)))
    return i;
  for (guint k = 0; k < self->n_communes; k++)
    {
      guint end = match_name (self, &places[self->communes[k]], i);
      ChisoPlaceMention place = {
        .level = CHISO_PLACE_COMMUNE, .district = -1, .name_first = i, .name_last = end
      };

      if (end > i && !is_capital (self, end))
        return set_place (self, item, &place, end);
    }
  return i;
}

static guint
scan_word (ChisoMentions *self, guint i, ChisoItem *item)
{
  guint edges = chiso_grammar_edges (self->grammar, chiso_mentions_token (self, i));
  guint end = scan_commune (self, i, item);

  if (end == i && (edges & CHISO_BEGINS_TIME))
    end = scan_time (self, i, item);
  if (end == i && (edges & (CHISO_BEGINS_PHRASE | CHISO_BEGINS_PLACE)))
    end = scan_phrase (self, i, edges, item);
  if (end == i && (edges & CHISO_BEGINS_NUMBER))
    end = scan_number (self, i, item);
  return end;
}

/* A break, or a mark that is part of nothing longer. */
static guint8
signs_of_mark (const ChisoItem *item)
{
  switch (item->mark)
    {
    case '\n':
    case 'P':
      return CHISO_ITEM_BREAKS;
    case ',':
    case ';':
      return CHISO_ITEM_COUNTS;
    case '.':
    case '?':
    case '!':
    case 0x2026:
      return item->depth == 0 ? CHISO_ITEM_STOPS : 0;
    default:
      return 0;
    }
}

#define MAX_DEPTH 8

/* Finds the item at token i; returns the token behind it. The item before it is looked at. depth: of the
 * parentheses that are open; they are outside of what they hold. */
static guint
scan_item (ChisoMentions *self, guint i, guint *depth, ChisoItem *item)
{
  const ChisoToken *token = chiso_mentions_token (self, i);
  guint end = i;

  *item = (ChisoItem){ .first = i, .depth = *depth };
  switch ((ChisoTokenKind) token->kind)
    {
    case CHISO_TOKEN_WORD:
      end = scan_word (self, i, item);
      break;
    case CHISO_TOKEN_DIGITS:
      end = scan_digits (self, i, item);
      break;
    case CHISO_TOKEN_PUNCT:
      if ((token->mark == ')' || token->mark == ']') && *depth > 0)
        {
          item->depth = --*depth;
          add_to_set (self, CHISO_SET_WHERE, item);
        }
      else if ((token->mark == '(' || token->mark == '[') && *depth < MAX_DEPTH)
        {
          ++*depth;
          add_to_set (self, CHISO_SET_WHERE, item + 1);
        }
      if (chiso_trie_begins_with_mark (self->grammar->words, token->mark))
        end = scan_phrase (self, i, CHISO_BEGINS_PHRASE, item);
      break;
    case CHISO_TOKEN_BREAK:
      if (token->mark == 'P' && *depth > 0)
        {
          item->depth = *depth = 0;
          add_to_set (self, CHISO_SET_WHERE, item);
        }
      break;
    default:
      break;
    }
  if (end == i)
    {
      static const guint8 kinds[] = { [CHISO_TOKEN_WORD] = CHISO_ITEM_WORD,
                                      [CHISO_TOKEN_DIGITS] = CHISO_ITEM_WORD,
                                      [CHISO_TOKEN_PUNCT] = CHISO_ITEM_PUNCT,
                                      [CHISO_TOKEN_BREAK] = CHISO_ITEM_BREAK };

      item->mark = token->mark > G_MAXUINT16 ? 0 : token->mark;
      item->signs = item->mark != 0 ? signs_of_mark (item) : 0;
      end = set_item (item, kinds[token->kind], 0, i + 1);
    }
  item->last = end;
  item->word = token->word * (end == i + 1);
  item->flags = token->flags;
  return end;
}

/* Breaks behind the last item, which is one, too. */
#define N_CLOSING 2

/* Forms of words that a lexer remembers: more than a report has, few enough for a cache. */
#define N_FORMS 16384

ChisoMentions *
chiso_mentions_new (const ChisoGrammar *grammar)
{
  ChisoMentions *self = g_new0 (ChisoMentions, 1);

  self->grammar = grammar;
  self->lexer = chiso_lexer_new (grammar->vocabulary, N_FORMS);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (ChisoToken));
  self->items = g_array_new (FALSE, FALSE, sizeof (ChisoItem));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (ChisoNumber));
  self->times = g_array_new (FALSE, FALSE, sizeof (ChisoTimeMention));
  self->places = g_array_new (FALSE, FALSE, sizeof (ChisoPlaceMention));
  self->named = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
chiso_mentions_free (ChisoMentions *self)
{
  chiso_lexer_free (self->lexer);
  g_array_unref (self->tokens);
  g_array_unref (self->items);
  g_array_unref (self->numbers);
  g_array_unref (self->times);
  g_array_unref (self->places);
  g_array_unref (self->named);
  g_free (self->sets[0]);
  g_free (self);
}

/* Empties the sets, with room for n_items. */
static void
clear_sets (ChisoMentions *self, guint n_items)
{
  guint n_words = n_items / 64 + 1;

  if (n_words > self->n_set_words)
    {
      self->n_set_words = n_words * 2;
      g_free (self->sets[0]);
      self->sets[0] = g_new (guint64, self->n_set_words * CHISO_N_SETS);
      for (guint set = 1; set < CHISO_N_SETS; set++)
        self->sets[set] = self->sets[0] + set * self->n_set_words;
    }
  for (guint set = 0; set < CHISO_N_SETS; set++)
    memset (self->sets[set], 0, n_words * sizeof (guint64));
}

void
chiso_mentions_collect (ChisoMentions *self)
{
  guint depth = 0;

  clear_sets (self, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self, i);

      if (item->kind == CHISO_ITEM_TIME)
        add_to_set (self, CHISO_SET_TIMES, item);
      if (item->kind == CHISO_ITEM_NUMBER)
        add_to_set (self, CHISO_SET_NUMBERS, item);
      if (item->kind == CHISO_ITEM_PLACE)
        add_to_set (self, CHISO_SET_PLACES, item);
      if ((item->signs & CHISO_ITEM_PLACES) != 0 || item->depth != depth)
        add_to_set (self, CHISO_SET_WHERE, item);
      depth = item->depth;
    }
}

void
chiso_mentions_close (ChisoMentions *self, guint n_items)
{
  guint last = self->tokens->len - 1;

  g_array_set_size (self->items, n_items + N_CLOSING);
  self->all_items = (const ChisoItem *) self->items->data;
  for (guint i = n_items; i < n_items + N_CLOSING; i++)
    g_array_index (self->items, ChisoItem, i) = (ChisoItem){
      .first = last, .last = last + 1, .kind = CHISO_ITEM_BREAK, .mark = 'P'
    };
  g_array_set_size (self->items, n_items);
}

void
chiso_mentions_read (ChisoMentions *self, const char *text, gsize length)
{
  guint depth = 0, n_items = 0, n_named = 0;
  guint *named;

  self->text = text;
  self->length = length;
  self->has_cells = chiso_lexer_read (self->lexer, text, length, self->tokens);
  /* There are at most as many items as tokens. */
  g_array_set_size (self->items, self->tokens->len + N_CLOSING);
  g_array_set_size (self->named, self->tokens->len);
  named = (guint *) self->named->data;
  self->all_tokens = (const ChisoToken *) self->tokens->data;
  self->all_items = (const ChisoItem *) self->items->data;
  g_array_set_size (self->numbers, 0);
  g_array_set_size (self->times, 0);
  g_array_set_size (self->places, 0);
  clear_sets (self, self->tokens->len + N_CLOSING);
  self->n_communes = 0;
  for (guint i = 0; i < self->tokens->len; n_items++)
    {
      ChisoItem *item = &g_array_index (self->items, ChisoItem, n_items);

      i = scan_item (self, i, &depth, item);
      named[n_named] = n_items;
      n_named += ((item->flags & CHISO_TOKEN_CAPITAL) != 0) | (item->kind == CHISO_ITEM_PLACE);
    }
  g_array_set_size (self->named, n_named);
  chiso_mentions_close (self, n_items);
}
