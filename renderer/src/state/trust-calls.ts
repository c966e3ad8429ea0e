import type { Answer, CallFailure } from '#core/ipc/channel';
import type { AskingComputer, OwnTrust, Protection, TrustFailure } from '#core/ipc/trust-channels';
import type { LocalAccountSession } from '../data/account-session';
import { ask } from '../platform/bridge';

export type TrustAnswer<Value> = Promise<Answer<Value, TrustFailure | CallFailure>>;

/** Calls to main, which has this computer's keys for the open account. Their answers become acts. */
export interface TrustCalls {
  readonly own: () => TrustAnswer<OwnTrust>;
  readonly protect: () => TrustAnswer<Protection>;
  readonly invite: () => TrustAnswer<{ readonly inviteKey: string; readonly sealKey: string }>;
  readonly invitation: (inviteKey: string) => TrustAnswer<string>;
  readonly saveInvitation: (inviteKey: string, name: string) => TrustAnswer<true | null>;
  readonly readAsking: (text: string) => TrustAnswer<AskingComputer>;
  readonly rotate: () => TrustAnswer<{
    readonly key: string;
    readonly newKey: string;
    readonly sealKey: string;
    readonly proof: string;
  }>;
  /** Looks again at which keys this computer has: acts are done with them from here on. */
  readonly refresh: () => Promise<void>;
}

export function trustCalls(ledger: string, session: Pick<LocalAccountSession, 'useKeys'>): TrustCalls {
  const own = (): TrustAnswer<OwnTrust> => ask('trust.own', { ledger });
  return {
    own,
    protect: () => ask('trust.protect', { ledger }),
    invite: () => ask('trust.invite', { ledger }),
    invitation: (inviteKey) => ask('trust.invitation', { ledger, inviteKey }),
    saveInvitation: (inviteKey, name) => ask('trust.saveInvitation', { ledger, inviteKey, name }),
    readAsking: (text) => ask('trust.readAsking', { ledger, text }),
    rotate: () => ask('trust.rotate', { ledger }),
    refresh: async () => {
      const found = await own();
      if (found.ok) session.useKeys(found.value.ids);
    },
  };
}
