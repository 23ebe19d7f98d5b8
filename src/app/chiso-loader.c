/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the requests under way. An answer counts only while its cancellable is still the current one. */

#include "chiso-loader.h"

struct _ChisoLoader
{
  GObject parent_instance;

  ChisoSession *session;
  GCancellable *coverage_cancellable;
  GCancellable *records_cancellable;
  GPtrArray *coverage;
  GPtrArray *records;
};

enum
{
  SIGNAL_COVERAGE_LOADED,
  SIGNAL_RECORDS_LOADED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChisoLoader, chiso_loader, G_TYPE_OBJECT)

static void
drop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static GCancellable *
renew (GCancellable **cancellable)
{
  drop (cancellable);
  return *cancellable = g_cancellable_new ();
}

/* Carries the loader and the request through the store and back. */
typedef struct
{
  ChisoLoader *loader;
  GCancellable *cancellable;
} Request;

static Request *
new_request (ChisoLoader *self, GCancellable *cancellable)
{
  Request *request = g_new0 (Request, 1);

  request->loader = g_object_ref (self);
  request->cancellable = g_object_ref (cancellable);
  return request;
}

static void
free_request (Request *request)
{
  g_object_unref (request->loader);
  g_object_unref (request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, free_request)

static void
take_answer (ChisoLoader *self, GPtrArray **answer, GPtrArray *loaded, const GError *error,
             guint signal)
{
  if (loaded == NULL)
    {
      chiso_session_tell_error (self->session, error);
      return;
    }
  g_clear_pointer (answer, g_ptr_array_unref);
  *answer = g_ptr_array_ref (loaded);
  g_signal_emit (self, signals[signal], 0);
}

static void
coverage_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      coverage = chiso_store_coverage_finish (CHISO_STORE (store), result, &error);
  ChisoLoader *self = request->loader;

  if (request->cancellable == self->coverage_cancellable)
    take_answer (self, &self->coverage, coverage, error, SIGNAL_COVERAGE_LOADED);
}

static void
records_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = chiso_store_query_finish (CHISO_STORE (store), result, &error);
  ChisoLoader *self = request->loader;

  if (request->cancellable == self->records_cancellable)
    take_answer (self, &self->records, records, error, SIGNAL_RECORDS_LOADED);
}

static void
chiso_loader_dispose (GObject *object)
{
  ChisoLoader *self = CHISO_LOADER (object);

  chiso_loader_stop (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->coverage, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  G_OBJECT_CLASS (chiso_loader_parent_class)->dispose (object);
}

static void
chiso_loader_class_init (ChisoLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chiso_loader_dispose;
  signals[SIGNAL_COVERAGE_LOADED] = g_signal_new (
      "coverage-loaded", CHISO_TYPE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RECORDS_LOADED] = g_signal_new (
      "records-loaded", CHISO_TYPE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chiso_loader_init (ChisoLoader *self)
{
}

ChisoLoader *
chiso_loader_new (ChisoSession *session)
{
  ChisoLoader *self = g_object_new (CHISO_TYPE_LOADER, NULL);

  g_set_object (&self->session, session);
  return self;
}

void
chiso_loader_load_coverage (ChisoLoader *self)
{
  ChisoStore *store;
  GCancellable *cancellable;

  g_return_if_fail (CHISO_IS_LOADER (self));

  store = chiso_session_get_store (self->session);
  if (store == NULL)
    return;
  cancellable = renew (&self->coverage_cancellable);
  chiso_store_coverage_async (store, cancellable, coverage_cb, new_request (self, cancellable));
}

void
chiso_loader_load_records (ChisoLoader *self, const ChisoQuery *query)
{
  ChisoStore *store;
  GCancellable *cancellable;

  g_return_if_fail (CHISO_IS_LOADER (self));

  store = chiso_session_get_store (self->session);
  if (store == NULL)
    return;
  cancellable = renew (&self->records_cancellable);
  chiso_store_query_async (store, query, cancellable, records_cb, new_request (self, cancellable));
}

GPtrArray *
chiso_loader_get_coverage (ChisoLoader *self)
{
  g_return_val_if_fail (CHISO_IS_LOADER (self), NULL);
  return self->coverage;
}

GPtrArray *
chiso_loader_get_records (ChisoLoader *self)
{
  g_return_val_if_fail (CHISO_IS_LOADER (self), NULL);
  return self->records;
}

void
chiso_loader_stop (ChisoLoader *self)
{
  g_return_if_fail (CHISO_IS_LOADER (self));
  drop (&self->coverage_cancellable);
  drop (&self->records_cancellable);
}
