/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of places: those of the registry, and any capitalised name behind the word for its kind. */

#include "chiso-mentions.h"

#include <string.h>

/* Words of a name of a commune or district that no registry holds. */
#define MAX_NAME_WORDS 4

static gboolean
is_word (const ChisoToken *tokens, guint n, guint i, ChisoWord word)
{
  return i < n && tokens[i].kind == CHISO_TOKEN_WORD && tokens[i].word == word;
}

/* The kind of place named at `at`, how many tokens its words take, and which level it is. "huyện ủy",
 * "đảng ủy xã" and their like name the place of the body. */
static guint
scan_kind (const ChisoToken *tokens, guint n, guint at, ChisoPlaceLevel *level)
{
  guint used = 0;

  if (!chiso_place_opens (tokens[at].word))
    return 0;
  if (is_word (tokens, n, at, CHISO_W_XA) || is_word (tokens, n, at, CHISO_W_PHUONG))
    {
      *level = CHISO_PLACE_COMMUNE;
      used = 1;
    }
  else if ((is_word (tokens, n, at, CHISO_W_THI) && is_word (tokens, n, at + 1, CHISO_W_TRAN))
           || (is_word (tokens, n, at, CHISO_W_DAC) && is_word (tokens, n, at + 1, CHISO_W_KHU)))
    {
      *level = CHISO_PLACE_COMMUNE;
      used = 2;
    }
  else if (is_word (tokens, n, at, CHISO_W_HUYEN) || is_word (tokens, n, at, CHISO_W_QUAN2))
    {
      *level = CHISO_PLACE_DISTRICT;
      used = 1;
    }
  else if (is_word (tokens, n, at, CHISO_W_THI) && is_word (tokens, n, at + 1, CHISO_W_XA))
    {
      *level = CHISO_PLACE_DISTRICT;
      used = 2;
    }
  else if (is_word (tokens, n, at, CHISO_W_THI) && is_word (tokens, n, at + 1, CHISO_W_UY))
    {
      *level = CHISO_PLACE_DISTRICT;
      return 2;
    }
  else if (is_word (tokens, n, at, CHISO_W_THANH)
           && (is_word (tokens, n, at + 1, CHISO_W_PHO) || is_word (tokens, n, at + 1, CHISO_W_UY)))
    {
      *level = CHISO_PLACE_DISTRICT;
      return 2;
    }
  else if (is_word (tokens, n, at, CHISO_W_TP) || is_word (tokens, n, at, CHISO_W_TX))
    {
      *level = CHISO_PLACE_DISTRICT;
      used = 1;
      if (at + 1 < n && tokens[at + 1].kind == CHISO_TOKEN_PUNCT && tokens[at + 1].mark == '.')
        used = 2;
      return used;
    }
  else if (is_word (tokens, n, at, CHISO_W_TINHS))
    {
      *level = CHISO_PLACE_PROVINCE;
      used = 1;
    }
  if (used == 1 && is_word (tokens, n, at + 1, CHISO_W_UY))
    used = 2;
  return used;
}

/* A run of capitalised words from `at`: "Cư M'gar", "Krông Pắc", "A Ngo"; abbreviations stop it. */
static guint
scan_capitals (const ChisoToken *tokens, guint n, guint at)
{
  guint i = at, words = 0;

  while (i < n && tokens[i].kind == CHISO_TOKEN_WORD && (tokens[i].flags & CHISO_TOKEN_CAPITAL)
         && words < MAX_NAME_WORDS)
    {
      if ((tokens[i].flags & CHISO_TOKEN_UPPER)
          && !(words > 0 && (tokens[at].flags & CHISO_TOKEN_UPPER))
          && tokens[i].end - tokens[i].start > 3 && words > 0)
        break;
      words++;
      i++;
      while (i + 1 < n && tokens[i].kind == CHISO_TOKEN_PUNCT && tokens[i].mark == '\''
             && (tokens[i].flags & CHISO_TOKEN_GLUED) && tokens[i + 1].kind == CHISO_TOKEN_WORD
             && (tokens[i + 1].flags & CHISO_TOKEN_GLUED))
        i += 2;
    }
  return i - at;
}

