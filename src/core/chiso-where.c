/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place a figure belongs to. A place holds from where it is named to the end of its paragraph,
 * or until another, or until words such as "toàn tỉnh" lead back; a heading's place holds for its
 * section. */

#include "chiso-reading.h"

#include <string.h>

typedef struct
{
  ChisoPlaceLevel level;
  const char *code; /* province; NULL for the nation or when unknown */
  ChisoBoundary boundary;
  guint name_first, name_last; /* tokens of the smaller unit's name */
} Scope;

#define MAX_DEPTH 10
/* Sentences of the head. */
#define HEAD_SENTENCES 6

typedef struct
{
  ChisoReading *reading;
  Scope document; /* that the whole report is about */
  Scope base;     /* of the section */
  Scope province; /* that "toàn tỉnh" means here */
  Scope district; /* that "huyện" means here; level PROVINCE if none was named */
  Scope commune;
  Scope now;
  Scope stack[MAX_DEPTH]; /* scopes outside of open brackets */
  GHashTable *communes;   /* name -> province code, of communes named with their district */
} Walk;

static const ChisoItem *
item_at (const Walk *walk, guint i)
{
  return chiso_mentions_item (walk->reading->mentions, i);
}

static gboolean
former_nearby (const Walk *walk, guint i)
{
  for (guint k = i + 1; k <= i + 2 && k < walk->reading->mentions->items->len; k++)
    if (chiso_mentions_is (walk->reading->mentions, k, CHISO_CLASS_FORMER))
      return TRUE;
  return FALSE;
}

/* The province of a district's name: the one in force if it has such a district, else the only one
 * that has; NULL where neither. */
static const char *
province_of_district (const Walk *walk, gint16 district, const char *preferred)
{
  guint n;
  const ChisoDistrict *districts = chiso_geo_districts (walk->reading->grammar->geo, &n);
  const char *found = NULL;

  for (int i = district; i >= 0; i = walk->reading->grammar->district_next[i] - 1)
    {
      if (preferred != NULL && strcmp (districts[i].province, preferred) == 0)
        return preferred;
      if (found != NULL && strcmp (found, districts[i].province) != 0)
        return NULL;
      found = districts[i].province;
    }
  return found;
}

/* "HỒNG DÂN" of a head as "Hồng Dân". */
static char *
capitalise (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);
  gboolean begins = TRUE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, begins ? g_unichar_toupper (c) : g_unichar_tolower (c));
      begins = !g_unichar_isalpha (c);
    }
  return g_string_free (out, FALSE);
}

static char *
scope_name (const Walk *walk, const Scope *scope)
{
  ChisoSpan name = chiso_mentions_span (walk->reading->mentions, scope->name_first,
                                        scope->name_last);
  const char *text = walk->reading->mentions->text + name.start;
  const ChisoToken *first = chiso_mentions_token (walk->reading->mentions, scope->name_first);

  return first->flags & CHISO_TOKEN_UPPER ? capitalise (text, name.end - name.start)
                                          : g_strndup (text, name.end - name.start);
}

static gboolean
scope_of_place (const Walk *walk, guint i, Scope *scope)
{
  const ChisoPlaceMention *place = &g_array_index (walk->reading->mentions->places,
                                                   ChisoPlaceMention, item_at (walk, i)->index);
  gboolean former = former_nearby (walk, i);
  const char *code;

  *scope = (Scope){ .level = place->level,
                    .boundary = walk->reading->boundary,
                    .name_first = place->name_first,
                    .name_last = place->name_last };
  if (place->level == CHISO_PLACE_PROVINCE)
    {
      gboolean new_code = scope->boundary == CHISO_BOUNDARY_34 && place->code_34 != NULL && !former;

      scope->code = new_code || place->code_63 == NULL ? place->code_34 : place->code_63;
      scope->boundary = new_code ? CHISO_BOUNDARY_34 : CHISO_BOUNDARY_63;
      return scope->code != NULL;
    }
  scope->code = walk->province.code;
  scope->boundary = walk->province.boundary;
  if (place->level == CHISO_PLACE_COMMUNE)
    {
      g_autofree char *name = scope_name (walk, scope);

      code = g_hash_table_lookup (walk->communes, name);
      if (code != NULL)
        scope->code = code;
    }
  if (place->level == CHISO_PLACE_DISTRICT && place->district >= 0)
    {
      code = province_of_district (walk, place->district, walk->province.code);
      if (!place->with_kind && walk->province.code != NULL
          && (code == NULL || strcmp (code, walk->province.code) != 0))
        return FALSE;
      if (code != NULL && walk->reading->boundary == CHISO_BOUNDARY_63)
        scope->code = code;
    }
  return scope->code != NULL;
}

