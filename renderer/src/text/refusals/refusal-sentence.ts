import { isProblem } from '#core/rules/problems';
import type { Refusal, Warning } from '#core/rules/refusals';
import type { Names } from '../names';
import type { TextKey, TextValues, TextWriter } from '../text';
import { fieldName, fieldValue } from './field-words';

/** A refusal or warning as a person reads it. */
export interface Sentence {
  readonly message: string;
  /** The smallest thing that would help; not every rule has one. */
  readonly help: string | null;
  /** The id of the rule, for the quiet tag. */
  readonly rule: string | null;
}

const claimKinds = ['blocks', 'seats', 'allowances', 'numbers'] as const;

function writeClaims(claims: unknown, { text, list }: TextWriter): string {
  const counts = (typeof claims === 'object' && claims !== null ? claims : {}) as { readonly [kind: string]: unknown };
  const parts = claimKinds.flatMap((kind) => {
    const count = counts[kind];
    return typeof count === 'number' && count > 0 ? [text(`claims.${kind}`, { count })] : [];
  });
  return parts.length === 0 ? text('claims.none') : list(parts);
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** What is wrong with a value; an act that was refused by another version may name a problem that this one does not know. */
function problemWords(given: { readonly [parameter: string]: unknown }, { text }: TextWriter): string {
  const problem = String(given['problem']);
  return text(`problem.${isProblem(problem) ? problem : 'wrongForm'}`, {
    least: numberOf(given['least']),
    most: numberOf(given['most']),
    uses: numberOf(given['uses']),
  });
}

/** Every value a message may ask for, with ids turned into names. */
function valuesOf(given: { readonly [parameter: string]: unknown }, writer: TextWriter, names: Names): TextValues {
  const { text, day } = writer;
  const groupId = given['groupId'] ?? given['group'] ?? given['pool'];
  const kind = `thing.${String(given['kind'])}`;
  const needs = `right.${String(given['needs'])}`;
  const path = String(given['path'] ?? '');
  const lastPart =
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? '';
  return {
    pool: names.group(given['pool']),
    group: names.group(groupId),
    root: names.root(),
    user: names.user(given['userId'] ?? given['user']),
    menu: names.menu(given['menuId']),
    number: names.number(given['numberId']),
    type: names.type(given['typeId']),
    resource: names.resource(given['resource']),
    feature: names.feature(given['feature']),
    what: given['typeId'] === undefined ? names.resource(given['resource']) : names.type(given['typeId']),
    thing: writer.has(kind) ? text(kind) : text('thing.other'),
    role: names.role(given['role']),
    needs: writer.has(needs) ? text(needs) : String(given['needs']),
    hasDay: typeof given['day'] === 'string' ? 'yes' : 'no',
    day: typeof given['day'] === 'string' ? day(given['day']) : '',
    until: typeof given['until'] === 'string' ? day(given['until']) : '',
    limit: numberOf(given['limit']),
    needed: numberOf(given['needed']),
    over: Math.max(0, numberOf(given['needed']) - numberOf(given['limit'])),
    short: numberOf(given['short']),
    floor: numberOf(given['floor']),
    noticeDays: numberOf(given['noticeDays']),
    terminationFee:
      typeof given['terminationFee'] === 'string'
        ? given['terminationFee']
        : writer.number(numberOf(given['terminationFee'])),
    hasEndsBefore: typeof given['endsBefore'] === 'string' ? 'yes' : 'no',
    endsBefore: typeof given['endsBefore'] === 'string' ? day(given['endsBefore']) : '',
    newest: typeof given['newest'] === 'string' ? day(given['newest']) : '',
    seq: numberOf(given['seq']),
    computer: names.computer(given['computer']),
    value: String(given['value'] ?? ''),
    repeated: String(given['number'] ?? ''),
    building: names.group(given['building']),
    sip: numberOf(given['sip']),
    mobileApp: numberOf(given['mobileApp']),
    name: String(given['name'] ?? ''),
    serial: String(given['serial'] ?? ''),
    id: String(given['id'] ?? ''),
    path: path === '' ? 'none' : path,
    problem: problemWords(given, writer),
    field: fieldName(given['field'] ?? lastPart, writer),
    expected: fieldValue(given['expected'], writer, names),
    actualCount: numberOf(given['actual']),
    actual: fieldValue(given['actual'], writer, names),
    claims: writeClaims(given['claims'], writer),
    reason: String(given['reason'] ?? ''),
    to: String(given['to'] ?? ''),
  };
}

/** A code may read differently under another rule, or for one field. */
function messageKey(refusal: Refusal, writer: TextWriter): TextKey {
  const variants = [`refusal.${refusal.code}.${refusal.rule}`, `refusal.${refusal.code}.${String(refusal['field'])}`];
  for (const variant of variants) if (writer.has(variant)) return variant;
  return `refusal.${refusal.code}`;
}

export function refusalSentence(refusal: Refusal, writer: TextWriter, names: Names): Sentence {
  const values = valuesOf(refusal, writer, names);
  const key = messageKey(refusal, writer);
  const helpKey = `${key}.help`;
  return {
    message: writer.text(key, values),
    help: writer.has(helpKey) ? writer.text(helpKey, values) : null,
    rule: refusal.rule,
  };
}

export function warningSentence(warning: Warning, writer: TextWriter, names: Names): Sentence {
  return { message: writer.text(`warning.${warning.code}`, valuesOf(warning, writer, names)), help: null, rule: null };
}
