/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times by the words around them, in the whole text: those that are part of a name (of a law, a standard, a
 * programme or a congress: they tell when that was made or holds, and date no figure), and spans by their length. */

#include "chiso-reading.h"

/* Items between the first word of a name and its years. */
#define MAX_NAME_ITEMS 14

static const ChisoTimeMention *
time_at (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);

  return item->kind == CHISO_ITEM_TIME
             ? &g_array_index (self->mentions->times, ChisoTimeMention, item->index)
             : NULL;
}

/* The classes of what the time at item i may be the end of the name of. */
static guint64
names_that_end_with (const ChisoReading *self, guint i)
{
  const ChisoTimeMention *mention = time_at (self, i);
  guint16 word = chiso_mentions_token (self->mentions, mention->first)->word;
  int end = mention->period.end.year;
  guint64 classes = CHISO_CLASS_BIT (CHISO_CLASS_STANDARD);

  if (mention->period.open_end || mention->period.start.month != 0)
    return 0;
  if (mention->period.start.year == end)
    return word == CHISO_W_NAM5 ? CHISO_CLASS_BIT (CHISO_CLASS_LAW) : 0;
  /* What a programme that is over has brought is told of its years. */
  if (mention->term || end > self->published.year)
    classes |= CHISO_CLASS_BIT (CHISO_CLASS_PROGRAMME);
  return classes;
}

/* "Khi thành lập năm 2008, …", "thành lập năm 2008, …, khi đó …": the time at item i is told of after all. */
static gboolean
is_looked_back_to (const ChisoReading *self, guint i)
{
  const ChisoItem *founded = chiso_mentions_item (self->mentions, i - 1);
  guint16 before = founded->first > 0
                       ? chiso_mentions_token (self->mentions, founded->first - 1)->word
                       : 0;

  if (before == CHISO_W_KHI || before == CHISO_W_LUC || before == CHISO_W_NGAY)
    return TRUE;
  for (guint t = chiso_mentions_item (self->mentions, i)->last, n = 0; n < 24; t++, n++)
    {
      const ChisoToken *token = chiso_mentions_token (self->mentions, t);

      if (token->kind == CHISO_TOKEN_BREAK || token->mark == '.')
        return FALSE;
      if ((token->word == CHISO_W_KHI || token->word == CHISO_W_LUC)
          && (token[1].word == CHISO_W_DO || token[1].word == CHISO_W_AY))
        return TRUE;
    }
  return FALSE;
}

/* "kỳ họp", "kỳ họp thường lệ" stand before token t. */
static gboolean
is_of_session (const ChisoReading *self, guint t)
{
  for (guint back = 1; back <= 3 && back <= t; back++)
    {
      const ChisoToken *token = chiso_mentions_token (self->mentions, t - back);

      if (token->word == CHISO_W_HOP)
        return TRUE;
      if (token->kind != CHISO_TOKEN_WORD)
        return FALSE;
    }
  return FALSE;
}

gboolean
chiso_reading_names_by_time (const ChisoReading *self, guint i, guint first)
{
  const ChisoTimeMention *mention = time_at (self, i);
  guint64 classes;

  /* "Trước kỳ họp giữa năm, …" */
  if (mention != NULL && mention->year_edge && mention->first > 0
      && !(mention->anchor == CHISO_TIME_ABSOLUTE
           && mention->period.end.year < self->published.year)
      && is_of_session (self, mention->first))
    return TRUE;
  if (mention == NULL || mention->anchor != CHISO_TIME_ABSOLUTE)
    return FALSE;
  /* "Quy chế ban hành năm 2020" */
  if (i > first && chiso_mentions_is (self->mentions, i - 1, CHISO_CLASS_FOUNDED)
      && !is_looked_back_to (self, i))
    return TRUE;
  classes = names_that_end_with (self, i);
  for (guint n = 0; classes != 0 && i > first && n < MAX_NAME_ITEMS; i--, n++)
    {
      const ChisoItem *before = chiso_mentions_item (self->mentions, i - 1);

      if (before->classes & classes)
        return TRUE;
      if (before->kind == CHISO_ITEM_NUMBER || before->kind == CHISO_ITEM_TIME
          || (before->kind == CHISO_ITEM_PUNCT && before->mark != '(' && before->mark != '"'
              && !(mention->term && before->mark == ',')))
        return FALSE;
    }
  return FALSE;
}

ChisoPeriod
chiso_reading_months_before (const ChisoDate *day, int n)
{
  int end = day->year * 12 + day->month - 1 - (day->day < 20 ? 1 : 0), start = end - n + 1;

  return (ChisoPeriod){ { start / 12, start % 12 + 1, 0 }, { end / 12, end % 12 + 1, 0 }, FALSE };
}

