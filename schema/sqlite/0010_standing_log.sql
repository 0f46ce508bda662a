-- What stood when, once more: counts over a million claims at any moment need what was derived in a form that can be
-- gone through fast. All of it is made anew (`derived.revision`), so nothing is carried over.

DELETE FROM derived WHERE name = 'standing';
DROP TABLE standing;
DROP TABLE standing_count;

-- One row for each stretch of the journal over which a claim was there (neither it nor its document retracted) and the
-- same reading and verdict stood: from the entry whose last record is `since` up to, but not with, the one whose last
-- record is `until`; 9223372036854775807 while it lasts. It holds on every day from `day` on, the last of the days
-- that it takes into account: publication of the document, day judged, publication of the claim copied; empty when
-- nobody knows one. On an earlier day the records have to be asked.
CREATE TABLE standing (
  claim       INTEGER NOT NULL,
  since       INTEGER NOT NULL,
  until       INTEGER NOT NULL,
  number      INTEGER NOT NULL,  -- of the claim, from 1 in the order in which claims came to stand
  day         TEXT NOT NULL,
  reading     INTEGER,
  assessment  INTEGER,
  topic       TEXT NOT NULL,     -- of the reading, as are the next two; empty without one
  kind        TEXT NOT NULL,
  strength    TEXT NOT NULL,
  missing     TEXT NOT NULL,     -- parts that a checker would need, with commas; empty: testable
  verdict     TEXT NOT NULL,     -- of the assessment; empty without one
  provisional INTEGER NOT NULL,
  proposed    INTEGER NOT NULL,
  copied      INTEGER NOT NULL,  -- of a claim that counts itself
  PRIMARY KEY (claim, since)
) STRICT, WITHOUT ROWID;

-- Numbers from 1 for speakers and topics (by code; speakers without one by the name in the document) ...
CREATE TABLE standing_name (
  number INTEGER PRIMARY KEY,
  code   TEXT NOT NULL,
  name   TEXT NOT NULL,
  UNIQUE (code, name)
) STRICT;

-- ... and for each set of words by which counts tell claims apart.
CREATE TABLE standing_sort (
  number      INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  strength    TEXT NOT NULL,
  missing     TEXT NOT NULL,
  verdict     TEXT NOT NULL,
  provisional INTEGER NOT NULL,
  proposed    INTEGER NOT NULL,
  copied      INTEGER NOT NULL,
  UNIQUE (kind, strength, missing, verdict, provisional, proposed, copied)
) STRICT;

-- Every change of `standing`, entry by entry of the journal, as packed numbers (core/store/sqlite/standing_log.hpp).
CREATE TABLE standing_log (
  part        INTEGER PRIMARY KEY,
  last_record INTEGER NOT NULL,  -- of the last entry in it
  claims      INTEGER NOT NULL,  -- that have a number by its end
  changes     BLOB NOT NULL
) STRICT;

-- How many claims of each sort there are now, for each speaker, topic and year by themselves; dimension '' for all
-- together, and 'day' for how many hold from which day on (core/store/sqlite/standing_counts.hpp).
CREATE TABLE standing_count (
  dimension TEXT NOT NULL,
  value     INTEGER NOT NULL,
  sorts     BLOB NOT NULL,
  PRIMARY KEY (dimension, value)
) STRICT, WITHOUT ROWID;
