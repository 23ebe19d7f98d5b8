/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks and sentences. A full stop inside a number, a date or a document's code never gets here:
 * these are single items. */

#include "chiso-reading.h"

/* A line of at most so many items, without a figure, can be a heading. */
#define MAX_HEADING_ITEMS 24
#define MAX_TITLE_ITEMS 45
/* A run without an end is parted all the same, so that what looks along its sentence stays linear. */
#define MAX_SENTENCE_ITEMS 400

typedef struct
{
  guint first, last; /* items; last while it is read: the one that its open sentence begins with */
  guint first_sentence; /* of the reading's */
  guint kinds;          /* as in ChisoSentence */
  guint64 classes;
} Block;

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

static const ChisoToken *
first_token (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, item_at (self, i)->first);
}

static gboolean
is_bullet_mark (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);

  return item->kind == CHISO_ITEM_PUNCT
         && (item->mark == '-' || item->mark == '*' || item->mark == '+');
}

/* The line from item i on is a table's: bars or tabs part its cells. */
static gboolean
has_cells (const ChisoReading *self, guint i, guint end)
{
  if (!self->mentions->has_cells)
    return FALSE;
  for (; i < end && item_at (self, i)->kind != CHISO_ITEM_BREAK; i++)
    {
      if (chiso_mentions_is_mark (self->mentions, i, '|'))
        return TRUE;
      if (item_at (self, i + 1)->kind == CHISO_ITEM_BREAK)
        return FALSE;
      if (item_at (self, i + 1)->flags & CHISO_TOKEN_TAB)
        return TRUE;
    }
  return FALSE;
}

/* A line end inside a paragraph: the next line begins in lower case, as wrapped lines do. */
static gboolean
is_wrapped (const ChisoReading *self, guint brk)
{
  const ChisoToken *next = first_token (self, brk + 1);

  if (item_at (self, brk)->mark != '\n' || is_bullet_mark (self, brk + 1))
    return FALSE;
  if (next->kind != CHISO_TOKEN_WORD || (next->flags & CHISO_TOKEN_CAPITAL))
    return FALSE;
  if (has_cells (self, brk + 1, self->mentions->items->len))
    return FALSE;
  return brk == 0
         || !(chiso_mentions_is_mark (self->mentions, brk - 1, '.')
              || chiso_mentions_is_mark (self->mentions, brk - 1, ':'));
}

static gboolean
ends_like_sentence (const ChisoReading *self, const Block *block)
{
  guint mark = block->last > block->first ? item_at (self, block->last - 1)->mark : 0;

  return item_at (self, block->last - 1)->kind == CHISO_ITEM_PUNCT
         && (mark == '.' || mark == ';' || mark == ':' || mark == '!' || mark == '?'
             || mark == 0x2026 || mark == ',');
}

static gboolean
has_figure (const Block *block)
{
  return (block->kinds & 1u << CHISO_ITEM_NUMBER) != 0;
}

static gboolean
is_upper (const ChisoReading *self, const Block *block)
{
  guint words = 0;

  for (guint t = item_at (self, block->first)->first; t < item_at (self, block->last - 1)->last;
       t++)
    {
      const ChisoToken *token = chiso_mentions_token (self->mentions, t);

      if (token->kind != CHISO_TOKEN_WORD)
        continue;
      if (!(token->flags & CHISO_TOKEN_UPPER)
          && !((token->flags & CHISO_TOKEN_CAPITAL) && token->end - token->start <= 3))
        return FALSE;
      words++;
    }
  return words >= 2;
}

static ChisoBlockKind
block_kind (const ChisoReading *self, const Block *block, gboolean title)
{
  guint n = block->last - block->first;

  if ((block->classes & CHISO_CLASS_BIT (CHISO_CLASS_CAPTION)) && n < 60)
    return CHISO_BLOCK_CAPTION;
  if (title && n <= MAX_TITLE_ITEMS
      && !chiso_mentions_is_mark (self->mentions, block->last - 1, '.'))
    return CHISO_BLOCK_HEADING;
  if (is_upper (self, block) && n <= MAX_TITLE_ITEMS)
    return CHISO_BLOCK_HEADING;
  if (is_bullet_mark (self, block->first))
    return CHISO_BLOCK_BULLET;
  if (n <= MAX_HEADING_ITEMS && !has_figure (block) && !ends_like_sentence (self, block))
    return CHISO_BLOCK_HEADING;
  /* "Công tác tiếp dân:" above a list. */
  if (n <= MAX_HEADING_ITEMS && !has_figure (block)
      && chiso_mentions_is_mark (self->mentions, block->last - 1, ':'))
    return CHISO_BLOCK_HEADING;
  return CHISO_BLOCK_PARAGRAPH;
}

/* "quý I.", "khóa XV.", "lần thứ X.": a numeral, which may well end a sentence. */
static gboolean
is_numeral (const ChisoReading *self, guint stop)
{
  guint t = item_at (self, stop)->first;
  guint16 word = t >= 2 ? chiso_mentions_token (self->mentions, t - 2)->word : 0;

  return item_at (self, stop - 1)->kind == CHISO_ITEM_TIME || word == CHISO_W_KHOA
         || word == CHISO_W_THU || word == CHISO_W_KY;
}

/* Abbreviations whose point ends no sentence: "TP. Vinh", "TS. Nguyễn", "M. Gorki". */
static gboolean
is_abbreviation (const ChisoReading *self, guint stop)
{
  const ChisoToken *before;

  if (stop == 0)
    return FALSE;
  before = chiso_mentions_token (self->mentions, item_at (self, stop)->first - 1);
  if (before->kind != CHISO_TOKEN_WORD)
    return FALSE;
  switch (before->word)
    {
    case CHISO_W_TP:
    case CHISO_W_TX:
    case CHISO_W_TT:
      return TRUE;
    default:
      break;
    }
  /* One capital letter, or ThS, TS, GS. */
  return (before->flags & CHISO_TOKEN_CAPITAL) && before->end - before->start <= 2
         && !is_numeral (self, stop) && first_token (self, stop)->flags & CHISO_TOKEN_GLUED;
}

