/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The current schema, for new libraries, with a comment to every column; SQLite keeps the comments
 * in the file. Facts come first: nothing rebuilds them. Derived tables follow: they can be dropped
 * and made again from the facts by the extractor. Included by chiso-schema.c only.
 *
 * Whoever changes this adds a step there, so that a migrated library equals a new one. */

#pragma once

/* The fields of an observation, the same in both tables that hold some. Days are Julian day
 * numbers, so that periods of any form sort and compare as numbers. */
#define OBSERVATION_FIELDS                                                                         \
  "  indicator TEXT NOT NULL,           -- id of the catalogue\n"                                  \
  "  place TEXT NOT NULL,               -- 'VN', '40' or '40/Nam Đàn'\n"                         \
  "  boundary INTEGER NOT NULL          -- the set that the province's code belongs to\n"          \
  "    CHECK (boundary IN (63, 34)),\n"                                                            \
  "  unit INTEGER NOT NULL              -- of the place: 0 country, 1 province, 2 smaller\n"       \
  "    CHECK (unit = CASE WHEN place = 'VN' THEN 0 WHEN instr(place, '/') THEN 2 ELSE 1 END),\n"   \
  "  period TEXT NOT NULL,              -- EDTF\n"                                                 \
  "  first_day INTEGER NOT NULL,        -- of the period\n"                                        \
  "  last_day INTEGER NOT NULL,         -- of the period; 4294967295 while it is open\n"           \
  "  last_year INTEGER NOT NULL,        -- year that the period counts for\n"                      \
  "  measure TEXT NOT NULL\n"                                                                      \
  "    CHECK (measure IN ('level', 'ratio', 'delta')),\n"                                          \
  "  value REAL NOT NULL,               -- in the indicator's unit\n"                              \
  "  numerator REAL,                    -- of a stated fraction, or NULL\n"                        \
  "  denominator REAL,\n"                                                                          \
  "  qualifier TEXT NOT NULL            -- '' is exact\n"                                          \
  "    CHECK (qualifier IN ('', 'at_least', 'about', 'at_most')),\n"                               \
  "  base TEXT,                         -- EDTF; NULL for a level, or where not said\n"

