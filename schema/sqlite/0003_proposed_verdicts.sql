-- A verdict of a sort that policy leaves to people is only proposed until one of them confirms it (schema/policy.json).

ALTER TABLE assessment ADD COLUMN proposed INTEGER NOT NULL DEFAULT 0 CHECK (proposed IN (0, 1));

DROP VIEW claims;
DROP VIEW verdicts;
DROP VIEW verdict_history;

CREATE VIEW claims AS
  SELECT rc.id, lower(hex(rd.id)) AS document, d.title, d.url, d.publisher, d.published,
         c.speaker, c.speaker_name, c.said, c.said_earliest, c.said_latest, c.voice, c.quote, c.span_begin, c.span_end,
         lower(hex(rr.id)) AS reading, r.kind, r.topic, r.subject, r.subject_text, r.indicator, r.indicator_text,
         r.relation, r.value, r.upper, r.unit, r.scope, r.baseline, r.due, r.due_earliest, r.due_latest, r.condition,
         r.strength, r.negated, r.score, iif(rm.person <> '', rm.person, rm.plugin) AS read_by,
         lower(hex(ra.id)) AS assessment, a.verdict, a.provisional, a.proposed, a.today AS judged,
         rc.entry, rc.recorded_at
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
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (c.key, c.document))
    AND coalesce(d.published_earliest, '') <= date('now');

CREATE VIEW verdict_history AS
  SELECT ra.id, lower(hex(rc.id)) AS claim, lower(hex(rr.id)) AS reading, a.key = sv.assessment AS stands,
         c.speaker, c.speaker_name, c.said, c.quote, a.verdict, a.provisional, a.proposed, a.today AS judged, a.vintage,
         a.figures, a.reason, m.plugin, m.version, m.revision, m.person, ra.entry, ra.recorded_at
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
  SELECT id, claim, reading, speaker, speaker_name, said, quote, verdict, provisional, proposed, judged, vintage, figures,
         reason, plugin, version, revision, person, entry, recorded_at
  FROM verdict_history WHERE stands;
