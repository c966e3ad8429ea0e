import type { CallFailure } from '#core/ipc/channel';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import type { AccountThere } from '#core/ledger/store';
import type { ServerFailure, ServerKind } from '#core/ipc/server-channels';

/** Credentials that a person gives to get in to a server. */
export interface ServerLogin {
  readonly kind: ServerKind;
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** Takes the server as one that only carries files. */
  readonly carries?: boolean;
}

/** Reason for which a server could not be used, with what the server or the way to it said. */
export interface ServerProblem {
  readonly kind:
    | 'not-an-address'
    | 'only-carries-files'
    | 'unauthorised'
    | 'forbidden'
    | 'no-answer'
    | 'nothing-there'
    | 'holds-another'
    | 'full'
    | 'unreadable'
    | 'defect';
  readonly detail: string;
  /** The other account, where it could be looked at. */
  readonly there?: AccountThere;
}

type AnyFailure = ServerFailure | LedgerFailure | CallFailure;

const problemKinds: { readonly [K in AnyFailure['kind']]: ServerProblem['kind'] } = {
  'not-an-address': 'not-an-address',
  'only-carries-files': 'only-carries-files',
  unauthorised: 'unauthorised',
  forbidden: 'forbidden',
  'read-only': 'forbidden',
  offline: 'no-answer',
  waiting: 'no-answer',
  behind: 'no-answer',
  'head-moved': 'no-answer',
  'unknown-outcome': 'no-answer',
  aborted: 'no-answer',
  'nothing-there': 'nothing-there',
  'already-there': 'holds-another',
  'identity-changed': 'holds-another',
  full: 'full',
  unwritable: 'full',
  diverged: 'unreadable',
  shortened: 'unreadable',
  corrupt: 'unreadable',
  outdated: 'unreadable',
  'not-chosen': 'defect',
  'not-connected': 'defect',
  'unknown-ledger': 'defect',
  'not-allowed': 'defect',
  'bad-request': 'defect',
  defect: 'defect',
};

export function serverProblem(failure: AnyFailure): ServerProblem {
  const there = failure.kind === 'identity-changed' && failure.there !== undefined ? { there: failure.there } : {};
  return { kind: problemKinds[failure.kind], detail: 'detail' in failure ? failure.detail : '', ...there };
}
