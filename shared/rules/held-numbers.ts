import { isUnused } from '../model/number-index';
import type { NumberRow } from '../model/rows';
import { numberKindsByChoice } from '../model/vocabulary';
import type { Act } from './act';
import { refuse, type Refusal } from './refusals';

/** D12: whether a number is set aside for the computer on which an act is done. */
export function isHeldHere(act: Act, number: NumberRow): boolean {
  const reservation = number.held === undefined ? undefined : act.model.row('reservations', number.held);
  return reservation !== undefined && reservation.computerId === act.context.device;
}

/** D12: `RESERVED` for a number that is set aside for another computer. */
export function refuseHeld(act: Act, number: NumberRow): readonly Refusal[] {
  if (number.held === undefined || isHeldHere(act, number)) return [];
  const reservation = act.model.row('reservations', number.held);
  return reservation === undefined
    ? []
    : [refuse('RESERVED', { computer: reservation.computerId, until: reservation.until, numberId: number.id })];
}

/** The lowest number that is set aside for this computer, of the kinds in their order (U1). */
export function lowestHeldHere(act: Act): NumberRow | undefined {
  return lowestHeld(act, (number) => isHeldHere(act, number));
}

/** D12: `RESERVED` where a number would be left but for what other computers took along; names the lowest of those. */
export function refuseAllHeld(act: Act): readonly Refusal[] {
  const number = lowestHeld(act, (one) => one.held !== undefined && isUnused(one) && !isHeldHere(act, one));
  return number === undefined ? [] : refuseHeld(act, number);
}

function lowestHeld(act: Act, isWanted: (number: NumberRow) => boolean): NumberRow | undefined {
  if (act.model.size('reservations') === 0) return undefined;
  const rank = ({ kind }: NumberRow): number => numberKindsByChoice.indexOf(kind);
  return [...act.model.rows('numbers')]
    .filter(isWanted)
    .sort((one, other) => rank(one) - rank(other) || (one.value < other.value ? -1 : 1))[0];
}
