/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series of numbers for several things. "Cùng kỳ năm ngoái, các con số tương ứng là 198, 44 và 135": a pronoun sets them
 * beside the figures before; the n-th counts what the n-th of those did, where that was, and at the time that the
 * clause names. "Số cuộc giám sát và phản biện lần lượt là 97 và 19": the n-th counts what the n-th head names. Lists
 * of one thing in several places are chiso-respective.c's. */

#include "chiso-topic-private.h"

/* Numbers of one series. */
#define MAX_SERIES 6
/* Items of the clause that leads to it. */
#define MAX_LEAD 14
/* Figures looked over for those that it repeats. */
#define MAX_LOOK_BACK 16

typedef struct
{
  guint f, end;   /* its figures */
  guint first;    /* item that its clause begins with */
  gboolean timed; /* the clause names a time, or a place */
  gboolean placed;
  gboolean pronoun; /* it has one for them all */
} Series;

static const ChisoItem *
item_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_item (self->mentions, i);
}

static guint16
word_at (const ChisoReading *self, guint i)
{
  return chiso_mentions_token (self->mentions, item_at (self, i)->first)->word;
}

static gboolean
is_joined (const ChisoReading *self, const ChisoFigure *figure, const ChisoFigure *next)
{
  /* "97 và 19 cuộc" may share the last one's unit. */
  guint i = (figure->unit_item < next->item ? figure->unit_item : figure->item) + 1, first = i;

  if (next->sentence != figure->sentence || next->role != CHISO_ROLE_LEVEL)
    return FALSE;
  if (chiso_mentions_is_mark (self->mentions, i, ',')
      || chiso_mentions_is_mark (self->mentions, i, ';'))
    i++;
  if (word_at (self, i) == CHISO_W_VA)
    i++;
  return i > first && next->item == i;
}

/* Words that point at several things told before: "hai con số này", "các chỉ tiêu trên". */
static gboolean
is_plural_pronoun (const ChisoReading *self, guint i, guint first)
{
  const ChisoItem *item = item_at (self, i);
  guint16 before;

  if (!(item->classes
        & (CHISO_CLASS_BIT (CHISO_CLASS_SERIES) | CHISO_CLASS_BIT (CHISO_CLASS_ANAPHORA)))
      || i == first)
    return FALSE;
  before = chiso_mentions_token (self->mentions, item->first - 1)->word;
  return before == CHISO_W_CAC || before == CHISO_W_NHUNG || before == CHISO_W_HAI
         || before == CHISO_W_BA || before == CHISO_W_BON
         || item_at (self, i - 1)->kind == CHISO_ITEM_NUMBER;
}

/* It counts something by itself: that is no pronoun's. */
static gboolean
names_something (const ChisoReading *self, guint i)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

  return phrase != NULL && chiso_mentions_is (self->mentions, i, CHISO_CLASS_WORDING)
         && !(chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_TOPICS])
              && chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_UNITS]));
}

/* Finds the clause before the numbers; FALSE where no pronoun leads to them, and no time of its own by which what
 * is told in turn is that of another year. */
