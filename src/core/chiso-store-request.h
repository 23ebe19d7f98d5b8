/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to core: what a call of the store carries to the worker, and how it gets there. */

#pragma once

#include "chiso-store-private.h"

G_BEGIN_DECLS

/* What any call may carry; all of it but the session is owned. */
typedef struct
{
  ChisoSession *session; /* lives longer than the worker */
  ChisoDocument *document;
  ChisoExtraction *extraction;
  GPtrArray *additions; /* of ChisoAddition; a reference, not a copy */
  ChisoQuery query;
  char *text; /* words to search, a path, or a note */
  gint64 id;
  ChisoDecision decision; /* kind and reason only */
  gint64 decided;         /* Unix seconds */
} ChisoRequest;

ChisoRequest *chiso_request_new (ChisoStore *store);
/* The free_data of every ChisoWork of the store. */
void chiso_request_free (gpointer request);
void chiso_request_set_extraction (ChisoRequest *request, const ChisoExtraction *extraction);
ChisoExtraction *chiso_request_copy_extraction (const ChisoExtraction *extraction);
void chiso_request_set_query (ChisoRequest *request, const ChisoQuery *query);

/* All take request, which is what work frees: a ChisoRequest, or what else work takes; a closed store
 * answers G_IO_ERROR_CLOSED. */
void chiso_request_push (gpointer request, ChisoStore *store, const ChisoWork *work,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gpointer chiso_request_run (gpointer request, ChisoStore *store, const ChisoWork *work,
                            GError **error);
gpointer chiso_request_finish (ChisoStore *store, const ChisoWork *work, GAsyncResult *result,
                               GError **error);

G_END_DECLS
