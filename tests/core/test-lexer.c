/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens written out, one test for each rule of the lexer, and what must hold for any text. */

#include "core/chiso-lexer.h"
#include "scan-support.h"

#include <string.h>

/* Words as they are with ^ for a capital, ^^ for capitals; digits; marks in <>; "+" in front where glued. */
static char *
write_tokens (const char *text)
{
  g_autoptr (Lexed) lexed = lexed_new (text);
  const ChisoToken *tokens = lexed_tokens (lexed);
  GString *out = g_string_new (NULL);

  g_assert_cmpuint (lexed->tokens->len, >, 0);
  for (guint i = 0; i + 1 < lexed->tokens->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      if ((tokens[i].flags & CHISO_TOKEN_GLUED) != 0)
        g_string_append_c (out, '+');
      if ((tokens[i].flags & CHISO_TOKEN_UPPER) != 0)
        g_string_append_c (out, '^');
      if ((tokens[i].flags & CHISO_TOKEN_CAPITAL) != 0)
        g_string_append_c (out, '^');
      if (tokens[i].kind == CHISO_TOKEN_PUNCT)
        {
          g_string_append_c (out, '<');
          g_string_append_unichar (out, tokens[i].mark);
          g_string_append_c (out, '>');
        }
      else if (tokens[i].kind == CHISO_TOKEN_BREAK)
        g_string_append (out, tokens[i].mark == 'P' ? "|P|" : "|");
      else
        g_string_append_len (out, text + tokens[i].start, tokens[i].end - tokens[i].start);
    }
  return g_string_free (out, FALSE);
}

static void
test_tokens (void)
{
  static const char *const rows[][2] = {
    { "tiếp 2.904 lượt", "tiếp 2 +<.> +904 lượt" },
    { "420m2 (ha)", "420 +m +2 <(> +ha +<)>" },
    { "năm 2023. Năm", "năm 2023 +<.> ^Năm" },
    { "UBND TP Đ Ở", "^^UBND ^^TP ^Đ ^Ở" },
    { "2016–2020 — a−b", "2016 +<-> +2020 <-> a +<-> +b" },
    { "“Dân” ‘vận’ «khéo» \"x\"", "<\"> +^Dân +<\"> <'> +vận +<'> <\"> +khéo +<\"> <\"> +x +<\">" },
    { "• a ● b · c", "<*> a <*> b <*> c" },
    { "1⁄2 5％", "1 +</> +2 5 +<%>" },
    { "a\nb\r\nc", "a | b | c" },
    { "a\n \n\tb\n\n\nc", "a |P| b |P| c" },
    { "a\fb\vc\rd", "a | b | c | d" },
    { "a\xE2\x80\xA8"
      "b\xE2\x80\xA9"
      "c",
      "a | b |P| c" },
    { "a\xC2\xA0"
      "b\xE2\x80\xAF"
      "c\xE2\x80\x8B"
      "d",
      "a b c d" },
    { "\xEF\xBB\xBF"
      "a",
      "a" },
    { "a\x01"
      "b",
      "a b" },
    { "nghe\xCC\xA3\xCC\x82 An", "nghe\xCC\xA3\xCC\x82 ^An" },
    { "x\xE2\x81\xA0y", "x y" },
    { "", "" },
    { "   ", "" },
    { "…", "<…>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = write_tokens (rows[i][0]);

      g_assert_cmpstr (found, ==, rows[i][1]);
    }
}

static void
test_words (void)
{
  g_autoptr (ChisoVocabulary) vocabulary = chiso_vocabulary_new ();
  guint16 model = chiso_vocabulary_add (vocabulary, "hình", strlen ("hình"));
  const char *text = "Năm NĂM năm nam Tỉ tỷ hình HÌNH zzz 5 hìnhx";
  g_autoptr (GArray) tokens = chiso_lex (vocabulary, text, strlen (text));
  const guint16 expected[] = {
    CHISO_W_NAM5, CHISO_W_NAM5, CHISO_W_NAM5, 0, CHISO_W_TY, CHISO_W_TY, model, model, 0, 0, 0, 0
  };

  g_assert_cmpuint (tokens->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < tokens->len; i++)
    g_assert_cmpuint (g_array_index (tokens, ChisoToken, i).word, ==, expected[i]);
}

static void
test_vocabulary (void)
{
  g_autoptr (ChisoVocabulary) vocabulary = chiso_vocabulary_new ();
  guint16 first = chiso_vocabulary_add (vocabulary, "hoà", strlen ("hoà"));

  g_assert_cmpuint (first, >=, CHISO_W_N);
  g_assert_cmpuint (chiso_vocabulary_add (vocabulary, "HÒA", strlen ("HÒA")), ==, first);
  g_assert_cmpuint (chiso_vocabulary_find (vocabulary, "Hòa", strlen ("Hòa")), ==, first);
  g_assert_cmpuint (chiso_vocabulary_find (vocabulary, "hoa", 3), ==, 0);
  g_assert_cmpuint (chiso_vocabulary_add (vocabulary, "hoa", 3), ==, first + 1);
  g_assert_cmpuint (chiso_vocabulary_find (vocabulary, "tháng", strlen ("tháng")), ==,
                    CHISO_W_THANG);
}

/* Tokens lie in order inside the text, none empty but the last, which is a paragraph's end; what lies
 * between them is white space. Repeated forms and many of them must not disturb the cache of forms. */
static void
test_invariants (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Lexed) lexed = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20);
  static const char *const pieces[] = { "năm", "Tỉ", "hòa", "hoà",      "12", ".",
                                        "–",   " ",  "\n",  "\xC2\xA0", "Đ",  "x" };
  guint32 end = 0;
  guint n;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      if (i % 7 == 0)
        g_string_append_printf (text, " w%c%c%c ", 'a' + i % 26, 'a' + i / 26 % 26,
                                'a' + i / 676 % 26);
    }
  lexed = lexed_new (text->str);
  n = lexed->tokens->len;
  for (guint i = 0; i + 1 < n; i++)
    {
      const ChisoToken *token = &lexed_tokens (lexed)[i];
      gsize length = token->end - token->start;

      g_assert_cmpuint (token->start, >=, end);
      g_assert_cmpuint (length, >, 0);
      if ((token->flags & CHISO_TOKEN_GLUED) != 0)
        g_assert_cmpuint (token->start, ==, end);
      if (token->kind == CHISO_TOKEN_WORD)
        g_assert_cmpuint (
            token->word, ==,
            chiso_vocabulary_find (lexed->vocabulary, text->str + token->start, length));
      end = token->end;
    }
  g_assert_cmpuint (lexed_tokens (lexed)[n - 1].start, ==, text->len);
  g_assert_cmpuint (lexed_tokens (lexed)[n - 1].end, ==, text->len);
  g_assert_cmpint (lexed_tokens (lexed)[n - 1].kind, ==, CHISO_TOKEN_BREAK);
  g_assert_cmpuint (lexed_tokens (lexed)[n - 1].mark, ==, 'P');
}