static gboolean
find_clause (const ChisoReading *self, Series *series)
{
  const ChisoFigure *figure = chiso_reading_figure (self, series->f);
  guint start = chiso_reading_sentence (self, figure->sentence)->first, i = figure->item;
  gboolean pronoun = FALSE, turn = FALSE, comma = FALSE;

  for (; i > start && figure->item - i < MAX_LEAD; i--)
    {
      const ChisoItem *item = item_at (self, i - 1);

      if (item->kind == CHISO_ITEM_PUNCT)
        {
          /* "Cùng kỳ năm ngoái, các con số …": the time stands before the comma. */
          if (item->mark == ',' && !comma && (pronoun || turn) && !series->timed && i > start + 1
              && item_at (self, i - 2)->kind == CHISO_ITEM_TIME
              && item_at (self, i - 2)->depth == item_at (self, figure->item)->depth)
            {
              comma = TRUE;
              continue;
            }
          break;
        }
      /* "con số của năm trước là 588 và 97" */
      pronoun |= is_plural_pronoun (self, i - 1, start)
                 || (figure->unit == CHISO_UNIT_NONE
                     && chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_ANAPHORA));
      turn |= chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_RESPECTIVELY);
      series->timed |= item->kind == CHISO_ITEM_TIME;
      series->placed |= item->kind == CHISO_ITEM_PLACE;
      if ((item->kind == CHISO_ITEM_NUMBER && i > start + 1 && !is_plural_pronoun (self, i, start))
          || names_something (self, i - 1)
          || (item->classes
              & (CHISO_CLASS_BIT (CHISO_CLASS_UP) | CHISO_CLASS_BIT (CHISO_CLASS_DOWN)
                 | CHISO_CLASS_BIT (CHISO_CLASS_TIMES) | CHISO_CLASS_BIT (CHISO_CLASS_LEVEL))))
        return FALSE;
    }
  series->first = i;
  series->pronoun = pronoun;
  return pronoun || (turn && series->timed && !series->placed);
}

static gboolean
fits (const ChisoReading *self, const ChisoFigure *figure, int indicator)
{
  const ChisoPhrase *unit = chiso_mentions_phrase (self->mentions, figure->unit_item);
  gboolean percent = chiso_indicator_set_has (&self->percent_units, indicator);

  switch ((ChisoUnit) figure->unit)
    {
    case CHISO_UNIT_NOUN:
      return unit != NULL && chiso_indicator_set_has (&unit->lists[CHISO_WORDS_UNITS], indicator);
    case CHISO_UNIT_MONEY:
      return chiso_indicator_set_has (&self->money_units, indicator);
    case CHISO_UNIT_PERCENT:
      return percent;
    case CHISO_UNIT_NONE:
      return !percent;
    case CHISO_UNIT_POINTS:
    case CHISO_UNIT_TIMES:
    default:
      return FALSE;
    }
}

/* The last levels before the series, as many as it has, each of another indicator, into found; FALSE where they are
 * not, or one of them counts nothing known. */
static gboolean
find_levels (const ChisoReading *self, const Series *series, guint *found)
{
  const ChisoFigure *figure = chiso_reading_figure (self, series->f);
  guint n = series->end - series->f, left = n, same = 0;
  guint block = chiso_reading_sentence (self, figure->sentence)->block;

  for (guint b = series->f; b > 0 && left > 0 && series->f - b < MAX_LOOK_BACK; b--)
    {
      const ChisoFigure *before = chiso_reading_figure (self, b - 1);

      if (figure->sentence - before->sentence > 2
          || chiso_reading_sentence (self, before->sentence)->block != block)
        return FALSE;
      if (before->role != CHISO_ROLE_LEVEL
          || item_at (self, before->item)->depth > item_at (self, figure->item)->depth)
        continue;
      if (before->indicator < 0
          || !fits (self, chiso_reading_figure (self, series->f + left - 1), before->indicator))
        return FALSE;
      for (guint k = left; k < n; k++)
        same += chiso_reading_figure (self, found[k])->indicator == before->indicator;
      found[--left] = b - 1;
    }
  /* All are of one indicator, then in several places, or of as many as they are. */
  return left == 0 && (same == 0 || (same == n * (n - 1) / 2 && series->pronoun));
}

/* Figures of one indicator and place have no order in which they could be told again. */
static gboolean
are_alike (const ChisoFigure *a, const ChisoFigure *b)
{
  return a->indicator == b->indicator && g_strcmp0 (a->place, b->place) == 0;
}

/* What the clause dates is the series alone. */
static void
claim_times (ChisoReading *self, const Series *series)
{
  for (guint i = series->first; i < chiso_reading_figure (self, series->f)->item; i++)
    if (item_at (self, i)->kind == CHISO_ITEM_TIME)
      g_array_index (self->mentions->times, ChisoTimeMention, item_at (self, i)->index).aside =
          TRUE;
}

