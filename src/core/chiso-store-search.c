/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index and the folded words that it indexes. A search asks which reports have all of
 * some words: the index knows neither how often nor where. Both sides of a search go through
 * chiso_fold_search(), because SQLite's own folding leaves "đ" and much else alone; whoever changes
 * that function raises the extractor's version, and all keys are made anew. */

#include <string.h>

#include "chiso-fold.h"
#include "chiso-store-private.h"

/* Each word of a text once, in their order, and their places by their hashes. Room is made for all of
 * them at first. */
typedef struct
{
  char *words;
  gsize length;
  guint32 *places; /* where a word begins, plus 1; 0 is free */
  guint32 mask;
} Set;

static void
set_init (Set *set, gsize max_length)
{
  guint32 size = 64;

  /* A word and the space behind it take two bytes or more: half of the places stay free. */
  while (size < max_length)
    size *= 2;
  *set = (Set){ .words = g_malloc (max_length + 1), .mask = size - 1 };
  set->places = g_new0 (guint32, size);
}

static gboolean
stands_at (const Set *set, gsize place, const char *word, gsize length)
{
  return place + length <= set->length && memcmp (set->words + place, word, length) == 0
         && (place + length == set->length || set->words[place + length] == ' ');
}

static void
set_add (Set *set, const char *word, gsize length, guint32 hash)
{
  guint32 i = hash & set->mask;

  for (; set->places[i] != 0; i = (i + 1) & set->mask)
    if (stands_at (set, set->places[i] - 1, word, length))
      return;

  if (set->length > 0)
    set->words[set->length++] = ' ';
  set->places[i] = set->length + 1;
  memcpy (set->words + set->length, word, length);
  set->length += length;
}

static void
set_add_key (Set *set, const char *key)
{
  while (*key != '\0')
    {
      const char *p = key;
      guint32 hash = 5381;

      for (; *p != ' ' && *p != '\0'; p++)
        hash = hash * 33 + (guchar) *p;
      set_add (set, key, p - key, hash ^ hash >> 16);
      key = p + (*p == ' ');
    }
}

char *
chiso_search_words (const ChisoDocument *document, const ChisoExtraction *extraction)
{
  const char *texts[] = { document->title ? document->title : extraction->title, document->name,
                          document->publisher, document->text };
  char *keys[G_N_ELEMENTS (texts)];
  gsize length = 0;
  Set set;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      keys[i] = chiso_fold_search (texts[i] != NULL ? texts[i] : "");
      length += strlen (keys[i]) + 1;
    }
  set_init (&set, length);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      set_add_key (&set, keys[i]);
      g_free (keys[i]);
    }
  g_free (set.places);
  set.words[set.length] = '\0';

  return g_realloc (set.words, set.length + 1);
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
