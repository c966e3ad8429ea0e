import { z } from 'zod';
import { isDay } from '../kernel/day';
import {
  comparedSerial,
  isCanonicalEmail,
  isCanonicalSipAddress,
  isCleanLine,
  isCleanNote,
} from '../kernel/clean-text';
import { normaliseText } from '../kernel/text';
import type { GeneratePlan } from '../rules/generation';
import type { Problem } from '../rules/problems';
import type { NumberKind } from '../model/rows';
import {
  baseRoles,
  featureNames,
  groupKinds,
  groupStatuses,
  numberKinds,
  reductionPolicies,
  isLicenseTypeId,
  isOwnTypeId,
  reminderRepeats,
  resourceNames,
  type LicenseTypeId,
} from '../model/vocabulary';
import { isPlain, lookOf, lookOfFields, withLook } from './as-it-stands';
import { boundedSince2, isReadingRules1, readEmail, readLine, readNote } from './reading';

/**
 * The pieces that the shapes of intents' arguments are made of (G1): whatever is wrong by the arguments alone is found by them.
 * Parsing also sorts feature lists and drops zero resources, so that equal meanings are equal values; under version 1 it
 * trims and normalises texts.
 */

/** A problem as the message of a check: what is no problem of ours does not compile. */
export function is(problem: Problem): Problem {
  return problem;
}

