/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the store share: a folder of their own, documents with figures, and a way to look
 * at and to spoil a library behind the store's back. */

#pragma once

#include "core/chiso-store-private.h"

typedef struct
{
  char *folder;
  char *path; /* of the library, in folder; not made yet */
  ChisoCatalogue *catalogue;
  ChisoGeo *geo;
  GBytes *starter;
} StoreFixture;

void store_set_up (StoreFixture *fixture, gconstpointer data);
/* Removes the folder with all that is in it. */
void store_tear_down (StoreFixture *fixture, gconstpointer data);

/* Opens the fixture's library, which must succeed; without the starter data. */
ChisoStore *store_open_empty (StoreFixture *fixture);
/* Likewise with the starter data. */
ChisoStore *store_open_starter (StoreFixture *fixture);

/* A document of that text, imported at that second. */
ChisoDocument *store_document (const char *name, const char *text, gint64 imported);

/* An extraction without figures, about Nghệ An. Free with store_extraction_free(). */
ChisoExtraction *store_extraction (void);
/* Adds Nghệ An's dialogue_sessions of a year to it. evidence and figure are looked for in text; the
 * sentence is the run between full stops around them. The observation stays the extraction's. */
ChisoObservation *store_observe (ChisoExtraction *extraction, const char *text,
                                 const char *evidence, const char *figure, int year, double value);
void store_extraction_free (ChisoExtraction *extraction);

/* Stores a report of its own with one figure; gives its id. */
gint64 store_add_report (ChisoStore *store, const char *name, int year, double value);

/* The single number that a statement gives on a connection of its own. */
gint64 store_number (const char *path, const char *sql);
/* Runs statements on a connection of its own, creating the file where there is none. */
void store_script (const char *path, const char *sql);
/* The same inside the store's worker, as one message: for settings of its connection. */
gboolean store_run (ChisoStore *store, ChisoWorkKind kind, const char *sql, GError **error);

/* The records that match; that it cannot fail is asserted. Free with g_ptr_array_unref(). */
GPtrArray *store_ask (ChisoStore *store, ChisoQuery query);

/* All of a file, which must be there; and a file of those bytes, up to a NUL where length is -1. */
GBytes *store_read_file (const char *path);
void store_write_file (const char *path, const char *contents, gssize length);
/* Opening the fixture's library must fail with code, say the file's name, and leave the file as it was and no other
 * there; the log's index in shared memory is no file of the library's. */
void store_assert_refused (StoreFixture *fixture, ChisoStoreError code);
/* Overwrites n bytes of a file with what means nothing; the same of the first page of a table or index. */
void store_spoil (const char *path, gsize offset, gsize n);
void store_spoil_root (const char *path, const char *name);
