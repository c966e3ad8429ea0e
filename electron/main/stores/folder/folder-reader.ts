import { join } from 'node:path';
import type { Head } from '#core/ledger/commit';
import type { Abort, ReadLimit, StoreFailure, StoreRemark, ReadPage } from '#core/ledger/store';
import { sha256Hex } from '../../files/sha256';
import { throwIfAborted } from '../abort';
import { hashBeforeFirst } from '../entry-envelope';
import { StoreError } from '../store-error';
import {
  beginningOf,
  type ChainEnd,
  type FolderChain,
  followChain,
  headOf,
  type Link,
  sourceAt,
  stillThere,
} from './folder-chain';
import { fileStamp } from './folder-files';
import { appendName, folderNames } from './folder-layout';
import { listFolder, type PackFile } from './folder-listing';
import { FolderSegments, isSegment, type Loaded, type Segment } from './folder-segments';
import { arrange, type FolderView, placeOf, type Source, sourceOf } from './folder-view';

/** Knowledge of the ledger that is here already, so that a folder of many files need not be read from its beginning. */
export interface KnownHistory {
  readonly newest: Head | null;
  hashAt(seq: number): string | null;
}

export interface FolderHead {
  readonly head: Head | null;
  readonly ledger: string | null;
  readonly chain: FolderChain;
  readonly view: FolderView;
}

export interface FolderPage {
  readonly entries: readonly Uint8Array[];
  readonly found: FolderHead;
}

/** Files move from the log into packs while others read; a fresh listing then shows where to. */
const listingTries = 4;

/**
 * Reads a ledger out of a folder and believes nothing: what counts is the chain from the first commit on, for as long as each
 * file follows the one before. Files of another branch do not count; what is missing or not whole is waited for.
 */
export class FolderReader {
  readonly segments: FolderSegments;
  private links: readonly Link[] = [];
  /** The file in which the links end, as it was then. */
  private lastFile: { readonly place: string; readonly stamp: string | null } | null = null;
  /** Since when each file is waited for, ISO 8601 in UTC. */
  private readonly waitedFor = new Map<string, string>();

  constructor(
    private readonly root: string,
    private readonly known: KnownHistory | null,
  ) {
    this.segments = new FolderSegments(root);
  }

  async view(signal: Abort): Promise<FolderView> {
    const listing = await listFolder(this.root, signal);
    const whole: PackFile[] = [];
    for (const pack of listing.packs) if (await this.segments.isWhole(pack, signal)) whole.push(pack);
    return arrange(listing, whole);
  }

  /** End of the chain, and the reason why it goes no further. */
  head(signal: Abort): Promise<FolderHead> {
    return this.withFreshView(signal, (view) => this.headIn(view, signal));
  }

  /** The entries after a seq for as far as the chain goes. */
  read(after: number, limit: ReadLimit, signal: Abort): Promise<FolderPage> {
    return this.withFreshView(signal, async (view) => {
      const found = await this.headIn(view, signal);
      if (found === null) return null;
      return this.readIn(found, after, limit, signal);
    });
  }

  /** The hash of one entry, or `null` when the ledger does not reach so far. */
  async hashAt(seq: number, signal: Abort): Promise<string | null> {
    const { begins } = (await this.view(signal)).listing;
    if (begins?.seq === seq) return begins.hash;
    const page = await this.read(seq - 1, { entries: 1, bytes: 1 }, signal);
    const entry = page.entries[0];
    return entry === undefined ? null : sha256Hex(entry);
  }

  load(source: Source, signal: Abort): Promise<Loaded> {
    return this.segments.load(source, (segment) => this.isServed(segment), signal);
  }

  /** The failure that an end of the chain means for somebody who needs what comes behind it; `null` where nothing does. */
  failureAt(end: ChainEnd): StoreFailure | null {
    switch (end.kind) {
      case 'end':
        this.waitedFor.clear();
        return null;
      case 'damaged':
        return { kind: 'corrupt', place: end.place, detail: end.detail };
      case 'arriving':
        return this.waitingFor(end.place, end.detail);
      case 'cut-off':
        return this.waitingFor(end.cutOff.place, 'The last file is not whole.');
    }
  }

  remarks({ view, chain }: FolderHead): readonly StoreRemark[] {
    const remarks: StoreRemark[] = [...view.listing.foreign, ...view.listing.copies].map((place) => ({
      kind: 'foreign-file-ignored',
      place,
    }));
    for (const place of chain.strays) remarks.push({ kind: 'other-branch-set-aside', place });
    if (chain.end.kind === 'cut-off') remarks.push({ kind: 'truncated-last-file', place: chain.end.cutOff.place });
    return remarks;
  }

  waitingFor(place: string, detail: string): StoreFailure {
    const since = this.waitedFor.get(place) ?? new Date().toISOString();
    this.waitedFor.clear();
    this.waitedFor.set(place, since);
    return { kind: 'waiting', place, since, detail };
  }

  private isServed({ chain }: Segment): boolean {
    return this.links.some(({ first, hash }) => first === chain.first && hash === chain.hash);
  }

