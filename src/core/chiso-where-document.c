/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which district or commune the whole report is by or about, as its title says. */

#include "chiso-where-private.h"

/* Of a line that names a body. */
#define MAX_BODY_ITEMS 4

/* "ĐẢNG BỘ HUYỆN CẨM XUYÊN" above "ĐẢNG ỦY XÃ CẨM BÌNH": the last place of heading s, which that ends with, is one of
 * the commune whose body the report is by. */
static gboolean
find_lower_body (ChisoWhere *walk, guint s)
{
  ChisoReading *self = walk->reading;
  const ChisoSentence *sentence;
  ChisoScope scope;
  guint last;

  if (s >= self->sentences->len)
    return FALSE;
  sentence = chiso_reading_sentence (self, s);
  last = sentence->last - 1;
  if (sentence->kind != CHISO_BLOCK_HEADING || last > sentence->first + MAX_BODY_ITEMS
      || chiso_where_item (walk, last)->kind != CHISO_ITEM_PLACE
      || !chiso_scope_of_place (walk, last, &scope) || scope.level != CHISO_PLACE_COMMUNE)
    return FALSE;
  walk->document = scope;
  return TRUE;
}

/* The body that a report is by, where it is one of a district or commune: the first place of its head,
 * with its kind and outside of brackets ("HUYỆN ỦY HỒNG DÂN (BẠC LIÊU)"). */
gboolean
chiso_where_find_body (ChisoWhere *walk, guint n_head)
{
  ChisoReading *self = walk->reading;

  for (guint s = 0; s < MIN (self->sentences->len, n_head); s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind != CHISO_BLOCK_HEADING)
        break;
      for (guint i = sentence->first; i < sentence->last; i++)
        {
          const ChisoPlaceMention *place;
          ChisoScope scope;

          if (chiso_where_item (walk, i)->kind != CHISO_ITEM_PLACE
              || chiso_where_item (walk, i)->depth > 0)
            continue;
          place = &g_array_index (self->mentions->places, ChisoPlaceMention,
                                  chiso_where_item (walk, i)->index);
          if (place->level > CHISO_PLACE_PROVINCE
              && (place->with_kind
                  || (i == sentence->first && chiso_mentions_is_mark (self->mentions, i + 1, ':')))
              && chiso_scope_of_place (walk, i, &scope))
            {
              walk->document = scope;
              if (scope.level == CHISO_PLACE_DISTRICT && find_lower_body (walk, s + 1)
                  && walk->document.code == NULL)
                walk->document.code = scope.code;
              return TRUE;
            }
          return FALSE;
        }
    }
  return FALSE;
}

/* "TỜ TRÌNH Về việc đề nghị công nhận huyện Kế Sách đạt chuẩn": the one that "huyện" means in all of the report. */
void
chiso_where_find_titled (ChisoWhere *walk, guint n_head)
{
  ChisoReading *self = walk->reading;

  walk->titled.level = CHISO_PLACE_PROVINCE;
  for (guint s = 0; s < MIN (self->sentences->len, n_head); s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      for (guint i = sentence->first; sentence->kind == CHISO_BLOCK_HEADING && i < sentence->last;
           i++)
        {
          ChisoScope scope;

          if (chiso_where_item (walk, i)->kind != CHISO_ITEM_PLACE
              || !chiso_scope_of_place (walk, i, &scope) || scope.level != CHISO_PLACE_DISTRICT)
            continue;
          if (walk->titled.level == CHISO_PLACE_DISTRICT
              && g_strcmp0 (chiso_scope_key (walk, &walk->titled), chiso_scope_key (walk, &scope))
                     != 0)
            {
              walk->titled.level = CHISO_PLACE_PROVINCE;
              return;
            }
          walk->titled = scope;
        }
    }
}
