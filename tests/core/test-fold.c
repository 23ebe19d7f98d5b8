/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two foldings must make equal, and what they must keep apart. */

#include "core/chiso-fold.h"

#include <string.h>

static char *
fold (const char *word)
{
  GString *key = g_string_new ("left over");

  chiso_fold_word (word, strlen (word), key);
  return g_string_free (key, FALSE);
}

static void
assert_same (const char *a, const char *b, gboolean same)
{
  g_autofree char *key_a = fold (a);
  g_autofree char *key_b = fold (b);

  g_test_message ("%s, %s", a, b);
  if (same)
    g_assert_cmpstr (key_a, ==, key_b);
  else
    g_assert_cmpstr (key_a, !=, key_b);
}

static void
test_word_same (void)
{
  static const char *const pairs[][2] = {
    { "hoà", "hòa" },
    { "Thuý", "thúy" },
    { "UỶ", "ủy" },
    { "khoẻ", "khỏe" },
    { "toà", "TÒA" },
    { "luỹ", "lũy" },
    { "kì", "kỳ" },
    { "tỉ", "tỷ" },
    { "quí", "quý" },
    { "lí", "lý" },
    { "mĩ", "mỹ" },
    { "sĩ", "SỸ" },
    { "thi", "thy" },
    { "qui", "quy" },
    { "đi", "ĐY" },
    { "Đ", "\xC3\x90" },
    { "đ", "Ɖ" },
    { "Ðảng", "đảng" },
    { "ngh\xC3\xAA\xCC\xA3", "nghệ" },  /* ê and a combining dot below */
    { "nghe\xCC\xA3\xCC\x82", "nghệ" }, /* e, dot below, circumflex */
    { "nghe\xCC\x82\xCC\xA3", "nghệ" }, /* e, circumflex, dot below */
    { "ho\xCC\x80\x61", "hoà" },        /* grave typed on the first vowel */
    { "ABC", "abc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_same (pairs[i][0], pairs[i][1], TRUE);
}

static void
test_word_different (void)
{
  static const char *const pairs[][2] = {
    { "hòa", "hoa" }, { "hóa", "hòa" },   { "so", "số" },     { "năm", "nắm" },
    { "năm", "nam" }, { "tư", "từ" },     { "đến", "dến" },   { "mai", "may" },
    { "tai", "tay" }, { "thúi", "thúy" }, { "i", "y" },       { "ii", "iy" },
    { "hơn", "hôn" }, { "ơi", "ơy" },     { "tuổi", "tuổy" }, { "quai", "quay" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_same (pairs[i][0], pairs[i][1], FALSE);
}

/* Folding a key again changes nothing, whatever the word. */
static void
test_word_idempotent (void)
{
  static const char *const words[] = { "",  "Nghệ",   "QUÍ", "Ðắk",         "x",
                                       "m", "Phường", "ñ",   "\xE4\xB8\xAD" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *once = fold (words[i]);

      assert_same (words[i], once, TRUE);
    }
}

static void
test_search (void)
{
  static const char *const rows[][2] = {
    { "TP. Hồ Chí Minh", "tp ho chi minh" },
    { "  Đắk  Lắk – (cũ) ", "dak lak cu" },
    { "Ðắc Lắc", "dac lac" },
    { "Thừa Thiên - Huế", "thua thien hue" },
    { "Hòa/Hoà", "hoa hoa" },
    { "1.234 m²", "1 234 m2" },
    { "…", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = chiso_fold_search (rows[i][0]);

      g_assert_cmpstr (key, ==, rows[i][1]);
    }
}

static void
test_compare (void)
{
  static const char *const ordered[] = { "An Giang", "Bà Rịa",    "Bắc Kạn", "Bến Tre", "Đà Nẵng",
                                         "Đắk Lắk",  "Điện Biên", "Hà Nội",  "Hòa",     "Hoà" };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        int order = chiso_fold_compare (ordered[i], ordered[j]);

        /* The last two differ in their bytes only, in an order of no meaning: not equal. */
        if (i + 2 >= G_N_ELEMENTS (ordered) && j + 2 >= G_N_ELEMENTS (ordered))
          g_assert_true ((order == 0) == (i == j));
        else
          g_assert_cmpint (CLAMP (order, -1, 1), ==, i < j ? -1 : i > j);
      }
}

/* The loose key as it is defined: compatibility decomposition without marks and case. */
static char *
define_search (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *key = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = key->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (key, ' ');
      gap = FALSE;
      c = g_unichar_tolower (c);
      g_string_append_unichar (key, c == 0xF0 || c == 0x111 || c == 0x256 ? 'd' : c);
    }
  return g_string_free (key, FALSE);
}

/* Every character of the first plane, between letters and at the end of a word. */
static void
test_search_every_character (void)
{
  for (gunichar c = 1; c < 0x10000; c++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autofree char *key = NULL;
      g_autofree char *defined = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_string_append_unichar (text, c);
      g_string_append (text, "b ");
      g_string_append_unichar (text, c);
      key = chiso_fold_search (text->str);
      defined = define_search (text->str);
      g_assert_cmpstr (key, ==, defined);
    }
}

/* What is no UTF-8 has no key, wherever it breaks off. */
static void
test_search_invalid (void)
{
  static const char *const texts[] = { "a\xC3", "a\xE1\xBA", "a\xE1", "\xB8o c\xB8o",
                                       "b\xFF\xC0z" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *key = chiso_fold_search (texts[i]);

      g_assert_cmpstr (key, ==, "");
    }
}

/* Letters in one piece and in all their pieces, in any order of these, are one word and one search key. */
static void
test_pieces (void)
{
  static const char *const letters[] = {
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"
  };
  static const char *const tones[] = { "",         "\xCC\x80", "\xCC\x81",
                                       "\xCC\x83", "\xCC\x89", "\xCC\xA3" };
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint k = 0; k < G_N_ELEMENTS (tones); k++)
      {
        g_autofree char *mixed = g_strconcat ("kh", letters[i], tones[k], "ch", NULL);
        g_autofree char *composed = g_utf8_normalize (mixed, -1, G_NORMALIZE_NFC);
        g_autofree char *decomposed = g_utf8_normalize (mixed, -1, G_NORMALIZE_NFD);
        g_autofree char *search = chiso_fold_search (composed);
        const char *const forms[] = { mixed, decomposed };

        chiso_fold_word (composed, strlen (composed), expected);
        for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
          {
            g_autofree char *other = chiso_fold_search (forms[f]);

            chiso_fold_word (forms[f], strlen (forms[f]), key);
            g_assert_cmpstr (key->str, ==, expected->str);
            g_assert_cmpstr (other, ==, search);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/fold/word/same", test_word_same);
  g_test_add_func ("/core/fold/word/different", test_word_different);
  g_test_add_func ("/core/fold/word/idempotent", test_word_idempotent);
  g_test_add_func ("/core/fold/search", test_search);
  g_test_add_func ("/core/fold/search/every-character", test_search_every_character);
  g_test_add_func ("/core/fold/search/invalid", test_search_invalid);
  g_test_add_func ("/core/fold/compare", test_compare);
  g_test_add_func ("/core/fold/pieces", test_pieces);
  return g_test_run ();
}
