/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text mentions, in order: one walk over the tokens yields numbers, times, places and
 * phrases, with document numbers and their like masked. Decides nothing about what belongs to what. */

#pragma once

#include "chiso-grammar.h"
#include "chiso-number.h"
#include "chiso-observation.h"
#include "chiso-time.h"

G_BEGIN_DECLS

typedef enum
{
  CHISO_ITEM_WORD, /* a word of no phrase */
  CHISO_ITEM_PHRASE,
  CHISO_ITEM_NUMBER,
  CHISO_ITEM_TIME,
  CHISO_ITEM_PLACE,
  CHISO_ITEM_PUNCT,
  CHISO_ITEM_BREAK,
  CHISO_ITEM_MASK, /* document and telephone numbers, list numbers, ordinals: counts nothing */
} ChisoItemKind;

/* Classes of words that may lead to a place: "toàn tỉnh", "huyện", "cả nước". */
#define CHISO_WHERE_WORDS                                                                          \
  (CHISO_CLASS_BIT (CHISO_CLASS_PROVINCE) | CHISO_CLASS_BIT (CHISO_CLASS_DISTRICT)                 \
   | CHISO_CLASS_BIT (CHISO_CLASS_COMMUNE) | CHISO_CLASS_BIT (CHISO_CLASS_NO_PLACE)                \
   | CHISO_CLASS_BIT (CHISO_CLASS_NATION))

/* What walks over items look for. */
enum
{
  CHISO_ITEM_COUNTS = 1 << 0, /* what the walk to the left of a figure cannot pass over */
  CHISO_ITEM_STOPS = 1 << 1,  /* may end a sentence */
  CHISO_ITEM_BREAKS = 1 << 2, /* a break, which may end its block */
  CHISO_ITEM_PLACES = 1 << 3, /* a place, or words that may lead to one */
};

typedef struct
{
  guint first, last; /* tokens [first, last) */
  guint8 kind;
  guint8 depth; /* of parentheses around it */
  guint16 mark; /* PUNCT, BREAK: the token's mark; else 0 */
  guint index;  /* PHRASE: number in the grammar; NUMBER, TIME, PLACE: index in the arrays below */
  guint16 word; /* the vocabulary number where it is one word, else 0 */
  guint8 flags; /* of its first token */
  guint8 signs; /* CHISO_ITEM_COUNTS and the others */
  guint32 left; /* the last item before it that counts to the right of it (chiso-topic-left.c) */
  guint64 classes; /* PHRASE: CHISO_CLASS_BIT of each of its classes; else 0 */
} ChisoItem;

#define CHISO_NO_ITEM G_MAXUINT32

/* Sets of items, a bit for each item, so that a walk steps from one of them to the next. */
typedef enum
{
  CHISO_SET_TIMES,
  CHISO_SET_NUMBERS,
  CHISO_SET_PLACES,
  CHISO_SET_WHERE, /* CHISO_ITEM_PLACES, or another depth than that of the item before */
  CHISO_N_SETS
} ChisoItemSet;

typedef enum
{
  CHISO_PLACE_NATION,
  CHISO_PLACE_PROVINCE,
  CHISO_PLACE_DISTRICT,
  CHISO_PLACE_COMMUNE,
} ChisoPlaceLevel;

typedef struct
{
  ChisoPlaceLevel level;
  const char *code_63; /* province of the 63 set, NULL if the name is none of that set */
  const char *code_34;
  gint16 district;             /* index of the first district of that name, or -1 */
  guint name_first, name_last; /* tokens of the name without its kind */
  gboolean with_kind;          /* "huyện X" rather than "X" */
} ChisoPlaceMention;

/* Communes whose names a text is looked through for: more than a report tells of. */
#define CHISO_N_COMMUNES 32

