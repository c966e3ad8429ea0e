import { lstat, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../files/sha256';
import type { Abort } from '#core/ledger/store';
import type { EntryChain } from '../entry-envelope';
import { errorCode, retryTransient } from './file-failure';
import { appendName, folderNames, packName } from './folder-layout';
import type { AppendFiles, PackFile } from './folder-listing';
import { readSegment } from './folder-segment';
import { placeOf, type Source } from './folder-view';

export interface Segment {
  /** Path below the folder, for people. */
  readonly place: string;
  readonly entries: readonly Uint8Array[];
  readonly chain: EntryChain;
  /** The hash that an entry of it names as the one before. */
  readonly hashBefore: (seq: number) => string;
}

/** The last append was cut off: its position, and the highest generation of it that is there. */
export interface VoidAppend {
  readonly position: number;
  readonly generation: number;
  readonly place: string;
}

/** A file that is whole, or no file at all, and cannot be what its name says. */
export interface Damaged {
  readonly place: string;
  readonly problem: string;
}

export type Loaded = Segment | Damaged | 'truncated' | 'vanished';

/**
 * Bytes of files whose entries are kept in memory, and the last file whatever its size: following the chain and reading its entries parse
 * each file once, and so does reading a large pack page by page.
 */
const keptBytes = 16 * 1024 * 1024;
/** Far above any append or pack: what is larger was not written by Trellis, and is not taken into memory. */
const largestFile = 256 * 1024 * 1024;

/** Finding at a path below the folder: its stamp, `null` where nothing is, or why it is no file of ours. */
async function glance(path: string, signal: Abort): Promise<string | { readonly problem: string } | null> {
  try {
    const found = await retryTransient(signal, () => lstat(path));
    if (!found.isFile()) return { problem: 'There is something else in the place of the file.' };
    if (found.size > largestFile) return { problem: 'The file is larger than anything that Trellis writes.' };
    return `${found.size}:${found.mtimeMs}`;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Takes files of entries into memory, the last few of them once. */
export class FolderSegments {
  private readonly recent = new Map<
    string,
    { readonly stamp: string; readonly size: number; readonly segment: Segment }
  >();
  private recentBytes = 0;
  private readonly wholePacks = new Map<string, string>();

  constructor(private readonly root: string) {}

  /** `isServed` says whether an older whole version of an append counts, while a newer one is still being written. */
  async load(source: Source, isServed: (segment: Segment) => boolean, signal: Abort): Promise<Loaded> {
    if (source.kind === 'pack') return this.loadFile(placeOf(source), signal);
    return this.loadAppend(source.files, isServed, signal);
  }

  /** Tells whether an append's files hold a whole append, and which; the highest generation that is whole. */
  async wholeGeneration(position: number, generations: readonly number[], signal: Abort): Promise<Segment | null> {
    for (const generation of generations) {
      const loaded = await this.loadFile(`${folderNames.log}/${appendName(position, generation)}`, signal);
      if (isSegment(loaded)) return loaded;
    }
    return null;
  }

  /** A pack hides the files it was made of only when it is whole; its last bytes tell. */
  async isWhole(pack: PackFile, signal: Abort): Promise<boolean> {
    const path = join(this.root, folderNames.packs, packName(pack.first, pack.last));
    const stamp = await glance(path, signal);
    if (typeof stamp !== 'string') return false;
    if (this.wholePacks.get(path) === stamp) return true;
    const ending = await retryTransient(signal, async () => {
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        const length = Math.min(size, 160);
        const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
        return buffer.toString('latin1');
      } finally {
        await handle.close();
      }
    });
    const whole = new RegExp(`\\n\\{"closes":${pack.last},"hash":"[0-9a-f]{64}"\\}\\n$`).test(ending);
    if (whole) this.wholePacks.set(path, stamp);
    return whole;
  }

  private async loadAppend(
    files: AppendFiles,
    isServed: (segment: Segment) => boolean,
    signal: Abort,
  ): Promise<Loaded> {
    for (const [index, generation] of files.generations.entries()) {
      const loaded = await this.loadFile(`${folderNames.log}/${appendName(files.position, generation)}`, signal);
      if (index === 0 && loaded !== 'truncated') return loaded;
      // Undecided: a replacement has begun. Whoever made it takes over a whole older one, so what was served stays valid.
      if (isSegment(loaded) && isServed(loaded)) return loaded;
    }
    return 'truncated';
  }

  private async loadFile(place: string, signal: Abort): Promise<Loaded> {
    const path = join(this.root, place);
    const stamp = await glance(path, signal);
    if (stamp === null) return 'vanished';
    if (typeof stamp !== 'string') return { place, problem: stamp.problem };
    const known = this.recent.get(place);
    if (known?.stamp === stamp) return known.segment;
    let bytes: Uint8Array;
    try {
      bytes = await retryTransient(signal, () => readFile(path));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return 'vanished';
      throw error;
    }
    const reading = readSegment(bytes);
    if (reading.kind === 'truncated') return 'truncated';
    if (reading.kind === 'damaged') return { place, problem: `The file is damaged: ${reading.problem}.` };
    const { entries, chain } = reading;
    const hashBefore = (seq: number): string =>
      seq === chain.first ? chain.prev : sha256Hex(entries[seq - chain.first - 1] ?? new Uint8Array());
    const segment: Segment = { place, entries, chain, hashBefore };
    this.keepRecent(place, { stamp, size: bytes.length, segment });
    return segment;
  }

  private keepRecent(
    place: string,
    file: { readonly stamp: string; readonly size: number; readonly segment: Segment },
  ): void {
    this.recentBytes += file.size - (this.recent.get(place)?.size ?? 0);
    this.recent.delete(place);
    this.recent.set(place, file);
    for (const [oldest, { size }] of this.recent) {
      if (this.recentBytes <= keptBytes || oldest === place) break;
      this.recent.delete(oldest);
      this.recentBytes -= size;
    }
  }
}

export function isSegment(loaded: Loaded): loaded is Segment {
  return typeof loaded === 'object' && 'chain' in loaded;
}
