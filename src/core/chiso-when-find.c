/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which expression of time of its sentence a figure is dated by: in its brackets, right behind it, before it,
 * or later. What that means is chiso-when.c's to say. */

#include "chiso-when-private.h"

static guint16
word_at (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word;
}

/* "Huyện Tánh Linh, đạt chuẩn nông thôn mới năm 2020, có 12 cuộc": when it was recognised, not when that was done. */
static gboolean
is_of_recognition (const ChisoWhen *walk, guint i, guint first)
{
  if (!chiso_mentions_is_mark (walk->reading->mentions, i + 1, ','))
    return FALSE;
  for (guint k = i; k > first && i - k < 8; k--)
    {
      const ChisoItem *item = chiso_when_item (walk, k - 1);

      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_PUNCT)
        return FALSE;
      for (guint t = item->first; t < item->last; t++)
        if (chiso_mentions_token (walk->reading->mentions, t)->word == CHISO_W_DICH
            || chiso_mentions_token (walk->reading->mentions, t)->word == CHISO_W_CHUAN)
          return TRUE;
    }
  return FALSE;
}

/* "kể từ ngày 01/7/2025, tức gần một năm qua": the time at item i is the one before it in other words. */
static gboolean
says_again (const ChisoWhen *walk, guint i, guint first)
{
  if (i > first && chiso_when_is (walk, i - 1, CHISO_CLASS_ABOUT))
    i--;
  return i > first + 2 && word_at (walk, i - 1) == CHISO_W_TUC
         && chiso_mentions_is_mark (walk->reading->mentions, i - 2, ',')
         && chiso_when_time (walk, i - 3) != NULL;
}

/* Times that set no period: what is compared with, and days on which something was said. */
static gboolean
governs (const ChisoWhen *walk, const ChisoFigure *figure, guint i, guint first)
{
  const ChisoTimeMention *mention = chiso_when_time (walk, i);

  if (mention == NULL || (mention->aside && figure->like < 0) || chiso_when_is_base (walk, i, first)
      || chiso_when_is_one_of_months (walk, i, first)
      || chiso_reading_names_by_time (walk->reading, i, first))
    return FALSE;
  /* "Năm 2014, năm đầu tiên thực hiện, …" */
  if (mention->anchor == CHISO_TIME_FIRST_YEAR && i > first + 1
      && chiso_mentions_is_mark (walk->reading->mentions, i - 1, ',')
      && chiso_when_time (walk, i - 2) != NULL)
    return FALSE;
  if (says_again (walk, i, first))
    return FALSE;
  if (chiso_when_is_one_day (mention))
    return chiso_when_is_stock (walk, figure);
  if ((!chiso_when_is_stock (walk, figure) || mention->period.open_end)
      && is_of_recognition (walk, i, first))
    return FALSE;
  return TRUE;
}

/* Inside the brackets that hold the figure. */
static int
time_in_brackets (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;

  guint i = figure->item;

  if (depth == 0)
    return -1;
  for (; i > first && chiso_when_item (walk, i - 1)->depth >= depth; i--)
    if (governs (walk, figure, i - 1, first))
      return (int) i - 1;
  /* "bằng cả năm 2021 (136 hội nghị; 8.410 lượt người)" */
  while (i > first && chiso_mentions_is_mark (walk->reading->mentions, i - 1, '('))
    i--;
  return i > first && chiso_when_time (walk, i - 1) != NULL
                 && chiso_when_is_base (walk, i - 1, first)
             ? (int) i - 1
             : -1;
}

static gboolean
opens_clause (const ChisoWhen *walk, guint i)
{
  switch (word_at (walk, i))
    {
    case CHISO_W_THI2:
    case CHISO_W_CON:
    case CHISO_W_SONG:
    case CHISO_W_NHUNG2:
    case CHISO_W_NEU:
      return TRUE;
    case CHISO_W_TRONG:
      return chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first + 1)
                 ->word
             == CHISO_W_KHI;
    default:
      return FALSE;
    }
}

