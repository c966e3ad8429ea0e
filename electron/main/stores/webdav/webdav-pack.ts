import type { Abort } from '#core/ledger/store';
import { readChain } from '../entry-envelope';
import { encodeSegment } from '../folder/folder-segment';
import type { WebDavFolder } from './webdav-folder';
import { collectionOf, entriesName, type WebDavSource } from './webdav-layout';
import type { WebDavLog } from './webdav-log';

export interface WebDavPackRule {
  /** Loose appends from which on packing is worth it. */
  readonly from: number;
  /** Newest loose appends that stay: others may be about to read them. */
  readonly keep: number;
  readonly bytes: number;
}

export const ordinaryWebDavPackRule: WebDavPackRule = { from: 192, keep: 64, bytes: 8 * 1024 * 1024 };

/**
 * Moves the oldest appends into one file, so that a newcomer does not fetch thousands. What a pack holds is compared
 * with the appends before any of them goes; whoever is between looking and reading looks again.
 */
export async function packOldAppends(
  folder: WebDavFolder,
  log: WebDavLog,
  rule: WebDavPackRule,
  signal: Abort,
): Promise<void> {
  const { loose } = await log.listing(signal);
  if (loose.length < rule.from) return removePacked(folder, log, signal);
  const entries: Uint8Array[] = [];
  let bytes = 0;
  for (const position of loose.slice(0, -rule.keep)) {
    const segment = await log.load({ kind: 'append', position }, signal);
    if (segment === null) return;
    const size = segment.entries.reduce((sum, entry) => sum + entry.length, 0);
    if (entries.length > 0 && bytes + size > rule.bytes) break;
    entries.push(...segment.entries);
    bytes += size;
  }
  const reading = readChain(entries);
  // A chain that does not hold is for readers to report; packing must not cement it.
  if (!reading.ok) return;
  const { chain } = reading;
  const uploaded = await folder.upload(entriesName, encodeSegment(entries, chain), signal);
  const pack: WebDavSource = { kind: 'pack', pack: { first: chain.first, last: chain.last } };
  const isNew = await folder.move(uploaded, collectionOf(pack), signal);
  if (!isNew) await folder.remove(uploaded, signal);
  await removePacked(folder, log, signal);
}

async function removePacked(folder: WebDavFolder, log: WebDavLog, signal: Abort): Promise<void> {
  const { packed, packs } = await log.listing(signal);
  for (const pack of packs) {
    const inIt = packed.filter((position) => pack.first <= position && position <= pack.last);
    if (inIt.length === 0) continue;
    const whole = await log.load({ kind: 'pack', pack }, signal);
    if (whole === null) continue;
    for (const position of inIt) {
      const source: WebDavSource = { kind: 'append', position };
      const segment = await log.load(source, signal);
      const isPacked = segment?.entries.every((entry, index) => {
        const there = whole.entries[segment.chain.first + index - pack.first];
        return there !== undefined && Buffer.from(there).equals(entry);
      });
      if (isPacked === true) await folder.remove(collectionOf(source), signal);
    }
  }
}
