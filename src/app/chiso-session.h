/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the whole running application shares: the open library, the extractor with its catalogue and
 * places, the settings, and the language that texts are written in. Pages are given the session and
 * find everything through it; it knows none of them. Main thread only. */

#pragma once

#include "core/chiso-extract.h"
#include "core/chiso-province-facts.h"
#include "core/chiso-store.h"

G_BEGIN_DECLS

#define CHISO_TYPE_SESSION (chiso_session_get_type ())
G_DECLARE_FINAL_TYPE (ChisoSession, chiso_session, CHISO, SESSION, GObject)

/* signal "changed" (void): the library holds other data than before; read again what is shown.
 * signal "message" (const char *): one sentence for the person, which the window shows as a toast. */

/* Loads the catalogue (with the user's additions) and the places. language: "vi" or "en". settings
 * may be NULL, and then nothing is remembered. Additions with a
 * mistake are left out: see chiso_session_get_warning(). NULL with an error of the catalogue or the
 * registry that are linked in. */
ChisoSession *chiso_session_new (const char *language, GSettings *settings, GError **error);

/* Opens the library at path, or the user's own when path is NULL, creating it with the starter
 * library when it is not there. FALSE with CHISO_STORE_ERROR: the library open before stays. */
gboolean chiso_session_open_library (ChisoSession *self, const char *path, GError **error);

/* Where the user's own library is. Free with g_free. */
char *chiso_session_default_library (void);

ChisoStore *chiso_session_get_store (ChisoSession *self); /* NULL before a library is open */
ChisoExtractor *chiso_session_get_extractor (ChisoSession *self);
/* Has it made on another thread, so that nobody waits for it later. */
void chiso_session_prepare_extractor (ChisoSession *self);
ChisoCatalogue *chiso_session_get_catalogue (ChisoSession *self);
/* The ids of all its indicators, NULL-terminated, for queries that find lists of districts by their index.
 * Free with g_free; the ids are borrowed. */
const char **chiso_session_list_indicators (ChisoSession *self);
ChisoGeo *chiso_session_get_geo (ChisoSession *self);
/* Sizes and borders of the provinces; loaded when first asked for. */
ChisoProvinceFacts *chiso_session_get_facts (ChisoSession *self);
/* The same where records (of ChisoRecord*) have districts or communes to be added up, else NULL. */
ChisoProvinceFacts *chiso_session_get_facts_for (ChisoSession *self, GPtrArray *records);
GSettings *chiso_session_get_settings (ChisoSession *self);  /* may be NULL */
const char *chiso_session_get_language (ChisoSession *self); /* "vi" or "en" */

/* Why the person's own additions to the catalogue were left out, or NULL. */
const char *chiso_session_get_warning (ChisoSession *self);

/* Emits "message" with one sentence. */
void chiso_session_tell (ChisoSession *self, const char *sentence);
/* The same with the error's message; a cancelled operation is what the person asked for and is not
 * told. NULL is allowed. */
void chiso_session_tell_error (ChisoSession *self, const GError *error);

G_END_DECLS
