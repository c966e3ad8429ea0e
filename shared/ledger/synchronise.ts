import type { Head } from './commit';
import { StoreError, type Abort, type LedgerStore, type StoreFailure } from './store';

/** A copy of an account as synchronising sees it. Calls see it as it is at that moment, acts in between included. */
export interface SynchronisedCopy {
  readonly head: Head | null;
  receive(entries: readonly Uint8Array[]): Synchronisation | Promise<Synchronisation>;
  /** Told of every failure, whoever found it. */
  heed?(failure: StoreFailure): void;
  outgoing(limit: number): { readonly entries: readonly Uint8Array[]; readonly expected: Head | null };
}

export type Synchronisation = { readonly ok: true } | { readonly ok: false; readonly failure: StoreFailure };

/** A page is one transaction, during which the window does not answer: small enough not to be felt. */
const pageLimit = { entries: 200, bytes: 1024 * 1024 };
const sendLimit = 500;
/** Others may come first again and again; after this many times it is tried again later. */
const attempts = 20;

/**
 * Fetches what others appended, and appends what is pending, until both ends are the same. Repeating any part of it is
 * harmless, so an append whose answer was lost is settled by reading. An act that is done meanwhile stays pending, and is
 * replayed on what was fetched like the others.
 */
export async function synchronise(copy: SynchronisedCopy, store: LedgerStore, signal: Abort): Promise<Synchronisation> {
  const outcome = await synchroniseUntilSame(copy, store, signal);
  if (!outcome.ok) copy.heed?.(outcome.failure);
  return outcome;
}

async function synchroniseUntilSame(
  copy: SynchronisedCopy,
  store: LedgerStore,
  signal: Abort,
): Promise<Synchronisation> {
  try {
    for (let failed = 0; failed < attempts;) {
      const fetched = await fetchAll(copy, store, signal);
      if (!fetched.ok) return fetched;
      const { entries, expected } = copy.outgoing(sendLimit);
      if (entries.length === 0) return { ok: true };
      const failure = await send(store, entries, expected, signal);
      if (failure !== null && failure.kind !== 'head-moved' && failure.kind !== 'unknown-outcome')
        return { ok: false, failure };
      if (failure !== null) {
        failed += 1;
        continue;
      }
      const confirmed = await copy.receive(entries);
      if (!confirmed.ok) return confirmed;
    }
    return { ok: false, failure: { kind: 'head-moved', head: copy.head } };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

async function fetchAll(copy: SynchronisedCopy, store: LedgerStore, signal: Abort): Promise<Synchronisation> {
  for (;;) {
    const known = copy.head;
    const page = await store.read(known?.seq ?? 0, pageLimit, signal);
    if (page.entries.length === 0) return continues(known, page.head);
    const received = await copy.receive(page.entries);
    if (!received.ok) return received;
  }
}

/** A store without anything new must stand exactly where this copy stands. */
function continues(known: Head | null, there: Head | null): Synchronisation {
  if (known === null || (there !== null && there.seq > known.seq)) return { ok: true };
  if (there?.seq === known.seq && there.hash === known.hash) return { ok: true };
  const detail =
    (there?.seq ?? 0) < known.seq
      ? 'the store is behind what it had before'
      : 'another commit stands where one is known';
  return { ok: false, failure: { kind: 'diverged', seq: there?.seq ?? 0, detail } };
}

async function send(
  store: LedgerStore,
  entries: readonly Uint8Array[],
  expected: Head | null,
  signal: Abort,
): Promise<StoreFailure | null> {
  try {
    await store.append(entries, expected, signal);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): StoreFailure {
  if (error instanceof StoreError) return error.failure;
  return { kind: 'defect', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
