/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "lần lượt là 20 xã và 81 xã": figures told in the order of places that were told before. Runs after
 * places and periods are known, and corrects both. */

#include "chiso-reading.h"

#include <string.h>

#define MAX_LISTED 6
#define MAX_LOOK_BACK 40

/* The figures [f, end) that one "lần lượt" governs: levels, listed, all of one indicator. */
static guint
list_end (const ChisoReading *self, guint f)
{
  const ChisoFigure *first = chiso_reading_figure (self, f);
  guint end = f + 1;

  while (end < self->figures->len && end - f < MAX_LISTED)
    {
      const ChisoFigure *last = chiso_reading_figure (self, end - 1);
      const ChisoFigure *next = chiso_reading_figure (self, end);

      if (next->sentence != first->sentence || next->indicator != first->indicator
          || next->role != CHISO_ROLE_LEVEL || next->item > last->unit_item + 3)
        break;
      end++;
    }
  return end;
}

/* "của hai kỳ này", "trong hai năm ấy" end at token t. */
static gboolean
names_both (const ChisoReading *self, guint t)
{
  const ChisoToken *last = chiso_mentions_token (self->mentions, t);

  return t > 1
         && (last->word == CHISO_W_NAY3 || last->word == CHISO_W_AY || last->word == CHISO_W_DO
             || last->word == CHISO_W_TREN)
         && (last[-1].word == CHISO_W_KY || last[-1].word == CHISO_W_NAM5
             || last[-1].word == CHISO_W_QUY)
         && (last[-2].word == CHISO_W_HAI || last[-2].word == CHISO_W_BA);
}

gboolean
chiso_reading_is_in_turn (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;
  guint token = chiso_mentions_item (self->mentions, figure->item)->first;

  for (guint t = token; t > token - MIN (token, 4); t--)
    if (names_both (self, t - 1))
      return TRUE;

  for (guint back = 1; back <= 3 && figure->item >= first + back; back++)
    if (chiso_mentions_is (self->mentions, figure->item - back, CHISO_CLASS_RESPECTIVELY))
      return TRUE;
  return FALSE;
}

/* Behind item i - 1 only "và" or a comma before the next one of a list. */
static gboolean
is_joined (const ChisoReading *self, guint i)
{
  return chiso_mentions_is_mark (self->mentions, i, ',')
         || chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first)
                    ->word
                == CHISO_W_VA;
}

/* "Các năm 2021, 2022 và 2023 … lần lượt 301, 377 và 418 cuộc", "năm 2021 và năm 2022 lần lượt …": to each
 * figure of [f, end) its year. FALSE where there are not as many. */
static gboolean
deal_out_years (ChisoReading *self, guint f, guint end)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint n = end - f, first = chiso_reading_sentence (self, figure->sentence)->first;
  ChisoPeriod years[MAX_LISTED], span = figure->period;
  guint left = n;

  for (guint i = figure->item; i > first && left > 0; i--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i - 1);
      const ChisoTimeMention *mention;

      if (item->kind != CHISO_ITEM_TIME)
        continue;
      mention = &g_array_index (self->mentions->times, ChisoTimeMention, item->index);
      if (mention->anchor != CHISO_TIME_ABSOLUTE || mention->period.open_end
          || mention->period.start.year != mention->period.end.year
          || (left < n && !is_joined (self, i)))
        break;
      years[--left] = mention->period;
    }
  /* "Trong năm 2022 và 9 tháng năm 2023 … lần lượt" */
  if (left > 0 && n == 2 && !span.open_end && span.start.month == 1 && span.start.day == 0
      && span.end.year == span.start.year + 1)
    {
      years[0] = chiso_period_year (span.start.year);
      years[1] = chiso_period_months (span.end.year, 1, span.end.month);
    }
  else if (left > 0)
    {
      if (span.open_end || span.start.month != 0 || span.end.month != 0
          || span.end.year - span.start.year + 1 != (int) n)
        return FALSE;
      for (guint i = 0; i < n; i++)
        years[i] = chiso_period_year (span.start.year + (int) i);
    }
  for (guint i = 0; i < n; i++)
    chiso_reading_figure (self, f + i)->period = years[i];
  return TRUE;
}

/* The last n figures before f, in the same paragraph, of n different places; FALSE if there are none. */
static gboolean
find_places (const ChisoReading *self, guint f, guint n, guint *found)
{
  guint block = chiso_reading_sentence (self, chiso_reading_figure (self, f)->sentence)->block;
  guint left = n;

  for (guint b = f; b > 0 && left > 0 && f - b < MAX_LOOK_BACK; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);
      gboolean known = FALSE;

      if (chiso_reading_sentence (self, before->sentence)->block != block)
        return FALSE;
      if (before->indicator < 0 || before->place == NULL || before->role != CHISO_ROLE_LEVEL)
        continue;
      for (guint i = left; i < n; i++)
        known |= strcmp (chiso_reading_figure (self, found[i])->place, before->place) == 0;
      if (!known)
        found[--left] = b - 1;
    }
  return left == 0;
}

