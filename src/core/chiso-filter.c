/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has the grammar of a result and is none: targets, parts of a stated total, additions beside a
 * stock, paces and quotas, sub-groups. These are kept for review below the asserted confidence. */

#include "chiso-reading.h"

#include <math.h>
#include <string.h>

static gboolean
is (const ChisoReading *self, guint i, ChisoClass class_)
{
  return chiso_mentions_is (self->mentions, i, class_);
}

/* A time that was not over when the report came out, as in "CÁC CHỈ TIÊU NĂM 2025", "C. QUÝ II/2024". */
static gboolean
lies_ahead (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  const ChisoDate *now = &self->published;
  const ChisoPeriod *period;

  if (item->kind != CHISO_ITEM_TIME || now->year == 0)
    return FALSE;
  period = &g_array_index (self->mentions->times, ChisoTimeMention, item->index).period;
  return period->start.year > now->year
         || (period->start.year == now->year && now->month != 0 && period->start.month >= now->month
             && period->end.month > period->start.month);
}

/* A section of plans: "III. CHỈ TIÊU NĂM 2025". */
static gboolean
in_target_section (const ChisoReading *self, const ChisoSentence *sentence)
{
  const ChisoSentence *heading;
  gboolean target = FALSE;

  if (sentence->heading < 1)
    return FALSE;
  heading = chiso_reading_sentence (self, sentence->heading);
  if (heading->block == 0 || heading->kind != CHISO_BLOCK_HEADING)
    return FALSE;
  for (guint i = heading->first; i < heading->last; i++)
    {
      if (is (self, i, CHISO_CLASS_ACHIEVED))
        return FALSE;
      target |= chiso_reading_is_target (self, i) || lies_ahead (self, i);
    }
  return target;
}

/* A time that the report looks back at. */
static gboolean
lies_behind (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  const ChisoTimeMention *mention;

  if (item->kind != CHISO_ITEM_TIME)
    return FALSE;
  mention = &g_array_index (self->mentions->times, ChisoTimeMention, item->index);
  return mention->anchor == CHISO_TIME_LAST_YEAR
         || (mention->anchor == CHISO_TIME_ABSOLUTE && self->published.year != 0
             && mention->period.end.year != 0 && mention->period.end.year < self->published.year);
}

/* ", còn …", ", song …": a clause that is set against the one before it. */
static gboolean
opens_contrast (const ChisoReading *self, guint i)
{
  guint16 word =
      chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first)->word;

  return (word == CHISO_W_CON || word == CHISO_W_SONG || word == CHISO_W_NHUNG2) && i > 0
         && (chiso_mentions_is_mark (self->mentions, i - 1, ',')
             || chiso_mentions_is_mark (self->mentions, i - 1, ';'));
}

static gboolean
is_target (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  gboolean behind = FALSE;

  if (in_target_section (self, sentence))
    return TRUE;
  if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME)
      && !(sentence->classes
           & (CHISO_CLASS_BIT (CHISO_CLASS_TARGET) | CHISO_CLASS_BIT (CHISO_CLASS_REGISTERED))))
    return FALSE;
  for (guint i = figure->item; i > sentence->first; i--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i - 1);

      behind |= lies_behind (self, i - 1);
      if (behind && opens_contrast (self, i - 1))
        return FALSE;
      if (is (self, i - 1, CHISO_CLASS_NOT_TARGET))
        continue;
      if (item->kind == CHISO_ITEM_TIME
          && g_array_index (self->mentions->times, ChisoTimeMention, item->index).anchor
                 == CHISO_TIME_AHEAD)
        return TRUE;
      if (chiso_reading_is_target (self, i - 1) || is (self, i - 1, CHISO_CLASS_REGISTERED))
        return TRUE;
      if (is (self, i - 1, CHISO_CLASS_ACHIEVED))
        return FALSE;
    }
  return FALSE;
}

/* What lies after the report cannot have happened. */
static gboolean
is_future (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoDate *now = &self->published;
  const ChisoDate *start = &figure->period.start;

  if (now->year == 0 || !chiso_period_is_set (&figure->period))
    return FALSE;
  return start->year > now->year
         || (start->year == now->year && now->month != 0 && start->month > now->month);
}

