-- Disputes and their answers are entries of their own, and so is what a person's reading corrects and why.

CREATE TABLE dispute (
  key       INTEGER PRIMARY KEY REFERENCES record (key),
  claim     INTEGER NOT NULL REFERENCES claim (key),
  record    INTEGER NOT NULL REFERENCES record (key),  -- the claim, or a reading or an assessment of it
  person    TEXT NOT NULL,
  disputant TEXT NOT NULL,  -- reader, speaker, newsroom, reviewer
  reason    TEXT NOT NULL,
  evidence  TEXT NOT NULL,  -- JSON array of [kind, reference, note]
  at        TEXT NOT NULL
) STRICT;
CREATE INDEX dispute_claim ON dispute (claim);

CREATE TABLE answer (
  key      INTEGER PRIMARY KEY REFERENCES record (key),
  dispute  INTEGER NOT NULL REFERENCES dispute (key),
  ruling   TEXT NOT NULL,  -- upheld, corrected, withdrawn
  person   TEXT NOT NULL,
  reason   TEXT NOT NULL,
  evidence TEXT NOT NULL,  -- JSON array of [kind, reference, note]
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX answer_dispute ON answer (dispute);

ALTER TABLE reading ADD COLUMN reason TEXT NOT NULL DEFAULT '';      -- of a person's: why
ALTER TABLE reading ADD COLUMN corrects INTEGER REFERENCES reading (key);  -- the one that stood before it

DROP VIEW readings;

CREATE VIEW readings AS
  SELECT rr.id, lower(hex(rc.id)) AS claim, r.key = sr.reading AS stands, r.kind, r.topic, r.subject, r.subject_text,
         r.indicator, r.indicator_text, r.relation, r.value, r.value_step, r.upper, r.upper_step, r.unit, r.scope,
         r.baseline, r.baseline_earliest, r.baseline_latest, r.due, r.due_earliest, r.due_latest, r.condition, r.strength,
         r.hedge, r.negated, r.score, r.cues, m.plugin, m.version, m.revision, m.person, r.reason,
         lower(hex(ro.id)) AS corrects, rr.entry, rr.recorded_at
  FROM reading AS r
  JOIN records AS rr ON rr.key = r.key
  JOIN claim AS c ON c.key = r.claim
  JOIN record AS rc ON rc.key = c.key
  JOIN standing_reading AS sr ON sr.claim = c.key
  JOIN maker AS m ON m.key = r.maker
  LEFT JOIN record AS ro ON ro.key = r.corrects
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (r.key, c.key, c.document));

CREATE VIEW answers AS
  SELECT r.id, lower(hex(d.id)) AS dispute, a.ruling, a.person, a.reason, a.evidence, a.at, r.entry, r.recorded_at
  FROM answer AS a JOIN records AS r ON r.key = a.key JOIN record AS d ON d.key = a.dispute
  WHERE NOT r.retracted;

-- With the newest answer; one without is open.
CREATE VIEW disputes AS
  SELECT r.id, lower(hex(rc.id)) AS claim, lower(hex(ro.id)) AS record, ro.kind, d.person, d.disputant, d.reason,
         d.evidence, d.at, a.ruling, a.person AS answered_by, a.reason AS answer, r.entry, r.recorded_at
  FROM dispute AS d
  JOIN records AS r ON r.key = d.key
  JOIN claim AS c ON c.key = d.claim
  JOIN record AS rc ON rc.key = d.claim
  JOIN record AS ro ON ro.key = d.record
  LEFT JOIN answer AS a ON a.key =
    (SELECT n.key FROM answer AS n JOIN record AS nr ON nr.key = n.key
     WHERE n.dispute = d.key AND NOT EXISTS (SELECT 1 FROM retracted WHERE key = n.key)
     ORDER BY n.at DESC, nr.id DESC LIMIT 1)
  WHERE NOT r.retracted AND NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (c.key, c.document));
