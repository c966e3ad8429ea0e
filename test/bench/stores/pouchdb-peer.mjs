// The peer of the benchmark of stores, run in a folder where its packages are installed: a server of PouchDB on this
// machine, and clients that write to it and replicate from it. Prints one line of JSON.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const load = createRequire(path.join(process.cwd(), 'package.json'));
const PouchDB = load('pouchdb');
const express = load('express');
const [acts, appends, pulls] = process.argv.slice(2).map(Number);

const Served = PouchDB.defaults({ prefix: path.join(process.cwd(), 'data', path.sep) });
mkdirSync('data', { recursive: true });
const app = express();
app.use(
  '/',
  load('express-pouchdb')(Served, { mode: 'minimumForPouchDB', logPath: path.join(process.cwd(), 'log.txt') }),
);
const server = await new Promise((resolve) => {
  const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
});
const url = `http://127.0.0.1:${server.address().port}`;

function docOf(index) {
  return {
    _id: `act-${String(index).padStart(8, '0')}`,
    day: '2026-06-01',
    at: '2026-06-01T08:00:00.000Z',
    by: 'owner',
    device: 'bench',
    do: 'group.update',
    args: { groupId: 'root', set: { note: `note ${index}`.padEnd(120, '.') } },
  };
}

const filled = new PouchDB(`${url}/filled`);
for (let start = 0; start < acts; start += 500) {
  await filled.bulkDocs(Array.from({ length: Math.min(500, acts - start) }, (_, index) => docOf(start + index)));
}
/** Seconds that a newcomer takes to pull all of it. */
async function pull(name) {
  const local = new PouchDB(path.join(process.cwd(), 'data', name));
  const begun = performance.now();
  await PouchDB.replicate(filled, local, { batch_size: 1000 });
  const seconds = (performance.now() - begun) / 1000;
  const { doc_count: pulled } = await local.info();
  if (pulled !== acts) throw new Error(`${pulled} of ${acts} were replicated`);
  return seconds;
}

const taken = [];
for (let count = 0; count < pulls; count += 1) taken.push(await pull(`local-${count}`));
const pullSeconds = taken.sort((first, second) => first - second)[Math.floor(pulls / 2)];

async function write(name, writers) {
  const databases = Array.from({ length: writers }, () => new PouchDB(`${url}/${name}`));
  await databases[0].info();
  const begun = performance.now();
  await Promise.all(
    databases.map(async (database, writer) => {
      for (let index = 0; index < appends / writers; index += 1) {
        await database.put({ ...docOf(index), _id: `writer-${writer}-${index}` });
      }
    }),
  );
  return appends / ((performance.now() - begun) / 1000);
}

const one = await write('one', 1);
const four = await write('four', 4);
process.stdout.write(`${JSON.stringify({ pulledPerSecond: acts / pullSeconds, one, four })}\n`);
process.exit(0);
