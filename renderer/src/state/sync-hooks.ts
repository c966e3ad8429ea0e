import { useSyncExternalStore } from 'react';
import type { SyncState } from '../sync/sync-state';
import { useAccount } from './session-context';

/** The one state of synchronising, to be shown all the time. */
export function useSyncState(): SyncState {
  const { synchroniser } = useAccount();
  return useSyncExternalStore(synchroniser.subscribe, synchroniser.state);
}

/** When this computer last had exchanged everything with the place that the account is shared through; `null` while it never has. */
export function useLastSynchronised(): string | null {
  const { synchroniser } = useAccount();
  return useSyncExternalStore(synchroniser.subscribe, synchroniser.lastSynchronised);
}

/** Synchronises now; settles when it is done or has failed (the state says how). */
export function useSynchronise(): () => Promise<void> {
  return useAccount().synchroniser.synchronise;
}
