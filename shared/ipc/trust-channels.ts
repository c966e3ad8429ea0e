import { z } from 'zod';
import { publicKeyPattern } from '../kernel/keys';
import { channel } from './channel';
import type { LedgerFailure, LocalLedger } from './ledger-channels';

const id = z.string().min(1).max(200);
const key = z.string().regex(publicKeyPattern);
const text = z.string().max(10_000);
const passphrase = z.string().min(1).max(1_000);

/** Public side of what this computer has in a ledger. Private keys stay in main. */
export interface OwnTrust {
  /** Ids of its keys, the newest last. */
  readonly ids: readonly string[];
  /** What keeps them: the system's keychain, a passphrase, both, or only the rights of the file. */
  readonly lock: 'system' | 'passphrase' | 'both' | 'none';
  /** Why they cannot be used; `null` where they can. */
  readonly failure: 'locked' | 'unreadable' | null;
  /** Name of this computer, for people. */
  readonly name: string;
  /** Six words for the newest commit, which two people can compare. */
  readonly headWords: readonly string[];
}

/** Public halves of a computer's keys, with its name. */
export interface NamedKeys {
  readonly key: string;
  readonly sealKey: string;
  readonly name: string;
}

export interface Protection extends NamedKeys {
  readonly recovery: { readonly key: string; readonly sealKey: string };
  /** The 24 words, for printing: whoever has them can let an owner in. */
  readonly words: readonly string[];
}

/** Least length of a passphrase that locks an account on a computer, in characters. */
export const leastPassphrase = 8;
/** Most minutes after which an account can lock. */
export const mostMinutes = 240;

/** A computer that asks to be let in: `text` is what goes to the other screen, the six words are compared. */
export interface AskingComputer extends NamedKeys {
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * `no-keys`: the file of keys of this computer cannot be used. `not-an-invitation`, `not-a-request`: the text is none, or a part of one.
 * `passphrase`: it is another one. `other-account`: the invitation is for another account than the one in the place. `put-back`: the place does not hold what the
 * invitation was made on. `unknown-invitation`: it was not made here. `words`: printed words that do not read.
 */
export type TrustFailure =
  | LedgerFailure
  | { readonly kind: 'no-keys' }
  | { readonly kind: 'not-an-invitation' }
  | { readonly kind: 'not-a-request' }
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'other-account' }
  | { readonly kind: 'put-back' }
  | { readonly kind: 'unknown-invitation' }
  | { readonly kind: 'words'; readonly problem: 'count' | 'word' | 'check'; readonly word: string };

/** Questions about who is let in, for which main has the keys: `trust.*`. What they answer becomes acts in the window. */
export const trustChannels = {
  'trust.own': channel<OwnTrust, TrustFailure>()(z.strictObject({ ledger: id })),
  /** Makes what the act that protects an account tells of: this computer's key, and words to be printed. */
  'trust.protect': channel<Protection, TrustFailure>()(z.strictObject({ ledger: id })),
  /** Makes an invitation's one-time key. Its secret stays in main until the invitation is written. */
  'trust.invite': channel<{ readonly inviteKey: string; readonly sealKey: string }, TrustFailure>()(
    z.strictObject({ ledger: id }),
  ),
  /** The invitation as text, once the act that makes it count is in the ledger. */
  'trust.invitation': channel<string, TrustFailure>()(z.strictObject({ ledger: id, inviteKey: key })),
  /** Saves an invitation in a file of the person's choice; `null` when the person cancels. */
  'trust.saveInvitation': channel<true | null, TrustFailure>()(
    z.strictObject({ ledger: id, inviteKey: key, name: z.string().min(1).max(200) }),
  ),
  /** Account that an invitation is for, and where it says that the account lies. */
  'trust.readInvitation': channel<{ readonly ledger: string; readonly place: string | null }, TrustFailure>()(
    z.strictObject({ text }),
  ),
  /** Takes up an invitation to the open ledger: arguments of the act, proved. */
  'trust.accept': channel<NamedKeys & { readonly inviteKey: string; readonly proof: string }, TrustFailure>()(
    z.strictObject({ ledger: id, text }),
  ),
  /** Has this computer ask to be let in. */
  'trust.ask': channel<AskingComputer, TrustFailure>()(z.strictObject({ ledger: id })),
  /** Reads what another computer asks with. */
  'trust.readAsking': channel<AskingComputer, TrustFailure>()(z.strictObject({ ledger: id, text })),
  /** Lends the printed words to the open ledger, and makes a new key for this computer. */
  'trust.recover': channel<NamedKeys, TrustFailure>()(z.strictObject({ ledger: id, words: text })),
  /** Changes this computer's key: arguments of the act, proved. */
  'trust.rotate': channel<
    { readonly key: string; readonly newKey: string; readonly sealKey: string; readonly proof: string },
    TrustFailure
  >()(z.strictObject({ ledger: id })),
  /**
   * Locks the account on this computer after minutes without a key or a move of the mouse; `null` never again. The first time the
   * passphrase is chosen by it, later it must be the same.
   */
  'trust.lockAfter': channel<LocalLedger, TrustFailure>()(
    z.strictObject({ ledger: id, passphrase, minutes: z.int().min(1).max(mostMinutes).nullable() }),
  ),
  /** Locks the account now: main lets go of its keys, and of the place. */
  'trust.lock': channel<LocalLedger, TrustFailure>()(z.strictObject({ ledger: id })),
  'trust.unlock': channel<LocalLedger, TrustFailure>()(z.strictObject({ ledger: id, passphrase })),
  /** Puts what this computer has of a locked account aside, so that it can be joined anew; nothing is deleted. */
  'trust.putAside': channel<null, TrustFailure>()(z.strictObject({ ledger: id })),
  /** Ends using what was lent: an invitation's key, the printed words. */
  'trust.giveBack': channel<null, TrustFailure>()(z.strictObject({ ledger: id })),
} as const;
