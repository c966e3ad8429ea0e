import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PlaceState } from '#core/ledger/healing';
import type { Synchroniser } from '../sync/synchroniser';
import type { SyncState } from '../sync/sync-state';
import { useAccount } from './session-context';

/** The one state of synchronising, to be shown all the time. */
export function useSyncState(): SyncState {
  const { synchroniser } = useAccount();
  return useSyncExternalStore(synchroniser.subscribe, synchroniser.state);
}

/** Moment at which this computer last had exchanged everything with the place that the account is shared through; `null` while it never has. */
export function useLastSynchronised(): string | null {
  const { synchroniser } = useAccount();
  return useSyncExternalStore(synchroniser.subscribe, synchroniser.lastSynchronised);
}

/** Synchronises now; settles when it is done or has failed (the state says how). */
export function useSynchronise(): () => Promise<void> {
  return useAccount().synchroniser.synchronise;
}

/** State of the shared place beside its commits, looked up again after each round; `null` until it is known. */
export function usePlaceState(): PlaceState | null {
  const { synchroniser } = useAccount();
  const state = useSyncState();
  const [place, setPlace] = useState<PlaceState | null>(null);
  useEffect(() => {
    let isWanted = true;
    void synchroniser.place?.().then((found) => {
      if (isWanted) setPlace(found);
    });
    return () => {
      isWanted = false;
    };
  }, [synchroniser, state]);
  return place;
}

/** Puts back what is damaged or missing in the shared place; left out where this account has none. */
export function useMend(): (() => Promise<boolean>) | undefined {
  return useAccount().synchroniser.mend;
}

/** Makes the shared folder one of the other way of putting acts in order; left out where this account has none. */
export function useTurn(): Synchroniser['turn'] {
  return useAccount().synchroniser.turn;
}
