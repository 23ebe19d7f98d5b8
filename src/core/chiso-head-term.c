/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The term of office that a report speaks of. What it is about otherwise is chiso-head-period.c's to find. */

#include "chiso-head-private.h"

/* "Mặt trận một nhiệm kỳ", not "giữa nhiệm kỳ". */
static gboolean
names_term (const ChisoReading *self, const ChisoSentence *sentence, gboolean *half)
{
  guint last = chiso_mentions_item (self->mentions, sentence->last - 1)->last;

  for (guint t = chiso_mentions_item (self->mentions, sentence->first)->first; t + 1 < last; t++)
    if (chiso_mentions_token (self->mentions, t)->word == CHISO_W_NHIEM
        && chiso_mentions_token (self->mentions, t + 1)->word == CHISO_W_KY)
      {
        guint16 before = t > 0 ? chiso_mentions_token (self->mentions, t - 1)->word : 0;

        *half = before == CHISO_W_GIUA || before == CHISO_W_NUA || before == CHISO_W_DAU;
        return !*half;
      }
  return FALSE;
}

/* A congress and its documents come out around the end of one term and the beginning of the next. */
#define TERM_SLACK 1
/* Words between "nhiệm kỳ" and its years in brackets. */
#define MAX_TERM_WORDS 6

/* "nhiệm kỳ Đại hội XV (2020 - 2025)" */
static gboolean
glosses_term (const ChisoReading *self, const ChisoTimeMention *time)
{
  int length = time->period.end.year - time->period.start.year;

  if (time->period.open_end || time->period.start.month != 0 || length < TERM_YEARS - 1
      || length > TERM_YEARS || time->first < 2
      || chiso_mentions_token (self->mentions, time->first - 1)->mark != '(')
    return FALSE;
  for (guint t = time->first - 1; t > 0 && time->first - t < MAX_TERM_WORDS + 2; t--)
    if (chiso_mentions_token (self->mentions, t - 1)->word == CHISO_W_NHIEM
        && chiso_mentions_token (self->mentions, t)->word == CHISO_W_KY)
      return TRUE;
  return FALSE;
}

/* The term that "nhiệm kỳ qua" means: the one that was over, or about to be, when the report came out; of a
 * congress that is called by the next, the one before. */
void
chiso_head_find_term (ChisoReading *self)
{
  gboolean past = FALSE, running = FALSE, half = FALSE;
  ChisoPeriod span;
  guint end = chiso_head_end (self);

  self->term = (ChisoPeriod){ 0 };
  self->term_start = 0;
  self->term_in_title = FALSE;
  for (guint s = 0; s < end; s++)
    self->term_in_title |= chiso_reading_sentence (self, s)->kind == CHISO_BLOCK_HEADING
                           && names_term (self, chiso_reading_sentence (self, s), &half);
  for (guint i = 0; i < self->mentions->times->len && self->published.year != 0; i++)
    {
      const ChisoTimeMention *time = &g_array_index (self->mentions->times, ChisoTimeMention, i);
      ChisoPeriod term = time->period;
      int length = term.end.year - term.start.year;

      past |= time->anchor == CHISO_TIME_PAST_TERM;
      if (time->anchor != CHISO_TIME_ABSOLUTE || (!time->term && !glosses_term (self, time)))
        continue;
      if (self->term_start == 0 && term.start.year < self->published.year)
        self->term_start = term.start.year;
      /* "nửa đầu nhiệm kỳ 2021 - 2026" */
      if (term.open_end)
        {
          running = TRUE;
          continue;
        }
      if (term.start.year + TERM_SLACK >= self->published.year)
        term = chiso_period_shift_years (&term, -length);
      else if (term.end.year > self->published.year + TERM_SLACK)
        {
          running = TRUE;
          continue;
        }
      /* Of several the latest: the others are compared with. */
      if (term.end.year <= self->term.end.year)
        continue;
      self->term = term;
      self->term_start = term.start.year;
    }
  span = chiso_head_title_period (self, TRUE);
  if (self->term_in_title && chiso_period_is_set (&span) && span.end.year > self->term.end.year)
    {
      self->term = span;
      self->term_start = span.start.year;
    }
  /* "nửa đầu nhiệm kỳ (2020 - 2023)" */
  if (half && chiso_period_is_set (&span) && self->term_start == 0)
    {
      self->term_start = span.start.year;
      running = TRUE;
    }
  if ((past || self->term_in_title) && !chiso_period_is_set (&self->term) && !running
      && self->published.year != 0)
    {
      self->term = chiso_period_year (self->published.year);
      self->term.start.year -= TERM_YEARS;
      self->term_start = self->term.start.year;
    }
}
