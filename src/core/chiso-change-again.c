/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes whose sentence names nothing that changed: they go on with what the sentence before told. */

#include "chiso-topic-private.h"

/* Nothing but a time and grammar leads from the last mark to the verb: "…: quý I tăng", ", còn năm 2022 chỉ tăng". */
static gboolean
is_led_by_time (const ChisoReading *self, const ChisoFigure *change)
{
  guint first = chiso_reading_sentence (self, change->sentence)->first;
  gboolean timed = FALSE;

  for (guint i = change->verb; i > first; i--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i - 1);

      if (item->kind == CHISO_ITEM_PUNCT)
        break;
      timed |= item->kind == CHISO_ITEM_TIME;
      if (item->kind != CHISO_ITEM_TIME && item->word != CHISO_W_CHI && item->word != CHISO_W_MOIJ
          && item->word != CHISO_W_RIENG
          && !(item->classes
               & (CHISO_CLASS_BIT (CHISO_CLASS_FUNCTION) | CHISO_CLASS_BIT (CHISO_CLASS_ACHIEVED)
                  | CHISO_CLASS_BIT (CHISO_CLASS_ABOUT))))
        return FALSE;
    }
  return timed;
}

/* "GRDP tăng 7,84%. Từng quý cho thấy xu hướng đi lên: quý I tăng 6,9%": growth of a part of the time that the
 * paragraph told the growth of; -1 where it told something else last. */
int
chiso_change_growth_before (const ChisoReading *self, guint f)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);
  guint block = chiso_reading_sentence (self, change->sentence)->block;

  if (change->unit != CHISO_UNIT_PERCENT || change->direction == 0
      || !is_led_by_time (self, change))
    return -1;
  for (guint b = f; b > 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (change->sentence - before->sentence > 2
          || chiso_reading_sentence (self, before->sentence)->block != block)
        return -1;
      if (before->role != CHISO_ROLE_NONE)
        return chiso_change_is_growth (self, before->indicator) ? before->indicator : -1;
    }
  return -1;
}

/* What may lead a sentence to a change of what the one before told: "So với thời điểm cuối năm ngoái", "Như vậy, năm
 * 2023"; or nothing: "Mức tăng so với năm trước là". */
static gboolean
only_compares (const ChisoReading *self, const ChisoFigure *change)
{
  guint first = chiso_reading_sentence (self, change->sentence)->first;
  gboolean compares = first == change->verb, than = FALSE;

  for (guint i = first; i < change->verb; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);

      than |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_THAN);
      compares |= than || item->kind == CHISO_ITEM_TIME;
      if (chiso_mentions_is_mark (self->mentions, i, ','))
        than = FALSE;
      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_PLACE
          || chiso_mentions_is (self->mentions, i, CHISO_CLASS_LEVEL)
          || (item->classes & CHISO_CLASS_BIT (CHISO_CLASS_WORDING)
              && !(item->classes & CHISO_CLASS_BIT (CHISO_CLASS_FUNCTION)))
          || (item->kind == CHISO_ITEM_WORD && !than && item->word != CHISO_W_NHU
              && item->word != CHISO_W_NEU && item->word != CHISO_W_THI2
              && !chiso_mentions_is_mark (self->mentions, i + 1, ',')))
        return FALSE;
    }
  return compares;
}

/* "tăng 7 xã đạt chuẩn": the topics behind the change's unit. */
static ChisoIndicatorSet
topics_behind (const ChisoReading *self, const ChisoFigure *change)
{
  ChisoIndicatorSet topics = { { 0 } };

  for (guint i = change->right; i < change->right_end; i++)
    if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING))
      topics = chiso_indicator_set_or (
          &topics, &chiso_mentions_phrase (self->mentions, i)->lists[CHISO_WORDS_TOPICS]);
  return topics;
}

/* "… đạt chuẩn nông thôn mới. So với cuối giai đoạn trước, tăng 20 xã": the only level of the sentence before that is
 * counted in that unit, or by that topic; a percentage only where the sentence told but one. */
int
chiso_change_level_before (const ChisoReading *self, guint f)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);
  const ChisoSentence *here = chiso_reading_sentence (self, change->sentence);
  ChisoIndicatorSet topics = topics_behind (self, change);
  gboolean named = !chiso_indicator_set_is_empty (&topics);
  int found = -1;

  if (!only_compares (self, change) || change->unit == CHISO_UNIT_POINTS)
    return -1;
  for (guint b = f; b > 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);
      const ChisoSentence *there = chiso_reading_sentence (self, before->sentence);

      if (change->sentence - before->sentence > 1
          || (there->block != here->block
              && (there->kind != CHISO_BLOCK_BULLET || here->kind != CHISO_BLOCK_BULLET)))
        break;
      if (before->sentence == change->sentence || before->role != CHISO_ROLE_LEVEL
          || chiso_mentions_item (self->mentions, before->item)->depth > 0)
        continue;
      if (before->indicator < 0 || chiso_indicator_set_has (&self->percent_units, before->indicator)
          || !chiso_change_unit_fits (self, change, before->indicator)
          || (named && !chiso_indicator_set_has (&topics, before->indicator)))
        {
          if (change->unit != CHISO_UNIT_NOUN && change->unit != CHISO_UNIT_MONEY)
            return -1;
          continue;
        }
      /* Of one indicator in several years the last. */
      if (found >= 0 && chiso_reading_figure (self, found)->indicator == before->indicator)
        continue;
      if (found >= 0)
        return -1;
      found = (int) b - 1;
    }
  return found;
}