/* "Bí thư Đảng ủy xã Nguyễn Văn Hải": a person's name, by its family name and length. */
static gboolean
is_person (const ChisoToken *tokens, guint at, guint run)
{
  if (run < 3)
    return FALSE;
  if (tokens[at + 1].word == CHISO_W_VAN2 || tokens[at + 1].word == CHISO_W_THI)
    return TRUE;
  switch (tokens[at].word)
    {
    case CHISO_W_NGUYEN:
    case CHISO_W_TRAN2:
    case CHISO_W_LE2:
    case CHISO_W_PHAM:
    case CHISO_W_HOANG:
    case CHISO_W_HUYNH:
    case CHISO_W_PHAN2:
    case CHISO_W_VU2:
    case CHISO_W_VO:
    case CHISO_W_DANG2:
    case CHISO_W_BUI:
    case CHISO_W_DO2:
    case CHISO_W_HO:
    case CHISO_W_NGO2:
    case CHISO_W_DUONG2:
    case CHISO_W_LY2:
    case CHISO_W_TRUONG:
    case CHISO_W_DINH2:
    case CHISO_W_HA:
    case CHISO_W_LUONG2:
      return TRUE;
    default:
      return FALSE;
    }
}

/* "Chủ tịch UBND xã Vàng A Sử": behind an office a name of three words is as a rule its holder's. */
static gboolean
is_titled (const ChisoToken *tokens, guint at)
{
  for (guint i = at, n = 0; i > 0 && n < 5; i--, n++)
    {
      const ChisoToken *token = &tokens[i - 1];

      if (token->kind != CHISO_TOKEN_WORD)
        return FALSE;
      if (token->word == CHISO_W_TICH || token->word == CHISO_W_THUW
          || token->word == CHISO_W_TRUONGS)
        return TRUE;
    }
  return FALSE;
}

/* "Chủ tịch UBND xã Ân Tường Tây, huyện Hoài Ân", "Ông Lê Văn Hùng, Chủ tịch UBND xã Ân Tường Tây": a name
 * behind an office is no holder's where a larger place follows, or where the holder was named before. */
static gboolean
is_named_office (const ChisoToken *tokens, guint n, guint at, guint behind)
{
  ChisoPlaceLevel level;
  guint i = at, run = 0;

  if (behind + 1 < n && tokens[behind].kind == CHISO_TOKEN_PUNCT
      && (tokens[behind].mark == ',' || tokens[behind].mark == '(')
      && scan_kind (tokens, n, behind + 1, &level) > 0 && level < CHISO_PLACE_COMMUNE)
    return TRUE;
  while (i > 0 && at - i < 8 && tokens[i - 1].kind == CHISO_TOKEN_WORD)
    i--;
  if (i == 0 || tokens[i - 1].kind != CHISO_TOKEN_PUNCT
      || (tokens[i - 1].mark != ',' && tokens[i - 1].mark != '-'))
    return FALSE;
  for (i--; i > 0 && tokens[i - 1].kind == CHISO_TOKEN_WORD
            && (tokens[i - 1].flags & CHISO_TOKEN_CAPITAL) && tokens[i - 1].word != CHISO_W_O
            && tokens[i - 1].word != CHISO_W_TAI;
       i--)
    run++;
  return run >= 3;
}

gboolean
chiso_place_opens (guint16 word)
{
  static const guint8 opens[CHISO_W_N] = {
    [CHISO_W_XA] = 1,   [CHISO_W_DAC] = 1,   [CHISO_W_PHUONG] = 1, [CHISO_W_THI] = 1,
    [CHISO_W_TRAN] = 1, [CHISO_W_HUYEN] = 1, [CHISO_W_QUAN2] = 1,  [CHISO_W_THANH] = 1,
    [CHISO_W_PHO] = 1,  [CHISO_W_TINHS] = 1, [CHISO_W_TP] = 1,     [CHISO_W_TX] = 1,
    [CHISO_W_TT] = 1,
  };

  return word < CHISO_W_N && opens[word];
}

