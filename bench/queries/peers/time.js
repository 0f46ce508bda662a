// How each question is timed: every repetition with other values, until the time given is over.

const least = 5;
const most = 1000;

function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil((percent / 100) * sorted.length), 1) - 1];
}

/// `ask(sql, values)` gives rows as objects; `processor()` the seconds of processor time spent so far.
export async function timeAll(peer, questions, ask, processor, seconds = 4) {
  console.log(`\n${peer.padEnd(46)} ${'rows'.padStart(8)} ${'times'.padStart(5)} ${'median'.padStart(9)} ` +
    `${'99th'.padStart(9)} ${'processor'.padStart(9)}`);
  for (const question of questions) {
    const values = (i) => question.values(i);
    const first = await ask(question.sql, values(most));
    const times = [];
    const began = processor();
    for (let i = 0, spent = 0; i < most && (i < least || spent < seconds * 1000); ++i) {
      const start = performance.now();
      await ask(question.sql, values(i));
      times.push(performance.now() - start);
      spent += times.at(-1);
    }
    const mean = ((processor() - began) * 1000) / times.length;
    const rows = question.counted ? question.counted(first) : first.length;
    console.log(`${question.name.padEnd(46)} ${String(rows).padStart(8)} ${String(times.length).padStart(5)} ` +
      `${percentile(times, 50).toFixed(3).padStart(9)} ${percentile(times, 99).toFixed(3).padStart(9)} ` +
      `${mean.toFixed(3).padStart(9)}`);
  }
}

/// What the questions' values are taken from, asked of the peer itself.
export async function factsOf(ask) {
  const column = async (sql) => (await ask(sql, [])).map((row) => Object.values(row)[0]);
  const [newestRecord] = await column('SELECT max(last_record) AS last FROM journal_entry');
  const middle = 'SELECT last_record FROM journal_entry WHERE number BETWEEN (SELECT max(number) / 2 FROM journal_entry) ' +
    'AND (SELECT max(number) / 2 + 1000 FROM journal_entry) ORDER BY number';
  const quotes = await column('SELECT quote FROM claim ORDER BY key LIMIT 200000');
  const times = new Map();
  for (const quote of quotes)
    for (const one of quote.replaceAll('.', '').split(' ')) times.set(one, (times.get(one) ?? 0) + 1);
  const words = [...times.entries()].sort((a, b) => b[1] - a[1]).map(([one]) => one);
  return {
    newestRecord,
    entries: await column(middle),
    claims: await column('SELECT id FROM claim WHERE key % 997 = 0 LIMIT 1200'),
    word: (place) => words[Math.min(place, words.length - 1)],
  };
}
