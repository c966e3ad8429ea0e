import { randomUUID } from 'node:crypto';
import type { LicenseTypeId } from '#core/model/vocabulary';
import {
  asksAboutPlans,
  defineFields,
  guessedType,
  keptPlanTypes,
  planTypesFor,
  ringoverPlansField,
  ringoverTypes,
  type PlanTypes,
} from '#core/vendors/remembered-ids';
import { requestOf, type RingoverAccount } from '#core/vendors/ringover';
import { compareRingover, otherTeam, pullActs, sentActs } from '#core/vendors/ringover-compare';
import { pulls, sends, type LineSide, type RingoverLine } from '#core/vendors/ringover-lines';
import type { RingoverQuestion } from '#core/vendors/ringover-world';
import type { VendorAct, VendorFailure } from '#core/vendors/vendor-failure';
import { isRingoverKey, isStandIn, RingoverClient } from '../../main/vendors/ringover-client';
import { pushRingover } from '../../main/vendors/ringover-push';
import { readRingover } from '../../main/vendors/ringover-read';
import { SharedAccount } from '../shared-account';
import { secretFrom, stopAtInterrupt, takeEach, takeTarget, tellProgress, type VendorTarget } from '../vendor-options';
import { takeOption, takeSwitch, takeWords, UsageError } from './command';

const verbs = ['compare', 'pull', 'push'] as const;
type Verb = (typeof verbs)[number];

interface Options extends VendorTarget {
  readonly verb: Verb;
  readonly standIn: string | null;
  /** Types of plans by the plan's name or id, as somebody says them. */
  readonly plans: ReadonlyMap<string, LicenseTypeId | null>;
  readonly leftOut: ReadonlySet<string>;
  /** Lines that are only taken along when they are named. */
  readonly wanted: ReadonlySet<string>;
  readonly does: boolean;
  readonly asJson: boolean;
}

function planTypesOf(words: readonly string[]): ReadonlyMap<string, LicenseTypeId | null> {
  return new Map(
    words.map((word) => {
      const at = word.lastIndexOf('=');
      const type = word.slice(at + 1).trim();
      const known = ringoverTypes.find((one) => one === type) ?? null;
      if (at < 1 || (known === null && type !== '-'))
        throw new UsageError(`--plan is "Plan=ringover.smart" or "Plan=-", not ${word}`);
      return [word.slice(0, at).trim().toLowerCase(), known] as const;
    }),
  );
}

function optionsOf(verbWord: string | undefined, words: string[]): Options {
  const verb = verbs.find((one) => one === verbWord);
  if (verb === undefined) throw new UsageError('vendor ringover is compare, pull or push');
  const target = takeTarget(words);
  const standIn = takeOption(words, '--stand-in');
  if (standIn !== null && !isStandIn(standIn)) throw new UsageError('--stand-in is a server on this computer');
  const options = {
    ...target,
    verb,
    standIn,
    plans: planTypesOf(takeEach(words, '--plan')),
    leftOut: new Set(takeEach(words, '--leave')),
    wanted: new Set(takeEach(words, '--line')),
    does: takeSwitch(words, verb === 'push' ? '--send' : '--apply'),
    asJson: takeSwitch(words, '--json'),
  };
  takeWords(words);
  return options;
}

/** The table of plans: what is said now, else what was confirmed before, else a guess by the name. */
function planTypes({ plans }: RingoverAccount, said: Options['plans'], kept: PlanTypes): PlanTypes {
  const sayings = plans.flatMap(({ id, name }) => {
    const key = [name.toLowerCase(), id].find((one) => said.has(one));
    return key === undefined ? [] : [[id, said.get(key) ?? null] as const];
  });
  return planTypesFor(plans, new Map([...kept, ...sayings]));
}

function remembersOf(account: SharedAccount, groupId: string, by: string): boolean {
  const { model } = account.replica;
  const tried: readonly VendorAct[] = [
    ...defineFields(model, 'ringover'),
    { do: 'group.update', args: { groupId, set: { fields: {} } } },
  ];
  return account.tryEach(tried, by).every((refusals) => refusals.length === 0);
}

