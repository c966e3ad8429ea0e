import type { Head } from '#core/ledger/commit';
import type { Abort, ReadLimit } from '#core/ledger/store';
import { sha256Hex } from '../../files/sha256';
import { throwIfAborted } from '../abort';
import { type EntryChain, hashBeforeFirst } from '../entry-envelope';
import { readSegment } from '../folder/folder-segment';
import { StoreError } from '../store-error';
import { notTheServer } from './webdav-failure';
import type { WebDavFolder } from './webdav-folder';
import {
  arrange,
  collectionOf,
  entriesName,
  lastSource,
  sourceOf,
  webDavNames,
  type WebDavListing,
  type WebDavSource,
} from './webdav-layout';

export interface Segment {
  readonly place: string;
  readonly entries: readonly Uint8Array[];
  readonly chain: EntryChain;
}

export interface LogHead {
  readonly head: Head | null;
  readonly ledger: string | null;
  /** The commit behind which the log begins; `null` for the first. */
  readonly begins: Head | null;
}

export interface LogPage {
  readonly entries: readonly Uint8Array[];
  readonly found: LogHead;
}

/** Appends that are fetched side by side while a reader goes through the log: as many as there are connections, nearly. */
const fetchedAhead = 7;
/** A pack may take the place of appends between looking and reading. */
const attempts = 4;
/** Milliseconds for which whoever reads on behind a page need not look again what there is. */
const freshFor = 10_000;

/** Appends that are on their way, or here and not used up. */
type Ahead = Map<number, Promise<Segment | null>>;

/** Place behind a page that was not the last, and what is known of what follows it. */
interface NextPage {
  readonly after: number;
  readonly listing: WebDavListing;
  readonly found: LogHead;
  readonly ahead: Ahead;
  readonly until: number;
}

/** Reads the entries of a ledger from a WebDAV server. It trusts names only as far as the content bears them out. */
export class WebDavLog {
  /** Packs do not change; the one that was read last is often wanted again. */
  private recentPack: Segment | null = null;
  private waitingSince: string | null = null;
  private next: NextPage | null = null;

  constructor(private readonly folder: WebDavFolder) {}

  async listing(signal: Abort): Promise<WebDavListing> {
    const logNames = await this.folder.list(webDavNames.log, signal);
    // After the log: a pack appears before what it replaces goes, so that nothing can be missed in between.
    const packNames = await this.folder.list(webDavNames.packs, signal);
    return arrange(logNames ?? [], packNames ?? []);
  }

  async head(signal: Abort): Promise<LogHead> {
    return this.again(async () => this.headOf(await this.listing(signal), signal));
  }

  async read(after: number, limit: ReadLimit, signal: Abort): Promise<LogPage> {
    return this.again(() => this.readOnce(after, limit, signal));
  }

  /** Hash of one entry, `null` where the log does not reach. */
  async hashAt(seq: number, signal: Abort): Promise<string | null> {
    const { begins } = await this.listing(signal);
    if (begins?.seq === seq) return begins.hash;
    const page = await this.read(seq - 1, { entries: 1, bytes: 1 }, signal);
    const [entry] = page.entries;
    return entry === undefined ? null : sha256Hex(entry);
  }

  /** The entries at one place, `null` where there are none any more. */
  async load(source: WebDavSource, signal: Abort): Promise<Segment | null> {
    const place = `${collectionOf(source)}${entriesName}`;
    if (this.recentPack?.place === place) return this.recentPack;
    const bytes = await this.folder.get(place, signal);
    if (bytes === null) return null;
    const reading = readSegment(bytes);
    if (reading.kind === 'truncated') {
      if (bytes.subarray(0, 64).toString('latin1').trimStart().startsWith('<')) {
        throw new StoreError(notTheServer('text/html'));
      }
      throw this.waiting(place, 'It is shorter than its last line says.');
    }
    if (reading.kind === 'damaged') {
      throw new StoreError({ kind: 'corrupt', place, detail: `The file is damaged: ${reading.problem}.` });
    }
    const { entries, chain } = reading;
    const first = source.kind === 'append' ? source.position : source.pack.first;
    if (chain.first !== first || (source.kind === 'pack' && chain.last !== source.pack.last)) {
      throw new StoreError({ kind: 'corrupt', place, detail: 'The file does not hold what its name says.' });
    }
    const segment = { place, entries, chain };
    if (source.kind === 'pack') this.recentPack = segment;
    return segment;
  }

