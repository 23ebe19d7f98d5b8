/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures of one sentence say together: lists with a common verb or unit, the number of all that there are
 * behind that of some, and the rest. Knows values and units; what is counted is decided in chiso-assign.c. */

#include "chiso-reading.h"

#include <math.h>
#include <string.h>

/* Figures of one list. */
#define MAX_LISTED 6

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

/* "146 lượt và 127 người" behind "giảm lần lượt": the second is a change as well. */
static void
continue_changes (ChisoReading *self)
{
  for (guint k = 1; k < self->figures->len; k++)
    {
      const ChisoFigure *before = chiso_reading_figure (self, k - 1);
      ChisoFigure *figure = chiso_reading_figure (self, k);
      guint between = before->unit_item + 1;
      gboolean listed = FALSE;

      if (before->role != CHISO_ROLE_CHANGE || figure->role != CHISO_ROLE_LEVEL
          || before->sentence != figure->sentence)
        continue;
      /* "lần lượt tăng 12% và 5%" */
      listed |= before->verb > 0
                && chiso_mentions_is (self->mentions, before->verb - 1, CHISO_CLASS_RESPECTIVELY);
      for (guint i = before->verb; i < before->item; i++)
        listed |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_RESPECTIVELY);
      listed |= before->rule != NULL && before->rule == CHISO_INTERNED ("listed");
      if (!listed || figure->item != between + 1)
        continue;
      figure->role = CHISO_ROLE_CHANGE;
      figure->verb = before->verb;
      figure->direction = before->direction;
      figure->rule = CHISO_INTERNED ("listed");
    }
}

/* What the words behind the number of figure multiply it by. */
static double
scale_of (const ChisoReading *self, const ChisoFigure *figure)
{
  return g_array_index (self->mentions->numbers, ChisoNumber, item_at (self, figure->item)->index)
      .scale;
}

/* "tương ứng là 27, 24 và 35 cuộc", "50, 56 và 62 triệu đồng": the last one's unit is that of all. */
static void
share_units (ChisoReading *self)
{
  double scale = 1;

  for (guint k = self->figures->len; k > 1; k--)
    {
      const ChisoFigure *behind = chiso_reading_figure (self, k - 1);
      ChisoFigure *figure = chiso_reading_figure (self, k - 2);
      gboolean governed = figure->rule != NULL;

      if (figure->sentence != behind->sentence || figure->unit != CHISO_UNIT_NONE
          || behind->unit == CHISO_UNIT_NONE || figure->role != CHISO_ROLE_LEVEL
          || behind->role != CHISO_ROLE_LEVEL || behind->item != figure->item + 2
          || chiso_mentions_is_mark (self->mentions, figure->item + 1, ';'))
        continue;
      for (guint i = figure->item, n = 0; i > 0 && n < 3 * MAX_LISTED && !governed; i--, n++)
        {
          if (chiso_mentions_item (self->mentions, i - 1)->kind == CHISO_ITEM_BREAK)
            break;
          governed = chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_RESPECTIVELY);
        }
      if (!governed)
        continue;
      /* The last one that has the unit right behind it. */
      if (scale_of (self, behind) > 1 || behind->item + 1 == behind->unit_item)
        scale = scale_of (self, behind);
      if (scale_of (self, figure) <= 1)
        figure->value *= MAX (scale, 1);
      figure->unit = behind->unit;
      figure->unit_item = behind->unit_item;
      figure->right = behind->right;
      figure->right_end = behind->right_end;
    }
}

/* "một trong ba xã cuối": which one is meant, not how many. */
static gboolean
is_choice (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first, i = figure->item;

  if (i < first + 2 || item_at (self, i)->kind != CHISO_ITEM_NUMBER
      || !g_array_index (self->mentions->numbers, ChisoNumber, item_at (self, i)->index).in_words)
    return FALSE;
  if (item_at (self, i - 1)->word == CHISO_W_SO || item_at (self, i - 1)->word == CHISO_W_NHUNG)
    i--;
  return i >= first + 2 && item_at (self, i - 1)->word == CHISO_W_TRONG
         && item_at (self, i - 2)->word == CHISO_W_MOT;
}

/* Both are counted in the same noun. */
static gboolean
share_unit (const ChisoReading *self, const ChisoFigure *a, const ChisoFigure *b)
{
  return a->unit == b->unit && a->unit == CHISO_UNIT_NOUN
         && item_at (self, a->unit_item)->index == item_at (self, b->unit_item)->index;
}

static gboolean
names_topic (const ChisoReading *self, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING)
        && !chiso_indicator_set_is_empty (
            &chiso_mentions_phrase (self->mentions, i)->lists[CHISO_WORDS_TOPICS]))
      return TRUE;
  return FALSE;
}

/* "41 xã … trong số |", "29 xã … trên tổng số |", "trong tổng |", before the number at item i: the first of these
 * words, or 0. */
static guint
whole_lead (const ChisoReading *self, guint i, guint first)
{
  guint lead = i;
  guint16 word;

  while (lead > first + 1 && i - lead < 3)
    {
      const ChisoItem *item = item_at (self, lead - 1);

      word = chiso_mentions_token (self->mentions, item->first)->word;
      if (word == CHISO_W_TONG || word == CHISO_W_SO)
        lead--;
      else if (lead < i && (word == CHISO_W_TREN || word == CHISO_W_TRONG)
               && item->last - item->first <= 3)
        return lead - 1;
      else if (word == CHISO_W_TRONG && item->last - item->first >= 2
               && (chiso_mentions_token (self->mentions, item->last - 1)->word == CHISO_W_SO))
        return lead - 1;
      else
        return 0;
    }
  return 0;
}

