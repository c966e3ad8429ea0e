import { useSyncExternalStore } from 'react';
import type { Office, OfficeChange } from '#core/ledger/kept-order';
import type { StoreResult } from '#core/ledger/store';
import { useAccount } from './session-context';

const nothing = (): null => null;
const never = (): (() => void) => () => undefined;

/** Computer that puts acts in order; `null` where the shared place decides by itself, or nothing is known yet. */
export function useOffice(): Office | null {
  const { office } = useAccount();
  return useSyncExternalStore(office?.subscribe ?? never, office?.state ?? nothing);
}

/** Has the office pass to another computer; `null` where there is none. */
export function useChangeOffice(): ((change: OfficeChange) => Promise<StoreResult<Office>>) | null {
  return useAccount().office?.change ?? null;
}
