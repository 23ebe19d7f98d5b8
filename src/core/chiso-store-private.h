/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to core and its tests: the library's tables, one file each. All of these run on the
 * worker's thread, inside the message's transaction; none begins or ends one. */

#pragma once

#include "chiso-province-facts.h"
#include "chiso-store.h"
#include "chiso-worker.h"

G_BEGIN_DECLS

/* chiso-store-documents.c: the reports themselves. */

/* The row of the document with these bytes; 0 where there is none. */
gboolean chiso_documents_find (ChisoDb *db, const char *sha256, gint64 *id, GError **error);
GPtrArray *chiso_documents_list (ChisoDb *db, const char *search, GError **error);
ChisoDocument *chiso_documents_get (ChisoDb *db, gint64 id, GError **error);
/* With all that is derived from it; decisions stay. */
gboolean chiso_documents_remove (ChisoDb *db, gint64 id, GError **error);

/* chiso-store-observations.c: what is derived from one document. */

/* Forgets all that is derived from a document. */
gboolean chiso_observations_clear (ChisoDb *db, gint64 document_id, GError **error);
/* Asserted ones among the figures of an extraction. */
guint chiso_observations_asserted (const ChisoExtraction *extraction);
/* The same of a stored document, as its derivation counted them. */
gboolean chiso_observations_count (ChisoDb *db, gint64 document_id, guint *n, GError **error);
/* GArray of gint64: documents without rows of this extractor and catalogue. */
GArray *chiso_observations_stale (ChisoDb *db, const char *catalogue, GError **error);

/* chiso-store-series.c: the numbers of what and where. */

/* Numbers that were looked up or given in a library; for chiso_series_find(). Whoever rolls back a
 * transaction in which some were given must forget them all. Free with g_hash_table_unref(). */
GHashTable *chiso_series_new (void);
/* The series of an observation, made where there is none. */
gboolean chiso_series_find (ChisoDb *db, GHashTable *series, const ChisoObservation *observation,
                            gint64 *id, GError **error);

/* chiso-store-writer.c: the statements that write reports, compiled once for any number of them. */

typedef struct _ChisoWriter ChisoWriter;

/* Borrows all; lives within one transaction of db. catalogue: the version of which derived rows are. */
ChisoWriter *chiso_writer_new (ChisoDb *db, GHashTable *series, const char *catalogue,
                               GError **error);
void chiso_writer_free (ChisoWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoWriter, chiso_writer_free)
/* Gives document, which has its sha256 and whose text is UTF-8, its id; stores it where there are no such bytes. */
gboolean chiso_writer_insert_document (ChisoWriter *self, ChisoDocument *document,
                                       gboolean *already_there, GError **error);
/* Writes what extraction derived from a stored document that has nothing derived yet; words are
 * those of chiso_search_words(). CHISO_STORE_ERROR_CONSTRAINT where a span is not inside its text. */
gboolean chiso_writer_insert_derived (ChisoWriter *self, const ChisoDocument *document,
                                      const ChisoExtraction *extraction, const char *words,
                                      GError **error);

/* chiso-store-curated.c: the starter data. */

/* Fills the curated rows where the starter data differ from those that the library was last filled
 * from. starter NULL leaves them as they are; a library that was created without stays without. */
gboolean chiso_curated_refresh (ChisoDb *db, const ChisoGeo *geo, GBytes *starter, gboolean created,
                                GError **error);
/* Whether that would change anything; for not taking the write lock in vain. */
gboolean chiso_curated_is_current (ChisoDb *db, GBytes *starter, gboolean *current, GError **error);

/* chiso-store-search.c: the full-text index, over keys that we fold. */

/* What of a report is indexed: the words of its title, name, publisher and text without diacritics,
 * each once, in the order in which they come. *is_utf8 (may be NULL): all of the text is. Free with g_free. */
char *chiso_search_words (const ChisoDocument *document, const ChisoExtraction *extraction,
                          gboolean *is_utf8);
gboolean chiso_search_remove (ChisoDb *db, gint64 document_id, GError **error);
/* The index's expression for "all of these words, the last perhaps unfinished"; NULL where there is
 * no word in it. Free with g_free. */
char *chiso_search_expression (const char *words);

/* chiso-store-records.c: what charts and tables ask. */

GPtrArray *chiso_records_query (ChisoDb *db, const ChisoQuery *query, GError **error);
/* chiso-store-evidence.c: gives records of documents, in the order of their ids, their sentences and
 * repeats. */
gboolean chiso_records_add_evidence (ChisoDb *db, GPtrArray *records, GError **error);

