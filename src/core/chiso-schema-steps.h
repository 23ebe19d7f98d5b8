/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The longer steps from one version of the library to the next, each as it was when it was made: a
 * step is never changed afterwards, whatever becomes of the schema. Included by chiso-schema.c only. */

#pragma once

/* To 3: one index for an observation instead of three, and no second copy of the text. What and where
 * became a series with a number, the nth observation of a document its own key, sentences are cut out of
 * the document's text, and the full-text index holds only which words a report has. Lists in rules
 * became comparisons. */
#define STEP_TO_3                                                                                  \
  "ALTER TABLE curated RENAME TO old_curated;\n"                                                   \
  "DROP INDEX curated_by_series;\n"                                                                \
  "DROP INDEX curated_by_place;\n"                                                                 \
  "CREATE TABLE curated (               -- figures of the starter data, with their source\n"       \
  "  id INTEGER PRIMARY KEY             -- 2^52 and up: apart from observations\n"                 \
  "    CHECK (id >= 4503599627370496),\n"                                                          \
  "  indicator TEXT NOT NULL,           -- id of the catalogue\n"                                  \
  "  place TEXT NOT NULL,               -- 'VN', '40' or '40/Nam Đàn'\n"                         \
  "  boundary INTEGER NOT NULL          -- the set that the province's code belongs to\n"          \
  "    CHECK (boundary IN (63, 34)),\n"                                                            \
  "  unit INTEGER NOT NULL              -- of the place: 0 country, 1 province, 2 smaller\n"       \
  "    CHECK (unit = CASE WHEN place = 'VN' THEN 0 WHEN instr(place, '/') THEN 2 ELSE 1 END),\n"   \
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
  "  base TEXT,                         -- EDTF; NULL for a level, or where not said\n"            \
  "  title TEXT NOT NULL,               -- our short description of the source\n"                  \
  "  publisher TEXT,\n"                                                                            \
  "  url TEXT,\n"                                                                                  \
  "  published TEXT,                    -- EDTF\n"                                                 \
  "  note TEXT                          -- what to know about it: 'year inferred'\n"               \
  ") STRICT;\n"                                                                                    \
  "CREATE INDEX curated_by_series ON curated (indicator, place, last_year, boundary, unit);\n"     \
  "CREATE INDEX curated_by_place ON curated (place, last_year);\n"                                 \
  "INSERT INTO curated (id, indicator, place, boundary, unit, period, "                            \
  "last_year, measure, value, numerator, denominator, qualifier, base, title, publisher, url, "    \
  "published, note)\n"                                                                             \
  "  SELECT id - 1099511627776 + 4503599627370496, indicator, place, boundary, unit,\n"            \
  "  period, last_year, measure, value, numerator, denominator, qualifier, "                       \
  "base,\n"                                                                                        \
  "  title, publisher, url, published, note FROM old_curated;\n"                                   \
  "DROP TABLE old_curated;\n"                                                                      \
  "ALTER TABLE observations RENAME TO old_observations;\n"                                         \
  "ALTER TABLE repeats RENAME TO old_repeats;\n"                                                   \
  "ALTER TABLE search_keys RENAME TO old_search_keys;\n"                                           \
  "DROP INDEX observations_by_series;\n"                                                           \
  "DROP INDEX observations_by_place;\n"                                                            \
  "DROP INDEX observations_by_document;\n"                                                         \
  "DROP TABLE search;\n"                                                                           \
  "CREATE TABLE series (                -- each pair of what and where that has figures\n"         \
  "  id INTEGER PRIMARY KEY,\n"                                                                    \
  "  indicator TEXT NOT NULL,           -- id of the catalogue\n"                                  \
  "  place TEXT NOT NULL,               -- 'VN', '40' or '40/Nam Đàn'\n"                         \
  "  boundary INTEGER NOT NULL          -- the set that the province's code belongs to\n"          \
  "    CHECK (boundary IN (63, 34)),\n"                                                            \
  "  unit INTEGER NOT NULL              -- of the place: 0 country, 1 province, 2 smaller\n"       \
  "    CHECK (unit = CASE WHEN place = 'VN' THEN 0 WHEN instr(place, '/') THEN 2 ELSE 1 END),\n"   \
  "  UNIQUE (indicator, place, boundary)\n"                                                        \
  ") STRICT;\n"                                                                                    \
  "CREATE INDEX series_by_place ON series (place);\n"                                              \
  "CREATE TABLE observations (          -- figures found in documents; spans are bytes of the\n"   \
  "                                     -- document's text, where their sentences are read\n"      \
  "  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE\n"                   \
  "    DEFERRABLE INITIALLY DEFERRED,   -- or writing many rows takes a journal of its own\n"      \
  "  n INTEGER NOT NULL                 -- counts the figures of a document, from 0\n"             \
  "    CHECK (n >= 0 AND n < 16777216),\n"                                                         \
  "  series INTEGER NOT NULL REFERENCES series (id)\n"                                             \
  "    DEFERRABLE INITIALLY DEFERRED,\n"                                                           \
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
  "  base TEXT,                         -- EDTF; NULL for a level, or where not said\n"            \
  "  evidence_start INTEGER NOT NULL,\n"                                                           \
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
  "CREATE TABLE search_keys (           -- what the index holds: SQLite cannot fold Vietnamese\n"  \
  "  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,\n"               \
  "  words TEXT NOT NULL                -- of title, name, publisher and text, without\n"          \
  "                                     -- diacritics, a space between two\n"                      \
  ") STRICT;\n"                                                                                    \
  "CREATE VIRTUAL TABLE search USING fts5 (words, content = 'search_keys',\n"                      \
  "  content_rowid = 'document_id', detail = 'none', columnsize = 0, tokenize = 'ascii');\n"       \
  "INSERT INTO series (indicator, place, boundary, unit)\n"                                        \
  "  SELECT DISTINCT indicator, place, boundary, unit FROM old_observations ORDER BY 1, 2, 3;\n"   \
  "CREATE TABLE old_numbers (id INTEGER PRIMARY KEY, document_id INTEGER, n INTEGER) STRICT;\n"    \
  "INSERT INTO old_numbers SELECT id, document_id,\n"                                              \
  "  row_number() OVER (PARTITION BY document_id ORDER BY id) - 1 FROM old_observations;\n"        \
  "INSERT INTO observations (document_id, n, series, period, last_year, "                          \
  "measure, value, numerator, denominator, qualifier, base,\n"                                     \
  "  evidence_start, evidence_stop, figure_start, figure_stop, sentence_start, sentence_stop, "    \
  "confidence, rule)\n"                                                                            \
  "  SELECT m.document_id, m.n, s.id, o.period, o.last_year, o.measure, "                          \
  "o.value, o.numerator, o.denominator, o.qualifier, o.base,\n"                                    \
  "  o.evidence_start, o.evidence_stop, o.figure_start, o.figure_stop, o.sentence_start, "         \
  "o.sentence_stop, o.confidence, o.rule\n"                                                        \
  "  FROM old_observations AS o JOIN old_numbers AS m ON m.id = o.id\n"                            \
  "  JOIN series AS s ON s.indicator = o.indicator AND s.place = o.place AND s.boundary = "        \
  "o.boundary;\n"                                                                                  \
  "INSERT INTO repeats (document_id, n, start, stop)\n"                                            \
  "  SELECT m.document_id, m.n, r.start, r.stop FROM old_repeats AS r\n"                           \
  "  JOIN old_numbers AS m ON m.id = r.observation_id;\n"                                          \
  "INSERT INTO search_keys (document_id, words)\n"                                                 \
  "  SELECT document_id, trim(title || ' ' || body) FROM old_search_keys;\n"                       \
  "INSERT INTO search (search) VALUES ('rebuild');\n"                                              \
  "DROP TABLE old_repeats;\n"                                                                      \
  "DROP TABLE old_numbers;\n"                                                                      \
  "DROP TABLE old_observations;\n"                                                                 \
  "DROP TABLE sentences;\n"                                                                        \
  "DROP TABLE old_search_keys;\n"                                                                  \
  "PRAGMA user_version = 3;\n"

