-- What is true now leaves out what lies ahead of today (UTC): verdicts judged as if it were a later day, documents and
-- vintages dated later. `verdict_history` still has every verdict.

DROP VIEW standing_verdict;
DROP VIEW documents;
DROP VIEW claims;
DROP VIEW observations;
DROP VIEW observations_now;

-- The verdict that stands for each claim: a person's before a machine's, then the latest day judged, then the newest.
CREATE VIEW standing_verdict AS
  SELECT c.key AS claim,
         (SELECT a.key FROM reading AS x JOIN assessment AS a ON a.reading = x.key JOIN maker AS m ON m.key = a.maker
          WHERE x.claim = c.key AND a.today <= date('now') AND NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (x.key, a.key))
          ORDER BY m.person <> '' DESC, a.today DESC, a.key DESC
          LIMIT 1) AS assessment
  FROM claim AS c;

CREATE VIEW documents AS
  SELECT r.id, d.published, d.published_earliest, d.published_latest, d.title, d.publisher, d.author, d.speaker, d.url,
         d.language, d.media_type, lower(hex(w.digest)) AS raw, w.size AS raw_bytes, d.text, r.entry, r.recorded_at
  FROM document AS d JOIN records AS r ON r.key = d.key JOIN raw AS w ON w.key = d.raw
  WHERE NOT r.retracted AND coalesce(d.published_earliest, '') <= date('now');

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
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (c.key, c.document))
    AND coalesce(d.published_earliest, '') <= date('now');

CREATE VIEW observations AS
  SELECT ro.id, s.indicator, o.entity, o.period, o.period_earliest, o.period_latest, o.value AS published_value,
         iif(o.value = '', NULL, CAST(o.value AS REAL)) AS value, o.unit, o.status, o.published, o.note, s.source, s.url,
         s.licence, lower(hex(rs.id)) AS series, ro.entry, ro.recorded_at, o.key
  FROM observation AS o
  JOIN records AS ro ON ro.key = o.key
  JOIN series AS s ON s.key = o.series
  JOIN record AS rs ON rs.key = s.key
  WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (o.key, s.key)) AND o.published <= date('now');

-- Of each indicator, entity and period the newest vintage; of two of one day the one recorded last.
CREATE VIEW observations_now AS
  SELECT v.*
  FROM (SELECT o.key, row_number() OVER (PARTITION BY s.indicator, o.entity, o.period
                                         ORDER BY o.published DESC, o.key DESC) AS age
        FROM observation AS o JOIN series AS s ON s.key = o.series
        WHERE NOT EXISTS (SELECT 1 FROM retracted WHERE key IN (o.key, s.key)) AND o.published <= date('now')) AS n
  JOIN observations AS v ON v.key = n.key
  WHERE n.age = 1;
