/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a library up to date with this program: what was derived by another version of the extractor
 * or of the catalogue is extracted again from the kept texts, a document at a time, each in its own
 * transaction, so that it may be stopped at any time and goes on at the next opening. Documents and
 * people's decisions are facts and stay. */

#pragma once

#include "chiso-store.h"

G_BEGIN_DECLS

/* The catalogue and places of extractor must be those that the store was opened with. n: how many
 * documents were brought up to date; it is set on failure too; or NULL. A document that another
 * program removed meanwhile is no error. */
gboolean chiso_rederive_sync (ChisoStore *store, ChisoExtractor *extractor, guint *n,
                              GError **error);

/* The same beside a running interface: the store's worker reads and writes, extraction is done on a
 * thread of the pool, and each document's change is announced by the store's "changed". */
void chiso_rederive_async (ChisoStore *store, ChisoExtractor *extractor, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
gboolean chiso_rederive_finish (ChisoStore *store, GAsyncResult *result, guint *n, GError **error);

G_END_DECLS
