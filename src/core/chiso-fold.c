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

char *
chiso_fold_search (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_validate (text, -1, NULL))
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
      add_to_search (out, (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p), &gap);
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
