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

void
chiso_fold_word (const char *word, gsize length, GString *out)
{
  g_autofree char *decomposed = NULL;
  gunichar tone = 0;

  g_string_truncate (out, 0);
  if (is_ascii (word, length))
    {
      fold_ascii (word, length, out);
      if (ends_in_lone_i (out))
        out->str[out->len - 1] = 'y';
      return;
    }
  decomposed = g_utf8_normalize (word, length, G_NORMALIZE_NFD);
  if (decomposed == NULL)
    return;
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_tone (c))
        tone = c;
      else
        g_string_append_unichar (out, fold_letter (c));
    }
  if (ends_in_lone_i (out))
    out->str[out->len - 1] = 'y';
  if (tone != 0)
    g_string_append_unichar (out, tone);
}

char *
chiso_fold_search (const char *text)
{
  g_autofree char *decomposed = NULL;
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = out->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (out, ' ');
      gap = FALSE;
      c = fold_letter (c);
      g_string_append_unichar (out, c == 0x111 ? 'd' : c);
    }
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
