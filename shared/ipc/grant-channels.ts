import { z } from 'zod';
import { largestGrantFile, type GrantFileFailure, type SignedLetter } from '../ledger/grant-file';
import type { LetterAsked, LetterFailure } from '../ledger/grant-letters';
import { channel } from './channel';
import type { LedgerFailure } from './ledger-channels';

const ledger = z.string().min(1).max(200);
const id = z.string().min(1).max(200);
const asked: z.ZodType<LetterAsked> = z.union([
  z.strictObject({ kind: z.literal('address') }),
  z.strictObject({ kind: z.enum(['grant', 'receipt', 'recall', 'return']), id }),
]);

/** File of another account, checked, with the six words of the computer that signed it. */
export interface ReadLetter extends SignedLetter {
  readonly words: readonly string[];
}

/**
 * `no-keys`: the file of keys of this computer cannot be used, or it is not let in. `not-there`: the account does not say that, or not
 * yet: what others do not have is not told to another account.
 */
export type GrantFailure = LedgerFailure | LetterFailure | { readonly kind: 'no-keys' };

/** Files by which licenses pass between two accounts, which main signs and checks: `grant.*`. What they say becomes acts in the window. */
export const grantChannels = {
  /** Six words of this computer, by which the other account knows its files. */
  'grant.words': channel<readonly string[], GrantFailure>()(z.strictObject({ ledger })),
  /** Reads a file that the person chose. */
  'grant.read': channel<ReadLetter, GrantFileFailure>()(
    z.strictObject({
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= largestGrantFile + 1, 'too large'),
    }),
  ),
  /** Saves a file of the person's choice; `null` when the person cancels. */
  'grant.save': channel<true | null, GrantFailure>()(
    z.strictObject({ ledger, asked, name: z.string().min(1).max(200) }),
  ),
} as const;
