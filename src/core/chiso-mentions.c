/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over the tokens. Order of trying matters: what masks goes before what it hides. */

#include "chiso-mentions.h"

static void
push_item (ChisoMentions *self, ChisoItemKind kind, guint first, guint last, guint index,
           guint depth, guint mark)
{
  ChisoItem item = { first, last, kind, depth, mark, index };

  g_array_append_val (self->items, item);
}

/* A number or a time can begin here: digits, or a word that the scanners know by name. */
static gboolean
may_be_scanned (const ChisoToken *token)
{
  return token->kind == CHISO_TOKEN_DIGITS
         || (token->kind == CHISO_TOKEN_WORD && token->word != CHISO_W_NONE
             && token->word < CHISO_W_N);
}

static gboolean
is_unit (guint phrase, gconstpointer grammar)
{
  return !chiso_indicator_set_is_empty (
      &chiso_grammar_phrase (grammar, phrase)->lists[CHISO_WORDS_UNITS]);
}

/* The item before is a number, or the brackets behind one: what follows is its unit, and must not
 * be swallowed by a longer phrase ("47 xã | đạt chuẩn"). */
static gboolean
expects_unit (const ChisoMentions *self)
{
  const ChisoItem *last;

  if (self->items->len == 0)
    return FALSE;
  last = chiso_mentions_item (self, self->items->len - 1);
  return last->kind == CHISO_ITEM_NUMBER || (last->kind == CHISO_ITEM_PUNCT && last->mark == ')');
}

/* "của huyện Tam Đường": words that end in a kind of place yield to the name behind them. */
static gboolean
hides_place (const ChisoMentions *self, guint phrase, guint i, guint matched)
{
  const ChisoToken *tokens = (const ChisoToken *) self->tokens->data;
  ChisoPlaceMention place;
  guint n;

  if ((chiso_grammar_phrase (self->grammar, phrase)->classes
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

/* One item from token i on; returns the token behind it. */
static guint
scan_item (ChisoMentions *self, guint i, guint depth)
{
  const ChisoToken *tokens = (const ChisoToken *) self->tokens->data;
  guint n = self->tokens->len, matched = 0, phrase, masked;
  ChisoTimeMention time = { 0 };
  ChisoPlaceMention place;
  ChisoNumber number;

  masked = chiso_mask_scan (self->grammar, tokens, n, i);
  if (masked > 0)
    {
      push_item (self, CHISO_ITEM_MASK, i, i + masked, 0, depth, 0);
      return i + masked;
    }
  if (may_be_scanned (&tokens[i]) && chiso_time_scan (tokens, n, i, self->text, &time))
    {
      g_array_append_val (self->times, time);
      push_item (self, CHISO_ITEM_TIME, i, time.last, self->times->len - 1, depth, 0);
      return MAX (time.last, i + 1);
    }
  phrase = 0;
  if (expects_unit (self))
    phrase = chiso_trie_match_if (self->grammar->words, tokens, n, i, is_unit, self->grammar,
                                  &matched);
  if (phrase == 0)
    phrase = chiso_trie_match (self->grammar->words, tokens, n, i, &matched);
  if (chiso_place_scan (self->grammar, tokens, n, i, &place, &masked)
      && (phrase == 0 || masked >= matched))
    {
      g_array_append_val (self->places, place);
      push_item (self, CHISO_ITEM_PLACE, i, i + masked, self->places->len - 1, depth, 0);
      return i + masked;
    }
  if (phrase != 0 && hides_place (self, phrase, i, matched))
    {
      /* Only its first word, which may be a phrase by itself ("của"). */
      phrase = chiso_trie_match (self->grammar->words, tokens, i + 1, i, &matched);
      if (phrase == 0)
        {
          push_item (self, CHISO_ITEM_WORD, i, i + 1, 0, depth, 0);
          return i + 1;
        }
    }
  if (phrase != 0)
    {
      push_item (self, CHISO_ITEM_PHRASE, i, i + matched, phrase, depth, 0);
      return i + matched;
    }
  if (may_be_scanned (&tokens[i]) && chiso_number_scan (tokens, n, i, self->text, &number))
    {
      g_array_append_val (self->numbers, number);
      push_item (self, CHISO_ITEM_NUMBER, i, number.last, self->numbers->len - 1, depth, 0);
      return MAX (number.last, i + 1);
    }
  push_item (self, tokens[i].kind == CHISO_TOKEN_PUNCT ? CHISO_ITEM_PUNCT : CHISO_ITEM_WORD, i,
             i + 1, 0, depth, tokens[i].mark > G_MAXUINT16 ? 0 : tokens[i].mark);
  return i + 1;
}

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
  g_free (self);
}

void
chiso_mentions_read (ChisoMentions *self, const char *text, gsize length)
{
  guint depth = 0;

  self->text = text;
  self->length = length;
  chiso_lexer_read (self->lexer, text, length, self->tokens);
  g_array_set_size (self->items, 0);
  g_array_set_size (self->numbers, 0);
  g_array_set_size (self->times, 0);
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < self->tokens->len;)
    {
      const ChisoToken *token = chiso_mentions_token (self, i);

      if (token->kind == CHISO_TOKEN_BREAK)
        {
          if (token->mark == 'P')
            depth = 0;
          push_item (self, CHISO_ITEM_BREAK, i, i + 1, 0, depth, token->mark);
          i++;
          continue;
        }
      if (token->kind == CHISO_TOKEN_PUNCT && (token->mark == ')' || token->mark == ']')
          && depth > 0)
        depth--;
      i = scan_item (self, i, depth);
      if (token->kind == CHISO_TOKEN_PUNCT && (token->mark == '(' || token->mark == '[')
          && depth < 8)
        depth++;
    }
}

ChisoSpan
chiso_mentions_span (const ChisoMentions *self, guint first, guint last)
{
  ChisoSpan span = { 0, 0 };

  if (first < last && last <= self->tokens->len)
    {
      span.start = chiso_mentions_token (self, first)->start;
      span.end = chiso_mentions_token (self, last - 1)->end;
    }
  return span;
}
