import { z } from 'zod';
import { isDay } from '../kernel/day';
import { isCleanLine } from '../kernel/clean-text';
import type { View } from '../model/model';
import type { FieldRow, FieldValues } from '../model/rows';
import { tableOfFields } from '../model/vocabulary';
import { deviceLike } from '../rules/likeness';
import { refuseLocked } from '../rules/locked';
import { permit } from '../rules/permission';
import { refuse, type Refusal } from '../rules/refusals';
import { refuseStale } from '../rules/stale';
import { fieldValues, id, is, name, reference, serial, text, update } from './arguments';
import { defineIntent, defined, invalid, mustBeNew, mustExist } from './definition';

const choice = z.string().min(1).max(200).refine(isCleanLine, is('notClean'));

/** A field of one's own on groups, people, devices or numbers; an id that is there changes its name and choices. */
export const defineField = defineIntent({
  name: 'field.define',
  since: 2,
  args: z
    .strictObject({
      id: id.optional(),
      on: z.enum(['group', 'user', 'device', 'number']),
      name,
      kind: z.enum(['text', 'number', 'day', 'choice']),
      choices: z.array(choice).max(1_000).optional(),
    })
    .superRefine((given, context) => {
      if ((given.kind === 'choice') !== (given.choices !== undefined && given.choices.length > 0))
        context.addIssue({ code: 'custom', path: ['choices'], message: is('choicesForChoices') });
    }),
  exists: (view, args) =>
    args.id !== undefined && view.row('fields', args.id) !== undefined ? [] : mustBeNew(view, args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'roles', null),
  fits(view, args) {
    const known = args.id === undefined ? undefined : view.row('fields', args.id);
    return [
      ...(known !== undefined && known.on !== args.on ? [invalid('on', 'keepsType')] : []),
      ...(known !== undefined && known.kind !== args.kind ? [invalid('kind', 'keepsType')] : []),
    ];
  },
  make(act, args) {
    act.put('fields', {
      id: args.id ?? act.nextId(),
      on: args.on,
      name: args.name,
      kind: args.kind,
      choices: args.choices ?? [],
    });
  },
});

/** Takes a field of one's own away, and with it every value in it. */
export const removeField = defineIntent({
  name: 'field.remove',
  since: 2,
  args: z.strictObject({ fieldId: reference }),
  exists: (view, args) => mustExist(view, 'field', args.fieldId),
  permits: (view, _args, act) => permit(view, act.actor, 'roles', null),
  fits: () => [],
  make(act, args) {
    const field = act.model.row('fields', args.fieldId);
    if (field === undefined) return;
    const table = tableOfFields[field.on];
    const holders = [...act.model.rows(table)].filter(({ fields }) => fields?.[field.id] !== undefined);
    for (const row of holders) act.update(table, row.id, withFields(row, { [field.id]: null }));
    act.remove('fields', field.id);
  },
});

/** Values that may not stand in fields of one's own. */
export function refuseFields(
  view: View,
  on: FieldRow['on'],
  values: { readonly [fieldId: string]: string | number | null } | undefined,
): readonly Refusal[] {
  return Object.entries(values ?? {}).flatMap(([fieldId, value]) => {
    const field = view.row('fields', fieldId);
    if (field?.on !== on) return [refuse('NOT_FOUND', { kind: 'field', id: fieldId })];
    if (value === null || isValueOf(field, value)) return [];
    return [
      invalid(
        `set.fields.${fieldId}`,
        field.kind === 'day' ? 'notADay' : field.kind === 'choice' ? 'notAChoice' : 'wrongKind',
      ),
    ];
  });
}

function isValueOf({ kind, choices }: FieldRow, value: string | number): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return typeof value === 'string' && choices.includes(value);
  }
}

/** A row's values with some of them set, and those that are null taken away; nothing where none are left. */
export function withFields(
  row: { readonly fields?: FieldValues },
  values: { readonly [fieldId: string]: string | number | null } | undefined,
): { readonly fields?: FieldValues } {
  if (values === undefined) return {};
  const next = Object.entries({ ...row.fields, ...values }).filter(([, value]) => value !== null);
  return { fields: Object.fromEntries(next) as FieldValues };
}

export const updateDevice = defineIntent({
  name: 'device.update',
  since: 2,
  args: update({ serial, model: text, fields: fieldValues }, { deviceId: reference }),
  exists: (view, args) => mustExist(view, 'device', args.deviceId),
  permits: (view, args, act) =>
    permit(view, act.actor, 'groups', view.row('devices', args.deviceId)?.groupId ?? view.root.id),
  fits(view, args, act) {
    const device = view.row('devices', args.deviceId);
    const like = args.set.serial === undefined ? undefined : deviceLike(act, args.set.serial);
    return [
      ...refuseLocked(view, device?.groupId),
      ...refuseFields(view, 'device', args.set.fields),
      ...refuseStale({ ...device }, args.set, args.was),
      ...(like === undefined || like === args.deviceId
        ? []
        : [refuse('DUPLICATE_SERIAL', { deviceId: like, serial: args.set.serial })]),
    ];
  },
  make(act, args) {
    const { fields, ...set } = args.set;
    const device = act.model.row('devices', args.deviceId);
    act.update('devices', args.deviceId, { ...defined(set), ...withFields(device ?? {}, fields) });
  },
});

export const updateNumber = defineIntent({
  name: 'number.update',
  since: 2,
  args: update({ fields: fieldValues }, { numberId: reference }),
  exists: (view, args) => mustExist(view, 'number', args.numberId),
  permits: (view, args, act) => permit(view, act.actor, 'groups', view.row('numbers', args.numberId)?.groupId ?? null),
  fits: (view, args) => [
    ...refuseFields(view, 'number', args.set.fields),
    ...refuseStale({ ...view.row('numbers', args.numberId) }, args.set, args.was),
  ],
  make(act, args) {
    act.update('numbers', args.numberId, withFields(act.model.row('numbers', args.numberId) ?? {}, args.set.fields));
  },
});
