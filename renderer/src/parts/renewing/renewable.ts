import { parseDate } from '@internationalized/date';
import type { Day } from '#core/kernel/day';
import { isRenewed } from '#core/rules/renewal';
import type { RowsInMemory } from '../../data/session';

type Rows = Pick<RowsInMemory, 'row' | 'blocksOf'>;

/** Tells whether a block has an end that nothing follows yet. */
export function canBeRenewed(rows: Rows, blockId: string): boolean {
  const block = rows.row('blocks', blockId);
  return (
    block !== undefined &&
    block.validUntil !== null &&
    block.source !== 'device' &&
    block.source !== 'grant' &&
    !isRenewed(rows, block)
  );
}

/** Tells whether a block's end is followed without a gap. */
export function isFollowed(rows: Rows, blockId: string): boolean {
  const block = rows.row('blocks', blockId);
  return block !== undefined && isRenewed(rows, block);
}

/** Picks what ends on the first of the days on which something of a group ends. */
export function endingFirst(rows: Rows, groupId: string): readonly string[] {
  const ending = [...rows.blocksOf(groupId)].filter((id) => canBeRenewed(rows, id));
  const days = ending.map((id) => rows.row('blocks', id)?.validUntil ?? '').sort();
  return ending.filter((id) => rows.row('blocks', id)?.validUntil === days[0]);
}

/** The same day so many years on; the last of February where there is no 29th. */
export function yearsOn(day: Day, years: number): Day {
  return parseDate(day).add({ years }).toString();
}
