import type { Head } from './commit';

/** Undoes a subscription. */
export type Unsubscribe = () => void;

/** What a store says of itself. `exclusive`: nobody else can reach it (memory). `watch`: it can hint at changes. */
export interface StoreInfo {
  readonly kind: string;
  readonly label: string;
  readonly watch: boolean;
  readonly exclusive: boolean;
}

/** What `check` found out, without changing anything. `ledger` is `null` where there is none yet. */
export interface StoreReport {
  readonly reachable: boolean;
  readonly writable: boolean;
  readonly ledger: string | null;
  readonly head: Head | null;
  /** What a person should know: a truncated last file, packed entries, a slow share. Empty when all is well. */
  readonly remarks: readonly StoreRemark[];
}

export interface StoreRemark {
  readonly kind: 'truncated-last-file' | 'foreign-file-ignored' | 'leftover-removed';
  /** The file or place it is about. */
  readonly place: string;
}

/**
 * Everything that can go wrong with a store; each kind has one recovery.
 * `offline`: back off, keep the queue. `head-moved`: pull, replay, append. `unknown-outcome`: pull first, never resend blindly.
 * `unauthorised`: one prompt, keep the queue. `forbidden`: freeze, offer export. `identity-changed`: stop and ask.
 * `diverged`, `corrupt`: stop, keep working locally, report where. `outdated`: read-only until updated.
 * `full`, `read-only`: say so, keep the queue. `aborted`: the caller asked. `defect`: our fault.
 */
export type StoreFailure =
  | { readonly kind: 'offline'; readonly detail: string }
  | { readonly kind: 'head-moved'; readonly head: Head | null }
  | { readonly kind: 'unknown-outcome'; readonly detail: string }
  | { readonly kind: 'unauthorised'; readonly detail: string }
  | { readonly kind: 'forbidden'; readonly detail: string }
  | { readonly kind: 'identity-changed'; readonly expected: string; readonly actual: string }
  | { readonly kind: 'diverged'; readonly seq: number; readonly detail: string }
  | { readonly kind: 'corrupt'; readonly place: string; readonly detail: string }
  | { readonly kind: 'outdated'; readonly rules: number }
  | { readonly kind: 'full'; readonly detail: string }
  | { readonly kind: 'read-only'; readonly detail: string }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'defect'; readonly detail: string };

/** The one exception a store throws; its `failure` says which of the closed union it is. */
export class StoreError extends Error {
  constructor(readonly failure: StoreFailure) {
    super(failure.kind);
    this.name = 'StoreError';
  }
}

/** The minimum of an abort signal the port needs; the platform's `AbortSignal` fits. */
export interface Abort {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface ReadLimit {
  readonly entries: number;
  readonly bytes: number;
}

/** Entries after a seq, in order and without gaps, and the head they lead towards. At least one entry where there is any. */
export interface ReadPage {
  readonly entries: readonly Uint8Array[];
  readonly head: Head | null;
}

/**
 * Where a ledger lives so that several replicas can share it. A store is never trusted: readers check the chain and replay the rules.
 * Every call settles within a second of its signal's abort (`aborted`) and throws nothing but `StoreError`.
 */
export interface LedgerStore {
  readonly info: StoreInfo;
  /** Reachable, writable, whose ledger; changes nothing. */
  check(signal: Abort): Promise<StoreReport>;
  head(signal: Abort): Promise<Head | null>;
  /** Entries with seq greater than `after`. */
  read(after: number, limit: ReadLimit, signal: Abort): Promise<ReadPage>;
  /** All or none; throws `head-moved` unless the head is `expected`. An entry is a commit's stored bytes, without a line break. */
  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<Head>;
  /** Immutable: the same name again is ignored when the bytes are the same, else `corrupt`. */
  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<void>;
  getBlob(name: string, signal: Abort): Promise<Uint8Array | null>;
  /** A hint that something may have changed; the data always comes by `read`. */
  watch?(onHint: () => void): Unsubscribe;
  close(): Promise<void>;
}
