/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place a figure belongs to. A place holds from where it is named to the end of its paragraph,
 * or until another, or until words such as "toàn tỉnh" lead back; a heading's place holds for its
 * section. */

#include "chiso-where-private.h"

#include <math.h>
#include <string.h>

/* Sentences of the head. */
#define HEAD_SENTENCES 6

/* A bare name in brackets behind a commune: "(Nam Đàn)" is a district, of whichever province has it. */
static void
learn_parent (ChisoWhere *walk, guint i)
{
  const ChisoPlaceMention *place = &g_array_index (
      walk->reading->mentions->places, ChisoPlaceMention, chiso_where_item (walk, i)->index);
  ChisoScope here = { .level = place->level };
  const char *code;

  if (place->level != CHISO_PLACE_DISTRICT || place->district < 0
      || walk->commune.level != CHISO_PLACE_COMMUNE
      || !chiso_scope_is_parent_of_last (walk, i, &here))
    return;
  code = chiso_scope_province (walk, place->district, NULL);
  if (code == NULL || walk->reading->boundary != CHISO_BOUNDARY_63)
    return;
  g_hash_table_insert (walk->communes, chiso_scope_name (walk, &walk->commune), (char *) code);
  walk->commune.code = code;
  if (walk->now.level == CHISO_PLACE_COMMUNE)
    walk->now.code = code;
}

static gboolean
is_same_place (ChisoWhere *walk, const ChisoScope *a, const ChisoScope *b)
{
  if (a->code == b->code && a->level == b->level && a->name_first == b->name_first)
    return TRUE;
  return g_strcmp0 (chiso_scope_key (walk, a), chiso_scope_key (walk, b)) == 0;
}

/* Takes note of the place at item i as one more of a list, or the first of another. */
static void
list_place (ChisoWhere *walk, guint i, const ChisoScope *scope)
{
  gboolean joined = walk->n_listed > 0 && i == walk->list_last + 2
                    && walk->listed[0].level == scope->level
                    && (chiso_mentions_is_mark (walk->reading->mentions, i - 1, ',')
                        || chiso_where_word (walk, i - 1) == CHISO_W_VA);

  if (!joined || walk->n_listed == MAX_LISTED)
    walk->n_listed = 0;
  /* "Cùng với Phù Cát, huyện Hoài Ân có 41 cuộc" */
  if (!joined && i > 0 && chiso_where_word (walk, i - 1) == CHISO_W_VOI)
    return;
  walk->listed[walk->n_listed++] = *scope;
  walk->list_last = i;
}

static void
enter_place (ChisoWhere *walk, guint i)
{
  ChisoScope scope;

  learn_parent (walk, i);
  if (!chiso_scope_of_place (walk, i, &scope))
    return;
  list_place (walk, i, &scope);
  walk->list_counted = FALSE;
  if (scope.level == CHISO_PLACE_DISTRICT)
    {
      walk->n_districts += walk->n_districts == 0 || !is_same_place (walk, &walk->district, &scope);
      walk->district = scope;
      walk->district_in_block = TRUE;
      walk->district_block = walk->block;
    }
  if (chiso_scope_is_parent_of_last (walk, i, &scope))
    {
      /* The smaller place learns its province from the larger one. */
      if (scope.code != NULL && walk->now.level > scope.level
          && walk->now.boundary == scope.boundary)
        walk->now.code = scope.code;
      return;
    }
  if (scope.level == CHISO_PLACE_COMMUNE)
    {
      walk->n_communes += walk->n_communes == 0 || !is_same_place (walk, &walk->commune, &scope);
      walk->commune = scope;
      walk->commune_block = walk->block;
    }
  if (scope.level == CHISO_PLACE_PROVINCE)
    {
      walk->province = scope;
      walk->district.level = CHISO_PLACE_PROVINCE;
    }
  walk->now = scope;
  walk->told = CHISO_TOLD_SENTENCE;
}

