/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes: which indicator grew or fell. Either the words before the verb name it ("số đơn … giảm"),
 * or it is that of the figure before. */

#include "chiso-topic-private.h"

#include <math.h>

static gboolean
in_list (const ChisoPhrase *phrase, ChisoWordList list, guint indicator)
{
  return phrase != NULL && chiso_indicator_set_has (&phrase->lists[list], indicator);
}

static const ChisoIndicator *
indicator_at (const ChisoReading *self, int k)
{
  return chiso_catalogue_indicator (self->grammar->catalogue, k);
}

static gboolean
is_percent_indicator (const ChisoReading *self, int k)
{
  return chiso_indicator_set_has (&self->percent_units, k);
}

static gboolean
unit_fits (const ChisoReading *self, const ChisoFigure *change, guint k)
{
  const ChisoPhrase *phrase;

  switch ((ChisoUnit) change->unit)
    {
    case CHISO_UNIT_NOUN:
      phrase = chiso_mentions_phrase (self->mentions, change->unit_item);
      return in_list (phrase, CHISO_WORDS_UNITS, k);
    case CHISO_UNIT_MONEY:
      return chiso_indicator_set_has (&self->money_units, k);
    case CHISO_UNIT_POINTS:
      return is_percent_indicator (self, k);
    case CHISO_UNIT_NONE:
    case CHISO_UNIT_PERCENT:
    case CHISO_UNIT_TIMES:
    default:
      return TRUE;
    }
}

/* The clause has a head of its own: "số đơn …", "tỷ lệ giải quyết …", "lượt tiếp …". */
static gboolean
has_head (const ChisoReading *self, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);
      const ChisoToken *token = chiso_mentions_token (self->mentions, item->first);

      if (token->word == CHISO_W_SO || token->word == CHISO_W_LUONG || token->word == CHISO_W_LUOT
          || token->word == CHISO_W_TY || token->word == CHISO_W_TONG)
        return TRUE;
    }
  return FALSE;
}

static int
choose_name (const ChisoReading *self, const ChisoFigure *change, guint first, guint last)
{
  int best = -1, best_score = CHISO_NAME_TOPIC - 1;
  gboolean head = has_head (self, first, last);
  ChisoIndicatorSet candidates = chiso_name_candidates (self, first, last);
  guint k;

  while (chiso_indicator_set_take (&candidates, &k))
    {
      int score = unit_fits (self, change, k) ? chiso_name_score (self, first, last, k) : 0;

      /* A bare topic names a count only with a head or its unit ("số cuộc đối thoại"); a rate or a sum of money by itself. */
      if (!head && score < CHISO_NAME_TOPIC + CHISO_NAME_UNIT && !is_percent_indicator (self, k)
          && !chiso_indicator_set_has (&self->money_units, k))
        score = 0;
      if (score > best_score)
        {
          best_score = score;
          best = (int) k;
        }
    }
  return best;
}

/* The clause before the verb: from behind the last figure, or from the last semicolon. */
static guint
clause_start (const ChisoReading *self, const ChisoFigure *change, int before)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, change->sentence);
  guint first = before >= 0 ? chiso_reading_figure (self, before)->right_end : sentence->first;

  first = MIN (first, change->verb);

  for (guint i = change->verb; i > first; i--)
    if (chiso_mentions_is_mark (self->mentions, i - 1, ';'))
      return i;
  return first;
}

/* What stands in brackets, where the change does not, is not what changed. */
static gboolean
is_deeper (const ChisoReading *self, const ChisoFigure *a, const ChisoFigure *b)
{
  return chiso_mentions_item (self->mentions, a->item)->depth
         > chiso_mentions_item (self->mentions, b->item)->depth;
}

/* "số lượt tăng 3,4%, số người giảm 1,8%": a head and a unit stand for what was last counted in it. */
static int
counted_in_unit (const ChisoReading *self, guint f, guint first, guint last)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);

  if (!has_head (self, first, last))
    return -1;
  for (guint i = first; i < last; i++)
    {
      const ChisoItem *unit = chiso_mentions_item (self->mentions, i);
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      if (phrase == NULL || chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS]))
        continue;
      for (guint b = f; b > 0 && f - b < 12; b--)
        {
          const ChisoFigure *before = chiso_reading_figure (self, b - 1);

          if (change->sentence - before->sentence > 2)
            break;
          if (before->indicator >= 0 && before->role == CHISO_ROLE_LEVEL
              && chiso_mentions_item (self->mentions, before->unit_item)->index == unit->index)
            return before->indicator;
        }
    }
  return -1;
}

/* The figure before the change in its sentence, of a kind that can have changed; -1 if none. */
static int
figure_before (const ChisoReading *self, guint f)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);

  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (before->sentence != change->sentence)
        return -1;
      if (before->role != CHISO_ROLE_NONE && before->item < change->verb
          && !is_deeper (self, before, change))
        return b;
    }
  return -1;
}

