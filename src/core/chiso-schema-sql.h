/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The current schema, for new libraries, with a comment to every column; SQLite keeps the comments
 * in the file. Facts come first: nothing rebuilds them. Derived tables follow: they can be dropped
 * and made again from the facts by the extractor. Included by chiso-schema.c only.
 *
 * Whoever changes this adds a step there, so that a migrated library equals a new one. */

#pragma once

/* Of what and where a figure is. */
#define SERIES_FIELDS                                                                              \
  "  indicator TEXT NOT NULL,           -- id of the catalogue\n"                                  \
  "  place TEXT NOT NULL,               -- 'VN', '40' or '40/Nam Đàn'\n"                         \
  "  boundary INTEGER NOT NULL          -- the set that the province's code belongs to\n"          \
  "    CHECK (boundary IN (63, 34)),\n"                                                            \
  "  unit INTEGER NOT NULL              -- of the place: 0 country, 1 province, 2 smaller\n"       \
  "    CHECK (unit = CASE WHEN place = 'VN' THEN 0 WHEN instr(place, '/') THEN 2 ELSE 1 END),\n"

/* What a figure says, the same in both tables that hold some. The rules are spelled out because SQLite builds
 * and drops a table for every look at a list of three. */
#define FIGURE_FIELDS                                                                              \
  "  period TEXT NOT NULL,              -- EDTF\n"                                                 \
  "  last_year INTEGER NOT NULL,        -- year that the period counts for\n"                      \
  "  measure TEXT NOT NULL\n"                                                                      \
  "    CHECK (measure = 'level' OR measure = 'ratio' OR measure = 'delta'),\n"                     \
  "  value REAL NOT NULL,               -- in the indicator's unit\n"                              \
  "  numerator REAL,                    -- of a stated fraction, or NULL\n"                        \
  "  denominator REAL,\n"                                                                          \
  "  qualifier TEXT NOT NULL            -- '' is exact\n"                                          \
  "    CHECK (qualifier = '' OR qualifier = 'at_least' OR qualifier = 'about'\n"                   \
  "      OR qualifier = 'at_most'),\n"                                                             \
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
  "  publisher TEXT,                    -- as given likewise\n"                                    \
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
  "    CHECK (kind IN ('accept', 'correct', 'reject', 'choose', 'note', 'undo')),\n"               \
  "  undoes INTEGER REFERENCES decisions (id),\n"                                                  \
  "  reason TEXT                        -- for choosing one figure or passing one over\n"          \
  "    CHECK (reason IN ('other_period', 'other_denominator', 'other_definition',\n"               \
  "      'typing_error', 'later_correction')),\n"                                                  \
  "  sha256 TEXT,                       -- of the document, NULL for a curated record; no id,\n"   \
  "                                     -- for a decision outlives removing and adding again\n"    \
  "  source TEXT,                       -- of a curated record: its address, else its title\n"     \
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
  "CREATE INDEX decisions_by_fact ON decisions (indicator, place);\n"                              \
  "CREATE INDEX decisions_by_undone ON decisions (undoes);\n"                                      \
  "CREATE TRIGGER decisions_keep BEFORE DELETE ON decisions\n"                                     \
  "  BEGIN SELECT RAISE (ABORT, 'decisions are kept for ever'); END;\n"                            \
  "CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions\n"                                    \
  "  BEGIN SELECT RAISE (ABORT, 'decisions are only appended'); END;\n"                            \
  "CREATE TABLE curated (               -- figures of the starter data, with their source\n"       \
  "  id INTEGER PRIMARY KEY             -- 2^52 and up: apart from observations\n"                 \
  "    CHECK (id >= 4503599627370496),\n" SERIES_FIELDS FIGURE_FIELDS                              \
  "  title TEXT NOT NULL,               -- our short description of the source\n"                  \
  "  publisher TEXT,\n"                                                                            \
  "  url TEXT,\n"                                                                                  \
  "  published TEXT,                    -- EDTF\n"                                                 \
  "  note TEXT                          -- what to know about it: 'year inferred'\n"               \
  ") STRICT;\n"                                                                                    \
  "CREATE INDEX curated_by_series ON curated (indicator, place, last_year, boundary, unit);\n"     \
  "CREATE INDEX curated_by_place ON curated (place, last_year);\n"                                 \
  "CREATE TABLE views (                 -- choices of what to compare, by name\n"                  \
  "  id INTEGER PRIMARY KEY,\n"                                                                    \
  "  name TEXT NOT NULL UNIQUE          -- NFC\n"                                                  \
  "    CHECK (name <> ''),\n"                                                                      \
  "  choice TEXT NOT NULL,              -- keys and values as of chisoctl chart\n"                 \
  "  saved INTEGER NOT NULL             -- Unix seconds\n"                                         \
  ") STRICT;\n"

