import type { Answer, CallFailure } from '#core/ipc/channel';
import type { GrantFailure, ReadLetter } from '#core/ipc/grant-channels';
import { largestGrantFile, type GrantFileFailure } from '#core/ledger/grant-file';
import type { LetterAsked } from '#core/ledger/grant-letters';
import { ask } from '../platform/bridge';

/** Calls to main, which signs and checks the files by which licenses pass between accounts. */
export interface GrantCalls {
  /** Six words of this computer, by which the other account knows its files. */
  readonly words: () => Promise<Answer<readonly string[], GrantFailure | CallFailure>>;
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Promise<Answer<ReadLetter, GrantFileFailure | CallFailure>>;
  /** Saves a file where the person chooses; `null` when the person cancels. */
  readonly save: (asked: LetterAsked, name: string) => Promise<Answer<true | null, GrantFailure | CallFailure>>;
}

export function grantCalls(ledger: string): GrantCalls {
  return {
    words: () => ask('grant.words', { ledger }),
    read: (bytes) => ask('grant.read', { bytes }),
    save: (asked, name) => ask('grant.save', { ledger, asked, name }),
  };
}

/** A file that the person chose or dropped, a byte more of it than there can be, so that main says that it is too large. */
export async function bytesOfGrantFile(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(0, largestGrantFile + 1).arrayBuffer());
}

/**
 * Why a file of another account cannot be read, or one for it not made. `not-an-address`: it says something else. `not-sent`: the others do not have it yet. `no-key`: this
 * computer may not sign for the account.
 */
export type GrantProblem =
  | 'not-a-grant-file'
  | 'not-an-address'
  | 'outdated'
  | 'altered'
  | 'not-sent'
  | 'not-permitted'
  | 'no-key'
  | 'not-saved'
  | 'defect';

type FailureKind = (GrantFailure | GrantFileFailure | CallFailure)['kind'];

const problems: { readonly [K in FailureKind]?: GrantProblem } = {
  'not-a-grant-file': 'not-a-grant-file',
  'too-large': 'not-a-grant-file',
  'bad-request': 'not-a-grant-file',
  outdated: 'outdated',
  altered: 'altered',
  'not-there': 'not-sent',
  'not-permitted': 'not-permitted',
  'no-keys': 'no-key',
  full: 'not-saved',
  unwritable: 'not-saved',
};

export function grantProblem({ kind }: { readonly kind: FailureKind }): GrantProblem {
  return problems[kind] ?? 'defect';
}
