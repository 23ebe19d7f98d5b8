/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is derived from a document, as a whole: forgetting it, and telling where it is out of date.
 * Decisions are about facts and are never touched here. */

#include "chiso-store-private.h"

/* Repeats go with their observations; series stay, for others to use. */
gboolean
chiso_observations_clear (ChisoDb *db, gint64 document_id, GError **error)
{
  static const char *const removals[] = {
    "DELETE FROM observations WHERE document_id = ?1",
    "DELETE FROM derivations WHERE document_id = ?1",
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

  return chiso_search_remove (db, document_id, error);
}

GArray *
chiso_observations_stale (ChisoDb *db, const char *catalogue, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db,
      "SELECT d.id FROM documents AS d LEFT JOIN derivations AS v ON v.document_id = d.id "
      "WHERE v.extractor IS NOT ?1 OR v.catalogue IS NOT ?2 ORDER BY d.id",
      error);
  gboolean row;

  if (stmt == NULL)
    return NULL;
  chiso_stmt_bind_int (stmt, 1, CHISO_EXTRACTOR_VERSION);
  chiso_stmt_bind_text (stmt, 2, catalogue);

  while (TRUE)
    {
      gint64 id;

      if (!chiso_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        break;
      id = chiso_stmt_int (stmt, 0);
      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

guint
chiso_observations_asserted (const ChisoExtraction *extraction)
{
  guint n = 0;

  for (guint i = 0; i < extraction->observations->len; i++)
    {
      const ChisoObservation *observation = g_ptr_array_index (extraction->observations, i);

      n += observation->confidence >= CHISO_CONFIDENCE_ASSERTED;
    }

  return n;
}

gboolean
chiso_observations_count (ChisoDb *db, gint64 document_id, guint *n, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db, "SELECT n_observations FROM derivations WHERE document_id = ?1", error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  chiso_stmt_bind_int (stmt, 1, document_id);
  if (!chiso_stmt_step (stmt, &row, error))
    return FALSE;
  *n = row ? chiso_stmt_int (stmt, 0) : 0;

  return TRUE;
}
