import type { View } from '../model/model';

/** U5: how many mobile numbers a user has, the seat's own counted. */
export function mobileNumbersOf(view: View, userId: string): number {
  let sum = 0;
  const seat = view.seatOf(userId);
  if (seat !== undefined && view.row('numbers', seat.numberId)?.kind === 'mobile') sum += 1;
  for (const id of view.numbersOf(userId)) if (view.row('numbers', id)?.kind === 'mobile') sum += 1;
  return sum;
}
