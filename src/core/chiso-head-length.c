/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period of a report whose title says but how long something was. */

#include "chiso-head-private.h"

/* The count of months or years at item i of a title. */
static gboolean
length_at (const ChisoReading *self, const ChisoSentence *sentence, guint i, int *n,
           gboolean *months)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  guint16 unit;

  if (item->kind == CHISO_ITEM_TIME && chiso_head_time (self, item)->anchor == CHISO_TIME_SUCH_SPAN)
    {
      *n = chiso_head_time (self, item)->n_back;
      *months = chiso_head_time (self, item)->back_in_months;
      return *n > 1;
    }
  /* "Năm năm và những con số": no number, since it counts no noun. */
  if (item->word == CHISO_W_NAM5 && i + 1 < sentence->last
      && chiso_mentions_token (self->mentions, item->last)->word == CHISO_W_NAM5)
    {
      *n = 5;
      *months = FALSE;
      return TRUE;
    }
  if (item->kind != CHISO_ITEM_NUMBER || i + 1 >= sentence->last)
    return FALSE;
  *n = (int) g_array_index (self->mentions->numbers, ChisoNumber, item->index).value;
  unit = chiso_mentions_token (self->mentions, item->last)->word;
  *months = unit == CHISO_W_THANG;
  return (*n > 1 || !*months) && *n <= 50 && (*months || unit == CHISO_W_NAM5);
}

/* "10 năm thực hiện", "năm năm triển khai" */
static gboolean
is_carried_out (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  guint last = chiso_mentions_item (self->mentions, sentence->last - 1)->last;

  for (guint t = chiso_mentions_item (self->mentions, i)->last;
       t < MIN (last, chiso_mentions_item (self->mentions, i)->last + 3); t++)
    if (chiso_mentions_token (self->mentions, t)->word == CHISO_W_THUC
        || chiso_mentions_token (self->mentions, t)->word == CHISO_W_TRIEN)
      return TRUE;
  return FALSE;
}

/* "Nhìn lại 5 năm đối thoại" */
static gboolean
is_looked_back_on (const ChisoReading *self, guint i)
{
  guint t = chiso_mentions_item (self->mentions, i)->first;

  return t > 1 && chiso_mentions_token (self->mentions, t - 1)->word == CHISO_W_LAI
         && chiso_mentions_token (self->mentions, t - 2)->word == CHISO_W_NHIN;
}

/* "Quảng Ninh: Ba tháng không còn cấp huyện", "Mười lăm năm một chặng đường": a title that says how long only.
 * Months are those before the report where the text does not tell which. */
ChisoPeriod
chiso_head_title_length (const ChisoReading *self)
{
  ChisoPeriod none = { 0 }, span;
  guint end = chiso_head_end (self);

  for (guint s = 0; s < end; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      for (guint i = sentence->first; sentence->kind == CHISO_BLOCK_HEADING && i < sentence->last;
           i++)
        {
          gboolean months;
          int n;

          if (!length_at (self, sentence, i, &n, &months))
            continue;
          /* "Sơ kết một năm chính quyền hai cấp", from July to June */
          if (n == 1)
            {
              if (chiso_reading_span_of_length (self, 12, TRUE, &span) && span.start.month > 1)
                return span;
              continue;
            }
          if (n == TERM_YEARS && !months && chiso_period_is_set (&self->term))
            return self->term;
          if (chiso_reading_span_of_length (self, n, months, &span))
            return span;
          if (months && n < 12 && self->published.month != 0)
            return chiso_reading_months_before (&self->published, n);
          /* "Nhìn lại 10 năm thực hiện Quyết định 217" */
          if (!months && n > 2 && self->published.year != 0
              && (is_carried_out (self, sentence, i) || is_looked_back_on (self, i)))
            {
              span = chiso_period_year (self->published.year);
              span.start.year -= n;
              return span;
            }
        }
    }
  return none;
}
