/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets and plans, which have the grammar of results: by the words that lead to them, by the section that they
 * stand in, and by a time that was still to come. */

#include "chiso-filter-private.h"

static gboolean
is (const ChisoReading *self, guint i, ChisoClass class_)
{
  return chiso_mentions_is (self->mentions, i, class_);
}

/* A time that was not over when the report came out, as in "CÁC CHỈ TIÊU NĂM 2025", "C. QUÝ II/2024". */
static gboolean
lies_ahead (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  const ChisoDate *now = &self->published;
  const ChisoPeriod *period;

  if (item->kind != CHISO_ITEM_TIME || now->year == 0)
    return FALSE;
  period = &g_array_index (self->mentions->times, ChisoTimeMention, item->index).period;
  return period->start.year > now->year
         || (period->start.year == now->year && now->month != 0 && period->start.month >= now->month
             && period->end.month > period->start.month);
}

/* "VI. CHƯƠNG TRÌNH 6 THÁNG CUỐI NĂM" */
static gboolean
opens_programme (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  const ChisoTimeMention *mention;

  if (chiso_mentions_token (self->mentions, item->first)->word != CHISO_W_CHUONG
      || chiso_mentions_item (self->mentions, i + 1)->kind != CHISO_ITEM_TIME)
    return FALSE;
  mention = &g_array_index (self->mentions->times, ChisoTimeMention,
                            chiso_mentions_item (self->mentions, i + 1)->index);
  return mention->anchor == CHISO_TIME_YEARLESS && mention->period.start.month > 6;
}

/* The heading opens a section of plans: "III. CHỈ TIÊU NĂM 2025", and "1. Về kinh tế" in it. */
static gboolean
opens_plans (const ChisoReading *self, const ChisoSentence *heading)
{
  gboolean target = FALSE, told = FALSE;

  if (heading->block == 0 || (heading->classes & CHISO_CLASS_BIT (CHISO_CLASS_ACHIEVED)))
    return FALSE;
  for (guint i = heading->first; i < heading->last; i++)
    {
      target |= opens_programme (self, i);
      target |= !told && (chiso_reading_is_target (self, i) || lies_ahead (self, i));
      /* "Công tác Mặt trận quý III, nhiệm vụ trọng tâm quý IV" reports before it plans. */
      told |= chiso_mentions_item (self->mentions, i)->kind == CHISO_ITEM_TIME;
    }
  return target || (heading->heading > 0 && chiso_reading_sentence (self, heading->heading)->plans);
}

void
chiso_filter_find_plans (ChisoReading *self)
{
  for (guint s = 0; s < self->sentences->len; s++)
    {
      ChisoSentence *sentence = chiso_reading_sentence (self, s);

      /* What a heading stands under stands before it. */
      if (sentence->kind == CHISO_BLOCK_HEADING)
        sentence->plans = opens_plans (self, sentence);
    }
}

/* A time that the report looks back at. */
static gboolean
lies_behind (const ChisoReading *self, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);
  const ChisoTimeMention *mention;

  if (item->kind != CHISO_ITEM_TIME)
    return FALSE;
  mention = &g_array_index (self->mentions->times, ChisoTimeMention, item->index);
  return mention->anchor == CHISO_TIME_LAST_YEAR
         || (mention->anchor == CHISO_TIME_ABSOLUTE && self->published.year != 0
             && mention->period.end.year != 0 && mention->period.end.year < self->published.year);
}

/* ", còn …", ", song …": a clause that is set against the one before it. */
static gboolean
opens_contrast (const ChisoReading *self, guint i)
{
  guint16 word =
      chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i)->first)->word;

  return (word == CHISO_W_CON || word == CHISO_W_SONG || word == CHISO_W_NHUNG2) && i > 0
         && (chiso_mentions_is_mark (self->mentions, i - 1, ',')
             || chiso_mentions_is_mark (self->mentions, i - 1, ';'));
}

/* "đăng ký 6 mô hình, trong đó 4 mô hình đã được công nhận" */
static gboolean
is_recognised (const ChisoReading *self, const ChisoFigure *figure)
{
  for (guint i = figure->right; i < figure->right_end; i++)
    if (is (self, i, CHISO_CLASS_ACHIEVED))
      return TRUE;
  return FALSE;
}

/* "3. Nhiệm vụ … Năm 2023, Mặt trận đã tổ chức 7 đoàn": what its paragraph dates before the report's year
 * has happened, whatever the section is about. */
static gboolean
is_past (const ChisoReading *self, const ChisoFigure *figure)
{
  return self->published.year != 0 && chiso_period_is_set (&figure->period)
         && !figure->period.open_end && figure->period.end.year < self->published.year
         && (figure->period_told == CHISO_TOLD_SENTENCE
             || figure->period_told == CHISO_TOLD_PARAGRAPH);
}

/* "Đăng ký 620 mô hình; đến cuối năm công nhận 547 mô hình", ", đang duy trì 1.785 mô hình": between what is registered,
 * item i, and figure a clause of its own, whose verb is that of the result. */
static gboolean
sets_apart (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  for (guint k = figure->item; k > i; k--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, k - 1);
      gboolean verb = chiso_mentions_token (self->mentions, item->first)->word == CHISO_W_DUY
                      || (item->kind == CHISO_ITEM_PHRASE
                          && !is (self, k - 1, CHISO_CLASS_REGISTERED)
                          && chiso_mentions_token (self->mentions, item->last - 1)->word
                                 == CHISO_W_NHAN);

      if (!verb)
        continue;
      for (; k > i; k--)
        if (chiso_mentions_is_mark (self->mentions, k - 1, ',')
            || chiso_mentions_is_mark (self->mentions, k - 1, ';'))
          return TRUE;
    }
  return FALSE;
}

