import type { Head } from '../../../shared/ledger/commit';
import { StoreError, type Abort, type LedgerStore, type StoreFailure } from '../../../shared/ledger/store';

/** The account as an exchange sees it. Both calls see what the account is at that moment, acts in between included. */
export interface ExchangedAccount {
  readonly head: Head | null;
  receive(entries: readonly Uint8Array[]): Promise<{ readonly ok: true } | { readonly ok: false; readonly failure: StoreFailure }>;
  outgoing(limit: number): { readonly entries: readonly Uint8Array[]; readonly expected: Head | null };
}

export type ExchangeOutcome = { readonly ok: true } | { readonly ok: false; readonly failure: StoreFailure };

/** A page is one transaction, during which the window does not answer: small enough not to be felt. */
const pageLimit = { entries: 200, bytes: 1024 * 1024 };
const sendLimit = 500;
/** Others may come first again and again; after this many times it is tried again later. */
const attempts = 20;

/**
 * Fetches what others appended, and appends what is pending, until both ends are the same. Own acts are confirmed by
 * reading them back, so it does not matter whether the answer to an append arrives. An act that is done meanwhile stays
 * pending, and is replayed on what was fetched like the others.
 */
export async function exchange(account: ExchangedAccount, store: LedgerStore, signal: Abort): Promise<ExchangeOutcome> {
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const fetched = await fetchAll(account, store, signal);
      if (!fetched.ok) return fetched;
      const { entries, expected } = account.outgoing(sendLimit);
      if (entries.length === 0) return { ok: true };
      const failure = await send(store, entries, expected, signal);
      if (failure !== null && failure.kind !== 'head-moved' && failure.kind !== 'unknown-outcome') return { ok: false, failure };
      if (failure === null) attempt = 0;
    }
    return { ok: false, failure: { kind: 'head-moved', head: account.head } };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

async function fetchAll(account: ExchangedAccount, store: LedgerStore, signal: Abort): Promise<ExchangeOutcome> {
  for (;;) {
    const { entries } = await store.read(account.head?.seq ?? 0, pageLimit, signal);
    if (entries.length === 0) return { ok: true };
    const received = await account.receive(entries);
    if (!received.ok) return received;
  }
}

async function send(store: LedgerStore, entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreFailure | null> {
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
