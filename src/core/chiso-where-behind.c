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

/* "7 ở Nghệ An và 12 ở Thanh Hóa": a place right behind the figure. */
gboolean
chiso_where_place_behind (const ChisoWhere *walk, const ChisoFigure *figure, ChisoScope *scope)
{
  for (guint i = figure->right;
       i + 1 < walk->reading->mentions->items->len && i <= figure->right_end; i++)
    {
      const ChisoItem *item = chiso_where_item (walk, i);
      guint16 words = item->last - item->first;
      const char *text = walk->reading->mentions->text
                         + chiso_mentions_token (walk->reading->mentions, item->first)->start;

      /* "45 cuộc (Sơn Hòa), 30 cuộc (Tuy An)" */
      if (chiso_mentions_is_mark (walk->reading->mentions, i, '(')
          && chiso_where_item (walk, i + 1)->kind == CHISO_ITEM_PLACE
          && chiso_mentions_is_mark (walk->reading->mentions, i + 2, ')'))
        return chiso_scope_of_place (walk, i + 1, scope);
      if (item->kind == CHISO_ITEM_PUNCT || item->kind == CHISO_ITEM_NUMBER
          || item->kind == CHISO_ITEM_BREAK)
        return FALSE;
      if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NATION)
          && g_str_has_prefix (text, "của "))
        {
          *scope = (ChisoScope){ .level = CHISO_PLACE_NATION, .boundary = walk->reading->boundary };
          return TRUE;
        }
      /* "mức 59,3 triệu đồng của toàn tỉnh" */
      if (walk->now.level > CHISO_PLACE_PROVINCE && walk->province.code != NULL
          && chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_PROVINCE)
          && (g_str_has_prefix (text, "của ")
              || (i > 0
                  && chiso_mentions_token (walk->reading->mentions, item->first - 1)->word
                         == CHISO_W_CUA)))
        {
          *scope = walk->province;
          return TRUE;
        }
      if (chiso_where_item (walk, i + 1)->kind == CHISO_ITEM_PLACE
          && chiso_where_item (walk, i - 1)->kind != CHISO_ITEM_PLACE
          && (g_str_has_prefix (text, "trên địa bàn ")
              || (words == 1
                  && (g_str_has_prefix (text, "ở ") || g_str_has_prefix (text, "tại ")
                      || (i == figure->right && g_str_has_prefix (text, "của "))))))
        return chiso_scope_of_place (walk, i + 1, scope);
    }
  return FALSE;
}
