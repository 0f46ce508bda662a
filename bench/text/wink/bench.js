// node bench.js FOLDER [repetitions]: reads every *.txt below the folder with wink-nlp, whole and with the finding of sentences
// alone, and prints the best of the repetitions in processor time, as avow_bench_text does for ours.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const [folder, repetitions = '3'] = process.argv.slice(2);
if (!folder) {
  console.error('node bench.js FOLDER [repetitions]');
  process.exit(2);
}
const texts = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.txt') && !/^(SOURCE|LICEN[CS]E|README)/i.test(name.split('/').pop()))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

function measure(name, pipe) {
  const nlp = winkNLP(model, pipe);
  let best = Infinity;
  let sentences = 0;
  for (let run = 0; run < Number(repetitions); ++run) {
    const before = process.cpuUsage();
    sentences = texts.reduce((sum, text) => sum + nlp.readDoc(text).sentences().length(), 0);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  console.log(
    `${name.padEnd(34)} ${(bytes / 1e6 / best).toFixed(2).padStart(9)} MB/s ${Math.round(sentences / best)
      .toString()
      .padStart(12)} sentences/s`,
  );
}

console.log(`${texts.length} texts, ${(bytes / 1e6).toFixed(1)} MB`);
measure('wink-nlp, whole', undefined);
measure('wink-nlp, sentences', ['sbd']);
