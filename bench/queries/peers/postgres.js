// node postgres.js FOLDER SOCKET-FOLDER [seconds a question]: loads the CSV files of FOLDER into the database "bench" of
// the server (postgres.sh starts one) when its tables are not there, and asks the questions.

import { readFileSync } from 'node:fs';
import pg from 'pg';
import { questions } from './questions.js';
import { postgresIndexes, tables } from './schema.js';
import { factsOf, timeAll } from './time.js';

const [folder, socket, seconds] = process.argv.slice(2);
const client = new pg.Client({ host: socket, database: 'bench', user: 'bench' });
await client.connect();

async function load() {
  for (const [name, columns] of Object.entries(tables)) {
    await client.query(`CREATE TABLE ${name} (${columns})`);
    await client.query(`COPY ${name} FROM '${folder}/${name}.csv' (FORMAT csv)`);
  }
  for (const index of postgresIndexes) await client.query(index);
  await client.query('VACUUM (ANALYZE)');
}

const { rows: [{ known }] } = await client.query('SELECT to_regclass(\'journal_entry\') AS known');
if (known === null) {
  const start = performance.now();
  await load();
  console.log(`loaded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

const names = new Map();
const ask = async (sql, values) => {
  const text = typeof sql === 'string' ? sql : sql.postgres;
  if (!names.has(text)) names.set(text, `question${names.size}`);
  return (await client.query({ name: names.get(text), text, values })).rows;
};
/// Of the server's process for this connection; what parallel workers spend is not in it, so there are none.
await client.query('SET max_parallel_workers_per_gather = 0');
const { rows: [{ pid }] } = await client.query('SELECT pg_backend_pid() AS pid');
const processor = () => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
await timeAll('PostgreSQL 15', await questions(await factsOf(ask)), ask, processor, seconds ? Number(seconds) : 4);
await client.end();
