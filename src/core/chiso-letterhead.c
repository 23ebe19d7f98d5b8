/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which body a letterhead names, and how it is written outside of one. Knows the order of offices
 * and the rules of capitals; what is an office at all, the title's reader knows. */

#include "chiso-letterhead.h"

#include <string.h>

/* What a place is called by its rank; the first are whole provinces. */
static const char *const ranks[] = { "TỈNH", "THÀNH PHỐ", "TP.",    "TP",       "HUYỆN",  "THỊ XÃ",
                                     "QUẬN", "XÃ",        "PHƯỜNG", "THỊ TRẤN", "ĐẶC KHU" };
#define N_LARGE 4

/* How long the word of rank is with which text begins, and which one; 0 where it begins with none, or
 * with the name of something else that such a word begins. */
static gsize
begins_with_rank (const char *text, guint *rank)
{
  /* The first letters of ranks; Đ is more than one byte. */
  if (*text == '\0' || strchr ("THQXP\xC4", *text) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      gsize length = strlen (ranks[i]);

      if (strncmp (text, ranks[i], length) != 0 || (text[length] != ' ' && text[length] != '\0')
          || g_str_has_prefix (text + length, " ỦY") || g_str_has_prefix (text + length, " UỶ")
          || g_str_has_prefix (text + length, " HỘI") || g_str_has_prefix (text + length, " ĐOÀN"))
        continue;
      *rank = i;
      return length;
    }
  return 0;
}

/* The last place with its rank that text names, "TỈNH QUẢNG TRỊ"; name: without it. NULL where it names
 * none. */
static const char *
find_place (const char *text, const char **name, guint *rank)
{
  const char *found = NULL;

  for (const char *p = text; p != NULL; p = (p = strchr (p, ' ')) != NULL ? p + 1 : NULL)
    {
      guint i = 0;
      gsize length = begins_with_rank (p, &i);

      if (length == 0 || p[length] == '\0' || (found != NULL && *name > p))
        continue;
      found = p;
      *name = p + length + 1;
      *rank = i;
    }
  return found;
}

/* "TỈNH ỦY NAM ĐỊNH": a committee that is named by its rank, and what stands behind it. */
static const char *
find_committee (const char *text, const char **behind)
{
  static const char *const committees[] = { "TỈNH ỦY",  "TỈNH UỶ",  "THÀNH ỦY", "THÀNH UỶ",
                                            "HUYỆN ỦY", "HUYỆN UỶ", "THỊ ỦY",   "QUẬN ỦY" };

  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    {
      const char *p = strstr (text, committees[i]);

      if (p == NULL)
        continue;
      *behind = p + strlen (committees[i]);
      return p;
    }
  return NULL;
}

gboolean
chiso_letterhead_begins_slowly (const char *text, const char *prefix)
{
  while (*prefix != '\0')
    if ((guchar) *text < 0x80)
      {
        if (g_ascii_tolower (*text++) != *prefix++)
          return FALSE;
      }
    else
      {
        if (g_unichar_tolower (g_utf8_get_char (text)) != g_utf8_get_char (prefix))
          return FALSE;
        text = g_utf8_next_char (text);
        prefix = g_utf8_next_char (prefix);
      }
  return TRUE;
}

gboolean
chiso_letterhead_is_motto (const char *text)
{
  static const char *const mottoes[] = { "cộng hòa xã hội", "cộng hoà xã hội", "độc lập",
                                         "đảng cộng sản" };

  for (guint i = 0; i < G_N_ELEMENTS (mottoes); i++)
    if (chiso_letterhead_begins (text, mottoes[i]))
      return TRUE;
  return FALSE;
}

gboolean
chiso_letterhead_is_place (const char *text)
{
  guint rank = 0;
  gsize length = begins_with_rank (text, &rank);

  return length > 0 && text[length] != '\0';
}

/* Whether the text up to end finishes with the word or words of name, in any case; from behind, since most
 * names differ in their last letter. */
