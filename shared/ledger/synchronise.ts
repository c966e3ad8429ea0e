import { done, failed } from '../kernel/result';
import type { Refusal } from '../rules/refusals';
import type { Head } from './commit';
import { hashEntry } from './encoding';
import type { ActStanding, KeptOrder } from './kept-order';
import type { Answers } from './replica';
import type { Abort, LedgerStore, ReadPage, StoreFailure, StoreResult } from './store';

/** A copy of an account as synchronising sees it. Calls see it as it is at that moment, acts in between included. */
export interface SynchronisedCopy {
  readonly head: Head | null;
  /** Number of own acts that wait to be sent; left out where it does not matter. */
  readonly waiting?: number;
  /** `answers` are own acts that do not hold, as the computer that puts acts in order says. */
  receive(entries: readonly Uint8Array[], answers?: Answers): Reception | Promise<Reception>;
  /** The same for a page of a place, by a copy that also looks at who appended it. */
  receivePage?(page: ReadPage): Reception | Promise<Reception>;
  /** Told of every failure, whoever found it. */
  noteFailure?(failure: StoreFailure): void;
  /**
   * Goes back to the last commit that the place has as well, the own acts after it pending again; `undefined` where nobody has
   * looked yet which one that is. Left out where nothing is kept beside the copy that could say.
   */
  rewind?(common: Head | null | undefined): Promise<Reception>;
  outgoing(limit: number): { readonly entries: readonly Uint8Array[]; readonly expected: Head | null };
}

/** Outcome of a page; what a copy says beyond that it took it is its own business. */
export type Reception = { readonly ok: true } | { readonly ok: false; readonly failure: StoreFailure };

/** A page is one transaction, during which the window does not answer: small enough not to be felt. */
const pageLimit = { entries: 200, bytes: 1024 * 1024 };
/** What waits is done again on top of each page: the more of it, the larger the pages, so that it is not most of the work. */
const largestPage = 1_000;
const sendLimit = 500;
/** Acts that wait for another computer may be many, and each is handed over once only. */
const handLimit = 10_000;
/** Failures of an append that reading settles, or heals. */
const readsAgain: ReadonlySet<StoreFailure['kind']> = new Set(['head-moved', 'unknown-outcome', 'behind', 'diverged']);
/** The place may be exchanged while this copy goes back to what both have; not for ever. */
const rewinds = 5;
/** Others may come first again and again; after this many times it is tried again later. */
const attempts = 20;

/**
 * Fetches what others appended, and appends what is pending, until both ends are the same. Repeating any part of it is
 * harmless, so an append whose answer was lost is settled by reading. An act that is done meanwhile stays pending, and is
 * replayed on what was fetched like the others.
 *
 * ```ts
 * import { Replica } from '#core/ledger/replica';
 * import { synchronise } from '#core/ledger/synchronise';
 * import { MemoryStore } from '../../electron/main/stores/memory';
 *
 * const store = new MemoryStore();
 * const [ann, bob] = [Replica.empty('ledger'), Replica.empty('ledger')];
 * const now = { by: 'owner', day: '2026-06-01', at: '2026-06-01T08:00:00.000Z', device: 'laptop' };
 * const opening = { do: 'account.open', args: { name: 'Sunrise', timeZone: 'Europe/Berlin' } };
 * ann.accept(ann.prepareAct(opening, { ...now, commit: 'c1' }).step);
 *
 * const { signal } = new AbortController();
 * (await synchronise(ann, store, signal)).ok; // → true
 * (await synchronise(bob, store, signal)).ok; // → true
 * bob.model.root.name; // → 'Sunrise'
 * ann.pending; // → []
 * ```
 */
export async function synchronise(
  copy: SynchronisedCopy,
  store: LedgerStore,
  signal: Abort,
): Promise<StoreResult<null>> {
  const outcome = await synchroniseUntilSame(copy, store, signal);
  if (!outcome.ok) copy.noteFailure?.(outcome.failure);
  return outcome;
}

async function synchroniseUntilSame(
  copy: SynchronisedCopy,
  store: LedgerStore,
  signal: Abort,
): Promise<StoreResult<null>> {
  for (let count = 0; ; count += 1) {
    const outcome = await exchange(copy, store, signal);
    if (outcome.ok || outcome.failure.kind !== 'diverged' || copy.rewind === undefined || count >= rewinds)
      return outcome;
    const rewound = await copy.rewind(outcome.failure.common);
    if (!rewound.ok) return rewound;
  }
}

