/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library as an object: its life, its worker, and the signal that it changed. What it can be
 * asked is in chiso-store-questions.c and chiso-store-changes.c, how its file is opened in
 * chiso-store-open.c. The connection belongs to the worker: this file never sees it. */

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
  self->worker = chiso_worker_new (chiso_store_open_work, &self->session, changed_cb, self, error);

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
  g_clear_pointer (&self->session.series, g_hash_table_unref);
  g_clear_pointer (&self->session.facts, chiso_province_facts_free);

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
