import { z } from 'zod';
import { isDay } from '../kernel/day';
import { normaliseText } from '../kernel/text';
import type { GeneratePlan } from '../rules/generation';
import type { Problem } from '../rules/problems';
import { licenseType } from '../catalogue/license-types';
import { featureNames, licenseTypeIds } from '../model/vocabulary';

/**
 * The shape of every intent's arguments (G1): whatever is wrong by the arguments alone is found here.
 * Parsing also trims and normalises texts, sorts feature lists and drops zero resources, so that equal meanings are equal values.
 */

/** A problem as the message of a check: what is no problem of ours does not compile. */
function is(problem: Problem): Problem {
  return problem;
}

const id = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/, is('notAnId'));
/** A reference to something that exists; any text may be asked for, what is not there is `NOT_FOUND`. */
const reference = z.string().min(1).max(200);
const day = z.string().refine(isDay, is('notADay'));
const openDay = day.nullable();
const text = z.string().max(10_000).transform(normaliseText);
const name = z
  .string()
  .transform(normaliseText)
  .refine((value) => value !== '', is('nameMissing'))
  .refine((value) => [...value].length <= 200, { message: is('tooLong'), params: { most: 200 } });
const whole = z.int().min(0).max(1_000_000_000);
/** Money in the account's currency; parts of a unit count. */
const money = z.number().min(0).max(1_000_000_000_000);
const positive = z.int().min(1).max(1_000_000_000);
const typeId = z.enum(licenseTypeIds);
const features = z.array(z.enum(featureNames)).transform((list) => [...new Set(list)].sort());
const resources = z
  .strictObject({
    sip: whole.optional(),
    mobileApp: whole.optional(),
    ukey: whole.optional(),
    sipTrunk: whole.optional(),
  })
  .transform((given) => {
    const kept: { sip?: number; mobileApp?: number; ukey?: number; sipTrunk?: number } = {};
    if (given.sip) kept.sip = given.sip;
    if (given.mobileApp) kept.mobileApp = given.mobileApp;
    if (given.ukey) kept.ukey = given.ukey;
    if (given.sipTrunk) kept.sipTrunk = given.sipTrunk;
    return kept;
  });
const groupKind = z.enum([
  'distributor',
  'dealer',
  'complex',
  'building',
  'entrance',
  'floor',
  'apartment',
  'office',
  'department',
  'custom',
]);
const groupStatus = z.enum(['draft', 'confirmed', 'commissioned', 'handedOver', 'locked']);
const baseRole = z.enum([
  'owner',
  'companyAdmin',
  'siteAdmin',
  'accountant',
  'technical',
  'supervisor',
  'concierge',
  'resident',
]);
const numberKind = z.enum(['sip', 'landline', 'mobile']);

const email = z
  .string()
  .transform(normaliseText)
  .refine((value) => value === '' || /^[^\s@]+@[^\s@]+$/.test(value), is('notAnEmail'));

const contract = z.strictObject({
  reductionPolicy: z.enum(['selfService', 'request']),
  commitmentUntil: openDay.optional(),
  floor: z.partialRecord(typeId, whole).optional(),
  noticeDays: whole.optional(),
  terminationFee: money.optional(),
});

const reminderPolicy = z.strictObject({
  daysBefore: whole.max(3650),
  repeat: z.enum(['once', 'daily', 'weekly', 'every30Days']),
  recipients: z
    .array(email.refine((value) => value !== '', is('missing')))
    .max(100)
    .optional(),
});

/** What an author saw, written as the fields themselves are written, so that equal meanings are equal values; what does not read as one stays as it is. */
function seenValues(fields: z.ZodRawShape) {
  return z.record(z.string(), z.unknown()).transform((seen) =>
    Object.fromEntries(
      Object.entries(seen).map(([key, value]) => {
        const read = (fields[key] as z.ZodType | undefined)?.safeParse(value);
        return [key, read?.success === true ? read.data : value];
      }),
    ),
  );
}

/** A `set` with the `was` of the same keys: what the author saw of the fields that are set. */
function update<S extends z.ZodRawShape, E extends z.ZodRawShape>(fields: S, target: E) {
  const set = z.strictObject(fields).partial();
  return z.strictObject({ ...target, set, was: seenValues(fields).optional() }).superRefine((given, context) => {
    const setFields = (given as { set: object }).set;
    for (const key of Object.keys((given as { was?: object }).was ?? {}))
      if (!(key in setFields)) context.addIssue({ code: 'custom', path: ['was', key], message: is('notSet') });
  });
}

