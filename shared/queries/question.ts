import type { CommitHistory, CommitRecord, IntentCall } from '../intents/commit-history';
import type { Day } from '../kernel/day';
import type { AttentionItem } from '../ledger/attention';
import type { VoidCommit } from '../ledger/void-commits';
import type { Model, View } from '../model/model';
import type { Evaluation } from '../rules/evaluation';
import type { Actor } from '../rules/actor';
import type { Refusal, Warning } from '../rules/refusals';

/** Commits that can be listed as well as found. */
export interface ListedHistory extends CommitHistory {
  all(): readonly CommitRecord[];
}

/** Account that queries are asked of. `version` changes whenever the state does. */
export interface Source {
  readonly model: Model;
  readonly history: ListedHistory;
  readonly attention: readonly AttentionItem[];
  readonly voided: readonly VoidCommit[];
  readonly version: number;
}

/** Outcome of a call that was only tried; `seen` is what `look` read in the account as the call would leave it. */
export type Tried<T> =
  | { readonly ok: true; readonly warnings: readonly Warning[]; readonly seen: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Outcome of a dry run as an answer tells it. */
export type TriedOutcome =
  | { readonly ok: true; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Options of a dry run: the day that it is done on where that is another one, and whether later shortages are looked for. */
export interface TryOptions {
  readonly day?: Day;
  readonly warn?: boolean;
}

/** One question: the account as it can be read, the day that is asked about, and who asks. */
export interface Question {
  readonly model: View;
  readonly history: ListedHistory;
  readonly attention: readonly AttentionItem[];
  readonly voided: readonly VoidCommit[];
  readonly day: Day;
  readonly by: string;
  readonly reader: Actor | null;
  readonly evaluation: Evaluation;
  /** Evaluation of another day. */
  evaluationOn(day: Day): Evaluation;
  /** Does a call, lets `look` read what it would leave, and takes it back: nothing of it is left. */
  tryOn(call: IntentCall, options?: TryOptions): Tried<undefined>;
  tryOn<T>(call: IntentCall, options: TryOptions, look: (after: View) => T): Tried<T>;
}
