/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls of the store by which choices of what to compare are kept under names. What a choice says
 * is not the library's business: it keeps a text. A name is NFC, not empty, and of one view only. */

#pragma once

#include "chiso-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *name;
  char *choice; /* a text form; see figures/chiso-comparison.h */
  gint64 saved; /* Unix seconds */
} ChisoSavedView;

ChisoSavedView *chiso_saved_view_new (gint64 id, const char *name, const char *choice,
                                      gint64 saved);
void chiso_saved_view_free (ChisoSavedView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoSavedView, chiso_saved_view_free)

/* The name that text stands for: NFC, each run of white space as one space, none at the ends. NULL
 * where nothing is left, or text is not UTF-8. Free with g_free. */
char *chiso_saved_view_clean_name (const char *text);

typedef enum
{
  CHISO_VIEW_SAVE,    /* a new one; with an id, the one of that id that was removed */
  CHISO_VIEW_REPLACE, /* the one of that name gets the choice */
  CHISO_VIEW_RENAME,  /* the one of that id gets the name */
  CHISO_VIEW_REMOVE,  /* the one of that id goes */
} ChisoViewChange;

/* The answer is the view's id, 0 with *error: CHISO_STORE_ERROR_NAME where the name is empty or another
 * view has it, CHISO_STORE_ERROR_NOT_FOUND where there is none to change. view is copied. */
void chiso_store_change_view_async (ChisoStore *self, ChisoViewChange change,
                                    const ChisoSavedView *view, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
gint64 chiso_store_change_view_finish (ChisoStore *self, GAsyncResult *result, GError **error);
gint64 chiso_store_change_view_sync (ChisoStore *self, ChisoViewChange change,
                                     const ChisoSavedView *view, GError **error);

/* GPtrArray of ChisoSavedView* in the order of a Vietnamese dictionary. */
void chiso_store_views_async (ChisoStore *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
GPtrArray *chiso_store_views_finish (ChisoStore *self, GAsyncResult *result, GError **error);
GPtrArray *chiso_store_views_sync (ChisoStore *self, GError **error);

G_END_DECLS
