import type { NumberAnswer } from '#core/queries/numbers';
import type { RowsInMemory } from '../../data/session';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';

type Rows = Pick<RowsInMemory, 'row'>;

export function isFree(number: NumberAnswer): boolean {
  return (
    number.seatId === undefined &&
    number.userId === undefined &&
    number.groupId === undefined &&
    number.menuId === undefined
  );
}

/** Names who or what uses a number. */
export function userOfNumber(number: NumberAnswer, rows: Rows, { text }: TextWriter, names: Names): string {
  if (number.userId !== undefined) return names.user(number.userId);
  if (number.groupId !== undefined) return names.group(number.groupId);
  if (number.menuId !== undefined) return names.menu(number.menuId);
  if (number.seatId === undefined) return text('numbers.free');
  return text('numbers.freeSeat', { pool: names.group(rows.row('seats', number.seatId)?.poolId) });
}

/** As what it is used: a license's own number, or one besides. */
export function purposeOfNumber(number: NumberAnswer, rows: Rows, { text }: TextWriter, names: Names): string {
  if (number.seatId !== undefined)
    return text('numbers.ownNumber', { type: names.type(rows.row('seats', number.seatId)?.typeId) });
  return isFree(number) ? '' : text('numbers.additional');
}
