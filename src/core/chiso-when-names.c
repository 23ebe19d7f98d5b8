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

gboolean
chiso_reading_names_by_time (const ChisoReading *self, guint i, guint first)
{
  const ChisoTimeMention *mention = time_at (self, i);
  guint64 classes;

  if (mention == NULL || mention->anchor != CHISO_TIME_ABSOLUTE)
    return FALSE;
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

gboolean
chiso_reading_span_of_length (const ChisoReading *self, int n, gboolean months, ChisoPeriod *span)
{
  const ChisoPeriod none = { 0 };

  for (guint t = 0; t < self->mentions->times->len; t++)
    {
      const ChisoTimeMention *mention = &g_array_index (self->mentions->times, ChisoTimeMention, t);
      ChisoPeriod period;
      gboolean fits;

      if (mention->anchor != CHISO_TIME_ABSOLUTE || mention->period.open_end || mention->as_at
          || !chiso_time_resolve (mention, &self->published, &none, &period)
          || (self->published.year != 0
              && (period.end.year > self->published.year
                  || period.end.year < self->published.year - 1)))
        continue;
      /* "Mười năm (2009 - 2019)" are told by their first and last. */
      fits = chiso_time_has_length (&period, n, months)
             || (!months && n > 1 && period.start.month == 0
                 && period.end.year - period.start.year == n);
      if (!fits)
        continue;
      *span = period;
      return TRUE;
    }
  return FALSE;
}
