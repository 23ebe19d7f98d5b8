/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which times something is only compared with, so that they date nothing. What a change compares with is chiso-base.c's
 * to find. */

#include "chiso-when-private.h"

/* "đầu nhiệm kỳ", "khi bước vào nhiệm kỳ", not "nhiệm kỳ trước" */
gboolean
chiso_when_opens_term (const ChisoWhen *walk, guint i)
{
  const ChisoItem *item = chiso_when_item (walk, i);

  if (!chiso_when_is (walk, i, CHISO_CLASS_THEN) || item->last - item->first < 3)
    return FALSE;
  return chiso_mentions_token (walk->reading->mentions, item->last - 2)->word == CHISO_W_NHIEM
         && chiso_mentions_token (walk->reading->mentions, item->last - 1)->word == CHISO_W_KY;
}

/* "hồi năm 2019" */
static gboolean
is_then (const ChisoWhen *walk, guint i)
{
  return chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word
         == CHISO_W_HOIF;
}

/* Items between a ratio and the time of what it is one of. */
#define MAX_COMPARED 12

/* The item of the time that a ratio compares with without a word of comparison: "gấp rưỡi năm 2021", "bằng 90% năm
 * 2022", "gấp đôi tổng số của hai tỉnh trong 6 tháng đầu năm 2025"; or -1. */
int
chiso_when_time_behind_ratio (const ChisoWhen *walk, const ChisoFigure *figure)
{
  guint i = figure->right;

  if (figure->role != CHISO_ROLE_CHANGE
      || (figure->unit != CHISO_UNIT_TIMES && figure->direction != 0))
    return -1;
  if (chiso_when_time (walk, i) != NULL)
    return (int) i;
  /* "gấp 1,33 lần đầu nhiệm kỳ 2020 - 2025" */
  if (chiso_when_is (walk, i, CHISO_CLASS_THEN) && chiso_when_time (walk, i + 1) != NULL)
    return (int) i + 1;
  if (is_then (walk, i) && chiso_when_time (walk, i + 1) != NULL)
    return (int) i + 1;
  switch (chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first)->word)
    {
    case CHISO_W_TONG:
    case CHISO_W_SO:
    case CHISO_W_CA:
      break;
    default:
      return -1;
    }
  for (; i < figure->right + MAX_COMPARED; i++)
    {
      if (chiso_when_item (walk, i)->kind == CHISO_ITEM_PUNCT
          || chiso_when_item (walk, i)->kind == CHISO_ITEM_BREAK)
        return -1;
      if (chiso_when_time (walk, i) != NULL)
        return (int) i;
    }
  return -1;
}

static gboolean
is_behind_ratio (const ChisoWhen *walk, guint i)
{
  for (guint f = walk->first_figure; f < walk->last_figure; f++)
    if (chiso_when_time_behind_ratio (walk, chiso_reading_figure (walk->reading, f)) == (int) i)
      return TRUE;
  return FALSE;
}

/* Items between an opening "So với" and its time. */
#define MAX_OPENING 8

/* "So với khi sơ kết hai năm vào cuối năm 2022, số mô hình tăng 315" */
static gboolean
is_behind_opening_than (const ChisoWhen *walk, guint i, guint first)
{
  if (!chiso_when_is (walk, first, CHISO_CLASS_THAN) || i > first + MAX_OPENING)
    return FALSE;
  for (guint k = first + 1; k < i; k++)
    if (chiso_when_item (walk, k)->kind == CHISO_ITEM_PUNCT)
      return FALSE;
  return TRUE;
}

/* "So sánh năm 2024 với năm 2023" */
static gboolean
is_set_beside (const ChisoWhen *walk, guint i, guint first)
{
  const ChisoItem *item = chiso_when_item (walk, i);

  return i >= first + 3 && i <= first + MAX_OPENING
         && chiso_mentions_token (walk->reading->mentions, item->first - 1)->word == CHISO_W_VOI
         && chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, first)->first)
                    ->word
                == CHISO_W_SOF;
}

gboolean
chiso_when_is_more_or_less (const ChisoWhen *walk, guint i)
{
  const ChisoItem *item = chiso_when_item (walk, i);

  if (!chiso_when_is (walk, i, CHISO_CLASS_UP) && !chiso_when_is (walk, i, CHISO_CLASS_DOWN))
    return FALSE;
  for (guint t = item->first; t < item->last; t++)
    if (chiso_mentions_token (walk->reading->mentions, t)->word == CHISO_W_HON)
      return TRUE;
  return FALSE;
}

/* Items between words of comparison and a time: "so với kết quả rà soát cuối năm 2024". */
#define MAX_BEFORE 5

gboolean
chiso_when_is_base (const ChisoWhen *walk, guint i, guint first)
{
  /* "thấp nhất trong 5 năm qua" */
  if (i > first
      && chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i)->first - 1)->word
             == CHISO_W_NHAT)
    return TRUE;
  /* "nhiều hơn cả năm 2023" */
  if (i > first && chiso_when_is_more_or_less (walk, i - 1))
    return TRUE;
  /* "hơn năm 2022 là 142 cuộc" */
  if (i > first && chiso_reading_sets_against (walk->reading, i - 1) != 0)
    return TRUE;
  /* "ít hơn năm trước 4 cuộc" */
  if (i > first
      && (chiso_when_is (walk, i - 1, CHISO_CLASS_UP)
          || chiso_when_is (walk, i - 1, CHISO_CLASS_DOWN))
      && (chiso_when_item (walk, i + 1)->kind == CHISO_ITEM_NUMBER
          || chiso_when_is (walk, i + 1, CHISO_CLASS_FILLER)
          || chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i + 1)->first)
                     ->word
                 == CHISO_W_LA))
    return TRUE;
  /* "so với năm 2015, khi toàn tỉnh mới có 40 xã": what follows is told of it. */
  if (chiso_mentions_is_mark (walk->reading->mentions, i + 1, ',')
      && chiso_mentions_token (walk->reading->mentions, chiso_when_item (walk, i + 2)->first)->word
             == CHISO_W_KHI)
    return FALSE;
  if (is_behind_ratio (walk, i))
    return TRUE;
  /* "gần bằng cả năm 2021" */
  if (i > first && chiso_when_is (walk, i - 1, CHISO_CLASS_TIMES))
    return TRUE;
  if (is_behind_opening_than (walk, i, first) || is_set_beside (walk, i, first))
    return TRUE;
  for (guint back = 1; back <= MAX_BEFORE && i >= first + back; back++)
    {
      guint k = i - back;

      if (chiso_when_is (walk, k, CHISO_CLASS_THAN))
        return TRUE;
      if (chiso_when_item (walk, k)->kind == CHISO_ITEM_PUNCT
          || chiso_when_item (walk, k)->kind == CHISO_ITEM_NUMBER)
        break;
    }
  return FALSE;
}
