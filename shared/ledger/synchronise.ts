import type { Refusal } from '../rules/refusals';
import type { AttentionItem, Received, Replica, Step } from './replica';
import { StoreError, type Abort, type LedgerStore, type StoreFailure } from './store';

/** What a synchronisation did. */
export interface Synchronised {
  readonly ok: true;
  /** Commits of others that came in. */
  readonly pulled: number;
  /** Own acts that are now part of the ledger. */
  readonly pushed: number;
  readonly voided: readonly { readonly seq: number; readonly id: string; readonly refusals: readonly Refusal[] }[];
  /** Own acts that need the person now. */
  readonly attention: readonly AttentionItem[];
}

export type Synchronisation = Synchronised | { readonly ok: false; readonly failure: StoreFailure };

/** How much is read and appended at a time: one page is one transaction of whoever applies it. */
export interface SynchroniseLimits {
  readonly entries: number;
  readonly bytes: number;
}

const defaultLimits: SynchroniseLimits = { entries: 500, bytes: 4 * 1024 * 1024 };

/** How often a moved head is answered by pulling and trying again before others are let go first. */
const attempts = 20;

/**
 * Fetches what others appended, replays the own pending intents on top, and appends those that still hold.
 * `apply` persists and accepts a step; nothing else touches the replica meanwhile. Safe to repeat at any time.
 */
export async function synchronise(
  replica: Replica,
  store: LedgerStore,
  apply: (step: Step) => Promise<void>,
  signal: Abort,
  limits: SynchroniseLimits = defaultLimits,
): Promise<Synchronisation> {
  const done: { pulled: number; pushed: number; voided: Synchronised['voided'][number][]; attention: AttentionItem[] } = { pulled: 0, pushed: 0, voided: [], attention: [] };
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const failure = await pull(replica, store, apply, signal, limits, done);
      if (failure !== null) return { ok: false, failure };
      if (replica.pending.length === 0) return { ok: true, ...done };
      const moved = await push(replica, store, apply, signal, limits, done);
      if (moved !== null && moved.kind !== 'head-moved' && moved.kind !== 'unknown-outcome') return { ok: false, failure: moved };
      if (moved === null && replica.pending.length === 0) return { ok: true, ...done };
      // Nobody knows whether the append landed: only pulling tells.
      if (moved?.kind === 'unknown-outcome' && attempt === attempts - 1) return { ok: false, failure: moved };
    }
    return { ok: false, failure: { kind: 'head-moved', head: replica.head } };
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, failure: error.failure };
    throw error;
  }
}

type Tally = { pulled: number; pushed: number; voided: Synchronised['voided'][number][]; attention: AttentionItem[] };

async function pull(replica: Replica, store: LedgerStore, apply: (step: Step) => Promise<void>, signal: Abort, limits: SynchroniseLimits, done: Tally): Promise<StoreFailure | null> {
  for (;;) {
    const after = replica.head?.seq ?? 0;
    const page = await store.read(after, limits, signal);
    if (page.entries.length === 0) {
      const { head } = page;
      if ((head?.seq ?? 0) < after) return { kind: 'diverged', seq: after, detail: 'the store is behind what it had before' };
      return head !== null && replica.head !== null && head.seq === replica.head.seq && head.hash !== replica.head.hash
        ? { kind: 'diverged', seq: head.seq, detail: 'another commit stands where one is known' }
        : null;
    }
    const received = replica.prepareReceive(page.entries);
    if (!received.ok) return received.failure;
    await apply(received.step);
    note(received, done, page.entries.length);
  }
}

async function push(replica: Replica, store: LedgerStore, apply: (step: Step) => Promise<void>, signal: Abort, limits: SynchroniseLimits, done: Tally): Promise<StoreFailure | null> {
  while (replica.pending.length > 0) {
    const { entries, expected } = replica.outgoing(limits.entries);
    try {
      await store.append(entries, expected, signal);
    } catch (error) {
      if (error instanceof StoreError) return error.failure;
      throw error;
    }
    const received = replica.prepareReceive(entries);
    if (!received.ok) return received.failure;
    await apply(received.step);
    note(received, done, entries.length);
  }
  return null;
}

function note(received: Received, done: Tally, entries: number): void {
  done.pushed += received.confirmed.length;
  done.pulled += entries - received.confirmed.length;
  done.voided.push(...received.voided);
  done.attention.push(...received.refused, ...received.changed);
}
