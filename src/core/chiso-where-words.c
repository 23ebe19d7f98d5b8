/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that stand for a place without its name: "toàn tỉnh", "huyện", "các cấp", "cả nước". They lead
 * back to the one that the report or the paragraphs at hand are about, or are mere levels of government. */

#include "chiso-where-private.h"

#include <string.h>

/* Paragraphs over which "huyện" still means the one named last. */
#define MAX_REMEMBERED 6

/* Words of its own level that a report on a smaller place has at the least, unless its title opens with it. */
#define MIN_VOTES 2

static gboolean
is_level_word (const ChisoWhere *walk, guint i)
{
  return (chiso_where_item (walk, i)->classes
          & (CHISO_CLASS_BIT (CHISO_CLASS_PROVINCE) | CHISO_CLASS_BIT (CHISO_CLASS_DISTRICT)
             | CHISO_CLASS_BIT (CHISO_CLASS_COMMUNE)))
         != 0;
}

static gboolean
in_level_list (const ChisoWhere *walk, guint i)
{
  const ChisoMentions *mentions = walk->reading->mentions;

  /* "Chủ tịch UBND xã, phường" */
  if (i >= 2 && chiso_mentions_is_mark (mentions, i - 1, ',')
      && chiso_where_item (walk, i - 2)->last - chiso_where_item (walk, i - 2)->first >= 2
      && chiso_where_item (walk, i)->last - chiso_where_item (walk, i)->first <= 2
      && chiso_place_opens (
          chiso_mentions_token (mentions, chiso_where_item (walk, i)->first)->word)
      && chiso_place_opens (
          chiso_mentions_token (mentions, chiso_where_item (walk, i - 2)->last - 1)->word))
    return TRUE;
  /* "cấp tỉnh và huyện" */
  if (i >= 2 && chiso_where_item (walk, i)->last - chiso_where_item (walk, i)->first == 1
      && (chiso_where_word (walk, i - 1) == CHISO_W_VA
          || chiso_mentions_is_mark (mentions, i - 1, ','))
      && chiso_mentions_is (mentions, i - 2, CHISO_CLASS_LEVEL))
    return TRUE;
  return chiso_where_item (walk, i)->last - chiso_where_item (walk, i)->first == 1
         && ((i >= 2 && chiso_mentions_is_mark (mentions, i - 1, ',') && is_level_word (walk, i - 2)
              && chiso_where_item (walk, i - 2)->last - chiso_where_item (walk, i - 2)->first <= 2)
             || (i + 2 < mentions->items->len && chiso_mentions_is_mark (mentions, i + 1, ',')
                 && is_level_word (walk, i + 2)
                 && chiso_where_item (walk, i + 2)->last - chiso_where_item (walk, i + 2)->first
                        == 1));
}

/* The phrase at item i ends in "thành phố". */
static gboolean
names_city (const ChisoWhere *walk, guint i)
{
  const ChisoItem *item = chiso_where_item (walk, i);

  return item->last - item->first >= 2
         && chiso_mentions_token (walk->reading->mentions, item->last - 1)->word == CHISO_W_PHO
         && chiso_mentions_token (walk->reading->mentions, item->last - 2)->word == CHISO_W_THANH;
}

static gboolean
names_district_body (const ChisoWhere *walk, guint i)
{
  const ChisoItem *item = chiso_where_item (walk, i);

  return chiso_mentions_token (walk->reading->mentions, item->last - 1)->word == CHISO_W_HUYEN
         && item->last - item->first >= 3;
}

/* "huyện" alone means the one that was named a moment ago, or that the section is about. */
static gboolean
is_remembered (const ChisoWhere *walk, guint block, ChisoPlaceLevel level)
{
  guint named = level == CHISO_PLACE_DISTRICT ? walk->n_districts : walk->n_communes;

  return walk->base.level == level || named == 1 || walk->block <= block + MAX_REMEMBERED;
}

/* "Mặt trận các cấp", "cấp ủy, chính quyền các cấp": of the place that is spoken of, whichever that is. */
static gboolean
names_levels_only (const ChisoWhere *walk, guint i)
{
  const ChisoItem *item = chiso_where_item (walk, i);
  gboolean levels = FALSE;

  for (guint t = item->first; t < item->last; t++)
    {
      guint16 word = chiso_mentions_token (walk->reading->mentions, t)->word;

      if (word == CHISO_W_TINHS)
        return FALSE;
      levels |= word == CHISO_W_CAP;
    }
  return levels;
}

