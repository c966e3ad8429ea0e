import { createContext, useContext, type ReactNode } from 'react';
import type { AccountSession } from '../data/session';
import type { OfficeDesk } from '../sync/office-desk';
import type { PresenceDesk } from '../sync/presence-desk';
import type { Synchroniser } from '../sync/synchroniser';
import type { GrantCalls } from './grant-calls';
import type { ShorteningCalls } from './shortening-calls';
import type { TrustCalls } from './trust-calls';
import type { ViewStore } from './view-store';

/** Everything a window on one account works with. Tests of components pass their own. */
export interface OpenAccount {
  readonly session: AccountSession;
  readonly synchroniser: Synchroniser;
  readonly view: ViewStore;
  /** Left out where the shared place decides by itself who comes first. */
  readonly office?: OfficeDesk | undefined;
  /** Left out where no place says who else is here. */
  readonly presence?: PresenceDesk | undefined;
  /** Left out where nothing is known of keys. */
  readonly trust?: TrustCalls | undefined;
  /** Left out where no files pass between this account and others. */
  readonly grants?: GrantCalls | undefined;
  /** Left out where the account is on this computer only. */
  readonly shortening?: ShorteningCalls | undefined;
}

const AccountContext = createContext<OpenAccount | null>(null);

/** Gives the open account to every component below. */
export function AccountProvider({
  account,
  children,
}: {
  readonly account: OpenAccount;
  readonly children: ReactNode;
}) {
  return <AccountContext.Provider value={account}>{children}</AccountContext.Provider>;
}

export function useAccount(): OpenAccount {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('This component stands outside of AccountProvider');
  return account;
}

export function useSession(): AccountSession {
  return useAccount().session;
}
