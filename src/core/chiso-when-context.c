/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which period is in force around a sentence: what it leaves behind, what a heading leads back to, and
 * what its expressions without a year take theirs from. Dates no figure: that is chiso-when.c. */

#include "chiso-when-private.h"

#include <string.h>

static guint16
word_at (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word;
}

/* "342 cuộc đối thoại … từ đầu năm đến hết tháng 11": more than a month, and no year to look back at. */
static gboolean
is_part_of_year (const ChisoTimeMention *mention)
{
  return mention->anchor == CHISO_TIME_YEARLESS && !mention->as_at
         && (mention->period.open_end || mention->period.end.month > mention->period.start.month);
}

/* Whether a time of the sentence can stay in force behind it. */
static gboolean
can_carry (const ChisoWhen *walk, const ChisoSentence *sentence, guint i)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  if (mention == NULL || mention->aside
      || (chiso_when_item (walk, i)->depth > 0 && !chiso_when_explains (walk, i))
      || chiso_when_is_base (walk, i, sentence->first)
      || chiso_reading_names_by_time (walk->reading, i, sentence->first))
    return FALSE;
  if (mention->anchor == CHISO_TIME_SAME_PERIOD
      || (mention->anchor == CHISO_TIME_LAST_YEAR
          && !(mention->deictic && i <= sentence->first + 2))
      || mention->anchor == CHISO_TIME_AHEAD || mention->anchor == CHISO_TIME_NOW)
    return FALSE;
  /* "Hậu Giang, tháng 1/2024" above a report only signs it. */
  if (sentence->kind == CHISO_BLOCK_HEADING && i == sentence->first + 2 && i + 1 == sentence->last
      && chiso_when_item (walk, sentence->first)->kind == CHISO_ITEM_PLACE)
    return FALSE;
  /* "Lưu hành nội bộ, số tháng 01/2025" */
  if (!walk->begun && i > sentence->first
      && chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first - 1)->word
             == CHISO_W_SO)
    return FALSE;
  /* "lũy kế 9 tháng 128 cuộc" */
  if (chiso_when_item (walk, i)->first > 0 && i > sentence->first
      && chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first - 1)->word
             == CHISO_W_KE)
    return FALSE;
  /* "lặp lại từ năm 2021": said of something, not of what is counted. */
  if (mention->period.open_end && mention->anchor != CHISO_TIME_SINCE_EVENT
      && i > sentence->first + 1
      && chiso_mentions_token (walk->reading->mentions, mention->last - 1)->word != CHISO_W_NAY)
    return FALSE;
  /* "nếu năm 2011 chỉ có 2,7 tiêu chí thì nay …" */
  if (i > sentence->first && word_at (walk, i - 1) == CHISO_W_NEU)
    return FALSE;
  return !chiso_when_is_one_day (mention) && !chiso_when_is_one_of_months (walk, i, sentence->first)
         && (!walk->claimed[MIN (i - sentence->first, MAX_CLAIMED)] || is_part_of_year (mention));
}

gboolean
chiso_when_lies_within (const ChisoPeriod *inner, const ChisoPeriod *outer)
{
  guint32 first_a, last_a, first_b, last_b;

  if (memcmp (inner, outer, sizeof *inner) == 0)
    return TRUE;
  chiso_period_days (inner, &first_a, &last_a);
  chiso_period_days (outer, &first_b, &last_b);
  return first_a >= first_b && last_a <= last_b;
}

/* The sentence at hand counts something. */
static gboolean
has_observation (const ChisoWhen *walk)
{
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    if (chiso_reading_figure (walk->reading, f)->indicator >= 0)
      return TRUE;
  return FALSE;
}

/* What the sentence leaves in force: its last time outside brackets, unless that only singles out a
 * part of the first ("năm 2021 …, riêng 6 tháng đầu năm …"). What stands behind a target is planned. */
/* Days of the longest month and quarter. */
#define MONTH_DAYS 31
#define QUARTER_DAYS 92

