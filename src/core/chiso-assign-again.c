/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure counts that no word around it names: what was told before goes on, of another time or place, or
 * because a pronoun points at it. Whether words rule that out is asked in chiso-assign.c. */

#include "chiso-topic-private.h"

#include <math.h>
#include <string.h>

/* Sentences that an elided head may lie back. */
#define MAX_INHERITED 4
/* Sentences of a list of bullets. */
#define MAX_LIST 12

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

static gboolean
in_list (const ChisoPhrase *phrase, ChisoWordList list, guint indicator)
{
  return phrase != NULL && chiso_indicator_set_has (&phrase->lists[list], indicator);
}

/* What may stand between a time and the number that it dates: "năm 2022: 468", "năm 2021 mới có 405". */
static gboolean
leads_from_time (const ChisoReading *self, const ChisoFigure *figure)
{
  static const guint64 light = CHISO_CLASS_BIT (CHISO_CLASS_RESULT)
                               | CHISO_CLASS_BIT (CHISO_CLASS_FILLER)
                               | CHISO_CLASS_BIT (CHISO_CLASS_ABOUT)
                               | CHISO_CLASS_BIT (CHISO_CLASS_AT_LEAST)
                               | CHISO_CLASS_BIT (CHISO_CLASS_AT_MOST);
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  for (guint i = figure->item; i > first && figure->item - i < 4; i--)
    {
      const ChisoItem *item = item_at (self, i - 1);

      if (item->kind == CHISO_ITEM_TIME)
        return i < figure->item;
      if (!(item->classes & light) && item->mark != ':' && item->mark != ')'
          && item->word != CHISO_W_CHI && item->word != CHISO_W_MOIJ)
        return FALSE;
    }
  return FALSE;
}

/* Behind a number without a unit its clause ends. */
static gboolean
ends_clause (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoItem *behind = item_at (self, figure->item + 1);

  return behind->kind == CHISO_ITEM_BREAK || behind->kind == CHISO_ITEM_PUNCT
         || behind->word == CHISO_W_VA || behind->word == CHISO_W_THI2;
}

/* The level before figure f that a number of another time may be set beside: past what only measures its change. */
static const ChisoFigure *
level_before (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);

  for (guint b = f; b > 0 && f - b < 4; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (before->sentence != figure->sentence)
        return NULL;
      if (before->role == CHISO_ROLE_LEVEL)
        return before->unit == CHISO_UNIT_NOUN || before->rule == CHISO_INTERNED ("beside") ? before
                                                                                            : NULL;
    }
  return NULL;
}

/* "742 ý kiến của cử tri, năm 2021 là 815 ý kiến", "391 cuộc (năm 2021 là 240, năm 2022 là 352)": the same of another
 * time, set beside. */
int
chiso_again_beside (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoFigure *before = level_before (self, f);

  if (before == NULL)
    return -1;
  if (figure->unit == CHISO_UNIT_NONE)
    return figure->item > before->right && leads_from_time (self, figure)
                   && ends_clause (self, figure)
               ? before->indicator
               : -1;
  if (figure->unit != CHISO_UNIT_NOUN || before->unit != CHISO_UNIT_NOUN
      || item_at (self, before->unit_item)->index != item_at (self, figure->unit_item)->index)
    return -1;
  return leads_from_time (self, figure) ? before->indicator : -1;
}

/* "Sang năm 2023, con số này là 5.870 lượt": a pronoun before the number. */
static gboolean
is_pointed_at (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  for (guint i = figure->item; i > first && figure->item - i < 5; i--)
    if (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_ANAPHORA))
      return TRUE;
  return FALSE;
}

/* "… 52 hội nghị thì năm 2023 con số này là 73": a pronoun leads to a bare number. */
int
chiso_again_pointed (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoItem *behind = item_at (self, figure->item + 1);

  if (figure->unit != CHISO_UNIT_NONE || !is_pointed_at (self, figure)
      || !chiso_mentions_is (self->mentions, figure->item - 1, CHISO_CLASS_RESULT)
      || (behind->kind != CHISO_ITEM_PUNCT && behind->kind != CHISO_ITEM_BREAK))
    return -1;
  for (guint b = f; b > 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (figure->sentence - before->sentence > 1
          || chiso_reading_sentence (self, before->sentence)->block
                 != chiso_reading_sentence (self, figure->sentence)->block)
        return -1;
      if (before->role == CHISO_ROLE_LEVEL)
        return before->unit == CHISO_UNIT_NOUN ? before->indicator : -1;
    }
  return -1;
}

