/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which period a figure belongs to, and with which a change compares. The nearest expression of time
 * that governs it in its sentence, else the one in force from the sentences before, else the report's. */

#include "chiso-reading.h"

#include <string.h>

/* Items of a sentence whose times may be claimed; a sentence has fewer. */
#define MAX_CLAIMED 512

typedef struct
{
  ChisoReading *reading;
  gboolean claimed[MAX_CLAIMED + 1]; /* times that stand right behind one figure, by item */
  ChisoPeriod context; /* in force from before */
  ChisoPeriod latest;  /* the latest year that was in force: the report's own, against looks back */
  gboolean fresh;      /* context was set in this block */
  ChisoPeriod before_list;         /* in force before a list: each of its points begins with it */
  guint first_figure, last_figure; /* of the sentence at hand */
} Walk;

static const ChisoItem *
item_at (const Walk *walk, guint i)
{
  return chiso_mentions_item (walk->reading->mentions, i);
}

static const ChisoTimeMention *
time_at (const Walk *walk, guint i)
{
  const ChisoItem *item = item_at (walk, i);

  return item->kind == CHISO_ITEM_TIME
             ? &g_array_index (walk->reading->mentions->times, ChisoTimeMention, item->index)
             : NULL;
}

static gboolean
is (const Walk *walk, guint i, ChisoClass class_)
{
  return chiso_mentions_is (walk->reading->mentions, i, class_);
}

/* "gấp rưỡi năm 2021", "bằng 90% năm 2022": the time right behind a ratio. */
static gboolean
is_behind_ratio (const Walk *walk, guint i)
{
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    {
      const ChisoFigure *figure = chiso_reading_figure (walk->reading, f);

      if (figure->role == CHISO_ROLE_CHANGE && figure->right == i
          && (figure->unit == CHISO_UNIT_TIMES || figure->direction == 0))
        return TRUE;
    }
  return FALSE;
}

/* The time at item i is what something is compared with. */
static gboolean
is_base (const Walk *walk, guint i, guint first)
{
  /* "ít hơn năm trước 4 cuộc" */
  if (i > first && (is (walk, i - 1, CHISO_CLASS_UP) || is (walk, i - 1, CHISO_CLASS_DOWN))
      && (item_at (walk, i + 1)->kind == CHISO_ITEM_NUMBER
          || chiso_mentions_token (walk->reading->mentions, item_at (walk, i + 1)->first)->word
                 == CHISO_W_LA))
    return TRUE;
  if (is_behind_ratio (walk, i))
    return TRUE;
  /* "gần bằng cả năm 2021" */
  if (i > first && is (walk, i - 1, CHISO_CLASS_TIMES))
    return TRUE;
  for (guint back = 1; back <= 3 && i >= first + back; back++)
    {
      guint k = i - back;

      if (is (walk, k, CHISO_CLASS_THAN))
        return TRUE;
      if (item_at (walk, k)->kind == CHISO_ITEM_PUNCT
          || item_at (walk, k)->kind == CHISO_ITEM_NUMBER)
        break;
    }
  return FALSE;
}

static const ChisoIndicator *
indicator_of (const Walk *walk, const ChisoFigure *figure)
{
  return figure->indicator < 0
             ? NULL
             : chiso_catalogue_indicator (walk->reading->grammar->catalogue, figure->indicator);
}

static gboolean
is_stock (const Walk *walk, const ChisoFigure *figure)
{
  const ChisoIndicator *indicator = indicator_of (walk, figure);

  return indicator != NULL && indicator->stock;
}

