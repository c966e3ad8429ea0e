import { z } from 'zod';
import type { CommitRecord } from '../intents/commit-history';
import { isNeverUndone } from '../intents/never-undone';
import type { Day } from '../kernel/day';
import { refuse } from '../rules/refusals';
import { day, defineQuery, id } from './query';
import type { Question } from './question';

/** Act of a computer that somebody looks through. */
export interface ReviewedAct {
  readonly seq: number;
  readonly at: string;
  readonly do: string;
  readonly args: unknown;
  readonly commit: string;
  /** Whether it was taken back since. */
  readonly isTakenBack: boolean;
  /** False for what no undo takes back: acts about keys, and licenses that passed to or from another ledger. */
  readonly canBeTakenBack: boolean;
}

export interface ReviewAnswer {
  /** First commit that is looked at: order counts, as a clock may lie. */
  readonly since: number;
  /** What the computer did from there on, the newest first. */
  readonly acts: readonly ReviewedAct[];
}

/**
 * Acts of a computer since a day, for whoever looks through them after it was shut out. The day leads to the first commit that anybody
 * did on it or later, so that an act dated back to before is listed as well. Without a day it is what was named when it was shut out,
 * else everything.
 */
export const reviewQuery = defineQuery({
  name: 'review',
  args: z.strictObject({ key: id, since: day.optional() }),
  exists: (view, { key }) =>
    view.row('computers', key) === undefined ? [refuse('NOT_FOUND', { kind: 'computer', id: key })] : [],
  needs: (view) => ({ right: 'read', at: view.account.rootId }),
  answer: (question, { key, since }) => reviewAnswer(question, key, since),
});

function reviewAnswer({ model, history }: Question, key: string, since: Day | undefined): ReviewAnswer {
  const records = history.all();
  const computer = model.row('computers', key);
  const first =
    since === undefined ? (computer?.reviewSince ?? computer?.admitted.seq ?? 1) : firstSince(records, since);
  const takenBack = takenBackIn(records);
  const acts = records
    .filter((record) => record.key === key && record.seq >= first)
    .map(({ seq, at, do: name, args, id: commit }) => ({
      ...{ seq, at, do: name, args, commit },
      isTakenBack: takenBack.has(commit),
      canBeTakenBack: !isNeverUndone(name),
    }))
    .reverse();
  return { since: first, acts };
}

function firstSince(records: readonly CommitRecord[], since: Day): number {
  const first = records.find((record) => record.day >= since);
  return first?.seq ?? (records.at(-1)?.seq ?? 0) + 1;
}

/** Commits that an undo has taken back which was not taken back itself. */
function takenBackIn(records: readonly CommitRecord[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const record of [...records].reverse())
    if (record.do === 'undo' && !taken.has(record.id)) taken.add((record.args as { readonly commit: string }).commit);
  return taken;
}
