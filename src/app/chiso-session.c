/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Owns the library and the immutable data beside it for as long as the application runs. Must not
 * know any widget. */

#include "chiso-session.h"

#include "chiso-error-words.h"
#include "core/chiso-measures.h"
#include "core/chiso-catalogue-load.h"
#include "core/chiso-rederive.h"

/* The extractor, made by the first thread that needs it: its grammar takes a while, and the first
 * picture needs none of it. Counted, since a thread may still be at it when the session goes. */
typedef struct
{
  GMutex lock;
  ChisoCatalogue *catalogue;
  ChisoGeo *geo;
  ChisoExtractor *extractor; /* NULL before it is needed */
} Maker;

struct _ChisoSession
{
  GObject parent_instance;

  ChisoCatalogue *catalogue;
  ChisoGeo *geo;
  ChisoProvinceFacts *facts; /* NULL until asked for */
  Maker *maker;              /* NULL before there are catalogue and places */
  ChisoStore *store;
  GCancellable *rederiving; /* of the store */
  GSettings *settings;
  char *language;
  char *warning;
};

G_DEFINE_FINAL_TYPE (ChisoSession, chiso_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MESSAGE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

#define STARTER_RESOURCE "/org/chiso/ChiSo/data/starter.tsv"

/* A mistake in the person's own additions must not keep them from their library: they are told, and
 * go on without the additions. */
static ChisoCatalogue *
load_catalogue (ChisoSession *self, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "chiso", "catalogue.d", NULL);
  g_autoptr (GError) own_error = NULL;
  ChisoCatalogue *catalogue = chiso_catalogue_load (folder, &own_error);

  if (catalogue != NULL)
    return catalogue;
  self->warning = g_strdup (own_error->message);
  return chiso_catalogue_load (NULL, error);
}

static void
store_changed_cb (ChisoSession *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
drop_store (ChisoSession *self)
{
  if (self->store == NULL)
    return;
  g_cancellable_cancel (self->rederiving);
  g_clear_object (&self->rederiving);
  g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  chiso_store_close (self->store);
  g_clear_object (&self->store);
}

static void
maker_clear (gpointer data)
{
  Maker *maker = data;

  g_clear_pointer (&maker->extractor, chiso_extractor_unref);
  chiso_catalogue_unref (maker->catalogue);
  chiso_geo_unref (maker->geo);
  g_mutex_clear (&maker->lock);
}

static void
maker_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, maker_clear);
}

static Maker *
maker_new (ChisoCatalogue *catalogue, ChisoGeo *geo)
{
  Maker *maker = g_atomic_rc_box_new0 (Maker);

  g_mutex_init (&maker->lock);
  maker->catalogue = chiso_catalogue_ref (catalogue);
  maker->geo = chiso_geo_ref (geo);
  return maker;
}

static ChisoExtractor *
maker_ensure (Maker *maker)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&maker->lock);

  if (maker->extractor == NULL)
    maker->extractor = chiso_extractor_new (maker->catalogue, maker->geo);
  return maker->extractor;
}

static void
rederived_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (ChisoSession) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (weak);
  g_free (weak);
  if (!chiso_rederive_finish (CHISO_STORE (store), result, NULL, &error) && self != NULL
      && self->store == CHISO_STORE (store))
    chiso_session_tell_error (self, error);
}

static void
prepare_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  maker_ensure (data);
  g_task_return_boolean (task, TRUE);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (ChisoSession) self = g_weak_ref_get (weak);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  /* Another library may have been opened meanwhile. */
  if (self != NULL && !g_cancellable_is_cancelled (cancellable))
    {
      chiso_rederive_async (self->store, maker_ensure (self->maker), cancellable, rederived_cb,
                            weak);
      return;
    }
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* Makes the extractor on another thread, then calls back. */
static void
prepare (ChisoSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->maker), maker_release);
  g_task_run_in_thread (task, prepare_work);
}

static void
stale_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (ChisoSession) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stale = chiso_store_stale_finish (CHISO_STORE (store), result, &error);
  gboolean current = self != NULL && self->store == CHISO_STORE (store);

  if (current && stale != NULL && stale->len > 0)
    {
      prepare (self, self->rederiving, prepared_cb, weak);
      return;
    }
  if (current && stale == NULL)
    chiso_session_tell_error (self, error);
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* What an older version, or another catalogue, found in the reports is found again while the person
 * already works; charts follow by the store's "changed". Not where their catalogue has a mistake:
 * what they added to it must not leave the library for that. Most often nothing is out of date, and
 * then no extractor is made for it. */
static void
bring_up_to_date (ChisoSession *self)
{
  GWeakRef *weak;

  if (self->warning != NULL)
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  self->rederiving = g_cancellable_new ();
  chiso_store_stale_async (self->store, self->rederiving, stale_cb, weak);
}

