/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index and the folded words that it indexes. A search asks which reports have all of
 * some words: the index knows neither how often nor where. Both sides of a search go through
 * chiso_fold_search(), because SQLite's own folding leaves "đ" and much else alone; whoever changes
 * that function raises the extractor's version, and all keys are made anew. */

#include <string.h>

#include "chiso-fold.h"
#include "chiso-store-private.h"

/* Each word of a text once, in their order. Room is made for all of them at first. Nearly all have less
 * than eight letters and are compared as one number. */
#define LONG 8

typedef struct
{
  char *words;
  gsize length;
  guint64 *short_words; /* by their hashes; 0 is free */
  guint32 *places;      /* where a longer one begins, plus 1; 0 is free */
  guint32 mask;
} Set;

static void
set_init (Set *set, gsize max_length)
{
  guint32 size = 64;

  /* Few words have one letter, and all others take three bytes or more: some places stay free. */
  while (size < max_length / 2)
    size *= 2;
  *set = (Set){ .words = g_malloc (max_length + LONG), .mask = size - 1 };
  set->short_words = g_new0 (guint64, size);
}

static inline guint32
place_of (const Set *set, guint64 bytes)
{
  return (bytes * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32 & set->mask;
}

/* How many of eight bytes, the first one lowest, stand before a space or NUL. */
static inline guint
count_letters (guint64 bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), tops = ones << 7;
  guint64 spaces = bytes ^ ones * ' ';
  guint64 ends = (((spaces - ones) & ~spaces) | ((bytes - ones) & ~bytes)) & tops;

  return ends == 0 ? LONG : __builtin_ctzll (ends) / 8;
}

static inline void
set_add_short (Set *set, guint64 word, guint length)
{
  guint32 i = place_of (set, word);
  guint64 bytes = GUINT64_TO_LE (word);

  for (; set->short_words[i] != 0; i = (i + 1) & set->mask)
    if (set->short_words[i] == word)
      return;

  set->short_words[i] = word;
  memcpy (set->words + set->length, &bytes, LONG);
  set->length += length;
  set->words[set->length++] = ' ';
}

static gboolean
stands_at (const Set *set, gsize place, const char *word, gsize length)
{
  return place + length < set->length && memcmp (set->words + place, word, length) == 0
         && set->words[place + length] == ' ';
}

static void
set_add_long (Set *set, const char *word, gsize length)
{
  guint64 hash = 0;
  guint32 i;

  if (set->places == NULL)
    set->places = g_new0 (guint32, set->mask + 1);
  for (gsize k = 0; k < length; k++)
    hash = hash * 33 + (guchar) word[k];
  for (i = place_of (set, hash); set->places[i] != 0; i = (i + 1) & set->mask)
    if (stands_at (set, set->places[i] - 1, word, length))
      return;

  set->places[i] = set->length + 1;
  memcpy (set->words + set->length, word, length);
  set->length += length;
  set->words[set->length++] = ' ';
}

/* LONG - 1 bytes behind the key may be read. */
static void
set_add_key (Set *set, const char *key)
{
  while (*key != '\0')
    {
      guint64 bytes;
      gsize length;

      memcpy (&bytes, key, LONG);
      bytes = GUINT64_FROM_LE (bytes);
      length = count_letters (bytes);
      if (length < LONG)
        {
          set_add_short (set, bytes & ((G_GUINT64_CONSTANT (1) << length * 8) - 1), length);
        }
      else
        {
          length = strcspn (key, " ");
          set_add_long (set, key, length);
        }
      key += length + (key[length] == ' ');
    }
}

char *
chiso_search_words (const ChisoDocument *document, const ChisoExtraction *extraction,
                    gboolean *is_utf8)
{
  const char *texts[] = { document->title ? document->title : extraction->title, document->name,
                          document->publisher ? document->publisher : extraction->publisher };
  g_autoptr (GString) key = g_string_sized_new (document->length + 256);
  gboolean folded;
  Set set;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      chiso_fold_search_append (texts[i], key);
  folded = chiso_fold_search_append (document->text, key);
  /* A NUL is none of a text's characters. */
  if (is_utf8 != NULL)
    *is_utf8 = folded && strlen (document->text) == document->length;

  set_init (&set, key->len + 1);
  g_string_append_len (key, "\0\0\0\0\0\0\0", LONG - 1);
  set_add_key (&set, key->str);
  g_free (set.short_words);
  g_free (set.places);
  set.words[set.length > 0 ? set.length - 1 : 0] = '\0';

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