/* A stock is as at the end of the span that its sentence speaks of. */
static ChisoPeriod
as_stock (const Walk *walk, ChisoPeriod period)
{
  if (period.open_end)
    {
      const ChisoDate *now = &walk->reading->published;

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

static gboolean
resolve (const Walk *walk, const ChisoFigure *figure, const ChisoTimeMention *mention,
         const ChisoPeriod *context, ChisoPeriod *period)
{
  const ChisoDate *published = &walk->reading->published;

  if (is_stock (walk, figure))
    {
      if (!chiso_time_resolve (mention, published, context, period))
        return FALSE;
      /* "từ giữa năm 2021 đã đạt" dates the stock at its beginning; "từ năm 2016 đến nay" does not. */
      if (period->open_end
          && chiso_mentions_token (walk->reading->mentions, mention->last - 1)->word != CHISO_W_NAY)
        {
          period->end = period->start;
          period->open_end = FALSE;
        }
      *period = as_stock (walk, *period);
      return TRUE;
    }
  return chiso_time_resolve_flow (mention, published, context, period);
}

/* A day on which something was said or done, not a span that a flow fills. */
static gboolean
is_one_day (const ChisoTimeMention *mention)
{
  return mention->day && !mention->until
         && memcmp (&mention->period.start, &mention->period.end, sizeof (ChisoDate)) == 0;
}

/* Times that set no period: what is compared with, and days on which something was said. */
static gboolean
governs (const Walk *walk, const ChisoFigure *figure, guint i, guint first)
{
  const ChisoTimeMention *mention = time_at (walk, i);

  if (mention == NULL || is_base (walk, i, first))
    return FALSE;
  if (is_one_day (mention))
    return is_stock (walk, figure);
  return TRUE;
}

/* Inside the brackets that hold the figure. */
static int
time_in_brackets (const Walk *walk, const ChisoFigure *figure, guint first)
{
  guint depth = item_at (walk, figure->item)->depth;

  if (depth == 0)
    return -1;
  for (guint i = figure->item; i > first && item_at (walk, i - 1)->depth >= depth; i--)
    if (governs (walk, figure, i - 1, first))
      return (int) i - 1;
  return -1;
}

static gboolean
opens_clause (const Walk *walk, guint i)
{
  switch (chiso_mentions_token (walk->reading->mentions, item_at (walk, i)->first)->word)
    {
    case CHISO_W_THI2:
    case CHISO_W_CON:
    case CHISO_W_SONG:
    case CHISO_W_NHUNG2:
    case CHISO_W_NEU:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Right behind the figure: "42% năm 2022", "7/7 xã đạt chuẩn vào năm 2020". */
static int
time_behind (const Walk *walk, const ChisoFigure *figure, guint first)
{
  guint depth = item_at (walk, figure->item)->depth;

  for (guint i = figure->right; i < MAX (figure->right_end, figure->right + 1); i++)
    {
      if (item_at (walk, i)->depth != depth || item_at (walk, i)->kind == CHISO_ITEM_PUNCT
          || item_at (walk, i)->kind == CHISO_ITEM_NUMBER
          || item_at (walk, i)->kind == CHISO_ITEM_PLACE || opens_clause (walk, i))
        break;
      if (governs (walk, figure, i, first))
        return (int) i;
    }
  return -1;
}

/* "… xuống còn 4,56%", "… lên 54 xã": where something has come to. */
static gboolean
is_result (const Walk *walk, const ChisoFigure *figure)
{
  return figure->item > 0
         && (is (walk, figure->item - 1, CHISO_CLASS_RESULT)
             || is (walk, figure->item - 1, CHISO_CLASS_ACHIEVED));
}

static int
time_before (const Walk *walk, const ChisoFigure *figure, guint first)
{
  guint depth = item_at (walk, figure->item)->depth;

  for (guint i = figure->item; i > first; i--)
    {
      if (item_at (walk, i - 1)->depth > depth || !governs (walk, figure, i - 1, first))
        continue;
      /* "từ 5,57% cuối năm 2023 xuống còn 4,56%": the first figure's time is not the second's. */
      if (walk->claimed[MIN (i - 1 - first, MAX_CLAIMED)] && is_result (walk, figure))
        continue;
      return (int) i - 1;
    }
  return -1;
}

/* Later in the sentence: "… 178/178 xã đạt chuẩn; … tính đến hết năm 2021". Past a semicolon only a
 * date as at which all was counted reaches back. */
static int
time_after (const Walk *walk, const ChisoFigure *figure, guint first, guint last)
{
  guint depth = item_at (walk, figure->item)->depth;
  gboolean same_clause = TRUE;

  for (guint i = figure->right; i < last; i++)
    {
      const ChisoTimeMention *mention = time_at (walk, i);

      if (chiso_mentions_is_mark (walk->reading->mentions, i, ';')
          || item_at (walk, i)->kind == CHISO_ITEM_PLACE || opens_clause (walk, i))
        same_clause = FALSE;
      if (is (walk, i, CHISO_CLASS_THAN) || chiso_reading_is_target (walk->reading, i))
        return -1;
      if (mention == NULL || item_at (walk, i)->depth != depth
          || mention->anchor == CHISO_TIME_LAST_YEAR || !(same_clause || mention->until))
        continue;
      if (governs (walk, figure, i, first))
        return (int) i;
    }
  return -1;
}

static gboolean
find_period (Walk *walk, ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);
  int found = time_in_brackets (walk, figure, sentence->first);
  ChisoPeriod context = chiso_period_is_set (&walk->context) ? walk->context
                                                             : walk->reading->period;

  if (found < 0)
    {
      found = time_behind (walk, figure, sentence->first);
      if (found >= 0)
        walk->claimed[MIN (found - sentence->first, MAX_CLAIMED)] = TRUE;
    }
  if (found < 0)
    found = time_before (walk, figure, sentence->first);
  if (found < 0)
    found = time_after (walk, figure, sentence->first, sentence->last);
  /* "…; cùng kỳ năm 2022 giám sát 240 cuộc" is like the period told before it in the sentence. */
  if (found >= 0 && figure->number > walk->first_figure
      && (time_at (walk, found)->anchor == CHISO_TIME_SAME_PERIOD
          || time_at (walk, found)->anchor == CHISO_TIME_LAST_YEAR)
      && chiso_period_is_set (&chiso_reading_figure (walk->reading, figure->number - 1)->period))
    context = chiso_reading_figure (walk->reading, figure->number - 1)->period;
  /* "6 tháng đầu năm" takes its year from this paragraph or from the report, not from one before. */
  if (found >= 0
      && resolve (walk, figure, time_at (walk, found),
                  walk->fresh || time_at (walk, found)->anchor != CHISO_TIME_YEARLESS
                      ? &context
                      : &walk->reading->period,
                  &figure->period))
    return TRUE;
  figure->period = is_stock (walk, figure) ? as_stock (walk, context) : context;
  return chiso_period_is_set (&figure->period);
}

/* The time compared with: behind the change, between verb and number, or at the sentence's head. */
static int
find_base (const Walk *walk, const ChisoFigure *figure, gboolean *other)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, figure->sentence);

  *other = FALSE;
  for (guint i = figure->verb + 1; i < figure->item; i++)
    if (time_at (walk, i) != NULL)
      return (int) i;
  /* "cao gấp mười lần mức chung của tỉnh" */
  if (is (walk, figure->right, CHISO_CLASS_OTHER_BASE))
    {
      *other = TRUE;
      return -1;
    }
  for (guint i = figure->right; i < sentence->last; i++)
    {
      if (chiso_mentions_is_mark (walk->reading->mentions, i, ';'))
        break;
      if (figure->unit == CHISO_UNIT_TIMES || figure->direction == 0)
        if (i == figure->right && time_at (walk, i) != NULL)
          return (int) i;
      if (!is (walk, i, CHISO_CLASS_THAN))
        continue;
      for (guint k = i + 1; k < MIN (i + 6, sentence->last); k++)
        {
          if (time_at (walk, k) != NULL)
            return (int) k;
          if (item_at (walk, k)->kind == CHISO_ITEM_PUNCT)
            break;
          if (is (walk, k, CHISO_CLASS_OTHER_BASE) || is (walk, k, CHISO_CLASS_NATION)
              || item_at (walk, k)->kind == CHISO_ITEM_PLACE)
            {
              *other = TRUE;
              return -1;
            }
        }
    }
  for (guint i = sentence->first; i < figure->verb; i++)
    if (time_at (walk, i) != NULL && is_base (walk, i, sentence->first))
      return (int) i;
  return -1;
}

/* "tiếp 3.127 lượt (năm 2021: 2.508 lượt) …, tăng 24,7%": the level told for an earlier period is what
 * the change compares with. */
static gboolean
base_from_level (const Walk *walk, ChisoFigure *figure)
{
  guint block = chiso_reading_sentence (walk->reading, figure->sentence)->block;

  for (guint f = walk->last_figure, n = 0; f > 0 && n < 12; f--, n++)
    {
      const ChisoFigure *level = chiso_reading_figure (walk->reading, f - 1);

      if (chiso_reading_sentence (walk->reading, level->sentence)->block != block)
        return FALSE;
      if (level->item < figure->item && level->role == CHISO_ROLE_LEVEL
          && level->indicator == figure->indicator && chiso_period_is_set (&level->period)
          && level->period.end.year == figure->period.end.year - 1)
        {
          figure->base = level->period;
          return TRUE;
        }
    }
  return FALSE;
}

static void
set_base (const Walk *walk, ChisoFigure *figure)
{
  gboolean other;
  int found = find_base (walk, figure, &other);

  if (other)
    {
      figure->drop = TRUE;
      return;
    }
  figure->base_stated = found >= 0
                        && chiso_time_resolve (time_at (walk, found), &walk->reading->published,
                                               &figure->period, &figure->base);
  if (!figure->base_stated && !base_from_level (walk, figure))
    figure->base = chiso_period_shift_years (&figure->period, -1);
  else if (figure->base.end.day != 0)
    figure->base = as_stock (walk, figure->base);
}

/* Whether a time of the sentence can stay in force behind it. */
static gboolean
can_carry (const Walk *walk, const ChisoSentence *sentence, guint i)
{
  const ChisoTimeMention *mention = time_at (walk, i);

  if (mention == NULL || item_at (walk, i)->depth > 0 || is_base (walk, i, sentence->first))
    return FALSE;
  if (mention->anchor == CHISO_TIME_SAME_PERIOD || mention->anchor == CHISO_TIME_LAST_YEAR
      || mention->anchor == CHISO_TIME_AHEAD || mention->anchor == CHISO_TIME_NOW)
    return FALSE;
  return !is_one_day (mention) && !walk->claimed[MIN (i - sentence->first, MAX_CLAIMED)];
}

static gboolean
lies_within (const ChisoPeriod *inner, const ChisoPeriod *outer)
{
  guint32 first_a, last_a, first_b, last_b;

  chiso_period_days (inner, &first_a, &last_a);
  chiso_period_days (outer, &first_b, &last_b);
  return first_a >= first_b && last_a <= last_b;
}

/* "…, năm 2022 là 1.815 ý kiến" behind a figure of 2023 sets an earlier year beside it, "trong tháng 6"
 * or "quý III" inside of the nine months at hand singles out a part: neither stays in force. */
static gboolean
only_looks_aside (const Walk *walk, guint i, const ChisoPeriod *period)
{
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    {
      const ChisoFigure *before = chiso_reading_figure (walk->reading, f);

      if (before->item < i && before->indicator >= 0 && before->role == CHISO_ROLE_LEVEL
          && before->period.end.year > period->end.year && !period->open_end)
        return TRUE;
    }
  return walk->fresh && chiso_period_n_days (period) > 0 && chiso_period_n_days (period) <= 92
         && chiso_period_n_days (&walk->context) > 92 && chiso_period_n_days (&walk->context) < 366
         && lies_within (period, &walk->context);
}

/* What the sentence leaves in force: its last time outside brackets, unless that only singles out a
 * part of the first ("năm 2021 …, riêng 6 tháng đầu năm …"). What stands behind a target is planned. */
static void
carry (Walk *walk, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);
  ChisoPeriod found = { 0 };

  for (guint i = sentence->first; i < sentence->last; i++)
    {
      ChisoPeriod period;
      guint32 first_a, last_a, first_b, last_b;

      if (chiso_reading_is_target (walk->reading, i))
        break;
      if (!can_carry (walk, sentence, i)
          || !chiso_time_resolve_flow (time_at (walk, i), &walk->reading->published, &walk->context,
                                       &period))
        continue;
      /* What is still to come is nobody's period. */
      if (walk->reading->published.year != 0 && period.start.year > walk->reading->published.year)
        continue;
      if (only_looks_aside (walk, i, &period))
        continue;
      chiso_period_days (&found, &first_a, &last_a);
      chiso_period_days (&period, &first_b, &last_b);
      if (first_a == 0 || first_b < first_a || last_b > last_a)
        found = period;
    }
  if (!chiso_period_is_set (&found))
    return;
  walk->context = found;
  walk->fresh = TRUE;
  if (!found.open_end
      && (found.end.year > walk->latest.end.year
          || (found.end.year == walk->latest.end.year
              && chiso_period_n_days (&found) > chiso_period_n_days (&walk->latest))))
    walk->latest = found;
}