static void
chiso_session_dispose (GObject *object)
{
  drop_store (CHISO_SESSION (object));
  G_OBJECT_CLASS (chiso_session_parent_class)->dispose (object);
}

static void
chiso_session_finalize (GObject *object)
{
  ChisoSession *self = CHISO_SESSION (object);

  g_clear_pointer (&self->maker, maker_release);
  g_clear_pointer (&self->catalogue, chiso_catalogue_unref);
  g_clear_pointer (&self->facts, chiso_province_facts_free);
  g_clear_pointer (&self->geo, chiso_geo_unref);
  g_clear_object (&self->settings);
  g_free (self->language);
  g_free (self->warning);
  G_OBJECT_CLASS (chiso_session_parent_class)->finalize (object);
}

static void
chiso_session_class_init (ChisoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chiso_session_dispose;
  object_class->finalize = chiso_session_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CHISO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MESSAGE] = g_signal_new ("message", CHISO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
chiso_session_init (ChisoSession *self)
{
}

ChisoSession *
chiso_session_new (const char *language, GSettings *settings, GError **error)
{
  g_autoptr (ChisoSession) self = g_object_new (CHISO_TYPE_SESSION, NULL);

  g_return_val_if_fail (language != NULL, NULL);

  self->language = g_strdup (language);
  g_set_object (&self->settings, settings);
  self->catalogue = load_catalogue (self, error);
  if (self->catalogue == NULL)
    return NULL;
  self->geo = chiso_geo_new_from_resources (error);
  if (self->geo == NULL)
    return NULL;
  self->maker = maker_new (self->catalogue, self->geo);
  return g_steal_pointer (&self);
}

char *
chiso_session_default_library (void)
{
  return g_build_filename (g_get_user_data_dir (), "chiso", "library.chiso", NULL);
}

gboolean
chiso_session_open_library (ChisoSession *self, const char *path, GError **error)
{
  g_autofree char *own = NULL;
  g_autoptr (GBytes) starter = NULL;
  g_autoptr (ChisoStore) store = NULL;

  g_return_val_if_fail (CHISO_IS_SESSION (self), FALSE);

  if (path == NULL)
    path = own = chiso_session_default_library ();
  starter = g_resources_lookup_data (STARTER_RESOURCE, 0, error);
  if (starter == NULL)
    return FALSE;
  store = chiso_store_open (path, self->catalogue, self->geo, starter, error);
  if (store == NULL)
    return FALSE;

  drop_store (self);
  self->store = g_steal_pointer (&store);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  bring_up_to_date (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

ChisoStore *
chiso_session_get_store (ChisoSession *self)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  return self->store;
}

void
chiso_session_prepare_extractor (ChisoSession *self)
{
  g_return_if_fail (CHISO_IS_SESSION (self));
  prepare (self, NULL, NULL, NULL);
}

ChisoExtractor *
chiso_session_get_extractor (ChisoSession *self)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  return maker_ensure (self->maker);
}

ChisoCatalogue *
chiso_session_get_catalogue (ChisoSession *self)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  return self->catalogue;
}

const char **
chiso_session_list_indicators (ChisoSession *self)
{
  ChisoCatalogue *catalogue = chiso_session_get_catalogue (self);
  guint n = chiso_catalogue_n_indicators (catalogue);
  const char **ids = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = chiso_catalogue_indicator (catalogue, i)->id;
  return ids;
}

ChisoGeo *
chiso_session_get_geo (ChisoSession *self)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  return self->geo;
}

ChisoProvinceFacts *
chiso_session_get_facts (ChisoSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);

  if (self->facts == NULL)
    self->facts = chiso_province_facts_new_from_resources (self->geo, &error);
  /* The tables are linked into the program: a mistake in them is ours. */
  if (error != NULL)
    g_error ("%s", error->message);
  return self->facts;
}

ChisoProvinceFacts *
chiso_session_get_facts_for (ChisoSession *self, GPtrArray *records)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  g_return_val_if_fail (records != NULL, NULL);

  return chiso_measures_have_units (records) ? chiso_session_get_facts (self) : NULL;
}

GSettings *
chiso_session_get_settings (ChisoSession *self)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  return self->settings;
}

const char *
chiso_session_get_language (ChisoSession *self)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  return self->language;
}

const char *
chiso_session_get_warning (ChisoSession *self)
{
  g_return_val_if_fail (CHISO_IS_SESSION (self), NULL);
  return self->warning;
}

void
chiso_session_tell (ChisoSession *self, const char *sentence)
{
  g_return_if_fail (CHISO_IS_SESSION (self));
  g_return_if_fail (sentence != NULL);
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, sentence);
}

void
chiso_session_tell_error (ChisoSession *self, const GError *error)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CHISO_IS_SESSION (self));

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = chiso_error_words (error, self->store != NULL ? chiso_store_path (self->store) : NULL);
  chiso_session_tell (self, words);
}
