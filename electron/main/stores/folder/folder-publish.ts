import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Abort } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { pause, throwIfAborted } from '../abort';
import { isMountOfProgram } from '../kept/folder-kind';
import { errorCode } from './file-failure';
import {
  createShared,
  fileStamp,
  flushFolder,
  linkNew,
  readFileIfThere,
  removeQuietly,
  writeNewFile,
  writeTemporary,
} from './folder-files';
import { appendName, folderNames } from './folder-layout';
import { listFolder } from './folder-listing';
import type { FolderSegments, VoidAppend } from './folder-segments';
import { encodeSegment } from './folder-segment';

/** Ways in which an append gets its name. `exclusive` is for file systems without hard links (FAT, exFAT, some shares). */
export type PublishMode = 'link' | 'exclusive';

/** Tells whoever waits for an append whether an abort can still undo it. */
export interface AppendProgress {
  publishing: boolean;
}

export interface Publisher {
  readonly root: string;
  readonly mode: PublishMode;
  /** The folder turned out to have no hard links. */
  readonly onNoHardLinks: () => void;
}

/** Creating exclusively is no proof on a mount that a program answers for: two of them would both be told that they were first. */
const onlyCarries = {
  kind: 'only-carries-files',
  detail: 'This folder is a mount without hard links, in which two computers could create the same file.',
} as const;

export type PublishResult = 'published' | 'taken';

/**
 * Publishes one append under the name that follows the head. Whoever gets the name has appended; everybody else finds it taken.
 * With hard links the name appears with the whole content. With exclusive create the name comes first, so a reader
 * may meet a file that is still being written: it has no closing line yet and is void until it has.
 */
export async function publishAppend(
  publisher: Publisher,
  position: number,
  bytes: Uint8Array,
  signal: Abort,
  progress: AppendProgress,
): Promise<PublishResult> {
  const { root } = publisher;
  const path = join(root, folderNames.log, appendName(position, 0));
  if (publisher.mode === 'link') {
    const temporary = await writeTemporary(root, bytes);
    try {
      throwIfAborted(signal);
      progress.publishing = true;
      const linked = await linkNew(temporary, path, signal);
      if (linked !== 'no-hard-links') {
        // A network file system may answer "taken" to the repetition of a link that did happen.
        if (linked === 'taken' && !(await holds(path, bytes, signal))) return 'taken';
        await orUnknown(() => flushFolder(join(root, folderNames.log)));
        return 'published';
      }
      if (await isMountOfProgram(root)) throw new StoreError(onlyCarries);
      publisher.onNoHardLinks();
    } finally {
      await removeQuietly(temporary);
    }
  }
  throwIfAborted(signal);
  progress.publishing = true;
  return createExclusively(root, path, bytes);
}

async function holds(path: string, bytes: Uint8Array, signal: Abort): Promise<boolean> {
  const there = await readFileIfThere(path, signal);
  return there !== null && Buffer.from(there).equals(bytes);
}

async function createExclusively(root: string, path: string, bytes: Uint8Array): Promise<PublishResult> {
  const handle = await createShared(root, path);
  if (handle === null) return 'taken';
  try {
    try {
      await handle.writeFile(bytes);
    } catch (error) {
      // Cut off and nobody's yet: it goes away again. Once whole it stays, because others may have read it.
      await removeQuietly(path);
      throw error;
    }
    await orUnknown(() => handle.sync());
  } finally {
    await handle.close();
  }
  await orUnknown(() => flushFolder(join(root, folderNames.log)));
  return 'published';
}

/** Once an append stands under its name with its whole content, a failure no longer means that it did not happen. */
export async function orUnknown<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StoreError({
      kind: 'unknown-outcome',
      detail: `The append was published, but not confirmed (${errorCode(error) || 'interrupted'}).`,
    });
  }
}

/**
 * Waits until a cut-off file has either been finished by whoever is writing it, or has not changed for a while.
 * Time is measured here, never read off the file: clocks of shares differ.
 */
export async function waitForWriter(
  root: string,
  cutOff: VoidAppend,
  patience: number,
  signal: Abort,
): Promise<'changed' | 'abandoned'> {
  const path = join(root, cutOff.place);
  const before = await fileStamp(path);
  const step = Math.max(5, Math.min(100, patience / 10));
  for (let waited = 0; waited < patience; waited += step) {
    await pause(step, signal);
    if ((await fileStamp(path)) !== before) return 'changed';
  }
  return 'abandoned';
}

/**
 * Puts a file of the next generation in the place of a cut-off one, which stays where it is.
 *
 * The one who wrote the cut-off file may only be slow. So: whoever replaces first claims the next generation and then looks
 * whether an older one has become whole; whoever appends first finishes the file and then looks for a newer generation
 * (`isStillOurs`). One of the two sees the other. A whole older append is taken over as it is, so nothing acknowledged is lost.
 */
export async function replaceCutOff(
  root: string,
  segments: FolderSegments,
  cutOff: VoidAppend,
  bytes: Uint8Array,
  signal: Abort,
  progress: AppendProgress,
): Promise<PublishResult> {
  throwIfAborted(signal);
  const path = join(root, folderNames.log, appendName(cutOff.position, cutOff.generation + 1));
  progress.publishing = true;
  const handle = await createShared(root, path);
  if (handle === null) return 'taken';
  try {
    const older = Array.from({ length: cutOff.generation + 1 }, (_, index) => cutOff.generation - index);
    const finished = await segments.wholeGeneration(cutOff.position, older, signal);
    await handle.writeFile(finished === null ? bytes : encodeSegment(finished.entries, finished.chain));
    await orUnknown(async () => {
      await handle.sync();
      await flushFolder(join(root, folderNames.log));
    });
    return finished === null ? 'published' : 'taken';
  } finally {
    await handle.close();
  }
}

/**
 * Tells whether a published append is the one that readers see. `packed`: its place was already in a pack, and its name
 * was only free because packed files go away. `replaced`: somebody took it for abandoned.
 */
export async function isStillOurs(
  root: string,
  position: number,
  generation: number,
  signal: Abort,
): Promise<'ours' | 'packed' | 'replaced'> {
  const listing = await listFolder(root, signal);
  if (listing.packs.some(({ first, last }) => first <= position && position <= last)) return 'packed';
  const there = listing.appends.find((append) => append.position === position);
  return (there?.generations[0] ?? 0) > generation ? 'replaced' : 'ours';
}

/** Milliseconds after which a file in `tmp/` is certainly nobody's. */
const leftoverAge = 24 * 60 * 60 * 1000;

/** Removes what crashed writers left in `tmp/`, compared with the folder's own clock. Answers the names. */
export async function removeLeftovers(root: string, names: readonly string[]): Promise<readonly string[]> {
  const folder = join(root, folderNames.tmp);
  const probe = join(folder, `clock-${process.pid}.tmp`);
  await removeQuietly(probe);
  try {
    await writeNewFile(probe, new Uint8Array());
    const now = (await stat(probe)).mtimeMs;
    const removed: string[] = [];
    for (const name of names.filter((candidate) => candidate.endsWith('.tmp'))) {
      const path = join(folder, name);
      const { mtimeMs } = await stat(path);
      if (now - mtimeMs < leftoverAge) continue;
      await removeQuietly(path);
      removed.push(`${folderNames.tmp}/${name}`);
    }
    return removed;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return [];
  } finally {
    await removeQuietly(probe);
  }
}

/** An append that was published but turned out not to count. */
export function lostTrack(): StoreError {
  return new StoreError({
    kind: 'unknown-outcome',
    detail:
      'Another computer took the append for abandoned while it was being written. Reading shows which one counts.',
  });
}
