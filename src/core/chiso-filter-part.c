/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a total that is stated as well: what kind of part a figure is, for whoever adds parts up. */

#include "chiso-filter-private.h"

#include <math.h>
#include <string.h>

static gboolean
is (const ChisoReading *self, guint i, ChisoClass class_)
{
  return chiso_mentions_is (self->mentions, i, class_);
}

/* Behind the last item of the list of parts that the marker opens. */
static guint
end_of_list (const ChisoReading *self, const ChisoSentence *sentence, guint marker)
{
  guint depth = chiso_mentions_item (self->mentions, marker)->depth;
  guint i = marker + 1;

  if (!chiso_mentions_is_mark (self->mentions, marker, '('))
    return sentence->last;
  while (i < sentence->last && chiso_mentions_item (self->mentions, i)->depth > depth)
    i++;
  return i;
}

static gboolean
is_part_rule (const ChisoFigure *figure)
{
  return figure->drop && figure->rule != NULL && g_str_has_prefix (figure->rule, "part");
}

/* What kind of part f is, for whoever adds parts up: of a part, one of all that the list has, or
 * one of some, the rest of the list being about something else. */
static const char *
part_rule (const ChisoReading *self, guint f, guint total, guint marker)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint end = end_of_list (self, chiso_reading_sentence (self, figure->sentence), marker);

  for (guint i = chiso_reading_figure (self, total)->item; i < marker; i++)
    if (is (self, i, CHISO_CLASS_PART))
      return CHISO_INTERNED ("part-part");
  for (guint g = total + 1; g < f; g++)
    {
      const ChisoFigure *other = chiso_reading_figure (self, g);

      if (other->item < marker && is_part_rule (other))
        return CHISO_INTERNED ("part-part");
    }
  for (guint i = marker + 1; i < end; i++)
    if (is (self, i, CHISO_CLASS_PART))
      return CHISO_INTERNED ("part");
  for (guint g = total + 1; g < self->figures->len; g++)
    {
      const ChisoFigure *other = chiso_reading_figure (self, g);

      if (other->item >= end)
        break;
      if (other->item > marker && other->indicator != figure->indicator
          && (other->role == CHISO_ROLE_LEVEL || other->role == CHISO_ROLE_NONE))
        return CHISO_INTERNED ("part");
    }
  return CHISO_INTERNED ("part-all");
}

/* Tokens between an answer and how many were given. */
#define MAX_ANSWER 6

/* "giải quyết", "giải đáp", "giải trình" or "trả lời" among tokens [first, last). */
static gboolean
names_answer (const ChisoReading *self, guint first, guint last)
{
  for (guint t = first; t + 1 < last; t++)
    {
      guint16 word = chiso_mentions_token (self->mentions, t)->word;
      guint16 next = chiso_mentions_token (self->mentions, t + 1)->word;

      if ((word == CHISO_W_TRA && next == CHISO_W_LOI)
          || (word == CHISO_W_GIAIR
              && (next == CHISO_W_QUYET || next == CHISO_W_DAP || next == CHISO_W_TRINH)))
        return TRUE;
    }
  return FALSE;
}

/* Words of an answer lead to figure, or follow it: "đã trả lời 2.512 ý kiến", "1.100 ý kiến đã được giải quyết". */
static gboolean
is_of_answers (const ChisoReading *self, const ChisoFigure *figure)
{
  guint last = chiso_mentions_item (self->mentions, figure->item)->first, first = last;
  guint begin = chiso_mentions_item (self->mentions,
                                     chiso_reading_sentence (self, figure->sentence)->first)
                    ->first;

  while (first > begin && last - first < MAX_ANSWER
         && chiso_mentions_token (self->mentions, first - 1)->kind == CHISO_TOKEN_WORD)
    first--;
  return names_answer (self, first, last)
         || (figure->right < figure->right_end
             && chiso_mentions_item (self->mentions, figure->right)->word != CHISO_W_CUA
             && names_answer (self, chiso_mentions_item (self->mentions, figure->right)->first,
                              chiso_mentions_item (self->mentions, figure->right_end)->first));
}

/* "… 2.946 ý kiến, đã trả lời 2.512 ý kiến": of opinions those that were answered, where all are told as well. */
gboolean
chiso_filter_is_answered (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoItem *unit = chiso_mentions_item (self->mentions, figure->unit_item);
  guint16 noun = chiso_mentions_token (self->mentions, unit->last - 1)->word;

  if (figure->role != CHISO_ROLE_LEVEL || figure->unit != CHISO_UNIT_NOUN
      || (noun != CHISO_W_KIEN
          && chiso_mentions_token (self->mentions, unit->first)->word != CHISO_W_KIEN)
      || !is_of_answers (self, figure))
    return FALSE;
  if (isfinite (figure->denominator))
    return TRUE;
  for (guint b = f; b > 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (figure->sentence - before->sentence > 2)
        return FALSE;
      if (before->indicator == figure->indicator && before->role == CHISO_ROLE_LEVEL
          && before->value >= figure->value && g_strcmp0 (before->place, figure->place) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The total that a figure is a part of: same indicator, place and period, stated before a "trong đó",
 * or a bracket, that the figure stands behind. Gives the rule for the part, or NULL. */
const char *
chiso_filter_part (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  gboolean parts = FALSE;
  guint marker = 0;

  if (!(sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_PART))
      && chiso_mentions_item (self->mentions, figure->item)->depth == 0)
    return NULL;
  for (guint i = figure->item; i > sentence->first; i--)
    {
      if (is (self, i - 1, CHISO_CLASS_PART)
          || (chiso_mentions_is_mark (self->mentions, i - 1, '(')
              && chiso_mentions_item (self->mentions, figure->item)->depth
                     > chiso_mentions_item (self->mentions, i - 1)->depth))
        {
          parts = TRUE;
          marker = i - 1;
          break;
        }
    }
  if (!parts)
    return NULL;
  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *total = chiso_reading_figure (self, b);

      if (figure->sentence - total->sentence > 1
          || chiso_reading_sentence (self, total->sentence)->block != sentence->block)
        return NULL;
      /* From the sentence before only where this one opens with "Trong đó". */
      if (total->sentence != figure->sentence && marker != sentence->first)
        return NULL;
      if (total->item < marker && total->indicator == figure->indicator
          && total->role == figure->role && !total->drop && total->place_told != CHISO_TOLD_NOWHERE
          && g_strcmp0 (total->place, figure->place) == 0
          && chiso_period_equal (&total->period, &figure->period))
        return part_rule (self, f, b, marker);
    }
  return NULL;
}
