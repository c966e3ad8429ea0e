import { lstat, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Abort, Repaired, StoreRepair, StoreResult } from '#core/ledger/store';
import { hashBeforeFirst, readChain } from '../entry-envelope';
import { StoreError } from '../store-error';
import { type FolderChain, headOf, placesFrom } from './folder-chain';
import { errorCode } from './file-failure';
import { flushFolder, linkNew, makeSharedFolder, publishDerived, removeQuietly, writeTemporary } from './folder-files';
import { appendName, folderNames, packName } from './folder-layout';
import type { FolderReader } from './folder-reader';
import { encodeSegment } from './folder-segment';
import { isSegment } from './folder-segments';
import { type FolderView, nextStart, packHolding } from './folder-view';

/** A folder that is being repaired. */
interface Mending {
  readonly root: string;
  readonly reader: FolderReader;
  readonly signal: Abort;
}

type EntriesAfter = (after: number) => Promise<readonly Uint8Array[]>;

/** More files than a folder can have damaged; a repair that comes so far goes in circles. */
const mostRepairs = 1_000;

/** Repairs that a folder offers; `mending` does it when it is the turn of that. */
export function folderRepair(
  mending: <Value>(signal: Abort, work: (folder: Mending) => Promise<Value>) => Promise<StoreResult<Value>>,
): StoreRepair {
  return {
    mend: (entries, signal) => mending(signal, (folder) => mendFolder(folder, entries)),
    setAside: (first, upTo, signal) => mending(signal, (folder) => setAsideFrom(folder, first, upTo)),
  };
}

/** Moves files of another branch out of the way, so that the chain can go on under their names. */
export async function setStraysAside(root: string, strays: readonly string[]): Promise<void> {
  if (strays.length === 0) return;
  await makeSharedFolder(root, folderNames.void);
  for (const place of strays) await moveAside(root, place, join(folderNames.void, basename(place)));
  await flushFolder(join(root, folderNames.log));
}

/** Gives a file another name that nothing has, and answers it, below the folder; `null` where the file is not there. */
async function moveAside(root: string, place: string, wished: string): Promise<string | null> {
  for (let number = 0; ; number += 1) {
    const name = number === 0 ? wished : `${wished}.${number}`;
    if ((await lstat(join(root, name)).catch(() => null)) !== null) continue;
    try {
      await rename(join(root, place), join(root, name));
      return name;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      return null;
    }
  }
}

/**
 * Puts sound bytes in the place of what is damaged, cut off or missing, file by file, for as long as `entriesAfter` has what
 * the chain asks for. A damaged file stays beside under another name.
 */
async function mendFolder(mending: Mending, entriesAfter: EntriesAfter): Promise<readonly Repaired[]> {
  const { root, reader, signal } = mending;
  const repaired: Repaired[] = [];
  for (let count = 0; count < mostRepairs; count += 1) {
    const view = await reader.view(signal);
    const chain = await reader.followFromBeginning(view, signal);
    if (chain === null) continue;
    const { end } = chain;
    if (end.kind === 'end') return repaired;
    const place = end.kind === 'cut-off' ? end.cutOff.place : end.place;
    const upTo = await endOfRepair(mending, view, chain);
    const entries = await entriesFor(entriesAfter, chain.next, upTo);
    const reading = readChain(entries);
    if (!reading.ok || reading.chain.prev !== (headOf(chain)?.hash ?? hashBeforeFirst))
      throw new StoreError(
        reader.failureAt(end) ?? { kind: 'corrupt', place, detail: 'This computer does not have its bytes.' },
      );
    // What goes on from other commits than these is another branch, whose beginning nobody has brought.
    if (!(await goesOnBehind(mending, view, reading.chain.hash, upTo)))
      await setStraysAside(
        root,
        placesFrom(view, chain.next + 1).filter((other) => other !== place),
      );
    const kept = await moveAside(root, place, `${place}.damaged`);
    const bytes = encodeSegment(entries, reading.chain);
    if (place.startsWith(`${folderNames.packs}/`))
      await publishDerived(
        root,
        join(root, folderNames.packs),
        packName(chain.next, reading.chain.last),
        bytes,
        signal,
      );
    else await publishOnce(root, appendName(chain.next, 0), bytes, signal);
    repaired.push({ place, kept });
  }
  throw new StoreError({ kind: 'defect', detail: 'The repair of the folder does not come to an end.' });
}

