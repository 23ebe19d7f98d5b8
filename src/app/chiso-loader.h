/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the store for what one page shows, and forgets answers that have become stale. */

#pragma once

#include "chiso-session.h"

G_BEGIN_DECLS

#define CHISO_TYPE_LOADER (chiso_loader_get_type ())
G_DECLARE_FINAL_TYPE (ChisoLoader, chiso_loader, CHISO, LOADER, GObject)

/* signal "coverage-loaded" (void), signal "records-loaded" (void): the answer is there. A failure is
 * told through the session, and what was there before stays. */

ChisoLoader *chiso_loader_new (ChisoSession *session);

/* Each asks anew and makes the earlier answer of its kind stale. Without a library nothing happens. */
void chiso_loader_load_coverage (ChisoLoader *self);
void chiso_loader_load_records (ChisoLoader *self, const ChisoQuery *query);

/* GPtrArray of ChisoCoverage* or ChisoRecord*, borrowed; NULL before the first answer. */
GPtrArray *chiso_loader_get_coverage (ChisoLoader *self);
GPtrArray *chiso_loader_get_records (ChisoLoader *self);

/* No signal is emitted from now on. */
void chiso_loader_stop (ChisoLoader *self);

G_END_DECLS