/** A window in the arguments: `validFrom` and `validUntil`, both inclusive, null or missing is open. */
const windowFields = { validFrom: openDay.optional(), validUntil: openDay.optional() };

const allocatable = typeId.refine((value) => value !== 'link.basic' && value !== 'link.trial', is('neverAllocated'));

/** `link.feature` names resources and counts one; other types have none (D2). */
function checkFeatureResources(
  given: { typeId: string; quantity?: number; resources?: object | undefined },
  context: z.RefinementCtx,
  single: boolean,
): void {
  if (given.typeId === 'link.feature') {
    if (single && given.quantity !== undefined && given.quantity > 1)
      context.addIssue({ code: 'custom', path: ['quantity'], message: is('featureCountsOne') });
  } else if (given.resources !== undefined) {
    context.addIssue({ code: 'custom', path: ['resources'], message: is('onlyFeatureHasResources') });
  }
}

function hasResources(given: { resources?: object | undefined }): boolean {
  return given.resources !== undefined && Object.keys(given.resources).length > 0;
}

const allocationFields = {
  id: id.optional(),
  typeId: allocatable,
  quantity: whole,
  ...windowFields,
  resources: resources.optional(),
};

const allocation = z.strictObject(allocationFields).superRefine((given, context) => {
  checkFeatureResources(given, context, true);
  if (given.typeId === 'link.feature' && given.quantity > 0 && !hasResources(given))
    context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
});

const plan: z.ZodType<GeneratePlan> = z.strictObject({
  kind: groupKind,
  count: positive,
  start: whole.default(1),
  name: z
    .string()
    .max(200)
    .transform(normaliseText)
    .refine((value) => value !== '', is('nameMissing'))
    .default('{n}'),
  code: z.string().max(200).transform(normaliseText).default(''),
  skip: z.array(whole).max(100_000).default([]),
  numbering: z.enum(['perParent', 'continuous', 'floorPrefix']).default('perParent'),
  pad: whole.max(20).default(0),
  get children() {
    return plan.optional();
  },
});

const licenses = z.enum(['release', 'redraw']).optional();

const numberValue = z.string().min(1).max(255);

const callArguments = z.strictObject({ do: z.string(), args: z.unknown() });

/** The values of numbers, as they are stored and compared (U6). */
export function normaliseNumber(kind: 'sip' | 'landline' | 'mobile', value: string): string {
  const trimmed = normaliseText(value);
  if (kind === 'sip' && /^sip:/i.test(trimmed)) return `sip:${trimmed.slice(4)}`;
  return trimmed.replace(/[\s.\-/()]/g, '');
}

function isNumberValue(kind: 'sip' | 'landline' | 'mobile', value: string): boolean {
  if (kind === 'sip') return /^\d{2,8}$/.test(value) || /^sip:[^\s@:]+@[^\s@]+$/.test(value);
  return /^\+\d{7,15}$/.test(value);
}

