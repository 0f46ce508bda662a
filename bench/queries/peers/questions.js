// The questions of bench/queries, with the values that its repetitions take. Where the two peers are asked best in
// different words, both are there.

const newest = 'ORDER BY c.said_latest DESC, c.key LIMIT 50';
const withReading = 'SELECT c.key FROM claim c JOIN reading r ON r.claim = c.key WHERE';
const latestOf = {
  postgres: '(SELECT y.verdict FROM assessment y WHERE y.reading = r.key ORDER BY y.today DESC, y.key DESC LIMIT 1)',
  duckdb: '(SELECT arg_max(y.verdict, y.key) FROM assessment y WHERE y.reading = r.key)',
};

/// What a row of Avow's lists holds, of the claims whose keys a query gives.
function rows(keys, order = 'c.said_latest DESC, c.key') {
  return `WITH k AS MATERIALIZED (${keys}) SELECT c.*, d.title, d.url, d.publisher, r.*, a.*, e.kind, e.reference, e.note
    FROM k JOIN claim c ON c.key = k.key JOIN document d ON d.key = c.document JOIN reading r ON r.claim = c.key
    LEFT JOIN LATERAL (SELECT * FROM assessment y WHERE y.reading = r.key ORDER BY y.today DESC, y.key DESC LIMIT 1) a ON true
    LEFT JOIN assessment_evidence e ON e.assessment = a.key ORDER BY ${order}`;
}

const speaker = (i) => `speaker-${1 + (i * 37) % 4999}`;
const year = (i) => 2020 + (i % 4);
const month = (i) => `${2020 + Math.floor((i % 60) / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;

/// How many claims of each group stood at each verdict once the record $1 was there. In these stores a later record is a
/// verdict of a later day, which spares DuckDB the comparison by day.
function counts(group, tables = '') {
  const from = (latest) => `SELECT ${group} AS grp, a.verdict, count(*) AS n FROM claim c JOIN reading r ON r.claim = c.key
    ${tables} LEFT JOIN (${latest}) a ON a.reading = r.key WHERE c.key <= $1 GROUP BY 1, 2`;
  return {
    duckdb: from('SELECT reading, arg_max(verdict, key) AS verdict FROM assessment WHERE key <= $1 GROUP BY reading'),
    postgres: from('SELECT DISTINCT ON (reading) reading, verdict FROM assessment WHERE key <= $1 ' +
      'ORDER BY reading, today DESC, key DESC'),
  };
}

const parties = 'JOIN membership b ON b.code = c.speaker AND coalesce(b.since_earliest, DATE \'0001-01-01\') <= c.said_latest ' +
  'AND coalesce(b.until_latest, DATE \'9999-12-31\') >= c.said_earliest';
const groupings = [['in all', '\'\''], ['by speaker', 'c.speaker'], ['by topic', 'r.topic'],
  ['by year', 'extract(year FROM c.said_latest)'], ['by kind', 'r.kind'], ['by party', 'b.group_code', parties]];

export async function questions(facts) {
  const { newestRecord, entries, claims, word } = facts;
  const id = (i) => claims[(i * 7) % claims.length];
  const twoWords = (i) => [word(40 + (i % 50)), word(95 + (i % 70))];
  const both = (sql) => ({ duckdb: sql, postgres: sql });
  const list = (keys) => both(rows(keys));
  const byVerdict = Object.fromEntries(Object.entries(latestOf).map(([peer, latest]) =>
    [peer, rows(`${withReading} ${latest} = $1 ${newest}`)]));
  const words = (count) => ({
    duckdb: rows(`SELECT c.key FROM claim c WHERE ${Array.from({ length: count }, (_, n) => `contains(c.quote, $${n + 1})`)
      .join(' AND ')} ${newest}`),
    postgres: rows(`SELECT c.key FROM claim c WHERE to_tsvector('simple', c.quote) @@ (${Array.from({ length: count },
      (_, n) => `plainto_tsquery('simple', $${n + 1})`).join(' && ')}) ${newest}`),
  });
  const all = [
    { name: 'a claim by its id', sql: both('SELECT * FROM claim WHERE id = $1'), values: (i) => [id(i)] },
    { name: 'a claim with reading and verdict by its id', sql: list('SELECT key FROM claim WHERE id = $1'),
      values: (i) => [id(i)] },
    { name: 'newest 50', sql: list(`SELECT c.key FROM claim c ${newest}`), values: () => [] },
    { name: 'newest 50 of a speaker', sql: list(`SELECT c.key FROM claim c WHERE c.speaker = $1 ${newest}`),
      values: (i) => [speaker(i)] },
    { name: 'newest 50 of the speaker with every tenth',
      sql: list(`SELECT c.key FROM claim c WHERE c.speaker = $1 ${newest}`), values: () => ['speaker-0'] },
    { name: 'newest 50 of a speaker in a topic and a year',
      sql: list(`${withReading} c.speaker = $1 AND r.topic = $2 AND c.said_latest BETWEEN CAST($3 AS DATE) AND ` +
        `CAST($4 AS DATE) ${newest}`),
      values: (i) => [i % 2 === 0 ? 'speaker-0' : speaker(i), `topic-${i % 25}`, `${year(i)}-01-01`, `${year(i)}-12-31`] },
    { name: 'newest 50 forecasts', sql: list(`${withReading} r.kind = $1 ${newest}`), values: () => ['forecast'] },
    { name: 'newest 50 of a topic', sql: list(`${withReading} r.topic = $1 ${newest}`), values: (i) => [`topic-${i % 25}`] },
    { name: 'newest 50 of an indicator', sql: list(`${withReading} r.indicator = $1 ${newest}`),
      values: (i) => [`indicator-${i % 200}`] },
    { name: 'newest 50 said in a month',
      sql: list(`SELECT c.key FROM claim c WHERE c.said_latest BETWEEN CAST($1 AS DATE) AND CAST($2 AS DATE) ${newest}`),
      values: (i) => [`${month(i)}-01`, `${month(i)}-28`] },
    { name: 'newest 50 with the verdict broken', sql: byVerdict, values: () => ['broken'] },
    { name: 'newest 50 with a rare word', sql: words(1), values: (i) => [word(19000 + (i % 900))] },
    { name: 'newest 50 with a frequent word', sql: words(1), values: (i) => [word(i % 10)] },
    { name: 'newest 50 with two words', sql: words(2), values: twoWords },
  ];
  for (const [name, group, tables] of groupings) {
    const sql = counts(group, tables);
    const counted = (result) => result.reduce((sum, row) => sum + Number(row.n), 0);
    all.push({ name: `verdicts now, ${name}`, sql, values: () => [newestRecord], counted });
    all.push({ name: `verdicts as of an entry, ${name}`, sql, values: (i) => [entries[(i * 13) % entries.length]], counted });
  }
  return all;
}