/* "xã Chi Lăng, huyện Tràng Định", "xã Kim Quan (Yên Sơn)", "xã Bản Bo của huyện Tam Đường": the second
 * says where the first lies. */
static gboolean
is_parent_of_last (const Walk *walk, guint i, const Scope *scope)
{
  guint steps = 0;

  while (i > 0 && steps < 4)
    {
      const ChisoItem *item = item_at (walk, --i);
      const ChisoPhrase *phrase = chiso_mentions_phrase (walk->reading->mentions, i);
      const ChisoPlaceMention *place;

      steps++;
      if (item->kind == CHISO_ITEM_PUNCT && strchr (",(-", (int) item->mark) != NULL)
        continue;
      if (phrase != NULL && chiso_phrase_is (phrase, CHISO_CLASS_FUNCTION)
          && item->last - item->first == 1)
        continue;
      if (item->kind != CHISO_ITEM_PLACE)
        return FALSE;
      place = &g_array_index (walk->reading->mentions->places, ChisoPlaceMention, item->index);
      return place->level > scope->level;
    }
  return FALSE;
}

/* "1/7 huyện đạt chuẩn là Cam Lộ": a place that only fills in a figure before it; "sau Bắc Giang": one
 * that only ranks. */
static gboolean
only_names (const Walk *walk, guint i, guint f)
{
  const ChisoItem *before = i > 0 ? item_at (walk, i - 1) : NULL;
  guint16 word;

  if (before == NULL || before->last - before->first != 1)
    return FALSE;
  word = chiso_mentions_token (walk->reading->mentions, before->first)->word;
  /* "Dẫn đầu là huyện Ba Bể với 118 mô hình" goes on to count there. */
  for (guint k = i + 1; k < i + 4 && k < walk->reading->mentions->items->len; k++)
    {
      if (item_at (walk, k)->kind == CHISO_ITEM_PUNCT)
        break;
      if (item_at (walk, k)->kind == CHISO_ITEM_NUMBER)
        return FALSE;
    }
  return (word == CHISO_W_LA || word == CHISO_W_NHU) && f > 0
         && chiso_reading_figure (walk->reading, f - 1)->item < i
         && i - chiso_reading_figure (walk->reading, f - 1)->item < 16;
}

/* A bare name in brackets behind a commune: "(Nam Đàn)" is a district, of whichever province has it. */
static void
learn_parent (Walk *walk, guint i)
{
  const ChisoPlaceMention *place = &g_array_index (walk->reading->mentions->places,
                                                   ChisoPlaceMention, item_at (walk, i)->index);
  Scope here = { .level = place->level };
  const char *code;

  if (place->level != CHISO_PLACE_DISTRICT || place->district < 0
      || walk->commune.level != CHISO_PLACE_COMMUNE || !is_parent_of_last (walk, i, &here))
    return;
  code = province_of_district (walk, place->district, NULL);
  if (code == NULL || walk->reading->boundary != CHISO_BOUNDARY_63)
    return;
  g_hash_table_insert (walk->communes, scope_name (walk, &walk->commune), (char *) code);
  walk->commune.code = code;
  if (walk->now.level == CHISO_PLACE_COMMUNE)
    walk->now.code = code;
}

static void
enter_place (Walk *walk, guint i)
{
  Scope scope;

  learn_parent (walk, i);
  if (!scope_of_place (walk, i, &scope))
    return;
  if (scope.level == CHISO_PLACE_DISTRICT)
    walk->district = scope;
  if (is_parent_of_last (walk, i, &scope))
    {
      /* The smaller place learns its province from the larger one. */
      if (scope.code != NULL && walk->now.level > scope.level)
        walk->now.code = scope.code;
      return;
    }
  if (scope.level == CHISO_PLACE_COMMUNE)
    walk->commune = scope;
  if (scope.level == CHISO_PLACE_PROVINCE)
    {
      walk->province = scope;
      walk->district.level = CHISO_PLACE_PROVINCE;
    }
  walk->now = scope;
}