/** Moves every file from an entry on out of the way: from the file on that holds it. `null` where there are entries behind `upTo`. */
async function setAsideFrom(
  { root, reader, signal }: Mending,
  first: number,
  upTo: number | null,
): Promise<{ readonly from: number; readonly moved: readonly Repaired[] } | null> {
  for (;;) {
    const view = await reader.view(signal);
    const chain = await reader.followFromBeginning(view, signal);
    if (chain === null) continue;
    const holding = chain.links.find(({ last, isBeginning }) => last >= first && isBeginning !== true);
    const from = holding?.first ?? Math.min(first, chain.next);
    const places = placesFrom(view, from);
    if (upTo !== null && (await lastIn({ root, reader, signal }, view)) > upTo) return null;
    await makeSharedFolder(root, folderNames.void);
    const moved: Repaired[] = [];
    for (const place of places) {
      const kept = await moveAside(root, place, join(folderNames.void, basename(place)));
      if (kept !== null) moved.push({ place, kept });
    }
    await flushFolder(join(root, folderNames.log));
    return { from, moved };
  }
}

/** The last entry that any sound file of the folder holds, or that a name alone tells of. */
async function lastIn({ reader, signal }: Mending, view: FolderView): Promise<number> {
  let last = view.packs.at(-1)?.last ?? 0;
  for (const files of view.loose) {
    const loaded = await reader.load({ kind: 'append', files }, signal);
    last = Math.max(last, isSegment(loaded) ? loaded.chain.last : files.position);
  }
  return last;
}

/** The last seq of what has to be put back; `null` where nothing in the folder follows it. */
async function endOfRepair(mending: Mending, view: FolderView, chain: FolderChain): Promise<number | null> {
  const pack = packHolding(view.packs, chain.next);
  if (pack !== null) return pack.last;
  for (let start = nextStart(view, chain.next); start !== null; start = nextStart(view, start)) {
    const source = packHolding(view.packs, start) ?? view.loose.find(({ position }) => position === start) ?? null;
    if (source === null) continue;
    const loaded = await mending.reader.load(
      'position' in source ? { kind: 'append', files: source } : { kind: 'pack', pack: source },
      mending.signal,
    );
    if (isSegment(loaded) && loaded.chain.first === start) return start - 1;
  }
  return null;
}

/** Tells whether the sound file that comes next asks for exactly these bytes before it. */
async function goesOnBehind(
  { reader, signal }: Mending,
  view: FolderView,
  hash: string,
  upTo: number | null,
): Promise<boolean> {
  if (upTo === null || packHolding(view.packs, upTo) !== null) return true;
  const files = view.loose.find(({ position }) => position === upTo + 1);
  if (files === undefined) return true;
  const loaded = await reader.load({ kind: 'append', files }, signal);
  return !isSegment(loaded) || loaded.chain.prev === hash;
}

async function entriesFor(
  entriesAfter: EntriesAfter,
  first: number,
  last: number | null,
): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (;;) {
    const page = await entriesAfter(first - 1 + entries.length);
    if (page.length === 0) return entries;
    entries.push(...page);
    if (last !== null && first - 1 + entries.length >= last) return entries.slice(0, last - first + 1);
  }
}

async function publishOnce(root: string, name: string, bytes: Uint8Array, signal: Abort): Promise<void> {
  const temporary = await writeTemporary(root, bytes);
  try {
    const linked = await linkNew(temporary, join(root, folderNames.log, name), signal);
    if (linked === 'no-hard-links') await rename(temporary, join(root, folderNames.log, name));
  } finally {
    await removeQuietly(temporary);
  }
  await flushFolder(join(root, folderNames.log));
}
