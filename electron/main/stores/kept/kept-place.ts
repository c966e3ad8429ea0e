import type { Head } from '#core/ledger/commit';
import { type JudgedActs, KeptComputer } from '#core/ledger/kept/kept-computer';
import type { OpenActs } from '#core/ledger/kept/order-acts';
import { type Draft, linesOfKeptFile, newerFormatOf } from '#core/ledger/kept/kept-file';
import type { Abort, ReadLimit, ReadPage, StoreRemark } from '#core/ledger/store';
import { StoreError } from '../store-error';
import { throwIfAborted } from '../abort';
import { sha256Hex } from '../../files/sha256';
import type { KeptCarrier } from './kept-carrier';
import { KeptFiles } from './kept-files';
import { type FolderIdentity, identityFile, keptIdentity, readIdentity } from './kept-identity';
import { KeptRecord } from './kept-record';

/**
 * Says by the rules what becomes of acts on top of a head; `null` where it stands elsewhere and cannot say. `commits` gives
 * those after a seq, nothing at the end.
 */
export interface ActJudge {
  (
    open: readonly OpenActs[],
    head: Head | null,
    commits: (after: number) => Promise<readonly Uint8Array[]>,
    ledger: string,
  ): Promise<readonly JudgedActs[] | null>;
  /** It knows the account only from the commits that it is given, so it has to be where the place is read. */
  readonly needsCommits?: true;
}

/** The computer that takes part in a kept place. Without one, a place is only read. */
export interface TakingPart {
  readonly computer: string;
  /** Name for people. */
  readonly name: string;
  /** The file of the profile in which everything is kept for good; `null` keeps it in memory, for tests. */
  readonly record: string | null;
  readonly now: () => string;
  readonly judge: ActJudge | null;
}

const takesPartElsewhere = {
  kind: 'forbidden',
  detail: 'This computer takes part in another place of this account that only carries files.',
} as const;
/** Milliseconds after which a computer says again that it is still there. */
const presenceEvery = 60 * 60 * 1000;
/** Older words of how far a computer has the log are taken away, down to so many. */
const keptReaches = 4;
const orderAtOnce = 200;
const judgedPage = { entries: 500, bytes: 4 * 1024 * 1024 };

/**
 * One kept place as one computer sees it: it looks at its files, keeps what is new, and writes what it owes the others.
 * One call at a time; everything it does is repeatable, so a call that is cut off has done a part of what the next one does.
 */
export class KeptPlace {
  readonly files: KeptFiles;
  private record: KeptRecord | null = null;
  private made: KeptComputer | null = null;
  private lastRead: { path: string; lines: readonly Uint8Array[] } | null = null;
  private foreign: readonly string[] = [];
  private newerFormat: number | null = null;

  constructor(
    private readonly carrier: KeptCarrier,
    private readonly here: TakingPart | null,
    /** What the folder says of itself does not count yet. */
    private readonly isTurning = false,
  ) {
    this.files = new KeptFiles(carrier);
  }

  /** View on the files; `null` while nothing says whose ledger this is. */
  get computer(): KeptComputer | null {
    return this.made;
  }

  get ledger(): string | null {
    return this.ledgerKnown;
  }
  private ledgerKnown: string | null = null;

  /** Looks at the folder and takes in what is new. `expected` is the ledger that has to be there, if any. */
  async look(expected: string | null, mayBeEmpty: boolean, signal: Abort): Promise<void> {
    const identity: FolderIdentity = this.isTurning ? { kind: 'none' } : await readIdentity(this.carrier, signal);
    throwIfAborted(signal);
    switch (identity.kind) {
      case 'exclusive':
        throw new StoreError({
          kind: 'defect',
          detail: 'This folder decides by itself who comes first; it is not one that only carries files.',
        });
      case 'newer':
        throw new StoreError({ kind: 'outdated', rules: identity.format });
      case 'unreadable':
      case 'none':
      case 'kept':
        break;
    }
    const said = identity.kind === 'kept' ? identity.ledger : null;
    if (said !== null && expected !== null && said !== expected)
      throw new StoreError({ kind: 'identity-changed', expected, actual: said });
    const ledger = said ?? this.ledgerKnown ?? expected;
    if (ledger === null) {
      await this.carrier.requireThere(signal);
      return;
    }
    const computer = await this.prepare(ledger);
    const listing = await this.files.list(signal);
    // The place where a drive hangs is an empty folder when the drive is not there.
    const isEmpty = said === null && listing.paths.length === 0 && !this.isTurning;
    if (isEmpty && (!mayBeEmpty || computer.known.terms.length > 0))
      throw new StoreError({
        kind: 'offline',
        detail: 'The folder is empty: it may be a drive that is not connected.',
      });
    await this.takeNew(listing.paths, computer, signal);
    this.foreign = listing.foreign;
    if (this.here === null || isEmpty) return;
    if (said === null && !this.isTurning) await this.carrier.write(identityFile, keptIdentity(ledger));
    await this.putBack(new Set(listing.paths), computer, signal);
    await this.tidy(listing.paths, computer);
  }