/* "tháng 7 tiếp 610 lượt, tháng 8 tiếp 745 lượt": none of several months stays in force. */
static gboolean
drop_month (ChisoPeriod *found)
{
  if (chiso_period_n_days (found) <= MONTH_DAYS)
    *found = (ChisoPeriod){ 0 };
  return TRUE;
}

/* A quarter or half of a year. */
static gboolean
is_part (const ChisoPeriod *period)
{
  guint days = chiso_period_n_days (period);

  return days > 2 * MONTH_DAYS && days <= 2 * QUARTER_DAYS;
}

/* "quý I có 214 cuộc giám sát, sang quý II tổ chức 302 cuộc", "nửa đầu năm …, sáu tháng cuối năm …": nor does one of
 * several parts of a year, each as long as the other. */
static gboolean
tells_parts (const ChisoWhen *walk, const ChisoSentence *sentence)
{
  int first = 0, months = 0;

  for (guint i = sentence->first; i < sentence->last; i++)
    {
      const ChisoTimeMention *mention = chiso_when_time (walk, i);
      int month = mention != NULL ? mention->period.start.month : 0;
      int length = mention != NULL ? mention->period.end.month - month + 1 : 0;

      if (month == 0 || mention->period.open_end || mention->until || (length != 3 && length != 6)
          || chiso_when_is_base (walk, i, sentence->first))
        continue;
      if (first != 0 && month != first && length == months)
        return TRUE;
      first = month;
      months = length;
    }
  return FALSE;
}

/* "năm nay" */
static gboolean
names_this_year (const ChisoWhen *walk, guint i)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  return mention != NULL && mention->anchor == CHISO_TIME_THIS_YEAR && mention->deictic
         && mention->period.start.month == 0;
}

/* Nothing that is counted stands between items i and k. */
static gboolean
counts_nothing_between (const ChisoWhen *walk, guint i, guint k)
{
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    {
      const ChisoFigure *figure = chiso_reading_figure (walk->reading, f);

      if (figure->indicator >= 0 && figure->item > i && figure->item < k)
        return FALSE;
    }
  return TRUE;
}

/* What "hai năm sau" and "ba tháng ấy" may look back to. */
static void
note_mentioned (ChisoWhen *walk, guint i, guint first)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);
  ChisoPeriod period;

  /* "tăng 1,6 lần so với bốn năm 2015 - 2018. Cũng trong bốn năm ấy" */
  if (mention == NULL
      || (mention->period.start.month == 0 && mention->period.start.year < mention->period.end.year
          && chiso_when_is_base (walk, i, first)))
    return;
  if (mention->anchor == CHISO_TIME_ABSOLUTE
      && mention->period.start.year < mention->period.end.year && !mention->period.open_end)
    walk->years = mention->period;
  if (mention->anchor == CHISO_TIME_ABSOLUTE)
    walk->mentioned = mention->period;
  else if (mention->anchor == CHISO_TIME_YEARLESS
           && mention->period.start.month < mention->period.end.month
           && chiso_time_resolve (mention, &walk->reading->published, &walk->context, &period))
    walk->part = period;
}

/* "Nếu cuối năm 2015 mới có 26 xã thì đến nay đã là 59 xã": the sentence has come to the day of the report. */
static gboolean
ends_now (const ChisoWhen *walk, const ChisoSentence *sentence, const ChisoPeriod *found)
{
  guint last = sentence->first;

  if (walk->reading->published.year == 0 || found->open_end
      || found->end.year >= walk->reading->published.year)
    return FALSE;
  for (guint i = sentence->first; i < sentence->last; i++)
    if (chiso_when_item (walk, i)->kind == CHISO_ITEM_TIME
        && (can_carry (walk, sentence, i) || chiso_when_time (walk, i)->anchor == CHISO_TIME_NOW))
      last = i;
  if (chiso_when_time (walk, last) == NULL || chiso_when_time (walk, last)->anchor != CHISO_TIME_NOW
      || chiso_when_item (walk, last)->depth > 0)
    return FALSE;
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    if (chiso_reading_figure (walk->reading, f)->item > last
        && chiso_reading_figure (walk->reading, f)->indicator >= 0)
      return TRUE;
  return FALSE;
}

