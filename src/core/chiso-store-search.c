/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index and the folded texts that it indexes. Both sides of a search go through
 * chiso_fold_search(), because SQLite's own folding leaves "đ" and much else alone; whoever changes
 * that function raises the extractor's version, and all keys are made anew. */

#include "chiso-fold.h"
#include "chiso-store-private.h"

gboolean
chiso_search_insert (ChisoDb *db, gint64 document_id, const char *title, const char *body,
                     GError **error)
{
  static const char *const inserts[] = {
    "INSERT INTO search_keys (document_id, title, body) VALUES (?1, ?2, ?3)",
    "INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)",
  };
  g_autofree char *title_key = chiso_fold_search (title);
  g_autofree char *body_key = chiso_fold_search (body);

  for (guint i = 0; i < G_N_ELEMENTS (inserts); i++)
    {
      g_autoptr (ChisoStmt) stmt = chiso_db_prepare (db, inserts[i], error);

      if (stmt == NULL)
        return FALSE;
      chiso_stmt_bind_int (stmt, 1, document_id);
      chiso_stmt_bind_text (stmt, 2, title_key);
      chiso_stmt_bind_text (stmt, 3, body_key);
      if (!chiso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
chiso_search_remove (ChisoDb *db, gint64 document_id, GError **error)
{
  /* An index without contents of its own is told what it had indexed; only then may that go. */
  static const char *const removals[] = {
    "INSERT INTO search (search, rowid, title, body) "
    "SELECT 'delete', document_id, title, body FROM search_keys WHERE document_id = ?1",
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
