/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that the text itself explains: whoever has read "xã Phúc Trìu", or "Chiềng Ban, xã cửa ngõ của
 * Mai Sơn", knows the bare name elsewhere in it. Runs of words that spell such a name become places. */

#include "chiso-reading.h"

#include <string.h>

/* Words, and bytes, of a name; shorter ones than two words are words of the language too. */
#define MIN_NAME_WORDS 2
#define MAX_NAME_WORDS 4
#define MAX_NAME_BYTES 64

static const ChisoToken *
token_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, i);
}

static gboolean
is_capital (const ChisoReading *self, guint i)
{
  return i < self->mentions->tokens->len && token_at (self, i)->kind == CHISO_TOKEN_WORD
         && (token_at (self, i)->flags & CHISO_TOKEN_CAPITAL);
}

/* Capitalised words from token i on. */
static guint
count_capitals (const ChisoReading *self, guint i)
{
  guint n = 0;

  while (n <= MAX_NAME_WORDS && is_capital (self, i + n))
    n++;
  return n;
}

/* Tokens [first, last) as they are written; FALSE where that is too long for a name. */
static gboolean
copy_name (const ChisoReading *self, guint first, guint last, char *name)
{
  ChisoSpan span = chiso_mentions_span (self->mentions, first, last);

  if (span.end - span.start >= MAX_NAME_BYTES)
    return FALSE;
  memcpy (name, self->mentions->text + span.start, span.end - span.start);
  name[span.end - span.start] = '\0';
  return TRUE;
}

static void
learn (GHashTable *names, const ChisoReading *self, const ChisoPlaceMention *place)
{
  char name[MAX_NAME_BYTES];
  guint n = place->name_last - place->name_first;

  if (n < MIN_NAME_WORDS || n > MAX_NAME_WORDS
      || (token_at (self, place->name_first)->flags & CHISO_TOKEN_UPPER)
      || !copy_name (self, place->name_first, place->name_last, name))
    return;
  if (!g_hash_table_contains (names, name))
    g_hash_table_insert (names, g_strdup (name), g_memdup2 (place, sizeof *place));
}

/* The level of "xã", "phường", "huyện" … as a word of its own at item i, behind which no name follows. */
static gboolean
is_kind_alone (const ChisoReading *self, guint i, ChisoPlaceLevel *level)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);

  if (item->kind != CHISO_ITEM_PHRASE && item->kind != CHISO_ITEM_WORD)
    return FALSE;
  if (is_capital (self, item->first) || is_capital (self, item->first + 1))
    return FALSE;
  switch (token_at (self, item->first)->word)
    {
    case CHISO_W_XA:
    case CHISO_W_PHUONG:
      *level = CHISO_PLACE_COMMUNE;
      return item->last - item->first == 1;
    case CHISO_W_HUYEN:
      *level = CHISO_PLACE_DISTRICT;
      return item->last - item->first == 1;
    default:
      return FALSE;
    }
}

/* "Chiềng Ban, xã cửa ngõ của Mai Sơn", "Vân Nham là xã …" at the head of a clause: items [i, …). */
static void
learn_apposition (GHashTable *names, const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  guint n, behind = i;
  ChisoPlaceMention place = { .district = -1 };

  n = count_capitals (self, item->first);
  if (n < MIN_NAME_WORDS || n > 3)
    return;
  while (behind < self->mentions->items->len
         && chiso_mentions_item (self->mentions, behind)->first < item->first + n)
    behind++;
  if (behind + 1 >= self->mentions->items->len
      || chiso_mentions_item (self->mentions, behind)->first != item->first + n
      || !(chiso_mentions_is_mark (self->mentions, behind, ',')
           || token_at (self, item->first + n)->word == CHISO_W_LA)
      || !is_kind_alone (self, behind + 1, &place.level))
    return;
  place.name_first = item->first;
  place.name_last = item->first + n;
  learn (names, self, &place);
}

/* Tokens that a visit and what is told of the commune may lie apart. */
#define MAX_VISIT 60

/* "Về Phú Nghĩa hôm nay, … Xã đã đạt 19/19 tiêu chí": where one went is the commune that a sentence then calls "xã". */
static void
learn_visit (GHashTable *names, const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  guint n = count_capitals (self, item->first);
  ChisoPlaceMention place = { .district = -1, .level = CHISO_PLACE_COMMUNE };

  if (item->first == 0 || n < MIN_NAME_WORDS || n > 3)
    return;
  switch (token_at (self, item->first - 1)->word)
    {
    case CHISO_W_VE:
    case CHISO_W_O:
    case CHISO_W_TAI:
    case CHISO_W_DEN:
    case CHISO_W_LEN:
      break;
    default:
      return;
    }
  for (guint t = item->first + n;
       t < item->first + MAX_VISIT && t + 1 < self->mentions->tokens->len; t++)
    {
      const ChisoToken *token = token_at (self, t);

      if (token->word != CHISO_W_XA || !(token->flags & CHISO_TOKEN_CAPITAL)
          || (token->flags & CHISO_TOKEN_UPPER) || is_capital (self, t + 1)
          || token[1].word == CHISO_W_HOI)
        continue;
      place.name_first = item->first;
      place.name_last = item->first + n;
      learn (names, self, &place);
      return;
    }
}

/* What kind of item stands before item i. */
static guint
kind_before (const ChisoReading *self, guint i)
{
  return i > 0 ? chiso_mentions_item (self->mentions, i - 1)->kind : CHISO_ITEM_BREAK;
}

