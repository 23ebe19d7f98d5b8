/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers become figures: each with its unit, its qualifier, the noun phrase behind it, and whether
 * it is a level or a change. */

#include "chiso-reading.h"

#include <math.h>

#define MAX_NOUN_PHRASE 14

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

/* The vocabulary number of a one-word item, 0 for others. */
static guint16
word_at (const ChisoReading *self, guint i)
{
  return item_at (self, i)->word;
}

static gboolean
is_mark (const ChisoReading *self, guint i, guint mark)
{
  return chiso_mentions_is_mark (self->mentions, i, mark);
}

/* A per cent sign or "phần trăm" at item i: how many items it takes. */
static guint
percent_at (const ChisoReading *self, guint i)
{
  const ChisoItem *item = item_at (self, i);

  if (is_mark (self, i, '%'))
    return 1;
  if (item->kind == CHISO_ITEM_PHRASE
      && chiso_mentions_token (self->mentions, item->first)->mark == '%')
    return 1;
  if (word_at (self, i) == CHISO_W_PHAN && word_at (self, i + 1) == CHISO_W_TRAM)
    return 2;
  return 0;
}

/* "226/431 (52,49%) xã": the item behind the brackets, or i. */
static guint
skip_share_in_brackets (const ChisoReading *self, guint i)
{
  if (is_mark (self, i, '(') && item_at (self, i + 1)->kind == CHISO_ITEM_NUMBER
      && percent_at (self, i + 2) > 0)
    {
      guint behind = i + 2 + percent_at (self, i + 2);

      if (is_mark (self, behind, ')'))
        return behind + 1;
    }
  return i;
}

static gboolean
has_units (const ChisoReading *self, guint i)
{
  return chiso_mentions_is (self->mentions, i, CHISO_CLASS_UNIT);
}

static gboolean
sets_meet (const ChisoIndicatorSet *a, const ChisoIndicatorSet *b)
{
  ChisoIndicatorSet both = chiso_indicator_set_and (a, b);

  return !chiso_indicator_set_is_empty (&both);
}

/* Finds the unit behind the number at figure->item. */
static void
find_unit (const ChisoReading *self, ChisoFigure *figure, const ChisoNumber *number)
{
  guint next = figure->item + 1, n;

  figure->unit_item = figure->item;
  n = percent_at (self, next);
  if (n > 0)
    {
      figure->unit = CHISO_UNIT_PERCENT;
      figure->unit_item = next + n - 1;
      return;
    }
  if (word_at (self, next) == CHISO_W_DIEM && percent_at (self, next + 1) > 0)
    {
      figure->unit = CHISO_UNIT_POINTS;
      figure->unit_item = next + percent_at (self, next + 1);
      return;
    }
  if (word_at (self, next) == CHISO_W_LAN)
    {
      figure->unit = CHISO_UNIT_TIMES;
      figure->unit_item = next;
      return;
    }
  if (number->kind == CHISO_NUMBER_FRACTION)
    next = skip_share_in_brackets (self, next);
  /* "3.860 là số cấp ủy viên được phân công" */
  if (word_at (self, next) == CHISO_W_LA && word_at (self, next + 1) == CHISO_W_SO
      && has_units (self, next + 2))
    next += 2;
  if (has_units (self, next))
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, next);

      figure->unit = sets_meet (&phrase->lists[CHISO_WORDS_UNITS], &self->money_units)
                         ? CHISO_UNIT_MONEY
                         : CHISO_UNIT_NOUN;
      figure->unit_item = next;
    }
  else if (number->scale >= 1e6)
    figure->unit = CHISO_UNIT_MONEY;
}

/* A number follows item i before the clause ends. */
static gboolean
leads_to_number (const ChisoReading *self, guint i, guint end)
{
  for (; i < end; i++)
    {
      if (item_at (self, i)->kind == CHISO_ITEM_NUMBER)
        return TRUE;
      if (item_at (self, i)->kind == CHISO_ITEM_PUNCT
          || item_at (self, i)->kind == CHISO_ITEM_BREAK)
        return FALSE;
    }
  return FALSE;
}

/* No noun phrase goes on over item: a number, most marks, and words that compare or divide. */
static inline gboolean
parts_nouns (const ChisoItem *item)
{
  gboolean inside = (item->mark == '"') | (item->mark == '\'') | (item->mark == '-')
                    | (item->mark == '/');

  return (item->kind == CHISO_ITEM_NUMBER) | (item->kind == CHISO_ITEM_BREAK)
         | ((item->kind == CHISO_ITEM_PUNCT) & !inside)
         | ((item->classes
             & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)
                | CHISO_CLASS_BIT (CHISO_CLASS_PART) | CHISO_CLASS_BIT (CHISO_CLASS_THAN)))
            != 0);
}

/* "29 hội nghị để lãnh đạo UBND tỉnh, chủ tịch UBND xã, phường đối thoại": the comma at item i parts those who take
 * part, named behind the unit. */