/* chiso-store-decisions.c: gives records, sorted by indicator and place and with their evidence, the
 * decisions that stand about them. */
gboolean chiso_decisions_apply (ChisoDb *db, GPtrArray *records, GError **error);

/* Most reports that list districts give the province's figure as well: then nothing is to be added up, and
 * a library of many of them would be read in vain. A figure of which somebody ever rejected one that is its
 * equal does not stand in the way: whether it is still rejected is for who reads the records. A condition on listed AS l,
 * its observation r and that one's series s; a confidence is bound to it. */
#define CHISO_LISTED_WITHOUT_OWN                                                                   \
  "NOT EXISTS (SELECT 1 FROM series AS p CROSS JOIN observations AS o ON o.series = p.id "         \
  "WHERE p.indicator = l.indicator AND p.place = l.province AND p.boundary = s.boundary "          \
  "AND o.last_year = r.last_year AND o.period = r.period AND o.measure = 'level' "                 \
  "AND o.confidence >= ? "                                                                         \
  "AND NOT EXISTS (SELECT 1 FROM decisions AS a WHERE a.indicator = p.indicator "                  \
  "AND a.place = p.place AND a.kind = 'reject' AND a.period = o.period AND a.value = o.value))"

/* Where records come from. */
typedef enum
{
  CHISO_SELECT_OBSERVATIONS,
  CHISO_SELECT_CURATED,
  CHISO_SELECT_LISTED, /* units of the places asked for, which are listed beside others */
} ChisoSelectFrom;

/* A query as a statement over one of these: constant clauses, one for each condition that
 * is asked, so that the planner sees an index for it, and what is to be bound to them in order. The
 * texts are the query's. */
typedef struct
{
  GString *sql;
  guint n_clauses;
  GPtrArray *texts; /* of const char *, bound first */
  GArray *numbers;  /* of double, bound after them */
} ChisoSelection;

ChisoSelection *chiso_selection_new (const ChisoQuery *query, ChisoSelectFrom from);
void chiso_selection_free (ChisoSelection *selection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChisoSelection, chiso_selection_free)

/* chiso-store-fields.c: an observation's fields, the same in both tables of records. */

#define CHISO_FIELDS_WRITE                                                                         \
  "period, last_year, measure, value, numerator, denominator, qualifier, base"
#define CHISO_FIELDS_READ "period, measure, value, numerator, denominator, qualifier, base"
/* With indicator, place and boundary in front. */
#define CHISO_N_FIELDS_READ 10

/* For rows that no store of ours wrote: CHISO_STORE_ERROR_CORRUPT with what is wrong; FALSE. */
gboolean chiso_store_fail_row (ChisoDb *db, const char *what, gint64 id, GError **error);

/* Holds texts until the rows are written. */
typedef struct
{
  char period[CHISO_PERIOD_MAX];
  char base[CHISO_PERIOD_MAX];
} ChisoFieldsBuffer;

/* What kind of place a key names, as the tables have it: 0 country, 1 province, 2 smaller. */
int chiso_place_unit (const char *place);
/* As cells, in the order of CHISO_FIELDS_WRITE. */
void chiso_fields_add (ChisoRows *rows, const ChisoObservation *observation,
                       ChisoFieldsBuffer *buffer);
/* From column on. NULL with CHISO_STORE_ERROR_CORRUPT where a text is none of the allowed; id names
 * the row. */
ChisoObservation *chiso_fields_read (ChisoDb *db, ChisoStmt *stmt, int column, gint64 id,
                                     GError **error);

/* chiso-store.c: runs work on a store's worker; for the store's own calls and for tests. */

/* What the work of a store may know of it. */
typedef struct
{
  char *path;
  char *catalogue;           /* its version */
  ChisoGeo *geo;             /* or NULL */
  GBytes *starter;           /* or NULL */
  gboolean backed_up;        /* this and the next ones are touched on the worker's thread only */
  GHashTable *series;        /* of chiso_series_new(); NULL before it is needed */
  ChisoProvinceFacts *facts; /* the same */
} ChisoSession;

/* chiso-store-coverage.c: how much there is of what. */
GPtrArray *chiso_coverage_list (ChisoDb *db, ChisoSession *session, GError **error);

/* chiso-store-open.c: the worker's first doing; data is the session. Gives the connection. */
gpointer chiso_store_open_work (ChisoDb *none, gpointer data, GError **error);

ChisoSession *chiso_store_session (ChisoStore *self);
/* NULL with G_IO_ERROR_CLOSED once the store is closed. */
ChisoWorker *chiso_store_worker (ChisoStore *self, GError **error);

G_END_DECLS
