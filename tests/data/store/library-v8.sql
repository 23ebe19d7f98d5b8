-- A library as version 8 wrote it, with a row in every table. Never changed: libraries of this form must be
-- opened by every later version.
PRAGMA application_id = 0x4368536f;
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TABLE library (               -- what there is one of
  key TEXT PRIMARY KEY,              -- 'starter': checksum of the starter data, '' for none
  value TEXT NOT NULL
) STRICT;
CREATE TABLE documents (             -- one report each; the same bytes are one document
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice
  sha256 TEXT NOT NULL UNIQUE        -- of the file's original bytes, hex
    CHECK (length(sha256) = 64),
  name TEXT NOT NULL,                -- file name, or what stands for it
  title TEXT,                        -- as given with it; the extractor's is in derivations
  publisher TEXT,
  url TEXT,
  published TEXT,                    -- EDTF, as given with it
  format TEXT,                       -- 'text', 'html', ...
  encoding TEXT,                     -- as recognised: 'UTF-8', 'TCVN3', ...
  imported INTEGER NOT NULL,         -- Unix seconds
  length INTEGER NOT NULL,           -- bytes of text
  text TEXT NOT NULL                 -- UTF-8; last, so that lists need not read past it
) STRICT;
CREATE TABLE decisions (             -- what people decided: appended, never changed
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  decided INTEGER NOT NULL,          -- Unix seconds
  kind TEXT NOT NULL
    CHECK (kind IN ('accept', 'correct', 'reject', 'choose', 'note', 'undo')),
  undoes INTEGER REFERENCES decisions (id),
  reason TEXT                        -- for choosing one figure or passing one over
    CHECK (reason IN ('other_period', 'other_denominator', 'other_definition',
      'typing_error', 'later_correction')),
  sha256 TEXT,                       -- of the document, NULL for a curated record; no id,
                                     -- for a decision outlives removing and adding again
  source TEXT,                       -- of a curated record: its address, else its title
  indicator TEXT NOT NULL,           -- the fact decided on, as it was extracted
  place TEXT NOT NULL,
  boundary INTEGER NOT NULL,
  period TEXT NOT NULL,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  evidence_start INTEGER NOT NULL,   -- bytes of the document's text
  evidence_end INTEGER NOT NULL,
  new_indicator TEXT,                -- what a correction says instead; NULL: as it was
  new_place TEXT,
  new_boundary INTEGER,
  new_period TEXT,
  new_value REAL,
  note TEXT,                         -- in the person's words
  CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX decisions_by_document ON decisions (sha256, evidence_start);
CREATE INDEX decisions_by_fact ON decisions (indicator, place);
CREATE INDEX decisions_by_undone ON decisions (undoes);
CREATE TRIGGER decisions_keep BEFORE DELETE ON decisions
  BEGIN SELECT RAISE (ABORT, 'decisions are kept for ever'); END;
CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions
  BEGIN SELECT RAISE (ABORT, 'decisions are only appended'); END;
CREATE TABLE curated (               -- figures of the starter data, with their source
  id INTEGER PRIMARY KEY             -- 2^52 and up: apart from observations
    CHECK (id >= 4503599627370496),
  indicator TEXT NOT NULL,           -- id of the catalogue
  place TEXT NOT NULL,               -- 'VN', '40' or '40/Nam Đàn'
  boundary INTEGER NOT NULL          -- the set that the province's code belongs to
    CHECK (boundary IN (63, 34)),
  unit INTEGER NOT NULL              -- of the place: 0 country, 1 province, 2 smaller
    CHECK (unit = CASE WHEN place = 'VN' THEN 0 WHEN instr(place, '/') THEN 2 ELSE 1 END),
  period TEXT NOT NULL,              -- EDTF
  last_year INTEGER NOT NULL,        -- year that the period counts for
  measure TEXT NOT NULL
    CHECK (measure = 'level' OR measure = 'ratio' OR measure = 'delta'),
  value REAL NOT NULL,               -- in the indicator's unit
  numerator REAL,                    -- of a stated fraction, or NULL
  denominator REAL,
  qualifier TEXT NOT NULL            -- '' is exact
    CHECK (qualifier = '' OR qualifier = 'at_least' OR qualifier = 'about'
      OR qualifier = 'at_most'),
  base TEXT,                         -- EDTF; NULL for a level, or where not said
  title TEXT NOT NULL,               -- our short description of the source
  publisher TEXT,
  url TEXT,
  published TEXT,                    -- EDTF
  note TEXT                          -- what to know about it: 'year inferred'
) STRICT;
CREATE INDEX curated_by_series ON curated (indicator, place, last_year, boundary, unit);
CREATE INDEX curated_by_place ON curated (place, last_year);
CREATE TABLE views (                 -- choices of what to compare, by name
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE          -- NFC
    CHECK (name <> ''),
  choice TEXT NOT NULL,              -- keys and values as of chisoctl chart
  saved INTEGER NOT NULL             -- Unix seconds
) STRICT;
CREATE TABLE derivations (           -- what the extractor said about a whole document
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  extractor INTEGER NOT NULL,        -- version of the extractor that made its rows
  catalogue TEXT NOT NULL,           -- version of the catalogue likewise
  title TEXT,                        -- first heading
  published TEXT,                    -- EDTF, from the text's head
  place TEXT,                        -- province that it is about
  boundary INTEGER NOT NULL CHECK (boundary IN (63, 34)),
  n_observations INTEGER NOT NULL,   -- asserted ones
  publisher TEXT                     -- that the text's head or signature names
) STRICT;
CREATE TABLE series (                -- each pair of what and where that has figures
  id INTEGER PRIMARY KEY,
  indicator TEXT NOT NULL,           -- id of the catalogue
  place TEXT NOT NULL,               -- 'VN', '40' or '40/Nam Đàn'
  boundary INTEGER NOT NULL          -- the set that the province's code belongs to
    CHECK (boundary IN (63, 34)),
  unit INTEGER NOT NULL              -- of the place: 0 country, 1 province, 2 smaller
    CHECK (unit = CASE WHEN place = 'VN' THEN 0 WHEN instr(place, '/') THEN 2 ELSE 1 END),
  UNIQUE (indicator, place, boundary)
) STRICT;
CREATE INDEX series_by_place ON series (place);
CREATE UNIQUE INDEX series_of_provinces ON series (indicator, place, boundary) WHERE unit < 2;
CREATE TABLE observations (          -- figures found in documents; spans are bytes of the
                                     -- document's text, where their sentences are read
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE
    DEFERRABLE INITIALLY DEFERRED,   -- or writing many rows takes a journal of its own
  n INTEGER NOT NULL                 -- counts the figures of a document, from 0
    CHECK (n >= 0 AND n < 16777216),
  series INTEGER NOT NULL REFERENCES series (id)
    DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL,              -- EDTF
  last_year INTEGER NOT NULL,        -- year that the period counts for
  measure TEXT NOT NULL
    CHECK (measure = 'level' OR measure = 'ratio' OR measure = 'delta'),
  value REAL NOT NULL,               -- in the indicator's unit
  numerator REAL,                    -- of a stated fraction, or NULL
  denominator REAL,
  qualifier TEXT NOT NULL            -- '' is exact
    CHECK (qualifier = '' OR qualifier = 'at_least' OR qualifier = 'about'
      OR qualifier = 'at_most'),
  base TEXT,                         -- EDTF; NULL for a level, or where not said
  evidence_start INTEGER NOT NULL,
  evidence_stop INTEGER NOT NULL CHECK (evidence_stop >= evidence_start),
  figure_start INTEGER NOT NULL,     -- the digits or number words
  figure_stop INTEGER NOT NULL CHECK (figure_stop >= figure_start),
  sentence_start INTEGER NOT NULL,
  sentence_stop INTEGER NOT NULL CHECK (sentence_stop >= sentence_start),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,                -- of the grammar, that found it
  PRIMARY KEY (document_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX observations_by_series ON observations (series, last_year, confidence);
CREATE TABLE repeats (               -- where else the same fact is stated
  document_id INTEGER NOT NULL,
  n INTEGER NOT NULL,                -- of the observation
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL CHECK (stop >= start),
  PRIMARY KEY (document_id, n, start, stop),
  FOREIGN KEY (document_id, n) REFERENCES observations (document_id, n) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE search_keys (           -- what the index holds: SQLite cannot fold Vietnamese
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  words TEXT NOT NULL                -- of title, name, publisher and text, without
                                     -- diacritics, a space between two
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (words, content = 'search_keys',
  content_rowid = 'document_id', detail = 'none', columnsize = 0, tokenize = 'ascii');
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('crisismerge', 64);

INSERT INTO library VALUES ('starter', 'checksum of an earlier starter table');
INSERT INTO documents (sha256, name, title, publisher, url, published, format, encoding, imported, length, text)
  VALUES ('0000000000000000000000000000000000000000000000000000000000000001', 'bao-cao.txt', NULL, 'Báo Nghệ An',
          NULL, NULL, 'text', 'UTF-8', 1700000000, 47, 'Năm 2022, tỉnh có 12 cuộc đối thoại.');
INSERT INTO decisions (decided, kind, sha256, indicator, place, boundary, period, measure, value, evidence_start, evidence_end)
  VALUES (1700000001, 'accept', '0000000000000000000000000000000000000000000000000000000000000001', 'dialogue_sessions',
          '40', 63, '2022', 'level', 12, 22, 46);
INSERT INTO decisions (decided, kind, undoes, sha256, indicator, place, boundary, period, measure, value, evidence_start,
                       evidence_end)
  VALUES (1700000002, 'undo', 1, '0000000000000000000000000000000000000000000000000000000000000001', 'dialogue_sessions',
          '40', 63, '2022', 'level', 12, 22, 46);
INSERT INTO decisions (decided, kind, sha256, indicator, place, boundary, period, measure, value, evidence_start, evidence_end,
                       note)
  VALUES (1700000003, 'reject', '0000000000000000000000000000000000000000000000000000000000000001', 'dialogue_sessions',
          '40', 63, '2022', 'level', 12, 22, 46, 'đọc nhầm');
INSERT INTO curated (id, indicator, place, boundary, unit, period, last_year, measure, value, qualifier, title, published, note)
  VALUES (4503599627370496, 'dialogue_sessions', '08', 63, 1, '2020', 2020, 'level', 5, '', 'Nguồn cũ', '2021',
          'year inferred');
INSERT INTO views (id, name, choice, saved) VALUES (1, 'Đối thoại', 'indicator=dialogues', 1700000000);
INSERT INTO derivations VALUES (1, 0, 'an earlier catalogue', 'Đối thoại', '2022-12', '40', 63, 1, 'Báo Nghệ An');
INSERT INTO series VALUES (1, 'dialogue_sessions', '40', 63, 1);
INSERT INTO observations (document_id, n, series, period, last_year, measure, value, qualifier, evidence_start, evidence_stop,
                          figure_start, figure_stop, sentence_start, sentence_stop, confidence, rule)
  VALUES (1, 0, 1, '2022', 2022, 'level', 12, '', 22, 46, 22, 24, 0, 47, 0.9, 'count');
INSERT INTO repeats VALUES (1, 0, 22, 46);
INSERT INTO search_keys VALUES (1, 'doi thoai bao cao txt bao nghe an nam 2022 tinh co 12 cuoc');
INSERT INTO search (search) VALUES ('rebuild');
PRAGMA user_version = 8;
COMMIT;
