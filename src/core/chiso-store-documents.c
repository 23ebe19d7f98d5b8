/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of documents: facts, identified by their bytes. What the extractor says about them is
 * shown with them but kept apart (derivations). */

#include <string.h>

#include "chiso-store-private.h"

/* What a list shows; where none was given with it (title, publisher, date), the extractor's. */
#define COLUMNS                                                                                    \
  "d.id, d.sha256, d.name, coalesce(d.title, v.title), "                                           \
  "coalesce(d.publisher, v.publisher), d.url, "                                                    \
  "coalesce(d.published, v.published), d.format, d.encoding, v.place, v.boundary, d.imported, "    \
  "d.length, v.n_observations, d.title IS NULL, d.publisher IS NULL, d.published IS NULL"
#define N_COLUMNS 17
#define TABLES "documents AS d LEFT JOIN derivations AS v ON v.document_id = d.id"

gboolean
chiso_documents_find (ChisoDb *db, const char *sha256, gint64 *id, GError **error)
{
  g_autoptr (ChisoStmt)
      stmt = chiso_db_prepare (db, "SELECT id FROM documents WHERE sha256 = ?1", error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_text (stmt, 1, sha256);
  if (!chiso_stmt_step (stmt, &row, error))
    return FALSE;
  *id = row ? chiso_stmt_int (stmt, 0) : 0;

  return TRUE;
}

static ChisoDocument *
read_row (ChisoStmt *stmt)
{
  ChisoDocument *document = chiso_document_new (chiso_stmt_text (stmt, 2));

  document->id = chiso_stmt_int (stmt, 0);
  document->sha256 = g_strdup (chiso_stmt_text (stmt, 1));
  document->title = g_strdup (chiso_stmt_text (stmt, 3));
  document->publisher = g_strdup (chiso_stmt_text (stmt, 4));
  document->url = g_strdup (chiso_stmt_text (stmt, 5));
  document->published = g_strdup (chiso_stmt_text (stmt, 6));
  document->format = g_strdup (chiso_stmt_text (stmt, 7));
  document->encoding = g_strdup (chiso_stmt_text (stmt, 8));
  document->place = g_strdup (chiso_stmt_text (stmt, 9));
  /* None is known while nothing has been derived yet. */
  if (chiso_stmt_int (stmt, 10) != 0)
    document->boundary = chiso_stmt_int (stmt, 10);
  document->imported = chiso_stmt_int (stmt, 11);
  document->length = chiso_stmt_int (stmt, 12);
  document->n_observations = chiso_stmt_int (stmt, 13);
  document->title_read = document->title != NULL && chiso_stmt_int (stmt, 14) != 0;
  document->publisher_read = document->publisher != NULL && chiso_stmt_int (stmt, 15) != 0;
  document->published_read = document->published != NULL && chiso_stmt_int (stmt, 16) != 0;

  return document;
}

GPtrArray *
chiso_documents_list (ChisoDb *db, const char *search, GError **error)
{
  g_autofree char *expression = search ? chiso_search_expression (search) : NULL;
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) chiso_document_free);
  g_autoptr (ChisoStmt) stmt = NULL;
  gboolean row;

  stmt = chiso_db_prepare (db,
                           expression ? "SELECT " COLUMNS " FROM " TABLES " WHERE d.id IN "
                                        "(SELECT rowid FROM search WHERE search MATCH ?1) "
                                        "ORDER BY d.imported DESC, d.id DESC"
                                      : "SELECT " COLUMNS " FROM " TABLES
                                        " ORDER BY d.imported DESC, d.id DESC",
                           error);
  if (stmt == NULL)
    return NULL;
  if (expression != NULL)
    chiso_stmt_bind_text (stmt, 1, expression);

  while (TRUE)
    {
      if (!chiso_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (list, read_row (stmt));
    }

  return g_steal_pointer (&list);
}

static gboolean
fail_not_found (ChisoDb *db, gint64 id, GError **error)
{
  g_autofree char *name = g_filename_display_name (chiso_db_path (db));

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_NOT_FOUND,
               "The library “%s” has no report number %" G_GINT64_FORMAT, name, id);

  return FALSE;
}

ChisoDocument *
chiso_documents_get (ChisoDb *db, gint64 id, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db, "SELECT " COLUMNS ", d.text FROM " TABLES " WHERE d.id = ?1", error);
  g_autoptr (ChisoDocument) document = NULL;
  gboolean row;
  gsize length;

  if (stmt == NULL)
    return NULL;
  chiso_stmt_bind_int (stmt, 1, id);
  if (!chiso_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      fail_not_found (db, id, error);
      return NULL;
    }

  document = read_row (stmt);
  document->text = chiso_stmt_dup_bytes (stmt, N_COLUMNS, &length);
  /* Spans were checked against the length, and everything shows the text. */
  if (document->text == NULL || length != document->length
      || !g_utf8_validate_len (document->text, length, NULL))
    {
      chiso_store_fail_row (db, "text", id, error);
      return NULL;
    }

  return g_steal_pointer (&document);
}

gboolean
chiso_documents_remove (ChisoDb *db, gint64 id, GError **error)
{
  g_autoptr (ChisoStmt) stmt = NULL;
  gint64 before;

  /* The index is no child that a foreign key could reach. */
  if (!chiso_search_remove (db, id, error))
    return FALSE;

  stmt = chiso_db_prepare (db, "DELETE FROM documents WHERE id = ?1", error);
  if (stmt == NULL)
    return FALSE;
  before = chiso_db_total_changes (db);
  chiso_stmt_bind_int (stmt, 1, id);
  if (!chiso_stmt_run (stmt, error))
    return FALSE;

  return chiso_db_total_changes (db) != before || fail_not_found (db, id, error);
}