export const argumentSchemas = {
  'account.open': z.strictObject({
    name,
    timeZone: z.string().min(1).max(100),
    ownerName: name.default('Owner'),
    kind: groupKind.default('distributor'),
  }),
  'account.update': update(
    {
      name,
      timeZone: z.string().min(1).max(100),
      paymentMethod: z.enum(['none', 'card', 'iban', 'invoice']),
      outstanding: money,
      contract,
    },
    {},
  ),
  'catalogue.setUnit': z.strictObject({
    typeId: typeId.refine((value) => licenseType(value).adjustable, is('notAdjustable')),
    resources,
  }),
  'group.create': z.strictObject({
    id: id.optional(),
    parentId: reference,
    kind: groupKind,
    name,
    code: text.optional(),
    note: text.optional(),
    status: groupStatus.optional(),
    before: reference.optional(),
  }),
  'group.update': update(
    { name, code: text, note: text, status: groupStatus, protected: z.boolean(), deny: features, allow: features },
    { groupId: reference },
  ),
  'group.move': z.strictObject({ groupId: reference, parentId: reference, before: reference.optional(), licenses }),
  'group.delete': z.strictObject({ groupId: reference }),
  'group.generate': z.strictObject({ parentId: reference, plan }),
  'group.copy': z.strictObject({
    id: id.optional(),
    groupId: reference,
    parentId: reference,
    name: name.optional(),
    include: z.strictObject({ limits: z.boolean().optional() }).optional(),
  }),
  'restriction.set': z
    .strictObject({
      groupId: reference,
      mode: z.enum(['inherit', 'own']),
      allocate: z.array(allocation).max(1000).optional(),
    })
    .superRefine((given, context) => {
      if (given.mode === 'inherit' && given.allocate !== undefined && given.allocate.length > 0)
        context.addIssue({ code: 'custom', path: ['allocate'], message: is('onlyOwnPoolsAllocate') });
    }),
  'block.add': z
    .strictObject({
      id: id.optional(),
      groupId: reference,
      typeId,
      quantity: positive,
      ...windowFields,
      source: z.enum(['purchase', 'trial']),
      resources: resources.optional(),
      note: text.optional(),
    })
    .superRefine((given, context) => {
      checkFeatureResources(given, context, false);
      if (given.typeId === 'link.feature' && !hasResources(given))
        context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
      if (licenseType(given.typeId).source !== given.source)
        context.addIssue({ code: 'custom', path: ['source'], message: is('wrongSource') });
      if (given.typeId === 'link.trial' && (given.validUntil ?? null) === null)
        context.addIssue({ code: 'custom', path: ['validUntil'], message: is('trialNeedsEnd') });
    }),
  'allocation.set': z
    .strictObject({ ...allocationFields, groupId: reference, was: seenValues(allocationFields).optional() })
    .superRefine((given, context) => {
      checkFeatureResources(given, context, true);
      if (given.resources !== undefined && !hasResources(given) && given.quantity > 0)
        context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
      for (const key of Object.keys(given.was ?? {}))
        if (!['quantity', 'validFrom', 'validUntil', 'resources'].includes(key) || !(key in given))
          context.addIssue({ code: 'custom', path: ['was', key], message: is('notSet') });
    }),
  'block.update': update(
    { quantity: whole, validFrom: openDay, validUntil: openDay, resources, note: text, typeId },
    { blockId: reference },
  ),
  'block.remove': z.strictObject({ blockId: reference }),
  'user.create': z.strictObject({
    id: id.optional(),
    groupId: reference,
    name,
    email: email.optional(),
    phone: text.optional(),
    roleId: reference.optional(),
    status: z.enum(['planned', 'invited', 'active']).optional(),
  }),
  'user.update': update(
    { name, email, phone: text, roleId: reference, status: z.enum(['planned', 'invited', 'active']) },
    { userId: reference },
  ),
  'user.move': z.strictObject({ userId: reference, groupId: reference, licenses }),
  'user.archive': z.strictObject({ userId: reference }),
  'user.restore': z.strictObject({ userId: reference }),
  'user.remove': z.strictObject({ userId: reference }),
  'user.setAdmin': z.strictObject({ userId: reference, groupId: reference, admin: z.boolean() }),
  'seat.assign': z.strictObject({
    userId: reference,
    typeId: typeId.refine((value) => licenseType(value).mode === 'seat', is('notHeldByPeople')),
    numberId: reference.optional(),
    seatId: reference.optional(),
  }),
  'seat.release': z.strictObject({ userId: reference }),
  'seat.changeType': z.strictObject({
    userId: reference,
    typeId: typeId.refine((value) => licenseType(value).mode === 'seat', is('notHeldByPeople')),
  }),
  'seat.changeNumber': z.strictObject({ userId: reference, numberId: reference }),
  'seat.reassign': z.strictObject({ fromUserId: reference, toUserId: reference }).superRefine((given, context) => {
    if (given.fromUserId === given.toUserId)
      context.addIssue({ code: 'custom', path: ['toUserId'], message: is('alreadyTheHolder') });
  }),
  'seat.dissolve': z.strictObject({ seatId: reference }),
  'allowance.set': z.strictObject({ userId: reference, resources }),
  'number.add': z
    .strictObject({ id: id.optional(), kind: numberKind, value: numberValue })
    .transform((given) => ({ ...given, value: normaliseNumber(given.kind, given.value) }))
    .superRefine((given, context) => {
      if (!isNumberValue(given.kind, given.value))
        context.addIssue({
          code: 'custom',
          path: ['value'],
          message: is(given.kind === 'sip' ? 'notASipNumber' : 'notAPhoneNumber'),
        });
    }),
  'number.range': z
    .strictObject({
      id: id.optional(),
      from: z.string().regex(/^\d{2,8}$/, is('notASipNumber')),
      to: z.string().regex(/^\d{2,8}$/, is('notASipNumber')),
    })
    .superRefine((given, context) => {
      if (given.from.length !== given.to.length)
        context.addIssue({ code: 'custom', path: ['to'], message: is('differentDigits') });
      else if (given.from > given.to) context.addIssue({ code: 'custom', path: ['to'], message: is('endBeforeStart') });
    }),
  'number.attach': z.strictObject({
    numberId: reference,
    to: z.union([
      z.strictObject({ userId: reference }),
      z.strictObject({ groupId: reference }),
      z.strictObject({ menuId: reference }),
    ]),
  }),
  'number.detach': z.strictObject({ numberId: reference }),
  'number.remove': z.strictObject({ numberId: reference }),
  'menu.create': z.strictObject({ id: id.optional(), groupId: reference, name, kind: z.enum(['ivr', 'queue']) }),
  'menu.setMembers': z.strictObject({
    menuId: reference,
    users: z.array(reference).max(10_000),
    groups: z.array(reference).max(10_000),
  }),
  'menu.remove': z.strictObject({ menuId: reference }),
  'device.register': z.strictObject({
    id: id.optional(),
    blockId: id.optional(),
    groupId: reference,
    serial: z
      .string()
      .transform(normaliseText)
      .refine((value) => value !== '' && value.length <= 200, is('notASerial')),
    model: text.optional(),
  }),
  'device.move': z.strictObject({ deviceId: reference, groupId: reference }),
  'device.remove': z.strictObject({ deviceId: reference }),
  'role.define': z.strictObject({ id: id.optional(), name, base: baseRole, extraFeatures: features.optional() }),
  'role.remove': z.strictObject({ roleId: reference }),
  'request.open': z
    .strictObject({
      id: id.optional(),
      kind: z.enum(['reduce', 'changeType', 'add']),
      blockId: reference.optional(),
      typeId,
      quantity: whole,
      note: text.optional(),
    })
    .superRefine((given, context) => {
      if (given.kind === 'add') {
        if (given.blockId !== undefined)
          context.addIssue({ code: 'custom', path: ['blockId'], message: is('newHasNoBlock') });
        if (licenseType(given.typeId).source !== 'purchase' || given.typeId === 'link.feature')
          context.addIssue({ code: 'custom', path: ['typeId'], message: is('notRequestable') });
        if (given.quantity < 1)
          context.addIssue({ code: 'custom', path: ['quantity'], message: is('tooSmall'), params: { least: 1 } });
      } else if (given.blockId === undefined) {
        context.addIssue({ code: 'custom', path: ['blockId'], message: is('blockMissing') });
      }
    }),
  'request.resolve': z.strictObject({ requestId: reference, outcome: z.enum(['approved', 'rejected']) }),
  'reminder.set': z.strictObject({ groupId: reference, policy: reminderPolicy.nullable() }),
  batch: z.strictObject({ do: z.array(callArguments).min(1).max(100_000) }).superRefine((given, context) => {
    given.do.forEach((call, index) => {
      if (call.do === 'batch' || call.do === 'undo' || call.do === 'account.open')
        context.addIssue({ code: 'custom', path: ['do', index, 'do'], message: is('notInABatch') });
    });
  }),
  undo: z.strictObject({ commit: reference }),
} as const;

export type IntentName = keyof typeof argumentSchemas;
/** Arguments as a caller may write them. */
export type IntentArguments<N extends IntentName> = z.input<(typeof argumentSchemas)[N]>;
/** Arguments after parsing: normalised, with defaults. */
export type ParsedArguments<N extends IntentName> = z.output<(typeof argumentSchemas)[N]>;

/** Whether a text names an intent. */
export function isIntentName(text: string): text is IntentName {
  return Object.prototype.hasOwnProperty.call(argumentSchemas, text);
}
