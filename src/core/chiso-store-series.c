/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of series: each pair of indicator and place that has figures gets a number, by which
 * observations are indexed. Rows are only ever added, so that a number once looked up stays right,
 * whatever other programs write. */

#include <string.h>

#include "chiso-store-private.h"

typedef struct
{
  const char *indicator; /* owned by keys of the table, borrowed by those to look up */
  const char *place;
  int boundary;
} Key;

static guint
hash (gconstpointer data)
{
  const Key *key = data;

  return (g_str_hash (key->indicator) * 31 + g_str_hash (key->place)) * 31 + key->boundary;
}

static gboolean
equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->boundary == y->boundary && strcmp (x->place, y->place) == 0
         && strcmp (x->indicator, y->indicator) == 0;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free ((char *) key->indicator);
  g_free ((char *) key->place);
  g_free (key);
}

GHashTable *
chiso_series_new (void)
{
  return g_hash_table_new_full (hash, equal, free_key, g_free);
}

static void
bind (ChisoStmt *stmt, const Key *key)
{
  chiso_stmt_bind_text (stmt, 1, key->indicator);
  chiso_stmt_bind_text (stmt, 2, key->place);
  chiso_stmt_bind_int (stmt, 3, key->boundary);
}

/* 0 where there is none. */
static gboolean
look_up (ChisoDb *db, const Key *key, gint64 *id, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db, "SELECT id FROM series WHERE indicator = ?1 AND place = ?2 AND boundary = ?3", error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  bind (stmt, key);
  if (!chiso_stmt_step (stmt, &row, error))
    return FALSE;
  *id = row ? chiso_stmt_int (stmt, 0) : 0;

  return TRUE;
}

static gboolean
insert (ChisoDb *db, const Key *key, gint64 *id, GError **error)
{
  g_autoptr (ChisoStmt) stmt = chiso_db_prepare (
      db, "INSERT INTO series (indicator, place, boundary, unit) VALUES (?1, ?2, ?3, ?4)", error);

  if (stmt == NULL)
    return FALSE;
  bind (stmt, key);
  chiso_stmt_bind_int (stmt, 4, chiso_place_unit (key->place));
  if (!chiso_stmt_run (stmt, error))
    return FALSE;
  *id = chiso_db_last_id (db);

  return TRUE;
}

gboolean
chiso_series_find (ChisoDb *db, GHashTable *series, const ChisoObservation *observation, gint64 *id,
                   GError **error)
{
  Key key = { observation->indicator, observation->place, observation->boundary };
  const gint64 *known = g_hash_table_lookup (series, &key);
  Key *kept;

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }
  if (!look_up (db, &key, id, error) || (*id == 0 && !insert (db, &key, id, error)))
    return FALSE;

  kept = g_memdup2 (&key, sizeof key);
  kept->indicator = g_strdup (key.indicator);
  kept->place = g_strdup (key.place);
  g_hash_table_insert (series, kept, g_memdup2 (id, sizeof *id));

  return TRUE;
}
