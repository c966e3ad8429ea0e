import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Head } from '#core/ledger/commit';
import { Replica } from '#core/ledger/replica';
import { entriesAfter } from '../../support/ledger-entries';
import { appendCompeting, patient } from '../../support/store-calls';
import { direct } from '../../support/direct';
import { ledgerOf } from '../accounts';
import { printFigure } from '../figures';
import { spreadOf } from '../window/in-page';
import { type MeasuredPlace, measuredPlaces } from './places';

const acts = 10_000;
const appends = 200;
/** Newcomers that pull, one after the other; the one in the middle counts, so that neither program is judged by its first moments. */
const pulls = 3;
/** Acts in one append of the ledger that is pulled: what a person does offline is sent together. */
const actsAtOnce = 50;

interface PeerFigures {
  readonly pulledPerSecond: number;
  readonly one: number;
  readonly four: number;
}

const peerPackages = ['pouchdb@9.0.0', 'express-pouchdb@4.2.0', 'express@4.21.2'];

/** PouchDB, replicating to a server of itself on this machine; installed in a folder of its own. */
function measurePeer(): PeerFigures {
  const app = process.env['TRELLIS_APP'] ?? process.cwd();
  const folder = path.join(app, 'out', 'bench', 'pouchdb');
  if (!existsSync(path.join(folder, 'node_modules', 'express-pouchdb'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
    const install = ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', ...peerPackages];
    const installed = spawnSync('npm', install, { cwd: folder, encoding: 'utf8' });
    if (installed.status !== 0) throw new Error(`The peer could not be installed:\n${installed.stderr}`);
  }
  rmSync(path.join(folder, 'data'), { recursive: true, force: true });
  cpSync(path.join(app, 'test', 'bench', 'stores', 'pouchdb-peer.mjs'), path.join(folder, 'peer.mjs'));
  const ran = spawnSync(process.execPath, ['peer.mjs', String(acts), String(appends), String(pulls)], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`The peer could not be measured:\n${ran.stderr}`);
  return JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '') as PeerFigures;
}

async function appendsPerSecond(place: MeasuredPlace, writers: number): Promise<number> {
  const name = `writers-${writers}`;
  const stores = await Promise.all(Array.from({ length: writers }, () => place.open(name)));
  const [first] = stores;
  if (first === undefined) throw new Error('Nobody writes');
  // What is made once, at the first append, is not measured.
  await direct(first).append(entriesAfter(null, 1, { author: 'first' }), null, patient());
  const begun = performance.now();
  await Promise.all(stores.map((store, index) => appendCompeting(direct(store), appends / writers, `writer-${index}`)));
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(stores.map((store) => store.close()));
  return appends / seconds;
}

async function fill(place: MeasuredPlace, entries: readonly Uint8Array[]): Promise<void> {
  const store = await place.open('filled');
  let head: Head | null = null;
  for (let start = 0; start < entries.length; start += actsAtOnce) {
    head = await direct(store).append(entries.slice(start, start + actsAtOnce), head, patient());
  }
  await store.close();
}

async function pulledPerSecond(place: MeasuredPlace, entries: readonly Uint8Array[]): Promise<number> {
  await fill(place, entries);
  const taken: number[] = [];
  for (let count = 0; count < pulls; count += 1) taken.push(await pull(place, entries));
  return entries.length / spreadOf(taken).p50;
}

/** Seconds in which a newcomer reads everything, and checks chain and rules. */
async function pull(place: MeasuredPlace, entries: readonly Uint8Array[]): Promise<number> {
  const store = await place.open('filled');
  const replica = Replica.empty('bench');
  const begun = performance.now();
  for (;;) {
    const page = await direct(store).read(
      replica.head?.seq ?? 0,
      { entries: 1_000, bytes: 8 * 1024 * 1024 },
      patient(),
    );
    if (page.entries.length === 0) break;
    const received = replica.receive(page.entries);
    if (!received.ok) throw new Error(JSON.stringify(received.failure));
  }
  const seconds = (performance.now() - begun) / 1000;
  await store.close();
  if (replica.head?.seq !== entries.length)
    throw new Error(`${replica.head?.seq ?? 0} of ${entries.length} were pulled`);
  return seconds;
}

/** Appends and pulls a second for every kind of place whose name has a word in it, beside PouchDB in the same run. */
export async function benchStores(word = ''): Promise<void> {
  const kinds = measuredPlaces.filter(({ name }) => name.toLowerCase().includes(word.toLowerCase()));
  const peer = measurePeer();
  const rate = (what: string, value: number, peerRate: number | null): void =>
    printFigure({
      what,
      value,
      unit: '',
      ...(peerRate === null ? {} : { peer: { name: 'PouchDB', ratio: value / peerRate } }),
    });
  rate('PouchDB replicating to a PouchDB server: pulled a second', peer.pulledPerSecond, null);
  rate('  writes a second, one writer', peer.one, null);
  rate('  writes a second, four writers on documents of their own', peer.four, null);
  const entries = ledgerOf(acts - 1);
  for (const { name, start } of kinds) {
    const place = await start();
    try {
      rate(
        `${name}: acts pulled a second, chain and rules checked`,
        await pulledPerSecond(place, entries),
        peer.pulledPerSecond,
      );
      rate('  appends a second, one writer', await appendsPerSecond(place, 1), peer.one);
      if (place.writers > 1) {
        rate('  appends a second, four writers on one ledger', await appendsPerSecond(place, 4), peer.four);
      }
    } finally {
      await place.stop();
    }
  }
}