/* "nhân dân đặt ra 1.209 câu hỏi": what nobody wants more or less of is no target. */
static gboolean
raises_question (const ChisoReading *self, const ChisoFigure *figure, guint i)
{
  const ChisoItem *item = chiso_mentions_item (self->mentions, i);

  return item->last - item->first == 2
         && chiso_mentions_token (self->mentions, item->first)->word == CHISO_W_DATW
         && chiso_grammar_indicator (self->grammar, figure->indicator)->better == 0;
}

/* Words that lead to a target, or away from one. */
#define TARGET_WORDS                                                                               \
  (CHISO_CLASS_BIT (CHISO_CLASS_TARGET) | CHISO_CLASS_BIT (CHISO_CLASS_NOT_TARGET)                 \
   | CHISO_CLASS_BIT (CHISO_CLASS_REGISTERED) | CHISO_CLASS_BIT (CHISO_CLASS_ACHIEVED))

/* "12 xã đang hoàn thiện hồ sơ đề nghị công nhận": what is counted has only begun. */
static gboolean
is_under_way (const ChisoReading *self, const ChisoFigure *figure)
{
  return figure->role == CHISO_ROLE_LEVEL && figure->right < figure->right_end
         && is (self, figure->right, CHISO_CLASS_REGISTERED) && !is_recognised (self, figure)
         && chiso_grammar_wording (self->grammar, figure->indicator)->of <= 0;
}

/* "Nếu tổ chức đủ 450 cuộc đối thoại thì mỗi xã có 3 cuộc": of no time, unlike "Nếu năm 2021 có 212 cuộc thì …", nor
 * only counted otherwise, as "Nếu kể cả cấp xã, …". */
static gboolean
is_supposed (const ChisoReading *self, const ChisoSentence *sentence)
{
  static const guint16 counted[] = { CHISO_W_KEF, CHISO_W_TINH, CHISO_W_CONG, CHISO_W_NHIN };
  const ChisoToken *first = chiso_mentions_token (
      self->mentions, chiso_mentions_item (self->mentions, sentence->first)->first);

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (first[1].word == counted[i])
      return FALSE;
  return chiso_mentions_item (self->mentions, sentence->first)->word == CHISO_W_NEU
         && !chiso_sentence_has (sentence, CHISO_ITEM_TIME)
         && !chiso_sentence_has (sentence, CHISO_ITEM_PLACE)
         && (sentence->classes & CHISO_CLASS_BIT (CHISO_CLASS_THAN)) == 0;
}

gboolean
chiso_filter_is_target (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoSentence *sentence = chiso_reading_sentence (self, figure->sentence);
  gboolean behind = FALSE;

  /* "các chỉ tiêu trên lần lượt …" are as those told before. */
  if (figure->like >= 0)
    return FALSE;
  if (is_supposed (self, sentence) || is_under_way (self, figure))
    return TRUE;
  if (sentence->heading > 0 && chiso_reading_sentence (self, sentence->heading)->plans
      && !is_past (self, figure))
    return TRUE;
  if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME)
      && !(sentence->classes
           & (CHISO_CLASS_BIT (CHISO_CLASS_TARGET) | CHISO_CLASS_BIT (CHISO_CLASS_REGISTERED))))
    return FALSE;
  for (guint i = figure->item; i > sentence->first; i--)
    {
      const ChisoItem *item = chiso_mentions_item (self->mentions, i - 1);

      /* Nearly all items say nothing of this. */
      if ((item->kind != CHISO_ITEM_TIME) & !behind & ((item->classes & TARGET_WORDS) == 0))
        continue;
      behind |= lies_behind (self, i - 1);
      if (behind && opens_contrast (self, i - 1))
        return FALSE;
      if (is (self, i - 1, CHISO_CLASS_NOT_TARGET))
        continue;
      if (item->kind == CHISO_ITEM_TIME
          && g_array_index (self->mentions->times, ChisoTimeMention, item->index).anchor
                 == CHISO_TIME_AHEAD)
        return TRUE;
      /* What is being built has met so many criteria. */
      if (is (self, i - 1, CHISO_CLASS_REGISTERED))
        return !sets_apart (self, figure, i - 1) && !is_recognised (self, figure)
               && chiso_grammar_wording (self->grammar, figure->indicator)->of <= 0;
      if (chiso_reading_is_target (self, i - 1) && !raises_question (self, figure, i - 1))
        return TRUE;
      if (is (self, i - 1, CHISO_CLASS_ACHIEVED))
        return FALSE;
    }
  return FALSE;
}

/* "cuối năm ước còn 21,3%": an estimate of the year at hand is an observation. */
static gboolean
is_estimated (const ChisoReading *self, const ChisoFigure *figure)
{
  guint first = chiso_reading_sentence (self, figure->sentence)->first;

  for (guint i = figure->item, n = 0; i > first && n < 5; i--, n++)
    if (chiso_mentions_item (self->mentions, i - 1)->kind != CHISO_ITEM_NUMBER
        && chiso_mentions_token (self->mentions, chiso_mentions_item (self->mentions, i - 1)->first)
                   ->word
               == CHISO_W_UOC)
      return TRUE;
  return FALSE;
}

/* What lies after the report cannot have happened. */
gboolean
chiso_filter_is_future (const ChisoReading *self, const ChisoFigure *figure)
{
  const ChisoDate *now = &self->published;
  const ChisoDate *start = &figure->period.start;

  if (now->year == 0 || !chiso_period_is_set (&figure->period))
    return FALSE;
  return start->year > now->year
         || (start->year == now->year && now->month != 0 && start->month > now->month
             && !is_estimated (self, figure));
}
