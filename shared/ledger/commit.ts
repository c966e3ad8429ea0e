import type { Day } from '../kernel/day';
import type { Chosen } from '../rules/act';
import { newestRules, type RulesVersion } from '../rules/version';

export type { Chosen };

/** The version of the rules that new commits are made under. */
export const rulesVersion = newestRules;

/** The newest commit of a ledger. A ledger without commits has none. */
export interface Head {
  readonly seq: number;
  /** SHA-256 of the commit's stored bytes, 64 lower-case hexadecimal digits. */
  readonly hash: string;
}

/** One act of one person, before it has a place in the ledger. */
export interface PendingIntent {
  readonly id: string;
  /** The author's calendar day in the account's time zone: the *today* of the rules. */
  readonly day: Day;
  /** When the person did it, ISO 8601 in UTC: for the history only. */
  readonly at: string;
  /** The user who did it. */
  readonly by: string;
  /** The installation on which it was done. */
  readonly device: string;
  readonly do: string;
  readonly args: unknown;
  /** One entry for each `seat.assign` of the act, in order. */
  readonly chosen?: readonly Chosen[];
  /** Id of the key of the computer on which it was done; in protected accounts only. */
  readonly key?: string;
  /** The version of the rules under which it was done; missing where a build did it that knew only the first. */
  readonly rules?: RulesVersion;
  /** The head that its author knew. */
  readonly basis?: Head;
}

/** The version under which an act was done. */
export function rulesOf(act: Pick<PendingIntent, 'rules'>): RulesVersion {
  return act.rules ?? 1;
}

/** An act with its place in the ledger. `prev` is the hash of the commit before, or 64 zeros. */
export interface Commit extends PendingIntent {
  readonly ledger: string;
  readonly seq: number;
  readonly prev: string;
  readonly rules: RulesVersion;
  /** Signature of the computer on which it was done, over `actText`. */
  readonly sig?: string;
}
