import type { Day } from '../kernel/day';
import type { Model } from '../model/model';
import { Evaluation } from '../rules/evaluation';
import { actorOf, may, permit, permitSomewhere, type Right } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { problemsOfIssue } from '../rules/problem-of-issue';
import type { Problem } from '../rules/problems';
import { remindersBetween } from '../rules/reminders';
import type { HistoryAnswer, QueryName } from './answers';
import { querySchemas, type QueryArguments } from './arguments';
import { explainAnswer } from './explain';
import { forecastAnswer } from './forecast';
import { accountAnswer, blocksAnswer, digestAnswer, groupAnswer, poolAnswer, treeAnswer } from './group-queries';
import {
  devicesAnswer,
  menusAnswer,
  numbersAnswer,
  rangesAnswer,
  requestsAnswer,
  rolesAnswer,
  seatsAnswer,
  userAnswer,
  usersAnswer,
} from './people-queries';
import { portfolioAnswer } from './portfolio';
import type { Question, Source } from './scope';
import {
  smartListAnswer,
  smartListCounts,
  walkSmartList,
  type SmartListEntry,
  type SmartListName,
} from './smart-lists';
import { timelineAnswer } from './timeline';
import { whatIfAnswer } from './what-if';

/** One query: what must exist, which right it needs and where, and what it answers. */
interface QueryDefinition<Q extends QueryName> {
  readonly exists?: (model: Model, args: QueryArguments<Q>) => readonly Refusal[];
  /** The right a reader needs, and at which group (`null`: the whole account). No right: local matters that anybody may see. */
  readonly needs?: (model: Model, args: QueryArguments<Q>) => { readonly right: Right; readonly at: string | null };
  /** The right that a reader must have somewhere: the answer keeps to where he has it. */
  readonly needsSomewhere?: Right;
  readonly answer: (question: Question, args: QueryArguments<Q>) => unknown;
}

function groupExists(model: Model, groupId: string | undefined): readonly Refusal[] {
  return groupId === undefined || model.row('groups', groupId) !== undefined
    ? []
    : [refuse('NOT_FOUND', { kind: 'group', id: groupId })];
}

const ofGroup = {
  exists: (model: Model, args: { readonly groupId: string }) => groupExists(model, args.groupId),
};

const peopleOfGroup = {
  ...ofGroup,
  needs: (_model: Model, args: { readonly groupId: string }) => ({ right: 'read' as const, at: args.groupId }),
};
const licensesOfGroup = {
  ...ofGroup,
  needs: (_model: Model, args: { readonly groupId: string }) => ({ right: 'readLicenses' as const, at: args.groupId }),
};
const anywhere = { needsSomewhere: 'read' as const };
const anything = { needsSomewhere: 'readLicenses' as const };
const licensesOfAccount = { needs: () => ({ right: 'readLicenses' as const, at: null }) };

