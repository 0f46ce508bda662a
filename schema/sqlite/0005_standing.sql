-- What stood when: derived from the records, so that lists and counts need not work it out row by row. No content: ids,
-- the journal and exports leave these tables out; a program that knows another rule (`derived.revision`) makes them anew
-- when it opens the store for writing, and whoever reads meanwhile works it out from the records.

CREATE TABLE derived (
  name     TEXT PRIMARY KEY,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each stretch of the journal over which a claim was there (neither it nor its document retracted) and the
-- same reading and verdict stood: from the entry whose last record is `since` up to, but not with, the one whose last
-- record is `until`; 9223372036854775807 while it lasts. It holds on every day from `day` on, the last of the days
-- that it takes into account: publication of the document, day judged, publication of the claim copied. On an earlier
-- one the records have to be asked.
CREATE TABLE standing (
  claim       INTEGER NOT NULL,
  since       INTEGER NOT NULL,
  until       INTEGER NOT NULL,
  day         TEXT NOT NULL,
  reading     INTEGER,
  assessment  INTEGER,
  kind        TEXT NOT NULL,     -- of the reading; empty without one
  missing     TEXT NOT NULL,     -- parts that a checker would need, with commas; empty: testable
  verdict     TEXT NOT NULL,     -- of the assessment; empty without one
  provisional INTEGER NOT NULL,
  proposed    INTEGER NOT NULL,
  copied      INTEGER NOT NULL,  -- of a claim that counts itself
  PRIMARY KEY (claim, since)
) STRICT, WITHOUT ROWID;

-- How many claims of each sort there are now, for each speaker, topic and year by themselves; dimension '' for all
-- together, and 'day' for how many hold from which day on.
CREATE TABLE standing_count (
  dimension   TEXT NOT NULL,
  value       TEXT NOT NULL,
  kind        TEXT NOT NULL,
  missing     TEXT NOT NULL,
  verdict     TEXT NOT NULL,
  provisional INTEGER NOT NULL,
  proposed    INTEGER NOT NULL,
  copied      INTEGER NOT NULL,
  claims      INTEGER NOT NULL,
  PRIMARY KEY (dimension, value, kind, missing, verdict, provisional, proposed, copied)
) STRICT, WITHOUT ROWID;

-- Which of several stands is told by what they say of themselves as far as that goes, and by the order of writing only
-- among what is alike: two stores that were merged then agree, whichever took in the other.

DROP VIEW standing_reading;
DROP VIEW standing_verdict;

-- The reading that stands for each claim: the newest that a person made, else that of the highest-ranked analyzer, of
-- its highest revision.
CREATE VIEW standing_reading AS
  SELECT c.key AS claim,
         (SELECT x.key FROM reading AS x JOIN maker AS m ON m.key = x.maker
          WHERE x.claim = c.key AND NOT EXISTS (SELECT 1 FROM retracted WHERE key = x.key)
          ORDER BY m.person <> '' DESC,
                   CASE WHEN m.person <> '' THEN 0 ELSE
                     coalesce((SELECT z.rank FROM analyzer AS z WHERE z.plugin = m.plugin
                               ORDER BY z.at DESC, z.key DESC LIMIT 1), 0)
                   END DESC,
                   m.at DESC, m.revision DESC, x.key DESC
          LIMIT 1) AS reading
  FROM claim AS c;

-- The verdict that stands for each claim: a person's before a machine's, then the latest day judged, then the newest of
-- a person, the highest revision of a checker.
CREATE VIEW standing_verdict AS
  SELECT c.key AS claim,
         (SELECT a.key FROM reading AS x JOIN assessment AS a ON a.reading = x.key JOIN maker AS m ON m.key = a.maker
          WHERE x.claim = c.key AND a.today <= date('now') AND NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (x.key, a.key))
          ORDER BY m.person <> '' DESC, a.today DESC, m.at DESC, m.revision DESC, a.key DESC
          LIMIT 1) AS assessment
  FROM claim AS c;