/* The time at item i is the year in force. */
static gboolean
names_context (const ChisoWhen *walk, guint i, guint first)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);
  ChisoPeriod period;

  return walk->stated && walk->context.start.month == 0 && !walk->context.open_end
         && walk->context.start.year == walk->context.end.year && !mention->as_at
         && !mention->period.open_end && mention->period.start.month == 0
         && (mention->anchor == CHISO_TIME_ABSOLUTE || mention->anchor == CHISO_TIME_THIS_YEAR)
         && !chiso_when_is_base (walk, i, first)
         && chiso_time_resolve_flow (mention, &walk->reading->published, &walk->context, &period)
         && chiso_period_equal (&period, &walk->context);
}

/* "Đầu năm 2021 xã mới đạt 11 tiêu chí. Nay, xã đã hoàn thành 19/19 tiêu chí": sentence s begins with now, and ends the
 * look back of the one before. */
static gboolean
returns_to_now (const ChisoWhen *walk, const ChisoSentence *sentence)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, sentence->first);

  return mention != NULL && mention->anchor == CHISO_TIME_NOW && has_observation (walk)
         && walk->reading->published.year != 0 && !walk->context.open_end
         && walk->context.end.year < walk->reading->published.year
         && walk->reading->period.end.year > walk->context.end.year;
}