static gboolean
is_level_word (const Walk *walk, guint i)
{
  const ChisoPhrase *phrase = chiso_mentions_phrase (walk->reading->mentions, i);

  return phrase != NULL
         && (phrase->classes
             & (1u << CHISO_CLASS_PROVINCE | 1u << CHISO_CLASS_DISTRICT | 1u << CHISO_CLASS_COMMUNE))
                != 0;
}

static gboolean
in_level_list (const Walk *walk, guint i)
{
  const ChisoMentions *mentions = walk->reading->mentions;

  return item_at (walk, i)->last - item_at (walk, i)->first == 1
         && ((i >= 2 && chiso_mentions_is_mark (mentions, i - 1, ',') && is_level_word (walk, i - 2)
              && item_at (walk, i - 2)->last - item_at (walk, i - 2)->first <= 2)
             || (i + 2 < mentions->items->len && chiso_mentions_is_mark (mentions, i + 1, ',')
                 && is_level_word (walk, i + 2)
                 && item_at (walk, i + 2)->last - item_at (walk, i + 2)->first == 1));
}

/* Words such as "toàn tỉnh", "huyện", "cả nước". */
static void
enter_words (Walk *walk, guint i, const ChisoPhrase *phrase)
{
  gboolean counted = i > 0 && item_at (walk, i - 1)->kind == CHISO_ITEM_NUMBER;
  guint16 first = chiso_mentions_token (walk->reading->mentions, item_at (walk, i)->first)->word;
  const ChisoPhrase *before = i > 0 ? chiso_mentions_phrase (walk->reading->mentions, i - 1) : NULL;

  /* "thu nhập của tỉnh" leads there; "đơn vị đầu tiên của tỉnh" does not. */
  if (first == CHISO_W_CUA && !chiso_phrase_is (phrase, CHISO_CLASS_NATION)
      && (before == NULL || chiso_indicator_set_is_empty (&before->lists[CHISO_WORDS_TOPICS])))
    return;
  /* "cao nhất tỉnh" ranks. */
  if (i > 0 && chiso_mentions_token (walk->reading->mentions, item_at (walk, i)->first - 1)->word == CHISO_W_NHAT)
    return;
  /* "lãnh đạo tỉnh, huyện": levels of government, not places. */
  if (in_level_list (walk, i))
    return;
  if (counted || chiso_phrase_is (phrase, CHISO_CLASS_NO_PLACE))
    return;
  if (chiso_phrase_is (phrase, CHISO_CLASS_NATION))
    {
      /* "cao hơn bình quân cả nước" compares; it does not lead there. */
      if (i == 0 || !chiso_mentions_is (walk->reading->mentions, i - 1, CHISO_CLASS_THAN))
        walk->now = (Scope){ .level = CHISO_PLACE_NATION, .boundary = walk->reading->boundary };
    }
  else if (chiso_phrase_is (phrase, CHISO_CLASS_PROVINCE) && walk->province.code != NULL)
    walk->now = walk->province;
  else if (chiso_phrase_is (phrase, CHISO_CLASS_DISTRICT)
           && walk->district.level == CHISO_PLACE_DISTRICT)
    walk->now = walk->district;
  else if (chiso_phrase_is (phrase, CHISO_CLASS_COMMUNE)
           && walk->commune.level == CHISO_PLACE_COMMUNE)
    walk->now = walk->commune;
}

/* "23 cuộc đối thoại mà cấp ủy, chính quyền huyện Đakrông tổ chức": the actor stands behind. */
static gboolean
actor_behind (const Walk *walk, const ChisoFigure *figure, Scope *scope)
{
  gboolean clause = FALSE;

  for (guint i = figure->right; i < figure->right + 12 && i < walk->reading->mentions->items->len;
       i++)
    {
      const ChisoItem *item = item_at (walk, i);
      guint16 word = item->last - item->first == 1
                         ? chiso_mentions_token (walk->reading->mentions, item->first)->word
                         : 0;

      if (item->kind == CHISO_ITEM_NUMBER || item->kind == CHISO_ITEM_BREAK
          || (item->kind == CHISO_ITEM_PUNCT && (item->mark != ',' || !clause)))
        return FALSE;
      clause |= word == CHISO_W_MA;
      if (clause && item->kind == CHISO_ITEM_PLACE)
        return scope_of_place (walk, i, scope);
    }
  return FALSE;
}