/* The stop at item i ends a sentence, as the block's end does behind it. */
static gboolean
ends_sentence (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);
  const ChisoToken *next = first_token (self, i + 1);

  if (next->flags & CHISO_TOKEN_GLUED)
    {
      /* "…mới.Năm 2023": a point that lost its space; "79.6" and addresses do not part. */
      return item->mark == '.' && next->kind == CHISO_TOKEN_WORD
             && (next->flags & CHISO_TOKEN_CAPITAL) && !is_abbreviation (self, i)
             && item_at (self, i + 1)->kind != CHISO_ITEM_WORD;
    }
  if (item->mark == '.' && is_abbreviation (self, i))
    return FALSE;
  return next->kind == CHISO_TOKEN_DIGITS || (next->flags & CHISO_TOKEN_CAPITAL)
         || next->kind == CHISO_TOKEN_PUNCT;
}

static ChisoIndicatorSet
topics_of (const ChisoReading *self, guint first, guint last)
{
  ChisoIndicatorSet topics = { { 0 } };

  for (guint i = first; i < last; i++)
    if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING))
      topics = chiso_indicator_set_or (
          &topics, &chiso_mentions_phrase (self->mentions, i)->lists[CHISO_WORDS_TOPICS]);
  return topics;
}

/* Adds the sentence up to item last; what its block makes of it is not known yet. */
static void
add_sentence (ChisoReading *self, Block *block, guint last, guint kinds, guint64 classes)
{
  ChisoSentence sentence = { .first = block->last,
                             .last = last,
                             .opens = block->last == block->first,
                             .kinds = kinds,
                             .classes = classes,
                             .cells = has_cells (self, block->last, last) };

  g_array_append_val (self->sentences, sentence);
  block->last = last;
  block->kinds |= kinds;
  block->classes |= classes;
}

/* Tells the block's sentences what they are part of. */
static void
close_block (ChisoReading *self, const Block *block, ChisoBlockKind kind, guint number,
             int *heading)
{
  for (guint s = block->first_sentence; s < self->sentences->len; s++)
    {
      ChisoSentence *sentence = chiso_reading_sentence (self, s);

      sentence->block = number;
      sentence->kind = kind;
      sentence->heading = *heading;
      if (kind != CHISO_BLOCK_HEADING)
        continue;
      sentence->topics = topics_of (self, sentence->first, sentence->last);
      if (sentence->opens)
        chiso_heading_enter (self, sentence);
      else
        {
          sentence->rank = sentence[-1].rank;
          sentence->heading = sentence[-1].heading;
        }
    }
  if (kind == CHISO_BLOCK_HEADING)
    *heading = (int) self->sentences->len - 1;
}

/* What kind of block it is, by what stands in it and before it. */
typedef struct
{
  guint n;             /* blocks so far */
  int heading;         /* that stands above, or -1 */
  gboolean tail;       /* the page goes on, the report has ended */
  gboolean below_kind; /* "BÁO CÁO": its subject stands below */
} Outline;

static void
enter_block (ChisoReading *self, Outline *outline, const Block *block)
{
  ChisoBlockKind kind = CHISO_BLOCK_TAIL;

  outline->tail |= outline->n > 3
                   && chiso_mentions_is (self->mentions, block->first, CHISO_CLASS_TAIL)
                   && block->last - block->first < 12;
  if (!outline->tail)
    kind = block_kind (self, block, outline->n == 0 || outline->below_kind);
  outline->below_kind = outline->n < 6 && block->last == block->first + 1
                        && chiso_mentions_is (self->mentions, block->first, CHISO_CLASS_DOCUMENT);
  close_block (self, block, kind, outline->n++, &outline->heading);
}

void
chiso_reading_segment (ChisoReading *self)
{
  ChisoItem *items = (ChisoItem *) self->mentions->items->data;
  guint n = self->mentions->items->len, limit = MAX_SENTENCE_ITEMS, kinds = 0;
  guint32 left = CHISO_NO_ITEM;
  guint64 classes = 0;
  Outline outline = { .heading = -1 };
  Block block = { 0 };

  for (guint i = 0; i < n; i++)
    {
      ChisoItem *item = &items[i];

      item->left = left;
      /* Without a branch, since it is as likely as not. */
      left ^= (left ^ i) & -(guint32) (item->signs & CHISO_ITEM_COUNTS);
      /* Nearly all items are neither. */
      if (!(item->signs & (CHISO_ITEM_STOPS | CHISO_ITEM_BREAKS)) && i < limit)
        {
          kinds |= 1u << item->kind;
          classes |= item->classes;
          continue;
        }
      if (item->kind == CHISO_ITEM_BREAK && !(i + 1 < n && is_wrapped (self, i)))
        {
          if (block.last < i)
            add_sentence (self, &block, i, kinds, classes);
          if (block.first < i)
            enter_block (self, &outline, &block);
          block = (Block){ i + 1, i + 1, .first_sentence = self->sentences->len };
        }
      else
        {
          kinds |= 1u << item->kind;
          classes |= item->classes;
          if (i < limit && !((item->signs & CHISO_ITEM_STOPS) && ends_sentence (self, i)))
            continue;
          add_sentence (self, &block, i + 1, kinds, classes);
        }
      limit = i + 1 + MAX_SENTENCE_ITEMS;
      kinds = 0;
      classes = 0;
    }
}