#define SCHEMA_FACTS                                                                               \
  "CREATE TABLE library (               -- what there is one of\n"                                 \
  "  key TEXT PRIMARY KEY,              -- 'starter': checksum of the starter data, '' for none\n" \
  "  value TEXT NOT NULL\n"                                                                        \
  ") STRICT;\n"                                                                                    \
  "CREATE TABLE documents (             -- one report each; the same bytes are one document\n"     \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice\n"                                 \
  "  sha256 TEXT NOT NULL UNIQUE        -- of the file's original bytes, hex\n"                    \
  "    CHECK (length(sha256) = 64),\n"                                                             \
  "  name TEXT NOT NULL,                -- file name, or what stands for it\n"                     \
  "  title TEXT,                        -- as given with it; the extractor's is in derivations\n"  \
  "  publisher TEXT,\n"                                                                            \
  "  url TEXT,\n"                                                                                  \
  "  published TEXT,                    -- EDTF, as given with it\n"                               \
  "  format TEXT,                       -- 'text', 'html', ...\n"                                  \
  "  encoding TEXT,                     -- as recognised: 'UTF-8', 'TCVN3', ...\n"                 \
  "  imported INTEGER NOT NULL,         -- Unix seconds\n"                                         \
  "  length INTEGER NOT NULL,           -- bytes of text\n"                                        \
  "  text TEXT NOT NULL                 -- UTF-8; last, so that lists need not read past it\n"     \
  ") STRICT;\n"                                                                                    \
  "CREATE TABLE decisions (             -- what people decided: appended, never changed\n"         \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"                                                      \
  "  decided INTEGER NOT NULL,          -- Unix seconds\n"                                         \
  "  kind TEXT NOT NULL\n"                                                                         \
  "    CHECK (kind IN ('accept', 'correct', 'reject', 'note', 'undo')),\n"                         \
  "  undoes INTEGER REFERENCES decisions (id),\n"                                                  \
  "  sha256 TEXT,                       -- of the document, NULL for a curated record; no id,\n"   \
  "                                     -- for a decision outlives removing and adding again\n"    \
  "  indicator TEXT NOT NULL,           -- the fact decided on, as it was extracted\n"             \
  "  place TEXT NOT NULL,\n"                                                                       \
  "  boundary INTEGER NOT NULL,\n"                                                                 \
  "  period TEXT NOT NULL,\n"                                                                      \
  "  measure TEXT NOT NULL,\n"                                                                     \
  "  value REAL NOT NULL,\n"                                                                       \
  "  evidence_start INTEGER NOT NULL,   -- bytes of the document's text\n"                         \
  "  evidence_end INTEGER NOT NULL,\n"                                                             \
  "  new_indicator TEXT,                -- what a correction says instead; NULL: as it was\n"      \
  "  new_place TEXT,\n"                                                                            \
  "  new_boundary INTEGER,\n"                                                                      \
  "  new_period TEXT,\n"                                                                           \
  "  new_value REAL,\n"                                                                            \
  "  note TEXT,                         -- in the person's words\n"                                \
  "  CHECK ((kind = 'undo') = (undoes IS NOT NULL))\n"                                             \
  ") STRICT;\n"                                                                                    \
  "CREATE INDEX decisions_by_document ON decisions (sha256, evidence_start);\n"                    \
  "CREATE TRIGGER decisions_keep BEFORE DELETE ON decisions\n"                                     \
  "  BEGIN SELECT RAISE (ABORT, 'decisions are kept for ever'); END;\n"                            \
  "CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions\n"                                    \
  "  BEGIN SELECT RAISE (ABORT, 'decisions are only appended'); END;\n"                            \
  "CREATE TABLE curated (               -- figures of the starter data, with their source\n"       \
  "  id INTEGER PRIMARY KEY             -- 2^40 and up: apart from observations\n"                 \
  "    CHECK (id >= 1099511627776),\n" OBSERVATION_FIELDS                                          \
  "  title TEXT NOT NULL,               -- our short description of the source\n"                  \
  "  publisher TEXT,\n"                                                                            \
  "  url TEXT,\n"                                                                                  \
  "  published TEXT,                    -- EDTF\n"                                                 \
  "  note TEXT                          -- what to know about it: 'year inferred'\n"               \
  ") STRICT;\n"                                                                                    \
  "CREATE INDEX curated_by_series ON curated (indicator, place, last_year, boundary, unit);\n"     \
  "CREATE INDEX curated_by_place ON curated (place, last_year);\n"

#define SCHEMA_DERIVED                                                                             \
  "CREATE TABLE derivations (           -- what the extractor said about a whole document\n"       \
  "  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,\n"               \
  "  extractor INTEGER NOT NULL,        -- version of the extractor that made its rows\n"          \
  "  catalogue TEXT NOT NULL,           -- version of the catalogue likewise\n"                    \
  "  title TEXT,                        -- first heading\n"                                        \
  "  published TEXT,                    -- EDTF, from the text's head\n"                           \
  "  place TEXT,                        -- province that it is about\n"                            \
  "  boundary INTEGER NOT NULL CHECK (boundary IN (63, 34)),\n"                                    \
  "  n_observations INTEGER NOT NULL    -- asserted ones\n"                                        \
  ") STRICT;\n"                                                                                    \
  "CREATE TABLE sentences (             -- those that hold evidence, once each\n"                  \
  "  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,\n"                  \
  "  start INTEGER NOT NULL,            -- first byte in the document's text\n"                    \
  "  stop INTEGER NOT NULL,             -- byte after the last\n"                                  \
  "  text TEXT NOT NULL,                -- so that a chart's evidence needs no whole document\n"   \
  "  PRIMARY KEY (document_id, start, stop)\n"                                                     \
  ") STRICT;\n"                                                                                    \
  "CREATE TABLE observations (          -- figures found in documents\n"                           \
  "  id INTEGER PRIMARY KEY,\n"                                                                    \
  "  document_id INTEGER NOT NULL,\n" OBSERVATION_FIELDS                                           \
  "  evidence_start INTEGER NOT NULL,   -- bytes of the document's text, as all spans\n"           \
  "  evidence_stop INTEGER NOT NULL CHECK (evidence_stop >= evidence_start),\n"                    \
  "  figure_start INTEGER NOT NULL,     -- the digits or number words\n"                           \
  "  figure_stop INTEGER NOT NULL CHECK (figure_stop >= figure_start),\n"                          \
  "  sentence_start INTEGER NOT NULL,\n"                                                           \
  "  sentence_stop INTEGER NOT NULL,\n"                                                            \
  "  n_repeats INTEGER NOT NULL,        -- rows of repeats\n"                                      \
  "  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),\n"                               \
  "  rule TEXT NOT NULL,                -- of the grammar, that found it\n"                        \
  "  FOREIGN KEY (document_id, sentence_start, sentence_stop)\n"                                   \
  "    REFERENCES sentences (document_id, start, stop) ON DELETE CASCADE\n"                        \
  ") STRICT;\n"                                                                                    \
  "CREATE INDEX observations_by_series\n"                                                          \
  "  ON observations (indicator, place, last_year, boundary, unit, confidence);\n"                 \
  "CREATE INDEX observations_by_place ON observations (place, last_year);\n"                       \
  "CREATE INDEX observations_by_document\n"                                                        \
  "  ON observations (document_id, sentence_start, sentence_stop);\n"                              \
  "CREATE TABLE repeats (               -- where else the same fact is stated\n"                   \
  "  observation_id INTEGER NOT NULL REFERENCES observations (id) ON DELETE CASCADE,\n"            \
  "  start INTEGER NOT NULL,\n"                                                                    \
  "  stop INTEGER NOT NULL CHECK (stop >= start),\n"                                               \
  "  PRIMARY KEY (observation_id, start, stop)\n"                                                  \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE search_keys (           -- texts folded by us: SQLite cannot fold Vietnamese\n"    \
  "  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,\n"               \
  "  title TEXT NOT NULL,               -- title, name and publisher without diacritics\n"         \
  "  body TEXT NOT NULL                 -- the text likewise\n"                                    \
  ") STRICT;\n"                                                                                    \
  "CREATE VIRTUAL TABLE search USING fts5 (title, body, content = 'search_keys',\n"                \
  "  content_rowid = 'document_id', tokenize = 'unicode61 remove_diacritics 0');\n"