static gboolean
are_of_one_period (const ChisoReading *self, const guint *found, guint n)
{
  const ChisoPeriod *period = &chiso_reading_figure (self, found[0])->period;

  for (guint i = 1; i < n; i++)
    if (!chiso_period_equal (period, &chiso_reading_figure (self, found[i])->period))
      return FALSE;
  return TRUE;
}

/* "Quý III có 88 cuộc giám sát; sang hai tháng 10 và 11, thêm 97 cuộc. Hội nghị phản biện thì lần lượt là 12 và 19": to
 * each figure of [f, end) its time. FALSE where the sentence or the one before tells no such run. */
static gboolean
deal_out_times (ChisoReading *self, guint f, guint end)
{
  guint n = end - f, sentence = chiso_reading_figure (self, f)->sentence;
  const ChisoFigure *run;

  if (f < n)
    return FALSE;
  run = chiso_reading_figure (self, f - n);
  for (guint i = 0; i < n; i++)
    {
      if (run[i].role != CHISO_ROLE_LEVEL || run[i].indicator < 0
          || run[i].indicator != run[0].indicator || run[i].sentence + 1 < sentence
          || g_strcmp0 (run[i].place, run[0].place) != 0
          || chiso_reading_sentence (self, run[i].sentence)->block
                 != chiso_reading_sentence (self, sentence)->block)
        return FALSE;
      for (guint k = 0; k < i; k++)
        if (chiso_period_equal (&run[k].period, &run[i].period))
          return FALSE;
    }
  if (run[0].indicator == run[n].indicator)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f + i);

      figure->period = run[i].period;
      figure->period_told = run[i].period_told;
      figure->period_named = run[i].period_named;
    }
  return TRUE;
}

/* How often the sentence names what figure counts, or who does that, before it. */
static guint
n_named (const ChisoReading *self, const ChisoFigure *figure)
{
  guint n = 0;

  for (guint i = chiso_reading_sentence (self, figure->sentence)->first; i < figure->item; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      n += phrase != NULL
           && (chiso_indicator_set_has (&phrase->lists[CHISO_WORDS_TOPICS], figure->indicator)
               || chiso_indicator_set_has (&phrase->lists[CHISO_WORDS_SUBJECTS],
                                           figure->indicator));
    }
  return n;
}

/* Levels of one indicator told in turn, of which nothing says what they are of. */
static void
doubt_alike (ChisoReading *self, guint f, guint end)
{
  const ChisoFigure *first = chiso_reading_figure (self, f);

  if (n_named (self, first) >= end - f)
    return;
  for (guint i = f + 1; i < end; i++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, i);

      if (chiso_period_equal (&figure->period, &first->period)
          && g_strcmp0 (figure->place, first->place) == 0)
        figure->doubtful = chiso_reading_figure (self, f)->doubtful = TRUE;
    }
}

guint
chiso_respective_end (const ChisoReading *self, guint f)
{
  const ChisoFigure *figure = chiso_reading_figure (self, f);
  guint end = figure->indicator >= 0 && figure->role == CHISO_ROLE_LEVEL ? list_end (self, f) : f;

  /* Hardly any figure has one beside it that a list could go on with. */
  return end > f + 1 && chiso_reading_is_in_turn (self, figure) ? end : f;
}

void
chiso_reading_respective (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      gboolean same;
      guint found[MAX_LISTED], end = chiso_respective_end (self, f);

      if (end < f + 2)
        continue;
      if (chiso_reading_figure (self, f)->place_listed || deal_out_years (self, f, end)
          || deal_out_times (self, f, end) || !find_places (self, f, end - f, found))
        {
          doubt_alike (self, f, end);
          continue;
        }
      same = are_of_one_period (self, found, end - f);
      for (guint i = f; i < end; i++)
        {
          ChisoFigure *figure = chiso_reading_figure (self, i);
          const ChisoFigure *like = chiso_reading_figure (self, found[i - f]);

          figure->place = like->place;
          figure->boundary = like->boundary;
          figure->place_told = like->place_told;
          /* "Năm 2022, con số tương ứng là 270 cuộc và 251 cuộc" */
          if (!same || !figure->period_named)
            figure->period = like->period;
        }
      f = end - 1;
    }
}