  private async prepare(ledger: string): Promise<KeptComputer> {
    if (this.made !== null && this.ledgerKnown === ledger) return this.made;
    await this.record?.close();
    const computer = new KeptComputer({
      ledger,
      computer: this.here?.computer ?? 'reader',
      name: this.here?.name ?? '',
    });
    const record = new KeptRecord(this.here?.record ?? null);
    await record.open((path, bytes) => computer.take(path, bytes));
    computer.update();
    this.record = record;
    this.made = computer;
    this.ledgerKnown = ledger;
    return computer;
  }

  private async takeNew(paths: readonly string[], computer: KeptComputer, signal: Abort): Promise<void> {
    let fresh: { path: string; bytes: Uint8Array }[] = [];
    const keep = async (): Promise<void> => {
      await this.record?.add(fresh, false);
      fresh = [];
    };
    try {
      const unknown = paths.filter((path) => !computer.known.knows(path));
      for await (const { path, bytes } of this.files.read(unknown, signal)) {
        if (!computer.take(path, bytes)) {
          this.newerFormat ??= newerFormatOf(bytes);
          continue;
        }
        this.files.isSound(path);
        fresh.push({ path, bytes });
        if (fresh.length >= 200) await keep();
      }
    } finally {
      // What was taken in must be kept: it is not read again.
      await keep();
      computer.update();
    }
    if (this.newerFormat !== null) throw new StoreError({ kind: 'outdated', rules: this.newerFormat });
  }

  /** Own files that the folder lost, or never got. */
  private async putBack(there: ReadonlySet<string>, computer: KeptComputer, signal: Abort): Promise<void> {
    const own = `${computer.computer}/`;
    const unsound = new Set(this.files.unsoundPaths());
    for (const path of [...(this.record?.paths() ?? [])]) {
      if (!path.startsWith(own) || (there.has(path) && !unsound.has(path))) continue;
      if (path.startsWith(`${own}has/`) && path !== computer.newestReach?.path) continue;
      throwIfAborted(signal);
      const bytes = await this.record?.read(path);
      if (bytes == null) continue;
      await this.carrier.write(path, bytes);
      this.files.isSound(path);
    }
  }

  /** Takes away own old words of how far this computer has the log: the newest says it all. */
  private async tidy(paths: readonly string[], computer: KeptComputer): Promise<void> {
    const own = paths.filter((path) => path.startsWith(`${computer.computer}/has/`));
    if (own.length <= keptReaches * 2) return;
    const newest = new Set(
      computer.known
        .reachOf(computer.computer)
        .slice(-keptReaches)
        .map((file) => file.path),
    );
    for (const path of own) if (!newest.has(path) && computer.known.knows(path)) await this.carrier.remove(path);
  }

  /** Puts everything back that this computer has ever seen here and that the folder lacks; how many files that were. */
  async putEverythingBack(signal: Abort): Promise<number> {
    const { made: computer, record } = this;
    if (computer === null || record === null || this.ledgerKnown === null) return 0;
    const there = new Set((await this.files.list(signal)).paths);
    const unsound = new Set(this.files.unsoundPaths());
    let count = 0;
    await this.carrier.write(identityFile, keptIdentity(this.ledgerKnown));
    for (const path of [...record.paths()]) {
      if (there.has(path) && !unsound.has(path)) continue;
      const [by = ''] = path.split('/');
      if (path.includes('/has/') && path !== computer.known.reachOf(by).at(-1)?.path) continue;
      throwIfAborted(signal);
      const bytes = await record.read(path);
      if (bytes === null) continue;
      await this.carrier.write(path, bytes);
      this.files.isSound(path);
      count += 1;
    }
    return count;
  }

  /** Writes what this computer owes the others: its vote, the office, who counts, how far it has the log. */
  async owe(): Promise<void> {
    const { made: computer, here } = this;
    if (computer === null || here === null) return;
    for (let draft = computer.due(here.now()); draft !== null; draft = computer.due(here.now()))
      await this.write(draft);
    const { term } = computer.log;
    const last = computer.newestReach;
    if (term !== null && last !== null && Date.parse(here.now()) - Date.parse(last.at) > presenceEvery)
      await this.write(computer.hasDraft(term, here.now()));
  }

