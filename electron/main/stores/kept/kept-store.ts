import { Turns } from '#core/kernel/turns';
import type { Head } from '#core/ledger/commit';
import type {
  ActStanding,
  KeptComputer as ComputerThere,
  KeptOrder,
  Office,
  OfficeChange,
} from '#core/ledger/kept-order';
import type { KeptComputer } from '#core/ledger/kept/kept-computer';
import { actOfEntry } from '#core/ledger/kept/kept-file';
import type { Refusal } from '#core/rules/refusals';
import type {
  Abort,
  LedgerStore,
  ReadLimit,
  ReadPage,
  StoreInfo,
  StoreReport,
  StoreResult,
  Unsubscribe,
} from '#core/ledger/store';
import type { StorePresence } from '#core/ledger/presence';
import { aborted, settleOnAbort, takeTurn } from '../abort';
import { readEnvelope } from '../entry-envelope';
import { judgeContinuation, judgeExpectedHead } from '../expected-head';
import { answering, StoreError } from '../store-error';
import { Watches } from '../watches';
import { KeptBlobs } from './kept-blobs';
import type { KeptCarrier } from './kept-carrier';
import { identityFile, keptIdentity } from './kept-identity';
import { KeptPresence } from './kept-presence';
import { KeptPlace, type TakingPart } from './kept-place';
import { watchKept } from './kept-watch';

export interface KeptOptions {
  /** The ledger that must be in it; `null` accepts any. */
  readonly ledger: string | null;
  readonly mayBeEmpty: boolean;
  /** Without a computer that takes part, the place is only read. */
  readonly here: TakingPart | null;
  /** What the folder says of itself does not count yet: it is about to become one of this way. */
  readonly isTurning?: boolean;
  readonly pollMilliseconds?: number;
}

/** Parts that all stores of this process share that are one computer's view of one place. Who only reads has them alone. */
interface Shared {
  readonly carrier: KeptCarrier;
  readonly place: KeptPlace;
  readonly turns: Turns;
  readonly listeners: Set<() => void>;
  users: number;
}

const sharedPlaces = new Map<string, Shared>();

/** A ledger in a place that only carries files, such as a folder that some program copies: one computer puts the acts in order. */
export class KeptStore implements LedgerStore {
  readonly info: StoreInfo;
  readonly order: KeptOrder;
  private readonly shared: Shared;
  private readonly key: string;
  private readonly blobs: KeptBlobs;
  readonly presence: StorePresence;
  private readonly watches = new Watches();
  private isClosed = false;

  constructor(
    carrier: KeptCarrier,
    private readonly options: KeptOptions,
  ) {
    this.info = { kind: 'kept', label: carrier.label, watch: true, exclusive: false };
    const { here, isTurning = false } = options;
    this.key = `${carrier.key}\n${here?.computer ?? ''}\n${here?.record ?? ''}\n${String(isTurning)}`;
    const known = here === null ? undefined : sharedPlaces.get(this.key);
    this.shared = known ?? {
      carrier,
      place: new KeptPlace(carrier, here, isTurning),
      turns: new Turns(),
      listeners: new Set(),
      users: 0,
    };
    this.shared.users += 1;
    if (here !== null) sharedPlaces.set(this.key, this.shared);
    this.blobs = new KeptBlobs(this.shared.carrier, here?.computer ?? null);
    const words = new KeptPresence(this.shared.carrier, here?.computer ?? null);
    this.presence = {
      say: (computer, word, signal) => this.call(signal, 'writing', () => words.say(computer, word, signal)),
      all: (signal) => this.call(signal, 'reading', () => words.all(signal)),
    };
    this.order = {
      submit: (entries, signal) => this.call(signal, 'writing', () => this.submit(entries, signal)),
      office: (signal) => this.call(signal, 'reading', () => this.look(signal).then((found) => this.officeOf(found))),
      change: (change, signal) => this.call(signal, 'writing', () => this.change(change, signal)),
    };
  }

  check(signal: Abort): Promise<StoreResult<StoreReport>> {
    return this.call(signal, 'reading', async () => {
      const found = await this.look(signal);
      return {
        reachable: true,
        writable: await this.shared.carrier.isWritable(signal),
        ledger: found === null || found.log.head === null ? null : this.place.ledger,
        head: found?.log.head ?? null,
        remarks: this.place.remarks(),
      };
    });
  }

