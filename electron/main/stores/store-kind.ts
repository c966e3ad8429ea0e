import type { LedgerStore } from '#core/ledger/store';
import type { KnownHistory } from './folder/folder-reader';
import type { TakingPart } from './kept/kept-place';

export interface StoreExpectation {
  /** The ledger that must be there; `null` accepts any. */
  readonly ledger: string | null;
  /** True when there may be nothing yet. */
  readonly mayBeEmpty: boolean;
  /** For a server, where the address does not say it: asked at each sign-in. Without one, the environment may (`TRELLIS_PASSWORD`). */
  readonly password?: () => string | null;
  /** The folder is about to become one of this way: what it says of itself does not count yet. */
  readonly isTurning?: boolean;
  /** The computer that takes part in a place that only carries files; without one, such a place is only read. */
  readonly here?: TakingPart | null;
  /** Knowledge of this computer about the ledger, so that a place of many files need not be read from its beginning. */
  readonly known?: KnownHistory;
}

/** One kind of place where a ledger can live. What it can do beyond the port is said by its store's `info`. */
export interface StoreKind {
  readonly kind: string;
  /** The address in its one written form, or `null` when it is not an address of this kind. */
  readonly recognise: (address: string) => string | null;
  /** Takes the address as it was given: the written form leaves out a password. */
  readonly open: (address: string, expectation: StoreExpectation) => LedgerStore;
  /** Makes room for a new ledger where an address points to nothing yet; what is there already stays. */
  readonly makeRoom: (address: string) => void | Promise<void>;
}
