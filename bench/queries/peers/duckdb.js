// node duckdb.js FOLDER FILE [seconds a question]: loads the CSV files of FOLDER into FILE when it is not there, and asks
// the questions with one thread and with as many as there are processors.

import { existsSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { questions } from './questions.js';
import { lookupIndexes, tables } from './schema.js';
import { factsOf, timeAll } from './time.js';

const [folder, file, seconds] = process.argv.slice(2);

async function load(connection) {
  for (const [name, columns] of Object.entries(tables)) {
    await connection.run(`CREATE TABLE ${name} (${columns})`);
    await connection.run(`COPY ${name} FROM '${folder}/${name}.csv' (HEADER false, QUOTE '"', ESCAPE '"', ALLOW_QUOTED_NULLS false)`);
  }
  for (const index of lookupIndexes) await connection.run(index);
  await connection.run('CHECKPOINT');
}

function asker(connection) {
  const prepared = new Map();
  return async (sql, values) => {
    const text = typeof sql === 'string' ? sql : sql.duckdb;
    if (!prepared.has(text)) prepared.set(text, await connection.prepare(text));
    const statement = prepared.get(text);
    values.forEach((value, at) => (typeof value === 'string' ? statement.bindVarchar(at + 1, value)
      : statement.bindBigInt(at + 1, BigInt(value))));
    return (await statement.runAndReadAll()).getRowObjects();
  };
}

const isNew = !existsSync(file);
const instance = await DuckDBInstance.create(file);
const connection = await instance.connect();
if (isNew) {
  const start = performance.now();
  await load(connection);
  console.log(`loaded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
const ask = asker(connection);
const all = await questions(await factsOf(ask));
const processor = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };
for (const threads of [1, Number((await connection.runAndReadAll('SELECT current_setting(\'threads\')')).getRows()[0][0])]) {
  await connection.run(`SET threads = ${threads}`);
  await timeAll(`DuckDB, threads ${threads}`, all, ask, processor, seconds ? Number(seconds) : 4);
}
