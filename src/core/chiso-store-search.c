/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index and the folded words that it indexes. A search asks which reports have all of
 * some words: the index knows neither how often nor where. Both sides of a search go through
 * chiso_fold_search(), because SQLite's own folding leaves "đ" and much else alone; whoever changes
 * that function raises the extractor's version, and all keys are made anew. */

#include <string.h>

#include "chiso-fold.h"
#include "chiso-store-private.h"

/* Which words stand in a text already: their places in it by their hashes, and no deletion. */
typedef struct
{
  GString *words;
  guint32 *places; /* where a word begins, plus 1; 0 is free */
  guint32 mask;
} Set;

static gsize
count_words (const char *key)
{
  gsize n = 1;

  while ((key = strchr (key, ' ')) != NULL)
    {
      key++;
      n++;
    }

  return n;
}

static void
set_init (Set *set, gsize max_words)
{
  guint32 size = 64;

  while (size < max_words * 2)
    size *= 2;
  set->words = g_string_new (NULL);
  set->places = g_new0 (guint32, size);
  set->mask = size - 1;
}

static gboolean
stands_at (const Set *set, gsize place, const char *word, gsize length)
{
  const GString *words = set->words;

  return place + length <= words->len && memcmp (words->str + place, word, length) == 0
         && (place + length == words->len || words->str[place + length] == ' ');
}

static void
set_add (Set *set, const char *word, gsize length, guint32 hash)
{
  guint32 i = hash & set->mask;

  for (; set->places[i] != 0; i = (i + 1) & set->mask)
    if (stands_at (set, set->places[i] - 1, word, length))
      return;

  if (set->words->len > 0)
    g_string_append_c (set->words, ' ');
  set->places[i] = set->words->len + 1;
  g_string_append_len (set->words, word, length);
}

static void
set_add_key (Set *set, const char *key)
{
  while (*key != '\0')
    {
      guint32 hash = 5381;
      gsize length = 0;

      for (; key[length] != ' ' && key[length] != '\0'; length++)
        hash = hash * 33 + (guchar) key[length];
      set_add (set, key, length, hash);
      key += length + (key[length] == ' ');
    }
}

char *
chiso_search_words (const ChisoDocument *document, const ChisoExtraction *extraction)
{
  const char *texts[] = { document->title ? document->title : extraction->title, document->name,
                          document->publisher, document->text };
  char *keys[G_N_ELEMENTS (texts)];
  gsize n = 0;
  Set set;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      keys[i] = chiso_fold_search (texts[i] != NULL ? texts[i] : "");
      n += count_words (keys[i]);
    }
  set_init (&set, n);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      set_add_key (&set, keys[i]);
      g_free (keys[i]);
    }
  g_free (set.places);

  return g_string_free (set.words, FALSE);
}

gboolean
chiso_search_remove (ChisoDb *db, gint64 document_id, GError **error)
{
  /* An index without contents of its own is told what it had indexed; only then may that go. */
  static const char *const removals[] = {
    "INSERT INTO search (search, rowid, words) "
    "SELECT 'delete', document_id, words FROM search_keys WHERE document_id = ?1",
    "DELETE FROM search_keys WHERE document_id = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (removals); i++)
    {
      g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, removals[i], error);

      if (stmt == NULL)
        return FALSE;
      chiso_stmt_bind_int (stmt, 1, document_id);
      if (!chiso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

char *
chiso_search_expression (const char *words)
{
  g_autofree char *key = chiso_fold_search (words);
  g_auto (GStrv) parts = NULL;
  GString *expression;

  if (*key == '\0')
    return NULL;

  /* A key has letters, digits and single spaces only: quoted, no word can be an operator. */
  parts = g_strsplit (key, " ", -1);
  expression = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (expression, "%s\"%s\"", i > 0 ? " AND " : "", parts[i]);
  g_string_append_c (expression, '*');

  return g_string_free (expression, FALSE);
}
