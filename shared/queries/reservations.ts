import type { ReservationRow } from '../model/rows';
import { compareText } from '../kernel/text';
import { defineQuery, licensesOfGroupOrRoot, ofGroupOrAccount } from './query';

export interface ReservationAnswer extends ReservationRow {
  /** Values of the numbers that are set aside. */
  readonly numbers: readonly string[];
}

/** Reservations of computers, oldest first (D12). */
export const reservationsQuery = defineQuery({
  name: 'reservations',
  args: ofGroupOrAccount,
  ...licensesOfGroupOrRoot,
  answer: ({ model }, { groupId }): readonly ReservationAnswer[] =>
    [...model.rows('reservations')]
      .filter(({ poolId }) => groupId === undefined || model.isWithin(poolId, groupId))
      .sort((one, other) => one.age - other.age)
      .map((reservation) => ({
        ...reservation,
        numbers: [...model.rows('numbers')]
          .filter(({ held }) => held === reservation.id)
          .map(({ value }) => value)
          .sort(compareText),
      })),
});
