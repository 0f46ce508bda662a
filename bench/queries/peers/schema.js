// The tables of avow_bench_export_rows, and the indexes that a server with rows of this kind would be given.

export const tables = {
  claim: 'key BIGINT PRIMARY KEY, id TEXT NOT NULL, document BIGINT NOT NULL, quote TEXT NOT NULL, speaker TEXT NOT NULL, ' +
    'speaker_name TEXT NOT NULL, said_earliest DATE, said_latest DATE',
  reading: 'key BIGINT PRIMARY KEY, id TEXT NOT NULL, claim BIGINT NOT NULL, kind TEXT NOT NULL, topic TEXT NOT NULL, ' +
    'subject TEXT NOT NULL, indicator TEXT NOT NULL, relation TEXT NOT NULL, value DOUBLE PRECISION, unit TEXT NOT NULL, ' +
    'due TEXT NOT NULL, due_latest DATE, strength TEXT NOT NULL, negated INTEGER NOT NULL',
  assessment: 'key BIGINT PRIMARY KEY, id TEXT NOT NULL, reading BIGINT NOT NULL, verdict TEXT NOT NULL, ' +
    'provisional INTEGER NOT NULL, proposed INTEGER NOT NULL, today DATE NOT NULL, vintage TEXT NOT NULL, reason TEXT NOT NULL',
  assessment_evidence: 'assessment BIGINT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, reference TEXT NOT NULL, ' +
    'note TEXT NOT NULL',
  document: 'key BIGINT PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, publisher TEXT NOT NULL, ' +
    'published_latest DATE',
  observation: 'key BIGINT PRIMARY KEY, id TEXT NOT NULL, series BIGINT NOT NULL, entity TEXT NOT NULL, ' +
    'period TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL, status TEXT NOT NULL, published DATE NOT NULL',
  series: 'key BIGINT PRIMARY KEY, indicator TEXT NOT NULL, source TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL',
  membership: 'code TEXT NOT NULL, group_code TEXT NOT NULL, since_earliest DATE, until_latest DATE',
  journal_entry: 'number BIGINT PRIMARY KEY, recorded_at TEXT NOT NULL, action TEXT NOT NULL, actor TEXT NOT NULL, ' +
    'last_record BIGINT NOT NULL',
};

/// DuckDB sorts and scans columns; of indexes it has use only for those that find single rows.
export const lookupIndexes = [
  'CREATE UNIQUE INDEX claim_id ON claim (id)',
  'CREATE INDEX reading_claim ON reading (claim)',
  'CREATE INDEX assessment_reading ON assessment (reading)',
];

export const postgresIndexes = [
  ...lookupIndexes.slice(0, 2),
  'CREATE INDEX assessment_reading ON assessment (reading, today DESC, key DESC) INCLUDE (verdict)',
  'CREATE INDEX assessment_verdict ON assessment (verdict)',
  'CREATE INDEX claim_said ON claim (said_latest DESC, key)',
  'CREATE INDEX claim_speaker ON claim (speaker, said_latest DESC, key)',
  'CREATE INDEX claim_words ON claim USING gin (to_tsvector(\'simple\', quote))',
  'CREATE INDEX reading_indicator ON reading (indicator)',
  'CREATE INDEX reading_topic ON reading (topic)',
  'CREATE INDEX reading_kind ON reading (kind)',
  'CREATE INDEX reading_due ON reading (due_latest, key)',
  'CREATE INDEX evidence_of ON assessment_evidence (assessment)',
  'CREATE INDEX observation_series ON observation (series, entity, period, published)',
  'CREATE INDEX membership_code ON membership (code)',
  'CREATE UNIQUE INDEX journal_last ON journal_entry (last_record)',
];
