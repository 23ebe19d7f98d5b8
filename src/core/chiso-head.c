/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says of itself at its head: title, date, province, and the period that it is about. */

#include "chiso-head-private.h"

#include <string.h>

#define MAX_DATE_LINE 30
/* A line of so many items may be no more than a date and a clock: "Thứ 5, 14/12/2023, 06:40 [GMT+7]". */
#define MAX_LINE_ITEMS 16

static gboolean
is_month_or_day (const ChisoTimeMention *mention)
{
  return mention->anchor == CHISO_TIME_ABSOLUTE && mention->period.end.month != 0
         && !mention->period.open_end
         && memcmp (&mention->period.start, &mention->period.end, sizeof (ChisoDate)) == 0;
}

/* "(Trao đổi với bà Vân, ngày 26/12/2025)": a line in brackets that closes with the date at item i. */
static gboolean
ends_in_brackets (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  return chiso_mentions_is_mark (self->mentions, sentence->first, '(') && i + 2 == sentence->last
         && chiso_mentions_is_mark (self->mentions, i + 1, ')');
}

/* "Bạc Liêu, ngày 20/6/2024 - Sáng nay, …" */
gboolean
chiso_head_follows_place (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  return i == sentence->first + 2 && sentence->opens
         && chiso_mentions_item (self->mentions, sentence->first)->kind == CHISO_ITEM_PLACE
         && chiso_mentions_is_mark (self->mentions, i - 1, ',')
         && (i + 1 == sentence->last
             || (chiso_head_time (self, chiso_mentions_item (self->mentions, i))->day
                 && chiso_mentions_item (self->mentions, i + 1)->kind == CHISO_ITEM_PUNCT));
}

/* "Ra đời ngày 01/01/2004, tỉnh Hậu Giang tròn 15 tuổi.": a sentence that goes on behind the date. */
static gboolean
tells_on (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  return i + 2 < sentence->last && chiso_mentions_is_mark (self->mentions, sentence->last - 1, '.');
}

gboolean
chiso_head_names_issue (const ChisoReading *self, guint i)
{
  return i > 0
         && chiso_mentions_token (self->mentions,
                                  chiso_mentions_item (self->mentions, i)->first - 1)
                    ->word
                == CHISO_W_SO;
}

/* The date line of an article: a short sentence of little but a date, or a date in brackets at the
 * very start. */
static gboolean
find_date_line (const ChisoReading *self, ChisoDate *date)
{
  guint n = MIN (self->sentences->len, HEAD_SENTENCES);

  for (guint s = 0; s < n; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);
      guint length = sentence->last - sentence->first, last;

      if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME))
        continue;
      last = MIN (sentence->last, sentence->first + MAX_DATE_LINE);
      for (guint i = sentence->first;
           (i = chiso_mentions_next (self->mentions, CHISO_SET_TIMES, i, last)) < last; i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);
          const ChisoTimeMention *mention = chiso_head_time (self, item);

          if (!is_month_or_day (mention) || mention->until)
            continue;
          if (ends_in_brackets (self, sentence, i) || chiso_head_follows_place (self, sentence, i)
              || (length <= MAX_LINE_ITEMS
                  && (mention->day || item->depth > 0 || chiso_head_names_issue (self, i))
                  && !tells_on (self, sentence, i))
              || (item->depth > 0 && i < sentence->first + 8
                  && chiso_mentions_is_mark (self->mentions, i - 1, '(')
                  && chiso_mentions_is_mark (self->mentions, i + 1, ')')))
            {
              *date = mention->period.end;
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* Items at the head of the first paragraph in which it says on what day something was told. */
#define MAX_LEAD_ITEMS 16

/* "(Cổng TTĐT) - Sáng 12/7/2024, tỉnh tổ chức hội nghị …": the day that the first paragraph opens with. */
static gboolean
find_lead_day (const ChisoReading *self, ChisoDate *date)
{
  static const guint16 others[] = { CHISO_W_TU, CHISO_W_TRUOC, CHISO_W_SAU, CHISO_W_DEN, 0 };
  guint s = 0;

  while (s < self->sentences->len && s < HEAD_SENTENCES
         && chiso_reading_sentence (self, s)->kind == CHISO_BLOCK_HEADING)
    s++;
  if (s == self->sentences->len || s == HEAD_SENTENCES)
    return FALSE;
  for (guint i = chiso_reading_sentence (self, s)->first, n = 0;
       i < chiso_reading_sentence (self, s)->last && n < MAX_LEAD_ITEMS; i++, n++)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i);
      guint16 before = item->first > 0
                           ? chiso_mentions_token (self->mentions, item->first - 1)->word
                           : 0;

      if (chiso_mentions_is (self->mentions, i, CHISO_CLASS_DOCUMENT))
        return FALSE;
      if (item->kind != CHISO_ITEM_TIME || !is_month_or_day (chiso_head_time (self, item))
          || !chiso_head_time (self, item)->day || chiso_head_time (self, item)->until)
        continue;
      for (guint w = 0; others[w] != 0; w++)
        if (before == others[w])
          return FALSE;
      *date = chiso_head_time (self, item)->period.end;
      return TRUE;
    }
  return FALSE;
}

