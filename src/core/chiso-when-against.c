/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the time that something is set against tells of the figure itself. The bases of changes are chiso-base.c's. */

#include "chiso-when-private.h"

/* "412 cuộc. So với năm 2022 là 380 cuộc thì tăng 32 cuộc": a change that stands behind what it only compares with is
 * one of the level told before that. */
void
chiso_when_look_past_compared (const ChisoWhen *walk, ChisoFigure *change)
{
  const ChisoFigure *compared = chiso_reading_figure (walk->reading, change->of);
  guint first = chiso_reading_sentence (walk->reading, compared->sentence)->first;

  if (change->role != CHISO_ROLE_CHANGE || chiso_when_time_compared (walk, compared, first) < 0)
    return;
  for (guint f = compared->number; f > 0; f--)
    {
      const ChisoFigure *level = chiso_reading_figure (walk->reading, f - 1);

      if (change->sentence - level->sentence > 1)
        return;
      if (level->role == CHISO_ROLE_LEVEL && level->indicator == change->indicator
          && chiso_period_is_set (&level->period))
        {
          change->of = (int) f - 1;
          return;
        }
    }
}

/* "So với chín tháng năm 2025, số lượt giảm 18%, xuống 6.340 lượt" in a report of 2026: what is set against some months
 * of the year before, and is dated by nothing but the report, is of those months. */
void
chiso_when_date_by_bases (ChisoReading *self)
{
  for (guint c = 0; c < self->figures->len; c++)
    {
      const ChisoFigure *change = chiso_reading_figure (self, c);
      ChisoPeriod whole = change->period, months;
      guint first;

      if (change->role != CHISO_ROLE_CHANGE || !change->base_stated
          || change->period_told == CHISO_TOLD_SENTENCE || !chiso_period_is_set (&whole)
          || whole.open_end || whole.start.month != 0 || whole.start.year != whole.end.year
          || change->base.open_end || change->base.start.month != 1 || change->base.start.day != 0
          || change->base.end.year != whole.end.year - 1
          || change->base.start.year != change->base.end.year)
        continue;
      months = chiso_period_shift_years (&change->base, 1);
      for (first = c;
           first > 0 && chiso_reading_figure (self, first - 1)->sentence == change->sentence;
           first--)
        ;
      for (guint f = first; f < self->figures->len; f++)
        {
          ChisoFigure *figure = chiso_reading_figure (self, f);

          if (figure->sentence != change->sentence)
            break;
          if (figure->period_told != CHISO_TOLD_SENTENCE
              && chiso_period_equal (&figure->period, &whole))
            figure->period = months;
        }
    }
}