/** Exchanges until both ends are the same, or something fails. */
async function exchange(copy: SynchronisedCopy, store: LedgerStore, signal: Abort): Promise<StoreResult<null>> {
  for (let failed = 0; failed < attempts;) {
    const fetched = await fetchAll(copy, store, signal);
    if (!fetched.ok) return fetched;
    if (store.order !== undefined) return handOver(copy, store, store.order, signal);
    const { entries, expected } = copy.outgoing(sendLimit);
    if (entries.length === 0) return done;
    const sent = await store.append(entries, expected, signal);
    if (sent.ok) {
      // Where they were signed on their way, they come back by reading.
      if (sent.value.hash !== hashOfLast(entries)) continue;
      const confirmed = await copy.receive(entries);
      if (!confirmed.ok) return confirmed;
      continue;
    }
    if (!readsAgain.has(sent.failure.kind)) return sent;
    failed += 1;
  }
  return { ok: false, failure: { kind: 'head-moved', head: copy.head } };
}

function hashOfLast(entries: readonly Uint8Array[]): string {
  const last = entries.at(-1);
  return last === undefined ? '' : hashEntry(last);
}

interface AskedPage {
  readonly after: number;
  readonly page: Promise<StoreResult<ReadPage>>;
}

/** While a page is taken in the next one is on its way, unless this is the last: whoever has read everything may be asked to put acts in order. */
async function fetchAll(copy: SynchronisedCopy, store: LedgerStore, signal: Abort): Promise<StoreResult<null>> {
  const ask = (after: number): Promise<StoreResult<ReadPage>> => {
    const entries = Math.min(largestPage, Math.max(pageLimit.entries, copy.waiting ?? 0));
    return store.read(after, { ...pageLimit, entries }, signal);
  };
  let asked = null as AskedPage | null;
  for (;;) {
    const known = copy.head;
    const after = known?.seq ?? 0;
    const page: StoreResult<ReadPage> = await (asked?.after === after ? asked.page : ask(after));
    if (!page.ok) return page;
    const { entries, head }: ReadPage = page.value;
    if (entries.length === 0) return continues(known, head);
    const end = after + entries.length;
    asked = head !== null && head.seq > end ? { after: end, page: ask(end) } : null;
    const received = await (copy.receivePage?.(page.value) ?? copy.receive(entries));
    if (!received.ok) return received;
  }
}

/**
 * Hands pending acts over to the computer that puts them in order, and takes its answers. What has no place yet stays pending,
 * which is no failure: it waits for that computer.
 */
async function handOver(
  copy: SynchronisedCopy,
  store: LedgerStore,
  order: KeptOrder,
  signal: Abort,
): Promise<StoreResult<null>> {
  for (let round = 0; round < attempts; round += 1) {
    const { entries } = copy.outgoing(handLimit);
    if (entries.length === 0) return done;
    const handed = await order.submit(entries, signal);
    if (!handed.ok && handed.failure.kind !== 'head-moved') return handed;
    const answers = handed.ok ? answersIn(handed.value) : new Map<string, never>();
    if (answers.size > 0) {
      const taken = await copy.receive([], answers);
      if (!taken.ok) return taken;
    }
    // Where this computer keeps the order itself, they have their place by the next look.
    const before = copy.head;
    const fetched = await fetchAll(copy, store, signal);
    if (!fetched.ok) return fetched;
    if (handed.ok && answers.size === 0 && copy.head?.hash === before?.hash) return done;
  }
  return done;
}

function answersIn(standings: ReadonlyMap<string, ActStanding>): Answers {
  const answers = new Map<string, readonly Refusal[]>();
  for (const [id, standing] of standings) if (standing.kind === 'refused') answers.set(id, standing.refusals);
  return answers;
}

/** A store without anything new must stand exactly where this copy stands. */
function continues(known: Head | null, there: Head | null): StoreResult<null> {
  if (known === null || (there !== null && there.seq > known.seq)) return done;
  if (there === null || there.seq < known.seq)
    return failed({ kind: 'behind', head: there, detail: 'the store is behind what it had before' });
  if (there.hash === known.hash) return done;
  return failed({ kind: 'diverged', seq: there.seq, detail: 'another commit stands where one is known' });
}