/* "các cấp", "các sở, ngành": of the body that reports. */
static gboolean
names_all_levels (const ChisoWhere *walk, guint i)
{
  const ChisoItem *item = chiso_where_item (walk, i);

  for (guint t = item->first; t < item->last; t++)
    if (chiso_mentions_token (walk->reading->mentions, t)->word == CHISO_W_TINHS)
      return FALSE;
  return TRUE;
}

/* Words before "cả nước" that set its provinces in order. */
#define MAX_RANKING 8

/* "trong nhóm dẫn đầu cả nước", "tỉnh đầu tiên của cả nước", "đứng thứ 5 toàn quốc". */
static gboolean
ranks_in_nation (const ChisoWhere *walk, guint i)
{
  guint first = chiso_where_item (walk, i)->first;

  for (guint t = first; t > 0 && first - t < MAX_RANKING; t--)
    {
      const ChisoToken *before = chiso_mentions_token (walk->reading->mentions, t - 1);

      switch (before->word)
        {
        case CHISO_W_NHAT:
        case CHISO_W_DAU:
        case CHISO_W_THU:
        case CHISO_W_HANG2:
        case CHISO_W_NHOM:
        case CHISO_W_TOP:
          return TRUE;
        default:
          break;
        }
      if (before->kind == CHISO_TOKEN_PUNCT || before->kind == CHISO_TOKEN_BREAK)
        return FALSE;
    }
  return FALSE;
}

gboolean
chiso_where_enter_words (ChisoWhere *walk, guint i)
{
  gboolean counted = i > 0 && chiso_where_item (walk, i - 1)->kind == CHISO_ITEM_NUMBER;
  guint16 first =
      chiso_mentions_token (walk->reading->mentions, chiso_where_item (walk, i)->first)->word;
  guint topic = i > 1 && chiso_where_item (walk, i - 1)->kind == CHISO_ITEM_TIME ? i - 2 : i - 1;
  const ChisoPhrase *before = i > 0 ? chiso_mentions_phrase (walk->reading->mentions, topic) : NULL;

  /* "Thành phố" is the province where that is a city, as Cần Thơ. */
  if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_DISTRICT) && names_city (walk, i)
      && chiso_grammar_is_city (walk->reading->grammar, walk->province.code))
    {
      walk->now = walk->province;
      return TRUE;
    }
  /* "Đại biểu HĐND huyện" of the district that the paragraph is about, behind one of its communes. */
  if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NO_PLACE)
      && walk->now.level == CHISO_PLACE_COMMUNE && walk->district_in_block
      && names_district_body (walk, i))
    {
      walk->now = walk->district;
      return TRUE;
    }
  /* "thu nhập của tỉnh" leads there; "đơn vị đầu tiên của tỉnh" does not. */
  if (first == CHISO_W_CUA && !chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NATION)
      && (before == NULL || chiso_indicator_set_is_empty (&before->lists[CHISO_WORDS_TOPICS])))
    return FALSE;
  /* "cao nhất tỉnh", "dẫn đầu tỉnh" ranks. */
  if (i > 0
      && (chiso_mentions_is (walk->reading->mentions, i - 1, CHISO_CLASS_RANKING)
          || chiso_mentions_token (walk->reading->mentions, chiso_where_item (walk, i)->first - 1)
                     ->word
                 == CHISO_W_NHAT))
    return FALSE;
  /* "lãnh đạo tỉnh, huyện": levels of government, not places. */
  if (in_level_list (walk, i))
    return FALSE;
  if (counted || chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NO_PLACE))
    return FALSE;
  if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NATION))
    {
      /* "cao hơn bình quân cả nước" compares; it does not lead there. */
      if ((i == 0 || !chiso_mentions_is (walk->reading->mentions, i - 1, CHISO_CLASS_THAN))
          && !ranks_in_nation (walk, i))
        walk->now = (ChisoScope){ .level = CHISO_PLACE_NATION,
                                  .boundary = walk->reading->boundary };
    }
  else if (walk->led && walk->now.level > CHISO_PLACE_PROVINCE && names_levels_only (walk, i))
    return FALSE;
  else if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_PROVINCE)
           && walk->province.code != NULL
           && !(names_city (walk, i) && walk->now.level > CHISO_PLACE_PROVINCE))
    walk->now = walk->document.level > CHISO_PLACE_PROVINCE && names_all_levels (walk, i)
                    ? walk->document
                    : walk->province;
  else if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_DISTRICT)
           && walk->district.level == CHISO_PLACE_DISTRICT
           && is_remembered (walk, walk->district_block, CHISO_PLACE_DISTRICT))
    walk->now = walk->district;
  else if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_DISTRICT)
           && walk->district.level != CHISO_PLACE_DISTRICT
           && walk->document.level == CHISO_PLACE_DISTRICT)
    walk->now = walk->document;
  else if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_DISTRICT)
           && walk->district.level != CHISO_PLACE_DISTRICT
           && walk->titled.level == CHISO_PLACE_DISTRICT)
    walk->now = walk->titled;
  else if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_COMMUNE)
           && walk->commune.level == CHISO_PLACE_COMMUNE
           && is_remembered (walk, walk->commune_block, CHISO_PLACE_COMMUNE))
    walk->now = walk->commune;
  else
    return FALSE;
  return TRUE;
}

