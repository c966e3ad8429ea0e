import type { Progress, Sliced } from '../kernel/slices';
import { netChanges } from '../model/change-log';
import type { Model, View } from '../model/model';
import type { Act } from '../rules/act';
import { refuseAmounts, seatsToDissolve } from '../rules/amounts';
import type { Baseline } from '../rules/baseline';
import { refuseSize } from '../rules/bounds';
import { refuseContract, refuseGrowth } from '../rules/contract';
import { keepAnOwnersKey, revokeKeysOfLeaving } from '../rules/keys';
import { dropMenuGroups } from '../rules/menus';
import type { Refusal } from '../rules/refusals';
import { dissolveSeat } from '../rules/release';
import { useReservations } from '../rules/reservations';
import { touchedBy } from '../rules/touched';
import type { CommitHistory } from './commit-history';
import { sorted } from './parse';

/** A rest between two steps of judging, when nothing has been made yet. */
const beforeMaking: Progress = { done: 0, of: 1 };
/** A rest between two steps of judging, when everything has been made. */
export const nearlyDone: Progress = { done: 1, of: 1 };

/** From so many rows on, judging what was changed takes long enough for a rest before it. */
export const largeFrom = 1_000;

/** Tells whether what was changed since a mark is large. */
export function isLarge(model: Model, mark: number): boolean {
  return model.mark() - mark > largeFrom;
}

/** The state before the act that began at a mark. */
export function actBaseline(model: Model, mark: number): Baseline {
  return (read) => {
    const changes = model.changesSince(mark);
    model.revert(changes);
    try {
      return read(model);
    } finally {
      model.apply(changes);
    }
  };
}

/**
 * The states with which an undo is compared: before the commit that it takes back, and since version 2 also just before
 * the undo, so that nobody pays for what others did in between.
 */
export function undoBaselines(
  act: Act,
  mark: number,
  history: CommitHistory,
  commitId: string,
): readonly [Baseline, ...Baseline[]] {
  const { model } = act;
  const before = actBaseline(model, mark);
  const formerly: Baseline = (read) => before(() => beforeCommit(model, history, commitId, read));
  return act.rules === 1 ? [formerly] : [formerly, before];
}

/** Reads the state as it was before a commit, and leaves everything as it is. */
export function beforeCommit<T>(model: Model, history: CommitHistory, commitId: string, read: (before: View) => T): T {
  const records = history.since(commitId);
  for (const record of [...records].reverse()) model.revert(record.changes);
  try {
    return read(model);
  } finally {
    for (const record of records) model.apply(record.changes);
  }
}

/** Makes what follows from an act by itself: voice menus that lose their groups (U11), free seats without a unit (U8). */
export function settle(act: Act, mark: number, baselines: readonly Baseline[]): void {
  const { model } = act;
  const made = model.mark();
  let net = netChanges(model.changesSince(mark));
  dropMenuGroups(act, net);
  revokeKeysOfLeaving(act, net);
  if (model.mark() !== made) net = netChanges(model.changesSince(mark));
  useReservations(act, net, baselines);
  if (model.mark() !== made) net = netChanges(model.changesSince(mark));
  for (const { pool, typeId, count } of seatsToDissolve(model, touchedBy(act, net), act.today, baselines)) {
    for (const seatId of model.freeSeatsOf(pool, typeId).slice(0, count)) {
      const seat = model.row('seats', seatId);
      if (seat !== undefined) dissolveSeat(act, seat);
    }
  }
}

/** Step 5: amounts (D3, D6), contract (U9), standing (U10) and size (G7), judged from what has changed. */
export function judge(
  act: Act,
  mark: number,
  baselines: readonly Baseline[],
  which: { readonly contract: boolean; readonly growth: boolean },
): readonly Refusal[] {
  const { model } = act;
  const changes = netChanges(model.changesSince(mark));
  const previous = actBaseline(model, mark);
  return [
    ...refuseAmounts(model, touchedBy(act, changes), baselines, previous, act.context.device),
    // What is committed (U9) is compared with the state before this act, also where D3 and D6 look further back.
    ...(which.contract ? refuseContract(model, changes, act.today, previous) : []),
    ...(which.growth ? refuseGrowth(act, changes) : []),
    ...keepAnOwnersKey(model, changes, previous),
    ...(act.rules > 1 ? refuseSize(model, changes) : []),
  ];
}

/** The refusals of the first step that finds any. */
export function firstRefusals(...steps: readonly (() => readonly Refusal[])[]): readonly Refusal[] {
  for (const step of steps) {
    const refusals = step();
    if (refusals.length > 0) return sorted(unique(refusals));
  }
  return [];
}

/** The same with a rest after each step. */
export function* firstRefusalsRested(...steps: readonly (() => readonly Refusal[])[]): Sliced<readonly Refusal[]> {
  for (const step of steps) {
    const refusals = firstRefusals(step);
    if (refusals.length > 0) return refusals;
    yield beforeMaking;
  }
  return [];
}

export function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string>();
  return refusals.filter((refusal) => {
    const key = JSON.stringify(refusal);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
