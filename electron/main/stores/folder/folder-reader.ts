import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../files/sha256';
import type { Head } from '#core/ledger/commit';
import type { Abort, ReadLimit, StoreRemark } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { throwIfAborted } from '../abort';
import { type EntryChain, hashBeforeFirst } from '../entry-envelope';
import { errorCode, retryTransient } from './file-failure';
import { fileStamp, readFileIfThere } from './folder-files';
import { appendName, folderNames, packName } from './folder-layout';
import { type AppendFiles, listFolder, type PackFile } from './folder-listing';
import { readSegment, wholeEntries } from './folder-segment';
import { arrange, type FolderView, lastSource, nextStart, type Source, sourceOf } from './folder-view';

export interface Segment {
  /** Path below the folder, for people. */
  readonly place: string;
  readonly entries: readonly Uint8Array[];
  readonly chain: EntryChain;
}

/** The last append was cut off: its position, and the highest generation of it that is there. */
export interface VoidAppend {
  readonly position: number;
  readonly generation: number;
  readonly place: string;
}

export interface FolderHead {
  readonly head: Head | null;
  readonly ledger: string | null;
  readonly void: VoidAppend | null;
}

export interface FolderPage {
  readonly entries: readonly Uint8Array[];
  readonly found: FolderHead;
}

type Loaded = Segment | 'truncated' | 'vanished';

/** Files move from the log into packs while others read; a fresh listing then shows where to. */
const listingTries = 4;
/** Files whose entries are kept in memory, so that reading a large pack page by page parses it once. */
const cachedFiles = 2;

function corrupt(place: string, detail: string): StoreError {
  return new StoreError({ kind: 'corrupt', place, detail });
}

function placeOf(source: Source): string {
  return source.kind === 'pack'
    ? `${folderNames.packs}/${packName(source.pack.first, source.pack.last)}`
    : `${folderNames.log}/${appendName(source.files.position, source.files.generations[0] ?? 0)}`;
}

/** Reads a ledger out of a folder and believes nothing: every chain is checked, and what was once served must stay so. */
export class FolderReader {
  private readonly recent = new Map<string, { readonly stamp: string; readonly segment: Segment }>();
  private readonly wholePacks = new Map<string, string>();
  private readonly harmlessCopies = new Map<string, string>();
  /** Hashes by seq of the entries at which something was served, so that a changed past is noticed. */
  private readonly served = new Map<number, string>();
  private furthest: Head | null = null;

  constructor(private readonly root: string) {}

  /** Lists the folder, and refuses it when it holds a second version of something. */
  async view(signal: Abort): Promise<FolderView> {
    const listing = await listFolder(this.root, signal);
    const whole: PackFile[] = [];
    for (const pack of listing.packs) if (await this.isWhole(pack, signal)) whole.push(pack);
    const view = arrange(listing, whole);
    for (const copy of listing.copies) await this.refuseSecondVersion(view, copy, signal);
    return view;
  }

  async head(signal: Abort): Promise<FolderHead> {
    return this.withFreshView(signal, (view, isLastTry) => this.headIn(view, isLastTry, signal));
  }

  async read(after: number, limit: ReadLimit, signal: Abort): Promise<FolderPage> {
    return this.withFreshView(signal, (view, isLastTry) => this.readIn(view, after, limit, isLastTry, signal));
  }

  /** The hash of one entry, or `null` when the ledger does not reach so far. */
  async hashAt(seq: number, signal: Abort): Promise<string | null> {
    const page = await this.read(seq - 1, { entries: 1, bytes: 1 }, signal);
    const entry = page.entries[0];
    return entry === undefined ? null : sha256Hex(entry);
  }

  /** Tells whether an append's files hold a whole append, and which; the highest generation that is whole. */
  async wholeGeneration(position: number, generations: readonly number[], signal: Abort): Promise<Segment | null> {
    for (const generation of generations) {
      const loaded = await this.load(`${folderNames.log}/${appendName(position, generation)}`, signal);
      if (typeof loaded === 'object') return loaded;
    }
    return null;
  }

  async loadSource(source: Source, signal: Abort): Promise<Loaded> {
    if (source.kind === 'pack') return this.load(placeOf(source), signal);
    return this.loadAppend(source.files, signal);
  }

  remember(head: Head): void {
    this.served.set(head.seq, head.hash);
    if (this.furthest === null || head.seq > this.furthest.seq) this.furthest = head;
  }