static gboolean
is_repeated (ChisoReading *self, guint f, Series *series)
{
  guint found[MAX_SERIES];

  if (!find_clause (self, series) || !find_levels (self, series, found))
    return FALSE;
  claim_times (self, series);
  for (guint k = f; k < series->end; k++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, k);
      guint like = found[k - f];

      figure->indicator = chiso_reading_figure (self, like)->indicator;
      figure->score = 60;
      figure->rule = CHISO_INTERNED ("series");
      figure->like = (int) like;
      figure->like_time = !series->timed;
      figure->like_place = !series->placed;
    }
  return TRUE;
}

/* The item behind the heads: the "lần lượt" that leads to the numbers, or 0. */
static guint
turn_at (const ChisoReading *self, const Series *series)
{
  guint item = chiso_reading_figure (self, series->f)->item;

  for (guint i = item; i > 0 && item - i < 3; i--)
    if (chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_RESPECTIVELY))
      return i - 1;
  return 0;
}

/* The indicators that only some bodies act for, none of which is named in items [first, last). */
static ChisoIndicatorSet
find_unactored (const ChisoReading *self, guint first, guint last)
{
  ChisoIndicatorSet rest = self->grammar->with_subjects;

  for (guint i = first; i < last; i++)
    {
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      if (phrase != NULL)
        rest = chiso_indicator_set_but (&rest, &phrase->lists[CHISO_WORDS_SUBJECTS]);
    }
  return rest;
}

/* What a head says, or the ones before it where it leaves that out. */
typedef struct
{
  ChisoIndicatorSet units, topics, avoided;
} Head;

/* The only indicator that has both the head's topic and the unit, that of figure if it has one, but for those of out;
 * -1 if none, or more than one. */
static int
named_by (const ChisoReading *self, const ChisoFigure *figure, const Head *head,
          const ChisoIndicatorSet *out)
{
  const ChisoIndicatorSet *units =
      figure->unit == CHISO_UNIT_NOUN
          ? &chiso_mentions_phrase (self->mentions, figure->unit_item)->lists[CHISO_WORDS_UNITS]
          : &head->units;
  ChisoIndicatorSet both = chiso_indicator_set_and (units, &head->topics);
  guint k, other;

  both = chiso_indicator_set_but (&both, out);
  both = chiso_indicator_set_but (&both, &head->avoided);
  return chiso_indicator_set_take (&both, &k) && !chiso_indicator_set_take (&both, &other) ? (int) k
                                                                                           : -1;
}

/* Takes in the words of item i. */
static void
add_words (const ChisoReading *self, guint i, Head *head)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

  if (phrase == NULL)
    return;
  head->units = chiso_indicator_set_or (&head->units, &phrase->lists[CHISO_WORDS_UNITS]);
  if (!chiso_indicator_set_is_empty (&phrase->lists[CHISO_WORDS_TOPICS])
      || word_at (self, i) == CHISO_W_SO)
    {
      ChisoIndicatorSet own = chiso_topic_own_units (self, i);

      head->units = chiso_indicator_set_or (&head->units, &own);
    }
  head->topics = chiso_indicator_set_or (&head->topics, &phrase->lists[CHISO_WORDS_TOPICS]);
  head->topics = chiso_indicator_set_or (&head->topics, &phrase->named);
  head->avoided = chiso_indicator_set_or (&head->avoided, &phrase->lists[CHISO_WORDS_AVOID]);
}

/* What the heads before item turn name, one for each number, into found; a head without a unit or topic has that of
 * the one before. FALSE where they are not as many. */