static gboolean
ends_with_name (const char *text, const char *end, const char *name)
{
  const char *n = name + strlen (name);

  while (n > name)
    {
      if (end == text)
        return FALSE;
      n = g_utf8_prev_char (n);
      end = g_utf8_prev_char (end);
      if (g_utf8_get_char (n) != g_utf8_get_char (end)
          && g_unichar_tolower (g_utf8_get_char (n)) != g_unichar_tolower (g_utf8_get_char (end)))
        return FALSE;
    }
  return end > text && strchr (" (", end[-1]) != NULL;
}

/* Bytes of the province's name with which text ends, before a closing bracket; 0 for none. */
static gsize
province_at_end (const ChisoGeo *geo, const char *text)
{
  static const ChisoBoundary sets[] = { CHISO_BOUNDARY_63, CHISO_BOUNDARY_34 };
  const char *end = text + strlen (text);

  end -= end > text && end[-1] == ')';
  for (guint k = 0; k < G_N_ELEMENTS (sets); k++)
    for (guint i = 0; i < chiso_geo_n_provinces (geo, sets[k]); i++)
      {
        const char *name = chiso_geo_province (geo, sets[k], i)->name_vi;

        if (ends_with_name (text, end, name))
          return strlen (name);
      }
  return 0;
}

gboolean
chiso_letterhead_ends_in_province (const ChisoGeo *geo, const char *text)
{
  return province_at_end (geo, text) > 0;
}

/* list ends with NULL. */
static gboolean
is_one_of (const char *word, const char *const *list)
{
  for (; *list != NULL; list++)
    if (**list == *word && strcmp (*list, word) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the word behind word, which is next, begins with a capital: "Ban Dân vận", "Văn phòng Điều phối". */
static gboolean
heads_a_name (const char *word, const char *next)
{
  static const char *const heads[] = { "SỞ",   "BAN", "HỘI", "CỤC", "ĐÀI", "ĐOÀN", "PHÒNG",
                                       "TRẬN", "BÁO", "VÀ",  "-",   "–",   "TRỰC", NULL };
  static const char *const not_next[] = { "NHÂN", "ĐỒNG", "VIÊN", NULL };

  if (next != NULL && is_one_of (next, not_next))
    return FALSE;
  return is_one_of (word, heads) || g_str_has_suffix (word, ",");
}

/* Written in capitals anywhere. */
static gboolean
is_abbreviation (const char *word)
{
  static const char *const known[] = { "UBND", "HĐND",  "MTTQ", "UBMTTQ", "UBMTTQVN", "TTĐT",
                                       "PTTH", "PT-TH", "TP",   "TP.",    NULL };

  return is_one_of (word, known);
}

static void
append_word (GString *out, const char *word, gboolean capital)
{
  if (is_abbreviation (word))
    {
      g_string_append (out, word);
      return;
    }
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, capital ? c : g_unichar_tolower (c));
      capital = !g_unichar_isalpha (c);
    }
}

/* Where the proper name at the end of text begins: behind its last rank or committee, or the name of a
 * province; its end where it has none. */
static const char *
proper_name (const ChisoGeo *geo, const char *text, const char **committee)
{
  const char *name = NULL, *behind = NULL;
  gsize province, length = strlen (text);
  guint rank;

  *committee = find_committee (text, &behind);
  if (find_place (text, &name, &rank) != NULL && (*committee == NULL || name > behind))
    return name;
  if (*committee != NULL)
    return behind;
  province = province_at_end (geo, text);
  length -= province > 0 && g_str_has_suffix (text, ")");
  return text + length - province;
}

/* One body, or one place behind it. */
static void
append_lower (GString *out, const ChisoGeo *geo, const char *text, gboolean opens)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const char *committee, *name = proper_name (geo, text, &committee), *at = text;
  guint rank = 0;

  for (guint i = 0; words[i] != NULL; at += strlen (words[i]) + 1, i++)
    {
      const char *word = words[i], *before = i > 0 ? words[i - 1] : NULL;
      gboolean capital = (i == 0 && opens) || *word == '|' || at >= name;

      if (*word == '\0')
        continue;
      word += *word == '|';
      /* "Tỉnh ủy" is a name, "tỉnh" before one is none. */
      capital |= committee != NULL && word - words[i] + at == committee;
      capital |= strcmp (word, "VIỆT") == 0;
      if (before != NULL)
        capital |= heads_a_name (before, word) || strcmp (before, "VIỆT") == 0;
      if ((i > 0 || !opens) && at < name && begins_with_rank (at, &rank) > 0)
        capital = FALSE;
      if (i > 0)
        g_string_append_c (out, ' ');
      append_word (out, word, capital);
    }
}