/* "…, điển hình như huyện Di Linh. Toàn huyện …": what only names a district tells which one is meant. */
static void
remember_place (ChisoWhere *walk, guint i)
{
  ChisoScope scope;

  if (!chiso_scope_of_place (walk, i, &scope))
    return;
  list_place (walk, i, &scope);
  walk->list_counted = TRUE;
  if (scope.level != CHISO_PLACE_DISTRICT)
    return;
  walk->n_districts += walk->n_districts == 0 || !is_same_place (walk, &walk->district, &scope);
  walk->district = scope;
  walk->district_block = walk->block;
}

/* Communes and districts are not counted in one of them: where such a place is in force, the figure is of
 * the larger one around it. Criteria of all are then those of the one. */
static void
lift_out (const ChisoWhere *walk, ChisoFigure *figure, ChisoScope *scope)
{
  const ChisoCatalogue *catalogue = walk->reading->grammar->catalogue;
  const char *unit;
  gboolean communes;

  if (scope->level <= CHISO_PLACE_PROVINCE || figure->indicator < 0)
    return;
  unit = chiso_catalogue_indicator (catalogue, figure->indicator)->unit_vi;
  communes = strcmp (unit, "xã") == 0 || g_str_has_suffix (unit, "/xã");
  if (scope->level < (communes ? CHISO_PLACE_COMMUNE : CHISO_PLACE_DISTRICT)
      || !(communes || strcmp (unit, "huyện") == 0))
    return;
  for (guint k = 0; k < walk->reading->grammar->n_indicators && isfinite (figure->denominator); k++)
    if (chiso_catalogue_wording (catalogue, k)->of == (int) figure->denominator
        && scope->level == CHISO_PLACE_COMMUNE)
      {
        figure->indicator = (int) k;
        return;
      }
  *scope = walk->base.level < scope->level ? walk->base : walk->province;
}

/* "Mỹ Xuyên, Trần Đề và Vĩnh Châu … tương ứng là 27, 24 và 35 cuộc": each its own. */
static gboolean
deal_out (ChisoWhere *walk, guint f)
{
  guint end = chiso_respective_end (walk->reading, f);
  guint sentence = chiso_reading_figure (walk->reading, f)->sentence;

  if (end < f + 2 || end - f != walk->n_listed
      || walk->list_last < chiso_reading_sentence (walk->reading, sentence)->first)
    return FALSE;
  for (guint k = f; k < end; k++)
    {
      ChisoFigure *figure = chiso_reading_figure (walk->reading, k);

      figure->place = chiso_scope_key (walk, &walk->listed[k - f]);
      figure->boundary = walk->listed[k - f].boundary;
      figure->place_listed = TRUE;
    }
  return TRUE;
}

/* "2 huyện Ninh Phước và Ninh Hải tổ chức 12 cuộc", "An Lão, Vĩnh Thạnh, Vân Canh đối thoại 45 cuộc": of all of the list
 * together, whose last place may be in force, as scope. */
static gboolean
is_joint (ChisoWhere *walk, const ChisoFigure *figure, const ChisoScope *scope)
{
  if (walk->n_listed < 2 || walk->list_last > figure->item
      || walk->list_last < chiso_reading_sentence (walk->reading, figure->sentence)->first
      || (!walk->list_counted
          && (scope->level <= CHISO_PLACE_PROVINCE
              || !is_same_place (walk, &walk->listed[walk->n_listed - 1], scope))))
    return FALSE;
  for (guint i = walk->list_last + 1; i < figure->item; i++)
    if (chiso_where_item (walk, i)->kind == CHISO_ITEM_PUNCT
        || chiso_where_item (walk, i)->kind == CHISO_ITEM_NUMBER
        || chiso_where_word (walk, i) == CHISO_W_DEU || chiso_where_word (walk, i) == CHISO_W_MOI)
      return FALSE;
  return TRUE;
}