static gboolean
carry (ChisoWhen *walk, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);
  ChisoPeriod found = { 0 };
  gboolean counts, singles_out, at_end = FALSE, planned = FALSE;
  gboolean targets = (sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_TARGET)) != 0;
  gboolean parts, names_whole = FALSE;
  guint months = 0, found_at = 0;

  if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME))
    return FALSE;
  counts = has_observation (walk);
  parts = counts && tells_parts (walk, sentence);
  singles_out = walk->stated && word_at (walk, sentence->first) == CHISO_W_RIENG;
  for (guint i = sentence->first; i < sentence->last; i++)
    {
      ChisoPeriod period, context;
      guint32 first_a, last_a, first_b, last_b;

      if (!targets)
        i = chiso_mentions_next (walk->reading->mentions, CHISO_SET_TIMES, i, sentence->last);
      if (i == sentence->last)
        break;
      if (chiso_when_item (walk, i)->kind != CHISO_ITEM_TIME)
        {
          planned |= chiso_reading_is_target (walk->reading, i);
          continue;
        }
      note_mentioned (walk, i, sentence->first);
      names_whole |= names_context (walk, i, sentence->first);
      if (planned)
        continue;
      if (!can_carry (walk, sentence, i) || chiso_reading_is_planned (walk->reading, i))
        continue;
      /* "Mùa nước nổi năm nay về muộn", "Đợi cuối năm làm dồn" */
      if (!counts && walk->stated
          && (chiso_when_time (walk, i)->deictic
              || (chiso_when_time (walk, i)->anchor == CHISO_TIME_YEARLESS
                  && chiso_when_time (walk, i)->as_at)))
        continue;
      /* "Trong tháng, …" */
      if (chiso_when_time (walk, i)->anchor == CHISO_TIME_SUCH_SPAN
          && chiso_when_time (walk, i)->n_back == 1)
        continue;
      /* "Cuối năm 2022, Nghệ An có 299 xã, còn Thanh Hóa một năm sau …" */
      if (chiso_when_time (walk, i)->anchor == CHISO_TIME_YEARS_LATER
          && (chiso_period_is_set (&found) || chiso_when_time (walk, i)->n_back < 0))
        continue;
      /* "Sáu tháng, họ đi 7.912 buổi": those of the report. */
      if (chiso_when_names_length (walk, chiso_when_time (walk, i)))
        continue;
      context = walk->context;
      chiso_when_look_back (walk, i, sentence->first, &context);
      if (!chiso_time_resolve_flow (chiso_when_time (walk, chiso_when_gloss (walk, i)),
                                    &walk->reading->published, &context, &period))
        continue;
      chiso_when_begin_earlier (walk, i, sentence->first, &period);
      /* What is still to come is nobody's period. */
      if (walk->reading->published.year != 0
          && (period.start.year > walk->reading->published.year
              || (period.start.year == walk->reading->published.year
                  && walk->reading->published.month != 0
                  && period.start.month > walk->reading->published.month)
              || (chiso_when_time (walk, i)->term
                  && period.end.year > walk->reading->published.year + 1)))
        continue;
      /* "Riêng quý I năm nay mới có 21 đơn" */
      if ((sentence->kind != CHISO_BLOCK_HEADING
           && chiso_when_only_looks_aside (walk, sentence, i, &period))
          || (chiso_period_n_days (&period) <= MONTH_DAYS && months++ > 0 && drop_month (&found))
          || (parts && walk->stated && is_part (&period))
          || (singles_out && chiso_period_n_days (&period) <= 92)
          /* "486 cuộc trong năm; sáu tháng cuối năm chỉ có 158 cuộc" */
          || (names_whole && counts && is_part (&period)
              && chiso_when_lies_within (&period, &walk->context)))
        continue;
      chiso_period_days (&found, &first_a, &last_a);
      chiso_period_days (&period, &first_b, &last_b);
      /* "Năm nay khá hơn: tính đến cuối tháng 9 đã có 134 cuộc" */
      if (first_a == 0 || first_b < first_a || last_b > last_a
          || (counts && chiso_period_is_set (&found) && names_this_year (walk, found_at)
              && counts_nothing_between (walk, found_at, i)))
        {
          found = period;
          found_at = i;
          at_end = chiso_when_time (walk, i)->year_edge
                   && chiso_when_time (walk, i)->period.end.month == 12;
        }
    }
  if (!chiso_period_is_set (&found) && returns_to_now (walk, sentence))
    walk->context = walk->reading->period;
  if (!chiso_period_is_set (&found) || ends_now (walk, sentence, &found)
      || chiso_when_only_compares (walk, sentence, &found)
      || chiso_when_only_by_the_year (walk, &found)
      || chiso_when_is_planned_in_title (walk, sentence, &found))
    return FALSE;
  walk->context = walk->spoken = found;
  walk->fresh = walk->stated = TRUE;
  if (!walk->begun && sentence->kind != CHISO_BLOCK_HEADING)
    walk->opening = found;
  walk->at_end = at_end;
  walk->stock = (ChisoPeriod){ 0 };
  if (counts && !walk->latest_counts && !walk->reading->period_stated && !found.open_end)
    walk->latest = (ChisoPeriod){ 0 };
  if ((counts || !walk->latest_counts) && !found.open_end
      && !((walk->reading->period_stated || walk->reading->period_voted)
           && found.end.year <= walk->latest.end.year)
      && (found.end.year > walk->latest.end.year
          || (found.end.year == walk->latest.end.year
              && chiso_period_n_days (&found) > chiso_period_n_days (&walk->latest))))
    {
      walk->latest = found;
      walk->latest_counts = counts;
    }
  return TRUE;
}

/* What a heading leads back to: the report's period, or the year before that the text spoke of where the
 * report itself names none. */
static ChisoPeriod
section_period (const ChisoWhen *walk)
{
  const ChisoReading *self = walk->reading;

  /* A report that counts by some months or a term does so in every section. */
  if (!self->period_stated && walk->latest_counts && walk->latest.end.year == self->period.end.year
      && !walk->latest.open_end)
    return walk->latest;
  return self->period_stated || self->period.end.year != walk->latest.end.year + 1
                 || self->published.month > 3
             ? self->period
             : walk->latest;
}

/* "I. KẾT QUẢ" is above "1. Giám sát" and "Giám sát, phản biện". */
static guint
rank_of (const ChisoWhen *walk, const ChisoSentence *heading)
{
  const ChisoToken *first = chiso_mentions_token (walk->reading->mentions,
                                                  chiso_when_item (walk, heading->first)->first);

  switch (first->word)
    {
    case CHISO_W_I:
    case CHISO_W_II:
    case CHISO_W_III:
    case CHISO_W_IV:
      return 1;
    default:
      return (first->flags & CHISO_TOKEN_UPPER) != 0 ? 1 : 2;
    }
}

