import { failed, succeeded } from '#core/kernel/result';
import type { Head } from '#core/ledger/commit';
import type { Joining } from '#core/ledger/joining';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
import { beginningOf } from '../stores/expected-head';
import { CheckpointShelf } from './checkpoint-shelf';
import type { Journal } from './journal';
import { storeFailureOf } from './journal-failure';
import type { LedgerCheckService } from './ledger-check-service';

export interface JoiningParts {
  readonly ledger: string;
  readonly journal: Journal;
  readonly check: Pick<LedgerCheckService, 'forget'>;
  /** The place, as it is: nothing of it has been checked. */
  readonly place: LedgerStore;
}

/**
 * Begins a journal again behind the newest checkpoint, because the place begins later by now than all that is kept. Acts of `device` that
 * are not in it wait again. The commit behind which it begins; `null` where there is no checkpoint to be believed.
 */
export async function beginAgain(
  { ledger, journal, check, place, device }: JoiningParts & { readonly device: string },
  signal: Abort,
): Promise<StoreResult<Head | null>> {
  const head = await place.head(signal);
  if (!head.ok || head.value === null) return head;
  const newest = await new CheckpointShelf(place, ledger).newest(head.value, signal);
  if (!newest.ok || newest.value.found === null) return newest.ok ? succeeded(null) : newest;
  const { found } = newest.value;
  const inLedger = new Set(found.replica.records.map(({ id }) => id));
  const begun = await journal.beginAgain(found.head, found.bytes, device, inLedger);
  check.forget();
  return begun.ok ? succeeded(found.head) : failed(storeFailureOf(begun.failure));
}

/** Short of this, replaying is as fast. */
const worthIt = 500;

/** Begins an empty journal behind the newest checkpoint that is to be believed; it stays empty where there is none. */
export async function beginFromCheckpoint(parts: JoiningParts, signal: Abort): Promise<StoreResult<Joining>> {
  const { ledger, journal, check, place } = parts;
  const nothing: Joining = { from: null, head: null, passedOver: [] };
  if (journal.newest !== null) return succeeded(nothing);
  const head = await place.head(signal);
  // Who is not let in reads nothing; whoever opens the account finds that out.
  if (!head.ok) return head.failure.kind === 'forbidden' ? succeeded(nothing) : head;
  const begins = await beginningOf(place, signal);
  if (!begins.ok) return begins;
  // What was before the beginning of a shortened ledger can only come from its checkpoint.
  if (head.value === null || (head.value.seq < worthIt && begins.value === null))
    return succeeded({ ...nothing, head: head.value });
  const newest = await new CheckpointShelf(place, ledger).newest(head.value, signal);
  if (!newest.ok) return newest;
  const { found, passedOver } = newest.value;
  if (found === null) return succeeded({ from: null, head: head.value, passedOver });
  const begun = await journal.beginWith(found.head, found.bytes);
  check.forget();
  return begun.ok
    ? succeeded({ from: found.head, head: head.value, passedOver })
    : failed(storeFailureOf(begun.failure));
}
