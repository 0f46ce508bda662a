-- The store's layout, version 1. Landed migrations are never edited; schema/README.md says how to add the next.
--
-- Tables (singular) hold what was recorded; rows are only ever added. Views (plural) show what is true now, with ids
-- as lower-case hex; docs/schema.md describes them. Two rules hold everywhere:
--   * Every record has one row in `record` and one row in the table of its kind, under the same integer key. Keys are
--     given out from 1 without gaps, in the order of writing, so "as of journal entry n" is "key <= its last_record".
--   * A date is three columns: the EDTF text, its earliest day and its latest day (YYYY-MM-DD; NULL when unknown or
--     open). `verify` recomputes the two days from the text.

PRAGMA application_id = 0x41564F57;  -- "AVOW"

CREATE TABLE record (
  key  INTEGER PRIMARY KEY,
  id   BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL
) STRICT;

CREATE TABLE journal_entry (
  number      INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,
  action      TEXT NOT NULL,
  actor       TEXT NOT NULL,
  reason      TEXT NOT NULL,
  last_record INTEGER NOT NULL UNIQUE REFERENCES record (key),
  content     BLOB NOT NULL CHECK (length(content) = 32),
  chain       BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;
CREATE INDEX journal_entry_at ON journal_entry (at);

CREATE TABLE maker (
  key           INTEGER PRIMARY KEY,
  plugin        TEXT NOT NULL,
  version       TEXT NOT NULL,
  revision      INTEGER NOT NULL,
  configuration BLOB NOT NULL,  -- SHA-256; empty when there is none
  person        TEXT NOT NULL,
  at            TEXT NOT NULL,  -- empty for a plugin
  UNIQUE (plugin, person, version, revision, configuration, at)
) STRICT;

CREATE TABLE analyzer (
  key    INTEGER PRIMARY KEY REFERENCES record (key),
  plugin TEXT NOT NULL,
  rank   INTEGER NOT NULL,
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX analyzer_plugin ON analyzer (plugin);

CREATE TABLE raw (
  key    INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
  size   INTEGER NOT NULL,
  zstd   BLOB NOT NULL
) STRICT;

CREATE TABLE document (
  key                INTEGER PRIMARY KEY REFERENCES record (key),
  url                TEXT NOT NULL,
  title              TEXT NOT NULL,
  publisher          TEXT NOT NULL,
  author             TEXT NOT NULL,
  speaker            TEXT NOT NULL,
  published          TEXT NOT NULL,
  published_earliest TEXT,
  published_latest   TEXT,
  language           TEXT NOT NULL,
  media_type         TEXT NOT NULL,
  raw                INTEGER NOT NULL REFERENCES raw (key),
  text               TEXT NOT NULL
) STRICT;
CREATE INDEX document_published ON document (published_latest DESC);
CREATE INDEX document_raw ON document (raw);

CREATE TABLE entity (
  key      INTEGER PRIMARY KEY REFERENCES record (key),
  code     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  name     TEXT NOT NULL,
  wikidata TEXT NOT NULL,
  aliases  TEXT NOT NULL  -- JSON array of texts
) STRICT;
CREATE INDEX entity_code ON entity (code);

CREATE TABLE entity_membership (
  entity         INTEGER NOT NULL REFERENCES entity (key),
  position       INTEGER NOT NULL,
  group_code     TEXT NOT NULL,
  role           TEXT NOT NULL,
  since          TEXT NOT NULL,
  since_earliest TEXT,
  since_latest   TEXT,
  until          TEXT NOT NULL,
  until_earliest TEXT,
  until_latest   TEXT,
  PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  key        INTEGER PRIMARY KEY REFERENCES record (key),
  code       TEXT NOT NULL,
  name       TEXT NOT NULL,
  measure    TEXT NOT NULL,
  unit       TEXT NOT NULL,
  publisher  TEXT NOT NULL,
  definition TEXT NOT NULL,
  rank       INTEGER NOT NULL,
  phrases    TEXT NOT NULL  -- JSON array of texts
) STRICT;
CREATE INDEX indicator_code ON indicator (code);

CREATE TABLE scale (
  key    INTEGER PRIMARY KEY REFERENCES record (key),
  code   TEXT NOT NULL,
  name   TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;
CREATE INDEX scale_code ON scale (code);

CREATE TABLE scale_entry (
  scale    INTEGER NOT NULL REFERENCES scale (key),
  position INTEGER NOT NULL,
  verdict  TEXT NOT NULL,
  label    TEXT NOT NULL,
  PRIMARY KEY (scale, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  key           INTEGER PRIMARY KEY REFERENCES record (key),
  document      INTEGER NOT NULL REFERENCES document (key),
  span_begin    INTEGER NOT NULL,
  span_end      INTEGER NOT NULL,
  quote_before  TEXT NOT NULL,
  quote         TEXT NOT NULL,
  quote_after   TEXT NOT NULL,
  voice         TEXT NOT NULL,
  speaker_name  TEXT NOT NULL,
  speaker       TEXT NOT NULL,
  said          TEXT NOT NULL,
  said_earliest TEXT,
  said_latest   TEXT
) STRICT;
CREATE INDEX claim_document ON claim (document, span_begin);
CREATE INDEX claim_said ON claim (said_latest DESC);
CREATE INDEX claim_speaker ON claim (speaker, said_latest DESC);
CREATE INDEX claim_speaker_name ON claim (speaker_name COLLATE NOCASE, said_latest DESC);

CREATE TABLE reading (
  key               INTEGER PRIMARY KEY REFERENCES record (key),
  claim             INTEGER NOT NULL REFERENCES claim (key),
  kind              TEXT NOT NULL,
  topic             TEXT NOT NULL,
  subject_text      TEXT NOT NULL,
  subject           TEXT NOT NULL,
  indicator_text    TEXT NOT NULL,
  indicator         TEXT NOT NULL,
  relation          TEXT NOT NULL,
  value             REAL,
  value_step        REAL,
  upper             REAL,
  upper_step        REAL,
  unit              TEXT NOT NULL,
  baseline          TEXT NOT NULL,
  baseline_earliest TEXT,
  baseline_latest   TEXT,
  due               TEXT NOT NULL,
  due_earliest      TEXT,
  due_latest        TEXT,
  scope             TEXT NOT NULL,
  condition         TEXT NOT NULL,
  strength          TEXT NOT NULL,
  negated           INTEGER NOT NULL CHECK (negated IN (0, 1)),
  score             REAL NOT NULL,
  cues              TEXT NOT NULL,  -- JSON array of [begin, end, label]
  maker             INTEGER NOT NULL REFERENCES maker (key)
) STRICT;
CREATE INDEX reading_claim ON reading (claim);
CREATE INDEX reading_kind ON reading (kind);
CREATE INDEX reading_topic ON reading (topic) WHERE topic <> '';  -- most have none
CREATE INDEX reading_indicator ON reading (indicator);
CREATE INDEX reading_due ON reading (due_latest) WHERE due_latest IS NOT NULL;

CREATE TABLE series (
  key       INTEGER PRIMARY KEY REFERENCES record (key),
  indicator TEXT NOT NULL,
  source    TEXT NOT NULL,
  url       TEXT NOT NULL,
  licence   TEXT NOT NULL
) STRICT;
CREATE INDEX series_indicator ON series (indicator);

CREATE TABLE observation (
  key             INTEGER PRIMARY KEY REFERENCES record (key),
  series          INTEGER NOT NULL REFERENCES series (key),
  entity          TEXT NOT NULL,
  period          TEXT NOT NULL,
  period_earliest TEXT,
  period_latest   TEXT,
  value           TEXT NOT NULL,  -- just as published; empty when published as missing
  unit            TEXT NOT NULL,
  status          TEXT NOT NULL,
  published       TEXT NOT NULL,  -- a day: the vintage
  note            TEXT NOT NULL
) STRICT;
CREATE INDEX observation_series ON observation (series, entity, period, published);

CREATE TABLE assessment (
  key         INTEGER PRIMARY KEY REFERENCES record (key),
  reading     INTEGER NOT NULL REFERENCES reading (key),
  verdict     TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  today       TEXT NOT NULL,  -- a day
  vintage     TEXT NOT NULL,
  figures     TEXT NOT NULL,  -- JSON array of [name, value]
  reason      TEXT NOT NULL,
  maker       INTEGER NOT NULL REFERENCES maker (key)
) STRICT;
CREATE INDEX assessment_reading ON assessment (reading);
CREATE INDEX assessment_verdict ON assessment (verdict);

CREATE TABLE assessment_evidence (
  assessment INTEGER NOT NULL REFERENCES assessment (key),
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  reference  TEXT NOT NULL,
  note       TEXT NOT NULL,
  PRIMARY KEY (assessment, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  key        INTEGER PRIMARY KEY REFERENCES record (key),
  from_claim INTEGER NOT NULL REFERENCES claim (key),
  to_claim   INTEGER NOT NULL REFERENCES claim (key),
  kind       TEXT NOT NULL,
  confirmed  INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  score      REAL NOT NULL,
  reason     TEXT NOT NULL,
  maker      INTEGER NOT NULL REFERENCES maker (key)
) STRICT;
CREATE INDEX link_from ON link (from_claim);
CREATE INDEX link_to ON link (to_claim);

CREATE TABLE retraction (
  key    INTEGER PRIMARY KEY REFERENCES record (key),
  record INTEGER NOT NULL REFERENCES record (key),
  person TEXT NOT NULL,
  reason TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX retraction_record ON retraction (record);

CREATE TABLE analysis (
  key     INTEGER PRIMARY KEY REFERENCES record (key),
  subject INTEGER NOT NULL REFERENCES record (key),
  maker   INTEGER NOT NULL REFERENCES maker (key),
  failure TEXT NOT NULL
) STRICT;
CREATE INDEX analysis_subject ON analysis (subject);

-- Words. The texts stay in their tables (external content); a larger hash keeps more of a bulk write in memory.
CREATE VIRTUAL TABLE claim_words USING fts5 (
  quote, content = 'claim', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE document_words USING fts5 (
  title, text, content = 'document', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO claim_words (claim_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO document_words (document_words, rank) VALUES ('hashsize', 33554432);

-- What is true now. None of these reads the word indexes: only tables whose every row verify() recomputes.

CREATE VIEW journal AS
  SELECT number, at, action, actor, reason,
         last_record - coalesce(lag(last_record) OVER (ORDER BY number), 0) AS records,
         lower(hex(content)) AS content, lower(hex(chain)) AS chain
  FROM journal_entry;

-- Keys of what a retraction removed, unless that retraction was itself retracted.
CREATE VIEW retracted AS
  SELECT t.record AS key FROM retraction AS t WHERE NOT EXISTS (SELECT 1 FROM retraction AS u WHERE u.record = t.key);

CREATE VIEW records AS
  SELECT r.key, lower(hex(r.id)) AS id, r.kind,
         (SELECT number FROM journal_entry WHERE last_record >= r.key ORDER BY last_record LIMIT 1) AS entry,
         (SELECT at FROM journal_entry WHERE last_record >= r.key ORDER BY last_record LIMIT 1) AS recorded_at,
         EXISTS (SELECT 1 FROM retracted WHERE key = r.key) AS retracted
  FROM record AS r;

-- The reading that stands for each claim: the newest that a person made, else the newest of the highest-ranked analyzer.
CREATE VIEW standing_reading AS
  SELECT c.key AS claim,
         (SELECT x.key FROM reading AS x JOIN maker AS m ON m.key = x.maker
          WHERE x.claim = c.key AND NOT EXISTS (SELECT 1 FROM retracted WHERE key = x.key)
          ORDER BY m.person <> '' DESC,
                   CASE WHEN m.person <> '' THEN 0 ELSE
                     coalesce((SELECT z.rank FROM analyzer AS z WHERE z.plugin = m.plugin ORDER BY z.key DESC LIMIT 1), 0)
                   END DESC,
                   x.key DESC
          LIMIT 1) AS reading
  FROM claim AS c;

-- The verdict that stands for each claim: a person's before a machine's, then the latest day judged, then the newest.
CREATE VIEW standing_verdict AS
  SELECT c.key AS claim,
         (SELECT a.key FROM reading AS x JOIN assessment AS a ON a.reading = x.key JOIN maker AS m ON m.key = a.maker
          WHERE x.claim = c.key AND NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (x.key, a.key))
          ORDER BY m.person <> '' DESC, a.today DESC, a.key DESC
          LIMIT 1) AS assessment
  FROM claim AS c;

CREATE VIEW documents AS
  SELECT r.id, d.published, d.published_earliest, d.published_latest, d.title, d.publisher, d.author, d.speaker, d.url,
         d.language, d.media_type, lower(hex(w.digest)) AS raw, w.size AS raw_bytes, d.text, r.entry, r.recorded_at
  FROM document AS d JOIN records AS r ON r.key = d.key JOIN raw AS w ON w.key = d.raw
  WHERE NOT r.retracted;

CREATE VIEW claims AS
  SELECT rc.id, lower(hex(rd.id)) AS document, d.title, d.url, d.publisher, d.published,
         c.speaker, c.speaker_name, c.said, c.said_earliest, c.said_latest, c.voice, c.quote, c.span_begin, c.span_end,
         lower(hex(rr.id)) AS reading, r.kind, r.topic, r.subject, r.subject_text, r.indicator, r.indicator_text,
         r.relation, r.value, r.upper, r.unit, r.scope, r.baseline, r.due, r.due_earliest, r.due_latest, r.condition,
         r.strength, r.negated, r.score, iif(rm.person <> '', rm.person, rm.plugin) AS read_by,
         lower(hex(ra.id)) AS assessment, a.verdict, a.provisional, a.today AS judged, rc.entry, rc.recorded_at
  FROM claim AS c
  JOIN records AS rc ON rc.key = c.key
  JOIN document AS d ON d.key = c.document
  JOIN record AS rd ON rd.key = c.document
  JOIN standing_reading AS sr ON sr.claim = c.key
  LEFT JOIN reading AS r ON r.key = sr.reading
  LEFT JOIN record AS rr ON rr.key = r.key
  LEFT JOIN maker AS rm ON rm.key = r.maker
  JOIN standing_verdict AS sv ON sv.claim = c.key
  LEFT JOIN assessment AS a ON a.key = sv.assessment
  LEFT JOIN record AS ra ON ra.key = a.key
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (c.key, c.document));

CREATE VIEW readings AS
  SELECT rr.id, lower(hex(rc.id)) AS claim, r.key = sr.reading AS stands, r.kind, r.topic, r.subject, r.subject_text,
         r.indicator, r.indicator_text, r.relation, r.value, r.value_step, r.upper, r.upper_step, r.unit, r.scope,
         r.baseline, r.baseline_earliest, r.baseline_latest, r.due, r.due_earliest, r.due_latest, r.condition, r.strength,
         r.negated, r.score, r.cues, m.plugin, m.version, m.revision, m.person, rr.entry, rr.recorded_at
  FROM reading AS r
  JOIN records AS rr ON rr.key = r.key
  JOIN claim AS c ON c.key = r.claim
  JOIN record AS rc ON rc.key = c.key
  JOIN standing_reading AS sr ON sr.claim = c.key
  JOIN maker AS m ON m.key = r.maker
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (r.key, c.key, c.document));

CREATE VIEW verdict_history AS
  SELECT ra.id, lower(hex(rc.id)) AS claim, lower(hex(rr.id)) AS reading, a.key = sv.assessment AS stands,
         c.speaker, c.speaker_name, c.said, c.quote, a.verdict, a.provisional, a.today AS judged, a.vintage, a.figures,
         a.reason, m.plugin, m.version, m.revision, m.person, ra.entry, ra.recorded_at
  FROM assessment AS a
  JOIN records AS ra ON ra.key = a.key
  JOIN reading AS r ON r.key = a.reading
  JOIN record AS rr ON rr.key = r.key
  JOIN claim AS c ON c.key = r.claim
  JOIN record AS rc ON rc.key = c.key
  JOIN standing_verdict AS sv ON sv.claim = c.key
  JOIN maker AS m ON m.key = a.maker
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (a.key, r.key, c.key, c.document));

CREATE VIEW verdicts AS
  SELECT id, claim, reading, speaker, speaker_name, said, quote, verdict, provisional, judged, vintage, figures, reason,
         plugin, version, revision, person, entry, recorded_at
  FROM verdict_history WHERE stands;

CREATE VIEW evidence AS
  SELECT ra.id AS assessment, e.position, e.kind, e.reference, e.note
  FROM assessment_evidence AS e JOIN records AS ra ON ra.key = e.assessment
  WHERE NOT ra.retracted;

CREATE VIEW observations AS
  SELECT ro.id, s.indicator, o.entity, o.period, o.period_earliest, o.period_latest, o.value AS published_value,
         iif(o.value = '', NULL, CAST(o.value AS REAL)) AS value, o.unit, o.status, o.published, o.note, s.source, s.url,
         s.licence, lower(hex(rs.id)) AS series, ro.entry, ro.recorded_at, o.key
  FROM observation AS o
  JOIN records AS ro ON ro.key = o.key
  JOIN series AS s ON s.key = o.series
  JOIN record AS rs ON rs.key = s.key
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (o.key, s.key));

-- Of each indicator, entity and period the newest vintage; of two of one day the one recorded last.
CREATE VIEW observations_now AS
  SELECT v.*
  FROM (SELECT o.key, row_number() OVER (PARTITION BY s.indicator, o.entity, o.period
                                         ORDER BY o.published DESC, o.key DESC) AS age
        FROM observation AS o JOIN series AS s ON s.key = o.series
        WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (o.key, s.key))) AS n
  JOIN observations AS v ON v.key = n.key
  WHERE n.age = 1;

CREATE VIEW entities AS
  SELECT r.id, e.code, e.kind, e.name, e.wikidata, e.aliases, r.entry, r.recorded_at
  FROM entity AS e JOIN records AS r ON r.key = e.key
  WHERE e.key = (SELECT max(n.key) FROM entity AS n
                 WHERE n.code = e.code AND NOT EXISTS (SELECT 1 FROM retracted WHERE key = n.key));

CREATE VIEW memberships AS
  SELECT e.code AS entity, e.name, m.group_code, m.role, m.since, m.since_earliest, m.since_latest,
         m.until, m.until_earliest, m.until_latest
  FROM entity_membership AS m JOIN entity AS e ON e.key = m.entity
  WHERE e.key = (SELECT max(n.key) FROM entity AS n
                 WHERE n.code = e.code AND NOT EXISTS (SELECT 1 FROM retracted WHERE key = n.key));

CREATE VIEW indicators AS
  SELECT r.id, i.code, i.name, i.measure, i.unit, i.publisher, i.definition, i.rank, i.phrases, r.entry, r.recorded_at
  FROM indicator AS i JOIN records AS r ON r.key = i.key
  WHERE i.key = (SELECT max(n.key) FROM indicator AS n
                 WHERE n.code = i.code AND NOT EXISTS (SELECT 1 FROM retracted WHERE key = n.key));

CREATE VIEW scales AS
  SELECT s.code, s.name, s.source, e.verdict, e.label
  FROM scale_entry AS e JOIN scale AS s ON s.key = e.scale
  WHERE s.key = (SELECT max(n.key) FROM scale AS n
                 WHERE n.code = s.code AND NOT EXISTS (SELECT 1 FROM retracted WHERE key = n.key));

CREATE VIEW links AS
  SELECT r.id, lower(hex(f.id)) AS from_claim, lower(hex(t.id)) AS to_claim, l.kind, l.confirmed, l.score, l.reason,
         m.plugin, m.version, m.person, r.entry, r.recorded_at
  FROM link AS l
  JOIN records AS r ON r.key = l.key
  JOIN claim AS cf ON cf.key = l.from_claim
  JOIN claim AS ct ON ct.key = l.to_claim
  JOIN record AS f ON f.key = cf.key
  JOIN record AS t ON t.key = ct.key
  JOIN maker AS m ON m.key = l.maker
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (l.key, cf.key, cf.document, ct.key, ct.document));

CREATE VIEW retractions AS
  SELECT r.id, lower(hex(k.id)) AS record, k.kind, t.person, t.reason, t.at, r.entry, r.recorded_at
  FROM retraction AS t JOIN records AS r ON r.key = t.key JOIN record AS k ON k.key = t.record;