/* Names are capitalised; "hòa bình" is peace. Kind words before the name and words in brackets behind it need not be. */
static gboolean
is_capitalised (const ChisoToken *tokens, guint first, guint last)
{
  gboolean named = FALSE;

  for (guint i = first; i < last; i++)
    {
      if (tokens[i].kind != CHISO_TOKEN_WORD || (!named && chiso_place_opens (tokens[i].word)))
        continue;
      if (!(tokens[i].flags & CHISO_TOKEN_CAPITAL))
        return named;
      named = TRUE;
    }
  return named;
}

/* The capitalised run goes on with one more word: then "Bình Giang" is only the head of another name. */
static gboolean
goes_on (const ChisoToken *tokens, guint n, guint i)
{
  return i < n && tokens[i].kind == CHISO_TOKEN_WORD && (tokens[i].flags & CHISO_TOKEN_CAPITAL)
         && !(tokens[i].flags & CHISO_TOKEN_UPPER) && tokens[i].word == 0;
}

static void
set_name (ChisoPlaceMention *place, const ChisoToken *tokens, guint first, guint last)
{
  while (first < last
         && (tokens[first].kind != CHISO_TOKEN_WORD || chiso_place_opens (tokens[first].word)))
    first++;
  place->name_first = first;
  place->name_last = last;
}

static void
set_province (const ChisoGrammar *grammar, const ChisoPhrase *name, ChisoPlaceMention *place)
{
  guint n;
  const ChisoAlias *aliases = chiso_geo_aliases (grammar->geo, &n);

  place->level = CHISO_PLACE_PROVINCE;
  place->code_63 = name->alias_63 >= 0 ? aliases[name->alias_63].code : NULL;
  place->code_34 = name->alias_34 >= 0 ? aliases[name->alias_34].code : NULL;
}

/* A word in small letters, as most are behind "xã" and "thành": no name begins with it. */
static gboolean
is_in_small_letters (const ChisoToken *tokens, guint n, guint i)
{
  return i < n && tokens[i].kind == CHISO_TOKEN_WORD && !(tokens[i].flags & CHISO_TOKEN_CAPITAL)
         && !chiso_place_opens (tokens[i].word);
}

