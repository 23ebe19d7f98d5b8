/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change compares with: the time behind it, at the head of its sentence, or told as a level of
 * the year before. */

#include "chiso-when-private.h"

#include <string.h>

/* Days of a reporting year that does not begin in January: what it compares with is named by its year. */
#define MIN_YEAR 350
/* Years of the first half of a term of five. */
#define HALF_TERM 2

static const ChisoIndicator *
indicator_of (const ChisoWhen *walk, const ChisoFigure *figure)
{
  return figure->indicator < 0
             ? NULL
             : chiso_grammar_indicator (walk->reading->grammar, figure->indicator);
}

gboolean
chiso_when_is_stock (const ChisoWhen *walk, const ChisoFigure *figure)
{
  const ChisoIndicator *indicator = indicator_of (walk, figure);

  return indicator != NULL && indicator->stock;
}

ChisoPeriod
chiso_when_as_stock (const ChisoWhen *walk, ChisoPeriod period)
{
  const ChisoDate *now = &walk->reading->published;

  /* What is counted is so by now, in a span that goes on: "giai đoạn 2021 - 2025". */
  if (period.open_end
      || (now->year != 0 && period.end.year > now->year && period.start.year < period.end.year))
    {

      return now->month != 0  ? chiso_period_month (now->year, now->month)
             : now->year != 0 ? chiso_period_year (now->year)
                              : period;
    }
  if (memcmp (&period.start, &period.end, sizeof (ChisoDate)) != 0)
    period.start = period.end;
  if (period.end.day != 0)
    period.start.day = period.end.day = 0;
  return period;
}

/* The verb of the change behind figure in its sentence, or the sentence's end. */
static guint
next_change (const ChisoWhen *walk, const ChisoFigure *figure)
{
  for (guint f = figure->number + 1; f < walk->last_figure; f++)
    if (chiso_reading_figure (walk->reading, f)->role == CHISO_ROLE_CHANGE)
      return chiso_reading_figure (walk->reading, f)->verb;
  return chiso_reading_sentence (walk->reading, figure->sentence)->last;
}

/* Items between words of comparison and what stands in brackets behind them. */
#define MAX_COMPARED_WORDS 8

/* Words of comparison stand before item i, nothing but words between them. */
static gboolean
is_behind_than (const ChisoWhen *walk, guint i, guint first)
{
  for (guint k = i; k > first && i - k < MAX_COMPARED_WORDS; k--)
    {
      if (chiso_when_is (walk, k - 1, CHISO_CLASS_THAN))
        return TRUE;
      if (chiso_when_item (walk, k - 1)->kind == CHISO_ITEM_PUNCT
          || chiso_when_item (walk, k - 1)->kind == CHISO_ITEM_NUMBER)
        return FALSE;
    }
  return FALSE;
}

/* Items between words of comparison and the time that they lead to. */
#define MAX_COMPARED 10

/* "so với mức [của] cùng kỳ": the level at item i is that of a time. */
static gboolean
is_level_of_time (const ChisoWhen *walk, guint i)
{
  const ChisoItem *item = chiso_when_item (walk, i);
  guint behind = chiso_mentions_token (walk->reading->mentions, item->last)->word == CHISO_W_CUA
                     ? i + 2
                     : i + 1;

  return item->last - item->first == 1 && chiso_when_time (walk, behind) != NULL;
}

static gboolean
opens_clause (const ChisoWhen *walk, guint i)
{
  guint16 word =
      chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word;

  return chiso_when_item (walk, i)->kind == CHISO_ITEM_PUNCT || word == CHISO_W_VA
         || word == CHISO_W_SONG || word == CHISO_W_NHUNG2 || word == CHISO_W_CON;
}

/* "so với quý I/2023 tăng 3,9%, song so với quý IV/2023 lại giảm 9,5%": in its own clause, before the verb; -1 for
 * none. */
static int
time_before_verb (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  int time = -1;

  for (guint i = figure->verb; i > first; i--)
    {
      const ChisoItem *item = chiso_when_item (walk, i - 1);

      if (item->kind == CHISO_ITEM_PUNCT || item->kind == CHISO_ITEM_NUMBER)
        return -1;
      if (item->kind == CHISO_ITEM_TIME)
        time = (int) i - 1;
      if (time >= 0 && chiso_when_is (walk, i - 1, CHISO_CLASS_THAN))
        return i - 1 == first || opens_clause (walk, i - 2) ? time : -1;
    }
  return -1;
}