/* "1. Quý III", "I. KẾT QUẢ NĂM 2023": no title. */
static gboolean
is_numbered (const ChisoWhen *walk, const ChisoSentence *heading)
{
  const ChisoToken *first = chiso_mentions_token (walk->reading->mentions,
                                                  chiso_when_item (walk, heading->first)->first);

  return first[1].mark == '.'
         && (first->kind == CHISO_TOKEN_DIGITS || first->word == CHISO_W_I
             || first->word == CHISO_W_II || first->word == CHISO_W_III
             || first->word == CHISO_W_IV);
}

static void
enter_heading (ChisoWhen *walk, const ChisoSentence *heading)
{
  if (chiso_period_is_set (&walk->section) && walk->section_rank < rank_of (walk, heading))
    {
      walk->context = walk->before_list = walk->section;
      return;
    }
  walk->section = (ChisoPeriod){ 0 };
  walk->context = walk->before_list = section_period (walk);
}

/* What a paragraph that was about something else leaves to the next. */
static void
enter_block (ChisoWhen *walk)
{
  int year = walk->reading->published.year;

  if (chiso_period_is_set (&walk->section))
    walk->context = walk->section;
  /* A look back ends with its paragraph, and so does one at more than the report's own span. */
  else if (chiso_period_last_year (&walk->context) < walk->latest.end.year
           || chiso_when_lies_within (&walk->context, &walk->latest)
           || ((walk->reading->period_stated || walk->reading->period_voted)
               && (chiso_period_n_days (&walk->latest) > 31
                   || (chiso_period_equal (&walk->latest, &walk->reading->period)
                       && !walk->reading->period_guessed
                       && chiso_period_n_days (&walk->context) < 360))
               && chiso_when_lies_within (&walk->latest, &walk->context)))
    walk->context = walk->latest;
  /* Beside what is so now, years long past are such, though nothing later is named. */
  if (walk->told_now && year != 0 && !walk->reading->period_stated
      && chiso_period_last_year (&walk->context) < year - 1)
    walk->context = walk->reading->period;
}

void
chiso_when_enter (ChisoWhen *walk, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);

  if (!sentence->opens)
    return;
  if (sentence->kind == CHISO_BLOCK_HEADING)
    enter_heading (walk, sentence);
  /* "- Thưa ông, năm 2022 …?" is what the next dash answers. */
  if (sentence->kind == CHISO_BLOCK_BULLET && !walk->asked)
    walk->context = walk->before_list;
  walk->stock = (ChisoPeriod){ 0 };
  walk->fresh = walk->asked || chiso_reading_points_back (walk->reading, s)
                || (sentence->kind == CHISO_BLOCK_BULLET && walk->list_fresh);
  if (!walk->fresh)
    enter_block (walk);
  /* What a heading names is as near as the paragraph's own. */
  walk->fresh |= chiso_period_is_set (&walk->section);
  walk->asked = FALSE;
}

void
chiso_when_leave (ChisoWhen *walk, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);
  gboolean told = carry (walk, s);

  if (told && sentence->kind == CHISO_BLOCK_HEADING
      && (walk->begun || is_numbered (walk, sentence)))
    {
      walk->section = walk->context;
      walk->section_rank = rank_of (walk, sentence);
    }
  walk->begun |= sentence->kind != CHISO_BLOCK_HEADING && walk->first_figure < walk->last_figure;
  walk->asked = told && chiso_mentions_is_mark (walk->reading->mentions, sentence->last - 1, '?');
  if (sentence->kind == CHISO_BLOCK_BULLET)
    return;
  walk->before_list = walk->context;
  walk->list_fresh = told
                     && chiso_mentions_is_mark (walk->reading->mentions, sentence->last - 1, ':');
}