/* "MINH CHÂU (12/01/2025)": the day behind an author's name at the report's end. */
static gboolean
find_signature (const ChisoReading *self, ChisoDate *date)
{
  for (guint s = self->sentences->len, n = 0; s > 0 && n < 3; s--, n++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s - 1);

      for (guint i = sentence->first; i < sentence->last && sentence->last - sentence->first <= 12;
           i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);

          if (item->kind == CHISO_ITEM_TIME && is_month_or_day (chiso_head_time (self, item))
              && chiso_head_time (self, item)->day && !chiso_head_time (self, item)->until
              && (item->depth > 0 || i + 1 == sentence->last))
            {
              *date = chiso_head_time (self, item)->period.end;
              return TRUE;
            }
        }
    }
  return FALSE;
}

static gboolean
later (const ChisoDate *a, const ChisoDate *b)
{
  if (a->year != b->year)
    return a->year > b->year;
  if (a->month != b->month)
    return a->month > b->month;
  return a->day > b->day;
}

/* Whether a target takes the time at item i of its sentence into the future. */
static gboolean
is_future (const ChisoReading *self, const ChisoSentence *sentence, guint i)
{
  const ChisoTimeMention *mention = chiso_head_time (self, chiso_mentions_item (self->mentions, i));
  gboolean day = mention->day;
  /* A day stands for an event, "10 tháng năm 2024" for what they have brought, past unless a target leads to it; a
   * year is the target's wherever it stands. */
  guint last = day || mention->period.start.month != 0 ? i : sentence->last;

  /* "báo cáo trước ngày 30/6/2024" */
  if (day && chiso_mentions_item (self->mentions, i)->first > 0
      && chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first - 1)
                 ->word
             == CHISO_W_TRUOC)
    return TRUE;
  if ((sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_TARGET)) == 0)
    return FALSE;
  for (guint k = sentence->first; k < last; k++)
    if (chiso_reading_is_target (self, k))
      return TRUE;
  return FALSE;
}

/* Times behind date that are told as past; a report holds few, for slips and plans. */
#define MAX_BEYOND 2

/* The text tells of years behind date: that is not the day of the report. */
static gboolean
is_outlived (const ChisoReading *self, const ChisoDate *date)
{
  guint beyond = 0;

  for (guint s = 0; s < self->sentences->len && beyond <= MAX_BEYOND; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind == CHISO_BLOCK_TAIL)
        break;
      if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME))
        continue;
      for (guint i = sentence->first, last = sentence->last;
           (i = chiso_mentions_next (self->mentions, CHISO_SET_TIMES, i, last)) < last; i++)
        {
          const ChisoItem *item = chiso_mentions_item (self->mentions, i);

          if (chiso_head_time (self, item)->anchor == CHISO_TIME_ABSOLUTE
              && !chiso_head_time (self, item)->period.open_end
              && !chiso_head_time (self, item)->term
              && chiso_head_time (self, item)->period.end.year > date->year + 1
              && !is_future (self, sentence, i))
            beyond++;
        }
    }
  return beyond > MAX_BEYOND;
}

/* Blocks of a text, its title one of them, in which the news tells when it happened. */
#define OPENING_BLOCKS 3

/* "Sáng 12/7/2024": the day at item i is that of the event which the text reports. */
static gboolean
is_day_of_event (const ChisoReading *self, guint i)
{
  static const guint16 words[] = { CHISO_W_SANG, CHISO_W_CHIEU, CHISO_W_TOIS, CHISO_W_TRUA };
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);

  for (guint t = item->first > 1 ? item->first - 2 : 0; t < item->last && t <= item->first; t++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (chiso_mentions_token (self->mentions, t)->word == words[k])
        return chiso_head_time (self, item)->day;
  return FALSE;
}

/* No date line: the latest day that the text tells of as past, else its latest month or year. */
static ChisoDate
latest_date (const ChisoReading *self, gboolean *is_day)
{
  ChisoDate day = { 0 }, other = { 0 }, event = { 0 };

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind == CHISO_BLOCK_TAIL)
        break;
      if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME))
        continue;
      for (guint i = sentence->first, last = sentence->last;
           (i = chiso_mentions_next (self->mentions, CHISO_SET_TIMES, i, last)) < last; i++)
        {
          const ChisoTimeMention *mention = chiso_head_time (
              self, chiso_mentions_item (self->mentions, i));

          if (is_future (self, sentence, i))
            continue;
          if (mention->anchor != CHISO_TIME_ABSOLUTE || mention->period.open_end || mention->term)
            continue;
          if (sentence->block < OPENING_BLOCKS && is_day_of_event (self, i)
              && later (&mention->period.end, &event))
            event = mention->period.end;
          if (mention->day && later (&mention->period.end, &day))
            day = mention->period.end;
          else if (!mention->day && later (&mention->period.end, &other))
            other = mention->period.end;
        }
    }
  /* Late in a year much is said of the next. */
  *is_day = day.year != 0
            && (day.year >= other.year || (day.month >= 10 && other.month == 0)
                || (event.year == day.year && !is_outlived (self, &day)));
  return *is_day ? day : other;
}

