import type { Names } from '../names';
import { fieldName, fieldValue } from '../refusals/field-words';
import type { TextValues, TextWriter } from '../text';

type Arguments = { readonly [name: string]: unknown };

function asArguments(args: unknown): Arguments {
  return typeof args === 'object' && args !== null ? (args as Arguments) : {};
}

/** `Name is now “A”, Status is now Locked`; fields of one's own by what they are called. */
function writeFields(set: unknown, writer: TextWriter, names: Names): string {
  const { fields, ...own } = asArguments(set);
  const changes: readonly (readonly [name: string, value: unknown])[] = [
    ...Object.entries(own).map(([field, value]) => [fieldName(field, writer), value] as const),
    ...Object.entries(asArguments(fields)).map(([id, value]) => [names.field(id), value] as const),
  ];
  return writer.list(
    changes.map(([field, value]) => writer.text('act.fieldChange', { field, value: fieldValue(value, writer, names) })),
  );
}

/** Counts the groups that a plan makes: every level under each of the level above. */
function planSize(plan: unknown): number {
  const { count, children } = asArguments(plan);
  const own = typeof count === 'number' ? count : 0;
  return own + (children === undefined ? 0 : own * planSize(children));
}

function writeTarget(to: unknown, names: Names): string {
  const { userId, groupId, menuId } = asArguments(to);
  if (userId !== undefined) return names.user(userId);
  return groupId === undefined ? names.menu(menuId) : names.group(groupId);
}

function valuesOf(args: Arguments, writer: TextWriter, names: Names): TextValues {
  const { text, has } = writer;
  const kind = `kindInside.${String(args['kind'])}`;
  const resources = asArguments(args['resources']);
  const file = asArguments(args['file']);
  return {
    name: String(args['name'] ?? ''),
    kind: has(kind) ? text(kind) : text('thing.other'),
    group: names.group(args['groupId']),
    parent: names.group(args['parentId']),
    user: names.user(args['userId'] ?? args['fromUserId']),
    toUser: names.user(args['toUserId']),
    number: names.number(args['numberId']),
    menu: names.menu(args['menuId']),
    role: names.role(args['roleId'], args['groupId']),
    type: names.type(args['typeId']),
    thing: names.thing(args['blockId'] ?? args['deviceId'] ?? args['seatId']),
    target: writeTarget(args['to'], names),
    fields: writeFields(args['set'], writer, names),
    resources: fieldValue(resources, writer, names),
    hasResources: Object.keys(resources).length > 0 ? 'yes' : 'no',
    hasPolicy: args['policy'] === null || args['policy'] === undefined ? 'no' : 'yes',
    count: planSize(args['plan']),
    quantity: typeof args['quantity'] === 'number' ? args['quantity'] : 0,
    licenses: String(args['licenses'] ?? ''),
    mode: String(args['mode'] ?? ''),
    source: String(args['source'] ?? ''),
    admin: String(args['admin'] ?? ''),
    retired: String(args['retired'] ?? ''),
    outcome: String(args['outcome'] ?? ''),
    value: String(args['value'] ?? ''),
    from: String(args['from'] ?? ''),
    to: String(args['to'] ?? ''),
    serial: String(args['serial'] ?? ''),
    account: String(args['toName'] ?? file['from'] ?? text('act.anotherAccount')),
    fileKind: String(file['kind'] ?? ''),
    fileType: names.type(file['typeId']),
    fileQuantity: typeof file['quantity'] === 'number' ? file['quantity'] : 0,
  };
}

interface Call {
  readonly do: string;
  readonly args: unknown;
}

const generatingActs = new Set(['group.create', 'group.generate', 'restriction.set', 'user.create']);

/** How many groups a batch makes that generates them one by one, with licenses or people, and where; `null` for any other batch. */
function generatedTogether(
  calls: readonly Call[],
): { readonly count: number; readonly parentId: unknown; readonly hasLicenses: boolean } | null {
  const [first] = calls;
  const hasLicenses = calls.some((call) => call.do === 'restriction.set');
  const isGeneration = hasLicenses || calls.some((call) => call.do === 'group.generate');
  if (first?.do !== 'group.create' || !isGeneration || !calls.every((call) => generatingActs.has(call.do))) return null;
  const count = calls.reduce(
    (sum, call) =>
      sum +
      (call.do === 'group.create' ? 1 : call.do === 'group.generate' ? planSize(asArguments(call.args)['plan']) : 0),
    0,
  );
  return { count, parentId: asArguments(first.args)['parentId'], hasLicenses };
}

/** Says what an act was, from the act as it is stored, in the language in use. */
export function actSentence(
  act: { readonly do: string; readonly args: unknown },
  writer: TextWriter,
  names: Names,
): string {
  const args = asArguments(act.args);
  if (act.do === 'batch') {
    const calls = Array.isArray(args['do']) ? (args['do'] as readonly Call[]) : [];
    const [first] = calls;
    if (first !== undefined && calls.length === 1) return actSentence(first, writer, names);
    const generated = generatedTogether(calls);
    if (generated !== null)
      return writer.text(generated.hasLicenses ? 'act.generateLicensed' : 'act.group.generate', {
        count: generated.count,
        parent: names.group(generated.parentId),
      });
    return writer.text('act.batch', {
      more: calls.length - 1,
      first: first === undefined ? '' : actSentence(first, writer, names),
    });
  }
  if (act.do === 'group.update' && Object.keys(asArguments(args['set'])).join() === 'name')
    return writer.text('act.group.rename', {
      group: names.group(args['groupId']),
      name: String(asArguments(args['set'])['name']),
    });
  if (act.do === 'menu.rename')
    return writer.text('act.menu.rename', {
      menu: names.menu(args['menuId']),
      name: String(asArguments(args['set'])['name'] ?? names.menu(args['menuId'])),
    });
  const key = `act.${act.do}`;
  return writer.has(key) ? writer.text(key, valuesOf(args, writer, names)) : writer.text('act.other', { do: act.do });
}
