/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What proves a record: its sentence, cut out of its document's text, and where else the same is
 * stated. Goes through records document by document and holds one text at a time. */

#include "chiso-schema.h"
#include "chiso-store-private.h"

/* The document that is being read. */
typedef struct
{
  ChisoDb *db;
  ChisoStmt *document;
  ChisoStmt *repeats; /* its rows, in the order of the records' ids */
  gint64 id;
  const char *text; /* or NULL where there is no such document */
  gsize length;
  gboolean more; /* a row of repeats is read, and not yet given to a record */
} Reader;

static void
clear_reader (Reader *reader)
{
  chiso_stmt_free (reader->document);
  chiso_stmt_free (reader->repeats);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

static gboolean
open_document (Reader *reader, gint64 id, GError **error)
{
  gboolean row;

  reader->id = id;
  chiso_stmt_reset (reader->document);
  chiso_stmt_bind_int (reader->document, 1, id);
  if (!chiso_stmt_step (reader->document, &row, error))
    return FALSE;
  reader->text = row ? chiso_stmt_bytes (reader->document, 0, &reader->length) : NULL;

  chiso_stmt_reset (reader->repeats);
  chiso_stmt_bind_int (reader->repeats, 1, id);

  return chiso_stmt_step (reader->repeats, &reader->more, error);
}

/* Whoever shows a record cuts its spans out of text, which may have been spoilt. */
static gboolean
cut_sentence (const Reader *reader, ChisoRecord *record, GError **error)
{
  ChisoSpan span = record->observation->sentence;

  if (reader->text == NULL || span.end > reader->length
      || !g_utf8_validate_len (reader->text + span.start, span.end - span.start, NULL))
    return chiso_store_fail_row (reader->db, "evidence", record->id, error);
  record->sentence = g_strndup (reader->text + span.start, span.end - span.start);

  return TRUE;
}

static gboolean
cut_said (const Reader *reader, ChisoRecord *record, GError **error)
{
  ChisoSpan span = record->observation->listed.said;

  if (span.start >= span.end)
    return TRUE;
  if (!g_utf8_validate_len (reader->text + span.start, span.end - span.start, NULL))
    return chiso_store_fail_row (reader->db, "listed", record->id, error);
  record->said = g_strndup (reader->text + span.start, span.end - span.start);

  return TRUE;
}

/* Takes the row for the record, if it is not of one that nobody asked for. */
static gboolean
take_repeat (const Reader *reader, ChisoRecord *record, gint64 n, GError **error)
{
  gint64 start = chiso_stmt_int (reader->repeats, 1);
  gint64 stop = chiso_stmt_int (reader->repeats, 2);
  ChisoSpan span = { start, stop };

  if (chiso_stmt_int (reader->repeats, 0) != n)
    return TRUE;
  if (start < 0 || stop < start || stop > reader->length)
    return chiso_store_fail_row (reader->db, "repeats", record->id, error);
  if (record->observation->repeats == NULL)
    record->observation->repeats = g_array_new (FALSE, FALSE, sizeof (ChisoSpan));
  g_array_append_val (record->observation->repeats, span);

  return TRUE;
}

static gboolean
read_repeats (Reader *reader, ChisoRecord *record, GError **error)
{
  gint64 n = record->id & ((1 << CHISO_RECORD_BITS) - 1);

  while (reader->more && chiso_stmt_int (reader->repeats, 0) <= n)
    if (!take_repeat (reader, record, n, error)
        || !chiso_stmt_step (reader->repeats, &reader->more, error))
      return FALSE;

  return TRUE;
}

gboolean
chiso_records_add_evidence (ChisoDb *db, GPtrArray *records, GError **error)
{
  g_auto (Reader) reader = { .db = db };

  reader.document = chiso_db_prepare (db, "SELECT text FROM documents WHERE id = ?1", error);
  if (reader.document == NULL)
    return FALSE;
  reader.repeats = chiso_db_prepare (
      db, "SELECT n, start, stop FROM repeats WHERE document_id = ?1 ORDER BY n, start, stop",
      error);
  if (reader.repeats == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      ChisoRecord *record = records->pdata[i];

      if ((record->document_id != reader.id && !open_document (&reader, record->document_id, error))
          || !cut_sentence (&reader, record, error) || !cut_said (&reader, record, error)
          || !read_repeats (&reader, record, error))
        return FALSE;
    }

  return TRUE;
}
