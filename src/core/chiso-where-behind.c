/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that stand behind the figure that they belong to: "7 ở Nghệ An và 12 ở Thanh Hóa". */

#include "chiso-where-private.h"

/* "23 cuộc đối thoại mà cấp ủy, chính quyền huyện Đakrông tổ chức": the actor stands behind. */
gboolean
chiso_where_actor_behind (const ChisoWhere *walk, const ChisoFigure *figure, ChisoScope *scope)
{
  gboolean clause = FALSE;

  for (guint i = figure->right; i < figure->right + 12 && i < walk->reading->mentions->items->len;
       i++)
    {
      const ChisoItem *item = chiso_where_item (walk, i);
      guint16 word = item->last - item->first == 1
                         ? chiso_mentions_token (walk->reading->mentions, item->first)->word
                         : 0;

      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_BREAK
          || (item->kind == CHISO_ITEM_PUNCT && item->mark != '"'
              && (item->mark != ',' || !clause)))
        return FALSE;
      clause |= word == CHISO_W_MA;
      if (clause && item->kind == CHISO_ITEM_PLACE)
        return chiso_scope_of_place (walk, i, scope);
      if (clause && walk->province.code != NULL
          && chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_PROVINCE)
          && !chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NO_PLACE))
        {
          *scope = walk->province;
          return TRUE;
        }
    }
  return FALSE;
}

/* The text at item i begins with words. */
static gboolean
begins_with (const ChisoWhere *walk, guint i, const char *words)
{
  const ChisoMentions *mentions = walk->reading->mentions;
  guint first = chiso_where_item (walk, i)->first;

  return g_str_has_prefix (mentions->text + chiso_mentions_token (mentions, first)->start, words);
}

/* "7 ở Nghệ An và 12 ở Thanh Hóa": a place right behind the figure. */
gboolean
chiso_where_place_behind (const ChisoWhere *walk, const ChisoFigure *figure, ChisoScope *scope)
{
  for (guint i = figure->right;
       i + 1 < walk->reading->mentions->items->len && i <= figure->right_end; i++)
    {
      const ChisoItem *item = chiso_where_item (walk, i);
      guint16 words = item->last - item->first;

      /* "45 cuộc (Sơn Hòa), 30 cuộc (Tuy An)" */
      if (chiso_mentions_is_mark (walk->reading->mentions, i, '(')
          && chiso_where_item (walk, i + 1)->kind == CHISO_ITEM_PLACE
          && chiso_mentions_is_mark (walk->reading->mentions, i + 2, ')'))
        return chiso_scope_of_place (walk, i + 1, scope);
      if (item->kind == CHISO_ITEM_PUNCT || item->kind == CHISO_ITEM_NUMBER
          || item->kind == CHISO_ITEM_BREAK)
        return FALSE;
      if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NATION)
          && begins_with (walk, i, "của "))
        {
          *scope = (ChisoScope){ .level = CHISO_PLACE_NATION, .boundary = walk->reading->boundary };
          return TRUE;
        }
      /* "mức 59,3 triệu đồng của toàn tỉnh" */
      if (walk->now.level > CHISO_PLACE_PROVINCE && walk->province.code != NULL
          && chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_PROVINCE)
          && (begins_with (walk, i, "của ")
              || (i > 0
                  && chiso_mentions_token (walk->reading->mentions, item->first - 1)->word
                         == CHISO_W_CUA)))
        {
          *scope = walk->province;
          return TRUE;
        }
      if (chiso_where_item (walk, i + 1)->kind == CHISO_ITEM_PLACE
          && chiso_where_item (walk, i - 1)->kind != CHISO_ITEM_PLACE
          && (begins_with (walk, i, "trên địa bàn ")
              || (words == 1
                  && (begins_with (walk, i, "ở ") || begins_with (walk, i, "tại ")
                      || (i == figure->right && begins_with (walk, i, "của "))))))
        return chiso_scope_of_place (walk, i + 1, scope);
    }
  return FALSE;
}