/* "7 ở Nghệ An và 12 ở Thanh Hóa": a place right behind the figure. */
static gboolean
place_behind (const Walk *walk, const ChisoFigure *figure, Scope *scope)
{
  for (guint i = figure->right;
       i + 1 < walk->reading->mentions->items->len && i <= figure->right_end; i++)
    {
      const ChisoItem *item = item_at (walk, i);
      guint16 words = item->last - item->first;
      const char *text = walk->reading->mentions->text
                         + chiso_mentions_token (walk->reading->mentions, item->first)->start;

      if (item->kind == CHISO_ITEM_PUNCT || item->kind == CHISO_ITEM_NUMBER
          || item->kind == CHISO_ITEM_BREAK)
        return FALSE;
      if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_NATION)
          && g_str_has_prefix (text, "của "))
        {
          *scope = (Scope){ .level = CHISO_PLACE_NATION, .boundary = walk->reading->boundary };
          return TRUE;
        }
      /* "mức 59,3 triệu đồng của toàn tỉnh" */
      if (walk->now.level > CHISO_PLACE_PROVINCE && walk->province.code != NULL
          && chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_PROVINCE)
          && (g_str_has_prefix (text, "của ")
              || (i > 0 && chiso_mentions_token (walk->reading->mentions, item->first - 1)->word == CHISO_W_CUA)))
        {
          *scope = walk->province;
          return TRUE;
        }
      if (words == 1 && (g_str_has_prefix (text, "ở ") || g_str_has_prefix (text, "tại "))
          && item_at (walk, i + 1)->kind == CHISO_ITEM_PLACE
          && item_at (walk, i - 1)->kind != CHISO_ITEM_PLACE)
        return scope_of_place (walk, i + 1, scope);
    }
  return FALSE;
}

static char *
scope_key (const Walk *walk, const Scope *scope)
{
  g_autofree char *text = NULL;

  if (scope->level == CHISO_PLACE_NATION)
    return g_strdup ("VN");
  if (scope->code == NULL)
    return NULL;
  if (scope->level == CHISO_PLACE_PROVINCE)
    return g_strdup (scope->code);
  text = scope_name (walk, scope);
  return g_strdup_printf ("%s/%s", scope->code, text);
}

/* "đứng thứ 2 cả nước, sau Bắc Giang 13,85%": holds for the next figure only. */
static gboolean
ranks (const Walk *walk, guint i)
{
  const ChisoItem *before = i > 0 ? item_at (walk, i - 1) : NULL;

  return before != NULL && before->last - before->first == 1
         && (chiso_mentions_token (walk->reading->mentions, before->first)->word == CHISO_W_SAU
             || chiso_mentions_is (walk->reading->mentions, i - 1, CHISO_CLASS_THAN));
}

static void
walk_sentence (Walk *walk, guint s, guint *f)
{
  ChisoReading *self = walk->reading;
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  Scope last_figure = walk->now;
  Scope resume = walk->now;
  gboolean any = FALSE;
  guint depth = 0, resume_at = 0;

  for (guint i = sentence->first; i < sentence->last; i++)
    {
      const ChisoItem *item = item_at (walk, i);
      const ChisoPhrase *phrase = chiso_mentions_phrase (self->mentions, i);

      while (depth < item->depth && depth + 1 < MAX_DEPTH)
        walk->stack[depth++] = walk->now;
      while (depth > item->depth)
        walk->now = walk->stack[--depth];
      if (item->kind == CHISO_ITEM_PLACE && !only_names (walk, i, *f))
        {
          if (ranks (walk, i))
            {
              resume = walk->now;
              resume_at = i + 6;
            }
          enter_place (walk, i);
        }
      else if (phrase != NULL)
        enter_words (walk, i, phrase);
      while (*f < self->figures->len && chiso_reading_figure (self, *f)->item <= i)
        {
          ChisoFigure *figure = chiso_reading_figure (self, *f);
          Scope scope = walk->now, behind;

          if (figure->item == i
              && (place_behind (walk, figure, &behind) || actor_behind (walk, figure, &behind)))
            scope = behind;
          g_free (figure->place);
          figure->place = scope_key (walk, &scope);
          figure->boundary = scope.boundary;
          if (figure->indicator >= 0 && resume_at == 0)
            {
              last_figure = scope;
              any = TRUE;
            }
          (*f)++;
        }
      if (resume_at != 0 && (i >= resume_at || i + 1 == sentence->last))
        {
          walk->now = resume;
          resume_at = 0;
        }
    }
  while (depth > 0)
    walk->now = walk->stack[--depth];
  /* What a sentence counted is what the next one goes on with, not a place that it named last. */
  if (any)
    walk->now = last_figure;
}