  head(signal: Abort): Promise<StoreResult<Head | null>> {
    return this.call(signal, 'reading', async () => (await this.look(signal))?.log.head ?? null);
  }

  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>> {
    return this.call(signal, 'reading', async () => {
      const found = await this.look(signal);
      // Who has read everything can say what comes next; before that, the rules would judge on an old state.
      const isAtEnd = found !== null && after >= (found.log.head?.seq ?? 0);
      if (isAtEnd && (await this.place.putInOrder(signal))) this.announce();
      return this.place.read(after, limit);
    });
  }

  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>> {
    return this.call(signal, 'writing', () => this.appendNow(entries, expected, signal));
  }

  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, 'writing', () => this.blobs.put(name, bytes, signal));
  }

  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>> {
    return this.call(signal, 'reading', () => this.blobs.get(name, signal));
  }

  dropBlob(name: string, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, 'writing', () => this.blobs.drop(name, signal));
  }

  watch(onHint: () => void): Unsubscribe {
    const listener = (): void => onHint();
    const poll = this.options.pollMilliseconds ?? this.shared.carrier.pollMilliseconds;
    const unwatch = watchKept(this.place.files, this.options.here?.computer ?? null, poll, listener);
    this.shared.listeners.add(listener);
    return this.watches.add(() => {
      this.shared.listeners.delete(listener);
      unwatch();
    });
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.watches.endAll();
    await this.shared.turns.idle();
    this.shared.users -= 1;
    if (this.shared.users > 0) return;
    if (this.options.here !== null) sharedPlaces.delete(this.key);
    await this.place.close();
    this.shared.carrier.close?.();
  }

  /** Puts back whatever the folder lacks of what this computer has seen in it; how many files that were. */
  heal(signal: Abort): Promise<StoreResult<number>> {
    return this.call(signal, 'writing', async () => {
      await this.place.look(this.options.ledger, true, signal).catch((error: unknown) => {
        if (!(error instanceof StoreError) || error.failure.kind !== 'offline') throw error;
      });
      return this.place.putEverythingBack(signal);
    });
  }

  /** From now on the place says that it only carries files, where that can be exchanged as a whole. */
  become(ledger: string, signal: Abort): Promise<StoreResult<null>> {
    return this.call(signal, 'writing', async () => {
      const { carrier } = this.shared;
      if (carrier.exchange === undefined)
        throw new StoreError({ kind: 'defect', detail: 'Only a folder can become one of the other way.' });
      await carrier.exchange(identityFile, keptIdentity(ledger), signal);
      return null;
    });
  }

  private get place(): KeptPlace {
    return this.shared.place;
  }

  private call<T>(signal: Abort, doing: 'reading' | 'writing', work: () => Promise<T>): Promise<StoreResult<T>> {
    const settled = settleOnAbort(signal, takeTurn(this.shared.turns, signal, work), () => aborted);
    return answering(
      () => settled,
      (error) => this.shared.carrier.failureOf(error, doing),
    );
  }

  /** Takes in what is new and writes what this computer owes the others. */
  private async look(signal: Abort): Promise<KeptComputer | null> {
    const { ledger, mayBeEmpty } = this.options;
    await this.place.look(ledger, mayBeEmpty, signal);
    const { computer } = this.place;
    if (computer === null && !mayBeEmpty)
      throw new StoreError({
        kind: 'offline',
        detail: 'The folder is there, but the ledger is not in it. The drive or the share may not be connected.',
      });
    if (computer !== null && computer.log.term !== null) await this.place.owe();
    return this.place.computer;
  }

  private async submit(entries: readonly Uint8Array[], signal: Abort): Promise<ReadonlyMap<string, ActStanding>> {
    let computer = await this.look(signal);
    if (this.options.here === null) throw onlyRead();
    const ledger = readEnvelope(entries[0] ?? new Uint8Array())?.ledger;
    if (this.options.mayBeEmpty && ledger !== undefined && (computer === null || computer.known.terms.length === 0)) {
      await this.place.found(ledger);
      computer = this.place.computer;
    }
    if (computer === null || computer.log.term === null) throw notYetHere();
    const handing = computer;
    const acts = entries.map((entry) => ({ id: readEnvelope(entry)?.id ?? '', line: actOfEntry(entry) }));
    const drafts = handing.hand(acts);
    for (const draft of drafts) await this.place.write(draft);
    if (drafts.length > 0) this.announce();
    return new Map(
      acts.flatMap(({ id }) => {
        const standing = standingOf(handing, id);
        return standing === null ? [] : [[id, standing] as const];
      }),
    );
  }

  private async change(change: OfficeChange, signal: Abort): Promise<Office> {
    const computer = await this.look(signal);
    const { here } = this.options;
    if (here === null) throw onlyRead();
    if (computer === null) throw notYetHere();
    if (change.kind === 'handOver' && !computer.known.computers().includes(change.to))
      throw new StoreError({ kind: 'forbidden', detail: `Nothing is known here of a computer ${change.to}.` });
    const at = here.now();
    const draft =
      change.kind === 'handOver'
        ? computer.handOver(change.to, at)
        : change.kind === 'stand'
          ? computer.stand(at)
          : computer.force(at);
    if (draft === null)
      throw new StoreError({ kind: 'forbidden', detail: 'Only the computer that keeps the order can hand it over.' });
    await this.place.write(draft);
    await this.place.owe();
    this.announce();
    return this.officeOf(computer);
  }

  private officeOf(computer: KeptComputer | null): Office {
    const none = { term: 0, keeper: null, isHere: false, computers: [], orderedTo: 0, settledTo: 0, election: null };
    if (computer === null || this.place.ledger === null) return none;
    const { log, known } = computer;
    const describe = (id: string): ComputerThere => {
      const seen = known.lastSeen(id);
      const reach = known.reachOf(id).reduce((most, has) => Math.max(most, log.seqOf(has.upTo) ?? 0), 0);
      return {
        id,
        name: seen?.name ?? '',
        lastSeen: seen?.at ?? null,
        has: log.headAfter(reach)?.seq ?? 0,
        counts: log.members.includes(id),
      };
    };
    const candidacy = computer.openElection();
    return {
      term: log.term?.term ?? 0,
      keeper: log.term === null ? null : describe(log.term.keeper),
      isHere: computer.keepsOrder(),
      computers: [...new Set([...log.members, ...known.computers()])].sort().map(describe),
      orderedTo: log.head?.seq ?? 0,
      settledTo: log.headAfter(computer.settledSeq())?.seq ?? 0,
      election: candidacy,
    };
  }

  private async appendNow(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<Head> {
    const mistake = judgeContinuation(entries, expected);
    if (mistake !== null) throw new StoreError(mistake);
    const ledger = readEnvelope(entries[0] ?? new Uint8Array())?.ledger ?? '';
    let computer = await this.look(signal);
    const actual = this.place.ledger;
    if (actual !== null && computer?.log.term != null && actual !== ledger)
      throw new StoreError({ kind: 'identity-changed', expected: ledger, actual });
    if (this.options.here === null) throw onlyRead();
    const hash = expected === null ? null : await this.place.hashAt(expected.seq);
    const refusal = judgeExpectedHead(expected, computer?.log.head ?? null, () => hash);
    if (refusal !== null) throw new StoreError(refusal);
    if (computer?.log.term == null) {
      await this.place.found(ledger);
      computer = this.place.computer;
    }
    const draft = computer?.orderEntries(entries, this.options.here.now()) ?? null;
    if (computer === null || draft === null)
      throw new StoreError({ kind: 'forbidden', detail: 'Another computer puts the acts in order here.' });
    await this.place.write(draft);
    await this.place.owe();
    this.announce();
    const { head } = computer.log;
    if (head === null) throw new StoreError({ kind: 'defect', detail: 'An append left nothing behind.' });
    return head;
  }

  private announce(): void {
    for (const listener of this.shared.listeners) queueMicrotask(listener);
  }
}

function standingOf(computer: KeptComputer, id: string): ActStanding | null {
  const standing = computer.standingOf(id);
  switch (standing.kind) {
    case 'unknown':
      return null;
    case 'waiting':
      return { kind: 'waiting' };
    case 'refused':
      return { kind: 'refused', refusals: standing.refusals as readonly Refusal[] };
    case 'in-order':
    case 'settled':
      return { kind: standing.kind === 'settled' ? 'settled' : 'ordered', seq: standing.seq };
  }
}

function onlyRead(): StoreError {
  return new StoreError({ kind: 'forbidden', detail: 'This place is only read here.' });
}

function notYetHere(): StoreError {
  return new StoreError({ kind: 'offline', detail: 'The files that say who puts acts in order are not here yet.' });
}