/* How often a text says "huyện", "toàn huyện" and the like, "toàn tỉnh" and the like. */
typedef struct
{
  guint districts, communes, provinces;
} Votes;

static void
count_votes (const ChisoWhere *walk, Votes *votes)
{
  for (guint i = 1; i < walk->reading->mentions->items->len; i++)
    {
      if (!is_level_word (walk, i)
          || chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NO_PLACE)
          || chiso_where_item (walk, i - 1)->kind == CHISO_ITEM_NUMBER
          || (names_city (walk, i)
              && chiso_grammar_is_city (walk->reading->grammar, walk->province.code))
          || in_level_list (walk, i))
        continue;
      if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_PROVINCE))
        votes->provinces += !names_all_levels (walk, i);
      else if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_DISTRICT))
        votes->districts++;
      else if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_COMMUNE))
        votes->communes++;
    }
}

gboolean
chiso_where_guess_document (const ChisoWhere *walk, guint n_head, ChisoScope *scope)
{
  Votes votes = { 0 };
  gboolean behind_province = FALSE;
  guint mine;

  for (guint s = 0; s < MIN (walk->reading->sentences->len, n_head); s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);

      for (guint i = sentence->first; i < sentence->last; i++)
        {
          if (chiso_where_item (walk, i)->kind != CHISO_ITEM_PLACE
              || chiso_where_item (walk, i)->depth > 0)
            continue;
          if (!chiso_scope_of_place (walk, i, scope))
            return FALSE;
          /* "Quảng Bình: Lệ Thủy …" */
          if (scope->level <= CHISO_PLACE_PROVINCE && sentence->kind == CHISO_BLOCK_HEADING)
            {
              behind_province = TRUE;
              continue;
            }
          if (scope->level <= CHISO_PLACE_PROVINCE)
            return FALSE;
          count_votes (walk, &votes);
          mine = scope->level == CHISO_PLACE_DISTRICT ? votes.districts : votes.communes;
          if (sentence->kind != CHISO_BLOCK_HEADING || behind_province)
            return mine >= MIN_VOTES && votes.provinces == 0;
          return mine > 2 * votes.provinces;
        }
    }
  return FALSE;
}

/* "Mặt trận các cấp của ba tỉnh": what follows is of none of them alone. */
gboolean
chiso_where_counts_provinces (const ChisoWhere *walk, guint i)
{
  const ChisoItem *number = i > 1 ? chiso_where_item (walk, i - 1) : NULL;
  guint16 word;
  double n;

  if (number == NULL || chiso_where_word (walk, i) != CHISO_W_TINHS
      || number->kind != CHISO_ITEM_NUMBER
      || chiso_mentions_is_mark (walk->reading->mentions, i + 1, ','))
    return FALSE;
  word = chiso_where_word (walk, i - 2);
  n = g_array_index (walk->reading->mentions->numbers, ChisoNumber, number->index).value;
  return n >= 2 && n < 10 && (word == CHISO_W_CUA || word == CHISO_W_CA);
}
