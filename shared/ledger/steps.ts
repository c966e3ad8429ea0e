import type { CommitRecord } from '../intents/commit-history';
import type { Change, Rows, TableName } from '../model/rows';
import type { Refusal, Warning } from '../rules/refusals';
import type { AttentionItem } from './attention';
import type { Head, PendingIntent } from './commit';
import type { StoreFailure } from './store';
import type { VoidCommit } from './void-commits';

/** Place in the ledger as far as it is known, and what is on top of it. */
export interface Position {
  readonly head: Head | null;
  readonly pending: readonly PendingIntent[];
  readonly attention: readonly AttentionItem[];
  /** Commits up to the head that count for nobody, the newest of them, in order. */
  readonly voided: readonly VoidCommit[];
}

/** A change that is prepared but not yet visible: persist it, then accept it. */
export interface Step extends Position {
  /** Net row changes. */
  readonly changes: readonly Change[];
  /** Every change in the order in which it is made; what `accept` does. */
  readonly sequence: readonly Change[];
  /** Commit records that are new or have changed, in order. */
  readonly putRecords: readonly CommitRecord[];
  readonly removeRecords: readonly string[];
}

/** Everything a replica is; `rows` include the effect of the pending intents, `records` has theirs last. */
export interface ReplicaState extends Position {
  readonly ledger: string;
  readonly records: readonly CommitRecord[];
  readonly rows: { readonly [T in TableName]: readonly Rows[T][] };
}

/** The author's side of an act, given by the edge. */
export interface ActContext {
  readonly commit: string;
  readonly by: string;
  readonly day: string;
  readonly at: string;
  readonly device: string;
  /** Id of this computer's key in the ledger; `null` where it has none. Left out where nothing is known of keys. */
  readonly key?: string | null | undefined;
}

export type PreparedAct =
  | {
      readonly ok: true;
      readonly warnings: readonly Warning[];
      readonly commit: string;
      readonly step: Step;
      readonly intent: PendingIntent;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Outcome of receiving a page of commits. */
export interface Received {
  readonly ok: true;
  readonly step: Step;
  /** Those that came in now and count for nobody. */
  readonly voided: readonly VoidCommit[];
  /** Own acts that are now part of the ledger. */
  readonly confirmed: readonly string[];
  /** Own acts that no longer hold; now in the attention list. */
  readonly refused: readonly AttentionItem[];
  /** Own acts for which another choice was made. */
  readonly changed: readonly AttentionItem[];
  /** An append that is no part of the ledger, because no computer that counts has signed it: it and what follows was left out. */
  readonly foreign?: ForeignAppend;
}

/** Beginning of an append that nobody who counts has signed, and the key it claims to be by. */
export interface ForeignAppend {
  readonly first: number;
  readonly last: number;
  readonly key: string;
}

export type PreparedReceive = Received | { readonly ok: false; readonly failure: StoreFailure };
