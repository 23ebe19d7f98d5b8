/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that are named and do not lead there: in passing, to fill in a figure before them, or in a rank. */

#include "chiso-where-private.h"

/* Items of a list of names. */
#define MAX_LISTED_WORDS 24

/* "hợp nhất", "sáp nhập" end with token t. */
static gboolean
is_merged_at (const ChisoWhere *walk, guint t)
{
  guint16 word = chiso_mentions_token (walk->reading->mentions, t)->word;
  guint16 before = t > 0 ? chiso_mentions_token (walk->reading->mentions, t - 1)->word : 0;

  return (word == CHISO_W_NHAT && before == CHISO_W_HOPJ)
         || (word == CHISO_W_NHAP && before == CHISO_W_SAP);
}

/* "khi hai tỉnh Long An và Tây Ninh cũ chưa hợp nhất,": behind the place at item i its clause tells but of the merger. */
static gboolean
is_told_to_merge (const ChisoWhere *walk, guint i)
{
  for (guint k = i + 1; k < i + 8; k++)
    {
      const ChisoItem *item = chiso_where_item (walk, k);

      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_PUNCT
          || item->kind == CHISO_ITEM_BREAK || item->kind == CHISO_ITEM_TIME)
        return FALSE;
      if (is_merged_at (walk, item->last - 1))
        return chiso_where_item (walk, k + 1)->kind == CHISO_ITEM_PUNCT;
    }
  return FALSE;
}

/* ", tính gộp cả tỉnh Bình Phước cũ,": the place at item i is told aside to be counted in. */
static gboolean
is_counted_in (const ChisoWhere *walk, guint i)
{
  const ChisoItem *item = chiso_where_item (walk, i);
  guint16 before = chiso_mentions_token (walk->reading->mentions, item->first - 1)->word;
  /* The registry has some names with the word. */
  gboolean named = chiso_mentions_token (walk->reading->mentions, item->last - 1)->word
                   == CHISO_W_CUF;
  guint behind = named ? i + 1 : i + 2;

  return (before == CHISO_W_CA || before == CHISO_W_GOM || before == CHISO_W_KEF)
         && (named || chiso_mentions_is (walk->reading->mentions, i + 1, CHISO_CLASS_FORMER))
         && (chiso_mentions_is_mark (walk->reading->mentions, behind, ',')
             || chiso_mentions_is_mark (walk->reading->mentions, behind, ')'));
}

/* "học tập kinh nghiệm của Quảng Nam" */
static gboolean
is_learnt_from (const ChisoWhere *walk, guint i)
{
  const ChisoToken *place = chiso_mentions_token (walk->reading->mentions,
                                                  chiso_where_item (walk, i)->first);

  return place[-2].word == CHISO_W_NGHIEM
         && (place[-1].word == CHISO_W_CUA || place[-1].word == CHISO_W_O
             || place[-1].word == CHISO_W_TU);
}

/* Tokens between somebody and where they live: a name, as a rule. */
#define MAX_PERSON 8

/* "Một người dân ở xã Ân Tín nói", "chị Thu Vân ở Tân Hồng kể": the place at item i is where one of its people is
 * from. */
gboolean
chiso_where_is_home (const ChisoWhere *walk, guint i)
{
  guint first = chiso_where_item (walk, i)->first;
  const ChisoToken *token = chiso_mentions_token (walk->reading->mentions, first);

  if (first < 2 || (token[-1].word != CHISO_W_O && token[-1].word != CHISO_W_TAI))
    return FALSE;
  for (guint n = 2; n < MIN (first + 1, MAX_PERSON); n++)
    switch (token[-(int) n].word)
      {
      case CHISO_W_ONG:
      case CHISO_W_BAV:
      case CHISO_W_ANH:
      case CHISO_W_CHIJ:
      case CHISO_W_NGUOI:
        return TRUE;
      default:
        if (token[-(int) n].kind != CHISO_TOKEN_WORD)
          return FALSE;
        break;
      }
  return FALSE;
}

/* "tách từ Mộc Châu", "làm thuê dưới Hà Nam": a place that one only comes from or goes to. */
gboolean
chiso_where_passes_by (const ChisoWhere *walk, guint i, guint first)
{
  if (i <= first + 1)
    return FALSE;
  if (is_told_to_merge (walk, i) || is_counted_in (walk, i) || is_learnt_from (walk, i))
    return TRUE;
  switch (chiso_where_word (walk, i - 1))
    {
    case CHISO_W_TU:
      return TRUE;
    case CHISO_W_DUOI:
      return TRUE;
    /* "cao tốc Khánh Hòa - Buôn Ma Thuột" */
    case CHISO_W_TOC:
    case CHISO_W_TUYEN:
    case CHISO_W_DUONG:
    case CHISO_W_LO:
      return TRUE;
    /* "vùng cao trước đây thuộc tỉnh Hòa Bình" */
    case CHISO_W_THUOC:
      return chiso_mentions_token (walk->reading->mentions, chiso_where_item (walk, i)->first - 2)
                 ->word
             == CHISO_W_DAY;
    /* "sau hợp nhất với Bạc Liêu" */
    case CHISO_W_VOI:
      return is_merged_at (walk, chiso_where_item (walk, i)->first - 2);
    default:
      return FALSE;
    }
}