/* The time compared with: behind the change, between verb and number, or at the sentence's head. */
static int
find_base (const ChisoWhen *walk, const ChisoFigure *figure, gboolean *other)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  gboolean compared = FALSE;
  int behind;

  *other = FALSE;
  for (guint i = figure->verb + 1; i < figure->item; i++)
    if (chiso_when_time (walk, i) != NULL)
      return (int) i;
  /* "cao gấp mười lần mức chung của tỉnh" */
  if (chiso_when_is (walk, figure->right, CHISO_CLASS_OTHER_BASE))
    {
      *other = TRUE;
      return -1;
    }
  behind = chiso_when_time_behind_ratio (walk, figure);
  if (behind < 0)
    behind = time_before_verb (walk, figure, sentence->first);
  if (behind >= 0)
    return behind;
  for (guint i = figure->right; i < sentence->last; i++)
    {
      if (chiso_mentions_is_mark (walk->reading->mentions, i, ';')
          || (compared && i >= next_change (walk, figure)))
        break;
      if (!chiso_when_is (walk, i, CHISO_CLASS_THAN))
        continue;
      compared = TRUE;
      for (guint k = i + 1; k < MIN (i + MAX_COMPARED, sentence->last); k++)
        {
          if (chiso_when_time (walk, k) != NULL)
            return (int) k;
          /* "so với năm đầu nhiệm kỳ (2020)" */
          if (chiso_mentions_is_mark (walk->reading->mentions, k, '(')
              && chiso_when_time (walk, k + 1) != NULL
              && chiso_mentions_is_mark (walk->reading->mentions, k + 2, ')'))
            return (int) k + 1;
          if (chiso_when_item (walk, k)->kind == CHISO_ITEM_PUNCT
              || chiso_when_item (walk, k)->kind == CHISO_ITEM_NUMBER)
            break;
          if ((chiso_when_is (walk, k, CHISO_CLASS_OTHER_BASE) && !is_level_of_time (walk, k)
               && chiso_base_then_behind (walk, k) < 0)
              || chiso_when_is (walk, k, CHISO_CLASS_NATION)
              || chiso_when_item (walk, k)->kind == CHISO_ITEM_PLACE)
            {
              *other = TRUE;
              return -1;
            }
        }
    }
  for (guint i = figure->verb; i-- > sentence->first;)
    {
      if (chiso_when_time (walk, i) != NULL && chiso_when_is_base (walk, i, sentence->first))
        return (int) i;
      /* "so với năm đầu giai đoạn (2021) tăng 1,38 lần" */
      if (chiso_mentions_is_mark (walk->reading->mentions, i, '(') && i + 3 <= figure->verb
          && chiso_when_time (walk, i + 1) != NULL
          && chiso_mentions_is_mark (walk->reading->mentions, i + 2, ')')
          && is_behind_than (walk, i, sentence->first))
        return (int) i + 1;
    }
  return -1;
}

/* "tiếp 3.127 lượt (năm 2021: 2.508 lượt) …, tăng 24,7%": the level told for an earlier period is what
 * the change compares with. */
static gboolean
base_from_level (const ChisoWhen *walk, ChisoFigure *figure)
{
  guint block = chiso_reading_sentence (walk->reading, figure->sentence)->block;

  for (guint f = walk->last_figure, n = 0; f > 0 && n < 12; f--, n++)
    {
      const ChisoFigure *level = chiso_reading_figure (walk->reading, f - 1);

      if (chiso_reading_sentence (walk->reading, level->sentence)->block != block)
        return FALSE;
      if (level->item < figure->item && level->role == CHISO_ROLE_LEVEL
          && level->indicator == figure->indicator && chiso_period_is_set (&level->period)
          && (level->period.end.year == figure->period.end.year - 1
              || (level->sentence == figure->sentence
                  && level->period.end.year < figure->period.end.year)))
        {
          figure->base = level->period;
          return TRUE;
        }
    }
  return FALSE;
}

