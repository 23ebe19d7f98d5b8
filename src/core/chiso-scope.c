/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a place that is named means here: its province and boundary set, its name, and whether it only
 * says where a smaller place before it lies. */

#include "chiso-where-private.h"

#include <string.h>

static gboolean
former_nearby (const ChisoWhere *walk, guint i)
{
  for (guint k = i + 1; k <= i + 2 && k < walk->reading->mentions->items->len; k++)
    if (chiso_mentions_is (walk->reading->mentions, k, CHISO_CLASS_FORMER))
      return TRUE;
  return FALSE;
}

const char *
chiso_scope_province (const ChisoWhere *walk, gint16 district, const char *preferred)
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

char *
chiso_scope_capitalise (const ChisoReading *reading, guint first, guint last)
{
  ChisoSpan name = chiso_mentions_span (reading->mentions, first, last);

  return capitalise (reading->mentions->text + name.start, name.end - name.start);
}

char *
chiso_scope_name (const ChisoWhere *walk, const ChisoScope *scope)
{
  ChisoSpan name = chiso_mentions_span (walk->reading->mentions, scope->name_first,
                                        scope->name_last);
  const char *text = walk->reading->mentions->text + name.start;
  const ChisoToken *first = chiso_mentions_token (walk->reading->mentions, scope->name_first);

  return first->flags & CHISO_TOKEN_UPPER ? capitalise (text, name.end - name.start)
                                          : g_strndup (text, name.end - name.start);
}

/* "Lý Nhân (Hà Nam)" in a text about another province. */
static gboolean
is_in_brackets_province (const ChisoWhere *walk, guint i, const char *code)
{
  const ChisoPlaceMention *larger;

  if (code == NULL || !chiso_mentions_is_mark (walk->reading->mentions, i + 1, '(')
      || chiso_where_item (walk, i + 2)->kind != CHISO_ITEM_PLACE)
    return FALSE;
  larger = &g_array_index (walk->reading->mentions->places, ChisoPlaceMention,
                           chiso_where_item (walk, i + 2)->index);
  return larger->level == CHISO_PLACE_PROVINCE && g_strcmp0 (larger->code_63, code) == 0;
}

gboolean
chiso_scope_of_place (const ChisoWhere *walk, guint i, ChisoScope *scope)
{
  const ChisoPlaceMention *place = &g_array_index (
      walk->reading->mentions->places, ChisoPlaceMention, chiso_where_item (walk, i)->index);
  gboolean former = former_nearby (walk, i);
  const char *code;

  *scope = (ChisoScope){ .level = place->level,
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
      g_autofree char *name = chiso_scope_name (walk, scope);

      code = g_hash_table_lookup (walk->communes, name);
      if (code != NULL)
        scope->code = code;
    }
  if (place->level == CHISO_PLACE_DISTRICT && place->district >= 0)
    {
      code = chiso_scope_province (walk, place->district, walk->province.code);
      if (!place->with_kind && walk->province.code != NULL
          && (code == NULL || strcmp (code, walk->province.code) != 0)
          && !is_in_brackets_province (walk, i, code))
        return FALSE;
      if (code != NULL && walk->reading->boundary == CHISO_BOUNDARY_63)
        scope->code = code;
    }
  return scope->code != NULL;
}

gboolean
chiso_scope_is_parent_of_last (const ChisoWhere *walk, guint i, const ChisoScope *scope)
{
  guint steps = 0, most = 4;
  guint16 word = i > 0 ? chiso_mentions_token (walk->reading->mentions,
                                               chiso_where_item (walk, i)->first - 1)
                             ->word
                       : 0;
  gboolean possessive = word == CHISO_W_CUA || word == CHISO_W_THUOC;

  /* "Chiềng Ban, xã cửa ngõ của Mai Sơn" */
  if (possessive)
    most = 8;
  while (i > 0 && steps < most)
    {
      const ChisoItem *item = chiso_where_item (walk, --i);
      const ChisoPlaceMention *place;

      steps++;
      if (item->kind == CHISO_ITEM_PUNCT && strchr (",(-", (int) item->mark) != NULL)
        continue;
      if (chiso_mentions_is (walk->reading->mentions, i, CHISO_CLASS_FUNCTION)
          && item->last - item->first == 1)
        continue;
      if (possessive && (item->kind == CHISO_ITEM_WORD || item->kind == CHISO_ITEM_PHRASE))
        continue;
      if (item->kind != CHISO_ITEM_PLACE)
        return FALSE;
      place = &g_array_index (walk->reading->mentions->places, ChisoPlaceMention, item->index);
      return place->level > scope->level;
    }
  return FALSE;
}

static gboolean
is_same_unit (const ChisoScope *a, const ChisoScope *b)
{
  return a->code == b->code && a->name_first == b->name_first && a->name_last == b->name_last;
}

static const char *
make_key (ChisoWhere *walk, const ChisoScope *scope, guint i)
{
  g_autofree char *name = chiso_scope_name (walk, scope);
  g_autofree char *key = g_strconcat (scope->code, "/", name, NULL);

  walk->keys[i] = g_string_chunk_insert (walk->reading->keys, key);
  walk->keyed[i] = *scope;
  return walk->keys[i];
}

const char *
chiso_scope_key (ChisoWhere *walk, const ChisoScope *scope)
{
  if (scope->level == CHISO_PLACE_NATION)
    return "VN";
  if (scope->code == NULL || scope->level == CHISO_PLACE_PROVINCE)
    return scope->code;
  /* The same few places are asked for again and again. */
  for (guint i = 0; i < N_KEYED; i++)
    if (walk->keys[i] != NULL && is_same_unit (&walk->keyed[i], scope))
      return walk->keys[i];
  return make_key (walk, scope, walk->n_keyed++ % N_KEYED);
}