gboolean
chiso_place_scan (const ChisoGrammar *grammar, const ChisoToken *tokens, guint n_tokens, guint at,
                  ChisoPlaceMention *place, guint *n_matched)
{
  ChisoPlaceLevel level = CHISO_PLACE_PROVINCE;
  guint kind, matched = 0, number, run;
  const ChisoPhrase *name;

  if (tokens[at].kind != CHISO_TOKEN_WORD
      || !(chiso_grammar_edges (grammar, &tokens[at]) & CHISO_BEGINS_PLACE)
      || !((tokens[at].flags & CHISO_TOKEN_CAPITAL) || chiso_place_opens (tokens[at].word)))
    return FALSE;
  kind = scan_kind (tokens, n_tokens, at, &level);
  if (!(tokens[at].flags & CHISO_TOKEN_CAPITAL)
      && is_in_small_letters (tokens, n_tokens, at + MAX (kind, 1)))
    return FALSE;
  /* "KINH TẾ - XÃ HỘI" */
  if (tokens[at].word == CHISO_W_XA && at + 1 < n_tokens && tokens[at + 1].word == CHISO_W_HOI
      && (tokens[at].flags & CHISO_TOKEN_UPPER))
    return FALSE;
  *place = (ChisoPlaceMention){ .district = -1 };
  number = chiso_trie_match (grammar->places, tokens, n_tokens, at, &matched);
  if (number != 0 && !is_capitalised (tokens, at, at + matched))
    number = 0;
  /* "thành phố Tuyên Quang" is the town, though "Tuyên Quang" is a province. */
  if (number != 0 && g_array_index (grammar->names, ChisoPhrase, number).false_friend >= 0)
    {
      name = &g_array_index (grammar->names, ChisoPhrase, number);
      place->level = CHISO_PLACE_DISTRICT;
      place->with_kind = TRUE;
      set_name (place, tokens, at, at + matched);
      number = chiso_trie_match (grammar->places, tokens, n_tokens, place->name_first, &run);
      place->district = number != 0 ? g_array_index (grammar->names, ChisoPhrase, number).district
                                    : -1;
      *n_matched = matched;
      return TRUE;
    }
  /* A province with its kind in the alias, "tỉnh Nghệ An", "TP.HCM", or bare. */
  if (number != 0 && (kind == 0 || level != CHISO_PLACE_COMMUNE))
    {
      name = &g_array_index (grammar->names, ChisoPhrase, number);
      if ((name->alias_63 >= 0 || name->alias_34 >= 0) && (kind == 0 || kind < matched))
        {
          set_province (grammar, name, place);
          place->with_kind = kind > 0;
          set_name (place, tokens, at, at + matched);
          /* "Chủ tịch Hồ Chí Minh" is a person: the city is never named bare in these reports. */
          if (kind == 0 && place->code_63 != NULL && strcmp (place->code_63, "79") == 0
              && matched == 3)
            return FALSE;
          *n_matched = matched;
          return TRUE;
        }
      if (kind == 0 && name->district >= 0 && !goes_on (tokens, n_tokens, at + matched)
          && !(at > 0 && goes_on (tokens, n_tokens, at - 1)
               && (tokens[at].flags & CHISO_TOKEN_GLUED) == 0))
        {
          place->level = CHISO_PLACE_DISTRICT;
          place->district = name->district;
          set_name (place, tokens, at, at + matched);
          *n_matched = matched;
          return TRUE;
        }
    }
  if (kind == 0)
    return FALSE;
  /* "xã NTM": an abbreviation behind a word in small letters is no name. */
  if (at + kind < n_tokens && (tokens[at + kind].flags & CHISO_TOKEN_UPPER)
      && !(tokens[at].flags & CHISO_TOKEN_UPPER))
    return FALSE;
  run = scan_capitals (tokens, n_tokens, at + kind);
  number = chiso_trie_match (grammar->places, tokens, n_tokens, at + kind, &matched);
  name = number != 0 ? &g_array_index (grammar->names, ChisoPhrase, number) : NULL;
  /* The registry has all districts: "Bí thư Huyện ủy Siu Luynh" names none. */
  if (level == CHISO_PLACE_DISTRICT && run >= 2 && (name == NULL || matched < 2)
      && !(tokens[at + kind].flags & CHISO_TOKEN_UPPER) && is_titled (tokens, at)
      && !is_named_office (tokens, n_tokens, at, at + kind + run))
    return FALSE;
  if (run == 0 || is_person (tokens, at + kind, run)
      || (run >= 3 && (name == NULL || matched != run) && is_titled (tokens, at)
          && !is_named_office (tokens, n_tokens, at, at + kind + run)))
    return FALSE;
  /* "phường Xuân Hương - Đà Lạt" */
  if (tokens[at].word == CHISO_W_PHUONG && at + kind + run + 1 < n_tokens
      && tokens[at + kind + run].kind == CHISO_TOKEN_PUNCT && tokens[at + kind + run].mark == '-'
      && (tokens[at + kind + run + 1].flags & CHISO_TOKEN_CAPITAL))
    {
      guint more = 0;

      if (chiso_trie_match (grammar->places, tokens, n_tokens, at + kind + run + 1, &more) != 0)
        run += 1 + more;
    }
  place->level = level;
  place->with_kind = TRUE;
  place->name_first = at + kind;
  place->name_last = at + kind + run;
  if (level == CHISO_PLACE_PROVINCE)
    {
      /* "tỉnh ủy Nghệ An"; an unknown name behind "tỉnh" is none of ours. */
      if (name == NULL || (name->alias_63 < 0 && name->alias_34 < 0))
        return FALSE;
      set_province (grammar, name, place);
      run = matched;
    }
  else if (level == CHISO_PLACE_DISTRICT && name != NULL)
    {
      /* "Thành ủy Hà Nội": a city that is a province. */
      if (name->district < 0 && (name->alias_63 >= 0 || name->alias_34 >= 0))
        set_province (grammar, name, place);
      place->district = name->district;
      run = matched;
    }
  place->name_last = at + kind + run;
  *n_matched = kind + run;
  return TRUE;
}
