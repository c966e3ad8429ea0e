import type { Head } from '#core/ledger/commit';
import type { Abort } from '#core/ledger/store';
import { throwIfAborted } from '../abort';
import { readChain } from '../entry-envelope';
import { notInPlace } from '../expected-head';
import { beginsName } from '../folder/folder-layout';
import { encodeSegment } from '../folder/folder-segment';
import { StoreError } from '../store-error';
import type { WebDavFolder } from './webdav-folder';
import { collectionOf, entriesName, sourceOf, webDavNames, type WebDavListing } from './webdav-layout';
import type { WebDavLog } from './webdav-log';

const changing = { kind: 'offline', detail: 'The log keeps changing while it is shortened.' } as const;

/**
 * Lets the ledger on a server begin behind one of its commits, in the same order as in a folder: what one append holds on both sides of it,
 * where the log begins, and only then everything before it goes.
 */
export async function shortenLog(folder: WebDavFolder, log: WebDavLog, to: Head, signal: Abort): Promise<void> {
  const { head } = await log.head(signal);
  const listing = await log.listing(signal);
  if (to.seq > (listing.begins?.seq ?? 0)) {
    if (head !== null && (await log.hashAt(to.seq, signal)) !== to.hash) throw new StoreError(notInPlace(to));
    await keepRestOf(folder, log, listing, to.seq, signal);
    throwIfAborted(signal);
    const name = beginsName(to);
    const uploaded = await folder.upload(name, Buffer.from(`${JSON.stringify({ begins: to })}\n`), signal);
    await folder.move(`${uploaded}${name}`, `${webDavNames.packs}${name}`, signal);
    await folder.remove(uploaded, signal);
  }
  await removeBefore(folder, log, signal);
}

async function removeBefore(folder: WebDavFolder, log: WebDavLog, signal: Abort): Promise<void> {
  const listing = await log.listing(signal);
  const { begins, loose, packs } = listing;
  // Where what comes next is not there, nothing goes: what reaches over the beginning may hold it.
  if (begins === null || (loose.length + packs.length > 0 && sourceOf(listing, begins.seq + 1) === null)) return;
  await keepRestOf(folder, log, listing, begins.seq, signal);
  for (const path of listing.old) {
    throwIfAborted(signal);
    await folder.remove(path, signal);
  }
}

/** Writes what follows a commit in its own collection as a pack by itself; nothing where one begins there. */
async function keepRestOf(
  folder: WebDavFolder,
  log: WebDavLog,
  listing: WebDavListing,
  seq: number,
  signal: Abort,
): Promise<void> {
  const source = sourceOf(listing, seq + 1);
  if (source === null || (source.kind === 'append' ? source.position : source.pack.first) > seq) return;
  const segment = await log.load(source, signal);
  if (segment === null) throw new StoreError(changing);
  const { first, last } = segment.chain;
  if (last <= seq) return;
  const entries = segment.entries.slice(seq + 1 - first);
  const reading = readChain(entries);
  if (!reading.ok) throw new StoreError({ kind: 'corrupt', place: segment.place, detail: reading.problem });
  throwIfAborted(signal);
  const uploaded = await folder.upload(entriesName, encodeSegment(entries, reading.chain), signal);
  const isNew = await folder.move(uploaded, collectionOf({ kind: 'pack', pack: { first: seq + 1, last } }), signal);
  if (!isNew) await folder.remove(uploaded, signal);
}