/* A lexer that has met all words before, one that has room for two, and one that meets them now find the
 * same, wherever the text is cut: words around the longest that is remembered, marks glued to words. */
static void
test_known_words (void)
{
  static const char *const pieces[] = { "a",
                                        "nghiêng",
                                        "Nghiêng",
                                        "nghiêngnghiêng",
                                        "abcdefgh",
                                        "m²",
                                        "×",
                                        "“",
                                        "”",
                                        "ß",
                                        "Đ",
                                        "abcdefghijklmnop",
                                        "abcdefghijklmno",
                                        "ở",
                                        ",",
                                        "12",
                                        "\xCC\xA3",
                                        "日本",
                                        "\xC2\xAD",
                                        " ",
                                        "\n",
                                        "@",
                                        "[z]",
                                        "`{" };
  g_autoptr (ChisoVocabulary) vocabulary = chiso_vocabulary_new ();
  g_autoptr (ChisoLexer) knowing = chiso_lexer_new (vocabulary, 4096);
  g_autoptr (ChisoLexer) crowded = chiso_lexer_new (vocabulary, 4);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ChisoToken));

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 24; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (const char *end = text->str + text->len; end > text->str; end = g_utf8_prev_char (end))
        {
          gsize length = end - text->str;
          g_autoptr (GArray) expected = chiso_lex (vocabulary, text->str, length);
          ChisoLexer *const lexers[] = { crowded, knowing, knowing };

          for (guint k = 0; k < G_N_ELEMENTS (lexers); k++)
            {
              chiso_lexer_read (lexers[k], text->str, length, found);
              g_assert_cmpmem (found->data, found->len * sizeof (ChisoToken), expected->data,
                               expected->len * sizeof (ChisoToken));
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/lexer/tokens", test_tokens);
  g_test_add_func ("/core/lexer/words", test_words);
  g_test_add_func ("/core/lexer/vocabulary", test_vocabulary);
  g_test_add_func ("/core/lexer/invariants", test_invariants);
  g_test_add_func ("/core/lexer/known-words", test_known_words);
  return g_test_run ();
}