/* Behind the unit nothing but grammar and times: "132 mô hình của năm 2020". */
gboolean
chiso_again_has_plain_rest (const ChisoReading *self, const ChisoFigure *figure)
{
  for (guint i = figure->right; i < figure->right_end; i++)
    if (item_at (self, i)->kind != CHISO_ITEM_TIME
        && !chiso_mentions_is (self->mentions, i, CHISO_CLASS_FUNCTION))
      return FALSE;
  return TRUE;
}

/* "Dẫn đầu là huyện Tuy An với 58 cuộc": sets places in order. */
static gboolean
is_ranking (const ChisoReading *self, const ChisoFigure *figure)
{
  return (chiso_reading_sentence (self, figure->sentence)->classes
          & CHISO_CLASS_BIT (CHISO_CLASS_RANKING))
         != 0;
}

/* "Cùng kỳ năm trước mới có 128 hội nghị" looks back at what a paragraph before counted. */
static gboolean
looks_back (const ChisoReading *self, const ChisoSentence *sentence)
{
  for (guint i = sentence->first; i < MIN (sentence->first + 2, sentence->last); i++)
    if (item_at (self, i)->kind == CHISO_ITEM_TIME)
      {
        ChisoTimeAnchor anchor = g_array_index (self->mentions->times, ChisoTimeMention,
                                                item_at (self, i)->index)
                                     .anchor;

        return sentence->opens && anchor == CHISO_TIME_SAME_PERIOD;
      }
  return FALSE;
}

/* "5) Đối thoại: 276 hội nghị … Tiêu biểu:" above "- Phường Xuân Hương: 7 hội nghị": the first sentence of the line
 * that leads to the list in which sentence s is a bullet; past all sentences where it is in none. */
static guint
list_start (const ChisoReading *self, guint s)
{
  guint start = s;

  while (start > 0 && chiso_reading_sentence (self, start)->kind == CHISO_BLOCK_BULLET
         && s - start < MAX_LIST
         && !chiso_mentions_is_mark (self->mentions,
                                     chiso_reading_sentence (self, start - 1)->last - 1, ':'))
    start--;
  if (start == 0 || s - start == MAX_LIST
      || chiso_reading_sentence (self, start)->kind != CHISO_BLOCK_BULLET
      || !chiso_reading_sentence (self, start)->opens)
    return G_MAXUINT;
  for (start--; start > 0 && !chiso_reading_sentence (self, start)->opens;)
    start--;
  return start;
}

/* A figure may go on with what sentence b counted: one of its own paragraph, or, where it sets places in
 * order, of the paragraph before. */
static gboolean
goes_on (const ChisoReading *self, const ChisoFigure *figure, guint b)
{
  const ChisoSentence *here = chiso_reading_sentence (self, figure->sentence);
  const ChisoSentence *before = chiso_reading_sentence (self, b);

  return before->block == here->block
         || (before->block + 1 == here->block && before->kind == CHISO_BLOCK_PARAGRAPH
             && (is_ranking (self, figure) || looks_back (self, here)))
         || b >= list_start (self, figure->sentence);
}

/* "khu dân cư" and "khu". */
static gboolean
opens_alike (const ChisoReading *self, guint a, guint b)
{
  return chiso_mentions_token (self->mentions, item_at (self, a)->first)->word
         == chiso_mentions_token (self->mentions, item_at (self, b)->first)->word;
}

/* No topic within reach: the figure goes on with what the sentence before counted in the same unit
 * ("Năm 2018 tỉnh mới có 80 xã"), as its first figure there says. */
