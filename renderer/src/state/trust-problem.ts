import type { CallFailure } from '#core/ipc/channel';
import type { TrustFailure } from '#core/ipc/trust-channels';

/**
 * Why somebody could not be let in. `used`: the invitation was used, withdrawn or has ended. `not-yet`: nobody has let this computer in.
 * `passphrase`: it is another one. `no-answer`: the place cannot be reached. `nobody-invited`: the account does not know the invitation.
 */
export interface TrustProblem {
  readonly kind:
    | 'no-keys'
    | 'not-an-invitation'
    | 'not-a-request'
    | 'other-account'
    | 'put-back'
    | 'nobody-invited'
    | 'used'
    | 'not-yet'
    | 'no-answer'
    | 'damaged'
    | 'words-count'
    | 'words-word'
    | 'words-check'
    | 'no-owner'
    | 'passphrase'
    | 'defect';
  /** Whatever is to be named: a word, or what main said. */
  readonly detail: string;
}

const problemKinds: { readonly [K in (TrustFailure | CallFailure)['kind']]: TrustProblem['kind'] } = {
  'no-keys': 'no-keys',
  'not-an-invitation': 'not-an-invitation',
  'not-a-request': 'not-a-request',
  'other-account': 'other-account',
  'put-back': 'put-back',
  'unknown-invitation': 'nobody-invited',
  words: 'words-check',
  passphrase: 'passphrase',
  // The place is encrypted with what this computer was not told.
  forbidden: 'not-yet',
  'nothing-there': 'other-account',
  'already-there': 'other-account',
  'identity-changed': 'other-account',
  behind: 'put-back',
  shortened: 'put-back',
  diverged: 'damaged',
  corrupt: 'damaged',
  outdated: 'damaged',
  offline: 'no-answer',
  waiting: 'no-answer',
  unauthorised: 'no-answer',
  'head-moved': 'no-answer',
  'unknown-outcome': 'no-answer',
  aborted: 'no-answer',
  'read-only': 'defect',
  'only-carries-files': 'defect',
  full: 'defect',
  unwritable: 'defect',
  'not-chosen': 'defect',
  'not-connected': 'defect',
  'unknown-ledger': 'defect',
  'not-allowed': 'defect',
  'bad-request': 'defect',
  defect: 'defect',
};

export function trustProblem(failure: TrustFailure | CallFailure): TrustProblem {
  if (failure.kind === 'words') return { kind: `words-${failure.problem}`, detail: failure.word };
  return { kind: problemKinds[failure.kind], detail: 'detail' in failure ? failure.detail : '' };
}
