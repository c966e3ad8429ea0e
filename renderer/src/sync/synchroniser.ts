import type { CallFailure } from '#core/ipc/channel';
import type { LedgerFailure } from '#core/ipc/ledger-channels';
import type { FolderWay } from '#core/ledger/folder-guess';
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
  /** Makes the shared folder one of the other way of putting acts in order; why not, or `null`. */
  readonly turn?: (way: FolderWay) => Promise<LedgerFailure | CallFailure | null>;
  readonly stop: () => Promise<void>;
}