static gboolean
parts_actors (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  guint16 lead = word_at (self, figure->right);

  return is_mark (self, i, ',') && figure->unit == CHISO_UNIT_NOUN
         && (lead == CHISO_W_DE || lead == CHISO_W_GIUA || lead == CHISO_W_DOB)
         && chiso_reading_is_actor (self, i + 1);
}

/* "hội nghị, buổi đối thoại": further units in the same breath belong to the first. */
static void
find_noun_phrase (const ChisoReading *self, ChisoFigure *figure, guint sentence_end)
{
  guint i = figure->unit_item + 1, end;

  while (i + 1 < sentence_end && figure->unit == CHISO_UNIT_NOUN
         && (is_mark (self, i, ',') || word_at (self, i) != 0) && has_units (self, i + 1)
         && (is_mark (self, i, ',') || chiso_mentions_is (self->mentions, i, CHISO_CLASS_FUNCTION)))
    i += 2;
  /* "100% số xã (38/38) đạt chuẩn" */
  if (figure->unit == CHISO_UNIT_PERCENT && is_mark (self, i, '(')
      && item_at (self, i + 1)->kind == CHISO_ITEM_NUMBER && is_mark (self, i + 2, ')')
      && i + 3 < sentence_end)
    i += 3;
  /* "100% số xã (181 xã) đạt chuẩn" */
  if (figure->unit == CHISO_UNIT_PERCENT && is_mark (self, i, '(')
      && item_at (self, i + 1)->kind == CHISO_ITEM_NUMBER && has_units (self, i + 2)
      && is_mark (self, i + 3, ')') && i + 4 < sentence_end)
    i += 4;
  figure->right = i;
  end = MIN (sentence_end, i + MAX_NOUN_PHRASE);
  for (; i < end; i++)
    {
      const ChisoItem *item = item_at (self, i);

      if (item->mark == '(')
        {
          /* What stands in brackets interrupts the phrase and does not end it. */
          guint close = i + 1;

          while (close < sentence_end
                 && !(is_mark (self, close, ')') && item_at (self, close)->depth == item->depth))
            close++;
          if (close < sentence_end && close - i < 48)
            {
              i = close;
              end = MIN (sentence_end, i + MAX_NOUN_PHRASE);
              continue;
            }
          break;
        }
      /* "513 đơn và đã giải quyết 468 đơn": behind "và" begins the next figure's clause. */
      if (i > figure->right && (word_at (self, i) == CHISO_W_VA || word_at (self, i) == CHISO_W_CON)
          && leads_to_number (self, i, end))
        break;
      /* "nhận 244 đơn nhưng chậm giải quyết" */
      if ((i == figure->right && word_at (self, i) == CHISO_W_VA)
          || word_at (self, i) == CHISO_W_NHUNG2 || word_at (self, i) == CHISO_W_SONG)
        break;
      if (parts_actors (self, figure, i))
        {
          end = MIN (sentence_end, i + MAX_NOUN_PHRASE);
          continue;
        }
      if (parts_nouns (item)
          /* "2 xã trong đó đạt chuẩn nâng cao" */
          && !(i == figure->right && chiso_mentions_is (self->mentions, i, CHISO_CLASS_PART)
               && figure->unit == CHISO_UNIT_NOUN))
        break;
    }
  figure->right_end = i;
}

/* Qualifier right before item i; returns the item before it. */
static guint
find_qualifier (const ChisoReading *self, guint i, guint8 *qualifier)
{
  if (i == 0)
    return i;
  if (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_AT_LEAST))
    *qualifier = CHISO_QUALIFIER_AT_LEAST;
  else if (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_ABOUT))
    *qualifier = CHISO_QUALIFIER_ABOUT;
  else if (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_AT_MOST))
    *qualifier = CHISO_QUALIFIER_AT_MOST;
  else
    return i;
  return i - 1;
}

/* "bằng 26% dự toán năm", "vượt 12% kế hoạch", "đạt 105% so với chỉ tiêu": says nothing but how a plan was kept. */
static gboolean
is_share_of_plan (const ChisoReading *self, const ChisoFigure *figure)
{
  guint i = figure->unit_item + 1;

  if (figure->unit != CHISO_UNIT_PERCENT)
    return FALSE;
  while (chiso_mentions_is (self->mentions, i, CHISO_CLASS_THAN) || word_at (self, i) == CHISO_W_VOI
         || word_at (self, i) == CHISO_W_CUA)
    i++;
  return chiso_mentions_is (self->mentions, i, CHISO_CLASS_PLAN)
         || chiso_mentions_is (self->mentions, figure->unit_item, CHISO_CLASS_PLAN);
}

