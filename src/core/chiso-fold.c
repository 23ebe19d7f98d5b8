/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding of Vietnamese text for comparison and for search. Pure. */

#include "chiso-fold.h"

#include <string.h>

/* The five tone marks as combining characters: grave, acute, tilde, hook above, dot below. */
static gboolean
is_tone (gunichar c)
{
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/* Eth and African D look like Đ and are typed for it; all three become the Vietnamese letter. */
static gunichar
fold_letter (gunichar c)
{
  c = g_unichar_tolower (c);
  return c == 0xF0 || c == 0x256 ? 0x111 : c;
}

static void
fold_ascii (const char *word, gsize length, GString *out)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (out, g_ascii_tolower (word[i]));
}

static gboolean
is_ascii (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) word[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* A byte of a consonant's letter: plain ASCII, or half of "đ". */
static gboolean
is_consonant_byte (const GString *key, gsize i)
{
  guchar byte = key->str[i];

  if (byte >= 0x80)
    return byte == 0xC4 || (byte == 0x91 && i > 0 && (guchar) key->str[i - 1] == 0xC4);
  return strchr ("aeiouy", byte) == NULL;
}

/* Whether key, without its tone, is consonants and then a single "i", or "qui": the syllables that
 * are spelled with i or y at will. */
static gboolean
ends_in_lone_i (const GString *key)
{
  gsize stem = key->len - 1;

  if (key->len < 2 || key->str[stem] != 'i')
    return FALSE;
  if (stem == 2 && key->str[0] == 'q' && key->str[1] == 'u')
    return TRUE;
  for (gsize i = 0; i < stem; i++)
    if (!is_consonant_byte (key, i))
      return FALSE;
  return TRUE;
}

/* Folds a word of composed letters, each by itself. FALSE where marks stand apart that would have to be put
 * in order first. */
static gboolean
fold_composed (const char *word, gsize length, GString *out, gunichar *tone)
{
  if (!g_utf8_validate_len (word, length, NULL))
    return FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p), parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

      for (gsize i = 0; i < n; i++)
        {
          gboolean is_mark = is_tone (parts[i]);

          if ((is_mark && *tone != 0) || (i == 0 && !is_mark && g_unichar_ismark (parts[i])))
            return FALSE;
          if (is_mark)
            *tone = parts[i];
          else
            g_string_append_unichar (out, fold_letter (parts[i]));
        }
    }
  return TRUE;
}

/* The same for any word. */
static void
fold_decomposed (const char *word, gsize length, GString *out, gunichar *tone)
{
  g_autofree char *decomposed = g_utf8_normalize (word, length, G_NORMALIZE_NFD);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_tone (c))
        *tone = c;
      else
        g_string_append_unichar (out, fold_letter (c));
    }
}

void
chiso_fold_word (const char *word, gsize length, GString *out)
{
  gunichar tone = 0;

  g_string_truncate (out, 0);
  if (is_ascii (word, length))
    fold_ascii (word, length, out);
  else if (!fold_composed (word, length, out, &tone))
    {
      g_string_truncate (out, 0);
      tone = 0;
      fold_decomposed (word, length, out, &tone);
    }
  if (ends_in_lone_i (out))
    out->str[out->len - 1] = 'y';
  if (tone != 0)
    g_string_append_unichar (out, tone);
}

/* Adds a character, decomposed, to a search key; *gap: something else than letters and digits stood
 * before it. */
static void
add_to_search (GString *out, gunichar c, gboolean *gap)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 1;

  if (c < 0x80)
    parts[0] = c;
  else
    n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    {
      if (parts[i] >= 0x80 && g_unichar_ismark (parts[i]))
        continue;
      if (parts[i] < 0x80 ? !g_ascii_isalnum (parts[i]) : !g_unichar_isalnum (parts[i]))
        {
          *gap = out->len > 0;
          continue;
        }
      if (*gap)
        g_string_append_c (out, ' ');
      *gap = FALSE;
      c = fold_letter (parts[i]);
      if (c == 0x111)
        c = 'd';
      if (c < 0x80)
        g_string_append_c (out, (char) c);
      else
        g_string_append_unichar (out, c);
    }
}

/* What ASCII, the letters of Vietnamese and the signs that part its words become in a search key: a byte,
 * GAP where they part words, or LOOK_UP for what becomes anything else. Worked out once, by the rule for
 * all characters. */
enum
{
  LOOK_UP = 0,
  GAP = 1,
};