/* ", nơi hộ nghèo cuối năm 2022 vẫn còn 6,94%, 74 đảng viên …": the time at item i belongs to a clause that is
 * told aside and has ended before the figure. */
static gboolean
is_told_aside (const ChisoWhen *walk, const ChisoFigure *figure, guint i, guint first)
{
  guint comma = i;

  if (!chiso_when_time (walk, i)->as_at)
    return FALSE;
  while (comma < figure->item && !chiso_mentions_is_mark (walk->reading->mentions, comma, ','))
    comma++;
  if (comma == figure->item)
    return FALSE;
  for (; i > first + 1; i--)
    if (chiso_when_item (walk, i - 1)->kind == CHISO_ITEM_PUNCT)
      return word_at (walk, i) == CHISO_W_NOI || word_at (walk, i) == CHISO_W_VON;
  return FALSE;
}

/* Right behind the figure: "42% năm 2022", "7/7 xã đạt chuẩn vào năm 2020". */
static int
time_behind (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;
  gboolean relative = FALSE;

  /* "14,6 triệu đồng (năm 2010)" */
  if (chiso_mentions_is_mark (walk->reading->mentions, figure->right, '(')
      && chiso_mentions_is_mark (walk->reading->mentions, figure->right + 2, ')')
      && governs (walk, figure, figure->right + 1, first))
    return (int) figure->right + 1;
  /* "89,6% gia đình được công nhận gia đình văn hóa (số liệu bình xét năm 2024)" */
  for (guint i = figure->right; i <= figure->right_end; i++)
    if (chiso_mentions_is_mark (walk->reading->mentions, i, '(')
        && chiso_when_is (walk, i + 1, CHISO_CLASS_FIGURES))
      for (i++; chiso_when_item (walk, i)->depth > depth; i++)
        if (governs (walk, figure, i, first))
          return (int) i;
  for (guint i = figure->right; i < MAX (figure->right_end, figure->right + 1); i++)
    {
      /* "34 điểm tiếp xúc cử tri mà Đoàn đại biểu Quốc hội tỉnh Đắk Lắk tổ chức từ ngày 6 đến 15/10" */
      relative |= word_at (walk, i) == CHISO_W_MA || word_at (walk, i) == CHISO_W_DOB;
      if (chiso_when_item (walk, i)->depth != depth
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_PUNCT
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_NUMBER
          || (chiso_when_item (walk, i)->kind == CHISO_ITEM_PLACE && !relative)
          || opens_clause (walk, i))
        break;
      if (governs (walk, figure, i, first))
        return (int) i;
    }
  return -1;
}

/* "… xuống còn 4,56%", "… lên 54 xã": where something has come to. */
static gboolean
is_result (const ChisoWhen *walk, const ChisoFigure *figure)
{
  return figure->item > 0
         && (chiso_when_is (walk, figure->item - 1, CHISO_CLASS_RESULT)
             || chiso_when_is (walk, figure->item - 1, CHISO_CLASS_ACHIEVED));
}

/* "giám sát 41 cuộc, lũy kế 9 tháng 128 cuộc; phản biện 12 hội nghị": the running total's time is its own. */
gboolean
chiso_when_is_running (const ChisoWhen *walk, guint i)
{
  guint first = chiso_when_item (walk, i)->first;

  return first > 0 && chiso_mentions_token (walk->reading->mentions, first - 1)->word == CHISO_W_KE;
}

/* "Khi bắt đầu chương trình (năm 2011), …", "Đợt góp ý (từ 06/5 đến 05/6/2025), …": the clause from first to the brackets that
 * close before item i tells nothing but when. */