static void
begin_block (Walk *walk)
{
  walk->now = walk->base;
  walk->province = (Scope){ .level = CHISO_PLACE_PROVINCE,
                            .boundary = walk->base.boundary,
                            .code = walk->base.code != NULL ? walk->base.code
                                                            : walk->reading->province };
  if (walk->base.level == CHISO_PLACE_DISTRICT)
    walk->district = walk->base;
  if (walk->base.level == CHISO_PLACE_COMMUNE)
    walk->commune = walk->base;
}

static void
enter_heading (Walk *walk, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);

  walk->base = walk->document;
  begin_block (walk);
  for (guint i = sentence->first; i < sentence->last; i++)
    if (item_at (walk, i)->kind == CHISO_ITEM_PLACE)
      {
        enter_place (walk, i);
        break;
      }
  walk->base = walk->now;
}

/* A report that names no province, only a district: its province is the registry's. */
static void
find_province_of_districts (Walk *walk)
{
  ChisoReading *self = walk->reading;

  for (guint i = 0; i < self->mentions->items->len && self->province == NULL; i++)
    if (item_at (walk, i)->kind == CHISO_ITEM_PLACE)
      {
        const ChisoPlaceMention *place = &g_array_index (self->mentions->places, ChisoPlaceMention,
                                                         item_at (walk, i)->index);

        if (place->level == CHISO_PLACE_DISTRICT && place->district >= 0 && place->with_kind)
          self->province = province_of_district (walk, place->district, NULL);
      }
}

/* The body that a report is by, where it is one of a district or commune: the first place of its head,
 * with its kind and outside of brackets ("HUYỆN ỦY HỒNG DÂN (BẠC LIÊU)"). */
static void
find_document (Walk *walk)
{
  ChisoReading *self = walk->reading;

  walk->document = (Scope){ .level = CHISO_PLACE_PROVINCE,
                            .code = self->province,
                            .boundary = self->boundary };
  walk->base = walk->document;
  begin_block (walk);
  for (guint s = 0; s < MIN (self->sentences->len, HEAD_SENTENCES); s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind != CHISO_BLOCK_HEADING)
        break;
      for (guint i = sentence->first; i < sentence->last; i++)
        {
          const ChisoPlaceMention *place;
          Scope scope;

          if (item_at (walk, i)->kind != CHISO_ITEM_PLACE || item_at (walk, i)->depth > 0)
            continue;
          place = &g_array_index (self->mentions->places, ChisoPlaceMention, item_at (walk, i)->index);
          if (place->level > CHISO_PLACE_PROVINCE && place->with_kind && scope_of_place (walk, i, &scope))
            walk->document = scope;
          return;
        }
    }
}

void
chiso_reading_where (ChisoReading *self)
{
  Walk walk = { .reading = self };
  guint f = 0, block = G_MAXUINT;

  if (self->province == NULL)
    find_province_of_districts (&walk);
  walk.communes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find_document (&walk);
  walk.base = walk.document;
  begin_block (&walk);
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ChisoSentence *sentence = chiso_reading_sentence (self, s);

      if (sentence->kind == CHISO_BLOCK_TAIL || sentence->kind == CHISO_BLOCK_CAPTION)
        continue;
      if (sentence->kind == CHISO_BLOCK_HEADING)
        {
          if (sentence->opens)
            enter_heading (&walk, s);
          continue;
        }
      if (sentence->block != block)
        begin_block (&walk);
      block = sentence->block;
      walk_sentence (&walk, s, &f);
    }
  g_hash_table_unref (walk.communes);
}
