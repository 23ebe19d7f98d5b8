/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trie against a plain comparison of every phrase at every place of a text. */

#include "core/chiso-trie.h"
#include "scan-support.h"

#include <string.h>

static const char *const phrases[] = {
  "đối thoại", "đối thoại với dân", "đối",     "tiếp xúc, đối thoại", "tiếp xúc",      "thoại với",
  "dân",       "\"dân vận khéo\"",  "dân vận", "với dân, với Đảng",   "tiếp xúc, dân",
};

typedef struct
{
  ChisoVocabulary *vocabulary;
  ChisoTrie *trie;
  GArray *tokens[G_N_ELEMENTS (phrases)];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->vocabulary = chiso_vocabulary_new ();
  fixture->trie = chiso_trie_new ();
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    g_assert_cmpuint (chiso_trie_add (fixture->trie, fixture->vocabulary, phrases[i]), ==, i + 1);
  chiso_trie_seal (fixture->trie);
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    fixture->tokens[i] = chiso_lex (fixture->vocabulary, phrases[i], strlen (phrases[i]));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    g_array_unref (fixture->tokens[i]);
  chiso_trie_free (fixture->trie);
  chiso_vocabulary_free (fixture->vocabulary);
}

static gboolean
is_line_end (const ChisoToken *token)
{
  return token->kind == CHISO_TOKEN_BREAK && token->mark == '\n';
}

/* How many tokens of the text the phrase takes there, line ends inside it included; 0 where it is not. */
static guint
compare (const GArray *phrase, const GArray *text, guint at)
{
  guint i = at;

  for (guint k = 0; k + 1 < phrase->len; k++)
    {
      const ChisoToken *want = &g_array_index (phrase, ChisoToken, k);

      while (k > 0 && is_line_end (&g_array_index (text, ChisoToken, i)))
        i++;
      if (g_array_index (text, ChisoToken, i).kind != want->kind
          || g_array_index (text, ChisoToken, i).word != want->word
          || g_array_index (text, ChisoToken, i).mark != want->mark)
        return 0;
      i++;
    }
  return i - at;
}

static gboolean
is_even (guint phrase, gconstpointer data)
{
  return phrase % 2 == 0;
}

static void
check (const Fixture *fixture, const char *text)
{
  g_autoptr (GArray) tokens = chiso_lex (fixture->vocabulary, text, strlen (text));
  const ChisoToken *first = (const ChisoToken *) tokens->data;

  for (guint at = 0; at < tokens->len; at++)
    {
      guint longest = 0, longest_even = 0, found = 0, found_even = 0, n = 0;

      for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
        {
          guint length = compare (fixture->tokens[p], tokens, at);

          if (length > longest)
            {
              longest = length;
              found = p + 1;
            }
          if (length > longest_even && is_even (p + 1, NULL))
            {
              longest_even = length;
              found_even = p + 1;
            }
        }
      g_assert_cmpuint (chiso_trie_match (fixture->trie, first, tokens->len, at, &n), ==, found);
      g_assert_true (found == 0 || n == longest);
      g_assert_cmpuint (
          chiso_trie_match_if (fixture->trie, first, tokens->len, at, is_even, NULL, &n), ==,
          found_even);
      g_assert_true (found_even == 0 || n == longest_even);
      g_assert_true (found == 0 || first[at].word == 0
                     || chiso_trie_begins (fixture->trie, first[at].word));
    }
}

static void
test_every_place (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "đối",  "thoại", "với",  "dân", "tiếp", "xúc", ",", "vận",
                                        "khéo", "\"",    "Đảng", "\n",  "\n\n", "xã",  "3", "ĐỐI" };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 60; i++)
        {
          g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          g_string_append_c (text, ' ');
        }
      check (fixture, text->str);
    }
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  check (fixture, "Cuộc tiếp xúc, đối\nthoại với dân; đối thoại với\n\ndân; “dân vận khéo”.");
  check (fixture, "đối");
  check (fixture, "");
}

static void
test_no_phrases (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoTrie) trie = chiso_trie_new ();

  g_assert_cmpuint (chiso_trie_add (trie, fixture->vocabulary, ""), ==, 0);
  g_assert_cmpuint (chiso_trie_add (trie, fixture->vocabulary, "năm 2023"), ==, 0);
  g_assert_cmpuint (chiso_trie_add (trie, fixture->vocabulary, "dân vận"), ==, 1);
  g_assert_cmpuint (chiso_trie_add (trie, fixture->vocabulary, "DÂN VẬN"), ==, 1);
  g_assert_cmpuint (chiso_trie_n_phrases (trie), ==, 1);
  chiso_trie_seal (trie);
  g_assert_false (chiso_trie_begins (trie, 0));
  g_assert_cmpuint (chiso_trie_find (trie, fixture->vocabulary, "Dân vận"), ==, 1);
  g_assert_cmpuint (chiso_trie_find (trie, fixture->vocabulary, "dân vận khéo"), ==, 0);
  g_assert_cmpuint (chiso_trie_find (trie, fixture->vocabulary, "dân"), ==, 0);
  g_assert_cmpuint (chiso_trie_find (trie, fixture->vocabulary, ""), ==, 0);
}

/* Nothing can be looked for in it, and nothing is found. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoTrie) trie = chiso_trie_new ();

  chiso_trie_seal (trie);
  g_assert_cmpuint (chiso_trie_find (trie, fixture->vocabulary, "dân"), ==, 0);
  g_assert_false (chiso_trie_begins_with_mark (trie, '"'));
}

/* Many that go on from one word, and from one node deep inside: each leads to its own. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChisoTrie) trie = chiso_trie_new ();
  const guint n = 2000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("dân %c%c%c%s", 'a' + i % 26, 'a' + i / 26 % 26,
                                               'a' + i / 676, i % 2 == 0 ? " vận" : "");

      g_assert_cmpuint (chiso_trie_add (trie, fixture->vocabulary, text), ==, i + 1);
    }
  chiso_trie_seal (trie);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("dân %c%c%c%s", 'a' + i % 26, 'a' + i / 26 % 26,
                                               'a' + i / 676, i % 2 == 0 ? " vận" : "");
      g_autofree char *longer = g_strconcat (text, " khéo", NULL);

      g_assert_cmpuint (chiso_trie_find (trie, fixture->vocabulary, text), ==, i + 1);
      g_assert_cmpuint (chiso_trie_find (trie, fixture->vocabulary, longer), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/trie/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/core/trie/every-place", Fixture, NULL, set_up, test_every_place, tear_down);
  g_test_add ("/core/trie/no-phrases", Fixture, NULL, set_up, test_no_phrases, tear_down);
  g_test_add ("/core/trie/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/core/trie/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