const idPattern = /^[A-Za-z0-9._:-]{1,64}$/;
export const id = withLook(
  z.string().regex(idPattern, is('notAnId')),
  (value) => typeof value === 'string' && idPattern.test(value),
);
/** A SHA-256 in lower-case hexadecimal digits. */
export const hashText = z.string().regex(/^[0-9a-f]{64}$/, is('notDigits'));
/** A reference to something that exists; any text may be asked for, what is not there is `NOT_FOUND`. */
export const reference = withLook(
  z.string().min(1).max(200),
  (value) => typeof value === 'string' && value.length >= 1 && value.length <= 200,
);
export const day = withLook(
  z.string().refine(isDay, is('notADay')),
  (value) => typeof value === 'string' && isDay(value),
);
export const openDay = day.nullable();
export const text = withLook(
  z.string().max(10_000).transform(readLine),
  (value) => typeof value === 'string' && value.length <= 10_000 && isCleanLine(value),
);
export const note = withLook(
  z.string().max(10_000).transform(readNote),
  (value) => typeof value === 'string' && value.length <= 10_000 && isCleanNote(value),
);
export const name = withLook(
  z
    .string()
    .transform(readLine)
    .refine((value) => value !== '', is('nameMissing'))
    .refine((value) => [...value].length <= 200, { message: is('tooLong'), params: { most: 200 } }),
  (value) => typeof value === 'string' && value !== '' && value.length <= 200 && isCleanLine(value),
);
export const whole = z.int().min(0).max(1_000_000_000);
/** G7: how many units. */
export const quantity = withLook(
  whole.superRefine(boundedSince2(1_000_000)),
  (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000,
);
/** G7: how much of a resource one unit gives. */
const unitAmount = whole.superRefine(boundedSince2(10_000));
/** Money in the account's currency; parts of a unit count. */
export const money = z.number().min(0).max(1_000_000_000_000);
export const positive = z.int().min(1).max(1_000_000_000).superRefine(boundedSince2(1_000_000));
/** A license type: one of the vendors' or, since version 2, one of one's own. */
export const typeId = withLook(
  z.custom<LicenseTypeId>(
    (value) => isLicenseTypeId(value) && (!isReadingRules1() || !isOwnTypeId(value)),
    is('notAChoice'),
  ),
  isLicenseTypeId,
);
/** The id of a license type of one's own. */
export const ownTypeId = z.string().refine(isOwnTypeId, is('notAnOwnType')).refine(isLicenseTypeId, is('notAnId'));
export const features = z.array(z.enum(featureNames)).transform((list) => [...new Set(list)].sort());
/** Amounts of resources; those that are zero are left out. */
function resourcesOf(amount: typeof whole) {
  const look = lookOf(amount);
  return withLook(
    z
      .strictObject({
        sip: amount.optional(),
        mobileApp: amount.optional(),
        ukey: amount.optional(),
        sipTrunk: amount.optional(),
      })
      .transform((given) => {
        const kept: { sip?: number; mobileApp?: number; ukey?: number; sipTrunk?: number } = {};
        if (given.sip) kept.sip = given.sip;
        if (given.mobileApp) kept.mobileApp = given.mobileApp;
        if (given.ukey) kept.ukey = given.ukey;
        if (given.sipTrunk) kept.sipTrunk = given.sipTrunk;
        return kept;
      }),
    (value) => {
      if (!isPlain(value)) return false;
      let place = -1;
      for (const name in value) {
        const next = (resourceNames as readonly string[]).indexOf(name);
        // They are kept in this order, without those that are zero.
        if (next <= place || value[name] === 0 || !look(value[name])) return false;
        place = next;
      }
      return true;
    },
  );
}
/** Amounts that one unit gives. */
export const resources = resourcesOf(unitAmount);
/** Amounts that one person may use. */
export const allowance = resourcesOf(quantity);
export const groupKind = z.enum(groupKinds);
export const groupStatus = z.enum(groupStatuses);
export const baseRole = z.enum(baseRoles);
export const numberKind = z.enum(numberKinds);

/** A device's serial number. */
export const serial = withLook(
  z
    .string()
    .transform(readLine)
    .refine(
      (value) => value !== '' && value.length <= 200 && (isReadingRules1() || comparedSerial(value) !== ''),
      is('notASerial'),
    ),
  (value) => typeof value === 'string' && value.length <= 200 && isCleanLine(value) && comparedSerial(value) !== '',
);
/** Values of fields of one's own; null takes one away. */
export const fieldValues = z.record(
  z.string().min(1).max(64),
  z.union([z.string().max(1_000).transform(readLine), z.number(), z.null()]),
);
/** An order number, a supplier. */
export const shortText = z.string().max(200).transform(readLine);
/** Whole cents. */
export const price = z.strictObject({
  amount: z.int().min(0).max(100_000_000_000),
  per: z.enum(['month', 'year', 'once']),
});

export const email = withLook(
  z.string().max(10_000).transform(readEmail),
  (value) => value === '' || (typeof value === 'string' && value.length <= 10_000 && isCanonicalEmail(value)),
);

/** U9: a whole number or, since version 2, a text; version 1 took any amount. */
function refuseOtherFees(fee: number | string, context: z.RefinementCtx): void {
  const isFee = isReadingRules1() ? typeof fee === 'number' : typeof fee === 'string' || Number.isInteger(fee);
  if (!isFee) context.addIssue({ code: 'custom', message: is(isReadingRules1() ? 'wrongKind' : 'notWhole') });
}

/** A currency by ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/, is('notACurrency'));

export const contract = z
  .strictObject({
    reductionPolicy: z.enum(reductionPolicies),
    startsOn: openDay.optional(),
    renewsOn: openDay.optional(),
    price: price.optional(),
    currency: currency.optional(),
    commitmentUntil: openDay.optional(),
    floor: z.partialRecord(typeId, quantity).optional(),
    noticeDays: whole.optional(),
    terminationFee: z
      .union([money, z.string().max(200).transform(readLine)])
      .superRefine(refuseOtherFees)
      .optional(),
  })
  .superRefine(({ startsOn, renewsOn }, context) => {
    if (startsOn != null && renewsOn != null && renewsOn < startsOn)
      context.addIssue({ code: 'custom', path: ['renewsOn'], message: is('renewalBeforeStart') });
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
        const read = Object.hasOwn(fields, key) ? (fields[key] as z.ZodType).safeParse(value) : undefined;
        return [key, read?.success === true ? read.data : value];
      }),
    ),
  );
}

/** A `set` with the `was` of the same keys: what the author saw of the fields that are set. */
export function update<S extends z.ZodRawShape, E extends z.ZodRawShape>(fields: S, target: E) {
  const set = z.strictObject(fields).partial();
  const was = withLook(seenValues(fields), lookOf(set));
  const parts = { ...target, set, was: was.optional() };
  const look = lookOfFields(parts);
  return withLook(
    z.strictObject(parts).superRefine((given, context) => {
      for (const key of keysNotSet(given as object))
        context.addIssue({ code: 'custom', path: ['was', key], message: is('notSet') });
    }),
    (value) => look(value) && keysNotSet(value as object).length === 0,
  );
}

/** Fields of which an author says what was seen, and that are not set. */
function keysNotSet(given: { readonly set?: object; readonly was?: object | undefined }): readonly string[] {
  return Object.keys(given.was ?? {}).filter((key) => !Object.hasOwn(given.set ?? {}, key));
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
  quantity,
  ...windowFields,
  resources: resources.optional(),
};

export const allocation = z.strictObject(allocationFields).superRefine((given, context) => {
  checkFeatureResources(given, context, true);
  if (given.typeId === 'link.feature' && given.quantity > 0 && !hasResources(given))
    context.addIssue({ code: 'custom', path: ['resources'], message: is('featureNamesResources') });
});

/** Since version 2 numbering may begin below the ground. */
function refuseBelowGround(start: number, context: z.RefinementCtx): void {
  const least = isReadingRules1() ? 0 : -1_000;
  if (start < least) context.addIssue({ code: 'custom', message: is('tooSmall'), params: { least } });
}

export const plan: z.ZodType<GeneratePlan> = z.strictObject({
  kind: groupKind,
  count: positive,
  start: z.int().max(1_000_000_000).superRefine(refuseBelowGround).default(1),
  name: z
    .string()
    .max(200)
    .transform(readLine)
    .refine((value) => value !== '', is('nameMissing'))
    .default('{n}'),
  code: z.string().max(200).transform(readLine).default(''),
  skip: z.array(z.int().max(1_000_000_000).superRefine(refuseBelowGround)).max(100_000).default([]),
  numbering: z.enum(['perParent', 'continuous', 'floorPrefix']).default('perParent'),
  pad: whole.max(20).default(0),
  get children() {
    return plan.optional();
  },
});
// It holds itself, and reading it fills in what is left out.
withLook(plan, () => false);

export const licenses = z.enum(['release', 'redraw']).optional();

export const numberValue = withLook(
  z.string().min(1).max(255),
  (value) => typeof value === 'string' && value.length >= 1 && value.length <= 255,
);

export const callArguments = z.strictObject({ do: z.string(), args: z.unknown() });

/** The values of numbers, as version 1 stored and compared them (U6). */
export function normaliseNumber(kind: NumberKind, value: string): string {
  const trimmed = normaliseText(value);
  if (kind === 'sip' && /^sip:/i.test(trimmed)) return `sip:${trimmed.slice(4)}`;
  return trimmed.replace(/[\s.\-/()]/g, '');
}

/** U6: since version 2 the author's program has made a value into what is stored, and nothing else counts. */
export function isNumberValue(kind: NumberKind, value: string): boolean {
  if (kind === 'sip' && !isReadingRules1()) return /^\d{2,8}$/.test(value) || isCanonicalSipAddress(value);
  if (kind === 'sip') return /^\d{2,8}$/.test(value) || /^sip:[^\s@:]+@[^\s@]+$/.test(value);
  return /^\+\d{7,15}$/.test(value);
}