function questionOf(account: SharedAccount, options: Options, by: string, there: RingoverAccount): RingoverQuestion {
  const { model } = account.replica;
  const kept = keptPlanTypes(model.row('groups', options.group)?.fields?.[ringoverPlansField]);
  const ids = new Map<string, string>();
  return {
    there,
    view: model,
    groupId: options.group,
    planTypes: planTypes(there, options.plans, kept),
    by,
    available: (poolId, typeId) => account.availableIn(poolId, typeId, by),
    newId: (purpose) => {
      const id = ids.get(purpose) ?? randomUUID();
      ids.set(purpose, id);
      return id;
    },
    remembers: remembersOf(account, options.group, by),
  };
}

function sideText(side: LineSide | null): string {
  if (side === null) return '–';
  return [
    side.name,
    side.email ?? '',
    side.plan ?? side.typeId ?? '',
    (side.numbers ?? []).join(' '),
    (side.members ?? []).join(', '),
    side.quantity === undefined ? '' : String(side.quantity),
    side.isArchived === true ? 'archived' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function linesText(lines: readonly RingoverLine[]): readonly string[] {
  return lines.flatMap((line) => {
    if (line.state === 'same' && !pulls(line)) return [];
    const parts = line.push.map((part) => {
      if (part.by !== 'trellis') return part.by === 'hand' ? `by hand: ${part.what}` : `ask the vendor: ${part.what}`;
      const { method, path, body } = requestOf(part.call);
      return `send: ${method} ${path}${body === null ? '' : ` ${JSON.stringify(body)}`}`;
    });
    return [
      `[${line.id}] ${line.state}${line.differs.length === 0 ? '' : ` (${line.differs.join(', ')})`}${line.isCareful ? ', only with --line' : ''}`,
      `  there ${sideText(line.there)}`,
      `  here  ${sideText(line.here)}`,
      ...parts.map((part) => `  ${part}`),
    ];
  });
}

function failureText(failure: VendorFailure): string {
  return JSON.stringify(failure);
}

/** Compares, pulls or pushes; answers the exit code. */
export async function vendorRingover(
  verbWord: string | undefined,
  words: string[],
  print: (line: string) => void,
): Promise<number> {
  const options = optionsOf(verbWord, words);
  const key = secretFrom('TRELLIS_RINGOVER_KEY');
  if (!isRingoverKey(key)) throw new UsageError('TRELLIS_RINGOVER_KEY is no key');
  const opened = await SharedAccount.open(options.store, options.does ? { profile: null } : null);
  const fail = (error: unknown): number => {
    print(options.asJson ? JSON.stringify({ error }) : JSON.stringify(error));
    return 2;
  };
  if (!opened.ok) return fail(opened.failure);
  const account = opened.value;
  const client = new RingoverClient({ key, standIn: options.standIn });
  const { signal, forget } = stopAtInterrupt();
  try {
    const by = account.personNamed(options.user);
    if (by === null) return fail({ code: 'NOT_FOUND', place: `user ${options.user}` });
    if (account.replica.model.row('groups', options.group) === undefined)
      return fail({ code: 'NOT_FOUND', place: `group ${options.group}` });
    const read = await readRingover(client, { signal, onProgress: tellProgress });
    if (!read.ok) return fail(read.failure);
    const question = questionOf(account, options, by, read.value);
    const lines = compareRingover(question);
    return await work({ options, account, by, client, signal, question, lines, print });
  } finally {
    forget();
    client.close();
    await account.close();
  }
}

interface Work {
  readonly options: Options;
  readonly account: SharedAccount;
  readonly by: string;
  readonly client: RingoverClient;
  readonly signal: AbortSignal;
  readonly question: RingoverQuestion;
  readonly lines: readonly RingoverLine[];
  readonly print: (line: string) => void;
}

function tellPlans({ question, print }: Work): void {
  for (const { id, name } of question.there.plans)
    print(`plan ${name || id}: ${question.planTypes.get(id) ?? 'not taken over'}`);
  for (const gap of question.there.gaps) print(`not seen with this key: ${gap}`);
  const other = otherTeam(question);
  if (other !== null) print(`this group was pulled from another account before: ${other}`);
}

async function work(given: Work): Promise<number> {
  const { options, lines, question, print } = given;
  const chosen = lines.filter(
    ({ id, isCareful }) => !options.leftOut.has(id) && (!isCareful || options.wanted.has(id)),
  );
  if (!options.asJson) {
    tellPlans(given);
    for (const line of linesText(lines)) print(line);
  }
  if (options.verb === 'push') return push(given, chosen.filter(sends));
  const acts = pullActs(chosen, question);
  const told = {
    team: question.there.team,
    gaps: question.there.gaps,
    plans: Object.fromEntries(question.planTypes),
    lines: lines.map(({ id, kind, name, state, differs, there, here, push: parts }) => ({
      id,
      kind,
      name,
      state,
      differs,
      there,
      here,
      push: parts,
    })),
  };
  if (options.verb === 'compare') {
    if (options.asJson) print(JSON.stringify(told));
    else if (acts.length === 0 && !lines.some(sends)) print('nothing to do');
    return 0;
  }
  return pull(given, acts, told);
}

async function pull(
  { options, account, by, question, print }: Work,
  acts: readonly VendorAct[],
  told: object,
): Promise<number> {
  const kept = keptPlanTypes(account.replica.model.row('groups', options.group)?.fields?.[ringoverPlansField]);
  const isUnclear = question.there.plans.some(
    ({ id, name }) =>
      !kept.has(id) &&
      guessedType(name) === null &&
      question.planTypes.get(id) === null &&
      !options.plans.has(name.toLowerCase()) &&
      !options.plans.has(id),
  );
  if (options.does && isUnclear && asksAboutPlans(question.there.plans, kept)) {
    print(
      options.asJson
        ? JSON.stringify({ ...told, error: { code: 'PLANS_UNCLEAR' } })
        : 'say what each plan is with --plan "Plan=ringover.smart", or "Plan=-"',
    );
    return 2;
  }
  if (acts.length === 0 || !options.does) {
    if (options.asJson) print(JSON.stringify({ ...told, acts }));
    else print(acts.length === 0 ? 'nothing to do' : `${String(acts.length)} acts, done with --apply`);
    return 0;
  }
  const outcome = await account.act({ do: 'batch', args: { do: acts } }, by);
  const applied = outcome.ok ? outcome.value : outcome.failure;
  if (options.asJson) print(JSON.stringify({ ...told, acts, applied }));
  else print(outcome.ok ? `done as ${outcome.value.commit}` : `not done: ${JSON.stringify(applied)}`);
  return outcome.ok ? 0 : 1;
}

async function push(
  { options, account, by, client, signal, question, print }: Work,
  chosen: readonly RingoverLine[],
): Promise<number> {
  const calls = chosen.flatMap((line) => line.push.flatMap((part) => (part.by === 'trellis' ? [part.call] : [])));
  if (!options.does || calls.length === 0) {
    if (options.asJson) print(JSON.stringify({ requests: calls.map(requestOf) }));
    else print(calls.length === 0 ? 'nothing to send' : `${String(calls.length)} calls, sent with --send`);
    return 0;
  }
  const sent = await pushRingover(client, calls, { signal, onProgress: tellProgress });
  const acts = sentActs(sent, account.replica.model, question.remembers);
  const outcome = acts.length === 0 ? null : await account.act({ do: 'batch', args: { do: acts } }, by);
  const kept = outcome === null || outcome.ok ? null : outcome.failure;
  if (options.asJson) print(JSON.stringify({ sent, ...(kept === null ? {} : { notKept: kept }) }));
  else {
    for (const { call, state, failure } of sent) {
      const { method, path } = requestOf(call);
      const who = call.call === 'invite' ? ` ${call.email}` : '';
      print(`${state}: ${method} ${path}${who}${failure === undefined ? '' : ` ${failureText(failure)}`}`);
    }
    if (kept !== null) print(`what was sent could not be kept here: ${JSON.stringify(kept)}`);
  }
  return kept === null && sent.every(({ state }) => state === 'done') ? 0 : 1;
}
