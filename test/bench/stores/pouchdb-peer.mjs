// The peer of the benchmark of stores, run in a folder where its packages are installed: a server of PouchDB on this
// machine, in a process of its own as the servers that it is compared with are, and clients that write to it and replicate from it.
// Whoever starts it asks by messages.
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const load = createRequire(path.join(process.cwd(), 'package.json'));
const PouchDB = load('pouchdb');

if (process.argv[2] === 'server') serve();
else await measure(...process.argv.slice(2).map(Number));

function serve() {
  mkdirSync('data', { recursive: true });
  const express = load('express');
  const Served = PouchDB.defaults({ prefix: path.join(process.cwd(), 'data', path.sep) });
  const app = express();
  const log = path.join(process.cwd(), 'log.txt');
  app.use('/', load('express-pouchdb')(Served, { mode: 'minimumForPouchDB', logPath: log }));
  const listening = app.listen(0, '127.0.0.1', () => process.send(listening.address().port));
  process.on('disconnect', () => process.exit());
}

async function measure(acts, appends) {
  const server = fork(fileURLToPath(import.meta.url), ['server']);
  const port = await new Promise((resolve) => server.once('message', resolve));
  const url = `http://127.0.0.1:${port}`;
  const filled = new PouchDB(`${url}/filled`);
  for (let start = 0; start < acts; start += 500) {
    await filled.bulkDocs(Array.from({ length: Math.min(500, acts - start) }, (_, index) => docOf(start + index)));
  }
  const can = {
    /** Seconds that a newcomer takes to pull all of it. */
    pull: async (name) => {
      const local = new PouchDB(path.join(process.cwd(), 'data', name));
      const begun = performance.now();
      await PouchDB.replicate(filled, local, { batch_size: 1000 });
      const seconds = (performance.now() - begun) / 1000;
      const { doc_count: pulled } = await local.info();
      if (pulled !== acts) throw new Error(`${pulled} of ${acts} were replicated`);
      await local.close();
      return seconds;
    },
    /** Writes a second by so many writers on documents of their own. */
    write: async (name, writers) => {
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
    },
  };
  process.on('message', ({ what, given }) => {
    can[what](...given).then(
      (value) => process.send({ value }),
      (error) => process.send({ problem: String(error?.stack ?? error) }),
    );
  });
  process.on('disconnect', () => process.exit());
  process.send({ value: 0 });
}

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