/* Gives figure f the place in force at item i, or one that stands behind it; returns that. */
static ChisoScope
place_figure (ChisoWhere *walk, guint f, guint i)
{
  ChisoFigure *figure = chiso_reading_figure (walk->reading, f);
  ChisoScope scope = walk->now, behind;
  ChisoTold told = walk->told;

  if (!figure->place_listed && deal_out (walk, f))
    walk->dealt = TRUE;
  if (figure->place_listed)
    return scope;
  if (figure->item == i
      && (chiso_where_place_behind (walk, figure, &behind)
          || chiso_where_actor_behind (walk, figure, &behind)))
    {
      scope = behind;
      told = CHISO_TOLD_SENTENCE;
    }
  if (is_joint (walk, figure, &scope))
    told = CHISO_TOLD_NOWHERE;
  lift_out (walk, figure, &scope);
  figure->place = chiso_scope_key (walk, &scope);
  figure->place_told = told;
  figure->boundary = scope.boundary;
  return scope;
}

/* A smaller place among the first words of a paragraph, no figure before it, is what that is about. */
#define MAX_LEAD_ITEMS 8

static gboolean
leads_paragraph (const ChisoWhere *walk, const ChisoSentence *sentence, guint i)
{
  if (!sentence->opens || i >= sentence->first + MAX_LEAD_ITEMS
      || walk->now.level <= CHISO_PLACE_PROVINCE)
    return FALSE;
  for (guint k = sentence->first; k < i; k++)
    if (chiso_where_item (walk, k)->kind == CHISO_ITEM_NUMBER)
      return FALSE;
  return TRUE;
}

/* The sentence names a place, leads to one, or has the figure f. */
static gboolean
has_anything (const ChisoReading *self, const ChisoSentence *sentence, guint f)
{
  return chiso_sentence_has (sentence, CHISO_ITEM_PLACE) || (sentence->classes & CHISO_WHERE_WORDS)
         || (f < self->figures->len && chiso_reading_figure (self, f)->item < sentence->last);
}