char *
chiso_letterhead_lower (const ChisoGeo *geo, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  GString *out = g_string_new (NULL);
  g_autoptr (GString) part = g_string_new (parts[0]);

  /* "XÃ ĐỨC TRỌNG, TỈNH LÂM ĐỒNG" has two names, "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH" is one. */
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      if (!chiso_letterhead_is_place (parts[i]))
        {
          g_string_append_printf (part, ", %s", parts[i]);
          continue;
        }
      append_lower (out, geo, part->str, out->len == 0);
      g_string_append (out, ", ");
      g_string_assign (part, parts[i]);
    }
  append_lower (out, geo, part->str, out->len == 0);
  return g_string_free (out, FALSE);
}

/* "THƯỜNG TRỰC", "BAN BIÊN TẬP": whose it is, the body above says. */
static gboolean
is_bare_organ (const char *part)
{
  static const char *const organs[] = { "THƯỜNG TRỰC",   "BAN THƯỜNG TRỰC", "BAN THƯỜNG VỤ",
                                        "BAN CHẤP HÀNH", "BAN BIÊN TẬP",    NULL };

  return is_one_of (part, organs);
}

/* The body whose line stands below that of upper. */
static char *
compose_lower (const char *upper, const char *lower)
{
  const char *name = NULL, *above = NULL, *behind = NULL,
             *committee = find_committee (lower, &behind);
  const char *own, *place;
  guint rank = 0, rank_above = 0;

  own = find_place (lower, &name, &rank);
  place = find_place (upper, &above, &rank_above);
  if (own != NULL)
    return place != NULL && rank >= N_LARGE && rank_above < N_LARGE
               ? g_strdup_printf ("%s, %s", lower, place)
               : g_strdup (lower);
  /* "BAN DÂN VẬN TỈNH ỦY" of "ĐẢNG BỘ TỈNH YÊN BÁI", "THANH TRA TỈNH" of "UBND TỈNH QUẢNG TRỊ" */
  if (committee != NULL)
    return *behind == '\0' && above != NULL ? g_strdup_printf ("%s %s", lower, above)
                                            : g_strdup (lower);
  if (place != NULL)
    {
      g_autofree char *bare = g_strconcat (" ", ranks[rank_above], NULL);

      if (g_str_has_suffix (lower, bare))
        return g_strdup_printf ("%s %s", lower, above);
    }
  if (g_str_has_prefix (upper, "UBND") || g_str_has_prefix (upper, "ỦY BAN NHÂN DÂN")
      || g_str_has_prefix (upper, "UỶ BAN NHÂN DÂN") || place == upper)
    return place != NULL ? g_strdup_printf ("%s %s", lower, place) : g_strdup (lower);
  return g_strdup_printf ("%s |%s", lower, upper);
}

static char *
compose_place (const char *body, const char *line)
{
  const char *name;
  guint rank;

  return g_strdup_printf ("%s%s %s", body, find_place (body, &name, &rank) != NULL ? "," : "",
                          line);
}

char *
chiso_letterhead_compose (const ChisoGeo *geo, GPtrArray *parts)
{
  g_autofree char *body = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      char *next;

      if (body == NULL)
        next = g_strdup (part);
      else if (is_bare_organ (part))
        continue;
      else if (chiso_letterhead_is_place (part))
        next = compose_place (body, part);
      else
        next = compose_lower (body, part);
      g_free (body);
      body = next;
    }
  return body != NULL && !chiso_letterhead_is_place (body) && !is_bare_organ (body)
             ? chiso_letterhead_lower (geo, body)
             : NULL;
}
