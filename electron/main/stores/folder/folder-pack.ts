import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Abort } from '#core/ledger/store';
import { throwIfAborted } from '../abort';
import { readChain } from '../entry-envelope';
import { flushFolder, makeSharedFolder, publishDerived, removeQuietly } from './folder-files';
import { appendName, folderNames, packName } from './folder-layout';
import type { AppendFiles } from './folder-listing';
import type { FolderReader } from './folder-reader';
import { encodeSegment, readSegment } from './folder-segment';
import { isSegment } from './folder-segments';
import { type FolderView, packHolding } from './folder-view';

export interface PackRule {
  /** Loose files from which on packing is worth it. */
  readonly from: number;
  /** Newest loose files that stay: others may be about to read them. */
  readonly keep: number;
  /** Bytes in one pack, so that a reader never has to hold much at once. */
  readonly bytes: number;
}

export const ordinaryPackRule: PackRule = { from: 512, keep: 64, bytes: 8 * 1024 * 1024 };

/**
 * Moves the oldest appends into one file. A pack's bytes follow from its first and last seq alone, so two computers
 * that pack at once write the same file; and it is flushed under its name before any file that it replaces goes away,
 * so a crash at any moment leaves every entry in at least one of the two places. Answers how many files went away.
 */
export async function packOldAppends(
  root: string,
  reader: FolderReader,
  rule: PackRule,
  signal: Abort,
): Promise<number> {
  const { view, chain } = await reader.head(signal);
  const inChain = { ...view, loose: view.loose.filter(({ position }) => position < chain.next) };
  if (inChain.loose.length >= rule.from) await writePack(root, reader, inChain, rule, signal);
  return removePacked(root, await reader.view(signal), signal);
}

async function writePack(
  root: string,
  reader: FolderReader,
  view: FolderView,
  rule: PackRule,
  signal: Abort,
): Promise<void> {
  const entries: Uint8Array[] = [];
  let bytes = 0;
  for (const files of view.loose.slice(0, -rule.keep)) {
    throwIfAborted(signal);
    const segment = await reader.load({ kind: 'append', files }, signal);
    if (!isSegment(segment)) break;
    const size = segment.entries.reduce((sum, entry) => sum + entry.length, 0);
    if (entries.length > 0 && bytes + size > rule.bytes) break;
    entries.push(...segment.entries);
    bytes += size;
  }
  const reading = readChain(entries);
  // A chain that does not hold is for readers to report; packing must not cement it.
  if (!reading.ok) return;
  const { chain } = reading;
  const packs = join(root, folderNames.packs);
  await publishDerived(root, packs, packName(chain.first, chain.last), encodeSegment(entries, chain), signal);
}

/** Removes appends that stand in a pack, after comparing them with it; cut-off ones are only moved aside. */
async function removePacked(root: string, view: FolderView, signal: Abort): Promise<number> {
  let removed = 0;
  let openName = '';
  let packed: ReadonlyMap<number, Uint8Array> = new Map();
  for (const files of view.listing.appends) {
    throwIfAborted(signal);
    const pack = packHolding(view.packs, files.position);
    if (pack === null) continue;
    const name = packName(pack.first, pack.last);
    if (openName !== name) {
      const reading = readSegment(await readFile(join(root, folderNames.packs, name)));
      if (reading.kind !== 'complete') return removed;
      openName = name;
      packed = new Map(reading.entries.map((entry, index) => [reading.chain.first + index, entry]));
    }
    removed += await removeGenerations(root, files, packed);
  }
  if (removed > 0) await flushFolder(join(root, folderNames.log));
  return removed;
}

async function removeGenerations(
  root: string,
  files: AppendFiles,
  packed: ReadonlyMap<number, Uint8Array>,
): Promise<number> {
  let removed = 0;
  for (const generation of [...files.generations].reverse()) {
    const name = appendName(files.position, generation);
    const path = join(root, folderNames.log, name);
    const reading = await readFile(path).then(readSegment, () => null);
    if (reading === null) continue;
    const isPacked =
      reading.kind === 'complete' &&
      reading.entries.every((entry, index) => {
        const there = packed.get(reading.chain.first + index);
        return there !== undefined && Buffer.from(there).equals(entry);
      });
    if (isPacked) await removeQuietly(path);
    else await setAside(root, name);
    removed += 1;
  }
  return removed;
}

async function setAside(root: string, name: string): Promise<void> {
  await makeSharedFolder(root, folderNames.void);
  await rename(join(root, folderNames.log, name), join(root, folderNames.void, name)).catch(() => undefined);
}
