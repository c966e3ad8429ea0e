import type { Day } from '../kernel/day';
import type { Change } from '../model/rows';
import type { Chosen } from '../rules/act';
import type { RulesVersion } from '../rules/version';

/** Call of an intent: its name and its arguments. */
export interface IntentCall {
  readonly do: string;
  readonly args: unknown;
}

/** A commit with what it changed: what history and undo need. */
export interface CommitRecord {
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly day: string;
  readonly by: string;
  readonly device: string;
  readonly do: string;
  readonly args: unknown;
  readonly chosen?: readonly Chosen[];
  /** Id of the key of the computer that signed it. */
  readonly key?: string;
  /** The version of the rules under which it counts; missing for the first. */
  readonly rules?: RulesVersion;
  /** The rules' *today*, where that is not the author's day (G8). */
  readonly today?: Day;
  /** By how many days its author was ahead of everybody else, where that is marked (G9). */
  readonly ahead?: number;
  /** True where only that there was an act is known: the history begins behind it, and what it said is gone. */
  readonly isGone?: true;
  /** Every change of a row, in the order in which it was made. */
  readonly changes: readonly Change[];
}

/** The commits so far, pending ones included. */
export interface CommitHistory {
  find(commitId: string): CommitRecord | undefined;
  /** A commit and everything after it, oldest first. */
  since(commitId: string): readonly CommitRecord[];
  /** Everything behind a seq, oldest first. */
  after(seq: number): readonly CommitRecord[];
}
