import type { Evidence } from './admission';
import type { Head } from './commit';
import type { KeptOrder } from './kept-order';
import type { StorePresence } from './presence';
import type { Abort, StoreResult } from './store-failure';

export type { Abort, AccountThere, StoreFailure, StoreResult } from './store-failure';

/** Undoes a subscription. */
export type Unsubscribe = () => void;

/**
 * Description of a store by itself. `exclusive`: the place itself decides who comes first, which is proved of its kind
 * (compare-and-append); where it only carries files, one computer puts acts in order (`order`). `watch`: it can hint at changes.
 */
export interface StoreInfo {
  readonly kind: string;
  readonly label: string;
  readonly watch: boolean;
  readonly exclusive: boolean;
}

/** Findings of `check`, which changes nothing. `ledger` is `null` where there is none yet. */
export interface StoreReport {
  readonly reachable: boolean;
  readonly writable: boolean;
  readonly ledger: string | null;
  readonly head: Head | null;
  /** Remarks for a person: a truncated last file, packed entries, a slow share. Empty when all is well. */
  readonly remarks: readonly StoreRemark[];
}

export interface StoreRemark {
  readonly kind: 'truncated-last-file' | 'foreign-file-ignored' | 'leftover-removed' | 'other-branch-set-aside';
  /** The file or place it is about. */
  readonly place: string;
}

export interface ReadLimit {
  readonly entries: number;
  readonly bytes: number;
}

/** Signature over an append, by the computer that appended: over `appendText` of its last entry. */
export interface AppendSignature {
  /** Place of the append's last entry. */
  readonly last: number;
  /** Id of the key; empty, like the signature, where nobody signed. */
  readonly key: string;
  readonly sig: string;
}

/** Entries after a seq, in order and without gaps, and the head they lead towards. At least one entry where there is any. */
export interface ReadPage {
  readonly entries: readonly Uint8Array[];
  readonly head: Head | null;
  /** The signatures of the appends that end in these entries, in order, where the place keeps them. */
  readonly appends?: readonly AppendSignature[] | undefined;
  /** Second versions of its files that lie in the place; something else than Trellis makes them. Left out where there are none. */
  readonly copies?: readonly string[] | undefined;
  /** Findings on the signatures, where whoever hands the page on has checked them. */
  readonly evidence?: Evidence | undefined;
}

/**
 * Port to a place where several replicas share a ledger. A store is never trusted: readers check the chain and replay the rules.
 * Every call settles within a second of its signal's abort (`aborted`) and never throws: what goes wrong is in its result.
 */
export interface LedgerStore {
  readonly info: StoreInfo;
  /** Reachable, writable, whose ledger; changes nothing. */
  check(signal: Abort): Promise<StoreResult<StoreReport>>;
  head(signal: Abort): Promise<StoreResult<Head | null>>;
  /** Entries with seq greater than `after`; `shortened` where the place begins later. */
  read(after: number, limit: ReadLimit, signal: Abort): Promise<StoreResult<ReadPage>>;
  /**
   * All or none; `head-moved` unless the head is `expected`. An entry is a commit's stored bytes, without a line break.
   * The bytes stay as they are, so that what a restored place lacks can be put back by anybody who has it.
   */
  append(entries: readonly Uint8Array[], expected: Head | null, signal: Abort): Promise<StoreResult<Head>>;
  /** Immutable: the same name again is ignored when the bytes are the same, else `corrupt`. */
  putBlob(name: string, bytes: Uint8Array, signal: Abort): Promise<StoreResult<null>>;
  getBlob(name: string, signal: Abort): Promise<StoreResult<Uint8Array | null>>;
  /**
   * Removes a blob that nobody needs any more; what is not there is no problem. Where each computer writes files of its own, only what
   * this one has put. Left out where the place cannot.
   */
  dropBlob?(name: string, signal: Abort): Promise<StoreResult<null>>;
  /** A hint that something may have changed; the data always comes by `read`. */
  watch?(onHint: () => void): Unsubscribe;
  /** Order of acts where the place does not decide it. There exactly where `info.exclusive` is false. */
  readonly order?: KeptOrder;
  /** Words of computers on themselves: who else is here. Left out where the place cannot carry them. */
  readonly presence?: StorePresence;
  /** Sound bytes for what the place has damaged or lost, from whoever has them. Left out where the place keeps copies itself. */
  readonly repair?: StoreRepair;
  /** Where the entries of the place begin. Left out where they always begin with the first. */
  readonly beginning?: StoreBeginning;
  close(): Promise<void>;
}

export interface StoreBeginning {
  /** The commit behind which the entries begin; `null` where the first is there. */
  at(signal: Abort): Promise<StoreResult<Head | null>>;
  /**
   * Lets the entries begin behind a commit of the place: that is put down first, then everything up to it is removed. Done again, it
   * removes what was left behind; an earlier commit changes nothing. In a place without entries it says behind which they will begin.
   */
  shorten(to: Head, signal: Abort): Promise<StoreResult<null>>;
}

/** Repair that put something back. `kept`: where the damaged bytes lie now; `null` where there were none. */
export interface Repaired {
  readonly place: string;
  readonly kept: string | null;
}

export interface StoreRepair {
  /**
   * Puts back everything that is damaged, from sound entries in order, each of which the chain in the place asks for;
   * damaged files stay beside under another name. `entries` gives those after a seq, nothing at the end.
   */
  mend(
    entries: (after: number) => Promise<readonly Uint8Array[]>,
    signal: Abort,
  ): Promise<StoreResult<readonly Repaired[]>>;
  /**
   * Moves everything from an entry on out of the way, where it stays under another name; `from` is the first place that is free again.
   * `null`, and nothing is moved, where the place has entries behind `upTo`; a `upTo` of `null` moves them as well.
   */
  setAside?(
    first: number,
    upTo: number | null,
    signal: Abort,
  ): Promise<StoreResult<{ readonly from: number; readonly moved: readonly Repaired[] } | null>>;
}
