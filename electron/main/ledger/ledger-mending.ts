import { failed, succeeded } from '#core/kernel/result';
import { hashEntry } from '#core/ledger/encoding';
import type { Abort, ReadLimit, Repaired, StoreFailure, StoreResult } from '#core/ledger/store';
import { beginningOf } from '../stores/expected-head';
import { putBack, type HealingParts } from './ledger-healing';

/** Reads on behind what is known here, and takes in what holds. */
type ReadOn = (after: number, limit: ReadLimit) => Promise<StoreResult<{ readonly entries: readonly unknown[] }>>;

const page: ReadLimit = { entries: 1_000, bytes: 4 * 1024 * 1024 };
const notHere: StoreFailure = {
  kind: 'defect',
  detail: 'This computer has not seen everything that follows what is damaged. Try it on another one.',
};

const joinedLate: StoreFailure = {
  kind: 'defect',
  detail: 'This computer does not have everything from before it joined yet. Try it on another one.',
};

/** Place in the ledger from which on something lies there that is not part of it. */
interface WrongFrom {
  readonly seq: number;
  readonly isForeign: boolean;
  readonly failure: StoreFailure;
}

/**
 * Puts a protected place in order. What lies in it is bound to what lies before it, so from the first thing on that is damaged,
 * missing or put there by somebody who is not let in everything goes out of the way, kept under another name; what this computer
 * has of it is written again behind. The same acts are the same envelopes again, or others with the same in them.
 */
export async function mendSealed(
  parts: HealingParts,
  readOn: ReadOn,
  signal: Abort,
): Promise<StoreResult<readonly Repaired[]>> {
  const { store, journal } = parts;
  const begins = await beginningOf(store, signal);
  if (!begins.ok) return begins;
  const first = begins.value?.seq ?? 0;
  if ((journal.base?.seq ?? 0) > first) return failed(joinedLate);
  const ahead = await firstNewWrong(parts, readOn);
  const wrong = (await firstKnownWrong(parts, first, signal)) ?? ahead;
  if (wrong === null) return succeeded([]);
  const known = journal.newest?.seq ?? 0;
  // Whose bytes nobody here has are left to their author's computer, unless they are nobody's.
  if (store.repair?.setAside === undefined || (wrong.seq > known && !wrong.isForeign)) return failed(wrong.failure);
  const moved = await store.repair.setAside(wrong.seq, wrong.isForeign ? null : known, signal);
  if (!moved.ok) return moved;
  if (moved.value === null) return failed(notHere);
  const before = moved.value.from - 1;
  // Nobody had put the place back to an earlier day.
  const quiet = { ...parts, onHealed: () => undefined };
  const hash = journal.hashAt(before);
  const failure = before < known ? await putBack(quiet, hash === null ? null : { seq: before, hash }, signal) : null;
  const isDone = failure === null || failure.kind === 'head-moved' || failure.kind === 'unknown-outcome';
  return isDone ? succeeded(moved.value.moved) : failed(failure);
}

/** The first entry of those that this computer has which the place does not give any more; `null` where it gives all. */
async function firstKnownWrong(
  { store, journal }: HealingParts,
  from: number,
  signal: Abort,
): Promise<WrongFrom | null> {
  const known = journal.newest?.seq ?? 0;
  let after = from;
  while (after < known) {
    const read = await store.read(after, page, signal);
    if (!read.ok) return wrongAt(after + 1, read.failure);
    if (read.value.entries.length === 0) return null;
    for (const entry of read.value.entries) {
      after += 1;
      // Another branch: reading it heals.
      if (after <= known && hashEntry(entry) !== journal.hashAt(after)) return null;
    }
  }
  return null;
}

async function firstNewWrong({ journal }: HealingParts, readOn: ReadOn): Promise<WrongFrom | null> {
  for (;;) {
    const after = journal.newest?.seq ?? 0;
    const read = await readOn(after, page);
    if (!read.ok) return wrongAt((journal.newest?.seq ?? 0) + 1, read.failure);
    if (read.value.entries.length === 0) return null;
  }
}

function wrongAt(seq: number, failure: StoreFailure): WrongFrom {
  return { seq, isForeign: failure.kind === 'corrupt' && failure.isForeign === true, failure };
}
