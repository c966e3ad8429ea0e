import { z } from 'zod';
import { addDays, dayNumber, laterDay, type Day } from '../kernel/day';
import { compareText } from '../kernel/text';
import type { View } from '../model/model';
import type { BlockRow, Price } from '../model/rows';
import { beginningOf } from '../model/timeline';
import type { LicenseTypeId } from '../model/vocabulary';
import { refuse } from '../rules/refusals';
import { day, defineQuery, groupExists, id } from './query';

/** One line of what licenses cost, in whole cents. */
export interface CostEntry {
  readonly typeId?: LicenseTypeId;
  readonly groupId?: string;
  /** `YYYY-MM`. */
  readonly month?: string;
  readonly amount: number;
}

export interface CostAnswer {
  readonly currency: string | null;
  readonly total: number;
  readonly entries: readonly CostEntry[];
  /** Types of blocks that count and have no price. */
  readonly unpriced: readonly LicenseTypeId[];
}

export const costQuery = defineQuery({
  name: 'cost',
  args: z.strictObject({ from: day, to: day, groupId: id.optional(), by: z.enum(['type', 'group', 'month']) }),
  exists: (view, { from, to, groupId }) => [
    ...groupExists(view, groupId),
    ...(from > to ? [refuse('INVALID', { path: 'to', problem: 'endBeforeStart' })] : []),
  ],
  needs: (view, { groupId }) => ({ right: 'readLicenses', at: groupId ?? view.account.rootId }),
  answer: ({ model }, { from, to, groupId, by }): CostAnswer => costsOf(model, from, to, groupId ?? model.root.id, by),
});

/** What a block costs in each month between two days. */
interface Share {
  readonly block: BlockRow;
  readonly groupId: string;
  readonly month: string;
  readonly amount: number;
}

/**
 * Costs between two days, both included: for the whole account what was bought, for a group what is allocated in it, at the
 * price of its type. Prices per month and year count by the days of each month on which a block is active.
 */
export function costsOf(view: View, from: Day, to: Day, groupId: string, by: 'type' | 'group' | 'month'): CostAnswer {
  const unpriced = new Set<LicenseTypeId>();
  const shares: Share[] = [];
  for (const block of view.rows('blocks')) {
    const counts = groupId === view.root.id ? isBought(block) : isAllocatedIn(view, block, groupId);
    if (!counts || block.quantity === 0) continue;
    const price = block.price ?? view.row('prices', block.typeId);
    if (price === undefined) unpriced.add(block.typeId);
    else
      for (const [month, amount] of monthly(block, price, from, to))
        shares.push({ block, groupId: block.groupId, month, amount });
  }
  const sums = new Map<string, number>();
  for (const { block, month, amount } of by === 'group' ? byGroup(view, shares, groupId) : shares) {
    const key = by === 'type' ? block.typeId : by === 'month' ? month : block.groupId;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  const entries = [...sums]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, amount]): CostEntry => {
      if (by === 'type') return { typeId: key as LicenseTypeId, amount };
      return by === 'month' ? { month: key, amount } : { groupId: key, amount };
    });
  return {
    currency: view.account.currency ?? null,
    total: shares.reduce((sum, { amount }) => sum + amount, 0),
    entries,
    unpriced: [...unpriced].sort(compareText),
  };
}

export function isBought(block: BlockRow | undefined): boolean {
  const source = block?.source;
  return source === 'purchase' || source === 'trial';
}

/** An allocation to the topmost pools inside a group; what they hand on is part of it. */
function isAllocatedIn(view: View, block: BlockRow, groupId: string): boolean {
  if (block.source !== 'allocation' || !view.isWithin(block.groupId, groupId)) return false;
  const above = view.poolAbove(block.groupId);
  return above === null || above === groupId || !view.isWithin(above, groupId) || view.poolOf(groupId) === above;
}

/** The same by the group that has it: what a pool handed on is the cost of the pool below. */
function byGroup(view: View, shares: readonly Share[], groupId: string): readonly Share[] {
  const moved: Share[] = [];
  for (const share of shares) {
    const below = [...view.rows('blocks')].filter(
      (other) =>
        other.source === 'allocation' &&
        other.typeId === share.block.typeId &&
        view.poolAbove(other.groupId) === share.block.groupId &&
        overlapsMonth(other, share.month),
    );
    const handedOn = below.reduce((sum, other) => sum + other.quantity, 0);
    const each = share.amount / Math.max(1, share.block.quantity);
    let left = share.amount;
    for (const other of below) {
      const amount = Math.min(left, Math.round(each * Math.min(other.quantity, share.block.quantity)));
      left -= amount;
      moved.push({ ...share, block: { ...share.block, groupId: other.groupId }, amount });
    }
    if (left > 0 || handedOn === 0) moved.push({ ...share, amount: left });
  }
  return groupId === view.root.id ? moved : shares;
}

function overlapsMonth(block: BlockRow, month: string): boolean {
  return (
    beginningOf(block).slice(0, 7) <= month && (block.validUntil === null || block.validUntil.slice(0, 7) >= month)
  );
}

/** Cost of a block between two days, both included, in whole cents. */
export function amountBetween(block: BlockRow, price: Price, from: Day, to: Day): number {
  return monthly(block, price, from, to).reduce((sum, [, amount]) => sum + amount, 0);
}

function monthly(block: BlockRow, price: Price, from: Day, to: Day): readonly (readonly [string, number])[] {
  const begins = laterDay(beginningOf(block), block.validFrom === null ? block.madeOn : '');
  if (price.per === 'once')
    return begins >= from && begins <= to ? [[begins.slice(0, 7), price.amount * block.quantity]] : [];
  const first = laterDay(begins, from);
  const last = block.validUntil !== null && block.validUntil < to ? block.validUntil : to;
  const months: (readonly [string, number])[] = [];
  for (let start = first; start <= last;) {
    const next = firstOfNextMonth(start);
    const end = addDays(next, -1) < last ? addDays(next, -1) : last;
    const days = dayNumber(end) - dayNumber(start) + 1;
    const monthDays = dayNumber(next) - dayNumber(`${start.slice(0, 7)}-01`);
    const share = price.per === 'month' ? days / monthDays : days / monthDays / 12;
    months.push([start.slice(0, 7), Math.round(price.amount * block.quantity * share)]);
    start = next;
  }
  return months;
}

function firstOfNextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}