static GHashTable *
learn_names (const ChisoReading *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint n = 0; n < self->mentions->named->len; n++)
    {
      guint i = g_array_index (self->mentions->named, guint, n), before = kind_before (self, i);
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);

      if (item->kind == CHISO_ITEM_PLACE)
        {
          const ChisoPlaceMention *place = &g_array_index (self->mentions->places,
                                                           ChisoPlaceMention, item->index);

          if (place->with_kind && place->level > CHISO_PLACE_PROVINCE)
            learn (names, self, place);
        }
      else if (before == CHISO_ITEM_PUNCT || before == CHISO_ITEM_BREAK)
        learn_apposition (names, self, i);
      else if (item->kind == CHISO_ITEM_WORD || item->kind == CHISO_ITEM_PHRASE)
        learn_visit (names, self, i);
    }
  return names;
}

/* The name that begins with item i, and the item behind it. */
static const ChisoPlaceMention *
find_name (GHashTable *names, const ChisoReading *self, guint i, guint *behind)
{
  guint first = chiso_mentions_item (self->mentions, i)->first, end = i;
  guint run = count_capitals (self, first);
  char name[MAX_NAME_BYTES];

  /* Part of a longer name, a person's as a rule. */
  if (run < MIN_NAME_WORDS || run > MAX_NAME_WORDS
      || (first > 0
          && is_capital (self, first - 1)
          /* "Về Phú Nghĩa hôm nay" */
          && token_at (self, first - 1)->word != CHISO_W_VE
          && token_at (self, first - 1)->word != CHISO_W_TAI))
    return NULL;
  while (end < self->mentions->items->len
         && chiso_mentions_item (self->mentions, end)->first < first + run)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, end);

      if (item->kind != CHISO_ITEM_WORD && item->kind != CHISO_ITEM_PHRASE)
        return NULL;
      end++;
    }
  *behind = end;
  return end > i && chiso_mentions_item (self->mentions, end - 1)->last == first + run
                 && copy_name (self, first, first + run, name)
             ? g_hash_table_lookup (names, name)
             : NULL;
}

static void
merge (ChisoReading *self, const ChisoPlaceMention *place, guint first, guint last, ChisoItem *item)
{
  ChisoPlaceMention mention = *place;

  mention.with_kind = FALSE;
  mention.name_first = chiso_mentions_item (self->mentions, first)->first;
  mention.name_last = chiso_mentions_item (self->mentions, last - 1)->last;
  *item = *chiso_mentions_item (self->mentions, first);
  item->kind = CHISO_ITEM_PLACE;
  item->last = mention.name_last;
  item->index = self->mentions->places->len;
  item->word = item->last == item->first + 1 ? item->word : 0;
  item->classes = 0;
  item->signs = CHISO_ITEM_PLACES;
  g_array_append_val (self->mentions->places, mention);
}

/* "XÃ TAM NÔNG SAU SÁU THÁNG": where in capitals a name ends only the text can tell; as a rule it has two
 * words. */
static void
shorten_capitals (GHashTable *names, ChisoReading *self)
{
  for (guint i = 0; i < self->mentions->places->len; i++)
    {
      ChisoPlaceMention *place = &g_array_index (self->mentions->places, ChisoPlaceMention, i);
      guint n = place->name_last - place->name_first;

      if (place->level <= CHISO_PLACE_PROVINCE || place->district >= 0 || n <= MIN_NAME_WORDS
          || !(token_at (self, place->name_first)->flags & CHISO_TOKEN_UPPER))
        continue;
      for (; n > MIN_NAME_WORDS; n--)
        {
          g_autofree char *name = chiso_scope_capitalise (self, place->name_first,
                                                          place->name_first + n);

          if (g_hash_table_contains (names, name))
            break;
        }
      place->name_last = place->name_first + n;
    }
}

/* Item i and the token behind its first are words with capitals, which few items begin with. */
static gboolean
begins_capitals (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);

  /* The last token is the text's end. */
  return (item->kind == CHISO_ITEM_WORD || item->kind == CHISO_ITEM_PHRASE)
         && (token_at (self, item->first + 1)->flags & CHISO_TOKEN_CAPITAL) != 0;
}

void
chiso_reading_learn (ChisoReading *self)
{
  g_autoptr (GHashTable) names = learn_names (self);
  GArray *items = self->mentions->items;
  guint from = 0, out = 0, behind;

  shorten_capitals (names, self);
  if (g_hash_table_size (names) == 0)
    return;
  for (guint n = 0; n < self->mentions->named->len; n++)
    {
      guint i = g_array_index (self->mentions->named, guint, n);
      const ChisoPlaceMention *place = i >= from && begins_capitals (self, i)
                                           ? find_name (names, self, i, &behind)
                                           : NULL;

      if (place == NULL)
        continue;
      memmove (&g_array_index (items, ChisoItem, out), &g_array_index (items, ChisoItem, from),
               (i - from) * sizeof (ChisoItem));
      out += i - from;
      merge (self, place, i, behind, &g_array_index (items, ChisoItem, out));
      out++;
      from = behind;
    }
  if (from == 0)
    return;
  memmove (&g_array_index (items, ChisoItem, out), &g_array_index (items, ChisoItem, from),
           (items->len - from) * sizeof (ChisoItem));
  chiso_mentions_close (self->mentions, out + items->len - from);
  chiso_mentions_collect (self->mentions);
}