static gboolean
is_clause_of_time (const ChisoWhen *walk, guint i, guint first)
{
  guint start;

  if (!chiso_mentions_is_mark (walk->reading->mentions, i + 2, ','))
    return FALSE;
  /* The clause begins behind a mark, as of "1.", that is no comma. */
  for (start = i - 1; start > first && chiso_when_item (walk, start - 1)->kind != CHISO_ITEM_PUNCT;
       start--)
    if (chiso_when_item (walk, start - 1)->kind == CHISO_ITEM_NUMBER
        || chiso_when_item (walk, start - 1)->kind == CHISO_ITEM_TIME)
      return FALSE;
  if (start > first && chiso_mentions_is_mark (walk->reading->mentions, start - 1, ','))
    return FALSE;
  /* "1." */
  if (chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, start)->first)->kind
      == CHISO_TOKEN_DIGITS)
    start++;
  while (word_at (walk, start) == CHISO_W_TAI || word_at (walk, start) == CHISO_W_VAO
         || word_at (walk, start) == CHISO_W_O || word_at (walk, start) == CHISO_W_NEU)
    start++;
  return word_at (walk, start) == CHISO_W_KHI || word_at (walk, start) == CHISO_W_LUC
         || word_at (walk, start) == CHISO_W_THOI || word_at (walk, start) == CHISO_W_NGAY
         || word_at (walk, start) == CHISO_W_TRUOC || word_at (walk, start) == CHISO_W_TRONG
         || word_at (walk, start) == CHISO_W_DOT || chiso_when_is (walk, start, CHISO_CLASS_THEN);
}

/* "tại thời điểm Đại hội Đảng bộ tỉnh (tháng 10/2020) là 9 xã": the brackets at item i tell when that was which leads
 * to the figure. */
static gboolean
dates_event (const ChisoWhen *walk, const ChisoFigure *figure, guint i, guint first)
{
  const ChisoMentions *mentions = walk->reading->mentions;

  if (i < first + 2 || !chiso_mentions_is_mark (mentions, i - 1, '(')
      || !chiso_mentions_is_mark (mentions, i + 1, ')'))
    return FALSE;
  if (is_clause_of_time (walk, i, first))
    return TRUE;
  if (figure->item > i + 5
      || chiso_when_item (walk, i)->depth != chiso_when_item (walk, figure->item)->depth + 1)
    return FALSE;
  for (guint k = i + 2; k < figure->item; k++)
    if (!chiso_when_is (walk, k, CHISO_CLASS_RESULT)
        && !chiso_when_is (walk, k, CHISO_CLASS_FUNCTION)
        && !chiso_when_is (walk, k, CHISO_CLASS_ACHIEVED))
      return FALSE;
  for (guint k = i - 1; k > first && i - k < 10; k--)
    {
      guint16 word = word_at (walk, k - 1);

      if (chiso_when_item (walk, k - 1)->kind == CHISO_ITEM_NUMBER)
        return FALSE;
      if (word == CHISO_W_THOI || word == CHISO_W_KHI || word == CHISO_W_LUC
          || chiso_when_is (walk, k - 1, CHISO_CLASS_THEN))
        return TRUE;
    }
  return FALSE;
}

/* Items between a time that is compared with and what there was then. */
#define MAX_LEAD 3

/* "so với năm 2022 là 380 cuộc thì tăng 32 cuộc": the item of the time at which figure is only compared with; or -1. */
int
chiso_when_time_compared (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint i = figure->item;

  if (figure->role != CHISO_ROLE_LEVEL || i < first + 3)
    return -1;
  while (i > first + 2 && figure->item - i < MAX_LEAD
         && (chiso_when_is (walk, i - 1, CHISO_CLASS_RESULT) || word_at (walk, i - 1) == CHISO_W_CHI
             || word_at (walk, i - 1) == CHISO_W_MOIJ))
    i--;
  return i < figure->item && chiso_when_time (walk, i - 1) != NULL
                 && chiso_when_is (walk, i - 2, CHISO_CLASS_THAN)
             ? (int) i - 1
             : -1;
}

