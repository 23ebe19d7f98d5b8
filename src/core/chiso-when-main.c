/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period that a report turns out to be about: where its title names none, that by which most of its
 * figures are told. Counts what chiso-when.c has dated; dates nothing itself. */

#include "chiso-when-private.h"

#define MAX_CANDIDATES 16
/* So many figures, and more than half of all, make a period the report's own; one less where they are all. */
#define MIN_VOTES 3

typedef struct
{
  ChisoPeriod period;
  guint votes;
} Candidate;

static gboolean
is_vote (const ChisoReading *self, const ChisoFigure *figure)
{
  return figure->indicator >= 0 && figure->role == CHISO_ROLE_LEVEL && !figure->drop
         && (figure->period_told == CHISO_TOLD_SENTENCE
             || figure->period_told == CHISO_TOLD_PARAGRAPH)
         && chiso_period_is_set (&figure->period) && !figure->period.open_end
         && figure->period.start.day == 0
         && !chiso_grammar_indicator (self->grammar, figure->indicator)->stock;
}

/* The one that ends last of those that several figures are told by. */
static ChisoPeriod
latest_of (const Candidate *candidates, guint n)
{
  ChisoPeriod latest = { 0 };
  guint32 first, last, best = 0;

  for (guint c = 0; c < n; c++)
    {
      chiso_period_days (&candidates[c].period, &first, &last);
      if (candidates[c].votes < 2 || last <= best)
        continue;
      best = last;
      latest = candidates[c].period;
    }
  return latest;
}

ChisoPeriod
chiso_when_find_main (const ChisoReading *self, ChisoPeriod *latest)
{
  const ChisoPeriod none = { 0 };
  Candidate candidates[MAX_CANDIDATES] = { 0 };
  guint n = 0, total = 0, best = 0;

  for (guint f = 0; f < self->figures->len; f++)
    {
      const ChisoFigure *figure = chiso_reading_figure (self, f);
      guint c = 0;

      if (!is_vote (self, figure))
        continue;
      total++;
      while (c < n && !chiso_period_equal (&candidates[c].period, &figure->period))
        c++;
      if (c == MAX_CANDIDATES)
        continue;
      candidates[c].period = figure->period;
      candidates[c].votes++;
      n = MAX (n, c + 1);
      if (candidates[c].votes > candidates[best].votes)
        best = c;
    }
  *latest = latest_of (candidates, n);
  return (candidates[best].votes >= MIN_VOTES && candidates[best].votes * 2 > total)
                 || (total == MIN_VOTES - 1 && candidates[best].votes == total)
             ? candidates[best].period
             : none;
}
