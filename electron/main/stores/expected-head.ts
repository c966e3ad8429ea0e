import type { Head } from '#core/ledger/commit';
import { succeeded } from '#core/kernel/result';
import type { Abort, LedgerStore, StoreFailure, StoreResult } from '#core/ledger/store';
import { hashBeforeFirst, readChain } from './entry-envelope';

/** Why an append on top of `expected` cannot happen on a ledger at `actual`, or `null` when it can. */
export function judgeExpectedHead(
  expected: Head | null,
  actual: Head | null,
  hashAt: (seq: number) => string | null,
): StoreFailure | null {
  if (expected === null) return actual === null ? null : { kind: 'head-moved', head: actual };
  if (actual === null) {
    return {
      kind: 'behind',
      head: null,
      detail: 'The ledger that this computer knows is no longer there: the store is empty.',
    };
  }
  if (actual.seq < expected.seq) {
    return {
      kind: 'behind',
      head: actual,
      detail: `The store ends at commit ${actual.seq}, but this computer knows commit ${expected.seq} of it. It may have been restored from an older copy.`,
    };
  }
  const there = actual.seq === expected.seq ? actual.hash : hashAt(expected.seq);
  if (there !== expected.hash) {
    return {
      kind: 'diverged',
      seq: expected.seq,
      detail: `Commit ${expected.seq} in the store is not the one this computer knows.`,
    };
  }
  return actual.seq === expected.seq ? null : { kind: 'head-moved', head: actual };
}

/** Why an append on top of `expected` cannot be compared in a place that begins later, or `null` when it can. */
export function judgeBeginning(expected: Head | null, begins: Head | null): StoreFailure | null {
  return expected !== null && begins !== null && expected.seq < begins.seq ? { kind: 'shortened', begins } : null;
}

/** The commit behind which the entries of a place begin; `null` where they begin with the first, as they always do in some. */
export async function beginningOf(
  place: Pick<LedgerStore, 'beginning'>,
  signal: Abort,
): Promise<StoreResult<Head | null>> {
  return (await place.beginning?.at(signal)) ?? succeeded(null);
}

/** Failure of a place that is to begin behind a commit which it does not hold. */
export function notInPlace({ seq }: Head): StoreFailure {
  return {
    kind: 'diverged',
    seq,
    detail: `Commit ${seq} of the place is another one than the one it was to begin behind.`,
  };
}

/** Why entries are not a proper continuation of `expected`, whatever the store holds: a mistake of the caller. */
export function judgeContinuation(entries: readonly Uint8Array[], expected: Head | null): StoreFailure | null {
  const reading = readChain(entries);
  if (!reading.ok) return { kind: 'defect', detail: `Entry ${reading.index + 1} of the append ${reading.problem}.` };
  const { first, prev } = reading.chain;
  if (first !== (expected?.seq ?? 0) + 1 || prev !== (expected?.hash ?? hashBeforeFirst)) {
    return { kind: 'defect', detail: 'The entries of the append do not follow the head they expect.' };
  }
  return null;
}
