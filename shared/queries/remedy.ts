import { catalogueOf, licenseType } from '../catalogue/license-types';
import { addDays, type Day } from '../kernel/day';
import type { IntentCall } from '../intents/commit-history';
import type { LicenseTypeId, Resource } from '../model/vocabulary';
import { claimedUnits, nominalUnits, poolPath, unitResources } from '../rules/pools';
import type { Refusal } from '../rules/refusals';
import type { Question } from './question';

/** One handing down of units on the way to the pool that lacks them; `from: null` is a purchase on the root. */
export interface SupplyStep {
  readonly from: string | null;
  readonly to: string;
  readonly units: number;
}

/** The smallest change that would help. `fromDay`: the first later day on which the same act passes without it; `null` when none is in sight. */
export type Remedy =
  | {
      readonly kind: 'moreUnits';
      readonly pool: string;
      readonly typeId: LicenseTypeId;
      readonly units: number;
      readonly from: string | null;
      readonly steps: readonly SupplyStep[];
      readonly fromDay: Day | null;
    }
  | {
      readonly kind: 'giveBackFirst';
      readonly pool: string;
      readonly typeId: LicenseTypeId;
      readonly units: number;
      readonly fromDay: Day | null;
    }
  | {
      readonly kind: 'moreResource';
      readonly pool: string;
      readonly resource: Resource;
      readonly amount: number;
      readonly fromDay: Day | null;
      /** Units of a type that would give the amount, and the way they would come. */
      readonly typeId?: LicenseTypeId;
      readonly units?: number;
      readonly from?: string | null;
      readonly steps?: readonly SupplyStep[];
    };

/** Days that are tried for a later start; what would pass only after more changes than these is not worth waiting for. */
const mostDaysTried = 24;

/** The smallest change that would let an intent pass that was refused for an amount; `null` for any other refusal. */
export function remedyFor(question: Question, call: IntentCall, refusal: Refusal): Remedy | null {
  const { pool, typeId, resource, limit, needed, day = question.day } = refusal as unknown as Amounts;
  if (typeof limit !== 'number' || typeof needed !== 'number') return null;
  const missing = needed - limit;
  const fromDay = firstDayThatPasses(question, call, pool);
  switch (refusal.code) {
    case 'POOL_EXCEEDED':
    case 'NO_LICENSE_AVAILABLE':
      return typeId === undefined
        ? null
        : {
            kind: 'moreUnits',
            pool,
            typeId,
            units: missing,
            ...supplySteps(question, pool, typeId, missing, day),
            fromDay,
          };
    case 'BELOW_ALLOCATED':
      return typeId === undefined ? null : { kind: 'giveBackFirst', pool, typeId, units: missing, fromDay };
    case 'QUOTA_EXCEEDED':
      return resource === undefined
        ? null
        : {
            kind: 'moreResource',
            pool,
            resource,
            amount: missing,
            ...unitsForResource(question, pool, resource, missing, day),
            fromDay,
          };
    default:
      return null;
  }
}

interface Amounts {
  readonly pool: string;
  readonly typeId?: LicenseTypeId;
  readonly resource?: Resource;
  readonly limit: unknown;
  readonly needed: unknown;
  readonly day?: Day;
}

/**
 * Finds how units reach a pool with the fewest handed down: each pool above gives what it has left, the nearest first,
 * and what is missing at the root is bought. In the order in which it would be done.
 */
function supplySteps(
  { model }: Question,
  poolId: string,
  typeId: LicenseTypeId,
  units: number,
  day: Day,
): { readonly from: string | null; readonly steps: readonly SupplyStep[] } {
  const steps: SupplyStep[] = [];
  let needed = units;
  let to = poolId;
  for (let giver = model.poolAbove(poolId); giver !== null && needed > 0; giver = model.poolAbove(giver)) {
    steps.unshift({ from: giver, to, units: needed });
    // A pool that is short already must be made whole before it can give.
    needed -= nominalUnits(model, giver, typeId, day) - claimedUnits(model, giver, typeId, day);
    to = giver;
  }
  if (needed > 0) steps.unshift({ from: null, to, units: needed });
  return { from: steps[0]?.from ?? null, steps };
}

/** Finds the type of the pools above, or else of the catalogue, that gives the amount with the fewest units. */
function unitsForResource(
  question: Question,
  poolId: string,
  resource: Resource,
  amount: number,
  day: Day,
): Partial<Pick<Extract<Remedy, { kind: 'moreResource' }>, 'typeId' | 'units' | 'from' | 'steps'>> {
  const { model } = question;
  const offers = catalogueOf(model)
    .types.filter((type) => type.retired !== true && type.source === 'purchase' && type.id !== 'link.feature')
    .flatMap(({ id }) => {
      const each = unitResources(model, id)[resource] ?? 0;
      if (each <= 0) return [];
      const units = Math.ceil(amount / each);
      return [{ typeId: id, units, ...supplySteps(question, poolId, id, units, day) }];
    })
    // What lies in a pool already goes before what would have to be bought; then the fewest units, then the humbler type.
    .sort(
      (one, other) =>
        Number(one.from === null) - Number(other.from === null) ||
        one.units - other.units ||
        licenseType(model, one.typeId).rank - licenseType(model, other.typeId).rank,
    );
  return offers[0] ?? {};
}

/** The first later day on which the same intent passes: with a later first day where it has one, else done on that day. */
function firstDayThatPasses(question: Question, call: IntentCall, poolId: string): Day | null {
  for (const day of laterDays(question, poolId).slice(0, mostDaysTried)) {
    const later = startingOn(call, day);
    const tried = later === null ? question.tryOn(call, { day, warn: false }) : question.tryOn(later, { warn: false });
    if (tried.ok) return day;
  }
  return null;
}

/** Days after the one asked about on which a pool of the path has more, or gives less: blocks begin and end by themselves. */
function laterDays({ model, day }: Question, poolId: string): readonly Day[] {
  const path = new Set(poolPath(model, poolId));
  const days = new Set<Day>();
  for (const block of model.rows('blocks')) {
    const giver = block.source === 'allocation' ? model.poolAbove(block.groupId) : null;
    if (path.has(block.groupId) && block.validFrom !== null && block.validFrom > day) days.add(block.validFrom);
    if (giver !== null && path.has(giver) && block.validUntil !== null && block.validUntil >= day)
      days.add(addDays(block.validUntil, 1));
  }
  return [...days].sort();
}

/** The intent with a later first day; `null` where it has none to choose. */
function startingOn(call: IntentCall, day: Day): IntentCall | null {
  if (call.do !== 'allocation.set') return null;
  const args = call.args as { readonly validFrom?: Day | null; readonly validUntil?: Day | null };
  if (typeof args.validUntil === 'string' && args.validUntil < day) return null;
  return { do: call.do, args: { ...args, validFrom: day } };
}
