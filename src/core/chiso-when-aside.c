/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of a sentence that do not stay in force behind it: those set beside what is told, parts that are singled out,
 * what is counted by the year, and what a title plans. */

#include "chiso-when-private.h"

#include <string.h>

static gboolean
lasts_two_months (const ChisoPeriod *period)
{
  return period->start.month != 0 && period->start.day == 0
         && period->end.month == period->start.month + 1;
}

/* "…, năm 2022 là 1.815 ý kiến" behind a figure of 2023 sets an earlier year beside it, "trong tháng 6"
 * or "quý III" inside of the nine months at hand singles out a part: neither stays in force. */
gboolean
chiso_when_only_looks_aside (const ChisoWhen *walk, const ChisoSentence *sentence, guint i,
                             const ChisoPeriod *period)
{
  gboolean leads = (sentence->opens || (i == sentence->first && !walk->fresh))
                   && (walk->first_figure == walk->last_figure
                       || chiso_reading_figure (walk->reading, walk->first_figure)->item > i);

  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    {
      const ChisoFigure *before = chiso_reading_figure (walk->reading, f);

      if (before->item < i && before->indicator >= 0 && before->role == CHISO_ROLE_LEVEL
          && before->period.end.year > period->end.year && !period->open_end)
        return TRUE;
    }
  /* At a paragraph's head it holds for the paragraph, but for two months that something took. */
  return walk->stated && (!leads || lasts_two_months (period)) && chiso_period_n_days (period) > 0
         && chiso_period_n_days (period) <= 92
         && chiso_period_n_days (&walk->context) > chiso_period_n_days (period)
         && (walk->fresh || chiso_period_n_days (&walk->context) < 365)
         && chiso_period_n_days (&walk->context) < 366
         && chiso_when_lies_within (period, &walk->context);
}

/* "Thu nhập bình quân đầu người năm 2024 đạt 62,7 triệu đồng" in a report of 2025: only what is counted by the year
 * is told of the year before. */
gboolean
chiso_when_only_by_the_year (const ChisoWhen *walk, const ChisoPeriod *found)
{
  gboolean any = FALSE;

  if (!walk->reading->period_stated || found->end.year >= walk->reading->period.end.year)
    return FALSE;
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    {
      const ChisoFigure *figure = chiso_reading_figure (walk->reading, f);

      if (figure->indicator < 0)
        continue;
      if (!chiso_when_counts_by_the_year (walk, figure))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* By years; of two months or quarters also by months. */
static gboolean
ends_before (const ChisoPeriod *a, const ChisoPeriod *b)
{
  gboolean short_both = chiso_period_n_days (a) <= 92 && chiso_period_n_days (b) <= 92;

  return a->end.year < b->end.year
         || (short_both && a->end.year == b->end.year && a->end.month != 0
             && a->end.month < b->end.month);
}

/* "Năm 2023 mới có 172 cuộc", where the paragraph has told those of 2024: the sentence sets an earlier year beside
 * what was counted, indicator by indicator and place by place. */
gboolean
chiso_when_only_compares (const ChisoWhen *walk, const ChisoSentence *sentence,
                          const ChisoPeriod *found)
{
  gboolean any = FALSE;

  if (sentence->kind == CHISO_BLOCK_HEADING || found->open_end || walk->context.open_end
      || found->end.year > walk->context.end.year)
    return FALSE;
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    {
      const ChisoFigure *figure = chiso_reading_figure (walk->reading, f);
      gboolean told = FALSE;

      if (figure->indicator < 0 || figure->role != CHISO_ROLE_LEVEL)
        continue;
      for (guint b = f; b > 0 && !told; b--)
        {
          const ChisoFigure *before = chiso_reading_figure (walk->reading, b - 1);

          if (chiso_reading_sentence (walk->reading, before->sentence)->block != sentence->block)
            break;
          told = before->indicator == figure->indicator
                 && (before->role == CHISO_ROLE_LEVEL || before->role == CHISO_ROLE_SHARE)
                 && g_strcmp0 (before->place, figure->place) == 0
                 && ends_before (&figure->period, &before->period);
        }
      if (!told)
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* "Kết quả công tác năm 2022, chương trình công tác năm 2023": what a title names behind the report's own span. */
gboolean
chiso_when_is_planned_in_title (const ChisoWhen *walk, const ChisoSentence *sentence,
                                const ChisoPeriod *found)
{
  const ChisoReading *self = walk->reading;
  guint32 first, last, start, end;

  if (sentence->kind != CHISO_BLOCK_HEADING || walk->begun || !self->period_stated
      || self->period_guessed || found->open_end)
    return FALSE;
  chiso_period_days (&self->period, &first, &last);
  chiso_period_days (found, &start, &end);
  return start > last;
}