int
chiso_again_count (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  const ChisoItem *unit = item_at (self, figure->unit_item);
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, figure->unit_item);
  int found = -1;
  guint sentence = G_MAXUINT;
  gboolean placed = chiso_sentence_has (chiso_reading_sentence (self, figure->sentence),
                                        CHISO_ITEM_TIME)
                    || chiso_sentence_has (chiso_reading_sentence (self, figure->sentence),
                                           CHISO_ITEM_PLACE);
  /* What points back need not say the whole unit: "31 lượt" after "1.204 lượt công dân". */
  gboolean pointed = is_pointed_at (self, figure) || is_ranking (self, figure);

  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (!goes_on (self, figure, before->sentence))
        break;
      if ((sentence != G_MAXUINT && before->sentence != sentence)
          || figure->sentence - before->sentence > MAX_INHERITED + MAX_LIST)
        break;
      if (before->sentence == figure->sentence || before->role != CHISO_ROLE_LEVEL
          || before->indicator < 0
          || (before->unit != CHISO_UNIT_NOUN && before->rule != CHISO_INTERNED ("bare"))
          || (item_at (self, before->unit_item)->index != unit->index
              && !((pointed || opens_alike (self, before->unit_item, figure->unit_item)
                    || before->unit == CHISO_UNIT_NONE)
                   && in_list (phrase, CHISO_WORDS_UNITS, before->indicator))))
        continue;
      /* "Tỉnh có 182 xã": how many there are. */
      if (!placed && !pointed && !isfinite (figure->denominator)
          && chiso_grammar_indicator (self->grammar, before->indicator)->counts_units)
        return -1;
      sentence = before->sentence;
      found = before->indicator;
    }
  return found;
}

/* "tỷ lệ |", "đạt tỷ lệ |", "mức |" right before the number. */
static gboolean
is_led_by_rate (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = item_at (self, figure->item)->first;
  guint16 word = first > 0 ? chiso_mentions_token (self->mentions, first - 1)->word : 0;

  return word == CHISO_W_LEJ || word == CHISO_W_MUC;
}

/* "đạt 87,9%; năm trước đạt |": nothing but another time between the two. */
static gboolean
is_beside (const ChisoReading *self, const ChisoFigure *before, const ChisoFigure *figure)
{
  gboolean timed = FALSE;

  for (guint i = before->unit_item + 1; i < figure->item; i++)
    {
      timed |= item_at (self, i)->kind == CHISO_ITEM_TIME;
      if (item_at (self, i)->kind != CHISO_ITEM_TIME && item_at (self, i)->kind != CHISO_ITEM_PUNCT
          && (item_at (self, i)->classes
              & (CHISO_CLASS_BIT (CHISO_CLASS_RESULT) | CHISO_CLASS_BIT (CHISO_CLASS_FUNCTION)))
                 == 0)
        return FALSE;
    }
  return timed && before->sentence == figure->sentence;
}

/* "Năm 2015 vẫn còn 25,8%. … con số ấy là 3,86%": a percentage that a verb of result or a pronoun leads
 * to goes on with the one before. */
int
chiso_again_rate (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint first = chiso_reading_sentence (self, figure->sentence)->first;
  gboolean led = FALSE;

  for (guint i = figure->item; i > first && figure->item - i < 5; i--)
    led |= chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_RESULT)
           || chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_ANAPHORA);
  led |= is_led_by_rate (self, figure);
  /* "Cả nước có 78,5% số xã đạt chuẩn; Nghệ An 83,5%" */
  led |= figure->item > first && item_at (self, figure->item - 1)->kind == CHISO_ITEM_PLACE && f > 0
         && chiso_reading_figure (self, f - 1)->sentence == figure->sentence;
  for (guint b = f; led && b > 0 && f - b < 6; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (figure->sentence - before->sentence > 2
          || chiso_reading_sentence (self, before->sentence)->block
                 != chiso_reading_sentence (self, figure->sentence)->block)
        return -1;
      if (before->unit == CHISO_UNIT_PERCENT && before->role == CHISO_ROLE_LEVEL)
        return before->indicator;
      /* "34/41 vụ việc; lũy kế từ đầu năm đạt tỷ lệ 86,5%" */
      if (is_led_by_rate (self, figure) && before->sentence == figure->sentence
          && before->role == CHISO_ROLE_LEVEL && isfinite (before->denominator))
        return chiso_grammar_share_of (self->grammar, before->indicator);
      if (before->role == CHISO_ROLE_SHARE && before->of >= 0
          && (is_pointed_at (self, figure) || is_led_by_rate (self, figure)
              || is_beside (self, before, figure)))
        return chiso_grammar_share_of (self->grammar,
                                       chiso_reading_figure (self, before->of)->indicator);
    }
  return -1;
}

