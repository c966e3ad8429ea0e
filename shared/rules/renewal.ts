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