static gboolean
find_heads (const ChisoReading *self, const Series *series, guint turn, int *found)
{
  guint first =
      chiso_reading_sentence (self, chiso_reading_figure (self, series->f)->sentence)->first;
  guint n = series->end - series->f, n_heads = 0, start = turn;
  Head last = { 0 }, head = { 0 };
  ChisoIndicatorSet out;

  while (start > first && item_at (self, start - 1)->kind != CHISO_ITEM_NUMBER
         && item_at (self, start - 1)->kind != CHISO_ITEM_TIME
         && !chiso_mentions_is (self->mentions, start - 1, CHISO_CLASS_PART)
         && !chiso_mentions_is_mark (self->mentions, start - 1, ';'))
    start--;
  out = find_unactored (self, start, turn);
  for (guint i = start; i <= turn; i++)
    {
      const ChisoFigure *figure;

      if (i < turn && !chiso_mentions_is_mark (self->mentions, i, ',')
          && word_at (self, i) != CHISO_W_VA)
        {
          add_words (self, i, &head);
          continue;
        }
      /* ", thì lần lượt": a mark behind a time, or one that nothing stands before. */
      if (chiso_indicator_set_is_empty (&head.units) && chiso_indicator_set_is_empty (&head.topics))
        {
          if (i < turn && n_heads == 0)
            continue;
          return FALSE;
        }
      if (!chiso_indicator_set_is_empty (&head.units))
        last.units = head.units;
      if (!chiso_indicator_set_is_empty (&head.topics))
        last.topics = head.topics;
      last.avoided = head.avoided;
      head = (Head){ 0 };
      if (n_heads == n)
        return FALSE;
      figure = chiso_reading_figure (self, series->f + n_heads);
      found[n_heads] = named_by (self, figure, &last, &out);
      if (found[n_heads] < 0 || (n_heads > 0 && found[n_heads] == found[n_heads - 1])
          || !fits (self, figure, found[n_heads]))
        return FALSE;
      n_heads++;
    }
  return n_heads == n;
}

static gboolean
has_heads (ChisoReading *self, guint f, const Series *series)
{
  guint turn = turn_at (self, series);
  int found[MAX_SERIES];

  if (turn == 0 || !find_heads (self, series, turn, found))
    return FALSE;
  for (guint k = f; k < series->end; k++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, k);

      figure->indicator = found[k - f];
      figure->score = 60;
      figure->rule = CHISO_INTERNED ("series");
    }
  return TRUE;
}

/* "nâng cao, kiểu mẫu lần lượt là 35 và 6; 190 thôn kiểu mẫu": where the first semicolon ends the series. */
static guint
end_of_clause (const ChisoReading *self, const Series *series)
{
  guint end = series->f + 1;

  while (
      end < series->end
      && !chiso_mentions_is_mark (self->mentions, chiso_reading_figure (self, end)->item - 1, ';'))
    end++;
  return end;
}

guint
chiso_series_assign (ChisoReading *self, guint f)
{
  Series series = { .f = f, .end = f + 1 };

  while (series.end < self->figures->len && series.end - f < MAX_SERIES
         && is_joined (self, chiso_reading_figure (self, series.end - 1),
                       chiso_reading_figure (self, series.end)))
    series.end++;
  if (series.end - f < 2)
    return f;
  if (is_repeated (self, f, &series))
    return series.end;
  series.end = end_of_clause (self, &series);
  return series.end - f >= 2 && has_heads (self, f, &series) ? series.end : f;
}

void
chiso_series_settle (ChisoReading *self)
{
  for (guint f = 0; f < self->figures->len; f++)
    {
      ChisoFigure *figure = chiso_reading_figure (self, f);
      const ChisoFigure *like;

      if (figure->like < 0)
        continue;
      like = chiso_reading_figure (self, figure->like);
      if (f > 0 && figure[-1].like >= 0 && figure[-1].like + 1 <= figure->like
          && figure[-1].sentence == figure->sentence
          && are_alike (chiso_reading_figure (self, figure[-1].like), like))
        figure->drop = figure[-1].drop = TRUE;
      if (figure->like_place)
        {
          figure->place = like->place;
          figure->boundary = like->boundary;
          figure->place_told = like->place_told;
        }
      if (figure->like_time)
        {
          figure->period = like->period;
          figure->period_told = like->period_told;
          figure->period_named = like->period_named;
        }
    }
}
