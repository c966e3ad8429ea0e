import type { PlaceState } from '#core/ledger/healing';
import type { Unsubscribe } from '#core/ledger/store';
import type { SyncState } from './sync-state';

/** Synchronises one account by hand and by itself. */
export interface Synchroniser {
  readonly state: () => SyncState;
  /** When this computer last had exchanged everything, ISO 8601 in UTC; `null` while it never has. */
  readonly lastSynchronised: () => string | null;
  readonly subscribe: (listener: () => void) => Unsubscribe;
  /** Synchronises now; settles when it is done or has failed (the state says how). */
  readonly synchronise: () => Promise<void>;
  /** What is to be known of the shared place beside its commits; `null` where nobody can say. */
  readonly place?: () => Promise<PlaceState | null>;
  /** Puts back what is damaged or missing in the shared place, from this computer's copy; whether that went well. */
  readonly mend?: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}
