import { addDays } from '../kernel/day';
import type { View } from '../model/model';
import type { BlockRow } from '../model/rows';

/**
 * X4: whether a block is followed without a gap by another of the same type and group: then its end is no end. What began earlier
 * was bought beside it and does not take its place.
 */
export function isRenewed(view: Pick<View, 'row' | 'blocksOf'>, block: BlockRow): boolean {
  const { validUntil } = block;
  if (validUntil === null) return false;
  const next = addDays(validUntil, 1);
  for (const id of view.blocksOf(block.groupId)) {
    const other = view.row('blocks', id);
    if (
      other !== undefined &&
      other.id !== block.id &&
      other.typeId === block.typeId &&
      other.quantity > 0 &&
      other.validFrom === next
    )
      return true;
  }
  return false;
}

/** Allocations of the pools below that were drawn from a block's pool and end with it, and those drawn from them in turn. */
export function allocationsEndingWith(
  view: Pick<View, 'row' | 'pools' | 'poolAbove' | 'blocksOf'>,
  block: BlockRow,
): readonly BlockRow[] {
  const found: BlockRow[] = [];
  const pools = [block.groupId];
  for (let pool = pools.pop(); pool !== undefined; pool = pools.pop())
    for (const child of [...view.pools()].sort()) {
      if (view.poolAbove(child) !== pool) continue;
      const ending = [...view.blocksOf(child)].sort().flatMap((id) => {
        const other = view.row('blocks', id);
        const ends =
          other?.source === 'allocation' && other.typeId === block.typeId && other.validUntil === block.validUntil;
        return ends ? [other] : [];
      });
      found.push(...ending);
      if (ending.length > 0) pools.push(child);
    }
  return found;
}