/** Every query by name. A new one is a schema in `arguments`, a type in `answers`, and an entry here. */
const queries: { readonly [Q in QueryName]: QueryDefinition<Q> } = {
  account: { ...licensesOfAccount, answer: (question) => accountAnswer(question) },
  tree: {
    exists: (model, args) => groupExists(model, args.groupId),
    needs: (model, args) => ({ right: 'readLicenses', at: args.groupId ?? model.account.rootId }),
    answer: (question, args) =>
      treeAnswer(question, args.groupId ?? question.model.account.rootId, args.depth ?? Number.POSITIVE_INFINITY),
  },
  group: { ...licensesOfGroup, answer: (question, args) => groupAnswer(question, args.groupId) },
  blocks: { ...licensesOfGroup, answer: (question, args) => blocksAnswer(question, args.groupId) },
  pool: { ...licensesOfGroup, answer: (question, args) => poolAnswer(question, args.groupId) },
  user: {
    exists: (model, args) =>
      model.row('users', args.userId) === undefined ? [refuse('NOT_FOUND', { kind: 'user', id: args.userId })] : [],
    needs: (model, args) => ({ right: 'read', at: model.user(args.userId).groupId }),
    answer: (question, args) => userAnswer(question, args.userId),
  },
  users: { ...peopleOfGroup, answer: (question, args) => usersAnswer(question, args.groupId, args.subgroups === true) },
  seats: { ...licensesOfGroup, answer: (question, args) => seatsAnswer(question, args.groupId, args.free) },
  // Whoever may use numbers sees those that are free and those in his part of the tree.
  numbers: {
    ...anywhere,
    answer: (question, args) =>
      numbersAnswer(question, args.kind, args.free).filter((number) => mayReadNumber(question, number)),
  },
  ranges: { answer: (question) => (mayUseNumbers(question) ? rangesAnswer(question) : []) },
  menus: { ...peopleOfGroup, answer: (question, args) => menusAnswer(question, args.groupId, args.subgroups === true) },
  devices: {
    ...peopleOfGroup,
    answer: (question, args) => devicesAnswer(question, args.groupId, args.subgroups === true),
  },
  roles: { ...anything, answer: (question) => rolesAnswer(question) },
  requests: { ...licensesOfAccount, answer: (question) => requestsAnswer(question) },
  forecast: {
    exists: (model, args) => groupExists(model, args.groupId),
    needs: (model, args) => ({ right: 'readLicenses', at: args.groupId ?? model.account.rootId }),
    answer: (question, args) =>
      forecastAnswer(question, args.from, args.to, args.groupId ?? question.model.account.rootId),
  },
  timeline: {
    ...licensesOfGroup,
    answer: (question, args) => timelineAnswer(question, args.from, args.to, args.groupId),
  },
  portfolio: {
    exists: (model, args) => groupExists(model, args.groupId),
    needs: (model, args) => ({ right: 'readLicenses', at: args.groupId ?? model.account.rootId }),
    answer: (question, args) => portfolioAnswer(question, args.groupId ?? question.model.account.rootId),
  },
  reminders: {
    ...licensesOfAccount,
    answer: (question, args) => remindersBetween(question.model, args.from, args.to),
  },
  whatIf: {
    needs: (model) => ({ right: 'read', at: model.account.rootId }),
    answer: (question, args) =>
      whatIfAnswer(
        question,
        args.do.map((call) => ({ do: call.do, args: call.args })),
        args.on ?? question.day,
      ),
  },
  explain: { ...anything, answer: (question, args) => explainAnswer(question, { do: args.do, args: args.args }) },
  history: {
    // What is gone has a history too; what never was has none.
    exists: (model, args) =>
      args.entityId === undefined || model.tableOf(args.entityId) !== undefined
        ? []
        : [refuse('NOT_FOUND', { kind: 'entity', id: args.entityId })],
    answer: (question, args) => historyAnswer(question, args.entityId, args.limit),
  },
  attention: { answer: (question) => question.source.attention },
  // Whoever reads gets what he may see.
  smartList: { answer: (question, args) => smartListAnswer(question, args.list) },
  smartLists: { answer: (question) => smartListCounts(question) },
  digest: { answer: (question) => digestAnswer(question) },
};

function mayUseNumbers(question: Question): boolean {
  return (
    may(question.model, question.reader, 'groups', null) ||
    may(question.model, question.reader, 'read', question.model.account.rootId)
  );
}

function mayReadNumber(
  question: Question,
  number: { readonly userId?: string; readonly groupId?: string; readonly menuId?: string; readonly seatId?: string },
): boolean {
  const { model, reader } = question;
  const seat = number.seatId === undefined ? undefined : model.row('seats', number.seatId);
  const groupId =
    number.groupId ??
    (number.userId === undefined ? undefined : model.user(number.userId).groupId) ??
    (number.menuId === undefined ? undefined : model.row('menus', number.menuId)?.groupId) ??
    seat?.poolId;
  return groupId == null ? mayUseNumbers(question) : may(model, reader, 'read', groupId);
}

