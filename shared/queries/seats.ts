import { z } from 'zod';
import { compareText } from '../kernel/text';
import type { SeatRow } from '../model/rows';
import type { LicenseTypeId } from '../model/vocabulary';
import { defineQuery, id, licensesOfGroup } from './query';
import type { Question } from './question';

export interface SeatAnswer {
  readonly id: string;
  readonly typeId: LicenseTypeId;
  readonly poolId: string;
  readonly number: string;
  readonly userId?: string;
}

export const seatsQuery = defineQuery({
  name: 'seats',
  args: z.strictObject({ groupId: id, free: z.boolean().optional() }),
  ...licensesOfGroup,
  answer: (question, { groupId, free }) => seatsAnswer(question, groupId, free),
});

/** The seats of a group's pool: held by users of its territory, and free, by number. */
function seatsAnswer({ model }: Question, groupId: string, free: boolean | undefined): readonly SeatAnswer[] {
  const poolId = model.poolOf(groupId);
  const seats: SeatRow[] = [];
  if (free !== true)
    for (const group of model.territoryOf(poolId))
      for (const userId of model.usersOf(group.id)) {
        const seat = model.seatOf(userId);
        if (seat !== undefined) seats.push(seat);
      }
  if (free !== false) for (const seat of model.rows('seats')) if (seat.poolId === poolId) seats.push(seat);
  return seats
    .map(({ id, typeId, numberId, userId }) => ({
      id,
      typeId,
      poolId,
      number: model.row('numbers', numberId)?.value ?? '',
      ...(userId === null ? {} : { userId }),
    }))
    .sort((one, other) => compareText(one.number, other.number) || compareText(one.id, other.id));
}