/* "gấp 3,7 lần ngày khởi đầu": with what nothing tells the time of. */
static gboolean
compares_with_words (const ChisoWhen *walk, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);

  return figure->direction == 0 && figure->unit == CHISO_UNIT_TIMES
         && figure->right < sentence->last
         && (chiso_when_item (walk, figure->right)->kind == CHISO_ITEM_WORD
             || chiso_when_is (walk, figure->right, CHISO_CLASS_THEN));
}

/* "gấp 4,48 lần so với lúc bắt đầu": words of comparison right behind the change, with what has no time. */
static gboolean
is_compared (const ChisoWhen *walk, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);

  for (guint i = figure->right; i < MIN (figure->right + 3, sentence->last); i++)
    {
      if (chiso_when_item (walk, i)->kind == CHISO_ITEM_PUNCT)
        return FALSE;
      if (chiso_when_is (walk, i, CHISO_CLASS_THAN))
        return TRUE;
    }
  return FALSE;
}

void
chiso_when_set_base (const ChisoWhen *walk, ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  gboolean other;
  int found = find_base (walk, figure, &other);

  if (other)
    {
      figure->drop = TRUE;
      return;
    }
  if (found >= 0 && chiso_when_time (walk, found)->anchor == CHISO_TIME_MONTH
      && chiso_base_from_unit (walk, figure))
    {
      figure->base_stated = TRUE;
      return;
    }
  if (found >= 0)
    {
      guint gloss = chiso_when_gloss (walk, (guint) found);
      ChisoTimeMention mention = *chiso_when_time (walk, gloss);
      ChisoPeriod context = figure->period;

      /* "Ba năm 2020 - 2022 …, bằng 87% ba năm trước đó" */
      if (mention.anchor == CHISO_TIME_YEARS_LATER && !mention.back_in_months
          && chiso_base_is_span_of_years (&figure->period)
          && figure->period.end.year - figure->period.start.year + 1 == -mention.n_back)
        {
          figure->base = chiso_period_shift_years (&figure->period, mention.n_back);
          figure->base_stated = TRUE;
          return;
        }
      if (mention.anchor == CHISO_TIME_FIRST_YEAR)
        chiso_when_look_back (walk, gloss, sentence->first, &context);

      /* "so với đầu nhiệm kỳ 2020 - 2025" */
      /* "so với nửa đầu nhiệm kỳ 2016 - 2021" */
      if (mention.anchor == CHISO_TIME_ABSOLUTE && mention.period.open_end
          && chiso_mentions_token (walk->reading->mentions, mention.first)->word == CHISO_W_NUA)
        {
          mention.period.end = (ChisoDate){ mention.period.start.year + HALF_TERM, 0, 0 };
          mention.period.open_end = FALSE;
        }
      if (chiso_when_opens_span (walk, chiso_when_time (walk, (guint) found)))
        mention.period.end = mention.period.start;
      /* "so với cùng thời điểm" looks back as "so với cùng kỳ" does. */
      mention.same_moment = FALSE;
      figure->base_stated = chiso_time_resolve (&mention, &walk->reading->published, &context,
                                                &figure->base);
    }
  if (!figure->base_stated
      && (chiso_base_from_unit (walk, figure) || chiso_base_from_words (walk, figure)))
    return;
  figure->doubtful |= !figure->base_stated
                      && (compares_with_words (walk, figure) || is_compared (walk, figure));
  if (!figure->base_stated
      && (chiso_base_of_span (walk, figure) || chiso_base_of_length (walk, figure)))
    return;
  if (!figure->base_stated && !base_from_level (walk, figure))
    figure->base = chiso_base_is_span_of_years (&figure->period)
                       ? chiso_base_span_before (walk, &figure->period)
                   : figure->period.start.day != 0
                           && chiso_period_n_days (&figure->period) >= MIN_YEAR
                       ? chiso_period_year (figure->period.end.year - 1)
                       : chiso_period_shift_years (&figure->period, -1);
  else if (figure->base.end.day != 0
           && memcmp (&figure->base.start, &figure->base.end, sizeof (ChisoDate)) == 0)
    figure->base = chiso_when_as_stock (walk, figure->base);
}