/* A span of months that was over long before the report is not one that it looks back on as a whole. */
#define MAX_MONTHS_AGO 3

static gboolean
is_long_over (const ChisoPeriod *period, const ChisoDate *now, gboolean months)
{
  return months && now->month != 0
         && now->year * 12 + now->month - (period->end.year * 12 + period->end.month)
                > MAX_MONTHS_AGO;
}

static gboolean
is_yet_to_come (const ChisoPeriod *period, const ChisoDate *now)
{
  return now->month != 0
         && period->start.year * 12 + period->start.month > now->year * 12 + now->month;
}

/* "nhiệm vụ quý IV", "phương hướng 6 tháng cuối năm": words of a plan stand before token t. */
static gboolean
is_behind_plan (const ChisoReading *self, guint t)
{
  guint16 word = t > 1 ? chiso_mentions_token (self->mentions, t - 1)->word : 0;
  guint16 before = word != 0 ? chiso_mentions_token (self->mentions, t - 2)->word : 0;

  return (word == CHISO_W_VU && before == CHISO_W_NHIEM)
         || (word == CHISO_W_HUONG && before == CHISO_W_PHUONGX);
}

gboolean
chiso_reading_is_planned (const ChisoReading *self, guint i)
{
  return is_behind_plan (self, chiso_mentions_item (self->mentions, i)->first);
}

/* By the expression so anchored that ends last. */
static gboolean
find_span (const ChisoReading *self, ChisoTimeAnchor anchor, int n, gboolean months,
           ChisoPeriod *span)
{
  const ChisoPeriod none = { 0 };
  gboolean found = FALSE;

  for (guint t = 0; t < self->mentions->times->len; t++)
    {
      const ChisoTimeMention *mention = &g_array_index (self->mentions->times, ChisoTimeMention, t);
      ChisoPeriod period;
      gboolean fits;

      if (mention->anchor != anchor || mention->period.open_end || mention->as_at
          || is_behind_plan (self, mention->first)
          || !chiso_time_resolve (mention, &self->published, &none, &period)
          || (self->published.year != 0
              && (period.end.year > self->published.year
                  || period.end.year < self->published.year - 1
                  || is_yet_to_come (&period, &self->published)
                  || is_long_over (&period, &self->published, months))))
        continue;
      /* "Mười năm (2009 - 2019)" are told by their first and last. */
      fits = chiso_time_has_length (&period, n, months)
             || (!months && n > 1 && period.start.month == 0
                 && period.end.year - period.start.year == n);
      if (!fits || (found && period.end.year <= span->end.year))
        continue;
      *span = period;
      found = TRUE;
    }
  return found;
}

gboolean
chiso_reading_span_of_length (const ChisoReading *self, int n, gboolean months, ChisoPeriod *span)
{
  return find_span (self, CHISO_TIME_ABSOLUTE, n, months, span)
         /* "quý III và 9 tháng năm 2025" */
         || (months && n >= 3 && find_span (self, CHISO_TIME_YEARLESS, n, TRUE, span));
}

/* Words of what opens a sentence by pointing back: "Những buổi gặp gỡ ấy", "Tại đó". */
#define MAX_POINTING 6

gboolean
chiso_reading_points_back (const ChisoReading *self, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  guint first = chiso_mentions_item (self->mentions, sentence->first)->first;

  if (!sentence->opens || s == 0 || sentence->kind == CHISO_BLOCK_HEADING
      || chiso_reading_sentence (self, s - 1)->kind == CHISO_BLOCK_HEADING)
    return FALSE;
  switch (chiso_mentions_token (self->mentions, first)->word)
    {
    /* "Số người dự là 14.260 lượt", "Số ý kiến được nêu" */
    case CHISO_W_SO:
      switch (chiso_mentions_token (self->mentions, first + 1)->word)
        {
        case CHISO_W_NGUOI:
        case CHISO_W_YJ:
          return TRUE;
        default:
          return FALSE;
        }
    case CHISO_W_NHUNG:
    case CHISO_W_CAC:
    case CHISO_W_MAY:
    case CHISO_W_TAI:
    case CHISO_W_O:
    case CHISO_W_QUA:
      break;
    default:
      return FALSE;
    }
  for (guint t = first; t < first + MAX_POINTING; t++)
    {
      const ChisoToken *token = chiso_mentions_token (self->mentions, t);

      if (token->kind != CHISO_TOKEN_WORD)
        return FALSE;
      if (t > first
          && (token->word == CHISO_W_AY || token->word == CHISO_W_DO
              || token->word == CHISO_W_NAY3))
        return TRUE;
    }
  return FALSE;
}
