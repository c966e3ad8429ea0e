import type { CallFailure } from '#core/ipc/channel';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import type { StoreFailure } from '#core/ledger/store';
import { TablesNotOpened } from '../data/account-database';
import { JournalRefused } from '../data/journal';
import { UnreadableJournal } from '../data/open-session';
import type { StartProblem } from './start-hooks';

const problemKinds: { readonly [K in (LedgerFailure | CallFailure)['kind']]: StartProblem['kind'] } = {
  'nothing-there': 'nothing-there',
  'already-there': 'holds-another',
  'identity-changed': 'holds-another',
  behind: 'not-reachable',
  waiting: 'not-reachable',
  diverged: 'not-readable',
  shortened: 'not-readable',
  corrupt: 'not-readable',
  outdated: 'not-readable',
  offline: 'not-reachable',
  'read-only': 'not-reachable',
  unauthorised: 'not-reachable',
  'only-carries-files': 'not-reachable',
  forbidden: 'not-reachable',
  'head-moved': 'not-reachable',
  'unknown-outcome': 'not-reachable',
  aborted: 'not-reachable',
  full: 'no-room',
  unwritable: 'no-room',
  'not-chosen': 'defect',
  'not-connected': 'defect',
  'unknown-ledger': 'defect',
  'not-allowed': 'defect',
  'bad-request': 'defect',
  defect: 'defect',
};

/** Remark on the tables of an account that was opened all the same; `null` where they are in order. */
export function tablesToTell(withoutTables: boolean, hadBadTables: boolean): StartProblem | null {
  if (withoutTables) return { kind: 'without-tables', detail: '' };
  return hadBadTables ? { kind: 'tables-made-anew', detail: '' } : null;
}

/** Problem that an exception means to somebody whose account is being opened. */
export function openingProblem(error: unknown): StartProblem {
  if (error instanceof UnreadableJournal) return { kind: 'not-readable', detail: error.failure.kind };
  if (error instanceof JournalRefused) return startProblem(error.failure);
  if (error instanceof TablesNotOpened)
    return { kind: error.kind === 'full' ? 'no-room' : 'no-tables', detail: error.message };
  return { kind: 'defect', detail: error instanceof Error ? error.name : 'unknown' };
}

/** Problem that a failure of main or of a store means to somebody who wants to open an account. */
export function startProblem(failure: LedgerFailure | CallFailure | StoreFailure): StartProblem {
  const there = failure.kind === 'identity-changed' && failure.there !== undefined ? { there: failure.there } : {};
  return { kind: problemKinds[failure.kind], detail: 'detail' in failure ? failure.detail : failure.kind, ...there };
}