void
chiso_reading_when (ChisoReading *self)
{
  Walk walk = { .reading = self, .context = self->period };
  guint f = 0;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind == CHISO_BLOCK_TAIL || sentence->kind == CHISO_BLOCK_CAPTION)
        continue;
      if (sentence->kind == CHISO_BLOCK_HEADING && sentence->opens)
        walk.context = walk.before_list = self->period;
      if (sentence->kind != CHISO_BLOCK_BULLET)
        walk.before_list = walk.context;
      else if (sentence->opens)
        walk.context = walk.before_list;
      if (sentence->opens)
        {
          walk.fresh = FALSE;
          /* A look back ends with its paragraph. */
          if (chiso_period_last_year (&walk.context) < walk.latest.end.year
              || lies_within (&walk.context, &walk.latest))
            walk.context = walk.latest;
        }
      memset (walk.claimed, 0, sizeof walk.claimed);
      walk.first_figure = walk.last_figure = f;
      while (walk.last_figure < self->figures->len
             && chiso_reading_figure (self, walk.last_figure)->sentence == s)
        walk.last_figure++;
      for (; f < self->figures->len && chiso_reading_figure (self, f)->sentence == s; f++)
        {
          ChisoFigure *figure = chiso_reading_figure (self, f);

          if (figure->role == CHISO_ROLE_NONE)
            continue;
          if (figure->of >= 0)
            figure->period = chiso_reading_figure (self, figure->of)->period;
          else
            find_period (&walk, figure);
          if (figure->role == CHISO_ROLE_CHANGE)
            set_base (&walk, figure);
          /* "so với 168 hội nghị của năm trước" is told from the period before it. */
          if (figure->indicator >= 0 && figure->role == CHISO_ROLE_LEVEL
              && !chiso_period_is_set (&walk.context))
            walk.context = figure->period;
        }
      carry (&walk, s);
    }
}