  remarks(view: FolderView, voidAppend: VoidAppend | null): readonly StoreRemark[] {
    const remarks: StoreRemark[] = view.listing.foreign.map((place) => ({ kind: 'foreign-file-ignored', place }));
    for (const place of view.listing.copies) remarks.push({ kind: 'foreign-file-ignored', place });
    if (voidAppend !== null) remarks.push({ kind: 'truncated-last-file', place: voidAppend.place });
    return remarks;
  }

  private async withFreshView<T>(
    signal: Abort,
    attempt: (view: FolderView, isLastTry: boolean) => Promise<T | null>,
  ): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      throwIfAborted(signal);
      const result = await attempt(await this.view(signal), tries >= listingTries);
      if (result !== null) return result;
      if (tries >= listingTries)
        throw new StoreError({ kind: 'offline', detail: 'The folder keeps changing while it is read.' });
    }
  }

  /** `null`: a file has vanished since the listing. */
  private async headIn(view: FolderView, isLastTry: boolean, signal: Abort): Promise<FolderHead | null> {
    const source = lastSource(view);
    if (source === null) {
      if (this.furthest === null) return { head: null, ledger: null, void: null };
      throw new StoreError({
        kind: 'offline',
        detail:
          'The folder is there, but the ledger is not in it any more. The drive or the share may not be connected.',
      });
    }
    const beginning = sourceOf(view, 1);
    if (beginning === null) {
      if (!isLastTry) return null;
      throw corrupt(
        placeOf(source),
        `The ledger starts at commit ${nextStart(view, 0) ?? 0}; what comes before it is missing.`,
      );
    }
    const loaded = await this.loadSource(source, signal);
    if (loaded === 'vanished') return null;
    if (loaded !== 'truncated') {
      const { last: seq, hash, ledger } = loaded.chain;
      return this.checkNotBehind({ head: { seq, hash }, ledger, void: null });
    }
    if (source.kind === 'pack') throw corrupt(placeOf(source), 'The file is cut off.');
    const { position, generations } = source.files;
    const voidAppend = { position, generation: generations[0] ?? 0, place: placeOf(source) };
    if (position === 1) return this.checkNotBehind({ head: null, ledger: null, void: voidAppend });
    const before = sourceOf({ ...view, loose: view.loose.slice(0, -1) }, position - 1);
    const end = before === null ? 'vanished' : await this.loadSource(before, signal);
    if (end === 'vanished' && !isLastTry) return null;
    if (typeof end !== 'object' || end.chain.last !== position - 1) {
      throw corrupt(placeOf(source), `Commit ${position - 1}, which should come before it, is missing or cut off.`);
    }
    return this.checkNotBehind({
      head: { seq: end.chain.last, hash: end.chain.hash },
      ledger: end.chain.ledger,
      void: voidAppend,
    });
  }

  private checkNotBehind(found: FolderHead): FolderHead {
    const { head } = found;
    if (this.furthest !== null && (head === null || head.seq < this.furthest.seq)) {
      throw new StoreError({
        kind: 'diverged',
        seq: head?.seq ?? 0,
        detail: `The folder ends at commit ${head?.seq ?? 0}, but it has already shown commit ${this.furthest.seq}. It may have been restored from an older copy.`,
      });
    }
    if (head !== null) this.checkServed(head.seq, head.hash);
    return found;
  }

  private checkServed(seq: number, hash: string): void {
    const before = this.served.get(seq);
    if (before !== undefined && before !== hash) {
      throw new StoreError({
        kind: 'diverged',
        seq,
        detail: `Commit ${seq} is not the one that the folder has shown before.`,
      });
    }
  }

  /** `null`: the listing no longer fits the files. */
  private async readIn(
    view: FolderView,
    after: number,
    limit: ReadLimit,
    isLastTry: boolean,
    signal: Abort,
  ): Promise<FolderPage | null> {
    const end = await this.headIn(view, isLastTry, signal);
    if (end === null) return null;
    const entries: Uint8Array[] = [];
    let bytes = 0;
    let seq = after + 1;
    let hashBefore = after === 0 ? hashBeforeFirst : (this.served.get(after) ?? null);
    while (seq <= (end.head?.seq ?? 0)) {
      throwIfAborted(signal);
      const source = sourceOf(view, seq);
      const segment = source === null ? 'vanished' : await this.loadSource(source, signal);
      if (source === null || segment === 'vanished') {
        if (!isLastTry) return null;
        throw corrupt(`${folderNames.log}/${appendName(seq, 0)}`, `Commit ${seq} is missing.`);
      }
      if (segment === 'truncated') throw corrupt(placeOf(source), 'The file is cut off, but others follow it.');
      const problem = this.misfit(view, source, segment, seq);
      if (problem !== null) {
        if (!isLastTry) return null;
        throw corrupt(segment.place, problem);
      }
      const skip = seq - segment.chain.first;
      const named = skip === 0 ? segment.chain.prev : sha256Hex(segment.entries[skip - 1] ?? new Uint8Array());
      if (hashBefore !== null && named !== hashBefore) {
        if (entries.length === 0 && after > 0) this.checkServed(after, named);
        throw corrupt(segment.place, `Commit ${seq} does not follow the one before it.`);
      }
      for (const entry of segment.entries.slice(skip)) {
        if (entries.length > 0 && (entries.length >= limit.entries || bytes + entry.length > limit.bytes))
          return this.page(entries, seq, end);
        entries.push(Uint8Array.from(entry));
        bytes += entry.length;
        seq += 1;
      }
      hashBefore = segment.chain.hash;
    }
    return this.page(entries, seq, end);
  }

  private page(entries: readonly Uint8Array[], next: number, found: FolderHead): FolderPage {
    const last = entries.at(-1);
    if (last !== undefined) this.remember({ seq: next - 1, hash: sha256Hex(last) });
    if (found.head !== null) this.remember(found.head);
    return { entries, found };
  }

  /** Why a segment cannot stand where it stands. */
  private misfit(view: FolderView, source: Source, { chain }: Segment, seq: number): string | null {
    const start = source.kind === 'pack' ? source.pack.first : source.files.position;
    if (chain.first !== start) return `The file starts with commit ${chain.first}, but its name says ${start}.`;
    if (source.kind === 'pack' && chain.last !== source.pack.last) return 'The file does not hold what its name says.';
    if (chain.last < seq) return `Commit ${seq} is missing after it.`;
    if (source.kind === 'append') {
      const next = nextStart(view, start);
      if (next !== null && next <= chain.last) return `Commit ${next} is there a second time, in a file of its own.`;
    }
    return null;
  }

  private async loadAppend(files: AppendFiles, signal: Abort): Promise<Loaded> {
    for (const [index, generation] of files.generations.entries()) {
      const loaded = await this.load(`${folderNames.log}/${appendName(files.position, generation)}`, signal);
      if (index === 0 && loaded !== 'truncated') return loaded;
      // Undecided: a replacement has begun. Whoever made it takes over a whole older one, so what was served stays valid.
      if (typeof loaded === 'object' && this.served.get(loaded.chain.last) === loaded.chain.hash) return loaded;
    }
    return 'truncated';
  }

  private async load(place: string, signal: Abort): Promise<Loaded> {
    const path = join(this.root, place);
    const stamp = await retryTransient(signal, () => fileStamp(path));
    if (stamp === null) return 'vanished';
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
    if (reading.kind === 'damaged') throw corrupt(place, `The file is damaged: ${reading.problem}.`);
    const segment: Segment = { place, entries: reading.entries, chain: reading.chain };
    this.recent.delete(place);
    this.recent.set(place, { stamp, segment });
    for (const oldest of this.recent.keys()) {
      if (this.recent.size <= cachedFiles) break;
      this.recent.delete(oldest);
    }
    return segment;
  }

  /** A pack hides the files it was made of only when it is whole; its last bytes tell. */
  private async isWhole(pack: PackFile, signal: Abort): Promise<boolean> {
    const path = join(this.root, folderNames.packs, packName(pack.first, pack.last));
    const stamp = await retryTransient(signal, () => fileStamp(path));
    if (stamp === null) return false;
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

  /** A copy whose every entry is in the ledger does no harm. Any other one means that two computers wrote past each other. */
  private async refuseSecondVersion(view: FolderView, place: string, signal: Abort): Promise<void> {
    const path = join(this.root, place);
    const stamp = await fileStamp(path);
    if (stamp === null || this.harmlessCopies.get(place) === stamp) return;
    const bytes = await readFileIfThere(path, signal);
    if (bytes === null) return;
    for (const entry of wholeEntries(bytes)) {
      const source = sourceOf(view, entry.seq);
      const segment = source === null ? null : await this.loadSource(source, signal);
      const inLedger = typeof segment === 'object' ? segment?.entries[entry.seq - segment.chain.first] : undefined;
      if (inLedger === undefined || !Buffer.from(inLedger).equals(entry.bytes)) {
        throw corrupt(
          place,
          `The folder holds a second version of commit ${entry.seq}. Two computers have added to the ledger while a cloud drive kept them apart, or somebody has copied a file. ` +
            'Trellis does not choose between them: move this file to a safe place outside the folder, and synchronise again. What was done on this computer is kept.',
        );
      }
    }
    this.harmlessCopies.set(place, stamp);
  }
}