static int
time_before (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;

  for (guint i = figure->item; i > first; i--)
    {
      if (chiso_when_item (walk, i - 1)->kind != CHISO_ITEM_TIME
          || (chiso_when_item (walk, i - 1)->depth > depth && !chiso_when_explains (walk, i - 1)
              && !dates_event (walk, figure, i - 1, first))
          || !governs (walk, figure, i - 1, first))
        continue;
      /* "từ 5,57% cuối năm 2023 xuống còn 4,56%": the first figure's time is not the second's. */
      if ((walk->claimed[MIN (i - 1 - first, MAX_CLAIMED)] && is_result (walk, figure))
          || is_told_aside (walk, figure, i - 1, first)
          || (chiso_when_is_running (walk, i - 1) && i > first + 2 && figure->item > i + 2))
        continue;
      return (int) i - 1;
    }
  return -1;
}

static gboolean
is_behind_mark (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_is_mark (walk->reading->mentions, i - 1, ',')
         || chiso_mentions_is_mark (walk->reading->mentions, i - 1, ';');
}

/* "…, năm 2022 là 1.815 ý kiến": the time leads the next figure. */
static gboolean
leads_next (const ChisoWhen *walk, guint i, guint last)
{
  guint lead = i > 1 && word_at (walk, i - 1) == CHISO_W_HOIF ? i - 1 : i;

  if (!is_behind_mark (walk, lead) && !opens_clause (walk, i - 1)
      && word_at (walk, i - 1) != CHISO_W_RIENG && !(i > 1 && opens_clause (walk, i - 2)))
    return FALSE;
  for (guint k = i + 1; k < MIN (i + 4, last); k++)
    {
      if (chiso_when_item (walk, k)->kind == CHISO_ITEM_NUMBER)
        return TRUE;
      if (chiso_when_item (walk, k)->kind == CHISO_ITEM_PUNCT
          && chiso_when_item (walk, k)->mark != ':')
        return FALSE;
    }
  return FALSE;
}

/* "…, năm 2023 phấn đấu giảm đơn vượt cấp" in a report of 2022. */
static gboolean
is_to_come (const ChisoWhen *walk, const ChisoTimeMention *mention)
{
  return mention->anchor == CHISO_TIME_ABSOLUTE && walk->reading->published.year != 0
         && mention->period.start.year > walk->reading->published.year;
}

/* "…, tính đến hết năm 2021", "…, tính ở thời điểm cuối năm 2024": as at which all of its clause was counted. */
static gboolean
reaches_back (const ChisoWhen *walk, const ChisoTimeMention *mention)
{
  return mention->until
         || (mention->as_at && mention->anchor == CHISO_TIME_ABSOLUTE
             && chiso_mentions_token (walk->reading->mentions, mention->first)->word
                    == CHISO_W_THOI);
}

/* Later in the sentence: "… 178/178 xã đạt chuẩn; … tính đến hết năm 2021". Past a semicolon only a
 * date as at which all was counted reaches back. */
static int
time_after (const ChisoWhen *walk, const ChisoFigure *figure, guint first, guint last)
{
  guint depth = chiso_when_item (walk, figure->item)->depth;
  gboolean same_clause = TRUE, comma = FALSE;

  for (guint i = figure->right; i < last; i++)
    {
      const ChisoTimeMention *mention = chiso_when_time (walk, i);

      if (chiso_mentions_is_mark (walk->reading->mentions, i, ';')
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_PLACE || opens_clause (walk, i))
        same_clause = FALSE;
      if (chiso_when_is (walk, i, CHISO_CLASS_THAN) || chiso_reading_is_target (walk->reading, i)
          || chiso_when_is_more_or_less (walk, i)
          || chiso_when_is (walk, i, CHISO_CLASS_ANAPHORA)
          /* "164 dự thảo, phần lớn trong quý III" */
          || (comma && word_at (walk, i) == CHISO_W_PHAN))
        return -1;
      comma |= chiso_mentions_is_mark (walk->reading->mentions, i, ',');
      /* ", được công nhận huyện nông thôn mới từ năm 2020" */
      if (mention != NULL && mention->period.open_end && comma
          && chiso_mentions_token (walk->reading->mentions, mention->last - 1)->word != CHISO_W_NAY)
        continue;
      if (mention == NULL || chiso_when_item (walk, i)->depth != depth
          || mention->anchor == CHISO_TIME_LAST_YEAR
          || !(same_clause || reaches_back (walk, mention)) || leads_next (walk, i, last))
        continue;
      /* "…, đến nay đã trả lời hết" says nothing of when they were told, where that is known. */
      if (mention->anchor == CHISO_TIME_NOW && walk->stated && !chiso_when_is_stock (walk, figure))
        continue;
      if (governs (walk, figure, i, first) && !is_to_come (walk, mention))
        return (int) i;
    }
  return -1;
}

