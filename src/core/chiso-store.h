/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: one SQLite file, owned by one worker thread. Every call here is made on the thread
 * that created the store (the main thread of a program) and answered there; nobody outside ever
 * sees an sqlite3 *. Each message is one transaction that is rolled back when it fails. Questions
 * go before changes that still wait, so that an import does not hold up a chart: ask for what a
 * change made after its answer came, or after "changed". A cancelled message that fails with
 * G_IO_ERROR_CANCELLED changed nothing; one that was committed before succeeds all the same. The
 * *_sync forms wait for the worker and are for programs without a main loop (chisoctl) and tests. */

#pragma once

#include "chiso-decision.h"
#include "chiso-document.h"
#include "chiso-extract.h"

G_BEGIN_DECLS

#define CHISO_STORE_ERROR (chiso_store_error_quark ())
typedef enum
{
  CHISO_STORE_ERROR_OPEN,       /* the file cannot be opened, created or locked */
  CHISO_STORE_ERROR_NO_LIBRARY, /* the file is no library of Chỉ Số; it was not touched */
  CHISO_STORE_ERROR_TOO_NEW,    /* made by a newer version; it was not touched */
  CHISO_STORE_ERROR_CORRUPT,    /* SQLite finds the file damaged */
  CHISO_STORE_ERROR_FULL,       /* disk full: rolled back, nothing was written */
  CHISO_STORE_ERROR_CONSTRAINT, /* the data break a rule of the schema: rolled back */
  CHISO_STORE_ERROR_NOT_FOUND,  /* no such row */
  CHISO_STORE_ERROR_NAME,       /* a view's name is empty or taken */
  CHISO_STORE_ERROR_FAILED,     /* any other answer of SQLite, with its words */
} ChisoStoreError;
GQuark chiso_store_error_quark (void);

/* One stored observation with where it comes from; what charts, tables and the evidence pane show. */
typedef struct
{
  gint64 id;          /* stable as long as the observation is not re-derived; one for both kinds */
  gint64 document_id; /* 0: curated (starter library), without a sentence */
  ChisoObservation *observation; /* spans are into the document's text */
  char *sentence;                /* text of the sentence, NULL for curated */
  guint32 mark_start;            /* bytes of the evidence inside sentence */
  guint32 mark_end;
  char *source_title;
  char *publisher;
  char *url;
  char *published;
  char *note;
  char *said;             /* the words of observation->listed.said, NULL where there are none */
  ChisoDecision decision; /* the last that stands about it; see chiso-store-decisions.h */
} ChisoRecord;

void chiso_record_free (ChisoRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoRecord, chiso_record_free)

/* What to ask for; NULL or 0 means any. Strings and arrays are borrowed for the call. */
typedef struct
{
  const char *const *indicators; /* NULL-terminated; an empty list matches nothing */
  const char *const *places;     /* NULL-terminated; "40" is the province alone, no district */
  ChisoBoundary boundary;        /* 0: either */
  gboolean provinces_only;       /* leave out VN and smaller units */
  gboolean no_smaller_units;     /* leave out what is smaller than a province */
  gboolean with_units;           /* also figures of districts and communes that stand beside others
                                    of a province that matches and that has no asserted level of that
                                    very period but a rejected one; their observations have listed set */
  gboolean units_beside_own;     /* with_units: whatever figures the province has of its own */
  int first_year, last_year;     /* by the period's last year, inclusive */
  gint64 document_id;
  gint64 record_id;
  double min_confidence; /* 0: CHISO_CONFIDENCE_ASSERTED; negative: all */
} ChisoQuery;

/* How much there is of one indicator for one place and year: for choosing what to open on. */
typedef struct
{
  char *place;
  ChisoBoundary boundary;
  char *indicator;
  int year;
  guint n;
} ChisoCoverage;
void chiso_coverage_free (ChisoCoverage *coverage);

typedef struct
{
  gint64 document_id;
  gboolean already_there; /* the same bytes were stored before: nothing was changed */
  guint n_observations;   /* asserted ones, as ChisoDocument counts them */
} ChisoAdded;

#define CHISO_TYPE_STORE (chiso_store_get_type ())
G_DECLARE_FINAL_TYPE (ChisoStore, chiso_store, CHISO, STORE, GObject)

/* signal "changed" (void): on the creating thread, after a committed change; one may stand for
 * several changes. Changes that other programs make to the file are not announced. */

/* Opens path, creating it (and its folder) with the starter library when it is not there, migrating
 * it after a backup when it is older. Blocks; NULL with CHISO_STORE_ERROR. starter: TSV bytes of
 * data/starter.tsv, or NULL for an empty library. */
ChisoStore *chiso_store_open (const char *path, ChisoCatalogue *catalogue, ChisoGeo *geo,
                              GBytes *starter, GError **error);
/* Finishes what is queued, closes the file, joins the worker; later calls fail with
 * G_IO_ERROR_CLOSED. Also done when finalised. */
void chiso_store_close (ChisoStore *self);
const char *chiso_store_path (ChisoStore *self);