/* Communes, districts and settlements are many, and so is what was to be resolved; how many there are is no figure of
 * its own. */
static gboolean
has_population (const ChisoReading *self, const ChisoFigure *figure, const ChisoFigure *whole)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, figure->unit_item);
  ChisoIndicatorSet units = phrase->lists[CHISO_WORDS_UNITS];
  guint k;

  while (chiso_indicator_set_take (&units, &k))
    if (strcmp (chiso_grammar_indicator (self->grammar, k)->group, "ntm") == 0
        || (chiso_grammar_wording (self->grammar, k)->share != NULL
            && !names_topic (self, whole->right, whole->right_end)))
      return TRUE;
  return FALSE;
}

/* "26 ấp trong tổng số 88 ấp của tỉnh" of a smaller place: what the larger one has of them, not all that there are. */
static gboolean
is_of_larger_place (const ChisoReading *self, const ChisoFigure *whole)
{
  guint first = chiso_reading_sentence (self, whole->sentence)->first;

  for (guint i = whole->right; i < whole->right_end; i++)
    if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_PROVINCE)
        || chiso_mentions_is (self->mentions, i, CHISO_CLASS_DISTRICT)
        || item_at (self, i)->kind == CHISO_ITEM_PLACE)
      for (guint k = first; k < whole->item; k++)
        if (item_at (self, k)->kind == CHISO_ITEM_PLACE)
          return TRUE;
  return FALSE;
}

/* "41 xã đạt chuẩn trong số 175 xã", "29 xã kiểu mẫu trên tổng số 120 xã": a fraction whose unit is told twice. */
static void
join_whole (ChisoReading *self, guint f)
{
  ChisoFigure *part = chiso_reading_figure (self, f - 1);
  ChisoFigure *whole = chiso_reading_figure (self, f);
  gboolean named;
  guint lead;

  if (part->sentence != whole->sentence || !share_unit (self, part, whole)
      || part->role != CHISO_ROLE_LEVEL || whole->role != CHISO_ROLE_LEVEL
      || isfinite (part->denominator) || isfinite (whole->denominator) || whole->value < part->value
      || !has_population (self, part, whole))
    return;
  lead = whole_lead (self, whole->item, part->unit_item);
  if (lead == 0 || lead > part->right_end)
    return;
  named = names_topic (self, part->right, lead);
  if (named ? names_topic (self, whole->right, whole->right_end) : is_of_larger_place (self, whole))
    return;
  if (!named)
    {
      part->right = whole->right;
      part->right_end = whole->right_end;
    }
  part->denominator = whole->value;
  whole->role = CHISO_ROLE_NONE;
  whole->of = (int) f - 1;
}

/* "còn 11 vụ", "còn lại 11 vụ", "số còn lại là 11 vụ" */
static gboolean
is_led_by_rest (const ChisoReading *self, const ChisoFigure *figure, guint first)
{
  for (guint i = figure->item; i > first && figure->item - i < 4; i--)
    {
      if (item_at (self, i - 1)->kind == CHISO_ITEM_NUMBER
          || item_at (self, i - 1)->kind == CHISO_ITEM_PUNCT)
        return FALSE;
      if (chiso_mentions_token (self->mentions, item_at (self, i - 1)->first)->word == CHISO_W_CON)
        return TRUE;
    }
  return FALSE;
}

static gboolean
are_equal (double a, double b)
{
  return fabs (a - b) < 1e-6;
}

/* "57/68 vụ; còn 11 vụ đang xác minh", "nhận 68 đơn, giải quyết 57 đơn, còn 11 đơn", "91,1%, còn 8,9%": what is left
 * over of what the figures before told. */
static gboolean
is_rest (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  if (figure->role != CHISO_ROLE_LEVEL || !is_led_by_rest (self, figure, first))
    return FALSE;
  for (guint b = f; b > 0 && f - b < 4; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (before->sentence != figure->sentence || before->role != CHISO_ROLE_LEVEL)
        return FALSE;
      if (figure->unit == CHISO_UNIT_PERCENT
              ? before->unit == CHISO_UNIT_PERCENT && are_equal (100 - before->value, figure->value)
              : isfinite (before->denominator) && before->unit != CHISO_UNIT_PERCENT
                    && are_equal (before->denominator - before->value, figure->value))
        return TRUE;
      if (b > 1 && figure->unit == CHISO_UNIT_NOUN && share_unit (self, before, figure)
          && chiso_reading_figure (self, b - 2)->sentence == figure->sentence
          && share_unit (self, chiso_reading_figure (self, b - 2), figure)
          && are_equal (chiso_reading_figure (self, b - 2)->value - before->value, figure->value))
        return TRUE;
    }
  return FALSE;
}

void
chiso_figures_join (ChisoReading *self)
{
  continue_changes (self);
  share_units (self);
  for (guint f = 0; f < self->figures->len; f++)
    {
      if (f > 0)
        join_whole (self, f);
      if (is_rest (self, f) || is_choice (self, chiso_reading_figure (self, f)))
        chiso_reading_figure (self, f)->role = CHISO_ROLE_NONE;
    }
}
