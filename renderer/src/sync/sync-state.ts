import type { StoreFailure } from '#core/ledger/store';

/**
 * The one state of synchronising that a person sees.
 * `local`: the account is on this computer only. `arriving`: a file of the shared place is missing or not whole yet.
 * `stopped`: something stands in the way; `advice` says what helps, and it is tried again every minute all the same.
 */
export type SyncState =
  | { readonly kind: 'local' }
  | { readonly kind: 'upToDate' }
  | { readonly kind: 'toSend'; readonly count: number }
  | { readonly kind: 'synchronising' }
  /** `isEmpty`: the place is there and holds nothing; it can be filled again from here. */
  | { readonly kind: 'offline'; readonly since: string; readonly count: number; readonly isEmpty?: true }
  | { readonly kind: 'needsYou'; readonly count: number }
  | { readonly kind: 'arriving'; readonly since: string; readonly file: string; readonly count: number }
  | {
      readonly kind: 'stopped';
      readonly failure: StoreFailure;
      readonly advice: SyncAdvice;
      readonly since: string;
      readonly count: number;
    };

/**
 * Remedy that a person has for a failure.
 * `wait`: it goes on by itself. `sign-in`: give the credentials again. `export`: access was taken away, what is here can be exported.
 * `choose`: the place holds another account. `set-aside`: somebody who is not let in has put something there, which can be moved away. `repair`: a file is damaged; a computer that has its bytes can put them back. `report`: the history is damaged or differs; work goes on here only.
 * `update`: a newer version of the application wrote there. `turn-folder`: the folder cannot decide who comes first; one computer has to.
 * `free-space`, `ask-for-access`: at the place itself.
 */
export type SyncAdvice =
  | 'wait'
  | 'sign-in'
  | 'export'
  | 'choose'
  | 'repair'
  | 'set-aside'
  | 'report'
  | 'update'
  | 'turn-folder'
  | 'free-space'
  | 'ask-for-access';

const adviceOf: { readonly [K in StoreFailure['kind']]: SyncAdvice } = {
  offline: 'wait',
  'head-moved': 'wait',
  'unknown-outcome': 'wait',
  aborted: 'wait',
  unauthorised: 'sign-in',
  forbidden: 'export',
  'identity-changed': 'choose',
  behind: 'wait',
  shortened: 'wait',
  waiting: 'wait',
  diverged: 'report',
  corrupt: 'repair',
  defect: 'report',
  outdated: 'update',
  'only-carries-files': 'turn-folder',
  full: 'free-space',
  'read-only': 'ask-for-access',
};

export function adviceFor(failure: StoreFailure): SyncAdvice {
  return failure.kind === 'corrupt' && failure.isForeign === true ? 'set-aside' : adviceOf[failure.kind];
}