  /** `attempt` answers `null` when a file has vanished since the listing. */
  private async withFreshView<T>(signal: Abort, attempt: (view: FolderView) => Promise<T | null>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      throwIfAborted(signal);
      const result = await attempt(await this.view(signal));
      if (result !== null) return result;
      if (tries >= listingTries)
        throw new StoreError({ kind: 'offline', detail: 'The folder keeps changing while it is read.' });
    }
  }

  private async headIn(view: FolderView, signal: Abort): Promise<FolderHead | null> {
    const load = (source: Source): Promise<Loaded> => this.load(source, signal);
    const before = await this.unchanged(view);
    const start = before.length > 0 ? before : await this.anchorIn(view, signal);
    const chain = await followChain(view, start, load);
    if (chain === null) return null;
    await this.keepChain(chain, view);
    return { head: headOf(chain), ledger: chain.links.at(-1)?.ledger ?? null, chain, view };
  }

  private async keepChain({ links, next }: FolderChain, view: FolderView): Promise<void> {
    this.links = links;
    const end = links.length === 0 ? null : (sourceAt(view, links.at(-1)?.first ?? 0) ?? sourceOf(view, next - 1));
    this.lastFile = end === null ? null : { place: placeOf(end), stamp: await this.stampOf(placeOf(end)) };
  }

  /**
   * The links that still hold: their files are there, and the last one is as it was. A folder that was put back, and to which
   * somebody else has added since, has the same names and another last file.
   */
  private async unchanged(view: FolderView): Promise<readonly Link[]> {
    const links = stillThere(view, this.links);
    if (this.lastFile === null || links.length < this.links.length) return [];
    return (await this.stampOf(this.lastFile.place)) === this.lastFile.stamp ? links : [];
  }

  private stampOf(place: string): Promise<string | null> {
    return fileStamp(join(this.root, place));
  }

  /** Tells that what is known still holds: where the file that ends there stands unchanged, everything before it is known as well. */
  private async anchorIn(view: FolderView, signal: Abort): Promise<readonly Link[]> {
    const newest = this.known?.newest ?? null;
    const source = newest === null ? null : sourceOf(view, newest.seq);
    const start = beginningOf(view);
    const from = (start[0]?.last ?? 0) + 1;
    if (newest === null || newest.seq < from || source === null || sourceOf(view, from) === null) return [];
    const loaded = await this.load(source, signal);
    if (!isSegment(loaded)) return [];
    const { first, last, hash, prev, ledger } = loaded.chain;
    if (last < newest.seq || first > newest.seq) return [];
    const there = last === newest.seq ? hash : loaded.hashBefore(newest.seq + 1);
    if (there !== newest.hash) return [];
    const before: readonly Link[] =
      first <= from ? [] : [{ first: from, last: first - 1, hash: prev, ledger, isAssumed: true }];
    // The files before it are only known by their names here; whoever reads them holds them to the chain.
    return [...start, ...before, { first, last, hash, ledger }];
  }

  private async readIn(found: FolderHead, after: number, limit: ReadLimit, signal: Abort): Promise<FolderPage | null> {
    const { view, head } = found;
    const entries: Uint8Array[] = [];
    let bytes = 0;
    let seq = after + 1;
    const { begins } = view.listing;
    if (begins !== null && after < begins.seq) throw new StoreError({ kind: 'shortened', begins });
    let hashBefore = after === (begins?.seq ?? 0) ? (begins?.hash ?? hashBeforeFirst) : null;
    while (seq <= (head?.seq ?? 0)) {
      throwIfAborted(signal);
      const source = sourceFor(found, seq);
      const segment = source === null ? 'missing' : await this.load(source, signal);
      if (segment === 'vanished') return null;
      const problem = problemOf(source, segment, seq, hashBefore);
      if (problem !== null) {
        // What was believed of this file does not hold: the chain is followed anew from its beginning.
        this.links = [];
        const again = await this.followFromBeginning(view, signal);
        if (again === null) return null;
        await this.keepChain(again, view);
        if ((headOf(again)?.seq ?? 0) >= seq) return null;
        throw new StoreError(this.failureAt(again.end) ?? { kind: 'corrupt', ...problem });
      }
      if (typeof segment !== 'object' || !isSegment(segment)) return null;
      for (const entry of segment.entries.slice(seq - segment.chain.first)) {
        if (entries.length > 0 && (entries.length >= limit.entries || bytes + entry.length > limit.bytes))
          return { entries, found };
        entries.push(new Uint8Array(entry));
        bytes += entry.length;
        seq += 1;
      }
      hashBefore = segment.chain.hash;
    }
    return { entries, found };
  }

  followFromBeginning(view: FolderView, signal: Abort): Promise<FolderChain | null> {
    return followChain(view, [], (source) => this.load(source, signal));
  }
}

/** Second versions that lie beside the files of the chain, as part of a page; nothing where there are none. */
export function copiesIn({ view }: FolderHead): Pick<ReadPage, 'copies'> {
  const { copies } = view.listing;
  return copies.length === 0 ? {} : { copies };
}

/** The file of the chain that holds an entry. Others may reach over the same place without being part of it. */
function sourceFor({ view, chain }: FolderHead, seq: number): Source | null {
  const link = chain.links.find(({ first, last }) => first <= seq && seq <= last);
  return link === undefined || link.isAssumed === true ? sourceOf(view, seq) : sourceAt(view, link.first);
}

/** Why a file cannot give the entry that stands behind a hash. */
function problemOf(
  source: Source | null,
  segment: Loaded | 'missing',
  seq: number,
  hashBefore: string | null,
): { readonly place: string; readonly detail: string } | null {
  const place = source === null ? `${folderNames.log}/${appendName(seq, 0)}` : placeOf(source);
  if (typeof segment !== 'object') return { place, detail: `Commit ${seq} is missing.` };
  if (!isSegment(segment)) return { place, detail: segment.problem };
  const { first, last } = segment.chain;
  if (first > seq || last < seq) return { place, detail: `Commit ${seq} is missing after it.` };
  if (hashBefore !== null && segment.hashBefore(seq) !== hashBefore)
    return { place, detail: `Commit ${seq} does not follow the one before it.` };
  return null;
}
