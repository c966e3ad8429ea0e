import type { Head } from '#core/ledger/commit';
import type { StoreResult } from '#core/ledger/store';

/** Part of an expectation that can go to another process; the rest is asked back for. */
export interface SentExpectation {
  readonly ledger: string | null;
  readonly mayBeEmpty: boolean;
  readonly isTurning: boolean;
  readonly knowsHistory: boolean;
  readonly here: {
    readonly computer: string;
    readonly name: string;
    readonly record: string | null;
    /** Which side judges acts: the one that opened the place, or a copy of the account where it is read; `null` for neither. */
    readonly judge: 'here' | 'there' | null;
  } | null;
}

/** Calls of a store that cross; those of `order` and `repair` among them. */
export type StoreMethod =
  | 'check'
  | 'head'
  | 'read'
  | 'append'
  | 'putBlob'
  | 'getBlob'
  | 'dropBlob'
  | 'sayHere'
  | 'allHere'
  | 'mend'
  | 'setAside'
  | 'begins'
  | 'shorten'
  | 'submit'
  | 'office'
  | 'change'
  | 'heal'
  | 'become';

/** Messages to the process that reaches into folders. `call` and `store` are numbers of whoever sends. */
export type ToStores =
  | { readonly kind: 'open'; readonly store: number; readonly url: string; readonly expectation: SentExpectation }
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly store: number;
      readonly method: StoreMethod;
      readonly given: readonly unknown[];
      /** The newest commit that the other side knows, as of this call. */
      readonly newest: Head | null;
    }
  | { readonly kind: 'abort'; readonly call: number }
  | { readonly kind: 'watch'; readonly store: number }
  | { readonly kind: 'close'; readonly call: number; readonly store: number }
  /** Where a folder is to be opened, by what it says of itself. */
  | { readonly kind: 'present'; readonly call: number; readonly url: string }
  | { readonly kind: 'makeRoom'; readonly call: number; readonly url: string }
  | { readonly kind: 'identity'; readonly call: number; readonly folder: string }
  | { readonly kind: 'guess'; readonly call: number; readonly folder: string }
  | { readonly kind: 'answer'; readonly ask: number; readonly result: StoreResult<unknown> };

export type FromStores =
  | { readonly kind: 'result'; readonly call: number; readonly result: StoreResult<unknown> }
  | { readonly kind: 'hint'; readonly store: number }
  /** A question back: `judge` with open acts and a head, `entries` with a seq. */
  | {
      readonly kind: 'ask';
      readonly ask: number;
      readonly call: number | null;
      readonly store: number;
      readonly what: 'judge' | 'entries';
      readonly given: readonly unknown[];
    };

/** A way to the process, as whoever sends to it sees it. */
export interface StoresPort {
  readonly post: (message: ToStores) => void;
  readonly kill: () => void;
}

export interface StoresPortEvents {
  readonly onMessage: (message: FromStores) => void;
  readonly onExit: () => void;
}