#define SCHEMA_DERIVED                                                                             \
  "CREATE TABLE derivations (           -- what the extractor said about a whole document\n"       \
  "  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,\n"               \
  "  extractor INTEGER NOT NULL,        -- version of the extractor that made its rows\n"          \
  "  catalogue TEXT NOT NULL,           -- version of the catalogue likewise\n"                    \
  "  title TEXT,                        -- first heading\n"                                        \
  "  published TEXT,                    -- EDTF, from the text's head\n"                           \
  "  place TEXT,                        -- province that it is about\n"                            \
  "  boundary INTEGER NOT NULL CHECK (boundary IN (63, 34)),\n"                                    \
  "  n_observations INTEGER NOT NULL,   -- asserted ones\n"                                        \
  "  publisher TEXT                     -- that the text's head or signature names\n"              \
  ") STRICT;\n"                                                                                    \
  "CREATE TABLE series (                -- each pair of what and where that has figures\n"         \
  "  id INTEGER PRIMARY KEY,\n" SERIES_FIELDS "  UNIQUE (indicator, place, boundary)\n"            \
  ") STRICT;\n"                                                                                    \
  "CREATE INDEX series_by_place ON series (place);\n"                                              \
  "CREATE UNIQUE INDEX series_of_provinces ON series (indicator, place, boundary) WHERE unit < "   \
  "2;\n"                                                                                           \
  "CREATE TABLE observations (          -- figures found in documents; spans are bytes of the\n"   \
  "                                     -- document's text, where their sentences are read\n"      \
  "  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE\n"                   \
  "    DEFERRABLE INITIALLY DEFERRED,   -- or writing many rows takes a journal of its own\n"      \
  "  n INTEGER NOT NULL                 -- counts the figures of a document, from 0\n"             \
  "    CHECK (n >= 0 AND n < 16777216),\n"                                                         \
  "  series INTEGER NOT NULL REFERENCES series (id)\n"                                             \
  "    DEFERRABLE INITIALLY DEFERRED,\n" FIGURE_FIELDS "  evidence_start INTEGER NOT NULL,\n"      \
  "  evidence_stop INTEGER NOT NULL CHECK (evidence_stop >= evidence_start),\n"                    \
  "  figure_start INTEGER NOT NULL,     -- the digits or number words\n"                           \
  "  figure_stop INTEGER NOT NULL CHECK (figure_stop >= figure_start),\n"                          \
  "  sentence_start INTEGER NOT NULL,\n"                                                           \
  "  sentence_stop INTEGER NOT NULL CHECK (sentence_stop >= sentence_start),\n"                    \
  "  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),\n"                               \
  "  rule TEXT NOT NULL,                -- of the grammar, that found it\n"                        \
  "  PRIMARY KEY (document_id, n)\n"                                                               \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE INDEX observations_by_series ON observations (series, last_year, confidence);\n"         \
  "CREATE TABLE repeats (               -- where else the same fact is stated\n"                   \
  "  document_id INTEGER NOT NULL,\n"                                                              \
  "  n INTEGER NOT NULL,                -- of the observation\n"                                   \
  "  start INTEGER NOT NULL,\n"                                                                    \
  "  stop INTEGER NOT NULL CHECK (stop >= start),\n"                                               \
  "  PRIMARY KEY (document_id, n, start, stop),\n"                                                 \
  "  FOREIGN KEY (document_id, n) REFERENCES observations (document_id, n) ON DELETE CASCADE\n"    \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE listed (                -- figures of districts and communes that stand beside\n"  \
  "                                     -- others of their province in their document\n"           \
  "  document_id INTEGER NOT NULL,\n"                                                              \
  "  n INTEGER NOT NULL,                -- of the observation\n"                                   \
  "  indicator TEXT NOT NULL,           -- as of its series: to be found by without going\n"       \
  "  province TEXT NOT NULL,            -- through all units of a province\n"                      \
  "  units INTEGER NOT NULL             -- how many the report says that there are; 0: not said\n" \
  "    CHECK (units >= 0),\n"                                                                      \
  "  said_start INTEGER NOT NULL,       -- where it says that it speaks of all of them; empty\n"   \
  "  said_stop INTEGER NOT NULL         -- where it does not\n"                                    \
  "    CHECK (said_stop >= said_start AND said_start >= 0),\n"                                     \
  "  PRIMARY KEY (document_id, n),\n"                                                              \
  "  FOREIGN KEY (document_id, n) REFERENCES observations (document_id, n) ON DELETE CASCADE\n"    \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE INDEX listed_by_province ON listed (indicator, province);\n"                             \
  "CREATE TABLE search_keys (           -- what the index holds: SQLite cannot fold Vietnamese\n"  \
  "  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,\n"               \
  "  words TEXT NOT NULL                -- of title, name, publisher and text, without\n"          \
  "                                     -- diacritics, a space between two\n"                      \
  ") STRICT;\n"                                                                                    \
  "CREATE VIRTUAL TABLE search USING fts5 (words, content = 'search_keys',\n"                      \
  "  content_rowid = 'document_id', detail = 'none', columnsize = 0, tokenize = 'ascii');\n"       \
  "INSERT INTO search (search, rank) VALUES ('automerge', 0);      -- or an import spends more "   \
  "on\n"                                                                                           \
  "INSERT INTO search (search, rank) VALUES ('crisismerge', 64);   -- joining pieces than on "     \
  "words\n"
