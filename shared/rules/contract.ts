import { addDays, laterDay, type Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import { resourceNames, type LicenseTypeId } from '../model/vocabulary';
import type { View } from '../model/model';
import { isActive } from '../model/timeline';
import type { BlockRow, Change, Resources } from '../model/rows';
import { refuse, type Refusal } from './refusals';
import type { Act } from './act';
import type { Baseline } from './baseline';
import { catalogueOf, licenseType } from '../catalogue/license-types';
import { limitedReason } from './standing';

/** Tells whether `other` gives more than `one` on some day from today on: more units, or more of a resource. */
export function givesMoreSomeDay(one: BlockRow | undefined, other: BlockRow | undefined, today: Day): boolean {
  if (other === undefined) return false;
  const days = new Set<Day>([today]);
  for (const block of [one, other]) {
    if (block === undefined) continue;
    days.add(laterDay(today, block.validFrom ?? today));
    if (block.validUntil !== null) days.add(laterDay(today, addDays(block.validUntil, 1)));
  }
  for (const day of days) {
    if (!isActive(other, day)) continue;
    const had = one !== undefined && one.typeId === other.typeId && isActive(one, day) ? one : undefined;
    if (other.quantity > (had?.quantity ?? 0)) return true;
    for (const resource of resourceNames)
      if (
        other.quantity * (other.resources?.[resource] ?? 0) >
        (had?.quantity ?? 0) * (had?.resources?.[resource] ?? 0)
      )
        return true;
  }
  return false;
}

/** U9: purchases are lowered by request only where the contract says so, and never below what is committed. */
export function refuseContract(
  after: View,
  changes: readonly Change[],
  today: Day,
  baseline: Baseline,
): readonly Refusal[] {
  const { contract } = after.account;
  const lowered = changes.some(
    (change) =>
      change.table === 'blocks' &&
      change.before?.source === 'purchase' &&
      givesMoreSomeDay(change.after, change.before, today),
  );
  if (!lowered) return [];
  const refusals: Refusal[] = [];
  if (contract.reductionPolicy === 'request') refusals.push(refuse('REQUEST_REQUIRED', { to: 'customerSuccess' }));
  const until = contract.commitmentUntil;
  if (until == null || today > until) return refusals;
  for (const { id: typeId } of catalogueOf(after).types) {
    const floor = contract.floor?.[typeId];
    if (floor === undefined || !fallsBelowFloor(after, typeId, floor, today, until, baseline)) continue;
    refusals.push(
      refuse('COMMITMENT_FLOOR', {
        typeId,
        floor,
        until,
        ...(contract.noticeDays === undefined ? {} : { noticeDays: contract.noticeDays }),
        ...(contract.terminationFee === undefined ? {} : { terminationFee: contract.terminationFee }),
      }),
    );
  }
  return refusals;
}

function fallsBelowFloor(
  after: View,
  typeId: LicenseTypeId,
  floor: number,
  today: Day,
  until: Day,
  baseline: Baseline,
): boolean {
  const now = totals(after, typeId, today, until);
  if (![...now.values()].some((total) => total < floor)) return false;
  return baseline((before) => {
    const days = new Set([...now.keys(), ...totals(before, typeId, today, until).keys()]);
    for (const day of days) {
      const total = amountAt(now, day);
      if (total < floor && total < before.supplyOf(before.root.id).on(`supply/${typeId}`, day)) return true;
    }
    return false;
  });
}

/** The total of a type's purchases, on today and each later day within the commitment on which it changes. */
function totals(view: View, typeId: LicenseTypeId, today: Day, until: Day): ReadonlyMap<Day, number> {
  const supply = view.supplyOf(view.root.id);
  const days = [today, ...(supply.timeline(`supply/${typeId}`)?.keys() ?? [])].filter(
    (day) => day >= today && day <= until,
  );
  return new Map([...new Set(days)].sort(compareText).map((day) => [day, supply.on(`supply/${typeId}`, day)]));
}

function amountAt(totalsByDay: ReadonlyMap<Day, number>, day: Day): number {
  let amount = 0;
  for (const [from, total] of totalsByDay) if (from <= day) amount = total;
  return amount;
}

function allowsMore(after: Resources | null, before: Resources | null): boolean {
  return resourceNames.some((resource) => (after?.[resource] ?? 0) > (before?.[resource] ?? 0));
}

/** U10: whether a block gives more, a purchase is added (whatever its days), or a type changes to a higher one. */
function raises(view: View, before: BlockRow | undefined, after: BlockRow, today: Day): boolean {
  if (before === undefined && after.source !== 'allocation') return true;
  if (before === undefined || before.typeId === after.typeId) return givesMoreSomeDay(before, after, today);
  return (
    licenseType(view, after.typeId).rank > licenseType(view, before.typeId).rank ||
    givesMoreSomeDay({ ...before, typeId: after.typeId, resources: null }, { ...after, resources: null }, today)
  );
}

/** U10: a limited account does not grow: no more purchases, trials, allocations, seats, allowances or numbers. */
export function refuseGrowth({ model: after, today, rules }: Act, changes: readonly Change[]): readonly Refusal[] {
  const reason = limitedReason(after);
  if (reason === null) return [];
  const grows = changes.some((change) => {
    switch (change.table) {
      case 'blocks':
        return (
          change.after !== undefined &&
          change.after.source !== 'device' &&
          (rules === 1
            ? givesMoreSomeDay(change.before, change.after, today)
            : raises(after, change.before, change.after, today))
        );
      case 'seats':
        return change.after !== undefined && change.after.userId !== null && (change.before?.userId ?? null) === null;
      case 'users':
        return allowsMore(change.after?.allowance ?? null, change.before?.allowance ?? null);
      case 'numbers':
      case 'ranges':
        return change.before === undefined;
      default:
        return false;
    }
  });
  return grows ? [refuse('ACCOUNT_LIMITED', { reason })] : [];
}