static void
walk_sentence (ChisoWhere *walk, guint s, guint *f)
{
  ChisoReading *self = walk->reading;
  const ChisoSentence *sentence = chiso_reading_sentence (self, s);
  ChisoScope last_figure, first_figure;
  ChisoScope start;
  guint first_f;
  ChisoScope resume, before, bracketed = { .level = CHISO_PLACE_PROVINCE };
  gboolean any = FALSE, home = FALSE;
  guint n_provinces = 0, n_smaller = 0;
  guint depth = 0, resume_at = 0, figure_at = chiso_where_next_figure (self, *f);

  walk->dealt = FALSE;
  chiso_where_leave_example (walk, s, *f);
  first_f = *f;
  start = resume = last_figure = first_figure = walk->now;
  if (walk->told == CHISO_TOLD_SENTENCE || walk->told == CHISO_TOLD_NOWHERE)
    walk->told = CHISO_TOLD_PARAGRAPH;
  if (!has_anything (self, sentence, *f))
    return;
  for (guint i = sentence->first; i < sentence->last; i++)
    {
      const ChisoItem *item = chiso_where_item (walk, i);

      /* Nearly all items. */
      if (resume_at == 0 && item->depth == depth)
        {
          i = chiso_mentions_next (self->mentions, CHISO_SET_WHERE, i,
                                   MIN (MAX (figure_at, i), sentence->last));
          if (i == sentence->last)
            break;
          item = chiso_where_item (walk, i);
        }
      while (depth < item->depth && depth + 1 < MAX_DEPTH)
        walk->stack[depth++] = walk->now;
      while (depth > item->depth)
        walk->now = walk->stack[--depth];
      if (item->kind == CHISO_ITEM_PLACE && chiso_where_only_names (walk, i, *f))
        remember_place (walk, i);
      else if (item->kind == CHISO_ITEM_PLACE && !chiso_where_passes_by (walk, i, sentence->first))
        {
          if (chiso_where_ranks (walk, i))
            {
              resume = walk->now;
              resume_at = i + 6;
            }
          before = walk->now;
          home = chiso_where_is_home (walk, i);
          enter_place (walk, i);
          n_provinces += walk->now.level == CHISO_PLACE_PROVINCE;
          n_smaller += walk->now.level > CHISO_PLACE_PROVINCE
                       && (n_smaller == 0 || !is_same_place (walk, &before, &walk->now));
          if (!walk->led && leads_paragraph (walk, sentence, i))
            {
              walk->led = TRUE;
              walk->lead = walk->now;
            }
        }
      else if (item->classes & CHISO_WHERE_WORDS)
        {
          if (chiso_where_counts_provinces (walk, i))
            walk->told = CHISO_TOLD_NOWHERE;
          else if (chiso_where_enter_words (walk, i))
            walk->told = CHISO_TOLD_SENTENCE;
        }
      for (; figure_at <= i; figure_at = chiso_where_next_figure (self, ++*f))
        {
          ChisoScope scope = place_figure (walk, *f, i);

          if (chiso_reading_figure (self, *f)->indicator < 0 || resume_at != 0)
            continue;
          if (item->depth > 0)
            {
              bracketed = scope;
              continue;
            }
          last_figure = scope;
          first_figure = any ? first_figure : scope;
          any = TRUE;
        }
      if (resume_at != 0 && (i >= resume_at || i + 1 == sentence->last))
        {
          walk->now = resume;
          resume_at = 0;
        }
    }
  while (depth > 0)
    walk->now = walk->stack[--depth];
  /* "Vũng Liêm (22 cuộc) làm khá, thị xã Bình Minh mới có 4 cuộc" counts in several, too. */
  if (any && bracketed.level > CHISO_PLACE_PROVINCE && first_figure.level == bracketed.level)
    first_figure = bracketed;
  /* What a sentence counted is what the next one goes on with, not a place that it named last; of several
   * smaller ones none, whether it counted there or only named them. */
  if (any ? first_figure.level > CHISO_PLACE_PROVINCE && first_figure.level == last_figure.level
                && (walk->dealt || !is_same_place (walk, &first_figure, &last_figure))
          : n_smaller > 1 && walk->now.level > CHISO_PLACE_PROVINCE)
    walk->now = walk->led && walk->lead.level < walk->now.level ? walk->lead : walk->base;
  else if (!any && n_provinces > 2)
    {
      /* "Tỉnh Lâm Đồng mới gồm Lâm Đồng, Bình Thuận và Đắk Nông cũ." */
      walk->now = walk->base;
      walk->province.code = walk->base.code != NULL ? walk->base.code : walk->reading->province;
      walk->province.boundary = walk->base.boundary;
    }
  else if (any)
    {
      walk->now = first_figure.level < last_figure.level ? first_figure : last_figure;
      /* "… kết nối tới các xã của Ninh Thuận cũ. Thường trực HĐND tỉnh …" */
      if (walk->now.level == CHISO_PLACE_PROVINCE && walk->now.code != NULL)
        walk->province = walk->now;
    }
  /* "Một người dân ở xã Ân Tín nói rất hài lòng. Các cơ quan …" */
  else if (home)
    walk->now = start;
  /* "… khi cả nước vừa khống chế được dịch." */
  else if (walk->now.level == CHISO_PLACE_NATION)
    walk->now = start;
  if (any && walk->now.level > CHISO_PLACE_PROVINCE && start.level < walk->now.level
      && start.level >= CHISO_PLACE_PROVINCE && chiso_where_singles_out (walk, s, first_f, &start))
    {
      walk->example = TRUE;
      walk->wider = start;
      walk->example_f = first_f;
    }
}

static void
begin_block (ChisoWhere *walk)
{
  walk->now = walk->base;
  walk->told = walk->base.level > walk->document.level ? CHISO_TOLD_BEFORE : CHISO_TOLD_REPORT;
  walk->district_in_block = FALSE;
  walk->led = walk->example = FALSE;
  walk->n_listed = 0;
  walk->province = (ChisoScope){ .level = CHISO_PLACE_PROVINCE,
                                 .boundary = walk->base.boundary,
                                 .code = walk->base.code != NULL ? walk->base.code
                                                                 : walk->reading->province };
  if (walk->base.level == CHISO_PLACE_DISTRICT)
    walk->district = walk->base;
  if (walk->base.level == CHISO_PLACE_COMMUNE)
    walk->commune = walk->base;
}

