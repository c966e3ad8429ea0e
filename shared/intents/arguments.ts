import { z } from 'zod';
import { isDay } from '../kernel/day';
import { normaliseText } from '../kernel/text';
import type { GeneratePlan } from '../rules/generation';
import type { Problem } from '../rules/problems';
import type { NumberKind } from '../model/rows';
import {
  baseRoles,
  featureNames,
  groupKinds,
  groupStatuses,
  licenseTypeIds,
  numberKinds,
  reductionPolicies,
  reminderRepeats,
} from '../model/vocabulary';

/**
 * The pieces that the shapes of intents' arguments are made of (G1): whatever is wrong by the arguments alone is found by them.
 * Parsing also trims and normalises texts, sorts feature lists and drops zero resources, so that equal meanings are equal values.
 */

/** A problem as the message of a check: what is no problem of ours does not compile. */
export function is(problem: Problem): Problem {
  return problem;
}

export const id = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/, is('notAnId'));
/** A reference to something that exists; any text may be asked for, what is not there is `NOT_FOUND`. */
export const reference = z.string().min(1).max(200);
export const day = z.string().refine(isDay, is('notADay'));
export const openDay = day.nullable();
export const text = z.string().max(10_000).transform(normaliseText);
export const name = z
  .string()
  .transform(normaliseText)
  .refine((value) => value !== '', is('nameMissing'))
  .refine((value) => [...value].length <= 200, { message: is('tooLong'), params: { most: 200 } });
export const whole = z.int().min(0).max(1_000_000_000);
/** Money in the account's currency; parts of a unit count. */
export const money = z.number().min(0).max(1_000_000_000_000);
export const positive = z.int().min(1).max(1_000_000_000);
export const typeId = z.enum(licenseTypeIds);
export const features = z.array(z.enum(featureNames)).transform((list) => [...new Set(list)].sort());
export const resources = z
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
export const groupKind = z.enum(groupKinds);
export const groupStatus = z.enum(groupStatuses);
export const baseRole = z.enum(baseRoles);
export const numberKind = z.enum(numberKinds);

export const email = z
  .string()
  .transform(normaliseText)
  .refine((value) => value === '' || /^[^\s@]+@[^\s@]+$/.test(value), is('notAnEmail'));

export const contract = z.strictObject({
  reductionPolicy: z.enum(reductionPolicies),
  commitmentUntil: openDay.optional(),
  floor: z.partialRecord(typeId, whole).optional(),
  noticeDays: whole.optional(),
  terminationFee: money.optional(),
});

export const reminderPolicy = z.strictObject({
  daysBefore: whole.max(3650),
  repeat: z.enum(reminderRepeats),
  recipients: z
    .array(email.refine((value) => value !== '', is('missing')))
    .max(100)
    .optional(),
});

/** Values that an author saw, written as the fields themselves are written, so that equal meanings are equal values; what does not read as one stays as it is. */
export function seenValues(fields: z.ZodRawShape) {
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
export function update<S extends z.ZodRawShape, E extends z.ZodRawShape>(fields: S, target: E) {
  const set = z.strictObject(fields).partial();
  return z.strictObject({ ...target, set, was: seenValues(fields).optional() }).superRefine((given, context) => {
    const setFields = (given as { set: object }).set;
    for (const key of Object.keys((given as { was?: object }).was ?? {}))
      if (!(key in setFields)) context.addIssue({ code: 'custom', path: ['was', key], message: is('notSet') });
  });
}

/** A window in the arguments: `validFrom` and `validUntil`, both inclusive, null or missing is open. */
export const windowFields = { validFrom: openDay.optional(), validUntil: openDay.optional() };

export const allocatable = typeId.refine(
  (value) => value !== 'link.basic' && value !== 'link.trial',
  is('neverAllocated'),
);

/** `link.feature` names resources and counts one; other types have none (D2). */
export function checkFeatureResources(
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

export function hasResources(given: { resources?: object | undefined }): boolean {
  return given.resources !== undefined && Object.keys(given.resources).length > 0;
}

export const allocationFields = {
  id: id.optional(),
  typeId: allocatable,
  quantity: whole,
  ...windowFields,
  resources: resources.optional(),
};

export const allocation = z.strictObject(allocationFields).superRefine((given, context) => {
  checkFeatureResources(given, context, true);
  if (given.typeId === 'link.feature' && given.quantity > 0 && !hasResources(given))
    context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
});

export const plan: z.ZodType<GeneratePlan> = z.strictObject({
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

export const licenses = z.enum(['release', 'redraw']).optional();

export const numberValue = z.string().min(1).max(255);

export const callArguments = z.strictObject({ do: z.string(), args: z.unknown() });

/** The values of numbers, as they are stored and compared (U6). */
export function normaliseNumber(kind: NumberKind, value: string): string {
  const trimmed = normaliseText(value);
  if (kind === 'sip' && /^sip:/i.test(trimmed)) return `sip:${trimmed.slice(4)}`;
  return trimmed.replace(/[\s.\-/()]/g, '');
}

export function isNumberValue(kind: NumberKind, value: string): boolean {
  if (kind === 'sip') return /^\d{2,8}$/.test(value) || /^sip:[^\s@:]+@[^\s@]+$/.test(value);
  return /^\+\d{7,15}$/.test(value);
}
