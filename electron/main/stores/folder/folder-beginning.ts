import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from '#core/ledger/commit';
import type { Abort } from '#core/ledger/store';
import { throwIfAborted } from '../abort';
import { readChain } from '../entry-envelope';
import { notInPlace } from '../expected-head';
import { StoreError } from '../store-error';
import { errorCode } from './file-failure';
import { flushFolder, publishDerived, removeQuietly } from './folder-files';
import { beginsName, firstNamed, folderNames, packName, readName } from './folder-layout';
import type { FolderReader } from './folder-reader';
import { encodeSegment } from './folder-segment';
import { isSegment } from './folder-segments';
import { type FolderView, sourceOf } from './folder-view';

interface Shortening {
  readonly root: string;
  readonly reader: FolderReader;
  readonly signal: Abort;
}

/**
 * Lets the ledger in a folder begin behind one of its commits. What a file holds on both sides of it is written anew first, then where
 * the folder begins, and only then everything before it is removed: whatever ends it in between, all that counts is there, and
 * doing it again ends it.
 */
export async function shortenFolder(shortening: Shortening, to: Head): Promise<void> {
  const { root, reader, signal } = shortening;
  const { view, head } = await reader.head(signal);
  const before = view.listing.begins?.seq ?? 0;
  if (to.seq > before) {
    if (head !== null && (await reader.hashAt(to.seq, signal)) !== to.hash) throw new StoreError(notInPlace(to));
    await keepRestOf(shortening, view, to.seq);
    const name = beginsName(to);
    const line = Buffer.from(`${JSON.stringify({ begins: to })}\n`);
    throwIfAborted(signal);
    await publishDerived(root, join(root, folderNames.packs), name, line, signal);
  }
  await removeBefore(shortening);
}

/** Tells by their names whether files lie in a folder that are from before its beginning. */
export function hasLeftovers({ listing: { begins, appends, packs } }: FolderView): boolean {
  const last = begins?.seq ?? 0;
  return appends.some(({ position }) => position <= last) || packs.some(({ first }) => first <= last);
}

/** Removes whatever lies in a folder from before its beginning, where all of what is behind it is there. */
export async function removeBefore(shortening: Shortening): Promise<void> {
  const { root, reader, signal } = shortening;
  const view = await reader.view(signal);
  const { begins } = view.listing;
  // Where what comes next is not there, nothing goes: a file that reaches over the beginning may hold it.
  const isFollowed = view.loose.length + view.packs.length > 0;
  if (begins === null || (isFollowed && sourceOf(view, begins.seq + 1) === null)) return;
  await keepRestOf(shortening, view, begins.seq);
  for (const folder of [folderNames.log, folderNames.packs, folderNames.void]) {
    for (const name of await namesIn(join(root, folder))) {
      if (!isBefore(name, begins.seq)) continue;
      throwIfAborted(signal);
      await removeQuietly(join(root, folder, name));
    }
    await flushFolder(join(root, folder)).catch(() => undefined);
  }
}

/** Tells by its name whether a file holds anything from before the beginning; a second version of one by whatever name, too. */
function isBefore(name: string, begins: number): boolean {
  const meaning = readName(name);
  if (meaning.kind === 'begins') return meaning.head.seq < begins;
  const first = firstNamed(name);
  return first !== null && first <= begins;
}

/** Writes what follows a commit in its own file as a file by itself; nothing where a file begins there. */
async function keepRestOf({ root, reader, signal }: Shortening, view: FolderView, seq: number): Promise<void> {
  const source = sourceOf(view, seq + 1);
  const start = source?.kind === 'pack' ? source.pack.first : source?.files.position;
  if (source === null || start === undefined || start > seq) return;
  const segment = await reader.load(source, signal);
  if (!isSegment(segment))
    throw new StoreError({ kind: 'offline', detail: 'The folder keeps changing while it is shortened.' });
  const { first, last } = segment.chain;
  if (last <= seq) return;
  const entries = segment.entries.slice(seq + 1 - first);
  const reading = readChain(entries);
  if (!reading.ok) throw new StoreError({ kind: 'corrupt', place: segment.place, detail: reading.problem });
  throwIfAborted(signal);
  const packs = join(root, folderNames.packs);
  await publishDerived(root, packs, packName(seq + 1, last), encodeSegment(entries, reading.chain), signal);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return [];
  }
}