static gboolean
is_yearly (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  guint left = figure->item > sentence->first + 5 ? figure->item - 5 : sentence->first;
  gboolean money = figure->unit == CHISO_UNIT_MONEY;

  if (money || !(sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_YEARLY)))
    return FALSE;
  for (guint i = figure->right;
       i < MIN (figure->right_end + 1, sentence->last) && i < figure->right + 6; i++)
    if (is (self, i, CHISO_CLASS_YEARLY))
      return TRUE;
  for (guint i = figure->item; i > left; i--)
    {
      if (chiso_mentions_is_mark (self->mentions, i - 1, ';')
          || chiso_mentions_is_mark (self->mentions, i - 1, ','))
        break;
      if (is (self, i - 1, CHISO_CLASS_YEARLY))
        return TRUE;
    }
  return FALSE;
}

/* "có thêm 10 xã", "công nhận mới 3 xã", and the rest of such a list. */
static gboolean
is_added (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  guint first = sentence->first;

  if (!(sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_ADDED))
      || !chiso_catalogue_indicator (self->grammar->catalogue, figure->indicator)->stock
      || figure->role != CHISO_ROLE_LEVEL || isfinite (figure->denominator))
    return FALSE;
  for (guint i = figure->item; i > first; i--)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i - 1);

      if (chiso_mentions_item (self->mentions, i - 1)->kind == CHISO_ITEM_TIME
          || (phrase != NULL
              && (phrase->classes
                  & (CHISO_CLASS_BIT (CHISO_CLASS_ANAPHORA)
                     | CHISO_CLASS_BIT (CHISO_CLASS_ACHIEVED)))))
        return FALSE;
      if (phrase != NULL && chiso_phrase_is (phrase, CHISO_CLASS_ADDED))
        return TRUE;
    }
  return FALSE;
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

/* The total that a figure is a part of: same indicator, place and period, stated before a "trong đó",
 * or a bracket, that the figure stands behind. Gives the rule for the part, or NULL. */
static const char *
find_part (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  gboolean parts = FALSE;
  guint marker = 0;

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
          && total->role == figure->role && !total->drop
          && g_strcmp0 (total->place, figure->place) == 0
          && chiso_period_equal (&total->period, &figure->period))
        return part_rule (self, f, b, marker);
    }
  return NULL;
}

static gboolean
is_subgroup (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  const ChisoIndicator *indicator = chiso_catalogue_indicator (self->grammar->catalogue,
                                                               figure->indicator);
  guint left = figure->item;

  if (!(sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_SUBGROUP))
      || g_strcmp0 (indicator->group, "living") != 0)
    return FALSE;
  while (left > sentence->first && figure->item - left < 12
         && !chiso_mentions_is_mark (self->mentions, left - 1, ';')
         && chiso_mentions_item (self->mentions, left - 1)->kind != CHISO_ITEM_NUMBER)
    if (is (self, --left, CHISO_CLASS_SUBGROUP))
      return TRUE;
  return FALSE;
}

/* Criteria out of 19 are those of one commune; elsewhere the set itself is spoken of. */
static gboolean
is_of_no_commune (const ChisoReading *self, const ChisoFigure *figure)
{
  return chiso_catalogue_wording (self->grammar->catalogue, figure->indicator)->of > 0
         && (figure->place == NULL || strchr (figure->place, '/') == NULL);
}

/* "từ 2.377 lượt lên 2.690 lượt": the first is of an earlier time, which nothing tells. */
static gboolean
is_start_of_rise (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = f + 1 < self->figures->len ? chiso_reading_figure (self, f + 1) : NULL;
  guint16 word;

  if (next == NULL || next->sentence != figure->sentence || figure->item == 0
      || next->item != figure->unit_item + 2
      || chiso_mentions_token (self->mentions,
                               chiso_mentions_item (self->mentions, figure->item)->first - 1)
                 ->word
             != CHISO_W_TU)
    return FALSE;
  word = chiso_mentions_token (self->mentions,
                               chiso_mentions_item (self->mentions, next->item)->first - 1)
             ->word;
  return word == CHISO_W_LEN || word == CHISO_W_XUONG || word == CHISO_W_CON;
}

/* "mỗi đơn vị đối thoại không dưới 300 cuộc": a quota, not a count. */
static gboolean
is_quota (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  if (figure->qualifier != CHISO_QUALIFIER_AT_LEAST)
    return FALSE;
  for (guint i = figure->item, n = 0; i > first && n < 8; i--, n++)
    {
      if (chiso_mentions_item (self->mentions, i - 1)->kind == CHISO_ITEM_NUMBER)
        return FALSE;
      if (chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i - 1)->first)
              ->word
          == CHISO_W_MOI)
        return TRUE;
    }
  return FALSE;
}

/* "Trong 9 đơn vị cấp huyện, 6 đơn vị đã hoàn thành": all there are, of which the next figure tells what
 * they have come to. */
