import { asMeant, countryOfAccount } from '../intents/as-meant';
import type { IntentCall } from '../intents/commit-history';
import { execute } from '../intents/execute';
import type { Day } from '../kernel/day';
import type { Model, View } from '../model/model';
import { Evaluation } from '../rules/evaluation';
import { actorOf } from '../rules/actor';
import { permit, permitSomewhere } from '../rules/permission';
import { problemsOfIssue } from '../rules/problem-of-issue';
import type { Problem } from '../rules/problems';
import { refuse } from '../rules/refusals';
import type { Query, Refused } from './query';
import type { Question, Source, Tried, TryOptions } from './question';
import { queries } from './registry';
import { walkSmartList, type SmartListEntry, type SmartListName } from './smart-lists';

const queryByName: ReadonlyMap<string, Query> = new Map(queries.map((query: Query) => [query.name, query]));

/** Day that is asked about, and who asks. */
interface Asked {
  readonly day: Day;
  readonly by: string;
}

/** Answers a query as of a day, for a reader; or says why not (`NOT_FOUND`, `NOT_PERMITTED`, `INVALID`). */
export function answer(source: Source, name: string, args: unknown, on: Asked): unknown {
  const query = queryByName.get(name);
  if (query === undefined)
    return refused([refuse('INVALID', { path: 'query', problem: 'noSuchQuery' satisfies Problem, query: name })]);
  const parsed = query.args.safeParse(args ?? {}, { reportInput: true });
  if (!parsed.success)
    return refused(
      parsed.error.issues
        .flatMap(problemsOfIssue)
        .map(({ path, problem, bounds }) => refuse('INVALID', { path, problem, ...bounds })),
    );
  const { model } = source;
  if (!model.isOpen) return refused([refuse('NOT_FOUND', { kind: 'account', id: 'account' })]);
  const missing = query.exists?.(model, parsed.data) ?? [];
  if (missing.length > 0) return refused(missing);
  const reader = actorOf(model, on.by);
  const needs = query.needs?.(model, parsed.data);
  const forbidden = [
    ...(needs === undefined ? [] : permit(model, reader, needs.right, needs.at)),
    ...(query.needsSomewhere === undefined ? [] : permitSomewhere(model, reader, query.needsSomewhere)),
  ];
  return forbidden.length > 0 ? refused(forbidden) : query.answer(questionOf(source, on), parsed.data);
}

function refused(refusals: Refused['refusals']): Refused {
  return { refusals };
}

/** A smart list as steps, for a caller that pauses between them; it must stop when the state has changed. */
export function stepsOfSmartList(source: Source, list: SmartListName, on: Asked): Iterator<SmartListEntry | null> {
  return source.model.isOpen ? walkSmartList(questionOf(source, on), list) : [][Symbol.iterator]();
}

function questionOf(source: Source, on: Asked): Question {
  const { model, history, attention, voided } = source;
  return {
    model,
    history,
    attention,
    voided,
    day: on.day,
    by: on.by,
    reader: actorOf(model, on.by),
    get evaluation() {
      return evaluationOf(source, on.day);
    },
    evaluationOn: (day) => evaluationOf(source, day),
    tryOn: <T>(call: IntentCall, options: TryOptions = {}, look?: (after: View) => T) =>
      tryOn(source, on, call, options, look as (after: View) => T),
  };
}

/** Does a call on the account itself, and takes it back before anybody else can see it. */
function tryOn<T>(
  { model, history }: Source,
  on: Asked,
  call: IntentCall,
  { day = on.day, warn = true }: TryOptions,
  look: ((after: View) => T) | undefined,
): Tried<T> {
  const mark = model.mark();
  const seq = history.all().length + 1;
  const meant = asMeant(call, countryOfAccount(model));
  if (!meant.ok) return { ok: false, refusals: meant.refusals };
  const result = execute(model, history, meant.call, { by: on.by, day, commit: 'trial', seq }, { warn });
  if (!result.ok) return { ok: false, refusals: result.refusals };
  try {
    return { ok: true, warnings: [...meant.warnings, ...result.warnings], seen: look?.(model) as T };
  } finally {
    model.rollback(mark);
  }
}

const evaluations = new WeakMap<Model, { version: number; days: Map<Day, Evaluation> }>();

/** Evaluations are remembered as long as the state stays the same. */
function evaluationOf(source: Source, day: Day): Evaluation {
  let known = evaluations.get(source.model);
  if (known?.version !== source.version) {
    known = { version: source.version, days: new Map() };
    evaluations.set(source.model, known);
  }
  let evaluation = known.days.get(day);
  if (evaluation === undefined) {
    evaluation = new Evaluation(source.model, day);
    known.days.set(day, evaluation);
  }
  return evaluation;
}
