import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPlace } from '../../../electron/headless/protected-place';
import { hashNatively } from '../../../electron/main/files/sha256';
import { Journal } from '../../../electron/main/ledger/journal';
import { readInto } from '../../../electron/main/trust/read-into';
import type { Head } from '#core/ledger/commit';
import type { ReadPage } from '#core/ledger/store';
import { entriesAfter } from '../../support/ledger-entries';
import { appendCompeting, patient } from '../../support/store-calls';
import { direct } from '../../support/direct';
import { ledgerOf } from '../accounts';
import { printFigure } from '../figures';
import { spreadOf } from '../window/in-page';
import { type MeasuredPlace, measuredPlaces } from './places';
import { PouchDbPeer } from './pouchdb';

const acts = 10_000;
const appends = 200;
/**
 * Newcomers that pull on either side, in turns, so that whatever else the machine does hits both; the one in the middle counts, so that
 * neither program is judged by its first moments.
 */
const pulls = 5;
/** Acts in one append of the ledger that is pulled: what a person does offline is sent together. */
const actsAtOnce = 50;
const page = { entries: 2_000, bytes: 16 * 1024 * 1024 };

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

/** Seconds in which a newcomer has everything: on the disk, its chain checked. With the rules it also holds the account. */
async function pull(place: MeasuredPlace, what: 'acts' | 'account'): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trellis-bench-journal-'));
  const store = await place.open('filled');
  const journal = direct(await Journal.open(folder));
  const begun = performance.now();
  const keeping: Promise<unknown>[] = [];
  const keep = ({ entries }: ReadPage): void => void keeping.push(journal.keepCommits(entries));
  if (what === 'account') {
    const { copy, store: opened } = openPlace('bench', store, null);
    const read = await readInto(copy, opened, page, patient(), keep);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
  } else {
    const read = direct(store);
    for (let after = 0, next = read.read(0, page, patient()); ;) {
      const got = await next;
      if (got.entries.length === 0) break;
      after += got.entries.length;
      next = read.read(after, page, patient());
      keep(got);
    }
  }
  await Promise.all(keeping);
  const seconds = (performance.now() - begun) / 1000;
  await store.close();
  const kept = journal.newest?.seq ?? 0;
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
  if (kept !== acts) throw new Error(`${kept} of ${acts} were pulled`);
  return seconds;
}

async function benchPulls(place: MeasuredPlace, name: string, peer: PouchDbPeer): Promise<void> {
  const taken = { peer: [] as number[], account: [] as number[], acts: [] as number[] };
  for (let count = 0; count < pulls; count += 1) {
    taken.peer.push(await peer.pull());
    taken.account.push(await pull(place, 'account'));
    taken.acts.push(await pull(place, 'acts'));
  }
  const rateOf = (seconds: readonly number[]): number => acts / spreadOf(seconds).p50;
  const than = (rate: number) => ({ unit: '', peer: { name: 'PouchDB', ratio: rate / rateOf(taken.peer) } }) as const;
  const account = rateOf(taken.account);
  const kept = rateOf(taken.acts);
  printFigure({ what: `${name}: PouchDB meanwhile, pulled a second`, value: rateOf(taken.peer), unit: '' });
  printFigure({ what: '  acts pulled a second, kept, chain and rules checked', value: account, ...than(account) });
  printFigure({
    what: '  kept and chain checked, as PouchDB keeps them, without the rules',
    value: kept,
    ...than(kept),
  });
}

/** Appends and pulls a second for every kind of place whose name has a word in it, beside PouchDB in the same run. */
export async function benchStores(word = ''): Promise<void> {
  hashNatively();
  const kinds = measuredPlaces.filter(({ name }) => name.toLowerCase().includes(word.toLowerCase()));
  const peer = await PouchDbPeer.start(acts, appends);
  const rate = (what: string, value: number, peerRate: number | null): void =>
    printFigure({
      what,
      value,
      unit: '',
      ...(peerRate === null ? {} : { peer: { name: 'PouchDB', ratio: value / peerRate } }),
    });
  const one = await peer.writesPerSecond(1);
  const four = await peer.writesPerSecond(4);
  rate('PouchDB and its server: writes a second, one writer', one, null);
  rate('  writes a second, four writers on documents of their own', four, null);
  const entries = ledgerOf(acts);
  for (const { name, start } of kinds) {
    const place = await start();
    try {
      await fill(place, entries);
      await benchPulls(place, name, peer);
      rate('  appends a second, one writer', await appendsPerSecond(place, 1), one);
      if (place.writers > 1) {
        rate('  appends a second, four writers on one ledger', await appendsPerSecond(place, 4), four);
      }
    } finally {
      await place.stop();
    }
  }
  peer.stop();
}