/** What was done, newest first; the opening of the account is no act of anybody's work. */
function historyAnswer(
  question: Question,
  entityId: string | undefined,
  limit: number | undefined,
): readonly HistoryAnswer[] | { readonly refusals: readonly Refusal[] } {
  const { model, reader, source } = question;
  const refusals =
    entityId === undefined
      ? permit(model, reader, 'read', model.account.rootId)
      : permit(model, reader, 'read', groupOfEntity(model, entityId));
  if (refusals.length > 0) return { refusals };
  const records = source.history.all();
  const entries: HistoryAnswer[] = [];
  for (let index = records.length - 1; index >= 0 && entries.length < (limit ?? Number.POSITIVE_INFINITY); index -= 1) {
    const record = records[index];
    if (record === undefined || record.do === 'account.open') continue;
    if (entityId !== undefined && !record.changes.some((change) => isAbout(change, entityId))) continue;
    const { seq, at, day, by, args, id } = record;
    entries.push({ seq, at, day, by, do: record.do, args, commit: id });
  }
  return entries;
}

/** Whether a change is about something: the thing itself, a seat or number of a user, a block of a group. */
function isAbout(
  change: { readonly table: string; readonly id: string; readonly before: unknown; readonly after: unknown },
  entityId: string,
): boolean {
  if (change.id === entityId) return change.table !== 'retired';
  return [change.before, change.after].some((row) => {
    const fields = (row ?? {}) as { readonly userId?: unknown; readonly menuId?: unknown; readonly groupId?: unknown };
    return (
      fields.userId === entityId ||
      fields.menuId === entityId ||
      (change.table === 'blocks' && fields.groupId === entityId)
    );
  });
}

function groupOfEntity(model: Model, entityId: string): string {
  const table = model.tableOf(entityId);
  if (table === 'groups') return entityId;
  const row =
    table === undefined ? undefined : (model.row(table, entityId) as { readonly groupId?: string } | undefined);
  return typeof row?.groupId === 'string' ? row.groupId : model.account.rootId;
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

function isQueryName(name: string): name is QueryName {
  return Object.prototype.hasOwnProperty.call(queries, name);
}

/** Answers a query as of a day, for a reader; or says why not (`NOT_FOUND`, `NOT_PERMITTED`, `INVALID`). */
export function answer(
  source: Source,
  name: string,
  args: unknown,
  on: { readonly day: Day; readonly by: string },
): unknown {
  if (!isQueryName(name))
    return { refusals: [refuse('INVALID', { path: 'query', problem: 'noSuchQuery' satisfies Problem, query: name })] };
  const parsed = querySchemas[name].safeParse(args ?? {}, { reportInput: true });
  if (!parsed.success)
    return {
      refusals: parsed.error.issues
        .flatMap(problemsOfIssue)
        .map(({ path, problem, bounds }) => refuse('INVALID', { path, problem, ...bounds })),
    };
  const { model } = source;
  if (!model.isOpen) return { refusals: [refuse('NOT_FOUND', { kind: 'account', id: 'account' })] };
  const definition = queries[name] as unknown as QueryDefinition<QueryName>;
  const given = parsed.data as QueryArguments<QueryName>;
  const missing = definition.exists?.(model, given) ?? [];
  if (missing.length > 0) return { refusals: missing };
  const reader = actorOf(model, on.by);
  const needs = definition.needs?.(model, given);
  const { needsSomewhere } = definition;
  const forbidden = [
    ...(needs === undefined ? [] : permit(model, reader, needs.right, needs.at)),
    ...(needsSomewhere === undefined ? [] : permitSomewhere(model, reader, needsSomewhere)),
  ];
  if (forbidden.length > 0) return { refusals: forbidden };
  return definition.answer(questionOf(source, on), given);
}

function questionOf(source: Source, on: { readonly day: Day; readonly by: string }): Question {
  return {
    source,
    model: source.model,
    day: on.day,
    by: on.by,
    reader: actorOf(source.model, on.by),
    get evaluation() {
      return evaluationOf(source, on.day);
    },
    evaluationOn: (day) => evaluationOf(source, day),
  };
}

/** A smart list as steps, for a caller that pauses between them; it must stop when the state has changed. */
export function stepsOfSmartList(
  source: Source,
  list: SmartListName,
  on: { readonly day: Day; readonly by: string },
): Iterator<SmartListEntry | null> {
  return source.model.isOpen ? walkSmartList(questionOf(source, on), list) : [][Symbol.iterator]();
}