typedef struct
{
  const ChisoGrammar *grammar;
  const char *text;
  gsize length;
  ChisoLexer *lexer;
  GArray *tokens;                   /* ChisoToken */
  GArray *items;                    /* ChisoItem */
  GArray *numbers;                  /* ChisoNumber */
  GArray *times;                    /* ChisoTimeMention */
  GArray *places;                   /* ChisoPlaceMention */
  GArray *named;                    /* guint: items that begin with a capital or are a place */
  guint64 *sets[CHISO_N_SETS];      /* all in the first one's memory */
  guint n_set_words;                /* of 64 items, of each of these */
  guint communes[CHISO_N_COMMUNES]; /* places that were named with their kind, each name once */
  guint n_communes;
  gboolean has_cells;           /* gaps, tabs or bars stand between its words */
  const ChisoToken *all_tokens; /* what tokens and items hold */
  const ChisoItem *all_items;
} ChisoMentions;

/* Empty mentions, which may read one text after another in the same memory. */
ChisoMentions *chiso_mentions_new (const ChisoGrammar *grammar);
void chiso_mentions_free (ChisoMentions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoMentions, chiso_mentions_free)

/* Closes the items behind the last one, so that looking two ahead of any item shows breaks. */
void chiso_mentions_close (ChisoMentions *self, guint n_items);

/* Makes the sets anew from the items, after a change of these. */
void chiso_mentions_collect (ChisoMentions *self);

/* Finds what text mentions, in place of what was there. text must stay valid as long as this is used. */
void chiso_mentions_read (ChisoMentions *self, const char *text, gsize length);

static inline const ChisoToken *
chiso_mentions_token (const ChisoMentions *self, guint i)
{
  return &self->all_tokens[i];
}

static inline const ChisoItem *
chiso_mentions_item (const ChisoMentions *self, guint i)
{
  return &self->all_items[i];
}

/* The first item of set among items [i, end); end if there is none. */
static inline guint
chiso_mentions_next (const ChisoMentions *self, ChisoItemSet set, guint i, guint end)
{
  const guint64 *words = self->sets[set];
  guint64 word;

  if (i >= end)
    return end;
  word = words[i / 64] & (G_MAXUINT64 << i % 64);
  while (word == 0)
    {
      i = (i / 64 + 1) * 64;
      if (i >= end)
        return end;
      word = words[i / 64];
    }
  return MIN (i / 64 * 64 + __builtin_ctzll (word), end);
}

/* The phrase of an item, or NULL for other items. */
static inline const ChisoPhrase *
chiso_mentions_phrase (const ChisoMentions *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self, i);

  return item->kind == CHISO_ITEM_PHRASE ? chiso_grammar_phrase (self->grammar, item->index) : NULL;
}

static inline gboolean
chiso_mentions_is (const ChisoMentions *self, guint i, ChisoClass class_)
{
  return (chiso_mentions_item (self, i)->classes >> class_ & 1) != 0;
}

/* Item i is that punctuation mark. Items of other kinds have no mark, or one that is no punctuation: which kind comes
 * next nobody can predict, and to ask for it costs more than the answer. */
static inline gboolean
chiso_mentions_is_mark (const ChisoMentions *self, guint i, guint mark)
{
  return chiso_mentions_item (self, i)->mark == mark;
}

/* Bytes of tokens [first, last); empty where there are none. */
static inline ChisoSpan
chiso_mentions_span (const ChisoMentions *self, guint first, guint last)
{
  if (first >= last || last > self->tokens->len)
    return (ChisoSpan){ 0, 0 };
  return (ChisoSpan){ chiso_mentions_token (self, first)->start,
                      chiso_mentions_token (self, last - 1)->end };
}

/* The place at token `at`, if any, and how many tokens it takes (chiso-place-scan.c). */
gboolean chiso_place_scan (const ChisoGrammar *grammar, const ChisoToken *tokens, guint n_tokens,
                           guint at, ChisoPlaceMention *place, guint *n_matched);
/* Whether word names a kind of place ("huyện"); all other words that begin one begin its name. */
gboolean chiso_place_opens (guint16 word);
/* How many tokens from `at` on are a number that counts nothing; 0 if none (chiso-mask.c). */
guint chiso_mask_scan (const ChisoGrammar *grammar, const ChisoToken *tokens, guint n_tokens,
                       guint at, const char *text);

G_END_DECLS
