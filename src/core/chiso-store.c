/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as an object: opening and closing it, and the signal that it changed. What it can be
 * asked is in chiso-store-calls.c, its tables have a file each, and the connection belongs to the
 * worker alone: this file must not touch it outside of a message. */

#include <errno.h>
#include <glib/gstdio.h>

#include "chiso-backup.h"
#include "chiso-schema.h"
#include "chiso-store-private.h"

struct _ChisoStore
{
  GObject parent_instance;

  GThread *creator;
  ChisoSession session;
  ChisoWorker *worker; /* NULL once closed */
};

G_DEFINE_FINAL_TYPE (ChisoStore, chiso_store, G_TYPE_OBJECT)

G_DEFINE_QUARK (chiso-store-error-quark, chiso_store_error)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
changed_cb (gpointer data)
{
  ChisoStore *self = data;

  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_CONTINUE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, CHISO_STORE_ERROR, CHISO_STORE_ERROR_OPEN,
               "The folder “%s” for the library cannot be made: %s", folder,
               g_strerror (errno));

  return FALSE;
}

/* Makes, migrates and fills in one transaction, so that a library is there as a whole or not. */
static gboolean
bring_up_to_date (ChisoDb *db, const ChisoSession *session, gboolean created, GError **error)
{
  if (!chiso_db_begin (db, CHISO_DB_WRITE, error))
    return FALSE;
  if (chiso_schema_upgrade (db, error)
      && chiso_curated_refresh (db, session->geo, session->starter, created, error))
    return chiso_db_commit (db, error);

  chiso_db_rollback (db);

  return FALSE;
}

/* From here on the file is ours to write. */
static gboolean
settle (ChisoDb *db, ChisoSession *session, ChisoSchemaState state, GError **error)
{
  gboolean current = FALSE;

  if (state == CHISO_SCHEMA_OLD)
    {
      if (!chiso_schema_verify (db, error) || !chiso_backup_roll (db, error))
        return FALSE;
      session->backed_up = TRUE;
    }
  else if (state == CHISO_SCHEMA_CURRENT
           && !chiso_curated_is_current (db, session->starter, &current, error))
    {
      return FALSE;
    }

  return (current || bring_up_to_date (db, session, state == CHISO_SCHEMA_NEW, error))
         && chiso_db_use_wal (db, error);
}

static gpointer
open_cb (ChisoDb *none, gpointer data, GError **error)
{
  ChisoSession *session = data;
  g_autoptr (ChisoDb) db = NULL;
  ChisoSchemaState state;
  gboolean exists;

  if (!chiso_schema_check_file (session->path, &exists, error)
      || (!exists && !make_folder (session->path, error)))
    return NULL;

  db = chiso_db_open (session->path, !exists, error);
  if (db == NULL || !chiso_schema_inspect (db, &state, error))
    return NULL;
  if (settle (db, session, state, error))
    return g_steal_pointer (&db);

  /* Rolled back, the file that we made is empty: better none. */
  g_clear_pointer (&db, chiso_db_free);
  if (!exists)
    g_unlink (session->path);

  return NULL;
}

ChisoStore *
chiso_store_open (const char *path, ChisoCatalogue *catalogue, ChisoGeo *geo, GBytes *starter,
                  GError **error)
{
  g_autoptr (ChisoStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CHISO_TYPE_STORE, NULL);
  self->session.path = g_strdup (path);
  self->session.catalogue = g_strdup (chiso_catalogue_version (catalogue));
  self->session.geo = geo ? chiso_geo_ref (geo) : NULL;
  self->session.starter = starter ? g_bytes_ref (starter) : NULL;
  self->worker = chiso_worker_new (open_cb, &self->session, changed_cb, self, error);

  return self->worker != NULL ? g_steal_pointer (&self) : NULL;
}

void
chiso_store_close (ChisoStore *self)
{
  g_return_if_fail (CHISO_IS_STORE (self));
  g_return_if_fail (self->creator == g_thread_self ());

  g_clear_pointer (&self->worker, chiso_worker_free);
}

const char *
chiso_store_path (ChisoStore *self)
{
  g_return_val_if_fail (CHISO_IS_STORE (self), NULL);

  return self->session.path;
}

ChisoSession *
chiso_store_session (ChisoStore *self)
{
  return &self->session;
}

ChisoWorker *
chiso_store_worker (ChisoStore *self, GError **error)
{
  g_autofree char *name = NULL;

  g_assert (self->creator == g_thread_self ());
  if (self->worker != NULL)
    return self->worker;

  name = g_filename_display_name (self->session.path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The library “%s” is closed", name);

  return NULL;
}

static void
chiso_store_finalize (GObject *object)
{
  ChisoStore *self = CHISO_STORE (object);

  chiso_store_close (self);
  g_free (self->session.path);
  g_free (self->session.catalogue);
  g_clear_pointer (&self->session.geo, chiso_geo_unref);
  g_clear_pointer (&self->session.starter, g_bytes_unref);

  G_OBJECT_CLASS (chiso_store_parent_class)->finalize (object);
}

static void
chiso_store_class_init (ChisoStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chiso_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", CHISO_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
chiso_store_init (ChisoStore *self)
{
  self->creator = g_thread_self ();
}