/* Single number words are numbers only before a unit; "một" is mostly an article. */
static gboolean
is_doubtful_word (const ChisoReading *self, const ChisoNumber *number, const ChisoFigure *figure)
{
  /* "hai người tiếp 203 lượt": a few persons of the story, not of the figures. */
  gboolean is_people = word_at (self, figure->unit_item) == CHISO_W_NGUOI;
  /* "cứ mười cuộc thì Vĩnh Thạnh góp một", "ba tiêu chí khó nhất" */
  gboolean is_figurative =
      (figure->item > 0 && word_at (self, figure->item - 1) == CHISO_W_CU)
      || chiso_mentions_token (self->mentions, item_at (self, figure->unit_item)->first)->word
             == CHISO_W_TIEU;

  if (!number->in_words || number->last - number->first > 1)
    return FALSE;
  /* "tăng gấp ba" */
  if (figure->unit == CHISO_UNIT_NONE && number->value > 1 && figure->item > 0
      && chiso_mentions_is (self->mentions, figure->item - 1, CHISO_CLASS_TIMES)
      && word_at (self, figure->item - 1) != CHISO_W_BANG2)
    return FALSE;
  return figure->unit == CHISO_UNIT_NONE || number->value <= 1 || is_people || is_figurative;
}

/* "412 cuộc thay vì 1 cuộc": what did not come to be. */
static gboolean
is_replaced (const ChisoReading *self, guint i)
{
  const ChisoToken *number = chiso_mentions_token (self->mentions, item_at (self, i)->first);

  return item_at (self, i)->first > 1 && number[-1].word == CHISO_W_VIT
         && number[-2].word == CHISO_W_THAY;
}

static void
add_number (ChisoReading *self, guint s, guint i)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  const ChisoNumber *number = &g_array_index (self->mentions->numbers, ChisoNumber,
                                              item_at (self, i)->index);
  ChisoFigure figure = { .item = i,
                         .sentence = s,
                         .first = i,
                         .denominator = NAN,
                         .of = -1,
                         .like = -1,
                         .indicator = -1,
                         .role = CHISO_ROLE_LEVEL };
  guint left;

  figure.value = number->value;
  if (number->kind == CHISO_NUMBER_FRACTION)
    figure.denominator = number->denominator;
  find_unit (self, &figure, number);
  find_noun_phrase (self, &figure, sentence->last);
  left = find_qualifier (self, i, &figure.qualifier);
  if (number->kind == CHISO_NUMBER_RANGE || is_share_of_plan (self, &figure)
      || is_replaced (self, left)
      || (is_doubtful_word (self, number, &figure) && number->value >= 1))
    figure.role = CHISO_ROLE_NONE;
  else
    chiso_figure_find_role (self, &figure, left);
  /* "đối thoại 214 lần": no change. */
  if (figure.unit == CHISO_UNIT_TIMES && figure.role == CHISO_ROLE_LEVEL
      && has_units (self, figure.unit_item) && number->value >= 10 && !number->in_words)
    figure.unit = CHISO_UNIT_NOUN;
  figure.number = self->figures->len;
  g_array_append_val (self->figures, figure);
}

/* How many times "gấp đôi" and "gấp rưỡi" say at item i; 0 for other words. */
static double
multiple_at (const ChisoReading *self, guint i, guint first)
{
  if (i == first || !chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_TIMES))
    return 0;
  switch (word_at (self, i))
    {
    case CHISO_W_DOI:
      return 2;
    case CHISO_W_RUOI:
      return 1.5;
    default:
      return 0;
    }
}

/* Such a figure has no number. */
static void
add_multiple (ChisoReading *self, guint s, guint i, double value)
{
  ChisoFigure figure = { .item = i,
                         .sentence = s,
                         .first = i - 1,
                         .denominator = NAN,
                         .of = -1,
                         .like = -1,
                         .indicator = -1,
                         .role = CHISO_ROLE_CHANGE,
                         .unit = CHISO_UNIT_TIMES,
                         .unit_item = i,
                         .right = i + 1,
                         .right_end = i + 1,
                         .verb = i - 1,
                         .number = self->figures->len,
                         .value = value };

  g_array_append_val (self->figures, figure);
}

void
chiso_reading_figures (ChisoReading *self)
{
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);
      gboolean times = (sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_TIMES)) != 0;

      if (sentence->kind == CHISO_BLOCK_TAIL || sentence->kind == CHISO_BLOCK_CAPTION
          || sentence->kind == CHISO_BLOCK_HEADING || sentence->kind == CHISO_BLOCK_ROW
          || !(chiso_sentence_has (sentence, CHISO_ITEM_NUMBER) || times))
        continue;
      for (guint i = sentence->first; i < sentence->last; i++)
        {
          double multiple = 0;

          if (times)
            multiple = multiple_at (self, i, sentence->first);
          else
            i = chiso_mentions_next (self->mentions, CHISO_SET_NUMBERS, i, sentence->last);
          if (multiple > 0)
            add_multiple (self, s, i, multiple);
          else if (i < sentence->last && item_at (self, i)->kind == CHISO_ITEM_NUMBER)
            add_number (self, s, i);
        }
    }
  chiso_figures_join (self);
}
