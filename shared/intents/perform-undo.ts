import { isRestDue, type Sliced } from '../kernel/slices';
import type { Change } from '../model/rows';
import { Act, firstAgeOf } from '../rules/act';
import { refuseDeepChanges } from '../rules/bounds';
import { permit, spareOneself } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { passFreeSeatsUp } from '../rules/release';
import { ownersOf } from '../rules/roles';
import { refuseBrokenShape, refuseLockedChanges, refuseTaken, refuseTransfers } from '../rules/structure';
import { permitChanges } from '../rules/undo-rights';
import { invalid, type Intent } from './definition';
import { passBetweenLedgers } from './grant-intents';
import { isKeyIntent } from './key-arguments';
import type { CommitHistory, CommitRecord, IntentCall } from './commit-history';
import {
  beforeCommit,
  firstRefusalsRested,
  judge,
  largeFrom,
  nearlyDone,
  settle,
  undoBaselines,
  unique,
} from './judgement';
import { parseIntent, sorted } from './parse';
import { intentNamed, type ParsedArguments } from './registry';
import { refuseTakingBack } from './shorten-history';
import { planUndo } from './undo';

/** Takes a commit back as far as that is possible on top of what came after it. */
export function* performUndo(
  act: Act,
  history: CommitHistory,
  args: ParsedArguments<'undo'>,
): Sliced<readonly Refusal[]> {
  const { model } = act;
  const target = history.find(args.commit);
  if (target === undefined || target.do === 'account.open')
    return [refuse('NOT_FOUND', { kind: 'commit', id: args.commit })];
  // What was proved stays proved: a computer is shut out by an act of its own.
  if (isKeyIntent(target.do)) return [invalid('commit', 'notUndoable')];
  const gone = refuseTakingBack(model.row('ledger', 'ledger')?.begins?.seq ?? 0, target);
  if (gone.length > 0) return gone;
  if (passBetweenLedgers(target.changes)) return [invalid('commit', 'passedOn', {}, 'D13')];
  const plan = yield* planUndo(model, target.changes);
  const of = Math.max(1, plan.changes.length);
  if (of > largeFrom) yield { done: 0, of };
  const found = yield* firstRefusalsRested(
    () => [
      ...(act.rules === 1 ? permitUndo(act, history, target) : permitChanges(model, act.actor, plan.changes)),
      ...spareOneself(act.actor, vanishing(plan.changes)),
    ],
    () => [...plan.refusals],
    () => [
      ...refuseTaken(act, plan.changes),
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
    () => [...refuseBrokenShape(model, plan.changes), ...refuseDeepChanges(act, plan.changes)],
  );
  if (broken.length > 0) return broken;
  const baselines = undoBaselines(act, mark, history, target.id);
  if (of > largeFrom) yield nearlyDone;
  settle(act, mark, baselines);
  if (of > largeFrom) yield nearlyDone;
  // U9 and U10 do not apply to one's own commit of the same day.
  const isOwnOfToday = target.by === act.context.by && isOfSameDay(act, history, target);
  return sorted(unique(judge(act, mark, baselines, { contract: !isOwnOfToday, growth: !isOwnOfToday })));
}

/** G8: the same today, and no commit with another one by that author in between. */
function isOfSameDay(act: Act, history: CommitHistory, target: CommitRecord): boolean {
  const todayOf = (record: CommitRecord): string => record.today ?? record.day;
  if (todayOf(target) !== act.today) return false;
  return (
    act.rules === 1 ||
    history.since(target.id).every((record) => record.by !== target.by || todayOf(record) === act.today)
  );
}

function vanishing(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.filter((change) => change.after === undefined).map((change) => change.id));
}

/** Version 1: undo needs the rights of what it takes back, judged where things stood when it was done. */
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
    after: (seq) => history.after(seq).filter((record) => !later.has(record.id)),
  };
}

function permitAgain(act: Act, history: CommitHistory, call: IntentCall): readonly Refusal[] {
  const parsed = parseIntent(call, 1);
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
  if (intent.exists(act.model, parsed.args, act).some((refusal) => refusal.code === 'NOT_FOUND')) return [];
  return intent.permits(act.model, parsed.args, act);
}