/* To 4: a figure can be chosen before those of other sources, with a reason; SQLite changes a rule only
 * with its table. Decisions about curated records say of which source. */
#define STEP_TO_4                                                                                  \
  "ALTER TABLE decisions RENAME TO old_decisions;\n"                                               \
  "DROP INDEX decisions_by_document;\n"                                                            \
  "DROP TRIGGER decisions_keep;\n"                                                                 \
  "DROP TRIGGER decisions_stand;\n"                                                                \
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
  "INSERT INTO decisions (id, decided, kind, undoes, sha256, indicator, place, boundary, "         \
  "period,\n"                                                                                      \
  "  measure, value, evidence_start, evidence_end, new_indicator, new_place, new_boundary,\n"      \
  "  new_period, new_value, note)\n"                                                               \
  "  SELECT id, decided, kind, undoes, sha256, indicator, place, boundary, period,\n"              \
  "  measure, value, evidence_start, evidence_end, new_indicator, new_place, new_boundary,\n"      \
  "  new_period, new_value, note FROM old_decisions ORDER BY id;\n"                                \
  "DROP TABLE old_decisions;\n"                                                                    \
  "PRAGMA user_version = 4;\n"

/* To 7: what is compared can be kept under a name. */
#define STEP_TO_7                                                                                  \
  "CREATE TABLE views (                 -- choices of what to compare, by name\n"                  \
  "  id INTEGER PRIMARY KEY,\n"                                                                    \
  "  name TEXT NOT NULL UNIQUE          -- NFC\n"                                                  \
  "    CHECK (name <> ''),\n"                                                                      \
  "  choice TEXT NOT NULL,              -- keys and values as of chisoctl chart\n"                 \
  "  saved INTEGER NOT NULL             -- Unix seconds\n"                                         \
  ") STRICT;\n"                                                                                    \
  "PRAGMA user_version = 7;\n"

/* To 9: figures of districts and communes are added up where a report gives them all. */
#define STEP_TO_9                                                                                  \
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
  "PRAGMA user_version = 9;\n"
