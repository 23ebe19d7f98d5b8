/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls of the store by which people decide about figures. A decision is appended and never
 * changed; undoing one is a decision too, after which what stood before stands again. It is about a
 * fact of a source, not about a row: it holds when the report is extracted again, and when it was
 * removed and comes back. */

#pragma once

#include "chiso-store.h"

G_BEGIN_DECLS

/* A decision that stands, with the fact that it is about. */
typedef struct
{
  ChisoDecision decision;
  gint64 decided;                /* Unix seconds */
  gint64 document_id;            /* 0: the fact is curated */
  char *source;                  /* address or title of a curated fact's source, else NULL */
  ChisoObservation *observation; /* what, where, when, measure, value and evidence only */
  char *note;
} ChisoDecided;
void chiso_decided_free (ChisoDecided *decided);

/* Decides about the figure that is record now. decided: Unix seconds; reason may be none; note: in
 * the person's words, or NULL. The answer is the decision's id, 0 with *error:
 * CHISO_STORE_ERROR_NOT_FOUND where there is no such record. */
void chiso_store_decide_async (ChisoStore *self, gint64 record_id, ChisoDecisionKind kind,
                               ChisoReason reason, const char *note, gint64 decided,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
gint64 chiso_store_decide_finish (ChisoStore *self, GAsyncResult *result, GError **error);
gint64 chiso_store_decide_sync (ChisoStore *self, gint64 record_id, ChisoDecisionKind kind,
                                ChisoReason reason, const char *note, gint64 decided,
                                GError **error);

/* Takes a decision back; CHISO_STORE_ERROR_NOT_FOUND where none of that id stands. */
void chiso_store_undo_decision_async (ChisoStore *self, gint64 decision_id, gint64 decided,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer data);
gboolean chiso_store_undo_decision_finish (ChisoStore *self, GAsyncResult *result, GError **error);
gboolean chiso_store_undo_decision_sync (ChisoStore *self, gint64 decision_id, gint64 decided,
                                         GError **error);

/* GPtrArray of ChisoDecided*: those that stand about the indicator of the place, oldest first, but
 * for those about reports that are not in the library now. */
GPtrArray *chiso_store_decisions_sync (ChisoStore *self, const char *indicator, const char *place,
                                       GError **error);

G_END_DECLS
