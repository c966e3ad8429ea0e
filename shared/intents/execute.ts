import { finish, isRestDue, partOf, type Progress, type Sliced } from '../kernel/slices';
import { netChanges } from '../model/change-log';
import type { Model, View } from '../model/model';
import type { Change } from '../model/rows';
import { Act, firstAgeOf, type ChangedChoice, type Chosen, type IntentContext } from '../rules/act';
import { refuseAmounts, seatsToDissolve, warnShortLater, type Baseline } from '../rules/amounts';
import { refuseContract, refuseGrowth } from '../rules/contract';
import { keepAnOwnersKey, revokeKeysOfLeaving } from '../rules/keys';
import { dropMenuGroups } from '../rules/menus';
import { permit, spareOneself } from '../rules/permission';
import { refuse, type Refusal, type Warning } from '../rules/refusals';
import { dissolveSeat, passFreeSeatsUp } from '../rules/release';
import { ownersOf } from '../rules/roles';
import { refuseBrokenShape, refuseLockedChanges, refuseTaken, refuseTransfers } from '../rules/structure';
import { touchedBy } from '../rules/touched';
import { isKeyIntent } from './key-arguments';
import { parseIntent, sorted } from './parse';
import { intentNamed, type IntentName, type ParsedArguments } from './registry';
import { invalid, type Intent } from './definition';
import { planUndo } from './undo';

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
  /** Every change of a row, in the order in which it was made. */
  readonly changes: readonly Change[];
}

/** The commits so far, pending ones included. */
export interface CommitHistory {
  find(commitId: string): CommitRecord | undefined;
  /** A commit and everything after it, oldest first. */
  since(commitId: string): readonly CommitRecord[];
}

