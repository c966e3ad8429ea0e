import { finish, isRestDue, partOf, type Sliced } from '../kernel/slices';
import { netChanges } from '../model/change-log';
import type { Model } from '../model/model';
import type { Change } from '../model/rows';
import { Act, type ChangedChoice, type Chosen, type IntentContext } from '../rules/act';
import { warnShortLater } from '../rules/amounts';
import { refuseManyRows } from '../rules/bounds';
import { refuse, type Refusal, type Warning } from '../rules/refusals';
import { daysAhead, refuseFarDay } from '../rules/today';
import { touchedBy } from '../rules/touched';
import { invalid, type Intent } from './definition';
import { actBaseline, firstRefusals, isLarge, judge, nearlyDone, settle, undoBaselines, unique } from './judgement';
import { parseIntent, sorted } from './parse';
import { performUndo } from './perform-undo';
import { intentNamed, type IntentName, type ParsedArguments } from './registry';
import type { CommitHistory, CommitRecord, IntentCall } from './commit-history';
import { refuseReservedIds } from './reserved-ids';

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
      /** Further fields of the record of the commit. */
      readonly noted: Pick<CommitRecord, 'rules' | 'today' | 'ahead'>;
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
 * const noCommits = { find: () => undefined, since: () => [], after: () => [] };
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
  try {
    return yield* executeWhole(model, history, call, context, options);
  } catch (error) {
    // G10: whatever is wrong with the rules themselves must not end a reader; every one of them finds the same.
    model.rollback(mark);
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ok: false, refusals: [refuse('DEFECT', { seq: context.seq, detail })] };
  }
}

function* executeWhole(
  model: Model,
  history: CommitHistory,
  call: IntentCall,
  context: IntentContext,
  options: ExecutionOptions,
): Sliced<Execution> {
  const mark = model.mark();
  const act = new Act(model, context);
  const early = refuseEarly(act);
  const refusals = early.length > 0 ? early : yield* perform(act, history, call);
  if (refusals.length > 0) {
    model.rollback(mark);
    return { ok: false, refusals };
  }
  const made = model.changesSince(mark);
  if (isLarge(model, mark)) yield nearlyDone;
  const warnings =
    options.warn && model.isOpen
      ? [...shortages(act, history, call, netChanges(made), mark), ...act.warnings]
      : act.warnings;
  const noted = noteProgress(act);
  const changes = model.changesSince(mark);
  const net = changes.length === made.length ? netChanges(made) : netChanges(changes);
  return { ok: true, warnings, changes, net, chosen: act.chosen, changedChoices: act.changedChoices, noted };
}

/** Refuses an act whatever it is: for an older version of the rules than the ledger's, a day far ahead (G9). */
function refuseEarly(act: Act): readonly Refusal[] {
  const { model, context } = act;
  if (act.rules < versionReached(model)) return [invalid('rules', 'olderRules')];
  return act.rules === 1 ? [] : refuseFarDay(model, context.by, context.day);
}

/** The newest version of the rules under which an act of the ledger was done. */
function versionReached(model: Model): number {
  return model.row('ledger', 'ledger')?.rules ?? 1;
}

/** Notes how far the ledger is with this act: its version, and its author's latest day. */
function noteProgress(act: Act): Pick<CommitRecord, 'rules' | 'today' | 'ahead'> {
  const { model, context } = act;
  const ahead = act.rules === 1 ? null : daysAhead(model, context.by, context.day);
  if (act.rules > versionReached(model))
    act.put('ledger', { ...model.row('ledger', 'ledger'), id: 'ledger', rules: act.rules });
  if ((model.row('authors', context.by)?.day ?? '') < context.day)
    act.put('authors', { id: context.by, day: context.day });
  return {
    ...(act.rules === 1 ? {} : { rules: act.rules }),
    ...(act.today === context.day ? {} : { today: act.today }),
    ...(ahead === null ? {} : { ahead }),
  };
}

function shortages(
  act: Act,
  history: CommitHistory,
  call: IntentCall,
  net: readonly Change[],
  mark: number,
): readonly Warning[] {
  const { model } = act;
  const baselines =
    call.do === 'undo'
      ? undoBaselines(act, mark, history, (call.args as { readonly commit: string }).commit)
      : [actBaseline(model, mark)];
  return warnShortLater(model, touchedBy(act, net), act.today, baselines);
}

function* perform(act: Act, history: CommitHistory, call: IntentCall): Sliced<readonly Refusal[]> {
  const parsed = parseIntent(call, act.rules);
  if (!parsed.ok) return parsed.refusals;
  if (!act.model.isOpen && parsed.name !== 'account.open')
    return [refuse('NOT_FOUND', { kind: 'account', id: 'account' })];
  switch (parsed.name) {
    case 'batch':
      return yield* performBatch(act, history, parsed.args as ParsedArguments<'batch'>);
    case 'undo':
      return yield* performUndo(act, history, parsed.args as ParsedArguments<'undo'>);
    default:
      return yield* performSimple(act, history, intentNamed(parsed.name) as Intent, parsed.args);
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

function* performSimple(
  act: Act,
  history: CommitHistory,
  intent: Intent,
  args: ParsedArguments<IntentName>,
): Sliced<readonly Refusal[]> {
  const { model } = act;
  const { name } = intent;
  const found = firstRefusals(
    () => [...intent.exists(model, args, act), ...refuseReservedIds(act, history, args)],
    () => intent.permits(model, args, act),
    () => [...intent.fits(model, args, act), ...(intent.past?.(history, args) ?? [])],
  );
  if (found.length > 0) return found;
  const mark = model.mark();
  const made = intent.make(act, args);
  const seen = (isSliced(made) ? yield* made : made) ?? [];
  if (name === 'account.open') return seen;
  const tooMany = refuseManyRows(act);
  if (tooMany.length > 0) return tooMany;
  const baselines = [actBaseline(model, mark)];
  if (isLarge(model, mark)) yield nearlyDone;
  settle(act, mark, baselines);
  if (isLarge(model, mark)) yield nearlyDone;
  return sorted(
    unique([...seen, ...judge(act, mark, baselines, { contract: name !== 'request.resolve', growth: true })]),
  );
}

function isSliced<T>(made: T | Sliced<T>): made is Sliced<T> {
  return typeof made === 'object' && made !== null && 'next' in made;
}

/** An act of a batch is about so many rows' work. */
const actsWeight = 16;