  /** Puts in order what waits for it, if that is this computer's to do; whether anything got its place. */
  async putInOrder(signal: Abort): Promise<boolean> {
    const { made: computer, here } = this;
    if (computer === null || here?.judge == null) return false;
    let done = false;
    for (;;) {
      const outs = computer.toOrder(orderAtOnce);
      if (outs.length === 0) break;
      const { head } = computer.log;
      const open: OpenActs[] = [];
      const taken = new Set<string>();
      for (const out of outs) {
        const wanted = new Set(computer.actsToOrder(out).filter((id) => !taken.has(id)));
        const lines = await this.linesOf(out.path);
        open.push({ out: out.hash, acts: lines.filter((_, index) => wanted.has(out.ids[index] ?? '')) });
        for (const id of wanted) taken.add(id);
      }
      throwIfAborted(signal);
      const commits = async (after: number) => (await this.read(after, judgedPage)).entries;
      const judged = await here.judge(open, head, commits, this.ledgerKnown ?? '');
      const draft = judged === null ? null : computer.order(judged, head, here.now());
      if (draft === null) break;
      await this.write(draft);
      done = true;
    }
    if (done) await this.owe();
    return done;
  }

  /** Keeps a file for good, then lays it into the folder. Where the folder cannot take it now, it is put back later. */
  async write(draft: Draft): Promise<void> {
    const { record, made: computer } = this;
    if (record === null || computer === null) throw new Error('Nothing is open.');
    await record.add([draft], true);
    computer.take(draft.path, draft.bytes);
    computer.update();
    await this.carrier.write(draft.path, draft.bytes);
  }

  /** Begins the place for a ledger that is new in it. */
  async found(ledger: string): Promise<void> {
    const { here } = this;
    if (here === null) throw new StoreError({ kind: 'forbidden', detail: 'This place is only read here.' });
    const computer = await this.prepare(ledger);
    if (computer.known.terms.length > 0 && !this.isTurning) throw new StoreError(takesPartElsewhere);
    if (!this.isTurning) await this.carrier.write(identityFile, keptIdentity(ledger));
    await this.write(computer.found(here.now()));
    await this.owe();
  }

  /** Commits after a seq, in order. */
  async read(after: number, limit: ReadLimit): Promise<ReadPage> {
    const log = this.made?.log;
    const head = log?.head ?? null;
    const entries: Uint8Array[] = [];
    let bytes = 0;
    if (log === undefined || head === null) return { entries, head };
    for (let index = firstAfter(log.files.length, (seq) => (log.headAfter(seq)?.seq ?? 0) > after); ; index += 1) {
      const file = log.files[index];
      if (file === undefined) break;
      if (file.commits === null) continue;
      const lines = await this.linesOf(file.path);
      for (const line of lines.slice(Math.max(0, after - file.commits.before.seq))) {
        const isFull = entries.length >= limit.entries || bytes + line.length > limit.bytes;
        if (entries.length > 0 && isFull) return { entries, head };
        entries.push(new Uint8Array(line));
        bytes += line.length;
      }
    }
    return { entries, head };
  }

  /** The hash of a commit that is in order. */
  async hashAt(seq: number): Promise<string | null> {
    const { entries } = await this.read(seq - 1, { entries: 1, bytes: 1 });
    return seq >= 1 && entries[0] !== undefined ? sha256Hex(entries[0]) : null;
  }

  private async linesOf(path: string): Promise<readonly Uint8Array[]> {
    if (this.lastRead?.path === path) return this.lastRead.lines;
    const bytes = await this.record?.read(path);
    const lines = bytes == null ? null : linesOfKeptFile(path, bytes);
    if (lines === null)
      throw new StoreError({
        kind: 'corrupt',
        place: path,
        detail: 'What was kept of it on this computer is damaged.',
      });
    this.lastRead = { path, lines };
    return lines;
  }

  remarks(): readonly StoreRemark[] {
    return [...this.foreign, ...this.files.unsoundPaths()].map((place) => ({ kind: 'foreign-file-ignored', place }));
  }

  async close(): Promise<void> {
    await this.record?.close();
    this.record = null;
    this.made = null;
    this.ledgerKnown = null;
  }
}

/** The first index, below a count, from which on something holds of the index plus one; the count when of none. */
function firstAfter(count: number, holds: (seq: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle + 1)) high = middle;
    else low = middle + 1;
  }
  return low;
}
