import { failed, succeeded } from '#core/kernel/result';
import type { Joining } from '#core/ledger/joining';
import type { Abort, LedgerStore, StoreResult } from '#core/ledger/store';
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
  if (head.value === null || head.value.seq < worthIt) return succeeded({ ...nothing, head: head.value });
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