/* "(Báo Nha Trang ngày 02-12-2022)", "Yên Bái, ngày 09 tháng 12 năm 2022": who wrote, and where. */
static gboolean
only_signs (const ChisoWhere *walk, guint i)
{
  guint behind = i + 1;

  if (chiso_where_item (walk, i)->depth > 0)
    return TRUE;
  if (chiso_mentions_is_mark (walk->reading->mentions, behind, ','))
    behind++;
  return chiso_where_item (walk, behind)->kind == CHISO_ITEM_TIME
         && g_array_index (walk->reading->mentions->times, ChisoTimeMention,
                           chiso_where_item (walk, behind)->index)
                .day;
}

static void
enter_heading (ChisoWhere *walk, guint s)
{
  const ChisoSentence *sentence = chiso_reading_sentence (walk->reading, s);

  walk->base = walk->document;
  begin_block (walk);
  walk->district.level = walk->commune.level = CHISO_PLACE_PROVINCE;
  walk->n_districts = walk->n_communes = 0;
  for (guint i = sentence->first; i < sentence->last; i++)
    if (chiso_where_item (walk, i)->kind == CHISO_ITEM_PLACE && !only_signs (walk, i))
      {
        enter_place (walk, i);
        break;
      }
  walk->base = walk->now;
}

/* A report that names no province, only a district: its province is the registry's. */
void
chiso_where_find_province (ChisoReading *self)
{
  const ChisoWhere walk = { .reading = self };

  for (guint i = 0; i < self->mentions->items->len && self->province == NULL; i++)
    if (chiso_where_item (&walk, i)->kind == CHISO_ITEM_PLACE)
      {
        const ChisoPlaceMention *place = &g_array_index (self->mentions->places, ChisoPlaceMention,
                                                         chiso_where_item (&walk, i)->index);

        if (place->level == CHISO_PLACE_DISTRICT && place->district >= 0 && place->with_kind)
          self->province = chiso_scope_province (&walk, place->district, NULL);
      }
}

static void
find_document (ChisoWhere *walk)
{
  ChisoReading *self = walk->reading;
  ChisoScope guessed;

  walk->document = (ChisoScope){ .level = CHISO_PLACE_PROVINCE,
                                 .code = self->province,
                                 .boundary = self->boundary };
  walk->base = walk->document;
  begin_block (walk);
  if (!chiso_where_find_body (walk, HEAD_SENTENCES)
      && chiso_where_guess_document (walk, HEAD_SENTENCES, &guessed))
    walk->document = guessed;
  chiso_where_find_titled (walk, HEAD_SENTENCES);
}

const char *
chiso_where_key_of (ChisoReading *self, guint s, int i)
{
  g_autoptr (GHashTable) communes = g_hash_table_new (g_str_hash, g_str_equal);
  ChisoWhere walk = { .reading = self, .communes = communes };
  int heading = chiso_reading_sentence (self, s)->heading;
  ChisoScope scope;

  if (self->province == NULL)
    return NULL;
  find_document (&walk);
  walk.base = walk.document;
  begin_block (&walk);
  if (heading > 0)
    enter_heading (&walk, heading);
  scope = walk.now;
  if (i >= 0 && !chiso_scope_of_place (&walk, i, &scope))
    return NULL;
  return chiso_scope_key (&walk, &scope);
}

void
chiso_reading_where (ChisoReading *self)
{
  ChisoWhere walk = { .reading = self };
  guint f = 0, block = G_MAXUINT;

  if (self->province == NULL)
    chiso_where_find_province (self);
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
      walk.block = sentence->block;
      if (sentence->block != block)
        begin_block (&walk);
      block = sentence->block;
      walk_sentence (&walk, s, &f);
    }
  g_hash_table_unref (walk.communes);
}