/* The nearest figure to the left whose unit the change shares: skips others only for a noun. */
static int
fitting_figure (const ChisoReading *self, guint f)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);

  for (int b = (int) f - 1; b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);
      int k = before->indicator;

      if (before->sentence != change->sentence)
        return -1;
      /* "bằng 76,3% dự toán và tăng 37,8%": the percentage in between counts nothing. */
      if (before->item >= change->verb || is_deeper (self, before, change)
          || before->role == CHISO_ROLE_NONE
          || (k < 0 && before->unit == CHISO_UNIT_PERCENT && before->role == CHISO_ROLE_LEVEL))
        continue;
      if (k >= 0 && unit_fits (self, change, k))
        return b;
      if (change->unit != CHISO_UNIT_NOUN && change->unit != CHISO_UNIT_MONEY
          && change->unit != CHISO_UNIT_POINTS)
        return -1;
    }
  return -1;
}

/* "tăng lần lượt 3,2% và 6,5%": the n-th of the list belongs to the n-th of the figures before it. */
static int
listed_figure (const ChisoReading *self, guint f)
{
  guint first = f, last = f;
  guint verb = chiso_reading_figure (self, f)->verb;
  int levels[8], n = 0;

  while (first > 0 && chiso_reading_figure (self, first - 1)->role == CHISO_ROLE_CHANGE
         && chiso_reading_figure (self, first - 1)->verb == verb)
    first--;
  while (last + 1 < self->figures->len
         && chiso_reading_figure (self, last + 1)->role == CHISO_ROLE_CHANGE
         && chiso_reading_figure (self, last + 1)->verb == verb)
    last++;
  for (int b = (int) first - 1; b >= 0 && n < 8 && n < (int) (last - first + 1); b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (before->sentence != chiso_reading_figure (self, f)->sentence)
        break;
      if (before->role == CHISO_ROLE_LEVEL && before->indicator >= 0)
        levels[n++] = b;
    }
  if (last == first || n != (int) (last - first + 1))
    return -1;
  return levels[n - 1 - (int) (f - first)];
}

/* "Tỷ lệ hộ nghèo là 3,62%. So với cuối năm 2021, tỷ lệ này giảm 1,49 điểm %": the level of the paragraph that a pronoun
 * between first and the change's verb points at; -1 if none. */
static int
pointed_figure (const ChisoReading *self, guint f, guint first)
{
  const ChisoFigure *change = chiso_reading_figure (self, f);
  guint block = chiso_reading_sentence (self, change->sentence)->block;
  gboolean pointed = FALSE;

  for (guint i = first; i < change->verb; i++)
    pointed |= chiso_mentions_is (self->mentions, i, CHISO_CLASS_ANAPHORA);
  for (int b = (int) f - 1; pointed && b >= 0; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b);

      if (change->sentence - before->sentence > 2
          || chiso_reading_sentence (self, before->sentence)->block != block)
        return -1;
      if ((before->role == CHISO_ROLE_LEVEL || before->role == CHISO_ROLE_SHARE)
          && before->indicator >= 0 && unit_fits (self, change, before->indicator))
        return b;
    }
  return -1;
}

/* GRDP "tăng 7,5%" is its level: growth is what the indicator measures. */
static gboolean
is_growth (const ChisoReading *self, int k)
{
  return k >= 0 && indicator_at (self, k)->kind == CHISO_KIND_RATE
         && is_percent_indicator (self, k);
}

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
static int
growth_before (const ChisoReading *self, guint f)
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
        return is_growth (self, before->indicator) ? before->indicator : -1;
    }
  return -1;
}

static void
link_change (ChisoReading *self, guint f)
{
  ChisoFigure *change = chiso_reading_figure (self, f);
  int before = figure_before (self, f), named, of;
  guint first;

  first = clause_start (self, change, before);
  named = choose_name (self, change, first, change->verb);
  if (named < 0)
    named = counted_in_unit (self, f, first, change->verb);
  of = listed_figure (self, f);
  if (of < 0 && named < 0 && before < 0)
    of = pointed_figure (self, f, first);
  /* A clause that names something else is no change of the figure before. */
  if (of < 0 && named < 0 && before >= 0 && has_head (self, first, change->verb))
    return;
  if (of < 0 && named < 0)
    of = fitting_figure (self, f);
  if (of < 0 && named < 0)
    named = growth_before (self, f);
  if (of >= 0 && named < 0)
    {
      const ChisoFigure *level = chiso_reading_figure (self, of);

      change->of = of;
      change->indicator = level->indicator;
      change->score = MIN (level->score, 80);
      change->rule = CHISO_INTERNED ("change-of-figure");
    }
  else if (named >= 0)
    {
      change->indicator = named;
      change->score = 80;
      change->rule = CHISO_INTERNED ("change-named");
    }
  if (is_growth (self, change->indicator) && change->unit == CHISO_UNIT_PERCENT)
    {
      change->role = CHISO_ROLE_LEVEL;
      change->value *= change->direction < 0 ? -1 : 1;
      change->of = -1;
    }
}

/* A percentage beside a count gets the share's indicator before changes are linked to it. */
static void
link_share (ChisoReading *self, guint f)
{
  ChisoFigure *share = chiso_reading_figure (self, f);
  const ChisoFigure *count = chiso_reading_figure (self, share->of);

  share->indicator = chiso_topic_share_of (self, count->indicator);
  share->score = count->score;
  share->rule = CHISO_INTERNED ("share");
}

void
chiso_reading_changes (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);

      if (figure->role == CHISO_ROLE_SHARE)
        link_share (self, f);
      else if (figure->role == CHISO_ROLE_CHANGE)
        link_change (self, f);
    }
}