export type Execution =
  | {
      readonly ok: true;
      readonly warnings: readonly Warning[];
      /** Already made in the model, and recorded since the execution began. */
      readonly changes: readonly Change[];
      /** The same, one change a row. */
      readonly net: readonly Change[];
      readonly chosen: readonly Chosen[];
      readonly changedChoices: readonly ChangedChoice[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export interface ExecutionOptions {
  /** Warnings are for the author; a replay does without. */
  readonly warn: boolean;
}

/**
 * Does one intent: what it changes is made in the model, or nothing is and the refusals say why.
 * The only place through which anything ever changes.
 *
 * ```ts
 * import { execute } from '#core/intents/execute';
 * import { Model } from '#core/model/model';
 *
 * const model = new Model();
 * const noCommits = { find: () => undefined, since: () => [] };
 * const by = { by: 'owner', day: '2026-06-01', commit: 'c1', seq: 1 };
 * const opening = { do: 'account.open', args: { name: 'Sunrise', timeZone: 'Europe/Berlin' } };
 * execute(model, noCommits, opening, by, { warn: true }).ok; // → true
 * model.root.name; // → 'Sunrise'
 *
 * const deleting = { do: 'group.delete', args: { groupId: 'root' } };
 * const refused = execute(model, noCommits, deleting, { ...by, commit: 'c2', seq: 2 }, { warn: true });
 * refused.refusals.map(({ code }) => code); // → ['ROOT']
 * ```
 */
export function execute(
  model: Model,
  history: CommitHistory,
  call: IntentCall,
  context: IntentContext,
  options: ExecutionOptions,
): Execution {
  return finish(executeInSlices(model, history, call, context, options));
}

/** The same with rests in between, during which nothing else may read or change the model: for a fork of one that is in use. */
export function* executeInSlices(
  model: Model,
  history: CommitHistory,
  call: IntentCall,
  context: IntentContext,
  options: ExecutionOptions,
): Sliced<Execution> {
  const mark = model.mark();
  const act = new Act(model, context);
  const refusals = yield* perform(act, history, call);
  if (refusals.length > 0) {
    model.rollback(mark);
    return { ok: false, refusals };
  }
  const changes = model.changesSince(mark);
  const net = netChanges(changes);
  yield nearlyDone;
  const warnings =
    options.warn && model.isOpen ? [...shortages(act, history, call, net, mark), ...act.warnings] : act.warnings;
  return { ok: true, warnings, changes, net, chosen: act.chosen, changedChoices: act.changedChoices };
}

/** A rest between two steps of judging, when everything has been made. */
const nearlyDone: Progress = { done: 1, of: 1 };

function shortages(
  act: Act,
  history: CommitHistory,
  call: IntentCall,
  net: readonly Change[],
  mark: number,
): readonly Warning[] {
  const { model } = act;
  const baseline =
    call.do === 'undo'
      ? undoBaseline(model, mark, history, (call.args as { readonly commit: string }).commit)
      : actBaseline(model, mark);
  return warnShortLater(model, touchedBy(model, net, act.today), act.today, baseline);
}

/** The state before the act that began at a mark. */
function actBaseline(model: Model, mark: number): Baseline {
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

/** The state before a commit: D3 and D6 compare an undo with it. */
function undoBaseline(model: Model, mark: number, history: CommitHistory, commitId: string): Baseline {
  return (read) => actBaseline(model, mark)(() => beforeCommit(model, history, commitId, read));
}

/** Reads the state as it was before a commit, and leaves everything as it is. */
function beforeCommit<T>(model: Model, history: CommitHistory, commitId: string, read: (before: View) => T): T {
  const records = history.since(commitId);
  for (const record of [...records].reverse()) model.revert(record.changes);
  try {
    return read(model);
  } finally {
    for (const record of records) model.apply(record.changes);
  }
}

function* perform(act: Act, history: CommitHistory, call: IntentCall): Sliced<readonly Refusal[]> {
  const parsed = parseIntent(call);
  if (!parsed.ok) return parsed.refusals;
  if (!act.model.isOpen && parsed.name !== 'account.open')
    return [refuse('NOT_FOUND', { kind: 'account', id: 'account' })];
  switch (parsed.name) {
    case 'batch':
      return yield* performBatch(act, history, parsed.args as ParsedArguments<'batch'>);
    case 'undo':
      return yield* performUndo(act, history, parsed.args as ParsedArguments<'undo'>);
    default:
      return yield* performSimple(act, intentNamed(parsed.name) as Intent, parsed.args);
  }
}

/** All or nothing; stops at the first refused intent, whose refusals carry `index`. */
function* performBatch(act: Act, history: CommitHistory, args: ParsedArguments<'batch'>): Sliced<readonly Refusal[]> {
  const of = args.do.length;
  for (const [index, call] of args.do.entries()) {
    const refusals = yield* partOf(perform(act, history, { do: call.do, args: call.args }), (part) => ({
      done: index + part.done / part.of,
      of,
    }));
    if (refusals.length > 0) return refusals.map((refusal) => ({ ...refusal, index }));
    if (isRestDue(index * actsWeight)) yield { done: index + 1, of };
  }
  return [];
}

function* performSimple(act: Act, intent: Intent, args: ParsedArguments<IntentName>): Sliced<readonly Refusal[]> {
  const { model } = act;
  const { name } = intent;
  const found = firstRefusals(
    () => intent.exists(model, args),
    () => intent.permits(model, args, act),
    () => intent.fits(model, args, act),
  );
  if (found.length > 0) return found;
  const mark = model.mark();
  const made = intent.make(act, args);
  const seen = (isSliced(made) ? yield* made : made) ?? [];
  if (name === 'account.open') return seen;
  const baseline = actBaseline(model, mark);
  if (isLarge(model, mark)) yield nearlyDone;
  settle(act, mark, baseline);
  if (isLarge(model, mark)) yield nearlyDone;
  return sorted(
    unique([...seen, ...judge(act, mark, baseline, { contract: name !== 'request.resolve', growth: true })]),
  );
}

function isSliced<T>(made: T | Sliced<T>): made is Sliced<T> {
  return typeof made === 'object' && made !== null && 'next' in made;
}

/** Tells whether judging what was changed since a mark takes long enough for a rest before it. */
function isLarge(model: Model, mark: number): boolean {
  return model.mark() - mark > largeFrom;
}

const largeFrom = 1_000;
/** An act of a batch is about so many rows' work. */
const actsWeight = 16;

/** Makes what follows from an act by itself: voice menus that lose their groups (U11), free seats without a unit (U8). */
function settle(act: Act, mark: number, baseline: Baseline): void {
  const { model } = act;
  const made = model.mark();
  let net = netChanges(model.changesSince(mark));
  dropMenuGroups(act, net);
  revokeKeysOfLeaving(act, net);
  if (model.mark() !== made) net = netChanges(model.changesSince(mark));
  for (const { pool, typeId, count } of seatsToDissolve(model, touchedBy(model, net, act.today), act.today, baseline)) {
    for (const seatId of model.freeSeatsOf(pool, typeId).slice(0, count)) {
      const seat = model.row('seats', seatId);
      if (seat !== undefined) dissolveSeat(act, seat);
    }
  }
}

/** Step 5: amounts (D3, D6), contract (U9) and standing (U10), judged from what has changed. */
function judge(
  act: Act,
  mark: number,
  baseline: Baseline,
  which: { readonly contract: boolean; readonly growth: boolean },
): readonly Refusal[] {
  const { model } = act;
  const changes = netChanges(model.changesSince(mark));
  const previous = actBaseline(model, mark);
  return [
    ...refuseAmounts(model, touchedBy(model, changes, act.today), baseline, previous),
    // What is committed (U9) is compared with the state before this act, also where D3 and D6 look further back.
    ...(which.contract ? refuseContract(model, changes, act.today, previous) : []),
    ...(which.growth ? refuseGrowth(model, changes, act.today) : []),
    ...keepAnOwnersKey(model, changes, previous),
  ];
}

/** The refusals of the first step that finds any. */
function firstRefusals(...steps: readonly (() => readonly Refusal[])[]): readonly Refusal[] {
  for (const step of steps) {
    const refusals = step();
    if (refusals.length > 0) return sorted(unique(refusals));
  }
  return [];
}

/** The same with a rest after each step. */
function* firstRefusalsRested(...steps: readonly (() => readonly Refusal[])[]): Sliced<readonly Refusal[]> {
  for (const step of steps) {
    const refusals = firstRefusals(step);
    if (refusals.length > 0) return refusals;
    yield beforeMaking;
  }
  return [];
}

/** A rest between two steps of judging, when nothing has been made yet. */
const beforeMaking: Progress = { done: 0, of: 1 };

function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string>();
  return refusals.filter((refusal) => {
    const key = JSON.stringify(refusal);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function* performUndo(act: Act, history: CommitHistory, args: ParsedArguments<'undo'>): Sliced<readonly Refusal[]> {
  const { model } = act;
  const target = history.find(args.commit);
  if (target === undefined || target.do === 'account.open')
    return [refuse('NOT_FOUND', { kind: 'commit', id: args.commit })];
  // What was proved stays proved: a computer is shut out by an act of its own.
  if (isKeyIntent(target.do)) return [invalid('commit', 'notUndoable')];
  const plan = yield* planUndo(model, target.changes);
  const of = Math.max(1, plan.changes.length);
  if (of > largeFrom) yield { done: 0, of };
  const found = yield* firstRefusalsRested(
    () => [...permitUndo(act, history, target), ...spareOneself(act.actor, vanishing(plan.changes))],
    () => [...plan.refusals],
    () => [
      ...refuseTaken(model, plan.changes),
      ...refuseLockedChanges(model, plan.changes),
      ...refuseTransfers(model, plan.changes, firstAgeOf(target.seq)),
    ],
  );
  if (found.length > 0) return found;
  const mark = model.mark();
  const owned = ownersOf(model).length > 0;
  for (const [index, change] of plan.changes.entries()) {
    if (isRestDue(index)) yield { done: index, of };
    if (change.after === undefined) model.remove(change.table, change.id);
    else model.put(change.table, change.after);
  }
  for (const change of plan.changes)
    if (change.table === 'groups' && change.after?.restriction === 'inherit') passFreeSeatsUp(act, change.id);
  const broken = yield* firstRefusalsRested(
    () => (owned && ownersOf(model).length === 0 ? [refuse('LAST_OWNER')] : []),
    () => refuseBrokenShape(model, plan.changes),
  );
  if (broken.length > 0) return broken;
  const baseline = undoBaseline(model, mark, history, target.id);
  if (of > largeFrom) yield nearlyDone;
  settle(act, mark, baseline);
  if (of > largeFrom) yield nearlyDone;
  // U9 and U10 do not apply to one's own commit of the same day.
  const ownOfToday = target.by === act.context.by && target.day === act.today;
  return sorted(unique(judge(act, mark, baseline, { contract: !ownOfToday, growth: !ownOfToday })));
}

function vanishing(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.filter((change) => change.after === undefined).map((change) => change.id));
}

/** Undo needs the rights of what it takes back, judged where things stood when it was done. */
function permitUndo(act: Act, history: CommitHistory, target: CommitRecord): readonly Refusal[] {
  const { model } = act;
  const { actor } = act;
  if (actor === null) return permit(model, actor, 'groups', null);
  if (actor.role === 'owner') return [];
  return beforeCommit(model, history, target.id, () =>
    permitAgain(new Act(model, act.context, actor), historyBefore(history, target.id), target),
  );
}

/** The commits before one of them, for looking further back while it and what follows are taken back. */
function historyBefore(history: CommitHistory, commitId: string): CommitHistory {
  const later = new Set(history.since(commitId).map((record) => record.id));
  return {
    find: (id) => (later.has(id) ? undefined : history.find(id)),
    since: (id) => history.since(id).filter((record) => !later.has(record.id)),
  };
}

function permitAgain(act: Act, history: CommitHistory, call: IntentCall): readonly Refusal[] {
  const parsed = parseIntent(call);
  if (!parsed.ok) return [];
  if (parsed.name === 'undo') {
    const target = history.find((parsed.args as ParsedArguments<'undo'>).commit);
    return target === undefined ? [] : permitUndo(act, history, target);
  }
  if (parsed.name === 'batch') {
    for (const inner of (parsed.args as ParsedArguments<'batch'>).do) {
      const refusals = permitAgain(act, history, { do: inner.do, args: inner.args });
      if (refusals.length > 0) return refusals;
    }
    return [];
  }
  const intent = intentNamed(parsed.name) as Intent;
  // Inside a batch a later intent may stand on an earlier one; what did not exist yet was the author's own making.
  if (intent.exists(act.model, parsed.args).some((refusal) => refusal.code === 'NOT_FOUND')) return [];
  return intent.permits(act.model, parsed.args, act);
}