/* "Toàn tỉnh hiện có 2.036 mô hình; trước hợp nhất có 1.275 mô hình, …": what is so now is told of its own clause. */
static gboolean
is_of_clause_before (const ChisoWhen *walk, const ChisoFigure *figure, guint found)
{
  if (chiso_when_time (walk, found)->anchor != CHISO_TIME_NOW)
    return FALSE;
  for (guint i = found; i < figure->item; i++)
    if (chiso_mentions_is_mark (walk->reading->mentions, i, ';'))
      return TRUE;
  return FALSE;
}

/* "Xã Thanh Ba tổ chức 6 hội nghị, xã Tân Lạc 4 hội nghị trong nửa đầu năm": the time right behind the next figure, to
 * which only a place leads on. */
static int
time_behind_next (const ChisoWhen *walk, const ChisoFigure *figure, guint first)
{
  const ChisoFigure *next;

  if (figure->number + 1 >= walk->last_figure || figure->role != CHISO_ROLE_LEVEL)
    return -1;
  next = chiso_reading_figure (walk->reading, figure->number + 1);
  if (next->indicator != figure->indicator || next->role != CHISO_ROLE_LEVEL
      || next->unit != figure->unit || next->item != figure->right_end + 2
      || chiso_when_item (walk, next->item - 1)->kind != CHISO_ITEM_PLACE)
    return -1;
  return time_behind (walk, next, first);
}

/* The item of the time that governs figure, from the sentence at hand; -1 for none. */
int
chiso_when_find (ChisoWhen *walk, const ChisoFigure *figure, const ChisoSentence *sentence)
{
  int found;

  /* Right behind the figure may stand the head of the next sentence. */
  if (!chiso_sentence_has (sentence, CHISO_ITEM_TIME)
      && chiso_when_time (walk, figure->right) == NULL
      && chiso_when_time (walk, figure->right + 1) == NULL)
    return -1;
  found = time_in_brackets (walk, figure, sentence->first);
  if (found < 0)
    found = chiso_when_time_compared (walk, figure, sentence->first);
  if (found < 0)
    {
      found = time_behind (walk, figure, sentence->first);
      /* A change does not use up the time that it stands before. */
      if (found >= 0 && figure->role == CHISO_ROLE_LEVEL)
        walk->claimed[MIN (found - sentence->first, MAX_CLAIMED)] = TRUE;
    }
  if (found < 0)
    {
      found = time_before (walk, figure, sentence->first);
      if (found < 0 || is_of_clause_before (walk, figure, (guint) found))
        {
          int after = time_after (walk, figure, sentence->first, sentence->last);

          found = after >= 0 ? after : found;
        }
    }
  if (found < 0)
    found = time_behind_next (walk, figure, sentence->first);
  /* "Trong khi Phù Cát tiếp 388 lượt thì năm 2022 Phù Mỹ tiếp 412 lượt": nothing else dates it. */
  for (guint i = figure->right;
       i < sentence->last && found < 0 && !walk->stated && !chiso_when_is_more_or_less (walk, i);
       i++)
    if (chiso_when_item (walk, i)->depth == 0 && governs (walk, figure, i, sentence->first)
        && chiso_when_time (walk, i)->anchor == CHISO_TIME_ABSOLUTE
        && !chiso_reading_is_target (walk->reading, i - 1)
        && !(is_behind_mark (walk, i) && leads_next (walk, i, sentence->last)))
      found = (int) i;
  return found;
}