/* The word before the list of names, known or not, that the place at item i stands in. */
static guint16
list_lead (const ChisoWhere *walk, guint i)
{
  for (guint n = 0; i > 0 && n < MAX_LISTED_WORDS; n++)
    {
      const ChisoItem *item = chiso_where_item (walk, --i);
      const ChisoToken *token = chiso_mentions_token (walk->reading->mentions, item->first);

      if (chiso_mentions_is_mark (walk->reading->mentions, i, ',') || token->word == CHISO_W_VA
          || item->kind == CHISO_ITEM_PLACE
          || (item->kind != CHISO_ITEM_TIME && (token->flags & CHISO_TOKEN_CAPITAL)))
        continue;
      /* "nhiều nhất là ở huyện …" */
      if (i > 0 && (token->word == CHISO_W_TAI || chiso_where_word (walk, i) == CHISO_W_O)
          && chiso_where_word (walk, i - 1) == CHISO_W_LA)
        return CHISO_W_LA;
      return chiso_where_word (walk, i);
    }
  return 0;
}

/* "thấp nhất là Đakrông, 81,2%" */
static gboolean
is_superlative (const ChisoWhere *walk, guint i)
{
  return i > 1 && chiso_where_word (walk, i - 1) == CHISO_W_LA
         && chiso_mentions_token (walk->reading->mentions,
                                  chiso_where_item (walk, i - 1)->first - 1)
                    ->word
                == CHISO_W_NHAT;
}

/* "2 huyện Ninh Phước và Ninh Hải đạt chuẩn", "3 xã Lâm Thủy, Ngân Thủy, Kim Thủy": the place at item i is one of those
 * that the figure before counts. */
static gboolean
is_counted (const ChisoWhere *walk, guint i)
{
  while (i > 1
         && (chiso_where_item (walk, i - 1)->kind == CHISO_ITEM_PLACE
             || (chiso_where_item (walk, i - 2)->kind == CHISO_ITEM_PLACE
                 && (chiso_mentions_is_mark (walk->reading->mentions, i - 1, ',')
                     || chiso_where_word (walk, i - 1) == CHISO_W_VA))))
    i--;
  return i > 1 && chiso_place_opens (chiso_where_word (walk, i - 1))
         && chiso_where_item (walk, i - 2)->kind == CHISO_ITEM_NUMBER;
}

/* "39 hội nghị do các huyện Hòa An, Quảng Hòa và Trùng Khánh tổ chức": the place at item i is one of several that did
 * what is counted for them all. */
static gboolean
is_one_of_doers (const ChisoWhere *walk, guint i)
{
  guint lead = i, places = 0;

  for (guint n = 0; lead > 0 && n < MAX_LISTED_WORDS; n++, lead--)
    {
      const ChisoItem *item = chiso_where_item (walk, lead);

      places += item->kind == CHISO_ITEM_PLACE;
      if (item->kind != CHISO_ITEM_PLACE
          && !chiso_mentions_is_mark (walk->reading->mentions, lead, ',')
          && chiso_where_word (walk, lead) != CHISO_W_VA)
        break;
    }
  places += chiso_where_item (walk, i + 2)->kind == CHISO_ITEM_PLACE
            && (chiso_mentions_is_mark (walk->reading->mentions, i + 1, ',')
                || chiso_where_word (walk, i + 1) == CHISO_W_VA);
  while (lead > 0
         && (chiso_mentions_is (walk->reading->mentions, lead, CHISO_CLASS_NO_PLACE)
             || chiso_where_word (walk, lead) == CHISO_W_CAC))
    lead--;
  return places > 1 && chiso_where_word (walk, lead) == CHISO_W_DOB;
}

/* "1/7 huyện đạt chuẩn là Cam Lộ": a place that only fills in a figure before it; "sau Bắc Giang": one
 * that only ranks. */
gboolean
chiso_where_only_names (const ChisoWhere *walk, guint i, guint f)
{
  guint16 word = list_lead (walk, i);

  if (is_counted (walk, i) || is_one_of_doers (walk, i))
    return TRUE;
  /* "Dẫn đầu là huyện Ba Bể với 118 mô hình" goes on to count there. */
  for (guint k = i + 1; k < i + 4 && k < walk->reading->mentions->items->len; k++)
    {
      /* "là Châu Phú (512 đơn) và Tri Tôn (389 đơn)" */
      if (chiso_where_item (walk, k)->kind == CHISO_ITEM_PUNCT
          && !chiso_mentions_is_mark (walk->reading->mentions, k, '(')
          && !chiso_mentions_is_mark (walk->reading->mentions, k, ':')
          && !(k == i + 1 && chiso_where_item (walk, k + 1)->kind == CHISO_ITEM_NUMBER
               && is_superlative (walk, i)))
        break;
      if (chiso_where_item (walk, k)->kind == CHISO_ITEM_NUMBER)
        return FALSE;
    }
  return (word == CHISO_W_LA || word == CHISO_W_NHU || word == CHISO_W_GOM) && f > 0
         && chiso_reading_figure (walk->reading, f - 1)->item < i
         && i - chiso_reading_figure (walk->reading, f - 1)->item < 16 + MAX_LISTED_WORDS;
}

/* "đứng thứ 2 cả nước, sau Bắc Giang 13,85%": holds for the next figure only. */
gboolean
chiso_where_ranks (const ChisoWhere *walk, guint i)
{
  const ChisoItem *before = i > 0 ? chiso_where_item (walk, i - 1) : NULL;

  return before != NULL && before->last - before->first == 1
         && (chiso_mentions_token (walk->reading->mentions, before->first)->word == CHISO_W_SAU
             || chiso_mentions_is (walk->reading->mentions, i - 1, CHISO_CLASS_THAN));
}