/* Some topic of indicator k begins with that word and has more. */
static gboolean
opens_topic (const ChisoReading *self, int k, guint16 word)
{
  const char **topics = chiso_grammar_wording (self->grammar, k)->lists[CHISO_WORDS_TOPICS];

  for (guint t = 0; topics != NULL && topics[t] != NULL; t++)
    {
      const char *space = strchr (topics[t], ' ');

      if (space != NULL
          && chiso_vocabulary_find (self->grammar->vocabulary, topics[t], space - topics[t])
                 == word)
        return TRUE;
    }
  return FALSE;
}

/* "Cả tỉnh trong năm đó đạt |": before the number nothing but where and when. */
static gboolean
has_plain_lead (const ChisoReading *self, const ChisoFigure *figure)
{
  static const guint64 plain = CHISO_CLASS_BIT (CHISO_CLASS_PROVINCE)
                               | CHISO_CLASS_BIT (CHISO_CLASS_DISTRICT)
                               | CHISO_CLASS_BIT (CHISO_CLASS_COMMUNE)
                               | CHISO_CLASS_BIT (CHISO_CLASS_NATION)
                               | CHISO_CLASS_BIT (CHISO_CLASS_FUNCTION)
                               | CHISO_CLASS_BIT (CHISO_CLASS_RESULT)
                               | CHISO_CLASS_BIT (CHISO_CLASS_FILLER)
                               | CHISO_CLASS_BIT (CHISO_CLASS_ABOUT)
                               | CHISO_CLASS_BIT (CHISO_CLASS_AT_LEAST)
                               | CHISO_CLASS_BIT (CHISO_CLASS_AT_MOST);

  for (guint i = chiso_reading_sentence (self, figure->sentence)->first; i < figure->item; i++)
    {
      const ChisoItem *item = item_at (self, i);

      if (item->kind != CHISO_ITEM_TIME && item->kind != CHISO_ITEM_PLACE && item->mark != ','
          && item->word != CHISO_W_CHI && item->word != CHISO_W_MOIJ && !(item->classes & plain))
        return FALSE;
    }
  return chiso_mentions_is (self->mentions, figure->item - 1, CHISO_CLASS_RESULT);
}

/* "… thu ngân sách được 24.560 tỷ đồng. Trước đó một năm, tỉnh thu 33.300 tỷ đồng": the head word of the topic, and a
 * sum of the same order. */
int
chiso_again_money (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint block = chiso_reading_sentence (self, figure->sentence)->block;
  guint i = figure->item;
  gboolean again, verb;

  while (i > 1 && figure->item - i < 2
         && (item_at (self, i - 1)->classes
             & (CHISO_CLASS_BIT (CHISO_CLASS_FILLER) | CHISO_CLASS_BIT (CHISO_CLASS_ABOUT)
                | CHISO_CLASS_BIT (CHISO_CLASS_AT_LEAST) | CHISO_CLASS_BIT (CHISO_CLASS_AT_MOST)))
                != 0)
    i--;
  if (i == 0)
    return -1;
  again = is_pointed_at (self, figure) || has_plain_lead (self, figure);
  for (guint b = f; b > 0 && f - b < 8; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);
      guint back = block - chiso_reading_sentence (self, before->sentence)->block;

      if (figure->sentence - before->sentence > 2 || back > (again ? 1 : 0))
        return -1;
      if (before->unit != CHISO_UNIT_MONEY || before->role != CHISO_ROLE_LEVEL
          || before->indicator < 0)
        continue;
      verb = opens_topic (self, before->indicator, item_at (self, i - 1)->word);
      return (again || verb) && figure->value < before->value * 5
                     && figure->value > before->value / (verb ? 20 : 5)
                 ? before->indicator
                 : -1;
    }
  return -1;
}