  private async headOf(listing: WebDavListing, signal: Abort): Promise<LogHead | null> {
    const last = lastSource(listing);
    if (last === null) return { head: listing.begins, ledger: null, begins: listing.begins };
    const segment = await this.load(last, signal);
    if (segment === null) return null;
    const { chain } = segment;
    return { head: { seq: chain.last, hash: chain.hash }, ledger: chain.ledger, begins: listing.begins };
  }

  private async readOnce(after: number, limit: ReadLimit, signal: Abort): Promise<LogPage | null> {
    const known = this.next?.after === after && performance.now() < this.next.until ? this.next : null;
    // Where what it says turns out to be so no more, the next attempt looks again.
    this.next = null;
    const listing = known?.listing ?? (await this.listing(signal));
    const found = known?.found ?? (await this.headOf(listing, signal));
    if (found === null) return null;
    const entries: Uint8Array[] = [];
    const ahead = this.takenOver(known?.ahead, signal);
    let bytes = 0;
    let seq = after + 1;
    const { begins } = listing;
    if (begins !== null && after < begins.seq) throw new StoreError({ kind: 'shortened', begins });
    let hashBefore = after === (begins?.seq ?? 0) ? (begins?.hash ?? hashBeforeFirst) : null;
    while (seq <= (found.head?.seq ?? 0)) {
      throwIfAborted(signal);
      const source = sourceOf(listing, seq);
      const segment = source === null ? null : await this.loadAhead(source, listing, ahead, signal);
      if (source !== null && segment === null) return null;
      if (segment === null || segment.chain.last < seq) {
        throw this.waiting(collectionOf({ kind: 'append', position: seq }), `Commit ${seq} has not arrived.`);
      }
      const skip = seq - segment.chain.first;
      const named = skip === 0 ? segment.chain.prev : sha256Hex(segment.entries[skip - 1] ?? new Uint8Array());
      if (hashBefore !== null && named !== hashBefore) {
        const detail = `Commit ${seq} does not follow the one before it.`;
        throw new StoreError({ kind: 'corrupt', place: segment.place, detail });
      }
      for (const entry of segment.entries.slice(skip)) {
        const isFull = entries.length >= limit.entries || bytes + entry.length > limit.bytes;
        if (entries.length > 0 && isFull) {
          this.next = { after: seq - 1, listing, found, ahead, until: known?.until ?? performance.now() + freshFor };
          return { entries, found };
        }
        entries.push(new Uint8Array(entry));
        bytes += entry.length;
        seq += 1;
      }
      hashBefore = segment.chain.hash;
      ahead.delete(segment.chain.first);
    }
    this.waitingSince = null;
    return { entries, found };
  }

  /** Appends that an earlier call has asked for; its signal may have broken them off, which is nothing to this one. */
  private takenOver(ahead: Ahead = new Map(), signal: Abort): Ahead {
    return new Map(
      [...ahead].map(([position, fetching]) => {
        const again = fetching.catch(() => this.load({ kind: 'append', position }, signal));
        again.catch(() => undefined);
        return [position, again];
      }),
    );
  }

  private loadAhead(
    source: WebDavSource,
    { loose }: WebDavListing,
    ahead: Ahead,
    signal: Abort,
  ): Promise<Segment | null> {
    if (source.kind === 'pack') return this.load(source, signal);
    const from = loose.indexOf(source.position);
    for (const position of loose.slice(from, from + fetchedAhead)) {
      if (ahead.has(position)) continue;
      const fetching = this.load({ kind: 'append', position }, signal);
      fetching.catch(() => undefined); // Whoever comes to this place in the log is told.
      ahead.set(position, fetching);
    }
    return ahead.get(source.position) ?? this.load(source, signal);
  }

  private async again<Value>(work: () => Promise<Value | null>): Promise<Value> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const value = await work();
      if (value !== null) return value;
    }
    throw this.waiting(webDavNames.log, 'What the server lists is not there when it is read.');
  }

  private waiting(place: string, detail: string): StoreError {
    this.waitingSince ??= new Date().toISOString();
    return new StoreError({ kind: 'waiting', place, since: this.waitingSince, detail });
  }
}