typedef struct
{
  guint8 low[0x240];
  guint8 additional[0x100]; /* from U+1E00 on */
  guint8 signs[0x40];       /* from U+2000 on */
} SearchTable;

static guint8
search_byte (gunichar c)
{
  g_autoptr (GString) out = g_string_new ("-");
  gboolean gap = FALSE;

  add_to_search (out, c, &gap);
  if (gap)
    return out->len == 1 ? GAP : LOOK_UP;
  return out->len == 2 && (guchar) out->str[1] < 0x80 ? (guint8) out->str[1] : LOOK_UP;
}

static const SearchTable *
search_table (void)
{
  static SearchTable table;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint c = 1; c < G_N_ELEMENTS (table.low); c++)
        table.low[c] = search_byte (c);
      for (guint c = 0; c < G_N_ELEMENTS (table.additional); c++)
        table.additional[c] = search_byte (0x1E00 + c);
      for (guint c = 0; c < G_N_ELEMENTS (table.signs); c++)
        table.signs[c] = search_byte (0x2000 + c);
      g_once_init_leave (&made, 1);
    }
  return &table;
}

/* What the table says of the character at *p, and steps over it; LOOK_UP, and no step, also for what is
 * not valid UTF-8 and for the text's end. */
static inline guint8
look_at (const SearchTable *table, const char **p)
{
  const guint8 *at = (const guint8 *) *p;
  guint8 byte = LOOK_UP;
  guint length = 3;

  if (at[0] < 0x80)
    {
      length = 1;
      byte = table->low[at[0]];
    }
  else if (at[0] >= 0xC2 && at[0] <= 0xC8 && (at[1] & 0xC0) == 0x80)
    {
      length = 2;
      byte = table->low[(at[0] & 0x1F) << 6 | (at[1] & 0x3F)];
    }
  else if (at[0] == 0xE1 && at[1] >= 0xB8 && at[1] <= 0xBB && (at[2] & 0xC0) == 0x80)
    byte = table->additional[(at[1] & 3) << 6 | (at[2] & 0x3F)];
  else if (at[0] == 0xE2 && at[1] == 0x80 && (at[2] & 0xC0) == 0x80)
    byte = table->signs[at[2] & 0x3F];
  *p += byte == LOOK_UP ? 0 : length;
  return byte;
}

/* Folds up to a character that has to be looked up; no byte becomes more than one. Returns where that is. */
static const char *
fold_known (const SearchTable *table, const char *p, GString *out, gboolean *gap)
{
  char *to = out->str + out->len;
  gboolean is_gap = *gap;
  guint8 byte;

  while ((byte = look_at (table, &p)) != LOOK_UP)
    {
      if (byte == GAP)
        {
          is_gap = TRUE;
          continue;
        }
      *to = ' ';
      to += is_gap && to > out->str;
      *to++ = (char) byte;
      is_gap = FALSE;
    }
  *to = '\0';
  out->len = to - out->str;
  *gap = is_gap && out->len > 0;
  return p;
}

/* Makes room for as many bytes more, without a change. */
static void
reserve (GString *out, gsize n)
{
  gsize length = out->len;

  if (out->allocated_len - length > n)
    return;
  g_string_set_size (out, length + n);
  g_string_truncate (out, length);
}

gboolean
chiso_fold_search_append (const char *text, GString *out)
{
  const SearchTable *table = search_table ();
  const char *p = text, *end = text + strlen (text);
  gsize before = out->len;
  gboolean gap = before > 0;

  while (TRUE)
    {
      gunichar c;

      /* The rest, and a space before it. */
      reserve (out, end - p + 1);
      p = fold_known (table, p, out, &gap);
      if (p == end)
        return TRUE;
      c = g_utf8_get_char_validated (p, end - p);
      if (c > G_MAXINT32)
        {
          g_string_truncate (out, before);
          return FALSE;
        }
      add_to_search (out, c, &gap);
      p = g_utf8_next_char (p);
    }
}

char *
chiso_fold_search (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_new (NULL);
  chiso_fold_search_append (text, out);
  return g_string_free (out, FALSE);
}

int
chiso_fold_compare (const char *a, const char *b)
{
  g_autofree char *key_a = chiso_fold_search (a);
  g_autofree char *key_b = chiso_fold_search (b);
  int order = strcmp (key_a, key_b);

  return order != 0 ? order : strcmp (a, b);
}