static gboolean
is_whole (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = f + 1 < self->figures->len ? chiso_reading_figure (self, f + 1) : NULL;
  guint16 word;

  if (figure->item == 0 || next == NULL || next->sentence != figure->sentence
      || figure->role != CHISO_ROLE_LEVEL || next->role != CHISO_ROLE_LEVEL
      || isfinite (figure->denominator) || next->value > figure->value
      || next->item > figure->right_end + 4
      || !chiso_catalogue_indicator (self->grammar->catalogue, figure->indicator)->stock)
    return FALSE;
  word = chiso_mentions_token (self->mentions,
                               chiso_mentions_item (self->mentions, figure->item)->first - 1)
             ->word;
  if (word == CHISO_W_SO && figure->item > 1)
    word = chiso_mentions_token (self->mentions,
                                 chiso_mentions_item (self->mentions, figure->item - 1)->first)
               ->word;
  return word == CHISO_W_TRONG
         && chiso_mentions_item (self->mentions, next->unit_item)->index
                == chiso_mentions_item (self->mentions, figure->unit_item)->index;
}

/* Items [first, last) name indicator k. */
static gboolean
has_topic (const ChisoReading *self, guint first, guint last, int k)
{
  for (guint i = first; i < last; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      if (phrase != NULL && chiso_indicator_set_has (&phrase->lists[CHISO_WORDS_TOPICS], k))
        return TRUE;
    }
  return FALSE;
}

/* "tố cáo: 8 vụ việc, đã giải quyết 5", "thuộc thẩm quyền 1.204 đơn, đã giải quyết 1.016": the verb comes
 * with the next figure, and this one is all that there was to do. */
static gboolean
is_before_verb (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *next = f + 1 < self->figures->len ? chiso_reading_figure (self, f + 1) : NULL;
  guint first = chiso_reading_sentence (self, figure->sentence)->first, done = 0;

  if (next == NULL || next->sentence != figure->sentence || figure->role != CHISO_ROLE_LEVEL
      || next->role != CHISO_ROLE_LEVEL || isfinite (figure->denominator)
      || next->value > figure->value
      || !chiso_mentions_is_mark (self->mentions, figure->right_end, ','))
    return FALSE;
  for (guint i = figure->right_end; i < next->item && done == 0; i++)
    if (chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first)->word
        == CHISO_W_DA)
      done = i;
  if (done == 0 || !has_topic (self, done, next->item, figure->indicator))
    return FALSE;
  if (f > 0 && chiso_reading_figure (self, f - 1)->sentence == figure->sentence)
    first = chiso_reading_figure (self, f - 1)->right_end;
  return !has_topic (self, MIN (first, figure->item), figure->right_end, figure->indicator);
}

/* "phản biện 4 dự thảo tại 3 hội nghị phản biện", "119 cuộc đối với 124 dự thảo": what the sessions were about, not
 * further sessions. */
static gboolean
is_subject_of_sessions (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);

  if (figure->role != CHISO_ROLE_LEVEL || figure->unit != CHISO_UNIT_NOUN
      || !chiso_mentions_is (self->mentions, figure->unit_item, CHISO_CLASS_DRAFT))
    return FALSE;
  for (guint g = f > 1 ? f - 2 : 0; g < MIN (f + 3, self->figures->len); g++)
    {
      const ChisoFigure *other = chiso_reading_figure (self, g);

      if (g != f && other->sentence == figure->sentence && other->indicator == figure->indicator
          && other->role == CHISO_ROLE_LEVEL && other->unit == CHISO_UNIT_NOUN
          && !chiso_mentions_is (self->mentions, other->unit_item, CHISO_CLASS_DRAFT))
        return TRUE;
    }
  return FALSE;
}

void
chiso_reading_filter (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);
      const char *part;

      if (figure->indicator < 0 || figure->role == CHISO_ROLE_NONE)
        continue;
      if (figure->of >= 0 && chiso_reading_figure (self, figure->of)->drop)
        figure->drop = TRUE;
      figure->drop |= is_target (self, figure) || is_future (self, figure)
                      || is_yearly (self, figure) || is_added (self, f)
                      || is_subgroup (self, figure) || is_of_no_commune (self, figure)
                      || is_start_of_rise (self, f) || is_quota (self, figure) || is_whole (self, f)
                      || is_before_verb (self, f) || is_subject_of_sessions (self, f);
      part = figure->drop ? NULL : find_part (self, f);
      if (part != NULL)
        {
          figure->drop = TRUE;
          figure->rule = part;
        }
    }
}
