import type { IntentArguments, IntentName } from '#core/intents/registry';
import type { Refusal, Warning } from '#core/rules/refusals';
import type { Day } from '#core/kernel/day';
import type { AttentionItem, CommitRecord } from '#core/ledger/replica';
import type { Unsubscribe } from '#core/ledger/store';
import type { Trial } from '#core/ledger/trial';
import type { View } from '#core/model/model';
import type { Change } from '#core/model/rows';
import type { Answer, Queries, QueryName } from '#core/queries/registry';
import type { SmartListEntry, SmartListName } from '#core/queries/smart-lists';
import type { HistorySteps } from './history-steps';
import type { LongWorkDesk } from './long-work';

/** An intent with its arguments, as a caller writes them. */
export type ActCall = {
  readonly [N in IntentName]: { readonly do: N; readonly args: IntentArguments<N> };
}[IntentName];

/**
 * Outcome of an act. `cancelled`: the person gave it up while it was under way, so nothing of it happened. `not-stored`: it could not be kept on this computer, so it was not done at all.
 * `outdated`: a newer version of the application works on this account; until this one is updated it can only be looked at.
 */
export type ActOutcome =
  | { readonly ok: true; readonly warnings: readonly Warning[]; readonly commit: string }
  | { readonly ok: false; readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly ok: false; readonly kind: 'cancelled' }
  | { readonly ok: false; readonly kind: 'not-stored'; readonly detail: string }
  | { readonly ok: false; readonly kind: 'outdated' };

/** Outcome that an act would have: everything it would change, or why not. Nothing has happened. */
export type Preview =
  | { readonly ok: true; readonly warnings: readonly Warning[]; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A preview that was begun: its answer where it came at once, else the way to wait for it. */
export type BegunPreview =
  | { readonly preview: Preview }
  /** `null` when it was given up, or when the account has changed meanwhile. */
  | { readonly preview: null; readonly rest: (signal: { readonly aborted: boolean }) => Promise<Preview | null> };

/** Rows and tree as they are in memory, for showing thousands of groups and for names. It cannot be changed, and no rule is asked. */
export type RowsInMemory = Pick<
  View,
  | 'row'
  | 'rows'
  | 'membersOf'
  | 'children'
  | 'ancestry'
  | 'isWithin'
  | 'count'
  | 'poolOf'
  | 'poolAbove'
  | 'projectOf'
  | 'groupOfNumber'
  | 'subtree'
  | 'tableOf'
  | 'ownTypes'
  | 'administratorsOf'
  | 'account'
  | 'root'
  | 'seatOf'
  | 'usersOf'
  | 'blocksOf'
  | 'numberWith'
  | 'deviceWith'
  | 'latestAuthors'
>;

/** Rows from which the order and the nesting of groups can be read. */
export type TreeOfGroups = Pick<RowsInMemory, 'children' | 'root'>;

/** Everything the window reads of an account, as one value a version. */
export interface AccountReading extends Pick<
  AccountSession,
  'ask' | 'preview' | 'beginPreview' | 'previewEach' | 'beginPreviewOfEach' | 'record' | 'steps'
> {
  readonly version: number;
  readonly rows: RowsInMemory;
}

/** One open account: the only place through which the window reads or changes it. */
export interface AccountSession {
  readonly ledger: string;
  /** Id of this computer, as acts carry it. */
  readonly device: string;
  /** The user at this window. */
  readonly by: string;
  /** Rows and tree as they are at the moment of reading: for what happens at a moment, such as a key or an act. */
  readonly model: RowsInMemory;
  /** The account as a value, for what is shown: another object with each version, so that whatever depends on it is made anew. */
  readonly reading: () => AccountReading;
  /** Id of the key by which this computer acts; `null` where it has none. */
  readonly ownKey: () => string | null;
  /** Place and hash of the last act, those that wait for their place counted. */
  readonly tip: () => { readonly seq: number; readonly hash: string };
  /** Grows with each change that has become visible. */
  readonly version: () => number;
  /** The last change that became visible: its version, and which things it touched where that is known. */
  readonly latest: () => { readonly version: number; readonly ids: ReadonlySet<string> | null };
  /** Which groups there are, and where, as a value: another object only when that has changed. */
  readonly tree: () => TreeOfGroups;
  /** The calendar day of now in the account's time zone. */
  readonly today: () => Day;
  /** Answers are the same object until the model changes, so they can be compared by identity. */
  readonly ask: <Q extends QueryName>(query: Q, args: Queries[Q]['args'], day: Day) => Answer<Q>;
  /** A smart list step by step, so that whoever goes through a large account can pause; to be left when the version has grown. */
  readonly stepsOfSmartList: (list: SmartListName, day: Day) => Iterator<SmartListEntry | null>;
  /** Settles when the act is durable. Acts are done one at a time, in the order in which they were asked for. */
  readonly act: (call: ActCall) => Promise<ActOutcome>;
  readonly preview: (call: ActCall) => Preview;
  /** The same for what may take long: it stops after a moment, and goes on with rests. */
  readonly beginPreview: (call: ActCall) => BegunPreview;
  /** The act that takes long at the moment, with how far it is; `null` when none does. */
  readonly longWork: Pick<LongWorkDesk, 'current' | 'subscribe' | 'isAtWork'>;
  /** Says why each of several acts would be refused when they are done one after the other, those that are refused left out; empty for one that would be done. */
  readonly previewEach: (calls: readonly ActCall[]) => readonly (readonly Refusal[])[];
  /** The same with rests in between, and again when some of the acts are others; to be given up when the account changes meanwhile. */
  readonly beginPreviewOfEach: () => Pick<Trial, 'refusalsOf'>;
  /** An id that nothing has, for acts of a batch that stand on each other. */
  readonly newId: () => string;
  readonly undo: () => Promise<ActOutcome | null>;
  readonly redo: () => Promise<ActOutcome | null>;
  /** Steps that can be taken back and done again, newest first. */
  readonly steps: () => HistorySteps;
  /** What a commit of the history did, with the rows before and after. */
  readonly record: (commit: string) => CommitRecord | undefined;
  /** Ids of the acts that are not synchronised yet, in order. */
  readonly pending: () => readonly string[];
  readonly attention: () => readonly AttentionItem[];
  readonly dropAttention: (id: string) => Promise<ActOutcome>;
  /** Does the act again as a new one, with other arguments if given; the item goes when that succeeds. */
  readonly retryAttention: (id: string, changedArgs?: unknown) => Promise<ActOutcome>;
  /** Called after the model, the pending list or the attention list has changed. */
  readonly subscribe: (listener: () => void) => Unsubscribe;
  /** Called with the rows that have changed, before the listeners of `subscribe`: for what is kept beside the model. */
  readonly watchRows: (watcher: (changes: readonly Change[]) => void) => Unsubscribe;
  /** Waits for acts under way, then lets go of the tables. */
  readonly close: () => Promise<void>;
}