/* The province that is named first in the title, else the one named most often. */
static const char *
find_province (ChisoReading *self, ChisoBoundary boundary)
{
  const char *best = NULL;
  guint best_n = 0;
  guint counts[CHISO_GEO_N_CODES] = { 0 };
  gboolean known[CHISO_GEO_N_CODES] = { FALSE };

  self->n_provinces = 0;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind == CHISO_BLOCK_TAIL)
        break;
      if (!chiso_sentence_has (sentence, CHISO_ITEM_PLACE))
        continue;
      for (guint i = sentence->first, last = sentence->last;
           (i = chiso_mentions_next (self->mentions, CHISO_SET_PLACES, i, last)) < last; i++)
        {
          const ChisoPlaceMention *place = &g_array_index (
              self->mentions->places, ChisoPlaceMention,
              chiso_mentions_item (self->mentions, i)->index);
          const char *code;
          guint index;

          code = boundary == CHISO_BOUNDARY_34 && place->code_34 != NULL ? place->code_34
                                                                         : place->code_63;
          if (place->level != CHISO_PLACE_PROVINCE || code == NULL)
            continue;
          index = chiso_geo_code_number (code);
          counts[index] += sentence->kind == CHISO_BLOCK_HEADING && s < 3 ? 8 : 1;
          if (counts[index] >= 2 && !known[index])
            {
              known[index] = TRUE;
              self->n_provinces++;
            }
          if (counts[index] > best_n)
            {
              best_n = counts[index];
              best = code;
            }
        }
    }
  return best;
}

/* "Công tác dân vận quý I, phương hướng quý II năm 2026" was written when the first was over. */
static void
date_before_plan (ChisoReading *self)
{
  ChisoPeriod plan = chiso_head_planned_period (self);
  int month = plan.start.year * 12 + plan.start.month - 2;

  if (chiso_period_is_set (&plan) && month >= self->published.year * 12 + self->published.month - 1)
    self->published = (ChisoDate){ month / 12, month % 12 + 1, 0 };
}

/* "tỉnh mới", "hợp nhất", "hai cấp": the text speaks of the mergers of 1 July 2025. */
static gboolean
speaks_of_mergers (const ChisoReading *self)
{
  for (guint t = 0; t + 1 < self->mentions->tokens->len; t++)
    {
      const ChisoToken *token = chiso_mentions_token (self->mentions, t);

      if ((token->word == CHISO_W_TINHS && token[1].word == CHISO_W_MOIJ)
          || (token->word == CHISO_W_HOPJ && token[1].word == CHISO_W_NHAT)
          || (token->word == CHISO_W_HAI && token[1].word == CHISO_W_CAP))
        return TRUE;
    }
  return FALSE;
}

/* Which set of provinces a report names; dated: its day is told, not only supposed. */
static gboolean
is_after_mergers (const ChisoReading *self, gboolean dated)
{
  const ChisoDate *day = &self->published;

  if (day->year != 2025)
    return day->year > 2025;
  if (dated && day->month != 0)
    return day->month >= 7;
  /* "Lào Cai 2025 - Những con số biết nói" */
  return speaks_of_mergers (self) || day->month >= 7
         || (day->month == 0 && self->period_stated
             && chiso_period_is_after_mergers (&self->period));
}

void
chiso_reading_head (ChisoReading *self, const ChisoDate *given)
{
  ChisoPeriod title = chiso_head_title_period (self, FALSE);
  gboolean dated = TRUE;

  self->published = (ChisoDate){ 0 };
  if (given != NULL && given->year != 0)
    self->published = *given;
  else if ((!find_date_line (self, &self->published) || is_outlived (self, &self->published))
           && !find_signature (self, &self->published)
           && (!find_lead_day (self, &self->published) || is_outlived (self, &self->published)
               || (chiso_period_is_set (&title) && title.end.year > self->published.year)))
    {
      gboolean is_day;

      dated = FALSE;
      self->published = latest_date (self, &is_day);
      /* A title's year goes before years that are only spoken of; a day goes before both. */
      if (chiso_period_is_set (&title) && (!is_day || title.end.year > self->published.year))
        self->published = title.end;
      else if (!chiso_period_is_set (&title))
        date_before_plan (self);
    }
  chiso_head_find_period (self, &title);
  self->boundary = is_after_mergers (self, dated) ? CHISO_BOUNDARY_34 : CHISO_BOUNDARY_63;
  self->province = find_province (self, self->boundary);
}