/* A report on its way into the library. Only the worker touches it until it was answered for. */
typedef struct
{
  ChisoDocument *document; /* its id is the library's afterwards */
  ChisoExtraction *extraction;
  char *words;      /* that it is found by */
  gboolean is_utf8; /* its text, as a whole */
  ChisoAdded added; /* document_id 0: not stored */
  GError *error;    /* why the library refuses it, or NULL */
} ChisoAddition;

/* Takes both. Any thread may do this and what it takes: a document without sha256 is known by its
 * text's, and the words to find it by are picked out here. */
ChisoAddition *chiso_addition_new (ChisoDocument *document, ChisoExtraction *extraction);
void chiso_addition_free (ChisoAddition *addition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoAddition, chiso_addition_free)

/* Stores documents and what was extracted from them: all in one transaction, or where one is refused
 * each in its own, so that the others are stored. Before the first of a session that adds to reports
 * already there, the library is copied to "NAME.backup-1.chiso" beside it, of which the newest three
 * are kept. No call waits for the disk. The worker answers nothing else meanwhile: hand on a few
 * megabytes of text at a time. additions: of ChisoAddition, of which a reference is kept until then;
 * each says what became of it. FALSE where the library could not be written, for reasons that would
 * meet other reports as well; some may have been stored before that. */
void chiso_store_add_all_async (ChisoStore *self, GPtrArray *additions, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
gboolean chiso_store_add_all_finish (ChisoStore *self, GAsyncResult *result, GError **error);
gboolean chiso_store_add_all_sync (ChisoStore *self, GPtrArray *additions, GError **error);

/* The same with one; document and extraction are copied. */
void chiso_store_add_async (ChisoStore *self, const ChisoDocument *document,
                            const ChisoExtraction *extraction, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
gboolean chiso_store_add_finish (ChisoStore *self, GAsyncResult *result, ChisoAdded *added,
                                 GError **error);
gboolean chiso_store_add_sync (ChisoStore *self, const ChisoDocument *document,
                               const ChisoExtraction *extraction, ChisoAdded *added,
                               GError **error);

/* GPtrArray of ChisoRecord*, ordered by indicator, place, period, id. */
void chiso_store_query_async (ChisoStore *self, const ChisoQuery *query, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
GPtrArray *chiso_store_query_finish (ChisoStore *self, GAsyncResult *result, GError **error);
GPtrArray *chiso_store_query_sync (ChisoStore *self, const ChisoQuery *query, GError **error);

/* GPtrArray of ChisoCoverage*, levels and changes together, asserted ones of provinces and VN only;
 * ordered by indicator, place, year, boundary. What a report gives of all districts or communes of a province
 * that has no figure of its own counts as one of the province. */
void chiso_store_coverage_async (ChisoStore *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
GPtrArray *chiso_store_coverage_finish (ChisoStore *self, GAsyncResult *result, GError **error);
GPtrArray *chiso_store_coverage_sync (ChisoStore *self, GError **error);

/* GPtrArray of ChisoDocument* without their texts, newest import first; search: words to find in
 * title, name, publisher and text, all of them, with or without diacritics, the last perhaps
 * unfinished; or NULL for all. Title, date and place are the extractor's where the document came
 * without. */
void chiso_store_documents_async (ChisoStore *self, const char *search, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
GPtrArray *chiso_store_documents_finish (ChisoStore *self, GAsyncResult *result, GError **error);
GPtrArray *chiso_store_documents_sync (ChisoStore *self, const char *search, GError **error);

/* One document with its text; CHISO_STORE_ERROR_NOT_FOUND where there is none. */
void chiso_store_document_async (ChisoStore *self, gint64 id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
ChisoDocument *chiso_store_document_finish (ChisoStore *self, GAsyncResult *result, GError **error);
ChisoDocument *chiso_store_document_sync (ChisoStore *self, gint64 id, GError **error);

/* Removes a document and its observations; what was removed comes back by adding it again (undo). */
void chiso_store_remove_async (ChisoStore *self, gint64 document_id, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
gboolean chiso_store_remove_finish (ChisoStore *self, GAsyncResult *result, GError **error);
gboolean chiso_store_remove_sync (ChisoStore *self, gint64 document_id, GError **error);

/* GArray of gint64: the documents whose figures come from another version of the extractor or of
 * the catalogue than this program's. Each is brought up to date by extracting again from its text
 * and chiso_store_replace_*(). */
void chiso_store_stale_async (ChisoStore *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
GArray *chiso_store_stale_finish (ChisoStore *self, GAsyncResult *result, GError **error);
GArray *chiso_store_stale_sync (ChisoStore *self, GError **error);

/* Swaps all that is derived from a document for extraction, which is copied, in one transaction.
 * The document itself and people's decisions stay; ids of its records change. */
void chiso_store_replace_async (ChisoStore *self, gint64 document_id,
                                const ChisoExtraction *extraction, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
gboolean chiso_store_replace_finish (ChisoStore *self, GAsyncResult *result, GError **error);
gboolean chiso_store_replace_sync (ChisoStore *self, gint64 document_id,
                                   const ChisoExtraction *extraction, GError **error);

/* A consistent copy of the library in another file, which must not exist; nothing is left of it
 * when it fails. */
gboolean chiso_store_backup_sync (ChisoStore *self, const char *path, GError **error);

G_END_DECLS
