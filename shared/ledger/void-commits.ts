import { canonicalJson } from '../kernel/json';
import type { Refusal } from '../rules/refusals';
import type { Commit } from './commit';

/** A commit that the rules refuse: it has its place in the ledger and changes nothing, for every reader. */
export interface VoidCommit {
  readonly seq: number;
  readonly id: string;
  readonly do: string;
  /** Nothing where they are too large to be kept for being shown; the ledger has them. */
  readonly args: unknown;
  readonly at: string;
  readonly day: string;
  readonly by: string;
  readonly device: string;
  readonly refusals: readonly Refusal[];
}

/** Most of them that are kept for being shown, the newest: somebody may put any number of them into the ledger. */
export const mostVoidKept = 500;

/** Letters of arguments that are kept. */
const mostLetters = 4_000;
/** Refusals of one commit that are kept. */
const mostRefusals = 20;

/** Part of a void commit that is kept for being shown. */
export function voidOf(commit: Commit, refusals: readonly Refusal[]): VoidCommit {
  const { seq, id, do: name, args, at, day, by, device } = commit;
  const kept = canonicalJson(args ?? null).length > mostLetters ? null : args;
  return { seq, id, do: name, args: kept, at, day, by, device, refusals: refusals.slice(0, mostRefusals) };
}

/** The list with those that were found; the oldest go where there are too many. */
export function withVoid(present: readonly VoidCommit[], found: readonly VoidCommit[]): readonly VoidCommit[] {
  if (found.length === 0) return present;
  return [...present, ...found].slice(-mostVoidKept);
}

/** The list as of an earlier commit. */
export function voidUpTo(present: readonly VoidCommit[], seq: number): readonly VoidCommit[] {
  return present.every((commit) => commit.seq <= seq) ? present : present.filter((commit) => commit.seq <= seq);
}
